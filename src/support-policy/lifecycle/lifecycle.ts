// The programme case, run: open, take events, fold a history, ask where it stands. Everything it decides stands in the event tables.
import type * as z from 'zod';
import { date, fact, fast, object, optional, positive, read, text } from '../../decision/facts.js';
import type { Moment } from '../../decision/decision.js';
import { together } from '../../data/issues.js';
import { cohort, cohorts } from '../../decision/cohort.js';
import { happenedBy, inStageOrder, notBeforeOpening, readAsOf } from '../../machine/history.js';
import { engineOf, type Engine } from '../../machine/engine.js';
import { momentOf } from '../../machine/read-events.js';
import { deepFreeze } from '../../data/freeze.js';
import { once } from '../../data/memo.js';
import type { Machine } from '../../machine/table.js';
import { policyOf, type AnyPolicy } from '../../policy/policy.js';
import { stages } from '../../policy/vocabulary.js';
import { type Case, type Registration } from './case.js';
import type { CaseEvent } from './event.js';
import { effectsOf, standingOf, type Effect, type Transition } from './standing.js';
import type { CaseEventTable } from './cells.js';
import { endingEvents } from './ending-events.js';
import { entryEvents } from './entry-events.js';
import { describe, type Known, type Position } from './position.js';
import { checkCase } from './read-case.js';
import { resubmissionEvents } from './resubmission-events.js';
import { reviewEvents } from './review-events.js';

export const registrationSchema: () => z.ZodType<Registration, Registration> = /* @__PURE__ */ once(() =>
  fast(object<Registration>({ participant: fact(text), cohort: cohort(), registeredOn: fact(date), portfolio: optional(fact(positive)) })),
);

const knownSchema: () => z.ZodType<Known, Known> = /* @__PURE__ */ once(() => fast(object<Known>({ cohorts: cohorts() })));

/** The parts of the lifecycle's event table, in the order of the programme. */
const table: () => CaseEventTable = /* @__PURE__ */ once(() => ({
  ...entryEvents(),
  ...reviewEvents(),
  ...resubmissionEvents(),
  ...endingEvents(),
}));

/** The lifecycle's own engine. */
const engine: () => Engine<Case, CaseEvent, Effect> = /* @__PURE__ */ once(() =>
  engineOf(table(), stages, (value) => engine().keep({ ...checkCase(value, ['case'], parts()) }), {
    standing: standingOf,
    effects: (before, after, event, state) => effectsOf(before, after, event, state),
  }),
);

/** What a stored case is read with. */
const parts = () => ({ engine: engine(), open });

/**
 * Opens a case at `registered`.
 *
 * A portfolio is issued, and support begins, by an event; registering may come before or after it. Clause: support/2.1.
 * @throws `InvalidFacts` naming every malformed part of the registration.
 * @example openCase({ participant: 'p-1', cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' }, registeredOn: '2020-12-07' }).stage // => 'registered'
 * @since 0.1.0
 */
export function openCase(registration: Registration): Case {
  return open(read(registrationSchema(), registration));
}

function open({ participant, cohort: joined, registeredOn, portfolio }: Registration): Case {
  return engine().keep({
    schemaVersion: 1,
    stage: 'registered',
    participant,
    cohort: deepFreeze(joined),
    registeredOn,
    portfolio: portfolio ?? 1,
    history: Object.freeze([]),
  });
}

/**
 * Takes or refuses one event. Time never moves a case: deadlines are judged when an event is recorded.
 *
 * A refusal gives back the same case, every reason with its clause, and what may happen instead. An event whose id is already
 * recorded changes nothing.
 * @throws `InvalidFacts` on a malformed case or event, and when the history would exceed 500 events.
 * @example transition(openCase(registration), { type: 'status-awarded', on: '2021-05-14' }).accepted // => false
 * @since 0.1.0
 */
export function transition(state: Case, event: CaseEvent, policy?: AnyPolicy): Transition {
  return engine().transition(state, event, policy);
}

/**
 * Folds events in the order given; it never sorts. A refused event changes nothing and the fold goes on.
 *
 * @throws `InvalidFacts` naming every malformed part of the registration and of the events.
 * @example replay(registration, [{ type: 'portfolio-issued', on: '2021-01-10' }]).case.stage // => 'in-programme'
 * @since 0.1.0
 */
export function replay(
  registration: Registration,
  events: readonly CaseEvent[],
  policy?: AnyPolicy,
): { readonly case: Case; readonly steps: readonly Transition[] } {
  return engine().fold(...readHistory(registration, events, policy));
}

/** Reads what a history is folded from, with the problems of every part. */
function readHistory(
  registration: Registration,
  events: readonly CaseEvent[],
  policy?: AnyPolicy,
): [Case, readonly CaseEvent[], AnyPolicy] {
  return together(
    () => openCase(registration),
    () => engine().readEvents(events),
    () => policyOf(policy),
  );
}

