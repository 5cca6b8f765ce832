// Objects of our own: they inherit nothing, hold no gaps, and are frozen through and through; what is costly to make is made once, on first use.

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

/** The same object; where a host has put keys on `Object.prototype`, made to inherit none of them. */
export function inheritingNothing<T extends object>(of: T): T {
  if (Array.isArray(of) || !Object.isExtensible(of)) return of;
  for (const key in of) if (!Object.hasOwn(of, key)) return Object.setPrototypeOf(of, null) as T;
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

/** The same object without the keys that were given as `undefined`. */
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

/** The same for each of some keys; a `WeakMap` keeps what is made no longer than its key. */
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
export function lazily<T>(names: readonly string[], make: (name: string) => T): Readonly<Record<string, T>> {
  const entries = names.map((name) => [name, { get: once(() => make(name)), enumerable: true }] as const);
  return Object.freeze(Object.defineProperties({}, Object.fromEntries(entries)) as Record<string, T>);
}
