// What `calendar:verify` finds in a feed.
import { expect, test } from 'vitest';
import { englandAndWales, northernIreland, scotland } from '../../src/calendar/index.js';
import { differences } from '../tools/calendar-verify.mjs';
import { bankHolidays, nations, type Nation } from './oracle.js';
import { years } from './support.js';

const tables = [englandAndWales, scotland, northernIreland];

function feed(
  change: (division: Nation, date: string, title: string) => readonly { date: string; title: string }[],
  which = years,
): unknown {
  const entries = nations.map((division) => {
    const events = which.flatMap((year) => [...bankHolidays(division, year)].flatMap(([date, title]) => change(division, date, title)));
    return [division, { division, events: events.map((event) => ({ ...event, notes: '', bunting: true })) }];
  });
  return Object.fromEntries(entries) as unknown;
}

test('none in a feed that says the same, however it writes capitals and apostrophes, and whichever years it has', () => {
  expect(
    differences(
      tables,
      feed((_, date, title) => [{ date, title }]),
    ),
  ).toEqual([]);
  expect(
    differences(
      tables,
      feed((_, date, title) => [{ date, title: title.toUpperCase().replace('’', "'") }], [2026, 2027]),
    ),
  ).toEqual([]);
});

test('a holiday moved, one renamed, and a year that the table has not', () => {
  const changed = feed((division, date, title) => {
    if (division === 'england-and-wales' && date === '2027-05-03') return [{ date: '2027-05-07', title }];
    if (division === 'scotland' && date === '2027-01-04') return [{ date, title: 'New Year’s Day' }];
    if (division === 'northern-ireland' && date === '2028-12-26')
      return [
        { date, title },
        { date: '2029-01-01', title: 'New Year’s Day' },
      ];
    return [{ date, title }];
  });
  expect(differences(tables, changed)).toEqual([
    'england-and-wales 2027-05-03: only in the table, Early May bank holiday',
    'england-and-wales 2027-05-07: only in the file, Early May bank holiday',
    'scotland 2027-01-04: 2nd January in the table, New Year’s Day in the file',
    'northern-ireland 2029-01-01: only in the file, New Year’s Day',
  ]);
});

test.each([undefined, null, {}, { 'england-and-wales': { events: [{}] } }])('what is no feed is refused: %j', (json) => {
  expect(() => differences(tables, json)).toThrow(/england-and-wales/);
});
