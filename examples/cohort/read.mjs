// The three files of the example. Every row is checked by the library; what it says is told by line and column.
import { InvalidFacts, assessSupportAppeal, inOrder, londonInstant, nextAvailableCohort, openCase } from 'professional-status';
import { Unusable, readTable } from './csv.mjs';
import { asIso, asOutcome, asType, asWritten, rowTypes } from './office.mjs';

/** @import { CaseEvent, Cohort, FactsOf, Issue, PlainDate, Registration } from 'professional-status' */
/** @import { Columns, Problem, Row } from './csv.mjs' */
/** @typedef {{ cohort: Cohort, illustrative: readonly string[] }} KnownCohort a cohort, and which of its dates are made up */
/** @typedef {ReadonlyMap<string, KnownCohort>} KnownCohorts by id */
/** @typedef {{ line: number, participant: string, note: string }} Source where in its file something stands */
/** @typedef {Source & { registration: Registration }} RegistrationRow */
/** @typedef {Source & { when: string, event: CaseEvent }} EventRow */
/** @typedef {FactsOf<typeof assessSupportAppeal>} AppealFacts */
/** @typedef {Source & { facts: AppealFacts }} AppealRow */
/** @typedef {{ file: string, rows: number, registrations: ReadonlyMap<string, RegistrationRow>, events: readonly EventRow[], problems: readonly Problem[] }} Events */
/** @typedef {{ file: string, rows: number, appeals: readonly AppealRow[], problems: readonly Problem[] }} Appeals */

const IS_AN_ID = 'must be an opaque id of 1 to 36 letters, digits, full stops, hyphens or underscores: no name, no address';
const LONDON_TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)$/;

/** The events that are compared with the instant of a deadline; all others are dated by the day. */
export const timed = ['portfolio-submitted', 'portfolio-resubmitted'];
/** The cells that belong to some types of row only. */
const takenBy = { cohort: ['registered', 'restarted'], reviewOutcome: ['outcome-released'] };
/** The facts of the library of the column `when`. */
const dated = ['at', 'on', 'registeredOn'];
/** What a cell may hold beside what the library expects of the fact. @type {Readonly<Record<string, string>>} */
const expectedOf = {
  at: 'must be a time in London such as 2021-10-31 17:00:00 or 31/10/2021 17:00, or an instant such as 2021-10-31T17:00:00+00:00',
  discussedWithTeam: 'must be yes or no',
  outlinesCase: 'must be yes or no',
};

/**
 * Reads the cohorts. Everything else rests on them, so a fault in one leaves nothing to decide.
 *
 * @param {string} file @param {string} text @returns {KnownCohorts}
 */
export function readCohorts(file, text) {
  const entries = listOfCohorts(file, text);
  const cohorts = entries.map(({ cohort }) => cohort);
  const issues = nextAvailableCohort.check({ programme: 'QTLS', trigger: '2020-10-01', cohorts });
  const told = issues.map(({ path, message, received }) => `${path.join('.')} ${message}; received ${JSON.stringify(received)}`);
  if (told.length === 0) told.push(...cohorts.flatMap(wrongOffsets));
  if (told.length > 0) throw new Unusable([`${file} cannot be used:`, ...told].join('\n  '));
  return new Map(entries.map((entry) => [entry.cohort.id, entry]));
}

/** @param {string} file @param {string} text @returns {KnownCohort[]} not checked yet */
function listOfCohorts(file, text) {
  try {
    return JSON.parse(text).cohorts.map((/** @type {any} */ entry) => ({
      cohort: entry?.cohort,
      illustrative: [entry?.illustrative ?? []].flat(),
    }));
  } catch {
    throw new Unusable(`${file} cannot be used: expected a JSON object with a list "cohorts", as in examples/cohort/cohorts.json`);
  }
}

/**
 * Deadlines are published as London's clock shows them, and have to be written so: the offset of the other season is an hour off.
 *
 * @param {Cohort} cohort
 */
function wrongOffsets({ id, submissionDeadline, resubmissionDeadline }) {
  return Object.entries({ submissionDeadline, resubmissionDeadline }).flatMap(([name, deadline]) => {
    const [, day, time] = /^(.{10})T(\d\d:\d\d(?::\d\d)?)/.exec(deadline ?? '') ?? [];
    const written = day && time && londonInstant(/** @type {PlainDate} */ (day), time);
    if (!written || deadline === written) return [];
    return [`${id}.${name} must be written as ${written}, with London's offset; received ${JSON.stringify(deadline)}`];
  });
}

/**
 * Reads the events: registrations by participant, everything else in the order of the file.
 *
 * @param {string} file @param {string} text @param {KnownCohorts} cohorts @returns {Events}
 */
