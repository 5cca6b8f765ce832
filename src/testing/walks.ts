// The lifecycle walked through under one policy: every stage by a shortest history, and there every event on each day on which something turns.
import { addDays, type PlainDate } from '../calendar/dates.js';
import { londonInstant, readInstant, type Instant } from '../calendar/instants.js';
import { onceForEach } from '../data/objects.js';
import { unique } from '../decision/steps.js';
import { dateOf, type Moment } from '../decision/decision.js';
import { momentOf } from '../machine/reading.js';
import type { Stage } from '../policy/vocabulary.js';
import type { Policy } from '../policy/policy.js';
import type { Case, CaseEvent, CaseEventType, Registration } from '../support-policy/lifecycle/case.js';
import type { Transition } from '../support-policy/lifecycle/cells.js';
import { openCase, programmeLifecycle, transition } from '../support-policy/lifecycle/lifecycle.js';
import { cohorts, withoutDate } from './cohorts.js';
import { writtenAt } from './dates.js';
import { badRestarts } from './faults.js';
import { eventOf, nextFor, takesEvent } from './histories.js';

/** A case by the shortest way to it. */
export interface Place {
  readonly registration: Registration;
  /** Every event since the registration, across restarts. */
  readonly events: readonly CaseEvent[];
  /** The current case: after a restart the one that it opened. */
  readonly case: Case;
  /** The form of the last event, where it is not the usual one. */
  readonly form: string;
  readonly tried: readonly Tried[];
}
/** An event, and the name of its form; empty for the usual one. */
interface Formed {
  readonly event: CaseEvent;
  readonly form: string;
}
export interface Tried extends Formed {
  readonly step: Transition;
  /** What it visits: a cell with the stage that it leads to, or the test that refuses it. */
  readonly visits: string;
  /** The place that a taken event leads to. */
  readonly to?: Place;
}

export function visitName(at: Stage, { type }: CaseEvent, step: Transition): string {
  return step.accepted ? `${type}: ${at} to ${step.case.stage}` : `${type}: ${at}, refused by ${step.refusals[0].test}`;
}

/** Returns the case that is current after a step: after a restart, the one that it opened. */
export function currentAfter({ case: state }: Transition): Case {
  return state.stage === 'restarted' ? openCase(state.next) : state;
}

/** The facts on which something can still turn at a stage. Two cases that are alike in them are one place, however an instant is written. */
const turningFacts: Partial<Record<Stage, readonly string[]>> = {
  'in-programme': ['issuedOn'],
  submitted: ['submittedAt'],
  'under-review': ['submittedAt'],
  'criteria-met': ['metOn'],
  'criteria-not-met': ['notMetOn'],
  resubmitted: ['resubmittedAt'],
  'under-second-review': ['resubmittedAt'],
  'restart-required': ['reason', 'restartFrom'],
};

const keyOf = (state: Case): string =>
  JSON.stringify([
    state.stage,
    state.cohort.id,
    'submissionDeadline' in state.cohort,
    state.portfolio > 1,
    ...(turningFacts[state.stage] ?? []).map((name) => {
      const fact = (state as unknown as Readonly<Record<string, unknown>>)[name];
      return readInstant(fact) || fact;
    }),
  ]);

/** Lists the registrations from which every cell is reached: each programme with its deadlines, and one without. */
const openings = (): readonly Registration[] =>
  [cohorts.january2021, cohorts.ats2021, withoutDate('submissionDeadline', withoutDate('resubmissionDeadline', cohorts.january2021))].map(
    (cohort) => ({ participant: 'p-1', cohort, registeredOn: addDays(cohort.startsOn, -7) }),
  );

/** Walks from the registrations to every place, the nearest first; after a first restart no other one is followed. */
export const walkAll: (policy: Policy) => readonly Place[] = /* @__PURE__ */ onceForEach(walkedUnder, new WeakMap());

