// `npm run update -- clauses`: writes what is generated from the built package, and says how much of it is signed off. `npm run check` compares it.
import { formatted, fresh } from '../../test/tools/fresh.mjs';
import { whenStarted } from '../../test/tools/started.mjs';
import { agentsPage, llms } from './agents.mjs';
import { bytesPage } from './bytes.mjs';
import { clausesPage } from './clauses.mjs';
import { comparedLimits } from './comparing.mjs';
import { dayCountPicture, diagramsPage, timelinePicture } from './diagrams.mjs';
import { lifecycleTables } from './lifecycle.mjs';
import { readingsPage } from './readings.mjs';
import { readmeRules } from './readme.mjs';
import { printSignOffs } from './sign-offs.mjs';
import { functionsPage, namedFunctions } from './spreadsheet.mjs';

/** What each file should hold. @type {Readonly<Record<string, () => string | Promise<string>>>} */
export const generated = {
  'docs/diagrams.md': diagramsPage,
  'docs/pictures/timeline.svg': timelinePicture,
  'docs/pictures/day-count.svg': dayCountPicture,
  'docs/clauses.md': clausesPage,
  'docs/readings.md': readingsPage,
  'README.md': readmeRules,
  'docs/lifecycle.md': lifecycleTables,
  'docs/comparing.md': comparedLimits,
  'src/spreadsheet/named.ts': namedFunctions,
  'docs/spreadsheet-functions.md': functionsPage,
  'docs/spreadsheets.md': bytesPage,
  'docs/agents.md': agentsPage,
  'docs/llms.txt': llms,
};
/** By how many kilobytes a part of the script for Google Sheets may be off in the page. */
const OFF = 8;

/** Writes one of the files, or fails where it is out of date. @param {string} path @param {boolean} write */
export async function page(path, write) {
  const text = await formatted(path, (await generated[path]?.()) ?? '');
  fresh(path, text, write, path === 'docs/spreadsheets.md' ? () => OFF : undefined);
}

await whenStarted(import.meta.url, async () => {
  for (const path of Object.keys(generated)) await page(path, true);
  return printSignOffs() ? 0 : 1;
});
