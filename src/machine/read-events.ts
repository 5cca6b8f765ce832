// Reads events: each by the schema of its type, built on first use; a list by index, with every problem at once.
import * as z from 'zod';
import { InvalidFacts, safely, type Issue, issue, type Path, throwIfAny } from '../data/issues.js';
import { isSameInstant } from '../calendar/instants.js';
import { fact, fast, object, optional, read, text, type Order, type ShapeOf } from '../decision/facts.js';
import type { Moment } from '../decision/moments.js';
import { inheritingNothing } from '../data/reading.js';
import type { AnyEvent } from './table.js';

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
interface Kind {
  readonly schema: z.ZodType;
  readonly orders: readonly Order[];
  readonly needs: readonly string[];
}

/** The schema of one type of event: its type, an id where the host has one, and its own facts. */
export function eventSchema(type: string, facts: ShapeOf<object>): z.ZodType {
  return object({ type: z.literal(type), id: optional(fact(text)), ...facts });
}

/** Makes the reader of some types of event, each with its own facts. */
export function eventReader<E extends AnyEvent>(types: readonly E['type'][], rowOf: (type: string) => Facts | undefined): EventReader<E> {
  const kept = new Map<unknown, Kind>();
  const make = (type: string): Kind => {
    const { facts, orders = [] } = rowOf(type) as Facts;
    const shape = facts() as Readonly<Record<string, z.ZodType>>;
    const kind: Kind = {
      schema: fast(eventSchema(type, shape)),
      orders,
      needs: Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success === false),
    };
    kept.set(type, kind);
    return kind;
  };
  const kindOf = (type: unknown): Kind | undefined =>
    kept.get(type) ?? ((types as readonly unknown[]).includes(type) ? make(type as string) : undefined);

  const readEvent = (value: unknown, at: Path = ['event'], index?: number): E => {
    const type = typeOf(value);
    const kind = kindOf(type);
    if (kind !== undefined) return settle(read(kind.schema as z.ZodType<E>, value, at, kind.orders, index));
    const path = index === undefined ? at : [...at, index];
    const whole = isObject(value);
    throw new InvalidFacts([
      issue(whole ? [...path, 'type'] : path, `must be ${whole ? `one of ${types.join(', ')}` : 'an event'}`, whole ? type : value),
    ]);
  };

  return { readEvent, needsOf: (type) => (kindOf(type) as Kind).needs };
}

/** When an event was: its `at`, or its `on`. */
export function momentOf(event: object): Moment {
  const { at, on } = event as { readonly at?: Moment; readonly on?: Moment };
  return (Object.hasOwn(event, 'at') ? at : on) as Moment;
}

/** Reads every item of a list, by index, and reports the problems of all of them at once. */
export function readList<T>(value: unknown, at: Path, readItem: (item: unknown, at: Path, index: number) => T): readonly T[] {
  const length = safely(() => (Array.isArray(value) ? value.length : undefined)) ?? Infinity;
  if (length > MOST_LISTED) throw new InvalidFacts([issue(at, `must be a list of at most ${MOST_LISTED} events`, value)]);
  const items: T[] = [];
  const issues: Issue[] = [];
  for (let index = 0; index < length; index++) {
    try {
      items.push(readItem(itemOf(value as readonly unknown[], at, index), at, index));
    } catch (error) {
      if (!(error instanceof InvalidFacts)) throw error;
      issues.push(...error.issues);
    }
  }
  throwIfAny(issues);
  return items;
}

function itemOf(list: readonly unknown[], at: Path, index: number): unknown {
  try {
    return list[index];
  } catch {
    throw new InvalidFacts([issue([...at, index], 'must be a value that can be read', undefined)]);
  }
}

function isObject(value: unknown): value is object {
  return safely(() => typeof value === 'object' && value !== null && !Array.isArray(value)) === true;
}

/** The type that an event says it is of; `undefined` where it cannot be read. */
function typeOf(value: unknown): unknown {
  try {
    return Object.hasOwn(value as object, 'type') ? (value as { readonly type?: unknown }).type : undefined;
  } catch {
    return undefined;
  }
}

/** Freezes what a schema made, whole. */
export function settle<T extends object>(made: T): T {
  inheritingNothing(made);
  for (const key in made) {
    const part = made[key];
    if (typeof part === 'object' && part !== null) settle(part);
  }
  return Object.freeze(made);
}

/** The facts whose texts mean nothing but themselves: one that looks like an instant is a text all the same. */
const ids: readonly string[] = ['id', 'participant', 'member', 'applicant'];

/**
 * Compares what schemas have read, such as two events: plain data, the same keys in whatever order, and instants by the moment, however each is written.
 * `but` names a key that is passed over.
 */
export function sameContent(a: unknown, b: unknown, but?: string): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return isSameInstant(a, b);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    const [one, other] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
    if (one !== other && key !== but && (ids.includes(key) || !sameContent(one, other))) return false;
  }
  return true;
}
