// Every rule by its id, for what is derived from all of them: documentation, coverage, receipts.
import { assessAdjustmentRequest, noticeDeadline } from './support-policy/3.1.1-notice.js';
import { assessFurtherSupport } from './support-policy/6.2.2-further-support.js';
import { routeChallenge } from './code-page/11-challenges.js';
import { assessSupportAppeal } from './support-policy/9.1-appeal.js';
import type { RuleId } from './decision/codes.js';
import type { AnyRule } from './decision/rule.js';
import { assessCodeCommitment } from './code-page/3-commitment.js';
import { assessCodeCompliance } from './code-page/1-compliance.js';
import { assessConditionsChange } from './code-page/13-conditions.js';
import { applicableStandards } from './code-page/14-standards.js';
import { suitabilityFactors } from './code-page/suitability.js';
import { policyScope } from './support-policy/2.1-scope.js';
import { academicSupport, assessMentorRequest } from './support-policy/6.1-academic-support.js';
import { accessibilitySupport } from './support-policy/6.3-accessibility.js';
import { assessCommunication, routeQuery } from './support-policy/4.5-queries.js';
import { assessSupportRequest } from './support-policy/6.1.5-support-requests.js';
import { supportWindow } from './support-policy/4.3-support-window.js';
import { programmeLength } from './support-policy/4.1-length.js';
import { entitlementsAfterReview } from './support-policy/6.2.1-entitlements.js';
import { nextAvailableCohort } from './support-policy/6.2.3-next-cohort.js';
import { assessResubmission } from './support-policy/6.2.3-resubmission.js';
import { reviewWindow } from './support-policy/4.4-review-window.js';
import { assessSubmission } from './support-policy/4.4-submission.js';

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
