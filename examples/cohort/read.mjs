// The three files of the example. Every row is checked by the library; what it says is told by line and column.
import { InvalidFacts, assessSupportAppeal, inOrder, londonInstant, nextAvailableCohort, openCase } from 'professional-status';
import { Unusable, readTable } from './csv.mjs';
import { asIso, asOutcome, asType, asWritten, rowTypes } from './office.mjs';

/** @import { CaseEvent, Cohort, FactsOf, Issue, PlainDate, Registration } from 'professional-status' */
/** @import { Problem, Row } from './csv.mjs' */
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

/** The events that are held against the instant of a deadline; all others are dated by the day. */
const timed = ['portfolio-submitted', 'portfolio-resubmitted'];
/** The cells that belong to some types of row only. */
const takenBy = { cohort: ['registered', 'restarted'], reviewOutcome: ['outcome-released'] };
/** The column in which a fact of the library stands, where its name is another. */
const columnOf = new Map([
  ['at', 'when'],
  ['on', 'when'],
  ['registeredOn', 'when'],
]);
/** What a cell may hold beside what the library expects of the fact. */
const expectedOf = new Map([
  ['at', 'must be a time in London such as 2021-10-31 17:00:00 or 31/10/2021 17:00, or an instant such as 2021-10-31T17:00:00+00:00'],
  ['discussedWithTeam', 'must be yes or no'],
  ['outlinesCase', 'must be yes or no'],
]);

/**
 * Reads the cohorts. Everything else rests on them, so a fault in one leaves nothing to decide.
 *
 * @param {string} file
 * @param {string} text
 * @returns {KnownCohorts}
 */
export function readCohorts(file, text) {
  const entries = listOfCohorts(file, text);
  const cohorts = entries.map(({ cohort }) => cohort);
  const issues = nextAvailableCohort.check({ programme: 'QTLS', trigger: '2020-10-01', cohorts });
  const told = issues.map(({ path, message, received }) => `${path.join('.')} ${message}; received ${JSON.stringify(received)}`);
  if (told.length === 0) told.push(...cohorts.flatMap(wrongOffsets));
  if (told.length > 0) throw new Unusable([`${file} cannot be used:`, ...told].join('\n  '));
  return new Map(entries.map(({ cohort, illustrative }) => [cohort.id, { cohort, illustrative }]));
}

/** @param {string} file @param {string} text @returns {KnownCohort[]} not checked yet */
function listOfCohorts(file, text) {
  try {
    const { cohorts } = JSON.parse(text);
    if (Array.isArray(cohorts))
      return cohorts.map((entry) => ({ cohort: entry?.cohort, illustrative: [entry?.illustrative ?? []].flat() }));
  } catch {
    // told below
  }
  throw new Unusable(`${file} cannot be used: expected a JSON object with a list "cohorts", as in examples/cohort/cohorts.json`);
}

/**
 * Deadlines are published as London's clock shows them, and have to be written so: the offset of the other season is an hour off.
 *
 * @param {Cohort} cohort
 */
function wrongOffsets({ id, submissionDeadline, resubmissionDeadline }) {
  return Object.entries({ submissionDeadline, resubmissionDeadline }).flatMap(([name, deadline]) => {
    if (deadline === undefined || deadline === asLondonShowsIt(deadline)) return [];
    return [`${id}.${name} must be written as ${asLondonShowsIt(deadline)}, with London's offset; received ${JSON.stringify(deadline)}`];
  });
}

/** @param {string} deadline */
function asLondonShowsIt(deadline) {
  const [date, time] = [deadline.slice(0, 10), deadline.slice(11, 16)];
  const seconds = /^:\d\d/.exec(deadline.slice(16))?.[0] ?? '';
  return londonInstant(/** @type {PlainDate} */ (date), time + seconds);
}

/**
 * Reads the events: registrations by participant, everything else in the order of the file.
 *
 * @param {string} file
 * @param {string} text
 * @param {KnownCohorts} cohorts
 * @returns {Events}
 */
export function readEvents(file, text, cohorts) {
  const columns = { needed: ['participant', 'type', 'when'], optional: ['cohort', 'reviewOutcome', 'id', 'note'] };
  const { header, rows } = readTable(file, text, columns);
  /** @type {Map<string, RegistrationRow>} */
  const registrations = new Map();
  /** @type {EventRow[]} */
  const events = [];
  for (const row of rows.filter(isSound)) {
    const { participant, ...source } = sourceOf(row);
    if (!isId(participant)) row.note('participant', IS_AN_ID);
    if (!typeIsKnown(row)) continue;
    const cohort = cohortFrom(row, cohorts);
    if (asType(row.get('type')) === 'registered') {
      const first = registrations.get(participant);
      if (first) row.note('type', `must not register ${participant} a second time: line ${first.line} does so already`);
      const registration = registrationFrom(row, cohort);
      if (isSound(row)) registrations.set(participant, { participant, ...source, registration });
    } else {
      const event = eventFrom(row, cohort);
      if (isSound(row)) events.push({ participant, ...source, when: asIso(row.get('when')), event });
    }
  }
  return { file, rows: rows.length, registrations, events, problems: [header, ...rows].flatMap(({ problems }) => problems) };
}

