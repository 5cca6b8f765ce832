// Three builds: the npm package, one script for engines that know no modules (`ProfessionalStatus` is its global), and one for Google Sheets.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Options } from 'tsup';
import { describeCellFunctions } from './src/spreadsheet/cell-functions.js';
import { GLOBAL, banner, footer, writeManifest } from './test/tools/apps-script.mjs';
import { entries, root } from './test/tools/entries.mjs';
import { writeSchemas } from './test/tools/schemas.mjs';

rmSync('dist', { recursive: true, force: true }); // here and not by `clean`, since the builds run side by side

/** What takes the place of a dependency in the scripts. docs/decisions/001-zod-and-zod-mini.md and 013 */
function smaller(path: string): { path: string } | undefined {
  const name = path === 'zod' ? 'zod-script' : path === 'date-fns/format' ? 'format-script' : undefined;
  return name === undefined ? undefined : { path: fileURLToPath(new URL(`test/tools/${name}.mjs`, root)) };
}

const script = {
  format: 'iife',
  target: 'es2019',
  platform: 'browser',
  noExternal: [/.*/],
  minify: true,
  esbuildPlugins: [{ name: 'smaller-parts', setup: ({ onResolve }) => onResolve({ filter: /./ }, ({ path }) => smaller(path)) }],
} satisfies Options;

export default defineConfig([
  {
    entry: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
    format: ['esm', 'cjs'],
    target: 'es2022',
    splitting: true, // entries share their chunks, in CommonJS too
    sourcemap: true,
    onSuccess: writeSchemas,
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup's declaration step sets an option that TypeScript 6 deprecates
  },
  { ...script, entry: { 'professional-status': 'src/index.ts' }, globalName: 'ProfessionalStatus' },
  {
    ...script,
    entry: { 'apps-script/professional-status': 'src/spreadsheet/named.ts' },
    globalName: GLOBAL,
    outExtension: () => ({ js: '.gs' }),
    banner: { js: banner },
    footer: { js: footer(describeCellFunctions()) },
    onSuccess: writeManifest,
  },
]);
