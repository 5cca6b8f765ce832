// What is missing, in words: the fact, the person who must judge, the document that says it, or the years of a calendar.
import type { FindingCode } from '../rules.js';
import type { Finding, Need } from '../decision/decision.js';
import { documents, type DocumentId } from '../policy/documents.js';
import type { ClauseId } from '../policy/ids.js';
import { day } from '../decision/words.js';
import { own, words } from '../data/text.js';
import { roleName } from './phrases.js';

const nameInQuotes = (id: string): string => words(id).replace(/^[^"].*$/, '"$&"');

/** What a test leaves open, for the sentence of the document that is needed. */
const leftOpen: Partial<Readonly<Record<FindingCode, string>>> = {
  'missed-first-deadline-restarts': 'what follows a missed first deadline',
  'missed-first-deadline-withdraws': 'what follows a missed first deadline',
  'never-resubmitted-is-late': 'what follows when nothing is resubmitted by the deadline',
  'second-review-has-a-window': 'when the review of a resubmission takes place',
  'award-appeals-policy-governs': 'how a decision of that day is appealed',
  'objections-policy-governs': 'how a decision of that day is challenged',
  'actions-policy-governs': 'what SET does with information of that day',
  'document-governs': 'what applies on that day',
  'grounds-are-held': 'whether the ground is one on which an appeal can rest',
};

/** Returns what the findings of an answer leave open, if one of them does. */
export function subjectOf(because: readonly Finding[]): string | undefined {
  return because
    .map(({ test, holds }) => (holds || !Object.hasOwn(leftOpen, test) ? undefined : leftOpen[test]))
    .find((subject) => subject !== undefined);
}

/** Returns what a stage of the programme leaves to the terms; `restarts` where a restart follows already. */
export function subjectAt(stage: string, restarts: boolean): string | undefined {
  if (restarts || stage === 'restart-required' || stage === 'restarted') return FEE;
  if (stage === 'criteria-not-met') return leftOpen['never-resubmitted-is-late'];
  return ['in-programme', 'submitted', 'under-review'].includes(stage) ? leftOpen['missed-first-deadline-restarts'] : undefined;
}

/** Returns the clause that leaves a need of the programme open, where it is not that of the stage. */
export function clauseOf(need: Need, subject: string | undefined): ClauseId | undefined {
  if (need.kind === 'document' && need.document.endsWith('-terms') && subject !== undefined) return 'support/6.2.3';
  if (need.kind !== 'fact') return undefined;
  return need.name === 'submissionDeadline' ? 'support/4.4' : need.name === 'resubmissionDeadline' ? 'support/6.2.3' : undefined;
}

const FEE = 'how much the administration fee of a restart is';

const cohortDates: Readonly<Record<string, string>> = {
  submissionDeadline: 'the submission deadline',
  resubmissionDeadline: 'the resubmission deadline',
};

/** Returns the headline of an answer that is left open: who decides, or what does not settle it. */
export function openInWords(needs: readonly Need[]): string {
  const judges = [...new Set(needs.map((need) => (need.kind === 'judgement' ? need.by : undefined)))];
  const [judge] = judges;
  if (judge !== undefined && judges.length === 1) return `this is for ${roleName(judge)} to judge`;
  const kinds = [...new Set(needs.map(({ kind }) => kind))];
  if (kinds.length > 1) return 'the facts and the documents included here do not settle this';
  const [kind] = kinds;
  if (kind === 'fact') return 'the facts given here do not settle this';
  if (kind === 'calendar') return 'the calendar used here does not cover the days that settle this';
  return 'the documents included here do not settle this';
}

/** Returns a need as a sentence; `subject` is what a document would settle. */
export function needInWords(need: Need, subject?: string): string {
  switch (need.kind) {
    case 'fact': {
      const date = Object.hasOwn(cohortDates, need.name) ? cohortDates[need.name] : undefined;
      if (date !== undefined) return `${date} is set by the cohort; it is not known here (\`${need.name}\`)`;
      return `a fact is needed: ${words(need.name)} (\`${need.name}\`)`;
    }
    case 'judgement':
      return `it is for ${roleName(need.by)} to judge: ${need.of}`;
    case 'document':
      return documentInWords(need.document, subject);
    case 'calendar':
      return `the calendar ${nameInQuotes(need.calendar)} covers ${day(need.coveredFrom)} to ${day(need.coveredTo)}, and ${day(need.needed)} is needed`;
  }
}

function documentInWords(document: DocumentId, subject: string | undefined): string {
  const { title } = own(documents, document);
  const [say, are] = document.endsWith('-terms') ? ['say', 'they are'] : ['says', 'it is'];
  if (subject === FEE || subject === leftOpen['document-governs']) return `the ${title} ${say} ${subject}; ${are} not included here`;
  return subject === undefined
    ? `the ${title} ${document.endsWith('-terms') ? 'are' : 'is'} needed; ${are} not included here`
    : `the policy does not say ${subject}. Ask SET, or see the ${title}; ${are} not included here`;
}
