// Every machine is searched to its last state: every stage and every cell is visited, and every theorem holds. `npm run test:full -- explore` searches further, for longer.
import * as library from 'professional-status';
import * as calendar from 'professional-status/calendar';
import { expect, test } from 'vitest';
import { inWords, run } from '../tools/explore/report.mjs';

const explored = [...run(library, calendar, { whole: false })];

test('every machine is searched', () => {
  expect([...new Set(explored.map(({ machine: { id } }) => id))]).toEqual([
    'programmeLifecycle',
    'supportAppealProcedure',
    'awardAppeal',
    'actionAgainstMember',
    'membershipApplication',
  ]);
});

test.each(explored)('$title: 100% of stages and cells, and no counterexample', ({ stages, cells, proofs, states }) => {
  expect(states).toBeGreaterThan(5);
  expect([...stages.missed, ...cells.missed]).toEqual([]);
  expect(proofs.flatMap(({ theorem, counterexample }) => (counterexample ? [theorem.says, ...inWords(counterexample)] : []))).toEqual([]);
  for (const { asked } of proofs) expect(asked).toBeGreaterThan(0);
});
