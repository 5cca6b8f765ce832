// What a bad argument is told, word for word: where it is, what was expected there, and what came.
import { expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  addWorkingDays,
  countDays,
  daysBetween,
  englandAndWales,
  instant,
  isWorkingDay,
  londonDate,
  londonInstant,
  movedDeadlines,
  plainDate,
  scotland,
  subtractMonths,
  withGovUkFeed,
  workingCalendar,
  workingDaysBetween,
  type InvalidFacts,
  type OutsideCalendar,
} from '../../src/calendar/index.js';
import { calendarFrom } from '../../src/date-holidays/index.js';
import { dayAfter, lastDay, thrown } from './support.js';

const named = { base: englandAndWales, id: 'test', version: '1' } as const;
const aDate = 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31';
const aCount = 'must be a whole number from -109572 to 109572';
const aCalendar = 'must be a calendar such as englandAndWales';
const aText = 'must be a text of 1 to 200 characters';
const inRange = 'must lead to a date from 1900-01-01 to 2199-12-31';
const day = (date: string, title = 'A day') => ({ title, date });
const feed = (...dates: readonly string[]) => ({
  'england-and-wales': { division: 'england-and-wales', events: dates.map((date) => day(date)) },
});
const counted = (due: string) => ({ due, set: 'by-count', countedFrom: '2021-04-01', span: { workingDays: 1 } });
const many = (length: number): readonly unknown[] => Array.from({ length }, () => ({ date: '2024-05-10', name: 'A' }));

type Problem = readonly [path: string, message: string, received: unknown];

