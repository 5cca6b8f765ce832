// The functions that put one question to one rule of the support policy. Each hands cells over as facts and picks cells from the answer; none decides anything.
import { assessAdjustmentRequest, noticeDeadline } from '../support-policy/3.1.1-notice.js';
import { routeChallenge } from '../code-page/11-challenges.js';
import { answerInWords } from '../support-policy/9.1-appeal-words.js';
import { assessSupportAppeal, type SupportAppealDetail, type SupportAppealFacts } from '../support-policy/9.1-appeal.js';
import type { Deadline } from '../decision/decision.js';
import type { OutcomeCode } from '../decision/words.js';
import { attempts, challengeSubjects, challengers, programmes, reviewOutcomes, topics } from '../policy/vocabulary.js';
import { entitlementsAfterReview } from '../support-policy/6.2.1-entitlements.js';
import { nextAvailableCohort } from '../support-policy/6.2.3-next-cohort.js';
import { assessResubmission } from '../support-policy/6.2.3-resubmission.js';
import { reviewWindow } from '../support-policy/4.4-review-window.js';
import { routeQuery } from '../support-policy/4.5-queries.js';
import { aDay, aMoment, oneWordOf, orNone } from './arguments.js';
import { CodeOut, DateOut, UNDETERMINED, codeWithLabel, ruleAnswer, entry, type Answer, type AnswerCell, type Entry } from './entry.js';
import { deadlineInstant, instantAgainst } from './sheet.js';
import { aNation, cohortRows } from './ranges.js';
import { CellProblem } from './cell.js';
import { outcomeLabels } from '../words/outcome-labels.js';
import { sentence, words } from '../data/text.js';
import type { Policy } from '../policy/policy.js';
import { explain } from '../words/explain.js';
import { clauseNames } from '../words/phrases.js';

type RuleFunction =
  | 'SET_ADJUSTMENT_DEADLINE'
  | 'SET_ADJUSTMENT_STATUS'
  | 'SET_APPEAL_RESPONSE_DUE'
  | 'SET_APPEAL_STATUS'
  | 'SET_REVIEW_WINDOW'
  | 'SET_AFTER_REVIEW'
  | 'SET_RESUBMISSION_RESULT'
  | 'SET_NEXT_COHORT'
  | 'SET_ROUTE_QUERY'
  | 'SET_ROUTE_CHALLENGE';

/** An appeal that 9.1 takes: the condition under which its answer is due, of which the cells say nothing. */
const takenAppeal = {
  discussedWithTeam: true,
  ground: 'sufficiency-of-support',
  sentTo: 'membership-enquiries',
  sentBy: 'email',
  outlinesCase: true,
} as const;
const outcomeCells = ({ outcome }: { readonly outcome: OutcomeCode }): readonly AnswerCell[] => [codeWithLabel(outcome, outcomeLabels)];
const receivedAt = () => aMoment({ says: 'When the appeal was received.', fact: 'receivedAt' });
const programme = () => oneWordOf(programmes, { says: 'The programme.', fact: 'programme' });

