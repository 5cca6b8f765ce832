// The example that embeds the library installs the packed tarball and tests its own code with the kit, as any application would.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installed } from './installed.js';

const app = new Installed('embedding');
beforeAll(() => app.install());
afterAll(() => app.remove());

test('its types are right', () => app.typecheck());

test('its tests pass', () => {
  const { status, stdout, stderr } = app.test('--reporter=verbose');
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toContain('a late request is told that it is late');
});

test('and where one fails, the message is the explanation of the policy', () => {
  const path = join(app.folder, 'test/desk.test.ts');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace("toBeDecided('late'", "toBeDecided('timely'"));
  const { status, stdout, stderr } = app.test();
  writeFileSync(path, before);
  expect(status).toBe(1);
  expect(stdout + stderr).toContain('The request is late by 1 day. It is still considered. (Support policy 3.1.1)');
});

test('the test files that the guide to testing shows compile, and vitest prints what stands under them', () => {
  const guide = readFileSync('docs/testing.md', 'utf8');
  const files = [...guide.matchAll(/```ts (test\/[\w.]+)\n([\s\S]*?)```/g)].map(([, path = '', code = '']) => ({ path, code }));
  expect(files.map(({ path }) => path)).toEqual(['test/matchers.ts', 'test/request.test.ts']);
  for (const { path, code } of files) writeFileSync(join(app.folder, path), code);
  app.typecheck();
  const { status, stdout, stderr } = app.test('test/request.test.ts');
  const [, shown] = /```text\n([\s\S]*?)```/.exec(guide.slice(guide.lastIndexOf('```ts test/'))) ?? [];
  expect(status).toBe(1);
  expect(stdout + stderr).toContain(shown);
});
