// Histories of the lifecycle, found by walking it: from every stage that can be reached, in either programme, every event is tried on each date of the cohort and on the day after.
import { programmeLifecycle } from 'professional-status';

/**
 * @typedef {import('professional-status').Registration} Registration
 * @typedef {import('professional-status').Cohort} Cohort
 * @typedef {import('professional-status').CaseEvent} CaseEvent
 * @typedef {import('professional-status').Transition} Transition
 * @typedef {{ readonly registration: Registration, readonly events: readonly CaseEvent[], readonly last: CaseEvent, readonly step: Transition }} History `last` is one of `events`
 */

/** @type {Readonly<Record<'qtls' | 'ats' | 'later', Cohort>>} Made up, with dates like those of real cohorts. */
const cohorts = {
  qtls: {
    id: 'qtls-2021-01',
    programme: 'QTLS',
    startsOn: '2021-01-10',
    submissionDeadline: '2021-06-30T17:00:00+01:00',
    resubmissionDeadline: '2022-03-31T17:00:00+01:00',
  },
  ats: {
    id: 'ats-2021-10',
    programme: 'ATS',
    startsOn: '2021-10-04',
    submissionDeadline: '2022-10-03T17:00:00+01:00',
    resubmissionDeadline: '2023-02-28T17:00:00+00:00',
  },
  later: { id: 'qtls-2023-10', programme: 'QTLS', startsOn: '2023-10-01' },
};

/** @type {readonly Registration[]} The second is a portfolio opened by a restart. */
const registrations = [
  { participant: 'p-1', cohort: cohorts.qtls, registeredOn: '2020-12-07' },
  { participant: 'p-1', cohort: cohorts.qtls, registeredOn: '2020-12-07', portfolio: 2 },
  { participant: 'p-2', cohort: cohorts.ats, registeredOn: '2021-06-01' },
];

/** Every event that is tried, whatever the stage. @param {Cohort} cohort @returns {readonly CaseEvent[]} */
function eventsOf({ startsOn, submissionDeadline, resubmissionDeadline }) {
  const deadlines = [submissionDeadline, resubmissionDeadline].filter((at) => at !== undefined);
  const instants = deadlines.flatMap((at) => [at, at.replace(':00:00', ':00:01')]);
  const days = [startsOn, ...deadlines.flatMap((at) => [at.slice(0, 10), dayAfter(at)])];
  const ways = (/** @type {string} */ type) => {
    if (type === 'portfolio-submitted' || type === 'portfolio-resubmitted') return instants.map((at) => ({ at }));
    if (type === 'outcome-released')
      return days.flatMap((on) => ['criteria-met', 'criteria-not-met'].map((reviewOutcome) => ({ on, reviewOutcome })));
    if (type === 'restarted') return days.flatMap((on) => Object.values(cohorts).map((cohort) => ({ on, cohort })));
    return days.map((on) => ({ on }));
  };
  const tried = programmeLifecycle.events.flatMap((type) => ways(type).map((facts) => ({ type, ...facts })));
  return /** @type {readonly CaseEvent[]} */ (tried);
}

/** @param {string} at */
const dayAfter = (at) => new Date(Date.parse(at) + 86_400_000).toISOString().slice(0, 10);

/** Every event at every stage, shortest histories first: what was taken on the way, then the event that was tried. @returns {readonly History[]} */
export function walk() {
  /** @type {History[]} */
  const found = [];
  for (const registration of registrations) {
    const reached = new Set();
    /** @type {(readonly CaseEvent[])[]} */
    const paths = [[]];
    for (const path of paths) {
      const { case: state } = programmeLifecycle.replay(registration, path);
      if (reached.has(state.stage)) continue;
      reached.add(state.stage);
      for (const last of eventsOf(registration.cohort)) {
        const step = programmeLifecycle.transition(state, last);
        found.push({ registration, events: [...path, last], last, step });
        if (step.accepted) paths.push([...path, last]);
      }
    }
  }
  return found;
}
