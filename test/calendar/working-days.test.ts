// Working days: the rows that anyone can check by hand, what always holds, and agreement with a naive day-by-day counter over the whole span.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  anyPartOfUk,
  countDays,
  englandAndWales,
  isWorkingDay,
  nextWorkingDay,
  northernIreland,
  previousWorkingDay,
  scotland,
  workingDaysBetween,
  type PlainDate,
} from '../../src/calendar/index.js';
import { calendars, datesOf, dayAfter, daysOffOf, lastDay, thrown } from './support.js';

const span = datesOf(englandAndWales.span.from, lastDay);
const inner = span.slice(366, -366); // so that no count leaves the span
const aDate = fc.nat(inner.length - 1).map((i) => inner[i] as PlainDate);
const aCalendar = fc.constantFrom(...calendars);
const aCount = fc.integer({ min: -200, max: 200 });

test.each([
  { received: '2020-12-23', five: '2021-01-04', ten: '2021-01-11' },
  { received: '2021-05-14', five: '2021-05-21', ten: '2021-05-28' },
  { received: '2021-05-31', five: '2021-06-07', ten: '2021-06-14' },
  { received: '2021-12-24', five: '2022-01-05', ten: '2022-01-12' },
  { received: '2025-04-14', five: '2025-04-23', ten: '2025-04-30' },
] as const)('England and Wales: from $received, 5 is $five and 10 is $ten', ({ received, five, ten }) => {
  expect(addWorkingDays(received, 5, englandAndWales)).toBe(five);
  expect(addWorkingDays(received, 10, englandAndWales)).toBe(ten);
});

test.each([
  { calendar: englandAndWales, from: '2021-03-16', n: 1, to: '2021-03-17' },
  { calendar: scotland, from: '2020-12-31', n: 1, to: '2021-01-05' },
  { calendar: scotland, from: '2021-04-01', n: 1, to: '2021-04-05' },
  { calendar: northernIreland, from: '2021-03-16', n: 1, to: '2021-03-18' },
  { calendar: northernIreland, from: '2021-07-09', n: 1, to: '2021-07-13' },
  { calendar: anyPartOfUk, from: '2021-04-01', n: 1, to: '2021-04-06' },
] as const)('$calendar.id: $n from $from is $to', ({ calendar, from, n, to }) => {
  expect(addWorkingDays(from, n, calendar)).toBe(to);
});

test('the trigger is day 0, and is never rolled', () => {
  for (const date of ['2021-05-28', '2021-05-29', '2021-05-30', '2021-05-31'] as const) {
    expect(addWorkingDays(date, 0, englandAndWales)).toBe(date);
    expect(addWorkingDays(date, 1, englandAndWales)).toBe('2021-06-01');
    expect(nextWorkingDay(date, englandAndWales)).toBe('2021-06-01');
  }
  for (const date of ['2021-05-29', '2021-05-30', '2021-05-31', '2021-06-01'] as const) {
    expect(addWorkingDays(date, -1, englandAndWales)).toBe('2021-05-28');
    expect(previousWorkingDay(date, englandAndWales)).toBe('2021-05-28');
  }
});

describe('beyond the span', () => {
  const outside = (needed: string): unknown => ({
    ...{ code: 'OUTSIDE_CALENDAR', calendar: 'england-and-wales', coveredFrom: '2011-01-01', coveredTo: lastDay },
    needed,
  });

  it('a count is refused as soon as a day that it needs is not covered', () => {
    const day = addDays(lastDay, -16);
    const left = workingDaysBetween(day, lastDay, englandAndWales);
    expect(addWorkingDays(day, left, englandAndWales) <= lastDay).toBe(true);
    for (const n of [left + 1, left + 12, 109_572])
      expect(thrown(() => addWorkingDays(day, n, englandAndWales))).toEqual(outside(dayAfter));
    expect(thrown(() => countDays(day, left + 1, englandAndWales))).toEqual(outside(dayAfter));
    expect(thrown(() => nextWorkingDay(lastDay, englandAndWales))).toEqual(outside(dayAfter));
    expect(addWorkingDays('2011-01-05', -1, englandAndWales)).toBe('2011-01-04');
    expect(thrown(() => addWorkingDays('2011-01-05', -2, englandAndWales))).toEqual(outside('2010-12-31'));
    expect(thrown(() => previousWorkingDay('2011-01-01', englandAndWales))).toEqual(outside('2010-12-31'));
  });

  it('so is a trigger that is not covered, whatever is asked of it', () => {
    expect(thrown(() => addWorkingDays(dayAfter, 0, englandAndWales))).toEqual(outside(dayAfter));
    expect(thrown(() => addWorkingDays(addDays(dayAfter, 1), -1, englandAndWales))).toEqual(outside(addDays(dayAfter, 1)));
    expect(thrown(() => isWorkingDay('2010-12-31', englandAndWales))).toEqual(outside('2010-12-31'));
    expect(thrown(() => workingDaysBetween('2010-12-31', '2011-01-04', englandAndWales))).toEqual(outside('2010-12-31'));
    expect(thrown(() => workingDaysBetween(lastDay, addDays(dayAfter, 1), englandAndWales))).toEqual(outside(addDays(dayAfter, 1)));
  });
});

