// `Date` cells, read as the sheet shows them and written so that it shows them. With `date-fns/`, all of src that knows `Date`; it asks no clock.
// docs/decisions/012-a-date-cell-is-what-the-sheet-shows.md
import { safely } from '../data/issues.js';
import { fromDay, isInRange, readDay, type PlainDate } from '../calendar/dates.js';
import { DAY_MS, isLondonInstant, londonDate, londonInstant, londonMsOfDay, readInstant } from '../calendar/instants.js';
import { isInstantForm, type Moment } from '../decision/decision.js';
import { toTheSecond, wallOfMoment, type Wall } from './wall.js';

/** A cell that holds a `Date`. @since 0.1.0 */
export type DateCell = Date;

/**
 * The time zone in which a sheet turns its dates into `Date` cells: that of the engine that runs the functions (`host`, as in Google Sheets), UTC (as
 * libraries do that read workbook files), or London's.
 *
 * @since 0.1.0
 */
export type SheetZone = 'host' | 'UTC' | 'Europe/London';

/** Returns the milliseconds since 1970 of a `Date` of any realm; undefined for anything else, an invalid `Date` included. */
export function timeOf(cell: unknown): number | undefined {
  if (typeof cell !== 'object' || cell === null) return undefined;
  const time = safely(() => Date.prototype.getTime.call(cell)); // throws where it is not a Date, whatever it calls itself
  return time === undefined || Number.isNaN(time) ? undefined : time;
}

/** Reads what the sheet shows of a moment, to the second that it shows; undefined outside the dates that we know. Midnight may be a time that the clocks skipped: it is the first of its day all the same. */
export function wallOf(exactly: number, zone: SheetZone): Wall | undefined {
  const time = toTheSecond(exactly);
  if (zone === 'Europe/London') {
    const at = safely(() => new Date(time).toISOString());
    return isLondonInstant(at) ? { day: londonDate(at), ms: londonMsOfDay(at) } : undefined;
  }
  if (zone === 'UTC') {
    const day = Math.floor(time / DAY_MS);
    return isInRange(day) ? { day: fromDay(day), ms: time - day * DAY_MS } : undefined;
  }
  const date = new Date(time);
  const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth(), date.getDate()];
  if (year < 1900 || year > 2199) return undefined;
  const day: PlainDate = [year, month + 1, dayOfMonth].map((part) => String(part).padStart(2, '0')).join('-') as PlainDate;
  if (new Date(year, month, dayOfMonth).getTime() === time) return { day, ms: 0 };
  return { day, ms: ((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds()) * 1000 };
}

/** Makes the `Date` that a sheet shows as a moment. London's is that instant itself: on a day on which the clocks change, hours since midnight are not the hour shown. */
export function dateCellOf(moment: Moment, zone: SheetZone): DateCell {
  if (zone === 'Europe/London') {
    if (isInstantForm(moment)) return new Date(readInstant(moment));
    return new Date(readInstant(moment < '1996' ? `${moment}T00:00:00Z` : londonInstant(moment, '00:00'))); // before 1996 that of UTC, near enough for a day
  }
  const { day, ms } = wallOfMoment(moment);
  if (zone === 'UTC') return new Date(readDay(day) * DAY_MS + ms);
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8)), 0, 0, 0, ms);
}
