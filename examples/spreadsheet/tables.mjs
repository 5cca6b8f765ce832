// What the workbook looks up, asked of the library: which event leads from which stage to which, and what is next at each stage. Nothing here is decided: where the few
// marks that a formula can work out did not settle the library's answer, this would throw.
import { labels, openCase, position, programmeLifecycle, transition } from 'professional-status';
import { addDays } from 'professional-status/calendar';
import { momentOf } from '../cohort/decide.mjs';

/** @typedef {import('professional-status').Case} Case */
/** @typedef {import('professional-status').CaseEvent} CaseEvent */
/** @typedef {import('professional-status').Cohort} Cohort */

export const stages = programmeLifecycle.stages;
const types = /** @type {readonly CaseEvent['type'][]} */ (programmeLifecycle.events);
/** The number of a stage or an event in the workbook, from 1. @param {string} stage */
export const stageNumber = (stage) => stages.indexOf(/** @type {Case['stage']} */ (stage)) + 1;
/** @param {string} type */
export const eventNumber = (type) => types.indexOf(/** @type {CaseEvent['type']} */ (type)) + 1;

/**
 * What is asked about an event beside its stage. A mark decides: the programme, whether it is late, whether its deadline is known, what the
 * outcome is, whether the new cohort is available. A bound is the day from which it can be: that of the case's own mark, of a deadline, the
 * day after one, or the later of the first two. It helps if it may belong to the portfolio that a restart of the same day opens.
 *
 * @type {Readonly<Record<string, { mark?: string, bound?: string, helps?: boolean }>>}
 */
const asks = {
  'supporter-appointed': { mark: 'programme', helps: true },
  'mentor-requested': { mark: 'programme', helps: true },
  'mentor-appointed': { mark: 'programme', helps: true },
  'portfolio-submitted': { mark: 'late', bound: 'mark' },
  'portfolio-resubmitted': { mark: 'late', bound: 'mark' },
  'submission-deadline-missed': { mark: 'known', bound: 'after deadline' },
  'resubmission-deadline-missed': { mark: 'known', bound: 'after deadline' },
  'review-started': { bound: 'deadline' },
  'outcome-released': { mark: 'outcome', bound: 'review' },
  'status-awarded': { bound: 'mark' },
  restarted: { mark: 'cohort' },
};
/** Events that come first within a day, before the one named. @type {Readonly<Record<string, string>>} */
const firstOfDay = {
  'submission-deadline-missed': 'portfolio-submitted',
  'resubmission-deadline-missed': 'portfolio-resubmitted',
  'second-review-started': 'outcome-released',
};
const moved = Object.keys(firstOfDay);
const ofDay = types
  .filter((type) => !moved.includes(type))
  .flatMap((type) => [
    ...moved.filter((each) => firstOfDay[each] === type),
    type,
    ...(type === 'outcome-released' ? ['criteria-met'] : []),
  ]);

/** A clause as people cite it. @param {string} clause */
const cited = (clause) => clause.replace('support/', 'Support policy ');

/** The clause under which an event is taken, at whatever stage. @param {string} type */
function clauseOf(type) {
  const [clause = '', another] = new Set(programmeLifecycle.cells.flatMap(({ event, clause }) => (event === type ? cited(clause) : [])));
  if (another !== undefined) throw new Error(`${type} is taken under ${clause} and ${another}`);
  return clause;
}

/** The events in words, as `SET_COHORT` takes them; their place within a day, and what is asked about each. */
export const events = types.map((type) => {
  const { mark = '', bound = '', helps = false } = asks[type] ?? {};
  return {
    type,
    inWords: type.replaceAll('-', ' '),
    clause: clauseOf(type),
    place: ofDay.indexOf(type) + 1,
    mark,
    bound,
    deadline: type.includes('resubmission') || type.includes('resubmitted') ? 'R' : 'S',
    helps,
    opensAnew: helps || type === 'portfolio-issued',
  };
});
/** What leads from which stage to which, whatever else decides. */
export const arrows = programmeLifecycle.cells.map(({ event, from, to }) => ({
  event: eventNumber(event),
  from: stageNumber(from),
  to: to.map(stageNumber),
}));
export const metPlace = ofDay.indexOf('criteria-met') + 1;

