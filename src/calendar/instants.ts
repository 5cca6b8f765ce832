// Instants: moments with an offset, read by our own arithmetic and compared in one place, never as strings; and London's clock by its rule since 1996:
// an hour ahead from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October. The rule, not the host's zone data, so that every
// engine gives one answer. Before 1996 the rule was another: such an instant is not accepted.
import {
  aDate,
  dayCode,
  dayNumber,
  fromDay,
  isInRange,
  LAST_DAY,
  NOT_A_DAY,
  type PlainDate,
  readDay,
  readDayAtStart,
  toYyyymmdd,
  twoDigits,
  weekdayOf,
} from './dates.js';
import { invalid, type IssueCode } from '../data/issues.js';
import { readArguments, readerOf } from '../data/reading.js';

/** A moment, written YYYY-MM-DDTHH:MM[:SS[.fff]] and then Z or ±HH:MM; checked at run time by every public function. @since 0.1.0 */
export type Instant = `${PlainDate}T${string}`;

export const IS_AN_INSTANT = 'must be an instant written YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)';

export const DAY_MS = 86_400_000;

/** Reads an instant into milliseconds since 1970-01-01T00:00Z, or NaN for anything that is not one. */
export function readInstant(value: unknown, firstYear?: number, lastYear?: number): number {
  if (typeof value !== 'string' || value[10] !== 'T') return NaN;
  let end = 16;
  let ms = 0;
  if (value[16] === ':') {
    ms = twoDigits(value, 17) * 1000;
    end = 19;
    if (value[19] === '.') {
      ms += twoDigits(value, 20) * 10 + (twoDigits(value, 21) % 10);
      end = 23;
    }
  }
  const zone = value[end];
  const offset = zone === 'Z' ? 0 : zone === '+' ? minutesIn(value, end + 1) : zone === '-' ? -minutesIn(value, end + 1) : NaN;
  const day = readDayAtStart(value, firstYear, lastYear);
  if (day === NOT_A_DAY || value.length !== end + (zone === 'Z' ? 1 : 6) || ms >= 60_000) return NaN;
  return day * DAY_MS + (minutesIn(value, 11) - offset) * 60_000 + ms;
}

function minutesIn(text: string, at: number): number {
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  return text[at + 2] === ':' && hours < 24 && minutes < 60 ? hours * 60 + minutes : NaN;
}

/** Returns the time of day that milliseconds since midnight make, `HH:MM:SS`: a fraction of a second is dropped. */
export function clockTime(ms: number): string {
  return [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
}

/** Tells whether a value is an instant: the exact form, a real date in 1900-01-01 to 2199-12-31 inclusive, hours 00 to 23. */
function isInstant(value: unknown): value is Instant {
  return !Number.isNaN(readInstant(value));
}

/**
 * Checks that a text is an instant, `YYYY-MM-DDTHH:MM[:SS[.fff]]` and then `Z` or `±HH:MM`, with a real date in 1900-01-01 to 2199-12-31 inclusive, and returns it.
 *
 * @throws InvalidFacts if it is anything else.
 * @example instant('2021-03-31T17:00:00+01:00') // => '2021-03-31T17:00:00+01:00'
 * @since 0.1.0
 */
export function instant(text: unknown): Instant {
  if (!isInstant(text)) throw invalid([], IS_AN_INSTANT, text, instantCode(text));
  return text;
}

/** Tells of a value that is not taken as an instant whether it is one of other years, and not malformed. */
export function instantCode(value: unknown): IssueCode | undefined {
  return Number.isNaN(readInstant(value, -Infinity, Infinity)) ? undefined : 'out-of-range';
}

/** Tells the same of a value that is not taken as a date or an instant. */
export function momentCode(value: unknown): IssueCode | undefined {
  return dayCode(value) ?? instantCode(value);
}

/** Tells whether two values are instants of the same moment, however each is written. A bare date is not an instant. */
export function isSameInstant(a: unknown, b: unknown): boolean {
  return readInstant(a) === readInstant(b); // NaN, for what is not an instant, equals nothing
}

/** Compares two instants already known to be ones: negative when `a` is earlier, 0 at the same moment however written, positive when it is later. */
export function compareInstants(a: Instant, b: Instant): number {
  return readInstant(a) - readInstant(b);
}

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

/** Returns London's wall clock as milliseconds since 1970-01-01T00:00 on that clock; NaN outside 1996-01-01 to 2199-12-31 in London, and from NaN. */
function londonWall(epochMs: number): number {
  const wall = isSummer(epochMs) ? epochMs + HOUR_MS : epochMs;
  const day = Math.floor(wall / DAY_MS);
  return day >= FIRST_LONDON_DAY && isInRange(day) ? wall : NaN;
}

function londonWallOrThrow(value: Instant): number {
  const epochMs = readInstant(value);
  const wall = londonWall(epochMs);
  if (Number.isNaN(wall)) throw invalid(['instant'], Number.isNaN(epochMs) ? IS_AN_INSTANT : IS_IN_THE_RULE, value, instantCode(value));
  return wall;
}

/** Returns whether a value is an instant from 1996-01-01 on in London, and before a day. The day is 2200-01-01 unless another is given. */
export function isLondonInstant(value: unknown, untilDay: number = LAST_DAY + 1): value is Instant {
  const epochMs = readInstant(value);
  return epochMs >= FIRST_LONDON_DAY * DAY_MS && epochMs < untilDay * DAY_MS; // winter at both ends: London's clock is that of UTC there
}

/** Returns the day number in London at an instant already known to be one that falls there. */
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

/** Returns milliseconds since midnight on London's clock at an instant, 0 to 86,399,999: what "after 16:30" is asked of. Throws as `londonDate` does. */
export function londonMsOfDay(instant: Instant): number {
  const wall = londonWallOrThrow(instant);
  return wall - Math.floor(wall / DAY_MS) * DAY_MS;
}

/** Returns the time on London's clock at an instant, `HH:MM:SS`, for people to read: a fraction of a second is dropped. Throws as `londonDate` does. */
export function londonTime(instant: Instant): string {
  return clockTime(londonMsOfDay(instant));
}

/** Returns the name of the clock by which an instant is told in the hour that October repeats; nothing at any other time. */
export function clockOfRepeatedHour(instant: Instant): 'BST' | 'GMT' | undefined {
  const epochMs = readInstant(instant);
  const wall = londonWall(epochMs);
  if (wall === londonWall(epochMs + HOUR_MS)) return 'BST';
  return wall === londonWall(epochMs - HOUR_MS) ? 'GMT' : undefined;
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
  const aTime = readerOf(
    (value) => typeof value === 'string' && !value.includes('.') && isInstant(`${fromDay(FIRST_LONDON_DAY)}T${value}Z`),
    IS_A_TIME,
  );
  readArguments({ date: aDate, time: aTime }, { date, time });
  if (readDay(date) < FIRST_LONDON_DAY) throw invalid(['date'], IS_IN_THE_RULE, date, 'out-of-range');
  const written: Instant = `${date}T${`${time}:00`.slice(0, 8)}`;
  if (isSummer(readInstant(`${written}+01:00`))) return `${written}+01:00`; // asked first: in the repeated hour both hold
  if (isSummer(readInstant(`${written}Z`))) {
    throw invalid(['time'], "must be a time that London's clock showed on that day", time, 'out-of-range');
  }
  return `${written}+00:00`;
}
