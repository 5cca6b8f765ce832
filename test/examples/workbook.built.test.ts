// The workbook of the worked example is what its script makes of the library as it stands, byte for byte, and its formulas are stored for a spreadsheet to work out.
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { addDays, englandAndWales } from 'professional-status/calendar';
import { HyperFormula, type RawCellContent } from 'hyperformula';
import { cellFunctions } from 'professional-status/spreadsheet';
import { describe, expect, test } from 'vitest';
import { participantCells } from '../../examples/spreadsheet/data.mjs';
import { BEYOND, TOO_EARLY } from '../../examples/spreadsheet/formulas.mjs';
import { bookOf, workbook } from '../../examples/spreadsheet/workbook.mjs';
import { madeUpCells, madeUpDays, serial } from '../tools/workbook-rows.mjs';

const path = 'examples/spreadsheet/cohort.xlsx';

test('the committed workbook is up to date: if not, `npm run update -- workbook`', async () => {
  expect((await workbook()).equals(readFileSync(path))).toBe(true);
});

test('it has every participant, appeal and holiday, and a cross-check wherever there is a plain formula', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Participants', 'Cohorts', 'Appeals', 'Events', 'Holidays']);
  expect(book.getWorksheet('Holidays')?.rowCount).toBe(englandAndWales.holidays.length + 1);
  expect(participantCells.length).toBeGreaterThan(45);
  const formulas = book.worksheets.flatMap((sheet) => {
    const found: unknown[] = [];
    sheet.eachRow((row) => row.eachCell((cell) => (cell.formula ? found.push(cell.result) : undefined)));
    return found;
  });
  expect(formulas.length).toBeGreaterThan(100);
  expect(formulas.every((result) => result === undefined)).toBe(true); // nothing is stored that a spreadsheet might take as worked out
});

test('a formula in it asks what the cell beside it holds', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const appeals = book.getWorksheet('Appeals');
  const received = appeals?.getCell('B5').value as Date; // exceljs reads a date as UTC
  expect(appeals?.getCell('E5').value).toEqual(cellFunctions({ zone: 'UTC' }).SET_APPEAL_RESPONSE_DUE(received));
  expect(appeals?.getCell('F5').formula).toMatch(/^IF\(E5="","",.*WORKDAY\.INTL\(INT\(B5\),10,1,Holidays!/);
});

test('one cell holds the day as of which everything is answered, and every sheet says that the answers are values', () => {
  const book = bookOf();
  const sheets = book.worksheets.filter(({ name }) => name !== 'Holidays');
  expect(sheets.map((sheet) => sheet.getCell('B2').formula)).toEqual(sheets.map(() => 'INT(Holidays!$E$3)'));
  for (const sheet of sheets) expect(sheet.getCell('C2').value).toMatch(/\bvalues\b/);
});

type Row = readonly unknown[];

/** The rows of each sheet, its heads first, as a spreadsheet engine works them out. */
function workedOut(book: ReturnType<typeof bookOf>): (name: string) => readonly Row[] {
  const sheets = book.worksheets.map((sheet) => {
    const rows = Array.from({ length: sheet.rowCount }, (_, line) =>
      Array.from({ length: sheet.columnCount }, (__, column): RawCellContent => {
        const cell = sheet.getCell(line + 1, column + 1);
        return cell.formula ? `=${cell.formula}` : (cell.value as RawCellContent);
      }),
    );
    return [sheet.name, rows] as const;
  });
  const engine = HyperFormula.buildFromSheets(Object.fromEntries(sheets), { licenseKey: 'gpl-v3' });
  const values = new Map(engine.getSheetNames().map((name) => [name, engine.getSheetValues(engine.getSheetId(name) ?? 0)]));
  engine.destroy();
  return (name) => values.get(name)?.slice(3) ?? [];
}

/** What the columns of cross-checks say, with the rows that say anything but yes. */
function checks([heads = [], ...rows]: readonly Row[]): { readonly count: number; readonly differ: readonly Row[] } {
  const columns = heads.flatMap((head, column) => (head === 'Agree' ? [column] : []));
  const said = rows.flatMap((row) => columns.map((column) => ({ row, says: row[column] ?? '' })));
  return {
    count: said.filter(({ says }) => says !== '').length,
    differ: said.filter(({ says }) => says !== '' && says !== 'yes').map(({ row }) => row),
  };
}

describe('the plain formulas agree with the functions', () => {
  test('on the worked example', () => {
    const values = workedOut(bookOf());
    const all = ['Participants', 'Cohorts', 'Appeals'].map((name) => checks(values(name)));
    expect(all.flatMap(({ differ }) => differ)).toEqual([]);
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(40);
  });

  test.each(madeUpDays)('on every kind of day, as of %s: in and outside the calendar, at month ends, with times and with blanks', (day) => {
    const cells = { ...madeUpCells(day), ...(day !== madeUpDays[0] && { cohortCells: [] }) }; // their formulas do not turn on the day
    const values = workedOut(bookOf(cells));
    for (const name of ['Participants', 'Cohorts', 'Appeals']) expect(checks(values(name)).differ.slice(0, 5)).toEqual([]);
    // A row has a check for each formula, apart from the first, which is blank.
    expect(checks(values('Participants')).count).toBe(cells.participantCells.length - 1);
    expect(checks(values('Cohorts')).count).toBe(2 * Math.max(cells.cohortCells.length - 1, 0));
    expect(checks(values('Appeals')).count).toBe(2 * (cells.appealCells.length - 1));
    expect(values('Participants')[1]?.slice(8)).toEqual(['', '']);
    expect(values('Appeals')[1]?.slice(5)).toEqual(['', '', null, '', '']);
  });

  test('and say so just where the functions cannot answer, and where an answer came before what it answers', () => {
    const end = englandAndWales.span.to;
    const rows = [
      ['2010-12-20', '2011-01-05', BEYOND],
      ['2010-12-31', '', BEYOND],
      ['2011-01-01', '', 'overdue'],
      [addDays(end, -11), addDays(end, -10), BEYOND],
      ['2020-12-23', '2020-12-22', TOO_EARLY],
      ['2020-12-23', '2021-01-11', 'in-time'],
      ['2020-12-23', '2021-01-12', 'late'],
    ] as const;
    const cells = { ...madeUpCells('2022-03-31'), cohortCells: [], participantCells: [] };
    const appealCells = rows.map(([received, answered]) => [
      'p',
      serial(received),
      answered && serial(answered),
      'admissible',
      'undetermined',
      '',
    ]);
    const [, ...worked] = workedOut(bookOf({ ...cells, appealCells }))('Appeals');
    expect(worked.map((row) => row[8])).toEqual(rows.map(([, , status]) => status));
  });
});

test('a formula that is a day out is noticed', () => {
  const cells = { ...madeUpCells('2022-03-31'), appealCells: [], participantCells: [] };
  const off = cells.cohortCells.map((row) => row.map((cell, column) => (column === 9 && typeof cell === 'number' ? cell + 1 : cell)));
  expect(checks(workedOut(bookOf({ ...cells, cohortCells: off }))('Cohorts')).differ).toHaveLength(off.length - 1);
});
