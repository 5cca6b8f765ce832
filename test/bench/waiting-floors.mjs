// Floors for the calls where a person waits: the same answers in plain code, for these cases alone. What each leaves out is said on the page.
import { assessAdjustmentRequest, explain } from 'professional-status';
import { dateOn, dayOf, fail, isDate, isInstant, monthBefore, replayed, strictNotice } from './floors.mjs';

const isText = (value) => typeof value === 'string' && value.length > 0 && value.length <= 200;
const required = {
  schemaVersion: (value) => value === 1,
  stage: isText,
  participant: isText,
  registeredOn: isDate,
  portfolio: Number.isInteger,
};
const perStage = { late: (value) => value === true, reason: isText, submittedAt: isInstant, resubmittedAt: isInstant };
for (const name of ['issuedOn', 'reviewStartedOn', 'metOn', 'notMetOn', 'secondReviewStartedOn', 'restartFrom', 'awardedOn'])
  perStage[name] = isDate;
const ofCohort = { id: isText, programme: isText, startsOn: isDate, submissionDeadline: isInstant, resubmissionDeadline: isInstant };

function check(value, all, some = {}) {
  if (typeof value !== 'object' || value === null) fail('not an object');
  for (const name in all) if (!all[name](value[name])) fail(`${name} is not right`);
  for (const name in value) if (!(name in all) && !some[name]?.(value[name])) fail(`${name} is not right`);
}
const ofCase = { ...required, cohort: (value) => check(value, ofCohort) ?? true, history: Array.isArray };

/** Reads a stored case: every field is checked, and its history has to lead to its stage. */
export function readByHand(value) {
  check(value, ofCase, perStage);
  const { stage, steps } = replayed(value.cohort, value.history);
  if (stage !== value.stage || steps.length !== value.history.length || steps.some(({ accepted }) => !accepted)) fail('another stage');
  const history = Object.freeze(value.history.map((event) => Object.freeze({ ...event })));
  return Object.freeze({ ...value, cohort: Object.freeze({ ...value.cohort }), history });
}

const plainDuty = (what, owedBy, clause) => Object.freeze({ what, owedBy, clause, status: 'no-limit-stated' });
const feedback = plainDuty('give-written-feedback', 'reviewers', 'support/6.2.1.a');
const supporter = plainDuty('appoint-supporter', 'participant', 'support/6.1.2');
const restart = plainDuty('restart', 'participant', 'support/6.2.3');
const award = plainDuty('award-status', 'set', 'support/4.3');

function datedDuty(what, clause, due, asOf, passed) {
  const daysLeft = dayOf(due) - dayOf(asOf);
  const status = daysLeft > 0 ? 'upcoming' : daysLeft === 0 ? 'due-today' : passed;
  return Object.freeze({ what, owedBy: 'participant', clause, due, status, daysLeft });
}

function dutiesOf({ stage, cohort, history }, asOf) {
  const owed = history.some(({ reviewOutcome }) => reviewOutcome === 'criteria-not-met') ? [feedback] : [];
  const helped = history.some(({ type }) => type === 'supporter-appointed') ? [] : [supporter];
  if (stage === 'registered') return helped;
  if (stage === 'in-programme')
    return [datedDuty('submit-portfolio', 'support/4.4', cohort.submissionDeadline, asOf, 'overdue'), ...helped];
  if (stage === 'criteria-met') return [award, ...owed];
  if (stage === 'restart-required') return [restart, ...owed];
  if (stage !== 'criteria-not-met') return stage === 'awarded' ? [] : owed;
  const again = datedDuty('resubmit-portfolio', 'support/6.2.1.b', cohort.resubmissionDeadline, asOf, 'lapsed');
  return again.status === 'lapsed' ? [restart, ...owed, again] : [again, ...owed];
}

/** What is owed in a case on a day after all of its events. */
export function positionByHand(value, asOf) {
  const state = readByHand(value);
  return Object.freeze({ stage: state.stage, asOf, duties: Object.freeze(dutiesOf(state, asOf)) });
}

