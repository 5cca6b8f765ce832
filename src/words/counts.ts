// How a deadline was counted: from what, how far, and which days were left out, by name.
import { OutsideCalendar } from '../calendar/day-table.js';
import { countDays } from '../calendar/working-days.js';
import type { PlainDate } from '../calendar/dates.js';
import type { WorkingCalendar } from '../calendar/content.js';
import type { Basis, Deadline } from '../decision/decision.js';
import type { AnyPolicy } from '../policy/policy.js';
import { day, moment, span, weekday } from '../decision/words.js';
import { plural } from '../data/text.js';

/** Returns how a deadline was set: published by the cohort, or counted from a day. */
export function setInWords(deadline: Deadline): string {
  if (deadline.set === 'by-cohort') return `SET publishes this deadline for the cohort: ${moment(deadline.due)}`;
  return `${moment(deadline.due)} is ${span(deadline.span)} after ${weekday(deadline.countedFrom)}, which is day 0`;
}

/** Returns how a deadline was counted. The days left out are listed only from the calendar by which it was counted. */
export function countInWords(deadline: Deadline, basis: Basis, policy: AnyPolicy): string {
  const counted = setInWords(deadline);
  if (deadline.set === 'by-cohort' || !('workingDays' in deadline.span)) return counted;
  if (basis.calendar?.version !== policy.calendar.version || basis.calendar.id !== policy.calendar.id) {
    return `${counted}. Another calendar than the one given here was used, so the days left out are not listed`;
  }
  return `${counted}. ${notCounted(deadline.countedFrom, deadline.span.workingDays, policy.calendar)}`;
}

/** The day and month of the holidays that have a substitute day, by the start of their names. */
const fixedDates: Readonly<Record<string, string>> = {
  'New Year’s Day': '01-01',
  '2nd January': '01-02',
  'St Patrick’s Day': '03-17',
  'Battle of the Boyne': '07-12',
  'St Andrew’s Day': '11-30',
  'Christmas Day': '12-25',
  'Boxing Day': '12-26',
};

/** Returns the name of a holiday; of one that is observed on another day than its own, that this is the substitute day. */
export function holidayInWords(name: string, date: PlainDate): string {
  const fixed = Object.keys(fixedDates).find((each) => name.startsWith(each));
  const isSubstitute = fixed !== undefined && fixedDates[fixed] !== date.slice(5);
  return `${isSubstitute ? 'the substitute day for ' : ''}${name.replaceAll('’', "'")}`;
}

/** Returns the days that a count of working days left out: the holidays by name. */
export function notCounted(from: PlainDate, n: number, calendar: WorkingCalendar): string {
  try {
    const { days } = countDays(from, n, calendar);
    const weekendDays = days.filter(({ reason }) => reason === 'weekend').length;
    const named = days.flatMap(({ date, name }) => (name === undefined ? [] : [`${holidayInWords(name, date)} (${day(date)})`]));
    return `Not counted: ${[plural(weekendDays, 'weekend day'), ...named].join(', ')}`;
  } catch (error) {
    if (error instanceof OutsideCalendar) return 'The calendar no longer covers these days';
    throw error;
  }
}
