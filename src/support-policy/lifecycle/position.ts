// Where a case stands on a day: what is owed and by whom, what may be claimed, what may happen, what is unusual and what is not settled.
import { dateOf, type Moment, type Need, programmeTerms } from '../../decision/decision.js';
import { notHeld } from '../../decision/open.js';
import { dutiesOn, type Duty, type Owed } from '../../machine/duties.js';
import type { Asked } from '../../machine/table.js';
import type { Cohort, Stage } from '../../policy/vocabulary.js';
import { draftsIn, type DraftedLimit, type LimitId } from '../../policy/limits.js';
import type { Policy } from '../../policy/policy.js';
import { judgementOn } from '../judgements.js';
import type { Case, CaseEvent, CaseEventType } from './case.js';
import {
  type CaseStanding,
  type Entitlement,
  type HeldEntitlement,
  missedDeadline,
  type MissedDeadline,
  missingDeadline,
  type PermittedEvent,
} from './cells.js';
import { earlierApplication, feedbackLeftOpen, heldOn, restartOwed } from './standing.js';
import { warningsOf, type Warning } from './warnings.js';

/** The position of a case on a day or at an instant. @since 0.1.0 */
export interface Position {
  /** The stage on that day, by what was recorded until then. */
  readonly stage: Stage;
  readonly asOf: Moment;
  /** Those with a deadline first, then those without one, and last the opportunities that have lapsed. */
  readonly duties: readonly Duty[];
  readonly entitlements: readonly HeldEntitlement[];
  /** What may be recorded on that day. */
  readonly permitted: readonly PermittedEvent[];
  /** Everything unusual about the case on that day; none of it refuses anything. */
  readonly warnings: readonly Warning[];
  /** Everything that the sources leave open on that day, and what would settle it. */
  readonly unsettled: readonly Need[];
  /** The limits that are drafted in the place of the policy's own, of those on which a case turns; left out where there are none. */
  readonly draft?: readonly DraftedLimit[];
}

/** The limits on which a case turns: the notice of adjustments, in a warning and in what 6.2.2 gives. */
const limitsOfACase: readonly LimitId[] = ['support/3.1.1'];

/** Other cohorts on which an answer may depend. @since 0.1.0 */
export interface Known {
  /** Cohorts, in any order, each id once; those of other programmes, and the case's own, are passed over. */
  readonly cohorts: readonly Cohort[];
}

/** Describes a case that holds only what had happened by the moment asked about. */
export function positionOf({
  state,
  asOf,
  standing,
  permitted,
  chosen,
  policy,
  before,
  context: { cohorts },
}: Asked<Case, CaseEvent, CaseStanding, Known>): Position {
  const missed = missedDeadline(state, asOf, policy);
  const { duties, unsettled } = dutiesOn(afterMissed(standing.owed, missed), asOf, policy);
  const draft = draftsIn(policy.limits, limitsOfACase);
  return {
    stage: state.stage,
    asOf,
    duties,
    entitlements: heldAfterMissed(heldOn(dateOf(asOf), state, standing, missed, policy, before), missed),
    permitted: missedFirst(permitted, missed),
    warnings: warningsOf(state, policy, cohorts, missed),
    unsettled: [
      ...(endsStage(missed) ? [] : unsettledOf(state, policy)),
      ...(missed?.needs ?? []),
      ...unsettled,
      ...(notHeld('support/4.3', chosen)?.needs ?? []),
    ],
    ...(draft.length > 0 && { draft }),
  };
}

/** Tells whether a missed first deadline has its consequence: nothing of the stage before outlives it. */
function endsStage(missed: MissedDeadline | undefined): boolean {
  return missed?.event === 'submission-deadline-missed' && missed.outcome !== 'undetermined';
}

/** Returns what is owed once a missed deadline has its consequence, such as a restart. */
function afterMissed(owed: readonly Owed[], missed: MissedDeadline | undefined): readonly Owed[] {
  const left = endsStage(missed) ? [] : owed;
  return missed?.outcome === 'restart' ? [restartOwed, ...left] : left;
}

/** Returns what may still be claimed after a missed deadline. The free resubmission is lost, and where a restart follows, further support too. */
function heldAfterMissed(held: readonly HeldEntitlement[], missed: MissedDeadline | undefined): readonly HeldEntitlement[] {
  if (missed === undefined) return held;
  const lost: readonly Entitlement[] = [
    'free-resubmission',
    ...(missed.outcome === 'restart' ? (['further-support-by-arrangement'] as const) : []),
  ];
  return held.filter(({ entitlement }) => !lost.includes(entitlement));
}

/** Puts the event that records a missed deadline first. */
function missedFirst(permitted: readonly PermittedEvent[], missed: MissedDeadline | undefined): readonly PermittedEvent[] {
  if (missed === undefined || missed.isRecorded) return permitted;
  const records = ({ type }: PermittedEvent): boolean => type === missed.event;
  return [...permitted.filter(records), ...permitted.filter((event) => !records(event))];
}

/** Returns what the documents leave open at this stage, whatever the day. */
function unsettledOf(state: Case, policy: Policy): readonly Need[] {
  const terms = programmeTerms(state.cohort.programme);
  switch (state.stage) {
    case 'registered':
      return mentorIsAwaited(state);
    case 'in-programme':
      return [...mentorIsAwaited(state), ...missingDeadline(state, 'submissionDeadline')];
    case 'submitted':
    case 'under-review':
      return state.late ? terms : missingDeadline(state, 'submissionDeadline');
    case 'criteria-not-met':
    case 'resubmitted':
    case 'under-second-review':
      return [...missingDeadline(state, 'resubmissionDeadline'), ...earlierApplication(state, policy)];
    case 'restart-required':
      return terms;
    case 'restarted':
      return [...terms, ...feedbackLeftOpen('restarted', state, policy)];
    case 'withdrawn':
    case 'awarded':
      return feedbackLeftOpen(state.stage, state, policy);
    case 'criteria-met':
      return [];
  }
}

/** Returns what is open of the last request for a mentor, where SET has not answered it by appointing one (6.1.3). */
function mentorIsAwaited({ history }: Case): readonly Need[] {
  const last = (type: CaseEventType): number => history.map((event) => event.type).lastIndexOf(type);
  return last('mentor-requested') > last('mentor-appointed') ? [judgementOn('mentor')] : [];
}
