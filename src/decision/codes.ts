// The names of rules and findings. Types only: the compiler holds rooms, wording and registers to the same lists.

/** Names a rule by its exported name. @since 0.1.0 */
export type RuleId =
  | 'programmeLength'
  | 'noticeDeadline'
  | 'assessAdjustmentRequest'
  | 'reviewWindow'
  | 'assessSubmission'
  | 'entitlementsAfterReview'
  | 'assessResubmission'
  | 'nextAvailableCohort'
  | 'assessSupportAppeal';

/** Names a test of a rule or of a procedure; each has one sentence in `explain`. @since 0.1.0 */
export type FindingCode = EngineCode | ProgrammeCode | AdjustmentCode | ReviewCode | AppealCode | LifecycleCode;

type EngineCode = 'calendar-covers-the-count' | 'enough-is-known';

type ProgrammeCode = 'programme-is-professional-formation' | 'six-months-lead-to-deadline' | 'twelve-months-lead-to-deadline';

type AdjustmentCode = 'notice-is-asked' | 'notice-precedes-start' | 'requested-by-latest-timely-date';

type ReviewCode =
  | 'a-cohort-is-available'
  | 'criteria-are-met'
  | 'feedback-follows-every-not-met'
  | 'feedback-is-promised-when-met'
  | 'first-review-grants-resubmission'
  | 'is-first-submission'
  | 'is-resubmitted'
  | 'is-submitted'
  | 'missed-first-deadline-restarts'
  | 'missed-first-deadline-withdraws'
  | 'never-resubmitted-is-late'
  | 'not-met-brings-feedback'
  | 'not-met-on-resubmission-restarts'
  | 'resubmission-deadline-has-passed'
  | 'resubmitted-by-deadline'
  | 'review-follows-deadline'
  | 'second-outcome-is-released'
  | 'second-review-has-a-window'
  | 'submission-deadline-has-passed'
  | 'submitted-by-deadline';

type AppealCode =
  | 'case-is-outlined'
  | 'discussed-with-team'
  | 'discussion-is-a-condition'
  | 'ground-is-sufficiency-of-support'
  | 'hour-of-receipt-is-known'
  | 'sent-to-membership-enquiries'
  | 'time-of-sending-is-known';

type LifecycleCode =
  | 'already-recorded'
  | 'award-follows-outcome'
  | 'deadline-day-is-over'
  | 'deadline-day-is-reached'
  | 'id-is-free'
  | 'later-portfolio-has-its-own-resubmission'
  | 'outcome-follows-submission'
  | 'programme-has-a-mentor'
  | 'programme-has-a-supporter'
  | 'restart-is-in-another-cohort'
  | 'restart-is-in-the-same-programme'
  | 'resubmission-follows-outcome'
  | 'stage-takes-event'
  | 'submission-follows-issue';
