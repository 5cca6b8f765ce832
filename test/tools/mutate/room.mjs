// `npm run test:full -- mutate code-page`: Stryker over a room of src, several, a file, or all. What survives has to stand in survivors.json under its reason, and what stands there has to survive.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { root } from '../entries.mjs';
import { isIn, scoresOf, tableOf, tried } from './report.mjs';

/** @typedef {import('./report.mjs').Survivor} Survivor */

/** The rooms in which the policy stands, and those that it stands on. */
const all = ['support-policy', 'award-appeals', 'code-page', 'calendar', 'policy', 'decision', 'machine'];

const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const [write, again] = ['--write', '--again'].map((option) => process.argv.includes(option));
const parts = named.length === 0 ? ['code-page'] : named.includes('all') ? all : named;
const strange = parts.filter((part) => !existsSync(new URL(`src/${part}`, root)));
if (strange.length > 0) throw new Error(`no room or file of src: ${strange.join(', ')}`);

const files = tried(parts, again === true);
const scores = scoresOf(Object.fromEntries(Object.entries(files).filter(([file]) => isIn(file, parts))));

const listFile = new URL('survivors.json', import.meta.url);
/** @type {readonly { readonly because: string, readonly changes: readonly Survivor[] }[]} */
const listed = JSON.parse(readFileSync(listFile, 'utf8'));
const keyOf = (/** @type {Survivor} */ { file, line, change }) => JSON.stringify([file, line, change]);
const alive = scores.flatMap((score) => score.alive);
const survives = new Set(alive.map(keyOf));
const explained = new Set(listed.filter(({ because }) => because !== '').flatMap(({ changes }) => changes.map(keyOf)));
const unexplained = alive.filter((each) => !explained.has(keyOf(each)));
const isStale = (/** @type {Survivor} */ each) => isIn(each.file, parts) && !survives.has(keyOf(each));
const stale = listed.flatMap(({ changes }) => changes.filter(isStale));

if (write) {
  const known = listed.map(({ because, changes }) => ({ because, changes: changes.filter((each) => !isStale(each) && because !== '') }));
  const fresh = unexplained.length > 0 ? [{ because: '', changes: unexplained }] : [];
  writeFileSync(listFile, `${JSON.stringify([...known.filter(({ changes }) => changes.length > 0), ...fresh], undefined, 2)}\n`);
  const page = new URL('docs/proof.md', root);
  const order = [...scoresOf(files)].sort((one, two) => all.indexOf(one.room) - all.indexOf(two.room));
  const text = readFileSync(page, 'utf8').replace(/(<!-- rooms -->)[\s\S]*?(<!-- \/rooms -->)/, `$1\n\n${tableOf(order)}\n\n$2`);
  writeFileSync(page, await format(text, { ...(await resolveConfig(fileURLToPath(page))), parser: 'markdown' }));
}
for (const { file, line, change } of unexplained) console.error(`${file}: survives without a reason: ${change}\n    ${line}`);
for (const { file, line, change } of stale) console.error(`${file}: listed, and does not survive: ${change}\n    ${line}`);
console.log(tableOf(scores));
console.log(`${alive.length} survive, ${alive.length - unexplained.length} of them with a reason.`);
if (unexplained.length + stale.length > 0) process.exitCode = 1;
