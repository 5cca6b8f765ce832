// Four builds: the npm package, one script for engines that know no modules (`ProfessionalStatus` is its global), one for Google Sheets, and one for Excel.
import { rmSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { describeCellFunctions } from './src/spreadsheet/cell-functions.js';
import { GLOBAL, banner, footer, writeManifest } from './test/tools/apps-script.mjs';
import { entries } from './test/tools/entries.mjs';
import { writeNamedFunctions } from './test/tools/excel.mjs';
import { CHECKED, officeScriptSource, writeOfficeScript } from './test/tools/office-script.mjs';
import { noBareImports, oneCore } from './test/tools/one-core.mjs';
import { optionalPeer } from './test/tools/optional-peer.mjs';
import { sheetsSource, sheetsParts, smallerParts, target } from './test/tools/scripts.mjs';
import { mapsWithoutFolder } from './test/tools/source-maps.mjs';
import { writeSchemas } from './test/tools/schemas.mjs';
import { writeVectors } from './test/tools/vectors.mjs';

rmSync('dist', { recursive: true, force: true }); // here and not by `clean`, since the builds run side by side

const script = {
  format: 'iife',
  target,
  platform: 'browser',
  noExternal: [/.*/],
  minify: true,
  esbuildPlugins: [smallerParts],
} satisfies Options;

export default defineConfig([
  {
    entry: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
    format: ['esm', 'cjs'],
    target: 'es2022',
    splitting: true, // entries share their chunks, in CommonJS too
    sourcemap: true,
    esbuildPlugins: [oneCore],
    plugins: [optionalPeer, noBareImports, mapsWithoutFolder],
    onSuccess: async () => {
      await writeVectors();
      await writeSchemas();
      await writeNamedFunctions();
    },
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } }, // tsup's declaration step sets an option that TypeScript 6 deprecates
  },
  { ...script, entry: { 'professional-status': 'src/index.ts' }, globalName: 'ProfessionalStatus' },
  {
    ...script,
    entry: { 'apps-script/professional-status': sheetsSource },
    globalName: GLOBAL,
    outExtension: () => ({ js: '.gs' }),
    esbuildPlugins: sheetsParts,
    banner: { js: banner },
    footer: { js: footer(describeCellFunctions()) },
    onSuccess: writeManifest,
  },
  {
    ...script,
    entry: { 'office-scripts/professional-status': officeScriptSource },
    globalName: CHECKED,
    outExtension: () => ({ js: '.osts' }),
    esbuildPlugins: sheetsParts,
    onSuccess: writeOfficeScript,
  },
]);
