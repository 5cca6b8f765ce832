// The case that an event leads to, written out for each stage: to spread a frozen case, or to add to a copy of a part of it, takes several times as long.
import type { PlainDate } from '../calendar/days.js';
import type { Instant } from '../calendar/instants.js';
import type { Base, CaseAt, Issued, NotMet, OpenStage, Registration, RestartReason, Resubmitted, Submitted } from './case.js';

export function registered(of: Base): CaseAt<'registered'> {
  return {
    schemaVersion: 1,
    stage: 'registered',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
  };
}
export function inProgramme(of: Base, issuedOn: PlainDate): CaseAt<'in-programme'> {
  return {
    schemaVersion: 1,
    stage: 'in-programme',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn,
  };
}
export function submitted(of: Issued, submittedAt: Instant): CaseAt<'submitted'> {
  return {
    schemaVersion: 1,
    stage: 'submitted',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt,
  };
}
export function underReview(of: Submitted, reviewStartedOn: PlainDate): CaseAt<'under-review'> {
  return late(of, {
    schemaVersion: 1,
    stage: 'under-review',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt: of.submittedAt,
    reviewStartedOn,
  });
}
export function criteriaMet(of: Submitted, metOn: PlainDate): CaseAt<'criteria-met'> {
  return late(of, {
    schemaVersion: 1,
    stage: 'criteria-met',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt: of.submittedAt,
    metOn,
  });
}
export function criteriaNotMet(of: Submitted, notMetOn: PlainDate): CaseAt<'criteria-not-met'> {
  return late(of, {
    schemaVersion: 1,
    stage: 'criteria-not-met',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt: of.submittedAt,
    notMetOn,
  });
}
export function resubmitted(of: NotMet, resubmittedAt: Instant): CaseAt<'resubmitted'> {
  return late(of, {
    schemaVersion: 1,
    stage: 'resubmitted',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt: of.submittedAt,
    notMetOn: of.notMetOn,
    resubmittedAt,
  });
}
export function underSecondReview(of: Resubmitted, secondReviewStartedOn: PlainDate): CaseAt<'under-second-review'> {
  return late(of, {
    schemaVersion: 1,
    stage: 'under-second-review',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt: of.submittedAt,
    notMetOn: of.notMetOn,
    resubmittedAt: of.resubmittedAt,
    secondReviewStartedOn,
  });
}
export function restartRequired(of: Issued, restartFrom: PlainDate, reason: RestartReason): CaseAt<'restart-required'> {
  return {
    schemaVersion: 1,
    stage: 'restart-required',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    restartFrom,
    reason,
  };
}
export function awarded(of: CaseAt<'criteria-met'>, awardedOn: PlainDate): CaseAt<'awarded'> {
  return late(of, {
    schemaVersion: 1,
    stage: 'awarded',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    submittedAt: of.submittedAt,
    metOn: of.metOn,
    awardedOn,
  });
}
export function restarted(of: Issued, restartedOn: PlainDate, next: Required<Registration>): CaseAt<'restarted'> {
  return {
    schemaVersion: 1,
    stage: 'restarted',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    issuedOn: of.issuedOn,
    restartedOn,
    next,
  };
}
export function withdrawn(of: Base, withdrawnOn: PlainDate): CaseAt<'withdrawn'> {
  return {
    schemaVersion: 1,
    stage: 'withdrawn',
    participant: of.participant,
    cohort: of.cohort,
    registeredOn: of.registeredOn,
    portfolio: of.portfolio,
    history: of.history,
    withdrawnOn,
  };
}

/** What a late first submission leaves open goes with the case. */
function late<C extends Submitted>(of: Submitted, next: C): C {
  return of.late ? { ...next, late: true } : next;
}

/** The same case once more, for the event that it takes where it is. */
export function again(of: CaseAt<OpenStage>): CaseAt<OpenStage> {
  switch (of.stage) {
    case 'registered':
      return registered(of);
    case 'in-programme':
      return inProgramme(of, of.issuedOn);
    case 'submitted':
      return late(of, submitted(of, of.submittedAt));
    case 'under-review':
      return underReview(of, of.reviewStartedOn);
    case 'criteria-met':
      return criteriaMet(of, of.metOn);
    case 'criteria-not-met':
      return criteriaNotMet(of, of.notMetOn);
    case 'resubmitted':
      return resubmitted(of, of.resubmittedAt);
    case 'under-second-review':
      return underSecondReview(of, of.secondReviewStartedOn);
    case 'restart-required':
      return restartRequired(of, of.restartFrom, of.reason);
  }
}
