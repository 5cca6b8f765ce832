// Mermaid's own parser, which is strict where its renderers are not, in the folder where `npm run test:full -- mermaid` installs it.
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
  const kinds = [];
  for (const [, text = ''] of page.matchAll(/```mermaid\n([\s\S]*?)```/g)) {
    const { diagramType } = await mermaid.parse(text).catch(({ message }) => ({ diagramType: message })); // one by one: the parser keeps a state
    kinds.push(diagramType);
  }
  return kinds;
}
