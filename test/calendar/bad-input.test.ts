// Whatever is passed in, the calendar throws its own two errors and nothing else, and soon.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import * as api from '../../src/calendar/index.js';
import { calendarFrom } from '../../src/date-holidays/index.js';
import { runs } from '../runs.js';

const { InvalidFacts, OutsideCalendar, anyPartOfUk, englandAndWales } = api;

const cyclic: Record<string, unknown> = { date: '2021-01-01', name: 'A day' };
cyclic['self'] = cyclic;
const throwing = {
  get date(): never {
    throw new TypeError('a getter threw');
  },
};
const everyTrapThrows = new Proxy(
  {},
  new Proxy(
    {},
    {
      get: () => (): never => {
        throw new TypeError('a trap threw');
      },
    },
  ),
);
const endless = Object.assign([], {
  *[Symbol.iterator]() {
    for (;;) yield 1;
  },
});
const { proxy: revoked, revoke } = Proxy.revocable([], {});
revoke();

const hostile = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSparseArray: true }),
  fc.constantFrom<unknown>(
    NaN,
    Infinity,
    -0,
    1e308,
    2 ** 53,
    Symbol('x'),
    1n,
    () => 1,
    'x'.repeat(10_000),
    '2021-02-30',
    '2021-01-01T00:00Z',
  ),
  fc.constantFrom<unknown>(cyclic, throwing, endless, JSON.parse('{"__proto__":{"date":"2021-01-01"}}'), new Array(200_000)),
);
const plausible = fc.oneof(
  fc.constantFrom<unknown>(
    '2021-01-01',
    englandAndWales.span.to,
    '1900-01-01',
    '2199-12-31',
    0,
    10,
    -10,
    109_572,
    '2021-06-30T17:00Z',
    '17:00',
  ),
  fc.constantFrom<unknown>(englandAndWales, anyPartOfUk, [], {}, { base: englandAndWales, id: 'test', version: '1' }),
  fc.record(
    {
      base: fc.constant(englandAndWales),
      id: hostile,
      version: hostile,
      add: fc.array(hostile),
      remove: hostile,
      closures: fc.array(fc.record({ from: hostile, to: hostile, name: hostile })),
    },
    { requiredKeys: [] },
  ),
  fc.record({
    'england-and-wales': fc.record({
      division: fc.constant('england-and-wales'),
      events: fc.array(fc.record({ title: hostile, date: hostile })),
    }),
  }),
  fc.array(fc.record({ due: hostile, set: hostile, countedFrom: hostile, span: fc.record({ workingDays: hostile }) })),
  fc.record({ years: hostile, base: hostile }),
);
const anything = fc.oneof(hostile, plausible);

const functions = Object.entries({ ...api, calendarFrom } as Record<string, unknown>).filter(
  ([name, value]) => typeof value === 'function' && name !== 'InvalidFacts' && name !== 'OutsideCalendar',
) as [string, (...args: readonly unknown[]) => unknown][];

test('every function is here', () => {
  expect(functions.map(([name]) => name).sort()).toEqual(
    [
      ...[
        'addDays',
        'addMonths',
        'addWorkingDays',
        'calendarFrom',
        'countDays',
        'daysBetween',
        'instant',
        'isWorkingDay',
        'londonDate',
        'londonInstant',
      ],
      ...[
        'movedDeadlines',
        'nextWorkingDay',
        'plainDate',
        'previousWorkingDay',
        'subtractMonths',
        'withGovUkFeed',
        'workingCalendar',
        'workingDaysBetween',
      ],
    ].sort(),
  );
});

/** Calls, and lets nothing through but the library's own errors, whose issues must be fit to send. */
function survives(call: (...args: readonly unknown[]) => unknown, args: readonly unknown[]): void {
  try {
    call(...args);
  } catch (error) {
    if (!(error instanceof InvalidFacts || error instanceof OutsideCalendar)) throw error;
    if (error instanceof OutsideCalendar) return;
    expect(error.issues.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(error.issues))).toEqual(error.issues);
  }
}

it.each(functions)('%s throws only the errors of the library', (_, call) => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 3 }), (args) => survives(call, args)),
    runs(100),
  );
});

it.each(functions)('%s is not hurt by proxies whose every trap throws', (_, call) => {
  for (const trapped of [everyTrapThrows, revoked]) {
    const nested = [
      trapped,
      [trapped],
      { base: trapped },
      { base: englandAndWales, id: trapped, version: trapped, add: trapped, remove: [trapped], closures: [{ from: trapped, to: trapped }] },
      { 'england-and-wales': trapped, scotland: { division: trapped, events: trapped } },
      { 'england-and-wales': { division: 'england-and-wales', events: [trapped, { title: trapped, date: trapped, notes: trapped }] } },
      [
        { due: trapped, set: trapped, span: trapped },
        { countedFrom: trapped, span: { workingDays: trapped } },
      ],
      { years: trapped, base: trapped },
      { years: { from: trapped, to: trapped } },
    ];
    for (const first of nested) {
      survives(call, [first, trapped, trapped]);
      survives(call, [englandAndWales, first, first]);
      survives(call, ['2021-01-01', first, englandAndWales]);
      survives(call, [first, englandAndWales, englandAndWales]);
    }
  }
});

it.each(functions)('%s refuses no arguments at all, and names what is missing', (name, call) => {
  let issues: readonly api.Issue[] = [];
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidFacts) issues = error.issues;
  }
  expect(issues.length, name).toBeGreaterThan(0);
});
