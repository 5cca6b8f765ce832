// One duty as a calendar entry, without what tells its revisions apart.
import { addDays, isPlainDate, type PlainDate } from '../calendar/dates.js';
import { clockOfRepeatedHour, type Instant, isSameInstant, londonDate, londonInstant, londonTime } from '../calendar/instants.js';
import { safely } from '../data/issues.js';
import { setInWords } from '../words/counts.js';
import { dateOf, type Deadline } from '../decision/decision.js';
import type { Duty } from '../machine/duties.js';
import { escapeText } from './calendar.js';
import { dutyLabels } from '../words/labels.js';
import { clauseNames, roleName, withoutCapital } from '../words/phrases.js';
import { sentence } from '../data/text.js';

/** A duty whose day can be told, or a right that nobody owes the use of. */
export type DatedDuty = Duty & { readonly deadline: Deadline; readonly daysLeft: number };

/** Writes the entry of a duty: the same words whatever the day, so that only a change of the duty changes them. */
export function entryOf({ what, owedBy, clause, kind, deadline }: DatedDuty): readonly string[] {
  const [who, under, isRight] = [roleName(owedBy), clauseNames([clause]), kind === 'opportunity'];
  const summary = isRight ? `${who} may ${dutyLabels[what]}` : `${dutyLabels[what]} (${who})`;
  const whose = isRight ? `${who} may do this up to this time, under ${under}` : `${who} owes this under ${under}`;
  const isDraft = deadline.set === 'by-count' && deadline.draft === true;
  const projected = deadline.set === 'by-count' && deadline.certainty === 'projected';
  const description = [
    sentence(whose),
    sentence(setInWords(deadline)),
    ...(projected ? ['The bank holidays of that time are expected, and not yet published.'] : []),
  ].join('\n');
  return [
    'STATUS:CONFIRMED',
    `SUMMARY:${escapeText(sentence(`${isDraft ? 'DRAFT, not the policy: ' : ''}${summary}`).slice(0, -1))}`,
    `DESCRIPTION:${escapeText(description)}`,
    startOf(deadline.due),
    'TRANSP:TRANSPARENT', // a deadline takes up no time
  ];
}

const OVER = /^SUMMARY:No longer (?:due|open): /;

/** Writes the entry of what is not due or open any more. It says so in its words too, since some readers show a cancelled entry as any other. */
export function cancelledEntry(says: readonly string[]): readonly string[] {
  return says.map((line) => {
    if (line.startsWith('STATUS:')) return 'STATUS:CANCELLED';
    if (line.startsWith('DESCRIPTION:')) return `DESCRIPTION:${escapeText('This is no longer one of the deadlines of the case.')}`;
    // Only the summary of a duty ends with who owes it, in brackets.
    const [, summary] = /^SUMMARY:(.*)$/.exec(line) ?? [];
    if (summary === undefined || OVER.test(line)) return line;
    return `SUMMARY:No longer ${summary.endsWith(')') ? 'due' : 'open'}: ${withoutCapital(summary)}`;
  });
}

/** Tells whether two entries say the same: the same lines, and a start at the same moment, by whichever clock a store has written it. */
export function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index] || startsTogether(line, other[index] as string));
}

function startsTogether(one: string, other: string): boolean {
  const [a, b] = [one, other].map((line) => safely(() => instantIn(line)));
  return isSameInstant(a, b);
}

/** Reads the instant of a start in UTC or on London's clock. */
function instantIn(line: string): Instant | undefined {
  const [, zone, day = '', clock = '', utc] = /^DTSTART(;TZID=Europe\/London)?:(\d{8})T(\d{6})(Z)?$/.exec(line) ?? [];
  if ((zone === undefined) === (utc === undefined)) return undefined;
  const date = day.replace(/(....)(..)(..)/, '$1-$2-$3') as PlainDate;
  const time = clock.replace(/(..)(..)(..)/, '$1:$2:$3');
  return zone === undefined ? `${date}T${time}Z` : londonInstant(date, time);
}

/** Writes a start: a whole day, or a time on London's clock; in UTC where that shows it twice, as readers of diaries differ in which they take. */
function startOf(due: PlainDate | Instant): string {
  if (isPlainDate(due)) return `DTSTART;VALUE=DATE:${basicForm(due)}`;
  const [date, time] = [londonDate(due), londonTime(due)];
  const clock = clockOfRepeatedHour(due);
  if (clock === undefined) return `DTSTART;TZID=Europe/London:${basicForm(`${date}T${time}`)}`;
  return `DTSTART:${basicForm(`${date}T${clock === 'BST' ? `00${time.slice(2)}` : time}`)}Z`;
}

export function basicForm(text: string): string {
  return text.replace(/[-:]/g, '');
}

/** Returns the day as of which a duty was told: so many days before its deadline's. */
export function dayTold({ deadline, daysLeft }: DatedDuty): PlainDate {
  return addDays(dateOf(deadline.due), -daysLeft);
}
