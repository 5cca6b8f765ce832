// Reads what comes from outside: events, each by the schema of its type; lists of them, with every problem at once; and stored states, by their own history.
import * as z from 'zod';
import { isSameInstant } from '../calendar/instants.js';
import { deepFreeze, isObject, once, onceForEach } from '../data/objects.js';
import { invalid, InvalidFacts, issue, notOneOf, safely, readAll, type Issue, type NonEmpty, type Path } from '../data/issues.js';
import { copyOf } from '../data/copies.js';
import { partOf, readEach } from '../data/reading.js';
import { sameData } from '../data/same.js';
import type { Moment } from '../decision/decision.js';
import { fact, object, optional, read, text, type Order, type ShapeOf } from '../decision/facts.js';
import { combinations } from '../decision/steps.js';
import { readingChoices, type Readings, type SelectableReadingId } from '../policy/choices.js';
import { definePolicy, type Policy } from '../policy/policy.js';
import type { AnyEvent, AnyState, Definition, MachineCell, Standing } from './table.js';

/** The most events that are read at once: room for refused and repeated ones. */
export const MOST_LISTED = 10_000;

export interface EventReader<E extends AnyEvent> {
  readonly readEvent: (value: unknown, at?: Path) => E;
  /** The facts that an event needs beside its type. */
  readonly needsOf: (type: E['type']) => readonly string[];
}

/** What an event is read with: a schema for each of its facts, and the orders in which they can stand. */
interface Facts {
  readonly facts: () => ShapeOf<object>;
  readonly orders?: readonly Order[];
}

/** Returns the schema of one type of event: its type, an id where the host has one, and its own facts. */
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

  const readEvent = (given: unknown, at: Path = ['event']): E => {
    const value = copyOf(given);
    if (!isObject(value)) throw invalid(at, 'must be an event', value);
    const { schema, orders } = kindOf(wordOf(value, 'type', types, at));
    return deepFreeze(read(schema as z.ZodType<E>, value, at, orders));
  };

  return { readEvent, needsOf: (type) => kindOf(type).needs };
}

/** Reads an own key of an object that must be one of some words. */
function wordOf<W extends string>(of: object, key: string, words: readonly W[], at: Path): W {
  const word = safely(() => (Object.hasOwn(of, key) ? (of as Readonly<Record<string, unknown>>)[key] : undefined));
  if (!(words as readonly unknown[]).includes(word)) throw new InvalidFacts([notOneOf([...at, key], words, word)]);
  return word as W;
}

