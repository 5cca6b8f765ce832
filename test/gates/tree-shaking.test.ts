// Who imports one rule ships no other, and no wording: its bundle has statements of its own room and of what every rule stands on.
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
  const wording = /^src\/(answers\/(counts|explain|findings|needs|outcomes|phrases)|policy\/(readings|documents|clauses|editions))\.ts$/;
  expect(files).toContain('src/questions/what-would-change.ts');
  expect(files.filter((file) => wording.test(file))).toEqual([]);
});

test.each(rules)('the bundle of %s keeps to one room', async (name) => {
  const files = await sourcesOf(`export { ${name} } from 'professional-status'`);
  const own = files.filter((file) => !/^src\/(calendar|policy|decision)\//.test(file));
  expect(new Set(own.map((file) => file.split('/')[1])).size, own.join()).toBe(1);
});
