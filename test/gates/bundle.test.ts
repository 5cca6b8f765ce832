// What an import costs: no work and little time when it is loaded, its bytes within their budget, and no rule or wording that was not asked for.
import { readdirSync, readFileSync } from 'node:fs';
import { type Plugin } from 'esbuild';
import * as api from 'professional-status';
import { englandAndWales } from 'professional-status/calendar';
import { describe, expect, test } from 'vitest';
import { sizesPage } from '../../docs/tools/sizes.mjs';
import { bundle, gzipBytes, sourcesOf } from '../tools/bundle.mjs';
import { coldImports } from '../tools/cold-import.mjs';
import { entries, manifest } from '../tools/entries.mjs';
import exceptions from '../calendar/exceptions.json' with { type: 'json' };
import budget from './size-budget.json' with { type: 'json' };

// Importing the package does no work: here every dependency is an empty module, so a call to one at import would throw. And it is soon done.
describe('importing', () => {
  const emptyDependencies: Plugin = {
    name: 'empty-dependencies',
    setup(build) {
      const names = Object.keys(manifest.dependencies).join('|');
      build.onResolve({ filter: new RegExp(`^(${names})(/|$)`) }, ({ path }) => ({ path, namespace: 'empty' }));
      build.onLoad({ filter: /./, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
    },
  };

  test.each(entries)('importing $specifier calls no dependency', async ({ specifier }) => {
    const text = await bundle(`export * from '${specifier}'`, { plugins: [emptyDependencies] });
    const names = Object.keys((await import(`data:text/javascript,${encodeURIComponent(text)}`)) as object);
    expect(names).toEqual(Object.keys((await import(specifier)) as object));
  });

  test('a cold import of the main entry takes at most 20 ms more than zod alone', () => {
    const { zod, 'professional-status': ours } = coldImports(['zod', 'professional-status']);
    const allowed = Math.max(20, zod / 2); // on a slower machine, in proportion: zod takes 40 ms where the 20 were agreed
    console.log(`cold import: zod ${zod.toFixed(1)} ms, professional-status ${(ours - zod).toFixed(1)} ms more, of ${allowed.toFixed(1)}`);
    expect(ours - zod).toBeLessThanOrEqual(allowed);
  });
});

// What each use of the package costs a consumer: our own code, minified and compressed, against test/gates/size-budget.json.
describe('sizes', () => {
  /** A use takes the names in `only`, or every name of the entry but those in `allBut`. With `beyond`, what counts is the cost on top of that other use. */
  interface Use {
    readonly name: string;
    readonly from: string;
    readonly only?: readonly string[];
    readonly allBut?: readonly string[];
    readonly beyond?: string;
    readonly budgetBytes: number;
    /** What one rule more may add, in bytes. */
    readonly perRule?: number;
  }
  const uses: readonly Use[] = budget.uses;

  async function namesOf({ from, only, allBut = [] }: Use): Promise<readonly string[]> {
    const all = Object.keys((await import(from)) as object);
    expect(all).toEqual(expect.arrayContaining([...(only ?? allBut)]));
    return only ?? all.filter((name) => !allBut.includes(name));
  }

  async function bytesOf(use: Use): Promise<number> {
    const base = uses.find(({ name }) => name === use.beyond);
    const names = new Map<string, Set<string>>();
    for (const each of [use, ...(base ? [base] : [])])
      names.set(each.from, new Set([...(names.get(each.from) ?? []), ...(await namesOf(each))]));
    const code = [...names].map(([from, of]) => `export { ${[...of].join()} } from '${from}';`).join('');
    const bytes = gzipBytes(await bundle(code));
    return base ? bytes - (await bytesOf(base)) : bytes;
  }

  /** What the calendar has more than when the budgets were set: 30 bytes for each year, 60 for each day that no rule expects. */
  const years = Number(englandAndWales.span.to.slice(0, 4)) - budget.calendar.lastYear;
  const ofCalendar = 30 * years + 60 * (exceptions.length - budget.calendar.exceptions);
  /** How many rules there are more than when the budgets were set. */
  const moreRules = Object.keys(api.rules).length - budget.rules;

  test('every use keeps within its budget, and what a calendar and a list of rules that grew since may add', async () => {
    const rows = await Promise.all(
      uses.map(async (use) => ({
        use: use.name,
        bytes: await bytesOf(use),
        budget: use.budgetBytes + ofCalendar + moreRules * (use.perRule ?? 0),
      })),
    );
    console.table(rows);
    const over = rows.filter(({ bytes, budget }) => bytes > budget);
    expect(
      over.map((row) => `${row.use}: ${row.bytes} bytes of ${row.budget}: raise it in test/gates/size-budget.json, on purpose`),
    ).toEqual([]);
  });

  test('the list of what each import costs is up to date', async () => {
    await expect(sizesPage(false)).resolves.toBeUndefined();
  });
});

// Who imports one rule ships no other, and no wording: its bundle has statements of the rule's room and of what every rule rests on.
describe('tree-shaking', () => {
  const rules = Object.entries(api).flatMap(([name, value]) => (typeof value === 'function' && 'id' in value ? [name] : []));

  test.each(rules)('the bundle of %s names no other rule', async (name) => {
    const text = await bundle(`export { ${name} } from 'professional-status'`);
    expect(text).toContain(`"${name}"`);
    expect(rules.filter((other) => other !== name && text.includes(`"${other}"`))).toEqual([]);
  });

  const worded = ['explain', 'clauses', 'documents', 'editions', 'readings', 'settledByTheWords', 'labels'];
  const wordless = Object.keys(api).filter((name) => !worded.includes(name));

  test('all but explain and the registers bring no wording', async () => {
    const files = await sourcesOf(`export { ${wordless.join()} } from 'professional-status'`);
    const wording = /^src\/(words\/.*|policy\/(.*readings.*|documents|.*clauses|editions))\.ts$/;
    expect(files).toContain('src/questions/what-would-change.ts');
    expect(files.filter((file) => wording.test(file))).toEqual([]);
  });

  /** The sentences of every family: the texts that follow the start of its labels and words. */
  const sentences = ['support-policy', 'award-appeals', 'code-page'].flatMap((room) =>
    readdirSync(`src/${room}`)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(`src/${room}/${name}`, 'utf8');
        const words = /export const \w+(Labels|Words)\b/.exec(source);
        return words === null
          ? []
          : [...source.slice(words.index).matchAll(/'([^'\n]{30,})'/g)].flatMap(([, text = '']) => (text.includes(' ') ? [text] : []));
      }),
  );

  test.each(rules)('the bundle of %s keeps to one document, and none of its words', async (name) => {
    const files = await sourcesOf(`export { ${name} } from 'professional-status'`);
    const own = files.filter((file) => !/^src\/(data|calendar|policy|decision)\//.test(file));
    expect(new Set(own.map((file) => file.split('/')[1])).size, own.join()).toBe(1);
    const text = await bundle(`export { ${name} } from 'professional-status'`);
    expect(sentences.length).toBeGreaterThan(150);
    expect(sentences.filter((sentence) => text.includes(sentence))).toEqual([]);
  });
});
