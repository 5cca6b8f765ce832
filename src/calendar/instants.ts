// Instants: moments with an offset, read by our own arithmetic and compared in one place, never as strings.
import { NOT_A_DAY, readDay, type PlainDate } from './civil.js';
import { IS_AN_INSTANT, invalid } from './problems.js';
import { readArguments, must } from './reading.js';

/** A moment, written YYYY-MM-DDTHH:MM[:SS[.fff]] and then Z or ±HH:MM; checked at run time by every public function. */
export type Instant = `${PlainDate}T${string}`;

export const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/** Reads an instant into milliseconds since 1970-01-01T00:00Z, or NaN for anything that is not one. */
export function readInstant(value: unknown): number {
  const found = typeof value === 'string' && SHAPE.exec(value);
  if (!found) return NaN;
  const [, date, hours, minutes, seconds, ms, sign, offsetHours, offsetMinutes] = found;
  const day = readDay(date);
  const offset = clockMs(offsetHours, offsetMinutes);
  return day === NOT_A_DAY ? NaN : day * DAY_MS + clockMs(hours, minutes, seconds, ms) + (sign === '-' ? offset : -offset);
}

/** Milliseconds of a time written in parts; an absent part is 0. */
function clockMs(hours = '0', minutes = '0', seconds = '0', ms = '0'): number {
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);
}

/** Milliseconds since 1970-01-01T00:00Z of an instant already known to be one. */
export function toEpochMs(value: Instant): number {
  return readInstant(value);
}

/** Whether a value is an instant: the exact form, a real date in 1900-01-01 to 2199-12-31 inclusive, hours 00 to 23. */
export function isInstant(value: unknown): value is Instant {
  return !Number.isNaN(readInstant(value));
}

/**
 * Checks that a text is an instant, `YYYY-MM-DDTHH:MM[:SS[.fff]]` and then `Z` or `±HH:MM`, with a real date in 1900-01-01 to 2199-12-31 inclusive, and returns it.
 *
 * @throws InvalidFacts if it is anything else.
 * @since 0.1.0
 * @example
 * ```ts
 * instant('2021-03-31T17:00:00+01:00') // => '2021-03-31T17:00:00+01:00'
 * ```
 */
export function instant(text: unknown): Instant {
  if (!isInstant(text)) throw invalid([], IS_AN_INSTANT, text);
  return text;
}

/** Compares two instants already known to be ones: -1 when `a` is earlier, 0 at the same moment however written, 1 when it is later. */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  const difference = readInstant(a) - readInstant(b);
  const anInstant = must(isInstant, IS_AN_INSTANT);
  if (Number.isNaN(difference)) readArguments({ a: anInstant, b: anInstant }, { a, b });
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}
