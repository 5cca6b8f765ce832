// One duty as a calendar entry, but for what tells its revisions apart.
import { addDays, isPlainDate, type PlainDate } from '../calendar/days.js';
import { compareInstants, type Instant } from '../calendar/instants.js';
import { londonDate, londonInstant, londonTime } from '../calendar/london.js';
import { setInWords } from '../answers/counts.js';
import { clauseNames, roleName, sentence, words } from '../answers/phrases.js';
import type { Deadline } from '../decision/decision.js';
import type { Duty } from '../machine/duties.js';
import { escaped } from './text.js';

/** A duty whose day can be told. */
export type DatedDuty = Duty & { readonly deadline: Deadline; readonly daysLeft: number };

/** The entry of a duty: the same words whatever the day, so that only a change of the duty changes them. */
export function entryOf({ what, owedBy, clause, deadline }: DatedDuty): readonly string[] {
  const projected = deadline.set === 'by-count' && deadline.certainty === 'projected';
  const description = [
    sentence(`${roleName(owedBy)} owes this under ${clauseNames([clause])}`),
    sentence(setInWords(deadline)),
    ...(projected ? ['The bank holidays of that time are expected, and not yet published.'] : []),
  ].join('\n');
  return [
    'STATUS:CONFIRMED',
    `SUMMARY:${escaped(sentence(`${words(what)} (${roleName(owedBy)})`).slice(0, -1))}`,
    `DESCRIPTION:${escaped(description)}`,
    startOf(deadline.due),
    'TRANSP:TRANSPARENT', // a deadline takes up no time
  ];
}

/** A whole day, or a time on London's clock. */
function startOf(due: PlainDate | Instant): string {
  if (isPlainDate(due)) return `DTSTART;VALUE=DATE:${basic(due)}`;
  const [date, time] = [londonDate(due), londonTime(due)];
  if (!isRepeated(date, time)) return `DTSTART;TZID=Europe/London:${basic(`${date}T${time}`)}`;
  const isFirst = compareInstants(due, londonInstant(date, time)) < 1000;
  return `DTSTART:${basic(`${date}T${isFirst ? `00${time.slice(2)}` : time}`)}Z`;
}

/** Whether London's clock shows a time twice on a date, as it does for an hour in October: readers of diaries differ in which they take. */
function isRepeated(date: PlainDate, time: string): boolean {
  const offsetAt = (hour: string): string => londonInstant(date, hour).slice(-6);
  return time.startsWith('01:') && offsetAt('00:30') === '+01:00' && offsetAt('02:30') === '+00:00';
}

export function basic(text: string): string {
  return text.replace(/[-:]/g, '');
}

/** The day as of which a duty was told: so many days before its deadline's. */
export function toldOn({ deadline, daysLeft }: DatedDuty): PlainDate {
  return addDays(isPlainDate(deadline.due) ? deadline.due : londonDate(deadline.due), -daysLeft);
}
