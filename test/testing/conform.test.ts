// Another system put beside the lifecycle: one that agrees, and ten with one fault each, found and shrunk to the history by which they are known.
import { describe, expect, test } from 'vitest';
import {
  definePolicy,
  InvalidFacts,
  londonDate,
  londonInstant,
  openCase,
  position,
  programmeLifecycle,
  transition,
  type AnyPolicy,
  type Case,
  type CaseEvent,
  type ClauseId,
  type Instant,
  type Policy,
} from '../../src/index.js';
import { conform, type ConformDriver, type Conformance } from '../../src/testing/index.js';

/** What is wrong with a system: it answers an event otherwise, or reads otherwise; where it says nothing, it does as the library. */
interface Fault {
  readonly policy?: AnyPolicy;
  readonly take?: (state: Case, event: CaseEvent, asTheLibrary: (event: CaseEvent) => Case | undefined) => Case | undefined;
  readonly opens?: (state: Extract<Case, { stage: 'restarted' }>) => Case;
  /** None where the system keeps no duties. */
  readonly duties?: 'none' | ((codes: readonly string[], state: Case) => readonly string[]);
}

/** A system on the library that holds one case, with a fault. */
function systemWith({
  policy,
  take = (_, event, library) => library(event),
  opens = ({ next }) => openCase(next),
  duties,
}: Fault = {}): ConformDriver {
  let state: Case | undefined;
  const now = (): Case => state as Case;
  return {
    open: (registration) => (state = openCase(registration)),
    send: (event) => {
      const next = take(now(), event, (sent) => {
        const step = transition(now(), sent, policy);
        return step.accepted ? step.case : undefined;
      });
      if (next !== undefined) state = next.stage === 'restarted' ? opens(next) : next;
      return next !== undefined;
    },
    read: () => {
      if (duties === 'none' || fake.has(now())) return { stage: now().stage };
      const last = now().history.map((event) => ('at' in event ? londonDate(event.at) : event.on));
      const asOf = [now().registeredOn, ...last].sort().at(-1) as (typeof last)[number];
      const open = position(now(), asOf, policy).duties.filter(({ status }) => status !== 'lapsed');
      const codes = [...new Set<string>(open.map(({ what }) => what))];
      return { stage: now().stage, duties: duties?.(codes, now()) ?? codes };
    },
  };
}

const found = (result: Conformance) => {
  if (!('disagreement' in result)) throw new Error('no fault is found');
  return result.disagreement;
};
const agreedBy = (result: Conformance) => {
  if ('disagreement' in result) throw new Error(result.disagreement.inWords);
  return result;
};

