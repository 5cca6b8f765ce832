// The host programs install the packed tarball, compile without a cast, and give the same answers each: in Node here, and in the other engines by `npm run test:full -- hosts`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Installed } from './installed.js';

const app = new Installed('hosts');
beforeAll(() => app.install());
afterAll(() => app.remove());

const folder = 'examples/hosts';
const answers = readFileSync(join(folder, 'answers.txt'), 'utf8');

describe('the host programs', () => {
  const { compilerOptions } = JSON.parse(readFileSync(join(folder, 'tsconfig.json'), 'utf8')) as { compilerOptions: object };
  const sources = readdirSync(join(folder, 'src')).filter((file) => /ts[x]?$/.test(file));

  test('compile, under what careful hosts ask', () => {
    expect(compilerOptions).toMatchObject({ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true });
    app.typecheck();
  });

  test.each(sources)('%s casts nothing, and passes over no error', (file) => {
    const text = readFileSync(join(folder, 'src', file), 'utf8');
    const casts: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isAssertionExpression(node) || ts.isNonNullExpression(node)) casts.push(node.getText());
      if (node.kind === ts.SyntaxKind.AnyKeyword) casts.push(node.parent.getText());
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
    expect([...casts, ...(text.match(/@ts-\w+/g) ?? [])]).toEqual([]);
  });

  test('there are fourteen answers, settled and open, accepted and refused, and what is malformed', () => {
    const kinds = answers
      .trimEnd()
      .split('\n')
      .map((line) => line.split(':')[0]);
    expect(kinds).toHaveLength(14);
    expect(kinds).toEqual(expect.arrayContaining(['timely', 'late', 'undetermined', 'recorded', 'refused', 'malformed']));
  });
});

/** The hosts, each with how Node runs it. */
const hosts = {
  plain: [],
  forms: [],
  express: [],
  sqlite: [],
  worker: [],
  both: [],
  react: ['--disallow-code-generation-from-strings'],
} satisfies Readonly<Record<string, readonly string[]>>;

function expectAnswers({ status, stdout, stderr }: ReturnType<Installed['run']>): void {
  expect(stdout, stderr).toBe(answers);
  expect(status, stderr).toBe(0);
}

test.each(Object.entries(hosts))('%s gives the answers', (host, options) => {
  expectAnswers(app.run('node', ...options, `built/${host}.js`));
});

// Their binaries are packages, of some 500 MB: installed when everything is tried, and skipped with a word where they cannot be.
describe.runIf(process.env['EVERY_ENGINE'])('in other engines', { timeout: 300_000 }, () => {
  const has = (engine: string): boolean =>
    app.run('npm', 'install', '--no-save', '--no-audit', '--no-fund', engine).status === 0 &&
    app.run(join('node_modules/.bin', engine), '--version').status === 0;

  test.for([
    ['bun', []],
    ['deno', ['run', '--allow-all']],
  ] as const)('%s runs every host', ([engine, options], context) => {
    if (!has(engine)) context.skip(`${engine} is not installed, and could not be`);
    for (const host of Object.keys(hosts)) expectAnswers(app.run(join('node_modules/.bin', engine), ...options, `built/${host}.js`));
  });

  test('workerd answers forms', async (context) => {
    if (!has('workerd')) context.skip('workerd is not installed, and could not be');
    await build({
      absWorkingDir: app.folder,
      entryPoints: ['built/workerd.js'],
      outfile: 'built/workerd.bundle.js',
      bundle: true,
      format: 'esm',
    });
    expectAnswers(app.run('node_modules/.bin/workerd', 'test', 'workerd.capnp'));
  });
});
