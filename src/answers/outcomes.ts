// One sentence for each outcome of each rule; a detail that is not known is left out of it.
import type { assessAdjustmentRequest, noticeDeadline } from '../adjustments/notice.js';
import type { assessSupportAppeal } from '../appeals/support-appeal.js';
import type { RuleId } from '../decision/codes.js';
import type { Deadline } from '../decision/decision.js';
import type { DetailOf, OutcomeOf } from '../decision/rule.js';
import type { programmeLength } from '../programme/length.js';
import type { entitlementsAfterReview } from '../review/entitlements.js';
import type { nextAvailableCohort } from '../review/next-cohort.js';
import type { assessResubmission } from '../review/resubmission.js';
import type { reviewWindow } from '../review/review-window.js';
import type { assessSubmission } from '../review/submission.js';
import { day, moment, plural } from './phrases.js';

interface AllRules {
  readonly programmeLength: typeof programmeLength;
  readonly noticeDeadline: typeof noticeDeadline;
  readonly assessAdjustmentRequest: typeof assessAdjustmentRequest;
  readonly reviewWindow: typeof reviewWindow;
  readonly assessSubmission: typeof assessSubmission;
  readonly entitlementsAfterReview: typeof entitlementsAfterReview;
  readonly assessResubmission: typeof assessResubmission;
  readonly nextAvailableCohort: typeof nextAvailableCohort;
  readonly assessSupportAppeal: typeof assessSupportAppeal;
}
type Phrase<D> = string | ((detail: Partial<D>) => string);
type Outcomes = { readonly [R in RuleId]: { readonly [O in OutcomeOf<AllRules[R]>]: Phrase<DetailOf<AllRules[R]>> } };

const answered = ({ responseDue, responded }: Partial<DetailOf<typeof assessSupportAppeal>>): string =>
  [
    responseDue && `; the Professional Status Team answers in writing by ${due(responseDue)}`,
    responded === 'in-time' && ', and has done so in time',
    responded === 'late' && ', and answered late',
    responded === 'overdue' && ', and that day has passed without an answer',
  ]
    .filter(Boolean)
    .join('');

const outcomes: Outcomes = {
  programmeLength: {
    'as-described': ({ describedMonths }) =>
      `The cohort's dates are as the programme is described: ${plural(describedMonths ?? 0, 'month')}`,
    departs: ({ describedMonths }) =>
      `The cohort's dates depart from the ${plural(describedMonths ?? 0, 'month')} that describe the programme; its own dates hold`,
  },
  noticeDeadline: {
    computed: ({ latestTimely, firstLate }) =>
      latestTimely && firstLate
        ? `A request is in time up to and including ${day(latestTimely)}, and late from ${day(firstLate)}`
        : 'The last timely day is known',
  },
  assessAdjustmentRequest: {
    timely: ({ marginDays }) =>
      `The request is in time${marginDays === undefined ? '' : marginDays === 0 ? ', on the last timely day' : `, with ${plural(marginDays, 'day')} to spare`}`,
    late: ({ marginDays, effect }) =>
      `The request is late${marginDays === undefined ? '' : ` by ${plural(-marginDays, 'day')}`}${effect === 'not-accepted' ? ' and is not accepted' : '; it is still considered'}`,
    'no-notice-asked': 'No notice is asked for this request',
  },
  reviewWindow: {
    computed: ({ opens, closes }) =>
      opens && closes
        ? `Review and moderation is expected from ${day(opens)} to ${day(closes)}, both days included`
        : 'The review window is known',
  },
  assessSubmission: {
    'in-time': 'The portfolio was submitted in time',
    'awaiting-submission': ({ deadline }) => `The portfolio is awaited${deadline ? ` by ${due(deadline)}` : ''}`,
    restart: 'The first deadline was missed, which is read as a restart',
    withdrawn: 'The first deadline was missed, which is read as a withdrawal',
  },
  entitlementsAfterReview: {
    award: ({ writtenFeedback }) => `The criteria are met: the status is to be awarded${writtenFeedback ? ', with written feedback' : ''}`,
    'feedback-and-resubmission': 'The participant is entitled to detailed written feedback and one resubmission free of charge',
    'feedback-and-restart': 'The process restarts with a new portfolio, and written feedback is due',
    restart: 'The process restarts with a new portfolio',
  },
  assessResubmission: {
    award: 'The resubmission was in time and met the criteria: the status is to be awarded',
    restart: ({ restartFrom }) =>
      `The process restarts with a new portfolio and the next available cohort${restartFrom ? `, sought from ${day(restartFrom)}` : ''}, for an administration fee`,
    'awaiting-resubmission': 'The resubmission is awaited',
    'awaiting-outcome': 'The resubmission was in time and awaits its outcome',
  },
  nextAvailableCohort: {
    found: ({ cohort }) =>
      cohort ? `The next available cohort is ${cohort.id}, which starts on ${day(cohort.startsOn)}` : 'A cohort is available',
    'none-known': 'None of the cohorts that are known is available',
  },
  assessSupportAppeal: {
    'wrong-procedure': 'This is not an appeal about the support received: another procedure takes it',
    incomplete: (detail) =>
      `The appeal is not complete: it is to be emailed to membership enquiries and outline its case${answered(detail)}`,
    'discuss-first': (detail) => `The support is first to be discussed with the Professional Status Team${answered(detail)}`,
    admissible: (detail) => `The appeal can be taken${answered(detail)}`,
  },
};

function due(deadline: Deadline): string {
  return moment(deadline.due) + ('certainty' in deadline && deadline.certainty === 'projected' ? ' (by projected bank holidays)' : '');
}

export function outcomeInWords(rule: RuleId, outcome: string, detail: Readonly<Record<string, unknown>>): string {
  const phrase = (outcomes as Readonly<Record<string, Readonly<Record<string, string | ((detail: object) => string)>>>>)[rule]?.[outcome];
  return typeof phrase === 'function' ? phrase(detail) : (phrase ?? outcome);
}