describe('a system that agrees', () => {
  test('agrees on every history, and everything is visited', async () => {
    const { agreed, visited, notVisited } = agreedBy(await conform(systemWith()));
    expect(notVisited).toEqual([]);
    expect(agreed).toBeGreaterThan(600);
    expect(visited.length).toBeGreaterThan(200);
  });

  test('every cell is visited under some choice of the readings on which a destination turns', async () => {
    const seen = new Set<string>();
    for (const first of ['not-settled-here', 'restart', 'withdrawn'] as const) {
      for (const again of ['each-portfolio', 'once-per-person'] as const) {
        const never = first === 'restart' ? 'not-settled-here' : 'restart';
        const policy = definePolicy({
          readings: { 'first-deadline-missed': first, 'resubmission-after-restart': again, 'never-resubmitted': never },
        });
        const { visited } = agreedBy(await conform(systemWith({ policy, duties: 'none' }), { policy, runs: 0 }));
        for (const each of visited) seen.add(each);
      }
    }
    const declared = programmeLifecycle.cells.flatMap(({ event, from, to }) => to.map((stage) => `${event}: ${from} to ${stage}`));
    expect(declared.filter((each) => !seen.has(each))).toEqual([]);
    const refusing = programmeLifecycle.stages
      .filter((stage) => stage !== 'restarted') // the events after a restart belong to the case that it opened
      .flatMap((stage) => programmeLifecycle.events.map((event) => ({ stage, event })))
      .filter(({ stage, event }) => !programmeLifecycle.cells.some((cell) => cell.event === event && cell.from === stage))
      .map(({ stage, event }) => `${event}: ${stage}, refused by stage-takes-event`);
    expect(refusing.filter((each) => !seen.has(each))).toEqual([]);
  });

  test('both sides of each deadline are visited, to the second and by the day', async () => {
    const sent = new Set<string>();
    const { send, ...rest } = systemWith({ duties: 'none' });
    await conform(
      { ...rest, send: (event) => (sent.add('at' in event ? event.at : `${event.type} ${event.on}`), send(event)) },
      { runs: 0 },
    );
    for (const moment of [
      '2021-06-30T17:00:00+01:00',
      '2021-06-30T17:00:01+01:00',
      '2022-03-31T17:00:00+01:00',
      '2022-03-31T17:00:01+01:00',
    ])
      expect(sent).toContain(moment);
    for (const day of ['2021-06-29', '2021-06-30', '2021-07-01']) expect(sent).toContain(`review-started ${day}`);
    for (const day of ['2021-06-30', '2021-07-01']) expect(sent).toContain(`submission-deadline-missed ${day}`);
    for (const day of ['2022-03-31', '2022-04-01']) expect(sent).toContain(`resubmission-deadline-missed ${day}`);
  });

  test('it may answer by promises, and may read no duties', async () => {
    const { open, send, read } = systemWith({ duties: 'none' });
    const slow: ConformDriver = {
      open: async (registration) => await Promise.resolve(open(registration)),
      send: async (event) => await Promise.resolve(send(event)),
      read: async () => ({ stage: (await Promise.resolve(read())).stage }),
    };
    expect(agreedBy(await conform(slow, { runs: 20 })).notVisited).toEqual([]);
  });

  test('the budget ends it between two histories, and what it left out is told', async () => {
    let sent = 0;
    const { send, ...rest } = systemWith({ duties: 'none' });
    const { agreed, notVisited } = agreedBy(await conform({ ...rest, send: (event) => (sent++, send(event)) }, { budget: 100 }));
    expect(sent).toBeGreaterThanOrEqual(100);
    expect(sent).toBeLessThan(200);
    expect(agreed).toBeGreaterThan(0);
    expect(notVisited).toContain('status-awarded: criteria-met to awarded');
  });

  test('the same seed sends the same, another one another', async () => {
    const sentBy = async (seed: number): Promise<string> => {
      const all: CaseEvent[] = [];
      const { send, ...rest } = systemWith({ duties: 'none' });
      await conform({ ...rest, send: (event) => (all.push(event), send(event)) }, { seed, runs: 5 });
      return JSON.stringify(all);
    };
    expect(await sentBy(3)).toBe(await sentBy(3));
    expect(await sentBy(3)).not.toBe(await sentBy(4));
  });

  test('a malformed policy is an error, and not a disagreement', async () => {
    await expect(conform(systemWith(), { policy: { readings: { nope: 'x' } } as unknown as Policy })).rejects.toThrow(InvalidFacts);
  });
});

const oncePerPerson = definePolicy({ readings: { 'resubmission-after-restart': 'once-per-person' } });
/** Cases that the library never made: of such a one a system reads no duties. */
const fake = new WeakSet<Case>();
const at = (state: Case, stage: Case['stage']): Case => {
  const made = { ...state, stage } as Case;
  fake.add(made);
  return made;
};

