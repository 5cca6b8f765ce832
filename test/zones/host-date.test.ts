// A host's `Date` is read by London's clock, whatever the host's zone: only what the host itself makes of local parts can differ.
import { expect, test } from 'vitest';
import { fromDate, toDate } from '../../src/date-fns/index.js';

test.each([
  ['2021-03-27T23:30:00.000Z', '2021-03-27'],
  ['2021-03-28T22:30:00.000Z', '2021-03-28'],
  ['2021-03-28T23:30:00.000Z', '2021-03-29'],
  ['2021-10-30T23:30:00.000Z', '2021-10-31'],
  ['2021-10-31T23:30:00.000Z', '2021-10-31'],
  ['2021-11-01T00:30:00.000Z', '2021-11-01'],
] as const)('%s is on %s in London', (at, day) => {
  expect([fromDate(new Date(at), 'day'), fromDate(new Date(at), 'instant')]).toEqual([day, at]);
  expect(fromDate(toDate(day), 'day')).toBe(day);
});

test('a midnight that the host makes of its parts is a day of London where the host is not east of it', () => {
  const [before, day] = ['2021-06-29', '2021-06-30'];
  const east = process.env['TZ'] === 'Pacific/Auckland';
  expect(fromDate(new Date(2021, 5, 30), 'day')).toBe(east ? before : day);
});
