// The programme case, run: open, take events, fold a history, ask where it stands. The event tables decide.
import type * as z from 'zod';
import { attempt, type Tried } from '../../data/issues.js';
import { deepFreeze, once } from '../../data/objects.js';
import { cohort, cohorts } from '../cohort.js';
import { date, fact, object, optional, positive, read, text } from '../../decision/facts.js';
import type { Moment } from '../../decision/decision.js';
import { engineOf, machineFrom } from '../../machine/engine.js';
import type { Definition, Engine, Machine } from '../../machine/table.js';
import type { AnyPolicy } from '../../policy/policy.js';
import { stages } from '../../policy/vocabulary.js';
import { caseSchemas, type Case, type CaseEvent, type Registration } from './case.js';
import { type CaseEventTable, type CaseStanding, type Effect, effectsOf, type Transition } from './cells.js';
import { endingEvents } from './ending-events.js';
import { entryEvents } from './entry-events.js';
import { inStageOrder } from './order.js';
import { positionOf, type Known, type Position } from './position.js';
import { resubmissionEvents } from './resubmission-events.js';
import { reviewEvents } from './review-events.js';
import { standingOf } from './standing.js';

export const registrationSchema: () => z.ZodType<Registration, Registration> = /* @__PURE__ */ once(() =>
  object<Registration>({ participant: fact(text), cohort: cohort(), registeredOn: fact(date), portfolio: optional(fact(positive)) }),
);

const knownSchema: () => z.ZodType<Known, Known> = /* @__PURE__ */ once(() => object<Known>({ cohorts: cohorts() }));

/** Returns the lifecycle's event table, in the order of the programme. */
export const caseEvents: () => CaseEventTable = /* @__PURE__ */ once(() => ({
  ...entryEvents(),
  ...reviewEvents(),
  ...resubmissionEvents(),
  ...endingEvents(),
}));

/** The readings on which it turns where an event of the programme leads. */
export const turningReadings = ['first-deadline-missed', 'never-resubmitted', 'resubmission-after-restart'] as const;

/** Defines the lifecycle by an event table. */
export const lifecycleBy = (table: CaseEventTable): Definition<Registration, Case, CaseEvent, Position, Effect, CaseStanding, Known> => ({
  stages,
  table,
  opening: registrationSchema(),
  openedAt: 'registeredOn',
  start: ({ participant, cohort: joined, registeredOn, portfolio }) => ({
    schemaVersion: 1,
    stage: 'registered',
    participant,
    cohort: deepFreeze(joined),
    registeredOn,
    portfolio: portfolio ?? 1,
    history: Object.freeze([]),
  }),
  schemaAt: (stage) => caseSchemas[stage](),
  turnsOn: turningReadings,
  standing: standingOf,
  effects: effectsOf,
  position: positionOf,
  readContext: (known) => (known === undefined ? { cohorts: [] } : read(knownSchema(), known, ['known'])),
});

/** Returns the engine of the programme. */
export const engine: () => Engine<Registration, Case, CaseEvent, Position, Effect> = /* @__PURE__ */ once(() =>
  engineOf(lifecycleBy(caseEvents())),
);

/**
 * Opens a case at `registered`.
 *
 * A portfolio is issued, and support begins, by an event; registering may come before or after it. Clause: support/2.1.
 * @throws `InvalidFacts` naming every malformed part of the registration.
 * @example openCase({ participant: 'p-1', cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' }, registeredOn: '2020-12-07' }).stage // => 'registered'
 * @since 0.1.0
 */
export function openCase(registration: Registration): Case {
  return engine().open(registration);
}

/**
 * Takes or refuses one event. Time never moves a case: deadlines are judged when an event is recorded.
 *
 * A refusal gives back the same case, every reason with its clause, and what may happen instead. An event whose id is already
 * recorded changes nothing.
 * @throws `InvalidFacts` on a malformed case, event or policy, and when the history would exceed 500 events.
 * @example transition(openCase(registration), { type: 'status-awarded', on: '2021-05-14' }).accepted // => false
 * @since 0.1.0
 */
export function transition(state: Case, event: CaseEvent, policy?: AnyPolicy): Transition {
  return engine().transition(state, event, policy);
}

/**
 * Folds events in the order given; it never sorts. A refused event changes nothing and the fold goes on.
 *
 * @throws `InvalidFacts` naming every malformed part of the registration, the events and the policy, and when a history would exceed 500 events.
 * @example replay(registration, [{ type: 'portfolio-issued', on: '2021-01-10' }]).case.stage // => 'in-programme'
 * @since 0.1.0
 */