/** Each fault by its clause and its shortest history: the types of its events, the outcomes by their names. */
const faults: readonly [name: string, clause: ClauseId, shortest: readonly string[], fault: Fault][] = [
  [
    'accepts a second resubmission',
    'support/6.2.1.b',
    ['portfolio-issued', 'portfolio-submitted', 'criteria-not-met', 'portfolio-resubmitted', 'portfolio-resubmitted'],
    { take: (state, event, library) => (state.stage === 'resubmitted' && event.type === 'portfolio-resubmitted' ? state : library(event)) },
  ],
  [
    'awards before an outcome',
    'support/4.3',
    ['portfolio-issued', 'portfolio-submitted', 'status-awarded'],
    {
      take: (state, event, library) =>
        state.stage === 'submitted' && event.type === 'status-awarded' ? at(state, 'awarded') : library(event),
    },
  ],
  [
    'treats a resubmission at 17:00:01 as in time',
    'support/6.2.3',
    ['portfolio-issued', 'portfolio-submitted', 'criteria-not-met', 'portfolio-resubmitted'],
    {
      take: (_, event, library) =>
        library(
          event.type === 'portfolio-resubmitted' ? { ...event, at: event.at.replace('17:00:01', '17:00:00') as typeof event.at } : event,
        ),
    },
  ],
  [
    'forgets that a restart opens the next portfolio',
    'support/6.2.1.b',
    [
      ...['portfolio-issued', 'portfolio-submitted', 'criteria-not-met', 'portfolio-resubmitted', 'restarted'],
      ...['portfolio-issued', 'portfolio-submitted', 'criteria-not-met'],
    ],
    { policy: oncePerPerson, opens: ({ next }) => openCase({ ...next, portfolio: 1 }) },
  ],
  [
    'opens no case after a restart',
    'support/6.2.3',
    ['portfolio-issued', 'portfolio-submitted', 'criteria-not-met', 'resubmission-deadline-missed', 'restarted'],
    { opens: (state) => state },
  ],
  [
    'restarts in the same cohort',
    'support/6.2.3',
    ['portfolio-issued', 'portfolio-submitted', 'criteria-not-met', 'portfolio-resubmitted', 'restarted'],
    {
      take: (state, event, library) => {
        if (event.type !== 'restarted' || event.cohort.id !== state.cohort.id) return library(event);
        return library({ ...event, cohort: { ...event.cohort, id: 'another' } });
      },
    },
  ],
  [
    'records a missed deadline on its own day',
    'support/6.2.3',
    ['portfolio-issued', 'submission-deadline-missed'],
    {
      take: (state, event, library) => {
        const due = state.cohort.submissionDeadline;
        const isOnTheDay = event.type === 'submission-deadline-missed' && due !== undefined && event.on === londonDate(due);
        return isOnTheDay && state.stage === 'in-programme' ? state : library(event);
      },
    },
  ],
  [
    'starts a review before the deadline’s day',
    'support/4.4',
    ['portfolio-issued', 'portfolio-submitted', 'review-started'],
    {
      take: (state, event, library) =>
        library(event) ?? (state.stage === 'submitted' && event.type === 'review-started' ? at(state, 'under-review') : undefined),
    },
  ],
  [
    'takes a request for adjustments only before the submission',
    'support/3.1.1',
    ['portfolio-issued', 'portfolio-submitted', 'adjustments-requested'],
    { take: ({ stage }, event, library) => (stage === 'submitted' && event.type === 'adjustments-requested' ? undefined : library(event)) },
  ],
  [
    'owes no feedback once the criteria are not met',
    'support/6.2.1.a',
    ['portfolio-issued', 'portfolio-submitted', 'criteria-not-met'],
    { duties: (codes) => codes.filter((code) => code !== 'give-written-feedback') },
  ],
];

/** Has a system read the instant of a submission otherwise than it is written, before the library is asked. */
const readingInstants = (read: (at: Instant, due: Instant | undefined) => Instant): Fault => ({
  take: (state, event, library) => {
    if (!('at' in event)) return library(event);
    const { submissionDeadline, resubmissionDeadline } = state.cohort;
    return library({ ...event, at: read(event.at, event.type === 'portfolio-submitted' ? submissionDeadline : resubmissionDeadline) });
  },
});
const ms = (at: Instant): number => Date.parse(at);
const inUtc = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;
const dayInText = (at: Instant) => at.slice(0, 10) as ReturnType<typeof londonDate>;

