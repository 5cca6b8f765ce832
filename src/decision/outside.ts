// A count of working days that may leave the calendar: an answer that is open, and never an error of the caller's.
import { OutsideCalendar } from '../calendar/day-table.js';
import type { PlainDate } from '../calendar/dates.js';
import { addWorkingDays } from '../calendar/working-days.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import type { WorkingDayLimit } from '../policy/working-day-limits.js';
import type { Deadline } from './decision.js';
import { Open, open } from './steps.js';

/** Gives what a count comes to; one that leaves the calendar is open, and needs more of its years. */
export function withinCalendar<T>(clause: ClauseId, count: () => T): T | Open {
  try {
    return count();
  } catch (error) {
    if (error instanceof OutsideCalendar) return outside(clause, error);
    throw error;
  }
}

export function outside(clause: ClauseId, { calendar, coveredFrom, coveredTo, needed }: OutsideCalendar): Open {
  const early = needed < coveredFrom;
  const { finding, needs } = open(clause, 'calendar-covers-the-count', { kind: 'calendar', calendar, coveredFrom, coveredTo, needed });
  return new Open({ ...finding, left: needed, operator: early ? '>=' : '<=', right: early ? coveredFrom : coveredTo }, needs);
}

/** The deadline of a limit that runs from a day; day 1 is the next working day after it, and the last day is included. */
export function deadlineFrom(countedFrom: PlainDate, { clause, owedBy, span }: WorkingDayLimit, { calendar }: Policy): Deadline | Open {
  return withinCalendar(clause, () => {
    const due = addWorkingDays(countedFrom, span.workingDays, calendar);
    return { due, owedBy, clause, set: 'by-count' as const, countedFrom, span, certainty: calendar.certainty };
  });
}
