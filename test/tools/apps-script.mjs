// The Apps Script build: the functions that Google Sheets sees, written from the table of cell functions, and the manifest of the script.
import { manifest, put } from './entries.mjs';
import { formula, typed } from './formulas.mjs';

/** @import { CellFunctionDescription } from '../../src/spreadsheet/help.js' */

/** The one name under which the script keeps the library. */
export const GLOBAL = 'ProfessionalStatusCells';

/** @type {Readonly<Record<string, string>>} */
const types = { 'whole number': 'number', text: 'string' };

/** @param {string} text */
const line = (text) => text.replaceAll('*/', '* /');

/** One function as Sheets offers it while a formula is typed: its arguments by name, and an example. @param {CellFunctionDescription} of */
function customFunction({ name, says, arguments: all, rest, example }) {
  const parameters = all.map((each) => {
    const type = types[each.takes] ?? (each.takes.startsWith('range') ? 'range' : 'date');
    const words = each.words === undefined ? '' : ` One of ${each.words.join(', ')}.`;
    return ` * @param {${type}} ${each.optional ? `[${each.name}]` : each.name} ${line(each.says)}${words}`;
  });
  const names = [...all.map((each) => each.name), ...(rest ? ['cells'] : [])];
  return [
    '/**',
    ` * ${line(says)}`,
    ` * Example: ${line(formula(name, example.cells))} gives ${line(typed(example.result).join(' / '))}`,
    ' *',
    ...parameters,
    ...(rest ? [' * @param {...*} cells The arguments of the other function.'] : []),
    ' * @customfunction',
    ' */',
    `function ${name}(${names.join(', ')}) { return ${GLOBAL}.${name}.apply(null, arguments); }`,
  ].join('\n');
}

/** @param {readonly CellFunctionDescription[]} all */
export const footer = (all) => all.map(customFunction).join('\n');

export const banner = `// ${manifest.name} ${manifest.version}, MIT. The policies themselves are the authority: this is not a publication of SET.`;

/** The script asks for no service and no permission. Its zone has to be that of the spreadsheet. */
export const appsScriptManifest = { timeZone: 'Europe/London', dependencies: {}, exceptionLogging: 'NONE', runtimeVersion: 'V8' };

export async function writeManifest() {
  put('dist/apps-script/appsscript.json', `${JSON.stringify(appsScriptManifest, undefined, 2)}\n`);
}
