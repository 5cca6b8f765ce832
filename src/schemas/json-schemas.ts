// The same schemas as JSON Schema, draft 2020-12: what our own checks take is said by pattern, format and bounds.
import * as z from 'zod';
import { definitionOf, LONGEST_TEXT } from '../decision/facts.js';
import { lazyRecord } from '../data/objects.js';
import { zodSchemas, type SchemaName } from './zod-schemas.js';

/** A JSON Schema, draft 2020-12. @since 0.1.0 */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The days that every year has, by month, and those that only a leap year has: of the two hundreds among them, 2000 is one. */
const everyYear = '((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))';
const leap = (years: string): string => `(${years})-02-29`;
const fourthYears = '[2468][048]|[13579][26]';
const day = `((19|2[01])[0-9]{2}-${everyYear}|${leap(`(19|21)(0[48]|${fourthYears})|20(0[048]|${fourthYears})`)})`;
const from1996 = `((199[6-9]|2[01][0-9]{2})-${everyYear}|${leap(`1996|21(0[48]|${fourthYears})|20(0[048]|${fourthYears})`)})`;
const clock = '([01][0-9]|2[0-3]):[0-5][0-9]';
const time = `T${clock}(:[0-5][0-9](\\.[0-9]{3})?)?`;
/** In Python and Java `$` also matches before a line feed at the end, and not every engine knows how to look ahead. */
const oneWord = { not: { type: 'string', pattern: '\\s' } };
const date = { type: 'string', format: 'date', pattern: `^${day}$`, ...oneWord };
/** What is still 1995 by a clock behind that of London may be 1996 there. */
const instant = { type: 'string', pattern: `^(${from1996}${time}(Z|[+-]${clock})|1995-12-31${time}-${clock})$`, ...oneWord };
const largest = Number.MAX_SAFE_INTEGER;

/** The JSON Schema of each check of our own, by the form that it states. */
const forms: Readonly<Record<string, JsonSchema>> = {
  date,
  instant,
  moment: { anyOf: [date, instant] },
  text: { type: 'string', minLength: 1, maxLength: LONGEST_TEXT },
  count: { type: 'integer', minimum: 0, maximum: largest },
  positive: { type: 'integer', minimum: 1, maximum: largest },
  'yes-no': { type: 'boolean' },
  object: { type: 'object' },
};

export function jsonSchemaOf(title: string, of: z.ZodType): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(of, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const { params } = definitionOf(zodSchema);
      const form = params && forms[params.form];
      if (form !== undefined) Object.assign(jsonSchema, params?.none === true ? { anyOf: [form, { const: 'none' }] } : form);
    },
  });
  return Object.freeze({ $schema, title, ...(withoutTypeLists(schema) as JsonSchema) });
}

/** Returns the same schema with each list of types as alternatives: strict validators refuse such a list, and zod makes one of any union of bare types. */
function withoutTypeLists(of: unknown): unknown {
  if (typeof of !== 'object' || of === null) return of;
  if (Array.isArray(of)) return of.map(withoutTypeLists);
  const { type: types, ...others } = of as Readonly<Record<string, unknown>>;
  if (Array.isArray(types)) return { ...others, anyOf: types.map((type: unknown) => ({ type })) };
  return Object.fromEntries(Object.entries(of).map(([key, part]) => [key, withoutTypeLists(part)]));
}

/**
 * The JSON Schemas (draft 2020-12) by the same names, each made when it is first read; the package ships them as `schemas/<name>.json`.
 *
 * @example jsonSchemas.noticeDeadlineFacts.required // => ['programmeStartsOn']
 * @since 0.1.0
 */
export const jsonSchemas: Readonly<Record<SchemaName, JsonSchema>> = /* @__PURE__ */ lazyRecord(
  Object.keys(zodSchemas),
  (name) => jsonSchemaOf(name, (zodSchemas as unknown as Readonly<Record<string, z.ZodType>>)[name] as z.ZodType), // one type: that of all of them together costs the lint gigabytes
);
