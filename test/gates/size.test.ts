// What each use of the package costs a consumer: our own code, minified and compressed, against test/gates/size-budget.json.
import { expect, test } from 'vitest';
import { sizesPage } from '../../docs/tools/sizes.mjs';
import { bundle, gzipBytes } from '../tools/bundle.mjs';
import budget from './size-budget.json' with { type: 'json' };

/** A use takes the names in `only`, or every name of the entry but those in `allBut`. With `beyond`, what counts is the cost on top of that other use. */
interface Use {
  readonly name: string;
  readonly from: string;
  readonly only?: readonly string[];
  readonly allBut?: readonly string[];
  readonly beyond?: string;
  readonly budgetBytes: number;
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

test('every use keeps within its budget', async () => {
  const rows = await Promise.all(uses.map(async (use) => ({ use: use.name, bytes: await bytesOf(use), budget: use.budgetBytes })));
  console.table(rows);
  expect(rows.filter(({ bytes, budget }) => bytes > budget)).toEqual([]);
});

test('the list of what each import costs is up to date', async () => {
  await expect(sizesPage({ write: false })).resolves.toBeUndefined();
});
