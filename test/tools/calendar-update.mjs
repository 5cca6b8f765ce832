// `npm run calendar:update -- FEED.json`: puts the years of a file in GOV.UK's format in the place of those years, whole, and brings up to date what names them: the table
// src/calendar/bank-holidays.ts, the days that the tests know to be proclaimed, the end of the calendar in the cases, and the changelog. `npm run update` does the rest.
import { readFileSync } from 'node:fs';
import { load } from './bundle.mjs';
import { differences, plain } from './calendar-verify.mjs';
import { filesIn, read } from './entries.mjs';
import { formatted, fresh } from './fresh.mjs';
import { whenStarted } from './started.mjs';

/** @typedef {{ readonly date: string, readonly name: string }} Holiday */
/** @typedef {{ readonly id: string, readonly span: { readonly from: string, readonly to: string }, readonly holidays: readonly Holiday[] }} Calendar one of a nation, by its id */

const TABLE = 'src/calendar/bank-holidays.ts';
const EXCEPTIONS = 'test/calendar/exceptions.json';
const CHANGELOG = 'CHANGELOG.md';

/** @type {Readonly<Record<string, string>>} */
const inWords = { 'england-and-wales': 'England and Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' };
const nations = Object.keys(inWords);

/** The tables of the source, each with where its holidays are held: a name goes to the first whose nations have it on the same days. @type {readonly [string, string, readonly string[]][]} */
const tables = [
  ['EVERYWHERE', 'Held in all three nations.', nations],
  ['NOT_IN_SCOTLAND', 'Held in England and Wales and in Northern Ireland.', ['england-and-wales', 'northern-ireland']],
  ['IN_ENGLAND_AND_WALES', 'Held in England and Wales.', ['england-and-wales']],
  ['IN_SCOTLAND', 'Held in Scotland.', ['scotland']],
  ['IN_NORTHERN_IRELAND', 'Held in Northern Ireland.', ['northern-ireland']],
];

/** @param {string} date */
const yearOf = (date) => Number(date.slice(0, 4));
/** @param {string} path @param {string} text */
const write = async (path, text) => fresh(path, await formatted(path, text), true);

/** The lines of a holiday held more than once: its days year by year, then those of a year that has it already. @param {string} name @param {readonly string[]} dates @param {readonly number[]} years */
function linesOf(name, dates, years) {
  const byYear = new Map([...dates].reverse().map((date) => [yearOf(date), date]));
  const first = [...byYear.values()];
  const count = (/** @type {string} */ month) => first.filter((date) => date.slice(5, 7) === month).length;
  const [month = ''] = first.map((date) => date.slice(5, 7)).sort((a, b) => count(b) - count(a));
  const days = years.map((year) => byYear.get(year)?.slice(5).replace(`${month}-`, '').replace('-', '') ?? '--');
  return [`${name}: ${month} ${days.join(' ')}`, ...dates.filter((date) => !first.includes(date)).map((date) => `${name}: ${date}`)];
}

/** The source of the table, each holiday once where it is held. @param {readonly Calendar[]} calendars */
export function sourceOf(calendars) {
  const [from = 0, to = 0] = [calendars[0]?.span.from, calendars[0]?.span.to].map((date) => yearOf(date ?? ''));
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const names = [...new Set(calendars.flatMap(({ holidays }) => holidays.map(({ name }) => name)))];
  const left = new Map(
    calendars.flatMap(({ id, holidays }) =>
      names.map((name) => [`${id} ${name}`, holidays.flatMap((each) => (each.name === name ? [each.date] : []))]),
    ),
  );
  const texts = tables.map(([table, held, where]) => {
    const placed = names.flatMap((name) => {
      const keys = where.map((id) => `${id} ${name}`);
      const dates = left.get(keys[0] ?? '') ?? [];
      if (dates.length === 0 || keys.some((key) => left.get(key)?.join() !== dates.join())) return [];
      for (const key of keys) left.delete(key);
      return [{ name, dates }];
    });
    const lines = [
      ...placed.flatMap(({ name, dates }) => (dates.length > 1 ? linesOf(name, dates, years) : [])),
      ...placed.flatMap(({ name, dates }) => (dates.length > 1 ? [] : [`${name}: ${dates.join()}`])),
    ];
    return `/** ${held} */\nexport const ${table} = \`\n${lines.map((line) => `${line}\n`).join('')}\`;\n`;
  });
  return `// Written by \`npm run calendar:update -- FEED.json\`: the bank holidays of the United Kingdom, the official dates as published at https://www.gov.uk/bank-holidays.
// A line a holiday: its month, and the day of each year from the first, with another month before it where it falls in one; -- where there is none.
// Or the whole date of a holiday held once.
// Moved and substitute days are where they were observed: a Christmas Day that fell on a Saturday is the Monday after.

export const FIRST_YEAR = ${from};
export const LAST_YEAR = ${to};

${texts.join('\n')}`;
}

/** Lines that say a thing of several nations once. @param {readonly (readonly [what: string, nation: string])[]} said @returns {readonly (readonly [what: string, where: readonly string[]])[]} */
const together = (said) =>
  [...new Set(said.map(([what]) => what))].map((what) => [what, said.flatMap(([each, nation]) => (each === what ? [nation] : []))]);

