// Readers of what a caller hands over: each value is read once, bounded, every problem is noted with its path, and no hostile getter escapes.
import { bare, isList, isRecord } from './objects.js';
import {
  invalid,
  issue,
  notOneOf,
  safely,
  throwIfAny,
  readAll,
  attempt,
  unknownKey,
  type Issue,
  type IssueCode,
  type Path,
} from './issues.js';

/** Reads a value and notes its problems. What was read may be used only where there are none. */
export type Reader<T> = (issues: Issue[], value: unknown, path: Path) => T;

type Fields = Readonly<Record<string, unknown>>;

type Shape = Readonly<Record<string, Reader<unknown>>>;
type ReadAs<S extends Shape> = { readonly [K in keyof S]: ReturnType<S[K]> };

export const MOST_KEYS = 100;
export const CANNOT_BE_READ = 'must be a value that can be read';

/** Notes a problem unless a check holds. */
export function check(issues: Issue[], holds: boolean, path: Path, message: string, value: unknown, code?: IssueCode): void {
  if (!holds) issues.push(issue(path, message, value, code));
}

/** Reads the arguments of a call by name, and throws what is wrong with any of them. A hot function calls it only when it has found that something is. */
export function readArguments<S extends Shape>(shape: S, args: unknown, open?: boolean): ReadAs<S> {
  const issues: Issue[] = [];
  const values = objectOf(shape, open)(issues, args, []);
  throwIfAny(issues);
  return values;
}

/** Makes the reader of a value that passes a test; `codeOf` says what is wrong with one that does not, where it is not missing or malformed. */
/* @__NO_SIDE_EFFECTS__ */
export function readerOf<T>(
  test: (value: unknown) => boolean,
  message: string,
  codeOf?: (value: unknown) => IssueCode | undefined,
): Reader<T> {
  return (issues, value, path) => {
    if (!test(value)) issues.push(issue(path, message, value, codeOf?.(value)));
    return value as T;
  };
}

/** Reads nothing: the value goes on to who reads it. */
export const asGiven: Reader<unknown> = (_, value) => value;

