// What kind of value a schema takes, read off the schema: dates, numbers and words are searched, asked for and described by it.
import type * as z from 'zod';
import type { FactForm } from './facts.js';

/** Describes the values of a fact: one of some words, or any of a kind; `'none'` where the fact may not have happened. */
export type Form =
  | { readonly kind: 'choice'; readonly choices: readonly (string | boolean)[]; readonly none: boolean }
  | { readonly kind: Exclude<FactForm, 'yes-no'>; readonly none: boolean }
  | { readonly kind: 'list'; readonly none: false };

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
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