const months = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' }),
);
const inWords = (date) => `${Number(date.slice(8, 10))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** A line for the position, and one for each duty. */
function positionInWords({ stage, asOf, duties }) {
  const lines = duties.map(({ what, owedBy, clause, status, due, daysLeft }) => {
    const when = due === undefined ? 'no time limit' : `${inWords(due)}, ${Math.abs(daysLeft)} days ${daysLeft < 0 ? 'ago' : 'from now'}`;
    return `- ${owedBy}: ${what}, ${status}; ${when} (${clause})`;
  });
  return [`On ${inWords(asOf)} the stage is ${stage}.`, ...lines].join('\n');
}

const nearest = ({ duties }) => Math.min(...duties.map(({ daysLeft = Infinity }) => daysLeft));

/** Stored cases from one JSON text, where each stands on a day, in words: those that are overdue longest first. */
export function reportByHand({ text, asOf }) {
  const told = JSON.parse(text).map((value) => ({ participant: value.participant, position: positionByHand(value, asOf) }));
  told.sort((a, b) => nearest(a.position) - nearest(b.position) || 0);
  return told.map(({ participant, position }) => ({ participant, text: positionInWords(position) }));
}

const choices = {
  'notice-month': ['count-back', 'count-forward'],
  'notice-boundary': ['inclusive', 'clear-month'],
  'notice-effect': ['advisory', 'condition'],
};
const ids = Object.keys(choices);
const combinations = Array.from({ length: 8 }, (_, index) => ids.map((id, place) => choices[id][(index >> (2 - place)) & 1]));

/** A request under some reading of the month, of its boundary and of a late request. */
function judged({ requestedOn, programmeStartsOn }, [month, boundary, effect]) {
  const back = boundary === 'clear-month' ? 1 : 0;
  const latest = month === 'count-back' ? dayOf(monthBefore(programmeStartsOn)) - back : lastToReach(dayOf(programmeStartsOn) - back);
  const marginDays = latest - dayOf(requestedOn);
  const follows = marginDays < 0 && effect === 'condition' ? 'not-accepted' : 'considered';
  const detail = { latestTimely: dateOn(latest), firstLate: dateOn(latest + 1), marginDays, effect: follows };
  return { outcome: marginDays >= 0 ? 'timely' : 'late', detail };
}

function lastToReach(day) {
  const after = dateOn(day + 1);
  return after.endsWith('-01') ? dayOf(monthBefore(after)) - 1 : dayOf(monthBefore(dateOn(day)));
}

/** What would make a request's outcome another: a fact at the nearest day that does, or one reading. */
export function changesByHand(facts) {
  const { outcome } = strictNotice(facts);
  const step = outcome === 'late' ? -1 : 1;
  const found = [];
  for (const [name, direction] of [
    ['requestedOn', step],
    ['programmeStartsOn', -step],
  ]) {
    const from = dayOf(facts[name]);
    for (let days = 1; days <= 1_000; days++) {
      const to = dateOn(from + days * direction);
      const then = judged({ ...facts, [name]: to }, combinations[0]).outcome;
      if (then === outcome) continue;
      found.push({ change: { kind: 'fact', name }, to, outcome: then });
      break;
    }
  }
  for (const [place, id] of ids.entries()) {
    const to = choices[id][1];
    const then = judged(facts, combinations[4 >> place]).outcome;
    if (then !== outcome) found.push({ change: { kind: 'reading', id }, to, outcome: then });
  }
  return found;
}

/** A request under every reading, and which readings decide. */
export function readingsByHand(facts) {
  strictNotice(facts);
  const all = combinations.map((chosen) => judged(facts, chosen));
  const deciding = (told) => ids.filter((_, place) => all.some((answer, index) => told(answer) !== told(all[index ^ (4 >> place)])));
  const readings = deciding(({ outcome }) => outcome);
  const others = ids.reduce((sum, id, place) => (readings.includes(id) ? sum : sum | (4 >> place)), 0);
  const answers = all.flatMap((answer, index) => {
    if (index & others) return [];
    return [{ readings: Object.fromEntries(readings.map((id) => [id, combinations[index][ids.indexOf(id)]])), ...answer }];
  });
  const details = ['latestTimely', 'firstLate', 'marginDays', 'effect'].map((name) => ({
    name,
    readings: deciding(({ detail }) => detail[name]),
  }));
  return {
    kind: readings.length > 0 ? 'depends-on' : 'settled',
    readings,
    answers,
    details: details.filter((each) => each.readings.length > 0),
  };
}

// The sentences that are the same for every request, taken once from an answer to a late one.
const [, ...same] = explain(assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })).steps;
const days = (count) => (count === 1 ? '1 day' : `${count} days`);

/** The answer to a request in words. */
export function explainedByHand({ outcome, detail: { marginDays }, because, basis }) {
  const { left, right, holds } = because.find(({ test }) => test === 'requested-by-latest-timely-date');
  const spare = marginDays === 0 ? ', on the last day for it' : `, with ${days(marginDays)} to spare`;
  const headline =
    outcome === 'timely' ? `The request is in time${spare}` : `The request is late by ${days(-marginDays)}. It is still considered`;
  const found = `The request was made on ${inWords(left)}, ${holds ? 'no later than' : 'after'} the last day in time, ${inWords(right)}.`;
  const sentences = [found, ...same.slice(0, basis.readings.length).map(({ text }) => text), same.at(-1).text];
  return { text: [`${headline}.`, ...sentences.map((each) => `- ${each}`)].join(' (Support policy 3.1.1)\n') + ' (Support policy 3.1.1)' };
}

/** Every row decided; one that is malformed says so and stops no other. */
export const rowsByHand = (rows) =>
  rows.map((facts) => {
    try {
      return { ok: true, decision: strictNotice(facts) };
    } catch (error) {
      return { ok: false, issues: [error.message] };
    }
  });
