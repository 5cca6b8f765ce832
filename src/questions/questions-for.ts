// What is still to be asked: the facts on which the outcome turns, the one that settles soonest first.
import type { PlannedRow, PlannedTest } from '../decision/compile.js';
import { combinations, unique, type Indexed } from '../decision/steps.js';
import { conclude, type Known } from '../decision/evaluate.js';
import type { Form } from '../decision/facts.js';
import { decideGiven, hasFactsFor, reachOf, type Reach } from '../decision/partial.js';
import { readFacts, type AnyRule, type FactsOf, type KnownFacts, type OutcomeOf } from '../decision/rule.js';
import type { NonEmpty } from '../data/issues.js';
import { Open } from '../decision/open.js';
import type { ClauseId } from '../policy/ids.js';
import type { FindingCode } from '../rules.js';
import type { AnyPolicy } from '../policy/policy.js';
import { formOfFact, readAsked, withPathFrom, type Asked } from './asked.js';

/** A question for one fact: what can be answered, what turns on it, and the clauses that make it matter. @since 0.1.0 */
export interface FactQuestion<R extends AnyRule = AnyRule> {
  readonly name: keyof FactsOf<R> & string;
  /** What kind of value it takes; of a `choice`, one of `choices`. */
  readonly kind: Form['kind'];
  readonly choices?: readonly (string | boolean)[];
  /** Whether `'none'` may be answered: that it has not happened. */
  readonly none: boolean;
  /** The outcomes that are still possible where this fact is looked at. */
  readonly outcomes: readonly (OutcomeOf<R> | 'undetermined')[];
  /** The clauses of the tests that read it. */
  readonly clauses: NonEmpty<ClauseId>;
}

/**
 * Lists the facts that are still needed to settle a rule, the one whose answer leaves the fewest others to ask first; none when it is settled.
 *
 * A fact on which no outcome turns is never among them, nor one that is known, though a document, a judgement or its hour may be missing.
 * Ask for the first, add it to what is known and ask again: an answer may spare the others.
 * @throws `InvalidFacts`, each path beginning with `rule`, `known` or `policy`.
 * @example questionsFor(routeQuery, { topic: 'general' }) // => []
 * @since 0.1.0
 */
export function questionsFor<R extends AnyRule>(rule: R, known: KnownFacts<FactsOf<R>>, policy?: AnyPolicy): readonly FactQuestion<R>[] {
  const asked = readAsked(rule, 'known', (of) => readFacts(of, 'someFacts', known), policy);
  const { of, facts } = asked;
  const answer = withPathFrom(['known'], () => decideGiven(of, { ...facts }, asked.policy));
  if (answer.settled) return [];
  const names = answer.needs.flatMap((need) => (need.kind === 'fact' && facts[need.name] === undefined ? [need.name] : []));
  const reach = reachOf(of, { ...facts }, asked.policy);
  const ranked = names.map((name) => ({ name, left: leftAfter(asked, name, reach) })).sort((a, b) => a.left - b.left);
  return ranked.map(({ name }) => questionOf(asked, name, reach));
}

function questionOf(asked: Asked, name: string, reach: Reach): FactQuestion {
  const { policy } = asked;
  const { leaves, along, found } = reach;
  const readsIt = ({ code, step }: PlannedTest): boolean => !found.has(code) && step.facts(policy).includes(name);
  const turning = leaves.filter(({ row, path }) => path.some(readsIt) || row.required(policy).includes(name));
  const rows = turning.map(({ row }) => row);
  const cited = [...along, ...rows.flatMap((row) => row.asked)];
  const clausesOf = (tests: readonly PlannedTest[]): readonly ClauseId[] => unique(tests.map(({ step }) => step.step.clause));
  const own = clausesOf(cited.filter(readsIt));
  const form = formOfFact(asked.of, name);
  return {
    name,
    kind: form.kind,
    ...(form.kind === 'choice' ? { choices: form.choices } : {}),
    none: form.none,
    outcomes: unique([
      ...rows.map(({ outcome }) => outcome),
      ...(rows.some((row) => mayLeaveOpen(asked, row, reach)) ? ['undetermined'] : []),
    ]),
    // A fact that only a count of days needs is read by no test: then the clauses are those of the answers that count.
    clauses: (own.length > 0 ? own : clausesOf(cited)) as NonEmpty<ClauseId>,
  };
}

/** Tells whether a row's answer may yet be left open: by a fact that is not known, such as the first day of a count, or by one that is. */
function mayLeaveOpen({ of, facts, policy }: Asked, row: PlannedRow, { asking, found }: Reach): boolean {
  const steps = [...row.asked.map(({ step }) => step), ...row.details.map((detail) => of.details[detail] as Indexed)];
  const known = (name: string): boolean => facts[name] !== undefined;
  if (row.tests.some((code) => found.get(code) instanceof Open) || !steps.every((step) => step.opening(policy).every(known))) return true;
  const taken = row.asked.map(({ code, step }) => ({ clause: step.step.clause, test: code as FindingCode, holds: true })); // as if its tests had come out for it
  return !conclude(asking, row, taken, hasFactsFor(facts, policy)).settled;
}

/** Counts how many facts would still be missing, on average over the answers to one: each choice, or each way in which the tests that it decides can come out. */
function leftAfter(asked: Asked, name: string, { along, found }: Reach): number {
  const { facts, policy } = asked;
  const form = formOfFact(asked.of, name);
  const knows = (each: string): boolean => each === name || facts[each] !== undefined;
  const decided = along.filter(({ code, step }) => !found.has(code) && step.facts(policy).every(knows)).map(({ code }) => code);
  const lefts =
    form.kind === 'choice'
      ? form.choices.map((choice) => missingWith(asked, { ...facts, [name]: choice }))
      : combinations(decided, () => [true, false]).map((way) => missingWith(asked, { ...facts }, way, name));
  return lefts.reduce((sum, left) => sum + left, 0) / lefts.length;
}

function missingWith({ of, policy }: Asked, facts: Known, assumed?: Readonly<Record<string, boolean>>, known?: string): number {
  return reachOf(of, facts, policy, assumed).missing.filter((name) => name !== known).length;
}
