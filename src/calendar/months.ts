// Months, counted by corresponding date: the same day of another month, or that month's last day where it has no such day.
import { NOT_A_DAY, dayNumber, isCount, pair, readDay, type PlainDate } from './civil.js';
import { reached } from '../data/problems.js';
import { aCount, aDate, readArguments } from '../data/reading.js';

/**
 * Adds `n` calendar months to a date: the corresponding date, else the month's last day. Count each deadline from its own trigger:
 * one month and then another is not always two.
 *
 * @throws InvalidFacts if an argument is malformed or the result is not in 1900-01-01 to 2199-12-31 inclusive.
 * @since 0.1.0
 * @example
 * ```ts
 * addMonths('2021-01-31', 1) // => '2021-02-28'
 * addMonths('2021-02-28', 1) // => '2021-03-28'
 * ```
 */
export function addMonths(date: PlainDate, n: number): PlainDate {
  if (readDay(date) === NOT_A_DAY || !isCount(n)) readArguments({ date: aDate, n: aCount }, { date, n });
  const months = Number(date.slice(0, 4)) * 12 + pair(date, 5) - 1 + n; // months since year 0
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return reached(Math.min(dayNumber(year, month, pair(date, 8)), dayNumber(year, month + 1, 1) - 1), date);
}

/**
 * Subtracts `n` calendar months from a date: the corresponding date, else the month's last day.
 *
 * @throws InvalidFacts if an argument is malformed or the result is not in 1900-01-01 to 2199-12-31 inclusive.
 * @since 0.1.0
 * @example
 * ```ts
 * subtractMonths('2021-01-10', 1) // => '2020-12-10'
 * subtractMonths('2021-03-31', 1) // => '2021-02-28'
 * ```
 */
export function subtractMonths(date: PlainDate, n: number): PlainDate {
  return addMonths(date, isCount(n) ? -n : n); // what is no count is left for the check to name
}
