// Dates, months, instants and errors: the limits, row by row, and agreement with `Date` and date-fns over the whole range.
import { utc } from '@date-fns/utc';
import { addDays as fnsAddDays, addMonths as fnsAddMonths, differenceInCalendarDays, formatISO, parseISO } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isPlainDate } from '../../src/calendar/dates.js';
import { compareInstants, readInstant } from '../../src/calendar/instants.js';
import {
  InvalidFacts,
  OutsideCalendar,
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  englandAndWales,
  instant,
  plainDate,
  subtractMonths,
  type PlainDate,
} from '../../src/calendar/index.js';
import type { IssueCode } from '../../src/data/issues.js';
import { datesOf, paths, thrown } from './support.js';

const day = (date: string): Date => parseISO(date, { in: utc });
const iso = (date: Date): string => formatISO(date, { representation: 'date', in: utc });
const everyDate = datesOf('1900-01-01', '2199-12-31');
const aDate = fc.nat(everyDate.length - 1).map((i) => everyDate[i] as PlainDate);

describe('plainDate', () => {
  it.each(['1900-01-01', '2199-12-31', '2000-02-29', '2024-02-29', '2021-12-31'])('takes %s', (text) => {
    expect(plainDate(text)).toBe(text);
  });

  it.each([
    ...['1899-12-31', '2200-01-01', '1900-02-29', '2100-02-29', '2021-02-29', '2021-02-30', '2021-04-31', '2021-00-10', '2021-13-10'],
    ...['2021-01-00', '2021-01-32', '2021-1-01', '2021-01-1', '21-01-01', '2021/01/01', ' 2021-01-01', '2021-01-01 ', '2021-01-01T00:00Z'],
    ...['２０２１-01-01', '2021-0a-01', '+021-01-01', '2021-01--1', '', 'x'.repeat(10_000), 20_210_101, null, undefined, ['2021-01-01']],
  ])('refuses %j', (value) => {
    expect(thrown(() => plainDate(value))).toMatchObject({ code: 'INVALID_FACTS', issues: [{ path: [] }] });
  });

  it.each<[string, IssueCode]>([
    ['0000-02-30', 'malformed'],
    ['0000-03-01', 'out-of-range'],
    ['1899-12-31', 'out-of-range'],
    ['2200-01-01', 'out-of-range'],
    ['9999-12-31', 'out-of-range'],
    ['9999-12-32', 'malformed'],
  ])('says of %s that it is %s, and so of an instant on it', (date, code) => {
    expect(thrown(() => plainDate(date))).toMatchObject({ issues: [{ code }] });
    expect(thrown(() => instant(`${date}T12:00Z`))).toMatchObject({ issues: [{ code }] });
  });

  it('takes exactly the dates that there are', { timeout: 30_000 }, () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const taken = Array.from({ length: 302 }, (_, i) => 1899 + i).flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, i) => `${year}-${two(Math.floor(i / 33))}-${two(i % 33)}`).filter(
        (text) => paths(() => plainDate(text)).length === 0,
      ),
    );
    expect(taken).toEqual(everyDate);
  });
});

describe('days', () => {
  it('are counted as date-fns counts them', () => {
    fc.assert(
      fc.property(aDate, aDate, (a, b) => {
        const n = differenceInCalendarDays(day(b), day(a), { in: utc });
        expect(daysBetween(a, b)).toBe(n);
        expect(addDays(a, n)).toBe(b);
        expect(iso(fnsAddDays(day(a), n, { in: utc }))).toBe(b);
      }),
    );
  });

  it('lead one to the next, over the whole range', () => {
    expect(everyDate.slice(0, -1).map((date) => addDays(date, 1))).toEqual(everyDate.slice(1));
  });

  it('end where the dates end', () => {
    expect(addDays('2199-12-30', 1)).toBe('2199-12-31');
    expect(thrown(() => addDays('2199-12-31', 1))).toMatchObject({ issues: [{ path: [], received: '2199-12-31' }] });
    expect(thrown(() => addDays('1900-01-01', -1))).toMatchObject({ issues: [{ path: [], received: '1900-01-01' }] });
    expect(addDays('1900-01-01', 109_572)).toBe('2199-12-31');
    expect(paths(() => addDays('1900-01-01', 109_573))).toEqual(['n']);
  });
});

describe('months', () => {
  it('equal date-fns on every date of the calendars’ span', { timeout: 30_000 }, () => {
    const wrong = datesOf(englandAndWales.span.from, englandAndWales.span.to).flatMap((date) =>
      [-13, -12, -6, -1, 0, 1, 2, 6, 11, 12, 18].filter((n) => {
        const expected = iso(fnsAddMonths(day(date), n, { in: utc }));
        return addMonths(date, n) !== expected || subtractMonths(date, -n) !== expected;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('equal date-fns anywhere', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -3600, max: 3600 }), (date, n) => {
        const expected = fnsAddMonths(day(date), n, { in: utc });
        const year = expected.getUTCFullYear();
        if (year < 1900 || year > 2199) expect(paths(() => addMonths(date, n))).toEqual(['']);
        else expect(addMonths(date, n)).toBe(iso(expected));
      }),
    );
  });

  it.each([
    { date: '2021-01-10', n: 1, back: '2020-12-10' },
    { date: '2025-02-28', n: 1, back: '2025-01-28' },
    { date: '2021-04-30', n: 1, back: '2021-03-30' },
    { date: '2021-03-31', n: 1, back: '2021-02-28' },
    { date: '2024-03-31', n: 1, back: '2024-02-29' },
    { date: '2024-02-29', n: 12, back: '2023-02-28' },
  ] as const)('$n before $date is $back', ({ date, n, back }) => {
    expect(subtractMonths(date, n)).toBe(back);
    expect(addMonths(date, -n)).toBe(back);
  });
});

