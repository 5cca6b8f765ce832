// Bringing a calendar up to date from GOV.UK's bank-holidays.json: by whole years, so that the years which the feed has dropped stay as they were.
import { mergeDivisions, type Division } from './divisions.js';
import { extended, yearOf } from './extension.js';
import { aDate, aText, listOf, need, objectOf, optional, readArguments, settle, type Notes } from './reading.js';
import { aCalendar, tableOf, type Holiday, type WorkingCalendar } from './working-calendar.js';

/**
 * Makes a calendar in which the years of a GOV.UK bank-holidays feed replace those years of the calendar's nation, other years stay, and new years extend the span.
 * A year that the feed names is taken as whole. Its authors' own changes and closures stay. Years that were projected and are now in the feed are published.
 *
 * @param json - what https://www.gov.uk/bank-holidays.json holds, parsed.
 * @throws InvalidFacts if an argument is malformed, the feed lacks the calendar's nation, or a year would be left out between the feed's and the calendar's.
 * @since 0.1.0
 * @example
 * ```ts
 * withGovUkFeed(scotland, { scotland: { division: 'scotland', events: [{ title: 'New Year’s Day', date: '2029-01-01' }] } }).span.to // => '2029-12-31'
 * ```
 */
export function withGovUkFeed(calendar: WorkingCalendar, json: unknown): WorkingCalendar {
  const unread = (): void => undefined; // GOV.UK's notes ("Substitute day") and bunting (true or false) change no day
  const event = objectOf({ title: aText, date: aDate, notes: unread, bunting: unread });
  const division = optional(objectOf({ division: aText, events: listOf(event) }));
  const shape = { 'england-and-wales': division, scotland: division, 'northern-ireland': division } satisfies Record<Division, unknown>;
  const { json: feed } = readArguments({ calendar: aCalendar, json: objectOf(shape) }, { calendar, json });

  const notes: Notes = [];
  const lists = tableOf(calendar).content.divisions.map((name) => ({
    division: name,
    holidays: (feed[name]?.events ?? []).map(({ date, title }): Holiday => ({ date, name: title })),
  }));
  const years = new Set(lists.flatMap(({ holidays }) => holidays.map(yearOf)));
  for (const { division: name, holidays } of lists) {
    const whole = feed[name]?.division === name && new Set(holidays.map(yearOf)).size === years.size;
    need(notes, whole, ['json', name], `must be '${name}', with the same years as other nations`, feed[name]);
  }
  settle(notes);
  return extended(calendar, ['json'], { years, holidays: mergeDivisions(lists), source: 'feed' });
}
