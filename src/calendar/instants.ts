// Instants: moments with an offset, read by our own arithmetic and compared in one place, never as strings.
import { NOT_A_DAY, pair, readDay, type PlainDate } from './civil.js';
import { IS_AN_INSTANT, invalid } from './problems.js';

/** A moment, written YYYY-MM-DDTHH:MM[:SS[.fff]] and then Z or ±HH:MM; checked at run time by every public function. */
export type Instant = `${PlainDate}T${string}`;

export const DAY_MS = 86_400_000;
const SHAPE = /^.{10}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Reads an instant into milliseconds since 1970-01-01T00:00Z, or NaN for anything that is not one. */
export function readInstant(value: unknown): number {
  if (typeof value !== 'string' || !SHAPE.test(value)) return NaN;
  const day = readDay(value.slice(0, 10));
  const minutesAt = (at: number): number => pair(value, at) * 60 + pair(value, at + 3);
  const sign = value[value.length - 6]; // of the offset; of a time in UTC it is a digit, a colon or the T
  const offset = minutesAt(value.length - 5);
  const minutes = minutesAt(11) - (sign === '+' ? offset : sign === '-' ? -offset : 0);
  const seconds = value[16] === ':' ? parseFloat(value.slice(17)) : 0;
  return day === NOT_A_DAY ? NaN : day * DAY_MS + minutes * 60_000 + Math.round(seconds * 1000);
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

/** Compares two instants already known to be ones: negative when `a` is earlier, 0 at the same moment however written, positive when it is later. */
export function compareInstants(a: Instant, b: Instant): number {
  return readInstant(a) - readInstant(b);
}
