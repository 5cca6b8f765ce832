// What the cells of the lifecycle's event table are made of.
import type * as z from 'zod';
import type { PlainDate } from '../../calendar/dates.js';
import type { FindingCode } from '../../rules.js';
import { type Finding, type Moment, programmeTerms } from '../../decision/decision.js';
import { date, fact } from '../../decision/facts.js';
import type { Bound, Cell, EventOf, EventTable, Step } from '../../machine/table.js';
import type { Policy } from '../../policy/policy.js';
import {
  moved,
  type Case,
  type CaseAt,
  type CaseEvent,
  type CaseEventType,
  type Issued,
  type OpenStage,
  type RestartReason,
} from './case.js';
import type { Effect } from './effects.js';
import type { CaseStanding } from './standing.js';

export type CaseEventTable = EventTable<Case, CaseEvent, Effect, CaseStanding>;
export const onDay = (): { on: z.ZodType<PlainDate, PlainDate> } => ({ on: fact(date) });

export type HandlerResult = Step<Case, Effect>;
type Handler<Type extends CaseEventType> = (state: CaseAt<OpenStage>, event: EventOf<CaseEvent, Type>, policy: Policy) => HandlerResult;

/** Returns the same cell in each of these stages; the case stays where it is. */
export function selfTransitions<S extends OpenStage, Type extends CaseEventType>(
  stages: readonly S[],
  step: Handler<Type>,
): { readonly [K in S]: Cell<Case, CaseEvent, K, Type, Effect, CaseStanding> } {
  return Object.fromEntries(stages.map((stage) => [stage, { to: [stage], step }])) as never;
}

/** Records the event, and changes nothing else. */
export const noChange = (state: CaseAt<OpenStage>): HandlerResult => ({ next: state });

/** Returns the first day of an event, if the case tells it: a day, or that of an instant. */
export function bound(from: Moment | undefined, test: FindingCode): Bound | undefined {
  return from === undefined ? undefined : { from, test, wholeDay: true };
}

/** Leads to `restart-required`, from the day that triggers the restart. */
export function restart(state: Case & Issued, reason: RestartReason, restartFrom: PlainDate, because: readonly Finding[]): HandlerResult {
  return { next: moved(state, 'restart-required', { restartFrom, reason }), because, unsettled: programmeTerms(state.cohort.programme) };
}
