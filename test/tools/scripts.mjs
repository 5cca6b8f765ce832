// How the scripts are built, for engines that know no modules: one statement for the build and for the page that says where the bytes go.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { root } from './entries.mjs';

/** A smaller form takes the place of zod: docs/decisions/001-zod-and-zod-mini.md and 013. @type {import('esbuild').Plugin} */
export const smallerParts = {
  name: 'smaller-parts',
  setup: ({ onResolve }) => onResolve({ filter: /^zod$/ }, () => ({ path: fileURLToPath(new URL('test/tools/zod-script.mjs', root)) })),
};

/** The oldest language that they are for. @type {'es2019'} */
export const target = 'es2019';
/** What the script for Google Sheets is made from. */
export const sheetsSource = 'src/spreadsheet/named.ts';

/** What the registers and the table of cell functions say that no cell function ever shows: of a file, these entries. @type {readonly [files: RegExp, entries: readonly string[]][]} */
const unread = [
  [/src\/policy\/[\w.-]*clauses\.ts$/, ['kind']],
  [/src\/policy\/[\w.-]*readings[\w.-]*\.ts$/, ['question', 'why']],
  [/src\/spreadsheet\/([a-z]+-functions|ranges)\.ts$/, ['says', 'example', 'takes']],
  [/src\/policy\/(documents|editions)\.ts$/, ['holds', 'referredToBy', 'differs', 'printedFrom']],
];

/** The registers and the table for the script for Google Sheets, without those entries. A test holds what its functions say to what those of the package do. @type {import('esbuild').Plugin} */
const readRegisters = {
  name: 'read-registers',
  setup: ({ onLoad }) => {
    for (const [filter, entries] of unread) {
      onLoad({ filter }, ({ path }) => ({
        contents: without(readFileSync(path, 'utf8'), (node) => isUnread(node, entries)),
        loader: 'ts',
      }));
    }
  },
};

/** Whether a node is such an entry, or a choice of a reading that is not its default: cell functions answer by the defaults. @param {ts.Node} node @param {readonly string[]} entries */
function isUnread(node, entries) {
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) return entries.includes(node.name.text);
  const isOption =
    ts.isArrayLiteralExpression(node.parent) &&
    ts.isPropertyAssignment(node.parent.parent) &&
    node.parent.parent.name.getText() === 'options';
  return isOption && node !== node.parent.elements[0];
}

const families = /src\/words\/families\.ts$/;

/** The words of those rules only that cell functions put a question to, or the case does: the others are reached by their words alone. @type {import('esbuild').Plugin} */
const wordsOfAsked = {
  name: 'words-of-asked',
  setup: ({ onLoad, esbuild: { build } }) => {
    /** The files of which the script has something. */
    const asked = async () => {
      const nothing = {
        name: 'nothing',
        setup: (/** @type {import('esbuild').PluginBuild} */ each) => {
          each.onLoad({ filter: families }, () => ({ contents: 'export const testWords = {}, outcomeWords = {}, factNames = {};' }));
          each.onLoad({ filter: /src\/words\/outcome-labels\.ts$/ }, () => ({ contents: 'export const outcomeLabels = {};' }));
        },
      };
      const { metafile } = await build({
        entryPoints: [sheetsSource],
        absWorkingDir: fileURLToPath(root),
        bundle: true,
        write: false,
        metafile: true,
        plugins: [smallerParts, nothing],
        logLevel: 'error',
      });
      const [output] = Object.values(metafile.outputs);
      return Object.entries(output?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
    };
    onLoad({ filter: /src\/words\/comparison\.ts$/ }, () => ({ contents: 'export function comparisonInWords() {}' })); // no function compares policies
    onLoad({ filter: /src\/words\/draft\.ts$/ }, () => ({ contents: "export const draftInWords = () => '';" })); // or drafts one
    onLoad({ filter: families }, async ({ path }) => {
      const reached = await asked();
      const text = readFileSync(path, 'utf8');
      const left = [...text.matchAll(/^import \{ (\w+) \} from '\.\.\/(.*?)([-/]words)?\.js';$/gm)].filter(
        ([, name, file]) =>
          /Words$/.test(name ?? '') && !reached.some((each) => each === `src/${file}.ts` || each.startsWith(`src/${file}/`)),
      );
      return {
        contents: left.reduce((rest, [line, name]) => rest.replace(line, '').replace(new RegExp(`${name}\\(\\),?`), ''), text),
        loader: 'ts',
      };
    });
  },
};

/** @param {string} text @param {(node: ts.Node) => boolean} isCut */
function without(text, isCut) {
  /** @type {[from: number, to: number][]} */
  const cuts = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (node.parent !== undefined && isCut(node)) cuts.push([node.getFullStart(), node.getEnd()]);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('register.ts', text, ts.ScriptTarget.Latest, true));
  return cuts.reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to).replace(/^\s*,/, ''), text);
}

/** What makes the script for Google Sheets smaller. */
export const sheetsParts = [smallerParts, readRegisters, wordsOfAsked];
