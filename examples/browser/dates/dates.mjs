// The dates of a participant, from the dates of the cohort: each with what the library says of it, who it is for, and its clause. Nothing here touches the page.
import {
  assessResubmission,
  assessSubmission,
  entitlementsAfterReview,
  explain,
  londonDate,
  nextAvailableCohort,
  noticeDeadline,
  openCase,
  reviewWindow,
} from 'professional-status';
import { addDays } from 'professional-status/calendar';
import { dayOf } from '../../cohort/decide.mjs';

/** @import { AnyPolicy, ClauseId, Cohort, Duty, Explainable, Instant, PlainDate, Role } from 'professional-status' */
/**
 * One date: its heading, the day or instant where it is known, the last day of a time that runs, what the library says, who acts, and the clause.
 * A date that the cohort publishes rests on no clause.
 *
 * @typedef {{ code: string, heading: string, on?: PlainDate | Instant, to?: PlainDate, says: string, who?: Role, clause?: ClauseId, duty?: Pick<Duty, 'what' | 'kind' | 'clause'> }} Dated
 */
/** @typedef {{ programme: Cohort['programme'] } & Partial<Cohort>} Given a cohort of which some dates may not be known */

/** Throws what the library says of dates that do not fit together. @param {Given} given */
export function checkDates(given) {
  const { startsOn = given.submissionDeadline && dayOf(given.submissionDeadline) } = given;
  if (startsOn === undefined) return;
  openCase({ participant: 'p-1', cohort: { id: 'own-dates', ...given, startsOn }, registeredOn: startsOn });
}

/** The dates that follow, earliest first. @param {Given} given @param {readonly Cohort[]} cohorts that are known, for a restart @param {AnyPolicy} policy @returns {readonly Dated[]} */
export function datesOf(given, cohorts, policy) {
  const { programme, startsOn, entryCloses, submissionDeadline, resultsOn, resubmissionDeadline } = given;
  const all = [
    ...(startsOn ? [notice(startsOn, policy)] : []),
    ...published('entry', 'Entry to the cohort closes', entryCloses),
    ...published('start', 'The programme starts', startsOn),
    ...(submissionDeadline ? submission(submissionDeadline, policy) : []),
    ...published('results', 'Results', resultsOn),
    ...(resubmissionDeadline ? resubmission(programme, resubmissionDeadline, cohorts, policy) : []),
  ];
  const place = (/** @type {Dated} */ { on }) => (on === undefined ? '9999' : dayOf(on));
  return all.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** A date that the cohort publishes, if it does. @param {string} code @param {string} heading @param {PlainDate | undefined} on @returns {Dated[]} */
const published = (code, heading, on) => (on === undefined ? [] : [{ code, heading, on, says: 'The cohort publishes this date.' }]);

/** @param {PlainDate} startsOn @param {AnyPolicy} policy @returns {Dated} */
function notice(startsOn, policy) {
  const due = noticeDeadline({ programmeStartsOn: startsOn }, policy);
  const heading = 'Last day to ask for adjustments or other support in time';
  return { ...said(due, policy), code: 'notice', heading, who: 'participant', ...(due.settled && { on: due.detail.latestTimely }) };
}

/** @param {Instant} on @param {AnyPolicy} policy @returns {Dated[]} */
function submission(on, policy) {
  const submit = said(assessSubmission({ submissionDeadline: on, asOf: on }, policy), policy);
  const duty = /** @type {const} */ ({ what: 'submit-portfolio', kind: 'duty', clause: submit.clause });
  const review = reviewWindow({ submissionDeadline: on, attempt: 'submission' }, policy);
  const days = review.settled && { on: review.detail.opens, to: review.detail.closes };
  return [
    { ...submit, code: 'submission', heading: 'Submit the portfolio', on, who: 'participant', duty },
    { ...said(review, policy), code: 'review', heading: 'Review and moderation', who: 'reviewers', ...days },
  ];
}

/** @param {Cohort['programme']} programme @param {Instant} on @param {readonly Cohort[]} cohorts @param {AnyPolicy} policy @returns {Dated[]} */
function resubmission(programme, on, cohorts, policy) {
  const notMet = said(entitlementsAfterReview({ reviewOutcome: 'criteria-not-met', attempt: 'submission' }, policy), policy);
  const duty = /** @type {const} */ ({ what: 'resubmit-portfolio', kind: 'opportunity', clause: notMet.clause });
  const heading = 'Only after “criteria not met”: resubmit the portfolio';
  const asOf = addDays(londonDate(on), 1);
  const missed = assessResubmission({ resubmissionDeadline: on, asOf, programme }, policy);
  const restartFrom = missed.settled ? missed.detail.restartFrom : undefined;
  return [
    { ...notMet, code: 'resubmission', heading, on, who: 'participant', duty },
    restartFrom === undefined
      ? { ...said(missed, policy), code: 'restart', heading: 'If that deadline is missed', on: asOf, who: 'participant' }
      : restart(nextAvailableCohort({ programme, trigger: restartFrom, cohorts }, policy), policy),
  ];
}

/** @param {ReturnType<typeof nextAvailableCohort>} next @param {AnyPolicy} policy @returns {Dated} */
function restart(next, policy) {
  const startsOn = next.settled ? next.detail.cohort?.startsOn : undefined;
  const heading = 'Only if that deadline is missed: start again';
  return { ...said(next, policy), code: 'restart', heading, who: 'participant', ...(startsOn && { on: startsOn }) };
}

/** @param {Explainable & { because: readonly [{ clause: ClauseId }, ...unknown[]] }} decision @param {AnyPolicy} policy */
function said(decision, policy) {
  const { line } = explain(decision, policy);
  return { says: line, clause: decision.because[0].clause };
}
