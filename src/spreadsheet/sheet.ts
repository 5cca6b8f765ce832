// Dates of a sheet, read from cells of any kind, as people type them too (day first or year first, never month first), and written back in the kind of the argument.
import { isPlainDate, MONTH_NAMES, type PlainDate } from '../calendar/dates.js';
import { clockTime, compareInstants, DAY_MS, type Instant, isLondonInstant, londonDate } from '../calendar/instants.js';
import { isInstantForm, type Moment } from '../decision/decision.js';
import { weekdayName } from '../decision/words.js';
import { cellInMessage, CellProblem, tidyText, type CellValue } from './cell.js';
import { dateCellOf, timeOf, wallOf, type SheetZone } from './date-cell.js';
import { momentOfWall, serialOf, wallOfMoment, wallOfSerial, type DateSystem, type Wall } from './wall.js';

/** How a sheet holds its dates. */
export interface Sheet {
  readonly dateSystem: DateSystem;
  readonly zone: SheetZone;
}

/** The kinds in which a cell can hold a date. */
export type DateKind = 'serial' | 'date' | 'text';

export function kindOf(cell: unknown): DateKind {
  return typeof cell === 'number' ? 'serial' : typeof cell === 'string' ? 'text' : 'date';
}

const A_DAY = 'type a day such as 31/03/2021, day first';
const A_MOMENT = 'type a day such as 31/03/2021, day first, or a day and time such as 31/03/2021 17:00';

/** Reads a cell that must hold a day. A time of day beside it is passed over where the cell leaves no doubt about the day; a `Date` that is not midnight leaves some. */
export function readDay(cell: unknown, name: string, sheet: Sheet): PlainDate {
  const read = readCell(cell, name, sheet, A_DAY);
  if (timeOf(cell) !== undefined && typeof read !== 'string' && read.ms !== 0) {
    throw new CellProblem(
      `${name}: type the day alone, or take it with INT(); this cell has a time of day, or the script is in another time zone than the sheet`,
    );
  }
  return typeof read === 'string' ? londonDate(read) : read.day;
}

/** Reads a cell that must hold a day or a day and time; the time is London's. */
export function readMoment(cell: unknown, name: string, sheet: Sheet): Moment {
  const read = readCell(cell, name, sheet, A_MOMENT);
  const moment = typeof read === 'string' ? read : momentOfWall(read);
  if (moment === undefined) {
    throw new CellProblem(`${name}: type a time that London's clock showed on that day, from 1996 on; this is ${cellInMessage(cell)}`);
  }
  return moment;
}

function readCell(cell: unknown, name: string, { dateSystem, zone }: Sheet, what: string): Wall | Instant {
  const time = timeOf(cell);
  if (time !== undefined) {
    const wall = wallOf(time, zone);
    if (wall === undefined) throw new CellProblem(`${name}: type a day from 01/01/${zone === 'Europe/London' ? 1996 : 1900} to 31/12/2199`);
    return wall;
  }
  const typed = typeof cell === 'string' ? tidyText(cell) : '';
  const serial = /^\d{1,6}(\.\d+)?$/.test(typed) ? Number(typed) : cell; // digits alone are a serial number that was stored as text
  const read = typeof serial === 'number' ? wallOfSerial(serial, dateSystem) : typedDate(typed);
  if (read === 'false-leap-day') throw new CellProblem(`${name}: there was no 29 February 1900; ${what}`);
  if (read !== undefined) return read;
  const wanted = SHORT_YEAR.test(typed) ? 'write the year in full, with four digits' : what;
  throw new CellProblem(`${name}: ${wanted}; this is ${cellInMessage(cell)}`);
}

/** Writes a day or a moment in the kind that is asked for: text is in ISO form. */
export function writeMoment(moment: Moment, kind: DateKind, { dateSystem, zone }: Sheet): CellValue {
  if (kind === 'text') return moment;
  if (kind === 'date') return dateCellOf(moment, zone);
  const wall = wallOfMoment(moment);
  const serial = serialOf(wall, dateSystem);
  if (serial === undefined) throw new CellProblem(`${wall.day} lies before the first day of this workbook's dates, 01/01/1904`);
  return serial;
}

