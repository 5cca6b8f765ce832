// What a calendar is made of: the official holidays of some years, then its authors' changes, kept apart so that a later feed can replace the first and keep the second.
import { FIRST_DAY, readDay, type PlainDate } from './dates.js';

/** A day off, with its name. @since 0.1.0 */
export interface Holiday {
  readonly date: PlainDate;
  readonly name: string;
}

/** Days on which an office is closed, `from` to `to` inclusive (one day when `to` is absent), with the reason. @since 0.1.0 */
export interface Closure {
  readonly from: PlainDate;
  readonly to?: PlainDate;
  readonly name: string;
}

/** The working days of stated years: Monday to Friday, less holidays and closures. Never changed: what would change it makes another. @since 0.1.0 */
export interface WorkingCalendar {
  /** Which calendar it is, such as `england-and-wales`. */
  readonly id: string;
  /** Its author's label, `+`, and a fingerprint of its content, so that a changed calendar is not taken for the same. */
  readonly version: string;
  /** First and last day covered, both inclusive. Nothing is assumed of any other day. */
  readonly span: { readonly from: PlainDate; readonly to: PlainDate };
  /** `projected` when the holidays of some of its years are expected but not yet published. */
  readonly certainty: 'published' | 'projected';
  /** Holidays in order of date, closures not among them. */
  readonly holidays: readonly Holiday[];
}

const IN_WORDS = { 'england-and-wales': 'England and Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' } as const;

export type Division = keyof typeof IN_WORDS;

/** Puts divisions together: a holiday of all of them once, and any other named after those that have it, as in "Scotland: St Andrew’s Day". */
export function mergeDivisions(lists: readonly (readonly [Division, readonly Holiday[]])[]): readonly Holiday[] {
  const where = new Map<string, Set<string>>();
  for (const [division, holidays] of lists) {
    for (const { date, name } of holidays) where.set(date + name, (where.get(date + name) ?? new Set()).add(IN_WORDS[division]));
  }
  return Array.from(where, ([key, divisions]) => {
    const name = key.slice(10);
    return { date: key.slice(0, 10) as PlainDate, name: divisions.size < lists.length ? `${[...divisions].join(', ')}: ${name}` : name };
  });
}

export interface Content {
  /** Its author's label, the first part of its version. */
  readonly label: string;
  /** Whose holidays they are. */
  readonly divisions: readonly Division[];
  /** Whole years covered, both inclusive. */
  readonly firstYear: number;
  readonly lastYear: number;
  /** Those of the years whose holidays are expected but not yet published. */
  readonly projected: readonly number[];
  /** Official holidays; a function, so that nothing is read before it is needed. */
  readonly official: () => readonly Holiday[];
  /** Authors' changes, in the order in which they were made. */
  readonly changes: readonly Change[];
}

interface Change {
  readonly add: readonly Holiday[];
  readonly remove: readonly PlainDate[];
  readonly closures: readonly Required<Closure>[];
}

/** Why a day is off. Weekends are not listed. */
interface DayOff {
  readonly reason: 'holiday' | 'closure';
  readonly name: string;
}

/** Days off by day number, in order. */
export type DaysOff = ReadonlyMap<number, DayOff>;

/** Works out the days off. A day with two names has both; a holiday inside a closure is told as the holiday; what a later feed already removed stays removed. */
export function daysOff({ official, changes }: Content): DaysOff {
  const days = new Map<number, DayOff>();
  const add = ({ date, name }: Holiday): void => {
    const day = readDay(date);
    const other = days.get(day)?.name ?? name;
    days.set(day, { reason: 'holiday', name: other === name ? name : `${other}; ${name}` });
  };
  official().forEach(add);
  for (const change of changes) {
    for (const date of change.remove) days.delete(readDay(date));
    change.add.forEach(add);
  }
  for (const { from, to, name } of changes.flatMap(({ closures }) => closures)) {
    for (let day = Math.max(readDay(from), FIRST_DAY); day <= readDay(to); day++)
      if (!days.has(day)) days.set(day, { reason: 'closure', name });
  }
  return new Map(Array.from(days).sort(([a], [b]) => a - b));
}

/** Fingerprints a calendar's content: the same for the same days off over the same years, and in practice for no others. */
export function fingerprint({ divisions, firstYear, lastYear, projected }: Content, days: DaysOff): string {
  const text = JSON.stringify([divisions, firstYear, lastYear, projected, Array.from(days)]);
  return hash(text, 1) + hash(text, 2);
}

/** Hashes by FNV-1a from a seed, in letters and digits: not cryptographic, and two of them are enough to tell calendars apart. */
function hash(text: string, seed: number): string {
  let sum = seed;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(36);
}
