// The library restates the policies and copies none of them: no twelve running words of a source stand in the project.
// The sources are no part of the project. What is kept of them are fingerprints, which cannot be read back; `policy:verify -- --write` takes them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runsOf } from '../tools/policy-text.mjs';
import { runsFile } from '../tools/policy-verify.mjs';

const runs = new Set(readFileSync(runsFile, 'utf8').split(/\s+/).filter(Boolean));

/** Every file of the project: what .gitignore names is none. */
const ignored = new Set([
  '.git',
  ...readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.replaceAll('/', '').trim()),
]);
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []));

const copiedIn = (text: string, of: ReadonlySet<string>) => [...runsOf(text)].filter((run) => of.has(run)).length;

test('running words are known, whatever the case, the quotes and the breaks', () => {
  const source = runsOf('One two three, four FIVE six seven eight nine ten eleven member’s');
  expect(copiedIn("zero ' one two three four five six\n * seven [eight](#) ' + 'nine ten eleven member's'", source)).toBe(1);
  expect(copiedIn('one two three four five six seven eight nine ten eleven', source)).toBe(0);
});

test('no twelve running words of a source stand in the project', () => {
  expect(runs.size).toBeGreaterThan(1000);
  const files = filesIn('.');
  expect(files).toEqual(expect.arrayContaining(['README.md', '.ci/run', 'src/policy/support-clauses.ts']));
  const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8') })).filter(({ text }) => !text.includes('\0'));
  expect(texts.flatMap(({ file, text }) => (copiedIn(text, runs) > 0 ? [`${file}: ${copiedIn(text, runs)} runs`] : []))).toEqual([]);
});
