// Calendars made from another, which is left as it was: by an author's holidays and closures, or by whole years from a feed or a projection.
import { invalid, issue, throwIfAny, type Issue, type Path } from '../data/issues.js';
import { readOnce } from '../data/copies.js';
import { aText, check, listOf, objectOf, optional, readArguments, readerOf, type Reader } from '../data/reading.js';
import { mergeDivisions, type Closure, type Division, type Holiday, type WorkingCalendar } from './content.js';
import { aDate, dayCode, isPlainDate, type PlainDate } from './dates.js';
import { Calendar, aCalendar, dayTableOf } from './working-calendar.js';

/** What makes a calendar out of another. @since 0.1.0 */
export interface CalendarChanges {
  /** The calendar to start from. */
  readonly base: WorkingCalendar;
  /** Which calendar the new one is, such as `set-offices`. */
  readonly id: string;
  /** Its author's label; a fingerprint of the content is put after it. */
  readonly version: string;
  /** Holidays besides the base's; on a day that is already a holiday, another name for it. */
  readonly add?: readonly Holiday[] | undefined;
  /** Holidays of the base that are working days here. A moved holiday is one removed and one added. */
  readonly remove?: readonly PlainDate[] | undefined;
  /** Days on which the office is closed. */
  readonly closures?: readonly Closure[] | undefined;
}

/**
 * Makes a calendar from another by adding and removing holidays and closing offices. The span, and what a feed may later replace, are the base's.
 *
 * @throws InvalidFacts if an option is malformed, a date is outside the base's span, a removed date is not one of its holidays, or a closure ends before it begins.
 * @example workingCalendar({ base: englandAndWales, id: 'set-offices', version: '2021', closures: [{ from: '2021-12-24', to: '2022-01-03', name: 'Winter closure' }] }).id // => 'set-offices'
 * @since 0.1.0
 */
export function workingCalendar(changes: CalendarChanges): WorkingCalendar {
  const given = readOnce(changes);
  const { base } = readArguments({ base: aCalendar }, given, true);
  const { from: first, to: last } = base.span;
  const inSpan = readerOf<PlainDate>(
    (value) => isPlainDate(value) && first <= value && value <= last,
    `must be a date in the base's span, ${first} to ${last}`,
    (value) => (isPlainDate(value) ? 'out-of-range' : dayCode(value)),
  );
  const holidays = new Set<unknown>(base.holidays.map(({ date }) => date));
  const aHoliday = readerOf<PlainDate>((value) => holidays.has(value), 'must be a holiday of the base');
  const aClosure: Reader<Required<Closure>> = (issues, value, path) => {
    const { from, to = from, name } = objectOf({ from: inSpan, to: optional(inSpan), name: aText })(issues, value, path);
    if (isPlainDate(from) && isPlainDate(to))
      check(issues, from <= to, [...path, 'to'], `must not be before from, ${from}`, to, 'out-of-order');
    return { from, to, name };
  };
  const {
    id,
    version,
    add = [],
    remove = [],
    closures = [],
  } = readArguments(
    {
      base: aCalendar,
      id: aText,
      version: aText,
      add: optional(listOf(objectOf({ date: inSpan, name: aText }))),
      remove: optional(listOf(aHoliday)),
      closures: optional(listOf(aClosure)),
    },
    given,
  );
  const content = dayTableOf(base).content;
  return new Calendar(id, { ...content, label: version, changes: [...content.changes, { add, remove, closures }] });
}

/**
 * Makes a calendar in which the years of a GOV.UK bank-holidays feed replace those of the nation. Other years stay, and new years extend the span.
 * Keys and divisions that are not known are passed over. The feed must hold whole years: its first year a holiday by 4 January, and its last one from
 * 25 December on, both inclusive. One that shows only what is to come is refused, since the days that it lacks would become working days; a year between two
 * others is taken as whole. Authors' own changes and closures stay. Years that were projected and are now in the feed are published.
 *
 * @param json - what https://www.gov.uk/bank-holidays.json holds, parsed.
 * @throws InvalidFacts if an argument is malformed, the feed lacks the calendar's nation, its first or last year is cut short, or a year would be left out between
 * the feed's and the calendar's.
 * @example withGovUkFeed(scotland, { scotland: { division: 'scotland', events: [{ title: 'A', date: '2029-01-01' }, { title: 'B', date: '2029-12-25' }] } }).span.to // => '2029-12-31'
 * @since 0.1.0
 */
