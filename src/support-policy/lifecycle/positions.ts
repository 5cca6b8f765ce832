// Where each of many cases stands.
import { readAll, attempt, type Tried } from '../../data/issues.js';
import { itemAt, lengthOf } from '../../data/reading.js';
import type { Moment } from '../../decision/decision.js';
import { readAsOf } from '../../machine/engine.js';
import { policyOf, type AnyPolicy } from '../../policy/policy.js';
import type { Case } from './case.js';
import { engine } from './lifecycle.js';
import type { Position } from './position.js';

const MOST_CASES = 100_000;

/**
 * Says where each of some cases stands on a day or at an instant: a row for each, in order.
 *
 * A case that cannot be read, or that was registered after the day asked about, has a row that says so, and stops no other.
 *
 * @throws `InvalidFacts` if `cases` is not a list of at most 100,000, or the moment or the policy is malformed.
 * @example positions([openCase(registration), { stage: 'lost' }], '2020-12-08').map(({ ok }) => ok) // => [true, false]
 * @since 0.1.0
 */
export function positions(cases: readonly unknown[], asOf: Moment, policy?: AnyPolicy): Tried<{ readonly position: Position }>[] {
  const [length, on, chosen] = readAll<[number, Moment, AnyPolicy]>(
    () => lengthOf(cases, ['cases'], MOST_CASES, 'cases'),
    () => readAsOf(asOf),
    () => policyOf(policy),
  );
  return Array.from({ length }, (_, index) =>
    attempt(() => ({ position: engine().position(itemAt(cases, index, []) as Case, on, chosen) })),
  );
}
