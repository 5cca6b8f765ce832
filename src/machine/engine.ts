// Runs an event table: finds an event's cell, takes it or refuses it. No policy stands here.
import { InvalidFacts, type NonEmpty } from '../calendar/errors.js';
import { issue } from '../calendar/problems.js';
import type { Finding } from '../decision/decision.js';
import { together } from '../decision/plain.js';
import { compareTimes } from '../decision/steps.js';
import type { Moment } from '../decision/moments.js';
import type { ClauseId } from '../policy/ids.js';
import { policyOf, type Policy } from '../policy/policy.js';
import { eventReader, momentOf, readList, sameContent } from './read-events.js';
import type { AnyEvent, AnyState, Bound, Cell, EventRow, EventTable, MachineCell, PermittedEventOf, TransitionOf } from './table.js';

/** The most accepted events that a case carries. */
export const MOST_EVENTS = 500;

/** An event table, ready to run. */
export interface Engine<S extends AnyState<E>, E extends AnyEvent, X> {
  readonly stages: readonly S['stage'][];
  readonly events: readonly E['type'][];
  readonly cells: readonly MachineCell[];
  readEvent(value: unknown, at?: readonly (string | number)[]): E;
  readEvents(value: unknown): readonly E[];
  transition(state: S, event: unknown, policy?: Policy): TransitionOf<S, E['type'], X>;
  /** Folds events that are read into a state that is known. */
  fold(state: S, events: readonly E[], policy: Policy): { readonly case: S; readonly steps: readonly TransitionOf<S, E['type'], X>[] };
  permitted(state: S): readonly PermittedEventOf<E['type']>[];
  /** Marks a state as made here, so that it is known again without a second check. */
  keep(state: S): S;
  /** Gives a state made here as it is, and any other after a check. */
  own(state: S): S;
}

type AnyCell<S extends AnyState<E>, E extends AnyEvent, X> = Cell<S, E, S['stage'], E['type'], X>;
type AnyRow<S extends AnyState<E>, E extends AnyEvent, X> = Omit<EventRow<S, E, E['type'], X>, 'from'> & {
  readonly from: Readonly<Partial<Record<string, AnyCell<S, E, X>>>>;
};

/** Makes an engine of a table; `check` reads a state that was not made here, `effectsOf` says what a taken event brought about beside what its cell says. */
export function engineOf<S extends AnyState<E>, E extends AnyEvent, X>(
  table: EventTable<S, E, X>,
  stages: readonly S['stage'][],
  check: (value: unknown) => S,
  effectsOf: (before: S, after: S, event: E, policy: Policy) => readonly X[],
): Engine<S, E, X> {
  const rows = table as unknown as Readonly<Record<string, AnyRow<S, E, X>>>;
  const types = Object.keys(rows) as E['type'][];
  const made = new WeakSet();

  const { readEvent, needsOf } = eventReader<E>(types, (type) => (rows[type] as AnyRow<S, E, X>).facts());

  const keep = (state: S): S => {
    made.add(Object.freeze(state));
    return state;
  };

  const permitted = (state: S): readonly PermittedEventOf<E['type']>[] => {
    const found = types.flatMap((type): PermittedEventOf<E['type']>[] => {
      const row = rows[type] as AnyRow<S, E, X>;
      const cell = row.from[state.stage];
      if (cell === undefined || row.bar?.(state) !== undefined) return [];
      const [bound, deadline] = [cell.notBefore?.(state as never), cell.deadline?.(state as never)];
      return [{ type, clause: row.clause, needs: needsOf(type), ...(bound && { notBefore: bound.from }), ...(deadline && { deadline }) }];
    });
    return [...found.filter((each) => each.deadline !== undefined), ...found.filter((each) => each.deadline === undefined)];
  };

  const refuse = (state: S, ...refusals: NonEmpty<Finding>): TransitionOf<S, E['type'], X> => ({
    accepted: false,
    case: state,
    refusals,
    instead: permitted(state),
  });

  const take = (state: S, event: E, policy: Policy): TransitionOf<S, E['type'], X> => {
    const row = rows[event.type] as AnyRow<S, E, X>;
    const recorded = event.id === undefined ? undefined : state.history.find((each) => each.id === event.id);
    if (recorded !== undefined) {
      const same = sameContent(recorded, event);
      const finding: Finding = {
        clause: row.clause,
        test: same ? 'already-recorded' : 'id-is-free',
        holds: same,
        left: event.id as string,
      };
      return same ? { accepted: true, case: state, effects: [], because: [finding], unsettled: [] } : refuse(state, finding);
    }
    const cell = row.from[state.stage];
    const barred = row.bar?.(state);
    const taken: Finding = {
      clause: row.clause,
      test: 'stage-takes-event',
      holds: cell !== undefined,
      left: event.type,
      operator: 'in',
      right: state.stage,
    };
    if (cell === undefined) return refuse(state, taken, ...(barred ? [barred] : []));
    if (barred !== undefined) return refuse(state, barred);
    const early = tooEarly(row.clause, cell.notBefore?.(state as never), momentOf(event));
    if (early !== undefined) return refuse(state, early);
    const result = cell.step(state as never, event as never, policy);
    if ('refusals' in result) return refuse(state, ...result.refusals);
    if (state.history.length >= MOST_EVENTS)
      throw new InvalidFacts([issue(['case', 'history'], `must hold at most ${MOST_EVENTS} events`, state.history.length)]);
    const next = keep({ ...result.next, history: Object.freeze([...state.history, event]) });
    return {
      accepted: true,
      case: next,
      effects: [...effectsOf(state, next, event, policy), ...(result.effects ?? [])],
      because: [taken, ...(result.because ?? [])],
      unsettled: result.unsettled ?? [],
    };
  };

  const own = (state: S): S => (made.has(state) ? state : check(state));

  return {
    stages,
    events: types,
    cells: types.flatMap((type) =>
      stages.flatMap((from) => {
        const row = rows[type] as AnyRow<S, E, X>;
        const cell = row.from[from];
        return cell === undefined ? [] : [{ event: type, from, to: cell.to, clause: row.clause }];
      }),
    ),
    readEvent,
    readEvents: (value) => readList(value, ['events'], readEvent),
    transition: (state, event, policy) => {
      const [known, happened, chosen] = together<[S, E, Policy]>(
        () => own(state),
        () => readEvent(event),
        () => policyOf(policy),
      );
      const result = take(known, happened, chosen);
      return known === state || (result.accepted && result.case !== known) ? result : { ...result, case: state };
    },
    fold: (state, events, policy) => {
      let at = state;
      const steps = events.map((event) => {
        const step = take(at, event, policy);
        at = step.case;
        return step;
      });
      return { case: at, steps };
    },
    permitted: (state) => permitted(own(state)),
    keep,
    own,
  };
}

function tooEarly(clause: ClauseId, bound: Bound | undefined, moment: Moment): Finding | undefined {
  if (bound === undefined) return undefined;
  const compared = compareTimes(moment, '>=', bound.from);
  return compared.holds ? undefined : { clause, test: bound.test, ...compared };
}
