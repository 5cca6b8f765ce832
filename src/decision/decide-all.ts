// Deciding many rows: a bad row is reported beside the good ones, never instead of them.
import { InvalidFacts, issue, safely, together, type Issue } from '../data/issues.js';
import { policyOf, type AnyPolicy, type Policy } from '../policy/policy.js';
import type { Decision } from './decision.js';
import { isRule, type AnswerOf, type AnyRule, type FactsOf } from './rule.js';

const MOST_ROWS = 1_000_000;
type Plain = (facts: unknown, policy: AnyPolicy) => Decision<string, unknown>;

/** Holds what became of one row: its decision, or everything wrong with its facts. @since 0.1.0 */
export type RowResult<R extends AnyRule, P extends AnyPolicy = Policy> =
  { readonly ok: true; readonly decision: AnswerOf<R, P> } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Decides every row by one rule, in order; malformed rows give their issues and stop no other.
 *
 * @throws `InvalidFacts` only if `rule` is no rule, `rows` is no list of at most a million rows, or the policy is malformed.
 * @example decideAll(assessAdjustmentRequest, [{ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }])[0].decision.outcome // => 'late'
 * @since 0.1.0
 */
export function decideAll<R extends AnyRule, P extends AnyPolicy = Policy>(
  rule: R,
  rows: readonly FactsOf<R>[],
  policy?: P,
): RowResult<R, P>[] {
  const [decide, length, chosen] = together<[Plain, number, AnyPolicy]>(
    () => {
      if (!isRule(rule)) throw new InvalidFacts([issue(['rule'], 'must be a rule of this library', rule)]);
      return rule as Plain;
    },
    () => {
      const rowCount = safely(() => (Array.isArray(rows) ? rows.length : undefined)) ?? Infinity;
      if (rowCount > MOST_ROWS) throw new InvalidFacts([issue(['rows'], `must be a list of at most ${MOST_ROWS} rows`, rows)]);
      return rowCount;
    },
    () => policyOf(policy),
  );
  return Array.from({ length }, (_, index): RowResult<R, P> => {
    const row = safely(() => ({ facts: rows[index] as unknown }));
    if (row === undefined) return { ok: false, issues: [issue([], 'must be a value that can be read', undefined)] };
    try {
      return { ok: true, decision: decide(row.facts, chosen) as AnswerOf<R, P> };
    } catch (error) {
      if (error instanceof InvalidFacts) return { ok: false, issues: error.issues };
      throw error;
    }
  });
}
