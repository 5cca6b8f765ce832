// How the tables of this room are made: each entry is written once under its id, and the tables are frozen through and through.

/** A register without what its keys already say: the id, and the document that an id such as `support/9.1` begins with. */
export type Worded<T> = { readonly [K in keyof T]: WithoutKeys<T[K]> };
export type WithoutKeys<E> = E extends unknown ? Omit<E, 'id' | 'document'> : never;

/* @__NO_SIDE_EFFECTS__ */
export function register<T extends object>(entries: Worded<T>): T {
  return frozen(Object.fromEntries(Object.entries<object>(entries).map(([id, entry]) => [id, { ...named(id), ...entry }]))) as T;
}

function named(id: string): { readonly id: string; readonly document?: string } {
  const document = id.split(/[/@]/)[0] as string;
  return document === id ? { id } : { id, document };
}

/** Freezes a literal and all that it holds; the calls stand at module level, so each is marked pure there. */
/* @__NO_SIDE_EFFECTS__ */
export function frozen<T extends object>(literal: T): T {
  freezeParts(literal);
  return Object.freeze(literal);
}

/** Apart from `frozen`, and not marked as it is: a bundler would take a call of which nothing is used out of the recursion. */
function freezeParts(literal: object): void {
  for (const part of Object.values(literal) as unknown[]) {
    if (typeof part !== 'object' || part === null) continue;
    freezeParts(part);
    Object.freeze(part);
  }
}
