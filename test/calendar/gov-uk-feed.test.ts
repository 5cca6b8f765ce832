// GOV.UK's feed: which years it replaces, what it leaves, and what is refused.
import { describe, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, withGovUkFeed, workingCalendar, workingDaysBetween } from '../../src/calendar/index.js';
import { bankHolidays, nations, type Nation } from './oracle.js';
import { frozen, paths } from './support.js';

const { englandAndWales, scotland, anyPartOfUk } = frozen;
const calendars = Object.values(frozen);

interface Event {
  title: string;
  date: string;
  notes?: string;
  bunting?: boolean;
}
type Feed = Partial<Record<Nation, { division: string; events: Event[] }>>;

/** A feed as GOV.UK sends it, with the oracle's days of some years. */
function feedOf(years: readonly number[], more: readonly Event[] = []): Feed {
  const entries = nations.map((division): [Nation, { division: string; events: Event[] }] => {
    const events = years.flatMap((year) =>
      [...bankHolidays(division, year)].map(([date, title]) => ({ title, date, notes: '', bunting: true })),
    );
    return [division, { division, events: [...events, ...more] }];
  });
  return Object.fromEntries(entries);
}

const proclaimed: Event = { title: 'A day proclaimed', date: '2023-06-14', notes: 'Proclaimed', bunting: false };

test('the feed’s years replace the calendar’s, and other years stay', () => {
  const merged = withGovUkFeed(englandAndWales, feedOf([2022, 2023], [proclaimed]));
  expect(isWorkingDay('2023-06-14', merged)).toBe(false);
  expect(merged.holidays.filter(({ date }) => date !== '2023-06-14')).toEqual(englandAndWales.holidays);
  expect(merged).toMatchObject({ id: 'england-and-wales', span: englandAndWales.span, certainty: 'published' });
  expect(isWorkingDay('2023-06-14', englandAndWales)).toBe(true);
});

test('a holiday that the feed no longer has is a working day again', () => {
  const feed = feedOf([2023]);
  feed['england-and-wales']?.events.splice(1, 1);
  expect(isWorkingDay('2023-04-07', withGovUkFeed(englandAndWales, feed))).toBe(true);
  expect(isWorkingDay('2022-04-15', withGovUkFeed(englandAndWales, feed))).toBe(false);
});

test.each(calendars)('$id: new years extend the span, forwards and back', (calendar) => {
  const merged = withGovUkFeed(calendar, feedOf([2009, 2010, 2025, 2026]));
  expect(merged.span).toEqual({ from: '2009-01-01', to: '2026-12-31' });
  expect(addWorkingDays('2024-12-15', 20, merged)).toBe(calendar === scotland || calendar === anyPartOfUk ? '2025-01-16' : '2025-01-15');
  expect(merged.holidays).toEqual(expect.arrayContaining([...calendar.holidays]));
});

test('the version changes, and is the same again for the same feed', () => {
  const once = withGovUkFeed(englandAndWales, feedOf([2023], [proclaimed]));
  expect(once.version).toMatch(/^official-2011-2024\.feed\+[0-9a-z]+$/);
  expect(once.version.split('+')[1]).not.toBe(englandAndWales.version.split('+')[1]);
  expect(withGovUkFeed(once, feedOf([2023], [proclaimed])).version).toBe(once.version);
  expect(withGovUkFeed(englandAndWales, feedOf([2023])).version.split('+')[1]).toBe(englandAndWales.version.split('+')[1]);
});

test('an office’s own changes outlive a feed', () => {
  const office = workingCalendar({
    ...{ base: englandAndWales, id: 'office', version: '1' },
    add: [{ date: '2023-06-14', name: 'A day that we heard of early' }],
    remove: ['2023-05-01'],
    closures: [{ from: '2023-12-24', to: '2023-12-31', name: 'Winter closure' }],
  });
  const merged = withGovUkFeed(office, feedOf([2023, 2024, 2025], [proclaimed]));
  expect(merged.id).toBe('office');
  expect(isWorkingDay('2023-05-01', merged)).toBe(true);
  expect(isWorkingDay('2023-12-29', merged)).toBe(false);
  expect(merged.holidays).toContainEqual({ date: '2023-06-14', name: 'A day proclaimed; A day that we heard of early' });
});

