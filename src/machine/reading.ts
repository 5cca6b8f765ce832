// Reads what comes from outside: events, each by the schema of its type; lists of them, with every problem at once; and stored states, by their own history.
import * as z from 'zod';
import { isSameInstant } from '../calendar/instants.js';
import { deepFreeze, onceForEach, isObject } from '../data/objects.js';
import { invalid, InvalidFacts, issue, notOneOf, safely, together, type NonEmpty, type Path } from '../data/issues.js';
import { readEach } from '../data/reading.js';
import { sameData } from '../data/same.js';
import type { Moment } from '../decision/decision.js';
import { fact, object, optional, read, text, type Order, type ShapeOf } from '../decision/facts.js';
import { readingChoices, type Readings, type SelectableReadingId } from '../policy/choices.js';
import { definePolicy, type Policy } from '../policy/policy.js';
import type { AnyEvent, AnyState, MachineCell } from './table.js';

/** The most events that are read at once: room for refused and repeated ones. */
const MOST_LISTED = 10_000;

export interface EventReader<E extends AnyEvent> {
  /** Reads an event, one of a list where its index there is given. */
  readonly readEvent: (value: unknown, at?: Path, index?: number) => E;
  /** The facts that an event needs beside its type. */
  readonly needsOf: (type: E['type']) => readonly string[];
}

/** What an event is read with: a schema for each of its facts, and the orders in which they can stand. */
interface Facts {
  readonly facts: () => ShapeOf<object>;
  readonly orders?: readonly Order[];
}

/** The schema of one type of event: its type, an id where the host has one, and its own facts. */
export function eventSchema(type: string, facts: ShapeOf<object>): z.ZodType {
  return object({ type: z.literal(type), id: optional(fact(text)), ...facts });
}

/** Makes the reader of some types of event, each with its own facts. */
export function eventReader<E extends AnyEvent>(types: readonly E['type'][], rowOf: (type: E['type']) => Facts): EventReader<E> {
  const kindOf = onceForEach((type: E['type']) => {
    const { facts, orders = [] } = rowOf(type);
    const shape = facts() as Readonly<Record<string, z.ZodType>>;
    return {
      schema: eventSchema(type, shape),
      orders,
      needs: Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success === false),
    };
  });

  const readEvent = (value: unknown, at: Path = ['event'], index?: number): E => {
    const type = typeOf(value);
    if (isOneOf(types, type)) {
      const { schema, orders } = kindOf(type);
      return deepFreeze(read(schema as z.ZodType<E>, value, at, orders, index));
    }
    const path = index === undefined ? at : [...at, index];
    throw isObject(value) ? new InvalidFacts([notOneOf([...path, 'type'], types, type)]) : invalid(path, 'must be an event', value);
  };

  return { readEvent, needsOf: (type) => kindOf(type).needs };
}

function isOneOf<T>(values: readonly T[], value: unknown): value is T {
  return (values as readonly unknown[]).includes(value);
}

/** Returns the moment of an event: its `at`, or its `on`. */
export function momentOf(event: object): Moment {
  const { at, on } = event as { readonly at?: Moment; readonly on?: Moment };
  return (Object.hasOwn(event, 'at') ? at : on) as Moment;
}

/** Reads a list of events, or throws the problems of all of them at once. */
export function readList<T>(value: unknown, at: Path, readItem: (item: unknown, at: Path, index: number) => T): readonly T[] {
  return readEach(value, at, MOST_LISTED, 'events', readItem);
}

/** Returns the type that an event says it is of; `undefined` where it cannot be read. */
function typeOf(value: unknown): unknown {
  return safely(() => (Object.hasOwn(value as object, 'type') ? (value as { readonly type?: unknown }).type : undefined));
}

/** The facts whose texts mean nothing but themselves: one that looks like an instant is a text all the same. */
const ids: readonly (string | undefined)[] = ['id', 'participant', 'member', 'applicant'];

/** Compares what schemas have read, such as two events: instants by the moment, however each is written. */
export function sameContent(a: unknown, b: unknown): boolean {
  return sameData(a, b, (one, other, key) => !ids.includes(key) && isSameInstant(one, other));
}

/** Compares states beside their history: those that the same events have led to hold the same one. */
function sameBesideHistory(a: object, b: object): boolean {
  return sameContent({ ...a, history: undefined }, { ...b, history: undefined });
}

