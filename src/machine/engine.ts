// Runs an event table: finds an event's cell, takes it or refuses it. No policy stands here.
import { InvalidFacts, issue, together, type NonEmpty } from '../data/issues.js';
import { dateOf, distinct, orderOf, type Finding, type Moment } from '../decision/decision.js';
import { inheritingNothing, nothing } from '../data/freeze.js';
import { notHeld } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import { followed, policyOf, type AnyPolicy, type Policy } from '../policy/policy.js';
import { datedFirst } from './duties.js';
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

/** A cell as the engine keeps it, each of the same keys, with the finding that its stage takes its event: the same each time, and so made once. */
interface Place<S extends AnyState<E>, E extends AnyEvent, X> {
  readonly bar: ((state: S, policy: Policy) => Finding | undefined) | undefined;
  readonly notBefore: AnyCell<S, E, X>['notBefore'] | undefined;
  readonly step: AnyCell<S, E, X>['step'];
  readonly alone: NonEmpty<Finding>;
}

/** What is read off a state, and what a taken event brought about, beside what its cell says, when the state after it is held against the one before. */
export interface Comparing<S, E, X, Y> {
  readonly standing: (state: S, policy: Policy) => Y;
  readonly effects: (before: Y, after: Y, event: E, state: S) => readonly X[];
}
/** The standing of the state that a fold has reached, so that it is not worked out twice. */
interface Reached<Y> {
  standing?: Y;
}

/** Makes an engine of a table; `check` reads a state that was not made here. */
export function engineOf<S extends AnyState<E>, E extends AnyEvent, X, Y>(
  table: EventTable<S, E, X>,
  stages: readonly S['stage'][],
  check: (value: unknown) => S,
  compared: Comparing<S, E, X, Y>,
): Engine<S, E, X> {
  const rows = table as unknown as Readonly<Record<string, AnyRow<S, E, X>>>;
  const types = Object.keys(rows) as E['type'][];
  const places = Object.fromEntries(types.map((type) => [type, placesOf<S, E, X>(type, rows[type] as AnyRow<S, E, X>)]));
  const made = mark();

  const clauseOf = (type: string): ClauseId => (rows[type] as AnyRow<S, E, X>).clause;
  const { readEvent, needsOf } = eventReader<E>(types, (type) => rows[type]);

  const keep = (state: S): S => {
    made.put(state);
    return Object.freeze(inheritingNothing(state));
  };

  const permitted = (state: S, policy: Policy): readonly PermittedEventOf<E['type']>[] => {
    const found = types.flatMap((type): PermittedEventOf<E['type']>[] => {
      const row = rows[type] as AnyRow<S, E, X>;
      const cell = row.from[state.stage];
      if (cell === undefined || row.bar?.(state, policy) !== undefined) return [];
      const [bound, deadline] = [cell.notBefore?.(state as never), cell.deadline?.(state as never, policy)];
      return [
        { type, clause: row.clause, needs: needsOf(type), ...(bound && { notBefore: firstOf(bound) }), ...(deadline && { deadline }) },
      ];
    });
    return datedFirst(found);
  };

  const refuse = (state: S, { type }: E, policy: Policy, ...refusals: NonEmpty<Finding>): TransitionOf<S, E['type'], X> => ({
    accepted: false,
    case: state,
    refusals,
    instead: permitted(state, policy).filter((event) => event.type !== type),
  });

  const judge = (state: S, event: E, policy: Policy, reached: Reached<Y>): TransitionOf<S, E['type'], X> => {
    const { type, id } = event;
    const recorded = id === undefined ? undefined : state.history.find((each) => each.id === id);
    if (recorded !== undefined) {
      const same = sameContent(recorded, event);
      const finding: Finding = { clause: clauseOf(type), test: same ? 'already-recorded' : 'id-is-free', holds: same, left: id as string };
      return same ? { accepted: true, case: state, effects: [], because: [finding], unsettled: [] } : refuse(state, event, policy, finding);
    }
    const place = places[type]?.[state.stage];
    if (place === undefined) {
      const barred = rows[type]?.bar?.(state, policy);
      return refuse(state, event, policy, takes(clauseOf(type), type, state.stage, false), ...(barred ? [barred] : []));
    }
    const { bar, notBefore, step, alone } = place;
    const unfit = bar?.(state, policy) ?? tooEarly(alone[0].clause, notBefore?.(state as never), event);
    if (unfit !== undefined) return refuse(state, event, policy, unfit);
    const result = step(state as never, event as never, policy);
    if (result.refusals !== undefined) return refuse(state, event, policy, ...result.refusals);
    if (state.history.length >= MOST_EVENTS)
      throw new InvalidFacts([issue(['case', 'history'], `must hold at most ${MOST_EVENTS} events`, state.history.length)]);
    const next = keep(withHistory(result.next === state ? { ...state } : result.next, Object.freeze([...state.history, event])));
    const before = reached.standing ?? compared.standing(state, policy);
    const after = compared.standing(next, policy);
    reached.standing = after;
    const effects = compared.effects(before, after, event, next);
    return {
      accepted: true,
      case: next,
      effects: result.effects === undefined ? effects : [...effects, ...result.effects],
      because: result.because === undefined ? alone : followedBy(alone[0], result.because),
      unsettled: result.unsettled ?? nothing,
    };
  };

  /** Where the chosen edition does not hold the event's clause, it is judged as in the standard one, and what came of it is not settled. */
  const take = (state: S, event: E, policy: AnyPolicy, judgedBy: Policy, reached: Reached<Y>): TransitionOf<S, E['type'], X> => {
    const result = judge(state, event, judgedBy, reached);
    const open = policy === judgedBy ? undefined : notHeld(clauseOf(event.type), policy);
    if (open === undefined) return result;
    return result.accepted
      ? { ...result, unsettled: distinct([...result.unsettled, ...open.needs]) }
      : { ...result, refusals: [...result.refusals, open.finding] };
  };

  const own = (state: S): S => (made.isOn(state) ? state : check(state));

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
      const [known, happened, chosen] = together<[S, E, AnyPolicy]>(
        () => own(state),
        () => readEvent(event),
        () => policyOf(policy),
      );
      const result = take(known, happened, chosen, followed(chosen), {});
      return result.case === known ? { ...result, case: state } : result; // the object that was given, where the case stays as it was
    },
    fold: (state, events, policy) => {
      const judgedBy = followed(policy);
      const reached: Reached<Y> = {};
      const steps: TransitionOf<S, E['type'], X>[] = [];
      let at = state;
      for (const event of events) {
        const step = take(at, event, policy, judgedBy, reached);
        steps.push(step);
        at = step.case;
      }
      return { case: at, steps };
    },
    permitted: (state, policy) => {
      const [known, chosen] = together<[S, AnyPolicy]>(
        () => own(state),
        () => policyOf(policy),
      );
      return permitted(known, followed(chosen));
    },
    keep,
    own,
  };
}

