// Reading a date-holidays instance: one call a year, the civil date as its text has it, and only the days off from Monday to Friday.
import { isPlainDate, readDay, type PlainDate } from '../calendar/dates.js';
import { isWeekend } from '../calendar/day-table.js';
import { safely, type Issue } from '../data/issues.js';
import { aText, listOf, objectOf, readerOf, type Reader } from '../data/reading.js';
import type { Holiday } from '../calendar/content.js';

/** What is read of a holiday of the date-holidays package. */
export interface SourceHoliday {
  /** Begins with the civil date, YYYY-MM-DD. (Its `start` is a moment, and as a UTC date it is a day early in summer.) */
  readonly date: string;
  readonly name: string;
  /** `public` and `bank` are days off; others are not. */
  readonly type: string;
}

/** An instance of the date-holidays package, made for a nation: `new Holidays('GB', 'ENG')`, `('GB', 'SCT')` or `('GB', 'NIR')`. */
export interface HolidaySource {
  getHolidays(year: number): readonly SourceHoliday[];
}

const isDated = (value: unknown): value is string => typeof value === 'string' && isPlainDate(value.slice(0, 10));

/** Reads one year, noting what is wrong with it. */
export function readYear(issues: Issue[], source: HolidaySource, year: number): readonly Holiday[] {
  const shape = objectOf({ date: readerOf<unknown>(isDated, 'must begin with a date written YYYY-MM-DD'), name: aText, type: aText }, true);
  const aDayOff: Reader<readonly Holiday[]> = (inner, value, path) => {
    const { date: text, name, type } = shape(inner, value, path);
    const date = isDated(text) ? (text.slice(0, 10) as PlainDate) : undefined;
    if (date === undefined || (type !== 'public' && type !== 'bank')) return [];
    return Number(date.slice(0, 4)) === year && !isWeekend(readDay(date)) ? [{ date, name }] : [];
  };
  const holidays = safely(() => source.getHolidays(year));
  return listOf(aDayOff)(issues, holidays, ['holidays', year]).flat();
}
