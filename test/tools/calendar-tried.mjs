// Tries `npm run calendar:update` on copies of the repository, each with a feed that is made up: one with a year more, one with a day proclaimed in a year that is held.
// A gate runs what is quick. `npm run test:full -- calendar` runs all that a maintainer would, with no other edit; that takes some minutes each.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './calendar-update.mjs';
import { root } from './entries.mjs';

const here = fileURLToPath(root);

/** A copy of every file of the repository, new ones too, with the same packages installed. */
function copied() {
  const copy = mkdtempSync(join(tmpdir(), 'calendar-'));
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: here, encoding: 'utf8' });
  for (const file of listed.trim().split('\n')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(here, file), join(copy, file));
  }
  symlinkSync(realpathSync(join(here, 'node_modules')), join(copy, 'node_modules'));
  return copy;
}

/** The feeds by their names, in GOV.UK's form: the last three years that are held, with what is made up. */
export async function madeUp() {
  const { bankHolidays, nations } = await load('test/calendar/oracle.ts');
  const { englandAndWales } = await load('src/calendar/index.ts');
  const last = Number(englandAndWales.span.to.slice(0, 4));
  const years = [last - 2, last - 1, last];
  const proclaimed = [14, 15, 16].map((day) => `${last - 1}-06-${day}`).find((date) => new Date(date).getUTCDay() % 6 > 0) ?? '';
  const feed = (/** @type {readonly number[]} */ of, /** @type {readonly object[]} */ ...more) =>
    Object.fromEntries(
      nations.map((/** @type {string} */ division) => {
        const days = of.flatMap((year) => [...bankHolidays(division, year)].map(([date, title]) => ({ date, title })));
        return [division, { division, events: [...days, ...more].map((each) => ({ ...each, notes: '', bunting: true })) }];
      }),
    );
  return {
    [`the year ${last + 1}`]: { json: feed([...years, last + 1]), says: `${last + 1}-12-25: added, Christmas Day` },
    [`a day proclaimed in ${last - 1}`]: {
      json: feed(years, { date: proclaimed, title: 'Bank holiday that is made up' }),
      says: `${proclaimed}: added, Bank holiday that is made up`,
    },
  };
}

/** Runs a command in a folder; fails with what it printed. @param {string} cwd @param {readonly string[]} command @returns {Promise<string>} */
const run = (cwd, [command = '', ...args]) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, VITEST: undefined } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += String(data)));
    child.on('close', (code) => (code === 0 ? done(printed) : fail(new Error(`${[command, ...args].join(' ')}\n${printed.slice(-4000)}`))));
  });

/** Updates a copy by a feed, then runs commands in it. Gives what each printed. @param {unknown} json @param {readonly (readonly string[])[]} commands */
export async function tried(json, commands) {
  const copy = copied();
  const feed = `${copy}.json`;
  try {
    writeFileSync(feed, JSON.stringify(json));
    const printed = [];
    for (const command of [[process.execPath, 'test/tools/calendar-update.mjs', feed], ...commands]) printed.push(await run(copy, command));
    return printed;
  } finally {
    rmSync(copy, { recursive: true, force: true });
    rmSync(feed, { force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, { json }] of Object.entries(await madeUp())) {
    const start = performance.now();
    await tried(json, [
      ['npm', 'run', 'update'],
      ['npm', 'test'],
      ['npm', 'run', 'check'],
    ]);
    console.log(`✓ ${name}: npm run update && npm test && npm run check (${Math.round((performance.now() - start) / 1000)} s)`);
  }
}
