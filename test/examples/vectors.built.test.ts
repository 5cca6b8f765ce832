// The cases as they are shipped: each as it stands beside the test of its family, listed with its schema; and scored by the example in Python, where there is a Python.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonSchemas } from 'professional-status/schemas';
import { describe, expect, test } from 'vitest';
import { caseFiles } from '../tools/case-files.mjs';

const require = createRequire(import.meta.url);
interface Listed {
  readonly file: string;
  readonly schema: string;
  readonly vectors: number;
}
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { version, files } = json('dist/vectors/index.json') as { readonly version: number; readonly files: readonly Listed[] };
const written = caseFiles();
const shipped = new Map(written.map(({ id, file }) => [`${id}.json`, file]));

test('every file of cases is shipped, listed and found by its path', () => {
  expect(version).toBe(1);
  expect(files.map(({ file }) => file)).toEqual(written.map(({ id }) => `${id}.json`));
  expect(readdirSync('dist/vectors').sort()).toEqual([...written.map(({ id }) => `${id}.json`), 'index.json'].sort());
  for (const { file, schema, vectors } of files) {
    expect(json(require.resolve(`professional-status/vectors/${file}`))).toEqual(shipped.get(file));
    expect(Object.keys(jsonSchemas)).toContain(schema.replace(/^schemas\/|\.json$/g, ''));
    expect(vectors).toBeGreaterThan(0);
  }
});

const score = (folder: string) =>
  spawnSync('python3', ['score.py', folder, 'notice'], {
    cwd: 'examples/vectors',
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
describe.skipIf(spawnSync('python3', ['--version']).status !== 0)('in Python', () => {
  test('one rule is implemented and right in every case, as the page says', () => {
    const { stdout, stderr, status } = score('../../dist/vectors');
    const page = readFileSync('examples/vectors/README.md', 'utf8');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(page).toContain(`\`\`\`text\n${stdout}\`\`\``);
  });

  test('a case that is answered otherwise is told', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
    cpSync('dist/vectors', folder, { recursive: true });
    const path = join(folder, 'noticeDeadline.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"latestTimely": "2020-12-10"', '"latestTimely": "2020-12-09"'));
    const { stdout, status } = score(folder);
    rmSync(folder, { recursive: true });
    expect(status).toBe(1);
    expect(stdout).toContain("'latestTimely': '2020-12-10'");
  });
});
