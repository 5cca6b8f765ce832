// The steps of a rule: values worked out, tests and details. Each declares the facts, readings and calendar that it reads, and can read no others.
import type { NonEmpty } from '../data/issues.js';
import type { WorkingCalendar } from '../calendar/content.js';
import type { EditionId, Readings, SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/clauses.js';
import type { Finding, Need, Value } from './decision.js';
import type { FindingCode } from './codes.js';
import { orderOf, type Moment } from './moments.js';

/** What a step sees of the policy: the readings that it declares, the calendar if it declares that, and the editions if it declares those. */
export type Seen<R extends SelectableReadingId, C extends boolean, E extends boolean = false> = {
  readonly readings: Pick<Readings, R>;
} & (C extends true ? { readonly calendar: WorkingCalendar } : unknown) &
  (E extends true ? { readonly editions: readonly EditionId[] } : unknown);

/** One step as the engine sees it. */
export interface Step<T> {
  readonly uses: readonly string[];
  readonly readings: readonly SelectableReadingId[];
  readonly calendar: boolean;
  /** Which of `uses` matter under these readings; all of them where left out. */
  readonly needs: ((readings: Readings) => readonly string[]) | undefined;
  /** Which of `readings` it leans on, as they are chosen; all of them where left out. */
  readonly leansOn: ((readings: Readings) => readonly SelectableReadingId[]) | undefined;
  /** Whether whole facts may leave it open, beside a calendar that ends. */
  readonly opens: boolean;
  readonly of: (known: never, policy: never) => T;
}
export interface Test extends Step<boolean | Comparison | Open> {
  readonly clause: ClauseId;
  /** The clause of the finding that the test is false, where it is another. */
  readonly otherwise: ClauseId;
}

/** Both sides of a comparison, so that a finding can show them. */
export interface Comparison {
  readonly holds: boolean;
  readonly left: Value;
  readonly operator: '<' | '<=' | '=' | '>=' | '>';
  readonly right: Value;
}

export function compare(left: Value, operator: Comparison['operator'], right: Value): Comparison {
  return { holds: holdsFor(left < right ? -1 : left > right ? 1 : 0, operator), left, operator, right };
}

/** Compares dates and instants: to the instant where both have one, else by their London days. */
export function compareTimes(left: Moment, operator: Comparison['operator'], right: Moment): Comparison {
  return { holds: holdsFor(orderOf(left, right), operator), left, operator, right };
}

function holdsFor(order: number, operator: Comparison['operator']): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '=':
      return order === 0;
    case '>=':
      return order >= 0;
    case '>':
      return order > 0;
  }
}

/** What a step gives when the facts are whole but the answer is not to be had from them: what is needed, and the finding that says why. */
export class Open {
  constructor(
    readonly finding: Finding,
    readonly needs: NonEmpty<Need>,
  ) {}
}

export function open(clause: ClauseId, test: FindingCode, ...needs: NonEmpty<Need>): Open {
  return new Open({ clause, test, holds: false }, needs);
}

interface Reads<A, K extends keyof A, R extends SelectableReadingId, C extends boolean, E extends boolean> {
  readonly uses: readonly K[];
  readonly readings?: readonly R[];
  readonly calendar?: C;
  readonly editions?: E;
  readonly opens?: boolean;
  readonly needs?: (readings: Readings) => readonly K[];
  readonly leansOn?: (readings: Readings) => readonly R[];
}

/** The makers of steps over the facts `A`; a step that reads a fact, reading or calendar it does not declare does not compile. */
export interface StepMakers<A> {
  value: <K extends keyof A, T, R extends SelectableReadingId = never, C extends boolean = false, E extends boolean = false>(
    step: Reads<A, K, R, C, E> & { readonly of: (known: Pick<A, K>, policy: Seen<R, C, E>) => T },
  ) => Step<T>;
  test: <K extends keyof A, R extends SelectableReadingId = never, C extends boolean = false, E extends boolean = false>(
    step: Reads<A, K, R, C, E> & {
      readonly clause: ClauseId;
      /** The clause that a false finding cites, where it is another. */
      readonly otherwise?: ClauseId;
      readonly holds: (known: Pick<A, K>, policy: Seen<R, C, E>) => boolean | Comparison | Open;
    },
  ) => Test;
  /** One part of a value, as a detail of the answer. */
  part: <K extends keyof A & string, P extends keyof A[K]>(of: K, name: P) => Step<A[K][P]>;
  /** A sentence of the policy that holds whatever the facts are. */
  states: (clause: ClauseId) => Test;
}

export function steps<A>(): StepMakers<A> {
  const declared = (step: Reads<A, keyof A, SelectableReadingId, boolean, boolean>): Omit<Step<never>, 'of'> => ({
    uses: step.uses as readonly string[],
    readings: step.readings ?? [],
    calendar: step.calendar ?? false,
    opens: step.opens ?? false,
    needs: step.needs as Step<never>['needs'],
    leansOn: step.leansOn,
  });
  return {
    value: (step) => ({ ...declared(step), of: step.of }),
    test: (step) => ({ ...declared(step), clause: step.clause, otherwise: step.otherwise ?? step.clause, of: step.holds }),
    part: (of, name) => ({ ...declared({ uses: [of] }), of: (known: A) => known[of][name] }),
    states: (clause) => ({ ...declared({ uses: [] }), clause, otherwise: clause, of: () => true }),
  };
}
