// A comparison of two policies in words: how many cases differ, and for each what changes and why.
import { isObject } from '../data/objects.js';
import { idInWords, plural, sentence, words } from '../data/text.js';
import type { Cause } from '../compare/changes.js';
import type { Comparison, Difference, History, HistoryResult } from '../compare/comparison.js';
import { isDeadline, type Moment } from '../decision/decision.js';
import { unique } from '../decision/steps.js';
import type { Answer } from '../decision/evaluate.js';
import { moment, span as spanInWords } from '../decision/words.js';
import type { ClauseId } from '../policy/ids.js';
import type { Span } from '../policy/limits.js';
import { readings } from '../policy/readings.js';
import type { CaseEvent } from '../support-policy/lifecycle/case.js';
import { calendarName, clauseNames } from './phrases.js';
import { factName, outcomeInWords } from './findings.js';
import { openInWords, subjectOf } from './needs.js';
import { standingInWords, step, type Parts } from './standing.js';
import { recordOf, stageName } from './stages.js';

const MOST_TOLD = 50;

/** Returns a comparison in words, for those who decide about a change of the policy. */
export function comparisonInWords({ same, tried, whole, differences }: Comparison): Parts {
  const overHistories = differences.some((each) => isHistory(each.case));
  const count = differences.reduce((sum, { cases }) => sum + cases, 0);
  const all = whole ? `the ${plural(tried, 'case')} that the change can touch` : plural(tried, overHistories ? 'participant' : 'case');
  const causes = unique(differences.flatMap(({ because }) => because.map(causeInWords)));
  const differ = `${count} would get another ${overHistories ? 'position' : 'answer'}`;
  const none = whole && tried === 0 ? 'no case can differ' : `of ${all}, none differs`;
  const told = differences.slice(0, MOST_TOLD).map((each) => step('finding', differenceInWords(each), clauseOf(each)));
  return {
    headline: sentence(same ? none : `of ${all}, ${differ}, because of ${causes.join(' and ')}`),
    cited: unique(differences.flatMap(({ clauses }) => clauses)),
    steps: told,
  };
}

/** Returns the clause of a difference; of one that shows in no clause, that of its cause. */
function clauseOf({ clauses, because }: Difference): ClauseId {
  const ofCauses = because.flatMap((cause) => {
    if (cause.kind === 'reading') return readings[cause.id].clauses;
    return cause.kind === 'limit' ? [cause.id] : [];
  });
  return clauses[0] ?? ofCauses[0] ?? 'support/1.2';
}

function isHistory(value: unknown): value is History {
  return typeof value === 'object' && value !== null && 'registration' in value;
}

function causeInWords(cause: Cause): string {
  switch (cause.kind) {
    case 'reading':
      return `the interpretation "${words(cause.id)}"`;
    case 'limit':
      return `the limit of ${clauseNames([cause.id])}`;
    case 'edition':
      return `the edition ${cause.id}`;
    case 'calendar':
      return `the bank holidays of ${calendarName(cause.id)}`;
  }
}

function differenceInWords({ case: of, before, after, because, cases }: Difference): string {
  const causes = `The ${because.length > 1 ? 'causes are' : 'cause is'} ${because.map(causeInWords).join(' and ')}`;
  if (isHistory(of))
    return `participant ${idInWords(of.registration.participant)}. ${historiesInWords(of, before as HistoryResult, after as HistoryResult)} ${causes}`;
  const facts = Object.entries(of as object).map(([name, value]) => `${factName(name)}: ${valueInWords(value)}`);
  const others = cases > 1 ? ` (and ${plural(cases - 1, 'other case')} like it)` : '';
  return `the case: ${facts.join('; ')}${others}. ${answersInWords(before as Answer, after as Answer)} ${causes}`;
}

/** Returns both answers, or where they read alike the details that differ. */
function answersInWords(before: Answer, after: Answer): string {
  const [now, then] = [answerInWords(before), answerInWords(after)];
  if (now !== then) return `Now: ${now} Then: ${then}`;
  const [one, other] = [partsOf(before), partsOf(after)];
  const changed = unique([...Object.keys(one), ...Object.keys(other)]).filter((name) => one[name] !== other[name]);
  const said = changed.map((name) => `"${words(name)}" would be ${other[name] ?? 'left out'}, and not ${one[name] ?? 'left out'}`);
  return `${now} ${said.length > 0 ? sentence(said.join('; ')) : 'What is needed would be worded otherwise.'}`;
}

function answerInWords(answer: Answer): string {
  return sentence(answer.settled ? outcomeInWords(answer) : openInWords(answer.needs, subjectOf(answer.because)));
}

/** Returns the details of an answer in words, those of a deadline by its own parts. */
function partsOf(answer: Answer): Readonly<Record<string, string>> {
  const details = answer.settled ? Object.entries(answer.detail) : [];
  const parts = details.flatMap(([name, value]): (readonly [string, unknown])[] => {
    if (!isDeadline(value)) return [[name, value]];
    const counted =
      value.set === 'by-count'
        ? ([
            ['countedFrom', value.countedFrom],
            ['limit', value.span],
          ] as const)
        : [];
    return [[name, value.due], ...counted];
  });
  return Object.fromEntries(parts.map(([name, value]) => [name, valueInWords(value)]));
}

/** Returns a fact or a detail in words; a cohort by its id, with why it was passed over. */
function valueInWords(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : (value as readonly unknown[]).map(valueInWords).join(' and ');
  if (isObject(value)) {
    const { id, reason } = value as { readonly id?: string; readonly reason?: string };
    if (id === undefined) return spanInWords(value as Span);
    return `${idInWords(id)}${reason === undefined ? '' : ` (${words(reason)})`}`;
  }
  const text = String(value);
  return /^\d{4}-\d\d-\d\d/.test(text) ? moment(text as Moment) : words(text);
}

/** Returns where a history leads under each policy: of both sides, what the other does not say. */
function historiesInWords({ events }: History, before: HistoryResult, after: HistoryResult): string {
  const [now, then] = [saidOf(before, events), saidOf(after, events)];
  const [onlyNow, onlyThen] = [now.filter((each) => !then.includes(each)), then.filter((each) => !now.includes(each))];
  if (onlyNow.length + onlyThen.length === 0) return 'The same is said, under other clauses or by another count.';
  return `Now: ${onlyNow.join(' ') || 'none of what follows.'} Then: ${onlyThen.join(' ') || 'none of this.'}`;
}

/** Returns the stage, all that is said of a position but what may be recorded, and the events that are refused, each in sentences. */
function saidOf({ position, refused }: HistoryResult, events: History['events']): readonly string[] {
  return [
    `The stage is “${stageName(position.stage)}”.`,
    ...standingInWords(position).steps.flatMap(({ kind, text }) => (kind === 'alternative' ? [] : [text])),
    ...refused.map((at) => sentence(`${recordOf[(events[at] as CaseEvent).type]} (event ${at + 1}) is refused`)),
  ];
}
