// Facts as the families state them: the kinds that know dates, and one reader that reports every problem at once.
import type * as z from 'zod';
import { issue, notOneOf, throwIfAny, unknownKey, type Issue, type IssueCode } from '../data/issues.js';
import { dayCode, IS_A_DATE, isPlainDate, type PlainDate } from '../calendar/dates.js';
import { type Instant, instantCode, IS_AN_INSTANT, isLondonInstant, momentCode } from '../calendar/instants.js';
import { inheritingNothing, isRecord, nothing } from '../data/objects.js';
import { plainCopy } from '../data/copies.js';
import { definitionOf, MOST_ITEMS, type FactForm, type Kind } from '../data/schemas.js';
import { orderOf, type Moment } from './decision.js';

export * from '../data/schemas.js';

const A_DATE = 'a date such as 2020-12-11';
const AN_INSTANT = 'an instant such as 2021-03-31T17:00:00+01:00';
export const date: Kind<PlainDate> = { is: isPlainDate, what: IS_A_DATE, give: A_DATE, codeOf: dayCode, form: 'date' };
export const instant: Kind<Instant> = /* @__PURE__ */ instantsOf('from 1996 on');
export const moment: Kind<Moment> = {
  is: (value): value is Moment => isPlainDate(value) || isLondonInstant(value),
  what: 'must be a real date written YYYY-MM-DD (1900 to 2199), or an instant such as 2021-03-31T17:00:00+01:00 (1996 to 2199)',
  give: `${A_DATE}, or ${AN_INSTANT}`,
  codeOf: momentCode,
  form: 'moment',
};
/** A date of a cohort: a year can be counted from it to either side. */
export const cohortDate: Kind<PlainDate> = {
  is: (value): value is PlainDate => isPlainDate(value) && value >= '1901-01-01' && value <= '2198-12-31',
  what: 'must be a real date written YYYY-MM-DD, from 1901-01-01 to 2198-12-31',
  give: A_DATE,
  codeOf: dayCode,
  form: 'date',
};
export const cohortInstant: Kind<Instant> = /* @__PURE__ */ instantsOf('from 1996 to 2198', 83_641); // day number of 2199-01-01

/* @__NO_SIDE_EFFECTS__ */
function instantsOf(years: string, before?: number): Kind<Instant> {
  return {
    is: (value): value is Instant => isLondonInstant(value, before),
    what: `${IS_AN_INSTANT}, ${years}`,
    give: AN_INSTANT,
    codeOf: instantCode,
    form: 'instant',
  };
}

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** A shape that is equal to its interface: a schema that is wider or narrower than its fact becomes `never`, and does not compile. */
export type Exactly<F, S> = {
  readonly [K in keyof F]-?: K extends keyof S
    ? S[K] extends z.ZodType<infer T>
      ? Same<Exclude<T, undefined>, Exclude<F[K], undefined>> extends true
        ? S[K]
        : never
      : never
    : never;
};

/** An order of two facts, of which one cannot come before the other; the problem is reported at the later one. */
export interface Order {
  readonly first: string;
  readonly then: string;
}

/**
 * Reads a value: its facts as a copy that inherits nothing, what the schema made of them, and every problem.
 * The output has its keys in the schema's order. Problems are those of the value, of the schema, and of the orders of well-formed facts.
 * `unknown` says what is wrong with a key that is not known.
 */
export function factsFrom(
  schema: z.ZodType,
  value: unknown,
  orders: readonly Order[] = nothing,
  unknown?: string,
): { readonly facts: unknown; readonly output: unknown; readonly issues: readonly Issue[] } {
  if (!isRecord(value)) return { facts: undefined, output: undefined, issues: [issue([], 'must be an object', value)] };
  const unreadable: Issue[] = [];
  const facts = plainCopy(value, unreadable, MOST_ITEMS);
  const { data: output, error } = schema.safeParse(facts);
  if (error === undefined && unreadable.length === 0) return { facts, output, issues: orderIssues(orders, facts) };
  const wrong = (error?.issues ?? nothing).flatMap((each) => issuesFrom(each, facts, schema, unknown));
  const issues = [...unreadable, ...wrong.filter(({ path }) => !unreadable.some((each) => startsWith(path, each.path)))];
  return { facts, output, issues: [...issues, ...orderIssues(orders, facts, issues)] };
}

