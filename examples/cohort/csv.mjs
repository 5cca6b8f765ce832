// From text to rows of named cells. A row is one line, parsed by itself, so that a broken one can spoil no other.
import { CsvError, parse } from 'csv-parse/sync';
import { visibleText } from 'professional-status';
import { asWritten } from './office.mjs';

/**
 * Something that cannot be read: where it stands, what came, and what was expected.
 *
 * @typedef {{ file: string, line: number, column: number, name: string, received: string, expected: string, participant: string }} Problem
 */

/** Nothing at all can be decided; the message says why. */
export class Unusable extends Error {}

const LONGEST_CELL = 200;
const BLANK = /^[\s,;]*$/;
/** A spreadsheet separates cells by what its country writes in numbers as something else. */
const SEPARATORS = [',', ';', '\t'];
const CLOSES_QUOTES = 'must close each quote on its own line, and double each quote within a quoted cell';

/** @typedef {ReturnType<typeof rowOf>} Row */

/**
 * One line of a file: its cells by the names of the columns, and what is wrong with it.
 *
 * @param {string} file @param {number} line @param {readonly string[]} header @param {readonly string[]} cells
 */
function rowOf(file, line, header, cells) {
  /** @type {Problem[]} */
  const problems = [];
  /** The text of a cell; empty where there is no such column. @param {string} name */
  const get = (name) => cells[header.indexOf(name)] ?? '';
  /**
   * Notes what is wrong at a place in the row.
   *
   * @param {number} column @param {string} expected @param {string} received @param {string} [name] of the column
   */
  const noteAt = (column, expected, received, name = header[column - 1] ?? '') => {
    problems.push({ file, line, column, name, received, expected, participant: get('participant').replace(/\p{C}/gu, '') });
  };
  /** Notes what is wrong with a cell. @param {string} name @param {string} expected */
  const note = (name, expected) => noteAt(header.indexOf(name) + 1, expected, get(name), name);
  return { line, problems, get, note, noteAt };
}

/** @typedef {{ needed: readonly string[], optional: readonly string[] }} Columns */

/**
 * Reads the rows under a header; lines that are blank, or hold nothing but separators, are passed over. The separator is the one that the header has.
 *
 * @param {string} file its name, for the problems
 * @param {string} text
 * @param {Columns} columns
 * @returns {{ rows: readonly Row[], problems: () => readonly Problem[] }} each row with the problems found so far, and those of the header and of all rows
 * @throws {Unusable} where the header leaves open what the rows mean
 */
export function readTable(file, text, columns) {
  const sources = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const lines = sources.map((source, index) => ({ source: /^sep=.$/i.test(source) ? '' : source, line: index + 1 }));
  const [first, ...others] = lines.filter(({ source }) => !BLANK.test(source));
  if (first === undefined) throw new Unusable(`${file}: received no row at all; expected a header with ${columns.needed.join(', ')}`);
  const header = readHeader(file, first, columns);
  const rows = others.map(({ source, line }) => readRow(file, line, header, source));
  return { rows, problems: () => [header.row, ...rows].flatMap(({ problems }) => problems) };
}

/** @param {string} file @param {{ source: string, line: number }} first @param {Columns} columns */
function readHeader(file, { source, line }, { needed, optional }) {
  const known = [...needed, ...optional];
  const namesBy = (/** @type {string} */ separator) => cellsOf(source, separator).cells.map((head) => asWritten(head, known));
  const separator = SEPARATORS.find((each) => needed.every((name) => namesBy(each).includes(name))) ?? ',';
  const [names, { broken }] = [namesBy(separator), cellsOf(source, separator)];
  const missing = needed.filter((name) => !names.includes(name)).join(', ');
  const wrong = broken !== undefined ? `the header ${CLOSES_QUOTES}` : missing && `expected a header with ${missing}`;
  if (wrong) throw new Unusable(`${file}, line ${line}: received ${quoted(source)}; ${wrong}`);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) {
    const where = `${file}, line ${line}, column ${names.lastIndexOf(twice) + 1}`;
    throw new Unusable(`${where}: received ${quoted(twice)} again; expected each column once`);
  }
  const row = rowOf(file, line, names, names);
  for (const name of names)
    if (name !== '' && !known.includes(name)) row.note(name, `must be one of ${known.join(', ')}: this column is not read`);
  row.problems.forEach((problem) => (problem.participant = '')); // the header is nobody's row
  return { names, separator, row };
}

/** @param {string} file @param {number} line @param {{ names: readonly string[], separator: string }} header @param {string} source */
function readRow(file, line, { names: header, separator }, source) {
  const { cells, broken } = cellsOf(source, separator);
  const row = rowOf(file, line, header, cells);
  const extra = cells.findIndex((cell, index) => cell !== '' && index >= header.length);
  const unnamed = cells.findIndex((cell, index) => cell !== '' && header[index] === '');
  if (broken !== undefined) row.noteAt(broken + 1, CLOSES_QUOTES, source);
  else if (extra >= 0)
    row.noteAt(extra + 1, `must be a row of ${header.length} cells, as the header is; this one has ${cells.length}`, source);
  else if (unnamed >= 0) row.noteAt(unnamed + 1, 'must be empty: its column has no name', String(cells[unnamed]));
  else
    for (const [name, cell] of header.map((each) => /** @type {const} */ ([each, row.get(each)]))) {
      if (cell.length > LONGEST_CELL) row.note(name, `must be at most ${LONGEST_CELL} characters, and has ${cell.length}`);
      else if (/[\p{C}\p{Zl}\p{Zp}]/u.test(cell)) row.note(name, 'must be text that can be printed');
    }
  return row;
}

/**
 * The cells of one line, and the index of the one that breaks it; a broken line is cut at its separators, to tell whose it is.
 *
 * @param {string} source @param {string} delimiter @returns {{ cells: string[], broken?: number }}
 */
function cellsOf(source, delimiter) {
  try {
    const [cells = []] = /** @type {string[][]} */ (parse(source, { delimiter, relax_column_count: true, trim: true }));
    return { cells };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { cells: source.split(delimiter).map((cell) => cell.trim()), broken: Number(error['column'] ?? 0) };
  }
}

/** What came, safe to print and not too long. @param {string} text */
export function quoted(text) {
  const cut = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return visibleText(JSON.stringify(cut));
}
