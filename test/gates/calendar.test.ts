// Protects the yearly update: a feed with a year more, or with a day proclaimed, is taken by one command, with no other edit.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { englandAndWales } from '../../src/calendar/index.js';
import { bankHolidays, nations } from '../calendar/oracle.js';

const isFull = process.env['GATES'] === 'full';

const last = Number(englandAndWales.span.to.slice(0, 4));
const years = [last - 2, last - 1, last];
const proclaimed = [14, 15, 16].map((day) => `${last - 1}-06-${day}`).find((date) => new Date(date).getUTCDay() % 6 > 0) ?? '';
/** A feed in GOV.UK's form: some years by the rules, and what is made up. */
const feed = (of: readonly number[], ...more: readonly { readonly date: string; readonly title: string }[]) =>
  Object.fromEntries(
    nations.map((division) => {
      const days = of.flatMap((year) => [...bankHolidays(division, year)].map(([date, title]) => ({ date, title })));
      return [division, { division, events: [...days, ...more].map((each) => ({ ...each, notes: '', bunting: true })) }];
    }),
  );
const feeds = [
  { name: `the year ${last + 1}`, json: feed([...years, last + 1]), says: `${last + 1}-12-25: added, Christmas Day` },
  {
    name: `a day proclaimed in ${last - 1}`,
    json: feed(years, { date: proclaimed, title: 'Bank holiday that is made up' }),
    says: `${proclaimed}: added, Bank holiday that is made up`,
  },
];

/** Copies every file of the repository, new ones too, to a folder with the same packages installed. */
function copied(): string {
  const copy = mkdtempSync(join(tmpdir(), 'calendar-'));
  for (const file of execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).trim().split('\n')) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(realpathSync('node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Runs a command in a folder, as if outside of this run, and gives what it printed; fails with that. */
const run = (cwd: string, [command = '', ...args]: readonly string[]) =>
  new Promise<string>((done, fail) => {
    const isOfThisRun = /^(VITEST|TZ$|GATES$|EVERY_ENGINE$|NODE_ENV$)/;
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfThisRun.test(name)));
    const child = spawn(command, args, { cwd, env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (printed += String(data)));
    child.on('close', (code) => {
      if (code === 0) done(printed);
      else fail(new Error(`${[command, ...args].join(' ')}\n${printed.slice(-4000)}`));
    });
  });

/** Tests of whatever counts by the calendar, looks past its end, or writes it down; in full, all that a maintainer would run. */
const quick = [
  ...['bank-holidays', 'changed-calendar', 'gov-uk-feed', 'guide', 'moved-deadlines', 'projection', 'verify', 'working-calendar'].map(
    (name) => `test/calendar/${name}.test.ts`,
  ),
  'test/decision/cases.test.ts',
  'test/decision/comparisons.test.ts',
  'test/spreadsheet/cells.test.ts',
  'test/support-policy/lifecycle/position.test.ts',
  'test/words/explain-position.test.ts',
];
const commands = isFull ? ['run update', 'test', 'run check'].map((each) => ['npm', ...each.split(' ')]) : [];

// A copy is not a repository, and is not copied again when all its checks are run. These take all of a machine, so that in full one feed comes after the other.
const tries = test.runIf(existsSync('.git'));
(isFull ? tries : tries.concurrent).each(feeds)(
  '`npm run calendar:update` takes $name, and what counts by it is right',
  { timeout: isFull ? 3_600_000 : 600_000 },
  async ({ json, says }) => {
    const copy = copied();
    try {
      writeFileSync(join(copy, 'bank-holidays.json'), JSON.stringify(json));
      const printed = await run(copy, [process.execPath, 'test/tools/calendar-update.mjs', 'bank-holidays.json']);
      expect(printed.split(says)).toHaveLength(4); // once in each nation
      rmSync(join(copy, 'bank-holidays.json'));
      expect(await run(copy, ['npx', 'vitest', 'run', '--project=unit', ...quick])).toMatch(/Tests .*\d{4} passed/);
      for (const command of commands) await run(copy, command);
    } finally {
      rmSync(copy, { recursive: true });
    }
  },
);
