// What the main entry needs is one chunk, since each further file costs a cold import half a millisecond. docs/decisions/035-the-core-is-one-file.md
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { build } from 'esbuild';
import { entries } from './entries.mjs';

/** The entries that stand beside the core: each needs little of it, and is small. */
const small = ['calendar', 'date-fns', 'date-holidays'];
const core = 'one-core:all';

/**
 * A plugin of esbuild. A bundler makes a chunk of the files that the same entries reach. So each entry but the small ones reaches all files of the core, by an import that is empty once it is bundled.
 *
 * @satisfies {import('esbuild').Plugin}
 */
export const oneCore = {
  name: 'one-core',
  setup(builder) {
    const large = new Set(entries.filter(({ name }) => !small.includes(name)).map(({ source }) => resolve(source)));
    builder.onLoad({ filter: /index\.ts$/ }, ({ path }) =>
      large.has(path)
        ? { contents: `${readFileSync(path, 'utf8')}\nimport '${core}';`, loader: 'ts', resolveDir: dirname(path) }
        : undefined,
    );
    builder.onResolve({ filter: new RegExp(`^${core}$`) }, () => ({ path: core, namespace: core, sideEffects: true }));
    builder.onLoad({ filter: /.*/, namespace: core }, async () => {
      const { metafile } = await build({ entryPoints: ['src/index.ts'], bundle: true, write: false, metafile: true, packages: 'external' });
      const inner = Object.keys(metafile.inputs).filter((file) => entries.every(({ source }) => source !== file));
      return { contents: inner.map((file) => `import './${file}';`).join('\n'), resolveDir: process.cwd() };
    });
    // An import of a file without side effects counts only where something of it is used: here each counts.
    builder.onResolve({ filter: /^[./]/ }, async ({ path, resolveDir, importer, kind, pluginData }) => {
      if (pluginData === core || kind === 'entry-point') return undefined;
      return { ...(await builder.resolve(path, { resolveDir, importer, kind, pluginData: core })), sideEffects: true };
    });
  },
};

/** Takes out the imports of chunks of which nothing is used, which are left of this: a bundler would warn of each. A plugin of tsup; the lines stay, so that the maps stay right. */
export const noBareImports = {
  name: 'no-bare-imports',
  /** @param {string} code */
  renderChunk: (code) => ({ code: code.replace(/^import "\.\/chunk-\w+\.c?js";$/gm, '') }),
};
