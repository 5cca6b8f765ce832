// Compiles the rows of a decision table, first match first, into a tree that asks each test at most once.

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
