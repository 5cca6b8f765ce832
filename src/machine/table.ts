// The shape of a procedure: events by stage, sparse. What is absent is refused; code, refusals, matrix and diagram are all read from here.
import type * as z from 'zod';
import type { NonEmpty, Path, Tried } from '../data/issues.js';
import type { FindingCode } from '../rules.js';
import type { DutyCode } from '../policy/vocabulary.js';
import type { Deadline, Finding, Moment, Need } from '../decision/decision.js';
import type { Order, ShapeOf } from '../decision/facts.js';
import type { SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy, Policy } from '../policy/policy.js';
import type { Owed } from './duties.js';

/** The tests that any machine makes of an event. */
export type MachineTest =
  'already-recorded' | 'id-is-free' | 'stage-takes-event' | 'follows-what-it-answers' | 'step-is-in-time' | 'document-governs';

/** The fields of every event: its type, and an id where the host has one. */
export interface AnyEvent {
  readonly type: string;
  readonly id?: string;
}
/** The fields of every state: its stage, and the accepted events that led there. */
export interface AnyState<E extends AnyEvent> {
  readonly stage: string;
  readonly history: readonly E[];
}
type StateAt<S, Stage> = Extract<S, { readonly stage: Stage }>;
export type EventOf<E, Type> = Extract<E, { readonly type: Type }>;

/** What an accepted event brings: the next state (its history is the engine's to write), why, and what it leaves open. */
export interface Step<S, X> {
  readonly next: S;
  readonly because?: readonly Finding[];
  readonly effects?: readonly X[];
  readonly unsettled?: readonly Need[];
  /** Present on an event after its deadline: it is taken, and meets no duty. */
  readonly isLate?: boolean;
  readonly refusals?: undefined;
}
/** The reasons of a cell that refuses. */
export interface Refusal {
  readonly refusals: NonEmpty<Finding>;
}
/** The first day, or instant, of an event, and the finding for one that comes before it. */
export interface Bound {
  readonly from: Moment;
  /** Whether the whole London day of an instant is meant, of an event that has a day and no hour. */
  readonly wholeDay?: boolean;
  readonly test: FindingCode;
}
/** What a state holds beside its facts, worked out once for each state: from it come deadlines, limits and effects. */
export interface Standing {
  readonly owed: readonly Owed[];
}

/** What an event does in one stage. */
export interface Cell<S extends AnyState<E>, E extends AnyEvent, From extends S['stage'], Type extends E['type'], X, W extends Standing> {
  /** Every stage it can lead to. */
  readonly to: readonly S['stage'][];
  readonly notBefore?: (state: StateAt<S, From>) => Bound | undefined;
  /** Takes the event or refuses it. Without a standing no time limit is applied: a stored case does not tell the calendar of its days. */
  readonly step: (state: StateAt<S, From>, event: EventOf<E, Type>, policy: Policy, standing: W | undefined) => Step<S, X> | Refusal;
}
/** One event: its clause, its facts, and what it does in each stage that takes it. */
export interface EventRow<S extends AnyState<E>, E extends AnyEvent, Type extends E['type'], X, W extends Standing> {
  readonly clause: ClauseId;
  /** Schemas of the event's facts beside its type and id. */
  readonly facts: () => ShapeOf<Omit<EventOf<E, Type>, 'type' | 'id'>>;
  /** Which of those facts cannot come before another. */
  readonly orders?: readonly Order[];
  /** The duty or opportunity that the event meets; its deadline is the event's. */
  readonly meets?: DutyCode | undefined;
  /** Why the event is not for this case at all, whatever its stage. */
  readonly guard?: (state: S, policy: Policy) => Finding | undefined;
  /** Whether there are facts with which the event is taken, beside the guard; always where left out. */
  readonly isOffered?: (state: S, policy: Policy) => boolean;
  readonly from: { readonly [From in S['stage']]?: Cell<S, E, From, Type, X, W> };
}
export type EventTable<S extends AnyState<E>, E extends AnyEvent, X, W extends Standing> = {
  readonly [Type in E['type']]: EventRow<S, E, Type, X, W>;
};
/** The same by any stage and type, as the engine looks them up. */
export type RowsOf<S extends AnyState<E>, E extends AnyEvent, X, W extends Standing> = Readonly<
  Record<
    E['type'],
    Omit<EventRow<S, E, E['type'], X, W>, 'from'> & {
      readonly from: Readonly<Partial<Record<string, Cell<S, E, S['stage'], E['type'], X, W>>>>;
    }
  >
>;

/** A state on a day, as it is put to a definition that describes it. */
export interface Asked<S, E extends AnyEvent, W, C> {
  /** The state, holding only what had happened by then. */
  readonly state: S;
  readonly asOf: Moment;
  readonly standing: W;
  /** The events that may be recorded on that day. */
  readonly permitted: readonly PermittedEventOf<E['type']>[];
  /** The policy as it was chosen, some editions of which may lack a clause. */
  readonly chosen: AnyPolicy;
  /** The policy by which the state is judged. */
  readonly policy: Policy;
  /** Returns the state without its last event. */
  readonly before: () => S;
  readonly context: C;
}

