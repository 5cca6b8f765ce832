// Deciding many rows: a bad row is reported beside the good ones, never instead of them.
import { InvalidFacts, received, type Issue } from '../calendar/errors.js';
import { policyOf, type Policy } from '../policy/policy.js';
import type { AnyRule, FactsOf } from './rule.js';

/** Holds what became of one row: its decision, or everything wrong with its facts. @since 0.1.0 */
export type RowResult<R extends AnyRule> =
  { readonly ok: true; readonly decision: ReturnType<R> } | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Decides every row by one rule, in order; malformed rows give their issues and stop no other.
 *
 * @throws `InvalidFacts` only if `rows` is not a list or the policy is malformed.
 * @example decideAll(assessAdjustmentRequest, [{ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }])[0].decision.outcome // => 'late'
 * @since 0.1.0
 */
export function decideAll<R extends AnyRule>(rule: R, rows: readonly FactsOf<R>[], policy?: Policy): RowResult<R>[] {
  if (!Array.isArray(rows)) throw new InvalidFacts([{ path: ['rows'], message: 'must be a list of facts', received: received(rows) }]);
  const checked = policy === undefined ? undefined : policyOf(policy);
  return rows.map((facts: unknown): RowResult<R> => {
    try {
      return { ok: true, decision: (rule as unknown as (facts: unknown, policy?: Policy) => ReturnType<R>)(facts, checked) };
    } catch (error) {
      if (error instanceof InvalidFacts) return { ok: false, issues: error.issues };
      throw error;
    }
  });
}
