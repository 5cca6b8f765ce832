// How facts are checked: schemas that say what they expect, and one reader that reports every problem at once.
import * as z from 'zod';
import { InvalidFacts, issue, notOneOf, unknownKey, type Issue, type IssueCode, type NonEmpty } from '../data/issues.js';
import { dayCode, IS_A_DATE, isPlainDate, type PlainDate } from '../calendar/dates.js';
import { type Instant, instantCode, IS_AN_INSTANT, isLondonInstant } from '../calendar/instants.js';
import { orderOf, type Moment } from './decision.js';
import { inheritingNothing, nothing } from '../data/objects.js';
import { isRecord, plainCopy } from '../data/reading.js';

/** What a kind of value is, and how to say so to someone who sent another. */
interface Kind<T> {
  readonly is: (value: unknown) => value is T;
  readonly what: string;
  /** What to give in its place to someone who sent nothing. */
  readonly give: string;
  /** Tells of a value that is none whether it is out of range, and not malformed. */
  readonly codeOf: (value: unknown) => IssueCode | undefined;
  /** What is known of it beside its check, for what is derived from schemas: questions, searches, JSON Schema. */
  readonly form: FactForm;
}
type FactForm = 'date' | 'instant' | 'moment' | 'text' | 'count' | 'positive' | 'yes-no';
export const LONGEST_TEXT = 200;
const MOST_ITEMS = 1000;

const A_DATE = 'a date such as 2020-12-11';
const AN_INSTANT = 'an instant such as 2021-03-31T17:00:00+01:00';
export const date: Kind<PlainDate> = { is: isPlainDate, what: IS_A_DATE, give: A_DATE, codeOf: dayCode, form: 'date' };
export const instant: Kind<Instant> = /* @__PURE__ */ instantsOf('from 1996 on');
export const moment: Kind<Moment> = {
  is: (value): value is Moment => isPlainDate(value) || isLondonInstant(value),
  what: 'must be a real date written YYYY-MM-DD (1900 to 2199), or an instant such as 2021-03-31T17:00:00+01:00 (1996 to 2199)',
  give: `${A_DATE}, or ${AN_INSTANT}`,
  codeOf: (value) => dayCode(value) ?? instantCode(value),
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
export const text: Kind<string> = /* @__PURE__ */ textUpTo(LONGEST_TEXT);
export const count: Kind<number> = /* @__PURE__ */ wholeFrom(0, 'count');
export const positive: Kind<number> = /* @__PURE__ */ wholeFrom(1, 'positive');

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

/** A text is as long as JSON Schema counts it: a character beyond the first 65,536 is one, and two units of the text. */
/* @__NO_SIDE_EFFECTS__ */
function textUpTo(longest: number): Kind<string> {
  return {
    is: (value): value is string =>
      typeof value === 'string' && value.length > 0 && value.length <= 2 * longest && Array.from(value).length <= longest,
    what: `must be text of 1 to ${longest} characters`,
    give: 'a text',
    codeOf: (value) => (typeof value === 'string' && value !== '' ? 'out-of-range' : undefined),
    form: 'text',
  };
}

/* @__NO_SIDE_EFFECTS__ */
function wholeFrom(least: number, form: 'count' | 'positive'): Kind<number> {
  return {
    is: (value): value is number => Number.isSafeInteger(value) && (value as number) >= least,
    what: `must be a whole number, ${least} or more`,
    give: 'a whole number',
    codeOf: (value) => (Number.isInteger(value) ? 'out-of-range' : undefined),
    form,
  };
}

/** What zod says of a value that is not taken: of one that is absent, what to give. */
type Said = (issue: { readonly input?: unknown }) => string;

function said(what: string, give: string): Said {
  return ({ input }) => (input === undefined ? `is missing: give ${give}` : what);
}

/** A fact that must be given. */
export const fact = <T>({ is, what, give, form, codeOf }: Kind<T>): z.ZodType<T, T> =>
  z.custom<T>(is, { error: said(what, give), abort: false, params: { form, codeOf } });
/** A fact that may not have happened: `'none'` says that it did not. */
export const factOrNone = <T>({ is, what, give, form, codeOf }: Kind<T>): z.ZodType<T | 'none', T | 'none'> =>
  z.custom<T | 'none'>((value) => value === 'none' || is(value), {
    error: said(`${what}, or 'none'`, `${give}, or 'none'`),
    params: { form, codeOf, none: true },
  });
export const yesNo = (): z.ZodType<boolean, boolean> => z.boolean({ error: said('must be true or false', 'true or false') });
export const yesNoOrNone = (): z.ZodType<boolean | 'none', boolean | 'none'> =>
  z.custom<boolean | 'none'>((value) => typeof value === 'boolean' || value === 'none', {
    error: said("must be true, false or 'none'", "true, false or 'none'"),
    params: { form: 'yes-no', none: true },
  });
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number], W[number]> =>
  z.enum(words, { error: said(`must be one of ${words.join(', ')}`, `one of ${words.join(', ')}`) });