test('a calendar needs its own nation only', () => {
  const { scotland: own } = feedOf([2025]);
  expect(withGovUkFeed(scotland, { scotland: own }).span.to).toBe('2025-12-31');
  expect(paths(() => withGovUkFeed(englandAndWales, { scotland: own }))).toEqual(['json.england-and-wales']);
  expect(paths(() => withGovUkFeed(anyPartOfUk, { scotland: own }))).toEqual(['json.england-and-wales', 'json.northern-ireland']);
});

const event = { title: 'A day', date: '2023-06-14' };
const wrap = (...events: readonly unknown[]): unknown => ({ 'england-and-wales': { division: 'england-and-wales', events } });

/** Years with a holiday at either end, and one between. */
const wholeYears = (from: number, to: number): readonly Event[] =>
  Array.from({ length: to - from + 1 }, (_, i) =>
    ['01-01', '06-14', '12-25'].map((day) => ({ title: 'A day', date: `${from + i}-${day}` })),
  ).flat();

test.each([
  { json: undefined, at: ['json'] },
  { json: 'text', at: ['json'] },
  { json: [], at: ['json'] },
  { json: {}, at: ['json.england-and-wales'] },
  { json: wrap(), at: ['json.england-and-wales.events'] },
  { json: { 'england-and-wales': { division: 'scotland', events: [event] } }, at: ['json.england-and-wales'] },
  { json: { 'england-and-wales': { division: 'england-and-wales' } }, at: ['json.england-and-wales.events'] },
  {
    json: wrap({ ...event, date: '2023-02-30' }, { ...event, title: '' }, null),
    at: [0, 1, 2].map((i) => `json.england-and-wales.events.${i}${['.date', '.title', ''][i] ?? ''}`),
  },
  { json: wrap(...wholeYears(2027, 2027)), at: ['json'] },
  { json: wrap(...wholeYears(2009, 2009)), at: ['json'] },
  { json: wrap(...wholeYears(1900, 2199)), at: ['json'] },
  { json: wrap(JSON.parse('{"title":"A day","__proto__":{"date":"2023-06-14"}}')), at: ['json.england-and-wales.events.0.date'] },
  {
    json: { 'england-and-wales': { division: 'england-and-wales', events: { length: 1, 0: event } } },
    at: ['json.england-and-wales.events'],
  },
  { json: { 'england-and-wales': { division: 'england-and-wales', events: new Array(5001) } }, at: ['json.england-and-wales.events'] },
])('%# refuses what is not a feed', ({ json, at }) => {
  expect(paths(() => withGovUkFeed(englandAndWales, json))).toEqual(at);
});

test('a year is left at either end of the dates, so that the first day not covered has a name', () => {
  const feed = (from: number, to: number): unknown => wrap(...wholeYears(from, to));
  expect(withGovUkFeed(englandAndWales, feed(1901, 2010)).span.from).toBe('1901-01-01');
  expect(withGovUkFeed(englandAndWales, feed(2025, 2198)).span.to).toBe('2198-12-31');
  expect(paths(() => withGovUkFeed(englandAndWales, feed(1900, 2010)))).toEqual(['json']);
  expect(paths(() => withGovUkFeed(englandAndWales, feed(2025, 2199)))).toEqual(['json']);
});

test('a calendar that begins before 1970 counts to its last day', () => {
  const early = withGovUkFeed(englandAndWales, wrap(...wholeYears(1901, 2010)));
  expect(addWorkingDays('1969-12-31', 1, early)).toBe('1970-01-02'); // 1 January is a holiday here
  expect(addWorkingDays('1970-01-02', -1, early)).toBe('1969-12-31');
  expect(addWorkingDays('1901-06-13', 1, early)).toBe('1901-06-17');
  expect(addWorkingDays('2024-12-22', 3, early)).toBe('2024-12-27');
  expect(workingDaysBetween('1901-01-01', '2024-12-27', early)).toBe(
    workingDaysBetween('1901-01-01', '2010-12-31', early) + workingDaysBetween('2010-12-31', '2024-12-27', early),
  );
});

test('a feed may be long, and a title too, but not endless', () => {
  expect(withGovUkFeed(englandAndWales, wrap(...wholeYears(2023, 2023), ...new Array<unknown>(4997).fill(event))).holidays).toContainEqual({
    date: '2023-06-14',
    name: 'A day',
  });
  expect(paths(() => withGovUkFeed(englandAndWales, wrap(...wholeYears(2023, 2023), { ...event, title: 'x'.repeat(200) })))).toEqual([]);
  expect(paths(() => withGovUkFeed(englandAndWales, wrap({ ...event, title: 'x'.repeat(201) })))).toEqual([
    'json.england-and-wales.events.0.title',
  ]);
});

