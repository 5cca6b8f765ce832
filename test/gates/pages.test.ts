// Whatever is written from something else is as it follows from it; what the pages show is what their code prints; no link is dead, and no sentence of a source is copied.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readings, type RuleId, rules } from 'professional-status';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { alone, argued, unargued } from '../../docs/tools/alone.mjs';
import { bareClauses } from '../../docs/tools/clauses.mjs';
import { lifecycleIsFresh } from '../../docs/tools/pictures.mjs';
import { decidingCase, takenForAnother, undecided } from '../../docs/tools/readings.mjs';
import { fileOf, readingsUnsaid } from '../../docs/tools/rules.mjs';
import { generated, page } from '../../docs/tools/run.mjs';
import { statement, theoremsPage } from '../../docs/tools/theorems.mjs';
import { derived, sources } from '../tools/derived.mjs';
import { anchorsOf, deadLinks, pages, pages as everyPage } from '../docs/links.js';
import { runsOf } from '../tools/policy-text.mjs';
import { linesWithTurns } from '../words/banned.js';
import { storedRuns } from '../tools/policy-verify.mjs';

// The ids, choices and lists of src are as they follow from the registers and the families.
describe('what is derived into src', () => {
  test.each(Object.keys(sources))('%s is up to date', async (path) => {
    await expect(derived(path, false)).resolves.toBeUndefined();
  });
});

// Generated pages are what their tools make of the code as it stands, and every reading on which something leans has a case that turns on it.
describe('generated pages', () => {
  test.each(Object.keys(generated))('%s is up to date', async (path) => {
    await expect(page(path, false)).resolves.toBeUndefined();
  });

  test('the links of docs/llms.txt lead somewhere', () => {
    expect(deadLinks('docs/llms.txt')).toEqual([]);
  });

  test('each check on which an answer turns decides alone in two cases, or is argued; and no other is', () => {
    expect(unargued()).toEqual([]);
    expect(Object.values(argued).flat()).toContain('suitabilityFactors.insight-and-remorse-are-a-factor');
    const { pair } = alone().find(({ test: name }) => name === 'requested-by-latest-timely-date') ?? {};
    expect(pair?.map(({ facts, outcome }) => [facts['requestedOn'], outcome])).toEqual([
      ['2020-12-10', 'timely'],
      ['2020-12-11', 'late'],
    ]);
  });

  test('docs/theorems.md is up to date, and every theorem is put to the test', async () => {
    await expect(theoremsPage(false)).resolves.toBeUndefined();
  });

  test('a theorem is of the clauses that its name begins with, in whatever document', () => {
    expect(statement('4.4: the review opens')).toEqual({ clauses: ['support/4.4'], says: 'the review opens' });
    expect(statement('code-page/1, code-page/15: both bind: always')).toEqual({
      clauses: ['code-page/1', 'code-page/15'],
      says: 'both bind: always',
    });
    expect(statement('objections/who: anybody')).toMatchObject({ clauses: ['objections/who'] });
    expect(statement('read as made once, it never falls due')).toBeUndefined();
    expect(statement('fourteen days, in whatever edition: its clause is said')).toBeUndefined();
  });

  test.each([
    ['1: the Code binds every member', 'support/1'],
    ['4.4, 15: the review opens', 'support/15'],
    ['code-page/99: the Code binds every member', 'code-page/99'],
    ['code/1, 4.4: the Code binds every member', 'code/1'],
  ])('a theorem of a clause that the register lacks is refused: %s', (title, lacking) => {
    expect(() => statement(title)).toThrow(`the register has no clause ${lacking}`);
  });

  test('every clause that the register calls a rule has one, in whatever document', () => {
    expect(bareClauses().map((clause) => `${clause}: write a rule for it, or give its kind and the reason`)).toEqual([]);
  });

  test.each(Object.keys(rules) as RuleId[])('the comment over %s names every reading on which it leans', (id) => {
    expect(readingsUnsaid(id).map((reading) => `name \`${reading}\` in the comment over ${id}, ${fileOf(id)}`)).toEqual([]);
  });

  test('a reading that a comment leaves out is named', () => {
    expect(readingsUnsaid('noticeDeadline', '/** Readings: `notice-month`. */\nexport const noticeDeadline:')).toEqual(['notice-boundary']);
  });

  test('every reading on which something leans has a case that its options decide differently', () => {
    expect(undecided()).toEqual([]);
    const { 'notice-month': reading } = readings;
    expect(decidingCase(reading)?.answers.map(({ choice, outcome }) => `${choice}: ${outcome}`)).toEqual([
      'count-back: late',
      'count-forward: timely',
    ]);
  });

  test('every two choices of a reading are told apart by some case', () => {
    expect(takenForAnother()).toEqual([]);
  });

  test('two choices that no case tells apart are named', () => {
    const never = [['a', 'b']] as const;
    const alike = takenForAnother(({ id }) => (id === 'notice-month' ? { asked: '', answers: [], never } : undefined));
    expect(alike).toEqual(["the reading 'notice-month': 'a' and 'b' are told apart by no case"]);
  });

  test('a reading without such a case is named', () => {
    expect(undecided(() => undefined)).toEqual(Object.keys(readings));
  });
});

