// professional-status/date-holidays: a calendar's years beyond those published, projected by the date-holidays package, which the caller brings.
// The calendar says `projected`, and so does every deadline from it.
import { checkWholeYears, withYears, yearOf } from '../calendar/changed-calendar.js';
import { invalid, safely, throwIfAny, type Issue } from '../data/issues.js';
import { isList, isRecord } from '../data/objects.js';
import {
  aText,
  check,
  checkedReader,
  listOf,
  objectOf,
  optional,
  readArguments,
  readerOf,
  wholeCode,
  type Reader,
} from '../data/reading.js';
import { Calendar, aCalendar, dayTableOf } from '../calendar/working-calendar.js';
import type { Holiday, WorkingCalendar } from '../calendar/content.js';
import { dayCode, isPlainDate, readDay } from '../calendar/dates.js';
import { isWeekend } from '../calendar/day-table.js';

/** What to project. @since 0.1.0 */
export interface Projection {
  /** Years to project, as a list or as the first and the last, both inclusive. */
  readonly years: readonly number[] | { readonly from: number; readonly to: number };
  /** The calendar to extend: its published years stay as published, and the years must join them. Without it the calendar has the projected years alone. */
  readonly base?: WorkingCalendar | undefined;
  /** Which calendar it is; when absent, the base's id, or `date-holidays`. */
  readonly id?: string | undefined;
}

const isYear = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1901 && value <= 2198;
const aYear: Reader<number> = /* @__PURE__ */ readerOf(isYear, 'must be a year from 1901 to 2198', wholeCode);

/**
 * Makes a calendar whose unpublished years are those expected by date-holidays, each year read once. Its `certainty` is `projected`: a holiday may yet be
 * proclaimed or moved. Published years of the `base` are never replaced; a GOV.UK feed later replaces projected years by published ones.
 *
 * @throws InvalidFacts if an argument is malformed, the years leave one out, or, with a base, the holidays are of another nation or a year of them is cut short.
 * @since 0.1.0
 * @example
 * ```ts
 * import Holidays from 'date-holidays';
 *
 * const calendar = calendarFrom(new Holidays('GB', 'ENG'), { base: englandAndWales, years: { from: 2026, to: 2040 } });
 * ```
 */
export function calendarFrom(holidays: HolidaySource, projection: Projection): WorkingCalendar {
  const shape = { years: someYears, base: optional(aCalendar), id: optional(aText) };
  const { years: asked, base, id } = readArguments(shape, projection);
  const content = base && dayTableOf(base).content;
  const covered = content ? range({ from: content.firstYear, to: content.lastYear }) : [];
  const published = covered.filter((year) => content?.projected.includes(year) === false);
  const years = new Set(asked.filter((year) => !published.includes(year)));

  const issues: Issue[] = [];
  const read = [...years].flatMap((year) => (base ? readWholeYear : readYear)(issues, holidays, year));
  const checks = content ? yearsUnlike(issues, holidays, content.official(), published.slice(-3)) : [];
  throwIfAny(issues);
  if (base && checks.length > 0) {
    throw invalid(
      ['holidays'],
      `must be made for the nation of '${base.id}': they differ from what is published in ${checks.join(', ')}`,
      holidays,
    );
  }
  const made = base && years.size > 0 ? withYears(base, ['years'], years, read, 'projection') : (base ?? calendarAlone([...years], read));
  return id === undefined ? made : new Calendar(id, dayTableOf(made).content);
}

/** Reads a year of a nation, which is to hold all its holidays: a year without them would be one of working days. */
function readWholeYear(issues: Issue[], source: HolidaySource, year: number): readonly Holiday[] {
  const before = issues.length;
  const holidays = readYear(issues, source, year);
  if (issues.length > before) return holidays;
  check(issues, holidays.length > 0, ['holidays', year], 'must hold the holidays of the year', 'none');
  checkWholeYears(issues, ['holidays', year], holidays);
  return holidays;
}

