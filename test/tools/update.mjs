// `npm run update`: writes everything that follows from something else. What it writes is only compared by `npm run check`.
import { spawnSync } from 'node:child_process';

const node = process.execPath;
/** @type {readonly (readonly [what: string, command: string, ...parts: string[]])[]} */
const steps = [
  ['ids, choices and lists of src', node, 'test/tools/derived.mjs'],
  ['the built package', 'npx', 'tsup', '--silent'],
  ['API reports', node, 'test/tools/api.mjs', '--write'],
  ['diagrams', node, 'docs/tools/diagrams.mjs'],
  ['theorems', node, 'docs/tools/theorems.mjs', '--write'],
  ['sizes', node, '--eval', "import('./docs/tools/sizes.mjs').then(({ sizesPage }) => sizesPage({ write: true }))"],
  ['pages of clauses and readings, and what stands in other pages', node, 'docs/tools/run.mjs'],
  ['receipts', node, 'test/tools/receipts.mjs'],
  ['workbook', node, 'examples/spreadsheet/workbook.mjs', '--write'],
  ['snapshots', 'npx', 'vitest', 'run', '--project=unit', 'test/words/explain.test.ts', '--update'],
  ['format', 'npx', 'prettier', '--write', '--log-level', 'warn', '.'],
];

for (const [what, command, ...parts] of steps) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, parts, { encoding: 'utf8' });
  if (status !== 0) {
    console.error(`${stdout}${stderr}\n✗ ${what}`);
    process.exit(status ?? 1);
  }
  console.log(`✓ ${what} (${Math.round((performance.now() - start) / 1000)} s)`);
}
