// The files of cases as schemas: those of rules, and those of procedures.
import * as z from 'zod';
import { rules, type RuleId } from '../rules.js';
import type { Need } from '../decision/decision.js';
import { count, fact, listOf, oneOf, optional, text, yesNo } from '../decision/facts.js';
import { procedures, type ProceduresById } from '../procedures.js';
import { editionIds, type EditionId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { clauseId, keysOf, need } from './decision-schema.js';

/** The way in which a case of the files departs from the standard policy. @since 0.1.0 */
export interface VectorPolicy {
  readonly readings?: Readonly<Record<string, string>>;
  readonly calendar?: string;
  readonly editions?: readonly EditionId[];
}
interface AnyVector {
  readonly name: string;
  readonly clause: ClauseId;
  readonly policy?: VectorPolicy;
}
/** A file of cases, as the package ships them for each rule. @since 0.1.0 */
export interface VectorFile {
  readonly rule: RuleId;
  readonly version: number;
  readonly vectors: readonly (AnyVector & {
    readonly facts: Readonly<Record<string, unknown>>;
    readonly outcome: string;
    readonly detail?: Readonly<Record<string, unknown>>;
    readonly needs?: readonly Need[];
    readonly because: Readonly<Record<string, boolean>>;
  })[];
}
/** A file of cases of a procedure: each opens one, takes some steps for given, and tries a step or asks about a day. @since 0.1.0 */
export interface ProcedureVectorFile {
  readonly machine: keyof ProceduresById;
  readonly version: number;
  readonly vectors: readonly (AnyVector & {
    readonly opening: object;
    readonly given: readonly object[];
    readonly tries: readonly object[];
  })[];
}

const anything = () => z.record(z.string(), z.unknown());
const words = () => z.array(z.string());
const because = () => z.record(z.string(), yesNo());
const aboutCase = () => ({
  name: fact(text),
  clause: clauseId(),
  policy: optional(
    z.strictObject({
      readings: z.optional(z.record(z.string(), z.string())),
      calendar: z.optional(z.string()),
      editions: z.optional(z.array(z.enum(editionIds))),
    }) as unknown as z.ZodType<object, object>,
  ),
});

export function vectorsSchema(): z.ZodType {
  const vector = z.strictObject({
    ...aboutCase(),
    facts: anything(),
    outcome: fact(text),
    detail: z.optional(anything()),
    needs: z.optional(listOf(need())),
    because: because(),
  });
  return z.strictObject({ rule: oneOf(keysOf(rules)), version: fact(count), vectors: z.array(vector) });
}

export function procedureVectorsSchema(): z.ZodType {
  const taken = z.strictObject({
    stage: fact(text),
    because: because(),
    unsettled: z.optional(listOf(need())),
    needs: z.optional(words()),
    effects: z.optional(z.array(anything())),
  });
  const refused = z.strictObject({ because: because(), last: z.optional(z.string()), instead: words() });
  const stands = z.strictObject({ stage: fact(text), duties: z.array(anything()), permitted: words(), unsettled: listOf(need()) });
  const oneTry = z.union(
    [
      z.strictObject({ when: anything(), taken }),
      z.strictObject({ when: anything(), refused }),
      z.strictObject({ asOf: fact(text), stands }),
    ],
    'must be a step that is taken or refused, or a day with what stands on it',
  );
  const vector = z.strictObject({ ...aboutCase(), opening: anything(), given: z.array(anything()), tries: z.array(oneTry) });
  return z.strictObject({ machine: oneOf(keysOf(procedures)), version: fact(count), vectors: z.array(vector) });
}
