// `npm run test:full -- mermaid`: holds every diagram of the documentation to mermaid's own parser, which is strict where its renderers are not.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
Object.assign(globalThis, { window, document: window.document }); // mermaid looks for them when it is loaded
const { default: mermaid } = await import('mermaid');

/**
 * What mermaid finds wrong with each diagram of a page, or the kind of diagram that it takes it for.
 * @param {string} page
 * @returns {Promise<readonly string[]>}
 */
export async function parsed(page) {
  const diagrams = [...page.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  const kinds = [];
  for (const text of diagrams) {
    kinds.push(
      await mermaid.parse(text).then(
        ({ diagramType }) => diagramType,
        (error) => `${error.message}`,
      ),
    ); // one by one: the parser keeps a state
  }
  return kinds;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kinds = await parsed(readFileSync(new URL('../../../docs/diagrams.md', import.meta.url), 'utf8'));
  const broken = await parsed('```mermaid\nstateDiagram-v2\n  a --> b --> : \n  {\n```');
  console.log(kinds.join('\n'));
  process.exitCode = kinds.length > 0 && kinds.every((kind) => kind === 'stateDiagram') && broken[0] !== 'stateDiagram' ? 0 : 1;
}
