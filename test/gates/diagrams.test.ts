// The diagrams of the documentation are what the code draws, and mermaid itself takes them.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagramsPage } from '../../docs/tools/diagrams.mjs';
import { lifecycleIsFresh } from '../../docs/tools/pictures.mjs';

test('docs/diagrams.md and its pictures are up to date', () => {
  expect(() => {
    diagramsPage({ write: false });
  }).not.toThrow();
});

test('docs/pictures/lifecycle.svg was drawn from the lifecycle as it is: `npm run update -- pictures`', () => {
  expect(lifecycleIsFresh()).toBe(true);
});

test('docs/pictures/lifecycle.svg keeps the blanks between the words of its labels, in readers that are no browsers', () => {
  expect(readFileSync('docs/pictures/lifecycle.svg', 'utf8')).toMatch(/<svg [^>]*xml:space="preserve"/);
});

const own = 'test/diagrams/mermaid/node_modules/mermaid';
test.skipIf(!existsSync(own))(
  'mermaid’s own parser takes every diagram, where it is installed: `npm run test:full -- mermaid`',
  async () => {
    const { parsed } = (await import(new URL('../diagrams/mermaid/parse.mjs', import.meta.url).href)) as {
      readonly parsed: (page: string) => Promise<readonly string[]>;
    };
    const kinds = await parsed(readFileSync('docs/diagrams.md', 'utf8'));
    expect(kinds.length).toBeGreaterThan(5);
    expect(new Set(kinds)).toEqual(new Set(['stateDiagram']));
    expect(await parsed('```mermaid\nstateDiagram-v2\n  a --> b --> :\n```')).not.toEqual(['stateDiagram']);
  },
);
