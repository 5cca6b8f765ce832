// How the scripts are built, for engines that know no modules: one statement for the build and for the page that says where the bytes go.
import { fileURLToPath } from 'node:url';
import { root } from './entries.mjs';

/** What takes the place of a dependency: docs/decisions/001-zod-and-zod-mini.md and 013. @type {Readonly<Record<string, string>>} */
const smaller = { zod: 'zod-script', 'date-fns/format': 'format-script', './help.js': 'help-script' };

/** @type {import('esbuild').Plugin} */
export const smallerParts = {
  name: 'smaller-parts',
  setup: ({ onResolve }) =>
    onResolve({ filter: /./ }, ({ path }) =>
      smaller[path] === undefined ? undefined : { path: fileURLToPath(new URL(`test/tools/${smaller[path]}.mjs`, root)) },
    ),
};

/** The oldest language that they are for. @type {'es2019'} */
export const target = 'es2019';
/** What the script for Google Sheets is made from. */
export const sheetsSource = 'src/spreadsheet/named.ts';
