// Clauses 6.1.5 and 6.2.1: whether feedback on a portfolio is given when a participant asks for it.
import { judgement, factNeed, type Need, type NoDetail } from '../decision/decision.js';
import { steps, type Test } from '../decision/steps.js';
import type { Said } from '../decision/words.js';
import type { Row } from '../decision/table.js';
import type { Ask, Stage, WrittenFeedbackState } from '../policy/vocabulary.js';
import { AWAITED_OUTCOME, judgementOn } from './judgements.js';

export const beforeSubmission: readonly Stage[] = ['registered', 'in-programme'];
const firstReview: readonly Stage[] = ['submitted', 'under-review'];
const secondReview: readonly Stage[] = ['resubmitted', 'under-second-review'];
export const afterLastNotMet: readonly Stage[] = ['restart-required', 'restarted'];
export const afterFirstNotMet: readonly Stage[] = ['criteria-not-met', 'resubmitted', 'under-second-review'];

/** The tests of a request for feedback. */
export type FeedbackRequestTest =
  | 'asks-for-feedback'
  | 'asks-for-specific-feedback'
  | 'portfolio-is-submitted'
  | 'portfolio-is-a-draft-again'
  | 'outcome-is-awaited'
  | 'second-outcome-is-awaited'
  | 'feedback-is-issued'
  | 'feedback-is-outstanding'
  | 'first-not-met-is-known'
  | 'last-not-met-is-known'
  | 'case-has-restarted'
  | 'status-is-awarded'
  | 'restart-follows-a-review'
  | 'feedback-follows-every-not-met'
  | 'feedback-is-promised-when-met'
  | 'has-withdrawn'
  | 'withdrawal-ends-feedback'
  | 'feedback-outlasts-withdrawal';

/** The tests that are worded where 6.2.1 asks them of a review. */
export type SharedTest = 'feedback-follows-every-not-met' | 'feedback-is-promised-when-met';

interface FeedbackRequestFacts {
  readonly ask: Ask;
  readonly stage: Stage;
  readonly writtenFeedback: WrittenFeedbackState | 'none';
}

export function feedbackRequestTests(): Readonly<Record<FeedbackRequestTest, Test>> {
  const { test, is, reads, isNot } = steps<FeedbackRequestFacts>();
  return {
    'asks-for-feedback': is('support/6.1.5', 'ask', 'specific-feedback', 'written-feedback'),
    'asks-for-specific-feedback': { ...is('support/6.1.5', 'ask', 'specific-feedback'), otherwise: 'support/6.2.1.a' },
    'portfolio-is-submitted': isNot('support/6.1.5', 'stage', ...beforeSubmission),
    'portfolio-is-a-draft-again': is('support/6.1.5', 'stage', 'criteria-not-met'),
    'outcome-is-awaited': is('support/4.4', 'stage', ...firstReview),
    'second-outcome-is-awaited': is('support/4.4', 'stage', ...secondReview),
    'feedback-is-issued': is('support/6.2.1.a', 'writtenFeedback', 'issued'),
    'feedback-is-outstanding': is('support/6.2.1.a', 'writtenFeedback', 'outstanding'),
    'first-not-met-is-known': is('support/6.2.1.a', 'stage', ...afterFirstNotMet),
    'last-not-met-is-known': is('support/6.2.3', 'stage', ...afterLastNotMet),
    'case-has-restarted': is('support/6.2.3', 'stage', 'restarted'),
    'status-is-awarded': is('support/4.3', 'stage', 'awarded'),
    'restart-follows-a-review': test({
      clause: 'support/6.2.3',
      uses: [],
      readings: ['first-deadline-missed'],
      holds: (_, { readings }) => readings['first-deadline-missed'] !== 'restart',
    }),
    'feedback-follows-every-not-met': reads('support/6.2.1.a', 'feedback-on-second-review', 'each-not-met'),
    'feedback-is-promised-when-met': reads('support/6.1.5', 'feedback-when-met', 'promised', 'support/6.2.1'),
    'has-withdrawn': is('support/4.3', 'stage', 'withdrawn'),
    'withdrawal-ends-feedback': reads('support/4.3', 'feedback-after-withdrawal', 'ends', 'support/6.2.1.a'),
    'feedback-outlasts-withdrawal': reads('support/6.2.1.a', 'feedback-after-withdrawal', 'stays-owed'),
  };
}

