// Reads events: each by the schema of its type, built on first use; a list by index, with every problem at once.
import * as z from 'zod';
import { deepFreeze } from '../data/freeze.js';
import { InvalidFacts, issue, safely, type Path } from '../data/issues.js';
import { onceForEach } from '../data/memo.js';
import { isObject, readEach } from '../data/reading.js';
import { sameData } from '../data/same.js';
import { isSameInstant } from '../calendar/instants.js';
import { fact, fast, object, optional, read, text, type Order, type ShapeOf } from '../decision/facts.js';
import type { Moment } from '../decision/decision.js';
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
  const kindFor = onceForEach((type: string): Kind => {
    const { facts, orders = [] } = rowOf(type) as Facts;
    const shape = facts() as Readonly<Record<string, z.ZodType>>;
    return {
      schema: fast(eventSchema(type, shape)),
      orders,
      needs: Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success === false),
    };
  });
  const kindOf = (type: unknown): Kind | undefined => ((types as readonly unknown[]).includes(type) ? kindFor(type as string) : undefined);

  const readEvent = (value: unknown, at: Path = ['event'], index?: number): E => {
    const type = typeOf(value);
    const kind = kindOf(type);
    if (kind !== undefined) return deepFreeze(read(kind.schema as z.ZodType<E>, value, at, kind.orders, index));
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

/** Reads a list of events, or throws the problems of all of them at once. */
export function readList<T>(value: unknown, at: Path, readItem: (item: unknown, at: Path, index: number) => T): readonly T[] {
  return readEach(value, at, MOST_LISTED, 'events', readItem);
}

/** The type that an event says it is of; `undefined` where it cannot be read. */
function typeOf(value: unknown): unknown {
  return safely(() => (Object.hasOwn(value as object, 'type') ? (value as { readonly type?: unknown }).type : undefined));
}

/** The facts whose texts mean nothing but themselves: one that looks like an instant is a text all the same. */
const ids: readonly (string | undefined)[] = ['id', 'participant', 'member', 'applicant'];

/** Compares what schemas have read, such as two events: instants by the moment, however each is written. */
export function sameContent(a: unknown, b: unknown): boolean {
  return sameData(a, b, (one, other, key) => !ids.includes(key) && isSameInstant(one, other));
}
