// Plain data, compared by what it holds.

type Fields = Readonly<Record<string, unknown>>;

/**
 * Compares plain data: the same keys in whatever order, and the same values.
 * `alike` may take two values for the same that are written differently; it is told the key under which they stand.
 */
export function sameData(a: unknown, b: unknown, alike: (a: unknown, b: unknown, key?: string) => boolean, under?: string): boolean {
  if (a === b || alike(a, b, under)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameData((a as Fields)[key], (b as Fields)[key], alike, key));
}

/** Tells whether everything that a part says is said by the whole; lists must be as long as each other. */
export function holdsPart(whole: unknown, part: unknown): boolean {
  if (Object.is(whole, part)) return true;
  if (typeof whole !== 'object' || typeof part !== 'object' || whole === null || part === null) return false;
  if (Array.isArray(part) && (!Array.isArray(whole) || whole.length !== part.length)) return false;
  return Object.entries(part).every(([key, value]) => value === undefined || holdsPart((whole as Fields)[key], value));
}
