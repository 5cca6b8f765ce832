// The floor: the programme in plain code, as careful as the library is. It validates registration and events, gives findings and effects, and freezes what it gives.
// It knows one policy, the events of the benchmark's histories and nothing else: no readings, refusals, ATS, duplicates or days without a deadline.
import { instantOf, isDate, monthBefore, parts, text } from './by-hand.mjs';

const fail = (what) => {
  throw new TypeError(what);
};
const checkDate = (value, name) => isDate(value) || fail(`${name} is not a date`);
const checkText = (value, name) => (typeof value === 'string' && value.length > 0 && value.length <= 200) || fail(`${name} is not a text`);
const checkInstant = (value, name) => instantOf(value) === undefined && fail(`${name} is not an instant`);
const checkOptional = (check) => (value, name) => value === undefined || check(value, name);
const checkOutcome = (value) => value === 'criteria-met' || value === 'criteria-not-met' || fail('no outcome');
const checkProgramme = (value) => value === 'QTLS' || value === 'ATS' || fail('no programme');

/** Checks an object key by key, and copies it. */
function copyOf(value, checks) {
  if (typeof value !== 'object' || value === null) fail('not an object');
  for (const key of Object.keys(value)) if (checks[key] === undefined) fail(`${key} is unknown`);
  const copy = {};
  for (const key in checks) {
    checks[key](value[key], key);
    if (value[key] !== undefined) copy[key] = value[key];
  }
  return Object.freeze(copy);
}

const cohortChecks = {
  id: checkText,
  programme: checkProgramme,
  startsOn: checkDate,
  entryOpens: checkOptional(checkDate),
  entryCloses: checkOptional(checkDate),
  submissionDeadline: checkOptional(checkInstant),
  resubmissionDeadline: checkOptional(checkInstant),
  resultsOn: checkOptional(checkDate),
};
const checkCohort = (value) => copyOf(value, cohortChecks);
const checkCount = (value, name) => (Number.isInteger(value) && value > 0) || fail(`${name} is no number`);
const registrationChecks = { participant: checkText, cohort: checkCohort, registeredOn: checkDate, portfolio: checkOptional(checkCount) };
const dayChecks = { type: checkText, id: checkOptional(checkText), on: checkDate };
const instantChecks = { type: checkText, id: checkOptional(checkText), at: checkInstant };
const eventChecks = {
  'adjustments-requested': dayChecks,
  'portfolio-issued': dayChecks,
  'supporter-appointed': dayChecks,
  'portfolio-submitted': instantChecks,
  'review-started': dayChecks,
  'outcome-released': { ...dayChecks, reviewOutcome: checkOutcome },
  'feedback-issued': dayChecks,
  'portfolio-resubmitted': instantChecks,
  'status-awarded': dayChecks,
  restarted: { ...dayChecks, cohort: checkCohort, registeredOn: checkOptional(checkDate) },
};

const finding = (clause, test, holds) => Object.freeze({ clause, test, holds });
const shared = {
  noticeIsAsked: finding('support/3.1.1', 'notice-is-asked', true),
  isSubmitted: finding('support/4.4', 'is-submitted', true),
  isResubmitted: finding('support/6.2.1.b', 'is-resubmitted', true),
  noSecondOutcome: finding('support/4.4', 'second-outcome-is-released', false),
  met: finding('support/4.4', 'criteria-are-met', true),
  notMet: finding('support/4.4', 'criteria-are-met', false),
  notPromised: finding('support/6.1.5', 'feedback-is-promised-when-met', false),
  resubmission: finding('support/6.2.1.b', 'first-review-grants-resubmission', true),
  feedback: finding('support/6.2.1.a', 'not-met-brings-feedback', true),
};
const gained = (entitlement, clause) => Object.freeze({ type: 'entitlement-gained', entitlement, clause });
const dutyMet = (duty) => Object.freeze({ type: 'duty-met', duty });
const supportGained = gained('in-programme-support', 'support/4.3');
const feedbackGained = gained('written-feedback', 'support/6.2.1.a');
const resubmissionGained = gained('free-resubmission', 'support/6.2.1.b');
const supportClosed = Object.freeze({ type: 'support-closed' });
const [supporterMet, submitMet, resubmitMet, feedbackMet, awardMet, restartMet] = [
  'appoint-supporter',
  'submit-portfolio',
  'resubmit-portfolio',
  'give-written-feedback',
  'award-status',
  'restart',
].map(dutyMet);
const terms = Object.freeze({ kind: 'document', document: 'qtls-terms' });

