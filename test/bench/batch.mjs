// A batch: cases that each ask for all four, the notice of 3.1.1, a deadline of ten working days, what follows from a review, and a whole history replayed.
import { addWorkingDays, englandAndWales } from 'professional-status/calendar';
import { assessAdjustmentRequest, entitlementsAfterReview, replay } from 'professional-status';
import { reviewedByHandStrictly } from './after-review-by-hand.mjs';
import { isDate, strict } from './by-hand.mjs';
import { inTypedArray } from './by-table.mjs';
import { lifecycle } from './lifecycle.mjs';
import { replayByHand } from './lifecycle-by-hand.mjs';
import { timeliness } from './timeliness.mjs';

const reviewed = [
  { reviewOutcome: 'criteria-met', attempt: 'submission' },
  { reviewOutcome: 'criteria-not-met', attempt: 'submission' },
  { reviewOutcome: 'criteria-not-met', attempt: 'resubmission' },
];
const inputs = timeliness.inputs.map((notice, index) => ({
  notice,
  review: reviewed[index % reviewed.length],
  history: lifecycle.inputs[index % lifecycle.inputs.length],
}));

/** Ten working days by a table, of a date that is checked. */
function tenWorkingDaysByHand(date) {
  if (!isDate(date)) throw new TypeError('not a date');
  return inTypedArray(date);
}

/** @type {import('./measure.mjs').Work} */
export const batch = {
  title: 'A batch of cases',
  unit: 'case',
  note: 'Each case asks for the notice of 3.1.1, ten working days, what follows from a review, and a history of six to nine events. Ratios are to the hand-written floors that do the same.',
  inputs,
  contenders: {
    'professional-status': ({ notice, review, history }) => [
      assessAdjustmentRequest(notice),
      addWorkingDays(notice.requestedOn, 10, englandAndWales),
      entitlementsAfterReview(review),
      replay(history.registration, history.events),
    ],
    'by hand, strict': ({ notice, review, history }) => [
      strict(notice),
      tenWorkingDaysByHand(notice.requestedOn),
      reviewedByHandStrictly(review),
      replayByHand(history.registration, history.events),
    ],
  },
  reference: 'by hand, strict',
  essence: ([notice, due, review, { case: reached }]) => [notice.outcome, notice.detail, due, review.outcome, review.detail, reached],
};