/** What the feed has and no rule expects, or the other way round. @param {readonly Calendar[]} calendars @param {ReadonlySet<number>} years @param {(nation: string, year: number) => ReadonlyMap<string, string>} expected */
function exceptionsOf(calendars, years, expected) {
  const found = calendars.flatMap(({ id, holidays }) =>
    [...years].flatMap((year) => {
      const theirs = new Map(holidays.flatMap(({ date, name }) => (yearOf(date) === year ? [[date, name]] : [])));
      const ours = expected(id, year);
      return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((date) => {
        const name = theirs.get(date) ?? null;
        return name === (ours.get(date) ?? null) ? [] : [/** @type {const} */ ([JSON.stringify({ date, name }), id])];
      });
    }),
  );
  return together(found).map(([what, where]) => ({ ...JSON.parse(what), ...(where.length < nations.length && { in: where }) }));
}

/** The lines of the changelog: years added, then each day that a year held before has now or has no longer. @param {readonly string[]} changes @param {readonly number[]} added */
function changelogOf(changes, added) {
  const inHeldYears = changes.flatMap((line) => {
    const [, nation = '', date = '', what = ''] = /^(\S+) (\S+): (.*)$/.exec(line) ?? [];
    return added.includes(yearOf(date)) ? [] : [/** @type {const} */ ([`${date}, ${what}`, inWords[nation] ?? ''])];
  });
  return [
    ...added.map((year) => `- The official bank holidays of ${year}.`),
    ...together(inHeldYears).map(([what, where]) => `- A bank holiday changed: ${what} (${where.join(', ')}).`),
  ];
}

/** @param {string} text @param {readonly string[]} lines */
function withLines(text, lines) {
  const title = '### Bank holidays\n';
  const [, unreleased = ''] = /(## Unreleased\n[\s\S]*?)(?=\n## |$)/.exec(text) ?? [];
  if (unreleased === '') throw new TypeError(`${CHANGELOG} has no part "Unreleased"`);
  const added = unreleased.includes(title)
    ? unreleased.replace(title, `${title}\n${lines.join('\n')}`)
    : unreleased.replace('## Unreleased\n', `## Unreleased\n\n${title}\n${lines.join('\n')}\n`);
  return text.replace(unreleased, added);
}

/** @param {readonly string[]} given */
async function main([file]) {
  if (file === undefined) throw new TypeError('name a file: npm run calendar:update -- FEED.json');
  const feed = JSON.parse(readFileSync(file, 'utf8'));
  const { englandAndWales, scotland, northernIreland, anyPartOfUk, withGovUkFeed } = await load('src/calendar/index.ts');
  /** @type {readonly Calendar[]} */
  const before = [englandAndWales, scotland, northernIreland];
  const titles = new Map(before.flatMap(({ holidays }) => holidays.map(({ name }) => [plain(name), name])));
  const named = Object.fromEntries(
    Object.entries(feed).map(([nation, { division, events }]) => [
      nation,
      {
        division,
        events: events.map((/** @type {{ title: string }} */ each) => ({
          ...each,
          title: titles.get(plain(each.title)) ?? each.title.replaceAll("'", '’'),
        })),
      },
    ]),
  );
  withGovUkFeed(anyPartOfUk, named); // refuses what is not whole, or not of the same years in each nation
  /** @type {readonly Calendar[]} */
  const now = before.map((calendar) => withGovUkFeed(calendar, named));
  const [old, end] = [before[0]?.span.to ?? '', now[0]?.span.to ?? ''];
  if (now[0]?.span.from !== before[0]?.span.from)
    throw new TypeError(`the calendar begins with ${before[0]?.span.from}: leave earlier years out`);
  const added = Array.from({ length: yearOf(end) - yearOf(old) }, (_, i) => yearOf(old) + 1 + i);

  const changes = differences(before, named).map((line) =>
    line
      .replace('only in the file, ', 'added, ')
      .replace('only in the table, ', 'removed, ')
      .replace(/: (.*) in the table, (.*) in the file$/, ': renamed, $1 is now $2'),
  );
  for (const nation of nations) {
    const own = changes.filter((line) => line.startsWith(`${nation} `));
    console.log(`${inWords[nation]}: ${own.length === 0 ? 'no change' : ''}`.trimEnd());
    for (const line of own) console.log(`  ${line.slice(nation.length + 1)}`);
  }
  if (changes.length === 0) return;

  const { bankHolidays } = await load('test/calendar/oracle.ts');
  const years = new Set(nations.flatMap((nation) => named[nation]?.events.map((/** @type {Holiday} */ { date }) => yearOf(date)) ?? []));
  const exceptions = exceptionsOf(now, years, bankHolidays);
  await write(TABLE, sourceOf(now));
  await write(EXCEPTIONS, JSON.stringify([...JSON.parse(read(EXCEPTIONS)), ...exceptions]));
  for (const { date, name, in: where = nations } of exceptions)
    console.log(
      `No rule expects ${name === null ? `no holiday on ${date}` : `${name} on ${date}`}: ${where.map((/** @type {string} */ id) => inWords[id]).join(', ')}. Compare it with the proclamation.`,
    );
  for (const path of filesIn('test', '.cases.json'))
    fresh(path, read(path).replaceAll(`"coveredTo": "${old}"`, `"coveredTo": "${end}"`), true);
  await write(CHANGELOG, withLines(read(CHANGELOG), changelogOf(changes, added)));
  console.log(`\nWritten: ${TABLE}, ${EXCEPTIONS}, the cases and ${CHANGELOG}. Now: npm run update && npm test && npm run check`);
}

await whenStarted(import.meta.url, main);
