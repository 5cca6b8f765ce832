// Walks a compiled rule with whole facts to the first row that fits, and answers as that row says.
import { InvalidFacts, issue, type NonEmpty } from '../data/issues.js';
import { OutsideCalendar } from '../calendar/day-table.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Basis, Decision, Finding } from './decision.js';
import { moment } from './facts.js';
import { notHeld, Open, outside, type Comparison, type Step } from './steps.js';
import { Bare, nothing } from '../data/freeze.js';
import { basisOf, unique, type Compiled, type Indexed, type IndexedRow, type IndexedTest } from './compile.js';

/** Facts, and the values worked out from them so far: an object of the engine's own, made by the schema. */
export type Known = Record<string, unknown>;
export type Answer = Decision<string, Readonly<Record<string, unknown>>>;
export type AnyStep = Indexed<Step<unknown>>;

/** A rule with the facts and the policy by which it is asked. */
export interface Asking {
  readonly rule: Compiled;
  readonly known: Known;
  readonly policy: AnyPolicy;
  /** Names of the facts that nobody gave, taken from their defaults. */
  readonly assumed: readonly string[];
}

/** Decides whole facts; one that is absent takes its default and is named as assumed. */
export function decide(rule: Compiled, facts: Known, chosen: AnyPolicy): Answer {
  const { absent, governing } = rule.table;
  const known: Known = Object.assign(new Bare(), facts);
  const assumed = Object.keys(absent).filter((name) => known[name] === undefined);
  for (const name of assumed) known[name] = absent[name];
  const asking: Asking = { rule, known, policy: governing?.(known, chosen) ?? chosen, assumed };
  const path: Finding[] = [];
  let node = rule.tree;
  while (node.test !== undefined) {
    const finding = find(asking, node.of);
    if (finding instanceof Open) return leftOpen(asking, path, finding, node.test);
    path.push(finding);
    node = finding.holds ? node.yes : node.no;
  }
  return conclude(asking, node.row, path, always);
}

const always = (): boolean => true;

/** Answers by a row to which some findings lead; what is only weighed, and a detail, is given where its step `has` what it needs. */
export function conclude(asking: Asking, row: IndexedRow, path: readonly Finding[], has: (step: AnyStep) => boolean): Answer {
  const found: Finding[] = [];
  for (const code of row.tests) {
    if (row.weighed.includes(code) && !wasGiven(asking, code)) continue;
    const finding = path.find(({ test }) => test === code) ?? (has(asking.rule.tests[code] as AnyStep) && findNamed(asking, code));
    if (finding === false) continue;
    if (finding instanceof Open) return leftOpen(asking, found, finding, code);
    found.push(finding);
  }
  const { rule, policy } = asking;
  const because = found as readonly Finding[] as NonEmpty<Finding>;
  const basis = withAssumed(
    asking,
    row.basis(policy),
    found.map(({ test }) => test),
    row.details,
  );
  if (row.needs !== undefined) return { settled: false, rule: rule.id, outcome: 'undetermined', needs: row.needs, because, basis };
  if (row.details.length === 0) return { settled: true, rule: rule.id, outcome: row.outcome, detail: row.fixed, because, basis };
  const detail: Record<string, unknown> = {};
  for (const name of row.details) {
    const step = rule.details[name] as AnyStep;
    if (!has(step)) continue;
    const given = take(asking, step);
    if (given instanceof Open) return leftOpen(asking, found, given, ...row.tests);
    if (given !== undefined) detail[name] = given;
  }
  Object.assign(detail, row.fixed);
  return { settled: true, rule: rule.id, outcome: row.outcome, detail, because, basis };
}

/** Tells whether somebody gave each fact that a test reads; `'none'` gives nothing to weigh. */
function wasGiven({ rule, known, policy, assumed }: Asking, code: string): boolean {
  return (rule.tests[code] as IndexedTest).facts(policy).every((name) => !assumed.includes(name) && known[name] !== 'none');
}

/** Answers that a step is left open; why comes first, as the finding that decides. */
function leftOpen(asking: Asking, path: readonly Finding[], { finding, needs }: Open, ...tests: readonly string[]): Answer {
  const { rule } = asking;
  const steps = unique([...path.map((each) => each.test as string), ...tests]);
  return {
    settled: false,
    rule: rule.id,
    outcome: 'undetermined',
    needs,
    because: [finding, ...path] as readonly Finding[] as NonEmpty<Finding>,
    basis: basisFor(asking, steps, Object.keys(rule.details)),
  };
}

export function basisFor(asking: Asking, tests: readonly string[], details: readonly string[] = []): Basis {
  const { rule, policy } = asking;
  const cited = tests.map((code) => rule.tests[code] as IndexedTest);
  const clauses = cited.length > 0 ? cited.flatMap((test) => [test.yes.clause, test.no.clause]) : rule.clauses;
  const basis = basisOf([...cited, ...details.map((name) => rule.details[name] as AnyStep)], clauses)(policy);
  return withAssumed(asking, basis, tests, details);
}

/** Names the assumed facts that these tests and details read. */
function withAssumed({ rule, policy, assumed }: Asking, basis: Basis, tests: readonly string[], details: readonly string[]): Basis {
  if (assumed.length === 0) return basis;
  const steps = [...tests.map((code) => rule.tests[code] as AnyStep), ...details.map((name) => rule.details[name] as AnyStep)];
  const read = steps.flatMap((step) => step.facts(policy));
  return { ...basis, assumed: assumed.filter((name) => read.includes(name)) };
}

/** The finding of the test of a name, or why it cannot be made. */
export function findNamed(asking: Asking, code: string): Finding | Open {
  return find(asking, asking.rule.tests[code] as IndexedTest);
}

function find(asking: Asking, test: IndexedTest): Finding | Open {
  const { policy, assumed } = asking;
  const result = notHeld(test.step.clause, policy) ?? (take(asking, test) as boolean | Comparison | Open);
  if (result instanceof Open) return result;
  const finding = typeof result === 'boolean' ? (result ? test.yes : test.no) : compared(test, result);
  return assumed.length > 0 && test.facts(policy).some((name) => assumed.includes(name)) ? { ...finding, assumed: true } : finding;
}

function compared({ yes, no }: IndexedTest, { holds, left, operator, right }: Comparison): Finding {
  const { clause, test } = holds ? yes : no;
  return { clause, test, holds, left, operator, right };
}

/** Works a step out; a count that leaves the calendar is an open answer, and one that leaves the years of dates is the fault of the fact counted from. */
export function take({ rule, known, policy }: Asking, step: AnyStep): unknown {
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
    if (error instanceof OutsideCalendar) return outside(rule.clauses[0] as ClauseId, error);
    if (error instanceof InvalidFacts) throw blaming(working.facts(policy), known, error);
    throw error;
  }
}

function blaming(facts: readonly string[], known: Known, { issues: [first] }: InvalidFacts): InvalidFacts {
  const fact = (facts.find((name) => moment.is(known[name])) ?? facts[0]) as string;
  return new InvalidFacts([issue([fact], first.message, known[fact])]);
}

/** Asks a rule with facts of which each is given. */
export function askingWith(rule: Compiled, known: Known, policy: AnyPolicy): Asking {
  return { rule, known, policy, assumed: nothing };
}
