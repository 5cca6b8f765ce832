// The count shown day by day: every day that was examined, and why it counted or did not.
import { readDay, type PlainDate } from './civil.js';
import { dateOf, isWeekend, nthWorkingDay } from './day-table.js';
import { aCount, aDate, readArguments } from '../data/reading.js';
import { aCalendar, tableOf, type WorkingCalendar } from './working-calendar.js';

/** One day of a count. */
export interface CountedDay {
  readonly date: PlainDate;
  /** Which working day it is: 1 for the first after the trigger, -1 for the first before it; false when it is not counted. */
  readonly counted: number | false;
  /** Why it counted or did not. */
  readonly reason: 'trigger' | 'working-day' | 'weekend' | 'holiday' | 'closure';
  /** Name of the holiday or closure. */
  readonly name?: string;
}

/** A count of working days, shown. */
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
  readArguments({ date: aDate, n: aCount, calendar: aCalendar }, { date, n, calendar });
  const trigger = readDay(date);
  const table = tableOf(calendar);
  const due = nthWorkingDay(table, trigger, n);
  const step = n < 0 ? -1 : 1;
  const days: CountedDay[] = [{ date, counted: false, reason: 'trigger' }];
  let counted = 0;
  for (let day = trigger; day !== due;) {
    day += step;
    const off = isWeekend(day) ? WEEKEND : table.off.get(day);
    days.push({ date: dateOf(table, day), ...(off ? { counted: false, ...off } : { counted: (counted += step), reason: 'working-day' }) });
  }
  return { due: dateOf(table, due), days };
}
