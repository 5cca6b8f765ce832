// `npm run workbook`: writes cohort.xlsx, the worked example as a workbook: the functions' answers, and beside them the plain formulas that must agree with them.
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { appealCells, asOf, cohortCells, eventCells, holidays, illustrative, participantCells } from './data.mjs';
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
const HOLIDAYS = `Holidays!$A$2:$A$${holidays.length + 1}`;
/** The row of the heads; the rows of cells follow. */
const HEADS = 4;

/** @param {string} argb @returns {import('exceljs').FillPattern} */
const fill = (argb) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } });

/**
 * @param {ExcelJS.Workbook} book
 * @param {{ name: string, says: string, columns: readonly Column[], rows: readonly (readonly Cell[])[], answers?: readonly number[] }} of `answers`: the columns, from 1, that the functions answer
 */
function sheet(book, { name, says, columns, rows, answers = [] }) {
  const to = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEADS }],
    pageSetup: { orientation: 'landscape', paperSize: 9, scale: 62 },
  });
  to.getRow(HEADS).height = 30;
  to.getCell('A1').value = says;
  to.getCell('A1').font = { italic: true };
  to.getCell('A2').value = 'As of';
  to.getCell('B2').value = Number(asOf);
  to.getCell('B2').numFmt = DAY;
  to.getCell('B2').alignment = { horizontal: 'left' };
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

/** @param {string} letter @param {string} against what it must be the same as @param {string} [unless] a column that is blank where there is nothing to check */
const agrees =
  (letter, against, unless = letter) =>
  (/** @type {number} */ row) =>
    `IF(${unless}${row}="","",IF(${letter}${row}=${against}${row},"yes","NO"))`;

const AS_OF = '$B$2';
/** The working days from the day asked about to a day, as NETWORKDAYS.INTL counts them: it counts both ends, so one of them is left out. @param {string} day */
const workingDaysTo = (day) =>
  `IF(INT(${day})>${AS_OF},NETWORKDAYS.INTL(${AS_OF}+1,INT(${day}),1,${HOLIDAYS}),IF(INT(${day})=${AS_OF},0,-NETWORKDAYS.INTL(INT(${day}),${AS_OF}-1,1,${HOLIDAYS})))`;

