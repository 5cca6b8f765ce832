// A rule as its author writes it, and its rows compiled, first match first, into a tree that asks each test at most once.
import type { NonEmpty } from '../data/issues.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Need } from './decision.js';
import type { Exactly, Order, ShapeOf } from './facts.js';
import type { Open, Step, Test } from './steps.js';

type OptionalKeys<F> = {
  [K in keyof F]-?: undefined extends { [P in K]?: F[P] }[K] ? (object extends Pick<F, K> ? K : never) : never;
}[keyof F];

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
  /** Tests that are no part of a row: a step finds them false where it is left open. */
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

/** A row: the truth of some tests, and what follows when all of them are so. */
export interface TreeRow {
  readonly when: Readonly<Record<string, boolean | undefined>>;
}
export type Tree<R> =
  { readonly test: string; readonly yes: Tree<R>; readonly no: Tree<R> } | { readonly row: R; readonly test?: undefined };

/** Thrown when a table of our own is wrong: a fault of the library, caught by its tests, never by a caller's facts. */
export class BadTable extends Error {}

/** Builds the tree of a table. Throws `BadTable` where no row fits some facts, and where earlier rows leave a row without any. */
export function treeOf<R extends TreeRow>(rows: readonly R[]): Tree<R> {
  const tree = branch(rows, {});
  const reached = new Set(leavesOf(tree, () => undefined).map(({ row }) => row));
  const idle = rows.findIndex((row) => !reached.has(row));
  if (idle !== -1) throw new BadTable(`row ${idle + 1} is never reached`);
  return tree;
}

function branch<R extends TreeRow>(rows: readonly R[], known: Readonly<Record<string, boolean>>): Tree<R> {
  const possible = rows.filter((row) => conditions(row).every(([test, truth]) => known[test] === undefined || known[test] === truth));
  const [row] = possible;
  if (row === undefined) throw new BadTable(`no row for ${describe(known)}`);
  const [test] = conditions(row).find(([code]) => known[code] === undefined) ?? [];
  if (test === undefined) return { row };
  return { test, yes: branch(possible, { ...known, [test]: true }), no: branch(possible, { ...known, [test]: false }) };
}

/** Lists the leaves that are still possible when some tests are known, with the tests that lead to each. */
export function leavesOf<R>(
  tree: Tree<R>,
  truth: (test: string) => boolean | undefined,
  path: readonly string[] = [],
): readonly { row: R; path: readonly string[] }[] {
  if (tree.test === undefined) return [{ row: tree.row, path }];
  const known = truth(tree.test);
  const along = [...path, tree.test];
  return [...(known === false ? [] : leavesOf(tree.yes, truth, along)), ...(known === true ? [] : leavesOf(tree.no, truth, along))];
}

function conditions(row: TreeRow): readonly [string, boolean][] {
  return Object.entries(row.when).filter((entry): entry is [string, boolean] => entry[1] !== undefined);
}

function describe(known: Readonly<Record<string, boolean>>): string {
  return (
    Object.entries(known)
      .map(([test, truth]) => `${truth ? '' : 'not '}${test}`)
      .join(', ') || 'any facts'
  );
}
