// The second half of `npm run oracle:libreoffice`: LibreOffice works out the plain formulas of the template workbook, which are stored without results, and each must
// agree with what the cell functions answered. Lists the cells that differ and exits 1. Where LibreOffice is not installed it says so and exits 0.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { root } from './entries.mjs';
import { NOT_INSTALLED, convert } from './libreoffice.mjs';

/** CSV of every sheet: comma, quotation mark, UTF-8, from the first line; numbers by their content. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

const path = process.argv[2] ?? 'examples/spreadsheet/cohort.xlsx';
const sheets = convert('cohort.xlsx', readFileSync(new URL(path, root)), EVERY_SHEET);
if (sheets === undefined) {
  console.log(NOT_INSTALLED);
} else {
  const checks = sheets.flatMap(({ name, contents }) => {
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
  const wrong = checks.filter(({ agrees }) => !agrees);
  for (const { at } of wrong.slice(0, 20)) console.log(at);
  console.log(`${checks.length} cross-checks of the template workbook by LibreOffice, ${wrong.length} that differ`);
  process.exitCode = wrong.length === 0 && checks.length > 0 ? 0 : 1;
}
