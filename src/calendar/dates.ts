// Civil dates as day numbers, and counting in days and months. Integers only; day 0 is 1970-01-01; no clock, no zone, no `Date`.
import { invalid, type IssueCode } from '../data/issues.js';
import { readArguments, readerOf, wholeCode, type Reader } from '../data/reading.js';

/** A civil date in the United Kingdom, written YYYY-MM-DD; checked at run time by every public function: a real date, 1900-01-01 to 2199-12-31 inclusive. @since 0.1.0 */
export type PlainDate = `${number}-${number}-${number}`;

/** What `readDay` answers for anything that is not a date; no day has this number. */
export const NOT_A_DAY: number = -Infinity;

/** First and last day of the range, as day numbers. */
export const FIRST_DAY = -25_567; // 1900-01-01
export const LAST_DAY = 84_005; // 2199-12-31
const DAYS_IN_RANGE = 109_572; // from the first to the last
const TO_1970 = 719_468; // days from 0000-03-01

export const IS_A_DATE = 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31';
const IS_A_COUNT = 'must be a whole number from -109572 to 109572';
export const STAYS_IN_RANGE = 'must lead to a date from 1900-01-01 to 2199-12-31';

export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Reads a date of some years into its day number, or `NOT_A_DAY`. By character codes, so that the many reads of a cohort allocate nothing. */
export function readDay(value: unknown, firstYear?: number, lastYear?: number): number {
  return typeof value === 'string' && value.length === 10 ? readDayAtStart(value, firstYear, lastYear) : NOT_A_DAY;
}

/** Reads the date with which a text begins. */
export function readDayAtStart(value: string, firstYear = 1900, lastYear = 2199): number {
  if (value[4] !== '-' || value[7] !== '-') return NOT_A_DAY;
  const year = twoDigits(value, 0) * 100 + twoDigits(value, 2);
  const month = twoDigits(value, 5);
  const day = twoDigits(value, 8);
  // A pair that is not two digits is NaN, and every comparison with NaN is false.
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return NOT_A_DAY;
  const number = dayNumber(year, month, day);
  return number < dayNumber(year, month + 1, 1) ? number : NOT_A_DAY;
}

/** Returns the number that two digits make, or NaN. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const units = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : NaN;
}

/** Returns the day number of a civil date, which must be real. The year is taken from March, so that the leap day comes last; month 13 is the January after. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year;
  const century = (y / 100) | 0;
  const fromMarch = ((153 * (month < 3 ? month + 9 : month - 3) + 2) / 5) | 0;
  return ((146_097 * century) >> 2) + ((1461 * (y - 100 * century)) >> 2) + fromMarch + day - TO_1970 - 1;
}

/** Returns the civil date of a day number, as the one integer yyyymmdd. */
export function toYyyymmdd(day: number): number {
  const since = day + TO_1970;
  const century = ((4 * since + 3) / 146_097) | 0;
  const inCentury = since - ((146_097 * century) >> 2);
  const year = ((4 * inCentury + 3) / 1461) | 0;
  const inYear = inCentury - ((1461 * year) >> 2);
  const months = ((5 * inYear + 2) / 153) | 0;
  const date = inYear - (((153 * months + 2) / 5) | 0) + 1;
  return (100 * century + year) * 10_000 + (months < 10 ? months + 3 : months + 91) * 100 + date; // from January on it is the next year
}

/** The dates that were written, by the days since the first. There is a place for each, since a list with gaps is looked up more slowly. */
let written: (PlainDate | undefined)[] | undefined;

/** Returns the date of a day number in range. It is kept, since a search through days comes to the same ones again and again. */
export function fromDay(day: number): PlainDate {
  written ??= new Array<PlainDate | undefined>(DAYS_IN_RANGE + 1);
  return (written[day - FIRST_DAY] ??= dateText(day));
}

function dateText(day: number): PlainDate {
  const civil = toYyyymmdd(day);
  const part = (of: number): string => (of < 10 ? `-0${of}` : `-${of}`);
  return `${(civil / 10_000) | 0}${part(((civil / 100) | 0) % 100)}${part(civil % 100)}` as PlainDate;
}

/** Returns the day of the week: 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: number): number {
  return (day + 25_575) % 7; // 1970-01-01 was a Thursday; a multiple of 7 keeps the sum positive
}

export function isInRange(day: number): boolean {
  return day >= FIRST_DAY && day <= LAST_DAY;
}

/** Tells whether a value may be a number of days, months or working days: whole, and no more than the days of the whole range. */
export function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= DAYS_IN_RANGE;
}

/** Tells whether a value is a real date written YYYY-MM-DD, 1900-01-01 to 2199-12-31 inclusive. */
export function isPlainDate(value: unknown): value is PlainDate {
  return readDay(value) !== NOT_A_DAY;
}

/** Tells of a value that is not taken as a date whether it is a day of another year, and not malformed: `1850-02-28`. */
export function dayCode(value: unknown): IssueCode | undefined {
  return readDay(value, -Infinity, Infinity) === NOT_A_DAY ? undefined : 'out-of-range';
}

export const aDate: Reader<PlainDate> = /* @__PURE__ */ readerOf(isPlainDate, IS_A_DATE, dayCode);

export const aCount: Reader<number> = /* @__PURE__ */ readerOf(isCount, IS_A_COUNT, wholeCode);

/**
 * Checks that a text is a real date written YYYY-MM-DD, 1900-01-01 to 2199-12-31 inclusive, and returns it as a `PlainDate`.
 *
 * @throws InvalidFacts if it is anything else.
 * @example plainDate('2021-03-31') // => '2021-03-31'
 * @since 0.1.0
 */
export function plainDate(text: unknown): PlainDate {
  if (!isPlainDate(text)) throw invalid([], IS_A_DATE, text, dayCode(text));
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
  if (!isInRange(day) || !isCount(n)) readArguments({ date: aDate, n: aCount }, { date, n });
  return dateInRangeOrThrow(day + n, date);
}

/**
 * Counts the days from `a` to `b`: positive when `b` is later, negative when it is earlier, 0 on the same day.
 *
 * @throws InvalidFacts if a date is malformed.
 * @example daysBetween('2020-12-25', '2021-01-01') // => 7
 * @since 0.1.0
 */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  const from = readDay(a);
  const to = readDay(b);
  if (!isInRange(from) || !isInRange(to)) readArguments({ a: aDate, b: aDate }, { a, b });
  return to - from;
}

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
  if (!isInRange(readDay(date)) || !isCount(n)) readArguments({ date: aDate, n: aCount }, { date, n });
  const months = (twoDigits(date, 0) * 100 + twoDigits(date, 2)) * 12 + twoDigits(date, 5) - 1 + n; // months since year 0
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return dateInRangeOrThrow(Math.min(dayNumber(year, month, twoDigits(date, 8)), dayNumber(year, month + 1, 1) - 1), date);
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
  return addMonths(date, isCount(n) ? -n : n); // what is not a count is left for the check to name
}

/** Returns the date of a day number, to which a count from `date` led. */
function dateInRangeOrThrow(day: number, date: PlainDate): PlainDate {
  if (!isInRange(day)) throw invalid([], STAYS_IN_RANGE, date, 'out-of-range');
  return fromDay(day);
}
