// A rule as the engine keeps it: checked, indexed and turned into a tree, once, on first use.
import * as z from 'zod';
import type { NonEmpty } from '../data/issues.js';
import type { SelectableReadingId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { FindingCode, RuleId } from '../rules.js';
import type { Basis, Finding, Need } from './decision.js';
import { fast } from './facts.js';
import { deepFreeze, nothing } from '../data/freeze.js';
import type { Step, Test } from './steps.js';
import { BadTable, treeOf, type AnyTable, type Tree } from './table.js';

/** A step with what it stands on worked out: base facts, values in the order in which they are to be made, readings, and whether it may leave the answer open. */
export interface Indexed<K extends Step<unknown>> {
  readonly step: K;
  /** The base facts that it needs under a policy. */
  readonly facts: (policy: AnyPolicy) => readonly string[];
  readonly values: readonly string[];
  readonly readings: readonly SelectableReadingId[];
  /** Those of its readings on which it leans under a policy. */
  readonly leansOn: (policy: AnyPolicy) => readonly SelectableReadingId[];
  readonly calendar: boolean;
  /** The base facts without which it might yet leave the answer open: those of a count of working days, or of a value that may be open. */
  readonly opening: (policy: AnyPolicy) => readonly string[];
}
export interface IndexedTest extends Indexed<Test> {
  /** Shared, frozen findings of a test that shows no comparison. */
  readonly yes: Finding;
  readonly no: Finding;
}
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
  readonly basis: (policy: AnyPolicy) => Basis;
}
export interface Compiled {
  readonly id: RuleId;
  readonly table: AnyTable;
  readonly facts: z.ZodType;
  readonly factNames: readonly string[];
  readonly someFacts: z.ZodType;
  readonly clauses: readonly ClauseId[];
  readonly outcomes: readonly string[];
  readonly values: Readonly<Record<string, Indexed<Step<unknown>>>>;
  readonly tests: Readonly<Record<string, IndexedTest>>;
  readonly details: Readonly<Record<string, Indexed<Step<unknown>>>>;
  readonly tree: IndexedTree;
}
/** The tree of tests, each at hand. */
type IndexedTree =
  | { readonly test: string; readonly of: IndexedTest; readonly yes: IndexedTree; readonly no: IndexedTree }
  | { readonly row: IndexedRow; readonly test?: undefined };

export function compile(id: RuleId, table: AnyTable): Compiled {
  const shape = table.shape();
  const values = Object.assign(Object.create(null) as object, table.values); // a fact's name may be one that every object inherits
  const index = <K extends Step<unknown>>(step: K): Indexed<K> => indexStep(step, values);
  const tests = mapRecord(table.tests, (test, code): IndexedTest => ({
    ...index(test),
    yes: Object.freeze({ clause: test.clause, test: code as FindingCode, holds: true }),
    no: Object.freeze({ clause: test.otherwise, test: code as FindingCode, holds: false }),
  }));
  const details = mapRecord(table.detail ?? {}, index);
  const leaf = (row: AnyTable['rows'][number], path: readonly string[]): IndexedRow => {
    if ((row.outcome === 'undetermined') !== (row.needs !== undefined))
      throw new BadTable(`a row of ${id} is undetermined without needs, or the reverse`);
    const { cites = [], weighs = [], gives = Object.keys(details), decides = path.at(-1) } = row;
    const first = decides === undefined ? [] : [decides];
    const [tested, given] = [unique([...first, ...path, ...cites, ...weighs]), row.needs ? [] : gives];
    const own = tested.map((code) => tests[code] as IndexedTest);
    const steps = [...own, ...given.map((name) => details[name] as Indexed<Step<unknown>>)];
    return {
      outcome: row.outcome,
      needs: row.needs && deepFreeze(row.needs),
      tests: tested,
      weighed: weighs,
      details: given,
      required: (policy) =>
        unique([...cites.flatMap((code) => (tests[code] as IndexedTest).facts(policy)), ...steps.flatMap((step) => step.opening(policy))]),
      fixed: deepFreeze({ ...row.fixed }),
      basis: basisOf(
        steps,
        own.flatMap(({ yes, no }) => [yes.clause, no.clause]),
      ),
    };
  };
  return {
    id,
    table,
    facts: fast(
      z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? undefined : 'must be an object of facts') }),
    ),
    factNames: Object.keys(shape),
    someFacts: z.strictObject(mapRecord(shape as Record<string, z.ZodType>, (schema) => z.optional(schema))),
    clauses: Object.freeze(unique(Object.values(tests).flatMap(({ yes, no }) => [yes.clause, no.clause]))),
    outcomes: Object.freeze(unique(table.rows.map((row) => row.outcome)).filter((outcome) => outcome !== 'undetermined')),
    values: mapRecord(table.values ?? {}, index),
    tests,
    details,
    tree: indexTree(treeOf(table.rows), tests, leaf),
  };
}