describe('always', () => {
  it('adding and counting are inverses', () => {
    fc.assert(
      fc.property(aDate, aCount, aCalendar, (date, n, calendar) => {
        const to = addWorkingDays(date, n, calendar);
        expect(workingDaysBetween(date, to, calendar)).toBe(n);
        if (n !== 0) expect(isWorkingDay(to, calendar)).toBe(true);
        if (isWorkingDay(date, calendar)) expect(addWorkingDays(to, -n, calendar)).toBe(date);
      }),
    );
    fc.assert(
      fc.property(aDate, aDate, aCalendar, (a, b, calendar) => {
        const n = workingDaysBetween(a, b, calendar);
        if (isWorkingDay(b, calendar)) expect(n === 0 ? b : addWorkingDays(a, n, calendar)).toBe(b);
        if (isWorkingDay(a, calendar) && isWorkingDay(b, calendar)) expect(workingDaysBetween(b, a, calendar) + n).toBe(0);
      }),
    );
  });

  it('a later trigger is never due earlier, nor is a longer count', () => {
    fc.assert(
      fc.property(aDate, aCount, fc.nat(30), aCalendar, (date, n, by, calendar) => {
        const due = addWorkingDays(date, n, calendar);
        // At n = 0 the trigger itself is the answer, working day or not: there the two sides are compared apart.
        if (n !== 0) expect(addWorkingDays(addDays(date, by), n, calendar) >= due).toBe(true);
        if (n < 200) expect(addWorkingDays(date, n + 1, calendar) > due).toBe(true);
      }),
    );
  });

  it('a count goes day by day', () => {
    fc.assert(
      fc.property(aDate, aCount, aCalendar, (date, n, calendar) => {
        const { due, days } = countDays(date, n, calendar);
        expect(due).toBe(addWorkingDays(date, n, calendar));
        const step = n < 0 ? -1 : 1;
        expect(days.map((one) => one.date)).toEqual(days.map((_, i) => addDays(date, i * step)));
        expect(days[0]).toEqual({ date, counted: false, reason: 'trigger' });
        const counted = days.flatMap((one) => (one.counted === false ? [] : [one.counted]));
        expect(counted).toEqual(Array.from({ length: Math.abs(n) }, (_, i) => (i + 1) * step));
        expect(days.at(-1)?.date).toBe(due);
        for (const one of days.slice(1)) expect(one.reason === 'working-day').toBe(isWorkingDay(one.date, calendar));
      }),
    );
  });
});

test.each(calendars)('$id agrees with a counter that goes day by day, from every day of the span', (calendar) => {
  const off = daysOffOf(calendar);
  const works = span.map((date) => {
    const weekday = new Date(date).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !off.has(date);
  });
  /** Where the count ends, as an index into the span. */
  const naive = (from: number, n: number): number => {
    let at = from;
    for (let left = Math.abs(n); left > 0;) {
      at += Math.sign(n);
      if (at < 0 || at >= works.length || works[at]) left--;
    }
    return at;
  };
  let comparisons = 0;
  const wrong = span.flatMap((date, i) =>
    [-20, -10, -5, -2, -1, 0, 1, 2, 5, 10, 20].filter((n) => {
      const expected = span[naive(i, n)];
      comparisons++;
      if (expected === undefined) return !JSON.stringify(thrown(() => addWorkingDays(date, n, calendar))).includes('OUTSIDE_CALENDAR');
      return addWorkingDays(date, n, calendar) !== expected || workingDaysBetween(date, expected, calendar) !== n;
    }),
  );
  expect(wrong).toEqual([]);
  expect(comparisons).toBe(11 * span.length);
});
