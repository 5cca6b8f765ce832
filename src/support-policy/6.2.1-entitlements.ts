// Clause 6.2.1: what a review outcome entitles to, written feedback and one free resubmission among it.
import { oneOf } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { attempts, reviewOutcomes, type Attempt, type ReviewOutcome } from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `entitlementsAfterReview`. @since 0.1.0 */
export interface ReviewedFacts {
  /** What the reviewers found. */
  readonly reviewOutcome: ReviewOutcome;
  /** Which attempt they reviewed. */
  readonly attempt: Attempt;
}
/** What the participant may now expect. @since 0.1.0 */
export interface EntitlementsAfterReview {
  /** Whether detailed written feedback is owed. */
  readonly writtenFeedback: boolean;
  /** How many resubmissions are free of charge: 1 or 0. */
  readonly freeResubmissions: number;
}

/** The tests of `entitlementsAfterReview`. @since 0.1.0 */
export type EntitlementsAfterReviewTest =
  | 'criteria-are-met'
  | 'feedback-is-promised-when-met'
  | 'first-review-grants-resubmission'
  | 'feedback-follows-every-not-met'
  | 'not-met-on-resubmission-restarts'
  | 'not-met-brings-feedback';

/**
 * States what follows from a review: the award, feedback with one free resubmission, or a restart.
 *
 * It answers for a first portfolio. Whether a later one has its own free resubmission is the reading `resubmission-after-restart`, by which the lifecycle decides.
 * Readings: `feedback-on-second-review`, `feedback-when-met`. Clauses: support/4.4, support/6.1.5, support/6.2.1, support/6.2.3.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example entitlementsAfterReview({ reviewOutcome: 'criteria-not-met', attempt: 'submission' }).detail // => { writtenFeedback: true, freeResubmissions: 1 }
 * @since 0.1.0
 */
export const entitlementsAfterReview: Rule<
  ReviewedFacts,
  'award' | 'feedback-and-resubmission' | 'feedback-and-restart' | 'restart',
  EntitlementsAfterReview,
  EntitlementsAfterReviewTest
> = /* @__PURE__ */ rule('entitlementsAfterReview', () => {
  const { states, is, reads } = steps<ReviewedFacts>();
  const nothing = { writtenFeedback: false, freeResubmissions: 0 };
  const feedback = { writtenFeedback: true, freeResubmissions: 0 };
  return {
    shape: () => ({ reviewOutcome: oneOf(reviewOutcomes), attempt: oneOf(attempts) }),
    absent: {},
    tests: {
      'criteria-are-met': is('support/4.4', 'reviewOutcome', 'criteria-met'),
      'feedback-is-promised-when-met': reads('support/6.1.5', 'feedback-when-met', 'promised', 'support/6.2.1'),
      'first-review-grants-resubmission': is('support/6.2.1.b', 'attempt', 'submission'),
      'feedback-follows-every-not-met': reads('support/6.2.1.a', 'feedback-on-second-review', 'each-not-met'),
      'not-met-on-resubmission-restarts': states('support/6.2.3'),
      'not-met-brings-feedback': states('support/6.2.1.a'),
    },
    rows: [
      {
        when: { 'criteria-are-met': true, 'feedback-is-promised-when-met': true },
        decides: 'criteria-are-met',
        outcome: 'award',
        fixed: feedback,
      },
      { when: { 'criteria-are-met': true }, decides: 'criteria-are-met', outcome: 'award', fixed: nothing },
      {
        when: { 'first-review-grants-resubmission': true },
        cites: ['not-met-brings-feedback'],
        outcome: 'feedback-and-resubmission',
        fixed: { writtenFeedback: true, freeResubmissions: 1 },
      },
      {
        when: { 'feedback-follows-every-not-met': true },
        decides: 'not-met-on-resubmission-restarts',
        outcome: 'feedback-and-restart',
        fixed: feedback,
      },
      { when: {}, decides: 'not-met-on-resubmission-restarts', outcome: 'restart', fixed: nothing },
    ],
  };
});

export const afterReviewLabels: OutcomeLabels<'entitlementsAfterReview'> = {
  'feedback-and-resubmission': 'written feedback and one free resubmission',
  'feedback-and-restart': 'written feedback, and restart with a new portfolio',
};

/** What a restart is (6.2.3), as each answer says it that leads to one. */
export const startsAgain =
  'The process starts again in the next available cohort, with a new portfolio. There is an administration fee, set by the terms';

export const entitlementWords = (): Words<'entitlementsAfterReview'> => ({
  facts: {},
  outcomes: {
    entitlementsAfterReview: {
      award: ({ writtenFeedback }) =>
        `The criteria are met. SET awards the status${writtenFeedback ? ', and the participant gets written feedback' : ''}`,
      'feedback-and-resubmission':
        'The participant gets detailed written feedback, and may resubmit once for free. The cohort sets a deadline for that',
      'feedback-and-restart': `The participant gets detailed written feedback. ${startsAgain}`,
      restart: startsAgain,
    },
  },
  tests: {
    'criteria-are-met': ['the reviewers found the criteria met', 'the reviewers found the criteria not met'],
    'feedback-is-promised-when-met': [
      'under the interpretation used, feedback follows every submission, met or not',
      'the policy promises feedback only where the criteria are not met',
    ],
    'first-review-grants-resubmission': [
      'a first “criteria not met” brings one resubmission free of charge',
      'this was the resubmission; there is not a second one',
    ],
    'feedback-follows-every-not-met': [
      'under the interpretation used, written feedback follows every “criteria not met”',
      'under the interpretation used, written feedback follows only the first “criteria not met”',
    ],
    'not-met-on-resubmission-restarts': 'a resubmission that does not meet the criteria leads to a restart with a new portfolio',
    'not-met-brings-feedback': 'a “criteria not met” brings detailed written feedback',
  },
});
