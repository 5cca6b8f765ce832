// Runs an event table: finds an event's cell, takes it or refuses it. No policy stands here.
import { InvalidFacts, issue, together, type NonEmpty } from '../data/issues.js';
import { dateOf, distinct, orderOf, type Finding, type Moment, type Need } from '../decision/decision.js';
import { inheritingNothing } from '../data/freeze.js';
import { notHeld } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import { followed, policyOf, type AnyPolicy, type Policy } from '../policy/policy.js';
import { once } from '../data/memo.js';
import { datedFirst, type Owed } from './duties.js';
import { mark } from '../data/brand.js';
import { eventReader, momentOf, readList, sameContent, type EventReader } from './read-events.js';
import type { AnyEvent, AnyState, Bound, Cell, EventRow, EventTable, MachineCell, PermittedEventOf, TransitionOf } from './table.js';

/** The most accepted events that a case carries. */
export const MOST_EVENTS = 500;

/** An event table, ready to run. */
export interface Engine<S extends AnyState<E>, E extends AnyEvent, X> {
  readonly stages: readonly S['stage'][];
  readonly events: readonly E['type'][];
  readonly cells: readonly MachineCell[];
  readonly readEvent: EventReader<E>['readEvent'];
  readEvents(value: unknown): readonly E[];
  transition(state: S, event: unknown, policy?: AnyPolicy): TransitionOf<S, E['type'], X>;
  /** Returns the state to which events lead that were taken before: no time limit is looked at again, and no effect worked out. */
  follow(state: S, events: readonly E[], policy: AnyPolicy): S;
  /** Folds events that are read into a state that is known. */
  fold(state: S, events: readonly E[], policy: AnyPolicy): { readonly case: S; readonly steps: readonly TransitionOf<S, E['type'], X>[] };
  permitted(state: S, policy?: AnyPolicy): readonly PermittedEventOf<E['type']>[];
  /** Marks a state as made here, so that it is known again without a second check. */
  keep(state: S): S;
  /** Gives a state made here as it is, and any other after a check. */
  own(state: S): S;
}

type AnyCell<S extends AnyState<E>, E extends AnyEvent, X> = Cell<S, E, S['stage'], E['type'], X>;
type AnyRow<S extends AnyState<E>, E extends AnyEvent, X> = Omit<EventRow<S, E, E['type'], X>, 'from'> & {
  readonly from: Readonly<Partial<Record<string, AnyCell<S, E, X>>>>;
};

/** What is owed in a state, worked out once: the guard, the step and the effects of an event all read it. */
export interface Standing {
  readonly owed: readonly Owed[];
}
/** What an engine reads off states beside their table. */
export interface Spec<S, E, X, Y extends Standing> {
  readonly standing: (state: S, policy: Policy) => Y;
  /** Returns the effects of a taken event, beside what its cell says; `because` is what its cell found. */
  readonly effects: (before: Y, after: Y, event: E, state: S, because: readonly Finding[]) => readonly X[];
  /** Returns what a state that an event has led to leaves open, beside what its cell says. */
  readonly leavesOpen?: (after: Y, state: S, policy: Policy) => readonly Need[];
}

/** What came of an event, and the standing of the state that it led to. */
interface Judged<S, E extends AnyEvent, X, Y> {
  readonly step: TransitionOf<S, E['type'], X>;
  readonly standing: () => Y;
}

