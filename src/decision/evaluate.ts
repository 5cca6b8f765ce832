// Walks a compiled rule with whole facts to the first row that fits, and answers as that row says.
import { bare } from '../data/objects.js';
import { InvalidFacts, issue, type NonEmpty } from '../data/issues.js';
import { OutsideCalendar } from '../calendar/day-table.js';
import type { ClauseId } from '../policy/ids.js';
import type { Span } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Basis, Decision, Finding, Need } from './decision.js';
import { moment } from './facts.js';
import type { FindingCode } from '../rules.js';
import { basisOf, stepsOf, type Compiled, type IndexedRow } from './compile.js';
import { notHeld, Open, outside } from './open.js';
import { unique, type Comparison, type Indexed, type Test } from './steps.js';

/** Facts, and the values worked out from them so far: an object of the engine's own, made by the schema. */
export type Known = Record<string, unknown>;
export type Answer = Decision<string, Readonly<Record<string, unknown>>>;

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
  const known = bare(facts);
  const assumed = rule.defaulted.filter((name) => known[name] === undefined);
  for (const name of assumed) known[name] = absent[name];
  const asking: Asking = { rule, known, policy: governing?.(known, chosen) ?? chosen, assumed };
  const path: Finding[] = [];
  let node = rule.tree;
  while (node.test !== undefined) {
    const finding = find(asking, node.test);
    if (finding instanceof Open) return leftOpen(asking, path, finding, node.test);
    path.push(finding);
    node = finding.holds ? node.yes : node.no;
  }
  return conclude(asking, node.row, path, () => true);
}

/** Answers by a row to which some findings lead; what is only weighed, and a detail, is given where its step `has` what it needs. */
export function conclude(asking: Asking, row: IndexedRow, path: readonly Finding[], has: (step: Indexed) => boolean): Answer {
  const found: Finding[] = [];
  for (const code of row.tests) {
    if (row.weighed.includes(code) && !wasGiven(asking, code)) continue;
    const finding = path.find(({ test }) => test === code) ?? (has(asking.rule.tests[code] as Indexed) && find(asking, code));
    if (finding === false) continue;
    if (finding instanceof Open) return leftOpen(asking, found, finding, code);
    found.push(finding);
  }
  const { rule } = asking;
  const codes = found.map(({ test }) => test);
  const basis = withAssumed(row.basis(asking.policy), asking, codes, row.details);
  if (row.needs !== undefined) return undetermined(rule, row.needs, found, basis);
  const worked: Record<string, unknown> = {};
  for (const name of row.details) {
    const step = rule.details[name] as Indexed;
    if (!has(step)) continue;
    const given = take(asking, step);
    if (given instanceof Open) return leftOpen(asking, found, given, ...row.tests);
    if (given !== undefined) worked[name] = given;
  }
  const isWorkedOut = row.details.length > 0 || row.spans !== undefined;
  const detail = isWorkedOut ? Object.assign(worked, row.fixed, row.spans && spansOf(row.spans, asking.policy)) : row.fixed;
  return { settled: true, rule: rule.id, outcome: row.outcome, detail, because: found as readonly Finding[] as NonEmpty<Finding>, basis };
}

/** Tells whether somebody gave each fact that a test reads; `'none'` gives nothing to weigh. */
function wasGiven({ rule, known, policy, assumed }: Asking, code: string): boolean {
  return (rule.tests[code] as Indexed).facts(policy).every((name) => !assumed.includes(name) && known[name] !== 'none');
}

/** Answers that a step is left open; why comes first, as the finding that decides. */
function leftOpen(asking: Asking, path: readonly Finding[], { finding, needs }: Open, ...tests: readonly string[]): Answer {
  const steps = unique([...path.map(({ test }) => test as string), ...tests]);
  return undetermined(asking.rule, needs, [finding, ...path], basisFor(asking, steps, Object.keys(asking.rule.details)));
}

export function undetermined({ id }: Compiled, needs: readonly Need[], because: readonly Finding[], basis: Basis): Answer {
  return {
    settled: false,
    rule: id,
    outcome: 'undetermined',
    needs: needs as NonEmpty<Need>,
    because: because as NonEmpty<Finding>,
    basis,
  };
}

/** Returns the basis of an answer by these tests and details. */
export function basisFor(asking: Asking, tests: readonly string[], details: readonly string[] = []): Basis {
  return withAssumed(basisOf(asking.rule, asking.policy, tests, details), asking, tests, details);
}

/** Returns a basis with the defaults that some tests and details read; no others are assumed. */
function withAssumed(basis: Basis, { rule, assumed, policy }: Asking, tests: readonly string[], details: readonly string[]): Basis {
  if (assumed.length === 0) return basis;
  const steps = stepsOf(rule, tests, details);
  const read = assumed.filter((name) => steps.some((step) => step.facts(policy).includes(name)));
  return read.length === 0 ? basis : { ...basis, assumed: read };
}

/** Returns the details of a row that list the policy's lengths of time. */
function spansOf(spans: IndexedRow['spans'] & object, { limits }: AnyPolicy): Readonly<Record<string, readonly Span[]>> {
  return Object.fromEntries(Object.entries(spans).map(([name, ids]) => [name, ids.map((id) => limits[id])]));
}

/** Gives the finding of a test, or why it cannot be made. */
export function find(asking: Asking, code: string): Finding | Open {
  const { rule, policy, assumed } = asking;
  const test = rule.tests[code] as Indexed<Test>;
  const { clause, otherwise } = test.step;
  const result = notHeld(clause, policy) ?? (take(asking, test) as boolean | Comparison | Open);
  if (result instanceof Open) return result;
  const compared = typeof result === 'boolean' ? { holds: result } : result;
  const isAssumed = assumed.some((name) => test.facts(policy).includes(name));
  return { clause: compared.holds ? clause : otherwise, test: code as FindingCode, ...compared, ...(isAssumed ? { assumed: true } : {}) };
}

/** Works a step out. A count that leaves the calendar is an open answer; one that leaves the years of dates is an issue of the fact counted from. */
export function take({ rule, known, policy }: Asking, step: Indexed): unknown {
  let working = step;
  try {
    for (const name of step.values) {
      if (known[name] !== undefined) continue;
      working = rule.values[name] as Indexed;
      const made = working.step.of(known as never, policy as never);
      if (made instanceof Open) return made;
      known[name] = made;
    }
    working = step;
    return step.step.of(known as never, policy as never);
  } catch (error) {
    if (error instanceof OutsideCalendar) return outside(rule.clauses[0] as ClauseId, error);
    if (!(error instanceof InvalidFacts)) throw error;
    const facts = working.facts(policy);
    const fact = (facts.find((name) => moment.is(known[name])) ?? facts[0]) as string;
    throw new InvalidFacts([issue([fact], error.issues[0].message, known[fact], 'out-of-range')]);
  }
}

/** Asks a rule with facts of which each is given. */
export function askingWith(rule: Compiled, known: Known, policy: AnyPolicy): Asking {
  return { rule, known, policy, assumed: [] };
}
