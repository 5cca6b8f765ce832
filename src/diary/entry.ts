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
  // In the hour that October repeats, London's clock alone would name the first occurrence.
  const isRepeat = Math.abs(compareInstants(londonInstant(date, time), due)) >= 1000;
  if (!isRepeat) return `DTSTART;TZID=Europe/London:${basic(`${date}T${time}`)}`;
  return `DTSTART:${basic(`${date}T${time}`)}Z`; // London's clock is that of UTC by then
}

export function basic(text: string): string {
  return text.replace(/[-:]/g, '');
}

/** The day as of which a duty was told: so many days before its deadline's. */
export function toldOn({ deadline, daysLeft }: DatedDuty): PlainDate {
  return addDays(isPlainDate(deadline.due) ? deadline.due : londonDate(deadline.due), -daysLeft);
}