const compared = (clause, test, holds, left, right) => Object.freeze({ clause, test, holds, left, operator: '<=', right });
const deadline = (type, due, clause) =>
  Object.freeze({ type, deadline: Object.freeze({ due, owedBy: 'participant', clause, set: 'by-cohort' }) });
const refuse = (event, stage) => fail(`${event} in ${stage}`);

/** What every stage knows, then what this one does. Adding to a spread would take some twenty times as long. */
function at(stage, { participant, cohort, registeredOn, portfolio }, more) {
  return Object.assign({ schemaVersion: 1, stage, participant, cohort, registeredOn, portfolio, history: undefined }, more);
}

/** Takes one event: the next state without its history, and the findings and effects beside `stage-takes-event`. */
function take(state, event) {
  const { stage, cohort, issuedOn, submittedAt } = state;
  const { submissionDeadline, resubmissionDeadline } = cohort;
  switch (event.type) {
    case 'adjustments-requested': {
      const latest = text(...monthBefore(parts(cohort.startsOn)));
      const because = [
        shared.noticeIsAsked,
        compared('support/3.1.1', 'requested-by-latest-timely-date', event.on <= latest, event.on, latest),
      ];
      return ['support/3.1.1', { ...state }, because, []];
    }
    case 'portfolio-issued':
      if (stage !== 'registered') return refuse(event.type, stage);
      return [
        'support/4.3',
        at('in-programme', state, { issuedOn: event.on }),
        [],
        [supportGained, deadline('deadline-opened', submissionDeadline, 'support/4.4')],
      ];
    case 'supporter-appointed':
      if (stage !== 'registered' && stage !== 'in-programme') return refuse(event.type, stage);
      return ['support/6.1.2', { ...state }, [], [supporterMet]];
    case 'portfolio-submitted': {
      if (stage !== 'in-programme') return refuse(event.type, stage);
      const inTime = instantOf(event.at) <= instantOf(submissionDeadline);
      if (!inTime) return refuse('a late submission', stage);
      return [
        'support/4.4',
        at('submitted', state, { issuedOn, submittedAt: event.at }),
        [shared.isSubmitted, compared('support/4.4', 'submitted-by-deadline', inTime, event.at, submissionDeadline)],
        [submitMet, deadline('deadline-closed', submissionDeadline, 'support/4.4')],
      ];
    }
    case 'review-started':
      if (stage !== 'submitted') return refuse(event.type, stage);
      return ['support/4.4', at('under-review', state, { issuedOn, submittedAt, reviewStartedOn: event.on }), [], []];
    case 'outcome-released': {
      if (event.reviewOutcome === 'criteria-met') {
        if (stage !== 'submitted' && stage !== 'under-review' && stage !== 'resubmitted') return refuse(event.type, stage);
        return ['support/4.4', at('criteria-met', state, { issuedOn, submittedAt, metOn: event.on }), [shared.met, shared.notPromised], []];
      }
      if (stage !== 'submitted' && stage !== 'under-review') return refuse(event.type, stage);
      return [
        'support/4.4',
        at('criteria-not-met', state, { issuedOn, submittedAt, notMetOn: event.on }),
        [shared.notMet, shared.resubmission, shared.feedback],
        [feedbackGained, resubmissionGained, deadline('deadline-opened', resubmissionDeadline, 'support/6.2.3')],
      ];
    }
    case 'feedback-issued':
      if (stage !== 'criteria-not-met') return refuse(event.type, stage);
      return ['support/6.2.1.a', { ...state }, [], [feedbackMet]];
    case 'portfolio-resubmitted': {
      if (stage !== 'criteria-not-met') return refuse(event.type, stage);
      const inTime = instantOf(event.at) <= instantOf(resubmissionDeadline);
      const by = compared('support/6.2.3', 'resubmitted-by-deadline', inTime, event.at, resubmissionDeadline);
      const effects = [resubmitMet, deadline('deadline-closed', resubmissionDeadline, 'support/6.2.3')];
      if (inTime)
        return [
          'support/6.2.1.b',
          at('resubmitted', state, { issuedOn, submittedAt, notMetOn: state.notMetOn, resubmittedAt: event.at }),
          [shared.isResubmitted, by, shared.noSecondOutcome],
          effects,
        ];
      const restartFrom = dayAfterLondon(resubmissionDeadline);
      return [
        'support/6.2.1.b',
        at('restart-required', state, { issuedOn, restartFrom, reason: 'resubmitted-late' }),
        [shared.isResubmitted, by],
        effects,
      ];
    }
    case 'status-awarded':
      if (stage !== 'criteria-met') return refuse(event.type, stage);
      return [
        'support/4.3',
        at('awarded', state, { issuedOn, submittedAt, metOn: state.metOn, awardedOn: event.on }),
        [],
        [awardMet, supportClosed],
      ];
    case 'restarted': {
      if (stage !== 'restart-required') return refuse(event.type, stage);
      const [same, other] = [event.cohort.programme === cohort.programme, event.cohort.id !== cohort.id];
      if (!same || !other) return refuse(event.type, stage);
      const next = Object.freeze({
        participant: state.participant,
        cohort: event.cohort,
        registeredOn: event.registeredOn ?? event.on,
        portfolio: state.portfolio + 1,
      });
      const because = [
        Object.freeze({
          clause: 'support/6.2.3',
          test: 'restart-is-in-the-same-programme',
          holds: same,
          left: event.cohort.programme,
          operator: '=',
          right: cohort.programme,
        }),
        Object.freeze({ clause: 'support/6.2.3', test: 'restart-is-in-another-cohort', holds: other, left: event.cohort.id }),
      ];
      const effects = [
        restartMet,
        Object.freeze({ type: 'case-opened', registration: next }),
        Object.freeze({ type: 'fee-due', amount: terms }),
      ];
      return ['support/6.2.3', at('restarted', state, { issuedOn, restartedOn: event.on, next }), because, effects, [terms]];
    }
    default:
      return refuse(event.type, stage);
  }
}

/** The deadlines of the benchmark are stated with London's own offset. */
function dayAfterLondon(instant) {
  return new Date(Date.parse(instant.slice(0, 10)) + 86_400_000).toISOString().slice(0, 10);
}

export function replayByHand(registration, events) {
  const { participant, cohort, registeredOn, portfolio = 1 } = copyOf(registration, registrationChecks);
  const read = events.map((event) => copyOf(event, eventChecks[event?.type] ?? fail('no type')));
  let state = Object.freeze({
    schemaVersion: 1,
    stage: 'registered',
    participant,
    cohort: Object.freeze({ ...cohort }),
    registeredOn,
    portfolio,
    history: Object.freeze([]),
  });
  const steps = read.map((event) => {
    const { stage, history } = state;
    const [clause, next, because, effects, unsettled = []] = take(state, event);
    next.history = Object.freeze([...history, event]);
    state = Object.freeze(next);
    const taken = Object.freeze({ clause, test: 'stage-takes-event', holds: true, left: event.type, operator: 'in', right: stage });
    return Object.freeze({
      accepted: true,
      case: state,
      effects: Object.freeze(effects),
      because: Object.freeze([taken, ...because]),
      unsettled: Object.freeze(unsettled),
    });
  });
  return { case: state, steps };
}
