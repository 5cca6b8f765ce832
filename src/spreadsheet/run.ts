// One call of a cell function: a row for each row of its ranges, each answered by itself. Whatever is wrong with a row is said in that row.
import { onceForEach } from '../data/objects.js';
import type { Argument, CellContext } from './arguments.js';
import { CellProblem, isBlank, isEmptyOrZero, problemInWords, rowsOf, cellInside, type CellOutput, type CellValue } from './cell.js';
import { CodeOut, DateOut, type Answer, type AnswerCell, type Entry } from './entry.js';
import { momentAsText, writeMoment, type DateKind, type Sheet } from './sheet.js';

/** An argument as it was handed over: a range of which each row has an answer, or one that is read whole; a cell is a range of one. */
interface GivenArgument {
  readonly name: string;
  readonly argument: Argument<unknown>;
  readonly rows: readonly (readonly unknown[])[];
  /** How many cells its longest row has. */
  readonly across: number;
}

/** What a call gives: cells in words, the same cells in codes, or one cell that says why. */
export type Gives = 'words' | 'codes' | 'why';

export function run(entry: Entry, inputs: readonly unknown[], sheet: Sheet, gives: Gives): CellOutput {
  const ranges = inputs.map(rowsOf);
  const given = Object.entries(entry.arguments).map(([name, argument], index): GivenArgument => {
    const rows = ranges[index] ?? [[inputs[index]]];
    return { name, argument, rows, across: rows.reduce((most, { length }) => Math.max(most, length), 0) };
  });
  const spread = given.filter(({ argument }) => !argument.whole);
  const width = gives === 'why' ? 1 : entry.gives.length;
  const height = Math.max(1, ...spread.map(({ rows }) => rows.length));
  const across = Math.max(1, ...spread.map((each) => each.across));
  const call = new Call(entry, given, sheet, gives, width);
  if (inputs.slice(given.length).some((input) => !isBlank(input)))
    return oneCell([paddedRow([`This function takes ${given.length} arguments, no more`], width)]);
  if (across > 1 && width > 1)
    return oneCell([paddedRow(['Give ranges of one column: this function answers with several cells a row'], width)]);
  if (entry.table && gives !== 'why') {
    const several = spread.find(({ rows }) => rows.slice(1).some(([cell]) => !isEmptyOrZero(cellInside(cell))));
    return several ? [paddedRow([`${several.name}: give one cell; this function answers with a table`], width)] : call.answer(0, 0, 1);
  }
  if (given.every(({ argument }, index) => argument.whole || ranges[index] === undefined)) return oneCell(call.answer(0, 0, 1));
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: across }, (__, column) => call.answer(row, column, height).flat()).flat(),
  );
}

/** Returns a row as it is; of a row of one cell, the cell. */
function oneCell(rows: CellValue[][]): CellOutput {
  const [[cell = '', ...others] = []] = rows;
  return others.length === 0 ? cell : rows;
}

function paddedRow(cells: CellValue[], width: number): CellValue[] {
  return [...cells, ...Array<CellValue>(Math.max(0, width - cells.length)).fill('')];
}

class Call {
  private readonly kinds: CellContext['kinds'] = {};
  /** Reads a range that is one argument, or finds its problem, once for all rows. */
  private readonly wholeOf = onceForEach(({ name, argument, rows }: GivenArgument): (() => unknown) => {
    try {
      const read = argument.read(rows, { name, sheet: this.sheet, kinds: this.kinds });
      return () => read;
    } catch (error) {
      return () => {
        throw error;
      };
    }
  });

  constructor(
    private readonly entry: Entry,
    private readonly given: readonly GivenArgument[],
    private readonly sheet: Sheet,
    private readonly gives: Gives,
    private readonly width: number,
  ) {}

  /** Returns the rows of one answer; of anything but a table there is one. */
  answer(row: number, column: number, height: number): CellValue[][] {
    const kinds: CellContext['kinds'] = {};
    try {
      const cells = this.given.map((each) => [each, this.cellOf(each, row, column, height)] as const);
      if (cells.some(([{ argument }, cell]) => argument.blankLeavesBlank && argument.isBlank(cell, this.sheet)))
        return [paddedRow([], this.width)];
      const values = Object.fromEntries(cells.map(([each, cell]) => [each.name, this.read(each, cell, kinds)]));
      const answer = this.entry.answer(values as never);
      return this.gives === 'why' ? [[answer.why()]] : this.written(answer, kinds.first ?? this.kinds.first ?? 'text');
    } catch (error) {
      return [paddedRow([this.inWords(error)], this.width)];
    }
  }

  /** Picks the cell of a range that has an answer for each row, or a whole range; a range of one row or column goes with every other. A row that ends early is blank from there. */
  private cellOf({ name, argument, rows, across }: GivenArgument, row: number, column: number, height: number): unknown {
    if (argument.whole) return rows;
    if (rows.length !== 1 && row >= rows.length) {
      throw new CellProblem(`${name}: give ranges of the same length; this one has ${rows.length} rows, and another ${height}`);
    }
    if (across > 1 && column >= across) throw new CellProblem(`${name}: give ranges of the same width; this one has ${across} columns`);
    const cells = rows[rows.length === 1 ? 0 : row] as readonly unknown[];
    return cellInside(cells[across === 1 ? 0 : column]);
  }

  private read(given: GivenArgument, cell: unknown, kinds: CellContext['kinds']): unknown {
    const { name, argument } = given;
    return argument.whole ? this.wholeOf(given)() : argument.read(cell, { name, sheet: this.sheet, kinds });
  }

  private written({ rows }: Answer, kind: DateKind): CellValue[][] {
    const cellsOut = (row: readonly AnswerCell[]): CellValue[] => row.map((cell) => this.cellOut(cell, kind));
    return rows.map((row) => paddedRow(cellsOut(row), this.width));
  }

  private cellOut(cell: AnswerCell, kind: DateKind): CellValue {
    if (cell instanceof CodeOut) return this.gives === 'codes' ? cell.code : cell.inWords;
    if (!(cell instanceof DateOut)) return cell;
    return kind === 'text' && this.gives === 'words' ? momentAsText(cell.moment) : writeMoment(cell.moment, kind, this.sheet);
  }

  private inWords(error: unknown): string {
    const facts = Object.entries(this.entry.arguments).flatMap(([name, { fact }]) => (fact === undefined ? [] : [[fact, name] as const]));
    return problemInWords(error, new Map(facts));
  }
}
