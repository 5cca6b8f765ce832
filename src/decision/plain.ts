// What a caller hands over may be anything: it is read once, bounded and without running into its traps, before a schema looks at it again.
import { InvalidFacts, received, safely, type Issue, type NonEmpty } from '../calendar/errors.js';
import { issue, type Path } from '../calendar/problems.js';
import { isPlain } from '../policy/options.js';

const MOST_KEYS = 100;
const DEEPEST = 8;
/** Stands for any function: one of the caller's might be a trap. */
const aFunction = (): void => undefined;

/** Copies data into plain objects and lists of our own; what cannot be read, or is too much, is noted and left out. */
export function plainCopy(value: unknown, issues: Issue[], most: number, path: Path = []): unknown {
  if (typeof value === 'function') return aFunction;
  if (typeof value !== 'object' || value === null) return value;
  const keys = safely(() => (Array.isArray(value) ? listKeys(value, most) : Object.keys(value)));
  const bad = keys === undefined ? 'must be a value that can be read' : tooMuch(keys.length, Array.isArray(value) ? most : MOST_KEYS, path);
  if (keys === undefined || bad !== undefined) {
    issues.push({ path, message: bad as string, received: received(value) });
    return undefined;
  }
  const copy: Record<PropertyKey, unknown> = Array.isArray(value) ? ([] as unknown as Record<PropertyKey, unknown>) : {};
  for (const key of keys) {
    const at = [...path, key];
    const part = safely(() => ({ of: (value as Record<PropertyKey, unknown>)[key] }));
    if (part === undefined) issues.push(issue(at, 'must be a value that can be read', undefined));
    // Defined and not assigned, since a key may be `__proto__`.
    else
      Object.defineProperty(copy, key, {
        value: plainCopy(part.of, issues, most, at),
        enumerable: true,
        writable: true,
        configurable: true,
      });
  }
  return copy;
}

function listKeys({ length }: readonly unknown[], most: number): readonly number[] {
  return Array.from({ length: Math.min(length, most + 1) }, (_, index) => index);
}

function tooMuch(length: number, most: number, path: Path): string | undefined {
  if (path.length > DEEPEST) return 'must not be nested so deeply';
  return length > most ? `must hold at most ${most}` : undefined;
}

/** The one empty list, which answers share. */
export const nothing: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** The same object without the keys that were given as `undefined`. */
export function withoutGaps<T extends object>(of: T): T {
  const kept: Partial<T> = {};
  for (const key in of) if (of[key] !== undefined) kept[key] = of[key];
  return kept as T;
}

/** Tells whether a value is a plain object; a trap that throws makes it none. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  try {
    return isPlain(value) && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Reads several arguments, and throws the problems of all of them at once. */
export function together<T extends readonly unknown[]>(...reads: { readonly [K in keyof T]: () => T[K] }): T {
  const issues: Issue[] = [];
  const values = reads.map((read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InvalidFacts)) throw error;
      issues.push(...error.issues);
      return undefined;
    }
  });
  throwIfAny(issues);
  return values as unknown as T;
}

export function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InvalidFacts(issues as NonEmpty<Issue>);
}
