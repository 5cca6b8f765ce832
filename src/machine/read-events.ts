// Reads events: each by the schema of its type, built on first use; a list by index, with every problem at once.
import * as z from 'zod';
import { InvalidFacts, safely } from '../calendar/errors.js';
import { issue, type Path } from '../calendar/problems.js';
import { fact, fast, object, optional, read, text, type Order, type ShapeOf } from '../decision/facts.js';
import type { Moment } from '../decision/moments.js';
import { together } from '../decision/plain.js';
import type { AnyEvent } from './table.js';

/** The most events that are read at once: room for refused and repeated ones. */
const MOST_LISTED = 10_000;

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

/** The schema of one type of event: its type, an id where the host has one, and its own facts. */
export function eventSchema(type: string, facts: ShapeOf<object>): z.ZodType {
  return object({ type: z.literal(type), id: optional(fact(text)), ...facts });
}

/** Makes the reader of some types of event, each with its own facts. */
export function eventReader<E extends AnyEvent>(types: readonly E['type'][], rowOf: (type: string) => Facts): EventReader<E> {
  const schemas = new Map<string, { readonly schema: z.ZodType; readonly needs: readonly string[] }>();
  const schemaOf = (type: string): { readonly schema: z.ZodType; readonly needs: readonly string[] } => {
    const kept = schemas.get(type);
    if (kept !== undefined) return kept;
    const facts = rowOf(type).facts() as Readonly<Record<string, z.ZodType>>;
    const needs = Object.keys(facts).filter((name) => facts[name]?.safeParse(undefined).success === false);
    const schema = fast(eventSchema(type, facts));
    schemas.set(type, { schema, needs });
    return { schema, needs };
  };

  const readEvent = (value: unknown, at: Path = ['event']): E => {
    const type = typeOf(value);
    if (typeof type !== 'string' || !(types as readonly string[]).includes(type)) {
      throw new InvalidFacts([
        issue(
          [...at, ...(isObject(value) ? ['type'] : [])],
          `must be ${isObject(value) ? `one of ${types.join(', ')}` : 'an event'}`,
          type,
        ),
      ]);
    }
    return settle(read(schemaOf(type).schema, value, at, rowOf(type).orders)) as E;
  };

  return { readEvent, needsOf: (type) => schemaOf(type).needs };
}

/** When an event was: its `at`, or its `on`. */
export function momentOf(event: object): Moment {
  const { at, on } = event as { readonly at?: Moment; readonly on?: Moment };
  return (at ?? on) as Moment;
}

/** Reads every item of a list, by index, and reports the problems of all of them at once. */
export function readList<T>(value: unknown, at: Path, readItem: (item: unknown, at: Path) => T): readonly T[] {
  const length = safely(() => (Array.isArray(value) ? value.length : undefined)) ?? Infinity;
  if (length > MOST_LISTED) throw new InvalidFacts([issue(at, `must be a list of at most ${MOST_LISTED} events`, value)]);
  const readAt = (index: number) => (): T => {
    const item = safely(() => ({ value: (value as readonly unknown[])[index] }));
    if (item === undefined) throw new InvalidFacts([issue([...at, index], 'must be a value that can be read', undefined)]);
    return readItem(item.value, [...at, index]);
  };
  return together(...Array.from({ length }, (_, index) => readAt(index)));
}

function isObject(value: unknown): value is object {
  return safely(() => typeof value === 'object' && value !== null && !Array.isArray(value)) === true;
}

function typeOf(value: unknown): unknown {
  return isObject(value) ? safely(() => (value as { readonly type?: unknown }).type) : value;
}

/** Freezes a copy made by a schema, whole, without what was given as `undefined`. */
function settle(copy: unknown): unknown {
  if (typeof copy !== 'object' || copy === null) return copy;
  if (Array.isArray(copy)) return Object.freeze(copy.map(settle));
  const settled: Record<string, unknown> = {};
  for (const key in copy) {
    const value = (copy as Record<string, unknown>)[key];
    if (value !== undefined) settled[key] = settle(value);
  }
  return Object.freeze(settled);
}

/** Compares two events that schemas have read: plain data, the same keys in whatever order. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameContent((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
