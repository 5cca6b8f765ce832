// A comparison of two policies in words: how many cases differ, and for each what changes and why.
import { plural, words } from '../data/text.js';
import type { Cause } from '../compare/changes.js';
import type { Comparison, Difference, History, HistoryResult } from '../compare/compare.js';
import { unique } from '../decision/steps.js';
import type { Decision } from '../decision/decision.js';
import { moment } from '../decision/words.js';
import type { Duty } from '../machine/duties.js';
import type { ClauseId } from '../policy/ids.js';
import { clauseNames } from './phrases.js';
import { outcomeInWords } from './findings.js';
import { openInWords } from './needs.js';
import { stageName } from './stages.js';

/** A comparison in words: its headline, and a sentence for each difference with its clauses. */
export interface ComparisonInWords {
  readonly headline: string;
  readonly cited: readonly ClauseId[];
  readonly said: readonly { readonly text: string; readonly clause: ClauseId }[];
}

/** The most differences that are told one by one. */
const MOST_TOLD = 50;

/** Returns a comparison in words, for those who decide about a change of the policy. */
export function comparisonInWords({ same, tried, whole, differences }: Comparison): ComparisonInWords {
  const overHistories = differences.some((each) => isHistory(each.case));
  const one = overHistories ? 'participant' : 'case';
  const count = differences.reduce((sum, { cases }) => sum + cases, 0);
  const all = whole ? `all ${plural(tried, 'case')} of the rule` : plural(tried, one);
  const causes = unique(differences.flatMap(({ because }) => because.map(causeInWords)));
  const differ = `${count} would get a different ${overHistories ? 'date, duty or stage' : 'answer'}`;
  const told = differences
    .slice(0, MOST_TOLD)
    .map((each) => ({ text: differenceInWords(each), clause: each.clauses[0] ?? ('support/1.2' as const) }));
  return {
    headline: same ? `of ${all}, none would get a different answer` : `of ${all}, ${differ}: ${causes.join('; ')}`,
    cited: unique(differences.flatMap(({ clauses }) => clauses)),
    said: told,
  };
}

function isHistory(value: unknown): value is History {
  return typeof value === 'object' && value !== null && 'registration' in value;
}

/** Returns a cause as what is changed. */
function causeInWords(cause: Cause): string {
  switch (cause.kind) {
    case 'reading':
      return `the interpretation of "${words(cause.id)}" is different`;
    case 'limit':
      return `the time limit of ${clauseNames([cause.id])} is different`;
    case 'edition':
      return `another edition applies, ${cause.id}`;
    case 'calendar':
      return `the bank holidays are those of "${words(cause.id)}"`;
  }
}

function differenceInWords({ case: of, before, after, because, cases }: Difference): string {
  const why = because.map(causeInWords).join(', and ');
  if (isHistory(of))
    return `${of.registration.participant}: ${historyInWords(before as HistoryResult, after as HistoryResult)}, since ${why}`;
  const facts = Object.entries(of as object).map(([name, value]) => `${words(name)} ${valueInWords(value)}`);
  const others = cases > 1 ? ` (and ${plural(cases - 1, 'other case')} like it)` : '';
  return `${facts.join(', ')}${others}: before, ${answerInWords(before as AnyDecision)}; after, ${answerInWords(after as AnyDecision)}; since ${why}`;
}

type AnyDecision = Decision<string, Readonly<Record<string, unknown>>>;

function answerInWords(answer: AnyDecision): string {
  return answer.settled ? outcomeInWords(answer.rule, answer.outcome, answer.detail) : openInWords(answer.needs);
}

function valueInWords(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? moment(value as Parameters<typeof moment>[0]) : words(String(value));
}

/** Returns what of a history is another: its stage, then the duties that only one side has. */
function historyInWords({ position: one, refused: refusedBefore }: HistoryResult, { position: other, refused }: HistoryResult): string {
  const changed = [
    ...(one.stage === other.stage ? [] : [`the stage is “${stageName(other.stage)}” and not “${stageName(one.stage)}”`]),
    ...dutiesThatDiffer(one.duties, other.duties).map((duty) => `before, ${dutyInShort(duty)}`),
    ...dutiesThatDiffer(other.duties, one.duties).map((duty) => `after, ${dutyInShort(duty)}`),
    ...(refused.length === refusedBefore.length ? [] : [`${refused.length} of the events are refused and not ${refusedBefore.length}`]),
  ];
  return changed.length > 0 ? changed.join('; ') : 'the entitlements, warnings or open points are different';
}

function dutiesThatDiffer(these: readonly Duty[], those: readonly Duty[]): readonly Duty[] {
  return these.filter((duty) => !those.some((each) => dutyInShort(each) === dutyInShort(duty)));
}

function dutyInShort({ what, deadline, status }: Duty): string {
  return `"${words(what)}" is ${words(status)}${deadline === undefined ? '' : ` by ${moment(deadline.due)}`}`;
}
