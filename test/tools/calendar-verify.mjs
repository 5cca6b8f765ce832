// `npm run calendar:verify -- FILE`: compares the built table of bank holidays with a file in the format of https://www.gov.uk/bank-holidays.json.
// Lists every difference and exits 1, or prints `0 differences`. A year that the file does not have is not a difference: GOV.UK drops old years.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { whenStarted } from './started.mjs';

/** @typedef {{ readonly id: string, readonly holidays: readonly { readonly date: string, readonly name: string }[] }} Table */

/** Names are compared without regard to capitals, and to which apostrophe is used. @param {string} name */
export const plain = (name) => name.toLowerCase().replace(/[‘’]/g, "'");

/** @param {string} date */
const yearOf = (date) => date.slice(0, 4);

const aDivision = z.object({ events: z.array(z.object({ title: z.string(), date: z.iso.date() })) });

/** The events of a division of a feed; throws what is wrong with it. @param {unknown} feed @param {string} division */
function eventsOf(feed, division) {
  const { data, error } = z.object({ [division]: aDivision }).safeParse(feed ?? {});
  if (error !== undefined) throw new TypeError(z.prettifyError(error));
  return data[division]?.events ?? [];
}

/**
 * Every difference between the tables and a feed, a line each.
 * @param {readonly Table[]} tables one for each division, by its id
 * @param {unknown} feed
 * @returns {readonly string[]}
 */
export function differences(tables, feed) {
  return tables.flatMap(({ id, holidays }) => {
    const events = eventsOf(feed, id);
    const years = new Set(events.map(({ date }) => yearOf(date)));
    const theirs = new Map(events.map(({ date, title }) => [date, title]));
    const ours = new Map(holidays.filter(({ date }) => years.has(yearOf(date))).map(({ date, name }) => [date, name]));
    return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((date) => {
      const [own, other] = [ours.get(date), theirs.get(date)];
      if (own === undefined) return [`${id} ${date}: only in the file, ${other ?? ''}`];
      if (other === undefined) return [`${id} ${date}: only in the table, ${own}`];
      return plain(own) === plain(other) ? [] : [`${id} ${date}: ${own} in the table, ${other} in the file`];
    });
  });
}

/** @param {readonly string[]} given */
async function main([file]) {
  if (file === undefined) throw new TypeError('name a file: npm run calendar:verify -- FILE');
  const { englandAndWales, scotland, northernIreland } = await import('professional-status/calendar');
  const found = differences([englandAndWales, scotland, northernIreland], JSON.parse(readFileSync(file, 'utf8')));
  for (const line of found) console.log(line);
  console.log(`${found.length} ${found.length === 1 ? 'difference' : 'differences'}`);
  return found.length === 0 ? 0 : 1;
}

await whenStarted(import.meta.url, main);
