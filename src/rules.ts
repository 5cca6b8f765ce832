// Written by `npm run update` from the files of the families. To change it, change them.
import type { EngineTest } from './decision/decision.js';
import type { AnyRule, TestOf } from './decision/rule.js';
import type { FindingWords } from './decision/words.js';
import type { MachineTest } from './machine/table.js';
import type { LifecycleTest } from './support-policy/lifecycle/words.js';
import { policyScope } from './support-policy/2.1-scope.js';
import { noticeDeadline, assessAdjustmentRequest } from './support-policy/3.1.1-notice.js';
import { programmeLength } from './support-policy/4.1-length.js';
import { supportWindow } from './support-policy/4.3-support-window.js';
import { reviewWindow } from './support-policy/4.4-review-window.js';
import { assessSubmission } from './support-policy/4.4-submission.js';
import { routeQuery, assessCommunication } from './support-policy/4.5-queries.js';
import { academicSupport, assessMentorRequest } from './support-policy/6.1-academic-support.js';
import { assessSupportRequest } from './support-policy/6.1.5-support-requests.js';
import { entitlementsAfterReview } from './support-policy/6.2.1-entitlements.js';
import { assessFurtherSupport } from './support-policy/6.2.2-further-support.js';
import { nextAvailableCohort } from './support-policy/6.2.3-next-cohort.js';
import { assessResubmission } from './support-policy/6.2.3-resubmission.js';
import { accessibilitySupport } from './support-policy/6.3-accessibility.js';
import { assessSupportAppeal } from './support-policy/9.1-appeal.js';
import { assessCodeCompliance } from './code-page/1-compliance.js';
import { assessCodeCommitment } from './code-page/3-commitment.js';
import { routeChallenge } from './code-page/11-challenges.js';
import { assessConditionsChange } from './code-page/13-conditions.js';
import { applicableStandards } from './code-page/14-standards.js';
import { suitabilityFactors } from './code-page/suitability.js';
import type { awardAppealWords } from './award-appeals/4.1-appeal.js';
import type { applicationWords } from './code-page/4-application.js';
import type { reviewWords } from './code-page/5-review.js';
import type { actionWords } from './code-page/9-action.js';

export { type PolicyScopeFacts, type PolicyScopeTest, policyScope } from './support-policy/2.1-scope.js';
export {
  type NoticeDeadlineFacts,
  type NoticeDates,
  type AdjustmentRequestFacts,
  type AdjustmentRequestDetail,
  type NoticeDeadlineTest,
  noticeDeadline,
  type AssessAdjustmentRequestTest,
  assessAdjustmentRequest,
} from './support-policy/3.1.1-notice.js';
export { type ProgrammeLengthFacts, type ProgrammeLength, type ProgrammeLengthTest, programmeLength } from './support-policy/4.1-length.js';
export { type SupportWindowFacts, type SupportWindow, type SupportWindowTest, supportWindow } from './support-policy/4.3-support-window.js';
export { type ReviewWindowFacts, type ReviewWindow, type ReviewWindowTest, reviewWindow } from './support-policy/4.4-review-window.js';
export {
  type SubmissionFacts,
  type SubmissionDetail,
  type AssessSubmissionTest,
  assessSubmission,
} from './support-policy/4.4-submission.js';
export {
  type QueryFacts,
  type QueryRoute,
  type RouteQueryTest,
  routeQuery,
  type CommunicationFacts,
  type AssessCommunicationTest,
  assessCommunication,
} from './support-policy/4.5-queries.js';
export {
  type AcademicSupportFacts,
  type FurtherKind,
  type AcademicSupport,
  type AcademicSupportTest,
  academicSupport,
  type MentorRequestFacts,
  type MentorRequestDetail,
  type AssessMentorRequestTest,
  assessMentorRequest,
} from './support-policy/6.1-academic-support.js';
export { type SupportRequestFacts, type AssessSupportRequestTest, assessSupportRequest } from './support-policy/6.1.5-support-requests.js';
export {
  type ReviewedFacts,
  type EntitlementsAfterReview,
  type EntitlementsAfterReviewTest,
  entitlementsAfterReview,
} from './support-policy/6.2.1-entitlements.js';
export { type FurtherSupportFacts, type AssessFurtherSupportTest, assessFurtherSupport } from './support-policy/6.2.2-further-support.js';
export {
  type NextCohortFacts,
  type CohortReason,
  type NextCohortDetail,
  type NextAvailableCohortTest,
  nextAvailableCohort,
} from './support-policy/6.2.3-next-cohort.js';
export {
  type ResubmissionFacts,
  type ResubmissionDetail,
  type AssessResubmissionTest,
  assessResubmission,
} from './support-policy/6.2.3-resubmission.js';
export {
  type AccessibilityFacts,
  type AccessibilitySupport,
  type AccessibilitySupportTest,
  accessibilitySupport,
} from './support-policy/6.3-accessibility.js';
export { type SupportAppealOpening, type SupportAppealEvent, supportAppealProcedure } from './support-policy/9.1-appeal-procedure.js';
export {
  type SupportAppealFacts,
  type SupportAppealDetail,
  type AssessSupportAppealTest,
  assessSupportAppeal,
} from './support-policy/9.1-appeal.js';
export { type AwardAppealOpening, type AwardAppealEvent, awardAppeal } from './award-appeals/4.1-appeal.js';
export { type CodeComplianceFacts, type AssessCodeComplianceTest, assessCodeCompliance } from './code-page/1-compliance.js';
export { type CodeCommitmentFacts, type AssessCodeCommitmentTest, assessCodeCommitment } from './code-page/3-commitment.js';
export { type MembershipApplicationOpening, type MembershipApplicationEvent, membershipApplication } from './code-page/4-application.js';
export { type MemberActionOpening, type MemberActionEvent, actionAgainstMember } from './code-page/9-action.js';
export { type ChallengeFacts, type ChallengeRoute, type RouteChallengeTest, routeChallenge } from './code-page/11-challenges.js';
export { type ConditionsChangeFacts, type AssessConditionsChangeTest, assessConditionsChange } from './code-page/13-conditions.js';
export { type StandardsFacts, type ApplicableStandardsTest, applicableStandards } from './code-page/14-standards.js';
export { type SuitabilityFacts, type SuitabilityFactorsTest, suitabilityFactors } from './code-page/suitability.js';

