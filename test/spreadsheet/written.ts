// Rows written as the cells of an engine, and its answers read back: a date as text, as a serial number, or as the parts of a `Date` in a sheet's zone.
import { type Instant, londonDate, londonInstant, londonMsOfDay, readInstant } from '../../src/calendar/instants.js';
import type { PlainDate } from '../../src/calendar/dates.js';
import type { Coded, Content, Given, Row, Shown } from './rows.js';

/** The kinds of cell in which a date can stand. */
export const kinds = ['iso', 'uk', 'serial-1900', 'serial-1904', 'date'] as const;
export type Kind = (typeof kinds)[number];
/** A `Date` by what the sheet shows: year, month from 1, day, and milliseconds since midnight. It is made, and read, by the engine that has the sheet's zone. */
export interface Parts {
  readonly parts: readonly [year: number, month: number, day: number, ms: number];
}
export type Cell = string | number | boolean | Parts;

const DAY_MS = 86_400_000;
const isShown = (content: Content): content is Shown => typeof content === 'object' && 'moment' in content;
const isCoded = (content: Content): content is Coded => typeof content === 'object' && 'code' in content;
const two = (n: number) => String(Math.floor(n)).padStart(2, '0');

interface Wall {
  readonly day: PlainDate;
  readonly ms: number;
}
function wallOf({ moment }: Shown): Wall {
  if (moment.length === 10) return { day: moment as PlainDate, ms: 0 };
  return { day: londonDate(moment as Instant), ms: londonMsOfDay(moment as Instant) };
}

/** Whether a cell that shows London's clock can stand for this moment: not a midnight, not the second of a repeated hour, and no fraction of a second. */
function canBeShown(content: Content, kind: Kind): boolean {
  if (!isShown(content) || content.moment.length === 10 || kind === 'iso') return true;
  const { day, ms } = wallOf(content);
  const seconds = Math.floor(ms / 1000);
  const first = londonInstant(day, [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(two).join(':'));
  return ms > 0 && readInstant(first) === readInstant(content.moment);
}

/** Serial number of a day in 1900's system, counted from what is commonly known: 1 January 2000 is 36526. */
const serial1900 = (day: string): number => (Date.parse(day) - Date.parse('2000-01-01')) / DAY_MS + 36_526;

function write(content: Content, kind: Kind): Cell {
  if (isCoded(content)) return content.code;
  if (!isShown(content)) return content;
  const { day, ms } = wallOf(content);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  switch (kind) {
    case 'iso':
      return content.moment;
    case 'uk': {
      const time = ms === 0 ? '' : ` ${[ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two).join(':')}`;
      return `${date}/${two(month)}/${year}${time}`;
    }
    case 'serial-1900':
      return serial1900(day) + ms / DAY_MS;
    case 'serial-1904':
      return serial1900(day) - 1462 + ms / DAY_MS;
    case 'date':
      return { parts: [year, month, date, ms] };
  }
}

function mapGiven<T>(given: Given, map: (content: Content) => T): T | T[][] {
  return Array.isArray(given) ? (given as readonly (readonly Content[])[]).map((row) => row.map(map)) : map(given as Content);
}

/** The cells of a row in one kind; nothing where a moment of it does not fit a cell of that kind. */
export function writeRow({ cells }: Row, kind: Kind): readonly (Cell | Cell[][])[] | undefined {
  const contents = cells.flatMap((given) =>
    Array.isArray(given) ? (given as readonly (readonly Content[])[]).flat() : [given as Content],
  );
  return contents.every((content) => canBeShown(content, kind))
    ? cells.map((given) => mapGiven(given, (content) => write(content, kind)))
    : undefined;
}

/** What must come back for a row: as many cells as are stated, an answer that is left open or blank being one cell of its row. */
export function expectedOf({ gives }: Row, kind: Kind, as: 'words' | 'codes' = 'words'): readonly (readonly Cell[])[] {
  return gives.map((row) =>
    row.map((content) => {
      if (isCoded(content)) return as === 'codes' ? content.code : content.inWords;
      if (isShown(content) && as === 'words' && (kind === 'uk' || kind === 'iso')) return inText(content);
      return write(content, kind === 'uk' ? 'iso' : kind); // text comes back in ISO form
    }),
  );
}

/** A day or a moment as text in an answer in words: `2021-03-31 17:00`; the instant itself where London's clock showed that time twice and this is the second. */
function inText(content: Shown): string {
  if (content.moment.length === 10 || !canBeShown(content, 'uk')) return content.moment;
  const { day, ms } = wallOf(content);
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60].map(two);
  return `${day} ${hours ?? ''}:${minutes ?? ''}${seconds === '00' ? '' : `:${seconds ?? ''}`}`;
}

/** Cells that came back, cut to what the row states, with serial numbers to the second: some engines keep no more. */
export function cameBack(output: unknown, { gives }: Row): unknown {
  const table = Array.isArray(output) ? (output as readonly (readonly unknown[])[]) : [[output]];
  const rows = table.filter((row, index) => index < gives.length || row.some((cell) => cell !== ''));
  return rows.map((row, index) => row.slice(0, gives[index]?.length ?? row.length).map(rounded));
}

export function rounded(cell: unknown): unknown {
  return typeof cell === 'number' && !Number.isInteger(cell) ? Math.round(cell * 86_400) / 86_400 : cell;
}