export function readEvents(file, text, cohorts) {
  const columns = { needed: ['participant', 'type', 'when'], optional: ['cohort', 'reviewOutcome', 'id', 'note'] };
  /** @type {Map<string, RegistrationRow>} */
  const registrations = new Map();
  const { facts: events, ...read } = readRows(file, text, columns, (row, source) => {
    const type = asType(row.get('type'));
    const { participant } = source;
    if (!isId(participant)) row.note('participant', IS_AN_ID);
    if (!rowTypes.includes(type)) return row.note('type', `must be one of ${rowTypes.join(', ')}`);
    for (const [name, by] of Object.entries(takenBy))
      if (!by.includes(type) && row.get(name) !== '') row.note(name, `must be empty: it belongs to ${by.join(' and ')}`);
    const cohort = cohorts.get(row.get('cohort'))?.cohort;
    if (!cohort && takenBy.cohort.includes(type)) row.note('cohort', `must be one of ${[...cohorts.keys()].join(', ')}`);
    if (type !== 'registered') return { ...source, when: asIso(row.get('when')), event: eventFrom(row, type, cohort) };
    const first = registrations.get(participant);
    if (first) row.note('type', `must not register ${participant} a second time: line ${first.line} does so already`);
    const registration = /** @type {Registration} */ ({ participant, cohort, registeredOn: asIso(row.get('when')) });
    ask(row, () => openCase(registration));
    if (isSound(row)) registrations.set(participant, { ...source, registration });
  });
  return { ...read, registrations, events };
}

/** @param {string} text */
export const isId = (text) => /^[\w.-]{1,36}$/.test(text);

/**
 * Reads the rows of a file that are sound, and what each says; nothing where it says it elsewhere, or where a problem was found.
 *
 * @template T @param {string} file @param {string} text @param {Columns} columns @param {(row: Row, source: Source) => T | void} readRow
 */
function readRows(file, text, columns, readRow) {
  const { rows, problems } = readTable(file, text, columns);
  const facts = rows.filter(isSound).flatMap((row) => {
    const read = readRow(row, { line: row.line, participant: row.get('participant'), note: row.get('note') });
    return read && isSound(row) ? [read] : [];
  });
  return { file, rows: rows.length, facts, problems: problems() };
}

/** @param {Row} row */
const isSound = ({ problems }) => problems.length === 0;

/** @param {Row} row @param {string} type @param {Cohort | undefined} cohort */
function eventFrom(row, type, cohort) {
  const [reviewOutcome, id] = [asOutcome(row.get('reviewOutcome')), row.get('id')];
  const when = timed.includes(type) ? { at: momentFrom(row, 'when') } : { on: asIso(row.get('when')) };
  const event = { type, ...when, ...(reviewOutcome && { reviewOutcome }), ...(cohort && { cohort }), ...(id && { id }) };
  const [read] = ask(row, () => inOrder([/** @type {CaseEvent} */ (event)])) ?? [];
  return /** @type {CaseEvent} */ (read);
}

/**
 * Reads the support appeals of participants who are registered.
 *
 * @param {string} file @param {string} text @param {Events} events @returns {Appeals}
 */
export function readAppeals(file, text, events) {
  const columns = {
    needed: ['participant', 'receivedAt', 'discussedWithTeam', 'ground'],
    optional: ['sentTo', 'outlinesCase', 'sentAt', 'respondedOn', 'note'],
  };
  const { facts: appeals, ...read } = readRows(file, text, columns, (row, source) => {
    if (!events.registrations.has(source.participant)) row.note('participant', `must be a participant whom ${events.file} registers`);
    const facts = appealFrom(row);
    tell(row, assessSupportAppeal.check(facts));
    return { ...source, facts };
  });
  return { ...read, appeals };
}

/** @param {Row} row @returns {AppealFacts} not checked yet */
function appealFrom(row) {
  /** @param {string} name */
  const yesNo = (name) => {
    const word = asWritten(row.get(name), ['yes', 'no']);
    return word === 'yes' ? true : word === 'no' ? false : word;
  };
  const cells = {
    discussedWithTeam: yesNo('discussedWithTeam'),
    ground: row.get('ground'),
    sentTo: row.get('sentTo'),
    outlinesCase: yesNo('outlinesCase'),
    sentAt: momentFrom(row, 'sentAt'),
    receivedAt: momentFrom(row, 'receivedAt'),
    respondedOn: asIso(row.get('respondedOn')),
  };
  const given = Object.entries(cells).filter(([, value]) => value !== '');
  return /** @type {AppealFacts} */ (/** @type {unknown} */ (Object.fromEntries(given)));
}

/** A time without an offset is London's; anything else stays as it is, for the library to read. @param {Row} row @param {string} name */
export function momentFrom(row, name) {
  const text = asIso(row.get(name));
  const [, date, time] = LONDON_TIME.exec(text) ?? [];
  if (date === undefined || time === undefined) return text;
  return ask(row, () => londonInstant(/** @type {PlainDate} */ (date), time), name) ?? text;
}

/**
 * Asks the library for something made of a row, and notes what it says against the row.
 *
 * @template T @param {Row} row @param {() => T} make @param {string} [name] of the column, where only one is read @returns {T | undefined}
 */
function ask(row, make, name) {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    if (name === undefined) tell(row, error.issues);
    else for (const { message } of error.issues) row.note(name, message);
    return undefined;
  }
}

/** Notes the library's issues by column, unless the column has its problem already. @param {Row} row @param {readonly Issue[]} issues */
export function tell(row, issues) {
  for (const { path, message } of issues) {
    const fact = String(path.find((step) => typeof step === 'string' && step !== 'events'));
    const column = dated.includes(fact) ? 'when' : fact;
    if (!row.problems.some(({ name }) => name === column))
      row.note(column, expectedOf[fact] ?? message.replace('YYYY-MM-DD', 'YYYY-MM-DD or DD/MM/YYYY'));
  }
}
