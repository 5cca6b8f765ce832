// The fewest changes by which a refused history is taken: by the clauses, beside brute force, and on the real events of the demo with one spoilt.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import {
  definePolicy,
  inOrder,
  InvalidFacts,
  londonInstant,
  londonDate,
  openCase,
  repair,
  transition,
  type Case,
  type CaseEvent,
  type Cohort,
  type PlainDate,
  type Registration,
  type Repair,
} from '../../src/index.js';
import { addDays } from '../../src/calendar/dates.js';
import { cohorts } from '../../src/testing/index.js';
import { someOf } from '../runs.js';

const registration: Registration = { participant: 'p-1', cohort: cohorts.january2021, registeredOn: '2020-12-07' };
const issued: CaseEvent = { type: 'portfolio-issued', on: '2021-01-10' };
const submitted: CaseEvent = { type: 'portfolio-submitted', at: '2021-06-30T16:00:00+01:00' };
const notMet: CaseEvent = { type: 'outcome-released', on: '2021-08-13', reviewOutcome: 'criteria-not-met' };
const resubmitted: CaseEvent = { type: 'portfolio-resubmitted', at: '2022-03-31T12:00:00+01:00' };
const met: CaseEvent = { type: 'outcome-released', on: '2022-05-13', reviewOutcome: 'criteria-met' };
const awarded: CaseEvent = { type: 'status-awarded', on: '2022-05-20' };

/** Each change in short, of a history that is repaired. */
const changesOf = (events: readonly CaseEvent[]): readonly (readonly string[])[] => {
  const result = repair(registration, events);
  if (result.result !== 'repaired') throw new Error(result.result);
  return result.repairs.map(({ changes }) => changes.map(({ kind, at, event, clause }) => `${kind} ${event.type} at ${at} (${clause})`));
};

describe('a history that the policy takes', () => {
  test('is sound', () => {
    expect(repair(registration, [issued, submitted, notMet, resubmitted, met, awarded])).toEqual({ result: 'sound' });
    expect(repair(registration, [])).toEqual({ result: 'sound' });
  });
  test('under one reading may need a repair under another', () => {
    const second = { ...registration, portfolio: 2 };
    const policy = definePolicy({ readings: { 'resubmission-after-restart': 'once-per-person' } });
    expect(repair(second, [issued, submitted, notMet, resubmitted]).result).toBe('sound');
    expect(repair(second, [issued, submitted, notMet, resubmitted], policy).result).toBe('repaired');
  });
});

describe('the smallest repairs', () => {
  test('4.3: of an award before its outcome, the two are swapped, or the award is taken out', () => {
    expect(changesOf([issued, submitted, notMet, resubmitted, awarded, met])).toEqual(
      expect.arrayContaining([['swap outcome-released at 4 (support/4.3)'], ['remove status-awarded at 4 (support/4.3)']]),
    );
  });
  test('6.2.1.b: of a second resubmission, either of the two is taken out', () => {
    const again: CaseEvent = { type: 'portfolio-resubmitted', at: '2022-03-31T13:00:00+01:00' };
    expect(changesOf([issued, submitted, notMet, resubmitted, again, met])).toEqual(
      expect.arrayContaining([
        ['remove portfolio-resubmitted at 3 (support/6.2.1.b)'],
        ['remove portfolio-resubmitted at 4 (support/6.2.1.b)'],
      ]),
    );
  });
  test('4.4: a portfolio that is not recorded is inserted before its outcome', () => {
    expect(changesOf([issued, notMet, resubmitted, met])).toEqual([['insert portfolio-submitted at 1 (support/4.4)']]);
  });
  test('4.3: of an award dated the day before its outcome, either date is changed, or the award is taken out', () => {
    const before: CaseEvent = { type: 'status-awarded', on: '2022-05-12' };
    const result = repair(registration, [issued, submitted, notMet, resubmitted, met, before]);
    expect(changesOf([issued, submitted, notMet, resubmitted, met, before])).toEqual(
      expect.arrayContaining([
        ['redate outcome-released at 4 (support/4.3)'],
        ['redate status-awarded at 5 (support/4.3)'],
        ['remove status-awarded at 5 (support/4.3)'],
      ]),
    );
    expect(result).toMatchObject({ isComplete: true });
  });
  test('6.2.3: a restart is inserted only into a cohort that the events name', () => {
    const later = cohorts.october2022;
    const missed: CaseEvent = { type: 'resubmission-deadline-missed', on: '2022-04-01' };
    const restarted: CaseEvent = { type: 'restarted', on: '2022-05-01', cohort: later };
    const anew: CaseEvent = { type: 'portfolio-issued', on: '2022-10-01' };
    expect(changesOf([issued, submitted, notMet, missed, anew])).toEqual([['remove portfolio-issued at 4 (support/4.3)']]);
    expect(changesOf([issued, submitted, notMet, missed, anew, restarted])).toEqual(
      expect.arrayContaining([['swap restarted at 4 (support/4.3)']]),
    );
  });
});

