// A host's `Date` and London's days: the same answer from each class of date-fns, around the clock changes and midnight, and back.
import { runInNewContext } from 'node:vm';
import { UTCDate } from '@date-fns/utc';
import { addMilliseconds, startOfDay } from 'date-fns';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, addWorkingDays, englandAndWales, instant, londonDate, type PlainDate } from '../../src/calendar/index.js';
import { fromDate, toDate } from '../../src/date-fns/index.js';
import { assessAdjustmentRequest } from '../../src/index.js';
import { thrownBy } from '../decision/thrown.js';
import { runs } from '../runs.js';

/** Like `TZDate`: its parts and its text are those of a zone, here nine hours ahead, and its moment is what any `Date` holds. */
class TokyoDate extends Date {
  override getTimezoneOffset(): number {
    return -540;
  }
  override getDate(): number {
    return new Date(this.getTime() + 32_400_000).getUTCDate();
  }
  override toISOString(): string {
    return new Date(this.getTime() + 32_400_000).toISOString().replace('Z', '+09:00');
  }
}
const classes = [
  ['Date', Date],
  ['UTCDate', UTCDate],
  ['a date of another zone', TokyoDate],
] as const;

describe.each(classes)('the day of a %s', (_, Class) => {
  test.each([
    ['2021-03-27T23:59:59.999Z', '2021-03-27', 'the day before the clocks go forward, to its end'],
    ['2021-03-28T00:00:00.000Z', '2021-03-28', 'the day on which they do'],
    ['2021-03-28T22:59:59.999Z', '2021-03-28', 'to its end, an hour early'],
    ['2021-03-28T23:00:00.000Z', '2021-03-29', 'the day after'],
    ['2021-10-30T22:59:59.999Z', '2021-10-30', 'the day before the clocks go back, to its end'],
    ['2021-10-30T23:00:00.000Z', '2021-10-31', 'the day on which they do'],
    ['2021-10-31T23:59:59.999Z', '2021-10-31', 'to its end, of 25 hours'],
    ['2021-11-01T00:00:00.000Z', '2021-11-01', 'the day after'],
    ['1996-01-01T00:00:00.000Z', '1996-01-01', 'the first that is known'],
    ['2199-12-31T23:59:59.999Z', '2199-12-31', 'the last'],
  ])('at %s is %s: %s', (at, day) => {
    const date = new Class(at);
    expect(fromDate(date, 'day')).toBe(day);
    expect(fromDate(date, 'instant')).toBe(at);
    expect(toDate(fromDate(date, 'instant'))).toEqual(new Date(at));
  });
});

describe('3.1.1: a request that a database holds as dates', () => {
  test.each([
    [9, 'timely'],
    [10, 'timely'],
    [11, 'late'],
  ])('made on %i December 2020, by 10 December: %s', (day, outcome) => {
    const requestedOn = fromDate(new UTCDate(2020, 11, day), 'day');
    expect(assessAdjustmentRequest({ requestedOn, programmeStartsOn: fromDate(new UTCDate(2021, 0, 10), 'day') }).outcome).toBe(outcome);
  });
});

describe('the Date of a day', () => {
  test.each<[PlainDate, string, string]>([
    ['2021-03-28', '2021-03-28T00:00:00.000Z', 'begins in winter'],
    ['2021-03-29', '2021-03-28T23:00:00.000Z', 'the first to begin in summer'],
    ['2021-10-31', '2021-10-30T23:00:00.000Z', 'the last'],
    ['2021-11-01', '2021-11-01T00:00:00.000Z', 'begins in winter again'],
    ['1996-01-01', '1996-01-01T00:00:00.000Z', 'the first that is known'],
    ['2199-12-31', '2199-12-31T00:00:00.000Z', 'the last'],
  ])('%s is %s: %s', (day, at) => {
    expect(toDate(day).toISOString()).toBe(at);
    expect(londonDate(instant(at))).toBe(day);
  });

  it('is the first millisecond of it', () => {
    for (const day of ['2021-03-29', '2021-10-31', '2021-11-01'] as const)
      expect(fromDate(addMilliseconds(toDate(day), -1), 'day')).toBe(addDays(day, -1));
  });

  it('comes back as the same day, whatever the day, and so does each moment of it', () => {
    const from = Date.UTC(1996, 0, 1);
    fc.assert(
      fc.property(fc.date({ min: new Date(from), max: new Date(Date.UTC(2199, 11, 31)), noInvalidDate: true }), (date) => {
        const day = fromDate(date, 'day');
        expect(fromDate(toDate(day), 'day')).toBe(day);
        expect(toDate(day).getTime()).toBeLessThanOrEqual(date.getTime());
        expect(date.getTime() - toDate(day).getTime()).toBeLessThan(25 * 3_600_000);
        expect(day).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' }).format(date));
      }),
      runs(2000),
    );
  });

  it('is a Date of the host, which date-fns takes', () => {
    const due = toDate(addWorkingDays('2020-12-23', 10, englandAndWales));
    expect(startOfDay(new UTCDate(due)).toISOString()).toBe('2021-01-11T00:00:00.000Z');
    expect(Object.getPrototypeOf(due)).toBe(Date.prototype);
  });
});

