// `npm run update -- workbook`: writes cohort.xlsx, the worked example in a workbook that calculates: plain formulas, worked out by whatever spreadsheet opens it.
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { labels } from 'professional-status';
import * as example from './data.mjs';
import * as plain from './formulas.mjs';
import { named } from './named.mjs';
import { lastSecond } from './steps.mjs';
import { asStored } from './stored.mjs';
import * as tables from './tables.mjs';
import { withoutClock } from './zip.mjs';

/** @typedef {import('./data.mjs').Cell} Cell */
/** @typedef {readonly (readonly Cell[])[]} Cells */
/**
 * A column: its head, its width, how a number in it is shown; the formula that fills it, or what may be typed into it: a `date`, or one of a list.
 *
 * @typedef {{ head: string, width: number, show?: string, formula?: ((row: number) => string) | undefined, choose?: string, date?: true, hidden?: true }} Column
 */

const { FIRST, LAST } = plain;
const HEADS = FIRST - 1;
const DAY = 'dd/mm/yyyy';
const MOMENT = 'dd/mm/yyyy hh:mm';
const COLOURS = { typed: 'FFFFF2CC', worked: 'FFE7E6E6', red: 'FFF8CBAD', amber: 'FFFFE699', look: 'FFDDEBF7' };
const { status } = labels;

/** What may be typed into a column. */
const FROM_LIST = { type: 'list', errorStyle: 'warning', error: 'Choose from the list.' };
const IS_DATE = {
  type: 'date',
  operator: 'greaterThan',
  error: 'Type a date, such as 31/03/2027.',
  formulae: [new Date(Date.UTC(1996, 0, 1))],
};

/** @param {string} argb @returns {import('exceljs').FillPattern} */
const fill = (argb) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } });

/** A formula of a column: written out once, in its first cell. @param {(row: number) => string} formula @param {string} first @param {number} row @param {string} last */
const shared = (formula, first, row, last) =>
  /** @type {import('exceljs').CellValue} */ (
    /** @type {unknown} */ (
      row === FIRST ? { formula: formula(row), shareType: 'shared', ref: `${first}:${last}` } : { sharedFormula: first }
    )
  );

/**
 * A sheet with a title, its heads in row 4, and every row below them ready to its last.
 *
 * @param {ExcelJS.Workbook} book @param {{ name: keyof typeof LAST, says: string, columns: readonly Column[], rows: Cells }} of
 */
