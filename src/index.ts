// The package's one barrel: everything that a user of the rules and of the lifecycle needs, by name.
export { InvalidFacts, OutsideCalendar, type Issue, type NonEmpty } from './calendar/errors.js';
export { plainDate, type PlainDate } from './calendar/days.js';
export { instant, type Instant } from './calendar/instants.js';
export { londonDate, londonInstant } from './calendar/london.js';

export { documents, type PolicyDocument } from './policy/documents.js';
export { clauses, type Clause } from './policy/clauses.js';
export type { ClauseId, DocumentId } from './policy/ids.js';
export {
  defaultReadings,
  type ConditionsEdition,
  type EditionId,
  type HeldEditionId,
  type ReadingId,
  type Readings,
} from './policy/choices.js';
export { editions, type Edition } from './policy/editions.js';
export { readings, settledByTheWords, type Reading, type SettledPoint } from './policy/readings.js';
export { definePolicy, standardPolicy, type AnyPolicy, type Policy, type PolicyOptions } from './policy/policy.js';
export type { Cohort } from './policy/cohort.js';
export type {
  AccessibilityNeed,
  Addressee,
  AppealAddressee,
  AppealMedium,
  AppealGround,
  Ask,
  Attempt,
  AwardAppealGround,
  Challenger,
  ChallengeSubject,
  CodePart,
  FurtherSupportAnswer,
  InformationSource,
  Medium,
  Programme,
  Purpose,
  Requirement,
  ReviewOutcome,
  Role,
  Sector,
  Stage,
  Starter,
  Topic,
  WrittenFeedbackState,
} from './policy/vocabulary.js';

export type { Basis, Deadline, Decision, Finding, Need, NoDetail, Settled, Span, Undetermined, Value } from './decision/decision.js';
export type { DutyCode, FindingCode, RuleId } from './decision/codes.js';
export type { Moment } from './decision/moments.js';
export type { AnswerOf, AnyRule, DetailOf, FactsOf, KnownFacts, OpenRule, OutcomeOf, Rule } from './decision/rule.js';
export { decideAll, type RowResult } from './decision/decide-all.js';
export { rules, type RulesById } from './rules.js';

export { assessAdjustmentRequest, noticeDeadline } from './adjustments/notice.js';
export type { AdjustmentRequestDetail, AdjustmentRequestFacts, NoticeDates, NoticeDeadlineFacts } from './adjustments/notice.js';
export { reviewWindow, type ReviewWindow, type ReviewWindowFacts } from './review/review-window.js';
export { assessSubmission, type SubmissionDetail, type SubmissionFacts } from './review/submission.js';
export { entitlementsAfterReview, type EntitlementsAfterReview, type ReviewedFacts } from './review/entitlements.js';
export { assessResubmission, type ResubmissionDetail, type ResubmissionFacts } from './review/resubmission.js';
export { nextAvailableCohort, type CohortReason, type NextCohortDetail, type NextCohortFacts } from './review/next-cohort.js';
export { assessSupportAppeal, type SupportAppealDetail, type SupportAppealFacts } from './appeals/support-appeal.js';
export { routeChallenge, type ChallengeFacts, type ChallengeRoute } from './appeals/route-challenge.js';
export { assessCodeCommitment, type CodeCommitmentFacts } from './membership/code-commitment.js';
export { assessCodeCompliance, type CodeComplianceFacts } from './membership/code-compliance.js';
export { assessConditionsChange, type ConditionsChangeFacts } from './membership/conditions-change.js';
export { applicableStandards, type StandardsFacts } from './membership/standards.js';
export { suitabilityFactors, type SuitabilityFacts } from './membership/suitability-factors.js';
export { policyScope, type PolicyScopeFacts } from './programme/scope.js';
export { assessFurtherSupport, type FurtherSupportFacts } from './adjustments/further-support.js';
export { academicSupport, assessMentorRequest } from './support/academic-support.js';
export type {
  AcademicSupport,
  AcademicSupportFacts,
  FurtherKind,
  MentorRequestDetail,
  MentorRequestFacts,
} from './support/academic-support.js';
export { supportWindow, type SupportWindow, type SupportWindowFacts } from './support/window.js';
export { assessSupportRequest, type SupportRequestFacts } from './support/requests.js';
export { assessCommunication, routeQuery, type CommunicationFacts, type QueryFacts, type QueryRoute } from './support/queries.js';
export { accessibilitySupport, type AccessibilityFacts, type AccessibilitySupport } from './support/accessibility.js';
export { programmeLength, type ProgrammeLength, type ProgrammeLengthFacts } from './programme/length.js';

export { inOrder, openCase, position, programmeLifecycle, readCase, replay, replayChain, transition } from './lifecycle/lifecycle.js';
export type { Case, Registration, RestartReason } from './lifecycle/case.js';
export type { CaseEvent, CaseEventType } from './lifecycle/event.js';
export type { Effect, Entitlement, PermittedEvent, Transition } from './lifecycle/effect.js';
export type { Known, Position } from './lifecycle/position.js';
export type { Duty } from './machine/duties.js';
export type { Warning } from './lifecycle/warnings.js';
export type { Machine, MachineCell } from './machine/table.js';
export { supportAppealProcedure, type SupportAppealEvent, type SupportAppealOpening } from './appeals/support-appeal-procedure.js';
export { awardAppeal, type AwardAppealEvent, type AwardAppealOpening } from './appeals/award-appeal.js';
export { actionAgainstMember, type MemberActionEvent, type MemberActionOpening } from './membership/action-against-member.js';
export {
  membershipApplication,
  type MembershipApplicationEvent,
  type MembershipApplicationOpening,
} from './membership/membership-application.js';
export type { DutyEffect } from './machine/duties.js';
export type { ProcedureCase, ProcedureMachine, ProcedurePosition } from './machine/procedure.js';
export { visibleText } from './answers/visible-text.js';
export { explain, type Explainable, type Explanation, type ExplanationStep } from './answers/explain.js';
export type { StepKind } from './answers/standing.js';
export { whatWouldChange, type Change, type Witness } from './answers/what-would-change.js';
export { underEveryReading, type AnswerUnderReadings, type UnderEveryReading } from './answers/under-every-reading.js';
export { questionsFor, type FactQuestion } from './answers/questions-for.js';
export { receipt, type Receipt } from './answers/receipt.js';
export {
  verifyReceipt,
  type MissingForReceipt,
  type ReceiptDifference,
  type Verification,
  type VerifyWith,
} from './answers/verify-receipt.js';
