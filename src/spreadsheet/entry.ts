// One function of the table: its arguments, how it is worked out, and an example. The function, its help text and its reference page come from here.
import type { Decision, Moment, Settled } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import { explain } from '../words/explain.js';
import type { Argument } from './arguments.js';
import type { CellFunctionDescription } from './help.js';
import { clauseNames } from '../words/phrases.js';
import { ownEntry } from '../data/text.js';

/** A day or a moment of an answer, which is written in the kind of the date that was given. */
export class DateOut<M extends Moment = Moment> {
  constructor(readonly moment: M) {}
}
/** A code of an answer, which is written in words unless codes are asked for. */
export class CodeOut {
  constructor(
    readonly code: string,
    readonly inWords: string,
  ) {}
}
export type AnswerCell = string | number | boolean | DateOut | CodeOut;

export function codeWithLabel<C extends string>(code: C, of: Readonly<Record<C, string>>): CodeOut {
  return new CodeOut(code, ownEntry(of, code));
}

export function clauseCell(clause: ClauseId): CodeOut {
  return new CodeOut(clause, clauseNames([clause]));
}

/** What a function answers: the cells of its one row, or the rows of its table, and why. */
export interface Answer {
  readonly rows: readonly (readonly AnswerCell[])[];
  readonly why: () => string;
}

/** The word for an answer that the policy, or what is held of it, leaves open. */
export const UNDETERMINED = 'undetermined';

/** One function of the table; `table` is left out where it answers in one row. */
export interface Entry extends Pick<CellFunctionDescription, 'says' | 'clause' | 'gives' | 'example'> {
  readonly table?: true;
  readonly arguments: Readonly<Record<string, Argument<unknown>>>;
  readonly answer: (values: never) => Answer;
}

/** Types an answer by its arguments. */
export function entry<V>(
  written: Omit<Entry, 'arguments' | 'answer'> & {
    readonly arguments: { readonly [K in keyof V]: Argument<V[K]> };
    readonly answer: (values: V) => Answer;
  },
): Entry {
  return written;
}

/** Answers as a rule does, with its explanation; one that is not settled says so in the first cell. */
export function ruleAnswer<O extends string, D extends object>(
  decision: Decision<O, D>,
  cells: (settled: Settled<O, D>) => readonly AnswerCell[],
): Answer {
  return { rows: [decision.settled ? cells(decision) : [UNDETERMINED]], why: () => explain(decision).text };
}
