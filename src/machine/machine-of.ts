// The machine of a procedure: its engine, its opening, where it stands on a day, and how a stored case is known again.
import * as z from 'zod';
import { fast, object, read } from '../decision/facts.js';
import { distinct, orderOf, type Moment } from '../decision/decision.js';
import { together } from '../data/issues.js';
import { notHeld } from '../decision/steps.js';
import { followed, policyOf, type AnyPolicy } from '../policy/policy.js';
import { dutiesOf, governedElsewhere, isLate, leftOpenIn, openIn, outOfTime, tableOf } from './arrows.js';
import { happenedBy, notBeforeOpening, readAsOf } from './history.js';
import { addDeadlineEffects, dutiesOn, owes, type DutyEffect } from './duties.js';
import { engineOf, type Engine } from './engine.js';
import { once, onceForEach } from '../data/memo.js';
import type { AnyArrow, AnyCase, AnyProcedure, Procedure, ProcedureMachine, ProcedurePosition } from './procedure.js';
import { checkState, policiesOver, storedShape } from './read-state.js';
import type { AnyEvent, Machine } from './table.js';

type AnyEngine = Engine<AnyCase, AnyEvent, DutyEffect>;
interface Built {
  readonly procedure: AnyProcedure;
  readonly engine: AnyEngine;
  readonly opening: z.ZodType<object>;
  /** Opens a case as these facts say, which are read. */
  readonly open: (facts: object) => AnyCase;
}

const procedureKey: unique symbol = /* @__PURE__ */ Symbol('procedure');

/** Gives the table of arrows that a machine was made of, for what is derived from it: schemas, documentation. */
export function procedureOf(machine: { readonly id: string }): AnyProcedure {
  return (machine as unknown as { readonly [procedureKey]: AnyProcedure })[procedureKey];
}

/** The schema of a case of a procedure at a stage; its events are read apart, by type, unless a schema of them is given. */
export function caseSchemaAt(
  { opening }: AnyProcedure,
  stage: string,
  { history = storedShape().history }: { history?: z.ZodType } = {},
): z.ZodType {
  return object({ ...storedShape(), history, stage: z.literal(stage), ...opening() });
}

/** Makes the machine of a procedure; its table is read on first use. */
/* @__NO_SIDE_EFFECTS__ */
export function machineOf<Opening extends object, Start extends string, Event extends AnyEvent>(
  id: string,
  table: () => Procedure<NoInfer<Opening>, NoInfer<Start>, NoInfer<Event>>,
): ProcedureMachine<Opening, Start, Event> {
  const built = once(() => build(table() as unknown as AnyProcedure));
  const open = (opening: object): AnyCase => built().open(read(built().opening, opening));
  const machine: Machine<object, AnyCase, AnyEvent, ProcedurePosition, DutyEffect> = {
    id,
    get stages() {
      return built().engine.stages;
    },
    get events() {
      return built().engine.events;
    },
    get cells() {
      return built().engine.cells;
    },
    open,
    transition: (state, event, policy) => built().engine.transition(state, event, policy),
    replay: (opening, events, policy) => {
      const [opened, happened, chosen] = together<[AnyCase, readonly AnyEvent[], AnyPolicy]>(
        () => open(opening),
        () => built().engine.readEvents(events),
        () => policyOf(policy),
      );
      return built().engine.fold(opened, happened, chosen);
    },
    position: (state, asOf, policy) => positionOf(built(), state, asOf, policy),
    permitted: (state, policy) => built().engine.permitted(state, policy),
  };
  Object.defineProperty(machine, procedureKey, { get: () => built().procedure });
  return Object.freeze(machine) as unknown as ProcedureMachine<Opening, Start, Event>;
}

function build(procedure: AnyProcedure): Built {
  const { start, arrows } = procedure;
  const stages = [start, ...Object.keys(arrows)];
  const shape = procedure.opening();
  const open = (facts: object): AnyCase => {
    const own = Object.keys(shape).map((name) => [name, (facts as AnyCase)[name]] as const);
    return engine.keep({ schemaVersion: 1, stage: start, ...Object.fromEntries(own), history: Object.freeze([]) });
  };
  const schemaOf = onceForEach((stage: string): z.ZodType => caseSchemaAt(procedure, stage));
  const policies = once(() => policiesOver(procedure.turnsOn ?? []));
  const engine: AnyEngine = engineOf(
    tableOf(procedure),
    stages,
    (value): AnyCase => engine.keep({ ...checkState(value, ['case'], { engine, schemaOf, open, policies }) }),
    {
      standing: (state, policy) => ({ owed: dutiesOf(state, procedure, policy) }),
      effects: ({ owed }, { owed: stillOwed }, _, __, because) => {
        const met = isLate(because) ? [] : owed.filter(({ what }) => !owes(stillOwed, what)); // nothing but its own step ends a duty here
        const effects: DutyEffect[] = met.map(({ what, clause, kind }) => ({ type: 'duty-met', duty: what, clause, kind }));
        addDeadlineEffects(effects, owed, stillOwed);
        return effects;
      },
      leavesOpen: ({ owed }, state, policy) => leftOpenIn(owed, state, procedure, policy),
    },
  );
  return { procedure, engine, opening: fast(object(shape)), open };
}

function positionOf({ procedure, engine, open }: Built, state: AnyCase, asOf: Moment, policy?: AnyPolicy): ProcedurePosition {
  const [known, moment, chosen] = together<[AnyCase, Moment, AnyPolicy]>(
    () => engine.own(state),
    () => readAsOf(asOf),
    () => policyOf(policy),
  );
  const { openedAt, arrows } = procedure;
  if (openedAt !== undefined) notBeforeOpening(moment, openedAt, known[openedAt] as Moment);
  const past = happenedBy(known.history, moment);
  const then = past === known.history ? known : engine.fold(open(known), past, chosen).case;
  const judgedBy = followed(chosen);
  const owed = dutiesOf(then, procedure, judgedBy);
  const { duties, unsettled } = dutiesOn(dutiesOf(then, procedure, judgedBy, moment), moment, judgedBy);
  const withoutText = Object.values(arrows).flatMap(({ clause }) => notHeld(clause, chosen)?.needs ?? []);
  return {
    stage: then.stage,
    asOf: moment,
    duties,
    permitted: engine
      .permitted(then, chosen)
      .filter(
        ({ type, notBefore }) =>
          (notBefore === undefined || orderOf(moment, notBefore) >= 0) &&
          outOfTime({ state: then, owed, arrow: arrows[type] as AnyArrow, at: moment }, procedure, judgedBy) === undefined,
      )
      .map(({ deadline, ...event }) =>
        deadline === undefined || governedElsewhere(then, procedure, event.clause, moment) ? event : { ...event, deadline },
      ),
    unsettled: distinct([...unsettled, ...openIn(then, procedure, judgedBy), ...withoutText]),
  };
}
