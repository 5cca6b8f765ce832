// Decides as far as some facts lead: tests whose facts are not known branch both ways.
import { bare } from '../data/objects.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Finding, Need } from './decision.js';
import { basisOf, leavesOf, type Compiled, type IndexedRow, type PlannedTest, type PlannedTree } from './compile.js';
import { askingWith, conclude, decide, find, take, undeterminedAnswer, type Answer, type Asking, type Known } from './evaluate.js';
import { Open } from './open.js';
import { unique, type Indexed } from './steps.js';

/** Decides as far as some facts lead: settled where every row still possible gives one outcome, else undetermined with all that is needed. */
export function decideGiven(rule: Compiled, known: Known, chosen: AnyPolicy): Answer {
  if (rule.factNames.every((name) => known[name] !== undefined)) return decide(rule, bare(known), chosen);
  const { asking, leaves, along, found, opened, missing } = reachOf(rule, known, chosen);
  const { policy } = asking.plan;
  const has = hasFactsFor(known, policy);
  const findings = along.flatMap(({ code }) => found.get(code) ?? []).filter((finding): finding is Finding => !(finding instanceof Open));
  const [leaf, ...others] = leaves;
  if (leaf !== undefined && missing.length === 0 && opened.length === 0) {
    const rows = others.map(({ row }) => row);
    if (rows.length === 0) return conclude(asking, leaf.row, findings, has);
    const cited = leaf.row.asked.filter((asked) => !along.includes(asked) && rows.every((row) => row.asked.includes(asked)));
    const told = [...findings.map(({ test }) => test as string), ...cited.map(({ code }) => code)];
    // They all answer alike: else a fact that tells them apart were missing.
    if (told.length > 0) return conclude(asking, asking.plan.rowOf(sharedRow(leaf.row, rows, told)), findings, has);
  }
  const asked = missing.length > 0 || opened.length > 0 ? missing : unique(along.flatMap(({ step }) => step.facts(policy)));
  const needs = [...asked.map((name): Need => ({ kind: 'fact', name })), ...opened.flatMap((open) => open.needs)];
  const notEnough: Finding = { clause: rule.clauses[0] as ClauseId, test: 'enough-is-known', holds: false };
  const doubts = opened.map(({ finding }) => finding);
  const because = [...(asked.length > 0 ? [notEnough, ...doubts] : [...doubts, notEnough]), ...findings];
  const open = along.map(({ code }) => code).filter((code) => found.get(code) instanceof Open);
  const cited = [...findings.map(({ test }) => test), ...open];
  return undeterminedAnswer(rule, needs, because, basisOf(asking.plan, cited));
}

export function hasFactsFor(known: Known, policy: AnyPolicy): (step: Indexed) => boolean {
  return (step) => step.facts(policy).every((name) => known[name] !== undefined);
}

/** What is still possible when some facts are known. */
export interface Reach {
  /** What is asked, by the policy that was chosen, or by another where the facts choose an edition. */
  readonly asking: Asking;
  readonly leaves: ReturnType<typeof leavesOf>;
  /** The tests that lead to the leaves, and what was found of those that could be asked. */
  readonly along: readonly PlannedTest[];
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
  const has = hasFactsFor(known, policy);
  const found = new Map<string, Finding | Open>();
  const truth = (asked: PlannedTest): boolean | undefined => {
    const { code, step, withheld } = asked;
    if (assumed[code] !== undefined) return assumed[code];
    if (!(has(step) || withheld)) return undefined;
    const finding = found.get(code) ?? find(asking, asked);
    found.set(code, finding);
    return finding instanceof Open ? undefined : finding.holds;
  };
  const leaves = leavesOf(asking.plan.tree, truth);
  const along = unique(leaves.flatMap(({ path }) => path));
  const withoutText = leaves.map(({ row }) => row.asked.map(({ withheld }) => withheld).find((open) => open !== undefined));
  const opened = [...along.map(({ code }) => found.get(code)), ...withoutText].filter((open) => open instanceof Open);
  const same = (a: Open, b: Open): boolean => a.finding.clause === b.finding.clause && a.finding.test === b.finding.test;
  const inDoubt = [
    ...factsInDoubt(asking, asking.plan.tree, truth, has),
    ...leaves.flatMap(({ row }, at) => (withoutText[at] === undefined ? row.required(policy) : [])),
  ];
  return {
    asking,
    leaves,
    along,
    found,
    opened: opened.filter((open, at) => opened.findIndex((other) => same(other, open)) === at),
    missing: unique(inDoubt).filter((name) => known[name] === undefined),
  };
}

/** Returns the facts of the tests on which the outcome still turns: a test both of whose branches agree is never asked about. */
function factsInDoubt(
  asking: Asking,
  tree: PlannedTree,
  truth: (test: PlannedTest) => boolean | undefined,
  has: (step: Indexed) => boolean,
): readonly string[] {
  const [first, ...others] = leavesOf(tree, truth).map(({ row }) => row);
  if (tree.asks === undefined || others.every((row) => areAlike(asking, has, row, first as IndexedRow))) return [];
  const known = truth(tree.asks);
  const below = (branch: PlannedTree): readonly string[] => factsInDoubt(asking, branch, truth, has);
  if (known !== undefined) return below(known ? tree.yes : tree.no);
  const own = tree.asks.withheld ? [] : tree.asks.step.facts(asking.plan.policy);
  return [...own, ...below(tree.yes), ...below(tree.no)];
}

/** Tells whether two rows answer alike: by one outcome or the same needs, and left open, or possibly so, by details alike. */
function areAlike(asking: Asking, has: (step: Indexed) => boolean, a: IndexedRow, b: IndexedRow): boolean {
  const { plan, known } = asking;
  const openings = ({ details }: IndexedRow): string => {
    const steps = details.map((name) => plan.rule.details[name] as Indexed).filter((step) => step.opening(plan.policy).length > 0);
    if (steps.some((step) => has(step) && take(asking, step) instanceof Open)) return 'open';
    return unique(steps.flatMap((step) => step.opening(plan.policy).filter((name) => known[name] === undefined))).join();
  };
  return a.outcome === b.outcome && JSON.stringify(a.needs) === JSON.stringify(b.needs) && openings(a) === openings(b);
}

/** Returns what several rows with one outcome have in common, when it is not known which of them applies. */
function sharedRow(row: IndexedRow, others: readonly IndexedRow[], tests: readonly string[]): IndexedRow {
  const details = row.details.filter((name) => others.every((other) => other.details.includes(name)));
  const fixed = Object.entries(row.fixed).filter(([name, value]) => others.every((other) => other.fixed[name] === value));
  const spans = Object.entries(row.spans ?? {}).filter(([name, ids]) =>
    others.every((other) => other.spans?.[name]?.join() === ids.join()),
  );
  return {
    ...row,
    tests,
    details,
    fixed: Object.fromEntries(fixed),
    spans: spans.length > 0 ? Object.fromEntries(spans) : undefined,
  };
}
