// `npm run update -- workbook-pictures`: the pictures of docs/spreadsheets.md, sheets of the example workbook as LibreOffice prints them, cut and thinned out by ImageMagick.
import { execFileSync } from 'node:child_process';
import { put } from '../../test/tools/entries.mjs';
import { convert } from '../../test/tools/libreoffice.mjs';
import { bookOf } from '../../examples/spreadsheet/workbook.mjs';

/** Each picture's sheet, and the height at which it is cut. */
const pictures = { Start: 700, Participants: 437, Events: 400, Appeals: 400, Cohorts: 400 };

for (const [name, height] of Object.entries(pictures)) {
  const book = bookOf();
  for (const sheet of book.worksheets) {
    /** @type {{ orderNo: number }} */ (/** @type {unknown} */ (sheet)).orderNo = sheet.name === name ? 0 : sheet.id; // the first sheet is the one that is drawn
  }
  const [made] = convert(`${name}.xlsx`, Buffer.from(await book.xlsx.writeBuffer()), 'png');
  const flat = ['-background', 'white', '-flatten', '-fuzz', '3%', '-trim', '+repage', '-crop', `x${height}+0+0`, '+repage'];
  const thin = ['-bordercolor', 'white', '-border', '10', '-strip', '+dither', '-colors', '32', 'png8:-'];
  const thinned = execFileSync('convert', ['png:-', ...flat, ...thin], { input: made?.contents, maxBuffer: 1e8 });
  const path = `docs/pictures/${name.toLowerCase()}.png`;
  put(path, thinned);
  console.log(`${path}: ${thinned.length} bytes`);
}