// The picture that mermaid drew is of the lifecycle as it is, and mermaid itself takes every diagram.
describe('diagrams', () => {
  test('docs/pictures/lifecycle.svg was drawn from the lifecycle as it is: `npm run update -- pictures`', () => {
    expect(lifecycleIsFresh()).toBe(true);
  });

  test('docs/pictures/lifecycle.svg keeps the blanks between the words of its labels, in readers that are not browsers', () => {
    expect(readFileSync('docs/pictures/lifecycle.svg', 'utf8')).toMatch(/<svg [^>]*xml:space="preserve"/);
  });

  const own = 'test/diagrams/mermaid/node_modules/mermaid';
  test.skipIf(!existsSync(own))(
    'mermaid’s own parser takes every diagram, where it is installed: `npm run test:full -- mermaid`',
    async () => {
      const { parsed } = (await import(new URL('../diagrams/mermaid/parse.mjs', import.meta.url).href)) as {
        readonly parsed: (page: string) => Promise<readonly string[]>;
      };
      const kinds = await parsed(readFileSync('docs/diagrams.md', 'utf8'));
      expect(kinds.length).toBeGreaterThan(5);
      expect(new Set(kinds)).toEqual(new Set(['stateDiagram']));
      expect(await parsed('```mermaid\nstateDiagram-v2\n  a --> b --> :\n```')).not.toEqual(['stateDiagram']);
    },
  );
});

