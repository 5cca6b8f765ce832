// The table of the cell functions in the order of the reference, the set of them for one kind of sheet, and what each says of itself.
import { oneOf, optional, readArguments } from '../data/reading.js';
import { asWord, cellInMessage, CellProblem, type CellInput, type CellOutput } from './cell.js';
import type { SheetZone } from './date-cell.js';
import type { DateSystem } from './wall.js';
import type { CellArgument, CellFunctionDescription, CellFunctionName } from './help.js';
import { run } from './run.js';
import type { Sheet } from './sheet.js';
import { once, withoutGaps } from '../data/objects.js';
import { clauses } from '../policy/clauses.js';
import type { ClauseId } from '../policy/ids.js';
import { aText } from './arguments.js';
import { awardFunctions } from './award-functions.js';
import { caseFunctions } from './case-functions.js';
import { cohortFunctions } from './cohort-functions.js';
import { countingFunctions } from './counting-functions.js';
import { entry, type Entry } from './entry.js';
import { ruleFunctions } from './rule-functions.js';

/** The functions that take another function's name and its cells, and what they give of its answer. */
const aboutAnother = { SET_EXPLAIN: 'why', SET_CODES: 'codes' } as const;
type AboutAnother = keyof typeof aboutAnother;
const isAboutAnother = (name: CellFunctionName): name is AboutAnother => Object.hasOwn(aboutAnother, name);

const otherFunction = () => ({ function_name: aText({ says: 'The other function’s name, in quotation marks; its arguments follow.' }) });
/** `run` answers with the other function's cells; this is what is left, a name that no function has. */
function noSuchFunction({ function_name }: { readonly function_name: string }): never {
  throw new CellProblem(`function_name: type the name of a function such as "SET_WORKDAY"; this is ${cellInMessage(function_name)}`);
}

/** Makes the functions that explain: what a clause says, in our own words, and why another function answers as it does. */
const registerFunctions = (): Readonly<Record<'SET_CLAUSE' | AboutAnother, Entry>> => ({
  SET_EXPLAIN: entry({
    says: 'Explains the answer of another function: why, under which clause, and which days were not counted.',
    gives: ['explanation'],
    arguments: otherFunction(),
    example: {
      cells: ['SET_IS_WORKING_DAY', '28/12/2020'],
      result: 'Monday 28 December 2020 is a holiday: the substitute day for Boxing Day.',
    },
    answer: noSuchFunction,
  }),
  SET_CODES: entry({
    says: 'Gives the answer of another function in codes: they stay the same when the words change, for formulas that compare them.',
    gives: ['codes'],
    arguments: otherFunction(),
    example: { cells: ['SET_AFTER_REVIEW', 'criteria not met', 'submission'], result: 'feedback-and-resubmission' },
    answer: noSuchFunction,
  }),
  SET_CLAUSE: entry({
    says: 'Gives what a clause says, in our own words. The policy itself is the authority.',
    gives: ['clause'],
    arguments: { id: aText({ says: 'The clause, such as support/9.1; without a document’s name it is one of the support policy.' }) },
    example: {
      cells: ['2.3'],
      result: 'No formative assessment: Work is not assessed along the way, because both programmes lead to a professional status.',
    },
    answer: ({ id }) => {
      const typed = asWord(id);
      const clause = typed.includes('/') ? typed : `support/${typed}`;
      if (!Object.hasOwn(clauses, clause)) throw new CellProblem(`id: type a clause such as support/9.1; this is ${cellInMessage(id)}`);
      const { name, says, note } = clauses[clause as ClauseId];
      return { rows: [[`${name}: ${says}`]], why: () => note ?? says };
    },
  }),
});

const entries: () => Readonly<Record<CellFunctionName, Entry>> = /* @__PURE__ */ once(() => ({
  ...countingFunctions(),
  ...ruleFunctions(),
  ...awardFunctions(),
  ...caseFunctions(),
  ...cohortFunctions(),
  ...registerFunctions(),
}));

