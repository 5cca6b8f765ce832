// `npm run mutate -- review`: Stryker over one room of src, one zone, incremental. What survives has to stand in survivors.json with its reason, and what stands there has to survive.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../entries.mjs';

/** @typedef {{ readonly file: string, readonly line: string, readonly change: string, readonly because: string }} Survivor */

const [room = 'programme', write] = process.argv.slice(2);
const { status } = spawnSync('npx', ['stryker', 'run'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ROOM: room } });
if (status !== 0) throw new Error(`Stryker ended with ${status}`);

const report = JSON.parse(readFileSync(new URL(`coverage/stryker/${room}.report.json`, root), 'utf8'));
const listFile = new URL('survivors.json', import.meta.url);
/** @type {readonly Survivor[]} */
const listed = JSON.parse(readFileSync(listFile, 'utf8'));

const counts = /** @type {Record<string, number>} */ ({});
/** @type {Omit<Survivor, 'because'>[]} */
const alive = [];
for (const [file, { source, mutants }] of Object.entries(
  /** @type {Record<string, { source: string, mutants: any[] }>} */ (report.files),
)) {
  const lines = source.split('\n');
  for (const { status: how, location, replacement, mutatorName } of mutants) {
    counts[how] = (counts[how] ?? 0) + 1;
    if (how === 'Survived' || how === 'NoCoverage')
      alive.push({
        file,
        line: (lines[location.start.line - 1] ?? '').trim(),
        change: `${mutatorName}: ${String(replacement).replaceAll(/\s+/g, ' ')}`,
      });
  }
}
const same = (/** @type {Omit<Survivor, 'because'>} */ a, /** @type {Omit<Survivor, 'because'>} */ b) =>
  a.file === b.file && a.line === b.line && a.change === b.change;
const found = (counts['Killed'] ?? 0) + (counts['Timeout'] ?? 0);
const score = Math.round((1000 * found) / (found + alive.length)) / 10;
const unexplained = alive.filter((each) => !listed.some((other) => same(each, other)));
const stale = listed.filter(({ file }) => file.startsWith(`src/${room}/`)).filter((each) => !alive.some((other) => same(each, other)));

if (write === '--write') {
  const others = listed.filter((each) => !stale.includes(each));
  writeFileSync(listFile, `${JSON.stringify([...others, ...unexplained.map((each) => ({ ...each, because: '' }))], undefined, 2)}\n`);
}
for (const { file, line, change } of unexplained) console.error(`${file}: survives without a reason: ${change}\n    ${line}`);
for (const { file, line, change } of stale) console.error(`${file}: listed, and does not survive: ${change}\n    ${line}`);
console.log(
  `${room}: ${found} of ${found + alive.length} changes are found, ${score}%; ${alive.length} survive, ${alive.length - unexplained.length} of them with a reason.`,
);
if (unexplained.length + stale.length > 0) process.exitCode = 1;
