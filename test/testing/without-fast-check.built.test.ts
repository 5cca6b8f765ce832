// The kit in a project without fast-check: stories, matchers, cases and traces work, and what draws at random says what to install. No other fault of loading it is hidden.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { manifest } from '../tools/entries.mjs';

const project = mkdtempSync(join(tmpdir(), 'without-fast-check-'));
const modules = join(project, 'node_modules');
const fastCheck = join(modules, 'fast-check');

beforeAll(() => {
  const installed = join(modules, manifest.name);
  mkdirSync(installed, { recursive: true });
  for (const part of ['dist', 'package.json']) cpSync(part, join(installed, part), { recursive: true });
  symlinkSync(resolve('node_modules/zod'), join(modules, 'zod'));
});
beforeEach(() => rmSync(fastCheck, { recursive: true, force: true }));
afterAll(() => rmSync(project, { recursive: true }));

const specifier = `${manifest.name}/testing`;
const names = '{ aCase, arbitraries, conform, given, matchers, traces, vectors }';
const imported = {
  module: { kit: `import ${names} from '${specifier}';`, load: 'await import' },
  commonjs: { kit: `const ${names} = require('${specifier}');`, load: 'require' },
};

describe.each(['module', 'commonjs'] as const)('as a %s', (type) => {
  const { kit, load } = imported[type];
  const run = (script: string) => {
    const { stdout, stderr } = spawnSync('node', [`--input-type=${type}`, '-e', `${kit} ${script}`], { cwd: project, encoding: 'utf8' });
    return { printed: stdout.trim().split('\n'), stderr };
  };
  const asked = 'fast-check has to be installed: `arbitraries` draw with it, and so does `conform` unless its `runs` is 0.';
  const never = '{ open: () => 0, send: () => true, read: () => ({ stage: "registered" }) }';

  test('without it, a story, an expectation, a case and the traces are what they are with it', () => {
    const vector = { name: 'a case', clause: 'support/3.1.1', facts: {}, outcome: 'computed', because: {} };
    const script = `
      const story = aCase().issued();
      given(story).when((so) => so.submitted()).then({ stage: 'submitted' });
      const { pass } = matchers.toBeDecided({ settled: true, outcome: 'late', because: [], detail: {} }, 'late');
      const [one] = vectors(${JSON.stringify({ rule: 'noticeDeadline', version: 1, vectors: [vector] })});
      console.log([story.case.stage, pass, one.name, traces().length > 100].join('\\n'));`;
    expect(run(script)).toEqual({ printed: ['in-programme', 'true', 'support/3.1.1: a case', 'true'], stderr: '' });
  });

  test('without it, an arbitrary says in one sentence what to install', () => {
    expect(run('try { arbitraries.history() } catch (error) { console.log(error.message) }').printed).toEqual([asked]);
  });

  test('without it, conform says so before it sends anything, and does all but the random histories where none is asked for', () => {
    const refused = `conform({ ...${never}, open: () => console.log('sent') }).catch((error) => console.log(error.message));`;
    expect(run(refused).printed).toEqual([asked]);
    expect(run(`conform(${never}, { runs: 0 }).then(({ disagreement }) => console.log(disagreement.clause));`).printed).toEqual([
      'support/6.1.3',
    ]);
  });

  test('with it, they draw', () => {
    symlinkSync(resolve('node_modules/fast-check'), fastCheck);
    const drawn = `fc.sample(arbitraries.date({ from: '2021-01-10', to: '2021-01-10' }), 1)`;
    expect(run(`const fc = ${load}('fast-check'); console.log(...${drawn})`)).toEqual({ printed: ['2021-01-10'], stderr: '' });
  });

  test.each([
    ['throws', "throw new Error('it is broken')", 'it is broken'],
    ['lacks what it needs itself', "LOAD('no-such-package')", 'no-such-package'],
  ])('where it is there and %s, that is not hidden', (_, code, said) => {
    mkdirSync(fastCheck);
    writeFileSync(join(fastCheck, 'index.js'), code.replace('LOAD', load));
    writeFileSync(join(fastCheck, 'package.json'), JSON.stringify({ name: 'fast-check', main: 'index.js', type }));
    const { printed, stderr } = run("console.log('it is loaded')");
    expect(printed).toEqual(['']);
    expect(stderr).toContain(said);
  });
});

test('without it, what does not draw has its types', { timeout: 60_000 }, () => {
  const use =
    "import { aCase, given } from 'professional-status/testing'; given(aCase().issued()).when((so) => so.submitted()).then({ stage: STAGE });";
  writeFileSync(join(project, 'right.mts'), use.replace('STAGE', "'submitted'"));
  writeFileSync(join(project, 'wrong.mts'), use.replace('STAGE', "'handed-in'"));
  const compile = (file: string) =>
    spawnSync(
      'node',
      [resolve('node_modules/typescript/bin/tsc'), '--strict', '--skipLibCheck', '--noEmit', '--module', 'nodenext', file],
      { cwd: project, encoding: 'utf8' },
    ).stdout;
  expect(compile('right.mts')).toBe('');
  expect(compile('wrong.mts')).toContain(`'"handed-in"' is not assignable`);
});
