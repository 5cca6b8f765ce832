// Makes a machine of a procedure's steps: what is owed and by when, whether a step is in time, its event table and its position.
import * as z from 'zod';
import type { NonEmpty } from '../data/issues.js';
import { once } from '../data/objects.js';
import { dateOf, distinctNeeds, type Finding, type Moment, type Need } from '../decision/decision.js';
import { object } from '../decision/facts.js';
import { notHeld, Open } from '../decision/open.js';
import { compare } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import { governingOn, inForceFrom, type DatedEdition } from '../policy/choices.js';
import { documentOf, type Policy } from '../policy/policy.js';
import { deadlineChanges, dutiesOn, dutyMet, type DutyEffect, type Owed } from './duties.js';
import { engineOf, machineFrom } from './engine.js';
import type { AnyCase, AnyProcedure, AnyStep, Procedure, ProcedureMachine, ProcedurePosition } from './procedure.js';
import { momentOf, storedShape } from './reading.js';
import type { AnyEvent, Asked, Cell, Definition, EventTable, Standing } from './table.js';

const procedureKey: unique symbol = /* @__PURE__ */ Symbol('procedure');

/** Returns the procedure that a machine was made of, for what is derived from it: schemas, documentation. */
export function procedureOf(machine: { readonly id: string }): AnyProcedure {
  return (machine as unknown as { readonly [procedureKey]: AnyProcedure })[procedureKey];
}

/** Makes the machine of a procedure; its table is read on first use. */
/* @__NO_SIDE_EFFECTS__ */
export function machineOf<Opening extends object, Start extends string, Event extends AnyEvent>(
  id: string,
  table: () => Procedure<NoInfer<Opening>, NoInfer<Start>, NoInfer<Event>>,
): ProcedureMachine<Opening, Start, Event> {
  const procedure = once(() => table() as unknown as AnyProcedure);
  const machine = machineFrom(
    id,
    once(() => engineOf(definitionOf(procedure()))),
  );
  return Object.freeze(Object.defineProperty(machine, procedureKey, { get: procedure })) as unknown as ProcedureMachine<
    Opening,
    Start,
    Event
  >;
}

/** Makes the schema of a case of a procedure at a stage; its events are read apart, by type, unless a schema of them is given. */
export function caseSchemaAt({ opening }: AnyProcedure, stage: string, event?: z.ZodType): z.ZodType {
  return object({ ...storedShape(event), stage: z.literal(stage), ...opening() });
}

type Position = ProcedurePosition;
type AskedOf = Asked<AnyCase, AnyEvent, Standing, undefined>;

function definitionOf(procedure: AnyProcedure): Definition<object, AnyCase, AnyEvent, Position, DutyEffect, Standing, undefined> {
  const { start, steps, openedAt, turnsOn = [] } = procedure;
  const shape = procedure.opening();
  return {
    stages: [start, ...Object.keys(steps)],
    table: tableOf(procedure),
    opening: object(shape),
    openedAt,
    start: (facts) => {
      const own = Object.keys(shape).map((name) => [name, (facts as AnyCase)[name]] as const);
      return { schemaVersion: 1, stage: start, ...Object.fromEntries(own), history: Object.freeze([]) };
    },
    schemaAt: (stage) => caseSchemaAt(procedure, stage),
    turnsOn,
    standing: (state, policy) => ({ owed: owedIn(state, procedure, policy) }),
    effects: (before, after, met) => [...dutyMet(met), ...deadlineChanges(before.owed, after.owed)],
    unsettled: (state, policy, { owed }) => [
      ...owed.flatMap(({ deadline }) => (deadline instanceof Open ? deadline.needs : [])),
      ...unresolvedIn(state, procedure, policy),
    ],
    position: (asked) => positionOf(procedure, asked),
    readContext: () => undefined,
  };
}

/** Returns when the next step was called for: by the step before it, or by what opened the case. */
function triggeredAt(state: AnyCase, { openedAt }: AnyProcedure): Moment | undefined {
  const last = state.history.at(-1);
  if (last !== undefined) return momentOf(last);
  return openedAt === undefined ? undefined : (state[openedAt] as Moment);
}

/** Returns why nothing of a case is counted: on a day of it, or on one that is asked about, another edition governs than the procedure follows. The documents of those days are needed. */
function governedElsewhere(state: AnyCase, { dated, openedAt }: AnyProcedure, clause: ClauseId, on?: Moment): Open | undefined {
  if (dated === undefined) return undefined;
  const opened = openedAt === undefined ? undefined : (state[openedAt] as Moment);
  const days = [opened, ...state.history.map(momentOf), on].flatMap((moment) => (moment === undefined ? [] : [dateOf(moment)]));
  const others = days.filter((day) => governingOn(dated.among, day) !== dated.edition);
  const [left] = others;
  if (left === undefined) return undefined;
  const own = inForceFrom(dated.edition);
  const next = dated.among[dated.among.indexOf(dated.edition) - 1] as DatedEdition;
  const compared = left < own ? ({ operator: '>=', right: own } as const) : ({ operator: '<', right: inForceFrom(next) } as const);
  const needs = others.map((day): Need => ({ kind: 'document', document: documentOf(governingOn(dated.among, day) ?? dated.edition) }));
  return new Open({ clause, test: 'document-governs', holds: false, left, ...compared }, distinctNeeds(needs) as NonEmpty<Need>);
}

