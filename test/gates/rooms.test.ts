// Imports run one way through the rooms of src. Rooms of one level do not import each other, so nothing imports a face, and no file reaches itself.
// Tools alone stand on a face, the schemas, since their own are made of those. Their tests are in test/agents, because test/tools is taken.
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const levels = [
  ['data'],
  ['calendar'],
  ['policy'],
  ['decision'],
  ['machine'],
  ['support-policy', 'award-appeals', 'code-page'],
  ['support-policy/lifecycle'],
  ['rules.ts', 'procedures.ts'],
  ['questions'],
  ['compare'],
  ['words'],
  ['index.ts', 'schemas', 'spreadsheet', 'testing', 'diagrams', 'diary', 'forms', 'date-holidays', 'date-fns'],
  ['tools'],
];
const roomOf = (file: string) => (file.startsWith('support-policy/lifecycle/') ? 'support-policy/lifecycle' : (file.split('/')[0] ?? ''));
const levelOf = (file: string) => levels.findIndex((rooms) => rooms.includes(roomOf(file)));

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
/** The names of rules and of their tests derive from the families, as types alone: such an import leaves nothing behind. */
const namesOfRules = /^import type \{[^}]*\} from '[./]*\/rules\.js';$/gm;
const importsOf = new Map(
  files.map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(`src/${file}`, 'utf8').replace(namesOfRules, ''));
    const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
    return [file, own.map((name) => posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts'))];
  }),
);

/** Every way back to where a path began, as `a → b → a`. */
function detours(file: string, path: readonly string[] = [], seen = new Set<string>()): string[] {
  if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
  if (seen.has(file)) return [];
  seen.add(file);
  return (importsOf.get(file) ?? []).flatMap((next) => detours(next, [...path, file], seen));
}

test('every file is in a room', () => {
  expect(files.filter((file) => levelOf(file) < 0)).toEqual([]);
});

test('imports run from later rooms to earlier ones', () => {
  const wrong = files.flatMap((from) =>
    (importsOf.get(from) ?? [])
      .filter((to) => roomOf(to) !== roomOf(from) && levelOf(to) >= levelOf(from))
      .map((to) => `${from} imports ${to}`),
  );
  expect(wrong).toEqual([]);
});

test('no file reaches itself', () => {
  const seen = new Set<string>();
  expect(files.flatMap((file) => detours(file, [], seen))).toEqual([]);
});
