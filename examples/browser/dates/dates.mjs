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
 * A date that the cohort publishes is `given`, and rests on no clause.
 *
 * @typedef {{ code: string, heading: string, on?: PlainDate | Instant, to?: PlainDate, says: string, who?: Role, clause?: ClauseId, given?: keyof Cohort, duty?: Pick<Duty, 'what' | 'kind' | 'clause'> }} Dated
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
  const all = [...beforeStart(given, policy), ...ofSubmission(given, policy), ...ofResubmission(given, cohorts, policy)];
  const place = (/** @type {Dated} */ { on }) => (on === undefined ? '9999' : dayOf(on));
  return all.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}

/** @param {Given} given @param {AnyPolicy} policy @returns {Dated[]} */
function beforeStart({ startsOn, entryCloses }, policy) {
  const entry = entryCloses && publishedDate('entry', 'Entry to the cohort closes', entryCloses, 'entryCloses');
  if (startsOn === undefined) return entry ? [entry] : [];
  const notice = noticeDeadline({ programmeStartsOn: startsOn }, policy);
  return [
    {
      ...said(notice, policy),
      code: 'notice',
      heading: 'Last day to ask for adjustments or other support in time',
      who: 'participant',
      ...(notice.settled && { on: notice.detail.latestTimely }),
    },
    ...(entry ? [entry] : []),
    publishedDate('start', 'The programme starts', startsOn, 'startsOn'),
  ];
}

/** @param {string} code @param {string} heading @param {PlainDate} on @param {keyof Cohort} given @returns {Dated} */
const publishedDate = (code, heading, on, given) => ({ code, heading, on, given, says: 'The cohort publishes this date.' });

/** @param {Given} given @param {AnyPolicy} policy @returns {Dated[]} */
function ofSubmission({ submissionDeadline, resultsOn }, policy) {
  const results = resultsOn === undefined ? [] : [publishedDate('results', 'Results', resultsOn, 'resultsOn')];
  if (submissionDeadline === undefined) return results;
  const submission = assessSubmission({ submissionDeadline, asOf: submissionDeadline }, policy);
  const review = reviewWindow({ submissionDeadline, attempt: 'submission' }, policy);
  const submit = said(submission, policy);
  return [
    {
      ...submit,
      code: 'submission',
      heading: 'Submit the portfolio',
      on: submissionDeadline,
      given: 'submissionDeadline',
      who: 'participant',
      duty: { what: 'submit-portfolio', kind: 'duty', clause: submit.clause },
    },
    {
      ...said(review, policy),
      code: 'review',
      heading: 'Review and moderation',
      who: 'reviewers',
      ...(review.settled && { on: review.detail.opens, to: review.detail.closes }),
    },
    ...results,
  ];
}

/** @param {Given} given @param {readonly Cohort[]} cohorts @param {AnyPolicy} policy @returns {Dated[]} */
function ofResubmission({ programme, resubmissionDeadline }, cohorts, policy) {
  if (resubmissionDeadline === undefined) return [];
  const notMet = said(entitlementsAfterReview({ reviewOutcome: 'criteria-not-met', attempt: 'submission' }, policy), policy);
  const asOf = addDays(londonDate(resubmissionDeadline), 1);
  const missed = assessResubmission({ resubmissionDeadline, asOf, programme }, policy);
  const restartFrom = missed.settled ? missed.detail.restartFrom : undefined;
  return [
    {
      ...notMet,
      code: 'resubmission',
      heading: 'Only after “criteria not met”: resubmit the portfolio',
      on: resubmissionDeadline,
      given: 'resubmissionDeadline',
      who: 'participant',
      duty: { what: 'resubmit-portfolio', kind: 'opportunity', clause: notMet.clause },
    },
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