describe('bounds and errors', () => {
  test('of a history in which too much is wrong it gives up, and says after how many trials', () => {
    const wrong = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? awarded : notMet));
    const result = repair(registration, wrong);
    expect(result.result).toBe('gave-up');
    expect(result).toMatchObject({ tried: expect.any(Number) as number });
  });
  test('what is malformed is an error', () => {
    expect(() => repair(registration, [{ type: 'awarded' } as never])).toThrow(InvalidFacts);
    expect(() => repair({} as Registration, [])).toThrow(InvalidFacts);
  });
  test('of a cohort before London’s clock is known, no submission is tried, since it needs an instant', () => {
    const before: Registration = {
      participant: 'p',
      cohort: { id: 'q', programme: 'QTLS', startsOn: '1990-01-10' },
      registeredOn: '1989-12-07',
    };
    const events: readonly CaseEvent[] = [
      { type: 'portfolio-issued', on: '1990-01-10' },
      { type: 'review-started', on: '1990-07-01' },
    ];
    expect(repair(before, events)).toMatchObject({ result: 'repaired', repairs: [{ changes: [{ kind: 'remove' }] }] });
  });
  test('what was given is left as it was', () => {
    const events = Object.freeze([issued, Object.freeze({ ...awarded })]);
    const before = JSON.stringify(events);
    repair(registration, events);
    expect(JSON.stringify(events)).toBe(before);
  });
});

/** The events of an abstracted calendar, one of each that moves a case on; the resubmission is dated before the outcome that it follows. */
const early: CaseEvent = { type: 'portfolio-resubmitted', at: '2021-08-01T12:00:00+01:00' };
const alphabet: readonly CaseEvent[] = [issued, submitted, notMet, early, met, awarded];
const days: readonly PlainDate[] = [
  '2020-12-07',
  '2021-01-10',
  '2021-06-30',
  '2021-08-01',
  '2021-08-13',
  '2022-04-01',
  '2022-05-13',
  '2022-05-20',
];

const nameOf = (event: CaseEvent): string => (event.type === 'outcome-released' ? event.reviewOutcome : event.type);
const onDay = (event: CaseEvent, day: PlainDate): CaseEvent =>
  'at' in event ? { ...event, at: londonInstant(day, '12:00') } : { ...event, on: day };

/** Every history of up to six events that is taken, as names: `x` for an event as it is in the alphabet, `x*` for one that is taken on some day. */
function soundHistories(): ReadonlySet<string> {
  const sound = new Set<string>();
  const extend = (names: readonly string[], cases: readonly Case[]): void => {
    sound.add(names.join(' '));
    if (names.length === 6) return;
    for (const event of alphabet) {
      const forms: readonly [string, readonly CaseEvent[]][] = [
        [nameOf(event), [event]],
        [`${nameOf(event)}*`, days.map((day) => onDay(event, day))],
      ];
      for (const [name, dated] of forms) {
        const next = cases.flatMap((state) =>
          dated.map((each) => transition(state, each)).flatMap((step) => (step.accepted ? [step.case] : [])),
        );
        const unlike = [...new Map(next.map((state) => [JSON.stringify({ ...state, history: [] }), state])).values()];
        if (unlike.length > 0) extend([...names, name], unlike);
      }
    }
  };
  extend([], [openCase(registration)]);
  return sound;
}

