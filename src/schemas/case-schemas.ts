// The programme's cases and those of the other procedures as schemas: what opens one, its events, and a case at each stage with its events in full.
import * as z from 'zod';
import { definitionOf, object } from '../decision/facts.js';
import { caseSchemas } from '../support-policy/lifecycle/case.js';
import { caseEvents, registrationSchema } from '../support-policy/lifecycle/lifecycle.js';
import { eventSchema, MOST_EVENTS } from '../machine/reading.js';
import { caseSchemaAt, procedureOf } from '../machine/procedure-machine.js';
import { once } from '../data/memo.js';
import { procedures, type ProceduresById } from '../procedures.js';

/** Makes a schema. */
export type Maker = () => z.ZodType;

const union = (schemas: readonly z.ZodType[]): z.ZodType => z.union(schemas as [z.ZodType, ...z.ZodType[]]);
const eventsOf = (rows: Readonly<Record<string, { readonly facts: () => object }>>): z.ZodType =>
  union(Object.entries(rows).map(([type, row]) => eventSchema(type, row.facts())));
const historyOf = (event: z.ZodType): z.ZodType => z.array(event).check(z.maxLength(MOST_EVENTS));

/** The schemas of the programme's case by name. */
export function ofLifecycle(): Readonly<Record<'registration' | 'event' | 'case', Maker>> {
  const event = once(() => eventsOf(caseEvents()));
  const atStage = (make: Maker): z.ZodType => z.strictObject({ ...definitionOf(make()).shape, history: historyOf(event()) });
  return { registration: registrationSchema, event, case: () => union(Object.values(caseSchemas).map(atStage)) };
}

/** The schemas of a procedure by name. */
export function ofProcedure(id: keyof ProceduresById): readonly (readonly [string, Maker])[] {
  const procedure = once(() => procedureOf(procedures[id]));
  const event = once(() => eventsOf(procedure().steps));
  const atStage = (stage: string): z.ZodType => caseSchemaAt(procedure(), stage, { history: historyOf(event()) });
  return [
    [`${id}Opening`, () => object(procedure().opening())],
    [`${id}Event`, event],
    [`${id}Case`, () => union(procedures[id].stages.map(atStage))],
  ];
}
