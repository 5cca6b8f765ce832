// The axis of a timeline: where a day stands, and which months are named.
import { daysBetween, FIRST_DAY, fromDay, LAST_DAY, readDay, type PlainDate } from '../calendar/dates.js';
import { shortDay } from './svg.js';

/** The axis of a timeline. */
export interface Axis {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly right: number;
  readonly perDay: number;
  readonly x: (date: PlainDate) => number;
  readonly ticks: readonly { readonly date: PlainDate; readonly label: string }[];
}

/** The width of a label. */
const NARROW = 62;

/** Makes an axis on which all of these days have room, with as many named months as do not crowd it. */
export function axisOf(days: readonly PlainDate[], left: number, right: number): Axis {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0] as PlainDate, sorted[sorted.length - 1] as PlainDate];
  const pad = Math.max(16, Math.ceil(daysBetween(first, last) * 0.03));
  const [from, to] = [shiftDay(first, -pad), shiftDay(last, pad)];
  const perDay = (right - left) / Math.max(daysBetween(from, to), 1);
  const x = (date: PlainDate): number => left + daysBetween(from, date) * perDay;
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((months) => months * 30 * perDay >= NARROW) ?? 600;
  return { from, to, right, perDay, x, ticks: ticksOf(from, to, step) };
}

function shiftDay(date: PlainDate, by: number): PlainDate {
  return fromDay(Math.min(Math.max(readDay(date) + by, FIRST_DAY), LAST_DAY));
}

/** Lists the first days of those months that are named. */
function ticksOf(from: PlainDate, to: PlainDate, step: number): Axis['ticks'] {
  const ticks: { date: PlainDate; label: string }[] = [];
  const [firstMonth, lastMonth] = [monthOf(from), monthOf(to)];
  for (let month = Math.ceil(firstMonth / step) * step; month <= lastMonth; month += step) {
    const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as PlainDate;
    if (date >= from) ticks.push({ date, label: step >= 12 ? date.slice(0, 4) : shortDay(date).slice(2) });
  }
  return ticks;
}

/** Counts the months since the year 0. */
function monthOf(date: PlainDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}
