// The script for Excel: asks the functions about every participant of the workbook, and writes each answer with its reason into the column that is kept for it.
import { SET_COHORT, SET_EXPLAIN } from '../../src/spreadsheet/named.js';

type Cell = string | number | boolean;

/** A range of cells, of which these members are used: “ExcelScript.Range interface” in Microsoft’s reference of Office Scripts. */
interface Range {
  getValues(): Cell[][];
  setValues(values: Cell[][]): void;
}
/** A sheet: “ExcelScript.Worksheet interface”. */
interface Worksheet {
  /** The cells from the first to the last that hold something. In the workbook the first is A1. */
  getUsedRange(): Range | undefined;
  getRangeByIndexes(startRow: number, startColumn: number, rowCount: number, columnCount: number): Range;
}
/** The workbook: “ExcelScript.Workbook interface”. */
export interface Workbook {
  getWorksheet(name: string): Worksheet | undefined;
}

/** The head of the column that the answers go into. */
const PASTED = 'Checked by the functions (paste)';
const DAY_MS = 86_400_000;
const DAYS_BEFORE_1970 = 25_569;

/** The rows of a sheet below its heads, and where they begin. */
interface Table {
  readonly sheet: Worksheet;
  readonly heads: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** The first row, from 0. */
  readonly first: number;
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`The workbook has no sheet ${name}.`);
  return sheet;
}

function tableOf(workbook: Workbook, name: string, firstHead: string): Table {
  const sheet = sheetOf(workbook, name);
  const values = sheet.getUsedRange()?.getValues() ?? [];
  const heads = values.findIndex(([head]) => head === firstHead);
  if (heads === -1) throw new Error(`The sheet ${name} has no column ${firstHead}.`);
  return { sheet, heads: values[heads] ?? [], rows: values.slice(heads + 1), first: heads + 1 };
}

function dayAskedAbout(workbook: Workbook): string {
  const rows = sheetOf(workbook, 'Start').getUsedRange()?.getValues() ?? [];
  const day = rows.find(([head]) => head === 'As of')?.[1];
  if (typeof day !== 'number') throw new Error('Type a date beside “As of” on the sheet Start.');
  return new Date((Math.floor(day) - DAYS_BEFORE_1970) * DAY_MS).toISOString().slice(0, 10);
}

/** Puts the answer about a participant, a row of `SET_COHORT`, and its reason into one text. */
function told(answer: readonly Cell[], reason: string): string {
  const [, , stage = '', next = '', whom = '', due = '', status = '', , , lookAt = ''] = answer;
  if (stage === '') return String(lookAt);
  const parts = [stage, next, whom, due === '' ? '' : `by ${due}`, status].filter((part) => part !== '');
  return `${parts.join('; ')}. ${reason.replace(/^Participant .*?: /, '')}`;
}

/** Checks every participant, and says how many there are. */
export function checkParticipants(workbook: Workbook): string {
  const asOf = dayAskedAbout(workbook);
  const events = tableOf(workbook, 'Events', 'Participant').rows.map((row) => row.slice(0, 4));
  const cohorts = tableOf(workbook, 'Cohorts', 'Id').rows.map((row) => row.slice(0, 7));
  const participants = tableOf(workbook, 'Participants', 'Participant');
  const column = participants.heads.indexOf(PASTED);
  if (column === -1) throw new Error(`The sheet Participants has no column ${PASTED}.`);

  const answers = SET_COHORT(events, cohorts, asOf) as Cell[][];
  const reasons = String(SET_EXPLAIN('SET_COHORT', events, cohorts, asOf)).split('\n');
  const texts = new Map(answers.map((answer, index) => [answer[0], told(answer, reasons[index] ?? '')]));
  const written = participants.rows.map(([participant = '']) => [participant === '' ? '' : (texts.get(participant) ?? 'no events')]);
  participants.sheet.getRangeByIndexes(participants.first, column, written.length, 1).setValues(written);
  return `${written.filter(([text]) => text !== '').length} participants as of ${asOf}`;
}
