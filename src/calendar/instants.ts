// Instants: moments with an offset, read by our own arithmetic and compared in one place, never as strings.
import { NOT_A_DAY, pair, readDay, type PlainDate } from './civil.js';
import { IS_AN_INSTANT, invalid } from './problems.js';

/** A moment, written YYYY-MM-DDTHH:MM[:SS[.fff]] and then Z or ±HH:MM; checked at run time by every public function. */
export type Instant = `${PlainDate}T${string}`;

export const DAY_MS = 86_400_000;

/** Reads an instant into milliseconds since 1970-01-01T00:00Z, or NaN for anything that is not one. By character codes, as `readDay` does. */
export function readInstant(value: unknown): number {
  if (typeof value !== 'string') return NaN;
  const day = readDay(value.slice(0, 10));
  const end = value[16] !== ':' ? 16 : value[19] !== '.' ? 19 : 23; // where the time ends and the offset begins
  const seconds = end > 16 ? pair(value, 17) * 1000 : 0;
  const ms = end > 19 ? pair(value, 20) * 10 + (pair(value, 21) % 10) : 0; // three digits, by two pairs that share one
  const sign = '-Z+'.indexOf(value.charAt(end)) - 1; // of the offset; 0 for UTC
  // What is not two digits is NaN, and every comparison with NaN is false.
  if (day === NOT_A_DAY || sign < -1 || value[10] !== 'T' || value.length !== end + (sign ? 6 : 1) || !(seconds < 60_000)) return NaN;
  return day * DAY_MS + (minutesAt(value, 11) - (sign && sign * minutesAt(value, end + 1))) * 60_000 + seconds + ms;
}

/** The minutes of a time of day, `HH:MM`, 00:00 to 23:59, or NaN. */
function minutesAt(text: string, at: number): number {
  const [hours, minutes] = [pair(text, at), pair(text, at + 3)];
  return text[at + 2] === ':' && hours <= 23 && minutes <= 59 ? hours * 60 + minutes : NaN;
}

/** Whether a value is an instant: the exact form, a real date in 1900-01-01 to 2199-12-31 inclusive, hours 00 to 23. */
function isInstant(value: unknown): value is Instant {
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
