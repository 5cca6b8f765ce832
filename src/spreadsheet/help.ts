// What is told of a cell function: `says` and `example` are never read when it is called, and the scripts, which have their help texts elsewhere, leave them out.
import type { ClauseId } from '../policy/ids.js';
import type { CellInput, CellOutput } from './cell.js';

/** The name of a cell function. @since 0.1.0 */
export type CellFunctionName =
  | 'SET_WORKDAY'
  | 'SET_WORKING_DAYS'
  | 'SET_IS_WORKING_DAY'
  | 'SET_ADJUSTMENT_DEADLINE'
  | 'SET_ADJUSTMENT_STATUS'
  | 'SET_APPEAL_RESPONSE_DUE'
  | 'SET_APPEAL_STATUS'
  | 'SET_AWARD_APPEAL_DUE'
  | 'SET_REVIEW_WINDOW'
  | 'SET_AFTER_REVIEW'
  | 'SET_RESUBMISSION_RESULT'
  | 'SET_NEXT_COHORT'
  | 'SET_ROUTE_QUERY'
  | 'SET_ROUTE_CHALLENGE'
  | 'SET_STAGE'
  | 'SET_POSITION'
  | 'SET_NEXT_DUTIES'
  | 'SET_COHORT'
  | 'SET_EXPLAIN'
  | 'SET_CODES'
  | 'SET_CLAUSE';

/** One argument of a cell function, described. @since 0.1.0 */
export interface CellArgument {
  readonly name: string;
  /** What kind of cell, or range, it takes. */
  readonly takes: string;
  readonly says: string;
  /** The words that it takes, where it takes one of some. */
  readonly words?: readonly string[];
  readonly optional: boolean;
}
/** A cell function, described for its help text and its reference. @since 0.1.0 */
export interface CellFunctionDescription {
  readonly name: CellFunctionName;
  readonly says: string;
  /** The clause that it answers by. */
  readonly clause?: ClauseId;
  readonly arguments: readonly CellArgument[];
  /** Whether the arguments of another function follow. */
  readonly rest: boolean;
  /** The cells that it gives, by name. */
  readonly gives: readonly string[];
  /** Whether it gives a row for each item of a list. */
  readonly table: boolean;
  /** Cells, and what the function gives for them. */
  readonly example: { readonly cells: readonly CellInput[]; readonly result: CellOutput };
}
