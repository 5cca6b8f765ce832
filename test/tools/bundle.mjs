// What a consumer's bundler makes of an import from the built package, with our dependencies left outside.
import { Buffer } from 'node:buffer';
import { SourceMap } from 'node:module';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { manifest, root } from './entries.mjs';

const external = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).flatMap((name) => [name, `${name}/*`]);

/**
 * @param {string} code an ES module that imports from the package by its name
 * @param {import('esbuild').BuildOptions} [options] in place of minifying and leaving the dependencies outside
 */
export async function bundle(code, options = { external, minify: true }) {
  const { outputFiles } = await build({
    ...options,
    stdin: { contents: code, resolveDir: fileURLToPath(root) },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** What a source of the repository exports, read anew. @param {string} path @returns {Promise<any>} */
export async function load(path) {
  const text = await bundle(`export * from './${path}'`, {});
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/**
 * The files of src that the bundle has statements from, imports apart.
 * @param {string} code
 */
export async function sourcesOf(code) {
  const [text = '', map = ''] = (await bundle(code, { external, sourcemap: 'inline' })).split(
    '//# sourceMappingURL=data:application/json;base64,',
  );
  const origins = new SourceMap(JSON.parse(Buffer.from(map, 'base64').toString()));
  const files = text.split('\n').map((line, index) => {
    const origin = origins.findEntry(index, 0);
    return 'originalSource' in origin && origin.generatedLine === index && !line.startsWith('import ') ? origin.originalSource : [];
  });
  return [...new Set(files.flat())];
}

/** @param {string} text */
export const gzipBytes = (text) => gzipSync(text, { level: 9 }).length;