export async function workbook() {
  const book = new ExcelJS.Workbook();
  book.creator = 'professional-status';
  book.created = book.modified = new Date(Date.UTC(2022, 2, 31));
  book.calcProperties.fullCalcOnLoad = true;

  const participants = sheet(book, {
    name: 'Participants',
    says: 'Where each participant stands. Blue columns are answered by SET_POSITION and SET_NEXT_DUTIES; grey ones are plain formulas that must agree.',
    columns: [
      { head: 'Participant', width: 12 },
      { head: 'Cohort', width: 14 },
      { head: 'Stage', width: 20 },
      { head: 'Next duty', width: 21 },
      { head: 'Owed by', width: 24 },
      { head: 'Due', width: 17, show: MOMENT },
      { head: 'Status', width: 15 },
      { head: 'Working days left', width: 13 },
      { head: 'NETWORKDAYS.INTL', width: 20, formula: (row) => `IF(F${row}="","",${workingDaysTo(`F${row}`)})` },
      { head: 'Agree', width: 8, formula: agrees('H', 'I') },
    ],
    rows: participantCells,
    answers: [3, 4, 5, 6, 7, 8],
  });
  const first = HEADS + 1;
  colour(participants, 'A:H', participantCells.length, [
    [`$G${first}="overdue"`, COLOURS.overdue],
    [`$G${first}="due-today"`, COLOURS.today],
  ]);

  const cohorts = sheet(book, {
    name: 'Cohorts',
    says: 'The published dates of each cohort, with SET_ADJUSTMENT_DEADLINE and SET_REVIEW_WINDOW in blue, and EDATE beside them.',
    columns: [
      { head: 'Id', width: 14 },
      { head: 'Programme', width: 11 },
      { head: 'Starts on', width: 11, show: DAY },
      { head: 'Submission deadline', width: 16, show: MOMENT },
      { head: 'Resubmission deadline', width: 16, show: MOMENT },
      { head: 'Entry opens', width: 11, show: DAY },
      { head: 'Entry closes', width: 11, show: DAY },
      { head: 'Adjustments asked for by', width: 15, show: DAY },
      { head: 'EDATE', width: 11, show: DAY, formula: (row) => `EDATE(C${row},-1)` },
      { head: 'Agree', width: 8, formula: agrees('H', 'I') },
      { head: 'Review opens', width: 11, show: DAY },
      { head: 'Review closes', width: 11, show: DAY },
      { head: 'EDATE', width: 11, show: DAY, formula: (row) => `EDATE(INT(D${row})+1,1)-1` },
      { head: 'Agree', width: 8, formula: agrees('L', 'M') },
    ],
    rows: cohortCells,
    answers: [8, 11, 12],
  });
  const foot = cohorts.getCell(HEADS + cohortCells.length + 2, 1);
  foot.value = `Some dates are made up for the example: see examples/cohort/cohorts.json for those of ${illustrative.join(', ')}.`;
  foot.font = { italic: true };

  const appeals = sheet(book, {
    name: 'Appeals',
    says: 'Appeals against the sufficiency of support. SET_APPEAL_RESPONSE_DUE and SET_APPEAL_STATUS in blue, for those that clause 9.1 takes; plain formulas in grey.',
    columns: [
      { head: 'Participant', width: 12 },
      { head: 'Received', width: 17, show: MOMENT },
      { head: 'Answered', width: 12, show: DAY },
      { head: 'Outcome', width: 17 },
      { head: 'Answer due', width: 12, show: DAY },
      { head: 'WORKDAY.INTL', width: 16, show: DAY, formula: (row) => `IF(E${row}="","",WORKDAY.INTL(INT(B${row}),10,1,${HOLIDAYS}))` },
      { head: 'Agree', width: 8, formula: agrees('E', 'F') },
      { head: 'Status', width: 12 },
      {
        head: 'By formula',
        width: 12,
        formula: (row) =>
          `IF(E${row}="","",IF(C${row}<>"",IF(C${row}<=F${row},"in-time","late"),IF(${AS_OF}<=F${row},"pending","overdue")))`,
      },
      { head: 'Agree', width: 8, formula: agrees('H', 'I') },
    ],
    rows: appealCells,
    answers: [4, 5, 8],
  });
  colour(appeals, 'A:H', appealCells.length, [[`$H${first}="overdue"`, COLOURS.overdue]]);

  // By the two columns themselves: LibreOffice 7.4 fails to draw a sheet whose colours hang on a formula that hangs on another.
  for (const [to, rows, checks] of /** @type {const} */ ([
    [participants, participantCells.length, { J: ['H', 'I'] }],
    [cohorts, cohortCells.length, { J: ['H', 'I'], N: ['L', 'M'] }],
    [appeals, appealCells.length, { G: ['E', 'F'], J: ['H', 'I'] }],
  ])) {
    for (const [column, [answered, formula]] of Object.entries(checks)) {
      colour(to, `${column}:${column}`, rows, [[`AND($${answered}${first}<>"",$${answered}${first}<>$${formula}${first})`, COLOURS.wrong]]);
    }
  }

  sheet(book, {
    name: 'Events',
    says: 'What happened, as SET_STAGE, SET_POSITION and SET_NEXT_DUTIES take it: the last three columns are an events_range.',
    columns: [
      { head: 'Participant', width: 12 },
      { head: 'type', width: 28 },
      { head: 'when', width: 19, show: `${MOMENT}:ss` },
      { head: 'outcome', width: 18 },
    ],
    rows: eventCells,
  });

  const days = book.addWorksheet('Holidays', { views: [{ state: 'frozen', ySplit: 1 }] });
  days.addRow(['Holiday', 'Name (England and Wales)']).font = { bold: true };
  for (const day of holidays) days.addRow(day);
  days.getColumn(1).width = 12;
  days.getColumn(1).numFmt = DAY;
  days.getColumn(1).alignment = { horizontal: 'left' };
  days.getColumn(2).width = 60;

  return withoutClock(Buffer.from(await book.xlsx.writeBuffer()));
}

if (process.argv.includes('--write')) writeFileSync(new URL('cohort.xlsx', import.meta.url), await workbook());
