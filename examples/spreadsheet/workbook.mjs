// `npm run update -- workbook`: writes cohort.xlsx, the worked example as a workbook: the functions' answers, and beside them the plain formulas that must agree with them.
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { appealCells, asOf, cohortCells, eventCells, holidays, illustrative, participantCells, span } from './data.mjs';
import { AS_OF, agrees, answerDue, answerStatus, differs, monthBefore, reviewCloses, workingDaysLeft } from './formulas.mjs';
import { withoutClock } from './zip.mjs';

/** @typedef {import('./data.mjs').Cell} Cell */
/**
 * A column: its head, its width, how a number in it is shown; and the plain formula that it holds, where it is a cross-check.
 *
 * @typedef {{ head: string, width: number, show?: string, formula?: (row: number) => string }} Column
 */

const DAY = 'dd/mm/yyyy';
const MOMENT = 'dd/mm/yyyy hh:mm';
const COLOURS = { function: 'FFDCE6F2', check: 'FFE7E6E6', overdue: 'FFF8CBAD', today: 'FFFFE699', wrong: 'FFFF0000' };
/** The row of the heads; the rows of cells follow. */
const HEADS = 4;

/** @param {string} argb @returns {import('exceljs').FillPattern} */
const fill = (argb) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } });

/**
 * @param {ExcelJS.Workbook} book
 * @param {{ name: string, says: string, note: string, columns: readonly Column[], rows: readonly (readonly Cell[])[], answers?: readonly number[] }} of `answers`: the columns, from 1, that the functions answer
 */
function sheet(book, { name, says, note, columns, rows, answers = [] }) {
  const to = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEADS }],
    pageSetup: { orientation: 'landscape', paperSize: 9, scale: 62 },
  });
  to.getRow(HEADS).height = 30;
  to.getCell('A1').value = says;
  to.getCell('A1').font = { italic: true };
  to.getCell('A2').value = 'As of';
  to.getCell('B2').value = /** @type {import('exceljs').CellFormulaValue} */ ({ formula: AS_OF });
  to.getCell('B2').numFmt = DAY;
  to.getCell('B2').alignment = { horizontal: 'left' };
  to.getCell('C2').value = note;
  to.getCell('C2').font = { italic: true };
  columns.forEach(({ head, width, show, formula }, index) => {
    const column = to.getColumn(index + 1);
    column.width = width;
    const cell = to.getCell(HEADS, index + 1);
    cell.value = head;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'top' };
    if (answers.includes(index + 1)) cell.fill = fill(COLOURS.function);
    if (formula) cell.fill = fill(COLOURS.check);
    rows.forEach((cells, line) => {
      const at = to.getCell(HEADS + 1 + line, index + 1);
      const given = columns.slice(0, index).filter((each) => each.formula === undefined).length;
      const value = formula ? { formula: formula(HEADS + 1 + line) } : cells[given];
      if (value !== '' && value !== undefined) at.value = value;
      if (show) at.numFmt = show === MOMENT && Number.isInteger(value) ? DAY : show;
      at.alignment = { horizontal: 'left' };
    });
  });
  return to;
}

/** Colours rows by a formula of their first one. @param {ExcelJS.Worksheet} to @param {string} columns @param {number} rows @param {readonly [formula: string, argb: string][]} rules */
function colour(to, columns, rows, rules) {
  const [first, last] = columns.split(':');
  to.addConditionalFormatting({
    ref: `${first}${HEADS + 1}:${last}${HEADS + rows}`,
    rules: rules.map(([formula, argb], index) => ({
      type: 'expression',
      priority: index + 1,
      formulae: [formula],
      style: { fill: fill(argb) },
    })),
  });
}

/** The column that says whether a formula agrees with an answer. @param {string} answer @param {string} formula @returns {Column} */
const agree = (answer, formula) => ({ head: 'Agree', width: 8, formula: (row) => agrees(`${answer}${row}`, `${formula}${row}`) });

const VALUES = 'Blue columns hold values, as of this day: they do not change when other cells do. Grey columns are formulas.';

const example = { asOf, participantCells, cohortCells, appealCells, eventCells };

