// A fact, an outcome or a test that several rules have is worded by one family, and the others say so: once joined, a later name would hide an earlier one.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { mechanismWords } from '../../src/words/mechanism.js';
import { sharedFacts, sharedLabels } from '../../src/words/shared.js';

interface Worded {
  readonly facts?: object;
  readonly tests: object;
}

const rooms = ['support-policy', 'award-appeals', 'code-page'].map((room) => resolve('src', room));
const files = rooms.flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((file) => resolve(room, file)));
const modules = await Promise.all(
  files.filter((file) => file.endsWith('.ts')).map((file) => import(/* @vite-ignore */ file) as Promise<object>),
);
const exported = (ending: string): readonly unknown[] =>
  modules.flatMap((module) => Object.entries(module).flatMap(([name, made]) => (name.endsWith(ending) ? [made as unknown] : [])));
const isOfFamily = (made: unknown): made is () => Worded => typeof made === 'function' && made.length === 0;
const families: readonly Worded[] = [mechanismWords, ...exported('Words').filter(isOfFamily)].map((words) => words());

it.each<[string, readonly object[]]>([
  ['fact', [sharedFacts, ...families.map(({ facts = {} }) => facts)]],
  ['outcome', [sharedLabels, ...(exported('Labels') as object[])]],
  ['test', families.map(({ tests }) => tests)],
])('each %s is worded once', (_, parts) => {
  const names = parts.flatMap((part) => Object.keys(part));
  expect(names.length).toBeGreaterThan(parts.length);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toStrictEqual([]);
});
