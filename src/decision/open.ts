// What leaves an answer open although the facts are whole: a clause that is not held, a calendar that ends, an hour that is not known.
import type { WorkingCalendar } from '../calendar/content.js';
import { OutsideCalendar, type Uncovered } from '../calendar/day-table.js';
import type { PlainDate } from '../calendar/dates.js';
import { compareInstants, londonDate, londonInstant } from '../calendar/instants.js';
import { isWorkingDay, nextWorkingDay, workingDayFrom } from '../calendar/working-days.js';
import type { NonEmpty } from '../data/issues.js';
import { heldInPart, sourceEditions, type Readings } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { documentOf, type AnyPolicy, type Policy } from '../policy/policy.js';
import { draftMark, type LimitId, type Limits } from '../policy/limits.js';
import type { Role } from '../policy/vocabulary.js';
import type { FindingCode } from '../rules.js';
import { isInstantForm, type Deadline, type Finding, type Moment, type Need } from './decision.js';

/** The result of a step that whole facts leave open: what is needed, and the finding that says why. */
export class Open {
  constructor(
    readonly finding: Finding,
    readonly needs: NonEmpty<Need>,
  ) {}
}

export function open(clause: ClauseId, test: FindingCode, ...needs: NonEmpty<Need>): Open {
  return new Open({ clause, test, holds: false }, needs);
}

/** Says why a clause settles nothing under a policy: the chosen edition of its document does not hold it; `undefined` where it does. */
export function notHeld(clause: ClauseId, { editions }: AnyPolicy): Open | undefined {
  if (editions === sourceEditions) return undefined;
  const edition = editions.find((each) => heldInPart[each]?.includes(clause) === false && clause.startsWith(`${documentOf(each)}/`));
  return (
    edition &&
    new Open({ clause, test: 'clause-is-held', holds: false, left: edition }, [{ kind: 'document', document: documentOf(edition) }])
  );
}

/** Gives what a count comes to; one that leaves the calendar is open, and needs more of its years. */
export function withinCalendar<T>(clause: ClauseId, count: () => T): T | Open {
  try {
    return count();
  } catch (error) {
    if (error instanceof OutsideCalendar) return openBeyondCalendar(clause, error);
    throw error;
  }
}

export function openBeyondCalendar(clause: ClauseId, { calendar, coveredFrom, coveredTo, needed }: Uncovered): Open {
  const early = needed < coveredFrom;
  const { finding, needs } = open(clause, 'calendar-covers-the-count', { kind: 'calendar', calendar, coveredFrom, coveredTo, needed });
  return new Open({ ...finding, left: needed, operator: early ? '>=' : '<=', right: early ? coveredFrom : coveredTo }, needs);
}

/** A clause that states a length in working days. */
export type WorkingDayLimitId = { [K in LimitId]: Limits[K] extends { readonly workingDays: number } ? K : never }[LimitId];

/** Returns the deadline of a clause's limit from a day, for its owner. Day 1 is the next working day, and the last day is included. */
export function deadlineFrom<K extends WorkingDayLimitId>(
  countedFrom: PlainDate,
  clause: K,
  owedBy: Role,
  { calendar, limits }: Pick<Policy, 'calendar'> & { readonly limits: Pick<Limits, K> },
): Deadline | Open {
  const span: Limits[WorkingDayLimitId] = limits[clause];
  const due = workingDayFrom(countedFrom, span.workingDays, calendar);
  if (typeof due === 'object') return openBeyondCalendar(clause, due);
  return { due, owedBy, clause, set: 'by-count', countedFrom, span, certainty: calendar.certainty, ...draftMark(limits, clause) };
}

/** The end of an office day, London time: that very instant is inside. */
const officeDayEnds = '16:30';

/** Gives the day of receipt; under office hours a bare working day does not tell it, since its hour is not known. */
export function receiptDay(at: Moment, reading: Readings['receipt-hour'], calendar: () => WorkingCalendar): PlainDate | 'hour-not-known' {
  const day = isInstantForm(at) ? londonDate(at) : at;
  if (reading === 'calendar-day') return day;
  if (!isWorkingDay(day, calendar())) return nextWorkingDay(day, calendar());
  if (!isInstantForm(at)) return 'hour-not-known';
  return compareInstants(at, londonInstant(day, officeDayEnds)) > 0 ? nextWorkingDay(day, calendar()) : day;
}
