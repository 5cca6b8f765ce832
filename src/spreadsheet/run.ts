// One call of a cell function: a row for each row of its ranges, each answered by itself. Whatever is wrong with a row is said in that row.
import { InvalidFacts } from '../data/issues.js';
import type { Reading } from './arguments.js';
import { BLANK, CellProblem, isBlank, isEmptyOrZero, rowsOf, unwrapped, type CellOutput, type CellValue } from './cell.js';
import { DateOut, type Answer, type Entry } from './entry.js';
import { writeMoment, type DateKind, type Sheet } from './sheet.js';

type Rows = readonly (readonly unknown[])[];
/** An argument as it was handed over: a cell, or a range of which each row has an answer, or one that is read whole. */
interface Given {
  readonly name: string;
  readonly input: unknown;
  readonly rows: Rows | undefined;
  /** How many cells its longest row has. */
  readonly across: number;
}
type Whole = { readonly value: unknown } | { readonly problem: Error };

/** Calls a function with cells and ranges; `gives` is its own cells, or one cell that says why. */
export function run(entry: Entry, inputs: readonly unknown[], sheet: Sheet, gives: 'cells' | 'why'): CellOutput {
  const given = Object.keys(entry.arguments).map((name, index): Given => {
    const rows = rowsOf(inputs[index]);
    return { name, input: inputs[index], rows, across: longest(rows ?? []) };
  });
  const spread = given.filter(({ name, rows }) => rows !== undefined && entry.arguments[name]?.whole === false);
  const width = gives === 'cells' ? entry.gives.length : 1;
  const height = Math.max(1, ...spread.map(({ rows }) => rows?.length ?? 0));
  const across = Math.max(1, ...spread.map((each) => each.across));
  const call = new Call(entry, given, sheet, gives, width);
  if (inputs.slice(given.length).some((input) => !isBlank(input)))
    return message(`This function takes ${given.length} arguments, no more`, width);
  if (across > 1 && width > 1) return message('Give ranges of one column: this function answers with several cells a row', width);
  if (entry.table && gives === 'cells') return call.answer(0, 0, 1);
  if (spread.length === 0) return oneCell(call.answer(0, 0, 1), width);
  return call.all(height, across);
}

function longest(rows: Rows): number {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}

function message(text: string, width: number): CellOutput {
  return oneCell([padded([text], width)], width);
}

/** A row as it is, but for one of one cell: that is the cell. */
function oneCell(rows: CellValue[][], width: number): CellOutput {
  const [[cell = BLANK] = []] = rows;
  return width === 1 ? cell : rows;
}

/** As many cells as there are to be, the last of them blank. */
function padded(cells: CellValue[], width: number): CellValue[] {
  while (cells.length < width) cells.push(BLANK);
  return cells;
}

class Call {
  private readonly whole = new Map<string, Whole>();
  private readonly kinds: { first?: DateKind } = {};

  constructor(
    private readonly entry: Entry,
    private readonly given: readonly Given[],
    private readonly sheet: Sheet,
    private readonly gives: 'cells' | 'why',
    private readonly width: number,
  ) {}

  /** An answer for each row of the ranges, and for each cell across. */
  all(height: number, across: number): CellValue[][] {
    const rows: CellValue[][] = [];
    for (let row = 0; row < height; row++) {
      rows.push(Array.from({ length: across }, (_, column) => this.answer(row, column, height).flat()).flat());
    }
    return rows;
  }

  /** The rows of one answer; of anything but a table there is one. */
  answer(row: number, column: number, height: number): CellValue[][] {
    const kinds: { first?: DateKind } = {};
    try {
      const cells = this.given.map((each) => this.cellOf(each, row, column, height));
      if (this.given.some((each, index) => this.leavesBlank(each, cells[index]))) return [padded([], this.width)];
      const values: Record<string, unknown> = {};
      this.given.forEach(({ name }, index) => (values[name] = this.read(name, cells[index], kinds)));
      const answer = this.entry.answer(values as never);
      return this.gives === 'why' ? [[answer.why()]] : this.written(answer, kinds.first ?? this.kinds.first ?? 'text');
    } catch (error) {
      return [padded([this.inWords(error)], this.width)];
    }
  }

  /** One cell of a range that has an answer for each row; a range of one row or column goes with every other. A row that ends early is blank from there. */
  private cellOf({ name, input, rows, across }: Given, row: number, column: number, height: number): unknown {
    if (rows === undefined || this.entry.arguments[name]?.whole) return unwrapped(input);
    if (rows.length !== 1 && row >= rows.length) {
      throw new CellProblem(`${name}: give ranges of the same length; this one has ${rows.length} rows, and another ${height}`);
    }
    if (across > 1 && column >= across) throw new CellProblem(`${name}: give ranges of the same width; this one has ${across} columns`);
    const cells = rows[rows.length === 1 ? 0 : row] as readonly unknown[];
    return unwrapped(cells[across === 1 ? 0 : column]);
  }

  private leavesBlank({ name, rows, input }: Given, cell: unknown): boolean {
    const argument = this.entry.arguments[name];
    if (argument === undefined || !argument.blankLeavesBlank) return false;
    if (!argument.whole) return argument.isBlank(cell, this.sheet);
    return (rows ?? [[input]]).every((each) => each.every((part) => isEmptyOrZero(unwrapped(part))));
  }

  private read(name: string, cell: unknown, kinds: { first?: DateKind }): unknown {
    const argument = this.entry.arguments[name];
    const at: Reading = { name, sheet: this.sheet, kinds };
    if (argument === undefined || !argument.whole) return argument?.read(cell, at);
    const kept = this.whole.get(name) ?? this.readWhole(name);
    if ('problem' in kept) throw kept.problem;
    return kept.value;
  }

  private readWhole(name: string): Whole {
    const read = (): Whole => {
      try {
        const rows = rowsOf(this.given.find((each) => each.name === name)?.input);
        const input = this.given.find((each) => each.name === name)?.input;
        const reading: Reading = { name, sheet: this.sheet, kinds: this.kinds };
        return { value: this.entry.arguments[name]?.read(rows ?? [[input]], reading) };
      } catch (error) {
        return { problem: error as Error };
      }
    };
    const kept = read();
    this.whole.set(name, kept);
    return kept;
  }

  private written({ rows }: Answer, kind: DateKind): CellValue[][] {
    return rows.map((row) =>
      padded(
        row.map((cell) => (cell instanceof DateOut ? writeMoment(cell.moment, kind, this.sheet) : cell)),
        this.width,
      ),
    );
  }

  /** A problem as one line: that of a cell as it is, that of the facts under the names of the arguments. */
  private inWords(error: unknown): string {
    if (error instanceof CellProblem) return error.message;
    if (!(error instanceof InvalidFacts)) throw error;
    const names = new Map(Object.entries(this.entry.arguments).flatMap(([name, { fact }]) => (fact === undefined ? [] : [[fact, name]])));
    const [{ path, message: text }] = error.issues;
    const where = path.map((step) => names.get(String(step)) ?? String(step)).join(' ');
    const named = [...names].reduce((sentence, [fact, name]) => sentence.replace(fact, name), text);
    return `${where}: ${named}`;
  }
}