/** Returns the moment of an event: its `at`, or its `on`. */
export function momentOf(event: object): Moment {
  const { at, on } = event as { readonly at?: Moment; readonly on?: Moment };
  return (Object.hasOwn(event, 'at') ? at : on) as Moment;
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

/** Returns what every stored state holds; its events are read apart, by type. */
export const storedShape = (
  event: z.ZodType = z.unknown(),
): { readonly schemaVersion: z.ZodType<1>; readonly history: z.ZodType<unknown[]> } => {
  const aHistory = `must be a list of at most ${MOST_EVENTS} events`;
  return {
    schemaVersion: z.literal(1, 'must be 1, the version of cases that this library reads'),
    history: z.array(event, aHistory).check(z.maxLength(MOST_EVENTS, aHistory)),
  };
};

/** A state on the way through a history, with the policy that judged the event before it. */
interface Judged<S> {
  readonly state: S;
  readonly by?: Policy;
  readonly before?: Judged<S>;
}

export interface StoredStates<S, E> {
  /** Reads a stored state: it is checked strictly, and is the state to which its history leads. */
  readonly readStored: (value: unknown, at: Path) => S;
  /** Returns the policy that judged each event of a state's history: the one that is asked, where it leads to the state; nothing where no reading leads there. */
  readonly judgesOf: (state: S, asked: Policy) => ReadonlyMap<E, Policy> | undefined;
}

/** Makes what is asked of stored states; `stateAfter` returns none where an event is not taken. */
export function storedStates<O extends object, S extends AnyState<E>, E extends AnyEvent, P, X, W extends Standing, C>(
  { stages, start, schemaAt, turnsOn }: Definition<O, S, E, P, X, W, C>,
  cells: readonly MachineCell[],
  readEvent: EventReader<E>['readEvent'],
  stateAfter: (state: S, event: E, policy: Policy) => S | undefined,
): StoredStates<S, E> {
  const schemaOf = onceForEach(schemaAt);
  const policies = once(() => policiesOver(turnsOn));
  const forks = new Set(cells.filter(({ to }) => to.length > 1).map(({ event }) => event)); // where a reading can lead elsewhere

  /** Returns every state that a history can lead to when each of its events may have been judged under another of some policies; throws of an event that none takes, where a place is given. */
  const reachable = (opened: S, history: readonly E[], some: readonly Policy[], at?: Path): readonly Judged<S>[] => {
    let reached: readonly Judged<S>[] = [{ state: opened }];
    for (const [index, event] of history.entries()) {
      const next: Judged<S>[] = [];
      for (const before of reached) {
        for (const by of some) {
          const state = stateAfter(before.state, event, by);
          if (state === undefined) continue;
          if (!next.some((other) => sameBesideHistory(other.state, state))) next.push({ state, by, before });
          if (!forks.has(event.type)) break;
        }
      }
      if (at !== undefined && next.length === 0) throw invalid([...at, 'history', index], NOT_TAKEN, event, 'out-of-order');
      reached = next;
    }
    return reached;
  };

  /** Looks for a state among those that its history can lead to, and returns these too. */
  const wayTo = (whole: S, first: Policy, at?: Path): { readonly found: Judged<S> | undefined; readonly reached: readonly Judged<S>[] } => {
    const opened = start(whole as unknown as O);
    const isIt = ({ state }: Judged<S>): boolean => sameContent(whole, state);
    // Most cases were judged by one reading throughout: only where the first policy does not lead there is every way tried.
    const alike = reachable(opened, whole.history, [first]);
    const found = alike.find(isIt);
    if (found !== undefined) return { found, reached: alike };
    const reached = reachable(opened, whole.history, policies(), at);
    return { found: reached.find(isIt), reached };
  };

  return {
    readStored: (given, at) => {
      const value = copyOf(given);
      if (!isObject(value)) throw invalid(at, 'must be a case', value);
      const stage = wordOf(value, 'stage', stages, at);
      const [claimed, history] = readAll<[S, readonly E[]]>(
        () => read<S>(schemaOf(stage) as z.ZodType<S>, value, at, [], 'history'),
        () => readEach(partOf(value, 'history')?.value, [...at, 'history'], MOST_EVENTS, 'events', readEvent),
      );
      const whole = { ...claimed, history };
      const { found, reached } = wayTo(whole, policies()[0], at);
      if (found !== undefined) return found.state;
      const like = reached.find(({ state }) => state.stage === stage);
      if (like === undefined) throw invalid([...at, 'stage'], AS_MADE, stage);
      throw new InvalidFacts(notAsMade(like.state, whole, at));
    },
    judgesOf: (state, asked) => {
      const { found } = wayTo(state, asked);
      if (found === undefined) return undefined;
      const judges: Policy[] = [];
      for (let each: Judged<S> | undefined = found; each.by !== undefined && each.before !== undefined; each = each.before)
        judges.unshift(each.by);
      return new Map(state.history.map((event, index) => [event, judges[index] as Policy]));
    },
  };
}

type Parts = Readonly<Record<string, unknown>>;

const NOT_TAKEN = 'must be one that some reading of the policy takes there';
const AS_MADE = 'must be as the history makes it';

/** Makes an issue for each part of a stored state that is not as its history makes it. */
function notAsMade(state: object, claimed: object, at: Path): NonEmpty<Issue> {
  const [made, stored] = [state, claimed] as readonly object[] as [Parts, Parts];
  const keys = Object.keys({ ...made, ...stored }).filter((key) => !sameContent({ [key]: made[key] }, { [key]: stored[key] }));
  const issues = keys.map((key) => issue([...at, key], AS_MADE, stored[key], 'malformed'));
  return issues as readonly Issue[] as NonEmpty<Issue>;
}

/** Makes a policy for every combination of some readings, the defaults first. */
function policiesOver(readings: readonly SelectableReadingId[]): NonEmpty<Policy> {
  const chosen = combinations(readings, (id): readonly string[] => readingChoices[id]) as readonly Partial<Readings>[];
  return chosen.map((some) => definePolicy({ readings: some })) as readonly Policy[] as NonEmpty<Policy>;
}
