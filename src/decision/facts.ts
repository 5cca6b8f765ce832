// How facts are checked: schemas that say what they expect, and one reader that reports every problem at once.
import * as z from 'zod';
import { InvalidFacts, received, type Issue, type NonEmpty } from '../calendar/errors.js';
import { isPlainDate, type PlainDate } from '../calendar/days.js';
import { IS_A_DATE, IS_AN_INSTANT } from '../calendar/problems.js';
import type { Instant } from '../calendar/instants.js';
import { isLondonInstant, londonDate } from '../calendar/london.js';
import { orderOf, type Moment } from './moments.js';

/** What a kind of value is, and how to say so to someone who sent another. */
interface Kind<T> {
  readonly is: (value: unknown) => value is T;
  readonly what: string;
}
const LONGEST_TEXT = 200;
const MOST_ITEMS = 1000;

export const date: Kind<PlainDate> = { is: isPlainDate, what: IS_A_DATE };
export const instant: Kind<Instant> = { is: isLondonInstant, what: `${IS_AN_INSTANT}, from 1996 on` };
export const moment: Kind<Moment> = {
  is: (value): value is Moment => isPlainDate(value) || isLondonInstant(value),
  what: 'must be a real date written YYYY-MM-DD (1900 to 2199), or an instant such as 2021-03-31T17:00:00+01:00 (1996 to 2199)',
};
/** A date of a cohort: a year can be counted from it to either side. */
export const cohortDate: Kind<PlainDate> = {
  is: (value): value is PlainDate => isPlainDate(value) && value >= '1901' && value < '2199',
  what: 'must be a real date written YYYY-MM-DD, from 1901-01-01 to 2198-12-31',
};
export const cohortInstant: Kind<Instant> = {
  is: (value): value is Instant => isLondonInstant(value) && londonDate(value) < '2199',
  what: `${IS_AN_INSTANT}, from 1996 to 2198`,
};
export const text: Kind<string> = {
  is: (value): value is string => typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT,
  what: `must be text of 1 to ${LONGEST_TEXT} characters`,
};
export const positive: Kind<number> = {
  is: (value): value is number => Number.isSafeInteger(value) && (value as number) > 0,
  what: 'must be a whole number, 1 or more',
};

/** A fact that must be given. */
export const fact = <T>(kind: Kind<T>): z.ZodType<T, T> => z.custom<T>(kind.is, kind.what);
/** A fact that may not have happened: `'none'` says that it did not. */
export const factOrNone = <T>(kind: Kind<T>): z.ZodType<T | 'none', T | 'none'> =>
  z.custom<T | 'none'>((value) => value === 'none' || kind.is(value), `${kind.what}, or 'none'`);
export const yesNo = (): z.ZodType<boolean, boolean> => z.boolean('must be true or false');
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number], W[number]> =>
  z.enum(words, `must be one of ${words.join(', ')}`);
export const optional = <T>(schema: z.ZodType<T, T>): z.ZodType<T | undefined, T | undefined> => z.optional(schema);
export const listOf = <T>(schema: z.ZodType<T, T>): z.ZodType<readonly T[], readonly T[]> =>
  z.array(schema, 'must be a list').check(z.maxLength(MOST_ITEMS, `must be a list of at most ${MOST_ITEMS}`));
/** An object with these keys and no others. */
export const object = <T extends object>(shape: ShapeOf<T>): z.ZodType<T, T> =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'must be an object'),
  }) as unknown as z.ZodType<T, T>;

/** The same schema with its checks generated, where the host allows code from strings; elsewhere as it is. */
export const fast = <T extends z.ZodType>(schema: T): T => (z.config().jitless ? schema : z.compile(schema));

/** A schema for each fact of an interface. */
export type ShapeOf<F> = { readonly [K in keyof F]-?: z.ZodType };
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Holds a shape equal to its interface: a schema that is wider or narrower than its fact becomes `never`, and does not compile. */
export type Exactly<F, S> = {
  readonly [K in keyof F]-?: K extends keyof S
    ? S[K] extends z.ZodType<infer T>
      ? Same<Exclude<T, undefined>, Exclude<F[K], undefined>> extends true
        ? S[K]
        : never
      : never
    : never;
};

/** States that one fact cannot come before another; the problem is reported at the later one. */
export interface Order {
  readonly first: string;
  readonly then: string;
}

/** Lists every problem of a value against a schema, and against the orders of those facts that are well formed. */
export function problemsOf(
  schema: z.ZodType,
  value: unknown,
  orders: readonly Order[] = [],
): { readonly output: unknown; readonly issues: readonly Issue[] } {
  try {
    const parsed = schema.safeParse(value);
    if (parsed.success && orders.length === 0) return { output: parsed.data, issues: [] };
    const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => issuesFrom(issue, value));
    return { output: parsed.data, issues: [...issues, ...orders.flatMap((order) => misordered(order, value, issues))] };
  } catch {
    return { output: undefined, issues: [unreadable(value)] };
  }
}

/** Reads a value as its schema says, or throws one `InvalidFacts` with every problem. */
export function read<T>(schema: z.ZodType<T>, value: unknown, at: readonly (string | number)[] = []): T {
  const { output, issues } = problemsOf(schema, value);
  throwIfAny(issues.map((issue) => ({ ...issue, path: [...at, ...issue.path] })));
  return output as T;
}

export function throwIfAny(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new InvalidFacts(issues as NonEmpty<Issue>);
}

function issuesFrom(issue: z.core.$ZodIssue, value: unknown): Issue[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: 'is not a fact that is known here',
      received: received(valueAt(value, [...path, key])),
    }));
  }
  return [{ path, message: issue.message, received: received(valueAt(value, path)) }];
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of path) at = typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
  return at;
}

function misordered({ first, then }: Order, value: unknown, issues: readonly Issue[]): Issue[] {
  const bad = (key: string): boolean => issues.some((issue) => issue.path.length === 0 || issue.path[0] === key);
  const [a, b] = [valueAt(value, [first]), valueAt(value, [then])];
  if (bad(first) || bad(then) || !moment.is(a) || !moment.is(b) || orderOf(a, b) <= 0) return [];
  return [{ path: [then], message: `must not be before ${first}, ${a}`, received: b }];
}

/** Names the first key of a value that throws when it is read; the value itself where even its keys cannot be had. */
function unreadable(value: unknown): Issue {
  let path: readonly string[] = [];
  try {
    path = Object.keys(value as object)
      .filter((key) => !canRead(value as object, key))
      .slice(0, 1);
  } catch {
    // not even its keys
  }
  return { path, message: 'must be a value that can be read', received: received(value) };
}

function canRead(value: object, key: string): boolean {
  try {
    Reflect.get(value, key);
    return true;
  } catch {
    return false;
  }
}
