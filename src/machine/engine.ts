// The machine of a definition: its public operations, wired once for the programme and every procedure. No policy is made here.
import { deepFreeze, inheritingNothing, once } from '../data/objects.js';
import { invalid, type Path, readAll, attempt } from '../data/issues.js';
import { readEach } from '../data/reading.js';
import { moment, read } from '../decision/facts.js';
import { orderOf, type Moment } from '../decision/decision.js';
import { followedPolicy, policyOf, type AnyPolicy } from '../policy/policy.js';
import { eventReader, momentOf, MOST_LISTED, storedStates } from './reading.js';
import type { AnyEvent, AnyState, Definition, Engine, Followed, Machine, MachineCell, RowsOf, Standing, TransitionOf } from './table.js';
import { transitionsOf } from './transition.js';

const operations = ['stages', 'events', 'cells', 'open', 'transition', 'replay', 'position', 'permitted', 'safe'] as const;

/** Makes the machine that callers see; its engine is built on first use. `own` are operations that have a name beside it. */
/* @__NO_SIDE_EFFECTS__ */
export function machineFrom<O extends object, S extends AnyState<E>, E extends AnyEvent, P, X>(
  id: string,
  engine: () => Engine<O, S, E, P, X>,
  own: Partial<Machine<O, S, E, P, X>> = {},
): Machine<O, S, E, P, X> {
  const others = operations.filter((name) => !Object.hasOwn(own, name));
  const lazily = others.map((name) => [name, { get: (): unknown => Reflect.get(engine(), name), enumerable: true }] as const);
  return Object.defineProperties({ id, ...own }, Object.fromEntries(lazily)) as Machine<O, S, E, P, X>;
}

export function engineOf<O extends object, S extends AnyState<E>, E extends AnyEvent, P, X, W extends Standing, C>(
  definition: Definition<O, S, E, P, X, W, C>,
): Engine<O, S, E, P, X> {
  const { stages, openedAt } = definition;
  const rows = definition.table as unknown as RowsOf<S, E, X, W>;
  const events = Object.keys(rows) as E['type'][];
  const cells = events.flatMap((event) => {
    const { clause, from: cellAt } = rows[event];
    return stages.flatMap((from): MachineCell[] => (cellAt[from] === undefined ? [] : [{ event, from, to: cellAt[from].to, clause }]));
  });
  const { readEvent, needsOf } = eventReader<E>(events, (type) => rows[type]);
  const made = new WeakSet();
  /** Marks a state as made here, so that it is not checked again. */
  const keep = (state: S): S => {
    made.add(state);
    return Object.freeze(inheritingNothing(state));
  };
  const { fold, permitted, stateAfter } = transitionsOf(definition, needsOf, keep);
  const { readStored, judgesOf } = storedStates(definition, cells, readEvent, stateAfter);
  const start = (opening: O): S => keep(definition.start(opening));
  const readState = (value: unknown, at: Path = []): S => keep({ ...readStored(value, at) });
  const own = (state: S): S => (made.has(state) ? state : readState(state, ['case']));
  const readEvents = (value: unknown): readonly E[] => readEach(value, ['events'], MOST_LISTED, 'events', readEvent);

  const open = (opening: O): S => start(read(definition.opening, opening));
  const readHistory: Engine<O, S, E, P, X>['readHistory'] = (opening, value, policy) =>
    readAll<[S, readonly E[], Followed]>(
      () => open(opening),
      () => readEvents(value),
      () => readPolicy(policy),
    );

  const transition: Engine<O, S, E, P, X>['transition'] = (state, event, policy) => {
    const [known, happened, chosen] = readAll<[S, E, Followed]>(
      () => own(state),
      () => readEvent(event),
      () => readPolicy(policy),
    );
    const result = fold(known, [happened], chosen, ['case', 'history']).steps[0] as TransitionOf<S, E['type'], X>;
    return result.case === known ? { ...result, case: state } : result; // the object that was given, where the case does not change
  };

  return {
    stages: deepFreeze(stages),
    events: deepFreeze(events),
    cells: deepFreeze(cells),
    open,
    start,
    readState,
    readEvents,
    readHistory,
    fold,
    transition,
    safe: (state, event, policy) => attempt(() => ({ transition: transition(state as S, event as E, policy) })),
    replay: (opening, value, policy) => fold(...readHistory(opening, value, policy)),
    position: (state, asOf, policy, context) => {
      const [known, moment, chosen, beside] = readAll<[S, Moment, Followed, C]>(
        () => own(state),
        () => readAsOf(asOf),
        () => readPolicy(policy),
        () => definition.readContext(context),
      );
      if (openedAt !== undefined)
        assertNotBeforeOpening(moment, openedAt, (known as Readonly<Record<string, unknown>>)[openedAt] as Moment);
      const past = eventsUpTo(known.history, moment);
      // An event stays judged as it was recorded, whatever the policy that is asked.
      const judges = once(() => judgesOf(known, chosen.policy));
      const take = (state: S, event: E): S => stateAfter(state, event, judges()?.get(event) ?? chosen.policy) ?? state;
      const after = (list: readonly E[]): S => list.reduce(take, start(known as unknown as O));
      const then = past === known.history ? known : after(past);
      const standing = definition.standing(then, chosen.policy);
      return definition.position({
        ...chosen,
        state: then,
        asOf: moment,
        standing,
        permitted: permitted(then, chosen.policy, standing).filter(({ notBefore }) => !notBefore || orderOf(moment, notBefore) >= 0),
        before: () => after(past.slice(0, -1)),
        context: beside,
      });
    },
    permitted: (state, policy) => {
      const [known, chosen] = readAll<[S, Followed]>(
        () => own(state),
        () => readPolicy(policy),
      );
      return permitted(known, chosen.policy, definition.standing(known, chosen.policy));
    },
  };
}

function readPolicy(policy: AnyPolicy | undefined): Followed {
  const chosen = policyOf(policy);
  return { chosen, policy: followedPolicy(chosen) };
}

export function readAsOf(asOf: unknown): Moment {
  if (moment.is(asOf)) return asOf;
  throw invalid(['asOf'], moment.what, asOf, moment.codeOf(asOf));
}

/** Refuses a moment before the one that opened the case, by the name of that fact. */
function assertNotBeforeOpening(asOf: Moment, fact: string, opened: Moment): void {
  if (orderOf(asOf, opened) < 0) throw invalid(['asOf'], `must not be before ${fact}, ${opened}`, asOf, 'out-of-order');
}

/** Returns the events of a history that had happened by a moment; a history without later ones is given back itself. */
export function eventsUpTo<E extends object>(history: readonly E[], asOf: Moment): readonly E[] {
  const past = history.filter((event) => orderOf(momentOf(event), asOf) <= 0);
  return past.length === history.length ? history : past;
}
