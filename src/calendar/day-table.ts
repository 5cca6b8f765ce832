// The index of a calendar: how many working days come before each day, and where each working day is. With it every count is two look-ups, however long.
import { fromDay, readDay, weekdayOf, type PlainDate } from './dates.js';
import { daysOff, type Content, type DaysOff, type WorkingCalendar } from './content.js';

/**
 * Reports a count of working days that needs a day which the calendar does not cover. Only calendar functions throw it; a rule answers undetermined instead.
 *
 * @since 0.1.0
 */
export class OutsideCalendar extends Error {
  override readonly name = 'OutsideCalendar' as const;
  readonly code = 'OUTSIDE_CALENDAR' as const;
  /** Id of the calendar. */
  declare readonly calendar: string;
  /** First day covered, inclusive. */
  declare readonly coveredFrom: PlainDate;
  /** Last day covered, inclusive. */
  declare readonly coveredTo: PlainDate;
  /** A day that was needed and is not covered. */
  declare readonly needed: PlainDate;

  constructor(calendar: string, coveredFrom: PlainDate, coveredTo: PlainDate, needed: PlainDate) {
    super(`The calendar '${calendar}' covers ${coveredFrom} to ${coveredTo}, and ${needed} is needed: see withGovUkFeed and calendarFrom`);
    this.calendar = calendar;
    this.coveredFrom = coveredFrom;
    this.coveredTo = coveredTo;
    this.needed = needed;
  }
}

/** A day that a count needs and the calendar does not cover. */
export type Uncovered = Pick<OutsideCalendar, 'calendar' | 'coveredFrom' | 'coveredTo' | 'needed'>;

export interface DayTable {
  /** Whose index it is, and what that is made of. */
  readonly of: WorkingCalendar;
  readonly content: Content;
  /** First and last day covered, as day numbers. */
  readonly first: number;
  readonly last: number;
  /** Working days from the first day up to, but not including, the day at each offset; one entry more than there are days. */
  readonly before: Int32Array;
  /** Day numbers of the working days, in order. */
  readonly working: readonly number[];
  readonly off: DaysOff;
}

export function buildTable(calendar: WorkingCalendar, content: Content): DayTable {
  const off = daysOff(content);
  const first = readDay(calendar.span.from);
  const last = readDay(calendar.span.to);
  const before = new Int32Array(last - first + 2);
  const working: number[] = [];
  for (let day = first; day <= last; day++) {
    if (isWorking({ off }, day)) working.push(day);
    before[day - first + 1] = working.length;
  }
  return { of: calendar, content, first, last, before, working, off };
}

export function isWeekend(day: number): boolean {
  return weekdayOf(day) % 6 === 0;
}

export function assertCovered(table: DayTable, day: number): void {
  const beyond = uncoveredDay(table, day);
  if (beyond !== undefined) throw outsideCalendar(beyond);
}

export function outsideCalendar({ calendar, coveredFrom, coveredTo, needed }: Uncovered): OutsideCalendar {
  return new OutsideCalendar(calendar, coveredFrom, coveredTo, needed);
}

function uncoveredDay({ of: { id, span }, first, last }: DayTable, day: number): Uncovered | undefined {
  return day < first || day > last ? { calendar: id, coveredFrom: span.from, coveredTo: span.to, needed: fromDay(day) } : undefined;
}

/** Tells whether a covered day is a working day. */
export function isWorking({ off }: Pick<DayTable, 'off'>, day: number): boolean {
  return !isWeekend(day) && !off.has(day);
}

/** Returns the n-th working day after a day: before it when n is negative, the day itself when n is 0. Where the count leaves the calendar, it returns the day that it needs. */
export function nthWorkingDay(table: DayTable, day: number, n: number): number | Uncovered {
  const beyond = uncoveredDay(table, day);
  if (beyond !== undefined || n === 0) return beyond ?? day;
  // From a day that is off, day 1 is the next working day. So what counts is the working days gone by: that day's own included, but not when going back.
  const index = n > 0 ? countBefore(table, day + 1) + n - 1 : countBefore(table, day) + n;
  return table.working[index] ?? (uncoveredDay(table, n > 0 ? table.last + 1 : table.first - 1) as Uncovered);
}

/** Returns how many working days lie in (a, b]; when b is before a, minus those in [b, a). Throws unless both are covered. */
export function countBetween(table: DayTable, a: number, b: number): number {
  assertCovered(table, a);
  assertCovered(table, b);
  const past = a <= b ? 1 : 0;
  return countBefore(table, b + past) - countBefore(table, a + past);
}

/** Returns how many working days come before a day that is covered or is the day after the last. */
function countBefore({ first, before }: DayTable, day: number): number {
  return before[day - first] as number;
}
