// The template workbook is what its script makes of the library as it stands, byte for byte, and its formulas are stored for a spreadsheet to work out.
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { englandAndWales } from 'professional-status/calendar';
import { cellFunctions } from 'professional-status/spreadsheet';
import { expect, test } from 'vitest';
import { participantCells } from '../../examples/spreadsheet/data.mjs';
import { workbook } from '../../examples/spreadsheet/workbook.mjs';

const path = 'examples/spreadsheet/cohort.xlsx';

test('the committed workbook is up to date: if not, `npm run workbook`', async () => {
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
  expect(appeals?.getCell('F5').formula).toMatch(/^IF\(E5="","",WORKDAY\.INTL\(INT\(B5\),10,1,Holidays!/);
});
