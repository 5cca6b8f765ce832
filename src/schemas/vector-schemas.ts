// The files of cases as schemas: those of rules, of procedures and of the programme, and the lines of the traces.
import * as z from 'zod';
import { rules, type RuleId } from '../rules.js';
import type { Finding, Need } from '../decision/decision.js';
import { count, fact, listOf, oneOf, optional, text, yesNo } from '../decision/facts.js';
import { procedures, type ProceduresById } from '../procedures.js';
import { editionIds, type EditionId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import type { CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
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
/** The file of cases of the programme: given a registration and events that are all taken, when an event comes, then it is taken and this follows, or it is refused. @since 0.1.0 */
export interface LifecycleVectorFile {
  readonly machine: 'programmeLifecycle';
  readonly version: number;
  readonly vectors: readonly (AnyVector & {
    readonly opening: Registration;
    readonly given: readonly CaseEvent[];
    readonly when: CaseEvent;
    readonly then?: {
      readonly stage: string;
      /** Everything that is left open. */
      readonly unsettled: readonly Need[];
      /** Other keys of the case, with what they hold. */
      readonly holding?: Readonly<Record<string, unknown>>;
      /** Everything that is brought about, in any order, except the duties that are met. */
      readonly effects?: readonly object[];
      readonly dutiesMet?: readonly string[];
      /** Findings that are among the reasons; of each, some of its keys. */
      readonly because?: readonly Partial<Finding>[];
    };
    /** What is said of a refusal; `instead` names events that are offered instead, among others. */
    readonly refused?: { readonly test?: string; readonly clause?: ClauseId; readonly instead?: readonly string[] };
  })[];
}
/** A line of the traces: the first says what they are, each other one is a history with the answer to each event. @since 0.1.0 */
export type TraceLine =
  | {
      readonly schema: string;
      readonly version: number;
      /** The package, with its version. */
      readonly madeFrom: string;
      /** How many lines follow. */
      readonly traces: number;
    }
  | {
      /** The readings that are not the standard ones. */
      readonly readings: Readonly<Record<string, string>>;
      readonly registration: Registration;
      /** The stage is that of the current case after the event: after a restart that of the case that it opened. */
      readonly steps: readonly {
        readonly event: CaseEvent;
        readonly accepted: boolean;
        readonly stage: string;
        readonly clause: ClauseId;
      }[];
    };

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

type Parts = Readonly<Record<'registration' | 'event', () => z.ZodType>>;

export function lifecycleVectorsSchema({ registration, event }: Parts): z.ZodType {
  const follows = z.strictObject({
    stage: fact(text),
    unsettled: listOf(need()),
    holding: z.optional(anything()),
    effects: z.optional(z.array(anything())),
    dutiesMet: z.optional(words()),
    because: z.optional(z.array(anything())),
  });
  const refused = z.strictObject({ test: z.optional(z.string()), clause: optional(clauseId()), instead: z.optional(words()) });
  const about = { ...aboutCase(), name: z.string(), opening: registration(), given: z.array(event()), when: event() };
  const vector = z.union(
    [z.strictObject({ ...about, then: follows }), z.strictObject({ ...about, refused })],
    'must be an event that is taken or refused',
  );
  return z.strictObject({ machine: z.literal('programmeLifecycle'), version: fact(count), vectors: z.array(vector) });
}

export function traceSchema({ registration, event }: Parts): z.ZodType {
  const step = z.strictObject({ event: event(), accepted: yesNo(), stage: fact(text), clause: clauseId() });
  return z.union(
    [
      z.strictObject({ schema: fact(text), version: fact(count), madeFrom: fact(text), traces: fact(count) }),
      z.strictObject({ readings: z.record(z.string(), z.string()), registration: registration(), steps: z.array(step) }),
    ],
    'must be the first line, or a history with its answers',
  );
}
