// A rule as the engine keeps it: checked, indexed, and its rows, first match first, turned into a tree that asks each test at most once.
import type * as z from 'zod';
import { deepFreeze } from '../data/objects.js';
import type { NonEmpty } from '../data/issues.js';
import type { ClauseId } from '../policy/ids.js';
import type { LimitId } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { RuleId } from '../rules.js';
import type { Need } from './decision.js';
import { object, optional } from './facts.js';
import { clausesOf, indexed, unique, type Indexed, type Step, type Test } from './steps.js';
import type { AnyTable } from './table.js';

export interface IndexedRow {
  readonly outcome: string;
  readonly needs: NonEmpty<Need> | undefined;
  readonly tests: readonly string[];
  /** Those of the tests that are only weighed. */
  readonly weighed: readonly string[];
  readonly details: readonly string[];
  /** Facts without which this row cannot be given even when its tests are known. */
  readonly required: (policy: AnyPolicy) => readonly string[];
  /** Details that are the same in every case of this row, frozen. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** Details that list the policy's lengths of time, by clause. */
  readonly spans: Readonly<Record<string, readonly LimitId[]>>;
}
export interface Compiled {
  readonly id: RuleId;
  readonly table: AnyTable;
  readonly facts: z.ZodType;
  readonly factNames: readonly string[];
  readonly someFacts: z.ZodType;
  readonly clauses: readonly ClauseId[];
  readonly outcomes: readonly string[];
  readonly values: Readonly<Record<string, Indexed>>;
  readonly tests: Readonly<Record<string, Indexed<Test>>>;
  readonly details: Readonly<Record<string, Indexed>>;
  readonly tree: Tree<IndexedRow>;
}

export function compile(id: RuleId, table: AnyTable): Compiled {
  const shape = table.shape() as Readonly<Record<string, z.ZodType>>;
  const index = <K extends Step<unknown>>(step: K): Indexed<K> => indexed(step, table.values ?? {});
  const tests = mapRecord(table.tests, index);
  const details = mapRecord(table.detail ?? {}, index);
  const leaf = (row: AnyTable['rows'][number], path: readonly string[]): IndexedRow => {
    if ((row.outcome === 'undetermined') !== (row.needs !== undefined))
      throw new BadTable(`a row of ${id} is undetermined without needs, or the reverse`);
    const { outcome, needs, cites = [], weighs = [], gives = Object.keys(details), decides = path.at(-1) ?? [] } = row;
    const tested = unique([decides, path, cites, weighs].flat());
    const given = needs ? [] : gives;
    const steps = [...tested.map((code) => tests[code] as Indexed), ...given.map((name) => details[name] as Indexed)];
    return {
      outcome,
      needs: needs && deepFreeze(needs),
      tests: tested,
      weighed: weighs,
      details: given,
      required: (policy) =>
        unique([...cites.flatMap((code) => (tests[code] as Indexed).facts(policy)), ...steps.flatMap((step) => step.opening(policy))]),
      fixed: deepFreeze({ ...row.fixed }),
      spans: (row.spans ?? {}) as IndexedRow['spans'],
    };
  };
  return {
    id,
    table,
    facts: object(shape, 'must be an object of facts'),
    factNames: Object.keys(shape),
    someFacts: object(mapRecord(shape, optional)),
    clauses: Object.freeze(unique(Object.values(table.tests).flatMap(clausesOf))),
    outcomes: Object.freeze(unique(table.rows.map(({ outcome }) => outcome)).filter((outcome) => outcome !== 'undetermined')),
    values: mapRecord(table.values ?? {}, index),
    tests,
    details,
    tree: treeOf(table.rows, leaf),
  };
}

function mapRecord<A, B>(record: Readonly<Record<string, A>>, make: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));
}

/** A row: the truth of some tests, and what follows when all of them are so. */
interface TreeRow {
  readonly when: Readonly<Record<string, boolean | undefined>>;
}
export type Tree<L> =
  { readonly test: string; readonly yes: Tree<L>; readonly no: Tree<L> } | { readonly row: L; readonly test?: undefined };

/** Thrown when a table of our own is wrong: a fault of the library, caught by its tests, never by a caller's facts. */
export class BadTable extends Error {}

/** Builds the tree of a table, its leaves made of a row and the tests that lead to it. Throws `BadTable` where no row fits some facts, and where earlier rows leave a row without any. */
export function treeOf<R extends TreeRow, L>(rows: readonly R[], leaf: (row: R, path: readonly string[]) => L): Tree<L> {
  const reached = new Set<R>();
  const branch = (known: Readonly<Record<string, boolean>>): Tree<L> => {
    const row = rows.find(({ when }) => conditions(when).every(([test, truth]) => (known[test] ?? truth) === truth));
    if (row === undefined) throw new BadTable(`no row for ${describe(known)}`);
    const [test] = conditions(row.when).find(([code]) => known[code] === undefined) ?? [];
    if (test !== undefined) return { test, yes: branch({ ...known, [test]: true }), no: branch({ ...known, [test]: false }) };
    reached.add(row);
    return { row: leaf(row, Object.keys(known)) };
  };
  const tree = branch({});
  const idle = rows.findIndex((row) => !reached.has(row));
  if (idle !== -1) throw new BadTable(`row ${idle + 1} is never reached`);
  return tree;
}

function conditions(when: TreeRow['when']): readonly [string, boolean][] {
  return Object.entries(when).filter((entry): entry is [string, boolean] => entry[1] !== undefined);
}

function describe(known: Readonly<Record<string, boolean>>): string {
  const told = Object.entries(known).map(([test, truth]) => `${truth ? '' : 'not '}${test}`);
  return told.join(', ') || 'any facts';
}

/** Lists the leaves that are still possible when some tests are known, with the tests that lead to each. */
export function leavesOf<L>(
  tree: Tree<L>,
  truth: (test: string) => boolean | undefined,
  path: readonly string[] = [],
): readonly { row: L; path: readonly string[] }[] {
  if (tree.test === undefined) return [{ row: tree.row, path }];
  const known = truth(tree.test);
  const along = [...path, tree.test];
  return [...(known === false ? [] : leavesOf(tree.yes, truth, along)), ...(known === true ? [] : leavesOf(tree.no, truth, along))];
}
