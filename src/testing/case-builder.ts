// A case told as a story: who, in which cohort, and what happened, each step by its name in the policy.
import { addDays, isPlainDate, type PlainDate } from '../calendar/dates.js';
import { type Instant, londonInstant } from '../calendar/instants.js';
import type { Case, CaseEvent, CaseEventType, Registration } from '../support-policy/lifecycle/case.js';
import type { Effect } from '../support-policy/lifecycle/cells.js';
import { dateOf, type Moment } from '../decision/decision.js';
import { engine, openCase, programmeLifecycle } from '../support-policy/lifecycle/lifecycle.js';
import { momentOf } from '../machine/reading.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Cohort } from '../policy/vocabulary.js';
import { definePolicy, policyOf, type AnyPolicy, type PolicyOptions } from '../policy/policy.js';
import { cohorts, readCohort } from './cohorts.js';
import { anObject, readOne } from './reading.js';
import { failure, readScenario, type Scenario } from './scenario.js';

/**
 * A case told step by step; each call gives another builder and leaves this one as it is. A step of which a part is malformed throws `InvalidFacts`.
 *
 * @since 0.1.0
 */
export interface CaseBuilder extends Scenario<Registration, Case, CaseEvent, Position, Effect> {
  readonly events: readonly CaseEvent[];
  readonly policy: AnyPolicy;
  /** The case that all of it leads to. Throws, with the explanation, where a step is refused. */
  readonly case: Case;
  /** Takes part in QTLS; the cohort is that of January 2021 unless another is named. */
  qtls(): CaseBuilder;
  /** Takes part in ATS; the cohort is that of October 2021 unless another is named. */
  ats(): CaseBuilder;
  participant(id: string): CaseBuilder;
  /** Names the cohort; before anything happens. */
  cohort(cohort: Cohort): CaseBuilder;
  /** Sets the day of registration; where left out, that on which the cohort's entry opens, or its start. */
  registered(on: PlainDate): CaseBuilder;
  /** Says which portfolio of the person it is. */
  portfolio(number: number): CaseBuilder;
  /** Takes these readings in the place of the defaults. */
  reading(readings: NonNullable<PolicyOptions['readings']>): CaseBuilder;
  /** Takes this policy. */
  under(policy: AnyPolicy): CaseBuilder;
  /** Records any event, as it is given. */
  event(event: CaseEvent): CaseBuilder;
  /** Records the issue of the portfolio, on the start of the programme unless another day is given. */
  issued(on?: PlainDate): CaseBuilder;
  supporterAppointed(on?: PlainDate): CaseBuilder;
  mentorRequested(on?: PlainDate): CaseBuilder;
  mentorAppointed(on?: PlainDate): CaseBuilder;
  adjustmentsRequested(on?: PlainDate): CaseBuilder;
  arrangementAgreed(on?: PlainDate): CaseBuilder;
  /** Records the submission, at the cohort's deadline unless another moment is given; a day means its noon in London. */
  submitted(at?: Moment): CaseBuilder;
  /** Records that the deadline was missed, on the day after it unless another is given. */
  submissionMissed(on?: PlainDate): CaseBuilder;
  reviewStarted(on?: PlainDate): CaseBuilder;
  /** Records that the criteria are met, on the day of the cohort's results unless another is given; where that is not known or is over, on the day after the deadline or after the last event, whichever is later. */
  met(on?: PlainDate): CaseBuilder;
  notMet(on?: PlainDate): CaseBuilder;
  feedbackIssued(on?: PlainDate): CaseBuilder;
  /** Records the resubmission, at the cohort's second deadline unless another moment is given; a day means its noon in London. */
  resubmitted(at?: Moment): CaseBuilder;
  /** Records that the second deadline was missed, on the day after it unless another is given. */
  resubmissionMissed(on?: PlainDate): CaseBuilder;
  secondReviewStarted(on?: PlainDate): CaseBuilder;
  awarded(on?: PlainDate): CaseBuilder;
  restarted(into: Cohort, on?: PlainDate, registeredOn?: PlainDate): CaseBuilder;
  withdrawn(on?: PlainDate): CaseBuilder;
}

interface Told {
  readonly opening: Registration;
  readonly events: readonly CaseEvent[];
  readonly policy: AnyPolicy;
  readonly registeredOn?: PlainDate;
}

function openingIn(cohort: Cohort, of: Partial<Registration> = {}, registeredOn = cohort.entryOpens ?? cohort.startsOn): Registration {
  return { participant: 'p-1', ...of, cohort, registeredOn };
}