/** @param {string} text */
export function isId(text) {
  return /^[\w.-]{1,36}$/.test(text);
}

/** @param {Row} row */
function isSound({ problems }) {
  return problems.length === 0;
}

/** @param {Row} row */
function sourceOf(row) {
  return { line: row.line, participant: row.get('participant'), note: row.get('note') };
}

/** @param {Row} row */
function typeIsKnown(row) {
  const type = asType(row.get('type'));
  const isKnown = rowTypes.includes(type);
  if (!isKnown) row.note('type', `must be one of ${rowTypes.join(', ')}`);
  for (const [name, by] of Object.entries(takenBy)) {
    if (isKnown && !by.includes(type) && row.get(name) !== '') row.note(name, `must be empty: it belongs to ${by.join(' and ')}`);
  }
  return isKnown;
}

/** @param {Row} row @param {KnownCohorts} cohorts */
function cohortFrom(row, cohorts) {
  const known = cohorts.get(row.get('cohort'))?.cohort;
  if (!known && takenBy.cohort.includes(asType(row.get('type')))) row.note('cohort', `must be one of ${[...cohorts.keys()].join(', ')}`);
  return known;
}

/** @param {Row} row @param {Cohort | undefined} cohort */
function registrationFrom(row, cohort) {
  const registration = /** @type {Registration} */ ({ participant: row.get('participant'), cohort, registeredOn: asIso(row.get('when')) });
  ask(row, () => openCase(registration));
  return registration;
}

/** @param {Row} row @param {Cohort | undefined} cohort */
function eventFrom(row, cohort) {
  const [type, reviewOutcome, id] = [asType(row.get('type')), asOutcome(row.get('reviewOutcome')), row.get('id')];
  const when = timed.includes(type) ? { at: momentFrom(row, 'when') } : { on: asIso(row.get('when')) };
  const event = { type, ...when, ...(reviewOutcome && { reviewOutcome }), ...(cohort && { cohort }), ...(id && { id }) };
  const [read] = ask(row, () => inOrder([/** @type {CaseEvent} */ (event)])) ?? [];
  return /** @type {CaseEvent} */ (read);
}

/**
 * Reads the support appeals of participants who are registered.
 *
 * @param {string} file
 * @param {string} text
 * @param {Events} events
 * @returns {Appeals}
 */
export function readAppeals(file, text, events) {
  const { header, rows } = readTable(file, text, {
    needed: ['participant', 'receivedAt', 'discussedWithTeam', 'ground'],
    optional: ['sentTo', 'outlinesCase', 'sentAt', 'respondedOn', 'note'],
  });
  const appeals = rows.filter(isSound).flatMap((row) => {
    if (!events.registrations.has(row.get('participant'))) row.note('participant', `must be a participant whom ${events.file} registers`);
    const facts = appealFrom(row);
    tell(row, assessSupportAppeal.check(facts));
    return isSound(row) ? [{ ...sourceOf(row), facts }] : [];
  });
  return { file, rows: rows.length, appeals, problems: [header, ...rows].flatMap(({ problems }) => problems) };
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
  return /** @type {AppealFacts} */ (
    /** @type {unknown} */ (Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== '')))
  );
}

/** A time without an offset is London's; anything else stays as it is, for the library to read. @param {Row} row @param {string} name */
function momentFrom(row, name) {
  const text = asIso(row.get(name));
  const [, date, time] = LONDON_TIME.exec(text) ?? [];
  if (date === undefined || time === undefined) return text;
  try {
    return londonInstant(/** @type {PlainDate} */ (date), time);
  } catch (error) {
    for (const { message } of issuesOf(error)) row.note(name, message);
    return text;
  }
}

/**
 * Asks the library for something made of a row, and notes what it says against the row.
 *
 * @template T
 * @param {Row} row
 * @param {() => T} make
 * @returns {T | undefined}
 */
function ask(row, make) {
  try {
    return make();
  } catch (error) {
    tell(row, issuesOf(error));
    return undefined;
  }
}

/** @param {unknown} error */
function issuesOf(error) {
  if (error instanceof InvalidFacts) return error.issues;
  throw error;
}

/** Notes the library's issues by column, unless the column has its problem already. @param {Row} row @param {readonly Issue[]} issues */
function tell(row, issues) {
  for (const { path, message } of issues) {
    const fact = String(path.find((step) => typeof step === 'string' && step !== 'events'));
    const column = columnOf.get(fact) ?? fact;
    if (!row.problems.some(({ name }) => name === column))
      row.note(column, expectedOf.get(fact) ?? message.replace('YYYY-MM-DD', 'YYYY-MM-DD or DD/MM/YYYY'));
  }
}
