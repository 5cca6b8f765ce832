// A deadline that has passed with nothing recorded: what the rule of its clause makes of that, on the same facts.
import type { Instant } from '../../calendar/instants.js';
import { programmeTerms, type Moment, type Need } from '../../decision/decision.js';
import { answerBy } from '../../decision/rule.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Policy } from '../../policy/policy.js';
import { assessResubmission } from '../6.2.3-resubmission.js';
import { assessSubmission } from '../4.4-submission.js';
import type { Case } from './case.js';

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