/**
 * Begins a case: of participant `p-1` in QTLS, in the cohort of January 2021, under the standard policy, unless the calls that follow say otherwise.
 *
 * A day that is left out is the cohort's own where it has one, and the day after the last event where it has not.
 * @example aCase().qtls().cohort(cohorts.october2020).issued().submitted('2021-03-30').notMet().case.stage // => 'criteria-not-met'
 * @since 0.1.0
 */
export function aCase(): CaseBuilder {
  return builderOf({ opening: openingIn(cohorts.january2021), events: [], policy: definePolicy() });
}

function builderOf(told: Told): CaseBuilder {
  const { opening, events, policy } = told;
  const { cohort } = opening;
  const last = events.at(-1);
  const today = last === undefined ? opening.registeredOn : dateOf(momentOf(last));
  const tomorrow = addDays(today, 1);
  const after = (due: Instant | undefined): PlainDate => (due === undefined ? tomorrow : addDays(dateOf(due), 1));
  const dayAfterDeadline = after(cohort.submissionDeadline);
  const released =
    cohort.resultsOn !== undefined && cohort.resultsOn >= today
      ? cohort.resultsOn
      : tomorrow > dayAfterDeadline
        ? tomorrow
        : dayAfterDeadline;

  const and = (event: CaseEvent): CaseBuilder => {
    const all = [...events, event];
    engine().readEvents(all);
    return builderOf({ ...told, events: all });
  };
  const on = (type: CaseEventType, day: PlainDate): CaseBuilder => and({ type, on: day } as CaseEvent);
  const at = (type: 'portfolio-submitted' | 'portfolio-resubmitted', moment: Moment): CaseBuilder =>
    and({ type, at: isPlainDate(moment) ? londonInstant(moment, '12:00') : moment });
  const opened = (changed: Partial<Told>): CaseBuilder => {
    if (events.length > 0) throw failure('say who the case is of, and in which cohort, before what happened');
    openCase(changed.opening ?? opening);
    return builderOf({ ...told, ...changed });
  };
  const joined = (to: Cohort): CaseBuilder => opened({ opening: openingIn(readCohort(to), opening, told.registeredOn) });

  return {
    machine: programmeLifecycle,
    opening,
    events,
    policy,
    get case() {
      return readScenario(this).case;
    },
    qtls: () => joined(cohort.programme === 'QTLS' ? cohort : cohorts.january2021),
    ats: () => joined(cohort.programme === 'ATS' ? cohort : cohorts.ats2021),
    participant: (participant) => opened({ opening: { ...opening, participant } }),
    cohort: joined,
    registered: (registeredOn) => opened({ opening: { ...opening, registeredOn }, registeredOn }),
    portfolio: (portfolio) => opened({ opening: { ...opening, portfolio } }),
    reading: (readings) =>
      builderOf({
        ...told,
        policy: definePolicy({ ...policy, readings: { ...policy.readings, ...readOne('readings', anObject, readings) } }),
      }),
    under: (chosen) => builderOf({ ...told, policy: policyOf(chosen) }),
    event: and,
    issued: (day = cohort.startsOn) => on('portfolio-issued', day),
    supporterAppointed: (day = tomorrow) => on('supporter-appointed', day),
    mentorRequested: (day = tomorrow) => on('mentor-requested', day),
    mentorAppointed: (day = tomorrow) => on('mentor-appointed', day),
    adjustmentsRequested: (day = tomorrow) => on('adjustments-requested', day),
    arrangementAgreed: (day = tomorrow) => on('special-arrangement-agreed', day),
    submitted: (moment = cohort.submissionDeadline ?? tomorrow) => at('portfolio-submitted', moment),
    submissionMissed: (day = dayAfterDeadline) => on('submission-deadline-missed', day),
    reviewStarted: (day = dayAfterDeadline >= today ? dayAfterDeadline : tomorrow) => on('review-started', day),
    met: (day = released) => and({ type: 'outcome-released', on: day, reviewOutcome: 'criteria-met' }),
    notMet: (day = released) => and({ type: 'outcome-released', on: day, reviewOutcome: 'criteria-not-met' }),
    feedbackIssued: (day = tomorrow) => on('feedback-issued', day),
    resubmitted: (moment = cohort.resubmissionDeadline ?? tomorrow) => at('portfolio-resubmitted', moment),
    resubmissionMissed: (day = after(cohort.resubmissionDeadline)) => on('resubmission-deadline-missed', day),
    secondReviewStarted: (day = tomorrow) => on('second-review-started', day),
    awarded: (day = tomorrow) => on('status-awarded', day),
    restarted: (into, day = tomorrow, registeredOn) =>
      and({ type: 'restarted', on: day, cohort: into, ...(registeredOn && { registeredOn }) }),
    withdrawn: (day = tomorrow) => on('withdrawn', day),
  };
}
