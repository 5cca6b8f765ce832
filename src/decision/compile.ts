// A rule as the engine keeps it: checked, indexed, and its rows, first match first, turned into a tree that asks each test at most once.
import type * as z from 'zod';
import { deepFreeze, once, onceForEach } from '../data/objects.js';
import type { NonEmpty } from '../data/issues.js';
import type { ClauseId } from '../policy/ids.js';
import { draftsIn, type LimitId } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { RuleId } from '../rules.js';
import type { Basis, Decision, Need } from './decision.js';
import { formOf, object, optional } from './facts.js';
import { notHeld, type Open } from './open.js';
import { clausesOf, indexStep, unique, type Indexed, type Step, type Test } from './steps.js';
import type { AnyTable } from './table.js';

export interface IndexedRow {
  readonly outcome: string;
  readonly needs: NonEmpty<Need> | undefined;
  readonly tests: readonly string[];
  readonly weighed: readonly string[];
  readonly details: readonly string[];
  /** Facts without which this row cannot be given even when its tests are known. */
  readonly required: (policy: AnyPolicy) => readonly string[];
  /** Details that are the same in every case of this row, frozen. */
  readonly fixed: Readonly<Record<string, unknown>>;
  /** Details that list the policy's lengths of time, by clause. */
  readonly spans: Readonly<Record<string, readonly LimitId[]>> | undefined;
}
export interface Compiled {
  readonly id: RuleId;
  readonly table: AnyTable;
  readonly facts: z.ZodType;
  readonly factNames: readonly string[];
  /** Whether each fact is one of some words, so that a policy gives the rule a handful of answers. */
  readonly isOfWords: boolean;
  readonly defaulted: readonly string[];
  readonly someFacts: z.ZodType;
  readonly clauses: readonly ClauseId[];
  readonly outcomes: readonly string[];
  readonly values: Readonly<Record<string, Indexed>>;
  readonly tests: Readonly<Record<string, Indexed<Test>>>;
  readonly details: Readonly<Record<string, Indexed>>;
  readonly tree: Tree;
  /** Returns the plan under a policy where some facts are absent, each a bit by its place in `defaulted`. */
  readonly planUnder: (policy: AnyPolicy) => (absent: number) => Plan;
  /** Returns the answers of a rule of words under a policy so far, by one fact after the other. */
  readonly answersUnder: (policy: AnyPolicy) => KeptAnswers;
}

export function compile(id: RuleId, table: AnyTable): Compiled {
  const shape = table.shape() as Readonly<Record<string, z.ZodType>>;
  const index = <K extends Step<unknown>>(step: K): Indexed<K> => indexStep(step, table.values ?? {});
  const tests = mapRecord(table.tests, index);
  const details = mapRecord(table.detail ?? {}, index);
  const leaf = (row: AnyTable['rows'][number], path: readonly string[]): IndexedRow => {
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
      spans: row.spans as IndexedRow['spans'],
    };
  };
  const compiled: Compiled = {
    id,
    table,
    facts: object(shape, 'must be an object of facts'),
    factNames: Object.keys(shape),
    isOfWords: Object.values(shape).every((fact) => formOf(fact).kind === 'choice'),
    defaulted: Object.keys(table.absent),
    someFacts: object(mapRecord(shape, optional)),
    clauses: Object.freeze(unique(Object.values(table.tests).flatMap(clausesOf))),
    outcomes: Object.freeze(unique(table.rows.map(({ outcome }) => outcome)).filter((outcome) => outcome !== 'undetermined')),
    values: mapRecord(table.values ?? {}, index),
    tests,
    details,
    tree: treeOf(table.rows, leaf),
    planUnder: onceForEach((policy) => onceForEach((absent) => planOf(compiled, policy, absent)), new WeakMap()),
    answersUnder: onceForEach(() => ({ by: new Map() }), new WeakMap()),
  };
  return compiled;
}

/** A rule as it is asked under a policy, some facts taken from their defaults: what is alike in all its cases, worked out once. */
export interface Plan {
  readonly rule: Compiled;
  readonly policy: AnyPolicy;
  /** Names of the facts that nobody gave, taken from their defaults. */
  readonly assumed: readonly string[];
  readonly tree: PlannedTree;
  /** Plans a row that is not of the tree. */
  readonly rowOf: (row: IndexedRow) => PlannedRow;
  /** Returns what an answer rests on that some tests, joined by commas, leave open. */
  readonly openBasis: (tests: string) => Basis;
}
interface KeptAnswers {
  readonly by: Map<unknown, KeptAnswers>;
  answer?: Decision<string, Readonly<Record<string, unknown>>>;
}
export interface PlannedTest {
  readonly code: string;
  readonly step: Indexed<Test>;
  /** Why the policy leaves the test open whatever the facts are: its edition does not hold the clause. */
  readonly withheld: Open | undefined;
  /** What a finding of it says of itself: that it reads a fact that nobody gave, that it compares with what a draft makes. */
  readonly marks: { readonly draft?: true; readonly assumed?: true } | undefined;
}
export interface PlannedRow extends IndexedRow {
  readonly asked: readonly PlannedTest[];
  readonly basis: () => Basis;
}
export type PlannedTree = TreeOf<PlannedTest, PlannedRow>;

