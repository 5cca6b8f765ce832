// The worked example of examples/cohort as the cells of a sheet, with what the cell functions answer for them. Nothing is decided here.
import { readFileSync } from 'node:fs';
import { assessSupportAppeal } from 'professional-status';
import { englandAndWales } from 'professional-status/calendar';
import {
  SET_ADJUSTMENT_DEADLINE,
  SET_APPEAL_RESPONSE_DUE,
  SET_APPEAL_STATUS,
  SET_NEXT_DUTIES,
  SET_POSITION,
  SET_REVIEW_WINDOW,
} from 'professional-status/spreadsheet';
import { readAppeals, readCohorts, readEvents } from '../cohort/read.mjs';

/** @typedef {string | number | boolean} Cell */

/** The day as of which everything is answered, as in the worked example: the day of two deadlines. */
const AS_OF = '2022-03-31';

const londonClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' });

/** The serial number of a day, or of a moment as London's clock shows it; nothing stays nothing. @param {string | undefined} moment @returns {number | ''} */
function serial(moment) {
  if (moment === undefined || moment === 'none') return '';
  const shown = moment.length > 10 ? londonClock.format(new Date(moment)).replace(' ', 'T') : `${moment}T00:00:00`;
  return Date.parse(`${shown}Z`) / 86_400_000 + 25_569;
}

/** @param {string} name */
const file = (name) => readFileSync(new URL(`../cohort/${name}`, import.meta.url), 'utf8');
const cohorts = readCohorts('cohorts.json', file('cohorts.json'));
const events = readEvents('events.csv', file('events.csv'), cohorts);
const appeals = readAppeals('appeals.csv', file('appeals.csv'), events);

export const asOf = Number(serial(AS_OF));

/** The first and the last day for which bank holidays are published. */
export const span = { from: serial(englandAndWales.span.from), to: serial(englandAndWales.span.to) };

/** The first row of an answer. @param {import('professional-status/spreadsheet').CellOutput} output @returns {readonly Cell[]} */
const row = (output) => /** @type {Cell[][]} */ (output)[0] ?? [];

export const holidays = englandAndWales.holidays.map(({ date, name }) => [serial(date), name]);

const cohortRows = [...cohorts.values()].map(({ cohort }) => [
  cohort.id,
  cohort.programme,
  serial(cohort.startsOn),
  serial(cohort.submissionDeadline),
  serial(cohort.resubmissionDeadline),
  serial(cohort.entryOpens),
  serial(cohort.entryCloses),
]);

/** Each cohort's dates; then the last day for adjustments and the review window, as the functions give them. */
export const cohortCells = cohortRows.map((cells) => [
  ...cells,
  /** @type {Cell} */ (SET_ADJUSTMENT_DEADLINE(cells[2])),
  ...row(SET_REVIEW_WINDOW(cells[3])),
]);

/** What is made up in the cohorts, for the foot of their sheet. */
export const illustrative = [...cohorts.values()].flatMap(({ cohort, illustrative: names }) => (names.length > 0 ? [cohort.id] : []));

/** Every event as the functions take it: participant, type, when, outcome. */
export const eventCells = [
  ...[...events.registrations].map(([participant, { registration }]) => [participant, 'registered', serial(registration.registeredOn), '']),
  ...events.events.map(({ participant, event }) => [
    participant,
    event.type,
    serial('at' in event ? event.at : event.on),
    event.type === 'outcome-released' ? event.reviewOutcome : event.type === 'restarted' ? event.cohort.id : '',
  ]),
].sort(([a, , x], [b, , y]) => (a === b ? Number(x) - Number(y) : String(a) < String(b) ? -1 : 1));

/** Each participant who had registered by the day: cohort; stage, what is next, by whom, by when, status; working days left. */
export const participantCells = [...events.registrations]
  .filter(([, { registration }]) => registration.registeredOn <= AS_OF)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([participant, { registration }]) => {
    const own = eventCells.filter(([id]) => id === participant).map(([, ...event]) => event);
    const joined = [
      ...cohortRows.filter(([id]) => id === registration.cohort.id),
      ...cohortRows.filter(([id]) => id !== registration.cohort.id),
    ];
    const [stage = '', ...duty] = row(SET_POSITION(own, joined, asOf)).slice(0, 5);
    const [, , , , left = ''] = row(SET_NEXT_DUTIES(own, joined, asOf));
    return [participant, registration.cohort.id, stage, ...duty, left];
  });

/** Each appeal received by the day: received, answered, what the rule says of it; where it is taken, the last day to answer and how the answer stands. */
export const appealCells = appeals.appeals
  .filter(({ facts }) => facts.receivedAt.slice(0, 10) <= AS_OF)
  .map(({ participant, facts }) => {
    const { outcome } = assessSupportAppeal(facts);
    const answered = facts.respondedOn !== undefined && facts.respondedOn <= AS_OF ? serial(facts.respondedOn) : '';
    const [received, taken] = [serial(facts.receivedAt), outcome === 'admissible'];
    const due = taken ? /** @type {Cell} */ (SET_APPEAL_RESPONSE_DUE(received)) : '';
    const status = taken ? /** @type {Cell} */ (SET_APPEAL_STATUS(received, answered, asOf)) : '';
    return [participant, received, answered, outcome, due, status];
  });