/** Makes an engine of a table; `check` reads a state that was not made here. */
export function engineOf<S extends AnyState<E>, E extends AnyEvent, X, Y extends Standing>(
  table: EventTable<S, E, X>,
  stages: readonly S['stage'][],
  check: (value: unknown) => S,
  spec: Spec<S, E, X, Y>,
): Engine<S, E, X> {
  const rows = table as unknown as Readonly<Record<string, AnyRow<S, E, X>>>;
  const types = Object.keys(rows) as E['type'][];
  const made = mark();

  const rowOf = (type: string): AnyRow<S, E, X> => rows[type] as AnyRow<S, E, X>;
  const { readEvent, needsOf } = eventReader<E>(types, (type) => rows[type]);

  const keep = (state: S): S => {
    made.put(state);
    return Object.freeze(inheritingNothing(state));
  };

  const permitted = (state: S, policy: Policy, { owed }: Standing): readonly PermittedEventOf<E['type']>[] => {
    const found = types.flatMap((type): PermittedEventOf<E['type']>[] => {
      const row = rowOf(type);
      const cell = row.from[state.stage];
      if (cell === undefined || row.bar?.(state, policy) !== undefined) return [];
      const [bound, deadline] = [cell.notBefore?.(state as never), cell.deadline?.(state as never, owed)];
      return [
        { type, clause: row.clause, needs: needsOf(type), ...(bound && { notBefore: firstOf(bound) }), ...(deadline && { deadline }) },
      ];
    });
    return datedFirst(found);
  };

  const judge = (state: S, event: E, policy: Policy, before: () => Y): Judged<S, E, X, Y> => {
    const { type, id } = event;
    const { clause, from, bar } = rowOf(type);
    const refuse = (...refusals: NonEmpty<Finding>): Judged<S, E, X, Y> => {
      const instead = permitted(state, policy, before()).filter((other) => other.type !== type);
      return { step: { accepted: false, case: state, refusals, instead }, standing: before };
    };
    const recorded = id === undefined ? undefined : state.history.find((each) => each.id === id);
    if (recorded !== undefined) {
      const same = sameContent(recorded, event);
      const finding: Finding = { clause, test: same ? 'already-recorded' : 'id-is-free', holds: same, left: id as string };
      const step = { accepted: true, case: state, effects: [], because: [finding], unsettled: [] } as const;
      return same ? { step, standing: before } : refuse(finding);
    }
    const cell = from[state.stage];
    const taken = takes(clause, type, state.stage, cell !== undefined);
    const barred = bar?.(state, policy);
    if (cell === undefined) return refuse(taken, ...(barred ? [barred] : []));
    const unfit = barred ?? tooEarly(clause, cell.notBefore?.(state as never), event);
    if (unfit !== undefined) return refuse(unfit);
    const answer = cell.step(state as never, event as never, policy, before().owed);
    if (answer.refusals !== undefined) return refuse(...answer.refusals);
    const { next, because = [], effects = [], unsettled = [] } = answer;
    const reached = entered(next, state, event);
    const standing = once(() => spec.standing(reached, policy));
    const open = spec.leavesOpen?.(standing(), reached, policy);
    return {
      step: {
        accepted: true,
        case: reached,
        effects: [...spec.effects(before(), standing(), event, reached, because), ...effects],
        because: [taken, ...because],
        unsettled: open === undefined ? unsettled : distinct([...unsettled, ...open]),
      },
      standing,
    };
  };

  /** Returns the state with the event in its history. */
  const entered = (next: S, state: S, event: E): S => {
    if (state.history.length >= MOST_EVENTS)
      throw new InvalidFacts([issue(['case', 'history'], `must hold at most ${MOST_EVENTS} events`, state.history.length)]);
    return keep({ ...next, history: Object.freeze([...state.history, event]) });
  };

  const followOne = (state: S, event: E, policy: Policy): S => {
    const recorded = event.id !== undefined && state.history.some(({ id }) => id === event.id);
    const { from, clause, bar } = rowOf(event.type);
    const cell = recorded ? undefined : from[state.stage];
    if (cell === undefined || bar?.(state, policy) || tooEarly(clause, cell.notBefore?.(state as never), event)) return state;
    const answer = cell.step(state as never, event as never, policy);
    return answer.refusals === undefined ? entered(answer.next, state, event) : state;
  };

  /** Where the chosen edition does not hold the event's clause, it is judged as in the standard one, and what came of it is not settled. */
  const take = (state: S, event: E, policy: AnyPolicy, judgedBy: Policy, before: () => Y): Judged<S, E, X, Y> => {
    const { step, standing } = judge(state, event, judgedBy, before);
    const open = policy === judgedBy ? undefined : notHeld(rowOf(event.type).clause, policy);
    if (open === undefined) return { step, standing };
    return {
      step: step.accepted
        ? { ...step, unsettled: distinct([...step.unsettled, ...open.needs]) }
        : { ...step, refusals: [...step.refusals, open.finding] },
      standing,
    };
  };
  const standingAt = (state: S, policy: Policy): (() => Y) => once(() => spec.standing(state, policy));

  const own = (state: S): S => (made.isOn(state) ? state : check(state));

  return {
    stages,
    events: types,
    cells: types.flatMap((type) =>
      stages.flatMap((from) => {
        const row = rowOf(type);
        const cell = row.from[from];
        return cell === undefined ? [] : [{ event: type, from, to: cell.to, clause: row.clause }];
      }),
    ),
    readEvent,
    readEvents: (value) => readList(value, ['events'], readEvent),
    transition: (state, event, policy) => {
      const [known, happened, chosen] = together<[S, E, AnyPolicy]>(
        () => own(state),
        () => readEvent(event),
        () => policyOf(policy),
      );
      const judgedBy = followed(chosen);
      const { step } = take(known, happened, chosen, judgedBy, standingAt(known, judgedBy));
      return step.case === known ? { ...step, case: state } : step; // the object that was given, where the case stays as it was
    },
    follow: (state, events, policy) => {
      const judgedBy = followed(policy);
      return events.reduce((at, event) => followOne(at, event, judgedBy), state);
    },
    fold: (state, events, policy) => {
      const judgedBy = followed(policy);
      const steps: TransitionOf<S, E['type'], X>[] = [];
      let [at, standing] = [state, standingAt(state, judgedBy)];
      for (const event of events) {
        const taken = take(at, event, policy, judgedBy, standing);
        steps.push(taken.step);
        [at, standing] = [taken.step.case, taken.standing];
      }
      return { case: at, steps };
    },
    permitted: (state, policy) => {
      const [known, chosen] = together<[S, AnyPolicy]>(
        () => own(state),
        () => policyOf(policy),
      );
      const judgedBy = followed(chosen);
      return permitted(known, judgedBy, spec.standing(known, judgedBy));
    },
    keep,
    own,
  };
}

function tooEarly(clause: ClauseId, bound: Bound | undefined, event: object): Finding | undefined {
  if (bound === undefined) return undefined;
  const moment = momentOf(event);
  if (orderOf(moment, bound.from) >= 0) return undefined;
  return { clause, test: bound.test, holds: false, left: moment, operator: '>=', right: bound.from };
}

const firstOf = ({ from, wholeDay }: Bound): Moment => (wholeDay ? dateOf(from) : from);

function takes(clause: ClauseId, type: string, stage: string, holds: boolean): Finding {
  return { clause, test: 'stage-takes-event', holds, left: type, operator: 'in', right: stage };
}
