// Memoisation: what is costly to build is built once, on first use.

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