/** All that tells one procedure from another. */
export interface Definition<O extends object, S extends AnyState<E>, E extends AnyEvent, P, X, W extends Standing, C> {
  readonly stages: readonly S['stage'][];
  readonly table: EventTable<S, E, X, W>;
  readonly opening: z.ZodType<O>;
  /** The fact that says when a case was opened, where one does. */
  readonly openedAt?: string | undefined;
  readonly start: (opening: O) => S;
  /** The schema of a stored case at a stage; its events are read apart, by type. */
  readonly schemaAt: (stage: S['stage']) => z.ZodType;
  /** The readings on which it turns whether an event is taken, or where it leads. */
  readonly turnsOn: readonly SelectableReadingId[];
  readonly standing: (state: S, policy: Policy) => W;
  /** Returns what an event brought about, from both standings and the duty that it met. */
  readonly effects: (before: W, after: W, met: Owed | undefined) => readonly X[];
  /** Returns what a state leaves open beside what the step to it said. */
  readonly unsettled?: (state: S, policy: Policy, standing: W) => readonly Need[];
  readonly position: (asked: Asked<S, E, W, C>) => P;
  /** Reads what a position may depend on beside the state. */
  readonly readContext: (value: unknown) => C;
}

/** The result of an event: taken, with its effects; or refused, with every reason and what may happen instead. @since 0.1.0 */
export type TransitionOf<S, Type extends string, X> =
  | {
      readonly accepted: true;
      readonly case: S;
      readonly effects: readonly X[];
      readonly because: NonEmpty<Finding>;
      readonly unsettled: readonly Need[];
    }
  | {
      readonly accepted: false;
      /** The same object that was given. */
      readonly case: S;
      readonly refusals: NonEmpty<Finding>;
      readonly instead: readonly PermittedEventOf<Type>[];
    };

/** An event that may happen, the clause it rests on, the facts it needs, and its first and last day where there is one. @since 0.1.0 */
export interface PermittedEventOf<Type extends string> {
  readonly type: Type;
  readonly clause: ClauseId;
  /** The facts that the event needs beside its type. */
  readonly needs: readonly string[];
  /** The first day or instant on which it can be, inclusive. */
  readonly notBefore?: Moment;
  /** Until when it is in time. */
  readonly deadline?: Deadline;
}

/** One cell of a procedure: an event, the stage it is taken in, the stages it leads to and its clause. @since 0.1.0 */
export interface MachineCell {
  readonly event: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly clause: ClauseId;
}

/** A state machine for one procedure of the policy: its stages, its events, and pure functions over its states. @since 0.1.0 */
export interface Machine<Opening, State extends { readonly stage: string }, Event extends AnyEvent, Position = unknown, X = unknown> {
  readonly id: string;
  readonly stages: readonly State['stage'][];
  readonly events: readonly Event['type'][];
  /** Every accepted cell; any other stage and event is a refusal. */
  readonly cells: readonly MachineCell[];
  /** Opens a state at the first stage. Throws `InvalidFacts`. */
  open(opening: Opening): State;
  /**
   * Takes or refuses one event.
   * @throws `InvalidFacts` on a malformed state, event or policy, and when the history would exceed 500 events.
   */
  transition(state: State, event: Event, policy?: AnyPolicy): TransitionOf<State, Event['type'], X>;
  /** Takes or refuses one event of any kind in a state of any kind, such as a stored one, or says all that is wrong with them; it throws nothing. */
  safe(state: unknown, event: unknown, policy?: AnyPolicy): Tried<{ readonly transition: TransitionOf<State, Event['type'], X> }>;
  /**
   * Folds events in the order given; a refused one changes nothing.
   * @throws `InvalidFacts` naming every malformed part of the opening, the events and the policy, and when the history would exceed 500 events.
   */
  replay(
    opening: Opening,
    events: readonly Event[],
    policy?: AnyPolicy,
  ): { readonly case: State; readonly steps: readonly TransitionOf<State, Event['type'], X>[] };
  /** Says where a state stands on a day. Throws `InvalidFacts` on a malformed state, moment or policy, and on a moment before that which opened the case. */
  position(state: State, asOf: Moment, policy?: AnyPolicy): Position;
  /** Lists what may happen next, those with a deadline first, else in the order of the procedure. Throws `InvalidFacts` on a malformed state or policy. */
  permitted(state: State, policy?: AnyPolicy): readonly PermittedEventOf<Event['type']>[];
}

/** A policy as it was chosen, with the one by which events are judged: in that, no edition lacks a clause that is known. */
export interface Followed {
  readonly chosen: AnyPolicy;
  readonly policy: Policy;
}
export type Folded<S, Type extends string, X> = { readonly case: S; readonly steps: readonly TransitionOf<S, Type, X>[] };

/** The public operations of a machine, and what its own room builds on. */
export interface Engine<O extends object, S extends AnyState<E>, E extends AnyEvent, P, X> extends Omit<
  Machine<O, S, E, P, X>,
  'id' | 'position'
> {
  position(state: S, asOf: Moment, policy?: AnyPolicy, context?: unknown): P;
  readState(value: unknown): S;
  readEvents(events: unknown): readonly E[];
  /** Reads what a history is folded from, with the problems of every part. */
  readHistory(opening: O, events: readonly E[], policy?: AnyPolicy): [S, readonly E[], Followed];
  /** Opens a case by facts that are read. */
  start(opening: O): S;
  /** Folds events that are read into a state made here; `at` names the argument that is too long where they make too many, `events` unless given. */
  fold(state: S, events: readonly E[], followed: Followed, at?: Path): Folded<S, E['type'], X>;
}
