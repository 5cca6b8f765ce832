// A cell as a spreadsheet hands it over, and what goes back: one cell, a row of cells or a table.
import { safely } from '../calendar/errors.js';
import type { DateCell } from './date-cell.js';

/** Is the content of one cell: text, a number or serial date, TRUE or FALSE, a `Date`, or nothing. @since 0.1.0 */
export type Cell = string | number | boolean | DateCell | null | undefined;
/** Is one argument of a cell function: a cell, or a range of cells by rows. @since 0.1.0 */
export type CellInput = Cell | readonly (readonly Cell[])[];
/** Is the content of one cell of an answer. @since 0.1.0 */
export type CellValue = string | number | boolean | DateCell;
/** Is what a cell function gives: one cell where every argument is one, else rows of cells. @since 0.1.0 */
export type CellOutput = CellValue | CellValue[][];

/** What is wrong with a cell, in words that say what to type. It never leaves the row that it is about. */
export class CellProblem extends Error {}

/** What an empty cell is answered with. */
export const BLANK = '';

/** The most characters of a cell that a message repeats. */
const LONGEST_SHOWN = 30;

/** A cell without its wrapping: some engines hand over `{ val }` for a date in a range. */
export function unwrapped(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return typeof cell === 'symbol' ? undefined : cell; // a symbol is an engine's own empty cell
  const inside = safely(() => ('val' in cell ? { val: cell.val } : undefined));
  return inside === undefined ? cell : inside.val;
}

export function isBlank(cell: unknown): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** A cell as a message repeats it. */
export function shown(cell: unknown): string {
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell !== 'string') return isBlank(cell) ? 'blank' : 'something else';
  const text = cell.trim();
  return `"${text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text}"`;
}

/** The text of a cell; numbers and TRUE and FALSE as they are shown, and nothing for what is no content of a cell. */
export function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' || typeof cell === 'boolean' ? shown(cell) : '';
}

/** A word of ours as people type it: `Criteria not met` is `criteria-not-met`. */
export function asWord(cell: unknown): string {
  return textOf(cell)
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

/** A range by rows, or undefined where it is one cell. */
export function rowsOf(input: unknown): readonly (readonly unknown[])[] | undefined {
  return safely(() => {
    if (!Array.isArray(input)) return undefined;
    return input.map((row: unknown) => (Array.isArray(row) ? (row as readonly unknown[]) : [row]));
  });
}
