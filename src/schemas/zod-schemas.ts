// Every schema by its name, each made when it is first read.
import * as z from 'zod';
import { receiptSchema, type Receipt } from '../answers/receipt.js';
import type { RuleId } from '../decision/codes.js';
import type { Decision, Need } from '../decision/decision.js';
import { count, fact, listOf, oneOf, optional, text, yesNo } from '../decision/facts.js';
import { definitionOf } from '../decision/forms.js';
import type { FactsOf } from '../decision/rule.js';
import { caseSchemas } from '../lifecycle/case-schema.js';
import type { Case, Registration } from '../lifecycle/case.js';
import { endingEvents } from '../lifecycle/ending-events.js';
import { entryEvents } from '../lifecycle/entry-events.js';
import type { CaseEvent } from '../lifecycle/event.js';
import { registrationSchema } from '../lifecycle/lifecycle.js';
import { resubmissionEvents } from '../lifecycle/resubmission-events.js';
import { reviewEvents } from '../lifecycle/review-events.js';
import { MOST_EVENTS } from '../machine/engine.js';
import { once } from '../machine/once.js';
import { eventSchema } from '../machine/read-events.js';
import { editionIds, type EditionId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { rules, type RulesById } from '../rules.js';
import { clauseId, decisionSchema, need } from './decision-schema.js';
import { lazily } from './lazily.js';

/** Is a file of cases, as the package ships them for each rule. @since 0.1.0 */
export interface VectorFile {
  readonly rule: RuleId;
  readonly version: number;
  readonly vectors: readonly {
    readonly name: string;
    readonly clause: ClauseId;
    readonly policy?: {
      readonly readings?: Readonly<Record<string, string>>;
      readonly calendar?: string;
      readonly editions?: readonly EditionId[];
    };
    readonly facts: Readonly<Record<string, unknown>>;
    readonly outcome: string;
    readonly detail?: Readonly<Record<string, unknown>>;
    readonly needs?: readonly Need[];
    readonly because: Readonly<Record<string, boolean>>;
  }[];
}

/** Gives the type of each schema by its name: `<rule>Facts` and `<rule>Decision` of every rule, and the shapes common to all. @since 0.1.0 */
export type ZodSchemas = {
  readonly [R in keyof RulesById as `${R}Facts`]: z.ZodType<FactsOf<RulesById[R]>>;
} & { readonly [R in keyof RulesById as `${R}Decision`]: z.ZodType<Decision<string, Readonly<Record<string, unknown>>>> } & {
  readonly registration: z.ZodType<Registration>;
  readonly event: z.ZodType<CaseEvent>;
  /** The shape of a case at each stage; `readCase` also checks that its history leads there. */
  readonly case: z.ZodType<Case>;
  readonly receipt: z.ZodType<Receipt>;
  readonly vectors: z.ZodType<VectorFile>;
};
/** Names a schema. @since 0.1.0 */
export type SchemaName = keyof ZodSchemas;

const event = /* @__PURE__ */ once(() => {
  const tables = { ...entryEvents(), ...reviewEvents(), ...resubmissionEvents(), ...endingEvents() };
  return z.union(Object.entries(tables).map(([type, row]) => eventSchema(type, row.facts())) as [z.ZodType, ...z.ZodType[]]);
});

/** The schemas of a case by stage, with its events in full. */
function caseSchema(): z.ZodType {
  const history = z.array(event()).check(z.maxLength(MOST_EVENTS));
  const byStage = Object.values(caseSchemas).map((make) => z.strictObject({ ...definitionOf(make()).shape, history }));
  return z.union(byStage as unknown as [z.ZodType, ...z.ZodType[]]);
}

function vectorsSchema(): z.ZodType {
  const anything = z.record(z.string(), z.unknown());
  const vector = z.strictObject({
    name: fact(text),
    clause: clauseId(),
    policy: optional(
      z.strictObject({
        readings: z.optional(z.record(z.string(), z.string())),
        calendar: z.optional(z.string()),
        editions: z.optional(z.array(z.enum(editionIds))),
      }) as unknown as z.ZodType<object, object>,
    ),
    facts: anything,
    outcome: fact(text),
    detail: z.optional(anything),
    needs: z.optional(listOf(need())),
    because: z.record(z.string(), yesNo()),
  });
  return z.strictObject({ rule: oneOf(Object.keys(rules) as [string, ...string[]]), version: fact(count), vectors: z.array(vector) });
}

const common: Readonly<Record<string, () => z.ZodType>> = {
  registration: registrationSchema,
  event,
  case: caseSchema,
  receipt: receiptSchema,
  vectors: vectorsSchema,
};

/* @__NO_SIDE_EFFECTS__ */
function all(): ZodSchemas {
  const ids = Object.keys(rules) as RuleId[];
  const ofRules = ids.flatMap((id): [string, () => z.ZodType][] => [
    [`${id}Facts`, () => rules[id].facts()],
    [`${id}Decision`, () => decisionSchema(rules[id])],
  ]);
  const makers = { ...Object.fromEntries(ofRules), ...common };
  return lazily(Object.keys(makers), (name) => (makers[name] as () => z.ZodType)()) as unknown as ZodSchemas;
}

/**
 * Holds the zod schemas by name, each made when it is first read.
 *
 * They check the shape. What a rule or `readCase` checks beside it, such as the order of two dates, they do not.
 * @example zodSchemas.noticeDeadlineFacts.safeParse({ programmeStartsOn: '2021-02-30' }).success // => false
 * @since 0.1.0
 */
export const zodSchemas: ZodSchemas = /* @__PURE__ */ all();
