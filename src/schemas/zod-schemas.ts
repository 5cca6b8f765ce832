// Every schema by its name, each made when it is first read.
import type * as z from 'zod';
import { definitionOf, object, oneByKey } from '../decision/facts.js';
import { caseSchemaAt, procedureOf } from '../machine/procedure-machine.js';
import { eventSchema, storedShape } from '../machine/reading.js';
import { caseEvents, registrationSchema } from '../support-policy/lifecycle/lifecycle.js';
import { receiptSchema, type Receipt } from '../questions/receipt.js';
import { rules, type RuleId, type RulesById } from '../rules.js';
import type { Decision } from '../decision/decision.js';
import type { FactsOf } from '../decision/rule.js';
import { caseSchemas, type Case, type CaseEvent, type Registration } from '../support-policy/lifecycle/case.js';
import { procedures, type ProceduresById } from '../procedures.js';
import { decisionSchema } from './decision-schema.js';
import { lazyRecord, once } from '../data/objects.js';
import {
  lifecycleVectorsSchema,
  procedureVectorsSchema,
  traceSchema,
  vectorsSchema,
  type LifecycleVectorFile,
  type ProcedureVectorFile,
  type TraceLine,
  type VectorFile,
} from './vector-schemas.js';

/** What opens a case of a machine. @since 0.1.0 */
export type OpeningOf<M> = M extends { open(opening: infer O): unknown } ? O : never;
/** The cases of a machine. @since 0.1.0 */
export type StateOf<M> = M extends { open(opening: never): infer S extends { readonly history: readonly unknown[] } } ? S : never;

type Procedures = {
  readonly [M in keyof ProceduresById as `${M}Opening`]: z.ZodType<OpeningOf<ProceduresById[M]>>;
} & { readonly [M in keyof ProceduresById as `${M}Event`]: z.ZodType<StateOf<ProceduresById[M]>['history'][number]> } & {
  readonly [M in keyof ProceduresById as `${M}Case`]: z.ZodType<StateOf<ProceduresById[M]>>;
};

/**
 * The type of each schema by its name: `<rule>Facts` and `<rule>Decision` of every rule; `<procedure>Opening`, `<procedure>Event` and
 * `<procedure>Case` of every procedure; those of the programme's case; and the shapes common to all.
 *
 * @since 0.1.0
 */
export type ZodSchemas = {
  readonly [R in keyof RulesById as `${R}Facts`]: z.ZodType<FactsOf<RulesById[R]>>;
} & { readonly [R in keyof RulesById as `${R}Decision`]: z.ZodType<Decision<string, Readonly<Record<string, unknown>>>> } & Procedures & {
    readonly registration: z.ZodType<Registration>;
    readonly event: z.ZodType<CaseEvent>;
    /** The shape of a case at each stage; `readCase` also checks that its history leads there. */
    readonly case: z.ZodType<Case>;
    readonly receipt: z.ZodType<Receipt>;
    readonly vectors: z.ZodType<VectorFile>;
    readonly procedureVectors: z.ZodType<ProcedureVectorFile>;
    readonly lifecycleVectors: z.ZodType<LifecycleVectorFile>;
    /** A line of the traces. */
    readonly trace: z.ZodType<TraceLine>;
  };
/** The name of a schema. @since 0.1.0 */
export type SchemaName = keyof ZodSchemas;

type Maker = () => z.ZodType;

const eventsOf = (rows: Readonly<Record<string, { readonly facts: () => object }>>): z.ZodType =>
  oneByKey(
    'type',
    Object.entries(rows).map(([type, row]) => eventSchema(type, row.facts())),
  );
function lifecycleSchemas(): Readonly<Record<'registration' | 'event' | 'case', Maker>> {
  const event = once(() => eventsOf(caseEvents()));
  const atStage = (make: Maker): z.ZodType => object({ ...definitionOf(make()).shape, history: storedShape(event()).history });
  return { registration: registrationSchema, event, case: () => oneByKey('stage', Object.values(caseSchemas).map(atStage)) };
}

function procedureSchemas(id: keyof ProceduresById): readonly (readonly [string, Maker])[] {
  const procedure = once(() => procedureOf(procedures[id]));
  const event = once(() => eventsOf(procedure().steps));
  const atStage = (stage: string): z.ZodType => caseSchemaAt(procedure(), stage, event());
  return [
    [`${id}Opening`, () => object(procedure().opening())],
    [`${id}Event`, event],
    [`${id}Case`, () => oneByKey('stage', procedures[id].stages.map(atStage))],
  ];
}

/* @__NO_SIDE_EFFECTS__ */
function allSchemas(): ZodSchemas {
  const ids = Object.keys(rules) as RuleId[];
  const ofRules = ids.flatMap((id): [string, Maker][] => [
    [`${id}Facts`, () => rules[id].facts()],
    [`${id}Decision`, () => decisionSchema(rules[id])],
  ]);
  const ofLifecycle = lifecycleSchemas();
  const makers: Readonly<Record<string, Maker>> = {
    ...Object.fromEntries([...ofRules, ...(Object.keys(procedures) as (keyof ProceduresById)[]).flatMap(procedureSchemas)]),
    ...ofLifecycle,
    receipt: receiptSchema,
    vectors: vectorsSchema,
    procedureVectors: procedureVectorsSchema,
    lifecycleVectors: () => lifecycleVectorsSchema(ofLifecycle),
    trace: () => traceSchema(ofLifecycle),
  };
  return lazyRecord(Object.keys(makers), (name) => (makers[name] as Maker)()) as unknown as ZodSchemas;
}

/**
 * The zod schemas by name, each made when it is first read.
 *
 * They check the shape. What a rule or `readCase` checks beside it, such as the order of two dates, they do not.
 * @example zodSchemas.noticeDeadlineFacts.safeParse({ programmeStartsOn: '2021-02-30' }).success // => false
 * @since 0.1.0
 */
export const zodSchemas: ZodSchemas = /* @__PURE__ */ allSchemas();
