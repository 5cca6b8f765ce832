// Working days: whether a day is one, which is next, and counting them. Day 0 is the trigger, never rolled; day 1 is the next working day after it.
import { assertCovered, countBetween, isWeekend, isWorking, nthWorkingDay, outsideCalendar, type Uncovered } from './day-table.js';
import { aCount, aDate, fromDay, isCount, isInRange, readDay, type PlainDate } from './dates.js';
import { readArguments } from '../data/reading.js';
import { aCalendar, dayTableOf, isWorkingCalendar } from './working-calendar.js';
import type { WorkingCalendar } from './content.js';

/**
 * Tells whether a date is a working day: Monday to Friday and neither a holiday nor a closure of the calendar.
 *
 * @throws InvalidFacts if an argument is malformed; OutsideCalendar if the calendar does not cover the date.
 * @since 0.1.0
 * @example
 * ```ts
 * isWorkingDay('2020-12-24', englandAndWales) // => true
 * isWorkingDay('2020-12-28', englandAndWales) // => false
 * ```
 */
export function isWorkingDay(date: PlainDate, calendar: WorkingCalendar): boolean {
  const day = readDay(date);
  if (!isInRange(day) || !isWorkingCalendar(calendar)) readArguments({ date: aDate, calendar: aCalendar }, { date, calendar });
  const table = dayTableOf(calendar);
  assertCovered(table, day);
  return isWorking(table, day);
}

/**
 * Gives the first working day strictly after a date.
 *
 * @throws InvalidFacts if an argument is malformed; OutsideCalendar if the calendar does not cover the date or the answer.
 * @example nextWorkingDay('2020-12-24', englandAndWales) // => '2020-12-29'
 * @since 0.1.0
 */
export function nextWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
  return addWorkingDays(date, 1, calendar);
}

/**
 * Gives the last working day strictly before a date.
 *
 * @throws InvalidFacts if an argument is malformed; OutsideCalendar if the calendar does not cover the date or the answer.
 * @example previousWorkingDay('2020-12-29', englandAndWales) // => '2020-12-24'
 * @since 0.1.0
 */
export function previousWorkingDay(date: PlainDate, calendar: WorkingCalendar): PlainDate {
  return addWorkingDays(date, -1, calendar);
}

/**
 * Gives the n-th working day after a date, or before it when `n` is negative. The date is day 0 and is never rolled; `n` = 0 is the date itself.
 *
 * @throws InvalidFacts if an argument is malformed; OutsideCalendar if the calendar does not cover the date or the answer.
 * @since 0.1.0
 * @example
 * ```ts
 * addWorkingDays('2020-12-23', 10, englandAndWales) // => '2021-01-11'
 * addWorkingDays('2021-05-31', 5, englandAndWales) // => '2021-06-07'
 * addWorkingDays('2021-06-07', -5, englandAndWales) // => '2021-05-28'
 * ```
 */
export function addWorkingDays(date: PlainDate, n: number, calendar: WorkingCalendar): PlainDate {
  const reached = workingDayFrom(date, n, calendar);
  if (typeof reached === 'object') throw outsideCalendar(reached);
  return reached;
}

/** Counts as `addWorkingDays` does. Where the count leaves the calendar, it returns the day that it needs: a search does that often, and an error costs fifty counts. */
export function workingDayFrom(date: PlainDate, n: number, calendar: WorkingCalendar): PlainDate | Uncovered {
  const day = readDay(date);
  if (!isInRange(day) || !isCount(n) || !isWorkingCalendar(calendar))
    readArguments({ date: aDate, n: aCount, calendar: aCalendar }, { date, n, calendar });
  const reached = nthWorkingDay(dayTableOf(calendar), day, n);
  return typeof reached === 'object' ? reached : fromDay(reached);
}

/**
 * Counts the working days after `a` up to and including `b`. When `b` is earlier, minus those from and including `b` up to but not including `a`.
 * The inverse of `addWorkingDays`: counting to its answer gives its `n` again.
 *
 * @throws InvalidFacts if an argument is malformed; OutsideCalendar if the calendar does not cover both dates.
 * @since 0.1.0
 * @example
 * ```ts
 * workingDaysBetween('2020-12-23', '2021-01-11', englandAndWales) // => 10
 * workingDaysBetween('2021-01-11', '2020-12-23', englandAndWales) // => -10
 * ```
 */
export function workingDaysBetween(a: PlainDate, b: PlainDate, calendar: WorkingCalendar): number {
  const from = readDay(a);
  const to = readDay(b);
  if (!isInRange(from) || !isInRange(to) || !isWorkingCalendar(calendar))
    readArguments({ a: aDate, b: aDate, calendar: aCalendar }, { a, b, calendar });
  return countBetween(dayTableOf(calendar), from, to);
}

/** One day of a count. @since 0.1.0 */
export interface CountedDay {
  readonly date: PlainDate;
  /** Which working day it is: 1 for the first after the trigger, -1 for the first before it; false when it is not counted. */
  readonly counted: number | false;
  /** Why it counted or did not. */
  readonly reason: 'trigger' | 'working-day' | 'weekend' | 'holiday' | 'closure';
  /** Name of the holiday or closure. */
  readonly name?: string;
}

/** A count of working days, shown. @since 0.1.0 */
export interface DayCount {
  /** The day that the count reaches. */
  readonly due: PlainDate;
  /** Every day from the trigger to `due`, both inclusive, in the order of the count. */
  readonly days: readonly CountedDay[];
}

const WEEKEND = { reason: 'weekend' } as const;

/**
 * Counts `n` working days from a date as `addWorkingDays` does, and gives each day examined with the reason it counted or not.
 *
 * @throws InvalidFacts if an argument is malformed; OutsideCalendar if the calendar does not cover the date or the answer.
 * @since 0.1.0
 * @example
 * ```ts
 * countDays('2020-12-24', 1, englandAndWales).due // => '2020-12-29'
 * countDays('2020-12-24', 1, englandAndWales).days[1] // => { date: '2020-12-25', counted: false, reason: 'holiday', name: 'Christmas Day' }
 * countDays('2020-12-24', 1, englandAndWales).days[5] // => { date: '2020-12-29', counted: 1, reason: 'working-day' }
 * ```
 */
export function countDays(date: PlainDate, n: number, calendar: WorkingCalendar): DayCount {
  const due = addWorkingDays(date, n, calendar);
  const last = readDay(due);
  const table = dayTableOf(calendar);
  const step = Math.sign(n);
  const days: CountedDay[] = [{ date, counted: false, reason: 'trigger' }];
  let counted = 0;
  for (let day = readDay(date); day !== last;) {
    day += step;
    const off = isWeekend(day) ? WEEKEND : table.off.get(day);
    days.push({
      date: fromDay(day),
      ...(off ? { counted: false, ...off } : { counted: (counted += step), reason: 'working-day' }),
    });
  }
  return { due, days };
}
