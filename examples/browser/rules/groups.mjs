// The rules by when they matter, each by a plain name. A rule that no group names comes last, by the words of its id.
import { rules } from 'professional-status';
import { title } from '../words.mjs';

/** The rules of each group, by their ids. @typedef {Readonly<Record<string, Readonly<Record<string, string>>>>} Groups */

const named = /** @satisfies {Record<string, Partial<Record<keyof typeof rules, string>>>} */ ({
  'Before the programme starts': {
    noticeDeadline: 'Last day to ask for adjustments',
    assessAdjustmentRequest: 'Is a request for adjustments in time?',
    policyScope: 'Who the support policy covers',
    programmeLength: 'How long the programme is',
    accessibilitySupport: 'Tools for accessibility',
  },
  'During the programme': {
    supportWindow: 'When support is open',
    academicSupport: 'Supporter or mentor',
    assessMentorRequest: 'Asking SET for a mentor',
    assessSupportRequest: 'What the Team gives when it is asked',
    assessCommunication: 'What counts as a support communication',
    routeQuery: 'Where a query goes',
  },
  'Submission and review': {
    assessSubmission: 'Is the portfolio in time?',
    reviewWindow: 'When the review is',
    entitlementsAfterReview: 'What follows a review',
    assessResubmission: 'Is the resubmission in time?',
    assessFurtherSupport: 'Further support after a review',
    nextAvailableCohort: 'The next cohort for a restart',
  },
  'Appeals and challenges': {
    assessSupportAppeal: 'An appeal about support',
    routeChallenge: 'Where a challenge belongs',
  },
  'The Code and membership': {
    assessCodeCommitment: 'Commitment to the Code',
    assessCodeCompliance: 'What breaking the Code means',
    assessConditionsChange: 'A change of the conditions',
    applicableStandards: 'Which standards apply',
    suitabilityFactors: 'What SET weighs about suitability',
  },
});

const grouped = Object.values(named).flatMap((each) => Object.keys(each));
const others = Object.keys(rules).filter((id) => !grouped.includes(id));

/** @type {Groups} */
export const groups = others.length === 0 ? named : { ...named, Others: Object.fromEntries(others.map((id) => [id, title(id)])) };