/** Every way of keeping some events of a history in any order, as they are or redated, and of inserting others: with what it costs. */
function allRepairs(history: readonly string[], sound: ReadonlySet<string>): readonly [cost: number, names: string][] {
  const found: [number, string][] = [];
  for (const target of sound) {
    const names = target.split(' ').filter((name) => name !== '');
    const match = (at: number, kept: readonly number[], cost: number): void => {
      const name = names[at];
      if (name === undefined) {
        const swaps = kept.flatMap((place, index) => kept.slice(index + 1).filter((later) => later < place)).length;
        found.push([cost + swaps + (history.length - kept.length), target]);
        return;
      }
      for (const [place, own] of history.entries())
        if (!kept.includes(place) && own === name.replace('*', '')) match(at + 1, [...kept, place], cost + (own === name ? 0 : 1));
      if (name.endsWith('*')) match(at + 1, kept, cost + 1);
    };
    match(0, [], 0);
  }
  return found;
}

describe('beside brute force', () => {
  const sound = soundHistories();
  const upTo = (length: number): readonly (readonly CaseEvent[])[] =>
    length === 0
      ? [[]]
      : upTo(length - 1).flatMap((all) => [all, ...(all.length === length - 1 ? alphabet.map((each) => [...all, each]) : [])]);

  test('every history of up to four events is repaired by as few changes, and in every way', { timeout: 600_000 }, () => {
    const histories = upTo(4);
    expect(histories).toHaveLength(1 + 6 + 36 + 216 + 1296);
    let repaired = 0;
    for (const events of someOf(histories, 150)) {
      const result = repair(registration, events);
      const all = allRepairs(events.map(nameOf), sound);
      const least = Math.min(...all.map(([cost]) => cost));
      if (result.result !== 'repaired') {
        expect([result.result, least]).toEqual(['sound', 0]);
        continue;
      }
      repaired++;
      const told = result.repairs.map(({ events: whole, changes }) => {
        const chosen = changes.filter(({ kind }) => kind === 'insert' || kind === 'redate').map(({ event }) => event);
        expect(changes).toHaveLength(least);
        return whole.map((event) => `${nameOf(event)}${chosen.includes(event) ? '*' : ''}`).join(' ');
      });
      const smallest = [...new Set(all.filter(([cost]) => cost === least).map(([, names]) => names))];
      expect(result.isComplete).toBe(smallest.length <= 20);
      if (result.isComplete) expect([events.map(nameOf), [...told].sort()]).toEqual([events.map(nameOf), smallest.sort()]);
      else expect(told.filter((each) => !smallest.includes(each))).toEqual([]);
    }
    expect(repaired).toBeGreaterThan(100);
  });
});

