// What is owed, compared with a day; and the effects of an event that are differences between what was owed before it and after it.
import { daysBetween } from '../calendar/dates.js';
import { workingDaysBetween } from '../calendar/working-days.js';
import type { DutyCode, Role } from '../policy/vocabulary.js';
import { dateOf, type Deadline, type Moment, type Need, orderOf } from '../decision/decision.js';
import { Open, withinCalendar } from '../decision/open.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';

/** A duty or an opportunity of a state, not yet compared with a day. */
export interface Owed {
  /** The code of what is owed or open, such as `submit-portfolio`; `labels` has its words. */
  readonly what: DutyCode;
  readonly owedBy: Role;
  readonly clause: ClauseId;
  readonly kind: Duty['kind'];
  /** Until when; `Open` where it cannot be worked out, `'not-known'` where a cohort sets it and it is not known here, absent where the document states none. */
  readonly deadline?: Deadline | Open | 'not-known' | undefined;
}
/** A duty, or an opportunity: who has it, under which clause and by when. @since 0.1.0 */
export interface Duty {
  readonly what: DutyCode;
  readonly owedBy: Role;
  readonly clause: ClauseId;
  /** `duty` where the policy asks it of someone; `opportunity` where it gives someone a right, such as to resubmit, to ask or to appeal. */
  readonly kind: 'duty' | 'opportunity';
  readonly deadline?: Deadline;
  /**
   * `due-today` through the whole of the deadline's London day, unless an instant is asked about that lies after the deadline. After it a duty is `overdue` and an
   * opportunity has `lapsed`. `no-limit-stated`: the text included here names none. `limit-not-known`: it is not known here, or another document governs by then, and `unsettled` names that.
   */
  readonly status: 'upcoming' | 'due-today' | 'overdue' | 'lapsed' | 'no-limit-stated' | 'limit-not-known';
  /** Working days from the day asked about to the deadline's day, that day included; negative when it has passed. */
  readonly workingDaysLeft?: number;
  /** Days from the day asked about to the deadline's day; negative when it has passed. */
  readonly daysLeft?: number;
}
/** A change that an event makes to duties and opportunities and their deadlines. @since 0.1.0 */
export type DutyEffect =
  | { readonly type: 'duty-met'; readonly duty: DutyCode; readonly clause: ClauseId; readonly kind: Duty['kind'] }
  | { readonly type: 'deadline-opened' | 'deadline-closed'; readonly deadline: Deadline };

/** Returns duties with their status at a moment, in the order of `byDeadline`; and what is missing to tell it, or to tell it in working days. */
export function dutiesOn(
  owed: readonly Owed[],
  asOf: Moment,
  policy: Policy,
): { readonly duties: readonly Duty[]; readonly unsettled: readonly Need[] } {
  const dated = owed.map((each) => atMoment(each, asOf, policy));
  return { duties: byDeadline(dated.map(({ duty }) => duty)), unsettled: dated.flatMap(({ needs }) => needs) };
}

/** Puts those with a deadline first, then those without, then those that have lapsed; equals in the order in which they came. */
export function byDeadline<T extends { readonly deadline?: Deadline; readonly status?: Duty['status'] }>(list: readonly T[]): readonly T[] {
  const open = list.filter(({ status }) => status !== 'lapsed');
  const isDated = ({ deadline }: T): boolean => deadline !== undefined;
  return [...open.filter(isDated), ...open.filter((each) => !isDated(each)), ...list.filter((each) => !open.includes(each))];
}

/** Compares what is owed with a moment. A calendar that does not reach leaves the working days out. */
function atMoment(
  { deadline, ...duty }: Owed,
  asOf: Moment,
  { calendar }: Policy,
): { readonly duty: Duty; readonly needs: readonly Need[] } {
  if (deadline === undefined) return { duty: { ...duty, status: 'no-limit-stated' }, needs: [] };
  if (deadline === 'not-known' || deadline instanceof Open)
    return { duty: { ...duty, status: 'limit-not-known' }, needs: deadline === 'not-known' ? [] : deadline.needs };
  const [today, day] = [dateOf(asOf), dateOf(deadline.due)];
  const status = orderOf(asOf, deadline.due) > 0 ? (duty.kind === 'duty' ? 'overdue' : 'lapsed') : today === day ? 'due-today' : 'upcoming';
  const left = withinCalendar(deadline.clause, () => workingDaysBetween(today, day, calendar));
  const counted = left instanceof Open ? {} : { workingDaysLeft: left };
  return {
    duty: { ...duty, deadline, status, daysLeft: daysBetween(today, day), ...counted },
    needs: left instanceof Open ? left.needs : [],
  };
}

/** Returns the deadline of what is owed, where it is known. */
export function deadlineOf(owed: Owed | undefined): Deadline | undefined {
  const deadline = owed?.deadline;
  return deadline === 'not-known' || deadline instanceof Open ? undefined : deadline;
}

/** Returns the effect of meeting a duty, where one was met. */
export function dutyMet(met: Owed | undefined): readonly DutyEffect[] {
  return met === undefined ? [] : [{ type: 'duty-met', duty: met.what, clause: met.clause, kind: met.kind }];
}

/** Returns the deadlines that an event closed, and those that it opened. */
export function deadlineChanges(before: readonly Owed[], after: readonly Owed[]): readonly DutyEffect[] {
  return [...deadlinesOnlyIn('deadline-closed', before, after), ...deadlinesOnlyIn('deadline-opened', after, before)];
}

function deadlinesOnlyIn(type: 'deadline-opened' | 'deadline-closed', from: readonly Owed[], to: readonly Owed[]): readonly DutyEffect[] {
  return from.flatMap((owed) => {
    const deadline = deadlineOf(owed);
    return deadline === undefined || to.some(({ what }) => what === owed.what) ? [] : [{ type, deadline }];
  });
}
