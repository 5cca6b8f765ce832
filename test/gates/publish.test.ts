// The workflow that publishes: the package names the repository that it is built in, without which the registry refuses its statement of provenance, and is built whole.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { manifest } from '../tools/entries.mjs';

const workflow = readFileSync('.github/workflows/publish.yml', 'utf8');
const runs = [...workflow.matchAll(/^ +- run: (.*)$/gm)].map(([, run = '']) => run);
const folder = mkdtempSync(join(tmpdir(), 'publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what is published was checked, then told where it comes from, and nothing is done in between', () => {
  expect(runs.map((run) => run.split(' ').slice(0, 3).join(' ')).slice(-3)).toEqual(['.ci/run', 'npm pkg set', 'npm publish --provenance']);
});

test('it comes from the repository in which the workflow runs, which is not written anywhere', () => {
  copyFileSync('package.json', join(folder, 'package.json'));
  const env = { ...process.env, GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'an-owner/a-repository' };
  for (const run of runs.filter((each) => each.startsWith('npm pkg '))) execFileSync('bash', ['-c', run], { cwd: folder, env });
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toEqual({
    ...manifest,
    repository: { type: 'git', url: 'git+https://github.example/an-owner/a-repository.git' },
    homepage: 'https://github.example/an-owner/a-repository#readme',
    bugs: { url: 'https://github.example/an-owner/a-repository/issues' },
  });
  expect(Object.keys(manifest)).not.toContain('repository');
});

test('npm builds it whole before it packs it, whatever another script has left, and that build is the one that the gates look at', () => {
  const { prepack, build, gates } = manifest.scripts;
  expect(prepack).toBe(build);
  expect(prepack).not.toContain('--no-dts');
  expect(gates?.startsWith('npm run prepack && ')).toBe(true);
});
