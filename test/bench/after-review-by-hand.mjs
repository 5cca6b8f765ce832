// The floors: what follows from a review in plain code, once without any check, and once as careful as the library is.

export function reviewedByHand({ reviewOutcome, attempt }) {
  if (reviewOutcome === 'criteria-met') return { outcome: 'award', detail: { writtenFeedback: false, freeResubmissions: 0 } };
  return attempt === 'submission'
    ? { outcome: 'feedback-and-resubmission', detail: { writtenFeedback: true, freeResubmissions: 1 } }
    : { outcome: 'feedback-and-restart', detail: { writtenFeedback: true, freeResubmissions: 0 } };
}

const finding = (clause, test, holds) => Object.freeze({ clause, test, holds });
const met = finding('support/4.4', 'criteria-are-met', true);
const notMet = finding('support/4.4', 'criteria-are-met', false);
const notPromised = finding('support/6.1.5', 'feedback-is-promised-when-met', false);
const resubmission = finding('support/6.2.1.b', 'first-review-grants-resubmission', true);
const noResubmission = finding('support/6.2.1.b', 'first-review-grants-resubmission', false);
const feedback = finding('support/6.2.1.a', 'not-met-brings-feedback', true);
const everyTime = finding('support/6.2.1.a', 'feedback-follows-every-not-met', true);
const restart = finding('support/6.2.3', 'not-met-on-resubmission-restarts', true);
const because = {
  award: [met, notPromised],
  'feedback-and-resubmission': [notMet, resubmission, feedback],
  'feedback-and-restart': [notMet, noResubmission, everyTime, restart],
};
const basis = Object.freeze({ editions: Object.freeze(['support@professional-status-team']), readings: Object.freeze([]) });
const known = new Set(['reviewOutcome', 'attempt']);

/** Checks every fact and refuses unknown ones; the answer is fresh, cites its clauses and is frozen throughout. */
export function reviewedByHandStrictly(facts) {
  if (typeof facts !== 'object' || facts === null) throw new TypeError('facts are not an object');
  for (const key of Object.keys(facts)) if (!known.has(key)) throw new TypeError(`${key} is unknown`);
  const { reviewOutcome, attempt } = facts;
  if (reviewOutcome !== 'criteria-met' && reviewOutcome !== 'criteria-not-met') throw new TypeError('no such outcome');
  if (attempt !== 'submission' && attempt !== 'resubmission') throw new TypeError('no such attempt');
  const { outcome, detail } = reviewedByHand(facts);
  return Object.freeze({
    settled: true,
    rule: 'entitlementsAfterReview',
    outcome,
    detail: Object.freeze(detail),
    because: Object.freeze([...because[outcome]]),
    basis,
  });
}