/** Each fault of a system that reads instants, with the instant by which it is found. */
const instantFaults: readonly [name: string, at: Instant, fault: Fault][] = [
  [
    'compares instants as text',
    '2022-03-31T18:00:00+02:00',
    readingInstants((at, due = at) => {
      if (at > due === ms(at) > ms(due)) return at;
      return at > due ? inUtc(ms(due) + 1000) : due;
    }),
  ],
  [
    'takes the day of an instant from its text',
    '2021-06-30T23:30:00Z',
    readingInstants((at, due = at) => londonInstant(dayInText(at), ms(at) > ms(due) ? '23:59:59' : '00:00')),
  ],
  ['floors an instant to the second', '2022-03-31T17:00:00.001+01:00', readingInstants((at) => inUtc(Math.floor(ms(at) / 1000) * 1000))],
  [
    'gives 999 milliseconds of grace',
    '2022-03-31T17:00:00.001+01:00',
    readingInstants((at, due = at) => (ms(at) > ms(due) && ms(at) <= ms(due) + 999 ? due : at)),
  ],
];

describe('a system that', () => {
  test.each(instantFaults)('%s is found by the histories that visit everything, at %s', async (_, at, fault) => {
    const { events } = found(await conform(systemWith({ ...fault, duties: 'none' }), { runs: 0 }));
    expect(events).toContainEqual(expect.objectContaining({ at }));
  });

  test('takes the day of a late submission from its text releases the outcome a day early', async () => {
    const early: Fault = {
      take: (state, event, library) => {
        const isByText =
          state.stage === 'submitted' &&
          event.type === 'outcome-released' &&
          ms(state.submittedAt) > ms(state.cohort.submissionDeadline ?? state.submittedAt) &&
          event.on === dayInText(state.submittedAt);
        return library(event) ?? (isByText ? at(state, event.reviewOutcome) : undefined);
      },
      duties: 'none',
    };
    const { events, clause } = found(await conform(systemWith(early), { runs: 0 }));
    expect(events.slice(1)).toEqual([
      { type: 'portfolio-submitted', at: '2021-06-30T23:30:00Z' },
      { type: 'outcome-released', on: '2021-06-30', reviewOutcome: 'criteria-met' },
    ]);
    expect(clause).toBe('support/4.4');
  });

  test('refuses a restart that is dated before its trigger is found', async () => {
    const strict: Fault = {
      take: (state, event, library) =>
        state.stage === 'restart-required' && event.type === 'restarted' && event.on < state.restartFrom ? undefined : library(event),
    };
    const { events, expected, actual } = found(await conform(systemWith(strict), { runs: 0 }));
    expect(events.at(-1)?.type).toBe('restarted');
    expect([expected.accepted, actual.accepted]).toEqual([true, false]);
  });

  test.each(faults)('%s is found by %s', async (_, clause, shortest, fault) => {
    const { policy } = fault;
    const { events, inWords, ...told } = found(await conform(systemWith(fault), policy === undefined ? {} : { policy }));
    expect(events.map((event) => (event.type === 'outcome-released' ? event.reviewOutcome : event.type))).toEqual(shortest);
    expect(told.clause).toBe(clause);
    expect(told.actual).not.toEqual(told.expected);
    expect(inWords).toContain(clause.replace('support/', 'Support policy '));
  });

  test('is at another stage from the registration on is found there', async () => {
    const { events, expected, actual, clause } = found(await conform({ ...systemWith(), read: () => ({ stage: 'new' }) }));
    expect({ events, expected, actual, clause }).toEqual({
      events: [],
      expected: { stage: 'registered' },
      actual: { stage: 'new' },
      clause: 'support/2.1',
    });
  });

  test('fails by itself is not judged: what it throws is thrown on', async () => {
    const broken: ConformDriver = {
      ...systemWith(),
      send: () => {
        throw new RangeError('no such table');
      },
    };
    await expect(conform(broken)).rejects.toThrow('no such table');
  });
});
