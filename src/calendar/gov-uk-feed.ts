// Bringing a calendar up to date from GOV.UK's bank-holidays.json: by whole years, so that the years which the feed has dropped stay as they were.
import { mergeDivisions, type Division } from './divisions.js';
import { cutShort, extended, yearOf } from './extension.js';
import { issue } from '../data/problems.js';
import { aDate, aText, listOf, need, objectOf, optional, readArguments, settle, type Notes } from '../data/reading.js';
import { aCalendar, tableOf, type Holiday, type WorkingCalendar } from './working-calendar.js';

/**
 * Makes a calendar in which the years of a GOV.UK bank-holidays feed replace those years of the calendar's nation, other years stay, and new years extend the span.
 * Keys and divisions that are not known are passed over. The feed must hold whole years: its first year a holiday by 4 January, and its last one from
 * 25 December on, both inclusive. One that shows only what is to come is refused, since the days that it lacks would become working days; a year between two
 * others is taken as whole. Authors' own changes and closures stay. Years that were projected and are now in the feed are published.
 *
 * @param json - what https://www.gov.uk/bank-holidays.json holds, parsed.
 * @throws InvalidFacts if an argument is malformed, the feed lacks the calendar's nation, its first or last year is cut short, or a year would be left out between
 * the feed's and the calendar's.
 * @since 0.1.0
 * @example
 * ```ts
 * withGovUkFeed(scotland, { scotland: { division: 'scotland', events: [{ title: 'A', date: '2029-01-01' }, { title: 'B', date: '2029-12-25' }] } }).span.to // => '2029-12-31'
 * ```
 */
export function withGovUkFeed(calendar: WorkingCalendar, json: unknown): WorkingCalendar {
  // The feed is not ours and may grow: whatever else it holds, such as an event's notes and bunting, changes no day, and is passed over.
  const event = objectOf({ title: aText, date: aDate }, true);
  const division = optional(objectOf({ division: aText, events: listOf(event) }, true));
  const shape = { 'england-and-wales': division, scotland: division, 'northern-ireland': division } satisfies Record<Division, unknown>;
  const { json: feed } = readArguments({ calendar: aCalendar, json: objectOf(shape, true) }, { calendar, json });

  const notes: Notes = [];
  const lists = tableOf(calendar).content.divisions.map((name) => ({
    division: name,
    holidays: (feed[name]?.events ?? []).map(({ date, title }): Holiday => ({ date, name: title })),
  }));
  const years = new Set(lists.flatMap(({ holidays }) => holidays.map(yearOf)));
  for (const { division: name, holidays } of lists) {
    const whole = feed[name]?.division === name && new Set(holidays.map(yearOf)).size === years.size;
    need(notes, whole, ['json', name], `must be '${name}', with the same years as other nations`, feed[name]);
    const missing = whole ? cutShort(holidays) : undefined;
    if (missing !== undefined) notes.push(issue(['json', name, 'events'], missing.message, missing.date));
  }
  settle(notes);
  return extended(calendar, ['json'], { years, holidays: mergeDivisions(lists), source: 'feed' });
}
