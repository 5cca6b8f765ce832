// Objects of our own: they inherit nothing, hold no gaps, and are frozen through and through; what is costly to make is made once, on first use.
import { safely } from './issues.js';

/** Freezes a value and all that it holds, and makes it inherit nothing. Calls at module level are marked pure there. */
/* @__NO_SIDE_EFFECTS__ */
export function deepFreeze<T extends object>(made: T): T {
  freezeParts(made);
  return Object.freeze(inheritingNothing(made));
}

/** Apart from `deepFreeze`, and not marked as it is: a bundler would take a call of which nothing is used out of the recursion. */
function freezeParts(made: object): void {
  for (const part of Object.values(made) as unknown[]) {
    if (typeof part !== 'object' || part === null) continue;
    freezeParts(part);
    Object.freeze(inheritingNothing(part));
  }
}

/** Returns the same object; where a host has put keys on `Object.prototype`, made to inherit none of them. */
export function inheritingNothing<T extends object>(of: T): T {
  if (Array.isArray(of) || !Object.isExtensible(of)) return of;
  for (const key in Object.prototype) if (!Object.hasOwn(of, key)) return Object.setPrototypeOf(of, null) as T;
  return of;
}

const Bare = function () {
  // nothing is put on it
} as unknown as { new (): Record<string, unknown>; prototype: object };
Bare.prototype = /* @__PURE__ */ Object.create(null) as object;

/** Makes an object that inherits nothing, with some keys. Unlike `Object.create(null)`, of which engines make a dictionary, it is read as fast as a literal. */
export function bare(...of: readonly object[]): Record<string, unknown> {
  return Object.assign(new Bare(), ...of) as Record<string, unknown>;
}

/** Returns the same object without the keys that were given as `undefined`. */
export function withoutGaps<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}

/** The one empty list, which answers share. */
export const nothing: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/* @__NO_SIDE_EFFECTS__ */
export function once<T>(make: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: make() }).value;
}

/** Makes the same for each of some keys; a `WeakMap` keeps what is made no longer than its key. */
/* @__NO_SIDE_EFFECTS__ */
export function onceForEach<K, T>(
  make: (key: K) => T,
  kept: { readonly get: (key: K) => T | undefined; readonly set: (key: K, made: T) => unknown } = new Map<K, T>(),
): (key: K) => T {
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function lazyRecord<T>(names: readonly string[], make: (name: string) => T): Readonly<Record<string, T>> {
  const entries = names.map((name) => [name, { get: once(() => make(name)), enumerable: true }] as const);
  return Object.freeze(Object.defineProperties({}, Object.fromEntries(entries)) as Record<string, T>);
}

/** Tells whether an object is a literal of this or of another realm: its prototype, if it has one, has none itself. */
function isPlain(of: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(of);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Tells whether a value is a plain object; a trap that throws makes it none. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && safely(() => isPlain(value)) === true;
}

/**
 * Tells whether a value is an object whose own keys can be its facts: a literal, or an instance of a class that holds any. What hides all that it holds,
 * such as a `Date`, a `Map` or a form, is none.
 */
export function isRecord(value: unknown): value is object {
  return isObject(value) && safely(() => isPlain(value) || Object.keys(value).length > 0) === true;
}

/** Tells whether a value is a list; one that cannot be asked is none. */
export function isList(value: unknown): boolean {
  return safely(() => Array.isArray(value)) === true;
}

/** Tells whether a value is an object and not a list; one that cannot be asked is none. */
export function isObject(value: unknown): value is object {
  return safely(() => typeof value === 'object' && value !== null && !Array.isArray(value)) === true;
}
