// Schemas that say what they expect, and what to give in its place.
import * as z from 'zod';
import type { IssueCode } from './issues.js';
import { isRecord } from './objects.js';
import { wholeCode } from './reading.js';

/** What a kind of value is, and how to say so to someone who sent another. */
export interface Kind<T> {
  readonly is: (value: unknown) => value is T;
  readonly what: string;
  /** What to give in its place to someone who sent nothing. */
  readonly give: string;
  /** Tells of a value that is none whether it is out of range, and not malformed. */
  readonly codeOf: (value: unknown) => IssueCode | undefined;
  /** What is known of it beside its check, for what is derived from schemas: questions, searches, JSON Schema. */
  readonly form: FactForm;
}
export type FactForm = 'date' | 'instant' | 'moment' | 'text' | 'count' | 'positive' | 'yes-no';
export const LONGEST_TEXT = 200;
export const MOST_ITEMS = 1000;

export const text: Kind<string> = /* @__PURE__ */ textUpTo(LONGEST_TEXT);
export const count: Kind<number> = /* @__PURE__ */ wholeFrom(0, 'count');
export const positive: Kind<number> = /* @__PURE__ */ wholeFrom(1, 'positive');

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
    codeOf: wholeCode,
    form,
  };
}

/** What zod says of a value that is not taken: of one that is absent, what to give. */
type Said = (issue: { readonly input?: unknown }) => string;

function messageFor(what: string, give: string): Said {
  return ({ input }) => (input === undefined ? `is missing: give ${give}` : what);
}

/** Makes the schema of a fact that must be given. */
export const fact = <T>({ is, what, give, form, codeOf }: Kind<T>): z.ZodType<T, T> =>
  z.custom<T>(is, { error: messageFor(what, give), abort: false, params: { form, codeOf } });
/** Makes the schema of a fact that may not have happened: `'none'` says that it did not. */
export const factOrNone = <T>({ is, what, give, form, codeOf }: Kind<T>): z.ZodType<T | 'none', T | 'none'> =>
  z.custom<T | 'none'>((value) => value === 'none' || is(value), {
    error: messageFor(`${what}, or 'none'`, `${give}, or 'none'`),
    params: { form, codeOf, none: true },
  });
export const yesNo = (): z.ZodType<boolean, boolean> => z.boolean({ error: messageFor('must be true or false', 'true or false') });
export const yesNoOrNone = (): z.ZodType<boolean | 'none', boolean | 'none'> =>
  z.custom<boolean | 'none'>((value) => typeof value === 'boolean' || value === 'none', {
    error: messageFor("must be true, false or 'none'", "true, false or 'none'"),
    params: { form: 'yes-no', none: true },
  });
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W): z.ZodType<W[number], W[number]> =>
  z.enum(words, { error: messageFor(`must be one of ${words.join(', ')}`, `one of ${words.join(', ')}`) });
export const optional = <T>(schema: z.ZodType<T, T>): z.ZodType<T | undefined, T | undefined> => z.optional(schema);
export const listOf = <T>(schema: z.ZodType<T, T>): z.ZodType<readonly T[], readonly T[]> =>
  z
    .array(schema, { error: messageFor('must be a list', 'a list') })
    .check(z.maxLength(MOST_ITEMS, `must be a list of at most ${MOST_ITEMS}`));
export const listOfSome = <T>(schema: z.ZodType<T, T>): z.ZodType<readonly T[], readonly T[]> =>
  listOf(schema).check(z.minLength(1, 'must be a list of at least one'));
/** A schema for each fact of an interface. */
export type ShapeOf<F> = { readonly [K in keyof F]-?: z.ZodType };

/** Makes the schema of an object with these keys and no others. */
export const object = <T extends object>(shape: ShapeOf<T>, what = 'must be an object'): z.ZodType<T, T> =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `holds what is not known here: ${issue.keys.join(', ')}` : what),
  }) as unknown as z.ZodType<T, T>;
/** Makes the schema of one of several objects, told apart by a key that each has. */
export const oneByKey = <T>(key: string, schemas: readonly z.ZodType[]): z.ZodType<T, T> => {
  const words = schemas.flatMap((each) => definitionOf(definitionOf(each).shape?.[key] as z.ZodType).values ?? []);
  const oneOfThem = `one of ${words.join(', ')}`;
  return z.discriminatedUnion(key, schemas as unknown as Parameters<typeof z.discriminatedUnion>[1], {
    error: ({ input }) => {
      const came = isRecord(input) ? (input as Readonly<Record<string, unknown>>)[key] : null;
      return isRecord(input) ? messageFor(`must be ${oneOfThem}`, oneOfThem)({ input: came }) : 'must be an object';
    },
  }) as unknown as z.ZodType<T, T>;
};

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

/** Returns a schema's definition, in `zod` as in `zod/mini`. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def;
}
