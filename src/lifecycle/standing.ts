// What is owed and what may be claimed at each stage: the one statement from which positions and effects are both read.
import type { Deadline } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import type { Role } from '../policy/vocabulary.js';
import { entitlementsAfterReview } from '../review/entitlements.js';
import type { Case } from './case.js';
import { deadlineOf } from './deadlines.js';
import type { DutyCode, Entitlement } from './effect.js';
import type { CaseEventType } from './event.js';
import { hasPriorArrangement } from './support.js';

/** A duty before it is held against a day. */
export interface Owed {
  readonly what: DutyCode;
  readonly owedBy: Role;
  readonly clause: ClauseId;
  readonly deadline?: Deadline | undefined;
}
export interface Held {
  readonly entitlement: Entitlement;
  readonly clause: ClauseId;
}

export function dutiesOf(state: Case, policy: Policy): readonly Owed[] {
  return [...entryDuties(state), ...stageDuties(state), ...(feedbackIsOwed(state, policy) ? [feedback] : [])];
}

export function entitlementsOf(state: Case, policy: Policy, supportIsOpen: boolean): readonly Held[] {
  const review = state.stage === 'criteria-not-met' || state.stage === 'resubmitted' || state.stage === 'under-second-review';
  const all: readonly [boolean, Held][] = [
    [supportIsOpen, { entitlement: 'in-programme-support', clause: 'support/4.3' }],
    [feedbackIsOwed(state, policy), { entitlement: 'written-feedback', clause: 'support/6.2.1.a' }],
    [state.stage === 'criteria-not-met', { entitlement: 'free-resubmission', clause: 'support/6.2.1.b' }],
    [review && hasPriorArrangement(state, policy), { entitlement: 'further-support-by-arrangement', clause: 'support/6.2.2' }],
  ];
  return all.filter(([holds]) => holds).map(([, held]) => held);
}

function entryDuties(state: Case): readonly Owed[] {
  const entering = state.stage === 'registered' || state.stage === 'in-programme';
  const owed = entering && state.cohort.programme === 'QTLS' && !happened(state, 'supporter-appointed');
  return owed ? [{ what: 'appoint-supporter', owedBy: 'participant', clause: 'support/6.1.2' }] : [];
}

function stageDuties(state: Case): readonly Owed[] {
  switch (state.stage) {
    case 'in-programme':
      return [
        { what: 'submit-portfolio', owedBy: 'participant', clause: 'support/4.4', deadline: deadlineOf(state, 'submissionDeadline') },
      ];
    case 'criteria-not-met':
      return [
        { what: 'resubmit-portfolio', owedBy: 'participant', clause: 'support/6.2.3', deadline: deadlineOf(state, 'resubmissionDeadline') },
      ];
    case 'criteria-met':
      return [{ what: 'award-status', owedBy: 'set', clause: 'support/4.3' }];
    case 'restart-required':
      return [{ what: 'restart', owedBy: 'participant', clause: 'support/6.2.3' }];
    case 'registered':
    case 'submitted':
    case 'under-review':
    case 'resubmitted':
    case 'under-second-review':
    case 'awarded':
    case 'restarted':
    case 'withdrawn':
      return [];
  }
}

const feedback: Owed = { what: 'give-written-feedback', owedBy: 'reviewers', clause: 'support/6.2.1.a' };

/** Written feedback, once an outcome grants it, is owed until it is issued or the case is closed. */
export function feedbackIsOwed(state: Case, policy: Policy): boolean {
  if (state.stage === 'awarded' || state.stage === 'restarted' || state.stage === 'withdrawn') return false;
  let owed = false;
  let attempt: 'submission' | 'resubmission' = 'submission';
  for (const event of state.history) {
    if (event.type === 'feedback-issued') owed = false;
    if (event.type !== 'outcome-released') continue;
    owed ||= entitlementsAfterReview({ reviewOutcome: event.reviewOutcome, attempt }, policy).detail.writtenFeedback;
    attempt = 'resubmission';
  }
  return owed;
}

function happened(state: Case, type: CaseEventType): boolean {
  return state.history.some((event) => event.type === type);
}
