// Whole years put into a calendar in place of its own, or beyond them: what a feed and a projection have in common.
import { invalid, type Path } from './problems.js';
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
