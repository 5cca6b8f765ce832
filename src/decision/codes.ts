// The names of rules, findings and duties. Types only: the compiler holds rooms, wording and registers to the same lists.

/** Names a rule by its exported name. @since 0.1.0 */
export type RuleId =
  | 'policyScope'
  | 'programmeLength'
  | 'noticeDeadline'
  | 'assessAdjustmentRequest'
  | 'academicSupport'
  | 'assessMentorRequest'
  | 'supportWindow'
  | 'assessSupportRequest'
  | 'routeQuery'
  | 'assessCommunication'
  | 'accessibilitySupport'
  | 'reviewWindow'
  | 'assessSubmission'
  | 'entitlementsAfterReview'
  | 'assessFurtherSupport'
  | 'assessResubmission'
  | 'nextAvailableCohort'
  | 'assessSupportAppeal'
  | 'routeChallenge'
  | 'assessCodeCommitment'
  | 'assessCodeCompliance'
  | 'applicableStandards'
  | 'assessConditionsChange'
  | 'suitabilityFactors';

/** Names a test of a rule or of a procedure; each has one sentence in `explain`. @since 0.1.0 */
export type FindingCode =
  | EngineCode
  | ProgrammeCode
  | SupportCode
  | AdjustmentCode
  | ReviewCode
  | AppealCode
  | ChallengeCode
  | MembershipCode
  | LifecycleCode
  | ProcedureCode;

type EngineCode = 'calendar-covers-the-count' | 'clause-is-held' | 'enough-is-known';

type ProgrammeCode =
  | 'is-a-member'
  | 'is-between-registration-and-award'
  | 'programme-is-professional-formation'
  | 'six-months-lead-to-deadline'
  | 'twelve-months-lead-to-deadline';

type SupportCode =
  | 'arrangement-was-made-before'
  | 'asks-for-feedback'
  | 'asks-for-formative-assessment'
  | 'asks-for-further-support'
  | 'is-under-review-or-after'
  | 'asks-for-student-finance'
  | 'asks-for-support'
  | 'asks-for-tutorial'
  | 'tutorials-are-left-out'
  | 'ats-eligibility-has-an-address'
  | 'ats-queries-have-an-inbox'
  | 'communications-are-regular'
  | 'first-not-met-is-known'
  | 'formation-queries-have-inboxes'
  | 'formative-assessment-is-not-given'
  | 'further-support-is-listed'
  | 'general-queries-are-answered'
  | 'guidance-notes-are-given'
  | 'has-withdrawn'
  | 'is-email-or-call'
  | 'is-to-the-team'
  | 'mentor-is-identified'
  | 'no-restart-has-closed-support'
  | 'number-of-requests-is-known'
  | 'restart-follows-a-review'
  | 'outcome-is-awaited'
  | 'participant-appoints-own'
  | 'participant-appoints-supporter'
  | 'participant-started-it'
  | 'participants-are-not-students'
  | 'portfolio-is-issued'
  | 'portfolio-is-submitted'
  | 'programme-is-for-qualified-professionals'
  | 'query-is-about-ats-portfolio'
  | 'query-is-about-eligibility'
  | 'query-is-from-professional-formation'
  | 'query-is-general'
  | 'requests-are-within-the-limit'
  | 'second-not-met-is-known'
  | 'set-may-appoint-mentor'
  | 'special-arrangement-is-agreed'
  | 'support-has-not-ended'
  | 'support-is-open-at-this-stage'
  | 'supporter-leads-in-qtls'
  | 'team-has-set-a-limit'
  | 'tools-are-in-the-portfolio'
  | 'tools-are-on-the-website'
  | 'webinars-are-given'
  | 'workplace-arrangements-come-first';

type AdjustmentCode =
  | 'adjustments-applied-for-before-start'
  | 'adjustments-applied-for-in-time'
  | 'adjustments-were-applied-for'
  | 'timely-application-is-asked'
  | 'notice-is-asked'
  | 'notice-precedes-start'
  | 'requested-by-latest-timely-date';

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
  | 'any-email-is-answered'
  | 'case-is-outlined'
  | 'discussed-with-team'
  | 'discussion-is-a-condition'
  | 'ground-is-sufficiency-of-support'
  | 'hour-of-receipt-is-known'
  | 'sent-by-email'
  | 'sent-to-membership-enquiries'
  | 'time-of-sending-is-known';

type ChallengeCode =
  | 'actions-policy-governs'
  | 'adjustments-have-their-own-policy'
  | 'appeals-document-is-not-held'
  | 'award-appeals-leave-it-out'
  | 'award-appeals-policy-governs'
  | 'challenger-is-a-member'
  | 'challenger-is-a-participant'
  | 'disciplinary-policy-governs'
  | 'first-ground-is-procedural-error'
  | 'head-explains-in-writing'
  | 'information-is-acknowledged'
  | 'is-a-complaint'
  | 'is-a-concern-about-a-member'
  | 'is-about-a-membership-decision'
  | 'is-about-an-award'
  | 'is-about-the-support-received'
  | 'member-asks-for-an-explanation'
  | 'member-sends-the-grounds'
  | 'non-members-may-object'
  | 'objection-has-three-stages'
  | 'objection-is-on-evidence-or-procedure'
  | 'objection-limits-are-not-held'
  | 'objections-policy-governs'
  | 'team-answers-in-writing';

type MembershipCode =
  | 'breach-ends-membership'
  | 'code-binds-members'
  | 'code-is-complied-with'
  | 'commitment-is-for-each-membership-year'
  | 'commitment-is-made'
  | 'commitment-is-made-by-then'
  | 'commitment-is-of-this-membership-year'
  | 'harm-is-done-or-risked'
  | 'insight-and-remorse-are-a-factor'
  | 'keeping-one-breaches-neither'
  | 'members-are-told-of-changes'
  | 'nature-and-seriousness-are-weighed'
  | 'notice-of-change-is-long-enough'
  | 'only-the-mandatory-part-can-bar'
  | 'part-is-mandatory'
  | 'public-confidence-is-at-stake'
  | 'repetition-is-a-risk'
  | 'shows-insight-and-remorse'
  | 'shows-rehabilitation'
  | 'teaches-in-schools'
  | 'third-parties-have-decided'
  | 'took-place-in-an-educational-setting';

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
  | 'outcome-follows-deadline'
  | 'restart-cohort-has-open-entry'
  | 'restart-cohort-starts-after-trigger'
  | 'restart-is-in-another-cohort'
  | 'restart-is-in-the-same-programme'
  | 'resubmission-follows-outcome'
  | 'stage-takes-event'
  | 'submission-follows-issue';

type ProcedureCode =
  | 'acceptance-follows-commitment'
  | 'decision-is-against'
  | 'document-governs'
  | 'follows-what-it-answers'
  | 'grounds-are-held'
  | 'hearings-are-private'
  | 'members-take-part'
  | 'no-limit-binds-the-participant'
  | 'source-is-a-referrer'
  | 'step-is-in-time';

/** A thing that somebody has to do, or may do. @since 0.1.0 */
export type DutyCode =
  | 'appoint-supporter'
  | 'request-mentor'
  | 'submit-portfolio'
  | 'give-written-feedback'
  | 'resubmit-portfolio'
  | 'award-status'
  | 'restart'
  | 'answer-appeal'
  | 'request-explanation'
  | 'give-explanation'
  | 'lodge-appeal'
  | 'acknowledge-information'
  | 'consider-information'
  | 'decide-on-information'
  | 'review-application'
  | 'decide-review';
