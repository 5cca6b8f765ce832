// The package's one barrel: everything that a user of the rules and of the lifecycle needs.
export { InvalidFacts, isInvalidFacts, type Issue, type IssueCode, type NonEmpty, type Tried } from './data/issues.js';
export { OutsideCalendar } from './calendar/day-table.js';
export { plainDate, type PlainDate } from './calendar/dates.js';
export { instant, type Instant } from './calendar/instants.js';
export { londonDate, londonInstant } from './calendar/instants.js';

export { documents, type PolicyDocument } from './policy/documents.js';
export { clauses, type Clause } from './policy/clauses.js';
export type { ClauseId } from './policy/ids.js';
export {
  defaultReadings,
  type ConditionsEdition,
  type DocumentId,
  type EditionId,
  type HeldEditionId,
  type ReadingId,
  type Readings,
} from './policy/choices.js';
export { editions, type Edition } from './policy/editions.js';
export { readings, settledByTheWords, type Reading, type SettledPoint } from './policy/readings.js';
export { definePolicy, standardPolicy, type AnyPolicy, type Policy, type PolicyOptions } from './policy/policy.js';
export type { Cohort } from './policy/vocabulary.js';
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
  DutyCode,
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

export type { Basis, Deadline, Decision, Finding, Need, NoDetail, Settled, Undetermined, Value } from './decision/decision.js';
export type { Moment } from './decision/decision.js';
export type { AnswerOf, AnyRule, DetailOf, FactsOf, KnownFacts, OpenRule, OutcomeOf, Rule, TestOf } from './decision/rule.js';
export { decideAll, type RowResult } from './questions/decide-all.js';
export * from './rules.js';

export {
  inOrder,
  openCase,
  position,
  programmeLifecycle,
  readCase,
  replay,
  replayChain,
  safeReadCase,
  safeTransition,
  transition,
} from './support-policy/lifecycle/lifecycle.js';
export { positions } from './support-policy/lifecycle/positions.js';
export type { Case, CaseEvent, CaseEventType, Registration, RestartReason } from './support-policy/lifecycle/case.js';
export type { Effect, Entitlement, HeldEntitlement, PermittedEvent, Transition } from './support-policy/lifecycle/cells.js';
export type { Known, Position } from './support-policy/lifecycle/position.js';
export type { Duty, DutyEffect } from './machine/duties.js';
export type { Warning } from './support-policy/lifecycle/warnings.js';
export type { Machine, MachineCell, PermittedEventOf, TransitionOf } from './machine/table.js';
export type { ProcedureCase, ProcedureMachine, ProcedurePosition } from './machine/procedure.js';
export { limits, type DraftedLimit, type LimitId, type Limits, type Span } from './policy/limits.js';
export { compare } from './compare/compare.js';
export type { ComparedOver, Comparison, Difference, History, HistoryResult } from './compare/comparison.js';
export type { Cause } from './compare/changes.js';
export { checkCohorts, type CohortConcern, type CohortConcernCode } from './compare/check-cohorts.js';
export { visibleText } from './data/text.js';
export { explain, type Explainable, type Explanation } from './words/explain.js';
export { inWords } from './decision/words.js';
export { labels } from './words/every-label.js';
export type { Labels } from './words/labels.js';
export type { ExplanationStep, StepKind } from './words/standing.js';
export { whatWouldChange, type Change, type Witness } from './questions/what-would-change.js';
export { underEveryReading, type AnswerUnderReadings, type UnderEveryReading } from './questions/under-every-reading.js';
export { repair, type Repair, type RepairResult } from './questions/repair.js';
export type { RepairChange } from './questions/repair-moves.js';
export { questionsFor, type FactQuestion } from './questions/questions-for.js';
export { receipt, type Receipt } from './questions/receipt.js';
export {
  verifyReceipt,
  type MissingForReceipt,
  type ReceiptDifference,
  type Verification,
  type VerifyWith,
} from './questions/verify-receipt.js';
