// What a set of receipts has never touched: clauses, outcomes, findings and interpretations of each rule, by the registers of the rules.
import { readAll, type Path } from '../data/issues.js';
import { readEach } from '../data/reading.js';
import type { Compiled } from '../decision/compile.js';
import type { Answer } from '../decision/evaluate.js';
import { compiledOf } from '../decision/rule.js';
import { unique } from '../decision/steps.js';
import { readingChoices, type SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { policyOf, standardPolicy, type AnyPolicy } from '../policy/policy.js';
import { answerTo, readingsOf, withPathFrom, withPaths } from '../questions/asked.js';
import { askedByReceipt, type MissingForReceipt } from '../questions/verify-receipt.js';
import { rules, type FindingCode, type RuleId } from '../rules.js';

/** One side of a named test: found to be so, or not to be so. @since 0.1.0 */
export interface CoveredTest {
  readonly test: FindingCode;
  readonly holds: boolean;
}
/** One choice of an interpretation. @since 0.1.0 */
export interface CoveredReading {
  readonly id: SelectableReadingId;
  readonly choice: string;
}
/** What records have touched of a list, and what they have not; together they are the whole list. @since 0.1.0 */
export interface Covered<T> {
  readonly touched: readonly T[];
  readonly never: readonly T[];
}
/** What records have touched of a rule. @since 0.1.0 */
export interface RuleCoverage {
  /** How many of the records are answers of this rule. */
  readonly records: number;
  /** The clauses that its tests cite. */
  readonly clauses: Covered<ClauseId>;
  /** Its outcomes, with `'undetermined'` where its own rows give that. */
  readonly outcomes: Covered<string>;
  /** Its named tests, each side of those on which an answer turns; of a sentence that always holds there is one. */
  readonly tests: Covered<CoveredTest>;
  /** Every choice of the interpretations on which it leans. */
  readonly readings: Covered<CoveredReading>;
}
/** The result of `coverage`. @since 0.1.0 */
export interface Coverage {
  readonly rules: Readonly<Record<RuleId, RuleCoverage>>;
  /** The places in the list of the records that could not be decided again, with what is missing; they count nowhere. */
  readonly notDecided: readonly { readonly index: number; readonly missing: readonly MissingForReceipt[] }[];
}

const MOST_RECORDS = 100_000;

/**
 * Lists what receipts have touched of each rule, and what they never have: clauses, outcomes, both sides of each named test, and choices of interpretations.
 *
 * Each record is decided again on the basis that it names. A calendar that is not a nation's own is taken from `policy`.
 * @throws `InvalidFacts` if `records` is not a list, a record is malformed, or the policy is; with every problem and its path.
 * @example coverage([receipt(policyScope, { isMember: false, stage: 'registered' })]).rules.policyScope.outcomes.touched // => ['out-of-scope']
 * @since 0.1.0
 */
export function coverage(records: readonly unknown[], policy?: AnyPolicy): Coverage {
  let using: AnyPolicy = standardPolicy;
  const [, read] = readAll(
    () => (using = policyOf(policy)),
    () => readEach(records, ['records'], MOST_RECORDS, 'receipts', (record, at) => readRecord(record, at, using)),
  );
  const answers = read.flatMap((each) => ('answer' in each ? [each.answer] : []));
  const ofRules = Object.values(rules).map(({ id }): readonly [RuleId, RuleCoverage] => [
    id,
    coverageOf(
      compiledOf(rules[id]),
      answers.filter(({ rule }) => rule === id),
    ),
  ]);
  return {
    rules: Object.fromEntries(ofRules) as Coverage['rules'],
    notDecided: read.flatMap((each, index) => ('missing' in each ? [{ index, missing: each.missing }] : [])),
  };
}

/** A record decided again, or what is missing to do so. */
type Read = { readonly answer: Answer } | { readonly missing: readonly MissingForReceipt[] };

function readRecord(record: unknown, at: Path, using: AnyPolicy): Read {
  return withPaths(
    ([, ...path]) => [...at, ...path],
    () => {
      const again = askedByReceipt(record, rules, using);
      if ('missing' in again) return again;
      return { answer: withPathFrom(['receipt'], () => answerTo(again.asked)) };
    },
  );
}

function coverageOf(of: Compiled, answers: readonly Answer[]): RuleCoverage {
  const found = answers.flatMap(({ because }) => because);
  const leanedOn = answers.flatMap(({ basis }) => basis.readings);
  const isOpen = of.table.rows.some(({ outcome }) => outcome === 'undetermined');
  return {
    records: answers.length,
    clauses: touchedOf(of.clauses, (clause) => found.some((finding) => finding.clause === clause)),
    outcomes: touchedOf([...of.outcomes, ...(isOpen ? ['undetermined'] : [])], (outcome) =>
      answers.some((each) => each.outcome === outcome),
    ),
    tests: touchedOf(sidesOf(of), ({ test, holds }) => found.some((finding) => finding.test === test && finding.holds === holds)),
    readings: touchedOf(choicesOf(of), ({ id, choice }) => leanedOn.some((each) => each.id === id && each.choice === choice)),
  };
}

function touchedOf<T>(all: readonly T[], isTouched: (each: T) => boolean): Covered<T> {
  return { touched: all.filter(isTouched), never: all.filter((each) => !isTouched(each)) };
}

/** Lists the findings that a rule can make: both of a test on which a row turns or that is weighed, else that it holds. */
function sidesOf({ table, tests }: Compiled): readonly CoveredTest[] {
  const turning = unique(table.rows.flatMap(({ when, weighs = [] }) => [...Object.keys(when), ...weighs]));
  return (Object.keys(tests) as FindingCode[]).flatMap((test) =>
    (turning.includes(test) ? [true, false] : [true]).map((holds) => ({ test, holds })),
  );
}

function choicesOf(of: Compiled): readonly CoveredReading[] {
  return readingsOf(of).flatMap((id) => readingChoices[id].map((choice) => ({ id, choice })));
}