/** Returns what is answered to a request for feedback: after a withdrawal, on a draft, while an outcome is awaited, and after each outcome. */
export function feedbackRequestRows(): readonly Row<FeedbackRequestTest, 'provided' | 'not-provided' | 'undetermined', NoDetail>[] {
  const feedback = { 'asks-for-feedback': true } as const;
  const withdrawn = { ...feedback, 'has-withdrawn': true } as const;
  const onDraft = { ...feedback, 'asks-for-specific-feedback': true } as const;
  const afterLast = { ...feedback, 'last-not-met-is-known': true } as const;
  const undetermined = (need: Need) => ({ outcome: 'undetermined', needs: [need] }) as const;
  const whetherMet = judgement('reviewers', AWAITED_OUTCOME);
  const whetherReviewed = judgement('reviewers', 'whether the portfolio was reviewed and found not to meet the criteria');
  const whetherStillGiven = judgementOn('feedbackAfterRestart');
  return [
    { when: { ...withdrawn, 'asks-for-specific-feedback': true }, decides: 'has-withdrawn', outcome: 'not-provided' },
    { when: { ...withdrawn, 'feedback-is-issued': true }, outcome: 'not-provided' },
    { when: { ...withdrawn, 'withdrawal-ends-feedback': true }, outcome: 'not-provided' },
    { when: { ...withdrawn, 'feedback-outlasts-withdrawal': false }, ...undetermined(judgementOn('feedbackAfterWithdrawal')) },
    { when: { ...withdrawn, 'feedback-is-outstanding': true }, outcome: 'provided' },
    { when: withdrawn, ...undetermined(factNeed('writtenFeedback')) },
    { when: { ...feedback, 'portfolio-is-submitted': false }, outcome: 'not-provided' },
    { when: { ...onDraft, 'portfolio-is-a-draft-again': true }, outcome: 'not-provided' },
    { when: { ...feedback, 'outcome-is-awaited': true, 'feedback-is-promised-when-met': true }, outcome: 'provided' },
    { when: { ...feedback, 'outcome-is-awaited': true }, decides: 'outcome-is-awaited', ...undetermined(whetherMet) },
    { when: { ...onDraft, 'second-outcome-is-awaited': true, 'feedback-is-promised-when-met': true }, outcome: 'provided' },
    { when: { ...onDraft, 'second-outcome-is-awaited': true, 'feedback-follows-every-not-met': false }, outcome: 'not-provided' },
    { when: { ...onDraft, 'second-outcome-is-awaited': true }, decides: 'second-outcome-is-awaited', ...undetermined(whetherMet) },
    { when: { ...feedback, 'feedback-is-issued': true }, outcome: 'not-provided' },
    { when: { ...feedback, 'first-not-met-is-known': true }, outcome: 'provided' },
    { when: { ...afterLast, 'feedback-is-outstanding': true, 'case-has-restarted': true }, ...undetermined(whetherStillGiven) },
    { when: { ...afterLast, 'feedback-is-outstanding': true }, decides: 'feedback-is-outstanding', outcome: 'provided' },
    { when: { ...afterLast, 'restart-follows-a-review': false }, ...undetermined(whetherReviewed) },
    { when: { ...afterLast, 'feedback-follows-every-not-met': false }, outcome: 'not-provided' },
    { when: { ...afterLast, 'case-has-restarted': true }, ...undetermined(whetherStillGiven) },
    { when: afterLast, decides: 'feedback-follows-every-not-met', outcome: 'provided' },
    { when: { ...feedback, 'feedback-is-outstanding': false, 'feedback-is-promised-when-met': false }, outcome: 'not-provided' },
    { when: { ...feedback, 'status-is-awarded': true }, ...undetermined(judgementOn('feedbackAfterAward')) },
    { when: { ...feedback, 'feedback-is-outstanding': true }, decides: 'feedback-is-outstanding', outcome: 'provided' },
    { when: feedback, decides: 'feedback-is-promised-when-met', outcome: 'provided' },
  ];
}

/** The words of these tests, beside those that 6.2.1 shares. */
export const feedbackTestsSaid: Readonly<Record<Exclude<FeedbackRequestTest, SharedTest>, Said>> = {
  'asks-for-feedback': ['the request is for feedback on the portfolio', 'the request is not for feedback on the portfolio'],
  'asks-for-specific-feedback': ['the request is for feedback on a part of the portfolio', 'the request is for detailed written feedback'],
  'portfolio-is-submitted': [
    'the time before the submission is over',
    'the portfolio has not been submitted. The reviewing and moderation team gives feedback after that',
  ],
  'portfolio-is-a-draft-again': [
    'the Team does not comment on any part of what is prepared for a resubmission',
    'the case is not between a “criteria not met” and a resubmission',
  ],
  'outcome-is-awaited': ['the first review has no outcome yet', 'no first review is waiting for its outcome'],
  'second-outcome-is-awaited': ['the second review has no outcome yet', 'no second review is waiting for its outcome'],
  'feedback-is-issued': ['the written feedback has been issued', 'the written feedback is not known to have been issued'],
  'feedback-is-outstanding': [
    'written feedback on an earlier outcome is still to be issued',
    'written feedback on an earlier outcome is not known to be outstanding',
  ],
  'first-not-met-is-known': [
    'a first “criteria not met” brings written feedback',
    'the case is not between a first “criteria not met” and the outcome of the resubmission',
  ],
  'last-not-met-is-known': ['a restart is required or has followed', 'a restart is not required'],
  'case-has-restarted': ['the case is closed by the restart', 'the case is not closed by a restart'],
  'status-is-awarded': ['the status is awarded, and the case is closed', 'the status is not awarded yet'],
  'restart-follows-a-review': [
    'a restart is only ever required after a review',
    'under the interpretation used, a missed first deadline also means a restart. So there may not have been a review',
  ],
  'has-withdrawn': ['the participant has withdrawn', 'the participant has not withdrawn'],
  'withdrawal-ends-feedback': [
    'under the interpretation used, written feedback that was owed ends with the withdrawal',
    'under the interpretation used, a withdrawal does not by itself end written feedback that was owed',
  ],
  'feedback-outlasts-withdrawal': [
    'under the interpretation used, written feedback that was owed stays owed after a withdrawal',
    'the clause does not say whether written feedback that was owed stays owed after a withdrawal',
  ],
};
