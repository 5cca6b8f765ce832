// Histories that are right but for their last event, each labelled with the refusal that the policy has for it.
import * as fc from 'fast-check';
import { addDays, type PlainDate } from '../calendar/dates.js';
import { compareInstants } from '../calendar/instants.js';
import { londonInstant } from '../calendar/london.js';
import type { Case, CaseAt, CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import type { FindingCode } from '../rules.js';
import { dateOf } from '../decision/decision.js';
import { programmeLifecycle } from '../support-policy/lifecycle/lifecycle.js';
import type { Cohort } from '../policy/cohort.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import { cohorts, without } from './cohorts.js';
import { event, history, inWords, nextFor } from './histories.js';

/** Names what is wrong with an event, and the refusal that is due for it. @since 0.1.0 */
export interface Fault {
  readonly name: string;
  readonly event: CaseEvent;
  /** The test that is not met. */
  readonly test: FindingCode;
  readonly clause: ClauseId;
}
/** Is a history with one fault: all but the last event are taken, and that one is refused as the label says. @since 0.1.0 */
export interface FaultyHistory {
  readonly registration: Registration;
  readonly policy: Policy;
  /** Every event, the faulty one last. */
  readonly events: readonly CaseEvent[];
  /** The case before it. */
  readonly case: Case;
  readonly fault: Fault;
}

const noon = (day: PlainDate) => londonInstant(day, '12:00');
const eve = (day: PlainDate): PlainDate => addDays(day, -1);
const rowOf = (type: CaseEvent['type']) => programmeLifecycle.cells.find((cell) => cell.event === type) as { readonly clause: ClauseId };

/** Every fault that a case can be given at its stage, beside an event that its stage does not take. */
function faultsOf(state: Case, { readings }: Policy): readonly Fault[] {
  const { cohort } = state;
  const asksForEntry = readings['next-cohort'] !== 'starts-after';
  const fault = (name: string, test: FindingCode, faulty: CaseEvent): Fault => ({
    name,
    test,
    clause: rowOf(faulty.type).clause,
    event: faulty,
  });
  const earlyOutcome = ({ submittedAt }: CaseAt<'submitted' | 'under-review'>): Fault => {
    const { submissionDeadline } = cohort;
    const inTime = submissionDeadline !== undefined && compareInstants(submittedAt, submissionDeadline) <= 0;
    return fault(
      inTime ? 'an outcome before the deadline’s day' : 'an outcome before the submission',
      inTime ? 'outcome-follows-deadline' : 'outcome-follows-submission',
      { type: 'outcome-released', on: eve(dateOf(inTime ? submissionDeadline : submittedAt)), reviewOutcome: 'criteria-met' },
    );
  };
  const faults: Fault[] = [];
  const entering = state.stage === 'registered' || state.stage === 'in-programme';
  if (entering && cohort.programme === 'QTLS')
    faults.push(fault('a mentor in QTLS', 'programme-has-a-mentor', { type: 'mentor-appointed', on: cohort.startsOn }));
  if (entering && cohort.programme === 'ATS')
    faults.push(fault('a supporter in ATS', 'programme-has-a-supporter', { type: 'supporter-appointed', on: cohort.startsOn }));
  switch (state.stage) {
    case 'in-programme':
      faults.push(
        fault('submitted before the issue', 'submission-follows-issue', { type: 'portfolio-submitted', at: noon(eve(state.issuedOn)) }),
        ...onDeadlineDay(cohort.submissionDeadline, (on) =>
          fault('missed on the day itself', 'deadline-day-is-over', { type: 'submission-deadline-missed', on }),
        ),
      );
      break;
    case 'submitted':
      faults.push(
        ...onDeadlineDay(cohort.submissionDeadline, (on) =>
          fault('reviewed before the deadline’s day', 'deadline-day-is-reached', { type: 'review-started', on: eve(on) }),
        ),
        earlyOutcome(state),
      );
      break;
    case 'under-review':
      faults.push(earlyOutcome(state));
      break;
    case 'criteria-met':
      faults.push(fault('awarded before the outcome', 'award-follows-outcome', { type: 'status-awarded', on: eve(state.metOn) }));
      break;
    case 'criteria-not-met':
      faults.push(
        fault('resubmitted before the outcome', 'resubmission-follows-outcome', {
          type: 'portfolio-resubmitted',
          at: noon(eve(state.notMetOn)),
        }),
        ...onDeadlineDay(cohort.resubmissionDeadline, (on) =>
          fault('missed on the second day itself', 'deadline-day-is-over', { type: 'resubmission-deadline-missed', on }),
        ),
      );
      break;
    case 'resubmitted':
    case 'under-second-review':
      faults.push(
        fault('an outcome before the resubmission', 'outcome-follows-submission', {
          type: 'outcome-released',
          on: eve(dateOf(state.resubmittedAt)),
          reviewOutcome: 'criteria-not-met',
        }),
      );
      break;
    case 'restart-required': {
      const on = state.restartFrom;
      const { october2022, ats2023 }: { readonly october2022: Cohort; readonly ats2023: Cohort } = cohorts;
      const other = cohort.programme === 'QTLS' ? ats2023 : october2022;
      faults.push(
        fault('a restart in the other programme', 'restart-is-in-the-same-programme', { type: 'restarted', on, cohort: other }),
        fault('a restart in the same cohort', 'restart-is-in-another-cohort', {
          type: 'restarted',
          on,
          cohort: { ...nextFor(cohort, on), id: cohort.id },
        }),
        fault('a restart in a cohort that had started', 'restart-cohort-starts-after-trigger', {
          type: 'restarted',
          on,
          cohort: without('entryCloses', { ...nextFor(cohort, on), startsOn: on }),
        }),
        fault(
          'a restart in a cohort whose entry had closed',
          asksForEntry ? 'restart-cohort-has-open-entry' : 'restart-cohort-starts-after-trigger',
          {
            type: 'restarted',
            on,
            cohort: { ...nextFor(cohort, on), startsOn: on, entryCloses: eve(on) },
          },
        ),
      );
      break;
    }
    case 'registered':
    case 'awarded':
    case 'restarted':
    case 'withdrawn':
      break;
  }
  return faults;
}

function onDeadlineDay(due: Cohort['submissionDeadline'], make: (day: PlainDate) => Fault): readonly Fault[] {
  return due === undefined ? [] : [make(dateOf(due))];
}

/** An event that no cell of the stage takes. */
function misplaced(state: Case, any: CaseEvent): readonly Fault[] {
  const taken = programmeLifecycle.cells.some((cell) => cell.event === any.type && cell.from === state.stage);
  const { type } = any;
  if (taken) return [];
  return [{ name: `'${type}' at '${state.stage}'`, event: { ...any, id: 'fault' }, test: 'stage-takes-event', clause: rowOf(type).clause }];
}

/**
 * Draws histories that are valid but for their last event, labelled with the refusal that it meets: an event that its stage does not take, one before what it
 * follows, one of the other programme, a missed deadline on the deadline's own day, an outcome before the deadline's day, a restart into a cohort that was not available.
 *
 * @example fc.sample(arbitraries.faultyHistory(), 1)[0].fault.clause.split('/')[0] // => 'support'
 * @since 0.1.0
 */
export function faultyHistory(): fc.Arbitrary<FaultyHistory> {
  return history()
    .chain((lived) =>
      fc.tuple(fc.constant(lived), fc.nat(1000), fc.array(event(lived.registration.cohort), { minLength: 8, maxLength: 8 })),
    )
    .map(([lived, pick, others]) => {
      const own = faultsOf(lived.case, lived.policy);
      const strange = others.flatMap((any) => misplaced(lived.case, any));
      const some = own.length > 0 && pick % 4 > 0 ? own : strange;
      return { lived, fault: some[Math.floor(pick / 4) % Math.max(1, some.length)] };
    })
    .filter((each): each is typeof each & { readonly fault: Fault } => each.fault !== undefined)
    .map(({ lived, fault }) => inWords({ ...lived, events: [...lived.events, fault.event], fault }));
}