describe('instant', () => {
  it.each([
    ['2021-03-31T17:00Z', '2021-03-31T17:00:00.000Z'],
    ['2021-03-31T17:00:01Z', '2021-03-31T17:00:01.000Z'],
    ['2021-03-31T17:00:01.250+01:00', '2021-03-31T16:00:01.250Z'],
    ['2021-03-31T00:30-23:59', '2021-04-01T00:29:00.000Z'],
    ['2021-01-01T00:00:00+23:59', '2020-12-31T00:01:00.000Z'],
    ['1900-01-01T00:00Z', '1900-01-01T00:00:00.000Z'],
    ['2199-12-31T23:59:59.999Z', '2199-12-31T23:59:59.999Z'],
  ] as const)('reads %s', (text, expected) => {
    expect(instant(text)).toBe(text);
    expect(readInstant(text)).toBe(Date.parse(expected));
  });

  it.each([
    ...[
      '2021-03-31',
      '2021-03-31T17:00',
      '2021-03-31T17Z',
      '2021-03-31T24:00Z',
      '2021-03-31T17:60Z',
      '2021-03-31T17:00:60Z',
      '2021-02-29T00:00Z',
    ],
    ...[
      '2021-03-31T17:00:00.1Z',
      '2021-03-31T17:00:00.1234Z',
      '2021-03-31T17:00.000Z',
      '2021-03-31T17:00z',
      '2021-03-31t17:00Z',
      '2021-03-31 17:00Z',
    ],
    ...[
      '2021-03-31T17:00+24:00',
      '2021-03-31T17:00+01:60',
      '2021-03-31T17:00+0100',
      '2021-03-31T17:00+01',
      '2021-03-31T17:00 Z',
      '2021-03-31T17:00Z\n',
    ],
    ...['1899-12-31T23:59Z', '2200-01-01T00:00Z', '', 'T'.repeat(10_000), 0, null, undefined, {}],
  ])('refuses %j', (value) => {
    expect(paths(() => instant(value))).toEqual(['']);
  });

  it('is compared as the moment that it is', () => {
    expect(compareInstants('2021-03-31T17:00+01:00', '2021-03-31T16:00:00.000Z')).toBe(0);
    expect(compareInstants('2021-10-31T01:30+01:00', '2021-10-31T01:30+00:00')).toBeLessThan(0);
    expect(compareInstants('2021-10-31T17:00:01Z', '2021-10-31T17:00Z')).toBeGreaterThan(0);
  });
});

describe('a text with one character too many, too few or another', () => {
  const shape = /^(\d{4}-\d\d-\d\d)(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;
  const real = new Set<string>(everyDate);
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  const near = (text: string): readonly string[] =>
    Array.from({ length: text.length + 1 }, (_, at) => [text.slice(0, at), text.slice(at)] as const).flatMap(([before, after]) => [
      before + after.slice(1),
      ...printable.flatMap((one) => [before + one + after, before + one + after.slice(1)]),
    ]);
  it.each([
    '2021-03-31',
    '2024-02-29',
    '1999-11-09',
    '2021-03-31T17:00Z',
    '2021-03-31T09:09-09:09',
    '2021-03-31T19:59:59+23:59',
    '2021-03-31T23:49:09.999Z',
    '2000-02-29T00:00:00.250-01:00',
  ])('%s is read where it is one still, and refused elsewhere', (text) => {
    const wrong = near(text).filter((other) => {
      const [whole, date = '', time] = shape.exec(other) ?? [];
      const isOne = whole === other && real.has(date);
      if (time === undefined) return isPlainDate(other) !== isOne || !Number.isNaN(readInstant(other));
      return isPlainDate(other) || !Object.is(readInstant(other), isOne ? Date.parse(other) : NaN);
    });
    expect(wrong).toEqual([]);
  });
});

describe('errors', () => {
  it('say every problem at once, each with its path', () => {
    const call = (): unknown => addWorkingDays('2021-02-30', NaN, {} as never);
    expect(thrown(call)).toEqual({
      code: 'INVALID_FACTS',
      issues: [
        {
          path: ['date'],
          message: 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31',
          code: 'malformed',
          received: '2021-02-30',
        },
        { path: ['n'], message: 'must be a whole number from -109572 to 109572', code: 'malformed', received: 'NaN' },
        { path: ['calendar'], message: 'must be a calendar such as englandAndWales', code: 'malformed', received: 'object' },
      ],
    });
    expect(call).toThrow(/^Invalid facts: date must be .*2199-12-31\nn must be .*\ncalendar must be /);
  });

  it('are told apart by name and code', () => {
    const wrong = new InvalidFacts([{ path: ['days', 0, 'date'], message: 'is wrong', code: 'malformed', received: null }]);
    expect(wrong).toMatchObject({
      name: 'InvalidFacts',
      code: 'INVALID_FACTS',
      message: 'Invalid facts: days.0.date is wrong',
    });
    const outside = new OutsideCalendar('scotland', '2011-01-01', '2019-12-31', '2020-01-01');
    expect(outside).toMatchObject({ name: 'OutsideCalendar', code: 'OUTSIDE_CALENDAR', calendar: 'scotland', needed: '2020-01-01' });
    expect(outside.message).toContain("'scotland' covers 2011-01-01 to 2019-12-31, and 2020-01-01 is needed");
  });
});

test('the calendar is needed as it is, and not described', () => {
  expect(paths(() => addWorkingDays('2021-01-01', 1, { ...englandAndWales }))).toEqual(['calendar']);
  expect(paths(() => addWorkingDays('2021-01-01', 1, 'england-and-wales' as never))).toEqual(['calendar']);
});
