// The labels of every code together.
import {
  concernLabels,
  dutyLabels,
  entitlementLabels,
  eventLabels,
  needLabels,
  roleLabels,
  stageLabels,
  statusLabels,
  type Labels,
  warningLabels,
} from './labels.js';
import { outcomeLabels } from './outcome-labels.js';

/**
 * The plain words for every code of an answer, for a page or a letter of your own. `explain` uses the same.
 *
 * @example labels.stage['criteria-not-met'] // => 'criteria not met'
 * @example labels.event['portfolio-resubmitted'] // => 'the portfolio was resubmitted'
 * @example labels.duty['submit-portfolio'] // => 'submit the portfolio'
 * @since 0.1.0
 */
export const labels: Labels = /* @__PURE__ */ Object.freeze({
  stage: stageLabels,
  event: eventLabels,
  duty: dutyLabels,
  status: statusLabels,
  entitlement: entitlementLabels,
  role: roleLabels,
  outcome: outcomeLabels,
  need: needLabels,
  warning: warningLabels,
  concern: concernLabels,
});
