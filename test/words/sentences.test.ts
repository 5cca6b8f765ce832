// Every sentence that the product can say, each once, so that they can be read aloud as a whole; and what no sentence may be: too long, or in a private dialect.
import { describe, expect, it } from 'vitest';
import { clauses, documents, editions, labels, readings, settledByTheWords } from '../../src/index.js';
import { linesWithTurns, turnsIn, withTurns } from './banned.js';
import { sentencesOf, wordsOf } from './readability.js';
import { everySentence } from './said.js';

const MOST_WORDS = 20;

it(`every sentence of an explanation reads as it was last reviewed: at most ${MOST_WORDS} words, straight apostrophes, no turn of test/words/banned.ts`, async () => {
  const said = everySentence(); // within the test, so that Stryker sees which test says what
  await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/sentences.txt');
  expect(said.filter((sentence) => wordsOf(sentence).length > MOST_WORDS)).toStrictEqual([]);
  expect(said.filter((sentence) => sentence.includes('’'))).toStrictEqual([]);
  expect(withTurns(said)).toStrictEqual([]);
});

describe('every sentence of the registers', () => {
  const register = [
    ...Object.values(clauses).flatMap(({ name, says, note }) => [name, says, ...(note === undefined ? [] : [note])]),
    ...Object.values(documents).flatMap(({ title, holds }) => [title, holds]),
    ...Object.values(editions).flatMap(({ name, differs }) => [name, ...(differs === undefined ? [] : [differs])]),
    ...Object.values(readings).flatMap(({ question, why, options }) => [question, why, ...options.map(({ means }) => means)]),
    ...settledByTheWords.map(({ says }) => says),
  ].flatMap(sentencesOf);

  it('has no turn of test/words/banned.ts', () => {
    expect(withTurns(register)).toStrictEqual([]);
  });
  it('has straight apostrophes', () => {
    expect(register.filter((sentence) => sentence.includes('’'))).toStrictEqual([]);
  });
  it('speaks of what is included, and never of what is held', () => {
    expect(register.filter((sentence) => /\bheld\b/i.test(sentence))).toStrictEqual([]);
  });
});

describe('every label', () => {
  const all = Object.values(labels).flatMap((each) => Object.values(each as Readonly<Record<string, string>>));

  it('is a part of a sentence: no capital but of a name, no full stop', () => {
    expect(all.filter((label) => !/^(?:[a-z]|SET\b)/.test(label) || /[.’"]$|’/.test(label))).toStrictEqual([]);
  });
  it('has no turn of test/words/banned.ts', () => {
    expect(withTurns(all)).toStrictEqual([]);
  });
});

describe('the checks of this file', () => {
  it.each(['It is no complaint.', 'Its limits are not held here.', 'Each has a name of its own.', 'No tutorial is asked for.'])(
    'miss none: %s',
    (text) => {
      expect(turnsIn(text)).not.toStrictEqual([]);
    },
  );
  it('name the lines of a file that have a turn', () => {
    expect(linesWithTurns('It is no list.\nThere is no list.\nIt stands in the way, and in the list.')).toStrictEqual([
      '1: It is no list.',
    ]);
  });
  it('take what a colleague would say', () => {
    expect(turnsIn('This is not a complaint. Its time limits are not included here.')).toStrictEqual([]);
  });
});