/** The most accepted events that a case carries. */
export const MOST_EVENTS = 500;

/** What every stored state holds; its events are read apart, by type. */
export const storedShape = (): { readonly schemaVersion: z.ZodType<1>; readonly history: z.ZodType<unknown[]> } => ({
  schemaVersion: z.literal(1, 'must be 1, the version of cases that this library reads'),
  history: z.array(z.unknown(), 'must be a list of events').check(z.maxLength(MOST_EVENTS, `must hold at most ${MOST_EVENTS} events`)),
});

/** What a stored state is read with. */
export interface StoredReader<S extends AnyState<E>, E extends AnyEvent> {
  readonly stages: readonly S['stage'][];
  readonly cells: readonly MachineCell[];
  readonly schemaAt: (stage: S['stage']) => z.ZodType;
  readonly readEvent: EventReader<E>['readEvent'];
  /** Opens a case as this one says it was opened. */
  readonly start: (claimed: S) => S;
  /** Returns the state that an event leads to, or nothing where it is not taken. */
  readonly stateAfter: (state: S, event: E, policy: Policy) => S | undefined;
  /** A policy for each combination of the readings on which it can turn whether an event is taken, or where it leads. */
  readonly policies: () => NonEmpty<Policy>;
}

/** Checks a stored state strictly and returns the state to which its history leads, or throws with every problem. */
export function readStored<S extends AnyState<E>, E extends AnyEvent>(value: unknown, at: Path, reader: StoredReader<S, E>): S {
  const stage = stageOf(value, at, reader.stages);
  const stored = safely(() => (value as { readonly history?: unknown }).history);
  const [claimed, history] = together<[S, readonly E[]]>(
    () => read<S>(reader.schemaAt(stage) as z.ZodType<S>, value, at),
    () => (safely(() => Array.isArray(stored)) === true ? readList(stored, [...at, 'history'], reader.readEvent) : []),
  );
  const whole = { ...claimed, history };
  const opened = reader.start(claimed);
  const [standard, ...others] = reader.policies();
  // Most cases were judged by one reading throughout: only where the standard ones do not lead there is every other way tried.
  const reached =
    reachable(opened, history, reader, [standard]).find((state) => sameContent(whole, state)) ??
    reachable(opened, history, reader, [standard, ...others]).find((state) => sameContent(whole, state));
  if (reached !== undefined) return reached;
  throw new InvalidFacts([
    issue([...at, 'history'], `must lead, under some reading of the policy, to the case that is ${stage}`, history, 'out-of-order'),
  ]);
}

/** Returns every state that a history can lead to when each of its events may have been judged under another of some policies. */
function reachable<S extends AnyState<E>, E extends AnyEvent>(
  opened: S,
  history: readonly E[],
  { cells, stateAfter }: StoredReader<S, E>,
  policies: readonly Policy[],
): readonly S[] {
  const forks = new Set(cells.filter(({ to }) => to.length > 1).map(({ event }) => event)); // where a reading can lead elsewhere
  let states: readonly S[] = [opened];
  for (const event of history) {
    const next: S[] = [];
    for (const state of states) {
      for (const policy of policies) {
        const after = stateAfter(state, event, policy);
        if (after === undefined) continue;
        if (!next.some((other) => sameBesideHistory(other, after))) next.push(after);
        if (!forks.has(event.type)) break;
      }
    }
    states = next;
  }
  return states;
}

function stageOf<Stage extends string>(value: unknown, at: Path, stages: readonly Stage[]): Stage {
  if (!isObject(value)) throw invalid(at, 'must be a case', value);
  const stage = safely(() => (Object.hasOwn(value, 'stage') ? (value as { readonly stage?: unknown }).stage : undefined));
  if (!(stages as readonly unknown[]).includes(stage)) throw new InvalidFacts([notOneOf([...at, 'stage'], stages, stage)]);
  return stage as Stage;
}

/** Makes a policy for every combination of some readings, the defaults first. */
export function policiesOver(readings: readonly SelectableReadingId[]): NonEmpty<Policy> {
  const combinations = readings.reduce<readonly Partial<Readings>[]>(
    (chosenSoFar, reading) => chosenSoFar.flatMap((chosen) => readingChoices[reading].map((choice) => ({ ...chosen, [reading]: choice }))),
    [{}],
  );
  return combinations.map((chosen) => definePolicy({ readings: chosen })) as readonly Policy[] as NonEmpty<Policy>;
}
