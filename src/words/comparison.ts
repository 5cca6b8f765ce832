// A comparison of two policies in words: how many cases differ, and for each what changes and why.
import { idInWords, plural, sentence, words } from '../data/text.js';
import type { Cause } from '../compare/changes.js';
import type { Comparison, Difference, History, HistoryResult } from '../compare/comparison.js';
import { unique } from '../decision/steps.js';
import type { Answer } from '../decision/evaluate.js';
import { moment } from '../decision/words.js';
import type { Duty } from '../machine/duties.js';
import { calendarName, clauseNames } from './phrases.js';
import { outcomeInWords } from './findings.js';
import { openInWords } from './needs.js';
import { step, type Parts } from './standing.js';
import { stageName } from './stages.js';

const MOST_TOLD = 50;

/** Returns a comparison in words, for those who decide about a change of the policy. */
export function comparisonInWords({ same, tried, whole, differences }: Comparison): Parts {
  const overHistories = differences.some((each) => isHistory(each.case));
  const count = differences.reduce((sum, { cases }) => sum + cases, 0);
  const all = whole ? `the ${plural(tried, 'case')} that the change can touch` : plural(tried, overHistories ? 'participant' : 'case');
  const causes = unique(differences.flatMap(({ because }) => because.map(causeInWords)));
  const differ = `${count} would get another ${overHistories ? 'date, duty or stage' : 'answer'}`;
  const told = differences.slice(0, MOST_TOLD).map((each) => step('finding', differenceInWords(each), each.clauses[0] ?? 'support/1.2'));
  return {
    headline: sentence(same ? nothingDiffers(whole && tried === 0, all) : `of ${all}, ${differ}, because of ${causes.join(' and of ')}`),
    cited: unique(differences.flatMap(({ clauses }) => clauses)),
    steps: told,
  };
}

/** Returns that nothing differs: since there is no such case, or of all that were compared. */
function nothingDiffers(hasNoCase: boolean, all: string): string {
  return hasNoCase ? 'no case can differ' : `of ${all}, none differs`;
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
  const why = because.map(causeInWords).join(' and of ');
  if (isHistory(of))
    return `participant ${idInWords(of.registration.participant)}: ${historyInWords(before as HistoryResult, after as HistoryResult)}, because of ${why}`;
  const facts = Object.entries(of as object).map(([name, value]) => `${words(name)} ${valueInWords(value)}`);
  const others = cases > 1 ? ` (and ${plural(cases - 1, 'other case')} like it)` : '';
  return `${facts.join(', ')}${others}: now: ${answerInWords(before as Answer)}. Then: ${answerInWords(after as Answer)}. The cause is ${why}`;
}

function answerInWords(answer: Answer): string {
  return answer.settled ? outcomeInWords(answer) : openInWords(answer.needs);
}

function valueInWords(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? moment(value as Parameters<typeof moment>[0]) : words(String(value));
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
