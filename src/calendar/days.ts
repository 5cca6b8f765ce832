// Civil dates: checking one, and counting in days.
import { NOT_A_DAY, isCount, isPlainDate, readDay, type PlainDate } from './civil.js';
import { IS_A_DATE, invalid, reached } from '../data/problems.js';
import { aCount, aDate, readArguments } from '../data/reading.js';

export { fromDay, isPlainDate, readDay, type PlainDate } from './civil.js';

/**
 * Checks that a text is a real date written YYYY-MM-DD, 1900-01-01 to 2199-12-31 inclusive, and returns it as a `PlainDate`.
 *
 * @throws InvalidFacts if it is anything else.
 * @since 0.1.0
 * @example
 * ```ts
 * plainDate('2021-03-31') // => '2021-03-31'
 * ```
 */
export function plainDate(text: unknown): PlainDate {
  if (!isPlainDate(text)) throw invalid([], IS_A_DATE, text);
  return text;
}

/**
 * Adds `n` days to a date; `n` may be negative.
 *
 * @throws InvalidFacts if an argument is malformed or the result is not in 1900-01-01 to 2199-12-31 inclusive.
 * @since 0.1.0
 * @example
 * ```ts
 * addDays('2020-12-31', 1) // => '2021-01-01'
 * addDays('2020-03-01', -1) // => '2020-02-29'
 * ```
 */
export function addDays(date: PlainDate, n: number): PlainDate {
  const day = readDay(date);
  if (day === NOT_A_DAY || !isCount(n)) readArguments({ date: aDate, n: aCount }, { date, n });
  return reached(day + n, date);
}

/**
 * Counts the days from `a` to `b`: positive when `b` is later, negative when it is earlier, 0 on the same day.
 *
 * @throws InvalidFacts if a date is malformed.
 * @since 0.1.0
 * @example
 * ```ts
 * daysBetween('2020-12-25', '2021-01-01') // => 7
 * ```
 */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  const from = readDay(a);
  const to = readDay(b);
  if (from === NOT_A_DAY || to === NOT_A_DAY) readArguments({ a: aDate, b: aDate }, { a, b });
  return to - from;
}
