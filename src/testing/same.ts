// Plain data, compared by what it holds.

/** Whether everything that a part says is said by the whole; lists must be as long as each other. */
export function sameAsPart(whole: unknown, part: unknown): boolean {
  if (Object.is(whole, part)) return true;
  if (typeof whole !== 'object' || typeof part !== 'object' || whole === null || part === null) return false;
  if (Array.isArray(part) && (!Array.isArray(whole) || whole.length !== part.length)) return false;
  return Object.entries(part).every(
    ([key, value]) => value === undefined || sameAsPart((whole as Readonly<Record<string, unknown>>)[key], value),
  );
}
