// How the scripts are built, for engines that know no modules: one statement for the build and for the page that says where the bytes go.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { root } from './entries.mjs';

/** What takes the place of a dependency: docs/decisions/001-zod-and-zod-mini.md and 013. @type {Readonly<Record<string, string>>} */
const smaller = { zod: 'zod-script', './help.js': 'help-script' };

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

/** What the registers say that no cell function ever shows. */
const unread = ['why', 'holds', 'referredToBy', 'differs', 'printedFrom'];

/** The registers for the script for Google Sheets, without those entries. A test holds what its functions say to what those of the package do. @type {import('esbuild').Plugin} */
export const readRegisters = {
  name: 'read-registers',
  setup: ({ onLoad }) =>
    onLoad({ filter: /src\/policy\/(readings|documents|editions)\.ts$/ }, ({ path }) => ({ contents: withoutUnread(path), loader: 'ts' })),
};

/** @param {string} path */
function withoutUnread(path) {
  const text = readFileSync(path, 'utf8');
  /** @type {[from: number, to: number][]} */
  const cuts = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && unread.includes(node.name.getText())) cuts.push([node.getFullStart(), node.getEnd()]);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return cuts.reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to).replace(/^\s*,/, ''), text);
}
