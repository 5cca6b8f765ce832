// What is owed and what may be claimed at each stage, stated once for positions and effects; and support: 4.3 (while it is open) and 6.2.2 (by arrangement).
import type { PlainDate } from '../../calendar/dates.js';
import { londonDate } from '../../calendar/instants.js';
import type { Need } from '../../decision/decision.js';
import { answerBy } from '../../decision/rule.js';
import type { Owed } from '../../machine/duties.js';
import type { Policy } from '../../policy/policy.js';
import type { Attempt } from '../../policy/vocabulary.js';
import { supportRunsAt, supportWindow } from '../4.3-support-window.js';
import { entitlementsAfterReview } from '../6.2.1-entitlements.js';
import { assessFurtherSupport } from '../6.2.2-further-support.js';
import { judgementOn } from '../judgements.js';
import type { Case, CaseEventType } from './case.js';
import { cohortDeadline, missedDeadline, type CaseStanding, type HeldEntitlement, type MissedDeadline } from './cells.js';

const support: HeldEntitlement = { entitlement: 'in-programme-support', clause: 'support/4.3' };
const writtenFeedback: HeldEntitlement = { entitlement: 'written-feedback', clause: 'support/6.2.1.a' };
const freeResubmission: HeldEntitlement = { entitlement: 'free-resubmission', clause: 'support/6.2.1.b' };
const furtherSupport: HeldEntitlement = { entitlement: 'further-support-by-arrangement', clause: 'support/6.2.2' };

const supporter: Owed = { what: 'appoint-supporter', owedBy: 'participant', clause: 'support/6.1.2', kind: 'duty' };
const mentor: Owed = { what: 'request-mentor', owedBy: 'participant', clause: 'support/6.1.3', kind: 'opportunity' };
const award: Owed = { what: 'award-status', owedBy: 'set', clause: 'support/4.3', kind: 'duty' };
export const restartOwed: Owed = { what: 'restart', owedBy: 'participant', clause: 'support/6.2.3', kind: 'opportunity' };
const feedback: Owed = { what: 'give-written-feedback', owedBy: 'reviewers', clause: 'support/6.2.1.a', kind: 'duty' };
const submission = (state: Case): Owed => ({
  what: 'submit-portfolio',
  owedBy: 'participant',
  clause: 'support/4.4',
  kind: 'duty',
  deadline: cohortDeadline(state, 'submissionDeadline') ?? 'not-known',
});
const resubmission = (state: Case): Owed => ({
  what: 'resubmit-portfolio',
  owedBy: 'participant',
  clause: 'support/6.2.1.b',
  kind: 'opportunity',
  deadline: cohortDeadline(state, 'resubmissionDeadline') ?? 'not-known',
});

/** Returns the standing of a case; whether support is open is asked of its stage. */
export function standingOf(state: Case, policy: Policy): CaseStanding {
  const [owed, held] = atStage(state, policy);
  return { owed, held: supportRunsAt(state.stage, policy.readings) ? [support, ...held] : held };
}

/** Returns what may be claimed on a day, which settles whether support is open. `before` is the case without its last event. */
export function heldOn(
  on: PlainDate,
  state: Case,
  { held }: CaseStanding,
  missed: MissedDeadline | undefined,
  policy: Policy,
  before: () => Case,
): readonly HeldEntitlement[] {
  const others = held.filter((each) => each !== support);
  return supportIsOpen(state, on, missed, policy, before) ? [support, ...others] : others;
}

function atStage(state: Case, policy: Policy): readonly [readonly Owed[], readonly HeldEntitlement[]] {
  const [owed, held] = feedbackIsOwed(state, policy) ? [[feedback], [writtenFeedback]] : [[], []];
  const further = hasPriorArrangement(state, policy) ? [furtherSupport] : [];
  switch (state.stage) {
    case 'registered':
      return [helperOf(state), []];
    case 'in-programme':
      return [[...helperOf(state), submission(state)], []];
    case 'criteria-met':
      return [[award, ...owed], held];
    case 'criteria-not-met':
      return [
        [resubmission(state), ...owed],
        [...held, freeResubmission, ...further],
      ];
    case 'resubmitted':
    case 'under-second-review':
      return [owed, [...held, ...further]];
    case 'restart-required':
      return [[restartOwed, ...owed], held];
    case 'withdrawn':
      return policy.readings['feedback-after-withdrawal'] === 'stays-owed' ? [owed, held] : [[], []];
    case 'submitted':
    case 'under-review':
    case 'awarded':
    case 'restarted':
      return [[], []]; // no review is over yet, or the case is closed
  }
}

/** Returns the supporter that a QTLS participant appoints, or the mentor for whom an ATS participant may ask. */
function helperOf({ cohort, history }: Case): readonly Owed[] {
  const has = (...types: readonly CaseEventType[]): boolean => history.some(({ type }) => types.includes(type));
  if (cohort.programme === 'QTLS') return has('supporter-appointed') ? [] : [supporter];
  return has('mentor-requested', 'mentor-appointed') ? [] : [mentor];
}

