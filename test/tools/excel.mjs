// The named functions as a text for Excel's own formula editor, dist/excel/professional-status.txt, written at the end of each build.
import { banner } from './apps-script.mjs';
import { put, root } from './entries.mjs';

/** @param {import('../../examples/spreadsheet/named.mjs').Named} of */
const asText = ({ name, says, parameters, formula }) => `/** ${says} */\n${name} = LAMBDA(${[...parameters, formula].join(', ')});\n`;

export async function writeNamedFunctions() {
  const { named } = await import(new URL('examples/spreadsheet/named.mjs', root).href);
  put('dist/excel/professional-status.txt', `${banner}\n\n${named.map(asText).join('\n')}`);
}
