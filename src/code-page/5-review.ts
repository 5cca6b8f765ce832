// Sentence 5 of the Code page, common to both procedures: members have a part in deciding and in reviewing, and a decision can be reviewed where that is needed.
import type { Finding } from '../decision/decision.js';
import type { Policy } from '../policy/policy.js';
import type { FindingWords } from '../decision/words.js';

/** Tells whether it matters to a review which way the decision went. */
export function turnsOnWhichWay({ readings }: Policy): boolean {
  return readings['review-if-necessary'] === 'decision-against';
}

/** Returns the finding for which a decision is not reviewed; none where it may be, or where it is not known which way it went. */
export function noReviewOf(against: boolean | undefined, policy: Policy): Finding | undefined {
  return against === false && turnsOnWhichWay(policy) ? { clause: 'code-page/5', test: 'decision-is-against', holds: false } : undefined;
}

export const membersTakePart: Finding = { clause: 'code-page/5', test: 'members-take-part', holds: true };

export const reviewWords = (): FindingWords<'decision-is-against' | 'members-take-part'> => ({
  tests: {
    'decision-is-against': [
      'the decision went against the person',
      'under the interpretation used, a review follows only a decision against the person. This one was not',
    ],
    'members-take-part': 'members are meant to have a part in deciding who is suitable, and in a review where one is needed',
  },
});
