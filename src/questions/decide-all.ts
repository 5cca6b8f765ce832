// Many rows by one rule.
import { InvalidFacts, readAll, attempt, type Tried } from '../data/issues.js';
import { itemAt, lengthOf } from '../data/reading.js';
import type { Decision } from '../decision/decision.js';
import { isRule, isRuleOfAnotherCopy, notARule, type AnswerOf, type AnyRule } from '../decision/rule.js';
import { policyOf, type AnyPolicy, type Policy } from '../policy/policy.js';

const MOST_ROWS = 1_000_000;
type Plain = (facts: unknown, policy: AnyPolicy) => Decision<string, unknown>;

/** The result of one row: its decision, or everything wrong with its facts. @since 0.1.0 */
export type RowResult<R extends AnyRule, P extends AnyPolicy = Policy> = Tried<{ readonly decision: AnswerOf<R, P> }>;

/**
 * Decides every row by one rule, in order; malformed rows give their issues and stop no other.
 *
 * @throws `InvalidFacts` only if `rule` is not a rule, `rows` is not a list of at most a million rows, or the policy is malformed.
 * @example decideAll(assessAdjustmentRequest, [{ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }, { requestedOn: 'soon' }]).map(({ ok }) => ok) // => [true, false]
 * @since 0.1.0
 */
export function decideAll<R extends AnyRule, P extends AnyPolicy = Policy>(
  rule: R,
  rows: readonly unknown[],
  policy?: P,
): RowResult<R, P>[] {
  const [decide, length, chosen] = readAll<[Plain, number, AnyPolicy]>(
    () => {
      if (!isRule(rule) && !isRuleOfAnotherCopy(rule)) throw new InvalidFacts([notARule(['rule'], rule)]);
      return rule as Plain;
    },
    () => lengthOf(rows, ['rows'], MOST_ROWS, 'rows'),
    () => policyOf(policy),
  );
  return Array.from({ length }, (_, index): RowResult<R, P> =>
    attempt(() => ({ decision: decide(itemAt(rows, index, []), chosen) as AnswerOf<R, P> })),
  );
}
