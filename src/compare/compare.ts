// What would a change of policy change: the answers of a rule, of rows or of histories under two policies, where they differ, and which change makes it so.
import { InvalidFacts, issue, together } from '../data/issues.js';
import { isPlainObject, itemsOf } from '../data/reading.js';
import type { Decision, Moment } from '../decision/decision.js';
import { moment } from '../decision/facts.js';
import { compiledOf, isRule, notARule, type AnyRule, type FactsOf } from '../decision/rule.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';
import { withPathFrom } from '../questions/asked.js';
import { changesBetween } from './changes.js';
import type { ComparedOver, Comparison, History, HistoryResult } from './comparison.js';
import { comparedHistories } from './history-comparison.js';
import { comparedRows, comparedSpace } from './rule-comparison.js';

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
  const [from, to, subject] = together<[AnyPolicy, AnyPolicy, ComparedOver]>(
    () => withPathFrom(['before'], () => policyOf(before)),
    () => withPathFrom(['after'], () => policyOf(after)),
    () => readOver(over),
  );
  const changes = changesBetween(from, to);
  if ('histories' in subject) return comparedHistories(from, to, changes, subject);
  const compared = { of: compiledOf(subject.rule), before: from, after: to, changes };
  return subject.rows === undefined ? comparedSpace(compared) : comparedRows(compared, subject.rows);
}

/** The most histories, or rows, that are compared at once. */
const MOST_COMPARED = 100_000;

function readOver(over: unknown): ComparedOver {
  const fail = (path: readonly string[], message: string, value: unknown): never => {
    throw new InvalidFacts([issue(['over', ...path], message, value)]);
  };
  if (!isPlainObject(over)) return fail([], 'must be an object with a rule, or with histories and asOf', over);
  const { rule, rows, histories, asOf } = over;
  if ('histories' in over) {
    const listed = itemsOf(histories, MOST_COMPARED);
    if (listed === undefined) return fail(['histories'], `must be a list of at most ${MOST_COMPARED} histories`, histories);
    if (!moment.is(asOf)) return fail(['asOf'], moment.what, asOf);
    return { histories: listed as readonly History[], asOf };
  }
  if (!isRule(rule)) throw new InvalidFacts([notARule(['over', 'rule'], rule)]);
  if (rows === undefined) return { rule };
  const listed = itemsOf(rows, MOST_COMPARED);
  if (listed === undefined) return fail(['rows'], `must be a list of at most ${MOST_COMPARED} rows`, rows);
  return { rule, rows: listed as readonly never[] };
}
