// Who imports one rule ships no other, and no wording: its bundle has statements of its own room and of what every rule stands on.
import { readFileSync, readdirSync } from 'node:fs';
import * as api from 'professional-status';
import { expect, test } from 'vitest';
import { bundle, sourcesOf } from '../tools/bundle.mjs';

const rules = Object.entries(api).flatMap(([name, value]) => (typeof value === 'function' && 'id' in value ? [name] : []));

test.each(rules)('the bundle of %s names no other rule', async (name) => {
  const text = await bundle(`export { ${name} } from 'professional-status'`);
  expect(text).toContain(`"${name}"`);
  expect(rules.filter((other) => other !== name && text.includes(`"${other}"`))).toEqual([]);
});

const worded = ['explain', 'clauses', 'documents', 'editions', 'readings', 'settledByTheWords'];
const wordless = Object.keys(api).filter((name) => !worded.includes(name));

test('all but explain and the registers bring no wording', async () => {
  const files = await sourcesOf(`export { ${wordless.join()} } from 'professional-status'`);
  const wording = /^src\/(words\/.*|policy\/(.*readings.*|documents|.*clauses|editions))\.ts$/;
  expect(files).toContain('src/questions/what-would-change.ts');
  expect(files.filter((file) => wording.test(file))).toEqual([]);
});

/** The sentences of every family: the texts that follow the start of its words. */
const sentences = ['support-policy', 'award-appeals', 'code-page'].flatMap((room) =>
  readdirSync(`src/${room}`)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const source = readFileSync(`src/${room}/${name}`, 'utf8');
      const words = /export const \w+Words = /.exec(source);
      return words === null
        ? []
        : [...source.slice(words.index).matchAll(/'([^'\n]{30,})'/g)].flatMap(([, text = '']) => (text.includes(' ') ? [text] : []));
    }),
);

test.each(rules)('the bundle of %s keeps to one document, and none of its words', async (name) => {
  const files = await sourcesOf(`export { ${name} } from 'professional-status'`);
  const own = files.filter((file) => !/^src\/(data|calendar|policy|decision)\//.test(file));
  expect(new Set(own.map((file) => file.split('/')[1])).size, own.join()).toBe(1);
  const text = await bundle(`export { ${name} } from 'professional-status'`);
  expect(sentences.length).toBeGreaterThan(150);
  expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
});
