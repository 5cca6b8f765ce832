// The whole space of a rule, against every pair of days of a leap year: in `npm run test:full`.
import { expect, it } from 'vitest';
import { addDays } from '../../src/calendar/index.js';
import { assessAdjustmentRequest, compare, definePolicy, standardPolicy, type FactsOf } from '../../src/index.js';

const clearMonth = definePolicy({ readings: { 'notice-boundary': 'clear-month' } });
/** The days of a leap year, which are tried pair by pair. */
const days = Array.from({ length: 366 }, (_, index) => addDays('2024-01-01', index));
const told = (answer: { readonly outcome: string }): string =>
  JSON.stringify([answer.outcome, 'detail' in answer ? answer.detail : (answer as { needs?: unknown }).needs]);

it('3.1.1: a clear month finds the same kinds of difference as every pair of days does, and as its smallest case none smaller', () => {
  const { differences, smallest } = compare(standardPolicy, clearMonth, { rule: assessAdjustmentRequest });
  const kinds = new Set(differences.map((each) => `${each.before.outcome} ${each.after.outcome}`));
  const brute = new Map<string, FactsOf<typeof assessAdjustmentRequest>>();
  for (const programmeStartsOn of days)
    for (const back of [-40, -33, -32, -31, -30, -29, -28, -27, 0, 3]) {
      for (const requirement of ['reasonable-adjustment', 'described-in-section-6'] as const) {
        const facts = { programmeStartsOn, requestedOn: addDays(programmeStartsOn, back), requirement };
        const [one, other] = [assessAdjustmentRequest(facts, standardPolicy), assessAdjustmentRequest(facts, clearMonth)];
        if (told(one) !== told(other)) brute.set(`${one.outcome} ${other.outcome}`, brute.get(`${one.outcome} ${other.outcome}`) ?? facts);
      }
    }
  expect([...kinds].sort()).toStrictEqual([...brute.keys()].sort());
  expect(smallest?.cases).toBeGreaterThan(0);
});
