// The package's one barrel: everything that a user of the rules and of the lifecycle needs, by name.
export { InvalidFacts, type Issue, type NonEmpty } from './data/issues.js';
export { OutsideCalendar } from './calendar/day-table.js';
export { plainDate, type PlainDate } from './calendar/dates.js';
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

export { assessAdjustmentRequest, noticeDeadline } from './support-policy/3.1.1-notice.js';
export type { AdjustmentRequestDetail, AdjustmentRequestFacts, NoticeDates, NoticeDeadlineFacts } from './support-policy/3.1.1-notice.js';
export { reviewWindow, type ReviewWindow, type ReviewWindowFacts } from './support-policy/4.4-review-window.js';
export { assessSubmission, type SubmissionDetail, type SubmissionFacts } from './support-policy/4.4-submission.js';
export { entitlementsAfterReview, type EntitlementsAfterReview, type ReviewedFacts } from './support-policy/6.2.1-entitlements.js';
export { assessResubmission, type ResubmissionDetail, type ResubmissionFacts } from './support-policy/6.2.3-resubmission.js';
export { nextAvailableCohort, type CohortReason, type NextCohortDetail, type NextCohortFacts } from './support-policy/6.2.3-next-cohort.js';
export { assessSupportAppeal, type SupportAppealDetail, type SupportAppealFacts } from './support-policy/9.1-appeal.js';
export { routeChallenge, type ChallengeFacts, type ChallengeRoute } from './code-page/11-challenges.js';
export { assessCodeCommitment, type CodeCommitmentFacts } from './code-page/3-commitment.js';
export { assessCodeCompliance, type CodeComplianceFacts } from './code-page/1-compliance.js';
export { assessConditionsChange, type ConditionsChangeFacts } from './code-page/13-conditions.js';
export { applicableStandards, type StandardsFacts } from './code-page/14-standards.js';
export { suitabilityFactors, type SuitabilityFacts } from './code-page/suitability.js';
export { policyScope, type PolicyScopeFacts } from './support-policy/2.1-scope.js';
export { assessFurtherSupport, type FurtherSupportFacts } from './support-policy/6.2.2-further-support.js';
export { academicSupport, assessMentorRequest } from './support-policy/6.1-academic-support.js';
export type {
  AcademicSupport,
  AcademicSupportFacts,
  FurtherKind,
  MentorRequestDetail,
  MentorRequestFacts,
} from './support-policy/6.1-academic-support.js';
export { supportWindow, type SupportWindow, type SupportWindowFacts } from './support-policy/4.3-support-window.js';
export { assessSupportRequest, type SupportRequestFacts } from './support-policy/6.1.5-support-requests.js';
export {
  assessCommunication,
  routeQuery,
  type CommunicationFacts,
  type QueryFacts,
  type QueryRoute,
} from './support-policy/4.5-queries.js';
export { accessibilitySupport, type AccessibilityFacts, type AccessibilitySupport } from './support-policy/6.3-accessibility.js';
export { programmeLength, type ProgrammeLength, type ProgrammeLengthFacts } from './support-policy/4.1-length.js';

export {
  inOrder,
  openCase,
  position,
  programmeLifecycle,
  readCase,
  replay,
  replayChain,
  transition,
} from './support-policy/lifecycle/lifecycle.js';
export type { Case, Registration, RestartReason } from './support-policy/lifecycle/case.js';
export type { CaseEvent, CaseEventType } from './support-policy/lifecycle/event.js';
export type { Effect, Entitlement, PermittedEvent, Transition } from './support-policy/lifecycle/effect.js';
export type { Known, Position } from './support-policy/lifecycle/position.js';
export type { Duty } from './machine/duties.js';
export type { Warning } from './support-policy/lifecycle/warnings.js';
export type { Machine, MachineCell } from './machine/table.js';
export { supportAppealProcedure, type SupportAppealEvent, type SupportAppealOpening } from './support-policy/9.1-appeal-procedure.js';
export { awardAppeal, type AwardAppealEvent, type AwardAppealOpening } from './award-appeals/4.1-appeal.js';
export { actionAgainstMember, type MemberActionEvent, type MemberActionOpening } from './code-page/9-action.js';
export { membershipApplication, type MembershipApplicationEvent, type MembershipApplicationOpening } from './code-page/4-application.js';
export type { DutyEffect } from './machine/duties.js';
export type { ProcedureCase, ProcedureMachine, ProcedurePosition } from './machine/procedure.js';
export { visibleText } from './words/visible-text.js';
export { explain, type Explainable, type Explanation, type ExplanationStep } from './words/explain.js';
export type { StepKind } from './words/standing.js';
export { whatWouldChange, type Change, type Witness } from './questions/what-would-change.js';
export { underEveryReading, type AnswerUnderReadings, type UnderEveryReading } from './questions/under-every-reading.js';
export { questionsFor, type FactQuestion } from './questions/questions-for.js';
export { receipt, type Receipt } from './questions/receipt.js';
export {
  verifyReceipt,
  type MissingForReceipt,
  type ReceiptDifference,
  type Verification,
  type VerifyWith,
} from './questions/verify-receipt.js';
