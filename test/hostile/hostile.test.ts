// Bad input to every exported function: one InvalidFacts with every problem and its place (from the calendar also OutsideCalendar), nothing else, no hang.
import { afterAll, describe, expect, it } from 'vitest';
import * as api from '../../src/index.js';
import type { Issue } from '../../src/index.js';
import { attempt, faultOf, isPlain, leadsTo, placesIn, put, spoil, valueAt, type Came } from './verdict.js';
import { calls, type Call, type Path } from './calls.js';
import { huge, impossibleDates, impossibleInstants, never, odd, stepsTaken, strangeKeys } from './values.js';

interface Place {
  readonly index: number;
  readonly place: Path;
  /** The path that an issue about it has. */
  readonly full: Path;
  readonly valid: unknown;
}
function placesOf(call: Call): readonly Place[] {
  return call
    .args()
    .flatMap((arg, index) =>
      placesIn(arg).map((place) => ({ index, place, full: [...(call.at[index] ?? []), ...place], valid: valueAt(arg, place) })),
    );
}
/** All of them at the top of an argument and one step down; deeper, where the same readers stand again, each place has a fifth of them, in turn. */
function sharedOut<T>(values: readonly T[], { place }: Place, turn: number): readonly T[] {
  return place.length < 2 ? values : values.filter((_, index) => (index + turn) % 5 === 0);
}
const isRead = (call: Call, path: Path): boolean => !(call.unread?.where(path) ?? false);
const show = (path: Path): string => (path.join('.') || 'the argument').slice(0, 60);

const freeText = ['id', 'participant', 'member', 'applicant', 'name', 'title', 'notes', 'version'];
/** What kind of text stands at a place, so that one that is impossible there can be put in its stead. */
function impossibleAt({ valid, place }: Place): readonly unknown[] {
  if (typeof valid !== 'string') return [];
  if (/^\d{4}-\d\d-\d\d$/.test(valid)) return impossibleDates;
  if (/^\d{4}-\d\d-\d\dT/.test(valid)) return impossibleInstants;
  return freeText.includes(String(place.at(-1)))
    ? []
    : [
        'no-such-word',
        ...[valid.toLowerCase(), valid.toUpperCase()].filter((other) => other !== valid),
        ` ${valid}`,
        '',
        'constructor',
        '__proto__',
        'toString',
      ];
}

const callable = Object.entries(calls);