function planOf(rule: Compiled, policy: AnyPolicy, absent: number): Plan {
  const assumed = rule.defaulted.filter((_, at) => absent & (1 << at));
  const testOf = (step: Indexed<Test>, code: string): PlannedTest => {
    const isAssumed = assumed.some((name) => step.facts(policy).includes(name));
    const isDraft = draftsIn(policy.limits, step.limits).length > 0;
    const marks =
      isAssumed || isDraft ? { ...(isDraft && { draft: true as const }), ...(isAssumed && { assumed: true as const }) } : undefined;
    return { code, step, withheld: notHeld(step.step.clause, policy), marks };
  };
  const tests = mapRecord(rule.tests, testOf);
  const rowOf = (row: IndexedRow): PlannedRow => ({
    ...row,
    asked: row.tests.map((code) => tests[code] as PlannedTest),
    basis: once(() => {
      const decide = row.tests.filter((code) => !row.weighed.includes(code)); // what is only weighed was given
      return basisOf(plan, row.tests, row.details, Object.values(row.spans ?? {}).flat(), decide);
    }),
  });
  const planned = (of: Tree): PlannedTree =>
    of.asks === undefined ? { row: rowOf(of.row) } : { asks: tests[of.asks] as PlannedTest, yes: planned(of.yes), no: planned(of.no) };
  const plan: Plan = {
    rule,
    policy,
    assumed,
    tree: planned(rule.tree),
    rowOf,
    openBasis: onceForEach((codes) => basisOf(plan, codes.split(','), Object.keys(rule.details))),
  };
  return plan;
}

/** Returns what an answer rests on that these tests and details give. Of the facts that nobody gave, those are named that the tests which `decide`, and the details, read. */
export function basisOf(
  { rule, policy, assumed }: Plan,
  tests: readonly string[],
  details: readonly string[] = [],
  limits: readonly LimitId[] = [],
  decide: readonly string[] = tests,
): Basis {
  const steps = stepsOf(rule, tests, details);
  const assuming = stepsOf(rule, decide, details);
  const clauses = tests.length === 0 ? rule.clauses : tests.flatMap((code) => clausesOf(rule.table.tests[code] as Test));
  const documents = clauses.map((clause) => clause.split('/')[0]);
  const draft = draftsIn(policy.limits, unique([...steps.flatMap((step) => step.limits), ...limits]));
  const { id, version, certainty } = policy.calendar;
  return deepFreeze({
    editions: policy.editions.filter((edition) => documents.includes(edition.split('@')[0])),
    ...(steps.some(({ calendar }) => calendar) ? { calendar: { id, version, certainty } } : {}),
    readings: unique(steps.flatMap((step) => step.leansOn(policy))).map((reading) => ({ id: reading, choice: policy.readings[reading] })),
    assumed: assumed.filter((name) => assuming.some((step) => step.facts(policy).includes(name))),
    ...(draft.length > 0 ? { draft } : {}),
  });
}

function stepsOf(rule: Compiled, tests: readonly string[], details: readonly string[]): readonly Indexed[] {
  return [...tests.map((code) => rule.tests[code] as Indexed), ...details.map((name) => rule.details[name] as Indexed)];
}

export function mapRecord<A, B>(record: Readonly<Record<string, A>>, make: (value: A, key: string) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

type TreeOf<Asked, Row> =
  | { readonly asks: Asked; readonly yes: TreeOf<Asked, Row>; readonly no: TreeOf<Asked, Row> }
  | { readonly asks?: undefined; readonly row: Row };
type Tree = TreeOf<string, IndexedRow>;

type Rows = AnyTable['rows'];

/** Builds the tree of a table, its leaves made of a row and the tests that lead to it. Of a table for some facts of which no row fits, there is no tree. */
function treeOf(rows: Rows, leaf: (row: Rows[number], path: readonly string[]) => IndexedRow): Tree {
  const branch = (known: Readonly<Record<string, boolean>>): Tree => {
    const row = rows.find(({ when }) => Object.entries(when).every(([test, truth]) => (known[test] ?? truth) === truth)) as Rows[number];
    const asks = Object.keys(row.when).find((code) => known[code] === undefined);
    if (asks === undefined) return { row: leaf(row, Object.keys(known)) };
    return { asks, yes: branch({ ...known, [asks]: true }), no: branch({ ...known, [asks]: false }) };
  };
  return branch({});
}

/** Lists the leaves that are still possible when some tests are known, with the tests that lead to each. */
export function leavesOf(
  tree: PlannedTree,
  truth: (test: PlannedTest) => boolean | undefined,
  path: readonly PlannedTest[] = [],
): readonly { row: PlannedRow; path: readonly PlannedTest[] }[] {
  if (tree.asks === undefined) return [{ row: tree.row, path }];
  const known = truth(tree.asks);
  const along = [...path, tree.asks];
  return [...(known === false ? [] : leavesOf(tree.yes, truth, along)), ...(known === true ? [] : leavesOf(tree.no, truth, along))];
}
