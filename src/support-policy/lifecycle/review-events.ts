// Events of submission and review: 4.4, 6.1.5 and 6.2.1. Each asks the rule of its clause; none decides for itself.
import { answerBy } from '../../decision/rule.js';
import type { PlainDate } from '../../calendar/dates.js';
import { compareInstants, londonDate } from '../../calendar/instants.js';
import { type Finding, programmeTerms } from '../../decision/decision.js';
import { fact, instant, oneOf } from '../../decision/facts.js';
import type { Bound } from '../../machine/table.js';
import type { Policy } from '../../policy/policy.js';
import { reviewOutcomes, type ReviewOutcome } from '../../policy/vocabulary.js';
import { entitlementsAfterReview } from '../6.2.1-entitlements.js';
import type { assessSubmission } from '../4.4-submission.js';
import { moved, type Case, type CaseAt } from './case.js';
import {
  bound,
  type CaseEventTable,
  dayAfter,
  type Effect,
  type HandlerResult,
  missingDeadline,
  noChange,
  onDay,
  restart,
  selfTransitions,
  submissionOf,
} from './cells.js';
import { earlierApplication, feedbackIsOwed } from './standing.js';

type ReviewEvent = 'portfolio-submitted' | 'submission-deadline-missed' | 'review-started' | 'outcome-released' | 'feedback-issued';

export const reviewEvents = (): Pick<CaseEventTable, ReviewEvent> => ({
  'portfolio-submitted': {
    clause: 'support/4.4',
    facts: () => ({ at: fact(instant) }),
    meets: 'submit-portfolio',
    from: {
      'in-programme': {
        to: ['submitted', 'restart-required', 'withdrawn'],
        notBefore: (state) => bound(state.issuedOn, 'submission-follows-issue'),
        step: (state, { at }, policy) => {
          const next = moved(state, 'submitted', { submittedAt: at });
          const decision = submissionOf(state, at, at, policy);
          if (decision === undefined) return { next, unsettled: missingDeadline(state, 'submissionDeadline') };
          if (decision.outcome === 'in-time') return { next, because: decision.because };
          return { ...firstDeadlineMissed(state, decision, londonDate(at), { ...next, late: true }), isLate: true };
        },
      },
    },
  },
  'submission-deadline-missed': {
    clause: 'support/6.2.3',
    facts: onDay,
    from: {
      'in-programme': {
        to: ['in-programme', 'restart-required', 'withdrawn'],
        notBefore: (state) => bound(dayAfter(state, 'submissionDeadline'), 'deadline-day-is-over'),
        step: (state, { on }, policy) => {
          const decision = submissionOf(state, 'none', on, policy);
          if (decision === undefined) return { next: state, unsettled: missingDeadline(state, 'submissionDeadline') };
          return firstDeadlineMissed(state, decision, on, state);
        },
      },
    },
  },
  'review-started': {
    clause: 'support/4.4',
    facts: onDay,
    from: {
      submitted: {
        to: ['under-review'],
        notBefore: (state) => bound(state.cohort.submissionDeadline, 'deadline-day-is-reached'),
        step: (state, { on }) => ({
          next: moved(state, 'under-review', { reviewStartedOn: on }),
          unsettled: missingDeadline(state, 'submissionDeadline'),
        }),
      },
    },
  },
  'outcome-released': {
    clause: 'support/4.4',
    facts: () => ({ ...onDay(), reviewOutcome: oneOf(reviewOutcomes) }),
    from: {
      submitted: { to: afterFirstReview, notBefore: afterSubmission, step: firstReview },
      'under-review': { to: afterFirstReview, notBefore: afterSubmission, step: firstReview },
      resubmitted: { to: afterSecondReview, notBefore: afterResubmission, step: secondReview },
      'under-second-review': { to: afterSecondReview, notBefore: afterResubmission, step: secondReview },
    },
  },
  'feedback-issued': {
    clause: 'support/6.2.1.a',
    facts: onDay,
    meets: 'give-written-feedback',
    from: selfTransitions(['criteria-met', 'criteria-not-met', 'resubmitted', 'under-second-review', 'restart-required'], noChange),
  },
});

const afterFirstReview = ['criteria-met', 'criteria-not-met', 'restart-required'] as const;
const afterSecondReview = ['criteria-met', 'restart-required'] as const;
/** A first outcome follows the submission and the deadline after which the review starts (4.4), whichever is later. */
function afterSubmission({ submittedAt, cohort: { submissionDeadline } }: CaseAt<'submitted' | 'under-review'>): Bound | undefined {
  return submissionDeadline !== undefined && compareInstants(submittedAt, submissionDeadline) <= 0
    ? bound(submissionDeadline, 'outcome-follows-deadline')
    : bound(submittedAt, 'outcome-follows-submission');
}
const afterResubmission = (state: CaseAt<'resubmitted' | 'under-second-review'>): Bound | undefined =>
  bound(state.resubmittedAt, 'outcome-follows-submission');

/** Returns what a late or missing first submission leads to: by reading a restart or a withdrawal, else nothing that is settled. */
function firstDeadlineMissed(
  state: CaseAt<'in-programme'>,
  { because, outcome }: ReturnType<typeof assessSubmission>,
  on: PlainDate,
  otherwise: Case,
): HandlerResult {
  if (outcome === 'restart') return restart(state, 'first-deadline-missed', dayAfter(state, 'submissionDeadline') ?? on, because);
  if (outcome === 'withdrawn') return { next: moved(state, 'withdrawn', { withdrawnOn: on }), because };
  return { next: otherwise, because, unsettled: programmeTerms(state.cohort.programme) };
}

interface Released {
  readonly on: PlainDate;
  readonly reviewOutcome: ReviewOutcome;
}

function firstReview(state: CaseAt<'submitted' | 'under-review'>, { on, reviewOutcome }: Released, policy: Policy): HandlerResult {
  const { because } = answerBy(entitlementsAfterReview, { reviewOutcome, attempt: 'submission' }, policy);
  if (reviewOutcome === 'criteria-met') return { next: moved(state, 'criteria-met', { metOn: on }), because };
  if (state.portfolio > 1 && policy.readings['resubmission-after-restart'] === 'once-per-person') {
    const spent: Finding = { clause: 'support/6.2.1.b', test: 'later-portfolio-has-its-own-resubmission', holds: false };
    const others = because.filter(({ test }) => test !== 'first-review-grants-resubmission');
    return restart(state, 'later-portfolio-not-met', on, [spent, ...others]);
  }
  const next = moved(state, 'criteria-not-met', { notMetOn: on });
  return { next, because, unsettled: [...missingDeadline(state, 'resubmissionDeadline'), ...earlierApplication(next, policy)] };
}

function secondReview(
  state: CaseAt<'resubmitted' | 'under-second-review'>,
  { on, reviewOutcome }: Released,
  policy: Policy,
): HandlerResult {
  const { because, detail } = answerBy(entitlementsAfterReview, { reviewOutcome, attempt: 'resubmission' }, policy);
  const again = detail.writtenFeedback && feedbackIsOwed(state, policy); // the first is still owed, and this outcome brings another
  const effects: readonly Effect[] = again
    ? [{ type: 'entitlement-gained', entitlement: 'written-feedback', clause: 'support/6.2.1.a' }]
    : [];
  if (reviewOutcome === 'criteria-met') return { next: moved(state, 'criteria-met', { metOn: on }), because, effects };
  return { ...restart(state, 'second-review-not-met', on, because), effects };
}
