// The traces for other languages: what they visit, counted from the table of cells and not from the traces.
import { expect, test } from 'vitest';
import { programmeLifecycle, replayChain, definePolicy } from '../../src/index.js';
import { traces, type Trace } from '../../src/testing/index.js';

const all = traces();
const { cells, stages, events } = programmeLifecycle;
/** Each accepted step as its cell with the stage that it leads to; a restart leads to `restarted`, and what follows is at `registered`. */
const stepsOf = ({ steps }: Trace) =>
  steps.map(({ event, accepted, stage }, index) => ({
    from: steps[index - 1]?.stage ?? 'registered',
    event: event.type,
    accepted,
    to: accepted && event.type === 'restarted' ? 'restarted' : stage,
  }));
const declared = cells.flatMap(({ event, from, to }) => to.map((stage) => `${event}: ${from} to ${stage}`));

test('every cell is visited, with each stage that it leads to', () => {
  const visited = new Set(all.flatMap(stepsOf).map(({ event, from, to }) => `${event}: ${from} to ${to}`));
  expect(declared.filter((each) => !visited.has(each))).toEqual([]);
});

test('every refusing cell is visited; after a restart an event belongs to the case that it opened', () => {
  const visited = new Set(all.flatMap(stepsOf).flatMap(({ event, from, accepted }) => (accepted ? [] : [`${event}: ${from}`])));
  const refusing = stages
    .filter((stage) => stage !== 'restarted')
    .flatMap((from) =>
      events.filter((event) => !cells.some((cell) => cell.event === event && cell.from === from)).map((event) => `${event}: ${from}`),
    );
  expect(refusing.filter((each) => !visited.has(each))).toEqual([]);
});

test('every pair of consecutive cells is visited, except those that cannot follow each other', () => {
  const visited = new Set(
    all.flatMap((trace) => {
      const taken = stepsOf(trace).filter(({ accepted }) => accepted);
      return taken
        .slice(1)
        .map((next, index) => [taken[index], next].map((each) => `${each?.event}: ${each?.from} to ${each?.to}`).join(', '));
    }),
  );
  const pairs = declared.flatMap((first) => {
    const to = first.split(' to ')[1];
    const then = to === 'restarted' ? 'registered' : to;
    return declared.filter((next) => next.includes(`: ${then} to `)).map((next) => `${first}, ${next}`);
  });
  const missed = pairs.filter((each) => !visited.has(each));
  const helper = (pair: string): readonly string[] => pair.split(', ').map((each) => /^(supporter|mentor)/.exec(each)?.[1] ?? '');
  /** 6.1.2 and 6.1.3: a supporter in QTLS, a mentor in ATS. */
  const isOfTwoProgrammes = (pair: string): boolean => helper(pair).includes('supporter') && helper(pair).includes('mentor');
  /** 6.2.3: one reading says whether a deadline that is missed leads on, for the record of it and for what comes late alike. */
  const needsTwoReadings = (pair: string): boolean =>
    /^submission-deadline-missed: in-programme to in-programme, (portfolio-submitted|submission-deadline-missed): in-programme to (restart-required|withdrawn)$/.test(
      pair,
    ) ||
    pair ===
      'resubmission-deadline-missed: criteria-not-met to criteria-not-met, resubmission-deadline-missed: criteria-not-met to restart-required';
  const impossible = pairs.filter((each) => isOfTwoProgrammes(each) || needsTwoReadings(each));
  expect(missed).toEqual(impossible);
  expect(impossible).toHaveLength(8 + 5);
  expect([...visited].filter((each) => !pairs.includes(each))).toEqual([]);
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