test('nations must have the same years where all are needed', () => {
  const feed = feedOf([2025]);
  feed.scotland?.events.push(...wholeYears(2026, 2026));
  expect(paths(() => withGovUkFeed(anyPartOfUk, feed))).toEqual(['json.england-and-wales', 'json.northern-ireland']);
  expect(withGovUkFeed(scotland, feed).span.to).toBe('2026-12-31');
});

test('what is not known of the feed is passed over: on an event, on a division, at the top, and a division more', () => {
  const feed = feedOf([2025]);
  const grown = Object.fromEntries(
    Object.entries(feed).map(([name, { division, events }]) => [
      name,
      { division, version: 2, events: events.map((each) => ({ ...each, substitute: false, type: 'bank', id: 7 })) },
    ]),
  );
  const json = { ...grown, wales: { division: 'wales', events: 'none yet' }, updated: '2024-06-01', licence: null };
  for (const calendar of calendars) expect(withGovUkFeed(calendar, json).version).toBe(withGovUkFeed(calendar, feed).version);
});

describe('a feed that does not hold its years whole', () => {
  const from = (first: string, last: string, years: readonly number[]): Feed => {
    const feed = feedOf(years);
    for (const division of Object.values(feed)) division.events = division.events.filter(({ date }) => first <= date && date <= last);
    return feed;
  };
  const at = (json: Feed): readonly string[] => paths(() => withGovUkFeed(englandAndWales, json));

  test('is refused where it shows only what is to come: ten days from 27 March 2015 would be four too early', () => {
    expect(addWorkingDays('2015-03-27', 10, englandAndWales)).toBe('2015-04-14');
    expect(at(from('2015-06-01', '2016-12-31', [2015, 2016]))).toEqual(['json.england-and-wales.events']);
    expect(() => withGovUkFeed(englandAndWales, from('2015-06-01', '2016-12-31', [2015, 2016]))).toThrow(
      'must hold whole years: its first holiday of 2015 is 2015-08-31, and those before it are missing',
    );
    expect(addWorkingDays('2015-03-27', 10, withGovUkFeed(englandAndWales, from('2015-01-01', '2016-12-31', [2015, 2016])))).toBe(
      '2015-04-14',
    );
  });

  test.each([
    ['2015-01-01', '2015-12-31', true],
    ['2015-01-02', '2015-12-31', false],
    ['2015-01-01', '2015-12-28', true],
    ['2015-01-01', '2015-12-25', true], // nothing tells it from a feed without Boxing Day
    ['2015-01-01', '2015-12-24', false],
    ['2015-12-25', '2015-12-31', false],
    ['2016-01-01', '2016-12-31', true],
  ])('from %s to %s: whole is %s', (first, last, whole) => {
    expect(at(from(first, last, [2015, 2016]))).toEqual(whole ? [] : ['json.england-and-wales.events']);
  });

  test.each(nations)('each year of %s is whole by itself, as published and as the rules have it', (nation) => {
    for (const year of Array.from({ length: 80 }, (_, i) => 1990 + i)) {
      const [holidays] = [[...bankHolidays(nation, year).keys()].sort()];
      expect([holidays[0]?.slice(5), holidays[holidays.length - 1]?.slice(5)].map((day) => day ?? '')).toSatisfy(
        ([first = '', last = '']: string[]) => first <= '01-04' && last >= '12-25',
      );
    }
  });

  test('is refused where any nation that is needed is cut short, whatever the order of its events', () => {
    const feed = feedOf([2015]);
    feed.scotland?.events.reverse();
    feed.scotland?.events.pop();
    feed.scotland?.events.pop(); // New Year’s Day and 2 January
    expect(paths(() => withGovUkFeed(anyPartOfUk, feed))).toEqual(['json.scotland.events']);
    expect(at(feed)).toEqual([]);
  });

  test('may have a year between two others of which little is left', () => {
    const feed = feedOf([2015, 2016, 2017]);
    const own = feed['england-and-wales'];
    if (own) own.events = own.events.filter(({ date }) => !date.startsWith('2016') || date === '2016-05-30');
    expect(isWorkingDay('2016-12-27', withGovUkFeed(englandAndWales, feed))).toBe(true);
  });
});
