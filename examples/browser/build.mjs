// `npm run update -- page`: makes examples/browser/dist/page.html, the policy checker, in one file: its script, its style, the library and the cohorts.
// The cohorts are those of examples/browser/cohorts.json, where SET has put one; else the samples.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkCohorts, rules } from 'professional-status';
import { firstSentences } from '../../test/tools/docstrings.mjs';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const published = existsSync(here('cohorts.json')) ? readFileSync(here('cohorts.json'), 'utf8') : undefined;
if (published !== undefined)
  for (const { cohort, code, date = '' } of checkCohorts(JSON.parse(published).cohorts.map((/** @type {any} */ each) => each.cohort)))
    console.log(`cohorts.json, to be checked: ${cohort}: ${code} ${date}`);
const sentences = firstSentences();
const ruleSentences = Object.fromEntries(Object.keys(rules).map((id) => [id, sentences.get(id)]));
const given = { ruleSentences, publishedCohorts: published };
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
  banner: { js: `Object.assign(globalThis,${JSON.stringify(given)});` },
  logLevel: 'error',
});
const script = (outputFiles[0]?.text ?? '').trim().replaceAll('</script', '<\\/script');
const style = readdirSync(here('style'))
  .sort()
  .map((name) => readFileSync(here(`style/${name}`), 'utf8').trim())
  .join('\n');
const filled = readFileSync(here('index.html'), 'utf8')
  .replace('/* style */', () => style)
  .replace('/* script */', () => script);
const [, between = ''] = /<script>([\s\S]*)<\/script>/.exec(filled) ?? [];
const html = filled.replace('{script-hash}', `sha256-${createHash('sha256').update(between).digest('base64')}`);
mkdirSync(here('dist'), { recursive: true });
writeFileSync(here('dist/page.html'), html);
console.log(`examples/browser/dist/page.html: ${Math.round(html.length / 1024)} kB. Open it in a browser; it needs no server.`);
