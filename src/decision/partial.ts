// Decides as far as some facts lead: tests whose facts are not known branch both ways.
import type { NonEmpty } from '../data/issues.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Finding, Need } from './decision.js';
import { leavesOf, type Compiled, type IndexedRow, type Tree } from './compile.js';
import { askingWith, basisFor, conclude, decide, find, take, type Answer, type Asking, type Known } from './evaluate.js';
import { notHeld, Open } from './open.js';
import { unique, type Indexed, type Test } from './steps.js';

/** Decides as far as some facts lead: settled where every row still possible gives one outcome, else undetermined with all that is needed. */
export function decideGiven(rule: Compiled, known: Known, chosen: AnyPolicy): Answer {
  if (rule.factNames.every((name) => known[name] !== undefined)) return decide(rule, known, chosen);
  const { policy, leaves, along, found, opened, missing } = reachOf(rule, known, chosen);
  const asking = askingWith(rule, known, policy);
  const has = knowing(known, policy);
  const findings = along.flatMap((code) => found.get(code) ?? []).filter((finding): finding is Finding => !(finding instanceof Open));
  const [leaf, ...others] = leaves;
  if (leaf !== undefined && missing.length === 0 && opened.length === 0) {
    const rows = others.map(({ row }) => row);
    if (rows.length === 0) return conclude(asking, leaf.row, findings, has);
    const cited = leaf.row.tests.filter((code) => !along.includes(code) && rows.every((row) => row.tests.includes(code)));
    const told = [...findings.map(({ test }) => test as string), ...cited];
    // They all answer alike: else a fact that tells them apart were missing.
    if (told.length > 0) return conclude(asking, sharedRow(leaf.row, rows, told), findings, has);
  }
  const asked = missing.length > 0 || opened.length > 0 ? missing : unique(along.flatMap((code) => testOf(rule, code).facts(policy)));
  const needs: readonly Need[] = [...asked.map((name): Need => ({ kind: 'fact', name })), ...opened.flatMap(({ needs: each }) => each)];
  const notEnough: Finding = { clause: rule.clauses[0] as ClauseId, test: 'enough-is-known', holds: false };
  const doubts = opened.map(({ finding }) => finding);
  return {
    settled: false,
    rule: rule.id,
    outcome: 'undetermined',
    needs: needs as NonEmpty<Need>,
    because: [
      ...(asked.length > 0 ? [notEnough, ...doubts] : [...doubts, notEnough]),
      ...findings,
    ] as readonly Finding[] as NonEmpty<Finding>,
    basis: basisFor(asking, [...findings.map((finding) => finding.test), ...along.filter((code) => found.get(code) instanceof Open)]),
  };
}

function testOf(rule: Compiled, code: string): Indexed<Test> {
  return rule.tests[code] as Indexed<Test>;
}

/** Why a test settles nothing under a policy, whatever the facts are: its clause is not held. */
function withheld(rule: Compiled, code: string, policy: AnyPolicy): Open | undefined {
  return notHeld(testOf(rule, code).step.clause, policy);
}

/** Tells whether all the facts that a step needs are known. */
export function knowing(known: Known, policy: AnyPolicy): (step: Indexed) => boolean {
  return (step) => step.facts(policy).every((name) => known[name] !== undefined);
}

/** What is still possible when some facts are known. */
export interface Reach {
  /** The policy by which the facts are decided: that which was chosen, or another where they choose an edition. */
  readonly policy: AnyPolicy;
  readonly leaves: readonly { readonly row: IndexedRow; readonly path: readonly string[] }[];
  /** The tests that lead to the leaves, and what was found of those that could be asked. */
  readonly along: readonly string[];
  readonly found: ReadonlyMap<string, Finding | Open>;
  /** Why it stays open whatever else becomes known, each reason once. */
  readonly opened: readonly Open[];
  /** The facts on which it still turns. */
  readonly missing: readonly string[];
}

