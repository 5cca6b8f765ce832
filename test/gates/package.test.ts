// The tarball as its users get it: published well, typed under every resolution, and running as an ES module, as CommonJS and under TypeScript.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entries, manifest } from '../tools/entries.mjs';

const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
const tarball = join(consumer, `${manifest.name}-${manifest.version}.tgz`);
function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: consumer, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout.trim();
}
const tool = (name: string) => resolve('node_modules/.bin', name);

beforeAll(() => {
  run('npm', 'pack', resolve('.'), '--ignore-scripts');
  writeFileSync(join(consumer, 'package.json'), '{ "private": true }');
  run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball);
});
afterAll(() => rmSync(consumer, { recursive: true }));

test('publint has nothing to say', async () => {
  const { messages, pkg } = await publint({ pack: { tarball: readFileSync(tarball).buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('types resolve under every module system', () => {
  run(tool('attw'), tarball, '--exclude-entrypoints', 'package.json');
});

const call = "assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }).outcome";

test.each([
  ['module', `import { assessAdjustmentRequest } from 'professional-status'; console.log(${call})`],
  ['commonjs', `const { assessAdjustmentRequest } = require('professional-status'); console.log(${call})`],
])('a script of type %s runs it', (type, script) => {
  expect(run('node', `--input-type=${type}`, '-e', script)).toBe('late');
});

test.each(entries)('$specifier has the same names in both', ({ specifier }) => {
  const required = `Object.keys(require('${specifier}'))`;
  const imported = run('node', '--input-type=module', '-e', `import * as all from '${specifier}'; console.log(Object.keys(all).join())`);
  expect(run('node', '-e', `console.log(${required}.sort().join())`)).toBe(imported);
});

test.each(['mts', 'cts'])('TypeScript compiles a .%s file that imports every entry', (extension) => {
  const file = join(consumer, `use.${extension}`);
  const imports = entries.map(({ specifier }, index) => `export * as entry${index} from '${specifier}';`);
  const typed = `export const outcome: 'timely' | 'late' | 'no-notice-asked' = ${call};`;
  writeFileSync(file, ["import { assessAdjustmentRequest } from 'professional-status';", ...imports, typed].join('\n'));
  run(tool('tsc'), '--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', file);
});
