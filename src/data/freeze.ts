// Objects of our own: they inherit nothing, hold no gaps, and are frozen through and through.

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

/** The same object without the keys that were given as `undefined`. */
export function withoutGaps<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}

/** The one empty list, which answers share. */
export const nothing: readonly never[] = /* @__PURE__ */ Object.freeze([]);
