// What is owed and what may be claimed at each stage: the one statement from which positions are read, and effects as differences.
import { answerBy } from '../../decision/rule.js';
import type { Need } from '../../decision/decision.js';
import { addDeadlineEffects, type DutyEffect, type Owed } from '../../machine/duties.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Policy } from '../../policy/policy.js';
import type { Attempt, DutyCode, ReviewOutcome } from '../../policy/vocabulary.js';
import { entitlementsAfterReview } from '../6.2.1-entitlements.js';
import { deadlineOf, type Case, type Registration } from './case.js';
import type { CaseEvent, CaseEventType } from './event.js';
import { hasPriorArrangement, supportRuns } from './support.js';
import type { PermittedEventOf, TransitionOf } from '../../machine/table.js';

/** Names what a participant may claim. @since 0.1.0 */
export type Entitlement = 'in-programme-support' | 'written-feedback' | 'free-resubmission' | 'further-support-by-arrangement';

/** States what an accepted event brings about. @since 0.1.0 */
export type Effect =
  | { readonly type: 'entitlement-gained'; readonly entitlement: Entitlement; readonly clause: ClauseId }
  | DutyEffect
  | { readonly type: 'case-opened'; readonly registration: Required<Registration>; readonly clause: ClauseId }
  | { readonly type: 'fee-due'; readonly amount: Need; readonly clause: ClauseId }
  | { readonly type: 'support-closed'; readonly clause: ClauseId };

/** Tells what became of an event. @since 0.1.0 */
export type Transition = TransitionOf<Case, CaseEventType, Effect>;
/** Names an event that may happen to a case. @since 0.1.0 */
export type PermittedEvent = PermittedEventOf<CaseEventType>;

/** An entitlement and the clause that gives it. */
export interface Held {
  readonly entitlement: Entitlement;
  readonly clause: ClauseId;
}

/** What is owed, what is open and what may be claimed in a state. */
export interface Standing {
  readonly owed: readonly Owed[];
  readonly held: readonly Held[];
}

const support: Held = { entitlement: 'in-programme-support', clause: 'support/4.3' };
const writtenFeedback: Held = { entitlement: 'written-feedback', clause: 'support/6.2.1.a' };
const freeResubmission: Held = { entitlement: 'free-resubmission', clause: 'support/6.2.1.b' };
const furtherSupport: Held = { entitlement: 'further-support-by-arrangement', clause: 'support/6.2.2' };

const supporter: Owed = { what: 'appoint-supporter', owedBy: 'participant', clause: 'support/6.1.2', kind: 'duty' };
const mentor: Owed = { what: 'request-mentor', owedBy: 'participant', clause: 'support/6.1.3', kind: 'opportunity' };
const award: Owed = { what: 'award-status', owedBy: 'set', clause: 'support/4.3', kind: 'duty' };
export const restart: Owed = { what: 'restart', owedBy: 'participant', clause: 'support/6.2.3', kind: 'opportunity' };
const feedback: Owed = { what: 'give-written-feedback', owedBy: 'reviewers', clause: 'support/6.2.1.a', kind: 'duty' };
const submission = (state: Case): Owed => ({
  what: 'submit-portfolio',
  owedBy: 'participant',
  clause: 'support/4.4',
  kind: 'duty',
  deadline: deadlineOf(state, 'submissionDeadline') ?? 'not-known',
});
const resubmission = (state: Case): Owed => ({
  what: 'resubmit-portfolio',
  owedBy: 'participant',
  clause: 'support/6.2.1.b',
  kind: 'opportunity',
  deadline: deadlineOf(state, 'resubmissionDeadline') ?? 'not-known',
});

/** Returns the standing of a case; whether support is open is asked of its stage, unless a day has settled it. */
export function standingOf(state: Case, policy: Policy, supportIsOpen: boolean = supportRuns(state, policy)): Standing {
  const [owed, held] = atStage(state, policy);
  return { owed, held: supportIsOpen ? [support, ...held] : held };
}

