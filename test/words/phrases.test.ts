// Dates in words are those of date-fns, on every day that the library knows.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '../../src/calendar/dates.js';
import { day, weekday } from '../../src/decision/words.js';

const [first, last] = ['1900-01-01', '2199-12-31'] as const;
const all = Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n));
const ofDateFns = (date: PlainDate, pattern: string): string => format(new UTCDateMini(`${date}T00:00:00Z`), pattern);

test.each([
  ['a day', day, 'd MMMM yyyy'],
  ['a day with its weekday', weekday, 'EEEE d MMMM yyyy'],
])('%s', (_, inWords, pattern) => {
  expect(all.at(-1)).toBe(last);
  expect(all.filter((date) => inWords(date) !== ofDateFns(date, pattern))).toEqual([]);
});
