// London's clock by rule, against the host's own zone data at every change of the clocks and at random, and at the hours that repeat and that are skipped.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isLondonInstant, londonMsOfDay, londonTime } from '../../src/calendar/instants.js';
import { londonDate, londonInstant, type Instant, type PlainDate } from '../../src/calendar/index.js';
import { paths } from './support.js';
import { runs } from '../runs.js';

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

/** London's date and time by the host. */
function byHost(ms: number): { date: string; time: string } {
  const { year, month, day, hour, minute, second } = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return { date: `${year ?? ''}-${month ?? ''}-${day ?? ''}`, time: `${hour ?? ''}:${minute ?? ''}:${second ?? ''}` };
}

const text = (ms: number): Instant => new Date(ms).toISOString() as Instant;
const first = Date.parse('1996-01-01T00:00Z');
const last = Date.parse('2199-12-31T23:59:59.999Z');

function agrees(ms: number): boolean {
  const { date, time } = byHost(ms);
  const at = text(ms);
  const sinceMidnight = Date.parse(`1970-01-01T${time}Z`) + (((ms % 1000) + 1000) % 1000);
  return londonDate(at) === date && londonTime(at) === time && londonMsOfDay(at) === sinceMidnight;
}

it('agrees with the host around every change from 1996 to 2199', () => {
  const changes = Array.from({ length: 204 }, (_, i) => 1996 + i).flatMap((year) =>
    [2, 9].map((month) => {
      const end = new Date(Date.UTC(year, month + 1, 0, 1));
      return end.getTime() - end.getUTCDay() * 86_400_000;
    }),
  );
  const hour = 3_600_000;
  const around = changes.flatMap((at) => [-25 * hour, -hour - 1, -hour, -1, 0, 1, hour - 1, hour, 23 * hour].map((by) => at + by));
  expect(around.filter((ms) => !agrees(ms)).map(text)).toEqual([]);
});

it('agrees with the host at any moment', () => {
  fc.assert(fc.property(fc.integer({ min: first, max: last }), agrees), runs(300));
});

it('comes back to the moment that it was asked about', () => {
  fc.assert(
    fc.property(fc.integer({ min: first / 1000, max: Math.floor(last / 1000) }), (seconds) => {
      const at = text(seconds * 1000);
      const again = Date.parse(londonInstant(londonDate(at), londonTime(at)));
      // Only the second pass of the hour that October repeats is read as the first.
      expect([0, 3_600_000]).toContain(seconds * 1000 - again);
      if (again !== seconds * 1000) expect(londonTime(at)).toMatch(/^01:/);
    }),
  );
});

test.each([
  { date: '2021-03-31', time: '17:00', is: '2021-03-31T17:00:00+01:00' },
  { date: '2021-10-31', time: '17:00:00', is: '2021-10-31T17:00:00+00:00' },
  { date: '2024-03-31', time: '17:00', is: '2024-03-31T17:00:00+01:00' },
  { date: '2021-10-31', time: '00:59:59', is: '2021-10-31T00:59:59+01:00' },
  { date: '2021-10-31', time: '01:00', is: '2021-10-31T01:00:00+01:00' },
  { date: '2021-10-31', time: '01:59:59', is: '2021-10-31T01:59:59+01:00' },
  { date: '2021-10-31', time: '02:00', is: '2021-10-31T02:00:00+00:00' },
  { date: '2021-03-28', time: '00:59:59', is: '2021-03-28T00:59:59+00:00' },
  { date: '2021-03-28', time: '02:00', is: '2021-03-28T02:00:00+01:00' },
  { date: '1996-01-01', time: '00:00', is: '1996-01-01T00:00:00+00:00' },
  { date: '2199-12-31', time: '23:59:59', is: '2199-12-31T23:59:59+00:00' },
] as const)('$date $time in London is $is', ({ date, time, is }) => {
  expect(londonInstant(date, time)).toBe(is);
  expect(londonDate(is)).toBe(date);
});

test.each([
  { date: '2021-03-28', time: '01:00', at: ['time'] },
  { date: '2021-03-28', time: '01:59:59', at: ['time'] },
  { date: '1995-12-31', time: '12:00', at: ['date'] },
  { date: '2021-02-30', time: '24:00', at: ['date', 'time'] },
  { date: '2021-02-28', time: '12', at: ['time'] },
  { date: '2021-02-28', time: '12:00:00.000', at: ['time'] },
  { date: '2021-02-28', time: '12:60', at: ['time'] },
  { date: '2021-02-28', time: '9:00', at: ['time'] },
  { date: '2021-02-28', time: 1200, at: ['time'] },
])('$date $time is refused', ({ date, time, at }) => {
  expect(paths(() => londonInstant(date as PlainDate, time as string))).toEqual(at);
});

test.each([
  { at: '1995-12-31T23:59:59.999Z', ok: false },
  { at: '1996-01-01T00:00:00Z', ok: true },
  { at: '1995-12-31T12:00:00-12:00', ok: true },
  { at: '2199-12-31T23:59:59.999Z', ok: true },
  { at: '2199-12-31T23:00:00-01:00', ok: false },
  { at: 'yesterday', ok: false },
])('$at is a moment of London’s rule: $ok', ({ at, ok }) => {
  expect(isLondonInstant(at)).toBe(ok);
  expect(paths(() => londonDate(at as Instant))).toEqual(ok ? [] : ['instant']);
});
