// Every rule by its id, for what is derived from all of them: documentation, coverage, receipts.
import { assessAdjustmentRequest, noticeDeadline } from './adjustments/notice.js';
import { assessSupportAppeal } from './appeals/support-appeal.js';
import type { RuleId } from './decision/codes.js';
import type { AnyRule } from './decision/rule.js';
import { programmeLength } from './programme/length.js';
import { entitlementsAfterReview } from './review/entitlements.js';
import { nextAvailableCohort } from './review/next-cohort.js';
import { assessResubmission } from './review/resubmission.js';
import { reviewWindow } from './review/review-window.js';
import { assessSubmission } from './review/submission.js';

/**
 * Holds every rule by its id.
 *
 * @example rules.noticeDeadline.id // => 'noticeDeadline'
 * @since 0.1.0
 */
export const rules: Readonly<Record<RuleId, AnyRule>> = /* @__PURE__ */ Object.freeze({
  programmeLength,
  noticeDeadline,
  assessAdjustmentRequest,
  reviewWindow,
  assessSubmission,
  entitlementsAfterReview,
  assessResubmission,
  nextAvailableCohort,
  assessSupportAppeal,
});
