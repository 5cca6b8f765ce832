// The same schemas as JSON Schema, draft 2020-12: what our own checks take is said by pattern, format and bounds.
import * as z from 'zod';
import { LONGEST_TEXT } from '../decision/facts.js';
import { definitionOf } from '../decision/forms.js';
import { lazily } from './lazily.js';
import { zodSchemas, type SchemaName } from './zod-schemas.js';

/** Is a JSON Schema, draft 2020-12. @since 0.1.0 */
export type JsonSchema = Readonly<Record<string, unknown>>;

const day = '(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}';
const clock = '([01][0-9]|2[0-3]):[0-5][0-9]';
const date = { type: 'string', format: 'date', pattern: `^${day}$` };
const instant = { type: 'string', pattern: `^${day}T${clock}(:[0-5][0-9](\\.[0-9]{3})?)?(Z|[+-]${clock})$` };
const largest = Number.MAX_SAFE_INTEGER;

/** What stands for each check of our own, by the form that it states. */
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

function jsonSchemaOf(name: SchemaName): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(zodSchemas[name], {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const { params } = definitionOf(zodSchema);
      const form = params && forms[params.form];
      if (form !== undefined) Object.assign(jsonSchema, params?.none === true ? { anyOf: [form, { const: 'none' }] } : form);
    },
  });
  return Object.freeze({ $schema, title: name, ...schema });
}

/**
 * Holds the JSON Schemas (draft 2020-12) by the same names, each made when it is first read; the package ships them as `schemas/<name>.json`.
 *
 * @example jsonSchemas.noticeDeadlineFacts.required // => ['programmeStartsOn']
 * @since 0.1.0
 */
export const jsonSchemas: Readonly<Record<SchemaName, JsonSchema>> = /* @__PURE__ */ lazily(Object.keys(zodSchemas), (name) =>
  jsonSchemaOf(name as SchemaName),
);
