// Cohorts of the reader's own, from a file: JSON as in the cohort example, or CSV with one cohort to a row.
import { londonInstant, nextAvailableCohort } from 'professional-status';
import { Unusable, quoted, readTable } from '../../cohort/csv.mjs';
import { asIso, asWritten } from '../../cohort/office.mjs';
import { readCohorts } from '../../cohort/read.mjs';
import { issuesOf } from '../fields.mjs';
import { listOf } from '../samples.mjs';

/** @import { Known } from '../state.mjs' */
/** @import { Row } from '../../cohort/csv.mjs' */

const needed = ['id', 'programme', 'startsOn'];
const deadlines = ['submissionDeadline', 'resubmissionDeadline'];
const optional = ['entryOpens', 'entryCloses', ...deadlines, 'resultsOn'];

/**
 * Reads cohorts. Everything else rests on them, so a fault in one leaves nothing to decide.
 *
 * @param {string} name @param {string} text @returns {readonly Known[]}
 * @throws {Unusable} with every problem, each by line and column
 */
export function readOwnCohorts(name, text) {
  const known = readCohorts(name, /^\s*[{[]/.test(text) ? text : fromTable(name, text));
  if (known.size === 0) throw new Unusable(`${name}: received no cohort; expected at least one`);
  return listOf(known);
}

/** @param {string} name @param {string} text @returns {string} the same cohorts as JSON */
function fromTable(name, text) {
  const { header, rows } = readTable(name, text, { needed, optional });
  const cohorts = rows.map((row) => Object.fromEntries([...needed, ...optional].flatMap((column) => cell(row, column))));
  for (const { path, message } of nextAvailableCohort.check({ programme: 'QTLS', trigger: '2020-10-01', cohorts })) {
    const [, index, column] = path;
    const row = rows[Number(index)];
    if (row && !row.problems.some((problem) => problem.name === column))
      row.note(String(column), message.replace('YYYY-MM-DD', 'YYYY-MM-DD or DD/MM/YYYY'));
  }
  const told = [header, ...rows].flatMap(({ problems }) => problems);
  const lines = told.map(
    ({ line, column, name: of, received, expected }) => `Line ${line}, column ${column} (${of}): received ${quoted(received)}; ${expected}`,
  );
  if (lines.length > 0) throw new Unusable([`${name} cannot be used:`, ...lines].join('\n  '));
  return JSON.stringify({ cohorts: cohorts.map((cohort) => ({ cohort })) });
}

/** @param {Row} row @param {string} column @returns {[string, string][]} nothing of an empty cell; a time without an offset is London's */
function cell(row, column) {
  const text =
    column === 'programme' ? asWritten(row.get(column), ['QTLS', 'ATS']) : column === 'id' ? row.get(column) : asIso(row.get(column));
  if (text === '') return [];
  const [, day, hour] = (deadlines.includes(column) && /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)$/.exec(text)) || [];
  if (day === undefined || hour === undefined) return [[column, text]];
  const london = () => londonInstant(/** @type {any} */ (day), hour);
  const [wrong] = issuesOf(london);
  if (wrong) row.note(column, wrong.message);
  return [[column, wrong ? text : london()]];
}
