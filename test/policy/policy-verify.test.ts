// What `policy:verify` finds in a copy of a policy: here of a small one, made up for the purpose.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/index.js';
import { compare, fingerprintsOf, recognise, storedFingerprints } from '../tools/policy-verify.mjs';

const rules = `Rules of the allotment
1 Water

1.1 Water is shared by all plots. Nobody leaves a tap running.

1.2 In summer the following applies:

- Hoses are for the evening.
- Cans are for any hour (see the [water plan](https://example.org/plan)).

2 Sheds
2.1 A shed stands at the north end of its plot.

Appendices
Appendix 1: [Map](#)
`;
const page = `Bees

Bees are welcome. Hives stand by the hedge.

About hives

A hive needs a keeper. The keeper signs the book.

We use cookies.`;

const stored = { support: fingerprintsOf('support', rules), 'code-page': fingerprintsOf('code-page', page) };
const inRules = (text: string) => compare('support', stored.support, text);
const onPage = (text: string) => compare('code-page', stored['code-page'], text);

describe('a document with numbers', () => {
  it('is known clause by clause, with its headings, bullets and appendices', () => {
    expect(Object.entries(stored.support).map(([clause, hashes]) => [clause.replace('support/', ''), hashes.length])).toEqual([
      ['1', 1],
      ['1.1', 2],
      ['1.2', 1],
      ['1.2.a', 1],
      ['1.2.b', 1],
      ['2', 1],
      ['2.1', 1],
      ['appendix-1', 1],
    ]);
  });

  it.each([
    ['itself', rules],
    ['other line ends and spaces', rules.replaceAll('\n', '\r\n').replaceAll('. ', '.   ')],
    ['lines broken elsewhere', rules.replace('all plots.', 'all\nplots.').replace('north end', 'north\nend')],
    ['a line that begins with a number by chance', rules.replace('by all plots', 'by\nall plots')],
    ['another bullet', rules.replaceAll('- ', '  • ')],
    ['lettered bullets', rules.replace('- Hoses', 'A) hoses').replace('- Cans', 'b. Cans')],
    ['links without their addresses', rules.replace(/\[(.*?)\]\(.*?\)/g, '$1')],
    ['other quotes and capitals', rules.toUpperCase()],
  ])('is unchanged: %s', (_, text) => {
    expect(inRules(text)).toEqual({ unchanged: 9, differences: [] });
  });

  it('changed, missing and new, in its order', () => {
    const edited = rules
      .replace('Nobody leaves', 'No holder leaves')
      .replace('- Hoses are for the evening.\n', '')
      .replace('of its plot.', 'of its plot. It has one door.')
      .replace('Appendices', '2.2 A shed is green.\n\nAppendices');
    expect(inRules(edited)).toEqual({
      unchanged: 6,
      differences: [
        { clause: 'support/1.1', what: 'changed', text: 'No holder leaves a tap running.', gone: stored.support['support/1.1']?.[1] },
        {
          clause: 'support/1.2.a',
          what: 'changed',
          text: expect.stringMatching(/^Cans .* \(the words of support\/1\.2\.b\)$/) as string,
          gone: stored.support['support/1.2.a']?.[0],
        },
        { clause: 'support/1.2.b', what: 'missing', text: '', gone: stored.support['support/1.2.b']?.[0] },
        { clause: 'support/2.1', what: 'new', text: 'It has one door.' },
        { clause: 'support/2.2', what: 'new', text: 'A shed is green.' },
      ],
    });
  });
});

describe('a page without numbers', () => {
  it('is known sentence by sentence, without its titles and its notice', () => {
    expect(Object.keys(stored['code-page'])).toEqual(['code-page/1', 'code-page/2', 'code-page/3', 'code-page/4']);
    expect(onPage(page.replace('About hives', 'Hives'))).toEqual({ unchanged: 4, differences: [] });
  });

  it('keeps its numbers where a sentence comes in before them', () => {
    const edited = page.replace('Hives stand', 'Wasps are not. Hives stand').replace('signs the book', 'signs two books');
    expect(onPage(edited)).toEqual({
      unchanged: 3,
      differences: [
        { clause: 'code-page/2', what: 'new', text: 'Wasps are not.' },
        { clause: 'code-page/4', what: 'changed', text: 'The keeper signs two books.', gone: stored['code-page']['code-page/4']?.[0] },
      ],
    });
  });
});

describe('a file', () => {
  it('is recognised by what it says, up to half of it', () => {
    expect(recognise(stored, rules)).toBe('support');
    expect(recognise(stored, page)).toBe('code-page');
    expect(recognise(stored, page.replace('Bees are welcome. ', ''))).toBe('code-page');
  });

  it.each(['', 'A letter about something else. It has two sentences.', page.slice(0, 30)])('is refused where it is neither: %j', (text) => {
    expect(recognise(stored, text)).toBeUndefined();
  });
});

it('a file that is neither ends the command with 2, and a message that says so', () => {
  const tool = fileURLToPath(new URL('../tools/policy-verify.mjs', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [tool, tool], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/is a copy neither of the support policy nor of the Code page/);
});

it('the fingerprints that are kept are those of the clauses of the register, and hold no words', () => {
  const kept = storedFingerprints();
  const known = Object.keys(clauses).filter((clause) => /^(support|code-page)\//.test(clause));
  expect([...Object.keys(kept.support), ...Object.keys(kept['code-page'])]).toEqual(expect.arrayContaining(known));
  for (const hashes of [...Object.values(kept.support), ...Object.values(kept['code-page'])])
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{12}$/);
});
