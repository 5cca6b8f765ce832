// The steps of a rule: values, tests and details. Each declares the facts, readings and calendar that it reads, and can read no others.
import type { WorkingCalendar } from '../calendar/content.js';
import type { EditionId, Readings, SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import type { LimitId, Limits } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';
import { orderOf, type Moment, type Value } from './decision.js';
import type { Open } from './open.js';

/** The part of the policy that a step sees: the readings and limits that it declares, and the calendar and editions if it declares those. */
export type Seen<R extends SelectableReadingId, C extends boolean, E extends boolean = false, L extends LimitId = never> = {
  readonly readings: Pick<Readings, R>;
  readonly limits: Pick<Limits, L>;
} & (C extends true ? { readonly calendar: WorkingCalendar } : unknown) &
  (E extends true ? { readonly editions: readonly EditionId[] } : unknown);

/** One step as the engine sees it. */
export interface Step<T> {
  readonly uses: readonly string[];
  readonly readings: readonly SelectableReadingId[];
  readonly limits: readonly LimitId[];
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

/** Returns the clauses that a test cites, true or false. */
export const clausesOf = ({ clause, otherwise }: Test): readonly ClauseId[] => [clause, otherwise];

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
  return operator.includes(order < 0 ? '<' : order > 0 ? '>' : '=');
}

interface Reads<A, K extends keyof A, R extends SelectableReadingId, C extends boolean, E extends boolean, L extends LimitId> {
  readonly uses: readonly K[];
  readonly readings?: readonly R[];
  readonly limits?: readonly L[];
  readonly calendar?: C;
  readonly editions?: E;
  readonly opens?: boolean;
  readonly needs?: (readings: Readings) => readonly K[];
  readonly leansOn?: (readings: Readings) => readonly R[];
}

/** The makers of steps over the facts `A`; a step that reads a fact, reading or calendar it does not declare does not compile. */
export interface StepMakers<A> {
  value: <
    K extends keyof A,
    T,
    R extends SelectableReadingId = never,
    C extends boolean = false,
    E extends boolean = false,
    L extends LimitId = never,
  >(
    step: Reads<A, K, R, C, E, L> & { readonly of: (known: Pick<A, K>, policy: Seen<R, C, E, L>) => T },
  ) => Step<T>;
  test: <K extends keyof A, R extends SelectableReadingId = never, C extends boolean = false, E extends boolean = false>(
    step: Reads<A, K, R, C, E, never> & {
      readonly clause: ClauseId;
      /** The clause that a false finding cites, where it is another. */
      readonly otherwise?: ClauseId;
      readonly holds: (known: Pick<A, K>, policy: Seen<R, C, E>) => boolean | Comparison | Open;
    },
  ) => Test;
  /** One part of a value, as a detail of the answer. */
  part: <K extends keyof A & string, P extends keyof A[K]>(of: K, name: P) => Step<A[K][P]>;
  /** The test that a fact is one of some values. */
  is: <K extends keyof A & string>(clause: ClauseId, fact: K, ...among: readonly A[K][]) => Test;
  /** The test that a fact is none of some values. */
  isNot: <K extends keyof A & string>(clause: ClauseId, fact: K, ...among: readonly A[K][]) => Test;
  /** The test that two moments come in an order. */
  compares: <K extends keyof A & string>(clause: ClauseId, left: K, operator: Comparison['operator'], right: K) => Test;
  /** The test that the words are read in one way; `otherwise` is the clause of the finding that they are not. */
  reads: <R extends SelectableReadingId>(clause: ClauseId, reading: R, choice: Readings[R], otherwise?: ClauseId) => Test;
  /** A sentence of the policy that holds whatever the facts are. */
  states: (clause: ClauseId) => Test;
}

/** What a step is that declares nothing else: own keys, so that none is inherited. */
const plain = { readings: [], limits: [], calendar: false, opens: false, needs: undefined, leansOn: undefined };

export function steps<A>(): StepMakers<A> {
  const test: StepMakers<A>['test'] = ({ holds, ...step }) => ({ ...plain, otherwise: step.clause, ...step, of: holds }) as Test;
  return {
    value: (step) => ({ ...plain, ...step }) as unknown as Step<never>,
    test,
    part: (of, name) => ({ ...plain, uses: [of], of: (known: A) => known[of][name] }),
    is: (clause, fact, ...among) => test({ clause, uses: [fact], holds: (known) => among.includes(known[fact]) }),
    isNot: (clause, fact, ...among) => test({ clause, uses: [fact], holds: (known) => !among.includes(known[fact]) }),
    compares: (clause, left, operator, right) =>
      test({ clause, uses: [left, right], holds: (known) => compareTimes(known[left] as Moment, operator, known[right] as Moment) }),
    reads: (clause, reading, choice, otherwise = clause) =>
      test({ clause, otherwise, uses: [], readings: [reading], holds: (_, { readings }) => readings[reading] === choice }),
    states: (clause) => test({ clause, uses: [], holds: () => true }),
  };
}

/** A step with what it rests on worked out. */
export interface Indexed<K extends Step<unknown> = Step<unknown>> {
  readonly step: K;
  /** The values that it needs, in the order in which they are to be made. */
  readonly values: readonly string[];
  readonly readings: readonly SelectableReadingId[];
  readonly limits: readonly LimitId[];
  /** Those of its readings on which it leans under a policy. */
  readonly leansOn: (policy: AnyPolicy) => readonly SelectableReadingId[];
  readonly calendar: boolean;
  /** The base facts that it needs under a policy. */
  readonly facts: (policy: AnyPolicy) => readonly string[];
  /** The base facts without which it might yet leave the answer open: those of a count of working days, or of a value that may be open. */
  readonly opening: (policy: AnyPolicy) => readonly string[];
}

/** Works out what a step rests on, among values written in the order in which each rests on those before it. */
export function indexStep<K extends Step<unknown>>(step: K, values: Readonly<Record<string, Step<unknown>>>): Indexed<K> {
  const isValue = (name: string): boolean => Object.hasOwn(values, name); // a fact's name may be one that every object inherits
  const valuesOf = ({ uses }: Step<unknown>): readonly string[] =>
    uses.filter(isValue).flatMap((name) => [name, ...valuesOf(values[name] as Step<unknown>)]);
  const factsOf = ({ needs, uses }: Step<unknown>, policy: AnyPolicy): readonly string[] =>
    (needs?.(policy.readings) ?? uses).flatMap((name) => (isValue(name) ? factsOf(values[name] as Step<unknown>, policy) : name));
  const needed = valuesOf(step);
  const made = Object.keys(values).filter((name) => needed.includes(name));
  const all: readonly Step<unknown>[] = [step, ...made.map((name) => values[name] as Step<unknown>)];
  const opening = all.filter((each) => each.calendar || each.opens);
  const isFixed = all.every(({ needs }) => !needs);
  /** Gives what is worked out of each policy; once, where no reading decides which facts matter. */
  const under = (work: (policy: AnyPolicy) => readonly string[]): ((policy: AnyPolicy) => readonly string[]) => {
    let kept: readonly string[] | undefined;
    return (policy) => (isFixed ? (kept ??= work(policy)) : work(policy));
  };
  return {
    step,
    values: made,
    readings: unique(all.flatMap(({ readings }) => readings)),
    limits: unique(all.flatMap(({ limits }) => limits)),
    leansOn: ({ readings }) => all.flatMap((each) => each.leansOn?.(readings) ?? each.readings),
    calendar: all.some(({ calendar }) => calendar),
    facts: under((policy) => factsOf(step, policy)),
    opening: under((policy) => opening.flatMap((each) => factsOf(each, policy))),
  };
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

/** Lists every way of choosing one value for each of some names. They are few. */
export function combinations<N extends string, V>(
  names: readonly N[],
  valuesOf: (name: N, index: number) => readonly V[],
): readonly Readonly<Record<N, V>>[] {
  return names.reduce<readonly Record<N, V>[]>(
    (soFar, name, index) => soFar.flatMap((chosen) => valuesOf(name, index).map((value) => ({ ...chosen, [name]: value }))),
    [{} as Record<N, V>],
  );
}