/** The workbook of these cells: of the worked example where none are given. @param {typeof example} [cells] */
export function bookOf(cells = example) {
  const book = new ExcelJS.Workbook();
  book.creator = 'professional-status';
  book.created = book.modified = new Date(Date.UTC(2022, 2, 31));
  book.calcProperties.fullCalcOnLoad = true;

  const participants = sheet(book, {
    name: 'Participants',
    says: 'Where each participant was on one day, as SET_POSITION and SET_NEXT_DUTIES answered; beside it the working days by a plain formula, which must agree.',
    note: VALUES,
    columns: [
      { head: 'Participant', width: 12 },
      { head: 'Cohort', width: 14 },
      { head: 'Stage', width: 20 },
      { head: 'What is next', width: 21 },
      { head: 'By whom', width: 24 },
      { head: 'By when', width: 17, show: MOMENT },
      { head: 'Status', width: 15 },
      { head: 'Working days left', width: 13 },
      { head: 'NETWORKDAYS.INTL', width: 20, formula: (row) => workingDaysLeft(`F${row}`) },
      agree('H', 'I'),
    ],
    rows: cells.participantCells,
    answers: [3, 4, 5, 6, 7, 8],
  });
  const first = HEADS + 1;
  colour(participants, 'A:H', cells.participantCells.length, [
    [`$G${first}="overdue"`, COLOURS.overdue],
    [`$G${first}="due-today"`, COLOURS.today],
  ]);

  const cohorts = sheet(book, {
    name: 'Cohorts',
    says: 'The published dates of each cohort, with what SET_ADJUSTMENT_DEADLINE and SET_REVIEW_WINDOW answered; beside it the same by plain formulas.',
    note: VALUES,
    columns: [
      { head: 'Id', width: 14 },
      { head: 'Programme', width: 11 },
      { head: 'Starts on', width: 11, show: DAY },
      { head: 'Submission deadline', width: 16, show: MOMENT },
      { head: 'Resubmission deadline', width: 16, show: MOMENT },
      { head: 'Entry opens', width: 11, show: DAY },
      { head: 'Entry closes', width: 11, show: DAY },
      { head: 'Adjustments asked for by', width: 15, show: DAY },
      { head: 'By formula', width: 11, show: DAY, formula: (row) => monthBefore(`C${row}`) },
      agree('H', 'I'),
      { head: 'Review opens', width: 11, show: DAY },
      { head: 'Review closes', width: 11, show: DAY },
      { head: 'By formula', width: 11, show: DAY, formula: (row) => reviewCloses(`D${row}`) },
      agree('L', 'M'),
    ],
    rows: cells.cohortCells,
    answers: [8, 11, 12],
  });
  const foot = cohorts.getCell(HEADS + cells.cohortCells.length + 2, 1);
  foot.value = `Some dates are made up for the example: see examples/cohort/cohorts.json for those of ${illustrative.join(', ')}.`;
  foot.font = { italic: true };

  const appeals = sheet(book, {
    name: 'Appeals',
    says: 'Appeals against the sufficiency of support: what SET_APPEAL_RESPONSE_DUE and SET_APPEAL_STATUS answered, for those that clause 9.1 takes, and plain formulas.',
    note: VALUES,
    columns: [
      { head: 'Participant', width: 12 },
      { head: 'Received', width: 17, show: MOMENT },
      { head: 'Answered', width: 12, show: DAY },
      { head: 'Outcome', width: 17 },
      { head: 'Answer due', width: 12, show: DAY },
      { head: 'WORKDAY.INTL', width: 16, show: DAY, formula: (row) => answerDue(`B${row}`, `E${row}`) },
      agree('E', 'F'),
      { head: 'Status', width: 12 },
      {
        head: 'By formula',
        width: 12,
        formula: (row) => answerStatus({ received: `B${row}`, answered: `C${row}`, due: `F${row}` }),
      },
      agree('H', 'I'),
    ],
    rows: cells.appealCells,
    answers: [4, 5, 8],
  });
  colour(appeals, 'A:H', cells.appealCells.length, [[`$H${first}="overdue"`, COLOURS.overdue]]);

  // By the two columns themselves: LibreOffice 7.4 fails to draw a sheet whose colours hang on a formula that hangs on another.
  for (const [to, rows, checks] of /** @type {const} */ ([
    [participants, cells.participantCells.length, { J: ['H', 'I'] }],
    [cohorts, cells.cohortCells.length, { J: ['H', 'I'], N: ['L', 'M'] }],
    [appeals, cells.appealCells.length, { G: ['E', 'F'], J: ['H', 'I'] }],
  ])) {
    for (const [column, [answered, formula]] of Object.entries(checks)) {
      colour(to, `${column}:${column}`, rows, [[differs(`$${answered}${first}`, `$${formula}${first}`), COLOURS.wrong]]);
    }
  }

  sheet(book, {
    name: 'Events',
    says: 'What happened, as SET_STAGE, SET_POSITION and SET_NEXT_DUTIES take it: the last three columns are an events_range.',
    note: 'What is written here changes no other sheet: the answers there are values.',
    columns: [
      { head: 'Participant', width: 12 },
      { head: 'type', width: 28 },
      { head: 'when', width: 19, show: `${MOMENT}:ss` },
      { head: 'outcome', width: 18 },
    ],
    rows: cells.eventCells,
  });

  const days = book.addWorksheet('Holidays', { views: [{ state: 'frozen', ySplit: 1 }] });
  days.addRow(['Holiday', 'Name (England and Wales)']).font = { bold: true };
  for (const day of holidays) days.addRow(day);
  days.getColumn(1).width = 12;
  days.getColumn(1).numFmt = DAY;
  days.getColumn(1).alignment = { horizontal: 'left' };
  days.getColumn(2).width = 60;
  days.getColumn(4).width = 46;
  days.getColumn(5).width = 12;
  [
    ['Bank holidays are listed from', span.from],
    ['and up to', span.to],
    ['Everything is answered as of', cells.asOf],
  ].forEach(([head, day], index) => {
    days.getCell(index + 1, 4).value = /** @type {string} */ (head);
    days.getCell(index + 1, 5).value = Number(day);
    days.getCell(index + 1, 5).numFmt = DAY;
    days.getCell(index + 1, 5).alignment = { horizontal: 'left' };
  });
  days.getCell('D4').value = 'Change this day, and only the grey columns change.';
  days.getCell('D4').font = { italic: true };

  return book;
}

/** The workbook as a file, the same for the same cells. @param {Parameters<typeof bookOf>[0]} [cells] */
export async function workbook(cells) {
  return withoutClock(Buffer.from(await bookOf(cells).xlsx.writeBuffer()));
}

if (process.argv.includes('--write')) writeFileSync(new URL('cohort.xlsx', import.meta.url), await workbook());
