// The arguments of cell functions: what each takes, how a cell is read for it, and what a blank cell means.
import { isCount, type PlainDate } from '../calendar/dates.js';
import type { Moment } from '../decision/decision.js';
import { CellProblem, asWord, isBlank, isEmptyOrZero, cellInMessage, tidyText, textOf, cellInside } from './cell.js';
import type { CellArgument } from './help.js';
import { kindOf, readDay, readMoment, type DateKind, type Sheet } from './sheet.js';

/** The context in which a cell is read: the argument's name for messages, the sheet, and the kind of the first date that was read. */
export interface CellContext {
  readonly name: string;
  readonly sheet: Sheet;
  readonly kinds: { first?: DateKind };
}

/** One argument: what is told of it, and how its cells are read. */
export interface Argument<T> extends Omit<CellArgument, 'name'> {
  /** Whether a range is one argument, not a row for each of its rows. */
  readonly whole: boolean;
  /** Whether a blank cell leaves the whole row blank; else `read` is given it. */
  readonly blankLeavesBlank: boolean;
  /** The fact of the rule that it is, under which the rule reports a problem with it. */
  readonly fact?: string | undefined;
  readonly isBlank: (cell: unknown, sheet: Sheet) => boolean;
  readonly read: (cell: unknown, reading: CellContext) => T;
}

const defaults = { optional: false, whole: false, blankLeavesBlank: true, isBlank } as const;

export type Told = Pick<Argument<unknown>, 'says' | 'fact'>;

function dateArgument<T>(takes: string, told: Told, read: (cell: unknown, name: string, sheet: Sheet) => T): Argument<T> {
  return {
    ...defaults,
    ...told,
    takes,
    /** In the system of 1900 the number 0 is what some engines make of an empty cell. */
    isBlank: (cell, { dateSystem }) => isBlank(cell) || (cell === 0 && dateSystem === 1900),
    read: (cell, { name, sheet, kinds }) => {
      const value = read(cell, name, sheet);
      kinds.first ??= kindOf(cell);
      return value;
    },
  };
}

export const aDay = (told: Told): Argument<PlainDate> => dateArgument('date', told, readDay);
export const aMoment = (told: Told): Argument<Moment> => dateArgument('date, or date and time', told, readMoment);

export function aWholeNumber(told: Told): Argument<number> {
  return {
    ...defaults,
    ...told,
    takes: 'whole number',
    read: (cell, { name }) => {
      const number = typeof cell === 'string' && /^[+-]?\d+(\.0+)?$/.test(tidyText(cell)) ? Number(tidyText(cell)) : cell;
      if (isCount(number)) return number;
      throw new CellProblem(`${name}: type a whole number such as 10; this is ${cellInMessage(cell)}`);
    },
  };
}

/** Makes the argument of one of some words, as people type them: capitals, spaces and hyphens do not matter. */
export function oneWordOf<W extends string>(words: readonly W[], told: Told): Argument<W> {
  return {
    ...defaults,
    ...told,
    takes: 'text',
    words,
    isBlank: isEmptyOrZero,
    read: (cell, { name }) => {
      const typed = asWord(cell);
      const found = words.find((word) => word.toLowerCase() === typed);
      if (found === undefined) throw new CellProblem(`${name}: type one of ${words.join(', ')}; this is ${cellInMessage(cell)}`);
      return found;
    },
  };
}

export function aText(told: Told): Argument<string> {
  return {
    ...defaults,
    ...told,
    takes: 'text',
    read: (cell, { name }) => {
      const text = textOf(cell);
      if (text === '') throw new CellProblem(`${name}: type a text; this is ${cellInMessage(cell)}`);
      return text;
    },
  };
}

/** Makes the same argument, where a blank cell says that something has not happened. */
export function orNone<T>(argument: Argument<T>): Argument<T | undefined> {
  return {
    ...argument,
    blankLeavesBlank: false,
    read: (cell, reading) => (argument.isBlank(cell, reading.sheet) ? undefined : argument.read(cell, reading)),
  };
}

/** Makes the same argument, which may be left out at the end. */
export function optional<T>(argument: Argument<T>): Argument<T | undefined> {
  return { ...orNone(argument), optional: true };
}

type Rows = readonly (readonly unknown[])[];

/** Makes the argument of a range that is read as a whole, row by row; its blank rows are passed over, and a first row that begins with `head`. */
export function aRange<T>(
  told: Pick<Argument<T>, 'takes' | 'says'>,
  read: (rows: readonly RangeRow[], reading: CellContext) => T,
  head?: string,
): Argument<T> {
  return {
    ...defaults,
    ...told,
    whole: true,
    isBlank: (range) => (range as Rows).every((cells) => cells.every((cell) => isEmptyOrZero(cellInside(cell)))),
    read: (range, reading) => {
      const all = (range as Rows).map((cells, index) => new RangeRow(cells.map(cellInside), index + 1, reading));
      const isHead = ({ cells: [first], number }: RangeRow): boolean => number === 1 && asWord(first) === head;
      const filled = all.filter((row) => !row.cells.every(isEmptyOrZero) && !isHead(row));
      return read(filled, reading);
    },
  };
}

/** One row of a range, of which each cell is read by its column. */
export class RangeRow {
  constructor(
    readonly cells: readonly unknown[],
    /** Its number within the range, from 1. */
    readonly number: number,
    private readonly reading: CellContext,
  ) {}

  /** Reads a cell that must be filled. */
  get<T>(column: number, name: string, argument: Argument<T>): T {
    const cell = this.cells[column];
    if (argument.blankLeavesBlank && argument.isBlank(cell, this.reading.sheet))
      throw new CellProblem(`${this.nameOf(name)}: fill in this cell`);
    return argument.read(cell, { ...this.reading, name: this.nameOf(name) });
  }

  /** Returns what a message calls a cell of this row. */
  nameOf(column: string): string {
    return `${this.reading.name} row ${this.number}, ${column}`;
  }
}
