// Walks a compiled rule: with whole facts to its one row, or with some facts as far as they lead.
import { InvalidFacts, OutsideCalendar, type NonEmpty } from '../calendar/errors.js';
import { issue } from '../calendar/problems.js';
import type { ClauseId } from '../policy/clauses.js';
import type { Policy } from '../policy/policy.js';
import type { Decision, Finding, Need } from './decision.js';
import { moment } from './facts.js';
import { Open, type Comparison, type Step } from './steps.js';
import { basisOf, unique, type Compiled, type Indexed, type IndexedRow } from './table.js';
import { leavesOf, type Tree } from './tree.js';

/** Facts, and the values worked out from them so far: an object of the engine's own, made by the schema. */
export type Known = Record<string, unknown>;
export type Answer = Decision<string, Readonly<Record<string, unknown>>>;
type AnyStep = Indexed<Step<unknown>>;

/** Decides whole facts. */
export function decide(rule: Compiled, known: Known, policy: Policy): Answer {
  const path: Finding[] = [];
  let node = rule.tree;
  while (node.test !== undefined) {
    const finding = find(rule, node.test, known, policy);
    if (finding instanceof Open) return leftOpen(rule, path, finding, policy, node.test);
    path.push(finding);
    node = finding.holds ? node.yes : node.no;
  }
  return conclude(rule, node.row, path, known, policy);
}

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
    if (findings.length > 0 && rows.every((row) => alike(row, leaf.row))) {
      return conclude(rule, sharedRow(rule, leaf.row, rows, findings), findings, known, policy, has);
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
function sharedRow(rule: Compiled, row: IndexedRow, others: readonly IndexedRow[], findings: readonly Finding[]): IndexedRow {
  const tests = findings.map((finding) => finding.test);
  const details = row.details.filter((name) => others.every((other) => other.details.includes(name)));
  const fixed = Object.entries(row.fixed ?? {}).filter(([name, value]) => others.every((other) => other.fixed?.[name] === value));
  return { ...row, tests, details, fixed: Object.fromEntries(fixed), basis: (policy) => basisFor(rule, tests, policy, details) };
}

function conclude(
  rule: Compiled,
  row: IndexedRow,
  path: readonly Finding[],
  known: Known,
  policy: Policy,
  has?: (step: AnyStep) => boolean,
): Answer {
  const found: Finding[] = [];
  for (const code of row.tests) {
    const finding = inPath(path, code) ?? find(rule, code, known, policy);
    if (finding instanceof Open) return leftOpen(rule, found, finding, policy, code);
    found.push(finding);
  }
  const because = found as readonly Finding[] as NonEmpty<Finding>;
  const basis = row.basis(policy);
  if (row.needs !== undefined) return { settled: false, rule: rule.id, outcome: 'undetermined', needs: row.needs, because, basis };
  const detail: Record<string, unknown> = {};
  for (const name of row.details) {
    const step = rule.details[name] as AnyStep;
    if (has !== undefined && !has(step)) continue;
    const given = take(rule, step, known, policy);
    if (given instanceof Open) return leftOpen(rule, found, given, policy, ...row.tests);
    if (given !== undefined) detail[name] = given;
  }
  for (const name in row.fixed) detail[name] = row.fixed[name];
  return { settled: true, rule: rule.id, outcome: row.outcome, detail, because, basis };
}

function inPath(path: readonly Finding[], code: string): Finding | undefined {
  for (const finding of path) if (finding.test === code) return finding;
  return undefined;
}

function leftOpen(rule: Compiled, path: readonly Finding[], { finding, needs }: Open, policy: Policy, ...tests: readonly string[]): Answer {
  const steps = unique([...path.map((each) => each.test as string), ...tests]);
  return {
    settled: false,
    rule: rule.id,
    outcome: 'undetermined',
    needs,
    because: [...path, finding] as readonly Finding[] as NonEmpty<Finding>,
    basis: basisFor(rule, steps, policy, Object.keys(rule.details)),
  };
}

function basisFor(
  rule: Compiled,
  tests: readonly string[],
  policy: Policy,
  details: readonly string[] = [],
): ReturnType<IndexedRow['basis']> {
  const cited = tests.flatMap((code) => rule.tests[code] ?? []);
  const clauses = cited.length > 0 ? cited.map((test) => test.step.clause) : rule.clauses;
  return basisOf([...cited, ...details.flatMap((name) => rule.details[name] ?? [])], clauses)(policy);
}

/** The finding of one test, or why it cannot be made. */
function find(rule: Compiled, code: string, known: Known, policy: Policy): Finding | Open {
  const test = rule.tests[code];
  if (test === undefined) throw new RangeError(`${rule.id} has no test ${code}`);
  const result = take(rule, test, known, policy) as boolean | Comparison | Open;
  if (result === true) return test.yes;
  if (result === false) return test.no;
  if (result instanceof Open) return result;
  return {
    clause: test.step.clause,
    test: test.yes.test,
    holds: result.holds,
    left: result.left,
    operator: result.operator,
    right: result.right,
  };
}

/** Works a step out; a count that leaves the calendar is an open answer, and one that leaves the years of dates is the fault of the fact counted from. */
function take(rule: Compiled, step: AnyStep, known: Known, policy: Policy): unknown {
  let working = step;
  try {
    for (const name of step.values) {
      if (known[name] !== undefined) continue;
      working = rule.values[name] as AnyStep;
      const made = working.step.of(known as never, policy as never);
      if (made instanceof Open) return made;
      known[name] = made;
    }
    working = step;
    return step.step.of(known as never, policy as never);
  } catch (error) {
    if (error instanceof OutsideCalendar) return outside(rule, error);
    if (error instanceof InvalidFacts) throw blaming(working.facts(policy), known, error);
    throw error;
  }
}

function outside(rule: Compiled, { calendar, coveredFrom, coveredTo, needed }: OutsideCalendar): Open {
  const early = needed < coveredFrom;
  const finding: Finding = {
    clause: rule.clauses[0] as ClauseId,
    test: 'calendar-covers-the-count',
    holds: false,
    left: needed,
    operator: early ? '>=' : '<=',
    right: early ? coveredFrom : coveredTo,
  };
  return new Open(finding, [{ kind: 'calendar', calendar, coveredFrom, coveredTo, needed }]);
}

function blaming(facts: readonly string[], known: Known, { issues: [first] }: InvalidFacts): InvalidFacts {
  const fact = facts.find((name) => moment.is(known[name])) ?? facts[0] ?? '';
  return new InvalidFacts([issue([fact], first.message, known[fact])]);
}
