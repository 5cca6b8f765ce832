// The shape of a procedure: events by stage, sparse. What is absent is refused; code, refusals, matrix and diagram are all read from here.
import type { NonEmpty } from '../data/issues.js';
import type { Deadline, Finding, Moment, Need } from '../decision/decision.js';
import type { FindingCode } from '../rules.js';
import type { Order, ShapeOf } from '../decision/facts.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy, Policy } from '../policy/policy.js';
import type { Owed } from './duties.js';

/** The tests that any machine makes of an event. */
export type MachineTest =
  'already-recorded' | 'id-is-free' | 'stage-takes-event' | 'follows-what-it-answers' | 'step-is-in-time' | 'document-governs';

/** Is what every event carries: its type, and an id where the host has one. */
export interface AnyEvent {
  readonly type: string;
  readonly id?: string;
}
/** Is what every state carries: its stage, and the accepted events that led there. */
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
  readonly refusals?: undefined;
}
/** What a cell that refuses says. */
export interface Refusal {
  readonly refusals: NonEmpty<Finding>;
}
/** The first day, or instant, on which an event can be, and the finding that says so. */
export interface Bound {
  readonly from: Moment;
  /** Whether the whole London day of an instant is meant, of an event that has a day and no hour. */
  readonly wholeDay?: boolean;
  readonly test: FindingCode;
}

/** What an event does in one stage. */
export interface Cell<S extends AnyState<E>, E extends AnyEvent, From extends S['stage'], Type extends E['type'], X> {
  /** Every stage it can lead to. */
  readonly to: readonly S['stage'][];
  readonly notBefore?: (state: StateAt<S, From>) => Bound | undefined;
  /** Until when it is in time, where that can be said. */
  readonly deadline?: (state: StateAt<S, From>, owed: readonly Owed[]) => Deadline | undefined;
  /** `owed` is what was owed before the event; without it only the state matters that the event leads to. */
  readonly step: (state: StateAt<S, From>, event: EventOf<E, Type>, policy: Policy, owed?: readonly Owed[]) => Step<S, X> | Refusal;
}
export interface EventRow<S extends AnyState<E>, E extends AnyEvent, Type extends E['type'], X> {
  readonly clause: ClauseId;
  /** Schemas of the event's facts beside its type and id. */
  readonly facts: () => ShapeOf<Omit<EventOf<E, Type>, 'type' | 'id'>>;
  /** Which of those facts cannot come before another. */
  readonly orders?: readonly Order[];
  /** Why the event is not for this case at all, whatever its stage. */
  readonly bar?: (state: S, policy: Policy) => Finding | undefined;
  readonly from: { readonly [From in S['stage']]?: Cell<S, E, From, Type, X> };
}
export type EventTable<S extends AnyState<E>, E extends AnyEvent, X> = { readonly [Type in E['type']]: EventRow<S, E, Type, X> };

/** Tells what became of an event: taken, with its effects; or refused, with every reason and what may happen instead. @since 0.1.0 */
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

/** Names an event that may happen, the clause it rests on, the facts it needs, and its first and last day where there is one. @since 0.1.0 */
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

/** Lists one cell of a procedure: an event, the stage it is taken in, the stages it leads to and its clause. @since 0.1.0 */
export interface MachineCell {
  readonly event: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly clause: ClauseId;
}

/** Is a procedure of the policy: its stages, its events, and pure functions over its states. @since 0.1.0 */
export interface Machine<Opening, State extends { readonly stage: string }, Event extends AnyEvent, Position = unknown, X = unknown> {
  readonly id: string;
  readonly stages: readonly State['stage'][];
  readonly events: readonly Event['type'][];
  /** Every accepted cell; any other stage and event is a refusal. */
  readonly cells: readonly MachineCell[];
  /** Opens a state at the first stage. Throws `InvalidFacts`. */
  open(opening: Opening): State;
  /** Takes or refuses one event. Throws `InvalidFacts` on a malformed state or event only. */
  transition(state: State, event: Event, policy?: AnyPolicy): TransitionOf<State, Event['type'], X>;
  /** Folds events in the order given; a refused one changes nothing. */
  replay(
    opening: Opening,
    events: readonly Event[],
    policy?: AnyPolicy,
  ): { readonly case: State; readonly steps: readonly TransitionOf<State, Event['type'], X>[] };
  /** Says where a state stands on a day. */
  position(state: State, asOf: Moment, policy?: AnyPolicy): Position;
  /** Lists what may happen next, those with a deadline first, else in the order of the procedure. */
  permitted(state: State, policy?: AnyPolicy): readonly PermittedEventOf<Event['type']>[];
}
