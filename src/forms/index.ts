// professional-status/forms: what a web form sends, read into the values that a schema of facts or of events has. It decides nothing and refuses nothing
// that a form can hold: what it cannot read stays as it came, and the rule says what it expects there.
import type * as z from 'zod';
import { isLondonInstant, londonDate, londonTime } from '../calendar/instants.js';
import { safely } from '../data/issues.js';
import { isObject, isRecord } from '../data/objects.js';
import { check, readArguments, readerOf, type Reader } from '../data/reading.js';
import { definitionOf, formOf } from '../decision/facts.js';

const MOST_FIELDS = 1000;

const YES_NO: ReadonlyMap<unknown, boolean> = /* @__PURE__ */ new Map([
  ['on', true],
  ['true', true],
  ['yes', true],
  ['false', false],
  ['no', false],
]);

/** A form's fields in its order: a name may come more than once. */
type Fields = readonly (readonly [name: string, value: unknown])[];

const aSchema = /* @__PURE__ */ readerOf<z.ZodType>(
  (value) => safely(() => ['object', 'union'].includes(definitionOf(value as z.ZodType).type)) === true,
  'must be a schema of facts or of events, such as assessSubmission.facts() or zodSchemas.event',
);

const aForm: Reader<Fields> = (issues, value, path) => {
  const fields = fieldsOf(value);
  const expected = `must be a form: a FormData, a URLSearchParams or an object of texts, with at most ${MOST_FIELDS} fields`;
  check(issues, fields !== undefined, path, expected, value);
  return fields ?? [];
};

/**
 * Reads a form into facts, or into an event, by their schema. A blank field is left out. "on", "true" and "yes" are `true`, "false" and "no" are `false`,
 * where the fact is true or false; digits are a number where it is one; the fields of a list are collected. Blanks around a value are cut off, unless it is a text.
 *
 * A time without a zone, as `datetime-local` sends it, is London's. In the hour that comes twice, and in the one that the clocks skip, it stays as it
 * came, so that the rule refuses it: ask for the offset. So does all else that is not as the schema has it, and a field that is not known: take a
 * token of your own out of the form first. A field that did not come, such as an unticked box, stays absent.
 *
 * @param form a `FormData`, a `URLSearchParams`, or an object of texts as a server's parser makes it; at most 1,000 fields.
 * @throws InvalidFacts if `schema` is not a schema of facts or of events, or `form` is not a form.
 * @since 0.1.0
 * @example factsOfForm(assessSubmission.facts(), { submissionDeadline: '2021-06-30T17:00', asOf: '2021-06-30', submittedAt: '' }) // => { submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-06-30' }
 */
export function factsOfForm(schema: z.ZodType, form: unknown): Readonly<Record<string, unknown>> {
  const read = readArguments({ schema: aSchema, form: aForm }, { schema, form });
  return factsIn(read.schema, read.form);
}

/** Returns the fields of a form; `undefined` where it is none, has too many, or cannot be read. */
function fieldsOf(form: unknown): Fields | undefined {
  return safely(() => {
    if (!isObject(form) || !(Symbol.iterator in form || isRecord(form))) return undefined;
    const fields: (readonly [string, unknown])[] = [];
    for (const [name, value] of fieldsIn(form)) {
      if (typeof name !== 'string' || fields.length === MOST_FIELDS) return undefined;
      fields.push([name, value]);
    }
    return fields;
  });
}

/** Returns each field of a form, one after the other, so that one without an end can be left. */
function* fieldsIn(form: object): Iterable<readonly [name: unknown, value: unknown]> {
  if (Symbol.iterator in form) yield* form as Iterable<[unknown, unknown]>;
  else
    for (const [name, value] of Object.entries(form) as [string, unknown][])
      for (const each of Array.isArray(value) ? (value as readonly unknown[]) : [value]) yield [name, each];
}

function factsIn(schema: z.ZodType, fields: Fields): Readonly<Record<string, unknown>> {
  const given = new Map<string, readonly unknown[]>();
  for (const [name, value] of fields)
    if (value !== undefined && !(typeof value === 'string' && value.trim() === '')) given.set(name, [...(given.get(name) ?? []), value]);
  const shape = shapeOf(schema, given);
  return Object.fromEntries(
    [...given].map(([name, values]) => [name, valueOf(Object.hasOwn(shape, name) ? shape[name] : undefined, values)]),
  );
}

/** Returns the schema of each field that is known: of several kinds of event, those of the kind that the form names. */
function shapeOf(schema: z.ZodType, given: ReadonlyMap<string, readonly unknown[]>): Readonly<Record<string, z.ZodType>> {
  const { options = [], discriminator = '', shape } = definitionOf(schema);
  const kind = cut(given.get(discriminator)?.at(0));
  const named = options.map((each) => definitionOf(each).shape ?? {});
  return (
    shape ?? named.find((each) => (each[discriminator] && definitionOf(each[discriminator]).values)?.some((word) => word === kind)) ?? {}
  );
}

/** Returns what the fields of one name say. What is not in the form of its fact stays as it came. */
function valueOf(schema: z.ZodType | undefined, values: readonly unknown[]): unknown {
  const { type, innerType } = schema === undefined ? { type: '' } : definitionOf(schema);
  if (innerType !== undefined) return valueOf(innerType, values);
  if (schema !== undefined && type === 'array') return values.map(cut);
  const form = schema && formOf(schema);
  const last = values.at(-1);
  // a box with a hidden field before it, which says what an unticked box means, sends both
  if (form?.kind === 'choice' && form.choices.includes(true)) return YES_NO.get(cut(last)) ?? last;
  if (values.length > 1) return values;
  if (schema !== undefined && type === 'object') {
    const fields = fieldsOf(last);
    return fields ? factsIn(schema, fields) : last;
  }
  if (typeof last !== 'string' || form?.kind === 'text') return last;
  const text = last.trim();
  if (form?.kind === 'count' || form?.kind === 'positive') return /^\d{1,15}$/.test(text) ? Number(text) : text;
  return form?.kind === 'instant' || form?.kind === 'moment' ? inLondon(text) : text;
}

function cut(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** Returns a time without a zone as the instant at which London's clock shows it; as it came, where it shows it never or twice. */
function inLondon(text: string): string {
  const wall = text.length === 16 ? `${text}:00` : text;
  const [only, other] = ['+01:00', '+00:00']
    .map((offset) => `${wall}${offset}`)
    .filter((at) => isLondonInstant(at) && `${londonDate(at)}T${londonTime(at)}` === wall);
  return only !== undefined && other === undefined ? only : text;
}
