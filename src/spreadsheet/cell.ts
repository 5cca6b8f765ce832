// A cell as a spreadsheet hands it over, and what goes back: one cell, a row of cells or a table.
import { InvalidFacts, safely } from '../data/issues.js';
import { itemsOf } from '../data/reading.js';
import type { DateCell } from './date-cell.js';

/** The content of one cell: text, a number or serial date, TRUE or FALSE, a `Date`, or nothing. @since 0.1.0 */
export type Cell = string | number | boolean | DateCell | null | undefined;
/** One argument of a cell function: a cell, or a range of cells by rows. @since 0.1.0 */
export type CellInput = Cell | readonly (readonly Cell[])[];
/** The content of one cell of an answer. @since 0.1.0 */
export type CellValue = string | number | boolean | DateCell;
/** What a cell function gives: one cell where every argument is one, else rows of cells. @since 0.1.0 */
export type CellOutput = CellValue | CellValue[][];

/** A problem with a cell, in words that say what to type. It never leaves the row that it is about. */
export class CellProblem extends Error {}

/** Tells a problem in one line: that of a cell as it is, that of the facts under the names that cells have for them. Any other error is thrown again. */
export function problemInWords(error: unknown, names: ReadonlyMap<string, string>): string {
  if (error instanceof CellProblem) return error.message;
  if (!(error instanceof InvalidFacts)) throw error;
  const [{ path, message: text }] = error.issues;
  const where = path.map((step) => names.get(String(step)) ?? String(step)).join(' ');
  const named = [...names].reduce((sentence, [fact, name]) => sentence.replace(fact, name), text);
  return `${where}: ${named}`;
}

const LONGEST_SHOWN = 30;

/** Takes a cell out of its wrapping: some engines hand over `{ val }` for a date in a range. */
export function cellInside(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return typeof cell === 'symbol' ? undefined : cell; // a symbol is an engine's own empty cell
  const inside = safely(() => (Object.hasOwn(cell, 'val') ? { val: (cell as { readonly val?: unknown }).val } : undefined));
  return inside === undefined ? cell : inside.val;
}

export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && tidyText(cell) === '');
}

/** Tells whether a cell of a range holds nothing; 0 is what some engines make of an empty one. */
export function isEmptyOrZero(cell: unknown): boolean {
  return cell === 0 || isBlank(cell);
}

/** Returns a text with one plain space wherever it has spaces of any kind, and without any at its ends and without marks that show nothing. */
export function tidyText(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a cell as a message repeats it. */
export function cellInMessage(cell: unknown): string {
  const text = textOf(cell);
  if (typeof cell !== 'string') return text || (isBlank(cell) ? 'blank' : 'something else');
  return `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}"`;
}

/** Returns the text of a cell; numbers and TRUE and FALSE as they are shown, and nothing for what is not the content of a cell. */
export function textOf(cell: unknown): string {
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'string' ? tidyText(cell) : typeof cell === 'number' ? String(cell) : '';
}

/** Reads a word of ours as people type it: `Criteria not met` is `criteria-not-met`. */
export function asWord(cell: unknown): string {
  return textOf(cell)
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** Copies a range by rows; undefined where it is one cell. What a range or a row lacks is an empty cell. */
export function rowsOf(input: unknown): readonly (readonly unknown[])[] | undefined {
  return itemsOf(input, MOST_ROWS)?.map((row) => itemsOf(row, MOST_COLUMNS) ?? [row]);
}
