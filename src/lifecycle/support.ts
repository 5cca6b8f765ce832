// Support that a case is entitled to: 4.3 (while it is open) and 6.2.2 (by prior arrangement after a "not met").
import { noticeDeadline } from '../adjustments/notice.js';
import type { PlainDate } from '../calendar/days.js';
import type { Policy } from '../policy/policy.js';
import type { Case } from './case.js';

/** Tells whether both parts of 6.2.2 are on record: adjustments applied for before the start, and an arrangement agreed. Necessary, never sufficient by itself. */
export function hasPriorArrangement({ cohort, history }: Case, policy: Policy): boolean {
  const { startsOn } = cohort;
  const timely = policy.readings['further-support-applied'] === 'applied-timely';
  const inTime = (on: PlainDate): boolean =>
    timely ? on <= noticeDeadline({ programmeStartsOn: startsOn }, policy).detail.latestTimely : on < startsOn;
  const agreed = history.some((event) => event.type === 'special-arrangement-agreed');
  return agreed && history.some((event) => event.type === 'adjustments-requested' && inTime(event.on));
}

/** Tells whether support goes on at this stage: from the issue of the portfolio to the award or withdrawal; in between, a restart is a reading. */
export function supportRuns({ stage }: Case, policy: Policy): boolean {
  if (stage === 'restart-required' || stage === 'restarted') return policy.readings['support-during-restart'] === 'open';
  return stage !== 'registered' && stage !== 'awarded' && stage !== 'withdrawn';
}

/** Tells whether support is open on a day. The first day is inside; whether the last one is, is a reading. `before` is the case without its last event. */
export function supportIsOpen(state: Case, on: PlainDate, policy: Policy, before: () => Case): boolean {
  const issued = state.history.find((event) => event.type === 'portfolio-issued');
  if (issued === undefined || on < issued.on) return false;
  const ended = state.stage === 'awarded' ? state.awardedOn : state.stage === 'withdrawn' ? state.withdrawnOn : undefined;
  if (ended === undefined) return supportRuns(state, policy);
  const lastDay = on === ended && policy.readings['support-window-ends'] === 'inclusive';
  return (on < ended || lastDay) && supportRuns(before(), policy);
}
