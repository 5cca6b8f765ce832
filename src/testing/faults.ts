// Histories of which only the last event is wrong, each labelled with the refusal that the policy has for it.
import * as fc from 'fast-check';
import { addDays, type PlainDate } from '../calendar/dates.js';
import { compareInstants, londonInstant } from '../calendar/instants.js';
import type { Case, CaseAt, CaseEvent, CaseEventType } from '../support-policy/lifecycle/case.js';
import type { FindingCode } from '../rules.js';
import { dateOf } from '../decision/decision.js';
import { programmeLifecycle } from '../support-policy/lifecycle/lifecycle.js';
import type { Cohort } from '../policy/vocabulary.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import { cohorts, withoutDate } from './cohorts.js';
import { event, history, takesEvent, withReproduction, nextFor, type History } from './histories.js';

/** What is wrong with an event, and the refusal that is due for it. @since 0.1.0 */
export interface Fault {
  readonly name: string;
  readonly event: CaseEvent;
  /** The test that is not met. */
  readonly test: FindingCode;
  readonly clause: ClauseId;
}
/** A history with one fault: its last event is refused as the label says, and its case is the one before that event. @since 0.1.0 */
export interface FaultyHistory extends History {
  readonly fault: Fault;
}

const noon = (day: PlainDate) => londonInstant(day, '12:00');
const eve = (day: PlainDate): PlainDate => addDays(day, -1);
const clauseOf = (type: CaseEventType): ClauseId =>
  (programmeLifecycle.cells.find((cell) => cell.event === type) as { readonly clause: ClauseId }).clause;
const fault = (name: string, test: FindingCode, event: CaseEvent): Fault => ({ name, test, clause: clauseOf(event.type), event });

/** Lists every fault that a case can be given at its stage, beside an event that its stage does not take. */
function faultsOf(state: Case, { readings }: Policy): readonly Fault[] {
  const { cohort } = state;
  switch (state.stage) {
    case 'registered':
      return [ofOtherProgramme(cohort)];
    case 'in-programme':
      return [
        ofOtherProgramme(cohort),
        fault('submitted before the issue', 'submission-follows-issue', { type: 'portfolio-submitted', at: noon(eve(state.issuedOn)) }),
        ...onDeadlineDay(cohort.submissionDeadline, (on) =>
          fault('missed on the day itself', 'deadline-day-is-over', { type: 'submission-deadline-missed', on }),
        ),
      ];
    case 'submitted':
      return [
        ...onDeadlineDay(cohort.submissionDeadline, (on) =>
          fault('reviewed before the deadline’s day', 'deadline-day-is-reached', { type: 'review-started', on: eve(on) }),
        ),
        earlyOutcome(state),
      ];
    case 'under-review':
      return [earlyOutcome(state)];
    case 'criteria-met':
      return [fault('awarded before the outcome', 'award-follows-outcome', { type: 'status-awarded', on: eve(state.metOn) })];
    case 'criteria-not-met': {
      const at = noon(eve(state.notMetOn));
      return [
        fault('resubmitted before the outcome', 'resubmission-follows-outcome', { type: 'portfolio-resubmitted', at }),
        ...onDeadlineDay(cohort.resubmissionDeadline, (on) =>
          fault('missed on the second day itself', 'deadline-day-is-over', { type: 'resubmission-deadline-missed', on }),
        ),
      ];
    }
    case 'resubmitted':
    case 'under-second-review': {
      const on = eve(dateOf(state.resubmittedAt));
      const early: CaseEvent = { type: 'outcome-released', on, reviewOutcome: 'criteria-not-met' };
      return [fault('an outcome before the resubmission', 'outcome-follows-submission', early)];
    }
    case 'restart-required':
      return badRestarts(cohort, state.restartFrom, readings['next-cohort'] !== 'starts-after');
    case 'awarded':
    case 'restarted':
    case 'withdrawn':
      return [];
  }
}

function ofOtherProgramme({ programme, startsOn: on }: Cohort): Fault {
  return programme === 'QTLS'
    ? fault('a mentor in QTLS', 'programme-has-a-mentor', { type: 'mentor-appointed', on })
    : fault('a supporter in ATS', 'programme-has-a-supporter', { type: 'supporter-appointed', on });
}

function earlyOutcome({ submittedAt, cohort: { submissionDeadline } }: CaseAt<'submitted' | 'under-review'>): Fault {
  const isAwaited = submissionDeadline !== undefined && compareInstants(submittedAt, submissionDeadline) <= 0;
  const on = eve(dateOf(isAwaited ? submissionDeadline : submittedAt));
  const early: CaseEvent = { type: 'outcome-released', on, reviewOutcome: 'criteria-met' };
  return isAwaited
    ? fault('an outcome before the deadline’s day', 'outcome-follows-deadline', early)
    : fault('an outcome before the submission', 'outcome-follows-submission', early);
}

export function badRestarts(from: Cohort, on: PlainDate, asksForEntry: boolean): readonly Fault[] {
  const { october2022, ats2023 } = cohorts;
  const next = nextFor(from, on);
  const restart = (name: string, test: FindingCode, cohort: Cohort): Fault => fault(name, test, { type: 'restarted', on, cohort });
  const started = withoutDate('entryCloses', { ...next, startsOn: on });
  const closedEntry = asksForEntry ? 'restart-cohort-has-open-entry' : 'restart-cohort-starts-after-trigger';
  return [
    restart('a restart in the other programme', 'restart-is-in-the-same-programme', from.programme === 'QTLS' ? ats2023 : october2022),
    restart('a restart in the same cohort', 'restart-is-in-another-cohort', { ...next, id: from.id }),
    restart('a restart in a cohort that had started', 'restart-cohort-starts-after-trigger', started),
    restart('a restart in a cohort whose entry had closed', closedEntry, { ...next, startsOn: on, entryCloses: eve(on) }),
  ];
}

function onDeadlineDay(due: Cohort['submissionDeadline'], make: (day: PlainDate) => Fault): readonly Fault[] {
  return due === undefined ? [] : [make(dateOf(due))];
}

/**
 * Draws histories of which only the last event is refused, labelled with the refusal that it meets: an event that its stage does not take, one before what it
 * follows, one of the other programme, a missed deadline on the deadline's own day, an outcome before the deadline's day, a restart into a cohort that was not available.
 *
 * @example fc.sample(arbitraries.faultyHistory(), 1)[0]?.fault.clause.split('/')[0] // => 'support'
 * @since 0.1.0
 */
export function faultyHistory(): fc.Arbitrary<FaultyHistory> {
  return history()
    .chain((lived) =>
      fc.tuple(fc.constant(lived), fc.nat(1000), fc.array(event(lived.registration.cohort), { minLength: 8, maxLength: 8 })),
    )
    .map(([lived, pick, others]) => {
      const own = faultsOf(lived.case, lived.policy);
      const strange = others
        .filter(({ type }) => !takesEvent(lived.case, type))
        .map((any) => fault(`'${any.type}' at '${lived.case.stage}'`, 'stage-takes-event', { ...any, id: 'fault' }));
      const some = own.length > 0 && pick % 4 > 0 ? own : strange;
      return { lived, fault: some[Math.floor(pick / 4) % Math.max(1, some.length)] };
    })
    .filter((each): each is typeof each & { readonly fault: Fault } => each.fault !== undefined)
    .map(({ lived, fault }) => withReproduction({ ...lived, events: [...lived.events, fault.event], fault }));
}
