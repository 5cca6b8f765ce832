// The Office Script: the build of examples/spreadsheet/office-script.ts within one function, in the form in which Excel keeps a script.
import ts from 'typescript';
import { banner } from './apps-script.mjs';
import { put, read } from './entries.mjs';

export const officeScriptSource = 'examples/spreadsheet/office-script.ts';
/** The name of what the build defines. */
export const CHECKED = 'ProfessionalStatusCheck';
const path = 'dist/office-scripts/professional-status.osts';

const callbackMethods = 'map filter forEach some every find findIndex flatMap reduce reduceRight sort'.split(' ');

/** The callbacks of array methods that are not arrow functions: Excel takes none (“TypeScript restrictions in Office Scripts”). @param {string} text */
export function otherCallbacks(text) {
  /** @type {ts.Expression[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const isFrom = node.expression.getText() === 'Array.from';
      const callback = node.arguments[isFrom ? 1 : 0];
      if (callback && (isFrom || callbackMethods.includes(node.expression.name.text)) && !ts.isArrowFunction(callback))
        found.push(callback);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** Each of them within an arrow function; the inner ones first. @param {string} text @returns {string} */
function withArrows(text) {
  const inner = otherCallbacks(text).filter(
    (each, _, all) => !all.some((other) => other !== each && other.pos >= each.pos && other.end <= each.end),
  );
  if (inner.length === 0) return text;
  const edits = inner.sort((a, b) => b.getStart() - a.getStart());
  return withArrows(
    edits.reduce((left, each) => `${left.slice(0, each.getStart())}(...all)=>(${each.getText()})(...all)${left.slice(each.end)}`, text),
  );
}

/** Puts the build into its form. The library inside is checked by our compiler, and its parameters have no types any more: Excel's is told to pass it over. */
export async function writeOfficeScript() {
  const built = withArrows(read(path).trim());
  const body = `// @ts-nocheck\n${banner}\nfunction main(workbook: ExcelScript.Workbook) {\n${built}\nreturn ${CHECKED}.checkParticipants(workbook);\n}\n`;
  const parameterInfo = {
    version: 1,
    originalParameterOrder: [],
    parameterSchema: { type: 'object', default: {}, 'x-ms-visibility': 'internal' },
    returnSchema: { type: 'object', properties: { result: { type: 'string' } } },
    signature: { comment: '', parameters: [{ name: 'workbook', comment: '' }] },
  };
  const script = {
    version: '0.3.0',
    body,
    description: 'Checks every participant of the workbook, and writes the answers with their reasons.',
    noCodeMetadata: '',
    parameterInfo: JSON.stringify(parameterInfo),
    apiInfo: JSON.stringify({ variant: 'synchronous', variantVersion: 2 }),
  };
  put(path, `${JSON.stringify(script)}\n`);
}
