// Instants: moments with an offset, read by our own arithmetic and compared in one place, never as strings.
import { NOT_A_DAY, pair, readDay, type PlainDate } from './civil.js';
import { IS_AN_INSTANT, invalid } from './problems.js';

/** A moment, written YYYY-MM-DDTHH:MM[:SS[.fff]] and then Z or ±HH:MM; checked at run time by every public function. */
export type Instant = `${PlainDate}T${string}`;

export const DAY_MS = 86_400_000;

/** Reads an instant into milliseconds since 1970-01-01T00:00Z, or NaN for anything that is not one. By character codes, as `readDay` does. */
export function readInstant(value: unknown): number {
  if (typeof value !== 'string' || value[10] !== 'T' || value[13] !== ':') return NaN;
  const day = readDay(value.slice(0, 10));
  let at = 16; // where the seconds begin, and then the offset
  let ms = 0;
  if (value[at] === ':') {
    ms = pair(value, 17) * 1000;
    at = 19;
    if (value[at] === '.') {
      ms += pair(value, 20) * 10 + (pair(value, 21) % 10); // three digits, by two pairs that share one
      at = 23;
    }
  }
  const [hour, minute, offset] = [pair(value, 11), pair(value, 14), offsetAt(value, at)];
  // What is not two digits is NaN, and every comparison with NaN is false.
  if (!(day !== NOT_A_DAY && hour <= 23 && minute <= 59 && ms < 60_000)) return NaN;
  return day * DAY_MS + (hour * 60 + minute - offset) * 60_000 + ms;
}

/** The minutes of the offset that ends a text, `Z` or `±HH:MM`, or NaN. */
function offsetAt(text: string, at: number): number {
  if (text[at] === 'Z') return text.length === at + 1 ? 0 : NaN;
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : NaN;
  const [hours, minutes] = [pair(text, at + 1), pair(text, at + 4)];
  return text.length === at + 6 && text[at + 3] === ':' && hours <= 23 && minutes <= 59 ? sign * (hours * 60 + minutes) : NaN;
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
