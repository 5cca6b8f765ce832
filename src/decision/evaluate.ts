// Walks a compiled rule with whole facts to its one row, and says what that row says.
import { InvalidFacts, OutsideCalendar, type NonEmpty } from '../calendar/errors.js';
import { issue } from '../calendar/problems.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Decision, Finding } from './decision.js';
import { moment } from './facts.js';
import { placeIn } from './kept.js';
import { notHeld } from './not-held.js';
import { outside } from './outside.js';
import { Open, type Comparison, type Step } from './steps.js';
import { basisOf, frozen, unique, type Compiled, type Indexed, type IndexedRow, type IndexedTest } from './compile.js';

/** Facts, and the values worked out from them so far: an object of the engine's own, made by the schema. */
export type Known = Record<string, unknown>;
export type Answer = Decision<string, Readonly<Record<string, unknown>>>;
export type AnyStep = Indexed<Step<unknown>>;

/** Decides whole facts: anew, or as before where the rule keeps its answers. */
export function decide(rule: Compiled, known: Known, policy: AnyPolicy): Answer {
  if (rule.kept === undefined) return decideAnew(rule, known, policy);
  const at = placeIn(rule.kept, rule.factNames, known, policy);
  if (at.answer === undefined) {
    at.answer = decideAnew(rule, known, policy);
    frozen({ ...at.answer }); // its parts, which answers share; each answer is an object of its own
  }
  return { ...at.answer };
}

function decideAnew(rule: Compiled, known: Known, given: AnyPolicy): Answer {
  const policy = rule.table.governing?.(known, given) ?? given;
  const path = new Array<Finding>(); // it has room for four from the first: `[]` would take room for seventeen when one is pushed
  let node = rule.tree;
  while (node.test !== undefined) {
    const finding = find(rule, node.of, known, policy);
    if (finding instanceof Open) return leftOpen(rule, path, finding, policy, node.test);
    path.push(finding);
    node = finding.holds ? node.yes : node.no;
  }
  return (node.led ? answerOf : conclude)(rule, node.row, path, known, policy, always);
}

const always = (): boolean => true;

/** Answers by a row to which some findings lead; what is only weighed, and a detail, is given where its step `has` what it needs. */
export function conclude(
  rule: Compiled,
  row: IndexedRow,
  path: readonly Finding[],
  known: Known,
  policy: AnyPolicy,
  has: (step: AnyStep) => boolean,
): Answer {
  const found: Finding[] = [];
  for (const code of row.tests) {
    const finding = path.find(({ test }) => test === code) ?? (has(rule.tests[code] as AnyStep) && findNamed(rule, code, known, policy));
    if (finding === false) continue;
    if (finding instanceof Open) return leftOpen(rule, found, finding, policy, code);
    found.push(finding);
  }
  return answerOf(rule, row, found, known, policy, has);
}

function answerOf(
  rule: Compiled,
  row: IndexedRow,
  found: readonly Finding[],
  known: Known,
  policy: AnyPolicy,
  has: (step: AnyStep) => boolean,
): Answer {
  const because = found as NonEmpty<Finding>;
  const basis = row.basis(policy);
  if (row.needs !== undefined) return { settled: false, rule: rule.id, outcome: 'undetermined', needs: row.needs, because, basis };
  if (row.details.length === 0) return { settled: true, rule: rule.id, outcome: row.outcome, detail: row.fixed, because, basis };
  const detail: Record<string, unknown> = {};
  for (const name of row.details) {
    const step = rule.details[name] as AnyStep;
    if (!has(step)) continue;
    const given = take(rule, step, known, policy);
    if (given instanceof Open) return leftOpen(rule, found, given, policy, ...row.tests);
    if (given !== undefined) detail[name] = given;
  }
  Object.assign(detail, row.fixed);
  return { settled: true, rule: rule.id, outcome: row.outcome, detail, because, basis };
}

function leftOpen(
  rule: Compiled,
  path: readonly Finding[],
  { finding, needs }: Open,
  policy: AnyPolicy,
  ...tests: readonly string[]
): Answer {
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

export function basisFor(
  rule: Compiled,
  tests: readonly string[],
  policy: AnyPolicy,
  details: readonly string[] = [],
): ReturnType<IndexedRow['basis']> {
  const cited = tests.map((code) => rule.tests[code] as IndexedTest);
  const clauses = cited.length > 0 ? cited.map((test) => test.step.clause) : rule.clauses;
  return basisOf([...cited, ...details.map((name) => rule.details[name] as AnyStep)], clauses)(policy);
}

/** The finding of the test of a name, or why it cannot be made. */
export function findNamed(rule: Compiled, code: string, known: Known, policy: AnyPolicy): Finding | Open {
  return find(rule, rule.tests[code] as IndexedTest, known, policy);
}

function find(rule: Compiled, test: IndexedTest, known: Known, policy: AnyPolicy): Finding | Open {
  const result = notHeld(test.step.clause, policy) ?? (take(rule, test, known, policy) as boolean | Comparison | Open);
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
function take(rule: Compiled, step: AnyStep, known: Known, policy: AnyPolicy): unknown {
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
