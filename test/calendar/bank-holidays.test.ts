// The table of bank holidays: against the oracle, by name, and holiday by holiday; and against date-holidays, with its gaps listed.
import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { anyPartOfUk, isWorkingDay, workingCalendar, type PlainDate, type WorkingCalendar } from '../../src/calendar/index.js';
import { describe, expect, it, test } from 'vitest';
import { sourceOf } from '../tools/calendar-update.mjs';
import { bankHolidays, exceptions, nations, type Nation } from './oracle.js';
import { calendarOf, datesOf, upTo, years } from './support.js';

/** Days of a year on which a calendar works and an authority does not, or the other way round. */
function differences(calendar: WorkingCalendar, year: number, off: ReadonlySet<string>): readonly PlainDate[] {
  return datesOf(`${year}-01-01`, `${year}-12-31`).filter((date) => {
    const weekday = new Date(date).getUTCDay();
    return isWorkingDay(date, calendar) === (off.has(date) || weekday === 0 || weekday === 6);
  });
}

const byOracle = (nation: Nation, year: number): ReadonlySet<string> => new Set(bankHolidays(nation, year).keys());

describe.each(nations)('%s', (nation) => {
  const calendar = calendarOf[nation];

  it('has the days and the names of the oracle, and no others', () => {
    const expected = years.flatMap((year) => [...bankHolidays(nation, year)].map(([date, name]) => ({ date, name })));
    expect(calendar.holidays).toEqual(expected);
    expect(years.flatMap((year) => differences(calendar, year, byOracle(nation, year)))).toEqual([]);
  });

  it('is missed by the comparison with any one holiday dropped', { timeout: 30_000 }, () => {
    const survivors = calendar.holidays.filter(({ date }) => {
      const without = workingCalendar({ base: calendar, id: nation, version: 'one dropped', remove: [date] });
      const year = Number(date.slice(0, 4));
      return differences(without, year, byOracle(nation, year)).join() !== date;
    });
    expect(survivors).toEqual([]);
  });
});

test.each([
  { nation: 'england-and-wales', count: 117 },
  { nation: 'scotland', count: 131 },
  { nation: 'northern-ireland', count: 145 },
] as const)('$nation has $count holidays up to 2024, as published', ({ nation, count }) => {
  expect(upTo(calendarOf[nation]).holidays).toHaveLength(count);
});

test('the table is as `npm run calendar:update` writes it', () => {
  expect(readFileSync('src/calendar/bank-holidays.ts', 'utf8')).toBe(sourceOf(nations.map((nation) => calendarOf[nation])));
});

test('a holiday in any nation is off in any part of the UK, and says whose it is', () => {
  const names = new Map(anyPartOfUk.holidays.map(({ date, name }) => [date, name]));
  const dates = nations.flatMap((nation) => calendarOf[nation].holidays.map(({ date }) => date));
  expect([...names.keys()]).toEqual([...new Set(dates)].sort());
  expect(names.get('2021-04-02')).toBe('Good Friday');
  expect(names.get('2021-04-05')).toBe('England and Wales, Northern Ireland: Easter Monday');
  expect(names.get('2021-08-02')).toBe('Scotland: Summer bank holiday');
  expect(names.get('2012-01-02')).toBe('England and Wales, Northern Ireland: New Year’s Day; Scotland: 2nd January');
});

const everywhere = {
  '2011-04-29': 'the Royal Wedding is not in its data',
  '2012-05-28': 'it leaves the spring holiday of 2012 on its usual Monday, as well as',
  '2012-06-04': 'not having it where it was moved for the Diamond Jubilee',
};

/** Where date-holidays 3.37.0 is not the published table, and why. Up to 2026 anything else that differs fails the test, and so does a gap that has been closed. */
const knownGaps: Record<Nation, Record<string, string>> = {
  'england-and-wales': everywhere,
  scotland: { ...everywhere, '2026-06-15': 'the World Cup holiday is not in its data' },
  'northern-ireland': everywhere,
};

const codes: Record<Nation, string> = { 'england-and-wales': 'ENG', scotland: 'SCT', 'northern-ireland': 'NIR' };

test.each(nations)('date-holidays agrees about %s year by year, except in its known gaps', (nation) => {
  const source = new Holidays('GB', codes[nation]);
  const differing = years.flatMap((year) => {
    const theirs = source.getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank');
    return differences(calendarOf[nation], year, new Set(theirs.map(({ date }) => date.slice(0, 10))));
  });
  expect(differing.filter((date) => date < '2027')).toEqual(Object.keys(knownGaps[nation]));
  const later = exceptions.filter(({ in: where }) => where === undefined || where.includes(nation)).map(({ date }) => date);
  expect(later).toEqual(expect.arrayContaining(differing)); // what was proclaimed since it was published
});
