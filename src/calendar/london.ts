// London's clock by its rule since 1996: an hour ahead from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
// The rule, not the host's zone data, so that every engine gives one answer. Before 1996 the rule was another: such an instant is not accepted.
import { LAST_DAY, aDate, dayNumber, fromDay, isInRange, readDay, toYyyymmdd, weekdayOf, type PlainDate } from './dates.js';
import { DAY_MS, IS_AN_INSTANT, clockTime, isInstant, readInstant, type Instant } from './instants.js';
import { invalid } from '../data/issues.js';
import { readArguments, readerOf } from '../data/reading.js';

const HOUR_MS = 3_600_000;
/** First day of the rule, as a day number. */
export const FIRST_LONDON_DAY = 9496; // 1996-01-01
const IS_A_TIME = 'must be a time of day written HH:MM or HH:MM:SS';
const IS_IN_THE_RULE = 'must fall in 1996 to 2199 in London';

function lastSunday(year: number, month: 3 | 10): number {
  const last = dayNumber(year, month, 31);
  return last - weekdayOf(last);
}

function isSummer(epochMs: number): boolean {
  const year = Math.floor(toYyyymmdd(Math.floor(epochMs / DAY_MS)) / 10_000);
  return epochMs >= lastSunday(year, 3) * DAY_MS + HOUR_MS && epochMs < lastSunday(year, 10) * DAY_MS + HOUR_MS;
}

/** London's wall clock as milliseconds since 1970-01-01T00:00 on that clock; NaN outside 1996-01-01 to 2199-12-31 in London, and from NaN. */
function londonWall(epochMs: number): number {
  const wall = isSummer(epochMs) ? epochMs + HOUR_MS : epochMs;
  const day = Math.floor(wall / DAY_MS);
  return day >= FIRST_LONDON_DAY && isInRange(day) ? wall : NaN;
}

function londonWallOrThrow(value: Instant): number {
  const epochMs = readInstant(value);
  const wall = londonWall(epochMs);
  if (Number.isNaN(wall)) throw invalid(['instant'], Number.isNaN(epochMs) ? IS_AN_INSTANT : IS_IN_THE_RULE, value);
  return wall;
}

/** Whether a value is an instant that falls, in London, on 1996-01-01 or later, and before the first day of a year, 2200 unless another is given. */
export function isLondonInstant(value: unknown, untilDay: number = LAST_DAY + 1): value is Instant {
  const epochMs = readInstant(value);
  return epochMs >= FIRST_LONDON_DAY * DAY_MS && epochMs < untilDay * DAY_MS; // winter at both ends: London's clock is that of UTC there
}

/** Day number in London at an instant already known to be one that falls there. */
export function londonDay(instant: Instant): number {
  return Math.floor(londonWall(readInstant(instant)) / DAY_MS);
}

/**
 * Gives the date in London at an instant.
 *
 * @throws InvalidFacts if the instant is malformed, or falls in London before 1996-01-01 or after 2199-12-31.
 * @since 0.1.0
 * @example
 * ```ts
 * londonDate('2021-06-30T23:30:00Z') // => '2021-07-01'
 * londonDate('2021-12-31T23:30:00Z') // => '2021-12-31'
 * ```
 */
export function londonDate(instant: Instant): PlainDate {
  return fromDay(Math.floor(londonWallOrThrow(instant) / DAY_MS));
}

/** Milliseconds since midnight on London's clock at an instant, 0 to 86,399,999: what "after 16:30" is asked of. Throws as `londonDate` does. */
export function londonMsOfDay(instant: Instant): number {
  const wall = londonWallOrThrow(instant);
  return wall - Math.floor(wall / DAY_MS) * DAY_MS;
}

/** Time on London's clock at an instant, `HH:MM:SS`, for people to read: a fraction of a second is dropped. Throws as `londonDate` does. */
export function londonTime(instant: Instant): string {
  return clockTime(londonMsOfDay(instant));
}

/**
 * Gives the instant at which London's clock shows a date and a time, `HH:MM` or `HH:MM:SS`: with seconds, and London's offset (`+00:00` or `+01:00`).
 * The hour that October repeats is taken at its first occurrence.
 *
 * @throws InvalidFacts if an argument is malformed, the date is before 1996-01-01, or the clocks skipped that time in March.
 * @since 0.1.0
 * @example
 * ```ts
 * londonInstant('2021-03-31', '17:00') // => '2021-03-31T17:00:00+01:00'
 * londonInstant('2021-10-31', '01:30') // => '2021-10-31T01:30:00+01:00'
 * londonInstant('2021-10-31', '17:00:01') // => '2021-10-31T17:00:01+00:00'
 * ```
 */
export function londonInstant(date: PlainDate, time: string): Instant {
  const aTime = readerOf((value) => typeof value === 'string' && value.length <= 8 && isInstant(`2000-01-01T${value}Z`), IS_A_TIME);
  readArguments({ date: aDate, time: aTime }, { date, time });
  if (readDay(date) < FIRST_LONDON_DAY) throw invalid(['date'], IS_IN_THE_RULE, date);
  const written: Instant = `${date}T${`${time}:00`.slice(0, 8)}`;
  if (isSummer(readInstant(`${written}+01:00`))) return `${written}+01:00`; // asked first: in the repeated hour both hold
  if (isSummer(readInstant(`${written}Z`))) {
    throw invalid(['time'], `must be a time that London's clock showed on ${date}`, time);
  }
  return `${written}+00:00`;
}