/** Writes the history of a fresh state. */
function withHistory<S extends AnyState<E>, E extends AnyEvent>(fresh: S, history: readonly E[]): S {
  (fresh as { history: readonly E[] }).history = history;
  return fresh;
}

function tooEarly(clause: ClauseId, bound: Bound | undefined, event: object): Finding | undefined {
  if (bound === undefined) return undefined;
  const moment = momentOf(event);
  if (orderOf(moment, bound.from) >= 0) return undefined;
  return { clause, test: bound.test, holds: false, left: moment, operator: '>=', right: bound.from };
}

const firstOf = ({ from, wholeDay }: Bound): Moment => (wholeDay ? dateOf(from) : from);

/** Lists a finding and then others: what is spread behind something else is walked with an object a step. docs/decisions/021. */
function followedBy(first: Finding, others: readonly Finding[]): NonEmpty<Finding> {
  const all = new Array<Finding>();
  all.push(first);
  for (let index = 0; index < others.length; index++) all.push(others[index] as Finding);
  return all as readonly Finding[] as NonEmpty<Finding>;
}

function takes(clause: ClauseId, type: string, stage: string, holds: boolean): Finding {
  return { clause, test: 'stage-takes-event', holds, left: type, operator: 'in', right: stage };
}

function placesOf<S extends AnyState<E>, E extends AnyEvent, X>(
  type: string,
  { clause, from, bar }: AnyRow<S, E, X>,
): Record<string, Place<S, E, X>> {
  const placed = Object.entries(from as Readonly<Record<string, AnyCell<S, E, X>>>).map(([stage, { notBefore, step }]) => {
    const alone = Object.freeze<NonEmpty<Finding>>([Object.freeze(takes(clause, type, stage, true))]);
    return [stage, { bar, notBefore, step, alone }] as const;
  });
  return Object.fromEntries(placed);
}
