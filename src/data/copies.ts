// Copies of what a caller hands over, so that nothing of it is read twice.
import { bare, isObject } from './objects.js';
import { issue, safely, type Issue, type IssueCode, type Path } from './issues.js';
import { CANNOT_BE_READ, MOST_KEYS, partOf } from './reading.js';

const DEEPEST = 8;

/** Returns the same object with each of its values read once, for one that is asked twice, first for the key that says how. What cannot be read still throws. */
export function readOnce(value: unknown): unknown {
  const keys = (isObject(value) && safely(() => Reflect.ownKeys(value))) || [];
  if (keys.length === 0 || keys.length > MOST_KEYS) return value;
  const parts = keys.map((key) => [key, { enumerable: true, ...(partOf(value, key) ?? { get: throwUnreadable }) }]);
  return Object.defineProperties(bare(), Object.fromEntries(parts) as PropertyDescriptorMap);
}

function throwUnreadable(): never {
  throw new TypeError(CANNOT_BE_READ);
}

/** Returns a copy through and through, of which nothing is read again; the value itself where a part of it cannot be copied, so that who takes it says why. */
export function copyOf<T>(value: T): T {
  const issues: Issue[] = [];
  const copy = plainCopy(value, issues, 5000);
  return issues.length > 0 ? value : (copy as T);
}

/**
 * Copies data into objects and lists of our own; what cannot be read, or is too much, is noted and left out. Only what a value itself holds is read:
 * a copy inherits nothing, and a key given as `undefined` is left out. An item that a list lacks is `undefined`. A Temporal value is read as its own text,
 * which names a calendar that is not ISO's, and so is not taken for a date.
 */
export function plainCopy(value: unknown, issues: Issue[], most: number, path: Path = []): unknown {
  if (typeof value === 'function') return aFunction;
  if (isSimple(value)) return value;
  let bad: string;
  let code: IssueCode = 'malformed';
  try {
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const length = keys === undefined ? (value as readonly unknown[]).length : keys.length;
    const limit = keys === undefined ? most : MOST_KEYS;
    if (path.length > DEEPEST) bad = 'must not be nested so deeply';
    else if (length > limit) [bad, code] = [`must hold at most ${limit}`, 'out-of-range'];
    else if (keys === undefined) {
      const list: unknown[] = [];
      for (let index = 0; index < length; index++)
        list.push(Object.hasOwn(value, index) ? copyOfPart(value, index, issues, most, path) : undefined);
      return list;
    } else if (length === 0 && isTemporal(value)) return String((value as { toString: (as: object) => unknown }).toString(EXACTLY));
    else {
      const copy = bare();
      for (const key of keys) {
        const part = copyOfPart(value, key, issues, most, path);
        if (part !== undefined) copy[key] = part;
      }
      return copy;
    }
  } catch {
    bad = CANNOT_BE_READ;
  }
  issues.push(issue(path, bad, value, code));
  return undefined;
}

function copyOfPart(of: object, key: string | number, issues: Issue[], most: number, path: Path): unknown {
  let part: unknown;
  try {
    part = (of as Readonly<Record<string | number, unknown>>)[key];
  } catch {
    issues.push(issue([...path, key], CANNOT_BE_READ, undefined, 'malformed'));
  }
  return isSimple(part) ? part : plainCopy(part, issues, most, [...path, key]);
}

/** Three digits of a second, as instants have them, and no name of a zone. */
const EXACTLY = { smallestUnit: 'millisecond', timeZoneName: 'never' };

function isTemporal(value: object): boolean {
  return String((value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag]).startsWith('Temporal.');
}

function isSimple(value: unknown): value is string | number | boolean | null | undefined | symbol | bigint {
  return (typeof value !== 'object' && typeof value !== 'function') || value === null;
}

/** Stands for any function: one of the caller's might be a trap. */
const aFunction = (): void => undefined;
