// The worked example of examples/cohort as the cells of a sheet. Nothing is decided here.
import { readFileSync } from 'node:fs';
import { editions } from 'professional-status';
import { englandAndWales } from 'professional-status/calendar';
import { momentOf } from '../cohort/decide.mjs';
import { readAppeals, readCohorts, readEvents } from '../cohort/read.mjs';

/** @typedef {string | number | boolean} Cell */

const londonClock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'medium' });

/** The serial number of a day, or of a moment as London's clock shows it; nothing stays nothing. @param {string | undefined} moment @returns {number | ''} */
export function serial(moment) {
  if (moment === undefined || moment === 'none') return '';
  const shown = moment.length > 10 ? londonClock.format(new Date(moment)).replace(' ', 'T') : `${moment}T00:00:00`;
  return Date.parse(`${shown}Z`) / 86_400_000 + 25_569;
}

/** @param {string} name */
const file = (name) => readFileSync(new URL(`../cohort/${name}`, import.meta.url), 'utf8');
const cohorts = readCohorts('cohorts.json', file('cohorts.json'));
const events = readEvents('events.csv', file('events.csv'), cohorts);
const appeals = readAppeals('appeals.csv', file('appeals.csv'), events);

/** The day that the workbook opens on, as in the worked example: the day of two deadlines. */
export const asOf = serial('2022-03-31');

/** The first and the last day for which bank holidays are published. */
export const span = { from: serial(englandAndWales.span.from), to: serial(englandAndWales.span.to) };
export const holidays = englandAndWales.holidays.map(({ date, name }) => [serial(date), name]);

/** @param {'award-appeals@2020-09' | 'objections@2022-11'} edition */
const printed = (edition) => Number(serial(`${editions[edition].printedFrom}-01`));
/** The first and the last day on which the awards appeals policy applied: to the day before that of the policy in its place. */
export const awardAppeals = { from: printed('award-appeals@2020-09'), to: printed('objections@2022-11') - 1 };

/** Each cohort's dates: id, programme, starts on, deadlines, entry opens and closes. @type {readonly (readonly Cell[])[]} */
export const cohortCells = [...cohorts.values()].map(({ cohort }) => {
  const { id, programme, startsOn, submissionDeadline, resubmissionDeadline, entryOpens, entryCloses } = cohort;
  return [id, programme, ...[startsOn, submissionDeadline, resubmissionDeadline, entryOpens, entryCloses].map(serial)];
});

/** What is made up in the cohorts, for the foot of their sheet. */
export const illustrative = [...cohorts.values()].flatMap(({ cohort, illustrative: names }) => (names.length > 0 ? [cohort.id] : []));

/** Every event as SET_COHORT takes it: participant, what happened, when, outcome or cohort. @type {readonly (readonly Cell[])[]} */
export const eventCells = [
  ...[...events.registrations].map(([participant, { registration }]) => [
    participant,
    'registered',
    serial(registration.registeredOn),
    registration.cohort.id,
  ]),
  ...events.events.map(({ participant, event }) => [
    participant,
    event.type.replaceAll('-', ' '),
    serial(momentOf(event)),
    event.type === 'outcome-released' ? event.reviewOutcome.replaceAll('-', ' ') : event.type === 'restarted' ? event.cohort.id : '',
  ]),
].sort(([a, , x], [b, , y]) => (a === b ? Number(x) - Number(y) : String(a) < String(b) ? -1 : 1));

export const participantCells = [...events.registrations.keys()].sort().map((participant) => [participant]);

/** Each appeal: participant, received, answered. @type {readonly (readonly Cell[])[]} */
export const appealCells = appeals.appeals.map(({ participant, facts }) => [
  participant,
  serial(facts.receivedAt),
  serial(facts.respondedOn),
]);
