// What each code is called in plain words: stages, events, duties and their statuses, entitlements, roles, outcomes, needs, warnings and concerns.
import type { CohortConcernCode } from '../compare/check-cohorts.js';
import { deepFreeze } from '../data/objects.js';
import type { SupportAppealEvent, AwardAppealEvent, MemberActionEvent, MembershipApplicationEvent } from '../rules.js';
import type { Need } from '../decision/decision.js';
import type { OutcomeCode } from '../decision/words.js';
import type { Duty } from '../machine/duties.js';
import type { DutyCode, Role, Stage } from '../policy/vocabulary.js';
import type { CaseEventType } from '../support-policy/lifecycle/case.js';
import type { Entitlement } from '../support-policy/lifecycle/cells.js';
import type { Warning } from '../support-policy/lifecycle/warnings.js';

type ProcedureStep = (SupportAppealEvent | AwardAppealEvent | MemberActionEvent | MembershipApplicationEvent)['type'];
/** The type of an event of the programme, or of a procedure. */
export type EventCode = CaseEventType | ProcedureStep;
/** A stage of the programme, or of a procedure: each step of a procedure leads to the stage of its name. */
type StageCode = Stage | ProcedureStep | 'opened' | 'decision-received' | 'information-received' | 'applied';

/** Plain words for every code of an answer, by code. They are parts of sentences: without a capital letter, and without a full stop. @since 0.1.0 */
export interface Labels {
  /** The stage of a case, as `criteria not met`. */
  readonly stage: Readonly<Record<StageCode, string>>;
  /** What happened, as `the portfolio was resubmitted`. */
  readonly event: Readonly<Record<EventCode, string>>;
  /** What somebody has to do or may do, as `submit the portfolio`. */
  readonly duty: Readonly<Record<DutyCode, string>>;
  /** How a duty stands on the day that is asked about, as `due today`. */
  readonly status: Readonly<Record<Duty['status'], string>>;
  readonly entitlement: Readonly<Record<Entitlement, string>>;
  /** A person or body, as `the participant`. */
  readonly role: Readonly<Record<Role, string>>;
  /** The outcome of a rule. Rules that share an outcome share its words. */
  readonly outcome: Readonly<Record<OutcomeCode, string>>;
  readonly need: Readonly<Record<Need['kind'], string>>;
  readonly warning: Readonly<Record<Warning['code'], string>>;
  /** What `checkCohorts` finds about the dates of a cohort, as `the date is on a weekend`. */
  readonly concern: Readonly<Record<CohortConcernCode, string>>;
}