const firstAndLast = /* @__PURE__ */ objectOf({ from: aYear, to: aYear });
const someYears: Reader<readonly number[]> = /* @__PURE__ */ checkedReader(
  (issues, value, path) => {
    if (isList(value)) return listOf(aYear)(issues, value, path);
    if (!isRecord(value)) return [];
    const { from, to } = firstAndLast(issues, value, path);
    if (isYear(from) && isYear(to)) check(issues, from <= to, [...path, 'to'], `must not be before from, ${from}`, to, 'out-of-order');
    return range({ from, to });
  },
  (years) => years.length > 0,
  'must be a list of years, or the first and the last of them as from and to',
);

function range({ from, to }: { readonly from: unknown; readonly to: unknown }): readonly number[] {
  return isYear(from) && isYear(to) && from <= to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [];
}

function calendarAlone(years: readonly number[], holidays: readonly Holiday[]): WorkingCalendar {
  const sorted = [...years].sort((a, b) => a - b);
  const [firstYear, lastYear] = [sorted[0], sorted[sorted.length - 1]];
  if (firstYear === undefined || lastYear === undefined || lastYear - firstYear + 1 !== sorted.length) {
    throw invalid(['years'], 'must leave no year out', years.length);
  }
  const content = { label: 'projection', divisions: [], firstYear, lastYear, projected: sorted, official: () => holidays, changes: [] };
  return new Calendar('date-holidays', content);
}

/**
 * Lists three published years if in all three the holidays are others than those published: one odd year is a holiday proclaimed for that year,
 * three are another nation's rules (or no nation's: `new Holidays('GB')` has no holiday in August).
 */
function yearsUnlike(issues: Issue[], source: HolidaySource, official: readonly Holiday[], known: readonly number[]): readonly number[] {
  const weekdays = official.filter(({ date }) => !isWeekend(readDay(date)));
  const odd = known.filter((year) => {
    const ours = weekdays.filter((holiday) => yearOf(holiday) === year);
    return datesOf(ours) !== datesOf(readYear(issues, source, year));
  });
  return odd.length === known.length ? odd : [];
}

function datesOf(holidays: readonly Holiday[]): string {
  return [...new Set(holidays.map(({ date }) => date))].sort().join();
}

/** What is read of a holiday of the date-holidays package. @since 0.1.0 */
export interface SourceHoliday {
  /** Begins with the civil date, YYYY-MM-DD. (Its `start` is a moment, and as a UTC date it is a day early in summer.) */
  readonly date: string;
  readonly name: string;
  /** `public` and `bank` are days off; others are not. */
  readonly type: string;
}

/** An instance of the date-holidays package, made for a nation: `new Holidays('GB', 'ENG')`, `('GB', 'SCT')` or `('GB', 'NIR')`. @since 0.1.0 */
export interface HolidaySource {
  getHolidays(year: number): readonly SourceHoliday[];
}

const dayIn = (value: unknown): unknown => (typeof value === 'string' ? value.slice(0, 10) : undefined);
const aDated = /* @__PURE__ */ readerOf<unknown>(
  (value) => isPlainDate(dayIn(value)),
  'must begin with a date written YYYY-MM-DD',
  (value) => dayCode(dayIn(value)),
);

function readYear(issues: Issue[], source: HolidaySource, year: number): readonly Holiday[] {
  const shape = objectOf({ date: aDated, name: aText, type: aText }, true);
  const aDayOff: Reader<readonly Holiday[]> = (inner, value, path) => {
    const { date: text, name, type } = shape(inner, value, path);
    const date = dayIn(text);
    if (!isPlainDate(date) || (type !== 'public' && type !== 'bank')) return [];
    return Number(date.slice(0, 4)) === year && !isWeekend(readDay(date)) ? [{ date, name }] : [];
  };
  const holidays = safely(() => source.getHolidays(year));
  return listOf(aDayOff)(issues, holidays, ['holidays', year]).flat();
}
