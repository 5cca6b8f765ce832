// Rows of a decision table become a tree of tests, so that each test is asked at most once; a table that misses or doubles a case is refused.

/** A row: the truth of some tests, and what follows when all of them are so. */
export interface TreeRow {
  readonly when: Readonly<Record<string, boolean | undefined>>;
}
export type Tree<R> =
  { readonly test: string; readonly yes: Tree<R>; readonly no: Tree<R> } | { readonly row: R; readonly test?: undefined };

/** Thrown when a table of our own is wrong: a fault of the library, caught by its tests, never by a caller's facts. */
export class BadTable extends Error {}

/** Builds the tree of a table whose rows neither overlap nor leave a case out. */
export function treeOf<R extends TreeRow>(rows: readonly R[], known: Readonly<Record<string, boolean>> = {}): Tree<R> {
  const possible = rows.filter((row) => conditions(row).every(([test, truth]) => known[test] === undefined || known[test] === truth));
  const [row, ...others] = possible;
  if (row === undefined) throw new BadTable(`no row for ${describe(known)}`);
  const asked = conditions(row).find(([test]) => known[test] === undefined);
  if (asked !== undefined) {
    const [test] = asked;
    return { test, yes: treeOf(possible, { ...known, [test]: true }), no: treeOf(possible, { ...known, [test]: false }) };
  }
  if (others.length > 0) throw new BadTable(`two rows for ${describe(known)}`);
  return { row };
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
