// Where the bytes of the script for Google Sheets go, for docs/spreadsheets.md. Rounded figures: a page is out of date only when a part is more than 8 kB off.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { footer } from '../../test/tools/apps-script.mjs';
import { sheetsParts, sheetsSource, target } from '../../test/tools/scripts.mjs';
import { describeCellFunctions } from 'professional-status/spreadsheet';

const page = 'docs/spreadsheets.md';
const OFF = 8;

/** The parts, and the files that belong to each; the last takes the rest. @type {readonly [part: string, files: RegExp][]} */
const parts = [
  [
    'Most of the wording: clauses, readings, findings, outcomes',
    /^src\/(words\/|policy\/(.*clauses|.*readings.*|documents|editions)|[^/]+\/(.*-words|lifecycle\/words)\.ts)/,
  ],
  ['Checks of what comes in (zod)', /zod/],
  ['Working days and bank holidays', /^src\/calendar/],
  ['Cells, functions and their help text', /^src\/spreadsheet/],
  ['The rules, the case and the mechanism under them', /./],
];

async function bytesByPart() {
  const { metafile } = await build({
    entryPoints: [sheetsSource],
    bundle: true,
    format: 'iife',
    globalName: 'cells',
    target,
    platform: 'browser',
    minify: true,
    metafile: true,
    write: false,
    plugins: sheetsParts,
    logLevel: 'error',
  });
  const sizes = new Map(parts.map(([part]) => [part, part.startsWith('Cells') ? footer(describeCellFunctions()).length : 0]));
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const [part = ''] = parts.find(([, files]) => files.test(file)) ?? [];
      sizes.set(part, (sizes.get(part) ?? 0) + bytesInOutput);
    }
  }
  return [...sizes].map(([part, bytes]) => ({ part, kB: Math.round(bytes / 1000) })).sort((a, b) => b.kB - a.kB);
}

/** @param {{ write: boolean }} options */
export async function bytesPage({ write }) {
  const rows = await bytesByPart();
  const text = readFileSync(page, 'utf8');
  const [, shown = ''] = /<!-- bytes -->([\s\S]*?)<!-- \/bytes -->/.exec(text) ?? [];
  if (write) {
    const table = ['| Part | kB |', '| --- | --- |', ...rows.map(({ part, kB }) => `| ${part} | ${kB} |`)].join('\n');
    const written = text.replace(/(<!-- bytes -->)[\s\S]*?(<!-- \/bytes -->)/, `$1\n\n${table}\n\n$2`);
    writeFileSync(page, await format(written, { ...(await resolveConfig(page)), parser: 'markdown' }));
    return;
  }
  const off = rows.filter(({ part, kB }) => {
    const [, told] = new RegExp(`\\| ${part.replace(/[()]/g, '\\$&')} +\\| (\\d+) +\\|`).exec(shown) ?? [];
    return told === undefined || Math.abs(Number(told) - kB) > OFF;
  });
  if (off.length > 0) throw new Error(`${page} is out of date about ${off.map(({ part }) => part).join(', ')}. Run \`npm run update\`.`);
}
