// The traces for other languages: what they visit, counted from the table of cells and not from the traces.
import { expect, test } from 'vitest';
import { programmeLifecycle, replayChain, definePolicy } from '../../src/index.js';
import { traces } from '../../src/testing/index.js';
import { coverageOf } from '../tools/traces.mjs';

const all = traces();
const { cells, pairs, refusing } = coverageOf(all, programmeLifecycle);

test('every cell is visited, with each stage that it leads to', () => {
  expect(cells.all).toHaveLength(63);
  expect(cells.missed).toEqual([]);
});

test('every refusing cell is visited; after a restart an event belongs to the case that it opened', () => {
  expect(refusing.all).toHaveLength(11 * 17 - programmeLifecycle.cells.length);
  expect(refusing.missed).toEqual([]);
});

test('every pair of consecutive cells is visited, except those that cannot follow each other', () => {
  expect(pairs.missed).toEqual([]);
  expect(pairs.impossible).toHaveLength(8 + 5);
  expect(pairs.visited.filter((each) => !pairs.all.includes(each))).toEqual([]);
});

test('what a trace leaves out is named', () => {
  const withoutAward = all.filter(({ steps }) => !steps.some(({ event }) => event.type === 'status-awarded'));
  const fewer = coverageOf(withoutAward, programmeLifecycle);
  expect(fewer.cells.missed).toContain('status-awarded: criteria-met to awarded');
  expect(fewer.pairs.missed.length).toBeGreaterThan(0);
  expect(fewer.refusing.missed).toContain('status-awarded: awarded');
});

test('the answers are those of the lifecycle under the readings of the trace', () => {
  for (const { readings, registration, steps } of all) {
    const folded = replayChain(
      registration,
      steps.map(({ event }) => event),
      definePolicy({ readings }),
    );
    expect(folded.steps.map(({ accepted }) => accepted)).toEqual(steps.map(({ accepted }) => accepted));
    expect(folded.cases.at(-1)?.stage).toBe(steps.at(-1)?.stage ?? 'registered');
  }
});

test('both sides of a deadline are written as other systems write them, and what follows a submission after midnight is tried on both days', () => {
  const steps = all.flatMap((trace) => trace.steps);
  const moments = steps.flatMap(({ event }) => ('at' in event ? [event.at] : []));
  for (const day of ['2021-06-30', '2022-03-31'])
    for (const time of ['16:00:00Z', '16:00:01Z', '18:00:00+02:00', '18:00:01+02:00', '17:00:00.001+01:00', '23:30:00Z'])
      expect(moments).toContain(`${day}T${time}`);
  const after = all.flatMap(({ steps: [, submitted, ...next] }) =>
    submitted?.event.type === 'portfolio-submitted' && submitted.event.at === '2021-06-30T23:30:00Z' ? next : [],
  );
  const outcomes = after.flatMap(({ event, accepted }) => (event.type === 'outcome-released' ? [`${event.on} ${accepted}`] : []));
  expect(outcomes).toEqual(expect.arrayContaining(['2021-06-30 false', '2021-07-01 true']));
});

test('a restart is dated before its trigger, too', () => {
  const early = all.flatMap(({ steps }) => steps).filter(({ event }) => event.type === 'restarted' && event.on <= '2022-03-31');
  expect(early.map(({ accepted }) => accepted)).toContain(true);
});