/** Works out what some facts leave possible; a test may also be assumed to come out one way. */
export function reachOf(rule: Compiled, known: Known, chosen: AnyPolicy, assumed: Readonly<Record<string, boolean>> = {}): Reach {
  const policy = rule.table.governing?.(known, chosen) ?? chosen;
  const asking = askingWith(rule, known, policy);
  const has = knowing(known, policy);
  const found = new Map<string, Finding | Open>();
  const truth = (code: string): boolean | undefined => {
    if (assumed[code] !== undefined) return assumed[code];
    if (!(has(testOf(rule, code)) || withheld(rule, code, policy))) return undefined;
    const finding = found.get(code) ?? find(asking, code);
    found.set(code, finding);
    return finding instanceof Open ? undefined : finding.holds;
  };
  const leaves = leavesOf(rule.tree, truth);
  const along = unique(leaves.flatMap((leaf) => leaf.path));
  const withoutText = leaves.map(({ row }) => row.tests.map((code) => withheld(rule, code, policy)).find((open) => open !== undefined));
  const met = along.flatMap((code) => found.get(code) ?? []).filter((finding): finding is Open => finding instanceof Open);
  const inDoubt = [
    ...factsInDoubt(rule, rule.tree, truth, policy, alikeBy(asking, has)),
    ...leaves.flatMap(({ row }, at) => (withoutText[at] === undefined ? row.required(policy) : [])),
  ];
  return {
    policy,
    leaves,
    along,
    found,
    opened: eachOnce([...met, ...withoutText.filter((open) => open !== undefined)]),
    missing: unique(inDoubt).filter((name) => known[name] === undefined),
  };
}

function eachOnce(opened: readonly Open[]): readonly Open[] {
  const same = (a: Open, b: Open): boolean => a.finding.clause === b.finding.clause && a.finding.test === b.finding.test;
  return opened.filter((open, at) => opened.findIndex((other) => same(other, open)) === at);
}

/** The facts of the tests on which the outcome still turns: a test both of whose branches agree is never asked about. */
function factsInDoubt(
  rule: Compiled,
  tree: Tree<IndexedRow>,
  truth: (code: string) => boolean | undefined,
  policy: AnyPolicy,
  alike: (a: IndexedRow, b: IndexedRow) => boolean,
): readonly string[] {
  const [first, ...others] = leavesOf(tree, truth);
  if (tree.test === undefined || others.every(({ row }) => first !== undefined && alike(row, first.row))) return [];
  const known = truth(tree.test);
  const below = (branch: Tree<IndexedRow>): readonly string[] => factsInDoubt(rule, branch, truth, policy, alike);
  if (known !== undefined) return below(known ? tree.yes : tree.no);
  const own = withheld(rule, tree.test, policy) ? [] : testOf(rule, tree.test).facts(policy);
  return [...own, ...below(tree.yes), ...below(tree.no)];
}

/** Tells whether two rows answer alike: by one outcome, or by needing the same, and neither by a detail that what is known leaves open. */
function alikeBy(asking: Asking, has: (step: Indexed) => boolean): (a: IndexedRow, b: IndexedRow) => boolean {
  const isOpen = ({ details }: IndexedRow): boolean =>
    details.some((name) => {
      const step = asking.rule.details[name] as Indexed;
      return step.opening(asking.policy).length > 0 && has(step) && take(asking, step) instanceof Open;
    });
  return (a, b) => a.outcome === b.outcome && JSON.stringify(a.needs) === JSON.stringify(b.needs) && isOpen(a) === isOpen(b);
}

/** What several rows with one outcome have in common, when it is not known which of them applies. */
function sharedRow(row: IndexedRow, others: readonly IndexedRow[], tests: readonly string[]): IndexedRow {
  const details = row.details.filter((name) => others.every((other) => other.details.includes(name)));
  const fixed = Object.entries(row.fixed).filter(([name, value]) => others.every((other) => other.fixed[name] === value));
  return { ...row, tests, details, fixed: Object.fromEntries(fixed) };
}