export const optional = <T>(schema: z.ZodType<T, T>): z.ZodType<T | undefined, T | undefined> => z.optional(schema);
export const listOf = <T>(schema: z.ZodType<T, T>): z.ZodType<readonly T[], readonly T[]> =>
  z.array(schema, { error: said('must be a list', 'a list') }).check(z.maxLength(MOST_ITEMS, `must be a list of at most ${MOST_ITEMS}`));
/** A list that holds at least one. */
export const listOfSome = <T>(schema: z.ZodType<T, T>): z.ZodType<readonly T[], readonly T[]> =>
  listOf(schema).check(z.minLength(1, 'must be a list of at least one'));
/** An object with these keys and no others. */
export const object = <T extends object>(shape: ShapeOf<T>, what = 'must be an object'): z.ZodType<T, T> =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `holds what is not known here: ${issue.keys.join(', ')}` : what),
  }) as unknown as z.ZodType<T, T>;
/** One of several objects, told apart by a key that each has. */
export const oneByKey = <T>(key: string, schemas: readonly z.ZodType[]): z.ZodType<T, T> => {
  const words = schemas.flatMap((each) => definitionOf(definitionOf(each).shape?.[key] as z.ZodType).values ?? []);
  const oneOfThem = `one of ${words.join(', ')}`;
  return z.discriminatedUnion(key, schemas as unknown as Parameters<typeof z.discriminatedUnion>[1], {
    error: ({ input }) => {
      const came = isRecord(input) ? (input as Readonly<Record<string, unknown>>)[key] : null;
      return isRecord(input) ? said(`must be ${oneOfThem}`, oneOfThem)({ input: came }) : 'must be an object';
    },
  }) as unknown as z.ZodType<T, T>;
};

/** A schema for each fact of an interface. */
export type ShapeOf<F> = { readonly [K in keyof F]-?: z.ZodType };
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
  if (error === undefined && unreadable.length === 0) return { facts, output, issues: misordered(orders, facts) };
  const wrong = (error?.issues ?? nothing).flatMap((each) => issuesFrom(each, facts, schema, unknown));
  const issues = [...unreadable, ...wrong.filter(({ path }) => !unreadable.some((each) => startsWith(path, each.path)))];
  return { facts, output, issues: [...issues, ...misordered(orders, facts, issues)] };
}

function startsWith(path: Issue['path'], start: Issue['path']): boolean {
  return start.every((step, index) => path[index] === step);
}

/** Reads a value, an item of a list where its index there is given, as its schema says, or throws one `InvalidFacts` with every problem. */
export function read<T>(schema: z.ZodType<T>, value: unknown, at: Issue['path'] = [], orders: readonly Order[] = [], index?: number): T {
  const { output, issues } = factsFrom(schema, value, orders);
  if (issues.length === 0) return inheritingNothing(output as object) as T;
  const start = index === undefined ? at : [...at, index];
  throw new InvalidFacts(issues.map((each) => ({ ...each, path: [...start, ...each.path] })) as readonly Issue[] as NonEmpty<Issue>);
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

/** The schema of a part of what a schema describes. */
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

/** The problems of facts that are well formed and the wrong way round; one that has another problem already has no order. */
export function misordered(orders: readonly Order[], of: unknown, issues: readonly Issue[] = []): readonly Issue[] {
  if (orders.length === 0) return nothing;
  const facts = (of ?? {}) as Readonly<Record<string, unknown>>;
  const wrong = orders.filter(({ first, then }) => {
    const [a, b] = [facts[first], facts[then]];
    return moment.is(a) && moment.is(b) && orderOf(a, b) > 0 && !issues.some(({ path: [name] }) => name === first || name === then);
  });
  return wrong.map(({ first, then }) => issue([then], `must not be before ${first}, ${String(facts[first])}`, facts[then], 'out-of-order'));
}

/** The values of a fact: one of some words, or any of a kind; `'none'` where the fact may not have happened. */
export type Form =
  | { readonly kind: 'choice'; readonly choices: readonly (string | boolean)[]; readonly none: boolean }
  | { readonly kind: Exclude<FactForm, 'yes-no'>; readonly none: boolean }
  | { readonly kind: 'list'; readonly none: false };

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  /** The values of a literal. */
  readonly values?: readonly (string | number | boolean)[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  /** The schemas of a union, and the key that tells them apart. */
  readonly options?: readonly z.ZodType[];
  readonly discriminator?: string;
  readonly params?: { readonly form: FactForm; readonly none?: boolean };
}

/** A schema's own definition, in `zod` as in `zod/mini`. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def;
}

export function formOf(schema: z.ZodType): Form {
  const { type, innerType, entries, params } = definitionOf(schema);
  if (innerType !== undefined) return formOf(innerType);
  const choices: readonly (string | boolean)[] =
    type === 'boolean' || params?.form === 'yes-no' ? [true, false] : Object.values(entries ?? {});
  const none = params?.none === true || choices.includes('none');
  if (choices.length > 0) return { kind: 'choice', choices: none && !choices.includes('none') ? [...choices, 'none'] : choices, none };
  return params === undefined || params.form === 'yes-no' ? { kind: 'list', none: false } : { kind: params.form, none };
}