function atStage(state: Case, policy: Policy): readonly [readonly Owed[], readonly Held[]] {
  const feedbackOwed = feedbackIsOwed(state, policy) ? [feedback] : [];
  const feedbackHeld = feedbackIsOwed(state, policy) ? [writtenFeedback] : [];
  const further = hasPriorArrangement(state, policy) ? [furtherSupport] : [];
  switch (state.stage) {
    case 'registered':
      return [helperOf(state), []];
    case 'in-programme':
      return [[...helperOf(state), submission(state)], []];
    case 'criteria-met':
      return [[award, ...feedbackOwed], feedbackHeld];
    case 'criteria-not-met':
      return [
        [resubmission(state), ...feedbackOwed],
        [...feedbackHeld, freeResubmission, ...further],
      ];
    case 'resubmitted':
    case 'under-second-review':
      return [feedbackOwed, [...feedbackHeld, ...further]];
    case 'restart-required':
      return [[restart, ...feedbackOwed], feedbackHeld];
    case 'submitted':
    case 'under-review':
    case 'awarded':
    case 'restarted':
      return [[], []]; // no review is over yet, or the case is closed
    case 'withdrawn':
      return policy.readings['feedback-after-withdrawal'] === 'stays-owed' ? [feedbackOwed, feedbackHeld] : [[], []];
  }
}

/** The supporter that a QTLS participant appoints, or the mentor for whom an ATS participant may ask. */
function helperOf({ cohort, history }: Case): readonly Owed[] {
  const has = (...types: readonly CaseEventType[]): boolean => history.some(({ type }) => types.includes(type));
  if (cohort.programme === 'QTLS') return has('supporter-appointed') ? [] : [supporter];
  return has('mentor-requested', 'mentor-appointed') ? [] : [mentor];
}

/** Whether written feedback that an outcome brought is not issued yet. An outcome brings it once, and an issue covers the outcomes before it. */
export function feedbackIsOwed({ history }: Case, policy: Policy): boolean {
  const issued = history.map(({ type }) => type).lastIndexOf('feedback-issued');
  const outcomes = history.flatMap((event, at) => (event.type === 'outcome-released' ? [{ ...event, at }] : []));
  return outcomes.some(
    ({ reviewOutcome, at }, index) => at > issued && bringsFeedback(reviewOutcome, index === 0 ? 'submission' : 'resubmission', policy),
  );
}

/** Whether written feedback is still to be given once a case is closed, where that is left open. */
export function feedbackLeftOpen(closedAs: 'awarded' | 'restarted' | 'withdrawn', state: Case, policy: Policy): readonly Need[] {
  if (!feedbackIsOwed(state, policy)) return [];
  switch (closedAs) {
    case 'awarded':
      return [{ kind: 'judgement', by: 'reviewers', of: 'whether written feedback is still to be given after the award' }];
    case 'restarted':
      return [{ kind: 'judgement', by: 'reviewers', of: 'whether written feedback on the earlier portfolio is still to be given' }];
    case 'withdrawn':
      return policy.readings['feedback-after-withdrawal'] === 'not-settled-here'
        ? [{ kind: 'judgement', by: 'set', of: 'whether written feedback that was owed is still owed after the withdrawal' }]
        : [];
  }
}

function bringsFeedback(reviewOutcome: ReviewOutcome, attempt: Attempt, policy: Policy): boolean {
  return answerBy(entitlementsAfterReview, { reviewOutcome, attempt }, policy).detail.writtenFeedback;
}

/** The duty or opportunity that an event meets, where it was in time. */
const meets: Partial<Readonly<Record<CaseEventType, DutyCode>>> = {
  'supporter-appointed': 'appoint-supporter',
  'mentor-requested': 'request-mentor',
  'portfolio-submitted': 'submit-portfolio',
  'feedback-issued': 'give-written-feedback',
  'portfolio-resubmitted': 'resubmit-portfolio',
  'status-awarded': 'award-status',
  restarted: 'restart',
};

/** Returns the effects of an event on a case whose standing was one and is another. */
export function effectsOf(before: Standing, after: Standing, { type }: CaseEvent, state: Case): readonly Effect[] {
  const effects: Effect[] = [];
  const met = isLate(type, state) ? undefined : before.owed.find(({ what }) => what === meets[type]);
  if (met !== undefined) effects.push({ type: 'duty-met', duty: met.what, clause: met.clause, kind: met.kind });
  for (const { entitlement, clause } of after.held) {
    if (!holds(before, entitlement)) effects.push({ type: 'entitlement-gained', entitlement, clause });
  }
  addDeadlineEffects(effects, before.owed, after.owed);
  if (holds(before, 'in-programme-support') && !holds(after, 'in-programme-support'))
    effects.push({ type: 'support-closed', clause: 'support/4.3' });
  return effects;
}

function holds({ held }: Standing, entitlement: string): boolean {
  return held.some((each) => each.entitlement === entitlement);
}

/** Whether an event sent a portfolio after its deadline, so that it met nothing. */
function isLate(type: CaseEventType, state: Case): boolean {
  if (type === 'portfolio-submitted') return state.stage !== 'submitted' || state.late === true;
  return type === 'portfolio-resubmitted' && state.stage !== 'resubmitted';
}