/** Returns what is owed in a state, with its deadlines by the days of the case. */
function owedIn(state: AnyCase, procedure: AnyProcedure, policy: Policy): readonly Owed[] {
  return Object.values(procedure.steps).flatMap(({ from, owed, guard, clause }): readonly Owed[] => {
    if (owed === undefined || !from.includes(state.stage) || guard?.(state, policy) !== undefined || owed.isOwed?.(state, policy) === false)
      return [];
    const { what, by, kind = 'duty', limit } = owed;
    const deadline =
      limit && (governedElsewhere(state, procedure, clause) ?? limit.deadline(state, triggeredAt(state, procedure) as Moment, policy));
    return [{ what, owedBy: by, clause, kind, deadline }];
  });
}

/** Returns what the documents leave open in a state, beside deadlines; on a day on which another governs, its own document is not asked for. */
function unresolvedIn(state: AnyCase, procedure: AnyProcedure, policy: Policy): readonly Need[] {
  const [{ clause }] = Object.values(procedure.steps) as [AnyStep];
  const elsewhere = governedElsewhere(state, procedure, clause);
  const own = procedure.unresolved?.(state, policy) ?? [];
  return elsewhere === undefined ? own : [...elsewhere.needs, ...own.filter(({ kind }) => kind !== 'document')];
}

/** Compares a step at a moment with its deadline: a finding, or what is missing for one; nothing where it has no limit. `elsewhere` says why it is not counted. */
function timeliness(
  step: AnyStep,
  { owed }: Standing,
  at: Moment,
  policy: Policy,
  elsewhere: Open | undefined,
): Finding | Open | undefined {
  const deadline = owed.find(({ what }) => what === step.owed?.what)?.deadline;
  if (deadline === undefined || deadline === 'not-known') return undefined;
  if (elsewhere !== undefined || deadline instanceof Open) return elsewhere ?? (deadline as Open);
  const [day, due] = [dateOf(at), dateOf(deadline.due)];
  const counts = step.owed?.limit?.counts?.(at, policy) ?? day;
  // What an hour can do is to move a day to the next working day: only on the last day does it decide.
  if (counts instanceof Open && day === due) return counts;
  const mark = deadline.set === 'by-count' && deadline.draft === true ? ({ draft: true } as const) : {};
  return { clause: step.clause, test: 'step-is-in-time', ...compare(counts instanceof Open ? day : counts, '<=', due), ...mark };
}

const isLate = (found: Finding | Open | undefined): found is Finding => found !== undefined && !(found instanceof Open) && !found.holds;

/** Tells whether a late step is refused: an opportunity ends with its last day, a duty does not. */
const isRefusedLate = ({ owed }: AnyStep): boolean => owed?.kind === 'opportunity';

function tableOf(procedure: AnyProcedure): EventTable<AnyCase, AnyEvent, DutyEffect, Standing> {
  const rows = Object.entries(procedure.steps).map(([type, step]) => {
    const { from, owed, ...row } = step;
    const cell = cellOf(type, step, procedure);
    return [type, { ...row, meets: owed?.what, from: Object.fromEntries(from.map((stage) => [stage, cell])) }];
  });
  return Object.fromEntries(rows) as EventTable<AnyCase, AnyEvent, DutyEffect, Standing>;
}

function cellOf(type: string, step: AnyStep, procedure: AnyProcedure): Cell<AnyCase, AnyEvent, string, string, DutyEffect, Standing> {
  const document = procedure.dated && `${documentOf(procedure.dated.edition)}/`;
  return {
    to: [type],
    notBefore: (state) => {
      const first = triggeredAt(state, procedure);
      return first === undefined ? undefined : { from: first, test: 'follows-what-it-answers' };
    },
    step: (state, event, policy, standing) => {
      const at = momentOf(event);
      const elsewhere = governedElsewhere(state, procedure, step.clause, at);
      const time = standing && timeliness(step, standing, at, policy, elsewhere);
      const late = isLate(time);
      const found = step.evaluate?.(state, event, policy) ?? { because: [] };
      const refusals = [...(late && isRefusedLate(step) ? [time] : []), ...('refusals' in found ? found.refusals : [])];
      if (refusals.length > 0 || 'refusals' in found) return { refusals: refusals as readonly Finding[] as NonEmpty<Finding> };
      const counted = elsewhere ?? time;
      const ownDocument = ({ clause }: Finding): boolean => document !== undefined && clause.startsWith(document);
      return {
        next: { ...state, stage: type },
        because: [
          ...(counted === undefined ? [] : [counted instanceof Open ? counted.finding : counted]),
          ...(elsewhere === undefined ? found.because : found.because.filter((finding) => !ownDocument(finding))),
        ],
        unsettled: counted instanceof Open ? counted.needs : [],
        isLate: late,
      };
    },
  };
}

function positionOf(procedure: AnyProcedure, { state, asOf, standing, permitted, chosen, policy }: AskedOf): Position {
  const elsewhere = (clause: ClauseId): Open | undefined => governedElsewhere(state, procedure, clause, asOf);
  const owed = standing.owed.map((each) => ({ ...each, deadline: each.deadline && (elsewhere(each.clause) ?? each.deadline) }));
  const { duties, unsettled } = dutiesOn(owed, asOf, policy);
  const isOver = (type: string): boolean => {
    const step = procedure.steps[type] as AnyStep;
    return isRefusedLate(step) && isLate(timeliness(step, standing, asOf, policy, elsewhere(step.clause)));
  };
  const withoutText = Object.values(procedure.steps).flatMap(({ clause }) => notHeld(clause, chosen)?.needs ?? []);
  return {
    stage: state.stage,
    asOf,
    duties,
    permitted: permitted
      .filter(({ type }) => !isOver(type))
      .map(({ deadline, ...event }) => (deadline && !elsewhere(event.clause) ? { ...event, deadline } : event)),
    unsettled: distinctNeeds([...unsettled, ...unresolvedIn(state, procedure, policy), ...withoutText]),
  };
}