describe('every exported function', () => {
  it.each(callable)('%s: answers the call before it is spoilt', (name, call) => {
    const came = attempt(call, call.args());
    expect({ how: came.how, fault: faultOf(name, came), issues: came.issues }).toStrictEqual({
      how: 'answered',
      fault: undefined,
      issues: [],
    });
  });

  it.each(callable)('%s: answers objects without a prototype, and frozen ones, as it does others', (_, call) => {
    const bare = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(bare);
      return isPlain(value)
        ? Object.assign(Object.create(null) as object, Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bare(part)])))
        : value;
    };
    const frozen = (value: unknown): unknown => {
      if (!isPlain(value)) return value;
      Object.values(value).forEach(frozen);
      return Object.freeze(value);
    };
    const text = (result: unknown): string => JSON.stringify([result]);
    if (call.args().length === 0) return;
    expect(text(call.run(...call.args().map(bare)))).toBe(text(call.run(...call.args())));
    expect(text(call.run(...call.args().map(frozen)))).toBe(text(call.run(...call.args())));
  });

  it.each(callable)('%s: refuses what is never a fact, wherever it is put, and says where', (name, call) => {
    const faults: string[] = [];
    for (const [turn, at] of placesOf(call).entries()) {
      const { index, place, full } = at;
      for (const [what, make] of sharedOut(Object.entries(never), at, turn)) {
        const came = attempt(call, spoil(call.args(), index, place, put(make())));
        const fault = faultOf(name, came) ?? (isRead(call, full) ? misplaced(came, full) : undefined);
        if (fault !== undefined) faults.push(`${what} at ${show(full)}: ${fault}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: answers odd values, or refuses them as malformed', (name, call) => {
    const faults: string[] = [];
    for (const [turn, at] of placesOf(call).entries()) {
      const { index, place, full } = at;
      for (const [what, make] of sharedOut(Object.entries(odd), at, turn)) {
        const fault = faultOf(name, attempt(call, spoil(call.args(), index, place, put(make()))));
        if (fault !== undefined) faults.push(`${what} at ${show(full)}: ${fault}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: refuses impossible dates and instants, and words that it does not know', (name, call) => {
    const faults: string[] = [];
    for (const [turn, at] of placesOf(call).entries()) {
      if (!isRead(call, at.full)) continue;
      for (const value of sharedOut(impossibleAt(at), at, turn)) {
        const came = attempt(call, spoil(call.args(), at.index, at.place, put(value)));
        const fault = faultOf(name, came) ?? misplaced(came, at.full);
        if (fault !== undefined) faults.push(`${JSON.stringify(value)} at ${show(at.full)}: ${fault}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: refuses keys that it does not know, each by its name', (name, call) => {
    const faults: string[] = [];
    for (const { index, place, full, valid } of placesOf(call)) {
      if (!isPlain(valid) || Array.isArray(valid)) continue;
      for (const key of strangeKeys) {
        if (!isRead(call, [...full, key])) continue;
        const came = attempt(call, spoil(call.args(), index, [...place, key], put(1)));
        const fault = faultOf(name, came) ?? misplaced(came, [...full, key], true);
        if (fault !== undefined) faults.push(`${key.slice(0, 20)} at ${show(full)}: ${fault}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: refuses a hole in a list, and says where', (name, call) => {
    const faults: string[] = [];
    const hole = (holder: object, key: string | number): void => {
      const list = (holder as Record<string | number, unknown>)[key] as unknown[];
      list.length += 1;
    };
    for (const { index, place, full, valid } of placesOf(call)) {
      if (place.length === 0 || !Array.isArray(valid) || !isRead(call, [...full, valid.length])) continue;
      const came = attempt(call, spoil(call.args(), index, place, hole));
      const fault = faultOf(name, came) ?? misplaced(came, [...full, valid.length]);
      if (fault !== undefined) faults.push(`a hole at ${show(full)}: ${fault}`);
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: refuses a getter that throws, wherever it is put', (name, call) => {
    const faults: string[] = [];
    const getter = (holder: object, key: string | number): void => {
      Object.defineProperty(holder, key, {
        enumerable: true,
        configurable: true,
        get: () => {
          throw new RangeError('a getter');
        },
      });
    };
    for (const { index, place, full } of placesOf(call)) {
      if (place.length === 0) continue;
      const came = attempt(call, spoil(call.args(), index, place, getter));
      const fault = faultOf(name, came) ?? (isRead(call, full) ? misplaced(came, full) : undefined);
      if (fault !== undefined) faults.push(`${show(full)}: ${fault}`);
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: answers where a part is missing, or refuses that as malformed', (name, call) => {
    const faults: string[] = [];
    const without = (holder: object, key: string | number): void => void Reflect.deleteProperty(holder, key);
    for (const { index, place, full } of placesOf(call)) {
      const fault = faultOf(
        name,
        attempt(call, place.length === 0 ? call.args().slice(0, index) : spoil(call.args(), index, place, without)),
      );
      if (fault !== undefined) faults.push(`${show(full)}: ${fault}`);
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: reports two problems together', (name, call) => {
    const faults: string[] = [];
    const leaves = placesOf(call).filter(
      ({ valid, full }) =>
        (typeof valid !== 'object' || valid === null) && isRead(call, full) && !call.kinds?.includes(String(full.at(-1))),
    );
    for (const [first, one] of leaves.entries()) {
      for (const two of leaves.slice(first + 1)) {
        if (one.index !== two.index && [one.index, two.index].includes(call.apart ?? NaN)) continue;
        const came = attempt(call, spoil(spoil(call.args(), one.index, one.place, put(NaN)), two.index, two.place, put(NaN)));
        const fault = faultOf(name, came) ?? misplaced(came, one.full) ?? misplaced(came, two.full);
        if (fault !== undefined) faults.push(`${show(one.full)} and ${show(two.full)}: ${fault}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: is bounded, however much it is given', (name, call) => {
    const faults: string[] = [];
    for (const { index, place, full } of placesOf(call)) {
      if (place.length > 1) continue;
      for (const [what, make] of Object.entries(huge)) {
        stepsTaken();
        const args = spoil(call.args(), index, place, put(make()));
        const before = performance.now();
        const came = attempt(call, args);
        const fault =
          faultOf(name, came) ??
          (performance.now() - before > 2000 ? 'took more than two seconds' : undefined) ??
          (stepsTaken() > 150_000 ? 'walked an endless list' : undefined);
        if (fault !== undefined) faults.push(`${what} at ${show(full)}: ${fault}`);
      }
    }
    expect(faults).toStrictEqual([]);
  });

  it.each(callable)('%s: takes a call without arguments for a bad one', (name, call) => {
    const came = attempt(call, []);
    expect(faultOf(name, came)).toBeUndefined();
  });
});

describe('problems of unlike kinds', () => {
  const pathsOf = (issues: readonly Issue[]): readonly string[] => issues.map(({ path }) => path.join('.')).sort();

  it('are reported together: an answer before receipt, an unknown key, a fact that is missing', () => {
    const facts = { ground: 'sufficiency-of-support', receivedAt: '2021-05-14', respondedOn: '2021-05-13', extra: 1 };
    expect(pathsOf(api.assessSupportAppeal.check(facts))).toStrictEqual(['discussedWithTeam', 'extra', 'respondedOn']);
  });

  it('are reported together: receipt before sending, and an answer before both', () => {
    const facts = {
      discussedWithTeam: true,
      ground: 'sufficiency-of-support',
      sentAt: '2021-05-15',
      receivedAt: '2021-05-14',
      respondedOn: '2021-05-13',
    };
    expect(pathsOf(api.assessSupportAppeal.check(facts))).toStrictEqual(['receivedAt', 'respondedOn']);
  });

  it('are reported together: two cohorts with one id, and a third without a date', () => {
    const cohort = { id: 'qtls-2022-01', programme: 'QTLS', startsOn: '2022-01-10' };
    const facts = {
      programme: 'QTLS',
      trigger: '2021-11-01',
      cohorts: [cohort, cohort, { ...cohort, id: 'qtls-2022-10', startsOn: 'October' }],
    };
    expect(pathsOf(api.nextAvailableCohort.check(facts))).toStrictEqual(['cohorts.1.id', 'cohorts.2.startsOn']);
  });

  it('are each reported once: a history that is too long', () => {
    const opened = api.openCase({
      participant: 'p-1',
      cohort: { id: 'c-1', programme: 'QTLS', startsOn: '2021-01-10' },
      registeredOn: '2020-12-07',
    });
    const history = Array.from({ length: 501 }, () => ({ type: 'adjustments-requested', on: '2021-01-10' }));
    const came = attempt({ run: api.readCase, args: () => [], at: [] }, [{ ...opened, history }]);
    expect(pathsOf(came.issues)).toStrictEqual(['history']);
  });
});

function misplaced({ how, issues }: Came, place: Path, exactly = false): string | undefined {
  if (how !== 'refused') return how;
  const said = issues.some(({ path }) => leadsTo(path, place) && (!exactly || path.length >= place.length));
  return said
    ? undefined
    : `placed at ${issues
        .slice(0, 3)
        .map(({ path }) => show(path))
        .join(' and ')}`;
}

/** What every object has, before anything hostile is read. */
const inherited = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((prototype) => Reflect.ownKeys(prototype));
afterAll(() => {
  const now = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((prototype) => Reflect.ownKeys(prototype));
  expect(now).toStrictEqual(inherited);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
