// Reads the options of a policy, which may come from anywhere: each value is read once, every problem is noted, nothing hostile gets out.
import { safely, type Issue } from './errors.js';
import { issue, type Path } from './problems.js';

type Entries = Partial<Record<string, unknown>>;

const MOST_KEYS = 100;

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