function startsWith(path: Issue['path'], start: Issue['path']): boolean {
  return start.every((step, index) => path[index] === step);
}

/**
 * Reads a value as its schema says, or throws one `InvalidFacts` with every problem.
 * The problems of the part named `apart` are left to the reader of that part.
 */
export function read<T>(schema: z.ZodType<T>, value: unknown, at: Issue['path'] = [], orders: readonly Order[] = [], apart?: string): T {
  const { output, issues } = factsFrom(schema, value, orders);
  throwIfAny(issues.flatMap((each) => (apart !== undefined && each.path[0] === apart ? [] : { ...each, path: [...at, ...each.path] })));
  return inheritingNothing(output as object) as T;
}

function issuesFrom(found: z.core.$ZodIssue, value: unknown, schema: z.ZodType, unknown?: string): Issue[] {
  const path = found.path as Issue['path']; // no symbols: what is parsed is a plain copy
  const came = valueAt(value, path);
  if (found.code === 'unrecognized_keys') {
    const keys = Object.keys(definitionOf(partAt(schema, path)).shape ?? {});
    const why = path.length === 0 ? unknown : undefined;
    return found.keys.map((key) => unknownKey([...path, key], keys, valueAt(value, [...path, key]), why));
  }
  if (found.code === 'invalid_value') return [notOneOf(path, found.values.map(String), came, found.message)];
  return [issue(path, found.message, came, came === undefined ? 'missing' : codeOf(found, came))];
}

/** Tells what is wrong with a value that is neither missing nor one of some words. */
function codeOf(found: z.core.$ZodIssue, came: unknown): IssueCode | undefined {
  if (found.code === 'too_big' || found.code === 'too_small') return 'out-of-range';
  if (found.code !== 'custom') return undefined;
  const { code, codeOf: own } = (found.params ?? {}) as { readonly code?: IssueCode; readonly codeOf?: Kind<unknown>['codeOf'] };
  return code ?? own?.(came);
}

/** Returns the schema of a part of what a schema describes. */
function partAt(schema: z.ZodType, path: Issue['path']): z.ZodType {
  const { innerType, element, shape } = definitionOf(schema);
  if (innerType !== undefined) return partAt(innerType, path);
  const [step, ...rest] = path;
  const part = typeof step === 'number' ? element : shape?.[step as string];
  return part === undefined ? schema : partAt(part, rest);
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((at, step) => (at as Readonly<Record<string | number, unknown>>)[step], value);
}

/** Returns the problems of facts that are well formed and the wrong way round; one that has another problem already has no order. */
export function orderIssues(orders: readonly Order[], of: unknown, issues: readonly Issue[] = nothing): readonly Issue[] {
  const facts = (of ?? {}) as Readonly<Record<string, unknown>>;
  const wrong: Issue[] = [];
  for (const { first, then } of orders) {
    const a = facts[first];
    const b = facts[then];
    if (!moment.is(a) || !moment.is(b) || orderOf(a, b) <= 0) continue;
    if (issues.some(({ path: [name] }) => name === first || name === then)) continue;
    wrong.push(issue([then], `must not be before ${first}, ${a}`, b, 'out-of-order'));
  }
  return wrong;
}

/** The values of a fact: one of some words, or any of a kind; `'none'` where the fact may not have happened. */
export type Form =
  | { readonly kind: 'choice'; readonly choices: readonly (string | boolean)[]; readonly none: boolean }
  | { readonly kind: Exclude<FactForm, 'yes-no'>; readonly none: boolean }
  | { readonly kind: 'list'; readonly none: false };

export function formOf(schema: z.ZodType): Form {
  const { type, innerType, entries, params } = definitionOf(schema);
  if (innerType !== undefined) return formOf(innerType);
  const choices: readonly (string | boolean)[] =
    type === 'boolean' || params?.form === 'yes-no' ? [true, false] : Object.values(entries ?? {});
  const none = params?.none === true || choices.includes('none');
  if (choices.length > 0) return { kind: 'choice', choices: none && !choices.includes('none') ? [...choices, 'none'] : choices, none };
  return params === undefined || params.form === 'yes-no' ? { kind: 'list', none: false } : { kind: params.form, none };
}
