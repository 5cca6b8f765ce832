// Where a case stands on a day: what is owed and by whom, what may be claimed, what may happen, what is unusual and what is not settled.
import type { NonEmpty } from '../calendar/errors.js';
import type { Need } from '../decision/decision.js';
import { programmeTerms } from '../decision/needs.js';
import { notHeld } from '../decision/not-held.js';
import { dateOf, orderOf, type Moment } from '../decision/moments.js';
import { dutiesOn, type Duty } from '../machine/duties.js';
import { followed, type AnyPolicy, type Policy } from '../policy/policy.js';
import type { Cohort } from '../policy/cohort.js';
import type { Stage } from '../policy/vocabulary.js';
import type { Case } from './case.js';
import { missing } from './deadlines.js';
import type { PermittedEvent } from './effect.js';
import { standingOf, type Held } from './standing.js';
import { supportIsOpen } from './support.js';
import { warningsOf, type Warning } from './warnings.js';

/** Says where a case stands on a day or at an instant. @since 0.1.0 */
export interface Position {
  readonly stage: Stage;
  readonly asOf: Moment;
  /** By deadline, those without one last. */
  readonly duties: readonly Duty[];
  readonly entitlements: readonly Held[];
  /** What may be recorded on that day. */
  readonly permitted: readonly PermittedEvent[];
  readonly warnings: readonly Warning[];
  readonly unsettled: readonly Need[];
}

/** Is what a caller knows beside a case. @since 0.1.0 */
export interface Known {
  /** Cohorts, in any order, each id once; those of other programmes, and the case's own, are passed over. */
  readonly cohorts: readonly Cohort[];
}

/** Describes a case that holds only what had happened by the moment asked about. */
export function describe(
  state: Case,
  asOf: Moment,
  permitted: readonly PermittedEvent[],
  chosen: AnyPolicy,
  before: () => Case,
  { cohorts }: Known = { cohorts: [] },
): Position {
  const policy = followed(chosen);
  const standing = standingOf(state, policy, supportIsOpen(state, dateOf(asOf), policy, before));
  const { duties, unsettled } = dutiesOn(standing.owed, asOf, policy);
  return {
    stage: state.stage,
    asOf,
    duties,
    entitlements: withoutLapsed(state, asOf, standing.held),
    permitted: permitted.filter(({ notBefore }) => notBefore === undefined || orderOf(asOf, notBefore) >= 0),
    warnings: warningsOf(state, policy, cohorts),
    unsettled: [...unsettledOf(state, asOf, policy), ...unsettled, ...(notHeld('support/4.3', chosen)?.needs ?? [])],
  };
}

/** The free resubmission is there to be claimed up to its deadline. */
function withoutLapsed({ cohort }: Case, asOf: Moment, held: readonly Held[]): readonly Held[] {
  const { resubmissionDeadline: deadline } = cohort;
  const lapsed = deadline !== undefined && orderOf(asOf, deadline) > 0;
  return held.filter(({ entitlement }) => entitlement !== 'free-resubmission' || !lapsed);
}

/** What the documents leave open at this stage: deadlines not known, and what follows a first deadline that was missed. */
function unsettledOf(state: Case, asOf: Moment, policy: Policy): readonly Need[] {
  const terms: NonEmpty<Need> = programmeTerms(state.cohort.programme);
  switch (state.stage) {
    case 'in-programme': {
      const { submissionDeadline } = state.cohort;
      if (submissionDeadline === undefined) return missing(state, 'submissionDeadline');
      return orderOf(asOf, submissionDeadline) > 0 && policy.readings['first-deadline-missed'] === 'not-settled-here' ? terms : [];
    }
    case 'submitted':
    case 'under-review':
      return state.late ? terms : missing(state, 'submissionDeadline');
    case 'criteria-not-met': {
      const { resubmissionDeadline } = state.cohort;
      if (resubmissionDeadline === undefined) return missing(state, 'resubmissionDeadline');
      return orderOf(asOf, resubmissionDeadline) > 0 && policy.readings['never-resubmitted'] === 'not-settled-here' ? terms : [];
    }
    case 'resubmitted':
    case 'under-second-review':
      return missing(state, 'resubmissionDeadline');
    case 'restart-required':
    case 'restarted':
      return terms;
    case 'registered':
    case 'criteria-met':
    case 'awarded':
    case 'withdrawn':
      return [];
  }
}
