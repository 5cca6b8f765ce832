// Cohorts of the reader's own, from a file: JSON as in the cohort example, or CSV with one cohort to a row.
import { nextAvailableCohort } from 'professional-status';
import { Unusable, quoted, readTable } from '../../cohort/csv.mjs';
import { asIso, asWritten } from '../../cohort/office.mjs';
import { momentFrom, readCohorts, tell } from '../../cohort/read.mjs';
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
  const { rows, problems } = readTable(name, text, { needed, optional });
  const cohorts = rows.map((row) => {
    const cells = [...needed, ...optional].map((column) => [column, cell(row, column)]);
    return Object.fromEntries(cells.filter(([, value]) => value !== ''));
  });
  for (const issue of nextAvailableCohort.check({ programme: 'QTLS', trigger: '2020-10-01', cohorts })) {
    const row = rows[Number(issue.path[1])];
    if (row) tell(row, [{ ...issue, path: issue.path.slice(2) }]);
  }
  const lines = problems().map(
    ({ line, column, name: of, received, expected }) => `Line ${line}, column ${column} (${of}): received ${quoted(received)}; ${expected}`,
  );
  if (lines.length > 0) throw new Unusable([`${name} cannot be used:`, ...lines].join('\n  '));
  return JSON.stringify({ cohorts: cohorts.map((cohort) => ({ cohort })) });
}

/** @param {Row} row @param {string} column */
function cell(row, column) {
  if (column === 'id') return row.get(column);
  if (column === 'programme') return asWritten(row.get(column), ['QTLS', 'ATS']);
  return deadlines.includes(column) ? momentFrom(row, column) : asIso(row.get(column));
}
