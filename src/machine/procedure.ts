// A procedure of few steps, as its author writes it: each step leads to the stage of the same name.
import type { NonEmpty } from '../data/issues.js';
import type { PlainDate } from '../calendar/dates.js';
import type { DutyCode, Role } from '../policy/vocabulary.js';
import type { Deadline, Finding, Moment, Need } from '../decision/decision.js';
import type { ShapeOf } from '../decision/facts.js';
import type { Open } from '../decision/open.js';
import type { DatedEdition, SelectableReadingId, Succession } from '../policy/choices.js';
import type { Policy } from '../policy/policy.js';
import type { Duty, DutyEffect } from './duties.js';
import type { AnyEvent, AnyState, EventOf, EventRow, Machine, PermittedEventOf, Refusal, Standing } from './table.js';

/** A step recorded by its day. @since 0.1.0 */
export interface StepOn<Type extends string> {
  readonly type: Type;
  /** London day on which it happened. */
  readonly on: PlainDate;
  /** The host's id of the event: the same event sent twice is recorded once. */
  readonly id?: string;
}
/** A step that counts from its receipt. @since 0.1.0 */
export interface StepReceived<Type extends string> {
  readonly type: Type;
  /** When it was received; a bare date has no hour. */
  readonly at: Moment;
  readonly id?: string;
}
/** A case of a procedure: how it was opened, its stage, and every accepted step, in the order in which they were recorded. @since 0.1.0 */
export type ProcedureCase<Opening, Start extends string, Event extends AnyEvent> = Readonly<Opening> & {
  /** The version of this shape, for cases that are stored. */
  readonly schemaVersion: 1;
  readonly stage: Start | Event['type'];
  readonly history: readonly Event[];
};
/** The position of a case of a procedure on a day or at an instant. @since 0.1.0 */
export interface ProcedurePosition<Stage extends string = string, Type extends string = string> {
  readonly stage: Stage;
  readonly asOf: Moment;
  /** Those with a deadline first, then those without one, and last the opportunities that have lapsed. */
  readonly duties: readonly Duty[];
  /** What may be recorded on that day. */
  readonly permitted: readonly PermittedEventOf<Type>[];
  readonly unsettled: readonly Need[];
}
/** A procedure as a machine. @since 0.1.0 */
export type ProcedureMachine<Opening, Start extends string, Event extends AnyEvent> = Machine<
  Opening,
  ProcedureCase<Opening, Start, Event>,
  Event,
  ProcedurePosition<Start | Event['type'], Event['type']>,
  DutyEffect
>;

/** Until when a step is in time. */
interface Limit<State> {
  /** Until when; `from` is when what the step answers happened. */
  readonly deadline: (state: State, from: Moment, policy: Policy) => Deadline | Open;
  /** The day on which the step counts; its London day where left out. */
  readonly counts?: (at: Moment, policy: Policy) => PlainDate | Open;
}
/** Who owes a step, and by when. */
export interface Owing<State> {
  readonly what: DutyCode;
  readonly by: Role;
  /** An opportunity where the document gives a right, which ends with its last day; a duty where left out, which is met late after it. */
  readonly kind?: Duty['kind'];
  readonly limit?: Limit<State>;
  /** Whether it is owed, as a policy reads the clause; always where left out. */
  readonly isOwed?: (state: State, policy: Policy) => boolean;
}
/** What is found of a step that is taken. */
interface Evaluation {
  readonly because: readonly Finding[];
}
/** One step: its event, the stages it leads from, who owes it, and what is found of it. */
interface ProcedureStep<State extends AnyState<Event>, Stage, Event extends AnyEvent, Type extends Event['type']> extends Omit<
  EventRow<State, Event, Type, never, Standing>,
  'meets' | 'from'
> {
  readonly from: NonEmpty<Stage>;
  readonly owed?: Owing<State>;
  /** Returns what is found of the step; refusals, where it is not taken. */
  readonly evaluate?: (state: State, event: EventOf<Event, Type>, policy: Policy) => Evaluation | Refusal;
}
/** The edition whose steps and limits a procedure has, and the editions among which it has its time. */
interface Dated {
  readonly edition: DatedEdition;
  readonly among: Succession;
}
/** A procedure as its author writes it. */
export interface Procedure<Opening extends object, Start extends string, Event extends AnyEvent> {
  readonly start: Start;
  readonly opening: () => ShapeOf<Opening>;
  /** The fact that says when the case was opened, where one does. */
  readonly openedAt?: keyof Opening & string;
  /** The edition that it follows, where its document has dated ones: on a day on which another governs, no limit is counted and nothing is out of time. */
  readonly dated?: Dated;
  /** Readings on which it turns whether a step is taken. */
  readonly turnsOn?: readonly SelectableReadingId[];
  readonly steps: {
    readonly [Type in Event['type']]: ProcedureStep<ProcedureCase<Opening, Start, Event>, Start | Event['type'], Event, Type>;
  };
  /** Returns what the documents leave open at the stage of a case, beside deadlines that cannot be worked out. */
  readonly unresolved?: (state: ProcedureCase<Opening, Start, Event>, policy: Policy) => readonly Need[];
}

/** The same, without the types that only its author needs. */
export type AnyCase = ProcedureCase<Record<string, unknown>, string, AnyEvent>;
export type AnyProcedure = Procedure<Record<string, unknown>, string, AnyEvent>;
export type AnyStep = AnyProcedure['steps'][string];
