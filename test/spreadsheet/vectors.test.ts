// Every row of every function, in every kind of cell, by the functions of this package.
import { describe, expect, it } from 'vitest';
import { cellFunctions, type CellFunctionName, type CellInput } from '../../src/spreadsheet/index.js';
import { rows } from './rows.js';
import { cameBack, expectedOf, kinds, rounded, writeRow, type Cell, type Kind, type Parts } from './written.js';

const sets = { 1900: cellFunctions(), 1904: cellFunctions({ dateSystem: 1904 }) };
const setOf = (kind: Kind) => sets[kind === 'serial-1904' ? 1904 : 1900];

const isParts = (cell: unknown): cell is Parts => typeof cell === 'object' && cell !== null && 'parts' in cell;
const made = (cell: Cell): unknown =>
  isParts(cell) ? new Date(cell.parts[0], cell.parts[1] - 1, cell.parts[2], 0, 0, 0, cell.parts[3]) : cell;
const plain = (cell: unknown): unknown => (cell instanceof Date ? cell.getTime() : rounded(cell));

describe.each(kinds)('cells with dates as %s', (kind) => {
  it.each(['words', 'codes'] as const)('agree with the cases, in %s', (as) => {
    const wrong: unknown[] = [];
    let compared = 0;
    for (const row of rows) {
      const cells = writeRow(row, kind);
      if (cells === undefined) continue;
      compared++;
      const [name, set] = [row.name as CellFunctionName, setOf(kind)];
      const call = (...cells: readonly CellInput[]) => (as === 'codes' ? set.SET_CODES(name, ...cells) : set[name](...cells));
      const given = cells.map((each) => (Array.isArray(each) ? each.map((line) => line.map(made)) : made(each))) as CellInput[];
      const came = (cameBack(call(...given), row) as unknown[][]).map((line) => line.map(plain));
      const expected = expectedOf(row, kind, as).map((line) => line.map(made).map(plain));
      if (JSON.stringify(came) !== JSON.stringify(expected)) wrong.push({ of: row.of, name: row.name, cells, came, expected });
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
    console.log(`spreadsheet: ${compared} rows with dates as ${kind}, in ${as}`);
  });
});