/** Finds a function by its name as people type it. */
function entryOf(name: unknown): Entry | undefined {
  const known = typeof name === 'string' ? name.trim().replace(/^=/, '').toUpperCase() : '';
  return Object.hasOwn(entries(), known) ? entries()[known as CellFunctionName] : undefined;
}

/** A cell function: cells or ranges in, a cell, a row or rows of cells out. It never throws. @since 0.1.0 */
export type CellFunction = (...cells: readonly CellInput[]) => CellOutput;
/** Every cell function by its name. @since 0.1.0 */
export type CellFunctions = Readonly<Record<CellFunctionName, CellFunction>>;

/** The ways in which a sheet holds its dates. @since 0.1.0 */
export interface CellFunctionsOptions {
  /** How serial numbers count days: from 1900 unless given; a workbook that began on an old Macintosh counts from 1904. */
  readonly dateSystem?: DateSystem;
  /** The zone in which `Date` cells show what the sheet shows: the engine's own unless given. */
  readonly zone?: SheetZone;
}

const aSystem = /* @__PURE__ */ oneOf<DateSystem>([1900, 1904]);
const aZone = /* @__PURE__ */ oneOf<SheetZone>(['host', 'UTC', 'Europe/London']);

/**
 * Makes the cell functions for one kind of sheet.
 *
 * A date of an answer has the kind of the first date that was given: serial for serial, `Date` for `Date`, ISO text for text. A blank row stays blank; a bad
 * cell is answered, in its row alone, by what to type. What the policy leaves open is the word `undetermined`.
 * Codes are given in words; `SET_CODES` gives them as they are.
 * @throws `InvalidFacts` if an option, or its value, is not known.
 * @example cellFunctions({ dateSystem: 1904 }).SET_WORKDAY(42726, 10) // => 42745
 * @since 0.1.0
 */
export function cellFunctions(options: CellFunctionsOptions = {}): CellFunctions {
  const { dateSystem = 1900, zone = 'host' } = readArguments({ dateSystem: optional(aSystem), zone: optional(aZone) }, options);
  const sheet: Sheet = { dateSystem, zone };
  const names = Object.keys(entries()) as CellFunctionName[];
  return Object.freeze(Object.fromEntries(names.map((name) => [name, functionOf(name, sheet)])) as Record<CellFunctionName, CellFunction>);
}

/** Makes a function of the standard set: the system of 1900, and the engine's own zone. */
/* @__NO_SIDE_EFFECTS__ */
export function standard(name: CellFunctionName): CellFunction {
  return functionOf(name, { dateSystem: 1900, zone: 'host' });
}

/* @__NO_SIDE_EFFECTS__ */
function functionOf(name: CellFunctionName, sheet: Sheet): CellFunction {
  return (...cells) => {
    if (!isAboutAnother(name)) return run(entries()[name], cells, sheet, 'words');
    const other = entryOf(cells[0]);
    return other === undefined
      ? run(entries()[name], cells.slice(0, 1), sheet, 'words')
      : run(other, cells.slice(1), sheet, aboutAnother[name]);
  };
}

/**
 * Describes every cell function, from the table that the functions are made of.
 *
 * @example describeCellFunctions()[0]?.arguments.map(({ name }) => name) // => ['date', 'days', 'nation', 'extra_holidays']
 * @since 0.1.0
 */
export function describeCellFunctions(): readonly CellFunctionDescription[] {
  return (Object.keys(entries()) as CellFunctionName[]).map((name) => {
    const { says, clause, gives, table = false, example, arguments: all } = entries()[name];
    const described = Object.entries(all).map(([argument, { takes, says: told, words, optional }]) =>
      withoutGaps({ name: argument, takes, says: told, words, optional } as CellArgument),
    );
    return withoutGaps({
      name,
      says,
      clause,
      arguments: described,
      rest: isAboutAnother(name),
      gives,
      table,
      example,
    } as CellFunctionDescription);
  });
}
