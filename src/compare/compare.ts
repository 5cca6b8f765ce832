// What would a change of policy change: the answers of a rule, of rows or of histories under two policies, where they differ, and which change makes it so.
import { invalid, InvalidFacts, throwIfAny, together, type Issue, type NonEmpty, type Path } from '../data/issues.js';
import { optionsOf, readEach } from '../data/reading.js';
import type { Decision, Moment } from '../decision/decision.js';
import { moment } from '../decision/facts.js';
import { compiledOf, isRule, notARule, readWhole, type AnyRule, type FactsOf } from '../decision/rule.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';
import { withPathFrom, withPaths } from '../questions/asked.js';
import type { Registration } from '../support-policy/lifecycle/case.js';
import { engine } from '../support-policy/lifecycle/lifecycle.js';
import { changesBetween } from './changes.js';
import type { ComparedOver, Comparison, History, HistoryResult } from './comparison.js';
import { comparedHistories } from './history-comparison.js';
import { comparedRows, comparedSpace, type ReadRow } from './rule-comparison.js';

/**
 * Compares what two policies answer: over every case of a rule, over rows, or over participants' histories on a day.
 *
 * Two answers differ where the outcome, a detail or what is needed is another; two positions where the stage, a duty, an entitlement, a warning or a refusal is.
 * The causes are found by making the changes one at a time. Over a whole space a kind of difference has one entry, its smallest case: the fewest facts that
 * are not defaults, then the first words, then the earliest dates. `whole` is true where every combination of words was tried on every day that the calendars
 * cover, with the other dates wherever an answer can change; hours, numbers, texts and lists are tried at places, and then it is false.
 * @throws `InvalidFacts` for a malformed policy, rule, row, history or day, with every problem and its path.
 * @example compare(standardPolicy, definePolicy({ readings: { 'notice-boundary': 'clear-month' } }), { rule: noticeDeadline }).smallest?.because // => [{ kind: 'reading', id: 'notice-boundary' }]
 * @since 0.1.0
 */
export function compare<R extends AnyRule>(
  before: AnyPolicy,
  after: AnyPolicy,
  over: { readonly rule: R; readonly rows?: readonly FactsOf<R>[] },
): Comparison<FactsOf<R>, Decision<string, object>>;
/** Compares what two policies make of histories on a day. @since 0.1.0 */
export function compare(
  before: AnyPolicy,
  after: AnyPolicy,
  over: { readonly histories: readonly History[]; readonly asOf: Moment },
): Comparison<History, HistoryResult>;
export function compare(before: AnyPolicy, after: AnyPolicy, over: ComparedOver): Comparison {
  const [from, to, subject] = together<[AnyPolicy, AnyPolicy, Subject]>(
    () =>
      withPaths(
        ([, ...path]) => ['before', ...path],
        () => policyOf(before),
      ),
    () =>
      withPaths(
        ([, ...path]) => ['after', ...path],
        () => policyOf(after),
      ),
    () => readOver(over),
  );
  const changes = changesBetween(from, to);
  if ('histories' in subject) return comparedHistories(from, to, changes, subject);
  const compared = { of: compiledOf(subject.rule), before: from, after: to, changes };
  return subject.rows === undefined ? comparedSpace(compared) : comparedRows(compared, subject.rows);
}

/** The most histories, or rows, that are compared at once. */
const MOST_COMPARED = 100_000;

/** What is compared, read. */
type Subject =
  | { readonly rule: AnyRule; readonly rows: readonly ReadRow[] | undefined }
  | { readonly histories: readonly History[]; readonly asOf: Moment };

function readOver(over: unknown): Subject {
  const issues: Issue[] = [];
  const given = optionsOf(
    over,
    ['over'],
    'an object with a rule, or with histories and asOf',
    ['rule', 'rows', 'histories', 'asOf'],
    issues,
  );
  if (given === undefined) throw new InvalidFacts(issues as readonly Issue[] as NonEmpty<Issue>);
  const { rule, rows, histories, asOf } = given;
  const noted = (): undefined => {
    throwIfAny(issues);
    return undefined;
  };
  if (histories !== undefined) {
    const [, listed, on] = together<[undefined, readonly History[], Moment]>(
      noted,
      () => readEach(histories, ['over', 'histories'], MOST_COMPARED, 'histories', readHistory),
      () => {
        if (!moment.is(asOf)) throw invalid(['over', 'asOf'], moment.what, asOf);
        return asOf;
      },
    );
    return { histories: listed, asOf: on };
  }
  const [, listed] = together<[undefined, readonly ReadRow[] | undefined]>(noted, () => {
    if (!isRule(rule)) throw new InvalidFacts([notARule(['over', 'rule'], rule)]);
    const readRow = (row: unknown, at: Path, index: number): ReadRow =>
      withPathFrom([...at, index], () => ({ row, facts: readWhole(compiledOf(rule), row) }));
    return rows === undefined ? undefined : readEach(rows, ['over', 'rows'], MOST_COMPARED, 'rows', readRow);
  });
  return { rule: rule as AnyRule, rows: listed };
}

/** Reads a history: its two parts, each once. */
function readHistory(value: unknown, at: Path, index: number): History {
  const path = [...at, index];
  const issues: Issue[] = [];
  const given = optionsOf(value, path, 'an object with registration and events', ['registration', 'events'], issues);
  const [, history] = together<[undefined, History]>(
    () => {
      throwIfAny(issues);
      return undefined;
    },
    () => {
      const { registration, events } = (given ?? {}) as Partial<History>;
      if (given === undefined) return value as History;
      const [, read] = withPaths(
        (each) => [...path, ...(each[0] === 'events' ? each : ['registration', ...each])],
        () => engine().readHistory(registration as never, events as never),
      );
      return { registration: registration as Registration, events: read };
    },
  );
  return history;
}
