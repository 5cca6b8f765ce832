// Where a case stands on a day: what is owed and by whom, what may be claimed, what may happen, what is unusual and what is not settled.
import { OutsideCalendar, type NonEmpty } from '../calendar/errors.js';
import { daysBetween, type PlainDate } from '../calendar/days.js';
import { workingDaysBetween } from '../calendar/working-days.js';
import type { Deadline, Need } from '../decision/decision.js';
import { programmeTerms } from '../decision/needs.js';
import { dateOf, orderOf, type Moment } from '../decision/moments.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import type { Role } from '../policy/vocabulary.js';
import type { Stage } from '../policy/vocabulary.js';
import type { Case } from './case.js';
import { missing } from './deadlines.js';
import type { DutyCode, PermittedEvent } from './effect.js';
import { dutiesOf, entitlementsOf, type Held, type Owed } from './standing.js';
import { supportIsOpen } from './support.js';
import { warningsOf, type Warning } from './warnings.js';

/** Says who owes what, under which clause and by when. @since 0.1.0 */
export interface Duty {
  readonly what: DutyCode;
  readonly owedBy: Role;
  readonly clause: ClauseId;
  readonly deadline?: Deadline;
  /** `due-today` through the whole of the deadline's London day, unless an instant is asked about that lies after the deadline. */
  readonly status: 'upcoming' | 'due-today' | 'overdue' | 'no-limit-stated';
  /** Working days from the day asked about to the deadline's day, that day included; negative when it has passed. */
  readonly workingDaysLeft?: number;
  /** Days from the day asked about to the deadline's day; negative when it has passed. */
  readonly daysLeft?: number;
}
/** Says where a case stands on a day or at an instant. @since 0.1.0 */
export interface Position {
  readonly stage: Stage;
  readonly asOf: Moment;
  /** By deadline, those without one last. */
  readonly duties: readonly Duty[];
  readonly entitlements: readonly Held[];
  /** What may be recorded on that day. */
  readonly permitted: readonly PermittedEvent[];
  readonly warnings: readonly Warning[];
  readonly unsettled: readonly Need[];
}

/** Describes a case that holds only what had happened by the moment asked about. */
export function describe(state: Case, asOf: Moment, permitted: readonly PermittedEvent[], policy: Policy, before: () => Case): Position {
  const duties = dutiesOf(state, policy).map((duty) => dated(duty, asOf, policy));
  return {
    stage: state.stage,
    asOf,
    duties: [...duties.filter((duty) => duty.deadline !== undefined), ...duties.filter((duty) => duty.deadline === undefined)],
    entitlements: withoutLapsed(state, asOf, entitlementsOf(state, policy, supportIsOpen(state, dateOf(asOf), policy, before))),
    permitted: permitted.filter(({ notBefore }) => notBefore === undefined || orderOf(asOf, notBefore) >= 0),
    warnings: warningsOf(state, policy),
    unsettled: [...unsettledOf(state, asOf, policy), ...uncounted(duties, asOf, policy)],
  };
}

/** The free resubmission is there to be claimed up to its deadline. */
function withoutLapsed({ cohort }: Case, asOf: Moment, held: readonly Held[]): readonly Held[] {
  const { resubmissionDeadline: deadline } = cohort;
  const lapsed = deadline !== undefined && orderOf(asOf, deadline) > 0;
  return held.filter(({ entitlement }) => entitlement !== 'free-resubmission' || !lapsed);
}

/** Works out how a duty stands to the moment asked about; a calendar that does not reach leaves its working days out. */
function dated({ deadline, ...duty }: Owed, asOf: Moment, policy: Policy): Duty {
  if (deadline === undefined) return { ...duty, status: 'no-limit-stated' };
  const [today, day] = [dateOf(asOf), dateOf(deadline.due)];
  const status = orderOf(asOf, deadline.due) > 0 ? 'overdue' : today === day ? 'due-today' : 'upcoming';
  const workingDaysLeft = workingDaysLeftTo(today, day, policy);
  return {
    ...duty,
    deadline,
    status,
    daysLeft: daysBetween(today, day),
    ...(typeof workingDaysLeft === 'number' ? { workingDaysLeft } : {}),
  };
}

function workingDaysLeftTo(today: PlainDate, day: PlainDate, policy: Policy): number | Need {
  try {
    return workingDaysBetween(today, day, policy.calendar);
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    const { calendar, coveredFrom, coveredTo, needed } = error;
    return { kind: 'calendar', calendar, coveredFrom, coveredTo, needed };
  }
}

function uncounted(duties: readonly Duty[], asOf: Moment, policy: Policy): readonly Need[] {
  return duties.flatMap(({ deadline, workingDaysLeft }) => {
    if (deadline === undefined || workingDaysLeft !== undefined) return [];
    const left = workingDaysLeftTo(dateOf(asOf), dateOf(deadline.due), policy);
    return typeof left === 'number' ? [] : [left];
  });
}

/** What the documents leave open at this stage: deadlines not known, and what follows a first deadline that was missed. */
function unsettledOf(state: Case, asOf: Moment, policy: Policy): readonly Need[] {
  const terms: NonEmpty<Need> = programmeTerms(state.cohort.programme);
  switch (state.stage) {
    case 'in-programme': {
      const { submissionDeadline } = state.cohort;
      if (submissionDeadline === undefined) return missing(state, 'submissionDeadline');
      return orderOf(asOf, submissionDeadline) > 0 && policy.readings['first-deadline-missed'] === 'not-settled-here' ? terms : [];
    }
    case 'submitted':
    case 'under-review':
      return state.late ? terms : missing(state, 'submissionDeadline');
    case 'criteria-not-met': {
      const { resubmissionDeadline } = state.cohort;
      if (resubmissionDeadline === undefined) return missing(state, 'resubmissionDeadline');
      return orderOf(asOf, resubmissionDeadline) > 0 && policy.readings['never-resubmitted'] === 'not-settled-here' ? terms : [];
    }
    case 'resubmitted':
    case 'under-second-review':
      return missing(state, 'resubmissionDeadline');
    case 'restart-required':
    case 'restarted':
      return terms;
    case 'registered':
    case 'criteria-met':
    case 'awarded':
    case 'withdrawn':
      return [];
  }
}
