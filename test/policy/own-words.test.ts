// The library restates the policies and copies none of them: no twelve running words of a source stand in the project.
// The sources are not part of the project: name copies of them in POLICY_TEXTS, as PATH is written, to have this checked.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RUN = 12;
const ROOT = join(import.meta.dirname, '..', '..');
const PLACES = ['src', 'test', 'docs', 'examples', 'README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'package.json'];
const TEXTS = (process.env['POLICY_TEXTS'] ?? '').split(delimiter).filter((path) => path !== '');

/** Words as they are read: without case, punctuation, comment marks or the joints of a string that was broken over lines. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[’'`]\s*\+\s*[’'`]|\\n|^\s*(\/\/|\*)/gm, ' ')
      .replace(/[’']/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

function runsOf(text: string): Map<string, number> {
  const words = wordsOf(text);
  return new Map(words.slice(RUN - 1).map((_, at) => [words.slice(at, at + RUN).join(' '), at]));
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && !name.startsWith('.'))
    .flatMap(({ name }) => filesUnder(join(place, name)));
}

describe('running words', () => {
  it('are found, whatever the case, the quotes and the breaks', () => {
    const source = runsOf('One two three, four FIVE six seven eight nine ten eleven member’s');
    const copy = runsOf("zero ' one two three four five six\n * seven eight ' + 'nine ten eleven member's'");
    expect([...source.keys()].filter((run) => copy.has(run))).toHaveLength(1);
    expect([...source.keys()].filter((run) => runsOf('one two three four five six seven eight nine ten eleven').has(run))).toHaveLength(0);
  });

  it.skipIf(TEXTS.length === 0)('of a source stand nowhere in the project (skipped unless POLICY_TEXTS names the sources)', () => {
    const sources = TEXTS.map((path) => runsOf(readFileSync(path, 'utf8')));
    expect(Math.min(...sources.map(({ size }) => size))).toBeGreaterThan(100);
    const copied = PLACES.flatMap((place) => filesUnder(join(ROOT, place))).flatMap((file) => {
      const runs = runsOf(readFileSync(file, 'utf8'));
      return sources.flatMap((source) => [...source.keys()].filter((run) => runs.has(run)).map((run) => `${file}: ${run}`));
    });
    expect(copied).toStrictEqual([]);
  });
});
