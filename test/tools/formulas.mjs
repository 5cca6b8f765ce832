// Cells and formulas as people see them in a sheet.

/** @import { CellInput, CellOutput } from '../../src/spreadsheet/cell.js' */
/** @import { CellFunctionDescription } from '../../src/spreadsheet/help.js' */

/** A cell as it is typed in a formula. @param {unknown} cell @returns {string} */
function inFormula(cell) {
  if (Array.isArray(cell)) return `{${cell.map((row) => row.map(inFormula).join(',')).join('; ')}}`;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return typeof cell === 'number' ? String(cell) : `"${cell}"`;
}

/** @param {string} name @param {readonly CellInput[]} cells */
export const formula = (name, cells) => `=${name}(${cells.map(inFormula).join(', ')})`;

/** What a sheet shows of an answer, a line a row. @param {CellOutput} result @returns {readonly string[]} */
export function typed(result) {
  const rows = Array.isArray(result) ? result : [[result]];
  return rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell))).join(' | '));
}

/** A function with the names of its arguments, those that may be left out in brackets. @param {Pick<CellFunctionDescription, 'name' | 'arguments' | 'rest'>} of */
export const signature = ({ name, arguments: all, rest }) =>
  `${name}(${[...all.map(({ name: argument, optional }) => (optional ? `[${argument}]` : argument)), ...(rest ? ['…'] : [])].join(', ')})`;
