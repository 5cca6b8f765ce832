// `npm run mutate:policy`: every number, unit and comparator of the policy is changed by one step, and some test has to fail. Nothing is written.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { elsewhere, excusedFor, excuses, look } from './places.mjs';

/** @typedef {{ readonly file: string, readonly name: string } | null} Killer */

const LONGEST = 60_000;
const { mutants, unknown, problems, apart, names } = look();
const script = fileURLToPath(new URL('try-changes.mjs', import.meta.url));

/** @type {Map<number, Killer>} */
const killers = new Map();

/** Runs one share of the changes; a change with which a test does not end, or takes all memory, is one that it finds. @param {number} share @param {number} shares @param {number} after @returns {Promise<void>} */
function run(share, shares, after = -1) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, String(share), String(shares), String(after)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let current = after;
    let ended = false;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    createInterface(child.stdout).on('line', (line) => {
      const { id, killer } = JSON.parse(line);
      current = id;
      if (killer !== undefined) killers.set(id, killer);
      clearTimeout(timer);
      timer = setTimeout(() => {
        ended = true;
        killers.set(current, { file: 'none', name: `a test does not end within ${LONGEST / 1000} seconds` });
        child.kill('SIGKILL');
      }, LONGEST);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGABRT' && !killers.has(current)) {
        ended = true;
        killers.set(current, { file: 'none', name: 'a test takes more memory than there is' });
      }
      if (ended) run(share, shares, current).then(done, fail);
      else if (code === 0) done();
      else fail(new Error(`the tests could not be run: ${code}`));
    });
  });
}

const shares = Math.min(4, Math.max(1, availableParallelism()));
const started = Date.now();
await Promise.all(Array.from({ length: shares }, (_, share) => run(share, shares)));

const survivors = mutants.filter(({ id }) => killers.get(id) === null);
const unexcused = survivors.filter((mutant) => excusedFor(mutant) === undefined);
const unlisted = unknown.filter((each) => excusedFor(each) === undefined);
const needed = new Set([...survivors, ...unknown].map(excusedFor));
const stale = excuses.filter((excuse) => !needed.has(excuse));

for (const { id, file, line, change } of mutants) {
  const killer = killers.get(id);
  if (killer) console.log(`${file}:${line}  ${change}  killed by ${killer.file}: ${killer.name}`);
}
for (const mutant of survivors) {
  const excuse = excusedFor(mutant);
  if (excuse) console.log(`${mutant.file}:${mutant.line}  ${mutant.change}  changes nothing: ${excuse.because}`);
}
console.log('\nNumbers and comparators elsewhere, which are none of the policy’s:');
for (const [room, count] of apart) if (count > 0) console.log(`  ${room}: ${count}, ${elsewhere[room]}`);
console.log(`  in the names of clauses, editions and words: ${names}`);

for (const problem of problems) console.error(problem);
for (const { file, line, within } of unlisted)
  console.error(`${file}:${line}: it is not known how a number could be changed by a step in: ${within}`);
for (const { file, line, change, within } of unexcused) console.error(`${file}:${line}: no test fails with ${change} in: ${within}`);
for (const { file, change, within } of stale)
  console.error(`${file}: excused, and there is no such change that nothing fails with: ${change} in: ${within}`);

const counted = mutants.length - survivors.length + unexcused.length;
const share = Math.floor((1000 * (counted - unexcused.length)) / counted) / 10;
console.log(
  `\n${mutants.length} changes in ${Math.round((Date.now() - started) / 1000)} s; ${survivors.length - unexcused.length} change nothing, each with its reason.`,
);
console.log(`killed: ${share === 100 ? '100' : share}%`);
if (problems.length + unlisted.length + unexcused.length + stale.length > 0) process.exitCode = 1;
