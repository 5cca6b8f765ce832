// The outcome of a rule alone, for a search that asks many times: no finding is written, and what cannot have changed is not worked out again.
import { onceForEach } from '../data/objects.js';
import { stepsOf, type Compiled, type IndexedRow, type Plan } from '../decision/compile.js';
import { askingWith, conclude, take, type Known } from '../decision/evaluate.js';
import { Open } from '../decision/open.js';
import type { Comparison } from '../decision/steps.js';
import type { AnyPolicy } from '../policy/policy.js';

/** Returns the outcome that a decision of whole facts has. Values that are in `known` already are taken as they are. */
export function outcomeOf(rule: Compiled, known: Known, chosen: AnyPolicy): string {
  const asking = askingWith(rule, known, rule.table.governing?.(known, chosen) ?? chosen);
  let node = rule.tree;
  while (node.test !== undefined) {
    const { step, withheld } = asking.plan.test(node.test);
    const result = withheld ?? (take(asking, step) as boolean | Comparison | Open);
    if (result instanceof Open) return 'undetermined';
    node = (typeof result === 'boolean' ? result : result.holds) ? node.yes : node.no;
  }
  return mayOpen(asking.plan)(node.row) ? conclude(asking, node.row, []).outcome : node.row.outcome;
}

/** Tells whether something that a row gives beside the tests that lead to it can leave it open. */
const mayOpen = /* @__PURE__ */ onceForEach(
  ({ rule, policy, test }: Plan) =>
    onceForEach(
      ({ tests, details }: IndexedRow) =>
        stepsOf(rule, tests, details).some((step) => step.opening(policy).length > 0) ||
        tests.some((code) => test(code).withheld !== undefined),
      new WeakMap(),
    ),
  /* @__PURE__ */ new WeakMap(),
);