function sheet(book, { name, says, columns, rows }) {
  const last = LAST[name];
  if (rows.length > last - HEADS) throw new Error(`${name} has room for ${last - HEADS} rows, and there are ${rows.length}`);
  const to = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: HEADS, xSplit: 1 }],
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADS}:${HEADS}`,
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  });
  Object.assign(to.getCell('A1'), { value: says, font: { bold: true } });
  to.getCell('A2').value = 'As of';
  Object.assign(to.getCell('B2'), { value: { formula: 'as_of' }, numFmt: DAY, alignment: { horizontal: 'left' } });
  to.getRow(HEADS).height = 32;
  columns.forEach(({ head, width, show, formula, choose, date, hidden }, index) => {
    const column = to.getColumn(index + 1);
    column.width = width;
    column.hidden = hidden ?? false;
    Object.assign(to.getCell(HEADS, index + 1), {
      value: head,
      font: { bold: true },
      alignment: { wrapText: true, vertical: 'top' },
      fill: fill(formula ? COLOURS.worked : COLOURS.typed),
    });
    for (let row = FIRST; row <= last; row++) {
      const cell = to.getCell(row, index + 1);
      const typed = rows[row - FIRST]?.[index];
      if (formula) cell.value = shared(formula, `${column.letter}${FIRST}`, row, `${column.letter}${last}`);
      else if (typed !== undefined && typed !== '') cell.value = typed;
      cell.style = {
        alignment: { horizontal: 'left', shrinkToFit: formula !== undefined },
        protection: { locked: formula !== undefined },
        ...(show && { numFmt: show }),
      };
    }
    const { dataValidations } = /** @type {{ dataValidations: { add(range: string, validation: object): void } }} */ (
      /** @type {any} */ (to)
    );
    const valid = choose ? { ...FROM_LIST, formulae: [choose] } : date ? IS_DATE : undefined;
    if (valid)
      dataValidations.add(`${column.letter}${FIRST}:${column.letter}${last}`, { allowBlank: true, showErrorMessage: true, ...valid });
  });
  const shown = columns.filter(({ hidden }) => !hidden).length;
  to.autoFilter = { from: { row: HEADS, column: 1 }, to: { row: last, column: shown } };
  return to;
}

/**
 * Formats cells by a formula of the first.
 *
 * @param {ExcelJS.Worksheet} to @param {string} columns @param {readonly (readonly [formula: string, style: Partial<ExcelJS.Style>])[]} rules
 */
function formatted(to, columns, rules) {
  const [from, until = from] = columns.split(':');
  to.addConditionalFormatting({
    ref: `${from}${FIRST}:${until}${LAST[/** @type {keyof typeof LAST} */ (to.name)]}`,
    rules: rules.map(([formula, style], index) => ({ type: 'expression', priority: index + 1, formulae: [formula], style })),
  });
}

/** Rules, each with its colour. @typedef {readonly (readonly [formula: string, argb: string])[]} Coloured */

/**
 * Shows a day without a time by the day alone, whatever is typed into the cell later. Not every spreadsheet puts the formats of two rules together, so each colour is given again.
 *
 * @param {ExcelJS.Worksheet} to @param {string} column @param {Coloured} [rules]
 */
function daysAlone(to, column, rules = []) {
  const isDay = `AND(ISNUMBER($${column}${FIRST}),INT($${column}${FIRST})=$${column}${FIRST})`;
  formatted(to, column, [
    ...rules.map(([formula, argb]) => /** @type {const} */ ([`AND(${isDay},${formula})`, { numFmt: DAY, fill: fill(argb) }])),
    [isDay, { numFmt: DAY }],
  ]);
}

/** @param {ExcelJS.Worksheet} to @param {string} columns @param {Coloured} rules */
const colour = (to, columns, rules) =>
  formatted(
    to,
    columns,
    rules.map(([formula, argb]) => [formula, { fill: fill(argb) }]),
  );

/**
 * What the first sheet says, a line each; those with a colour are the legend.
 *
 * @type {readonly (string | readonly [text: string, colour: keyof typeof COLOURS])[]}
 */
const instructions = [
  'Set the day in B3. Everything in the workbook is worked out as of that day.',
  '1. Cohorts: type the published dates of each cohort, a row each. Dates of cohorts are never worked out.',
  '2. Participants: type an id for each participant in the first column. Use no names.',
  '3. Events: type what happened, a row each: who, what (from the list), when, and the outcome or the cohort. Begin with “registered”, with the cohort’s id as its outcome. The rows may come in any order.',
  '4. Appeals: type when an appeal about support was received and, once there is one, the day of the answer. Award appeals: type each day of receipt.',
  'A deadline without a time lasts to the end of its day. Type the time too where something was handed in on the day of a deadline.',
  'Sheets with grey columns are protected without a password, so that no formula is typed over. The yellow columns are yours.',
  ['Yellow heads: you type here', 'typed'],
  ['Grey heads: worked out by a formula', 'worked'],
  ['Red: overdue, late, or not taken', 'red'],
  ['Amber: due today or within 14 days', 'amber'],
  ['Blue: look at this', 'look'],
  `“${plain.BEYOND}”: the count needs days for which no bank holidays are published yet. Holidays lists those of England and Wales.`,
  '“not taken”: the policy does not allow this event at that stage or on that day, so it does not count.',
  `“${plain.NOT_HELD}”: the awards appeals policy of September 2020 did not apply on that day. The time limits of the document that did are not included.`,
  `“${plain.LATER}”: it is dated after the day in B3, so it does not count yet.`,
  'Participants shows one thing for each participant: the one with a deadline comes first. Others, such as feedback that is owed, are not shown beside it.',
  `“${plain.FIRST_MISSED}”: the policy does not say what follows a first portfolio that is late or was not handed in.`,
  'Working days left: a number below zero is so many working days past the deadline.',
  'The formulas take the usual reading where the policy’s words can be read in two ways. They give no reasons: for those use the functions of professional-status. The policy itself is the authority.',
  `Some dates of the cohorts are made up for the example: those of ${example.illustrative.join(', ')}.`,
  'In Excel 365 the functions SET_WORKDAY, SET_APPEAL_DUE, SET_STAGE and others are there: use them on a sheet that you add. Each has one that says why, such as SET_STAGE_WHY.',
  'To print, filter the first column of a sheet so that its blank rows are left out.',
  'To begin your own: empty the yellow columns of Cohorts, Participants, Events, Appeals and Award appeals. Leave Holidays as it is.',
];

/** @param {ExcelJS.Workbook} book @param {Cell} asOf */
function startSheet(book, asOf) {
  const to = book.addWorksheet('Start', {
    pageSetup: { orientation: 'portrait', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  to.getColumn(1).width = 16;
  to.getColumn(2).width = 100;
  Object.assign(to.getCell('A1'), { value: 'Where every participant is, and what is due', font: { bold: true, size: 16 } });
  Object.assign(to.getCell('A3'), { value: 'As of', font: { bold: true } });
  const style = { numFmt: DAY, fill: fill(COLOURS.typed), alignment: { horizontal: 'left' }, protection: { locked: false } };
  Object.assign(to.getCell('B3'), { value: asOf, style });
  instructions.forEach((each, index) => {
    const [text, colourOf] = typeof each === 'string' ? [each] : each;
    Object.assign(to.getCell(index + 5, 2), { value: text, alignment: { wrapText: true, vertical: 'top' } });
    to.getRow(index + 5).height = 16 * Math.ceil(text.length / 105);
    if (colourOf) to.getCell(index + 5, 1).fill = fill(COLOURS[colourOf]);
  });
}

/**
 * The workbook of these cells: of the worked example where none are given.
 *
 * @param {{ asOf?: Cell } & Partial<Record<'participantCells' | 'cohortCells' | 'eventCells' | 'appealCells' | 'awardCells', Cells>>} [cells]
 */
export function bookOf(cells = {}) {
  const { asOf = example.asOf, participantCells = example.participantCells, cohortCells = example.cohortCells } = cells;
  const { eventCells = example.eventCells, appealCells = example.appealCells, awardCells = [] } = cells;
  const book = new ExcelJS.Workbook();
  book.creator = 'professional-status';
  book.created = book.modified = new Date(Date.UTC(2022, 2, 31));
  book.calcProperties.fullCalcOnLoad = true;
  startSheet(book, asOf);

  const { Participants, Events, Working } = plain.caseFormulas;
  /** @param {string} columns their letters @param {Readonly<Record<string, (row: number) => string>>} of @returns {readonly Column[]} */
  const hidden = (columns, of) => [...columns].map((head) => ({ head, width: 9, hidden: true, formula: of[head] }));
  const participants = sheet(book, {
    name: 'Participants',
    says: 'Participants: type each id once; the rest follows from Cohorts and Events',
    columns: [
      { head: 'Participant', width: 13 },
      { head: 'Cohort', width: 14, formula: Participants.B },
      { head: 'Stage', width: 20, formula: Participants.C },
      { head: 'What is next', width: 56, formula: Participants.D },
      { head: 'By whom', width: 17, formula: Participants.E },
      { head: 'By when', width: 17, show: MOMENT, formula: Participants.F },
      { head: 'Status', width: 20, formula: Participants.G },
      { head: 'Working days left', width: 18, formula: Participants.H },
      { head: 'Clause', width: 22, formula: Participants.I },
      { head: 'Look at', width: 44, formula: Participants.J },
      { head: 'Checked by the functions (paste)', width: 18 },
      ...hidden('LMNOPQRS', Participants),
    ],
    rows: participantCells,
  });
  /** @type {Coloured} */
  const urgent = [
    [`$G${FIRST}="${status.overdue}"`, COLOURS.red],
    [`AND(ISNUMBER($F${FIRST}),INT($F${FIRST})>=INT(as_of),INT($F${FIRST})<=INT(as_of)+14)`, COLOURS.amber],
  ];
  daysAlone(participants, 'F', urgent);
  colour(participants, 'A:I', urgent);
  colour(participants, 'J:J', [[`$J${FIRST}<>""`, COLOURS.look]]);

  const cohorts = sheet(book, {
    name: 'Cohorts',
    says: 'Cohorts: type the published dates; the last days follow',
    columns: [
      { head: 'Id', width: 14 },
      { head: 'Programme', width: 11, choose: '"QTLS,ATS"' },
      { head: 'Starts on', width: 12, show: DAY, date: true },
      { head: 'Submission deadline', width: 17, show: MOMENT, date: true },
      { head: 'Resubmission deadline', width: 17, show: MOMENT, date: true },
      { head: 'Entry opens', width: 12, show: DAY, date: true },
      { head: 'Entry closes', width: 12, show: DAY, date: true },
      { head: 'Adjustments asked for by', width: 15, show: DAY, formula: (row) => plain.noticeDue(`C${row}`) },
      { head: 'Review opens', width: 12, show: DAY, formula: (row) => plain.reviewOpens(`D${row}`) },
      { head: 'Review closes', width: 12, show: DAY, formula: (row) => plain.reviewCloses(`D${row}`) },
      { head: 'last second', width: 9, hidden: true, formula: (row) => lastSecond(`D${row}`) },
      { head: 'last second', width: 9, hidden: true, formula: (row) => lastSecond(`E${row}`) },
    ],
    rows: cohortCells,
  });
  for (const column of ['D', 'E']) daysAlone(cohorts, column);

  const happened = sheet(book, {
    name: 'Events',
    says: 'Events: type what happened, a row each, in any order',
    columns: [
      { head: 'Participant', width: 13, choose: `Participants!$A$${FIRST}:$A$${LAST.Participants}` },
      { head: 'What happened', width: 28, choose: `Lists!$A$1:$A$${tables.events.length + 1}` },
      { head: 'When', width: 17, show: MOMENT, date: true },
      { head: 'Outcome, or cohort', width: 18 },
      { head: 'Taken?', width: 34, formula: Events.E },
      { head: 'Stage after it', width: 20, formula: Events.F },
      { head: 'In time?', width: 10, formula: Events.G },
      ...hidden('HIJKLMN', Events),
    ],
    rows: eventCells,
  });
  /** @type {Coloured} */
  const wrong = [
    [`$L${FIRST}=1`, COLOURS.red],
    [`$G${FIRST}="late"`, COLOURS.red],
  ];
  daysAlone(happened, 'C', wrong);
  colour(happened, 'A:G', wrong);

  const appeals = sheet(book, {
    name: 'Appeals',
    says: 'Appeals about support, for those that clause 9.1 takes',
    columns: [
      { head: 'Participant', width: 13 },
      { head: 'Received', width: 17, show: MOMENT, date: true },
      { head: 'Answered', width: 17, show: DAY, date: true },
      { head: 'Answer due', width: 24, show: DAY, formula: (row) => plain.appealDue(`B${row}`) },
      { head: 'Status', width: 24, formula: (row) => plain.appealStatus({ received: `B${row}`, answered: `C${row}`, due: `D${row}` }) },
      {
        head: 'Working days left',
        width: 24,
        formula: (row) => `IF(OR(E${row}="pending",E${row}="overdue"),${plain.workingDaysLeft(`D${row}`)},"")`,
      },
    ],
    rows: appealCells,
  });
  /** @type {Coloured} */
  const pressing = [
    [`OR($E${FIRST}="overdue",$E${FIRST}="late")`, COLOURS.red],
    [`AND($E${FIRST}="pending",INT($D${FIRST})<=INT(as_of)+14)`, COLOURS.amber],
  ];
  daysAlone(appeals, 'B', pressing);
  colour(appeals, 'A:F', pressing);

  sheet(book, {
    name: 'Award appeals',
    says: 'Appeals against not being awarded: the last day of each step, from the day of receipt',
    columns: [
      { head: 'Member', width: 13 },
      { head: 'Decision received', width: 17, show: DAY, date: true },
      { head: 'Ask why by', width: 24, show: DAY, formula: (row) => plain.awardDue(`B${row}`, 'award-appeals/4.1') },
      { head: 'Letter received', width: 17, show: DAY, date: true },
      { head: 'Explain by', width: 24, show: DAY, formula: (row) => plain.awardDue(`D${row}`, 'award-appeals/4.2') },
      { head: 'Explanation received', width: 17, show: DAY, date: true },
      { head: 'Appeal by', width: 24, show: DAY, formula: (row) => plain.awardDue(`F${row}`, 'award-appeals/4.3') },
    ],
    rows: awardCells,
  });

  const days = sheet(book, {
    name: 'Holidays',
    says: 'Bank holidays of England and Wales. Add days on which nothing counts at the end',
    columns: [
      { head: 'Holiday', width: 13, show: DAY, date: true },
      { head: 'Name', width: 60 },
    ],
    rows: example.holidays,
  });
  const { span, awardAppeals } = example;
  const heads = ['Listed from', 'and up to', 'Awards appeals policy from', 'and up to'];
  [span.from, span.to, awardAppeals.from, awardAppeals.to].forEach((value, index) => {
    days.getCell(FIRST + index, 4).value = heads[index] ?? '';
    Object.assign(days.getCell(FIRST + index, 5), { value, style: { numFmt: DAY, alignment: { horizontal: 'left' } } });
  });
  days.getColumn(4).width = 26;
  days.getColumn(5).width = 12;

  const lists = book.addWorksheet('Lists');
  const columns = [
    ['registered', ...tables.events.map(({ inWords }) => inWords)],
    ['type', ...tables.events.map(({ type }) => type)],
    ['place', ...tables.events.map(({ place }) => place)],
    ['mark', ...tables.events.map(({ mark }) => mark)],
    ['bound', ...tables.events.map(({ bound }) => bound)],
    ['deadline', ...tables.events.map(({ deadline }) => deadline)],
    ['opens anew', ...tables.events.map(({ opensAnew }) => Number(opensAnew))],
    ['helps', ...tables.events.map(({ helps }) => Number(helps))],
    ['stage', ...tables.stages.map((stage) => labels.stage[stage])],
    [],
    ['from, event, mark', ...tables.transitions.map(([key]) => key)],
    ['to', ...tables.transitions.map(([, to]) => to)],
    [],
    ...['at', 'what', 'by whom', 'clause', 'kind', 'deadline', 'status'].map((head, index) => [
      head,
      ...tables.next.map((row) => row[index] ?? ''),
    ]),
  ];
  columns.forEach((cells, column) => {
    cells.forEach((cell, row) => {
      if (cell !== '') lists.getCell(row + 1, column + 1).value = cell;
    });
    lists.getColumn(column + 1).width = 22;
  });

  const steps = book.addWorksheet('Working', { views: [{ state: 'frozen', ySplit: HEADS }] });
  steps.getCell('A1').value = 'The events in order, a row each, with the stage before and after';
  for (const [column, formula] of Object.entries(Working)) {
    steps.getCell(`${column}${HEADS}`).value = column;
    for (let row = FIRST; row <= LAST.Events; row++)
      steps.getCell(`${column}${row}`).value = shared(formula, `${column}${FIRST}`, row, `${column}${LAST.Events}`);
  }
  for (const of of [lists, steps]) of.state = 'hidden';

  for (const [name, range] of Object.entries(NAMES)) book.definedNames.add(range, name);
  withFunctions(book);
  const allowed = ['selectLockedCells', 'selectUnlockedCells', 'formatColumns', 'formatRows', 'sort', 'autoFilter'];
  const protection = { ...Object.fromEntries(allowed.map((what) => [what, true])), spinCount: 1 };
  for (const of of book.worksheets) void of.protect('', protection);
  return book;
}

/** Adds the named functions. ExcelJS knows names of cells alone, and writes what it is given. @param {ExcelJS.Workbook} book */
function withFunctions({ definedNames }) {
  const { model } = definedNames;
  const functions = named.map(({ name, parameters, formula }) => ({
    name,
    ranges: [asStored(`LAMBDA(${[...parameters, formula].join(',')})`)],
  }));
  Object.defineProperty(definedNames, 'model', { value: [...model, ...functions] });
}

/** The names of the workbook, by the cells that they stand for. */
export const NAMES = {
  as_of: 'Start!$B$3',
  bank_holidays: `Holidays!$A$${FIRST}:$A$${LAST.Holidays}`,
  holidays_from: `Holidays!$E$${FIRST}`,
  holidays_to: `Holidays!$E$${FIRST + 1}`,
  award_appeals_from: `Holidays!$E$${FIRST + 2}`,
  award_appeals_to: `Holidays!$E$${FIRST + 3}`,
};

/** The workbook as a file, the same for the same cells. @param {Parameters<typeof bookOf>[0]} [cells] */
export async function workbook(cells) {
  return withoutClock(Buffer.from(await bookOf(cells).xlsx.writeBuffer()));
}

if (process.argv.includes('--write')) writeFileSync(new URL('cohort.xlsx', import.meta.url), await workbook());
