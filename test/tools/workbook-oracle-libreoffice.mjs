// The second half of `npm run test:full -- libreoffice`: LibreOffice works out the workbook, which is stored without results, as of many days, and each answer must be that of
// the functions; and rows of single dates. Lists what differs and exits 1. Where LibreOffice is not installed it says so and exits 0.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { root } from './entries.mjs';
import { FIRST } from '../../examples/spreadsheet/formulas.mjs';
import { bookOf } from '../../examples/spreadsheet/workbook.mjs';
import { NOT_INSTALLED, convert } from './libreoffice.mjs';
import { agrees, comparedParticipants, dateDays, dateFormulas, dateRows, registers } from './workbook-rows.mjs';

/** CSV of every sheet: comma, quotation mark, UTF-8, from the first line; numbers by their content. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
const DATE = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d:\d\d))?$/;

/** A cell as it was: a date is written month first. @param {string} text */
function cellOf(text) {
  const [, month, day, year, time = '00:00:00'] = DATE.exec(text) ?? [];
  if (year !== undefined) return Date.parse(`${year}-${month}-${day}T${time}Z`) / 86_400_000 + 25_569;
  return text !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** @param {Buffer | ArrayBuffer} file @returns {((sheet: string) => readonly (readonly unknown[])[]) | undefined} */
function worksOut(file) {
  const sheets = convert('cohort.xlsx', Buffer.from(/** @type {ArrayBuffer} */ (file)), EVERY_SHEET);
  return (
    sheets &&
    ((name) =>
      parse(sheets.find((each) => each.name === `cohort-${name}.csv`)?.contents ?? '', { relax_column_count: true, bom: true }).map((row) =>
        /** @type {string[]} */ (row).map(cellOf),
      ))
  );
}
/** @param {string} of @param {number} count @param {readonly unknown[]} differ */
function tell(of, count, differ) {
  console.log(`${count} answers of ${of} by LibreOffice, ${differ.length} that differ`);
  for (const each of differ.slice(0, 10)) console.log(JSON.stringify(each));
  if (differ.length > 0 || count === 0) process.exitCode = 1;
}

const opened = worksOut(readFileSync(new URL('examples/spreadsheet/cohort.xlsx', root)));
if (opened === undefined) console.log(NOT_INSTALLED);
else {
  for (const { of, cells, days } of registers) {
    /** @type {unknown[]} */
    const all = [];
    for (const asOf of days) {
      const values = worksOut(await bookOf({ ...cells, asOf }).xlsx.writeBuffer());
      all.push(...comparedParticipants(cells, asOf, (sheet) => values?.(sheet).slice(FIRST - 1) ?? []).map((each) => ({ asOf, ...each })));
    }
    tell(
      of,
      all.length,
      all.filter((each) => !(/** @type {{ same: boolean }} */ (each).same)),
    );
  }
  for (const asOf of dateDays) {
    const book = bookOf({ asOf, participantCells: [], eventCells: [], cohortCells: [], appealCells: [] });
    const rows = book.addWorksheet('Rows');
    dateRows.forEach((row, index) => {
      const due = dateFormulas.find(({ of }) => of === 'appeal due')?.formula(index + 1);
      const formulas = [due, ...dateFormulas.map(({ formula }) => formula(index + 1))];
      rows.addRow([...row.map((cell) => (cell === '' ? null : cell)), ...formulas.map((formula) => ({ formula }))]);
    });
    const values = worksOut(await book.xlsx.writeBuffer())?.('Rows') ?? [];
    const differ = dateRows.flatMap((row, index) =>
      dateFormulas.flatMap(({ of, answer }, at) =>
        agrees(values[index]?.[7 + at] ?? '', answer(row, asOf))
          ? []
          : [{ of, row, shown: values[index]?.[7 + at], expected: answer(row, asOf) }],
      ),
    );
    tell(`single dates as of ${asOf}`, values.length * dateFormulas.length, differ);
  }
}
