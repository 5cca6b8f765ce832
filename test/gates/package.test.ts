// The tarball as its users get it, and the workflow that publishes it.
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entries, manifest } from '../tools/entries.mjs';

// The tarball as its users get it: published well, typed under every resolution, and running as an ES module, as CommonJS and under TypeScript.
describe('the tarball', () => {
  const consumer = mkdtempSync(join(tmpdir(), 'consumer-'));
  const tarball = join(consumer, `${manifest.name}-${manifest.version}.tgz`);
  function run(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: consumer, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
    return stdout.trim();
  }
  const tool = (name: string) => resolve('node_modules/.bin', name);

  /** The compilers of our users beside our own, each under another name. */
  const typescripts = { 'typescript-5.9': '5.9.3', 'typescript-6.0': '6.0.3', 'typescript-7.0': '7.0.2' };

  beforeAll(() => {
    run('npm', 'pack', resolve('.'), '--ignore-scripts');
    writeFileSync(join(consumer, 'package.json'), '{ "private": true }');
    const compilers = Object.entries(typescripts).map(([alias, version]) => `${alias}@npm:typescript@${version}`);
    run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', tarball, ...compilers);
    symlinkSync(resolve('node_modules/fast-check'), join(consumer, 'node_modules/fast-check')); // the optional peer of professional-status/testing
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

  const resolutions = [
    { module: 'nodenext', moduleResolution: 'nodenext', files: ['use.mts', 'use.cts'] },
    { module: 'esnext', moduleResolution: 'bundler', files: ['use.ts'] },
  ];
  /** Compiles by one compiler in one process: it starts once, and the second time it is warm. */
  const compileEach = `const [compiler, ...all] = process.argv.slice(1);
    const ts = require(compiler);
    for (const [module, moduleResolution, ...files] of all.map((each) => each.split(' '))) {
      const { options, errors } = ts.convertCompilerOptionsFromJson({ strict: true, target: 'es2022', module, moduleResolution, noEmit: true }, '.');
      const found = [...errors, ...ts.getPreEmitDiagnostics(ts.createProgram(files, options))];
      for (const { file: at, messageText } of found) console.error(moduleResolution, at && at.fileName, ts.flattenDiagnosticMessageText(messageText, ' '));
      if (found.length > 0) process.exitCode = 1;
    }`;

  test.each(Object.keys(typescripts))(
    '%s compiles every entry under nodenext, as a module and as CommonJS, and for a bundler',
    (compiler) => {
      const imports = entries.map(({ specifier }, index) => `export * as entry${index} from '${specifier}';`);
      const typed = `export const outcome: 'timely' | 'late' | 'no-notice-asked' = ${call};`;
      for (const file of resolutions.flatMap(({ files }) => files))
        writeFileSync(
          join(consumer, file),
          ["import { assessAdjustmentRequest } from 'professional-status';", ...imports, typed].join('\n'),
        );
      if (compiler !== 'typescript-7.0') {
        const all = resolutions.map(({ files, module, moduleResolution }) => [module, moduleResolution, ...files].join(' '));
        run('node', '-e', compileEach, compiler, ...all);
        return;
      }
      for (const { files, module, moduleResolution } of resolutions) {
        const options = ['--strict', '--target', 'es2022', '--module', module, '--moduleResolution', moduleResolution, '--noEmit'];
        run('node', join('node_modules', compiler, 'bin', 'tsc'), ...options, ...files);
      }
    },
  );

  test('a bundler for browsers takes every entry, without a module of Node', async () => {
    const imports = entries.map(({ specifier }, index) => `export * as entry${index} from '${specifier}';`).join('\n');
    const { errors, outputFiles } = await build({
      stdin: { contents: imports, resolveDir: consumer },
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
    });
    expect(errors).toEqual([]);
    expect(outputFiles[0]?.text).not.toMatch(/from ["']node:/);
  });

  test('the tarball holds what it should, and nothing else', () => {
    const files = run('tar', '-tzf', tarball).split('\n');
    const kinds = files.map((file) => file.replace(/^package\//, '').replace(/(?<=dist\/)(schemas|vectors|apps-script)\/[\w.-]+$/, '$1/*'));
    const named = kinds.map((file) => file.replace(/(?<=dist\/[\w.-]+?)-[\w-]{8}(?=\.)/, '-*'));
    const kept = new Set(named.filter((file) => !/^dist\/[\w.-]+(-\*)?\.(d\.)?c?[jt]s(\.map)?$/.test(file)));
    expect([...kept].sort()).toMatchSnapshot();
  });

  /** The files of a folder, by their paths in it. */
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
      .sort();

  test('no packed file names the folder in which it was built', () => {
    const installed = join(consumer, 'node_modules', manifest.name);
    const files = filesIn(installed);
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => readFileSync(join(installed, file), 'utf8').includes(`${resolve('.')}/`))).toEqual([]);
  });

  // Without the declarations, whose build takes most of the time. The test above looks for the folder in them too.
  test('built in another folder, every file is the same byte for byte', () => {
    const elsewhere = join(consumer, 'elsewhere', 'deeper');
    const left = new Set(['node_modules', 'dist', '.git', 'coverage']);
    cpSync('.', elsewhere, { recursive: true, filter: (path) => !left.has(basename(path)) });
    symlinkSync(resolve('node_modules'), join(elsewhere, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(tool('tsup'), ['--no-dts', '--silent'], { cwd: elsewhere, encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
    const files = filesIn(join(elsewhere, 'dist'));
    expect(files).toEqual(filesIn(resolve('dist')).filter((file) => !/\.d\.c?ts$/.test(file)));
    const differ = (file: string) => !readFileSync(join('dist', file)).equals(readFileSync(join(elsewhere, 'dist', file)));
    expect(files.filter(differ)).toEqual([]);
  });
});

// The workflow that publishes: the package names the repository that it is built in, without which the registry refuses its statement of provenance, and is built whole.
describe('publishing', () => {
  const workflow = readFileSync('.github/workflows/publish.yml', 'utf8');
  const runs = [...workflow.matchAll(/^ +- run: (.*)$/gm)].map(([, run = '']) => run);
  const folder = mkdtempSync(join(tmpdir(), 'publish-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('what is published was checked, then told where it comes from, and nothing is done in between', () => {
    expect(runs.map((run) => run.split(' ').slice(0, 3).join(' ')).slice(-3)).toEqual([
      '.ci/run',
      'npm pkg set',
      'npm publish --provenance',
    ]);
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

  test('each release has the files that people use without the package, and the guide and the README name them', () => {
    const release = readFileSync('.github/workflows/release-files.yml', 'utf8');
    const [, files = ''] = /gh release upload "\$TAG" --clobber (.*)$/m.exec(release) ?? [];
    const [page, ...built] = files.split(' ');
    expect(page).toBe('policy-checker.html'); // made by \`npm run page\`, which the gates do not run
    expect(release).toContain(`mv examples/browser/dist/page.html ${page ?? ''}`);
    expect(built.map((file) => basename(file))).toEqual([
      'cohort.xlsx',
      ...['gs', 'txt', 'osts'].map((end) => `professional-status.${end}`),
    ]);
    expect(built.filter((file) => !existsSync(file))).toEqual([]);
    for (const text of ['docs/spreadsheets.md', 'README.md'].map((name) => readFileSync(name, 'utf8')))
      expect(files.split(' ').filter((file) => !text.includes(basename(file)))).toEqual([]);
  });

  test('the policy checker is published as a page only by hand, and then nothing is put with a release', () => {
    const release = readFileSync('.github/workflows/release-files.yml', 'utf8');
    const [, attach = '', page = ''] = /^ {2}attach:$([^]*)^ {2}page:$([^]*)/m.exec(release) ?? [];
    expect(attach).toContain("if: github.event.workflow_run.conclusion == 'success'"); // which a start by hand has not
    expect(page).toContain("if: github.event_name == 'workflow_dispatch'");
    expect(page).toContain('mv examples/browser/dist/page.html site/index.html');
    expect(page).toMatch(/permissions:\n +contents: read\n/);
  });

  test.each(readdirSync('.github/workflows'))('%s names each action by its commit', (name) => {
    const uses = [...readFileSync(`.github/workflows/${name}`, 'utf8').matchAll(/uses: (.*)/g)].map(([, action = '']) => action);
    expect(uses.filter((action) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d/.test(action))).toEqual([]);
    expect(uses.length).toBeGreaterThan(0);
  });

  test('npm builds it whole before it packs it, whatever another script has left, and that build is the one that the gates look at', () => {
    expect(manifest.scripts['prepack']).toBe('tsup');
    expect(readFileSync('test/tools/check.mjs', 'utf8')).toContain("['npm run prepack', ");
  });
});
