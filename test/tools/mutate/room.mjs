// `npm run mutate -- review`: Stryker over a room of src, several, a file, or all. What survives has to stand in survivors.json under its reason, and what stands there has to survive.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { root } from '../entries.mjs';
import { compiler } from './compiler.mjs';

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position
 * @typedef {{ status: string, readonly location: { readonly start: Position, readonly end: Position }, readonly replacement: string, readonly mutatorName: string }} Mutant
 * @typedef {{ readonly file: string, readonly line: string, readonly change: string }} Survivor by the text of its line, which may move
 * @typedef {{ found: number, refused: number, alive: Survivor[] }} Score
 */

/** The rooms in which the policy stands, and those that it stands on. */
const policyRooms = ['programme', 'adjustments', 'support', 'review', 'appeals', 'membership'];
const all = [...policyRooms, 'calendar', 'policy', 'decision', 'machine', 'lifecycle'];

const write = process.argv.includes('--write');
const again = process.argv.includes('--again');
const named = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const parts = named.length === 0 ? ['programme'] : named.includes('all') ? all : named;
const strange = parts.filter((part) => !existsSync(new URL(`src/${part}`, root)));
if (strange.length > 0) throw new Error(`no room or file of src: ${strange.join(', ')}`);

const reportFile = new URL('coverage/stryker/report.json', root);
/** @returns {{ readonly files: Record<string, { readonly source: string, readonly mutants: Mutant[] }> }} */
const reported = () => JSON.parse(readFileSync(reportFile, 'utf8'));
const keyOfMutant = (/** @type {Mutant} */ { location, mutatorName, replacement }) => JSON.stringify([location, mutatorName, replacement]);

const refuses = compiler();

/** Stryker's report, with what the compiler refuses of what survived. @param {readonly string[]} places */
function run(places) {
  const env = { ...process.env, PLACES: places.join() };
  const { status } = spawnSync('npx', ['stryker', 'run'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error(`Stryker ended with ${status}`);
  const report = reported();
  for (const [file, { mutants }] of Object.entries(report.files))
    for (const mutant of mutants) if (mutant.status === 'Survived' && refuses(file, mutant)) mutant.status = 'CompileError';
  return report;
}

/** What survived the last time is tried again, with the tests as they are now; what was found then stays found. A file that was changed is tried whole. */
function runAgain() {
  const last = reported();
  const own = Object.entries(last.files).filter(([file]) => parts.some((part) => file.startsWith(`src/${part}`)));
  const isSame = (/** @type {string} */ file) => readFileSync(new URL(file, root), 'utf8') === last.files[file]?.source;
  const places = own.flatMap(([file, { mutants }]) => {
    if (!isSame(file)) return [file];
    const alive = mutants.filter(({ status }) => status === 'Survived');
    return alive.map(({ location: { start, end } }) => `${file}:${start.line}-${end.line}`);
  });
  const now = places.length === 0 ? { files: {} } : run([...new Set(places)]);
  const merged = own.map(([file, old]) => {
    const fresh = now.files[file];
    if (fresh === undefined || !isSame(file)) return [file, fresh ?? old];
    const after = new Map(fresh.mutants.map((each) => [keyOfMutant(each), each]));
    return [file, { ...old, mutants: old.mutants.map((each) => after.get(keyOfMutant(each)) ?? each) }];
  });
  return { files: /** @type {typeof last.files} */ (Object.fromEntries(merged)) };
}

const before = existsSync(reportFile) ? reported().files : {};
const now = again ? runAgain() : run(parts.map((part) => (part.endsWith('.ts') ? `src/${part}` : `src/${part}/**/*.ts`)));
const files = Object.entries({ ...before, ...now.files }).filter(([file]) => existsSync(new URL(file, root)));
writeFileSync(reportFile, JSON.stringify({ files: Object.fromEntries(files) }));
const tried = files.filter(([file]) => parts.some((part) => file.startsWith(`src/${part}`)));

/** @type {Map<string, Score>} */
const scores = new Map();
for (const [file, { source, mutants }] of tried) {
  const lines = source.split('\n');
  const room = file.split('/')[1] ?? '';
  const score = scores.get(room) ?? { found: 0, refused: 0, alive: [] };
  scores.set(room, score);
  for (const { status: how, location, replacement, mutatorName } of mutants) {
    if (how === 'Killed' || how === 'Timeout') score.found += 1;
    else if (how === 'CompileError') score.refused += 1;
    else if (how !== 'Survived') throw new Error(`${file}:${location.start.line}: ${how}`);
    else {
      const line = (lines[location.start.line - 1] ?? '').trim();
      score.alive.push({ file, line, change: `${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ')}` });
    }
  }
}

const listFile = new URL('survivors.json', import.meta.url);
/** @type {readonly { readonly because: string, readonly changes: readonly Survivor[] }[]} */
const listed = JSON.parse(readFileSync(listFile, 'utf8'));
const keyOf = (/** @type {Survivor} */ { file, line, change }) => JSON.stringify([file, line, change]);
const alive = new Map([...scores.values()].flatMap((score) => score.alive).map((each) => [keyOf(each), each]));
const explained = new Set(listed.filter(({ because }) => because !== '').flatMap(({ changes }) => changes.map(keyOf)));
const unexplained = [...alive.values()].filter((each) => !explained.has(keyOf(each)));
const isStale = (/** @type {Survivor} */ each) => parts.some((part) => each.file.startsWith(`src/${part}`)) && !alive.has(keyOf(each));
const stale = listed.flatMap(({ changes }) => changes.filter(isStale));

/** A Markdown table. All that compile: found by a test, or alive. */
const table = [
  '| Room | Found by a test | Of those that compile | | Refused by the compiler |',
  '| --- | --- | --- | --- | --- |',
  ...[...scores].map(
    ([
      room,
      {
        found,
        refused,
        alive: { length },
      },
    ]) => {
      const share = Math.floor((1000 * found) / (found + length)) / 10;
      return `| \`${room}\` | ${found} | ${found + length} | ${share}% | ${refused} |`;
    },
  ),
].join('\n');

if (write) {
  const kept = listed.map(({ because, changes }) => ({ because, changes: changes.filter((each) => !isStale(each) && because !== '') }));
  const fresh = unexplained.length > 0 ? [{ because: '', changes: unexplained }] : [];
  writeFileSync(listFile, `${JSON.stringify([...kept.filter(({ changes }) => changes.length > 0), ...fresh], undefined, 2)}\n`);
  if (parts === all) {
    const page = new URL('docs/proof.md', root);
    const text = readFileSync(page, 'utf8').replace(/(<!-- rooms -->)[\s\S]*?(<!-- \/rooms -->)/, `$1\n\n${table}\n\n$2`);
    writeFileSync(page, await format(text, { ...(await resolveConfig(fileURLToPath(page))), parser: 'markdown' }));
  }
}
for (const { file, line, change } of unexplained) console.error(`${file}: survives without a reason: ${change}\n    ${line}`);
for (const { file, line, change } of stale) console.error(`${file}: listed, and does not survive: ${change}\n    ${line}`);
console.log(table);
console.log(`${alive.size} survive, ${alive.size - unexplained.length} of them with a reason.`);
if (unexplained.length + stale.length > 0) process.exitCode = 1;
