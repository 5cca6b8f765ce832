// Every rule by its id, for what is derived from all of them: documentation, coverage, receipts.
import { assessAdjustmentRequest, noticeDeadline } from './adjustments/notice.js';
import { assessFurtherSupport } from './adjustments/further-support.js';
import { routeChallenge } from './appeals/route-challenge.js';
import { assessSupportAppeal } from './appeals/support-appeal.js';
import type { RuleId } from './decision/codes.js';
import type { AnyRule } from './decision/rule.js';
import { assessCodeCommitment } from './membership/code-commitment.js';
import { assessCodeCompliance } from './membership/code-compliance.js';
import { assessConditionsChange } from './membership/conditions-change.js';
import { applicableStandards } from './membership/standards.js';
import { suitabilityFactors } from './membership/suitability-factors.js';
import { policyScope } from './programme/scope.js';
import { academicSupport, assessMentorRequest } from './support/academic-support.js';
import { accessibilitySupport } from './support/accessibility.js';
import { assessCommunication, routeQuery } from './support/queries.js';
import { assessSupportRequest } from './support/requests.js';
import { supportWindow } from './support/window.js';
import { programmeLength } from './programme/length.js';
import { entitlementsAfterReview } from './review/entitlements.js';
import { nextAvailableCohort } from './review/next-cohort.js';
import { assessResubmission } from './review/resubmission.js';
import { reviewWindow } from './review/review-window.js';
import { assessSubmission } from './review/submission.js';

/** Gives the type of each rule by its id. @since 0.1.0 */
export interface RulesById {
  readonly policyScope: typeof policyScope;
  readonly programmeLength: typeof programmeLength;
  readonly noticeDeadline: typeof noticeDeadline;
  readonly assessAdjustmentRequest: typeof assessAdjustmentRequest;
  readonly academicSupport: typeof academicSupport;
  readonly assessMentorRequest: typeof assessMentorRequest;
  readonly supportWindow: typeof supportWindow;
  readonly assessSupportRequest: typeof assessSupportRequest;
  readonly routeQuery: typeof routeQuery;
  readonly assessCommunication: typeof assessCommunication;
  readonly accessibilitySupport: typeof accessibilitySupport;
  readonly reviewWindow: typeof reviewWindow;
  readonly assessSubmission: typeof assessSubmission;
  readonly entitlementsAfterReview: typeof entitlementsAfterReview;
  readonly assessFurtherSupport: typeof assessFurtherSupport;
  readonly assessResubmission: typeof assessResubmission;
  readonly nextAvailableCohort: typeof nextAvailableCohort;
  readonly assessSupportAppeal: typeof assessSupportAppeal;
  readonly routeChallenge: typeof routeChallenge;
  readonly assessCodeCommitment: typeof assessCodeCommitment;
  readonly assessCodeCompliance: typeof assessCodeCompliance;
  readonly applicableStandards: typeof applicableStandards;
  readonly assessConditionsChange: typeof assessConditionsChange;
  readonly suitabilityFactors: typeof suitabilityFactors;
}

/**
 * Holds every rule by its id.
 *
 * @example rules.noticeDeadline.id // => 'noticeDeadline'
 * @since 0.1.0
 */
export const rules: Readonly<RulesById> & Readonly<Record<RuleId, AnyRule>> = /* @__PURE__ */ Object.freeze({
  policyScope,
  programmeLength,
  noticeDeadline,
  assessAdjustmentRequest,
  academicSupport,
  assessMentorRequest,
  supportWindow,
  assessSupportRequest,
  routeQuery,
  assessCommunication,
  accessibilitySupport,
  reviewWindow,
  assessSubmission,
  entitlementsAfterReview,
  assessFurtherSupport,
  assessResubmission,
  nextAvailableCohort,
  assessSupportAppeal,
  routeChallenge,
  assessCodeCommitment,
  assessCodeCompliance,
  applicableStandards,
  assessConditionsChange,
  suitabilityFactors,
} satisfies Readonly<Record<keyof RulesById, AnyRule>>);
