// Two builds: the npm package, and one script for engines that know no modules (`ProfessionalStatus` is its global).
import { rmSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { writeSchemas } from './test/tools/schemas.mjs';
import { entries } from './test/tools/entries.mjs';

rmSync('dist', { recursive: true, force: true }); // here and not by `clean`, since the two builds run side by side

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
  {
    entry: { 'professional-status': 'src/index.ts' },
    format: 'iife',
    globalName: 'ProfessionalStatus',
    target: 'es2019',
    platform: 'browser',
    noExternal: [/.*/],
    minify: true,
    esbuildOptions: (options) => {
      options.alias = { zod: 'zod/mini' }; // docs/decisions/001-zod-and-zod-mini.md
    },
  },
]);
