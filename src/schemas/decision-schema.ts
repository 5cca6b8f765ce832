// What a rule answers, as a schema: settled with its outcome and detail, or undetermined with its needs.
import * as z from 'zod';
import type { NonEmpty } from '../data/issues.js';
import { once } from '../data/objects.js';
import type { Decision, Finding, Need } from '../decision/decision.js';
import { date, fact, listOf, listOfSome, object, oneByKey, oneOf, optional, positive, text, yesNo } from '../decision/facts.js';
import { compiledOf, type AnyRule } from '../decision/rule.js';
import { clauses } from '../policy/clauses.js';
import { editionIds, readingChoices } from '../policy/choices.js';
import { documents } from '../policy/documents.js';
import { limits, type Span } from '../policy/limits.js';
import type { ClauseId } from '../policy/ids.js';
import { roles } from '../policy/vocabulary.js';

export const keysOf = (of: object): NonEmpty<string> => Object.keys(of) as unknown as NonEmpty<string>;

// Made once each: a JSON Schema writes what comes more than once in one place.
export const clauseId: () => z.ZodType<ClauseId, ClauseId> = /* @__PURE__ */ once(
  () => oneOf(keysOf(clauses)) as z.ZodType<ClauseId, ClauseId>,
);
const value = () => z.union([z.string(), z.number(), z.boolean()], 'must be a text, a number, true or false');

export const finding: () => z.ZodType<Finding, Finding> = /* @__PURE__ */ once(
  () =>
    object({
      clause: clauseId(),
      test: fact(text),
      holds: yesNo(),
      draft: optional(z.literal(true)),
      assumed: optional(z.literal(true)),
      left: optional(value()),
      operator: optional(oneOf(['<', '<=', '=', '>=', '>', 'in'])),
      right: optional(value()),
    }) as unknown as z.ZodType<Finding, Finding>,
);

export const need: () => z.ZodType<Need, Need> = /* @__PURE__ */ once(() =>
  oneByKey<Need>('kind', [
    object({ kind: z.literal('fact'), name: fact(text) }),
    object({ kind: z.literal('judgement'), by: oneOf(roles), of: fact(text) }),
    object({ kind: z.literal('document'), document: oneOf(keysOf(documents)) }),
    object({
      kind: z.literal('calendar'),
      calendar: fact(text),
      coveredFrom: fact(date),
      coveredTo: fact(date),
      needed: fact(date),
    }),
  ]),
);

export const length = (): z.ZodType<Span, Span> =>
  z.union([
    object({ workingDays: fact(positive) }),
    object({ months: fact(positive) }),
    object({ days: fact(positive) }),
  ]) as unknown as z.ZodType<Span, Span>;

/** What is drafted in the place of the policy's own limits. */
export const drafts = (): z.ZodType => listOf(z.strictObject({ clause: oneOf(keysOf(limits)), held: length(), drafted: length() }));

const basis = /* @__PURE__ */ once(() =>
  object({
    editions: listOf(oneOf(editionIds)),
    calendar: optional(object({ id: fact(text), version: fact(text), certainty: oneOf(['published', 'projected']) })),
    readings: listOf(object({ id: oneOf(keysOf(readingChoices)), choice: fact(text) })),
    assumed: listOf(fact(text)),
    draft: optional(drafts()),
  }),
);

/** Makes the schema of a rule's decisions, whole or by `given`: a detail may be left out there, and is any JSON value. */
export function decisionSchema(rule: AnyRule): z.ZodType<Decision<string, Readonly<Record<string, unknown>>>> {
  const { table, details } = compiledOf(rule);
  const names = [...Object.keys(details), ...table.rows.flatMap(({ fixed, spans }) => Object.keys({ ...fixed, ...spans }))];
  const common = { rule: z.literal(rule.id), because: listOfSome(finding()), basis: basis() };
  return oneByKey<Decision<string, Readonly<Record<string, unknown>>>>('settled', [
    object({
      settled: z.literal(true),
      outcome: oneOf(rule.outcomes as NonEmpty<string>),
      detail: object(Object.fromEntries(names.map((name) => [name, z.optional(z.unknown())]))),
      ...common,
    }),
    object({ settled: z.literal(false), outcome: z.literal('undetermined'), needs: listOfSome(need()), ...common }),
  ]);
}
