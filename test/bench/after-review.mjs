// Clauses 4.4, 6.1.5, 6.2.1 and 6.2.3: what follows from the outcome of a review.
import { entitlementsAfterReview } from 'professional-status';
import { reviewedByHand, reviewedByHandStrictly } from './after-review-by-hand.mjs';
import { reviewedByJsonRules } from './peers/json-rules-engine.mjs';
import { reviewedByZen } from './peers/zen-engine.mjs';

const inputs = ['criteria-met', 'criteria-not-met'].flatMap((reviewOutcome) =>
  ['submission', 'resubmission'].map((attempt) => ({ reviewOutcome, attempt })),
);

/** @type {import('./measure.mjs').Work} */
export const afterReview = {
  title: 'After a review (6.2.1)',
  unit: 'decision',
  note:
    'Ratios are to the hand-written floor that also validates its facts, cites clauses from shared findings and gives a fresh, deep-frozen answer. ' +
    'Its facts are words, of which there are few: our rule works each answer out once under a policy, and gives its frozen parts again.',
  inputs,
  contenders: {
    'professional-status': entitlementsAfterReview,
    'by hand, no checks': reviewedByHand,
    'by hand, strict': reviewedByHandStrictly,
    'json-rules-engine': reviewedByJsonRules,
    'ZEN engine, a decision table': reviewedByZen,
  },
  reference: 'by hand, strict',
  targets: { 'professional-status': { atMost: 1.3 } },
  essence: ({ outcome, detail }) => ({ outcome, detail }),
};
