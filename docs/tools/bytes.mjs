// Where the bytes of the script for Google Sheets go, for docs/spreadsheets.md.
import { build } from 'esbuild';
import { footer } from '../../test/tools/apps-script.mjs';
import { withParts } from '../../test/tools/fresh.mjs';
import { sheetsParts, sheetsSource, target } from '../../test/tools/scripts.mjs';
import { describeCellFunctions } from 'professional-status/spreadsheet';

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

export async function bytesPage() {
  const rows = (await bytesByPart()).map(({ part, kB }) => `| ${part} | ${kB} |`);
  return withParts('docs/spreadsheets.md', { bytes: ['| Part | kB |', '| --- | --- |', ...rows].join('\n') });
}
