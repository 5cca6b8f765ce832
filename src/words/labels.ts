// What each code is called in plain words: stages, events, duties and their statuses, entitlements, roles, outcomes, needs and warnings.
import { deepFreeze } from '../data/objects.js';
import type { SupportAppealEvent, AwardAppealEvent, MemberActionEvent, MembershipApplicationEvent, RuleId, RulesById } from '../rules.js';
import type { Need } from '../decision/decision.js';
import type { OutcomeOf } from '../decision/rule.js';
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
type OutcomeCode = { readonly [R in RuleId]: OutcomeOf<RulesById[R]> & string }[RuleId] | 'undetermined';

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
}

/**
 * The plain words for every code of an answer, for a page or a letter of your own. `explain` uses the same.
 *
 * @example labels.stage['criteria-not-met'] // => 'criteria not met'
 * @example labels.event['portfolio-resubmitted'] // => 'the portfolio was resubmitted'
 * @example labels.duty['submit-portfolio'] // => 'submit the portfolio'
 * @since 0.1.0
 */
export const labels: Labels = /* @__PURE__ */ deepFreeze<Labels>({
  stage: {
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
  },
  event: {
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
  },
  duty: {
    'appoint-supporter': 'appoint a supporter',
    'request-mentor': 'ask SET to appoint a mentor',
    'submit-portfolio': 'submit the portfolio',
    'give-written-feedback': 'give detailed written feedback',
    'resubmit-portfolio': 'resubmit the portfolio free of charge',
    'award-status': 'award the status',
    restart: 'start again with a new portfolio in the next available cohort',
    'answer-appeal': 'answer the appeal in writing',
    'request-explanation': 'ask for an explanation of the decision',
    'give-explanation': 'explain the decision in writing',
    'lodge-appeal': 'send the grounds for an appeal',
    'acknowledge-information': 'acknowledge the information',
    'consider-information': 'consider the information',
    'decide-on-information': 'decide on the information',
    'review-application': 'review the application',
    'decide-review': 'decide the review',
  },
  status: {
    upcoming: 'upcoming',
    'due-today': 'due today',
    overdue: 'overdue',
    lapsed: 'lapsed',
    'no-limit-stated': 'no time limit stated',
    'limit-not-known': 'time limit not known',
  },
  entitlement: {
    'in-programme-support': 'in-programme support',
    'written-feedback': 'written feedback',
    'free-resubmission': 'one free resubmission',
    'further-support-by-arrangement': 'further support, as arranged beforehand',
  },
  role: {
    participant: 'the participant',
    supporter: 'the supporter',
    mentor: 'the mentor',
    'professional-status-team': 'the Professional Status Team',
    reviewers: 'the reviewers',
    set: 'SET',
    member: 'the member',
    'head-of-professional-status': 'the Head of Professional Status',
    'set-operations-manager': 'the SET Operations Manager',
    referrer: 'the referrer',
  },
  outcome: {
    'in-scope': 'covered by the support policy',
    'out-of-scope': 'not covered by the support policy',
    computed: 'worked out',
    timely: 'in time',
    late: 'late',
    'no-notice-asked': 'no notice needed',
    'as-described': 'as long as the policy describes',
    departs: 'not as long as the policy describes',
    open: 'open',
    'not-yet-open': 'not open yet',
    closed: 'closed',
    'in-time': 'submitted in time',
    'awaiting-submission': 'waiting for the submission',
    restart: 'restart with a new portfolio',
    withdrawn: 'withdrawn',
    'membership-enquiries': 'ask membership enquiries',
    'professional-formation': 'ask the professional formation inbox',
    technical: 'ask the technical inbox',
    'ats-inbox': 'ask the ATS inbox',
    'support-communication': 'a support communication',
    other: 'not a support communication',
    supporter: 'support from a supporter',
    mentor: 'support from a mentor',
    'may-request': 'may ask SET to appoint a mentor',
    'already-has-mentor': 'has a mentor already',
    'appoint-your-own': 'appoints a supporter instead',
    provided: 'given',
    'not-provided': 'not given',
    limited: 'limit on requests reached',
    award: 'status to be awarded',
    'feedback-and-resubmission': 'written feedback and one free resubmission',
    'feedback-and-restart': 'written feedback, and restart with a new portfolio',
    'by-prior-arrangement': 'given as arranged beforehand',
    'not-granted': 'not given',
    found: 'cohort found',
    'none-known': 'no known cohort is available',
    'awaiting-resubmission': 'waiting for the resubmission',
    'awaiting-outcome': 'waiting for the outcome',
    available: 'available',
    'wrong-procedure': 'belongs to another procedure',
    incomplete: 'incomplete',
    'discuss-first': 'discuss the support first',
    admissible: 'can go ahead',
    'no-bar': 'nothing against membership',
    'not-a-bar': 'cannot end membership',
    bar: 'ends membership',
    'judgement-needed': 'for SET to decide',
    committed: 'committed to the Code',
    'renewal-due': 'commitment to be renewed',
    'not-committed': 'not committed to the Code',
    'support-appeal': 'appeal about support',
    'award-appeal': 'appeal under the awards appeals policy',
    objection: 'objection',
    complaint: 'complaint',
    'action-against-member': 'procedures on the conduct of members',
    'adjustments-policy': 'reasonable adjustments policy',
    'not-covered': 'not covered by a known document',
    'enough-notice': 'told in time',
    'short-notice': 'told too late',
    'set-code': "SET's Code applies",
    'set-code-and-teachers-standards': "SET's Code and the Teachers' Standards apply",
    undetermined: 'not settled',
  },
  need: {
    fact: 'a fact that was not given',
    judgement: 'a decision that a person has to make',
    document: 'a document that is not included',
    calendar: 'bank holidays that the calendar does not cover',
  },
  warning: {
    'cohort-departs-from-described-length': 'the cohort is not as long as the policy describes',
    'notice-deadline-before-entry-opens': 'entry opens after the last day for notice',
    'resubmission-deadline-after-next-cohort-starts': 'the next known cohort starts before this resubmission deadline',
    'submitted-late': 'the portfolio was submitted late',
    'submission-deadline-recorded-as-missed': 'the submission deadline was missed',
    'missed-deadline-not-recorded': 'a deadline has passed and is not recorded as missed',
  },
});
