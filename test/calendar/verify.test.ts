// What `calendar:verify` finds in a feed.
import { expect, test } from 'vitest';
import { differences } from '../tools/calendar-verify.mjs';
import { bankHolidays, nations, type Nation } from './oracle.js';
import { frozen } from './support.js';

const tables = [frozen.englandAndWales, frozen.scotland, frozen.northernIreland];
const years = Array.from({ length: 14 }, (_, i) => 2011 + i);

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
      feed((_, date, title) => [{ date, title: title.toUpperCase().replace('’', "'") }], [2022, 2023]),
    ),
  ).toEqual([]);
});

test('a holiday moved, one renamed, and a year that the table has not', () => {
  const changed = feed((division, date, title) => {
    if (division === 'england-and-wales' && date === '2024-05-06') return [{ date: '2024-05-10', title }];
    if (division === 'scotland' && date === '2023-01-03') return [{ date, title: 'New Year’s Day' }];
    if (division === 'northern-ireland' && date === '2024-12-26')
      return [
        { date, title },
        { date: '2025-01-01', title: 'New Year’s Day' },
      ];
    return [{ date, title }];
  });
  expect(differences(tables, changed)).toEqual([
    'england-and-wales 2024-05-06: only in the table, Early May bank holiday',
    'england-and-wales 2024-05-10: only in the file, Early May bank holiday',
    'scotland 2023-01-03: 2nd January in the table, New Year’s Day in the file',
    'northern-ireland 2025-01-01: only in the file, New Year’s Day',
  ]);
});

test.each([undefined, null, {}, { 'england-and-wales': { events: [{}] } }])('what is not a feed is refused: %j', (json) => {
  expect(() => differences(tables, json)).toThrow(/england-and-wales/);
});
