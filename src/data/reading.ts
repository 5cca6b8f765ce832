// Readers of what a caller hands over: each value is read once, every problem is noted with its path, and no hostile getter escapes.
import { InvalidFacts, issue, received, safely, type Issue, type Path } from './issues.js';

/** Where problems are noted. What was read may be used only once `settle` has found none. */
export type Notes = Issue[];

export type Reader<T> = (notes: Notes, value: unknown, path: Path) => T;

type Fields = Readonly<Record<string, unknown>>;

type Shape = Readonly<Record<string, Reader<unknown>>>;

export function need(notes: Notes, ok: boolean, path: Path, message: string, value: unknown): void {
  if (!ok) notes.push(issue(path, message, value));
}

/** Throws all the problems noted, if there are any. */
export function settle(notes: Notes): void {
  if (notes.length > 0) throw new InvalidFacts(notes as [Issue, ...Issue[]]);
}

/** Reads the arguments of a call by name, and throws what is wrong with any of them. A hot function calls it only when it has found that something is. */
export function readArguments<S extends Shape>(shape: S, args: unknown, open?: boolean): { readonly [K in keyof S]: ReturnType<S[K]> } {
  const notes: Notes = [];
  const values = objectOf(shape, open)(notes, args, []);
  settle(notes);
  return values;
}

/** The reader of a value that passes a test. */
/* @__NO_SIDE_EFFECTS__ */
export function must<T>(test: (value: unknown) => boolean, message: string): Reader<T> {
  return (notes, value, path) => {
    need(notes, test(value), path, message, value);
    return value as T;
  };
}

const IS_A_TEXT = 'must be a text of 1 to 200 characters';
const IS_KNOWN = 'is not a known key';

/** A name, a title or a label. */
export const aText: Reader<string> = /* @__PURE__ */ must(
  (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200,
  IS_A_TEXT,
);

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (notes, value, path) => (value === undefined ? undefined : reader(notes, value, path));
}

/** A list of at most `most` items, so that nothing runs long. It is read by index: an iterator would be code of the caller's. */
export function listOf<T>(reader: Reader<T>, most = 5000): Reader<readonly T[]> {
  return (notes, value, path) => {
    const items = safely(() => {
      const length = Array.isArray(value) ? value.length : Infinity;
      return length <= most
        ? Array.from({ length }, (_, i) => (Object.hasOwn(value as unknown[], i) ? (value as unknown[])[i] : undefined))
        : undefined;
    });
    need(notes, items !== undefined, path, `must be a list of at most ${most}`, value);
    return (items ?? []).map((item, i) => reader(notes, item, [...path, i]));
  };
}

/** What an object itself holds, and nothing that it inherits. */
function ownOf(value: object): Fields {
  return Object.assign(Object.create(null) as Fields, value);
}

/** An object with these keys and, unless `open`, no others; a key given as `undefined` is left out. */
export function objectOf<S extends Shape>(shape: S, open = false): Reader<{ readonly [K in keyof S]: ReturnType<S[K]> }> {
  return (notes, value, path) => {
    const own: Fields | undefined = safely(() => (typeof value === 'object' && value && !Array.isArray(value) ? ownOf(value) : undefined));
    const keys = Object.keys(shape);
    need(notes, own !== undefined, path, `must be an object with ${keys.join(', ')}`, value);
    if (!own) return {} as { [K in keyof S]: ReturnType<S[K]> };
    if (!open)
      for (const key of Object.keys(own)) need(notes, keys.includes(key) || own[key] === undefined, [...path, key], IS_KNOWN, own[key]);
    const read = keys.map((key) => [key, shape[key]?.(notes, own[key], [...path, key])]);
    return Object.fromEntries(read) as { [K in keyof S]: ReturnType<S[K]> };
  };
}

type Entries = Partial<Record<string, unknown>>;

/** Reads the known keys of a plain object, once each, and reports what is unknown, unreadable or no plain object at all. */
export function entriesOf(value: unknown, at: Path, expected: string, known: readonly string[], issues: Issue[]): Entries {
  const entries = Object.create(null) as Entries;
  const keys = safely(() => keysOf(value));
  if (keys === undefined) issues.push(issue(at, `must be ${expected}`, value));
  for (const key of keys ?? []) {
    const path = [...at, String(key)];
    const entry = safely(() => ({ value: (value as Record<PropertyKey, unknown>)[key] }));
    if (entry !== undefined && entry.value === undefined) continue; // left out
    if (typeof key === 'symbol' || !known.includes(key)) issues.push(issue(path, unknownKey(key, known), entry?.value));
    else if (entry === undefined) issues.push(issue(path, 'must be readable', undefined));
    else entries[key] = entry.value;
  }
  return entries;
}

function unknownKey(key: string | symbol, known: readonly string[]): string {
  if (key === 'working-day-calendar') return 'has no choices: the calendar of the policy decides it';
  return `is not known here; it must be one of ${known.join(', ')}`;
}

/** Lists the keys of a plain object, unless there are so many that reporting each would help nobody. */
function keysOf(value: unknown): readonly (string | symbol)[] | undefined {
  const keys = isPlain(value) ? Reflect.ownKeys(value) : undefined;
  return keys !== undefined && keys.length <= MOST_KEYS ? keys : undefined;
}

/** A literal of this or of another realm: an object whose prototype, if it has one, has none itself. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Copies a list by index, since a hostile iterator need never end; `undefined` if it is none, is too long, or cannot be read. */
export function listFrom(value: unknown, most: number): readonly unknown[] | undefined {
  return safely(() => {
    if (!Array.isArray(value)) return undefined;
    const { length } = value;
    return length <= most
      ? Array.from({ length }, (_, index) => (Object.hasOwn(value, index) ? (value[index] as unknown) : undefined))
      : undefined;
  });
}

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