/** A name, a title or a label. */
export const aText: Reader<string> = /* @__PURE__ */ readerOf(
  (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 200,
  'must be a text of 1 to 200 characters',
  (value) => (typeof value === 'string' && value.trim() !== '' ? 'out-of-range' : undefined),
);

/** Tells of a value that is not taken as a whole number whether it is one, too small or too large. */
export function wholeCode(value: unknown): IssueCode | undefined {
  return Number.isInteger(value) ? 'out-of-range' : undefined;
}

/* @__NO_SIDE_EFFECTS__ */
export function oneOf<W extends string | number>(words: readonly W[]): Reader<W> {
  return (issues, value, path) => {
    if (!(words as readonly unknown[]).includes(value)) issues.push(notOneOf(path, words.map(String), value));
    return value as W;
  };
}

/** Makes a reader of a function that throws the problems of a value; what was read may be used only where there are none. */
export function readerBy<T>(read: (value: unknown, path: Path) => T): Reader<T> {
  return (issues, value, path) => {
    const made = attempt(() => ({ value: read(value, path) }));
    if (made.ok) return made.value;
    for (const each of made.issues) issues.push(each);
    return undefined as T;
  };
}

/** Makes a reader of which the whole is checked too, where nothing is wrong with its parts. */
export function checkedReader<T>(reader: Reader<T>, holds: (read: T) => boolean, message: string): Reader<T> {
  return (issues, value, path) => {
    const before = issues.length;
    const read = reader(issues, value, path);
    check(issues, issues.length > before || holds(read), path, message, value);
    return read;
  };
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (issues, value, path) => (value === undefined ? undefined : reader(issues, value, path));
}

/** Makes the reader of a list of at most `most` items, so that nothing runs long. */
export function listOf<T>(reader: Reader<T>, most = 5000): Reader<readonly T[]> {
  return (issues, value, path) => {
    const items = itemsOf(value, most);
    check(issues, items !== undefined, path, `must be a list of at most ${most}`, value, isList(value) ? 'out-of-range' : undefined);
    return (items ?? []).map((item, i) => reader(issues, item, [...path, i]));
  };
}

/** Makes the reader of an object with these keys and, unless `open`, no others; a key given as `undefined` is left out. */
export function objectOf<S extends Shape>(shape: S, open = false): Reader<ReadAs<S>> {
  return (issues, value, path) => {
    const keys = Object.keys(shape);
    const own = optionsOf(value, path, `an object with ${keys.join(', ')}`, keys, issues, open ? () => '' : undefined);
    const read = own && keys.map((key) => [key, shape[key]?.(issues, own[key], [...path, key])]);
    return Object.fromEntries(read ?? []) as ReadAs<S>;
  };
}

/**
 * Reads the known keys of an object, once each, and notes what is unknown, unreadable or not such an object at all, which gives `undefined`.
 * An object with so many keys that a note of each would help nobody is taken for none. `why` may say more of an unknown key; by an empty text it passes unread.
 */
export function optionsOf(
  value: unknown,
  at: Path,
  expected: string,
  known: readonly string[],
  issues: Issue[],
  why?: (key: unknown) => string | undefined,
): Partial<Fields> | undefined {
  const keys = isRecord(value) && safely(() => Reflect.ownKeys(value));
  if (!keys || keys.length > MOST_KEYS) {
    issues.push(issue(at, `must be ${expected}`, value));
    return undefined;
  }
  const options = bare();
  for (const key of keys) {
    const path = [...at, String(key)];
    const isKnown = known.includes(key as string);
    const reason = isKnown ? undefined : why?.(key);
    if (reason === '') continue;
    const part = partOf(value, key);
    if (part !== undefined && part.value === undefined) continue; // left out
    if (reason) issues.push(issue(path, reason, part?.value, 'unknown-key'));
    else if (!isKnown) issues.push(unknownKey(path, known, part?.value));
    else if (part === undefined) issues.push(issue(path, CANNOT_BE_READ, undefined, 'malformed'));
    else options[key as string] = part.value;
  }
  return options;
}

/** Copies a list by index, since a hostile iterator need never end; `undefined` if it is none, is too long, or cannot be read. An item that it lacks is `undefined`. */
export function itemsOf(value: unknown, most: number): readonly unknown[] | undefined {
  return safely(() => {
    const length = Array.isArray(value) ? value.length : Infinity;
    if (length > most) return undefined;
    return Array.from({ length }, (_, index) => (Object.hasOwn(value as object, index) ? (value as readonly unknown[])[index] : undefined));
  });
}

/** Returns how long a list is; throws where it is none, or is too long. */
export function lengthOf(value: unknown, at: Path, most: number, items: string): number {
  const length = safely(() => (Array.isArray(value) ? value.length : undefined)) ?? Infinity;
  if (length > most) throw invalid(at, `must be a list of at most ${most} ${items}`, value, isList(value) ? 'out-of-range' : undefined);
  return length;
}

/** Reads every item of a list, by index, with a reader that throws; throws the problems of all of them at once. */
export function readEach<T>(value: unknown, at: Path, most: number, items: string, readItem: (item: unknown, at: Path) => T): readonly T[] {
  const length = lengthOf(value, at, most, items);
  return readAll(
    ...Array.from({ length }, (_, index) => () => {
      const path = [...at, index];
      return readItem(itemAt(value, index, path), path);
    }),
  );
}

/** Returns an item of a list, read once; throws where it cannot be read. */
export function itemAt(of: unknown, index: number, at: Path): unknown {
  const part = partOf(of, index);
  if (part === undefined) throw invalid(at, CANNOT_BE_READ, undefined, 'malformed');
  return part.value;
}

/** Returns one part of a value, read once; `undefined` where it cannot be read. */
export function partOf(of: unknown, key: PropertyKey): { readonly value: unknown } | undefined {
  return safely(() => ({ value: (of as Readonly<Record<PropertyKey, unknown>>)[key] }));
}
