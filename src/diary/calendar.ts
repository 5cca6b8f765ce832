// The diary as a whole, as RFC 5545 has it: its head, with London's clock in it, its entries with their revisions, and the way back from text to entries.
import { invalid } from '../data/issues.js';

/** What an entry says, and its revision: the number of it, and the day of it. */
export interface Entry {
  readonly says: readonly string[];
  readonly sequence: number;
  readonly stamp: string;
}

/** London's clock by its rule since 1996, as every instant here is read. */
const head = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//professional-status//diary//EN',
  'CALSCALE:GREGORIAN',
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const lastLine = 'END:VCALENDAR';

/** The owner of a diary: the host's id of the case, and the domain name of the host where it gave one. */
export interface Owner {
  readonly id: string;
  readonly host?: string | undefined;
}

/** The largest integer of RFC 5545 (3.3.8): an entry can be revised up to it, and no further. */
export const LAST_SEQUENCE = 2_147_483_647;

/** Makes the name of an entry: it stays while what is owed, and to which case of which host it belongs, stays. A host has a dot in it, and the other name has none. */
export function uidOf(what: string, { id, host = 'professional-status' }: Owner): string {
  return `${what}.${id}@${host}`;
}

/** Writes a diary of entries by UID, in their order. */
export function diaryText(entries: Iterable<readonly [uid: string, entry: Entry]>): string {
  const lines = [...entries].flatMap(([uid, { says, sequence, stamp }]) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${sequence}`,
    ...says,
    'END:VEVENT',
  ]);
  return [...head, ...lines, lastLine].map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Reads the entries of a diary that was made here for a case, by UID. */
export function entriesOf(previous: string, owner: Owner): ReadonlyMap<string, Entry> {
  const lines = unfoldLines(previous);
  const entries = new Map<string, Entry>();
  if (!head.every((line, index) => lines[index] === line) || lines.at(-1) !== lastLine) throw notOurs(previous);
  for (let at = head.length; at < lines.length - 1;) {
    const end = lines.indexOf('END:VEVENT', at);
    const [begin, uid = '', stamp = '', sequence = '', ...says] = lines.slice(at, Math.max(end, at));
    const [, what] = /^UID:([a-z-]+)\./.exec(uid) ?? [];
    const [, number] = /^SEQUENCE:(\d{1,10})$/.exec(sequence) ?? [];
    if (begin !== 'BEGIN:VEVENT' || !/^DTSTAMP:\d{8}T000000Z$/.test(stamp) || !(Number(number) <= LAST_SEQUENCE)) throw notOurs(previous);
    if (what === undefined || uid !== `UID:${uidOf(what, owner)}`) throw notOurs(previous);
    entries.set(uidOf(what, owner), { says, sequence: Number(number), stamp: stamp.slice('DTSTAMP:'.length) });
    at = end + 1;
  }
  return entries;
}

const notOurs = (previous: string): Error =>
  invalid(['options', 'previous'], 'must be a diary that icalendar gave for this id and host', previous);

/** Writes a value of type TEXT (3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

const MOST_OCTETS = 75;

/** Breaks a content line before it grows too long, never within a character (3.1). */
function foldLine(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = encodeURIComponent(character).replace(/%../g, '%').length; // in UTF-8: each octet that is escaped is written as `%XX`
    if (octets + size > MOST_OCTETS) [text, octets] = [`${text}\r\n `, 1]; // the space counts
    text += character;
    octets += size;
  }
  return text;
}

/** Returns the content lines of a stream, put together again; also of one that a store gave a byte order mark, other line ends, or other folds (a tab folds too). */
function unfoldLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/(?:\r\n?|\n)[ \t]/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line !== '');
}
