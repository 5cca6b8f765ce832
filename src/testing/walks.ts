// The lifecycle walked through under one policy: every stage by a shortest history, and there every event on each day on which something turns.
import { addDays, type PlainDate } from '../calendar/dates.js';
import { londonInstant, type Instant } from '../calendar/instants.js';
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
import { badRestarts } from './faults.js';
import { eventOf, nextFor, takesEvent } from './histories.js';

/** A case by the shortest way to it. */
export interface Place {
  readonly registration: Registration;
  /** Every event since the registration, across restarts. */
  readonly events: readonly CaseEvent[];
  /** The current case: after a restart the one that it opened. */
  readonly case: Case;
  readonly tried: readonly Tried[];
}
export interface Tried {
  readonly event: CaseEvent;
  readonly step: Transition;
  /** What it visits: a cell with the stage that it leads to, or the test that refuses it. */
  readonly visits: string;
  /** The place that a taken event leads to. */
  readonly to?: Place;
}

export function visited(at: Stage, { type }: CaseEvent, step: Transition): string {
  return step.accepted ? `${type}: ${at} to ${step.case.stage}` : `${type}: ${at}, refused by ${step.refusals[0].test}`;
}

/** Returns the case that is current after a step: after a restart, the one that it opened. */
export function currentAfter({ case: state }: Transition): Case {
  return state.stage === 'restarted' ? openCase(state.next) : state;
}

/** The facts on which something can still turn at a stage. Two cases that are alike in them are one place. */
const living: Partial<Record<Stage, readonly string[]>> = {
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
    ...(living[state.stage] ?? []).map((name) => (state as unknown as Readonly<Record<string, unknown>>)[name]),
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
  const reach = (registration: Registration, events: readonly CaseEvent[], state: Case): Place => {
    const key = keyOf(state);
    const place = known.get(key);
    if (place !== undefined) return place;
    const made = { registration, events, case: state, tried: [] };
    known.set(key, made);
    places.push(made);
    return made;
  };
  for (const each of openings()) reach(each, [], openCase(each));
  for (const { registration, events, case: state, tried } of places) {
    const last = lastDayOf(state);
    for (const event of formsAt(state, policy)) {
      const step = transition(state, event, policy);
      if (step.accepted && dateOf(momentOf(event)) < last) continue; // lived forward in time
      const visits = visited(state.stage, event, step);
      const goesOn = step.accepted && !(step.case.stage === 'restarted' && state.portfolio > 1);
      tried.push({ event, step, visits, ...(goesOn && { to: reach(registration, [...events, event], currentAfter(step)) }) });
    }
  }
  return places;
}

export function lastDayOf({ history, registeredOn }: Case): PlainDate {
  return history.reduce((last, event) => (dateOf(momentOf(event)) > last ? dateOf(momentOf(event)) : last), registeredOn);
}

/** Lists every event, where a cell takes it in each form that may turn whether it is taken and where it leads. */
function formsAt(state: Case, policy: Policy): readonly CaseEvent[] {
  const last = lastDayOf(state);
  const due = dueAt(state);
  const near = due === undefined ? [] : [-1, 0, 1].map((by) => addDays(dateOf(due), by));
  const days = unique([addDays(last, -1), last, ...near]);
  const clock = due === undefined ? [] : ['17:00:00', '17:00:01'].map((hour) => londonInstant(dateOf(due), hour));
  const instants = [...[addDays(last, -1), last].map((day) => londonInstant(day, '12:00')), ...clock];
  const next = nextFor(state.cohort, 'restartFrom' in state ? state.restartFrom : last);
  return programmeLifecycle.events.flatMap((type) => {
    const form = (moment: Moment, isMet: boolean): CaseEvent => eventOf(type, moment as PlainDate, moment as Instant, isMet, next);
    const moments: readonly Moment[] = type === 'portfolio-submitted' || type === 'portfolio-resubmitted' ? instants : days;
    if (!takesEvent(state, type)) return [form(moments[1] as Moment, true)];
    if (type === 'restarted') return [form(last, true), ...restartsRefused(state, last, policy)];
    if (type === 'outcome-released') return days.flatMap((day) => [form(day, true), form(day, false)]);
    return (turning.includes(type) ? moments : [last]).map((moment) => form(moment, true));
  });
}

/** The events whose moment decides something. */
const turning: readonly CaseEventType[] = [
  'portfolio-submitted',
  'submission-deadline-missed',
  'review-started',
  'portfolio-resubmitted',
  'resubmission-deadline-missed',
  'status-awarded',
];

/** Returns the deadline on which something turns at a stage, if it is known. */
function dueAt({ stage, cohort }: Case): Instant | undefined {
  if (stage === 'in-programme' || stage === 'submitted' || stage === 'under-review') return cohort.submissionDeadline;
  return stage === 'criteria-not-met' ? cohort.resubmissionDeadline : undefined;
}

function restartsRefused(state: Case, on: PlainDate, { readings }: Policy): readonly CaseEvent[] {
  if (state.stage !== 'restart-required') return [];
  const refused = badRestarts(state.cohort, state.restartFrom, readings['next-cohort'] !== 'starts-after');
  return refused.map(({ event }): CaseEvent => (event.type === 'restarted' ? { ...event, on } : event));
}
