// `npm run update -- page`: makes examples/browser/dist/page.html, the page that decides, in one file: its script, its style, the library and the sample cohort.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { firstSentences } from '../../docs/tools/readme.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const { outputFiles } = await build({
  entryPoints: [here('page.mjs')],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  loader: { '.csv': 'text', '.json': 'text' },
  alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync', zod: 'zod/mini' },
  banner: { js: `globalThis.ruleSentences=${JSON.stringify(Object.fromEntries(firstSentences()))};` },
  logLevel: 'error',
});
const script = (outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
const style = readFileSync(here('page.css'), 'utf8').trim();
const filled = readFileSync(here('index.html'), 'utf8')
  .replace('/* style */', () => style)
  .replace('/* script */', () => script);
const [, between = ''] = /<script>([\s\S]*)<\/script>/.exec(filled) ?? [];
const html = filled.replace('{script-hash}', `sha256-${createHash('sha256').update(between).digest('base64')}`);
mkdirSync(here('dist'), { recursive: true });
writeFileSync(here('dist/page.html'), html);
console.log(`examples/browser/dist/page.html: ${Math.round(html.length / 1024)} kB. Open it in a browser; it needs no server.`);
