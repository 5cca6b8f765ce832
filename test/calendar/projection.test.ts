// Years beyond those published, projected from date-holidays: what is marked, what is never replaced, and whose holidays they must be.
import Holidays from 'date-holidays';
import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, withGovUkFeed, workingCalendar, type WorkingCalendar } from '../../src/calendar/index.js';
import { calendarFrom, type HolidaySource, type Projection } from '../../src/date-holidays/index.js';
import { bankHolidays, byRules, nations } from './oracle.js';
import { datesOf, frozen, paths, thrown } from './support.js';

const { englandAndWales, scotland, northernIreland, anyPartOfUk } = frozen;

const england = new Holidays('GB', 'ENG');
const projected = calendarFrom(england, { base: englandAndWales, years: { from: 2025, to: 2028 } });

test('the projection extends what is published, is marked, and is another version', () => {
  expect(projected).toMatchObject({ id: 'england-and-wales', certainty: 'projected', span: { from: '2011-01-01', to: '2028-12-31' } });
  expect(projected.version).toMatch(/^official-2011-2024\.projection\+[0-9a-z]+$/);
  expect(addWorkingDays('2024-12-15', 20, projected)).toBe('2025-01-15');
  expect(projected.holidays.slice(0, englandAndWales.holidays.length)).toEqual(englandAndWales.holidays);
});

test.each([
  { nation: nations[0], base: englandAndWales, state: 'ENG' },
  { nation: nations[1], base: scotland, state: 'SCT' },
  { nation: nations[2], base: northernIreland, state: 'NIR' },
] as const)('what is projected for $base.id is what the rules give', ({ nation, base, state }) => {
  const calendar = calendarFrom(new Holidays('GB', state), { base, years: [2025, 2026, 2027, 2028, 2029, 2030, 2031] });
  const off = new Set(
    [2025, 2026, 2027, 2028, 2029, 2030, 2031].flatMap((year) => [...byRules(nation as (typeof nations)[number], year).keys()]),
  );
  const wrong = datesOf('2025-01-01', '2031-12-31').filter((date) => {
    const weekday = new Date(date).getUTCDay();
    return isWorkingDay(date, calendar) === (off.has(date) || weekday === 0 || weekday === 6);
  });
  expect(wrong).toEqual([]);
});

/** A source that counts how often each year is asked for. */
function counting(source: HolidaySource): { source: HolidaySource; asked: number[] } {
  const asked: number[] = [];
  return { asked, source: { getHolidays: (year) => (asked.push(year), source.getHolidays(year)) } };
}

test('each year is read once, and a published year is not replaced', () => {
  const { source, asked } = counting({
    getHolidays: (year) =>
      year === 2024
        ? [...england.getHolidays(year), { date: '2024-06-14 00:00:00', name: 'A mistake', type: 'public' }]
        : england.getHolidays(year),
  });
  const calendar = calendarFrom(source, { base: englandAndWales, years: { from: 2023, to: 2026 } });
  expect([...asked].sort()).toEqual([2022, 2023, 2024, 2025, 2026]); // three to compare, two to project
  expect(isWorkingDay('2024-06-14', calendar)).toBe(true);
  addWorkingDays('2024-12-15', 20, calendar);
  expect(asked).toHaveLength(5);
  expect(calendarFrom(source, { base: englandAndWales, years: [2024] })).toBe(englandAndWales);
});

test('only days off are read: public and bank holidays, Monday to Friday', () => {
  const day = { name: 'A day', type: 'public' };
  const source = {
    getHolidays: (year: number) => [
      { ...day, date: `${year}-06-12 00:00:00` },
      { ...day, date: `${year}-06-13 00:00:00 -0600`, type: 'bank' },
      { ...day, date: `${year}-06-14 00:00:00`, type: 'observance' },
      { ...day, date: `${year}-06-16 00:00:00` },
      { ...day, date: `${year + 1}-01-01 00:00:00` },
    ],
  };
  const calendar = calendarFrom(source, { years: [2018], id: 'elsewhere' });
  expect(calendar).toMatchObject({ id: 'elsewhere', span: { from: '2018-01-01', to: '2018-12-31' }, certainty: 'projected' });
  expect(calendar.holidays.map(({ date }) => date)).toEqual(['2018-06-12', '2018-06-13']);
});

test('a feed makes projected years published, and the calendar with the last of them', () => {
  const events = (year: number): unknown[] =>
    [...bankHolidays('england-and-wales', year)].map(([date, title]) => ({ date, title, notes: '', bunting: true }));
  const feed = (...years: number[]): unknown => ({ 'england-and-wales': { division: 'england-and-wales', events: years.flatMap(events) } });
  expect(withGovUkFeed(projected, feed(2025, 2026)).certainty).toBe('projected');
  expect(withGovUkFeed(projected, feed(2025, 2026, 2027, 2028)).certainty).toBe('published');
});

test('a projected year may be projected anew', () => {
  const better: HolidaySource = {
    getHolidays: (year) => [
      ...england.getHolidays(year),
      ...(year === 2028 ? [{ date: '2028-06-14 00:00:00', name: 'Expected now', type: 'public' }] : []),
    ],
  };
  const again = calendarFrom(better, { base: projected, years: [2028] });
  expect(isWorkingDay('2028-06-14', projected)).toBe(true);
  expect(isWorkingDay('2028-06-14', again)).toBe(false);
});

