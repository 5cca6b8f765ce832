// What is owed and what may be claimed at each stage: the one statement from which positions and effects are both read.
import { answerBy } from '../decision/rule.js';
import type { Owed } from '../machine/duties.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import type { Attempt, ReviewOutcome } from '../policy/vocabulary.js';
import { entitlementsAfterReview } from '../review/entitlements.js';
import type { Case } from './case.js';
import { deadlineOf, type Which } from './deadlines.js';
import type { CaseEvent } from './event.js';
import type { Entitlement } from './effect.js';
import { hasPriorArrangement, supportRuns } from './support.js';

export interface Held {
  readonly entitlement: Entitlement;
  readonly clause: ClauseId;
}

/** What is owed and what may be claimed in a state: the bits of the entries below, so that two standings are compared at a glance. */
export type Standing = number;

/** A duty, with the deadline of the cohort by which it is owed. */
export interface Due extends Omit<Owed, 'deadline'> {
  readonly bit: Standing;
  readonly by?: Which;
}
export interface Claim extends Held {
  readonly bit: Standing;
}

export const supporter: Due = { bit: 1, what: 'appoint-supporter', owedBy: 'participant', clause: 'support/6.1.2' };
export const submission: Due = { bit: 2, what: 'submit-portfolio', owedBy: 'participant', clause: 'support/4.4', by: 'submissionDeadline' };
export const resubmission: Due = {
  bit: 4,
  what: 'resubmit-portfolio',
  owedBy: 'participant',
  clause: 'support/6.2.3',
  by: 'resubmissionDeadline',
};
export const award: Due = { bit: 8, what: 'award-status', owedBy: 'set', clause: 'support/4.3' };
export const restart: Due = { bit: 16, what: 'restart', owedBy: 'participant', clause: 'support/6.2.3' };
export const feedback: Due = { bit: 32, what: 'give-written-feedback', owedBy: 'reviewers', clause: 'support/6.2.1.a' };
/** In the order in which they are listed. */
const dues: readonly Due[] = [supporter, submission, resubmission, award, restart, feedback];

export const support: Claim = { bit: 64, entitlement: 'in-programme-support', clause: 'support/4.3' };
const writtenFeedback: Claim = { bit: 128, entitlement: 'written-feedback', clause: 'support/6.2.1.a' };
const freeResubmission: Claim = { bit: 256, entitlement: 'free-resubmission', clause: 'support/6.2.1.b' };
const furtherSupport: Claim = { bit: 512, entitlement: 'further-support-by-arrangement', clause: 'support/6.2.2' };
/** In the order in which they are listed. */
export const claims: readonly Claim[] = [support, writtenFeedback, freeResubmission, furtherSupport];

/** Gives the standing of a case; whether support is open is asked of its stage, unless a day has settled it. */
export function standingOf(state: Case, policy: Policy, supportIsOpen: boolean = supportRuns(state, policy)): Standing {
  const runs = supportIsOpen ? support.bit : 0;
  switch (state.stage) {
    case 'registered':
      return runs | supporterOf(state);
    case 'in-programme':
      return runs | supporterOf(state) | submission.bit;
    case 'criteria-met':
      return runs | feedbackOf(state, policy) | award.bit;
    case 'criteria-not-met':
      return runs | feedbackOf(state, policy) | furtherSupportOf(state, policy) | resubmission.bit | freeResubmission.bit;
    case 'resubmitted':
    case 'under-second-review':
      return runs | feedbackOf(state, policy) | furtherSupportOf(state, policy);
    case 'restart-required':
      return runs | feedbackOf(state, policy) | restart.bit;
    case 'submitted':
    case 'under-review':
    case 'awarded':
    case 'restarted':
    case 'withdrawn':
      return runs; // no review is over yet, or the case is closed
  }
}

// A frozen history is walked by index here and below: `for … of` would make an object a step. docs/decisions/021.
function supporterOf({ cohort, history }: Case): Standing {
  if (cohort.programme !== 'QTLS') return 0;
  for (let index = 0; index < history.length; index++) if (history[index]?.type === 'supporter-appointed') return 0;
  return supporter.bit;
}

function feedbackOf(state: Case, policy: Policy): Standing {
  return feedbackIsOwed(state, policy) ? feedback.bit | writtenFeedback.bit : 0;
}

function furtherSupportOf(state: Case, policy: Policy): Standing {
  return hasPriorArrangement(state, policy) ? furtherSupport.bit : 0;
}

/** The duties of a standing, with their deadlines. */
export function owedIn(standing: Standing, state: Case): readonly Owed[] {
  return dues.flatMap(({ bit, by, ...owed }) => ((standing & bit) === 0 ? [] : [by ? { ...owed, deadline: deadlineOf(state, by) } : owed]));
}

export function heldIn(standing: Standing): readonly Held[] {
  return claims.flatMap(({ bit, ...held }) => ((standing & bit) === 0 ? [] : [held]));
}

/** Written feedback, once an outcome grants it, is owed until it is issued: what counts is the outcomes since it was last issued. That a closed case owes none, its stage tells. */
export function feedbackIsOwed({ history }: Case, policy: Policy): boolean {
  let reviewed = false;
  let first: ReviewOutcome | undefined;
  let second: ReviewOutcome | undefined;
  for (let index = 0; index < history.length; index++) {
    const event = history[index] as CaseEvent;
    if (event.type === 'feedback-issued') first = second = undefined;
    if (event.type !== 'outcome-released') continue;
    if (reviewed) second = event.reviewOutcome;
    else first = event.reviewOutcome;
    reviewed = true;
  }
  return bringsFeedback(first, 'submission', policy) || bringsFeedback(second, 'resubmission', policy);
}

function bringsFeedback(reviewOutcome: ReviewOutcome | undefined, attempt: Attempt, policy: Policy): boolean {
  return reviewOutcome !== undefined && answerBy(entitlementsAfterReview, { reviewOutcome, attempt }, policy).detail.writtenFeedback;
}