/** The type of each rule by its id. @since 0.1.0 */
export interface RulesById {
  readonly policyScope: typeof policyScope;
  readonly noticeDeadline: typeof noticeDeadline;
  readonly assessAdjustmentRequest: typeof assessAdjustmentRequest;
  readonly programmeLength: typeof programmeLength;
  readonly supportWindow: typeof supportWindow;
  readonly reviewWindow: typeof reviewWindow;
  readonly assessSubmission: typeof assessSubmission;
  readonly routeQuery: typeof routeQuery;
  readonly assessCommunication: typeof assessCommunication;
  readonly academicSupport: typeof academicSupport;
  readonly assessMentorRequest: typeof assessMentorRequest;
  readonly assessSupportRequest: typeof assessSupportRequest;
  readonly entitlementsAfterReview: typeof entitlementsAfterReview;
  readonly assessFurtherSupport: typeof assessFurtherSupport;
  readonly nextAvailableCohort: typeof nextAvailableCohort;
  readonly assessResubmission: typeof assessResubmission;
  readonly accessibilitySupport: typeof accessibilitySupport;
  readonly assessSupportAppeal: typeof assessSupportAppeal;
  readonly assessCodeCompliance: typeof assessCodeCompliance;
  readonly assessCodeCommitment: typeof assessCodeCommitment;
  readonly routeChallenge: typeof routeChallenge;
  readonly assessConditionsChange: typeof assessConditionsChange;
  readonly applicableStandards: typeof applicableStandards;
  readonly suitabilityFactors: typeof suitabilityFactors;
}
/** The id of a rule: its exported name. @since 0.1.0 */
export type RuleId = keyof RulesById;

type Worded<W> = W extends () => FindingWords<infer T> ? T : never;
/** The code of a test of a rule or of a procedure; each has its words in `explain`. @since 0.1.0 */
export type FindingCode =
  | EngineTest
  | MachineTest
  | LifecycleTest
  | { [R in RuleId]: TestOf<RulesById[R]> }[RuleId]
  | Worded<typeof awardAppealWords>
  | Worded<typeof applicationWords>
  | Worded<typeof reviewWords>
  | Worded<typeof actionWords>;

/**
 * The rules by id.
 *
 * @example rules.noticeDeadline.id // => 'noticeDeadline'
 * @since 0.1.0
 */
export const rules: Readonly<RulesById> & Readonly<Record<RuleId, AnyRule>> = /* @__PURE__ */ Object.freeze({
  policyScope,
  noticeDeadline,
  assessAdjustmentRequest,
  programmeLength,
  supportWindow,
  reviewWindow,
  assessSubmission,
  routeQuery,
  assessCommunication,
  academicSupport,
  assessMentorRequest,
  assessSupportRequest,
  entitlementsAfterReview,
  assessFurtherSupport,
  nextAvailableCohort,
  assessResubmission,
  accessibilitySupport,
  assessSupportAppeal,
  assessCodeCompliance,
  assessCodeCommitment,
  routeChallenge,
  assessConditionsChange,
  applicableStandards,
  suitabilityFactors,
} satisfies Readonly<Record<RuleId, AnyRule>>);
