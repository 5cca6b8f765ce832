// How the tables of this room are made: each entry is written once under its id, and the tables are frozen through and through.
import { deepFreeze } from '../data/freeze.js';

/** A register without what its keys already say: the id, and the document that an id such as `support/9.1` begins with. */
export type Worded<T> = { readonly [K in keyof T]: WithoutKeys<T[K]> };
export type WithoutKeys<E> = E extends unknown ? Omit<E, 'id' | 'document'> : never;

/* @__NO_SIDE_EFFECTS__ */
export function register<T extends object>(entries: Worded<T>): T {
  return deepFreeze(Object.fromEntries(Object.entries<object>(entries).map(([id, entry]) => [id, { ...named(id), ...entry }]))) as T;
}

function named(id: string): { readonly id: string; readonly document?: string } {
  const document = id.split(/[/@]/)[0] as string;
  return document === id ? { id } : { id, document };
}
