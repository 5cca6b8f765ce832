// The guide's snippets are run as they stand, one after the other as a reader meets them, and every `// =>` in them is checked.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../../src/index.js';
import { runSnippet } from '../../docs/snippets.js';

const snippets = [...readFileSync('docs/lifecycle.md', 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '');
const program = snippets.join('\n');
const checks = runSnippet(program, { 'professional-status': library });

describe('the guide to the lifecycle', () => {
  it.each(checks)('$line', ({ value, says }) => {
    expect(value).toEqual(says);
  });

  it('is read whole: every snippet checks something', () => {
    expect(checks).toHaveLength(program.split('// =>').length - 1);
    expect(snippets.length).toBeGreaterThan(7);
    for (const snippet of snippets) expect(snippet).toContain('// =>');
  });
});