/**
 * Folds a person's whole history: after a restart, the events that follow belong to the case that it opened.
 *
 * @throws `InvalidFacts` naming every malformed part of the registration and of the events.
 * @example replayChain(registration, []).cases.length // => 1
 * @since 0.1.0
 */
export function replayChain(
  registration: Registration,
  events: readonly CaseEvent[],
  policy?: AnyPolicy,
): { readonly cases: readonly Case[]; readonly steps: readonly Transition[] } {
  const [opened, read, chosen] = readHistory(registration, events, policy);
  const cases: Case[] = [opened];
  const steps = read.map((event) => {
    const recordedIn = event.id === undefined ? -1 : cases.findIndex(({ history }) => history.some(({ id }) => id === event.id));
    const index = recordedIn === -1 ? cases.length - 1 : recordedIn;
    const before = cases[index] as Case;
    const step = engine().transition(before, event, chosen);
    cases[index] = step.case;
    if (step.case.stage === 'restarted' && before.stage !== 'restarted') cases.push(open(step.case.next));
    return step;
  });
  return { cases, steps };
}

/**
 * Puts events in the order of their London days, and within a day in an order that the programme takes; what it cannot take keeps its place after the others.
 *
 * @throws `InvalidFacts` naming every malformed part of the events.
 * @example inOrder([{ type: 'withdrawn', on: '2021-02-01' }, { type: 'portfolio-issued', on: '2021-01-10' }])[0].type // => 'portfolio-issued'
 * @since 0.1.0
 */
export function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const timed = engine()
    .readEvents(events)
    .map((event) => ({ event, at: momentOf(event) }));
  return inStageOrder(timed, placeInDay, engine().cells, 'registered', 'restarted');
}

/**
 * The place of an event within a day: that of the programme, but that a missed deadline is recorded before what came late, a review starts before its
 * outcome, and "not met" comes before "met", which nothing but an award follows.
 */
function placeInDay(event: CaseEvent): string {
  const order = {
    'submission-deadline-missed': 'portfolio-submitted',
    'resubmission-deadline-missed': 'portfolio-resubmitted',
    'second-review-started': 'outcome-released',
  } as const;
  const next = event.type in order ? order[event.type as keyof typeof order] : event.type;
  const met = event.type === 'outcome-released' && event.reviewOutcome === 'criteria-met';
  return `${String(engine().events.indexOf(next)).padStart(2, '0')}${next === event.type ? 1 : 0}${met ? 1 : 0}`;
}

/**
 * Says where a case stands on a day or at an instant, past or future: no answer depends on later events.
 *
 * What depends on other cohorts, whether the next one has begun by the resubmission deadline, is said of those that are given.
 * @throws `InvalidFacts` on a malformed case, moment or cohort, and on a day before the registration.
 * @example position(openCase(registration), '2020-12-08').duties[0].what // => 'appoint-supporter'
 * @since 0.1.0
 */
export function position(state: Case, asOf: Moment, policy?: AnyPolicy, known?: Known): Position {
  const [own, moment, chosen, beside] = together<[Case, Moment, AnyPolicy, Known]>(
    () => engine().own(state),
    () => readAsOf(asOf),
    () => policyOf(policy),
    () => (known === undefined ? { cohorts: [] } : read(knownSchema(), known, ['known'])),
  );
  notBeforeOpening(moment, 'registeredOn', own.registeredOn);
  const past = happenedBy(own.history, moment);
  const after = (events: readonly CaseEvent[]): Case => engine().follow(open(own), events, chosen);
  const then = past === own.history ? own : after(past);
  return describe(then, moment, engine().permitted(then, chosen), chosen, () => after(past.slice(0, -1)), beside);
}

/**
 * Reads a stored case from a parsed JSON value, strictly: its shape, its version, and that its history leads to it under some reading.
 *
 * @throws `InvalidFacts` with every problem and its path.
 * @example readCase(JSON.parse(JSON.stringify(openCase(registration)))).stage // => 'registered'
 * @since 0.1.0
 */
export function readCase(value: unknown): Case {
  return engine().keep({ ...checkCase(value, [], parts()) });
}

/** Is the lifecycle as a machine, for what works on any procedure: diagrams, exploration, documentation. @since 0.1.0 */
export const programmeLifecycle: Machine<Registration, Case, CaseEvent, Position, Effect> = /* @__PURE__ */ Object.freeze({
  id: 'programmeLifecycle',
  stages,
  get events() {
    return engine().events;
  },
  get cells() {
    return engine().cells;
  },
  open: openCase,
  transition,
  replay,
  position,
  permitted: (state: Case, policy?: AnyPolicy) => engine().permitted(state, policy),
});
