// What the cells of the lifecycle's event table are made of: the deadlines of a cohort, and what a missed one leads to; what is owed and held; steps and their effects.
import { addDays, type PlainDate } from '../../calendar/dates.js';
import { type Instant, londonDate } from '../../calendar/instants.js';
import { nothing } from '../../data/objects.js';
import { type Deadline, type Finding, type Moment, type Need, programmeTerms } from '../../decision/decision.js';
import { answerBy } from '../../decision/rule.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Policy } from '../../policy/policy.js';
import { assessSubmission } from '../4.4-submission.js';
import { assessResubmission } from '../6.2.3-resubmission.js';
import {
  type Case,
  type CaseAt,
  type CaseEvent,
  type CaseEventType,
  type Issued,
  moved,
  type OpenStage,
  type Registration,
  type RestartReason,
} from './case.js';
import type * as z from 'zod';
import type { FindingCode } from '../../rules.js';
import { date, fact } from '../../decision/facts.js';
import type { Bound, Cell, EventOf, EventTable, PermittedEventOf, Standing, Step, TransitionOf } from '../../machine/table.js';
import { deadlineChanges, dutyMet, type DutyEffect, type Owed } from '../../machine/duties.js';

type Which = 'submissionDeadline' | 'resubmissionDeadline';
const clauseOf: Readonly<Record<Which, ClauseId>> = { submissionDeadline: 'support/4.4', resubmissionDeadline: 'support/6.2.3' };

/** Returns a deadline of the cohort, where it is known. */
export function cohortDeadline({ cohort }: Case, which: Which): Deadline | undefined {
  const due = cohort[which];
  return due === undefined ? undefined : { due, owedBy: 'participant', clause: clauseOf[which], set: 'by-cohort' };
}

/** Returns what is missing when the cohort's calendar does not give the deadline. */
export function missingDeadline({ cohort }: Case, which: Which): readonly Need[] {
  return cohort[which] === undefined ? [{ kind: 'fact', name: which }] : nothing;
}

/** Returns the London day after a deadline: nothing can be said of the day itself by a date alone. */
export function dayAfter({ cohort }: Case, which: Which): PlainDate | undefined {
  const due = cohort[which];
  return due === undefined ? undefined : addDays(londonDate(due), 1);
}

/** A missed deadline and its consequence. */
export interface MissedDeadline {
  readonly deadline: Instant;
  /** The event that records it. */
  readonly event: 'submission-deadline-missed' | 'resubmission-deadline-missed';
  readonly clause: ClauseId;
  readonly isRecorded: boolean;
  readonly outcome: 'restart' | 'withdrawn' | 'undetermined';
  /** What the consequence leaves open: what follows, or the fee of a restart. */
  readonly needs: readonly Need[];
}

/** Asks 4.4 of a portfolio that was submitted at an instant, or not at all; nothing where the deadline is not known. */
export function submissionOf(
  { cohort: { submissionDeadline } }: Case,
  submittedAt: Instant | 'none',
  asOf: Moment,
  policy: Policy,
): ReturnType<typeof assessSubmission> | undefined {
  return submissionDeadline && answerBy(assessSubmission, { submittedAt, submissionDeadline, asOf }, policy);
}

/** Asks 6.2.3 likewise of a resubmission. */
export function resubmissionOf(
  { cohort: { resubmissionDeadline, programme } }: Case,
  resubmittedAt: Instant | 'none',
  asOf: Moment,
  policy: Policy,
): ReturnType<typeof assessResubmission> | undefined {
  return (
    resubmissionDeadline &&
    answerBy(assessResubmission, { resubmittedAt, resubmissionDeadline, reviewOutcome: 'none', asOf, programme }, policy)
  );
}

/** Returns the deadline that a case has missed by a moment, if it has missed one. */
export function missedDeadline(state: Case, asOf: Moment, policy: Policy): MissedDeadline | undefined {
  const isFirst = state.stage === 'in-programme';
  if (!isFirst && state.stage !== 'criteria-not-met') return undefined;
  const which: Which = isFirst ? 'submissionDeadline' : 'resubmissionDeadline';
  const outcome = (isFirst ? submissionOf : resubmissionOf)(state, 'none', asOf, policy)?.outcome;
  if (outcome !== 'restart' && outcome !== 'withdrawn' && outcome !== 'undetermined') return undefined;
  const event = isFirst ? 'submission-deadline-missed' : 'resubmission-deadline-missed';
  return {
    deadline: state.cohort[which] as Instant,
    event,
    clause: clauseOf[which],
    isRecorded: state.history.some(({ type }) => type === event),
    outcome,
    needs: outcome === 'withdrawn' ? [] : programmeTerms(state.cohort.programme),
  };
}

/** What a participant may claim. @since 0.1.0 */
export type Entitlement = 'in-programme-support' | 'written-feedback' | 'free-resubmission' | 'further-support-by-arrangement';

/** An entitlement and the clause that gives it. @since 0.1.0 */
export interface HeldEntitlement {
  readonly entitlement: Entitlement;
  readonly clause: ClauseId;
}

/** What is owed and what may be claimed in a state. */
export interface CaseStanding extends Standing {
  readonly held: readonly HeldEntitlement[];
}

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

/** What an accepted event brings about, as data: the host acts on it, the library does nothing. @since 0.1.0 */
export type Effect =
  | { readonly type: 'entitlement-gained'; readonly entitlement: Entitlement; readonly clause: ClauseId }
  | DutyEffect
  | { readonly type: 'case-opened'; readonly registration: Required<Registration>; readonly clause: ClauseId }
  | { readonly type: 'fee-due'; readonly amount: Need; readonly clause: ClauseId }
  | { readonly type: 'support-closed'; readonly clause: ClauseId };

/** The result of an event: taken, or refused. @since 0.1.0 */
export type Transition = TransitionOf<Case, CaseEventType, Effect>;
/** An event that may happen to a case. @since 0.1.0 */
export type PermittedEvent = PermittedEventOf<CaseEventType>;

/** Returns the effects of an event from the standings before and after it, and the duty that it met. */
export function effectsOf(before: CaseStanding, after: CaseStanding, met: Owed | undefined): readonly Effect[] {
  const gained = after.held.filter(({ entitlement }) => !hasEntitlement(before, entitlement));
  const closed = hasEntitlement(before, 'in-programme-support') && !hasEntitlement(after, 'in-programme-support');
  return [
    ...dutyMet(met),
    ...gained.map(({ entitlement, clause }): Effect => ({ type: 'entitlement-gained', entitlement, clause })),
    ...deadlineChanges(before.owed, after.owed),
    ...(closed ? [{ type: 'support-closed', clause: 'support/4.3' } as const] : []),
  ];
}

function hasEntitlement({ held }: CaseStanding, entitlement: Entitlement): boolean {
  return held.some((each) => each.entitlement === entitlement);
}
