// Instants: moments with an offset, read by our own arithmetic and compared in one place, never as strings.
import { NOT_A_DAY, readDayAtStart, twoDigits, type PlainDate } from './dates.js';
import { invalid } from '../data/issues.js';

/** A moment, written YYYY-MM-DDTHH:MM[:SS[.fff]] and then Z or ±HH:MM; checked at run time by every public function. */
export type Instant = `${PlainDate}T${string}`;

export const IS_AN_INSTANT = 'must be an instant written YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)';

export const DAY_MS = 86_400_000;

/** Reads an instant into milliseconds since 1970-01-01T00:00Z, or NaN for anything that is not one. */
export function readInstant(value: unknown): number {
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
  const day = readDayAtStart(value);
  if (day === NOT_A_DAY || value.length !== end + (zone === 'Z' ? 1 : 6) || ms >= 60_000) return NaN;
  return day * DAY_MS + (minutesIn(value, 11) - offset) * 60_000 + ms;
}

/** The minutes that a text HH:MM makes, or NaN. */
function minutesIn(text: string, at: number): number {
  const hours = twoDigits(text, at);
  const minutes = twoDigits(text, at + 3);
  return text[at + 2] === ':' && hours < 24 && minutes < 60 ? hours * 60 + minutes : NaN;
}

/** The time of day that milliseconds since midnight make, `HH:MM:SS`: a fraction of a second is dropped. */
export function clockTime(ms: number): string {
  return [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
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

/** Tells whether two values are instants of the same moment, however each is written. A bare date is not an instant. */
export function isSameInstant(a: unknown, b: unknown): boolean {
  return readInstant(a) === readInstant(b); // NaN, for what is not an instant, equals nothing
}

/** Compares two instants already known to be ones: negative when `a` is earlier, 0 at the same moment however written, positive when it is later. */
export function compareInstants(a: Instant, b: Instant): number {
  return readInstant(a) - readInstant(b);
}
