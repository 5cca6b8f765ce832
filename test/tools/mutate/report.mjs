// Runs Stryker, and keeps one report of every room that was tried, so that a room, or what survived in it, can be tried by itself.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { root } from '../entries.mjs';
import { compiler } from './compiler.mjs';

/**
 * @typedef {{ readonly line: number, readonly column: number }} Position
 * @typedef {{ status: string, readonly location: { readonly start: Position, readonly end: Position }, readonly replacement: string, readonly mutatorName: string, readonly statusReason?: string }} Mutant
 * @typedef {Record<string, { readonly source: string, readonly mutants: readonly Mutant[] }>} Files
 * @typedef {{ readonly file: string, readonly line: string, readonly change: string }} Survivor by the text of its line, which may move
 * @typedef {{ readonly room: string, found: number, refused: number, readonly alive: Survivor[] }} Score
 */

const kept = new URL('coverage/stryker/rooms.json', root);
const isSame = (/** @type {string} */ file, /** @type {string} */ source) =>
  existsSync(new URL(file, root)) && readFileSync(new URL(file, root), 'utf8') === source;
const keyOf = (/** @type {Mutant} */ { location, mutatorName, replacement }) => JSON.stringify([location, mutatorName, replacement]);

/** Stryker's report, with what the compiler refuses of what survived. @param {readonly string[]} places @returns {Files} */
function run(places) {
  if (places.length === 0) return {};
  const env = { ...process.env, PLACES: places.join() };
  const { status } = spawnSync('npx', ['stryker', 'run'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error(`Stryker ended with ${status}`);
  /** @type {Files} */
  const files = JSON.parse(readFileSync(new URL('coverage/stryker/report.json', root), 'utf8')).files;
  const refuses = compiler();
  for (const [file, { mutants }] of Object.entries(files))
    for (const mutant of mutants) if (mutant.status === 'Survived' && refuses(file, mutant)) mutant.status = 'CompileError';
  return files;
}

/** What survived the last time is tried again, with the tests as they are now; what was found then stays found. A file that was changed, or has not been tried, is tried whole. @param {Files} last @param {readonly string[]} parts @returns {Files} */
function runAgain(last, parts) {
  const untried = filesOf(parts).filter((file) => last[file] === undefined);
  const places = Object.entries(last).flatMap(([file, { source, mutants }]) => {
    if (!isSame(file, source)) return [file];
    const alive = mutants.filter(({ status }) => status === 'Survived');
    return alive.map(({ location: { start, end } }) => `${file}:${start.line}-${end.line}`);
  });
  const now = run([...new Set([...untried, ...places])]);
  const merged = Object.entries(last).map(([file, before]) => {
    const fresh = now[file];
    if (fresh === undefined || fresh.source !== before.source) return [file, fresh ?? before];
    const after = new Map(fresh.mutants.map((each) => [keyOf(each), each]));
    return [file, { ...before, mutants: before.mutants.map((each) => after.get(keyOf(each)) ?? each) }];
  });
  return { ...now, ...Object.fromEntries(merged) };
}

/** @param {readonly string[]} parts @returns {readonly string[]} */
function filesOf(parts) {
  const inRoom = (/** @type {string} */ room) =>
    readdirSync(new URL(`src/${room}`, root), { recursive: true, encoding: 'utf8' }).map((file) => `src/${room}/${file}`);
  return parts.flatMap((part) => (part.endsWith('.ts') ? [`src/${part}`] : inRoom(part).filter((file) => file.endsWith('.ts'))));
}

/** Tries rooms or files of src, and gives what is known of every room whose sources are still what was tried. @param {readonly string[]} parts @param {boolean} again @returns {Files} */
export function tried(parts, again) {
  /** @type {Files} */
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  const own = Object.fromEntries(Object.entries(before).filter(([file]) => isIn(file, parts)));
  const now = again ? runAgain(own, parts) : run(parts.map((part) => (part.endsWith('.ts') ? `src/${part}` : `src/${part}/**/*.ts`)));
  const files = Object.fromEntries(Object.entries({ ...before, ...now }).filter(([file]) => existsSync(new URL(file, root))));
  mkdirSync(new URL('.', kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(files));
  const changed = new Set(Object.entries(files).flatMap(([file, { source }]) => (isSame(file, source) ? [] : [roomOf(file)])));
  return Object.fromEntries(Object.entries(files).filter(([file]) => !changed.has(roomOf(file))));
}

/** @param {string} file @param {readonly string[]} parts */
export const isIn = (file, parts) => parts.some((part) => file === `src/${part}` || file.startsWith(`src/${part}/`));
const roomOf = (/** @type {string} */ file) => file.split('/')[1] ?? '';

/** A loop without an end may fill the memory sooner than its time is up: the engine then takes the whole process down, each time it is tried. @param {string} status @param {string | undefined} reason */
const isFatal = (status, reason) => status === 'RuntimeError' && reason?.startsWith('Test runner crashed') === true;

/** What became of the changes of each room. @param {Files} files @returns {readonly Score[]} */
export function scoresOf(files) {
  /** @type {Map<string, Score>} */
  const scores = new Map();
  for (const [file, { source, mutants }] of Object.entries(files)) {
    const lines = source.split('\n');
    const score = scores.get(roomOf(file)) ?? { room: roomOf(file), found: 0, refused: 0, alive: [] };
    scores.set(score.room, score);
    for (const { status, statusReason, location, replacement, mutatorName } of mutants) {
      if (status === 'Killed' || status === 'Timeout' || isFatal(status, statusReason)) score.found += 1;
      else if (status === 'CompileError') score.refused += 1;
      else if (status !== 'Survived') throw new Error(`${file}:${location.start.line}: ${status}`);
      else {
        const line = (lines[location.start.line - 1] ?? '').trim();
        score.alive.push({ file, line, change: `${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ')}` });
      }
    }
  }
  return [...scores.values()];
}

/** A Markdown table. All that compile: found by a test, or alive. @param {readonly Score[]} scores */
export function tableOf(scores) {
  const rows = scores.map(({ room, found, refused, alive }) => {
    const all = found + alive.length;
    return `| \`${room}\` | ${found} | ${all} | ${Math.floor((1000 * found) / all) / 10}% | ${refused} |`;
  });
  return [
    '| Room | Found by a test | Of those that compile | | Refused by the compiler |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
