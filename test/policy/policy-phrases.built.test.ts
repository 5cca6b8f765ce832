// The operative phrases of a text: that each is found by its kind, that its deletion names its owner, and what is refused as an owner. The texts here are made up.
import { describe, expect, it } from 'vitest';
import { phrasesIn, storedPhrases, type PhraseRegister } from '../tools/phrases-of.mjs';
import { deletions, holders, phrasesOf, problems, wrongWith } from '../tools/policy-phrases.mjs';
import { fingerprint, marked, runsOf } from '../tools/policy-text.mjs';
import { storedFingerprints } from '../tools/policy-verify.mjs';

const rules = `Rules of the allotment
1 Water

1.1 A member must water all plots within 3 working days after the first frost. If no
tap runs, members can request a key from keeper@plots.example at least one week before, unless SET keeps it.
`;
const found = phrasesOf('support', rules);
const owned = (owner: string): PhraseRegister => {
  const register: Record<string, Record<string, Record<string, string>>> = {};
  for (const { clause, sentence, key } of found) ((register[clause] ??= {})[sentence] ??= {})[key] = owner;
  return register;
};
const known = new Map([['watering/is-due', new Set(['support/1.1'])]]);

describe('the phrases of a sentence', () => {
  it('are found in order, by kind', () => {
    expect(found.map(({ kind, words }) => `${kind} ${words}`)).toEqual([
      'party member',
      'modal must',
      'number all',
      'condition within',
      'number 3 working days',
      'condition after',
      'number first',
      'condition if',
      'exception no',
      'party members',
      'modal can',
      'modal request',
      'condition from',
      'party keeper@plots.example',
      'number at least',
      'number one week',
      'condition before',
      'condition unless',
      'party set',
    ]);
  });

  it('are places in the text itself, across the ends of its lines', () => {
    for (const { words, start, end } of found) expect(rules.slice(start, end).replace(/\s+/g, ' ').toLowerCase()).toBe(words);
  });

  it('are not parts of other words, nor of the addresses of links', () => {
    expect(phrasesIn('The day-to-day canvas of a [plan](#must) is set in further education.')).toEqual([]);
  });
});

describe('a register', () => {
  it('whose phrases all have an owner that cites the clause lacks nothing', () => {
    expect(problems(found, owned('watering/is-due'), known)).toEqual([]);
  });

  it.each([
    ['', /has no owner/],
    ['watering/is-late', /nothing in the package that cites support\/1\.1/],
    ['watering/is-due, watering/is-late', /'watering\/is-late' is nothing/],
    ['because: it is so, and has always been', /is not an excuse with a note/],
    ['describes: short', /is not an excuse with a note/],
    ['same-party: the members of support/1.1', /no party of that clause is tested/],
  ])('is refused where a phrase is owned by "%s"', (owner, message) => {
    const lines = problems(found, owned(owner), known);
    expect(lines).toHaveLength(found.length);
    for (const line of lines) expect(line).toMatch(message);
  });

  it('may excuse a party by another clause in which a party is tested', () => {
    const register = { ...owned('same-party: the members of support/2.1'), 'support/2.1': { abc: { 'party-1-abc': 'watering/is-due' } } };
    expect(problems(found, register, known)).toEqual(['support/2.1 party (a figure or an address): registered, and not in the text']);
  });

  it('is refused where a phrase of it is gone from the text', () => {
    const shorter = phrasesOf('support', rules.replace('must ', ''));
    expect(problems(shorter, owned('watering/is-due'), known).some((line) => line.endsWith('registered, and not in the text'))).toBe(true);
  });
});

describe('a deletion', () => {
  it('of any phrase names the owner of that phrase', () => {
    expect(deletions('support', rules, owned('watering/is-due'))).toEqual([]);
  });

  it('names none where the phrase has none', () => {
    const register = structuredClone(owned('watering/is-due')) as Record<string, Record<string, Record<string, string>>>;
    const { clause, sentence, key } = found[1] ?? { clause: '', sentence: '', key: '' };
    delete register[clause]?.[sentence]?.[key];
    expect(deletions('support', rules, register)).toEqual([expect.stringContaining('“must”')]);
  });
});

it('changed words are marked, and the place of words that are gone', () => {
  const long = `${rules} 2 Sheds 2.1 A shed has one door, one window, a roof of slate and a small stove for the cold days of winter and spring, when the ground is hard and nothing can be sown.`;
  const runs = runsOf(long);
  const shown = (text: string) => marked(runs, text, text.indexOf('A shed'), text.length);
  expect(shown(long)).not.toMatch(/[«»]/);
  expect(shown(long.replace('one window', 'two windows'))).toContain('one door, «two windows», a roof');
  expect(shown(long.replace('small ', ''))).toContain('and a «…» stove');
});

describe('the register of the two documents', () => {
  const register = storedPhrases();
  const all = holders();

  it('is of their sentences', () => {
    const kept: Readonly<Record<string, readonly string[]>> = { ...storedFingerprints().support, ...storedFingerprints()['code-page'] };
    for (const [clause, sentences] of Object.entries(register))
      for (const sentence of Object.keys(sentences)) expect(kept[clause]).toContain(sentence);
  });

  const owners = Object.entries(register).flatMap(([clause, of]) =>
    Object.values(of).flatMap((keys) => Object.entries(keys).map(([key, owner]) => ({ clause, key, owner }))),
  );
  it('has several hundred phrases, each with an owner that cites its clause, or an excuse', async () => {
    const holding = await all;
    expect(owners.length).toBeGreaterThan(300);
    expect(owners.flatMap(({ clause, owner }) => wrongWith(owner, clause, holding) ?? [])).toEqual([]);
  });

  it('keeps fingerprints and none of the words', () => {
    for (const { key } of owners) expect(key).toMatch(/^(number|modal|party|condition|exception)-\d+-[0-9a-f]{8}$/);
    expect(fingerprint('modal must').slice(0, 8)).toBe(phrasesIn('must')[0]?.hash);
  });
});
