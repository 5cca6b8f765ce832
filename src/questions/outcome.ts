// The outcome of a rule alone, with one fact at many values: no finding is written, and what does not turn on that fact is worked out once.
import { bare, once, onceForEach } from '../data/objects.js';
import type { PlannedRow, PlannedTest, PlannedTree } from '../decision/compile.js';
import { conclude, take, type Asking } from '../decision/evaluate.js';
import { Open } from '../decision/open.js';
import type { Comparison, Indexed } from '../decision/steps.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Asked } from './asked.js';

/** Makes the function that returns the outcome which a decision of the same facts has with one of them at another value. */
export function outcomesBy({ of: rule, facts, policy: chosen }: Asked, name: string): (value: unknown) => string {
  const { governing } = rule.table;
  const turns = (step: Indexed): boolean => step.facts(chosen).includes(name);
  const following = Object.keys(rule.values).filter((value) => turns(rule.values[value] as Indexed));
  const known = bare(facts);
  const searchBy = (policy: AnyPolicy): Search => searchOf({ plan: rule.planUnder(policy)(0), known }, turns);
  const [search, searchByOther] = [searchBy(chosen), onceForEach(searchBy)];
  return (value) => {
    known[name] = value;
    for (const each of following) known[each] = undefined;
    const policy = governing === undefined ? chosen : governing(known, chosen);
    return policy === chosen ? search() : searchByOther(policy)();
  };
}

type Search = () => string;

/** A tree of which only what turns on the fact is left; what lies beyond a test is worked out when it is first reached. */
type Residue =
  | { readonly asks: PlannedTest; readonly yes: () => Residue; readonly no: () => Residue }
  | { readonly asks?: undefined; readonly outcome: string; readonly isLeftOpen: () => boolean };
const leftOpen: Residue = { outcome: 'undetermined', isLeftOpen: () => false };

/** Makes the search of a plan by a partial evaluation of its tree. */
function searchOf(asking: Asking, turns: (step: Indexed) => boolean): Search {
  const { rule, policy, tree } = asking.plan;
  /** Returns the truth of a test; nothing where it is left open. */
  const ask = ({ step, withheld }: PlannedTest): boolean | undefined => {
    const result = withheld ?? (take(asking, step) as boolean | Comparison | Open);
    return result instanceof Open ? undefined : typeof result === 'boolean' ? result : result.holds;
  };
  const residueOf = (from: PlannedTree): Residue => {
    let node = from;
    while (node.asks !== undefined && !turns(node.asks.step)) {
      const holds = ask(node.asks);
      if (holds === undefined) return leftOpen;
      node = holds ? node.yes : node.no;
    }
    if (node.asks === undefined) return { outcome: node.row.outcome, isLeftOpen: openingOf(node.row) };
    const { asks, yes, no } = node;
    return { asks, yes: once(() => residueOf(yes)), no: once(() => residueOf(no)) };
  };
  /** Returns what tells whether something that a row gives beside the tests that lead to it leaves it open. */
  const openingOf = (row: PlannedRow): (() => boolean) => {
    const isDoubtful = (step: Indexed): boolean => step.opening(policy).length > 0;
    if (row.asked.some(({ step, withheld }) => withheld !== undefined || isDoubtful(step))) return () => !conclude(asking, row, []).settled;
    const doubtful = row.details.map((detail) => rule.details[detail] as Indexed).filter(isDoubtful);
    return () => doubtful.some((step) => take(asking, step) instanceof Open);
  };
  const whole = once(() => residueOf(tree));
  return () => {
    let residue = whole();
    while (residue.asks !== undefined) {
      const holds = ask(residue.asks);
      residue = holds === undefined ? leftOpen : holds ? residue.yes() : residue.no();
    }
    return residue.isLeftOpen() ? 'undetermined' : residue.outcome;
  };
}
