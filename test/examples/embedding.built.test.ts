// The example that embeds the library installs the packed tarball and tests its own code with the kit, as any application would.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifest } from '../tools/entries.mjs';

const app = mkdtempSync(join(tmpdir(), 'embedding-'));
function run(command: string, ...args: string[]) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TZ|VITEST)/.test(name))); // those of this run are none of its own
  return spawnSync(command, args, { cwd: app, encoding: 'utf8', env: { ...env, NO_COLOR: '1' } });
}

beforeAll(() => {
  cpSync('examples/embedding', app, { recursive: true });
  run('npm', 'pack', resolve('.'), '--ignore-scripts');
  const path = join(app, 'package.json');
  const own = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const tarball = `file:${manifest.name}-${manifest.version}.tgz`;
  writeFileSync(path, JSON.stringify({ ...own, dependencies: { [manifest.name]: tarball }, devDependencies: {} }));
  const { status, stderr } = run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund');
  expect(status, stderr).toBe(0);
  for (const tool of ['vitest', 'fast-check', 'typescript']) symlinkSync(resolve('node_modules', tool), join(app, 'node_modules', tool)); // those that are here already
}, 120_000);
afterAll(() => rmSync(app, { recursive: true }));

test('it names the version that is packed here', () => {
  const { dependencies } = JSON.parse(readFileSync('examples/embedding/package.json', 'utf8')) as { dependencies: Record<string, string> };
  expect(dependencies).toEqual({ [manifest.name]: manifest.version });
});

test('its types are right', () => {
  const { status, stdout } = run('node', 'node_modules/typescript/bin/tsc');
  expect(status, stdout).toBe(0);
}, 60_000);

test('its tests pass', () => {
  const { status, stdout, stderr } = run('node', 'node_modules/vitest/vitest.mjs', 'run', '--reporter=verbose');
  expect(status, stdout + stderr).toBe(0);
  expect(stdout).toContain('a late request is told that it is late');
}, 60_000);

test('and where one fails, the message is the explanation of the policy', () => {
  const path = join(app, 'test/desk.test.ts');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, before.replace("toBeDecided('late'", "toBeDecided('timely'"));
  const { status, stdout, stderr } = run('node', 'node_modules/vitest/vitest.mjs', 'run');
  writeFileSync(path, before);
  expect(status).toBe(1);
  expect(stdout + stderr).toContain('The request is late by 1 day. It is still considered. (Support policy 3.1.1)');
}, 60_000);

test('the test files that the guide to testing shows compile, and vitest prints what stands under them', () => {
  const guide = readFileSync('docs/testing.md', 'utf8');
  const files = [...guide.matchAll(/```ts (test\/[\w.]+)\n([\s\S]*?)```/g)].map(([, path = '', code = '']) => ({ path, code }));
  expect(files.map(({ path }) => path)).toEqual(['test/matchers.ts', 'test/request.test.ts']);
  for (const { path, code } of files) writeFileSync(join(app, path), code);
  const { status: types, stdout: wrong } = run('node', 'node_modules/typescript/bin/tsc');
  expect(types, wrong).toBe(0);
  const { status, stdout, stderr } = run('node', 'node_modules/vitest/vitest.mjs', 'run', 'test/request.test.ts');
  const [, shown] = /```text\n([\s\S]*?)```/.exec(guide.slice(guide.lastIndexOf('```ts test/'))) ?? [];
  expect(status).toBe(1);
  expect(stdout + stderr).toContain(shown);
}, 60_000);
