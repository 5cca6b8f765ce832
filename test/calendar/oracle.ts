// An oracle of bank holidays written apart from the library: Easter by computus, the statutory rules, then what was proclaimed. It uses `Date` and nothing of ours.
import type { PlainDate } from '../../src/calendar/index.js';
import proclaimed from './exceptions.json' with { type: 'json' };

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland';
export const nations: readonly Nation[] = ['england-and-wales', 'scotland', 'northern-ireland'];

interface Fixed {
  readonly month: number;
  readonly day: number;
  readonly name: string;
}

const iso = (date: Date): PlainDate => date.toISOString().slice(0, 10) as PlainDate;
const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month - 1, day));
const plus = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);
const isWeekend = (date: Date): boolean => date.getUTCDay() === 0 || date.getUTCDay() === 6;

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return utc(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function firstMonday(year: number, month: number): Date {
  const first = utc(year, month, 1);
  return plus(first, (8 - first.getUTCDay()) % 7);
}

function lastMonday(year: number, month: number): Date {
  const last = utc(year, month + 1, 0);
  return plus(last, -((last.getUTCDay() + 6) % 7));
}

/** Fixed days: one on a weekday stays; one on a weekend goes to the next weekday that no other of them has. */
function withSubstitutes(year: number, days: readonly Fixed[]): Map<PlainDate, string> {
  const dated = days.map(({ month, day, name }) => ({ date: utc(year, month, day), name }));
  const taken = new Map(dated.filter(({ date }) => !isWeekend(date)).map(({ date, name }) => [iso(date), name]));
  for (const { date, name } of dated.filter((one) => isWeekend(one.date))) {
    let free = date;
    while (isWeekend(free) || taken.has(iso(free))) free = plus(free, 1);
    taken.set(iso(free), name);
  }
  return taken;
}

const newYear: Fixed = { month: 1, day: 1, name: 'New Year’s Day' };
const christmas: readonly Fixed[] = [
  { month: 12, day: 25, name: 'Christmas Day' },
  { month: 12, day: 26, name: 'Boxing Day' },
];
const fixedDays: Record<Nation, readonly (readonly Fixed[])[]> = {
  'england-and-wales': [[newYear], christmas],
  scotland: [[newYear, { month: 1, day: 2, name: '2nd January' }], [{ month: 11, day: 30, name: 'St Andrew’s Day' }], christmas],
  'northern-ireland': [
    [newYear],
    [{ month: 3, day: 17, name: 'St Patrick’s Day' }],
    [{ month: 7, day: 12, name: 'Battle of the Boyne (Orangemen’s Day)' }],
    christmas,
  ],
};

/** What no rule expects: a day proclaimed, or a name published the other way round; a holiday moved is one that is not held (`null`) and another one. In every nation unless some are named. */
export const exceptions: readonly { readonly date: string; readonly name: string | null; readonly in?: readonly string[] }[] = proclaimed;

/** The bank holidays that the rules give a nation in a year: date to name. */
export function byRules(nation: Nation, year: number): Map<PlainDate, string> {
  const days = new Map<PlainDate, string>();
  for (const together of fixedDays[nation]) for (const [date, name] of withSubstitutes(year, together)) days.set(date, name);
  days.set(iso(plus(easter(year), -2)), 'Good Friday');
  if (nation !== 'scotland') days.set(iso(plus(easter(year), 1)), 'Easter Monday');
  days.set(iso(firstMonday(year, 5)), 'Early May bank holiday');
  days.set(iso(lastMonday(year, 5)), 'Spring bank holiday');
  days.set(iso(nation === 'scotland' ? firstMonday(year, 8) : lastMonday(year, 8)), 'Summer bank holiday');
  return days;
}

/** The bank holidays of a nation in a year: date to name, in order of date. */
export function bankHolidays(nation: Nation, year: number): ReadonlyMap<PlainDate, string> {
  const days = byRules(nation, year);
  for (const { date, name, in: where = nations } of exceptions) {
    if (!where.includes(nation) || !date.startsWith(String(year))) continue;
    if (name === null) days.delete(date as PlainDate);
    else days.set(date as PlainDate, name);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}
