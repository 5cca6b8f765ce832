// Readers of what a caller hands over: each value is read once, every problem is noted with its path, and no hostile getter escapes.
import { isCount, isPlainDate, type PlainDate } from '../calendar/civil.js';
import { InvalidFacts, safely, type Issue } from './errors.js';
import { IS_A_COUNT, IS_A_DATE, IS_A_TEXT, IS_KNOWN, issue, type Path } from './problems.js';

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

export const aDate: Reader<PlainDate> = /* @__PURE__ */ must(isPlainDate, IS_A_DATE);

/** A number of days, months or working days. */
export const aCount: Reader<number> = /* @__PURE__ */ must(isCount, IS_A_COUNT);

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
