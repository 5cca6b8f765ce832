// What is owed and what may be claimed at each stage: the one statement from which positions and effects are both read.
import type { Owed } from '../machine/duties.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import { entitlementsAfterReview, type ReviewedFacts } from '../review/entitlements.js';
import type { Case } from './case.js';
import { deadlineOf } from './deadlines.js';
import type { Entitlement } from './effect.js';
import type { CaseEventType } from './event.js';
import { hasPriorArrangement, supportRuns } from './support.js';

export interface Held {
  readonly entitlement: Entitlement;
  readonly clause: ClauseId;
}

/** What is owed and what may be claimed in a state. */
export interface Standing {
  readonly duties: readonly Owed[];
  readonly entitlements: readonly Held[];
}

/** Gives the standing of a case; whether support is open is asked of its stage, unless a day has settled it. */
export function standingOf(state: Case, policy: Policy, supportIsOpen: boolean = supportRuns(state, policy)): Standing {
  const owed = feedbackIsOwed(state, policy);
  return { duties: dutiesOf(state, owed), entitlements: entitlementsOf(state, policy, supportIsOpen, owed) };
}

const inProgrammeSupport: Held = /* @__PURE__ */ Object.freeze<Held>({ entitlement: 'in-programme-support', clause: 'support/4.3' });
const writtenFeedback: Held = /* @__PURE__ */ Object.freeze<Held>({ entitlement: 'written-feedback', clause: 'support/6.2.1.a' });
const freeResubmission: Held = /* @__PURE__ */ Object.freeze<Held>({ entitlement: 'free-resubmission', clause: 'support/6.2.1.b' });
const furtherSupport: Held = /* @__PURE__ */ Object.freeze<Held>({
  entitlement: 'further-support-by-arrangement',
  clause: 'support/6.2.2',
});

function entitlementsOf(state: Case, policy: Policy, supportIsOpen: boolean, feedbackOwed: boolean): readonly Held[] {
  const { stage } = state;
  const held: Held[] = [];
  if (supportIsOpen) held.push(inProgrammeSupport);
  if (feedbackOwed) held.push(writtenFeedback);
  if (stage === 'criteria-not-met') held.push(freeResubmission);
  const afterNotMet = stage === 'criteria-not-met' || stage === 'resubmitted' || stage === 'under-second-review';
  if (afterNotMet && hasPriorArrangement(state, policy)) held.push(furtherSupport);
  return held;
}

const appointSupporter: Owed = /* @__PURE__ */ Object.freeze<Owed>({
  what: 'appoint-supporter',
  owedBy: 'participant',
  clause: 'support/6.1.2',
});
const awardStatus: Owed = /* @__PURE__ */ Object.freeze<Owed>({ what: 'award-status', owedBy: 'set', clause: 'support/4.3' });
const restart: Owed = /* @__PURE__ */ Object.freeze<Owed>({ what: 'restart', owedBy: 'participant', clause: 'support/6.2.3' });
const feedback: Owed = /* @__PURE__ */ Object.freeze<Owed>({
  what: 'give-written-feedback',
  owedBy: 'reviewers',
  clause: 'support/6.2.1.a',
});

function dutiesOf(state: Case, feedbackOwed: boolean): readonly Owed[] {
  const { stage } = state;
  const owed: Owed[] = [];
  const entering = stage === 'registered' || stage === 'in-programme';
  if (entering && state.cohort.programme === 'QTLS' && !happened(state, 'supporter-appointed')) owed.push(appointSupporter);
  if (stage === 'in-programme') {
    owed.push({
      what: 'submit-portfolio',
      owedBy: 'participant',
      clause: 'support/4.4',
      deadline: deadlineOf(state, 'submissionDeadline'),
    });
  }
  if (stage === 'criteria-not-met') {
    owed.push({
      what: 'resubmit-portfolio',
      owedBy: 'participant',
      clause: 'support/6.2.3',
      deadline: deadlineOf(state, 'resubmissionDeadline'),
    });
  }
  if (stage === 'criteria-met') owed.push(awardStatus);
  if (stage === 'restart-required') owed.push(restart);
  if (feedbackOwed) owed.push(feedback);
  return owed;
}

/** Written feedback, once an outcome grants it, is owed until it is issued or the case is closed: what counts is the outcomes since it was last issued. */
export function feedbackIsOwed({ stage, history }: Case, policy: Policy): boolean {
  if (stage === 'awarded' || stage === 'restarted' || stage === 'withdrawn') return false;
  let attempt: 'submission' | 'resubmission' = 'submission';
  let since: ReviewedFacts[] = [];
  for (const event of history) {
    if (event.type === 'feedback-issued') since = [];
    if (event.type !== 'outcome-released') continue;
    since.push({ reviewOutcome: event.reviewOutcome, attempt });
    attempt = 'resubmission';
  }
  return since.some((reviewed) => entitlementsAfterReview(reviewed, policy).detail.writtenFeedback);
}

function happened(state: Case, type: CaseEventType): boolean {
  return state.history.some((event) => event.type === type);
}
