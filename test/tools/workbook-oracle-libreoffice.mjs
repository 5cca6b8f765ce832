// The second half of `npm run test:full -- libreoffice`: LibreOffice works out the plain formulas of the example workbook, which are stored without results, and each must
// agree with what the cell functions answered; and those of workbooks of made-up rows, as of several days. Lists the cells that differ and exits 1. Where LibreOffice is not installed it says so and exits 0.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { root } from './entries.mjs';
import { workbook } from '../../examples/spreadsheet/workbook.mjs';
import { NOT_INSTALLED, convert } from './libreoffice.mjs';
import { madeUpCells, madeUpDays } from './workbook-rows.mjs';

/** CSV of every sheet: comma, quotation mark, UTF-8, from the first line; numbers by their content. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** @param {Buffer} file */
function checksOf(file) {
  const sheets = convert('cohort.xlsx', file, EVERY_SHEET);
  return sheets?.flatMap(({ name, contents }) => {
    const sheet = name.replace(/^cohort-|\.csv$/g, '');
    const rows = /** @type {string[][]} */ (parse(contents, { relax_column_count: true, bom: true }));
    const heads = rows.findIndex((row) => row.includes('Agree'));
    return rows.slice(heads + 1).flatMap((row, line) =>
      (rows[heads] ?? []).flatMap((head, column) => {
        if (heads < 0 || head !== 'Agree' || (row[column] ?? '') === '') return [];
        return [{ agrees: row[column] === 'yes', at: `${sheet}, row ${heads + line + 2}: ${row.join(' | ')}` }];
      }),
    );
  });
}

const files = [
  { of: 'the example workbook', file: readFileSync(new URL(process.argv[2] ?? 'examples/spreadsheet/cohort.xlsx', root)) },
  ...(await Promise.all(madeUpDays.map(async (day) => ({ of: `made-up rows as of ${day}`, file: await workbook(madeUpCells(day)) })))),
];
for (const { of, file } of files) {
  const checks = checksOf(file);
  if (checks === undefined) {
    console.log(NOT_INSTALLED);
    break;
  }
  const wrong = checks.filter(({ agrees }) => !agrees);
  for (const { at } of wrong.slice(0, 20)) console.log(at);
  console.log(`${checks.length} cross-checks of ${of} by LibreOffice, ${wrong.length} that differ`);
  if (wrong.length > 0 || checks.length === 0) process.exitCode = 1;
}
