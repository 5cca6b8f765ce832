// The case that an event leads to, written key by key: to spread a frozen case, or to add a part to a copy of it, takes several times as long.
import type { PlainDate } from '../calendar/days.js';
import type { Instant } from '../calendar/instants.js';
import type { Stage } from '../policy/vocabulary.js';
import type { Base, Case, CaseAt, Issued, NotMet, OpenStage, Registration, RestartReason, Resubmitted, Submitted } from './case.js';

type KeyOf<C> = C extends unknown ? keyof C : never;
type ValueOf<C, K> = C extends unknown ? (K extends keyof C ? C[K] : never) : never;
/** A case while its keys are written: each key that some stage has. */
type Draft = { -readonly [K in KeyOf<Case>]?: ValueOf<Case, K> };

function base(stage: Stage, of: Base): Draft {
  const { participant, cohort, registeredOn, portfolio, history } = of;
  return { schemaVersion: 1, stage, participant, cohort, registeredOn, portfolio, history };
}

export function issued(stage: 'in-programme', of: Base, issuedOn: PlainDate): CaseAt<'in-programme'>;
export function issued(stage: Stage, of: Base, issuedOn: PlainDate): Draft;
export function issued(stage: Stage, of: Base, issuedOn: PlainDate): Draft {
  const { participant, cohort, registeredOn, portfolio, history } = of;
  return { schemaVersion: 1, stage, participant, cohort, registeredOn, portfolio, history, issuedOn };
}

export function sent(stage: 'submitted', of: Issued, submittedAt: Instant): CaseAt<'submitted'>;
export function sent(stage: Stage, of: Issued, submittedAt: Instant): Draft;
export function sent(stage: Stage, of: Issued, submittedAt: Instant): Draft {
  const { participant, cohort, registeredOn, portfolio, history, issuedOn } = of;
  return { schemaVersion: 1, stage, participant, cohort, registeredOn, portfolio, history, issuedOn, submittedAt };
}

/** What a late first submission leaves open goes with the case. */
function reviewed(stage: Stage, of: Submitted): Draft {
  const next = sent(stage, of, of.submittedAt);
  if (of.late) next.late = true;
  return next;
}

export function underReview(of: Submitted, reviewStartedOn: PlainDate): CaseAt<'under-review'> {
  const next = reviewed('under-review', of);
  next.reviewStartedOn = reviewStartedOn;
  return next as CaseAt<'under-review'>;
}

export function criteriaMet(of: Submitted, metOn: PlainDate): CaseAt<'criteria-met'> {
  const next = reviewed('criteria-met', of);
  next.metOn = metOn;
  return next as CaseAt<'criteria-met'>;
}

export function awarded(of: CaseAt<'criteria-met'>, awardedOn: PlainDate): CaseAt<'awarded'> {
  const next = reviewed('awarded', of);
  next.metOn = of.metOn;
  next.awardedOn = awardedOn;
  return next as CaseAt<'awarded'>;
}

export function notMet(stage: 'criteria-not-met', of: Submitted, notMetOn: PlainDate): CaseAt<'criteria-not-met'>;
export function notMet(stage: Stage, of: Submitted, notMetOn: PlainDate): Draft;
export function notMet(stage: Stage, of: Submitted, notMetOn: PlainDate): Draft {
  const next = reviewed(stage, of);
  next.notMetOn = notMetOn;
  return next;
}

export function resubmitted(of: NotMet, resubmittedAt: Instant): CaseAt<'resubmitted'> {
  const next = notMet('resubmitted', of, of.notMetOn);
  next.resubmittedAt = resubmittedAt;
  return next as CaseAt<'resubmitted'>;
}

export function underSecondReview(of: Resubmitted, secondReviewStartedOn: PlainDate): CaseAt<'under-second-review'> {
  const next = notMet('under-second-review', of, of.notMetOn);
  next.resubmittedAt = of.resubmittedAt;
  next.secondReviewStartedOn = secondReviewStartedOn;
  return next as CaseAt<'under-second-review'>;
}

export function restartRequired(of: Issued, restartFrom: PlainDate, reason: RestartReason): CaseAt<'restart-required'> {
  const next = issued('restart-required', of, of.issuedOn);
  next.restartFrom = restartFrom;
  next.reason = reason;
  return next as CaseAt<'restart-required'>;
}

export function restarted(of: Issued, restartedOn: PlainDate, registration: Required<Registration>): CaseAt<'restarted'> {
  const next = issued('restarted', of, of.issuedOn);
  next.restartedOn = restartedOn;
  next.next = registration;
  return next as CaseAt<'restarted'>;
}

export function withdrawn(of: Base, withdrawnOn: PlainDate): CaseAt<'withdrawn'> {
  const next = base('withdrawn', of);
  next.withdrawnOn = withdrawnOn;
  return next as CaseAt<'withdrawn'>;
}

/** The same case once more, for an event that it takes where it is. */
export function again(of: CaseAt<OpenStage>): CaseAt<OpenStage> {
  switch (of.stage) {
    case 'registered':
      return base(of.stage, of) as typeof of;
    case 'in-programme':
      return issued(of.stage, of, of.issuedOn);
    case 'submitted':
      return reviewed(of.stage, of) as typeof of;
    case 'under-review':
      return underReview(of, of.reviewStartedOn);
    case 'criteria-met':
      return criteriaMet(of, of.metOn);
    case 'criteria-not-met':
      return notMet(of.stage, of, of.notMetOn);
    case 'resubmitted':
      return resubmitted(of, of.resubmittedAt);
    case 'under-second-review':
      return underSecondReview(of, of.secondReviewStartedOn);
    case 'restart-required':
      return restartRequired(of, of.restartFrom, of.reason);
  }
}
