// Dates in words are those of date-fns, on every day that the library knows.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { format } from 'date-fns/format';
import { expect, test } from 'vitest';
import { addDays, daysBetween, type PlainDate } from '../../src/calendar/dates.js';
import { day, weekday } from '../../src/decision/words.js';
import { InvalidFacts, inWords, labels } from '../../src/index.js';

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

test.each([
  ['2022-03-31', '31 March 2022'],
  ['2022-03-31T17:00:00+01:00', '5pm on 31 March 2022'],
  ['2022-03-31T16:00:00Z', '5pm on 31 March 2022'],
  ['2022-03-31T17:00:01+01:00', '5:00:01pm on 31 March 2022'],
  ['2022-03-31T17:00:00.001+01:00', '5:00:00.001pm on 31 March 2022'],
  ['2021-12-24T09:30:00Z', '9:30am on 24 December 2021'],
  ['2021-12-24T12:00:00Z', 'noon on 24 December 2021'],
  ['2021-12-24T12:30:00Z', '12:30pm on 24 December 2021'],
  ['2021-12-24T00:00:00Z', 'midnight at the start of 24 December 2021'],
  ['2021-12-24T00:30:00Z', '12:30am on 24 December 2021'],
  ['2021-10-31T23:59:58Z', '11:59:58pm on 31 October 2021'],
  ['2021-10-31T23:59:59Z', 'the end of 31 October 2021'],
  ['2021-10-31T23:59:59.999Z', 'the end of 31 October 2021'],
  ['2021-10-30T23:59:59Z', '12:59:59am on 31 October 2021'],
  ['2021-10-31T00:00:00Z', '1am BST on 31 October 2021'],
  ['2021-10-31T00:59:58Z', '1:59:58am BST on 31 October 2021'],
  ['2021-10-31T01:00:00Z', '1am GMT on 31 October 2021'],
  ['2021-10-31T01:59:59Z', '1:59:59am GMT on 31 October 2021'],
  ['2021-10-31T02:00:00Z', '2am on 31 October 2021'],
  ['2021-03-28T00:59:59Z', '12:59:59am on 28 March 2021'],
  ['2021-03-28T01:00:00Z', '2am on 28 March 2021'],
] as const)('the moment %s is %s', (moment, said) => {
  expect(inWords(moment)).toBe(said);
});
test.each(['2021-02-30', '1995-12-31T12:00:00Z', 'soon', undefined])('%s is not a moment', (moment) => {
  expect(() => inWords(moment as never)).toThrow(InvalidFacts);
});
test('labels are frozen', () => {
  expect(Object.isFrozen(labels) && Object.values(labels).every((each) => Object.isFrozen(each))).toBe(true);
});