const refused: readonly (readonly [string, () => unknown, ...Problem[]])[] = [
  ['a date', () => plainDate('2021-2-1'), ['', aDate, '2021-2-1']],
  ['an instant', () => instant('2021-03-31'), ['', 'must be an instant written YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)', '2021-03-31']],
  ['days added', () => addDays('x' as never, 0.5), ['date', aDate, 'x'], ['n', aCount, 0.5]],
  ['days added to no date', () => addDays('x' as never, 1), ['date', aDate, 'x']],
  ['days past the last date', () => addDays('2199-12-31', 1), ['', inRange, '2199-12-31']],
  ['days between the first of two', () => daysBetween('x' as never, '2021-01-01'), ['a', aDate, 'x']],
  ['days between the second of two', () => daysBetween('2021-01-01', 'y' as never), ['b', aDate, 'y']],
  ['months added', () => addMonths('x' as never, NaN), ['date', aDate, 'x'], ['n', aCount, 'NaN']],
  ['months added, of which the number is none', () => addMonths('2021-01-01', Infinity), ['n', aCount, 'Infinity']],
  ['months subtracted', () => subtractMonths('2021-01-01', '1' as never), ['n', aCount, '1']],
  ['months before the first date', () => subtractMonths('1900-01-31', 1), ['', inRange, '1900-01-31']],
  ['a day asked about', () => isWorkingDay('x' as never, {} as never), ['date', aDate, 'x'], ['calendar', aCalendar, 'object']],
  ['a day asked about, of no calendar', () => isWorkingDay('2021-01-01', null as never), ['calendar', aCalendar, null]],
  [
    'working days added',
    () => addWorkingDays('x' as never, 1.5, 'scotland' as never),
    ['date', aDate, 'x'],
    ['n', aCount, 1.5],
    ['calendar', aCalendar, 'scotland'],
  ],
  ['a day asked about that is none', () => isWorkingDay('2021-02-29', scotland), ['date', aDate, '2021-02-29']],
  ['working days added to no date', () => addWorkingDays('2021-02-29', 1, scotland), ['date', aDate, '2021-02-29']],
  ['working days added, of which the number is none', () => addWorkingDays('2021-01-01', 1.5, scotland), ['n', aCount, 1.5]],
  ['working days between, from no date', () => workingDaysBetween('2021-02-29', '2021-01-01', scotland), ['a', aDate, '2021-02-29']],
  ['working days between, to what is none', () => workingDaysBetween('2021-01-01', '2021-02-29', scotland), ['b', aDate, '2021-02-29']],
  ['working days between', () => workingDaysBetween('x' as never, 'y' as never, scotland), ['a', aDate, 'x'], ['b', aDate, 'y']],
  [
    'working days between, of no calendar',
    () => workingDaysBetween('2021-01-01', '2021-01-02', [] as never),
    ['calendar', aCalendar, 'array'],
  ],
  [
    'working days between, to no date',
    () => workingDaysBetween('2021-01-01', null as never, {} as never),
    ['b', aDate, null],
    ['calendar', aCalendar, 'object'],
  ],
  [
    'days counted',
    () => countDays('x' as never, 0.5, undefined as never),
    ['date', aDate, 'x'],
    ['n', aCount, 0.5],
    ['calendar', aCalendar, 'undefined'],
  ],
  [
    'an instant in London',
    () => londonDate('x' as never),
    ['instant', 'must be an instant written YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)', 'x'],
  ],
  [
    'an instant before the rule',
    () => londonDate('1995-12-31T23:59:59.999Z'),
    ['instant', 'must fall in 1996 to 2199 in London', '1995-12-31T23:59:59.999Z'],
  ],
  [
    'a time in London',
    () => londonInstant('x' as never, '24:00'),
    ['date', aDate, 'x'],
    ['time', 'must be a time of day written HH:MM or HH:MM:SS', '24:00'],
  ],
  [
    'a time with a fraction',
    () => londonInstant('2021-01-01', '12:00:00.000'),
    ['time', 'must be a time of day written HH:MM or HH:MM:SS', '12:00:00.000'],
  ],
  ['a day before the rule', () => londonInstant('1995-12-31', '12:00'), ['date', 'must fall in 1996 to 2199 in London', '1995-12-31']],
  [
    'a time that the clocks skipped',
    () => londonInstant('2021-03-28', '01:30'),
    ['time', "must be a time that London's clock showed on that day", '01:30'],
  ],
  ['no options', () => workingCalendar(undefined as never), ['', 'must be an object with base', 'undefined']],
  ['a list for options', () => workingCalendar([] as never), ['', 'must be an object with base', 'array']],
  ['options of no calendar', () => workingCalendar({ ...named, base: {} as never }), ['base', aCalendar, 'object']],
  [
    'an option that there is not',
    () => workingCalendar({ ...named, holidays: [] } as never),
    ['holidays', 'is not known here; it takes base, id, version, add, remove, closures', 'array'],
  ],
  ['a blank name', () => workingCalendar({ ...named, id: ' ', version: '' }), ['id', aText, ' '], ['version', aText, '']],
  ['a name too long', () => workingCalendar({ ...named, id: 'x'.repeat(201) }), ['id', aText, `${'x'.repeat(80)}…`]],
  [
    'a holiday outside the span',
    () => workingCalendar({ ...named, add: [{ date: dayAfter, name: 'A' }] }),
    ['add.0.date', `must be a date in the base's span, 2011-01-01 to ${lastDay}`, dayAfter],
  ],
  ['a holiday that is none', () => workingCalendar({ ...named, add: [1] as never }), ['add.0', 'must be an object with date, name', 1]],
  ['too many holidays', () => workingCalendar({ ...named, add: many(5001) as never }), ['add', 'must be a list of at most 5000', 'array']],
  ['holidays that are not a list', () => workingCalendar({ ...named, add: '' as never }), ['add', 'must be a list of at most 5000', '']],
  [
    'a removed day that is not a holiday',
    () => workingCalendar({ ...named, remove: ['2024-05-07'] }),
    ['remove.0', 'must be a holiday of the base', '2024-05-07'],
  ],
  [
    'a closure that ends before it begins',
    () => workingCalendar({ ...named, closures: [{ from: '2024-05-08', to: '2024-05-07', name: 'A' }] }),
    ['closures.0.to', 'must not be before from, 2024-05-08', '2024-05-07'],
  ],
  [
    'a feed without the nation',
    () => withGovUkFeed(scotland, feed(dayAfter)),
    ['json.scotland', 'is missing: give its division', 'undefined'],
  ],
  [
    'a feed without an event',
    () => withGovUkFeed(englandAndWales, { 'england-and-wales': { division: 'england-and-wales', events: [] } }),
    ['json.england-and-wales.events', 'must not be empty', 'array'],
  ],
  [
    'a feed for a calendar of no nation',
    () => withGovUkFeed(calendarFrom({ getHolidays: () => [] }, { years: [2029] }), feed(dayAfter)),
    ['calendar', 'must be of a nation', 'object'],
  ],
  [
    'a feed whose division has another name',
    () => withGovUkFeed(englandAndWales, { 'england-and-wales': { division: 'scotland', events: [day(dayAfter)] } }),
    ['json.england-and-wales', "must be 'england-and-wales', with the same years as other nations", 'object'],
  ],
  [
    'a feed that leaves a year out',
    () => withGovUkFeed(englandAndWales, feed(addDays(lastDay, 366), addDays(lastDay, 730))),
    ['json', "must have years that join the calendar's, from 1901 to 2198", Number(dayAfter.slice(0, 4))],
  ],
  [
    'a feed that breaks off',
    () => withGovUkFeed(englandAndWales, feed('2027-01-01', '2027-05-31')),
    [
      'json.england-and-wales.events',
      'must hold whole years: its last holiday of 2027 is 2027-05-31, and those after it are missing',
      '2027-05-31',
    ],
  ],
  [
    'a deadline that is not its count',
    () => movedDeadlines([counted('2021-04-07') as never], englandAndWales, scotland),
    ['deadlines.0.due', 'must be 2021-04-06, by the calendar before', '2021-04-07'],
  ],
  [
    'a deadline without what it is counted from',
    () => movedDeadlines([{ span: { workingDays: 1 } } as never], englandAndWales, scotland),
    ['deadlines.0.due', aText, 'undefined'],
    ['deadlines.0.countedFrom', aDate, 'undefined'],
  ],
  [
    'a deadline that is none',
    () => movedDeadlines([null] as never, englandAndWales, scotland),
    ['deadlines.0', 'must be an object with span', null],
  ],
  [
    'a deadline of half a day',
    () => movedDeadlines([{ ...counted('2021-04-06'), span: { workingDays: 0.5 } }] as never, englandAndWales, scotland),
    ['deadlines.0.span.workingDays', aCount, 0.5],
  ],
  [
    'too many deadlines',
    () => movedDeadlines(Array.from({ length: 100_001 }, () => ({})) as never, englandAndWales, scotland),
    ['deadlines', 'must be a list of at most 100000', 'array'],
  ],
];
test.each(refused.map(([name, call, ...problems]) => [name, call, problems] as const))('%s', (_, call, problems) => {
  expect(thrown(call)).toMatchObject({
    code: 'INVALID_FACTS',
    issues: problems.map(([path, message, received]) => ({
      path: path === '' ? [] : path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
      message,
      received,
    })),
  });
});