test('the version is that of the days, whatever the order in which the years were named or projected', () => {
  const version = (base: WorkingCalendar | undefined, years: readonly number[]) => calendarFrom(england, { base, years }).version;
  expect(version(englandAndWales, [2026, 2025])).toBe(version(englandAndWales, [2025, 2026]));
  expect(version(undefined, [2026, 2025])).toBe(version(undefined, [2025, 2026]));
  expect(version(projected, [2025])).toBe(projected.version);
});

test('what is made from a projected calendar is projected', () => {
  expect(workingCalendar({ base: projected, id: 'office', version: '1' }).certainty).toBe('projected');
  const further = calendarFrom(england, { base: projected, years: { from: 2028, to: 2036 } });
  expect(further).toMatchObject({ certainty: 'projected', span: { to: '2036-12-31' } });
  expect(further.version).toMatch(/^official-2011-2024\.projection\+/);
});

test.each([
  { made: 'for Great Britain, which has no holiday in August', holidays: new Holidays('GB'), base: englandAndWales },
  { made: 'for another nation', holidays: new Holidays('GB', 'SCT'), base: englandAndWales },
  { made: 'for another nation', holidays: new Holidays('GB', 'NIR'), base: englandAndWales },
  { made: 'for one nation of several', holidays: england, base: anyPartOfUk },
])('holidays made $made are refused for $base.id', ({ holidays, base }) => {
  expect(paths(() => calendarFrom(holidays, { base, years: [2025] }))).toEqual(['holidays']);
});

test('one year with an extra day is not another nation', () => {
  const base = withGovUkFeed(englandAndWales, {
    'england-and-wales': {
      division: 'england-and-wales',
      events: [...bankHolidays('england-and-wales', 2024).keys(), '2024-06-14'].map((date) => ({ date, title: 'A day' })),
    },
  });
  expect(calendarFrom(england, { base, years: [2025] }).span.to).toBe('2025-12-31');
});

test('any part of the United Kingdom is projected from all three', () => {
  const all = ['ENG', 'SCT', 'NIR'].map((state) => new Holidays('GB', state));
  const calendar = calendarFrom(
    { getHolidays: (year) => all.flatMap((one) => one.getHolidays(year)) },
    { base: anyPartOfUk, years: [2025] },
  );
  expect(isWorkingDay('2025-12-01', calendar)).toBe(false);
  expect(isWorkingDay('2025-08-04', calendar)).toBe(false);
});

const years = [2025];
const revoked = Proxy.revocable([], {});
revoked.revoke();
test.each([
  { holidays: england, projection: undefined, at: [''] },
  { holidays: england, projection: { years: [] }, at: ['years'] },
  { holidays: england, projection: { years: [2025, 2027] }, at: ['years'] },
  { holidays: england, projection: { years: [2027], base: englandAndWales }, at: ['years'] },
  { holidays: england, projection: { years: [1900, 2199, 2025.5] }, at: ['years.0', 'years.1', 'years.2'] },
  { holidays: england, projection: { years: { from: 2026, to: 2025 } }, at: ['years.to'] },
  { holidays: england, projection: { years: { from: 1n, to: Symbol('x') } }, at: ['years.from', 'years.to'] },
  { holidays: england, projection: { years: revoked.proxy }, at: ['years'] },
  { holidays: england, projection: { years, base: {}, id: '', calendar: 1 }, at: ['calendar', 'base', 'id'] },
  { holidays: undefined, projection: { years }, at: ['holidays.2025'] },
  { holidays: {}, projection: { years }, at: ['holidays.2025'] },
  { holidays: { getHolidays: () => 1 }, projection: { years }, at: ['holidays.2025'] },
  {
    holidays: { getHolidays: () => [null, { date: 'soon', name: '', type: 1 }] },
    projection: { years },
    at: ['0', '1.date', '1.name', '1.type'].map((at) => `holidays.2025.${at}`),
  },
])('refuses what cannot be: %#', ({ holidays, projection, at }) => {
  expect(paths(() => calendarFrom(holidays as HolidaySource, projection as Projection))).toEqual(at);
});

test('beyond a projection there is nothing either', () => {
  const alone: WorkingCalendar = calendarFrom(england, { years: [2025, 2026] });
  expect(alone.id).toBe('date-holidays');
  expect(thrown(() => addWorkingDays('2026-12-31', 1, alone))).toMatchObject({
    code: 'OUTSIDE_CALENDAR',
    calendar: 'date-holidays',
    needed: '2027-01-01',
  });
  expect(paths(() => withGovUkFeed(alone, {}))).toEqual(['calendar']);
});

test.each([
  ['without a holiday', (): boolean => false],
  ['that begins in June', (date: string): boolean => date.slice(5) >= '06-01'],
  ['that ends in August', (date: string): boolean => date.slice(5) <= '08-31'],
] as const)('a year %s is not projected as whole', (_, has) => {
  const source = {
    getHolidays: (year: number) => england.getHolidays(year).filter(({ date }) => year !== 2026 || has(date)),
  };
  expect(paths(() => calendarFrom(source, { base: englandAndWales, years: { from: 2025, to: 2027 } }))).toEqual(['holidays.2026']);
});
