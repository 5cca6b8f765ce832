// Whole years put into a calendar in place of its own, or beyond them: what a feed and a projection have in common.
import type { PlainDate } from './civil.js';
import { invalid, type Path } from '../data/problems.js';
import { Calendar, tableOf, type Holiday, type WorkingCalendar } from './working-calendar.js';

export interface Extension {
  /** The years that are replaced or added. */
  readonly years: ReadonlySet<number>;
  /** Their holidays. */
  readonly holidays: readonly Holiday[];
  /** Where they come from, for the version's label. */
  readonly source: 'feed' | 'projection';
}

/** Year of a holiday. */
export function yearOf({ date }: Holiday): number {
  return Number(date.slice(0, 4));
}

/** First and last day by which, and from which on, every year of each nation has a holiday: New Year's Day or its substitute, and Christmas or its own. */
const [BY, FROM] = ['01-04', '12-25'];

/**
 * Tells what is missing of holidays that are to be those of whole years: those of one list from its first year to its last. A year between two others
 * is taken as whole. Undefined where nothing is seen to be missing.
 */
export function cutShort(holidays: readonly Holiday[]): { readonly date: PlainDate; readonly message: string } | undefined {
  const dates = holidays.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const [began, ended] = [first.slice(5) <= BY, last.slice(5) >= FROM];
  if (!began)
    return {
      date: first,
      message: `must hold whole years: its first holiday of ${first.slice(0, 4)} is ${first}, and those before it are missing`,
    };
  if (!ended)
    return {
      date: last,
      message: `must hold whole years: its last holiday of ${last.slice(0, 4)} is ${last}, and those after it are missing`,
    };
  return undefined;
}

/** Makes the extended calendar. `path` is where the years were given. */
export function extended(base: WorkingCalendar, path: Path, { years, holidays, source }: Extension): WorkingCalendar {
  const { label, firstYear, lastYear, projected, official, ...rest } = tableOf(base).content;
  const first = Math.min(firstYear, ...years);
  const last = Math.max(lastYear, ...years);
  for (let year = first; year <= last; year++) {
    const joins = years.has(year) || (year >= firstYear && year <= lastYear);
    // A year is left at either end of the dates that there are, so that the first day not covered can always be named.
    if (years.size === 0 || !joins || year < 1901 || year > 2198)
      throw invalid(path, "must have years that join the calendar's, from 1901 to 2198", year);
  }
  return new Calendar(base.id, {
    label: label.endsWith(source) ? label : `${label}.${source}`,
    ...rest,
    firstYear: first,
    lastYear: last,
    projected: [...projected.filter((year) => !years.has(year)), ...(source === 'projection' ? years : [])],
    official: () => [...official().filter((holiday) => !years.has(yearOf(holiday))), ...holidays],
  });
}
