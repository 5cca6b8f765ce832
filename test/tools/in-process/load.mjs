// Test files in one bundle with the sources that they try: loaded as often as wanted, each time from afresh, in this process.
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../entries.mjs';
import { collector } from './collect.mjs';

const folder = fileURLToPath(root);
const require = createRequire(import.meta.url);

/**
 * @param {readonly string[]} files test files, by their paths in the repository
 * @param {(path: string, text: string) => string} [rewrite] what each source is made into before it is bundled
 */
export function bundleTests(files, rewrite) {
  return bundleCode(
    files.map((file) => `__enter(${JSON.stringify(file)}, () => require(${JSON.stringify(`./${file}`)}));`).join('\n'),
    rewrite,
  );
}

/**
 * @param {string} contents a script that requires by paths from the repository
 * @param {(path: string, text: string) => string} [rewrite]
 */
export async function bundleCode(contents, rewrite = (_, text) => text) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'js' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'rewritten-sources',
        setup({ onLoad }) {
          onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
            const text = readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
            return { contents: rewrite(relative(folder, path), text), loader: path.endsWith('.ts') ? 'ts' : 'js' };
          });
        },
      },
    ],
  });
  return outputFiles.map(({ text }) => text).join('');
}

/**
 * Collects the tests of a bundle, from afresh.
 *
 * @param {string} code
 * @param {Readonly<Record<string, unknown>>} [values] what the code finds by these names
 */
export function collectTests(code, values = {}) {
  const { tests, enter, modules } = collector();
  const given = { ...values, __enter: enter, exports: {}, module: { exports: {} } };
  const find = (/** @type {string} */ name) => (name in modules ? modules[/** @type {keyof typeof modules} */ (name)] : require(name));

  new Function('require', ...Object.keys(given), code)(find, ...Object.values(given));
  return tests;
}

/** What a test throws, or nothing. @param {{ readonly run: () => unknown }} test */
export function failureOf({ run }) {
  try {
    if (run() instanceof Promise) throw new Error('a test that is run in this way cannot be waited for');
    return undefined;
  } catch (error) {
    return error ?? new Error('nothing was thrown');
  }
}
