// The outcome of a rule alone, with one fact at many values: no finding is written, and what does not turn on that fact is worked out once.
import { bare, once, onceForEach } from '../data/objects.js';
import type { PlannedRow, PlannedTree } from '../decision/compile.js';
import { conclude, take, type Asking } from '../decision/evaluate.js';
import { orderIssues, moment } from '../decision/facts.js';
import { Open } from '../decision/open.js';
import { unique, type Comparison, type Indexed } from '../decision/steps.js';
import type { AnyPolicy } from '../policy/policy.js';
import { ifTaken, type Asked } from './asked.js';

/** Makes the function that returns the outcome which a decision of the same facts has with one of them at another value; none where the rule does not take it. */
export function outcomesBy({ of: rule, facts, policy: chosen }: Asked, name: string): (value: unknown) => string | undefined {
  const { governing, orders = [] } = rule.table;
  const isBound = (one: string, other: string): boolean => one === name && moment.is(facts[other]);
  /** The orders that another value can break: those between this fact and a moment. */
  const bound = orders.filter(({ first, then }) => isBound(first, then) || isBound(then, first));
  const turns = (step: Indexed): boolean => step.facts(chosen).includes(name);
  const following = Object.keys(rule.values).filter((value) => turns(rule.values[value] as Indexed));
  const known = bare(facts);
  const searchBy = (policy: AnyPolicy): Search => searchOf({ plan: rule.planUnder(policy)(0), known }, turns);
  const [search, searchByOther] = [searchBy(chosen), onceForEach(searchBy)];
  return (value) => {
    known[name] = value;
    if (bound.length > 0 && orderIssues(bound, known).length > 0) return undefined;
    for (const each of following) known[each] = undefined;
    const policy = governing === undefined ? chosen : governing(known, chosen);
    return ifTaken(policy === chosen ? search : searchByOther(policy));
  };
}

type Search = () => string;

/** Makes the search of a plan: what it asks before the first test that `turns` is asked once. */
function searchOf(asking: Asking, turns: (step: Indexed) => boolean): Search {
  const { rule, policy, tree } = asking.plan;
  /** Walks on to the first test that `stops`, or to a row; to nowhere where a test is left open. */
  const walk = (from: PlannedTree, stops?: (step: Indexed) => boolean): PlannedTree | undefined => {
    let node = from;
    while (node.asks !== undefined && stops?.(node.asks.step) !== true) {
      const result = node.asks.withheld ?? (take(asking, node.asks.step) as boolean | Comparison | Open);
      if (result instanceof Open) return undefined;
      node = (typeof result === 'boolean' ? result : result.holds) ? node.yes : node.no;
    }
    return node;
  };
  /** Returns what tells whether something that a row gives beside the tests that lead to it leaves it open. */
  const openingOf = onceForEach((row: PlannedRow): (() => boolean) => {
    if (row.asked.some(({ step, withheld }) => withheld !== undefined || step.opening(policy).length > 0))
      return () => !conclude(asking, row, []).settled;
    const given = row.details.map((name) => rule.details[name] as Indexed);
    const values = given.flatMap((step) => step.values.map((name) => rule.values[name] as Indexed));
    const doubtful = unique([...given, ...values]).filter(({ step }) => step.calendar || step.opens);
    const isTakenBy = (other: Indexed, each: Indexed): boolean => other.values.some((name) => rule.values[name] === each);
    const last = doubtful.filter((each) => !doubtful.some((other) => isTakenBy(other, each)));
    return () => last.some((step) => take(asking, step) instanceof Open);
  });
  const start = once(() => walk(tree, turns));
  return () => {
    const shared = start();
    const leaf = shared && walk(shared);
    return leaf === undefined || leaf.asks !== undefined || openingOf(leaf.row)() ? 'undetermined' : leaf.row.outcome;
  };
}