function indexTree(
  tree: Tree<AnyTable['rows'][number]>,
  tests: Readonly<Record<string, IndexedTest>>,
  leaf: (row: AnyTable['rows'][number], path: readonly string[]) => IndexedRow,
  path: readonly string[] = [],
): IndexedTree {
  if (tree.test === undefined) return { row: leaf(tree.row, path) };
  const along = [...path, tree.test];
  return {
    test: tree.test,
    of: tests[tree.test] as IndexedTest,
    yes: indexTree(tree.yes, tests, leaf, along),
    no: indexTree(tree.no, tests, leaf, along),
  };
}

function indexStep<K extends Step<unknown>>(step: K, values: Readonly<Record<string, Step<unknown>>>): Indexed<K> {
  const needed = new Set<string>();
  const visit = (from: Step<unknown>): void => {
    for (const name of from.uses) {
      const value = values[name];
      if (value === undefined || needed.has(name)) continue;
      needed.add(name);
      visit(value);
    }
  };
  visit(step);
  const all: readonly Step<unknown>[] = [step, ...[...needed].map((name) => values[name] as Step<unknown>)];
  return {
    step,
    facts: (policy) => factsOf(step, values, policy),
    values: Object.keys(values).filter((name) => needed.has(name)), // written in the order in which each stands on those before
    readings: unique(all.flatMap((each) => each.readings)),
    leansOn: (policy) => all.flatMap((each) => each.leansOn?.(policy.readings) ?? each.readings),
    calendar: all.some((each) => each.calendar),
    opening: (policy) => all.flatMap((each) => (each.calendar || each.opens ? factsOf(each, values, policy) : [])),
  };
}

function factsOf(step: Step<unknown>, values: Readonly<Record<string, Step<unknown>>>, policy: AnyPolicy): string[] {
  const needed = step.needs?.(policy.readings) ?? step.uses;
  return unique(needed.flatMap((name) => (values[name] === undefined ? [name] : factsOf(values[name], values, policy))));
}

/** Gives the basis of an answer that leans on these steps and cites these clauses; the last one made is kept, as the policy is nearly always the same. */
export function basisOf(steps: readonly Indexed<Step<unknown>>[], clauses: readonly ClauseId[]): (policy: AnyPolicy) => Basis {
  const counts = steps.some((step) => step.calendar);
  const documents = unique(clauses.map((clause) => clause.slice(0, clause.indexOf('/'))));
  let last: { readonly policy: AnyPolicy; readonly basis: Basis } | undefined;
  return (policy) => {
    if (last?.policy === policy) return last.basis;
    const { id, version, certainty } = policy.calendar;
    const readings = unique(steps.flatMap((step) => step.leansOn(policy)));
    const basis: Basis = Object.freeze({
      editions: Object.freeze(policy.editions.filter((edition) => documents.includes(edition.slice(0, edition.indexOf('@'))))),
      ...(counts ? { calendar: Object.freeze({ id, version, certainty }) } : {}),
      readings: Object.freeze(readings.map((reading) => Object.freeze({ id: reading, choice: policy.readings[reading] }))),
      assumed: nothing,
    });
    last = { policy, basis };
    return basis;
  };
}

export function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

function mapRecord<A, B>(record: Readonly<Record<string, A>>, make: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}
