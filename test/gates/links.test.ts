// The documentation leads its readers somewhere: no link is dead, and each page says whom it is for.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anchorsOf, deadLinks, pages } from '../../docs/tools/links.mjs';

test.each(pages())('%s has no dead link', (path) => {
  expect(deadLinks(path)).toEqual([]);
});

describe('a link is dead', () => {
  test.each([
    ['to a file that is not there', '[x](no-such.md)'],
    ['to a picture that is not there', '![x](pictures/no-such.svg)'],
    ['to a heading that is not there', '[x](#no-such)'],
    ['to a heading that is not in another page', '[x](clauses.md#no-such)'],
    ['out of the project', '[x](../../elsewhere.md)'],
    ['by reference', '[x]: no-such.md'],
  ])('%s', (_, text) => {
    expect(deadLinks('docs/page.md', text)).toHaveLength(1);
  });

  test.each([
    ['a heading of the page', '# Where it is\n\n[x](#where-it-is)'],
    ['an anchor of another page', '[x](clauses.md#support-3.1.1)'],
    ['the web', '[x](https://example.org/no-such)'],
    ['code', '`[x](no-such.md)`\n\n```md\n[x](no-such.md)\n```'],
  ])('but not to %s', (_, text) => {
    expect(deadLinks('docs/page.md', text)).toEqual([]);
  });
});

test('headings are named as GitHub names them', () => {
  expect([...anchorsOf('# Two words\n## `code`, and (more)\n## Two words\n')]).toEqual(['two-words', 'code-and-more', 'two-words-1']);
});

test.each(pages().filter((path) => /^docs\/[^/]+\.md$/.test(path) || path.startsWith('examples/')))('%s says whom it is for', (path) => {
  const [, opening = ''] = /^# .*\n\n([\s\S]*?)\n(?=#|```|!\[)/m.exec(readFileSync(path, 'utf8')) ?? [];
  expect(opening).toMatch(/(?:^|[.!?] )For (the|who|whoever|a|an|anyone|developers|hosts)\b/m);
});
