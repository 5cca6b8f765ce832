// The cases as they are shipped: each as it stands beside the test of its family, listed with its schema; and scored by the example in Python, where there is a Python.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { programmeLifecycle } from 'professional-status';
import { jsonSchemas } from 'professional-status/schemas';
import { traces } from 'professional-status/testing';
import { describe, expect, test } from 'vitest';
import { shippedRows } from '../support-policy/lifecycle/support/shipped.js';
import { caseFiles } from '../tools/case-files.mjs';
import { manifest } from '../tools/entries.mjs';
import { coverageOf } from '../tools/traces.mjs';

const require = createRequire(import.meta.url);
interface Listed {
  readonly file: string;
  readonly schema: string;
  readonly vectors?: number;
  readonly traces?: number;
}
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const { version, madeFrom, files } = json('dist/vectors/index.json') as {
  readonly version: number;
  readonly madeFrom: string;
  readonly files: readonly Listed[];
};
const lifecycle = { id: 'programmeLifecycle', file: { machine: 'programmeLifecycle', version: 1, vectors: shippedRows } };
const written = [...caseFiles(), lifecycle];
const shipped = new Map(written.map(({ id, file }) => [`${id}.json`, file]));
const [ofTraces, ...lines] = readFileSync(require.resolve('professional-status/vectors/traces.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as unknown);

test('every file of cases is shipped, listed and found by its path', () => {
  expect({ version, madeFrom }).toEqual({ version: 1, madeFrom: `${manifest.name} ${manifest.version}` });
  expect(files.map(({ file }) => file)).toEqual([...written.map(({ id }) => `${id}.json`), 'traces.jsonl']);
  expect(readdirSync('dist/vectors').sort()).toEqual([...files.map(({ file }) => file), 'index.json'].sort());
  for (const { file, schema, vectors, traces: count } of files) {
    expect(Object.keys(jsonSchemas)).toContain(schema.replace(/^schemas\/|\.json$/g, ''));
    expect(vectors ?? count).toBeGreaterThan(0);
    if (file.endsWith('.json')) expect(json(require.resolve(`professional-status/vectors/${file}`))).toEqual(shipped.get(file));
  }
});

test('the cases of the lifecycle and every line of the traces fit their schemas', () => {
  const ajv = formats.default(new Ajv2020({ strict: true }));
  const [fitsCases, fitsLine] = ['lifecycleVectors', 'trace'].map((name) => ajv.compile(json(`dist/schemas/${name}.json`) as object));
  expect([fitsCases?.(json('dist/vectors/programmeLifecycle.json')), fitsCases?.errors]).toEqual([true, null]);
  expect([ofTraces, ...lines].filter((line) => fitsLine?.(line) !== true)).toEqual([]);
});

test('the traces say what they were made from, visit all that can be visited, and come out the same each time', () => {
  expect(ofTraces).toEqual({ schema: 'schemas/trace.json', version: 1, madeFrom, traces: lines.length });
  expect(lines).toEqual(traces());
  const { cells, pairs, refusing } = coverageOf(lines as ReturnType<typeof traces>, programmeLifecycle);
  expect([cells, pairs, refusing].map(({ missed }) => missed)).toEqual([[], [], []]);
  const printed = execFileSync(process.execPath, ['test/tools/traces.mjs'], { encoding: 'utf8' });
  expect(readFileSync('docs/testing.md', 'utf8')).toContain(`\`\`\`text\n${printed}\`\`\``);
});

const python = (path: string, ...args: readonly string[]) =>
  spawnSync('python3', args, {
    cwd: 'examples/vectors',
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: path },
  });
const score = (folder: string) => python('', 'score.py', folder, 'notice');
const scoreTraces = (path: string, module: string) => python(path, 'traces.py', '../../dist/vectors/traces.jsonl', module);
/** What the page shows under a command. */
const shownUnder = (command: string): string | undefined =>
  readFileSync('examples/vectors/README.md', 'utf8').split(command)[1]?.split('```text\n')[1]?.split('```')[0];

describe.skipIf(spawnSync('python3', ['--version']).status !== 0)('in Python', () => {
  test('one rule is implemented and right in every case, as the page says', () => {
    const { stdout, stderr, status } = score('../../dist/vectors');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe(shownUnder('score.py ../../dist/vectors notice'));
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

  test('the programme is implemented, and right in every trace, as the page says', () => {
    const { stdout, stderr, status } = scoreTraces('', 'lifecycle');
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe(shownUnder('traces.py ../../dist/vectors/traces.jsonl lifecycle'));
  });

  /** Implementations that are wrong in one thing, each with the clause that it is wrong in, the shortest history, and the answers. */
  const wrong: readonly [what: string, code: string, clause: string, after: string, answers: string][] = [
    [
      'a second resubmission is accepted',
      'lifecycle.TAKEN["portfolio-resubmitted"] += ("resubmitted",)',
      'support/6.2.1.b',
      'portfolio-issued, portfolio-submitted, outcome-released, portfolio-resubmitted',
      'accepted, at resubmitted; and not refused, at resubmitted',
    ],
    [
      'the status is awarded before an outcome',
      'lifecycle.TAKEN["status-awarded"] += ("submitted",)',
      'support/4.3',
      'portfolio-issued, portfolio-submitted',
      'accepted, at awarded; and not refused, at submitted',
    ],
    [
      '17:00:01 is taken as in time',
      'lifecycle.is_late = lambda at, deadline: deadline is not None and at[:16] > deadline[:16]',
      'support/6.2.3',
      'portfolio-issued',
      'portfolio-submitted on 2021-06-30T17:00:01+01:00: accepted, at submitted; and not accepted, at restart-required',
    ],
    [
      'instants are compared as text',
      'lifecycle.is_late = lambda at, deadline: deadline is not None and at > deadline',
      'support/6.2.3',
      'portfolio-issued',
      'portfolio-submitted on 2021-06-30T16:00:01Z: accepted, at submitted; and not accepted, at restart-required',
    ],
    [
      'the day of an instant is that of its text',
      'lifecycle.day_of = lambda moment: lifecycle.date.fromisoformat(moment[:10])',
      'support/4.4',
      'portfolio-issued',
      'refused, at in-programme; and not accepted, at submitted',
    ],
    [
      '999 milliseconds are given after a deadline',
      'lifecycle.is_late = lambda at, due: due is not None and lifecycle.instant(at) - lifecycle.instant(due) > lifecycle.timedelta(milliseconds=999)',
      'support/6.2.3',
      'portfolio-issued',
      'portfolio-submitted on 2021-06-30T17:00:00.001+01:00: accepted, at submitted; and not accepted, at restart-required',
    ],
    [
      'it breaks on a withdrawal',
      'lifecycle.Case.after = (lambda old: lambda self, kind, *rest: 1 / 0 if kind == "withdrawn" else old(self, kind, *rest))(Case.after)',
      'support/4.3',
      'the registration',
      'ZeroDivisionError; and not accepted, at withdrawn',
    ],
  ];
  test.each(wrong)('one in which %s is right in fewer traces, and told where', (what, code, clause, after, answers) => {
    const folder = mkdtempSync(join(tmpdir(), 'traces-'));
    writeFileSync(join(folder, 'wrong.py'), `import lifecycle\nfrom lifecycle import Case\n${code}\n`);
    const { stdout, stderr, status } = scoreTraces(folder, 'wrong');
    rmSync(folder, { recursive: true });
    expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
    const [, right = '', all = ''] = /^traces: (\d+) of (\d+)\n/.exec(stdout) ?? [];
    expect(Number(right)).toBeLessThan(Number(all));
    expect(Number(right)).toBeGreaterThan(0);
    expect(stdout).toMatch(new RegExp(`  ${clause}: wrong in \\d+; the shortest:\\n    after ${after}\\n`));
    expect(stdout).toContain(answers);
    if (what === 'a second resubmission is accepted') expect(stdout).toBe(shownUnder('this one accepts a second resubmission'));
  });
});
