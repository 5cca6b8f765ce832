// What the calendar's tests share: the calendars, the days of a span, and a list of what went wrong in a long comparison.
import {
  addDays,
  InvalidFacts,
  OutsideCalendar,
  anyPartOfUk,
  englandAndWales,
  northernIreland,
  scotland,
  type PlainDate,
  type WorkingCalendar,
} from '../../src/calendar/index.js';
import { Calendar, dayTableOf } from '../../src/calendar/working-calendar.js';
import { bankHolidays, nations, type Nation } from './oracle.js';

export const calendarOf: Record<Nation, WorkingCalendar> = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
};
export const calendars: readonly WorkingCalendar[] = [englandAndWales, scotland, northernIreland, anyPartOfUk];
/** Every year that is said to be official, from the calendar's own span: a year without its dates differs from the oracle. */
export const years: readonly number[] = Array.from(
  { length: yearOf(englandAndWales.span.to) - yearOf(englandAndWales.span.from) + 1 },
  (_, i) => yearOf(englandAndWales.span.from) + i,
);

/** A calendar as it was with another last year, 2024 unless said: nothing published or proclaimed since changes what a test says of it. */
export function upTo(calendar: WorkingCalendar, lastYear = 2024): WorkingCalendar {
  const { content } = dayTableOf(calendar);
  const official = content.official().filter(({ date }) => yearOf(date) <= lastYear);
  return new Calendar(calendar.id, { ...content, label: `official-${content.firstYear}-${lastYear}`, lastYear, official: () => official });
}

/** The calendars up to 2024. */
export const frozen = {
  englandAndWales: upTo(englandAndWales),
  scotland: upTo(scotland),
  northernIreland: upTo(northernIreland),
  anyPartOfUk: upTo(anyPartOfUk),
};

/** The last day that is held, the day after it, and what the calendars' versions begin with: a new year moves them by itself. */
export const lastDay = englandAndWales.span.to;
export const dayAfter = addDays(lastDay, 1);
export const label = `official-${yearOf(englandAndWales.span.from)}-${yearOf(lastDay)}`;

function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** Every date from `from` to `to`, both inclusive, by `Date`. */
export function datesOf(from: string, to: string): readonly PlainDate[] {
  const dates: PlainDate[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) dates.push(new Date(at).toISOString().slice(0, 10) as PlainDate);
  return dates;
}

/** The days off of a calendar by the oracle. */
export function daysOffOf({ id }: WorkingCalendar): ReadonlySet<PlainDate> {
  const whose = nations.filter((nation) => id === nation || id === 'any-part-of-uk');
  return new Set(whose.flatMap((nation) => years.flatMap((year) => [...bankHolidays(nation, year).keys()])));
}

/** What a call throws that the library has a name for: the error's code and what it is about. */
export function thrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidFacts) return { code: error.code, issues: error.issues };
    if (error instanceof OutsideCalendar) {
      const { code, calendar, coveredFrom, coveredTo, needed } = error;
      return { code, calendar, coveredFrom, coveredTo, needed };
    }
    throw error;
  }
  return 'nothing';
}

/** The paths that a call complains of. */
export function paths(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues.map(({ path }) => path.join('.'));
    throw error;
  }
  return [];
}
