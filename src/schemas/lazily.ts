// Records whose entries are made when they are first read.
import { once } from '../data/memo.js';

/* @__NO_SIDE_EFFECTS__ */
export function lazily<T>(names: readonly string[], make: (name: string) => T): Readonly<Record<string, T>> {
  const entries = names.map((name) => [name, { get: once(() => make(name)), enumerable: true }] as const);
  return Object.freeze(Object.defineProperties({}, Object.fromEntries(entries)) as Record<string, T>);
}
