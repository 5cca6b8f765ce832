// What the README and the guides show is what their code prints, their code has the types that an editor would check, and the README's table of rules is what the rules say.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { pages as everyPage } from '../../docs/tools/links.mjs';
import { readmeRules } from '../../docs/tools/readme.mjs';

const readme = readFileSync('README.md', 'utf8');

/** The pages of which every piece of code is followed by what it prints. */
const pages = ['README.md', 'docs/diagrams.md', 'docs/diary.md', 'docs/testing.md', 'docs/embedding.md', 'docs/editions.md'];
const answers = pages.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code = '', printed = '']) => ({
    page,
    code,
    printed,
  })),
);

test.each(pages)('in %s every piece of code is followed by what it prints', (page) => {
  const pieces = readFileSync(page, 'utf8').split('```ts\n').length - 1;
  expect(pieces).toBeGreaterThan(0);
  expect(answers.filter((each) => each.page === page)).toHaveLength(pieces);
});

test.each(answers)('$page: the code prints what is shown under it: $code', ({ code, printed }) => {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } });
  const folder = mkdtempSync(join('dist', 'readme-')); // inside the package, so that its own name resolves, and never committed
  try {
    writeFileSync(join(folder, 'answer.mjs'), outputText);
    expect(execFileSync(process.execPath, [join(folder, 'answer.mjs')], { encoding: 'utf8' })).toBe(printed);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every piece of code in the documentation has the types that it says', () => {
  const folder = mkdtempSync(join('dist', 'types-'));
  try {
    const guides = everyPage().filter((page) => !page.includes('decisions')); // those show the code of src, and some of it is private
    const files = guides.flatMap((page) => {
      const pieces = [...readFileSync(page, 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
      const programs = page === 'docs/lifecycle.md' ? [pieces.join('\n')] : pieces; // that guide is one program, told piece by piece
      return programs.map((code, at) => {
        const file = join(folder, `${page.replaceAll('/', '-')}-${at + 1}.mts`);
        writeFileSync(file, code);
        return file;
      });
    });
    expect(files.length).toBeGreaterThan(40);
    const program = ts.createProgram(files, {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      resolveJsonModule: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      types: ['node'],
    });
    const problems = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    expect(problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the demo prints what is shown of it', () => {
  const [, shown = ''] = /```console\n([\s\S]*?)\n```/.exec(readme) ?? [];
  expect(shown).not.toBe('');
  expect(execFileSync(process.execPath, ['examples/cohort/demo.mjs'], { encoding: 'utf8' })).toContain(shown);
});

test('the table of rules is up to date', async () => {
  await expect(readmeRules({ write: false })).resolves.toBeUndefined();
});