/** The histories of the demo, in order, each with its registration. */
function historiesOfTheDemo(): readonly { readonly registration: Registration; readonly events: readonly CaseEvent[] }[] {
  const { cohorts: known } = JSON.parse(readFileSync('examples/cohort/cohorts.json', 'utf8')) as {
    readonly cohorts: readonly { readonly cohort: Cohort }[];
  };
  const cohortOf = (id: string): Cohort => (known.find(({ cohort }) => cohort.id === id) as { readonly cohort: Cohort }).cohort;
  const rows = parse<Readonly<Record<'participant' | 'type' | 'when' | 'cohort' | 'reviewOutcome', string>>>(
    readFileSync('examples/cohort/events.csv', 'utf8'),
    { columns: true },
  );
  expect(rows).toHaveLength(383);
  return [...new Set(rows.map(({ participant }) => participant))].map((participant) => {
    const own = rows.filter((row) => row.participant === participant);
    const opening = own.find(({ type }) => type === 'registered') as (typeof rows)[number];
    const events = own
      .filter(({ type }) => type !== 'registered')
      .map(({ type, when, cohort, reviewOutcome }) => {
        const [day = '', hour] = when.split(' ');
        if (when.includes('T')) return { type, at: when };
        if (hour !== undefined) return { type, at: londonInstant(day as PlainDate, hour) };
        return { type, on: day, ...(cohort && { cohort: cohortOf(cohort) }), ...(reviewOutcome && { reviewOutcome }) };
      }) as unknown as readonly CaseEvent[];
    return {
      registration: { participant, cohort: cohortOf(opening.cohort), registeredOn: opening.when as PlainDate },
      events: inOrder(events),
    };
  });
}

type Spoilt = readonly [kind: string, events: readonly CaseEvent[]];
/** Spoils a history in each way at a place: an event is lost, doubled or swapped with the next, or its date is another. */
const spoilt = (events: readonly CaseEvent[], at: number, by: number): readonly Spoilt[] => {
  const event = events[at] as CaseEvent;
  const next = events[at + 1];
  const day = 'at' in event ? londonDate(event.at) : event.on;
  const other = addDays(day, by);
  return [
    ...(event.type === 'restarted' ? [] : ([['lost', [...events.slice(0, at), ...events.slice(at + 1)]]] satisfies Spoilt[])),
    ['doubled', [...events.slice(0, at + 1), event, ...events.slice(at + 1)]],
    ...(next === undefined ? [] : ([['swapped', [...events.slice(0, at), next, event, ...events.slice(at + 2)]]] satisfies Spoilt[])),
    ['redated', [...events.slice(0, at), onDay(event, other), ...events.slice(at + 1)]],
  ];
};

describe('the events of the demo, one of them spoilt', () => {
  const sound = historiesOfTheDemo().filter(
    ({ registration: opening, events }) => events.length > 0 && repair(opening, events).result === 'sound',
  );
  test('most of its histories are sound', () => {
    expect(sound.length).toBeGreaterThanOrEqual(40);
  });

  test('the original is among the smallest repairs, however it was spoilt', { timeout: 600_000 }, () => {
    const tried: Record<string, number> = {};
    const drawn = fc.sample(fc.tuple(fc.constantFrom(...sound), fc.nat(100), fc.constantFrom(-400, -200, 200, 400), fc.nat(3)), {
      seed: 25,
      numRuns: 400,
    });
    for (const [{ registration: opening, events }, place, by, pick] of someOf(drawn, 100)) {
      const all = spoilt(events, place % events.length, by);
      const [kind, wrong] = all[pick % all.length] as Spoilt;
      const result = repair(opening, wrong);
      if (result.result === 'sound') continue; // such as a note lost, or a date that nothing turns on
      tried[kind] = (tried[kind] ?? 0) + 1;
      const isOriginal = ({ events: whole, changes }: Repair): boolean => {
        const chosen = changes.filter(({ kind: each }) => each === 'insert' || each === 'redate').map(({ event }) => event);
        const isLike = (event: CaseEvent, index: number): boolean => {
          const own = events[index] as CaseEvent;
          return chosen.includes(event) ? nameOf(event) === nameOf(own) : JSON.stringify(event) === JSON.stringify(own);
        };
        return changes.length === 1 && whole.length === events.length && whole.every(isLike);
      };
      expect(result.result === 'repaired' && result.repairs.some(isOriginal), `${kind}: ${JSON.stringify([opening, wrong])}`).toBe(true);
    }
    expect(Object.keys(tried).sort()).toEqual(['doubled', 'lost', 'redated', 'swapped']);
  });
});
