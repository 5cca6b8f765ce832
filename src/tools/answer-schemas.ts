// What tools take and answer, as schemas: those of the package, put together.
import * as z from 'zod';
import type { NonEmpty } from '../data/issues.js';
import { sentence } from '../data/text.js';
import {
  count,
  date,
  fact,
  listOf,
  listOfSome,
  moment,
  object,
  oneByKey,
  oneOf,
  optional,
  positive,
  text,
  yesNo,
} from '../decision/facts.js';
import { editionIds, readingChoices, type SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { limits, type Span } from '../policy/limits.js';
import { nationIds } from '../policy/stated.js';
import { dutyCodes, roles } from '../policy/vocabulary.js';
import { clauseId, drafts, finding, length, need } from '../schemas/decision-schema.js';
import { jsonSchemaOf, type JsonSchema } from '../schemas/json-schemas.js';
import { factName } from '../words/findings.js';

type Shape = Readonly<Record<string, z.ZodType>>;

/** Makes the schema of a policy, of which the readings and the limits of some clauses are said; all else that a policy may hold is taken. */
export function policySchema(readings: readonly SelectableReadingId[], clauses: readonly ClauseId[]): z.ZodType {
  const choices: Shape = Object.fromEntries(readings.map((id) => [id, optional(oneOf(readingChoices[id]))]));
  const unitsOf = (of: object): Shape => Object.fromEntries(Object.keys(of).map((unit) => [unit, fact(positive)]));
  const stated = Object.entries(limits).filter(([id]) => (clauses as readonly string[]).includes(id));
  const lengths: Shape = Object.fromEntries(stated.map(([id, held]) => [id, optional(object(unitsOf(held as Span)))]));
  return optional(
    z.looseObject({
      readings: optional(z.looseObject(choices)),
      ...(stated.length > 0 && { limits: optional(z.looseObject(lengths)) }),
      calendar: optional(oneOf(nationIds())),
      editions: optional(listOf(oneOf(editionIds))),
    }),
  );
}

/** Writes the schema of what a tool takes, with a sentence for each key. */
export function inputSchema(title: string, shape: Shape, sentences: Readonly<Record<string, string>>): JsonSchema {
  const { properties, ...schema } = jsonSchemaOf(title, object(shape));
  const described = Object.entries(properties as Readonly<Record<string, JsonSchema>>).map(([name, part]) => {
    const description = sentences[name] ?? sentence(name === 'policy' ? POLICY : factName(name));
    return [name, { ...part, description }];
  });
  return { ...schema, properties: Object.fromEntries(described) as JsonSchema };
}

const POLICY = 'what departs from the standard policy; leave it out unless the user chose otherwise';

/** Writes the schema of what a tool answers: these parts beside the words, or what is wrong with the input. */
export function outputSchema(title: string, parts: Shape): JsonSchema {
  const step = object({ text: z.string(), clause: clauseId(), holds: optional(yesNo()), kind: z.string() });
  const issue = object({
    path: z.array(z.union([z.string(), z.number()])),
    message: z.string(),
    code: z.string(),
    received: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    expected: z.optional(z.array(z.string())),
    suggestion: z.optional(z.string()),
  });
  const words = { line: z.string(), reasons: z.array(step), ask: z.optional(z.array(z.string())) };
  const schema = jsonSchemaOf(
    title,
    oneByKey('ok', [object({ ok: z.literal(true), ...words, ...parts }), object({ ok: z.literal(false), issues: z.array(issue) })]),
  );
  return { type: 'object', ...schema };
}

const deadline = () =>
  object({
    due: fact(moment),
    owedBy: oneOf(roles),
    clause: clauseId(),
    set: oneOf(['by-cohort', 'by-count']),
    countedFrom: optional(fact(date)),
    span: optional(length()),
    certainty: optional(oneOf(['published', 'projected'])),
    draft: optional(z.literal(true)),
  });
const permitted = () =>
  z.array(
    object({
      type: fact(text),
      clause: clauseId(),
      needs: z.array(z.string()),
      notBefore: optional(fact(moment)),
      deadline: optional(deadline()),
    }),
  );

export function caseParts(stages: readonly string[]): Shape {
  return {
    case: z.looseObject({ stage: oneOf(stages as NonEmpty<string>), history: z.array(z.looseObject({ type: z.string() })) }),
    refused: z.array(object({ index: fact(count), line: z.string() })),
  };
}

/** Makes the schema of a position: of the programme's case, with what it holds beside that of a procedure. */
export function positionSchema(stages: readonly string[], ofProgramme: boolean): z.ZodType {
  const duty = object({
    what: oneOf(dutyCodes),
    owedBy: oneOf(roles),
    clause: clauseId(),
    kind: oneOf(['duty', 'opportunity']),
    deadline: optional(deadline()),
    status: fact(text),
    workingDaysLeft: optional(z.number()),
    daysLeft: optional(z.number()),
  });
  const ofProgrammeAlone: Shape = {
    entitlements: z.array(object({ entitlement: fact(text), clause: clauseId() })),
    warnings: z.array(object({ code: fact(text), clause: optional(clauseId()), detail: z.looseObject({}) })),
    draft: optional(drafts()),
  };
  return object({
    stage: oneOf(stages as NonEmpty<string>),
    asOf: fact(moment),
    duties: z.array(duty),
    permitted: permitted(),
    unsettled: z.array(need()),
    ...(ofProgramme ? ofProgrammeAlone : {}),
  });
}

/** Makes the schema of the answer to an event, without its case. */
export function transitionSchema(): z.ZodType {
  return z.discriminatedUnion('accepted', [
    z.strictObject({
      accepted: z.literal(true),
      effects: z.array(z.looseObject({ type: z.string() })),
      because: listOfSome(finding()),
      unsettled: z.array(need()),
    }),
    z.strictObject({ accepted: z.literal(false), refusals: listOfSome(finding()), instead: permitted() }),
  ]);
}
