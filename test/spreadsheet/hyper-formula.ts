// The cell functions as formulas of a spreadsheet engine: it hands over dates of ranges wrapped, and its own empty cells.
import {
  ArraySize,
  CellError,
  FunctionArgumentType,
  FunctionPlugin,
  HyperFormula,
  SimpleRangeValue,
  type RawCellContent,
} from 'hyperformula';
import { cellFunctions, describeCellFunctions, type CellFunctionName, type CellInput } from 'professional-status/spreadsheet';
import type { DriverCall } from './driver.js';
import { MOST_ROWS } from './rows.js';

/** The rows that an answer has room for: a register, a table, and one row of anything else. */
const heightOf = (name: string): number =>
  name === 'SET_COHORT' ? MOST_ROWS : described.some((each) => each.name === name && each.table) ? 8 : 1;
const described = describeCellFunctions();
const functions = cellFunctions();

type Parser = Parameters<FunctionPlugin['runFunction']>;
type InternalScalarValue = Parameters<typeof SimpleRangeValue.onlyValues>[0][number][number];

class Cells extends FunctionPlugin {}

const methodOf = (name: string) => name.toLowerCase();
const sizeOf = (name: string) => `${methodOf(name)}Size`;
for (const { name, gives } of described) {
  const [width, height] = [gives.length, heightOf(name)];
  Object.assign(Cells.prototype, {
    [methodOf(name)](this: Cells, ast: { readonly args: Parser[0] }, state: Parser[1]) {
      return this['runFunction'](ast.args, state, this['metadata'](name), (...given: unknown[]) => {
        const answer = functions[name](...given.map((cell) => (cell instanceof SimpleRangeValue ? cell.data : cell) as CellInput));
        if (!Array.isArray(answer)) return answer as InternalScalarValue;
        const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, column) => answer[row]?.[column] ?? ''));
        return SimpleRangeValue.onlyValues(rows as InternalScalarValue[][]);
      });
    },
    [sizeOf(name)]: () => new ArraySize(width, height),
  });
}
Cells.implementedFunctions = Object.fromEntries(
  described.map(({ name, arguments: all, gives, table }) => [
    name,
    {
      method: methodOf(name),
      parameters: all.map(() => ({ argumentType: FunctionArgumentType.ANY, optionalArg: true })),
      ...(gives.length > 1 || table ? { sizeOfResultArrayMethod: sizeOf(name) } : {}),
    },
  ]),
);

/** Puts each call's cells into sheets, calls the function by a formula of them, and gives what the engine worked out. */
export function sheetOf(calls: readonly DriverCall[]): readonly unknown[] {
  HyperFormula.registerFunctionPlugin(Cells, { enGB: Object.fromEntries(described.map(({ name }) => [name, name])) });
  const ranges: RawCellContent[][] = [];
  const cells: RawCellContent[][] = [];
  const formulas = calls.map(({ name, cells: given }, row) => {
    const line: RawCellContent[] = [];
    const references = given.map((cell) => {
      if (!Array.isArray(cell)) {
        line.push(cell === '' ? null : (cell as RawCellContent));
        return `Cells!${letterOf(line.length)}${row + 1}`;
      }
      const first = ranges.length + 1;
      const width = Math.max(...cell.map((each) => each.length));
      ranges.push(...cell.map((each) => each.map((part): RawCellContent => (part === '' ? null : (part as RawCellContent)))));
      return `Ranges!A${first}:${letterOf(width)}${ranges.length}`;
    });
    cells.push(line);
    return `=${name}(${references.join(',')})`;
  });
  const answers = formulas.flatMap((formula, index) => [
    [formula],
    ...Array.from({ length: heightOf(calls[index]?.name ?? '') - 1 }, () => []),
  ]);
  const engine = HyperFormula.buildFromSheets(
    { Cells: cells, Ranges: ranges, Answers: answers },
    { licenseKey: 'gpl-v3', maxRows: 200_000 },
  );
  try {
    const sheet = engine.getSheetId('Answers') ?? 0;
    let at = 0;
    return calls.map(({ name }, index) => {
      const of = described.find((each) => each.name === (name as CellFunctionName));
      const [width, height] = [of?.gives.length ?? 1, heightOf(name)];
      const first = at;
      at += height;
      const rows = Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (__, column) => engine.getCellValue({ sheet, row: first + row, col: column })),
      );
      const failed = rows.flat().find((cell) => cell instanceof CellError || (typeof cell === 'object' && cell !== null));
      if (failed !== undefined) throw new Error(`${formulas[index] ?? ''}: ${JSON.stringify(failed)}`);
      return rows;
    });
  } finally {
    engine.destroy();
  }
}

function letterOf(column: number): string {
  return 'ABCDEFGHIJ'[column - 1] ?? '';
}
