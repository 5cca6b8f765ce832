// What a caller hands over may be anything: it is read once, bounded and without running into its traps, before a schema looks at it again.
import { InvalidFacts, received, type Issue, type NonEmpty } from './errors.js';
import { issue, type Path } from './problems.js';
import { isPlain } from './options.js';

const MOST_KEYS = 100;
const DEEPEST = 8;
const CANNOT_BE_READ = 'must be a value that can be read';
/** Stands for any function: one of the caller's might be a trap. */
const aFunction = (): void => undefined;

/** Makes objects that inherit nothing; engines are slower with those of `Object.create(null)`. */
/* @__NO_SIDE_EFFECTS__ */
function bareMaker(): new () => Record<string, unknown> {
  const Bare = function () {
    // holds nothing yet
  };
  Bare.prototype = Object.freeze(Object.create(null) as object);
  return Bare as unknown as new () => Record<string, unknown>;
}
/** An object that inherits nothing. */
export const Bare: new () => Record<string, unknown> = /* @__PURE__ */ bareMaker();

/**
 * Copies data into objects and lists of our own; what cannot be read, or is too much, is noted and left out. Only what a value itself holds is read:
 * a copy inherits nothing, and a key given as `undefined` is left out. An item that a list lacks is `undefined`.
 */
export function plainCopy(value: unknown, issues: Issue[], most: number, path: Path = []): unknown {
  if (typeof value === 'function') return aFunction;
  if (typeof value !== 'object' || value === null) return value;
  let bad: string | undefined;
  try {
    if (Array.isArray(value)) {
      const { length } = value;
      bad = tooMuch(length, most, path);
      if (bad === undefined) return copyOfList(value, length, issues, most, path);
    } else {
      const keys = Object.keys(value);
      bad = tooMuch(keys.length, MOST_KEYS, path);
      if (bad === undefined) return copyOfObject(value as Readonly<Record<string, unknown>>, keys, issues, most, path);
    }
  } catch {
    bad = CANNOT_BE_READ;
  }
  issues.push({ path, message: bad, received: received(value) });
  return undefined;
}

function copyOfObject(
  value: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  issues: Issue[],
  most: number,
  path: Path,
): Record<string, unknown> {
  const copy = new Bare();
  for (const key of keys) {
    const part = partOf(value, key, issues, path);
    if (part === undefined) continue;
    copy[key] = isScalar(part) ? part : plainCopy(part, issues, most, [...path, key]);
  }
  return copy;
}

function copyOfList(value: readonly unknown[], length: number, issues: Issue[], most: number, path: Path): unknown[] {
  const copy: unknown[] = [];
  for (let index = 0; index < length; index++) {
    const part = Object.hasOwn(value, index) ? partOf(value, index, issues, path) : undefined;
    copy.push(isScalar(part) ? part : plainCopy(part, issues, most, [...path, index]));
  }
  return copy;
}

function partOf(of: object, key: string | number, issues: Issue[], path: Path): unknown {
  try {
    return (of as Readonly<Record<string | number, unknown>>)[key];
  } catch {
    issues.push(issue([...path, key], CANNOT_BE_READ, undefined));
    return undefined;
  }
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' && typeof value !== 'function';
}

function tooMuch(length: number, most: number, path: Path): string | undefined {
  if (path.length > DEEPEST) return 'must not be nested so deeply';
  return length > most ? `must hold at most ${most}` : undefined;
}

/** The one empty list, which answers share. */
export const nothing: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/** The same object of our own; where a host has put keys on `Object.prototype`, made to inherit none of them. */
export function inheritingNothing<T extends object>(of: T): T {
  for (const key in of) if (!Object.hasOwn(of, key)) return Array.isArray(of) ? of : (Object.setPrototypeOf(of, null) as T);
  return of;
}

/** The same object without the keys that were given as `undefined`. */
export function withoutGaps<T extends object>(of: T): T {
  const kept: Partial<T> = {};
  for (const key of Object.keys(of) as (keyof T)[]) if (of[key] !== undefined) kept[key] = of[key];
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
