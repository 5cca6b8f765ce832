// The outcome of a rule alone, for a search that asks many times: no finding is written, and what cannot have changed is not worked out again.
import { onceForEach } from '../data/objects.js';
import type { Compiled, Plan, PlannedRow } from '../decision/compile.js';
import { conclude, take, type Asking, type Known } from '../decision/evaluate.js';
import { Open } from '../decision/open.js';
import type { Comparison, Indexed } from '../decision/steps.js';
import type { AnyPolicy } from '../policy/policy.js';

/** Makes the function that returns the outcome which a decision of whole facts has. Values that are in `known` already are taken as they are. */
export function outcomesBy(rule: Compiled, chosen: AnyPolicy): (known: Known) => string {
  const { governing } = rule.table;
  const planned = rule.planUnder(chosen)(0);
  return (known) => {
    const plan = governing === undefined ? planned : rule.planUnder(governing(known, chosen))(0);
    const asking: Asking = { plan, known };
    let node = plan.tree;
    while (node.asks !== undefined) {
      const { step, withheld } = node.asks;
      const result = withheld ?? (take(asking, step) as boolean | Comparison | Open);
      if (result instanceof Open) return 'undetermined';
      node = (typeof result === 'boolean' ? result : result.holds) ? node.yes : node.no;
    }
    return isLeftOpen(asking, node.row) ? 'undetermined' : node.row.outcome;
  };
}

/** Tells whether something that a row gives beside the tests that lead to it leaves it open. */
function isLeftOpen(asking: Asking, row: PlannedRow): boolean {
  const doubtful = doubtfulIn(asking.plan)(row);
  if (doubtful === 'a test') return !conclude(asking, row, []).settled;
  return doubtful.some((step) => take(asking, step) instanceof Open);
}

/** Returns the details of a row that may be left open; `'a test'` where a test that it cites may. */
const doubtfulIn = /* @__PURE__ */ onceForEach(
  ({ rule, policy }: Plan) =>
    onceForEach(({ asked, details }: PlannedRow): 'a test' | readonly Indexed[] => {
      const isDoubtful = (step: Indexed): boolean => step.opening(policy).length > 0;
      const isTest = asked.some(({ step, withheld }) => withheld !== undefined || isDoubtful(step));
      return isTest ? 'a test' : details.map((name) => rule.details[name] as Indexed).filter(isDoubtful);
    }, new WeakMap()),
  /* @__PURE__ */ new WeakMap(),
);
