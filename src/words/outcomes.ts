// One sentence for each outcome of each rule; a detail that is not known is left out of it.
import type { RuleId } from '../decision/codes.js';
import type { ChallengeRoute } from '../code-page/11-challenges.js';
import type { SupportAppealDetail } from '../support-policy/9.1-appeal.js';
import type { Deadline } from '../decision/decision.js';
import type { DetailOf, OutcomeOf } from '../decision/rule.js';
import type { RulesById } from '../rules.js';
import { day, moment, own, plural, sentence, span } from './phrases.js';
import { idInWords } from './visible-text.js';

type Phrase<D> = string | ((detail: Partial<D>) => string);
type Outcomes = { readonly [R in keyof RulesById]: { readonly [O in OutcomeOf<RulesById[R]>]: Phrase<DetailOf<RulesById[R]>> } };

/** By when the Team answers an appeal, and whether it did; nothing where no answer is due. */
export const answerInWords = ({ responseDue, responded }: Partial<SupportAppealDetail>): string | undefined =>
  responseDue &&
  [
    `the Professional Status Team answers in writing by ${due(responseDue)}`,
    responded === 'in-time' && ', and has done so in time',
    responded === 'late' && ', but answered late',
    responded === 'overdue' && '. That day has passed without an answer',
  ]
    .filter(Boolean)
    .join('');
const answered = (detail: Partial<SupportAppealDetail>): string => {
  const answer = answerInWords(detail);
  return answer === undefined ? '' : `. ${sentence(answer).slice(0, -1)}`;
};

const notDescribed =
  '. No tools are named for this need. What section 6 does not describe should be told to the Professional Status Team at least a month before the start';
const toolsIn = { 'set-website': "on SET's website", 'e-portfolio': 'in the e-portfolio' } as const;

const outcomes: Outcomes = {
  policyScope: { 'in-scope': 'The support policy applies', 'out-of-scope': 'The support policy does not apply' },
  academicSupport: {
    supporter: 'Academic support comes from a supporter, whom the participant appoints',
    mentor: 'Academic support comes from a mentor; SET may be asked to appoint one',
  },
  assessMentorRequest: {
    'may-request': ({ appointment }) =>
      `The participant may ask SET to appoint a mentor${appointment === undefined ? '' : `: ${{ appointed: 'one is appointed', 'not-available': 'none is available', 'awaiting-set': "SET's answer is awaited" }[appointment]}`}`,
    'already-has-mentor': 'The participant has found a mentor',
    'appoint-your-own': 'In QTLS the participant appoints a supporter',
  },
  supportWindow: {
    open: ({ closes }) => `In-programme support is open${closes ? `, up to and including ${day(closes)}` : ''}`,
    'not-yet-open': ({ opens }) => `In-programme support is not open yet${opens ? `; it opens on ${day(opens)}` : ''}`,
    closed: ({ closes }) => `In-programme support is closed${closes ? `; its last day was ${day(closes)}` : ''}`,
  },
  assessSupportRequest: {
    provided: 'The policy gives what is asked for',
    'not-provided': 'The policy does not give what is asked for',
    limited: 'The limit on requests that the Team has set is reached',
  },
  routeQuery: {
    'membership-enquiries': ({ address }) => `The query goes to membership enquiries${at(address)}`,
    'professional-formation': ({ address }) => `The query goes to the professional formation inbox${at(address)}`,
    technical: ({ address }) => `The query goes to the technical inbox${at(address)}`,
    'ats-inbox': ({ address }) => `The query goes to the ATS inbox${at(address)}`,
  },
  assessCommunication: { 'support-communication': 'This is a support communication', other: 'This is not a support communication' },
  accessibilitySupport: {
    available: ({ where = [] }) => {
      const tools = where.flatMap((place) => (place === 'workplace' ? [] : [toolsIn[place]]));
      const besides = tools.length > 0 ? `; there are also tools ${tools.join(' and ')}` : where.length > 0 ? notDescribed : '';
      return `Support comes from the workplace first${besides}`;
    },
  },
  assessFurtherSupport: {
    'by-prior-arrangement': 'Further support is given as arranged beforehand',
    'not-granted': 'Further support is not granted',
  },
  programmeLength: {
    'as-described': ({ describedMonths }) =>
      `The cohort's dates are as the programme is described${describedMonths === undefined ? '' : `: ${plural(describedMonths, 'month')}`}`,
    departs: ({ describedMonths }) =>
      `The cohort's dates depart from the ${describedMonths === undefined ? 'months' : plural(describedMonths, 'month')} that describe the programme; its own dates hold`,
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
      cohort ? `The next available cohort is ${idInWords(cohort.id)}, which starts on ${day(cohort.startsOn)}` : 'A cohort is available',
    'none-known': 'None of the cohorts that are known is available',
  },
  assessSupportAppeal: {
    'wrong-procedure': 'This is not an appeal about the support received: another procedure takes it',
    incomplete: (detail) => `The appeal is not complete: email it to membership enquiries, with an outline of the case${answered(detail)}`,
    'discuss-first': (detail) => `Discuss the support with the Professional Status Team before you appeal${answered(detail)}`,
    admissible: (detail) => `The appeal can be taken${answered(detail)}`,
  },
  routeChallenge: {
    'support-appeal': (route) => `This is an appeal about support, under clause 9.1${limits(route)}`,
    'award-appeal': (route) => `This is an appeal under the awards appeals policy${limits(route)}`,
    objection: 'This is an objection, under the objections policy',
    complaint: 'This is a complaint, under the complaints and appeals policy',
    'action-against-member': (route) => `This goes to SET's procedures on the conduct of members${limits(route)}`,
    'adjustments-policy': 'This goes to the policy on reasonable adjustments',
    'not-covered': 'No document that is known here covers this challenge',
  },
  assessCodeCommitment: {
    committed: 'The commitment to the Code stands',
    'renewal-due': 'The commitment to the Code is due for renewal',
    'not-committed': 'There is no commitment to the Code',
  },
  assessCodeCompliance: {
    'no-bar': 'Nothing here stands in the way of membership',
    'judgement-needed': 'Whether this stands in the way of membership is for SET to judge',
    'not-a-bar': 'This does not stand in the way of membership',
    bar: 'This is read as ending membership',
  },
  applicableStandards: {
    'set-code': "SET's Code applies",
    'set-code-and-teachers-standards': "SET's Code and the Teachers' Standards both apply",
  },
  assessConditionsChange: {
    'enough-notice': 'Members were told of the change in time',
    'short-notice': 'Members were told of the change too late',
  },
  suitabilityFactors: {},
};

/** The limits of a route, each of them from a receipt of its own. */
function limits({ clocks = [] }: Partial<ChallengeRoute>): string {
  if (clocks.length === 0) return '';
  const each = clocks.map(span).join(', ');
  return clocks.length === 1 ? `. Its limit is ${each} from receipt` : `. Its limits are ${each}, each from its own receipt`;
}

function at(address: string | undefined): string {
  return address === undefined ? '' : `, ${address}`;
}

function due(deadline: Deadline): string {
  return moment(deadline.due) + ('certainty' in deadline && deadline.certainty === 'projected' ? ' (by projected bank holidays)' : '');
}

export function outcomeInWords(rule: RuleId, outcome: string, detail: Readonly<Record<string, unknown>>): string {
  const phrase = own(
    own(outcomes as Readonly<Record<string, Readonly<Record<string, string | ((detail: object) => string)>>>>, rule),
    outcome,
  );
  return typeof phrase === 'function' ? phrase(detail) : phrase;
}