// What the README and the guides show is what their code prints, and their code has the types that an editor would check.
describe('the code of the guides', () => {
  const readme = readFileSync('README.md', 'utf8');

  /** A folder inside the package, so that its own name resolves, which is neither committed nor packed. */
  const aside = 'coverage';
  mkdirSync(aside, { recursive: true });

  /** The pages of which every piece of code is followed by what it prints. */
  const pages = [
    'README.md',
    'docs/diagrams.md',
    'docs/diary.md',
    'docs/testing.md',
    'docs/embedding.md',
    'docs/editions.md',
    'docs/comparing.md',
    'docs/agents.md',
  ];
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
    const folder = mkdtempSync(join(aside, 'readme-'));
    try {
      writeFileSync(join(folder, 'answer.mjs'), outputText);
      const said = execFileSync(process.execPath, [join(folder, 'answer.mjs')], { encoding: 'utf8' });
      expect(said.replace(/ +$/gm, '')).toBe(printed); // a page has no spaces at the end of a line
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('every piece of code in the documentation has the types that it says', () => {
    const folder = mkdtempSync(join(aside, 'types-'));
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
});

// The documentation leads its readers somewhere: no link is dead, and each page says whom it is for.
describe('links', () => {
  test.each(pages())('%s has no dead link', (path) => {
    expect(deadLinks(path)).toEqual([]);
  });

  describe('a link is dead', () => {
    test.each([
      ['to a file that is not there', '[x](no-such.md)'],
      ['to a picture that is not there', '![x](pictures/no-such.svg)'],
      ['to a heading that is not there', '[x](#no-such)'],
      ['to a heading that is not in another page', '[x](clauses.md#no-such)'],
      ['out of the project', '[x](../../elsewhere.md)'],
      ['by reference', '[x]: no-such.md'],
    ])('%s', (_, text) => {
      expect(deadLinks('docs/page.md', text)).toHaveLength(1);
    });

    test.each([
      ['a heading of the page', '# Where it is\n\n[x](#where-it-is)'],
      ['an anchor of another page', '[x](clauses.md#support-3.1.1)'],
      ['the web', '[x](https://example.org/no-such)'],
      ['code', '`[x](no-such.md)`\n\n```md\n[x](no-such.md)\n```'],
    ])('but not to %s', (_, text) => {
      expect(deadLinks('docs/page.md', text)).toEqual([]);
    });
  });

  test('headings are named as GitHub names them', () => {
    expect([...anchorsOf('# Two words\n## `code`, and (more)\n## Two words\n')]).toEqual(['two-words', 'code-and-more', 'two-words-1']);
  });

  test.each(pages().filter((path) => /^docs\/[^/]+\.md$/.test(path) || path.startsWith('examples/')))('%s says whom it is for', (path) => {
    const [, opening = ''] = /^# .*\n\n([\s\S]*?)\n(?=#|```|!\[)/m.exec(readFileSync(path, 'utf8')) ?? [];
    expect(opening).toMatch(/(?:^|[.!?] )For (the|who|whoever|a|an|anyone|developers|hosts)\b/m);
  });
});

// The library restates the policies and copies none of them: the project has no twelve running words of a source.
// The sources are not part of the project. What is kept of them are fingerprints, which cannot be read back; `policy:verify -- --write` takes them.
describe('own words', () => {
  const runs = storedRuns();

  /** Every file of the project: what .gitignore names is none. */
  const ignored = new Set([
    '.git',
    ...readFileSync('.gitignore', 'utf8')
      .split('\n')
      .map((line) => line.replaceAll('/', '').trim()),
  ]);
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !ignored.has(name))
      .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []));

  /** The texts of the project, each with its path. */
  const textsOf = () =>
    filesIn('.')
      .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
      .filter(({ text }) => !text.includes('\0'));

  const copiedIn = (text: string, of: ReadonlySet<string>) => [...runsOf(text)].filter((run) => of.has(run)).length;

  test('running words are known, whatever the case, the quotes and the breaks', () => {
    const source = runsOf('One two three, four FIVE six seven eight nine ten eleven member’s');
    expect(copiedIn("zero ' one two three four five six\n * seven [eight](#) ' + 'nine ten eleven member's'", source)).toBe(1);
    expect(copiedIn('one two three four five six seven eight nine ten eleven', source)).toBe(0);
  });

  test('the project has no twelve running words of a source', () => {
    expect(runs.size).toBeGreaterThan(1000);
    const texts = textsOf();
    expect(texts.map(({ file }) => file)).toEqual(expect.arrayContaining(['README.md', '.ci/run', 'src/policy/support-clauses.ts']));
    expect(texts.flatMap(({ file, text }) => (copiedIn(text, runs) > 0 ? [`${file}: ${copiedIn(text, runs)} runs`] : []))).toEqual([]);
  });

  test('no line of the project has a turn that nobody says aloud', () => {
    const own = textsOf().filter(({ file }) => !/^(?:test\/words|LICENSE)|\.(?:csv|svg)$/.test(file)); // test/words has the turns themselves
    expect(own.flatMap(({ file, text }) => linesWithTurns(text).map((line) => `${file}:${line}`))).toEqual([]);
  });
});
