// Importing the package does no work: here every dependency is an empty module, so a call to one at import would throw.
import type { Plugin } from 'esbuild';
import { expect, test } from 'vitest';
import { bundle } from '../tools/bundle.mjs';
import { entries, manifest } from '../tools/entries.mjs';

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