it('takes as many as it says', () => {
  expect(workingCalendar({ ...named, id: 'x'.repeat(200), add: many(5000) as never }).id).toHaveLength(200);
  expect(
    movedDeadlines(Array.from({ length: 100_000 }, () => ({ due: '', set: 'by-cohort' })) as never, englandAndWales, scotland),
  ).toEqual([]);
});

/** The whole message of what a call throws. */
function messageOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as InvalidFacts | OutsideCalendar).message;
  }
  return 'nothing';
}

test('a number of days beyond the whole range is out of range, and half a day is malformed', () => {
  const codeOf = (n: number): unknown => {
    try {
      return addDays('2021-01-01', n);
    } catch (error) {
      return (error as InvalidFacts).issues[0].code;
    }
  };
  expect([109_572, 109_573, 0.5].map(codeOf)).toEqual(['out-of-range', 'out-of-range', 'malformed']);
});

test('a forged calendar, whose closure begins at no date, is refused and not walked for ever', () => {
  const closures = [{ from: 'x', to: '2021-01-01', name: 'n' }];
  const content = { label: '', divisions: [], firstYear: 2011, lastYear: 2028, projected: [], official: [] };
  const forged = {
    id: 'x',
    version: 'y',
    [Symbol.for('professional-status/calendar')]: { ...content, changes: [{ add: [], remove: [], closures }] },
  };
  expect(() => isWorkingDay('2021-01-01', forged as never)).toThrow(/^Invalid facts: calendar/);
});

test('an error says all of it, a line for each', () => {
  expect(messageOf(() => plainDate(null))).toBe(`Invalid facts: the value ${aDate}`);
  expect(messageOf(() => addDays('x' as never, 0.5))).toBe(`Invalid facts: date ${aDate}\nn ${aCount}`);
  expect(messageOf(() => isWorkingDay(dayAfter, scotland))).toBe(
    `The calendar 'scotland' covers 2011-01-01 to ${lastDay}, and ${dayAfter} is needed: see withGovUkFeed and calendarFrom`,
  );
});

test.each([
  ['the day before the first', () => isWorkingDay('2010-12-31', scotland), '2010-12-31'],
  ['the day after the last', () => isWorkingDay(dayAfter, scotland), dayAfter],
  ['a count past the last', () => addWorkingDays(lastDay, 1, scotland), dayAfter],
  ['a count before the first', () => addWorkingDays('2011-01-05', -1, scotland), '2010-12-31'],
  ['a count of none, outside', () => addWorkingDays(dayAfter, 0, scotland), dayAfter],
  ['from outside', () => workingDaysBetween('2010-12-31', '2011-01-05', scotland), '2010-12-31'],
  ['to outside', () => workingDaysBetween(lastDay, dayAfter, scotland), dayAfter],
])('%s is outside the calendar', (_, call, needed) => {
  expect(thrown(call)).toEqual({
    code: 'OUTSIDE_CALENDAR',
    calendar: 'scotland',
    coveredFrom: '2011-01-01',
    coveredTo: lastDay,
    needed,
  });
});
