// The dates as entries of a calendar: the deadlines as the library writes them, and beside them the days on which nothing is owed.
import { addDays, daysBetween } from 'professional-status/calendar';
import { icalendar } from 'professional-status/diary';
import { dayOf } from '../../cohort/decide.mjs';

/** @import { Duty, PlainDate } from 'professional-status' */
/** @import { Dated } from './dates.mjs' */

const END = 'END:VCALENDAR';

/** The diary of the dates that are known; without the restart, which comes only if a deadline is missed. @param {readonly Dated[]} dates @param {PlainDate} asOf @param {string} id */
export function diaryOf(dates, asOf, id) {
  const days = dates.filter(({ duty, on, code }) => duty === undefined && on !== undefined && code !== 'restart');
  const entries = days.flatMap((dated) => entryOf(dated, asOf, id)).map((line) => `${folded(line)}\r\n`);
  return icalendar(deadlinesOf(dates, asOf), { id }).replace(END, () => `${entries.join('')}${END}`);
}

/** @param {readonly Dated[]} dates @param {PlainDate} asOf @returns {readonly Duty[]} */
function deadlinesOf(dates, asOf) {
  return dates.flatMap(({ duty, on, who }) => {
    if (duty === undefined || on === undefined || who === undefined) return [];
    const daysLeft = daysBetween(asOf, dayOf(on));
    const status = daysLeft > 0 ? 'upcoming' : daysLeft === 0 ? 'due-today' : duty.kind === 'duty' ? 'overdue' : 'lapsed';
    const deadline = { due: on, owedBy: who, clause: duty.clause, set: 'by-cohort' };
    return [/** @type {Duty} */ ({ ...duty, owedBy: who, deadline, status, daysLeft })];
  });
}

/** A day, or the days from the first to the last, as an entry (RFC 5545, 3.6.1), whose end is the day after. @param {Dated} dated @param {PlainDate} asOf @param {string} id */
function entryOf({ code, heading, on, to, says }, asOf, id) {
  const first = dayOf(/** @type {PlainDate} */ (on));
  return [
    'BEGIN:VEVENT',
    `UID:${code}.${id}@professional-status`,
    `DTSTAMP:${basic(asOf)}T000000Z`,
    'SEQUENCE:0',
    'STATUS:CONFIRMED',
    `SUMMARY:${escaped(heading)}`,
    `DESCRIPTION:${escaped(says)}`,
    `DTSTART;VALUE=DATE:${basic(first)}`,
    `DTEND;VALUE=DATE:${basic(addDays(to ?? first, 1))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** @param {PlainDate} date */
const basic = (date) => date.replaceAll('-', '');

/** A text as a value of an entry (3.3.11). @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');

/** A line in pieces of at most 75 octets, the blank that begins the next one included (3.1). @param {string} line */
function folded(line) {
  let octets = 0;
  const pieces = [...line].map((character) => {
    const size = new TextEncoder().encode(character).length;
    octets += size;
    if (octets <= 75) return character;
    octets = 1 + size;
    return `\r\n ${character}`;
  });
  return pieces.join('');
}
