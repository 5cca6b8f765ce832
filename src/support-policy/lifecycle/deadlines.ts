// The two deadlines of a cohort, published dates that are never counted or rolled off a weekend; and what a missed one leads to, by the rule of its clause.
import { addDays, type PlainDate } from '../../calendar/dates.js';
import type { Instant } from '../../calendar/instants.js';
import { londonDate } from '../../calendar/london.js';
import { nothing } from '../../data/freeze.js';
import { type Deadline, type Moment, type Need, programmeTerms } from '../../decision/decision.js';
import { answerBy } from '../../decision/rule.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Policy } from '../../policy/policy.js';
import { assessSubmission } from '../4.4-submission.js';
import { assessResubmission } from '../6.2.3-resubmission.js';
import type { Case } from './case.js';

type Which = 'submissionDeadline' | 'resubmissionDeadline';
const clauseOf: Readonly<Record<Which, ClauseId>> = { submissionDeadline: 'support/4.4', resubmissionDeadline: 'support/6.2.3' };

/** Returns a deadline of the cohort, where it is known. */
export function deadlineOf({ cohort }: Case, which: Which): Deadline | undefined {
  const due = cohort[which];
  return due === undefined ? undefined : { due, owedBy: 'participant', clause: clauseOf[which], set: 'by-cohort' };
}

/** Returns what is missing when the cohort's calendar does not give the deadline. */
export function missing({ cohort }: Case, which: Which): readonly Need[] {
  return cohort[which] === undefined ? [{ kind: 'fact', name: which }] : nothing;
}

/** Returns the London day after a deadline: nothing can be said of the day itself by a date alone. */
export function dayAfter({ cohort }: Case, which: Which): PlainDate | undefined {
  const due = cohort[which];
  return due === undefined ? undefined : addDays(londonDate(due), 1);
}

/** A missed deadline and its consequence. */
export interface MissedDeadline {
  readonly deadline: Instant;
  /** The event that records it. */
  readonly event: 'submission-deadline-missed' | 'resubmission-deadline-missed';
  readonly clause: ClauseId;
  readonly isRecorded: boolean;
  readonly outcome: 'restart' | 'withdrawn' | 'undetermined';
  /** What the consequence leaves open: what follows, or the fee of a restart. */
  readonly needs: readonly Need[];
}

/** Returns the deadline that a case has missed by a moment, if it has missed one. */
export function missedDeadline(state: Case, asOf: Moment, policy: Policy): MissedDeadline | undefined {
  const { submissionDeadline, resubmissionDeadline, programme } = state.cohort;
  if (state.stage === 'in-programme' && submissionDeadline !== undefined) {
    const { outcome } = answerBy(assessSubmission, { submittedAt: 'none', submissionDeadline, asOf }, policy);
    if (outcome === 'awaiting-submission' || outcome === 'in-time') return undefined;
    const needs = outcome === 'withdrawn' ? [] : programmeTerms(programme);
    return missed(state, { deadline: submissionDeadline, event: 'submission-deadline-missed', clause: 'support/4.4', outcome, needs });
  }
  if (state.stage === 'criteria-not-met' && resubmissionDeadline !== undefined) {
    const facts = { resubmittedAt: 'none', resubmissionDeadline, reviewOutcome: 'none', asOf, programme } as const;
    const { outcome } = answerBy(assessResubmission, facts, policy);
    if (outcome !== 'restart' && outcome !== 'undetermined') return undefined;
    const needs = programmeTerms(programme);
    return missed(state, {
      deadline: resubmissionDeadline,
      event: 'resubmission-deadline-missed',
      clause: 'support/6.2.3',
      outcome,
      needs,
    });
  }
  return undefined;
}

function missed({ history }: Case, of: Omit<MissedDeadline, 'isRecorded'>): MissedDeadline {
  return { ...of, isRecorded: history.some(({ type }) => type === of.event) };
}
