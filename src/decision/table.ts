// A rule as its author writes it: facts, values, tests, rows and details.
import type { NonEmpty } from '../data/issues.js';
import type { LimitId } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Need } from './decision.js';
import type { Exactly, Order, ShapeOf } from './facts.js';
import type { Open } from './open.js';
import type { Step, Test } from './steps.js';

type OptionalKeys<F> = { [K in keyof F]-?: object extends Pick<F, K> ? K : never }[keyof F];

/** One row of a decision table: the outcome where these tests are so. */
export interface Row<Codes extends string, O extends string, D> {
  readonly when: { readonly [K in Codes]?: boolean };
  /** The test that decides, whose finding comes first in `because`: the last one asked, where left out. */
  readonly decides?: Codes;
  /** Tests whose findings belong to this answer although no other row turns on them. */
  readonly cites?: readonly Codes[];
  /** Tests whose findings belong to this answer, true or not, although no row turns on them: no fact is asked for on their account, and of one that nobody gave nothing is said. */
  readonly weighs?: readonly Codes[];
  readonly outcome: O;
  /** What an undetermined row needs. */
  readonly needs?: NonEmpty<Need>;
  /** The details this row gives; all of them where left out. */
  readonly gives?: readonly (keyof D & string)[];
  /** Details that are the same in every case of this row. */
  readonly fixed?: Partial<D>;
  /** Details that list lengths of time, each by the clauses that state them. */
  readonly spans?: { readonly [K in keyof D & string]?: NonEmpty<LimitId> };
}

/** A rule as its author writes it: facts, values worked out from them, named tests, rows and details. */
export interface Table<F, V, O extends string, D, T extends string, S extends ShapeOf<F>, Named, U extends string> {
  readonly shape: () => S & Exactly<F, S>;
  /** What an absent optional fact means. */
  readonly absent: { readonly [K in OptionalKeys<F>]: Exclude<F[K], undefined> };
  readonly orders?: readonly { readonly first: keyof F & string; readonly then: keyof F & string }[];
  /** The facts that say what the question is about. To change one is to ask another question: it is never told as a way to another answer. */
  readonly subject?: readonly (keyof F & string)[];
  /** The policy by which these facts are decided, where they choose an edition in the place of the policy's own. */
  readonly governing?: (known: { readonly [K in keyof F]?: F[K] | undefined }, policy: AnyPolicy) => AnyPolicy;
  readonly values?: { readonly [K in keyof V]: Step<V[K] | Open> };
  /** Each test that the type of the rule names, and no other. */
  readonly tests: Named & { readonly [K in Exclude<T, U>]: Test } & {
    readonly [K in Exclude<keyof Named, T>]: 'name this test in the type of the rule';
  };
  /** Tests that are not part of a row: a step finds them false where it is left open. */
  readonly unresolved?: readonly (U & T)[];
  readonly rows: NonEmpty<Row<Exclude<T, U>, O, D>>;
  /** How each detail is worked out; one that every row fixes has none. */
  readonly detail?: { readonly [K in keyof D]?: Step<D[K] | undefined | Open> };
}

/** The same, without the types that only its author needs. */
export interface AnyTable {
  readonly shape: () => ShapeOf<object>;
  readonly absent: Readonly<Record<string, unknown>>;
  readonly orders?: readonly Order[];
  readonly subject?: readonly string[];
  readonly governing?: (known: Readonly<Record<string, unknown>>, policy: AnyPolicy) => AnyPolicy;
  readonly values?: Readonly<Record<string, Step<unknown>>>;
  readonly tests: Readonly<Record<string, Test>>;
  readonly rows: NonEmpty<Row<string, string, Record<string, unknown>>>;
  readonly detail?: Readonly<Record<string, Step<unknown>>>;
}