export function replay(
  registration: Registration,
  events: readonly CaseEvent[],
  policy?: AnyPolicy,
): { readonly case: Case; readonly steps: readonly Transition[] } {
  return engine().replay(registration, events, policy);
}

/**
 * Folds a person's whole history: after a restart, the events that follow belong to the case that it opened.
 *
 * @throws `InvalidFacts` naming every malformed part of the registration, the events and the policy, and when a history would exceed 500 events.
 * @example replayChain(registration, []).cases.length // => 1
 * @since 0.1.0
 */
export function replayChain(
  registration: Registration,
  events: readonly CaseEvent[],
  policy?: AnyPolicy,
): { readonly cases: readonly Case[]; readonly steps: readonly Transition[] } {
  const machine = engine();
  const [opened, happened, followed] = machine.readHistory(registration, events, policy);
  const cases: Case[] = [opened];
  const steps = happened.map((event) => {
    const recordedIn = event.id === undefined ? -1 : cases.findIndex(({ history }) => history.some(({ id }) => id === event.id));
    const index = recordedIn === -1 ? cases.length - 1 : recordedIn;
    const before = cases[index] as Case;
    const step = machine.fold(before, [event], followed).steps[0] as Transition;
    cases[index] = step.case;
    if (step.case.stage === 'restarted' && before.stage !== 'restarted') cases.push(machine.start(step.case.next));
    return step;
  });
  return { cases, steps };
}

/**
 * Puts events in the order of their London days, and within a day in an order that the programme takes. What it cannot take keeps its place after the others.
 *
 * @throws `InvalidFacts` naming every malformed part of the events.
 * @example inOrder([{ type: 'withdrawn', on: '2021-02-01' }, { type: 'portfolio-issued', on: '2021-01-10' }])[0]?.type // => 'portfolio-issued'
 * @since 0.1.0
 */
export function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return inStageOrder(engine().readEvents(events), engine());
}

/**
 * Says where a case stands on a day or at an instant, past or future: no answer depends on later events.
 *
 * Each event stays judged as it was recorded, whatever the policy that is asked.
 * What depends on other cohorts, whether the next one has begun by the resubmission deadline, is said of those that are given.
 * @throws `InvalidFacts` on a malformed case, moment, policy or cohort, and on a day before the registration.
 * @example position(openCase(registration), '2020-12-08').duties[0]?.what // => 'appoint-supporter'
 * @since 0.1.0
 */
export function position(state: Case, asOf: Moment, policy?: AnyPolicy, known?: Known): Position {
  return engine().position(state, asOf, policy, known);
}

/**
 * Reads a stored case from a parsed JSON value, strictly: its shape, its version, and that its history leads to it under some reading.
 *
 * @throws `InvalidFacts` with every problem and its path.
 * @example readCase(JSON.parse(JSON.stringify(openCase(registration)))).stage // => 'registered'
 * @since 0.1.0
 */
export function readCase(value: unknown): Case {
  return engine().readState(value);
}

/**
 * Takes or refuses one event in a case, whatever came: a stored case and a form's event go in as they are parsed.
 *
 * A refusal by the policy is a transition; `issues` say what cannot be a case or an event at all.
 * @example safeTransition(openCase(registration), { type: 'portfolio-isued' }).ok // => false
 * @since 0.1.0
 */
export function safeTransition(state: unknown, event: unknown, policy?: AnyPolicy): Tried<{ readonly transition: Transition }> {
  return engine().safe(state, event, policy);
}

/**
 * Reads a stored case as `readCase` does, and returns its problems where that throws them.
 *
 * @example safeReadCase({ stage: 'registred' }).ok // => false
 * @since 0.1.0
 */
export function safeReadCase(value: unknown): Tried<{ readonly case: Case }> {
  return attempt(() => ({ case: readCase(value) }));
}

/**
 * A participant's way through a programme: from the registration to the award, a restart or a withdrawal.
 *
 * It is the lifecycle as a machine, for what works on any procedure.
 * @since 0.1.0
 */
export const programmeLifecycle: Machine<Registration, Case, CaseEvent, Position, Effect> = /* @__PURE__ */ Object.freeze(
  /* @__PURE__ */ machineFrom('programmeLifecycle', engine, { open: openCase, transition, replay, position, safe: safeTransition }),
);
