// Walks a compiled rule with whole facts to the first row that fits, and answers as that row says.
import { deepFreeze } from '../data/objects.js';
import { InvalidFacts, issue, type NonEmpty } from '../data/issues.js';
import { OutsideCalendar } from '../calendar/day-table.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Basis, Decision, Finding, Need } from './decision.js';
import { moment } from './facts.js';
import type { FindingCode } from '../rules.js';
import { mapRecord, type Compiled, type Plan, type PlannedRow, type PlannedTest } from './compile.js';
import { Open, openBeyondCalendar } from './open.js';
import { unique, type Comparison, type Indexed } from './steps.js';

/** Facts, and the values worked out from them so far: an object of the engine's own, made by the schema. */
export type Known = Record<string, unknown>;
export type Answer = Decision<string, Readonly<Record<string, unknown>>>;

/** A plan of a rule with the facts of one case. */
export interface Asking {
  readonly plan: Plan;
  readonly known: Known;
}

/** Decides whole facts, to which it adds. A rule of words answers as it did to the same words before: the parts of that answer are frozen and shared. docs/decisions/036-a-rule-of-words-keeps-its-answers-again.md */
export function decide(rule: Compiled, known: Known, chosen: AnyPolicy): Answer {
  if (!rule.isOfWords) return answerOf(rule, known, chosen);
  let at = rule.answersUnder(chosen);
  for (const name of rule.factNames) {
    const word = known[name];
    let next = at.by.get(word);
    if (next === undefined) at.by.set(word, (next = { by: new Map() }));
    at = next;
  }
  const kept = (at.answer ??= deepFreeze(answerOf(rule, known, chosen)));
  return kept.settled
    ? settledAnswer(rule, kept.outcome, kept.detail, kept.because, kept.basis)
    : undeterminedAnswer(rule, kept.needs, kept.because, kept.basis);
}

/** Walks to the row that fits; a fact that is absent takes its default and is named as assumed. */
function answerOf(rule: Compiled, known: Known, chosen: AnyPolicy): Answer {
  const { absent, governing } = rule.table;
  let absentees = 0;
  for (let at = 0; at < rule.defaulted.length; at++) {
    const name = rule.defaulted[at] as string;
    if (known[name] !== undefined) continue;
    known[name] = absent[name];
    absentees |= 1 << at;
  }
  const asking: Asking = { plan: rule.planUnder(governing?.(known, chosen) ?? chosen)(absentees), known };
  const path: Finding[] = [];
  let node = asking.plan.tree;
  while (node.asks !== undefined) {
    const finding = find(asking, node.asks);
    if (finding instanceof Open) return leftOpen(asking, path, finding, node.asks.code);
    path.push(finding);
    node = finding.holds ? node.yes : node.no;
  }
  return conclude(asking, node.row, path);
}

/** Answers by a row to which some findings lead. What else it cites, and each detail, is given where its step `has` what it needs. */
export function conclude(asking: Asking, row: PlannedRow, path: readonly Finding[], has?: (step: Indexed) => boolean): Answer {
  const { plan } = asking;
  const found: Finding[] = [];
  for (const asked of row.asked) {
    if (row.weighed.includes(asked.code) && !wasGiven(asking, asked)) continue;
    let finding: Finding | Open | undefined = path.find(({ test }) => test === asked.code);
    if (finding === undefined && has?.(asked.step) === false) continue;
    finding ??= find(asking, asked);
    if (finding instanceof Open) return leftOpen(asking, found, finding, asked.code);
    found.push(finding);
  }
  const basis = row.basis();
  if (row.needs !== undefined) return undeterminedAnswer(plan.rule, row.needs, found, basis);
  let detail = row.fixed;
  if (row.details.length > 0 || row.spans !== undefined) {
    const worked: Record<string, unknown> = {};
    for (const name of row.details) {
      const step = plan.rule.details[name] as Indexed;
      if (has?.(step) === false) continue;
      const given = take(asking, step);
      if (given instanceof Open) return leftOpen(asking, found, given, ...row.tests);
      if (given !== undefined) worked[name] = given;
    }
    const spans = row.spans && mapRecord(row.spans, (ids) => ids.map((id) => plan.policy.limits[id]));
    detail = Object.assign(worked, row.fixed, spans);
  }
  return settledAnswer(plan.rule, row.outcome, detail, found, basis);
}

function settledAnswer(
  { id }: Compiled,
  outcome: string,
  detail: Readonly<Record<string, unknown>>,
  because: readonly Finding[],
  basis: Basis,
): Answer {
  return { settled: true, rule: id, outcome, detail, because: because as NonEmpty<Finding>, basis };
}

/** Tells whether somebody gave each fact that a test reads; `'none'` gives nothing to weigh. */
function wasGiven({ plan, known }: Asking, { marks, step }: PlannedTest): boolean {
  return marks?.assumed !== true && step.facts(plan.policy).every((name) => known[name] !== 'none');
}

/** Answers that a step is left open; why comes first, as the finding that decides. */
function leftOpen({ plan }: Asking, path: readonly Finding[], { finding, needs }: Open, ...tests: readonly string[]): Answer {
  const steps = unique([...path.map(({ test }) => test as string), ...tests]);
  return undeterminedAnswer(plan.rule, needs, [finding, ...path], plan.openBasis(steps.join()));
}

export function undeterminedAnswer({ id }: Compiled, needs: readonly Need[], because: readonly Finding[], basis: Basis): Answer {
  return {
    settled: false,
    rule: id,
    outcome: 'undetermined',
    needs: needs as NonEmpty<Need>,
    because: because as NonEmpty<Finding>,
    basis,
  };
}

/** Gives the finding of a test, or why it cannot be made. */
export function find(asking: Asking, { code, step, withheld, marks }: PlannedTest): Finding | Open {
  const result = withheld ?? (take(asking, step) as boolean | Comparison | Open);
  if (result instanceof Open) return result;
  const compared = typeof result === 'boolean' ? undefined : result;
  const holds = compared?.holds ?? (result as boolean);
  const clause = step.step[holds ? 'clause' : 'otherwise'];
  const test = code as FindingCode;
  // Written out key by key: to spread one object into the other takes as long as all the rest of a decision.
  const finding = compared
    ? { clause, test, holds, left: compared.left, operator: compared.operator, right: compared.right }
    : { clause, test, holds };
  return marks === undefined ? finding : Object.assign(finding, marks);
}

/** Works a step out. A count that leaves the calendar is an open answer; one that leaves the years of dates is an issue of the fact counted from. */
export function take({ plan: { rule, policy }, known }: Asking, step: Indexed): unknown {
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
    if (error instanceof OutsideCalendar) return openBeyondCalendar(rule.clauses[0] as ClauseId, error);
    if (!(error instanceof InvalidFacts)) throw error;
    const facts = working.facts(policy);
    const fact = (facts.find((name) => moment.is(known[name])) ?? facts[0]) as string;
    throw new InvalidFacts([issue([fact], error.issues[0].message, known[fact], 'out-of-range')]);
  }
}

/** Asks a rule with facts of which each is given. */
export function askingWith(rule: Compiled, known: Known, policy: AnyPolicy): Asking {
  return { plan: rule.planUnder(policy)(0), known };
}
