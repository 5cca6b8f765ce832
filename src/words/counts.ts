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
  if (deadline.set === 'by-cohort') return `${moment(deadline.due)} is the date that the cohort publishes`;
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

/** Returns the days that a count of working days left out: the holidays by name. */
export function notCounted(from: PlainDate, n: number, calendar: WorkingCalendar): string {
  try {
    const { days } = countDays(from, n, calendar);
    const weekendDays = days.filter(({ reason }) => reason === 'weekend').length;
    const named = days.flatMap(({ date, name }) => (name === undefined ? [] : [`${name.replaceAll('’', "'")} (${day(date)})`]));
    return `Not counted: ${[plural(weekendDays, 'weekend day'), ...named].join(', ')}`;
  } catch (error) {
    if (error instanceof OutsideCalendar) return 'The calendar no longer covers these days';
    throw error;
  }
}
