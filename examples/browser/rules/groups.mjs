// The rules by when they matter, each by a plain name. A rule that no group names comes last, by the words of its id.
import { rules } from 'professional-status';
import { title } from '../words.mjs';

/** @typedef {{ name: string, rules: readonly (readonly [id: keyof typeof rules, name: string])[] }} Group */

/** @type {readonly Group[]} */
const named = [
  {
    name: 'Before the programme starts',
    rules: [
      ['noticeDeadline', 'Last day to ask for adjustments'],
      ['assessAdjustmentRequest', 'Is a request for adjustments in time?'],
      ['policyScope', 'Who the support policy covers'],
      ['programmeLength', 'How long the programme is'],
      ['accessibilitySupport', 'Tools for accessibility'],
    ],
  },
  {
    name: 'During the programme',
    rules: [
      ['supportWindow', 'When support is open'],
      ['academicSupport', 'Supporter or mentor'],
      ['assessMentorRequest', 'Asking SET for a mentor'],
      ['assessSupportRequest', 'What the Team gives when it is asked'],
      ['assessCommunication', 'What counts as a support communication'],
      ['routeQuery', 'Where a query goes'],
    ],
  },
  {
    name: 'Submission and review',
    rules: [
      ['assessSubmission', 'Is the portfolio in time?'],
      ['reviewWindow', 'When the review is'],
      ['entitlementsAfterReview', 'What follows a review'],
      ['assessResubmission', 'Is the resubmission in time?'],
      ['assessFurtherSupport', 'Further support after a review'],
      ['nextAvailableCohort', 'The next cohort for a restart'],
    ],
  },
  {
    name: 'Appeals and challenges',
    rules: [
      ['assessSupportAppeal', 'An appeal about support'],
      ['routeChallenge', 'Where a challenge belongs'],
    ],
  },
  {
    name: 'The Code and membership',
    rules: [
      ['assessCodeCommitment', 'Commitment to the Code'],
      ['assessCodeCompliance', 'What breaking the Code means'],
      ['assessConditionsChange', 'A change of the conditions'],
      ['applicableStandards', 'Which standards apply'],
      ['suitabilityFactors', 'What SET weighs about suitability'],
    ],
  },
];

const others = /** @type {readonly (keyof typeof rules)[]} */ (Object.keys(rules)).filter((id) =>
  named.every((group) => group.rules.every(([each]) => each !== id)),
);

/** @type {readonly Group[]} */
export const groups = others.length === 0 ? named : [...named, { name: 'Others', rules: others.map((id) => [id, title(id)]) }];