export function withGovUkFeed(calendar: WorkingCalendar, json: unknown): WorkingCalendar {
  // The feed is not ours and may grow: whatever else it holds, such as an event's notes and bunting, changes no day, and is passed over.
  const event = objectOf({ title: aText, date: aDate }, true);
  const division = optional(objectOf({ division: aText, events: listOf(event) }, true));
  const shape = { 'england-and-wales': division, scotland: division, 'northern-ireland': division } satisfies Record<Division, unknown>;
  const { json: feed } = readArguments({ calendar: aCalendar, json: objectOf(shape, true) }, { calendar, json });

  const issues: Issue[] = [];
  const lists = dayTableOf(calendar).content.divisions.map(
    (name) => [name, (feed[name]?.events ?? []).map(({ date, title }): Holiday => ({ date, name: title }))] as const,
  );
  const years = new Set(lists.flatMap(([, holidays]) => holidays.map(yearOf)));
  check(issues, lists.length > 0, ['calendar'], 'must be of a nation', calendar);
  for (const [name, holidays] of lists) {
    const given = feed[name];
    const at = ['json', name];
    const whole = given?.division === name && new Set(holidays.map(yearOf)).size === years.size;
    if (given === undefined) issues.push(issue(at, 'is missing: give its division', given));
    else if (holidays.length === 0) issues.push(issue([...at, 'events'], 'must not be empty', given.events, 'out-of-range'));
    else check(issues, whole, at, `must be '${name}', with the same years as other nations`, given);
    if (whole) checkWholeYears(issues, [...at, 'events'], holidays);
  }
  throwIfAny(issues);
  return withYears(calendar, ['json'], years, mergeDivisions(lists), 'feed');
}

export function yearOf({ date }: Holiday): number {
  return Number(date.slice(0, 4));
}

/** The days by which, and from which on, every year of each nation has a holiday. They are New Year's Day and Christmas, or their substitutes. */
const [BY, FROM] = ['01-04', '12-25'];

/** Notes what is seen to be missing of holidays that are to be those of whole years, the first to the last. A year between two others is taken as whole. */
export function checkWholeYears(issues: Issue[], path: Path, holidays: readonly Holiday[]): void {
  const dates = holidays.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates[dates.length - 1]];
  if (first === undefined || last === undefined) return;
  const note = (date: PlainDate, which: string, side: string): void => {
    const message = `must hold whole years: its ${which} holiday of ${date.slice(0, 4)} is ${date}, and those ${side} it are missing`;
    issues.push(issue(path, message, date));
  };
  if (first.slice(5) > BY) note(first, 'first', 'before');
  else if (last.slice(5) < FROM) note(last, 'last', 'after');
}

/** Makes the calendar in which some years are replaced or added. `path` is where they were given, and `source` goes into the label of the version. */
export function withYears(
  base: WorkingCalendar,
  path: Path,
  years: ReadonlySet<number>,
  holidays: readonly Holiday[],
  source: 'feed' | 'projection',
): WorkingCalendar {
  const { label, firstYear, lastYear, projected, official, ...rest } = dayTableOf(base).content;
  const first = Math.min(firstYear, ...years);
  const last = Math.max(lastYear, ...years);
  for (let year = first; year <= last; year++) {
    const joins = years.has(year) || (year >= firstYear && year <= lastYear);
    // A year is left at either end of the dates that there are, so that the first day not covered can always be named.
    if (!joins || year < 1901 || year > 2198)
      throw invalid(path, "must have years that join the calendar's, from 1901 to 2198", year, 'out-of-range');
  }
  return new Calendar(base.id, {
    label: label.endsWith(source) ? label : `${label}.${source}`,
    ...rest,
    firstYear: first,
    lastYear: last,
    projected: [...projected.filter((year) => !years.has(year)), ...(source === 'projection' ? years : [])].sort((a, b) => a - b), // in the fingerprint
    official: () => [...official().filter((holiday) => !years.has(yearOf(holiday))), ...holidays],
  });
}
