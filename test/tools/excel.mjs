// The named functions as a text for Excel's own formula editor, dist/excel/professional-status.txt, written at the end of each build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { banner } from './apps-script.mjs';
import { root } from './entries.mjs';

/** @param {import('../../examples/spreadsheet/named.mjs').Named} of */
const asText = ({ name, says, parameters, formula }) => `/** ${says} */\n${name} = LAMBDA(${[...parameters, formula].join(', ')});\n`;

export async function writeNamedFunctions() {
  const { named } = await import(new URL('examples/spreadsheet/named.mjs', root).href);
  mkdirSync(new URL('dist/excel/', root), { recursive: true });
  writeFileSync(new URL('dist/excel/professional-status.txt', root), `${banner}\n\n${named.map(asText).join('\n')}`);
}
