// Every page that a user reads, sentence by sentence: none is too long, and none has a turn of phrase that nobody says aloud.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../docs/links.js';
import { withTurns } from './banned.js';
import { sentencesOfPage } from './prose.js';
import { wordsOf } from './readability.js';

const MOST_WORDS = 30;

/** What was decided and what changed are records: they stay as they were written. */
const isRead = (path: string): boolean => !path.startsWith('docs/decisions/') && path !== 'CHANGELOG.md';

const tooLong = (markdown: string): readonly string[] =>
  sentencesOfPage(markdown).filter((sentence) => wordsOf(sentence).length > MOST_WORDS);

const turnsOf = (markdown: string): readonly string[] => withTurns(sentencesOfPage(markdown));

describe.each(pages().filter(isRead))('%s', (path) => {
  const markdown = readFileSync(path, 'utf8');

  it(`has at most ${MOST_WORDS} words a sentence`, () => {
    expect(tooLong(markdown)).toStrictEqual([]);
  });
  it('has no turn of test/words/banned.ts', () => {
    expect(turnsOf(markdown)).toStrictEqual([]);
  });
});

describe('the pages that are read', () => {
  it('are the guides, those of the examples and what stands at the top', () => {
    const read = pages().filter(isRead);
    expect(read).toEqual(
      expect.arrayContaining([
        'README.md',
        'CONTRIBUTING.md',
        'SECURITY.md',
        'docs/clauses.md',
        'examples/cohort/README.md',
        'test/cases.md',
      ]),
    );
  });
  it.each(pages().filter(isRead))('say something: %s', (path) => {
    expect(sentencesOfPage(readFileSync(path, 'utf8')).length).toBeGreaterThan(5);
  });
});

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('a sentence that is too long is found', () => {
  it.each([
    ['in a paragraph', `Short.\n${words(20)}\n${words(11)}. Short.`],
    ['across a colon', `${words(15)}: ${words(16)}.`],
    ['across one semicolon', `${words(10)}: ${words(10)}; ${words(11)}.`],
    ['in a list item', `- Short.\n- ${words(20)}\n  ${words(11)}`],
    ['in a cell', `| head | other |\n| --- | --- |\n| short | ${words(31)} |`],
    ['after a bold start', `**Short.** ${words(31)}.`],
    ['in the text of a link', `[${words(31)}](page.md)`],
    ['in an item of a list between semicolons', `Three: one; ${words(31)}; three.`],
  ])('%s', (_, markdown) => {
    expect(tooLong(markdown)).toHaveLength(1);
  });
});

describe('and no other', () => {
  it.each([
    ['thirty words', `${words(30)}.`],
    ['code in a fence', `Run:\n\n\`\`\`sh\n${words(40)}\n\`\`\`\n\nDone.`],
    ['code in a line, which is one word', `Call \`${words(40)}\`.`],
    ['a comment', `<!-- ${words(40)} -->`],
    ['the target of a link', `[page](${words(40).replaceAll(' ', '/')}.md)`],
    ['two items', `- ${words(20)}\n- ${words(20)}`],
    ['two cells, and two lines in one', `| ${words(20)} | ${words(16)}<br>${words(16)} |`],
    ['a heading and what follows it', `# ${words(20)}\n${words(20)}.`],
    ['a list between semicolons', `Three: ${words(12)}; ${words(12)}; ${words(12)}.`],
  ])('%s', (_, markdown) => {
    expect(tooLong(markdown)).toStrictEqual([]);
  });
});

describe('a turn of phrase that nobody says aloud is found', () => {
  it.each([
    'It is no complaint.',
    'What the Team starts is\nno support communication.',
    'Its limits are **not held**.',
    'Each edition that is held has a name.',
    'An answer is held against the text.',
    'Each has a name of its own.',
    'The rooms do not import each other, but for types.',
    'It says what became of an event, and what becomes of a case.',
    '- Short.\n- The limit stands in `src/policy/limits.ts`.',
    '| Rows may stand in any order |',
    'No tutorial is asked for.',
  ])('%s', (markdown) => {
    expect(turnsOf(markdown)).not.toStrictEqual([]);
  });
  it.each([
    'There is no default calendar, and there are no others.',
    'It is no later than the day before, is no longer due and is no more than ten.',
    'Nothing stands in the way.',
    'Hold the key; the hearing was held in private.',
    'The member asks for an explanation.',
    'Its own name is `clause-is-held`.',
    '```ts\nthis is no complaint\n```',
  ])('but not in what a colleague says: %s', (markdown) => {
    expect(turnsOf(markdown)).toStrictEqual([]);
  });
});
