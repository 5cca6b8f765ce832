// What the cells of the lifecycle's event table are made of, and the case that an event leads to: which keys a stage has is said once, by its schema.
import { date, definitionOf, fact } from '../../decision/facts.js';
import type { Stage } from '../../policy/vocabulary.js';
import { caseSchemas, type Case, type CaseAt, type Issued, type OpenStage, type RestartReason } from './case.js';
import type * as z from 'zod';
import type { PlainDate } from '../../calendar/dates.js';
import { programmeTerms, type Finding, type Moment } from '../../decision/decision.js';
import type { FindingCode } from '../../rules.js';
import type { Bound, Cell, EventOf, EventTable, Step } from '../../machine/table.js';
import type { Policy } from '../../policy/policy.js';
import type { CaseEvent, CaseEventType } from './event.js';
import type { Effect } from './standing.js';

const keysAt: Partial<Record<Stage, readonly string[]>> = {};
const keysOf = (stage: Stage): readonly string[] => (keysAt[stage] ??= Object.keys(definitionOf(caseSchemas[stage]()).shape ?? {}));

/** Moves a case to a stage, with the facts that the stage has and the case had not. */
export function moved<From extends Case, S extends Stage>(from: From, stage: S, facts: Omit<CaseAt<S>, keyof From>): CaseAt<S> {
  const known: Readonly<Record<string, unknown>> = { ...from, ...facts, stage };
  const next: Record<string, unknown> = {};
  for (const key of keysOf(stage)) if (Object.hasOwn(known, key) && known[key] !== undefined) next[key] = known[key];
  return next as unknown as CaseAt<S>;
}

export type CaseEventTable = EventTable<Case, CaseEvent, Effect>;
export const onDay = (): { on: z.ZodType<PlainDate, PlainDate> } => ({ on: fact(date) });

type Take<Type extends CaseEventType> = (state: CaseAt<OpenStage>, event: EventOf<CaseEvent, Type>, policy: Policy) => Step<Case, Effect>;

/** The same cell in each of these stages; the case stays where it is. */
export function staysIn<S extends OpenStage, Type extends CaseEventType>(
  stages: readonly S[],
  step: Take<Type>,
): { readonly [K in S]: Cell<Case, CaseEvent, K, Type, Effect> } {
  return Object.fromEntries(stages.map((stage) => [stage, { to: [stage], step }])) as never;
}

export const recorded = (state: CaseAt<OpenStage>): Step<Case, Effect> => ({ next: { ...state } });

export type Taken = Step<Case, Effect>;

/** The first day of an event, if the case tells it: a day, or that of an instant. */
export function bound(from: Moment | undefined, test: FindingCode): Bound | undefined {
  return from === undefined ? undefined : { from, test, wholeDay: true };
}

/** Leads to `restart-required`, from the day that triggers the restart. */
export function restart(state: Case & Issued, reason: RestartReason, restartFrom: PlainDate, because: readonly Finding[]): Taken {
  return { next: moved(state, 'restart-required', { restartFrom, reason }), because, unsettled: programmeTerms(state.cohort.programme) };
}