/** Writes a day or a moment as people read it: a time of day follows its date, without the zone, where London's clock showed that time once. */
export function momentAsText(moment: Moment): string {
  const { day, ms } = wallOfMoment(moment);
  if (moment === day) return day;
  const shown = momentOfWall({ day, ms });
  const isTold = shown !== undefined && isInstantForm(shown) && compareInstants(shown, moment as Instant) === 0;
  return isTold ? `${day} ${clockTime(ms).replace(/:00$/, '')}` : moment;
}

/** Returns the instant of a deadline: one without a time lasts to the end of its day. */
export function deadlineInstant(moment: Moment, name: string): Instant {
  return isInstantForm(moment) ? moment : lastOf(moment, name);
}

/** Returns the instant at which something was handed in. A bare day will do wherever every hour of it has the same answer; on the day of the deadline itself the time is asked for. */
export function instantAgainst(moment: Moment, deadline: Instant | undefined, name: string): Instant {
  if (isInstantForm(moment)) return moment;
  const last = lastOf(moment, name);
  if (deadline === undefined || compareInstants(last, deadline) <= 0 || moment > londonDate(deadline)) return last;
  throw new CellProblem(`${name}: type the time too, such as 31/03/2021 16:45: this is the day of the deadline`);
}

/** Returns the last instant of a day on London's clock, to the second. */
function lastOf(day: PlainDate, name: string): Instant {
  const last = momentOfWall({ day, ms: DAY_MS - 1000 });
  if (last === undefined) throw new CellProblem(`${name}: type a day from 1996 on`);
  return last as Instant;
}

const TIME = String.raw`(?:[ T,]+(?<hours>\d{1,2}):(?<minutes>\d\d)(?::(?<seconds>\d\d))?)?`;
const ORDINAL = '(?:st|nd|rd|th)?';
const forms = [
  new RegExp(String.raw`^(?<date>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})${TIME}$`),
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)${TIME}$`),
  new RegExp(String.raw`^(?:(?<weekday>[a-z]{3,}),? )?(?<date>\d{1,2})${ORDINAL} (?<month>[a-z]+) (?<year>\d{4})${TIME}$`, 'i'),
];
/** A date of which the year has two digits only. */
const SHORT_YEAR = new RegExp(String.raw`^(?:\d{1,2}([/.-])\d{1,2}\1\d\d|(?:[a-z]{3,},? )?\d{1,2}${ORDINAL} [a-z]+ \d\d)${TIME}$`, 'i');

/** Reads what a tidy text shows: a wall clock, or an instant that states its own offset; undefined where it is not a date. */
function typedDate(typed: string): Wall | Instant | undefined {
  if (isLondonInstant(typed)) return typed;
  const found: Readonly<Record<string, string | undefined>> = forms.map((form) => form.exec(typed)?.groups).find(Boolean) ?? {};
  const { weekday = '', date = '', month = '', year = '', hours = 0, minutes = 0, seconds = 0 } = found;
  const day = [year, /^\d/.test(month) ? month : monthNamed(month), date].map((part) => part.padStart(2, '0')).join('-');
  if (!isPlainDate(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  if (weekday !== '' && !isNameOf(weekday, weekdayName(day))) return undefined;
  return { day, ms: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 };
}

/** Returns the number of a month by its name, or by its first three letters; 0 where it is not one. */
function monthNamed(name: string): string {
  return String(MONTH_NAMES.findIndex((each) => isNameOf(name, each)) + 1);
}

/** Tells whether a text is a name in any capitals, or its first three letters. */
function isNameOf(typed: string, name: string): boolean {
  return [name, name.slice(0, 3)].some((each) => each.toLowerCase() === typed.toLowerCase());
}