// A table each, and those of the families elsewhere, so that who shows one brings no other.
export const stageLabels: Labels['stage'] = /* @__PURE__ */ deepFreeze({
  registered: 'registered',
  'in-programme': 'in programme',
  submitted: 'submitted',
  'under-review': 'under review',
  'criteria-met': 'criteria met',
  'criteria-not-met': 'criteria not met',
  resubmitted: 'resubmitted',
  'under-second-review': 'under second review',
  'restart-required': 'restart required',
  awarded: 'awarded',
  restarted: 'restarted',
  withdrawn: 'withdrawn',

  opened: 'opened',
  discussed: 'support discussed',
  'appeal-received': 'appeal received',
  answered: 'appeal answered',

  'decision-received': 'decision received',
  'explanation-requested': 'explanation requested',
  explained: 'explanation received',
  'appeal-lodged': 'appeal lodged',
  'appeal-decided': 'appeal decided',

  'information-received': 'information received',
  acknowledged: 'information acknowledged',
  considered: 'information considered',
  decided: 'decision made',

  applied: 'applied for membership',
  'code-committed': 'committed to the Code',
  reviewed: 'application reviewed',
  'review-requested': 'review requested',
  'review-decided': 'review decided',
});
export const eventLabels: Labels['event'] = /* @__PURE__ */ deepFreeze({
  'portfolio-issued': 'the portfolio was issued',
  'supporter-appointed': 'the participant appointed a supporter',
  'mentor-requested': 'the participant asked SET to appoint a mentor',
  'mentor-appointed': 'a mentor was appointed',
  'adjustments-requested': 'the participant asked for reasonable adjustments',
  'special-arrangement-agreed': 'a special arrangement was agreed',
  'portfolio-submitted': 'the portfolio was submitted',
  'submission-deadline-missed': 'the submission deadline was missed',
  'review-started': 'the review started',
  'outcome-released': 'the outcome of a review was released',
  'feedback-issued': 'the written feedback was issued',
  'portfolio-resubmitted': 'the portfolio was resubmitted',
  'resubmission-deadline-missed': 'the resubmission deadline was missed',
  'second-review-started': 'the second review started',
  'status-awarded': 'the status was awarded',
  restarted: 'the participant restarted with a new portfolio',
  withdrawn: 'the participant withdrew',

  discussed: 'the participant discussed the support with the Team',
  'appeal-received': 'the appeal was received',
  answered: 'the appeal was answered',

  'explanation-requested': 'the member asked for an explanation',
  explained: 'the member received the explanation',
  'appeal-lodged': 'the member sent the grounds for an appeal',
  'appeal-decided': 'the appeal was decided',

  acknowledged: 'the information was acknowledged',
  considered: 'the information was considered',
  decided: 'a decision on the information was made',

  'code-committed': 'the applicant committed to the Code',
  reviewed: 'the application was reviewed',
  'review-requested': 'a review of the decision was requested',
  'review-decided': 'the review of the decision was decided',
});
export const dutyLabels: Labels['duty'] = /* @__PURE__ */ deepFreeze({
  'appoint-supporter': 'appoint a supporter',
  'request-mentor': 'ask SET to appoint a mentor, where none can be found',
  'submit-portfolio': 'submit the portfolio',
  'give-written-feedback': 'give detailed written feedback',
  'resubmit-portfolio': 'resubmit the portfolio free of charge',
  'award-status': 'award the status',
  restart: 'take up the restart with a new portfolio in the next available cohort',
  'answer-appeal': 'respond to the appeal in writing',
  'request-explanation': 'ask for an explanation of the decision',
  'give-explanation': 'explain the decision in writing',
  'lodge-appeal': 'send the grounds for an appeal',
  'acknowledge-information': 'acknowledge the information',
  'consider-information': 'consider the information',
  'decide-on-information': 'decide on the information',
  'review-application': 'review the application',
  'decide-review': 'decide the review',
});
export const statusLabels: Labels['status'] = /* @__PURE__ */ deepFreeze({
  upcoming: 'upcoming',
  'due-today': 'due today',
  overdue: 'overdue',
  lapsed: 'lapsed',
  'no-limit-stated': 'no time limit stated',
  'limit-not-known': 'time limit not known',
});
export const entitlementLabels: Labels['entitlement'] = /* @__PURE__ */ deepFreeze({
  'in-programme-support': 'in-programme support',
  'written-feedback': 'written feedback',
  'free-resubmission': 'one free resubmission',
  'further-support-by-arrangement': 'further support, as arranged beforehand',
});
export const roleLabels: Labels['role'] = /* @__PURE__ */ deepFreeze({
  participant: 'the participant',
  supporter: 'the supporter',
  mentor: 'the mentor',
  'professional-status-team': 'the Professional Status Team',
  reviewers: 'the reviewing and moderation team',
  set: 'SET',
  member: 'the member',
  'head-of-professional-status': 'the Head of Professional Status',
  'set-operations-manager': 'the SET Operations Manager',
  referrer: 'the referrer',
});
export const needLabels: Labels['need'] = /* @__PURE__ */ deepFreeze({
  fact: 'a fact that was not given',
  judgement: 'a decision that a person has to make',
  document: 'a document that is not included',
  calendar: 'bank holidays that the calendar does not cover',
});
// What is unusual about the dates of a cohort, for a warning and for a concern: each by itself, so that who shows neither brings neither.
const OTHER_LENGTH = 'the length differs from what the policy describes';
const LATE_ENTRY = 'entry opens after the last day for notice';
const NEXT_COHORT_FIRST = 'the next known cohort starts before this resubmission deadline';
export const warningLabels: Labels['warning'] = /* @__PURE__ */ deepFreeze({
  'cohort-departs-from-described-length': OTHER_LENGTH,
  'notice-deadline-before-entry-opens': LATE_ENTRY,
  'resubmission-deadline-after-next-cohort-starts': NEXT_COHORT_FIRST,
  'submitted-late': 'the portfolio was submitted late',
  'submission-deadline-recorded-as-missed': 'the submission deadline was missed',
  'missed-deadline-not-recorded': 'a deadline has passed and is not recorded as missed',
});
export const concernLabels: Labels['concern'] = /* @__PURE__ */ deepFreeze({
  'on-a-weekend': 'the date is on a weekend',
  'on-a-bank-holiday': 'the date is on a bank holiday',
  'in-a-closure': 'the date is in a closure',
  'notice-before-entry-opens': LATE_ENTRY,
  'resubmission-after-next-cohort-starts': NEXT_COHORT_FIRST,
  'length-departs': OTHER_LENGTH,
  'results-before-review-ends': 'the results come before the review has ended',
  'answer-crosses-christmas': "the member's working days to ask why run over Christmas",
  'repeats-last-year': 'each date has the day and month of a cohort of the year before',
  'id-twice': 'another cohort has the same id',
  'calendar-ends': 'the bank holidays that this needs are not known',
});