/** @param {Cohort['programme']} programme @param {boolean} known @param {string} id @param {number} years @returns {Cohort} */
const cohort = (programme, known, id, years = 0) => ({
  id,
  programme,
  startsOn: `${2021 + years}-01-10`,
  ...(known && {
    submissionDeadline: `${2021 + years}-06-30T17:00:00+01:00`,
    resubmissionDeadline: `${2022 + years}-03-31T17:00:00+01:00`,
  }),
});
const days = /** @type {const} */ (['2021-01-10', '2021-06-30', '2021-07-01', '2022-03-31', '2022-04-01']);
const instants = /** @type {const} */ ([
  '2021-01-09T12:00:00+00:00',
  '2021-06-30T17:00:00+01:00',
  '2021-06-30T17:00:01+01:00',
  '2022-03-31T17:00:00+01:00',
  '2022-03-31T17:00:01+01:00',
]);

/** Every event to try in a case. @param {Case} state @returns {readonly CaseEvent[]} */
const tries = ({ cohort: { programme, submissionDeadline } }) =>
  types.flatMap((type) => {
    if (type.endsWith('submitted')) return instants.map((at) => /** @type {CaseEvent} */ ({ type, at }));
    const into = [0, 4].flatMap((years) => [
      cohort(programme, submissionDeadline !== undefined, `later-${years}`, years),
      { ...cohort(programme, true, `closing-${years}`, years), entryCloses: years === 0 ? '2022-03-31' : '2022-04-01' },
      cohort(programme === 'QTLS' ? 'ATS' : 'QTLS', true, `other-${years}`, years),
    ]);
    const outcomes = [{ reviewOutcome: 'criteria-met' }, { reviewOutcome: 'criteria-not-met' }];
    const more = type === 'outcome-released' ? outcomes : type === 'restarted' ? into.map((each) => ({ cohort: each })) : [{}];
    return days.flatMap((on) => more.map((each) => /** @type {CaseEvent} */ ({ type, on, ...each })));
  });

/** @param {string | undefined} moment */
const dayOf = (moment) => moment?.slice(0, 10);

/** Whether a portfolio is there that was resubmitted. @param {Case} state */
const isSecond = ({ stage }) => /resubmitted|second/.test(stage);

/** The day or moment from which what comes next at a stage is judged. @param {Case} state @returns {string} */
function markOf(state) {
  const { restartFrom, metOn, resubmittedAt, notMetOn, submittedAt, issuedOn } = /** @type {any} */ (state);
  const again = isSecond(state) ? resubmittedAt : undefined;
  return restartFrom ?? metOn ?? again ?? notMetOn ?? submittedAt ?? issuedOn ?? '';
}

/** Whether somebody helps the participant, and whether feedback is owed. @param {Case} state */
function flagsOf({ cohort: { programme }, history }) {
  const helpers = programme === 'QTLS' ? ['supporter-appointed'] : ['mentor-requested', 'mentor-appointed'];
  const isNotMet = (/** @type {CaseEvent} */ event) => event.type === 'outcome-released' && event.reviewOutcome === 'criteria-not-met';
  const last = history.filter((event) => event.type === 'feedback-issued' || isNotMet(event)).at(-1);
  return { helped: Number(history.some(({ type }) => helpers.includes(type))), owed: Number(last !== undefined && isNotMet(last)) };
}

/** What a formula looks an event up by; the same is worked out by the formulas of the sheet `Working`. @param {Case} state @param {CaseEvent} event */
function eventKey(state, event) {
  const { mark, bound, deadline } = /** @type {(typeof events)[number]} */ (events.find(({ type }) => type === event.type));
  const { submissionDeadline, resubmissionDeadline, programme } = state.cohort;
  const until = deadline === 'R' ? resubmissionDeadline : submissionDeadline;
  const when = momentOf(event);
  const own = dayOf(markOf(state)) ?? '';
  const last = dayOf(until);
  const first = firstDay(bound, own, last, isSecond(state));
  const next = event.type === 'restarted' ? event.cohort : undefined;
  const available = next !== undefined && (next.entryCloses === undefined ? next.startsOn > own : next.entryCloses >= own);
  const of = {
    programme,
    late: until !== undefined && Date.parse(when) > Date.parse(until) ? 'late' : 'in time',
    known: until === undefined ? 'unknown' : 'known',
    outcome: event.type === 'outcome-released' ? event.reviewOutcome.replaceAll('-', ' ') : '',
    cohort: available && next.programme === programme && next.id !== state.cohort.id ? 'available' : 'not available',
  };
  const early = first !== '' && String(dayOf(when)) < first ? 'early' : '';
  return [stageNumber(state.stage), eventNumber(event.type), early, mark === '' ? '' : of[/** @type {keyof typeof of} */ (mark)]].join('|');
}