export const ruleFunctions = (): Readonly<Record<RuleFunction, Entry>> => ({
  SET_ADJUSTMENT_DEADLINE: entry({
    says: 'Gives the last day on which a need for adjustments, or for other additional support, is told to the Professional Status Team in time.',
    clause: 'support/3.1.1',
    gives: ['last timely day'],
    arguments: { programme_start: aDay({ says: 'Day on which the programme is due to start.', fact: 'programmeStartsOn' }) },
    example: { cells: ['10/01/2021'], result: '2020-12-10' },
    answer: ({ programme_start }) =>
      ruleAnswer(noticeDeadline({ programmeStartsOn: programme_start }), ({ detail }) => [new DateOut(detail.latestTimely)]),
  }),
  SET_ADJUSTMENT_STATUS: entry({
    says: 'Tells whether a request for adjustments was in time or late; a late one is still considered.',
    clause: 'support/3.1.1',
    gives: ['in time or late'],
    arguments: {
      requested: aDay({ says: 'Day on which the participant told the Team.', fact: 'requestedOn' }),
      programme_start: aDay({ says: 'Day on which the programme is due to start.', fact: 'programmeStartsOn' }),
    },
    example: { cells: ['11/12/2020', '10/01/2021'], result: 'late' },
    answer: ({ requested, programme_start }) =>
      ruleAnswer(assessAdjustmentRequest({ requestedOn: requested, programmeStartsOn: programme_start }), outcomeCells),
  }),
  SET_APPEAL_RESPONSE_DUE: entry({
    says: 'Gives the last day for the Team to answer an appeal against the sufficiency of support in writing, if clause 9.1 takes the appeal.',
    clause: 'support/9.1',
    gives: ['last day to answer'],
    arguments: { received: receivedAt(), nation: aNation() },
    example: { cells: ['23/12/2020'], result: '2021-01-11' },
    answer: ({ received, nation }) =>
      appealAnswer({ receivedAt: received }, nation, ({ responseDue }) => new DateOut((responseDue as Deadline).due)), // every appeal that is taken has one
  }),
  SET_APPEAL_STATUS: entry({
    says: 'Tells how the Team’s answer to an appeal that clause 9.1 takes stands: in time, late, pending or overdue. It is “not asked” where there is neither an answer nor a day to judge it on.',
    clause: 'support/9.1',
    gives: ['status'],
    arguments: {
      received: receivedAt(),
      responded: orNone(aDay({ says: 'Day of the written answer; blank while there is none.', fact: 'respondedOn' })),
      as_of: orNone(aMoment({ says: 'The day to judge an appeal on that has no answer, such as TODAY().', fact: 'asOf' })),
      nation: aNation(),
    },
    example: { cells: ['23/12/2020', '', '12/01/2021'], result: 'overdue' },
    answer: ({ received, responded, as_of, nation }) => {
      const facts = { receivedAt: received, respondedOn: responded ?? 'none', asOf: as_of ?? 'none' } as const;
      return appealAnswer(facts, nation, (detail) => new CodeOut(detail.responded, words(detail.responded)));
    },
  }),
  SET_REVIEW_WINDOW: entry({
    says: 'Gives the first and the last day of the month in which review and moderation is expected to run.',
    clause: 'support/4.4',
    gives: ['opens', 'closes'],
    arguments: { deadline: aMoment({ says: 'The submission deadline.', fact: 'submissionDeadline' }) },
    example: { cells: ['30/06/2021 17:00'], result: [['2021-07-01', '2021-07-31']] },
    answer: ({ deadline }) =>
      ruleAnswer(reviewWindow({ submissionDeadline: deadline }), ({ detail }) => [new DateOut(detail.opens), new DateOut(detail.closes)]),
  }),
  SET_AFTER_REVIEW: entry({
    says: 'Tells what follows a review: the award of the status, written feedback and one free resubmission, or a restart with a new portfolio.',
    clause: 'support/6.2.1',
    gives: ['what follows'],
    arguments: {
      outcome: oneWordOf(reviewOutcomes, { says: 'What the reviewers found.', fact: 'reviewOutcome' }),
      attempt: oneWordOf(attempts, { says: 'What they reviewed.', fact: 'attempt' }),
    },
    example: { cells: ['criteria not met', 'submission'], result: 'written feedback and one free resubmission' },
    answer: ({ outcome, attempt }) => ruleAnswer(entitlementsAfterReview({ reviewOutcome: outcome, attempt }), outcomeCells),
  }),
  SET_RESUBMISSION_RESULT: entry({
    says: 'Tells where a resubmission leads: the award of the status, a restart with a new portfolio, or a wait for the outcome or the resubmission.',
    clause: 'support/6.2.3',
    gives: ['result'],
    arguments: {
      resubmitted: orNone(aMoment({ says: 'When the portfolio was resubmitted; blank while it was not.', fact: 'resubmittedAt' })),
      deadline: aMoment({ says: 'The resubmission deadline; without a time, the end of that day.', fact: 'resubmissionDeadline' }),
      outcome: orNone(
        oneWordOf(reviewOutcomes, { says: 'What the second review found; blank while it found nothing.', fact: 'reviewOutcome' }),
      ),
      as_of: orNone(aMoment({ says: 'The day to judge on while nothing was resubmitted, such as TODAY().', fact: 'asOf' })),
    },
    example: { cells: ['31/10/2021 17:01', '31/10/2021 17:00', '', '01/11/2021'], result: 'restart with a new portfolio' },
    answer: ({ resubmitted, deadline, outcome, as_of }) => {
      const until = deadlineInstant(deadline, 'deadline');
      const asOf = as_of ?? resubmitted;
      if (asOf === undefined) throw new CellProblem('as_of: type the day to judge on, such as TODAY()');
      if (resubmitted === undefined && outcome !== undefined)
        throw new CellProblem('resubmitted: type when it was, since there is an outcome');
      const resubmittedAt = resubmitted === undefined ? 'none' : instantAgainst(resubmitted, until, 'resubmitted');
      const facts = { resubmittedAt, resubmissionDeadline: until, reviewOutcome: outcome ?? 'none', asOf } as const;
      return ruleAnswer(assessResubmission(facts), outcomeCells);
    },
  }),
  SET_NEXT_COHORT: entry({
    says: 'Finds the next cohort that is available for a restart, by its id; where there is none in the range, it says that no known cohort is available.',
    clause: 'support/6.2.3',
    gives: ['id of the cohort'],
    arguments: {
      programme: programme(),
      trigger: aDay({
        says: 'Day from which the restart is sought: that of the second “not met”, or the day after a missed deadline.',
        fact: 'trigger',
      }),
      cohorts_range: cohortRows({ says: 'The cohorts that are known, a row each.' }),
    },
    example: {
      cells: [
        'QTLS',
        '01/11/2021',
        [
          ['qtls-2021-10', 'QTLS', '01/10/2021', '', '', '', '07/10/2021'],
          ['qtls-2022-01', 'QTLS', '10/01/2022', '', '', '', '07/01/2022'],
        ],
      ],
      result: 'qtls-2022-01',
    },
    answer: ({ programme, trigger, cohorts_range }) =>
      ruleAnswer(nextAvailableCohort({ programme, trigger, cohorts: cohorts_range }), (settled) =>
        settled.detail.cohort === undefined ? outcomeCells(settled) : [settled.detail.cohort.id],
      ),
  }),
  SET_ROUTE_QUERY: entry({
    says: 'Finds the email address that takes a query.',
    clause: 'support/6.1.4',
    gives: ['address'],
    arguments: { programme: programme(), topic: oneWordOf(topics, { says: 'What the query is about.', fact: 'topic' }) },
    example: { cells: ['QTLS', 'portfolio'], result: 'technical@etfoundation.co.uk' },
    answer: (facts) => ruleAnswer(routeQuery(facts), ({ detail }) => [detail.address]),
  }),
  SET_ROUTE_CHALLENGE: entry({
    says: 'Finds the procedure for a challenge, such as an appeal, an objection or a complaint.',
    clause: 'code-page/11',
    gives: ['procedure'],
    arguments: {
      about: oneWordOf(challengeSubjects, { says: 'What is challenged.', fact: 'about' }),
      by: oneWordOf(challengers, { says: 'Who challenges it.', fact: 'by' }),
      on: aDay({ says: 'Day of the challenge: the policies changed over the years.', fact: 'on' }),
    },
    example: { cells: ['non-award', 'member', '31/10/2022'], result: 'appeal under the awards appeals policy' },
    answer: (facts) => ruleAnswer(routeChallenge(facts), outcomeCells),
  }),
});

/** Answers on the condition that 9.1 takes the appeal, as no cell says that it does. What was found on the way there is left out for the same reason. */
function appealAnswer(
  facts: Pick<SupportAppealFacts, 'receivedAt' | 'respondedOn' | 'asOf'>,
  policy: Policy,
  cellOf: (detail: SupportAppealDetail) => AnswerCell,
): Answer {
  const decision = assessSupportAppeal({ ...takenAppeal, ...facts }, policy);
  if (!decision.settled) {
    const because = [decision.because[0]] as const; // what leaves it open
    return { rows: [[UNDETERMINED]], why: () => explain({ ...decision, because }, policy).text };
  }
  const { detail, because } = decision;
  const why = (): string => {
    const steps = explain(decision, policy).steps.filter(({ kind }) => kind !== 'finding' && kind !== 'assumed');
    return [
      `${sentence(`if clause 9.1 takes the appeal, ${answerInWords(detail) as string}`)} (${clauseNames([because[0].clause])})`,
      ...steps.map(({ text, clause }) => `- ${text} (${clauseNames([clause])})`),
    ].join('\n');
  };
  return { rows: [[cellOf(detail)]], why };
}
