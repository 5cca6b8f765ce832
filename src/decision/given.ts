// Decides as far as some facts lead: tests whose facts are not known branch both ways.
import type { NonEmpty } from '../calendar/errors.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import type { Finding, Need } from './decision.js';
import { basisFor, conclude, decide, find, type Answer, type AnyStep, type Known } from './evaluate.js';
import { Open } from './steps.js';
import { unique, type Compiled, type IndexedRow } from './compile.js';
import { leavesOf, type Tree } from './tree.js';

/** Decides as far as some facts lead: settled where every row still possible gives one outcome, else undetermined with all that is needed. */
export function decideGiven(rule: Compiled, known: Known, policy: Policy): Answer {
  if (rule.factNames.every((name) => known[name] !== undefined)) return decide(rule, known, policy);
  const found = new Map<string, Finding | Open>();
  const has = (step: AnyStep): boolean => step.facts(policy).every((name) => known[name] !== undefined);
  const truth = (code: string): boolean | undefined => {
    const test = rule.tests[code];
    if (test === undefined || !has(test)) return undefined;
    const finding = found.get(code) ?? find(rule, code, known, policy);
    found.set(code, finding);
    return finding instanceof Open ? undefined : finding.holds;
  };
  const leaves = leavesOf(rule.tree, truth);
  const along = unique(leaves.flatMap((leaf) => leaf.path));
  const findings = along.flatMap((code) => found.get(code) ?? []).filter((finding): finding is Finding => !(finding instanceof Open));
  const opened = along.flatMap((code) => found.get(code) ?? []).filter((finding): finding is Open => finding instanceof Open);
  const [leaf, ...others] = leaves;
  const inDoubt = [...factsInDoubt(rule, rule.tree, truth, policy), ...leaves.flatMap(({ row }) => row.required(policy))];
  const missing = unique(inDoubt).filter((name) => known[name] === undefined);
  if (leaf !== undefined && missing.length === 0 && opened.length === 0) {
    const rows = others.map(({ row }) => row);
    if (rows.length === 0) return conclude(rule, leaf.row, findings, known, policy, has);
    const cited = leaf.row.tests.filter((code) => !along.includes(code) && rows.every((row) => row.tests.includes(code)));
    const told = [...findings.map(({ test }) => test as string), ...cited];
    if (told.length > 0 && rows.every((row) => alike(row, leaf.row))) {
      return conclude(rule, sharedRow(rule, leaf.row, rows, told), findings, known, policy, has);
    }
  }
  const asked = missing.length > 0 || opened.length > 0 ? missing : unique(along.flatMap((code) => rule.tests[code]?.facts(policy) ?? []));
  const needs: readonly Need[] = [...asked.map((name): Need => ({ kind: 'fact', name })), ...opened.flatMap(({ needs: each }) => each)];
  const notEnough: Finding = { clause: rule.clauses[0] as ClauseId, test: 'enough-is-known', holds: false };
  return {
    settled: false,
    rule: rule.id,
    outcome: 'undetermined',
    needs: needs as NonEmpty<Need>,
    because: [...findings, ...opened.map(({ finding }) => finding), notEnough] as readonly Finding[] as NonEmpty<Finding>,
    basis: basisFor(rule, [...findings.map((finding) => finding.test), ...along.filter((code) => found.get(code) instanceof Open)], policy),
  };
}

/** The facts of the tests on which the outcome still turns: a test both of whose branches agree is never asked about. */
function factsInDoubt(
  rule: Compiled,
  tree: Tree<IndexedRow>,
  truth: (code: string) => boolean | undefined,
  policy: Policy,
): readonly string[] {
  const [first, ...others] = leavesOf(tree, truth);
  if (tree.test === undefined || others.every(({ row }) => first !== undefined && alike(row, first.row))) return [];
  const known = truth(tree.test);
  const below = [
    ...(known === false ? [] : factsInDoubt(rule, tree.yes, truth, policy)),
    ...(known === true ? [] : factsInDoubt(rule, tree.no, truth, policy)),
  ];
  return known === undefined ? [...(rule.tests[tree.test]?.facts(policy) ?? []), ...below] : below;
}

/** Whether two rows answer alike: by one outcome, or by needing the same. */
function alike(a: IndexedRow, b: IndexedRow): boolean {
  return a.outcome === b.outcome && JSON.stringify(a.needs) === JSON.stringify(b.needs);
}

/** What several rows with one outcome have in common, when it is not known which of them applies. */
function sharedRow(rule: Compiled, row: IndexedRow, others: readonly IndexedRow[], tests: readonly string[]): IndexedRow {
  const details = row.details.filter((name) => others.every((other) => other.details.includes(name)));
  const fixed = Object.entries(row.fixed ?? {}).filter(([name, value]) => others.every((other) => other.fixed?.[name] === value));
  return { ...row, tests, details, fixed: Object.fromEntries(fixed), basis: (policy) => basisFor(rule, tests, policy, details) };
}