/** @param {string} bound @param {string} own @param {string | undefined} last @param {boolean} isSecond */
function firstDay(bound, own, last, isSecond) {
  if (bound === 'mark') return own;
  if (bound === 'review') return isSecond || last === undefined || last < own ? own : last;
  if (last === undefined || bound === '') return '';
  return bound === 'deadline' ? last : addDays(/** @type {import('professional-status').PlainDate} */ (last), 1);
}

/** @template T @param {Map<string, T>} table @param {string} key @param {T} answer */
function settle(table, key, answer) {
  const known = table.get(key);
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(answer))
    throw new Error(`${key} does not settle the answer: ${JSON.stringify(known)} and ${JSON.stringify(answer)}`);
  table.set(key, answer);
}

/** What a formula looks up what is next by. @param {Case} state @param {string} asOf */
function nextKey(state, asOf) {
  const { submissionDeadline, resubmissionDeadline, programme } = state.cohort;
  const until = state.stage === 'in-programme' ? submissionDeadline : state.stage === 'criteria-not-met' ? resubmissionDeadline : '';
  const reach = until === '' ? '' : until === undefined ? 'unknown' : asOf > until.slice(0, 10) ? 'past' : 'open';
  const { helped, owed } = flagsOf(state);
  return [stageNumber(state.stage), programme, helped, owed, reach].join('|');
}

/** What is next in a case, as the workbook has it. @param {Case} state @param {import('professional-status').PlainDate} asOf */
function nextOf(state, asOf) {
  const next = position(state, asOf).duties.find(({ status }) => status !== 'lapsed');
  if (next === undefined) return ['', '', '', '', '', ''];
  const until = next.deadline === undefined ? '' : next.what === 'resubmit-portfolio' ? 'R' : 'S';
  const { what, owedBy, clause, kind, status } = next;
  return [labels.duty[what], labels.role[owedBy], cited(clause), kind, until, until === '' ? labels.status[status] : ''];
}

/** Days to ask about: on each deadline, the day after it, and later. */
const asked = /** @type {const} */ (['2021-01-10', '2021-06-30', '2021-07-01', '2022-03-31', '2022-04-01', '2022-09-01']);

/** The day of the last event of a case. @param {Case} state */
const lastOf = ({ history }) => ['2020-12-07', ...history.map((event) => momentOf(event).slice(0, 10))].sort().at(-1) ?? '';

/** Walks every case that these events can make, each kind of it once. */
function walk() {
  /** @type {Map<string, number>} */
  const transitions = new Map();
  /** @type {Map<string, readonly string[]>} */
  const next = new Map();
  const waiting = /** @type {const} */ (['QTLS', 'ATS']).flatMap((programme) =>
    [true, false].map((known) => openCase({ participant: 'p', cohort: cohort(programme, known, 'own'), registeredOn: '2020-12-07' })),
  );
  const seen = new Set();
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    const { helped, owed } = flagsOf(state);
    const last = lastOf(state);
    const kind = JSON.stringify([state.stage, state.cohort, markOf(state), helped, owed, asked.filter((day) => day >= last).length]);
    if (seen.has(kind)) continue;
    seen.add(kind);
    for (const asOf of asked) if (asOf >= last) settle(next, nextKey(state, asOf), nextOf(state, asOf));
    if (['awarded', 'restarted', 'withdrawn'].includes(state.stage)) continue;
    for (const event of tries(state)) {
      const result = transition(state, event);
      settle(transitions, eventKey(state, event), result.accepted ? stageNumber(result.case.stage) : 0);
      if (result.accepted && result.case.stage !== 'restarted') waiting.push(result.case);
    }
  }
  return {
    transitions: [...transitions].filter(([, to]) => to !== 0).sort(),
    next: [...next].sort().flatMap(([key, answer]) => (answer[0] === '' ? [] : [[key, ...answer]])),
  };
}

export const { transitions, next } = walk();
