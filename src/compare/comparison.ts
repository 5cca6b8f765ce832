// The result of comparing two policies, and what is compared.
import type { AnyRule, FactsOf } from '../decision/rule.js';
import type { Moment } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import type { CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import type { Cause } from './changes.js';

/** A participant's history: the registration and what was recorded. @since 0.1.0 */
export interface History {
  readonly registration: Registration;
  readonly events: readonly CaseEvent[];
}
/** Where a history leads on a day: the position of the case that is current then, and the places in the list of the events that are refused. @since 0.1.0 */
export interface HistoryResult {
  readonly position: Position;
  readonly refused: readonly number[];
}
/** What is compared: a rule over its whole space, a rule over rows, or histories on a day. @since 0.1.0 */
export type ComparedOver<R extends AnyRule = AnyRule> =
  | { readonly rule: R; readonly rows?: readonly FactsOf<R>[] | undefined }
  | { readonly histories: readonly History[]; readonly asOf: Moment };

/** A case that is answered differently: both answers, the causes, and the clauses on which they rest. @since 0.1.0 */
export interface Difference<C = unknown, A = unknown> {
  readonly case: C;
  readonly before: A;
  readonly after: A;
  /** The change that makes it differ; several where each does so alone, or where only all of them together do. */
  readonly because: readonly Cause[];
  readonly clauses: readonly ClauseId[];
  /** How many cases differ in this way. */
  readonly cases: number;
}
/** The result of comparing two policies. @since 0.1.0 */
export interface Comparison<C = unknown, A = unknown> {
  /** Whether no case that was tried differs. */
  readonly same: boolean;
  /** How many cases were answered under both. */
  readonly tried: number;
  /** Whether these stand for every case of the rule's space. */
  readonly whole: boolean;
  /** Every row or history that differs, in order; of a whole space the smallest case of each kind of difference, smallest first. */
  readonly differences: readonly Difference<C, A>[];
  readonly smallest?: Difference<C, A>;
}

export function comparison(
  differences: readonly Difference[],
  tried: number,
  whole: boolean,
  isSmaller: (a: Difference, b: Difference) => boolean,
): Comparison {
  if (differences.length === 0) return { same: true, tried, whole, differences };
  const smallest = differences.reduce((least, each) => (isSmaller(each, least) ? each : least));
  return { same: false, tried, whole, differences, smallest };
}
