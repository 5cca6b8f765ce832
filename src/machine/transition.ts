// Takes or refuses one event by its table, and folds many. A state's standing is worked out once, and handed to whatever asks for it.
import { invalid, type NonEmpty, type Path } from '../data/issues.js';
import { dateOf, distinctNeeds, type Finding, type Moment, orderOf } from '../decision/decision.js';
import { notHeld } from '../decision/open.js';
import type { Policy } from '../policy/policy.js';
import { byDeadline, deadlineOf } from './duties.js';
import { MOST_EVENTS, momentOf, sameContent } from './reading.js';
import type {
  AnyEvent,
  AnyState,
  Bound,
  Definition,
  Folded,
  Followed,
  PermittedEventOf,
  Refusal,
  RowsOf,
  Standing,
  Step,
  TransitionOf,
} from './table.js';

export interface Transitions<S extends AnyState<E>, E extends AnyEvent, X, W> {
  /** Returns the state that an event of a stored case leads to, or nothing where it is not taken. */
  readonly stateAfter: (state: S, event: E, policy: Policy) => S | undefined;
  readonly fold: (state: S, events: readonly E[], followed: Followed, at?: Path) => Folded<S, E['type'], X>;
  readonly permitted: (state: S, policy: Policy, standing: W) => readonly PermittedEventOf<E['type']>[];
}

/** Makes the transitions of a definition; `keep` takes every state that an event leads to. */
export function transitionsOf<O extends object, S extends AnyState<E>, E extends AnyEvent, P, X, W extends Standing, C>(
  definition: Definition<O, S, E, P, X, W, C>,
  needsOf: (type: E['type']) => readonly string[],
  keep: (state: S) => S,
): Transitions<S, E, X, W> {
  const rows = definition.table as unknown as RowsOf<S, E, X, W>;
  const rowOf = ({ type }: E): RowsOf<S, E, X, W>[E['type']] => rows[type as E['type']];
  const events = Object.keys(rows) as E['type'][];

  /** Returns the finding for an event whose id is in the history: it holds where the event is the same. */
  function recordedAs({ history }: S, event: E): Finding | undefined {
    const recorded = event.id === undefined ? undefined : history.find(({ id }) => id === event.id);
    if (recorded === undefined) return undefined;
    const holds = sameContent(recorded, event);
    return { clause: rowOf(event).clause, test: holds ? 'already-recorded' : 'id-is-free', holds, left: event.id as string };
  }

  /** Asks the event's stage, guard, first day and step in turn. */
  function judge(state: S, event: E, policy: Policy, standing?: W): Step<S, X> | Refusal {
    const { clause, guard, from } = rowOf(event);
    const cell = from[state.stage];
    const taking: Finding = {
      clause,
      test: 'stage-takes-event',
      holds: cell !== undefined,
      left: event.type,
      operator: 'in',
      right: state.stage,
    };
    const unfit = guard?.(state, policy);
    if (cell === undefined) return { refusals: [taking, ...(unfit ? [unfit] : [])] };
    const refusal = unfit ?? tooEarly(taking, cell.notBefore?.(state as never), event);
    if (refusal !== undefined) return { refusals: [refusal] };
    const step = cell.step(state as never, event as never, policy, standing);
    if (step.refusals) return step;
    const { next, because = [], effects = [], unsettled = [], isLate = false } = step;
    return { next, because: [taking, ...because], effects, unsettled, isLate };
  }

  function permitted(state: S, policy: Policy, { owed }: W): readonly PermittedEventOf<E['type']>[] {
    const found = events.flatMap((type): PermittedEventOf<E['type']>[] => {
      const { clause, guard, isOffered, meets, from } = rows[type];
      const cell = from[state.stage];
      if (cell === undefined || guard?.(state, policy) !== undefined || isOffered?.(state, policy) === false) return [];
      const bound = cell.notBefore?.(state as never);
      const deadline = deadlineOf(owed.find(({ what }) => what === meets));
      return [{ type, clause, needs: needsOf(type), ...(bound && { notBefore: firstOf(bound) }), ...(deadline && { deadline }) }];
    });
    return byDeadline(found);
  }

  /** Takes or refuses one event, and returns the standing of the state after it. Where the chosen edition does not hold the event's clause, nothing is settled. */
  function take(state: S, event: E, { chosen, policy }: Followed, before: W, at: Path): [TransitionOf<S, E['type'], X>, W] {
    const { clause, meets } = rowOf(event);
    const withoutText = notHeld(clause, chosen);
    const needs = withoutText?.needs ?? [];
    const recorded = recordedAs(state, event);
    if (recorded?.holds)
      return [{ accepted: true, case: state, effects: [], because: [recorded], unsettled: distinctNeeds(needs) }, before];
    const step = recorded ? { refusals: [recorded] as const } : judge(state, event, policy, before);
    if (step.refusals !== undefined) {
      const refusals: NonEmpty<Finding> = [...step.refusals, ...(withoutText ? [withoutText.finding] : [])];
      const instead = permitted(state, policy, before).filter(({ type }) => type !== event.type);
      return [{ accepted: false, case: state, refusals, instead }, before];
    }
    const next = keep(withHistory(state, event, step.next, at));
    const after = definition.standing(next, policy);
    const met = step.isLate ? undefined : before.owed.find(({ what }) => what === meets);
    const open = definition.unsettled?.(next, policy, after) ?? [];
    const transition: TransitionOf<S, E['type'], X> = {
      accepted: true,
      case: next,
      effects: [...definition.effects(before, after, met), ...(step.effects ?? [])],
      because: step.because as NonEmpty<Finding>,
      unsettled: distinctNeeds([...(step.unsettled ?? []), ...open, ...needs]),
    };
    return [transition, after];
  }

  function fold(opened: S, happened: readonly E[], followed: Followed, at: Path = ['events']): Folded<S, E['type'], X> {
    let state = opened;
    let standing = definition.standing(state, followed.policy);
    const steps = happened.map((event) => {
      const [step, after] = take(state, event, followed, standing, at);
      [state, standing] = [step.case, after];
      return step;
    });
    return { case: state, steps };
  }

  return {
    fold,
    permitted,
    stateAfter: (state, event, policy) => {
      if (recordedAs(state, event) !== undefined) return undefined; // a history has an id once
      const step = judge(state, event, policy);
      return step.refusals === undefined ? withHistory(state, event, step.next, ['case', 'history']) : undefined;
    },
  };
}

/** Writes the history of the state that an event leads to; `at` names the argument that has the events before it. */
function withHistory<S extends AnyState<E>, E extends AnyEvent>({ history }: S, event: E, next: S, at: Path): S {
  const length = history.length + 1;
  if (length > MOST_EVENTS) throw invalid(at, `must leave a case with at most ${MOST_EVENTS} accepted events`, length, 'out-of-range');
  return { ...next, history: Object.freeze([...history, event]) };
}

function tooEarly({ clause }: Finding, bound: Bound | undefined, event: object): Finding | undefined {
  if (bound === undefined) return undefined;
  const moment = momentOf(event);
  if (orderOf(moment, bound.from) >= 0) return undefined;
  return { clause, test: bound.test, holds: false, left: moment, operator: '>=', right: bound.from };
}

const firstOf = ({ from, wholeDay }: Bound): Moment => (wholeDay ? dateOf(from) : from);
