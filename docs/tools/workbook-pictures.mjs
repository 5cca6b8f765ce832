// `npm run update -- workbook-pictures`: the pictures of docs/spreadsheets.md, sheets of the example workbook as LibreOffice shows them, cut and thinned out by ImageMagick.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { root } from '../../test/tools/entries.mjs';
import { convert } from '../../test/tools/libreoffice.mjs';
import { workbook } from '../../examples/spreadsheet/workbook.mjs';

/** Each picture's sheet, and the height at which it is cut. */
const pictures = { Participants: 444, Appeals: 400, Cohorts: 400 };

for (const [name, height] of Object.entries(pictures)) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(/** @type {any} */ (await workbook()));
  for (const sheet of [...book.worksheets]) if (sheet.name !== name && sheet.name !== 'Holidays') book.removeWorksheet(sheet.id);
  const [made] = convert(`${name}.xlsx`, Buffer.from(await book.xlsx.writeBuffer()), 'png') ?? [];
  if (made === undefined) throw new Error('LibreOffice is not installed here');
  const flat = ['-background', 'white', '-flatten', '-fuzz', '3%', '-trim', '+repage', '-crop', `x${height}+0+0`, '+repage'];
  const thin = ['-bordercolor', 'white', '-border', '10', '-strip', '+dither', '-colors', '32', 'png8:-'];
  const thinned = spawnSync('convert', ['png:-', ...flat, ...thin], { input: made.contents, maxBuffer: 1e8 });
  if (thinned.status !== 0) throw new Error(`ImageMagick: ${thinned.stderr}`);
  mkdirSync(new URL('docs/pictures/', root), { recursive: true });
  writeFileSync(new URL(`docs/pictures/${name.toLowerCase()}.png`, root), thinned.stdout);
  console.log(`docs/pictures/${name.toLowerCase()}.png: ${thinned.stdout.length} bytes`);
}
