// What a cell shows of a moment: a day, and the time of day where it shows one. What is shown is London's time.
import { LAST_DAY, fromDay, readDay, type PlainDate } from '../calendar/dates.js';
import { clockTime, DAY_MS, londonDate, londonInstant, londonMsOfDay } from '../calendar/instants.js';
import { safely } from '../data/issues.js';
import { isInstantForm, type Moment } from '../decision/decision.js';

/** A day and the milliseconds since its midnight on the clock that the sheet shows, to the second where a sheet was read; 0 is a bare day. */
export interface Wall {
  readonly day: PlainDate;
  readonly ms: number;
}

/** The system by which a workbook numbers its days. @since 0.1.0 */
export type DateSystem = 1900 | 1904;

/** Day number of serial 0. The system of 1900 counts a 29 February 1900 that never was, so that its days from March on lie one further. */
const epochs = { 1900: -25_568, 1904: -24_107 } as const;
const FALSE_LEAP_DAY = 60;

/** Rounds milliseconds to the whole second that a sheet shows of them. docs/decisions/012-a-date-cell-is-what-the-sheet-shows.md */
export function toTheSecond(ms: number): number {
  return Math.round(ms / 1000) * 1000;
}

/** Reads what a serial number shows, or why it shows no day. */
export function wallOfSerial(serial: number, system: DateSystem): Wall | 'false-leap-day' | undefined {
  const total = toTheSecond(serial * DAY_MS);
  const whole = Math.floor(total / DAY_MS);
  if (system === 1900 && whole === FALSE_LEAP_DAY) return 'false-leap-day';
  const day = epochs[system] + whole - (system === 1900 && whole > FALSE_LEAP_DAY ? 1 : 0);
  if (!(whole >= (system === 1900 ? 1 : 0)) || day > LAST_DAY) return undefined;
  return { day: fromDay(day), ms: total - whole * DAY_MS };
}

/** Returns the serial number that shows this; undefined for a day before the system's first. */
export function serialOf({ day, ms }: Wall, system: DateSystem): number | undefined {
  const whole = readDay(day) - epochs[system];
  if (system === 1904) return whole < 0 ? undefined : whole + ms / DAY_MS;
  return whole + (whole >= FALSE_LEAP_DAY ? 1 : 0) + ms / DAY_MS;
}

/** Returns the moment that is shown: a bare day, or that time on London's clock; undefined where the clocks skipped it, or it lies before 1996. */
export function momentOfWall({ day, ms }: Wall): Moment | undefined {
  if (ms === 0) return day;
  return safely(() => londonInstant(day, clockTime(ms)));
}

export function wallOfMoment(moment: Moment): Wall {
  return isInstantForm(moment) ? { day: londonDate(moment), ms: londonMsOfDay(moment) } : { day: moment, ms: 0 };
}
