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
import type { Duty } from '../machine/duties.js';
import { calendarName, clauseNames } from './phrases.js';
import { outcomeInWords } from './findings.js';
import { openInWords, subjectOf } from './needs.js';
import { step, type Parts } from './standing.js';
import { stageName } from './stages.js';

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
  const why = because.map(causeInWords).join(' and ');
  if (isHistory(of))
    return `participant ${idInWords(of.registration.participant)}: ${historyInWords(before as HistoryResult, after as HistoryResult)}, because of ${why}`;
  const facts = Object.entries(of as object).map(([name, value]) => `${words(name)} ${valueInWords(value)}`);
  const others = cases > 1 ? ` (and ${plural(cases - 1, 'other case')} like it)` : '';
  return `${facts.join(', ')}${others}: ${answersInWords(before as Answer, after as Answer)} The ${because.length > 1 ? 'causes are' : 'cause is'} ${why}`;
}

/** Returns both answers, or where they read alike the details that differ. */
function answersInWords(before: Answer, after: Answer): string {
  const [now, then] = [answerInWords(before), answerInWords(after)];
  if (now !== then) return `now: ${now} Then: ${then}`;
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

/** Returns what of a history is another: its stage, then the duties that only one side has. */
function historyInWords({ position: one, refused: refusedBefore }: HistoryResult, { position: other, refused }: HistoryResult): string {
  const changed = [
    ...(one.stage === other.stage ? [] : [`the stage would be "${stageName(other.stage)}", and not "${stageName(one.stage)}"`]),
    ...dutiesThatDiffer(one.duties, other.duties).map((duty) => `now ${dutyInShort(duty)}`),
    ...dutiesThatDiffer(other.duties, one.duties).map((duty) => `then ${dutyInShort(duty)}`),
    ...(refused.length === refusedBefore.length
      ? []
      : [`${plural(refused.length, 'recorded event')} would be refused, and ${refusedBefore.length} now`]),
  ];
  return changed.length > 0 ? changed.join('; ') : 'other entitlements, warnings or open questions';
}

function dutiesThatDiffer(these: readonly Duty[], those: readonly Duty[]): readonly Duty[] {
  return these.filter((duty) => !those.some((each) => dutyInShort(each) === dutyInShort(duty)));
}

function dutyInShort({ what, deadline, status }: Duty): string {
  return `"${words(what)}"${deadline === undefined ? '' : ` by ${moment(deadline.due)}`} (${words(status)})`;
}
