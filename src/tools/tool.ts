// A tool as an agent is given it: what it is for, what it takes and answers, and a call that throws nothing.
import { invalid, throwIfAny, attempt, type Issue, type Tried } from '../data/issues.js';
import { isPlainObject, lazyRecord } from '../data/objects.js';
import { plainCopy } from '../data/copies.js';
import { sentence, words } from '../data/text.js';
import type { Decision } from '../decision/decision.js';
import type { TransitionOf } from '../machine/table.js';
import type { ProcedurePosition } from '../machine/procedure.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Receipt } from '../questions/receipt.js';
import type { JsonSchema } from '../schemas/json-schemas.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import { explain, type Explainable } from '../words/explain.js';
import type { ExplanationStep } from '../words/standing.js';

/** What a tool says of itself to a program that may call it: it only reads, and the same input has the same answer. @since 0.1.0 */
export interface ToolAnnotations {
  readonly title: string;
  readonly readOnlyHint: true;
  readonly destructiveHint: false;
  readonly idempotentHint: true;
  readonly openWorldHint: false;
}

/** An answer in plain words. @since 0.1.0 */
export interface WordedAnswer {
  /** The answer in one line, with its clause. */
  readonly line: string;
  /** Why, each sentence with its clause. */
  readonly reasons: readonly ExplanationStep[];
  /** What to ask, and whom, each as a sentence; only where something is not settled. */
  readonly ask?: readonly string[];
}
/** The answer of a rule. @since 0.1.0 */
export interface RuleAnswer extends WordedAnswer {
  readonly decision: Decision<string, unknown>;
  /** The record of the decision, to be kept: `verifyReceipt` reads it. */
  readonly receipt: Receipt;
}
/** An event of those given that the procedure refuses: the case is judged without it. @since 0.1.0 */
export interface RefusedEvent {
  /** Its place in `events`, from 0. */
  readonly index: number;
  readonly line: string;
}
/** The case that the events given lead to: its own record, since its history leads to it. @since 0.1.0 */
export interface CaseAnswer extends WordedAnswer {
  readonly case: { readonly stage: string };
  readonly refused: readonly RefusedEvent[];
}
/** Where a case stands. @since 0.1.0 */
export interface PositionAnswer extends CaseAnswer {
  readonly position: Position | ProcedurePosition;
}
/** Whether an event is taken, and what follows. The case is that after the event; that before it, where it is refused. @since 0.1.0 */
export interface TransitionAnswer extends CaseAnswer {
  readonly transition: AnyTransition;
}
type WithoutCase<T> = T extends unknown ? Omit<T, 'case'> : never;
type AnyTransition = WithoutCase<TransitionOf<{ readonly stage: string }, string, object>>;

/** The answer of a tool, or everything that is wrong with what it was given. @since 0.1.0 */
export type ToolResult = Tried<RuleAnswer | PositionAnswer | TransitionAnswer>;

/** A tool for agents. @since 0.1.0 */
export interface Tool {
  /** The name of its rule; of a machine, with the question that is put to it. */
  readonly name: string;
  readonly description: string;
  /** JSON Schema (draft 2020-12) of what it takes: an object. */
  readonly inputSchema: JsonSchema;
  /** JSON Schema (draft 2020-12) of what `call` returns: an object. */
  readonly outputSchema: JsonSchema;
  readonly annotations: ToolAnnotations;
  /** Answers, or says what is wrong with the input. It throws nothing. */
  readonly call: (input: unknown) => ToolResult;
}

/** All that tells one tool from another. What is costly to make is made when it is first read. */
export interface ToolParts {
  readonly name: string;
  readonly description: () => string;
  readonly inputSchema: () => JsonSchema;
  readonly outputSchema: () => JsonSchema;
  /** Answers plain data. Throws `InvalidFacts`. */
  readonly answer: (input: Readonly<Record<string, unknown>>) => RuleAnswer | PositionAnswer | TransitionAnswer;
}

const MOST_ITEMS = 1000;

export function toolOf({ name, answer, ...parts }: ToolParts): Tool {
  const made = lazyRecord(Object.keys(parts), (part) => parts[part as keyof typeof parts]());
  return Object.freeze(
    Object.defineProperties(
      {
        name,
        annotations: Object.freeze({
          title: sentence(words(name.replace('_', '-'))).slice(0, -1),
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        }),
        call: (input: unknown) => attempt(() => answer(plainObject(input))),
      },
      Object.getOwnPropertyDescriptors(made),
    ) as Tool,
  );
}

/** Copies what came, so that it is read once and runs none of its code. */
function plainObject(input: unknown): Readonly<Record<string, unknown>> {
  const issues: Issue[] = [];
  const copy = plainCopy(input, issues, MOST_ITEMS);
  throwIfAny(issues);
  if (!isPlainObject(copy)) throw invalid([], 'must be an object', input);
  return copy;
}

export function wordedAnswer(answer: Explainable, policy: AnyPolicy): WordedAnswer {
  const { line, steps } = explain(answer, policy);
  const ask = steps.filter(({ kind }) => kind === 'need').map(({ text }) => text);
  return { line, reasons: steps.filter(({ kind }) => kind !== 'need'), ...(ask.length > 0 ? { ask } : {}) };
}
