// Histories of each machine, found by walking it: from every stage that can be reached, every event is tried. In the lifecycle that is on each date of
// the cohort and on the day after, in either programme.
import { addDays, londonDate } from 'professional-status/calendar';
import { actionAgainstMember, awardAppeal, membershipApplication, programmeLifecycle, supportAppealProcedure } from 'professional-status';

/**
 * @import { CaseEvent, Cohort, Registration } from 'professional-status'
 * @typedef {{ readonly type: string }} AnyEvent
 * @typedef {import('professional-status').Machine<unknown, { readonly stage: string, readonly history: readonly AnyEvent[] }, AnyEvent>} AnyMachine
 * @typedef {{ readonly machine: AnyMachine, readonly openings: readonly unknown[], readonly eventsOf: (opening: any) => readonly AnyEvent[] }} Walked
 * @typedef {{ readonly machine: AnyMachine, readonly opening: unknown, readonly events: readonly AnyEvent[], readonly last: AnyEvent, readonly step: ReturnType<AnyMachine['transition']> }} History `last` is one of `events`
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
  const days = [startsOn, ...deadlines.map(londonDate).flatMap((day) => [day, addDays(day, 1)])];
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

const days = ['2021-05-13', '2021-05-14', '2021-05-28', '2021-06-01'];

/** The steps of a procedure on each of those days, with these facts beside the day. @param {'at' | 'on'} when @param {string} type @param {...object} ways */
const steps = (when, type, ...ways) =>
  days.flatMap((day) => (ways.length > 0 ? ways : [{}]).map((facts) => ({ type, [when]: day, ...facts })));

/** Each machine, with what can open it and what can be tried then. @type {readonly Walked[]} */
export const walked = [
  { machine: programmeLifecycle, openings: registrations, eventsOf: (/** @type {Registration} */ { cohort }) => eventsOf(cohort) },
  {
    machine: supportAppealProcedure,
    openings: [{ participant: 'p-1' }],
    eventsOf: () => [
      ...steps('on', 'discussed'),
      ...steps('at', 'appeal-received', { ground: 'sufficiency-of-support' }, { ground: 'other' }),
      ...steps('on', 'answered'),
    ],
  },
  {
    machine: awardAppeal,
    openings: [{ member: 'm-1', decisionReceivedAt: '2021-05-14' }],
    eventsOf: () => [
      ...steps('at', 'explanation-requested'),
      ...steps('at', 'explained'),
      ...steps('at', 'appeal-lodged', { grounds: ['procedural-error'] }, { grounds: ['other'] }),
      ...steps('on', 'appeal-decided', { upheld: true }),
    ],
  },
  {
    machine: actionAgainstMember,
    openings: [{ member: 'm-1', source: 'employer', receivedAt: '2021-05-14' }],
    eventsOf: () => [
      ...steps('on', 'acknowledged'),
      ...steps('on', 'considered'),
      ...steps('on', 'decided', { against: true }, { against: false }),
      ...steps('on', 'review-requested'),
      ...steps('on', 'review-decided'),
    ],
  },
  {
    machine: membershipApplication,
    openings: [{ applicant: 'a-1', appliedOn: '2021-05-14' }],
    eventsOf: () => [
      ...steps('on', 'code-committed'),
      ...steps('on', 'reviewed', { accepted: false }, { accepted: true }),
      ...steps('on', 'review-requested'),
      ...steps('on', 'review-decided', { accepted: true }),
    ],
  },
].map((each) => /** @type {Walked} */ (/** @type {unknown} */ (each)));

/** Every event at every stage, and after each way in which a decision went there, shortest histories first: what was taken on the way, then the event that was tried. @returns {readonly History[]} */
export function walk() {
  /** @type {History[]} */
  const found = [];
  for (const { machine, opening, tried } of walked.flatMap(({ machine, openings, eventsOf }) =>
    openings.map((opening) => ({ machine, opening, tried: eventsOf(opening) })),
  )) {
    const reached = new Set();
    /** @type {(readonly AnyEvent[])[]} */
    const paths = [[]];
    for (const path of paths) {
      const { case: state } = machine.replay(opening, path);
      const place = JSON.stringify([state.stage, ...Object.values(path.at(-1) ?? {}).filter((fact) => typeof fact === 'boolean')]);
      if (reached.has(place)) continue;
      reached.add(place);
      for (const last of tried) {
        const step = machine.transition(state, last);
        found.push({ machine, opening, events: [...path, last], last, step });
        if (step.accepted) paths.push([...path, last]);
      }
    }
  }
  return found;
}
