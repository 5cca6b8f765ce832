// Support that a case is entitled to beside its feedback: 4.3 (while it is open) and 6.2.2 (by prior arrangement after a "not met").
import { noticeDeadline } from '../adjustments/notice.js';
import type { PlainDate } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import type { Case } from './case.js';
import type { Effect } from './effect.js';

/** Tells whether both parts of 6.2.2 are on record: adjustments applied for before the start, and an arrangement agreed. Necessary, never sufficient by itself. */
export function hasPriorArrangement(state: Pick<Case, 'history' | 'cohort'>, policy: Policy): boolean {
  const { startsOn } = state.cohort;
  const timely = policy.readings['further-support-applied'] === 'applied-timely';
  const inTime = (on: PlainDate): boolean =>
    timely ? on <= noticeDeadline({ programmeStartsOn: startsOn }, policy).detail.latestTimely : on < startsOn;
  const applied = state.history.some((event) => event.type === 'adjustments-requested' && inTime(event.on));
  return applied && state.history.some((event) => event.type === 'special-arrangement-agreed');
}

export function arrangedSupport(state: Pick<Case, 'history' | 'cohort'>, policy: Policy): readonly Effect[] {
  return hasPriorArrangement(state, policy)
    ? [{ type: 'entitlement-gained', entitlement: 'further-support-by-arrangement', clause: 'support/6.2.2' }]
    : [];
}

/** Tells whether in-programme support (4.3) is open to a case on a day: from the issue of the portfolio to the award or withdrawal. */
export function supportIsOpen(state: Case, on: PlainDate, policy: Policy): boolean {
  const issued = state.history.find((event) => event.type === 'portfolio-issued');
  if (issued === undefined || on < issued.on || state.stage === 'restarted') return false;
  if (state.stage === 'restart-required') return policy.readings['support-during-restart'] === 'open';
  const ended = state.stage === 'awarded' ? state.awardedOn : state.stage === 'withdrawn' ? state.withdrawnOn : undefined;
  return ended === undefined || on < ended || (on === ended && policy.readings['support-window-ends'] === 'inclusive');
}