/** Tells whether written feedback that an outcome brought is not issued yet. An outcome brings it once, and an issue covers the outcomes before it. */
export function feedbackIsOwed({ history }: Case, policy: Policy): boolean {
  let attempt: Attempt = 'submission';
  let isOwed = false;
  for (const event of history) {
    if (event.type === 'feedback-issued') isOwed = false;
    if (event.type !== 'outcome-released') continue;
    const { reviewOutcome } = event;
    isOwed ||= answerBy(entitlementsAfterReview, { reviewOutcome, attempt }, policy).detail.writtenFeedback;
    attempt = 'resubmission';
  }
  return isOwed;
}

const leftOpenBy = { awarded: 'feedbackAfterAward', restarted: 'feedbackAfterRestart', withdrawn: 'feedbackAfterWithdrawal' } as const;

/** Returns whether written feedback is still to be given once a case is closed, where that is left open. */
export function feedbackLeftOpen(closedAs: keyof typeof leftOpenBy, state: Case, policy: Policy): readonly Need[] {
  const isSettled = closedAs === 'withdrawn' && policy.readings['feedback-after-withdrawal'] !== 'not-settled-here';
  return feedbackIsOwed(state, policy) && !isSettled ? [judgementOn(leftOpenBy[closedAs])] : [];
}

/** Tells whether both parts of 6.2.2 are recorded: adjustments applied for before the start, and an arrangement agreed before the outcome. Of several the earliest counts. */
function hasPriorArrangement(state: Case, policy: Policy): boolean {
  if (!('notMetOn' in state)) return false;
  const { cohort, notMetOn } = state;
  const adjustmentsAppliedOn = earliest(state, 'adjustments-requested');
  const arrangementMadeOn = earliest(state, 'special-arrangement-agreed');
  if (adjustmentsAppliedOn === undefined || arrangementMadeOn === undefined) return false;
  const facts = {
    adjustmentsAppliedOn,
    programmeStartsOn: cohort.startsOn,
    priorArrangement: true,
    arrangementMadeOn,
    outcomeReleasedOn: notMetOn,
  };
  return answerBy(assessFurtherSupport, facts, policy).outcome === 'by-prior-arrangement';
}

/** Returns what is open of a later portfolio: what was applied for or arranged before it may serve it or not (6.2.2). */
export function earlierApplication(state: Case, policy: Policy): readonly Need[] {
  const reading = policy.readings['adjustments-after-restart'];
  if (state.portfolio === 1 || reading === 'lapses' || hasPriorArrangement(state, policy)) return [];
  return [reading === 'serves' ? { kind: 'fact', name: 'adjustmentsAppliedOn' } : judgementOn('earlierApplication')];
}

function earliest({ history }: Case, type: 'adjustments-requested' | 'special-arrangement-agreed'): PlainDate | undefined {
  const [first] = history.flatMap((event) => (event.type === type ? [event.on] : [])).sort();
  return first;
}

/** Tells whether support is open on a day. The first day is inside; whether the last one is, is a reading. `before` is the case without its last event. */
function supportIsOpen(state: Case, on: PlainDate, missed: MissedDeadline | undefined, policy: Policy, before: () => Case): boolean {
  const ended = state.stage === 'awarded' ? state.awardedOn : state.stage === 'withdrawn' ? state.withdrawnOn : undefined;
  if (ended === undefined) return supportGoesOn(state, on, missed, policy);
  const earlier = before();
  return windowIsOpen(state, ended, on, policy) && supportGoesOn(earlier, on, missedDeadline(earlier, on, policy), policy);
}

/** Asks 4.3 whether support that ended on one day is open on another. */
function windowIsOpen({ history }: Case, endedOn: PlainDate, on: PlainDate, policy: Policy): boolean {
  const portfolioIssuedOn = history.find((event) => event.type === 'portfolio-issued')?.on;
  if (portfolioIssuedOn === undefined) return false; // a case holds nothing that is later than the day asked about
  return answerBy(supportWindow, { portfolioIssuedOn, restartRequiredOn: 'none', endedOn, on }, policy).outcome === 'open';
}

/** Tells whether support goes on, where a deadline was missed too. A withdrawal is then of the day of the deadline, and a restart leads to a stage that has support or has none. */
function supportGoesOn(state: Case, on: PlainDate, missed: MissedDeadline | undefined, policy: Policy): boolean {
  if (missed?.outcome === 'withdrawn') return windowIsOpen(state, londonDate(missed.deadline), on, policy);
  return supportRunsAt(missed?.outcome === 'restart' ? 'restart-required' : state.stage, policy.readings);
}
