// What is missing, in words: the fact, the person who must judge, the document that says it, or the years of a calendar.
import type { FindingCode } from '../rules.js';
import type { NonEmpty } from '../data/issues.js';
import type { Finding, Need } from '../decision/decision.js';
import { documents } from '../policy/documents.js';
import { AWAITED_OUTCOME, openPoints } from '../support-policy/judgements.js';
import type { DocumentId } from '../policy/choices.js';
import { editions } from '../policy/editions.js';
import type { ClauseId } from '../policy/ids.js';
import { day } from '../decision/words.js';
import { ownEntry, sentence } from '../data/text.js';
import { factName } from './findings.js';
import { calendarName, roleName } from './phrases.js';

const HOUR = 'the hour of receipt';

/** What a test leaves open, for the sentence of what is needed. */
const leftOpen: Partial<Readonly<Record<FindingCode, string>>> = {
  'missed-first-deadline-restarts': 'what follows a missed first deadline',
  'missed-first-deadline-withdraws': 'what follows a missed first deadline',
  'never-resubmitted-is-late': 'what follows when nothing is resubmitted by the deadline',
  'second-review-has-a-window': 'when the review of a resubmission takes place',
  'award-appeals-policy-governs': 'how a decision of that day is appealed',
  'objections-policy-governs': 'how a decision of that day is challenged',
  'actions-policy-governs': 'what it does with information of that day',
  'document-governs': 'what applies on that day',
  'grounds-are-held': 'whether an appeal can rest on that other ground',
  'hour-of-receipt-is-known': HOUR,
};

/** Tells whether a subject is what the text of another day would settle: whether that text says it, nobody knows. */
const isOfAnotherDay = (subject: string): boolean => / that day\b/.test(subject);

/** Returns what the findings of an answer leave open, if one of them does. */
export function subjectOf(because: readonly Finding[]): string | undefined {
  return because
    .map(({ test, holds, operator }) => {
      if (holds || !Object.hasOwn(leftOpen, test)) return undefined;
      return test === 'document-governs' && operator === '<' ? SUPERSEDED : leftOpen[test];
    })
    .find((subject) => subject !== undefined);
}

/** Returns what a need at a stage is about: what is left to the terms, or the hour of a receipt. `restarts` tells that a restart follows already. */
export function subjectAt(stage: string, restarts: boolean, need: Need): string | undefined {
  if (need.kind === 'fact' && /receivedAt$/i.test(need.name)) return HOUR; // the day of what is recorded is known
  if (need.kind !== 'document' || !need.document.endsWith('-terms')) return undefined;
  if (restarts || stage === 'restart-required' || stage === 'restarted') return FEE;
  if (stage === 'criteria-not-met') return leftOpen['never-resubmitted-is-late'];
  return ['in-programme', 'submitted', 'under-review'].includes(stage) ? leftOpen['missed-first-deadline-restarts'] : undefined;
}

/** Returns the clause that leaves a need of the programme open, where it is not that of the stage. */
export function clauseOf(need: Need, subject: string | undefined): ClauseId | undefined {
  if (need.kind === 'document' && need.document.endsWith('-terms') && subject !== undefined) return 'support/6.2.3';
  if (need.kind === 'judgement') return Object.values(openPoints).find(({ of }) => of === need.of)?.clause;
  if (need.kind !== 'fact') return undefined;
  return need.name === 'adjustmentsAppliedOn' ? 'support/6.2.2' : cohortDates.get(need.name);
}

/** What another document settles, from the day on which it took the place of this one. */
const SUPERSEDED = 'what applies since then';

const FEE = 'how much the administration fee of a restart is';

/** The dates that a cohort sets, each with its clause. */
const cohortDates: ReadonlyMap<string, ClauseId> = /* @__PURE__ */ new Map([
  ['submissionDeadline', 'support/4.4'],
  ['resubmissionDeadline', 'support/6.2.3'],
]);

/** Returns the headline of an answer that is left open: who decides, and what to ask; `subject` is what a document would settle. */
export function openInWords(needs: NonEmpty<Need>, subject?: string): string {
  const [first] = needs;
  const facts = needs.flatMap((need) => (need.kind === 'fact' ? [missingFact(need.name, subject)] : []));
  if (facts.length > 0) {
    const give = `to answer this, give ${facts.length === 1 ? 'one more fact' : `${facts.length} more facts`}: ${facts.join('; ')}`;
    return facts.length === needs.length ? give : `${give}. Other needs are listed below`;
  }
  switch (first.kind) {
    case 'judgement': {
      const ask = judgementInWords(first);
      return first.by === 'reviewers' ? ask : `this is for ${roleName(first.by)} to decide. ${sentence(ask)}`;
    }
    case 'document':
      return documentsInWords(needs, subject);
    case 'calendar':
    case 'fact':
      return needInWords(first);
  }
}

function documentsInWords(needs: readonly Need[], subject: string | undefined): string {
  const named = needs.flatMap((need) => (need.kind === 'document' ? [need.document] : []));
  const see = named.map((document) => `the ${ownEntry(documents, document).title}`).join(' or ');
  if (subject === undefined || named.includes('support')) return `this needs text of ${see} that is not included here`;
  return isOfAnotherDay(subject)
    ? `the text that applied on that day is not included here. Ask SET ${subject}`
    : `the policy does not say ${subject}. Ask SET, or see ${see}`;
}

/** Returns a need as a sentence; `subject` is what a document would settle. */
export function needInWords(need: Need, subject?: string): string {
  switch (need.kind) {
    case 'fact':
      return cohortDates.has(need.name)
        ? `the cohort sets ${factName(need.name)}, which is not known here (\`${need.name}\`)`
        : `one fact is missing: ${missingFact(need.name, subject)} (\`${need.name}\`)`;
    case 'judgement':
      return judgementInWords(need);
    case 'document':
      return documentInWords(need.document, subject);
    case 'calendar':
      return `the bank holidays of ${calendarName(need.calendar)} are known from ${day(need.coveredFrom)} to ${day(need.coveredTo)}. This needs those of ${day(need.needed)}`;
  }
}

function missingFact(name: string, subject: string | undefined): string {
  return subject === HOUR ? HOUR : factName(name);
}

/** Returns whom to ask for a judgement. The policy gives no way to ask the reviewers: a participant waits for their outcome, and asks SET about the rest. */
function judgementInWords({ by, of }: Extract<Need, { kind: 'judgement' }>): string {
  if (of === AWAITED_OUTCOME) return 'wait for the outcome of the review';
  return `ask ${roleName(by === 'reviewers' ? 'set' : by)} ${of}`;
}

function documentInWords(document: DocumentId, asked: string | undefined): string {
  const { title, held } = ownEntry(documents, document);
  // The support policy leaves a subject open: its text is needed where an edition of it is included in part.
  const subject = document === 'support' ? undefined : asked;
  const say = document.endsWith('-terms') ? 'say' : 'says';
  const notIncluded = `${held === 'part' ? 'That part' : 'It'} is not included here`;
  // From then on the document has another name.
  const name = subject === SUPERSEDED && document === 'member-action' ? editions['member-action@2023-10'].name : title;
  if (subject !== undefined && isOfAnotherDay(subject)) return `ask SET ${subject}. No text of the ${title} for that day is included here`;
  if (subject === SUPERSEDED || subject === FEE) return `the ${name} ${say} ${subject}. ${notIncluded}`;
  return subject === undefined
    ? `this needs text of the ${title} that is not included here`
    : `ask SET ${subject}, or see the ${title}. ${notIncluded}`;
}