describe('an instant', () => {
  it('keeps its moment, however it is written', () => {
    expect(toDate('2021-06-30T17:00+01:00')).toEqual(toDate('2021-06-30T16:00:00.000Z'));
    expect(fromDate(toDate('2021-10-31T01:30:00+00:00'), 'instant')).toBe('2021-10-31T01:30:00.000Z');
  });
});

describe('what is refused', () => {
  const IS_A_DATE = 'must be a valid Date, from 1996 to 2199 in London';
  const called = (date: unknown, as: unknown) =>
    thrownBy(() => fromDate(date as Date, as as 'day')).issues.map(({ path, message, received, code }) => [
      path.join('.'),
      message,
      received,
      code,
    ]);

  test.each<[string, unknown, unknown, string]>([
    ['an invalid Date', new Date(NaN), 'Invalid Date', 'malformed'],
    ['an invalid UTCDate', new UTCDate(NaN), 'Invalid Date', 'malformed'],
    ['a moment before the first', new Date('1995-12-31T23:59:59.999Z'), '1995-12-31T23:59:59.999Z', 'out-of-range'],
    ['a moment after the last', new Date('2200-01-01T00:00:00Z'), '2200-01-01T00:00:00.000Z', 'out-of-range'],
    ['a year of five digits', new Date(8.64e15), '+275760-09-13T00:00:00.000Z', 'out-of-range'],
    ['a number of milliseconds', 1_624_000_000_000, 1_624_000_000_000, 'malformed'],
    ['a text, though it is an instant', '2021-06-30T16:00:00Z', '2021-06-30T16:00:00Z', 'malformed'],
    [
      'what calls itself one',
      { [Symbol.toStringTag]: 'Date', getTime: () => 0, toISOString: () => '2021-06-30T16:00:00Z' },
      'object',
      'malformed',
    ],
    ['what only inherits from one', Object.create(Date.prototype), 'object', 'malformed'],
    ['a proxy of one', new Proxy(new Date(), {}), 'object', 'malformed'],
    ['null, as a column without a value', null, null, 'malformed'],
    ['nothing', undefined, 'undefined', 'missing'],
  ])('%s', (_, date, received, code) => {
    expect(called(date, 'day')).toEqual([['date', IS_A_DATE, received, code]]);
    expect(called(date, 'instant')).toEqual([['date', IS_A_DATE, received, code]]);
  });

  it('another word than day or instant, beside what is wrong with the date', () => {
    expect(called(new Date(NaN), 'month').map(([path]) => path)).toEqual(['date', 'as']);
    expect(called(new Date(), undefined)).toEqual([['as', 'is missing: give one of day, instant', 'undefined', 'missing']]);
  });

  test.each<[unknown, string]>([
    ['2021-02-30', 'malformed'],
    ['1995-12-31', 'out-of-range'],
    ['2200-01-01', 'out-of-range'],
    ['1995-12-31T23:59:59Z', 'out-of-range'],
    ['2021-06-30T17:00', 'malformed'],
    [new Date(), 'malformed'],
    [undefined, 'missing'],
  ])('%s, which is neither a day nor an instant that is known', (moment, code) => {
    expect(thrownBy(() => toDate(moment as PlainDate)).issues).toMatchObject([{ path: ['moment'], code }]);
  });
});

it('a Date of another realm is one', () => {
  expect(fromDate(runInNewContext("new Date('2021-06-30T23:30:00Z')") as Date, 'day')).toBe('2021-07-01');
});