function walkedUnder(policy: Policy): readonly Place[] {
  const known = new Map<string, Place>();
  const places: (Place & { tried: Tried[] })[] = [];
  const reach = (registration: Registration, events: readonly CaseEvent[], state: Case, form: string): Place => {
    const key = keyOf(state);
    const place = known.get(key);
    if (place !== undefined) return place;
    const made = { registration, events, case: state, form, tried: [] };
    known.set(key, made);
    places.push(made);
    return made;
  };
  for (const each of openings()) reach(each, [], openCase(each), '');
  for (const { registration, events, case: state, tried } of places) {
    const last = lastDayOf(state);
    for (const { event, form } of formsAt(state, policy)) {
      const step = transition(state, event, policy);
      if (step.accepted && form !== BEFORE_TRIGGER && dateOf(momentOf(event)) < last) continue; // lived forward in time
      const visits = visitName(state.stage, event, step);
      const goesOn = step.accepted && !(step.case.stage === 'restarted' && state.portfolio > 1);
      tried.push({ event, form, step, visits, ...(goesOn && { to: reach(registration, [...events, event], currentAfter(step), form) }) });
    }
  }
  return places;
}

export function lastDayOf({ history, registeredOn }: Case): PlainDate {
  return history.reduce((last, event) => (dateOf(momentOf(event)) > last ? dateOf(momentOf(event)) : last), registeredOn);
}

const BEFORE_TRIGGER = 'early';

/** Lists every event, where a cell takes it in each form that may turn whether it is taken and where it leads. */
function formsAt(state: Case, policy: Policy): readonly Formed[] {
  const last = lastDayOf(state);
  const due = dueAt(state);
  const near = due === undefined ? [] : [-1, 0, 1].map((by) => addDays(dateOf(due), by));
  const days = unique([addDays(last, -1), last, ...near]);
  const next = nextFor(state.cohort, 'restartFrom' in state ? state.restartFrom : last);
  return programmeLifecycle.events.flatMap((type) => {
    const formed = (moment: Moment, isMet = true, form = ''): Formed => ({
      event: eventOf(type, moment as PlainDate, moment as Instant, isMet, next),
      form,
    });
    const isAtInstant = type === 'portfolio-submitted' || type === 'portfolio-resubmitted';
    if (!takesEvent(state, type)) return [formed(isAtInstant ? londonInstant(last, '12:00') : last)];
    if (isAtInstant) return instantsNear(last, due).map(({ at, form }) => formed(at, true, form));
    if (state.stage === 'restart-required' && type === 'restarted') {
      const early = formed(addDays(state.restartFrom, -1), true, BEFORE_TRIGGER);
      const refused = badRestarts(state.cohort, state.restartFrom, policy.readings['next-cohort'] !== 'starts-after');
      return [formed(last), early, ...refused.map((each) => ({ event: { ...each.event, on: last } as CaseEvent, form: '' }))];
    }
    if (type === 'outcome-released') return days.flatMap((day) => [formed(day, true), formed(day, false)]);
    return (turningEvents.includes(type) ? days : [last]).map((day) => formed(day));
  });
}

/** Lists instants by the last day and on both sides of a deadline: on London's clock, and as other systems write them. */
function instantsNear(last: PlainDate, due: Instant | undefined): readonly { readonly at: Instant; readonly form: string }[] {
  const day = due && dateOf(due);
  const usual = [addDays(last, -1), last].map((each) => londonInstant(each, '12:00'));
  const sides = day ? ['17:00:00', '17:00:01'].map((hour) => londonInstant(day, hour)) : [];
  const late = sides.slice(0, 1).map((at) => at.replace(':00+', ':00.001+') as Instant);
  // Half past midnight: in summer on the eve, by their own text.
  const afterMidnight = [last, ...(day ? [day, addDays(day, 1)] : [])].map((each) => writtenAt(londonInstant(each, '00:30'), 0));
  const others = [...late, ...sides.flatMap((at) => [writtenAt(at, 0), writtenAt(at, 2)]), ...afterMidnight];
  return [
    ...[...usual, ...sides].map((at) => ({ at, form: '' })),
    ...others.map((at, index) => ({ at, form: String(index) })).filter(({ at }) => !at.endsWith('00:30:00Z')), // on the same day by its text
  ];
}

/** The events whose day decides something, beside an outcome. */
const turningEvents: readonly CaseEventType[] = [
  'submission-deadline-missed',
  'review-started',
  'resubmission-deadline-missed',
  'status-awarded',
];

function dueAt({ stage, cohort }: Case): Instant | undefined {
  if (stage === 'in-programme' || stage === 'submitted' || stage === 'under-review') return cohort.submissionDeadline;
  return stage === 'criteria-not-met' ? cohort.resubmissionDeadline : undefined;
}
