// Days and instants at random, leaning towards those on which something turns: month ends, leap days, bank holidays, the Sundays of the clock changes, 17:00.
import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayCode,
  daysBetween,
  FIRST_DAY,
  fromDay,
  isPlainDate,
  LAST_DAY,
  readDay,
  weekdayOf,
  type PlainDate,
} from '../calendar/dates.js';
import { clockTime, DAY_MS, FIRST_LONDON_DAY, type Instant, londonInstant, readInstant } from '../calendar/instants.js';
import { anyPartOfUk } from '../calendar/nations.js';
import type { Moment } from '../decision/decision.js';
import { invalid } from '../data/issues.js';
import { once } from '../data/objects.js';
import { objectOf, optional, readerOf } from '../data/reading.js';
import { readOne } from './reading.js';

/** The days between which dates are drawn, both inclusive: the years of the bank holidays where left out. @since 0.1.0 */
export interface DateSpan {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

const monthEnds = ['01-31', '02-28', '02-29', '03-31', '04-30', '05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31'];

/** Lists the days that exist among these, in each of the years of the bank holidays. */
const inEachYear = (ends: readonly string[]): readonly PlainDate[] => {
  const [first, last] = [anyPartOfUk.span.from, anyPartOfUk.span.to].map((day) => Number(day.slice(0, 4))) as [number, number];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) => ends.map((end) => `${year}-${end}`).filter(isPlainDate));
};
/** The first day on which London's clock is known. */
export const FIRST_INSTANT: PlainDate = /* @__PURE__ */ fromDay(FIRST_LONDON_DAY);
const sundayBefore = (day: PlainDate): PlainDate => addDays(day, -weekdayOf(readDay(day)));

/** Lists the Sundays on which London's clocks change. */
export const clockChanges: () => readonly PlainDate[] = /* @__PURE__ */ once(() => inEachYear(['03-31', '10-31']).map(sundayBefore));
const kinds: () => readonly (readonly PlainDate[])[] = /* @__PURE__ */ once(() => [
  inEachYear(monthEnds),
  inEachYear(['02-29']),
  anyPartOfUk.holidays.map((holiday) => holiday.date), // Easter, Christmas and the holidays of one year alone are among them
  clockChanges(),
]);

type WholeSpan = Readonly<Record<'from' | 'to', PlainDate>>;

/** Reads a span between the days from which all can be drawn; an end that is left out is that of the years of the bank holidays. */
export function readSpan(span: DateSpan = {}, first: PlainDate = fromDay(FIRST_DAY), last: PlainDate = fromDay(LAST_DAY)): WholeSpan {
  const aDay = readerOf<PlainDate>(
    (value) => isPlainDate(value) && first <= value && value <= last,
    `must be a real date written YYYY-MM-DD, from ${first} to ${last}`,
    (value) => (isPlainDate(value) ? 'out-of-range' : dayCode(value)),
  );
  const aSpan = objectOf({ from: optional(aDay), to: optional(aDay) });
  const { from = anyPartOfUk.span.from, to = anyPartOfUk.span.to } = readOne('span', aSpan, span);
  if (from > to) throw invalid(['span', 'to'], `must not be before from, ${from}`, to, 'out-of-order');
  return { from, to };
}

/**
 * Draws dates, most of them on or beside a month end, a leap day, a bank holiday or a change of the clocks.
 *
 * @throws `InvalidFacts` for a span that is none, or ends before it begins.
 * @example fc.sample(arbitraries.date({ from: '2021-01-01', to: '2021-12-31' }), 1)[0]?.slice(0, 4) // => '2021'
 * @since 0.1.0
 */
export function date(span?: DateSpan): fc.Arbitrary<PlainDate> {
  return dateIn(readSpan(span));
}

/** Draws the dates of a span that was read. */
export function dateIn({ from, to }: WholeSpan): fc.Arbitrary<PlainDate> {
  const inside = (day: PlainDate): boolean => day >= from && day <= to;
  const some = kinds()
    .map((days) => days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]).filter(inside))
    .filter((days) => days.length > 0)
    .map((days) => fc.constantFrom(...days));
  return fc.oneof(
    ...some,
    fc.integer({ min: 0, max: daysBetween(from, to) }).map((days) => addDays(from, days)),
  );
}

/** Draws days near another: a few days off, some weeks, or about a month, half a year or a year to either side. */
export function dayNear(day: PlainDate): fc.Arbitrary<PlainDate> {
  const days = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -45, max: 45 })).map((by) => addDays(day, by));
  const months = fc
    .tuple(fc.constantFrom(-12, -6, -1, 1, 6, 12), fc.integer({ min: -1, max: 1 }))
    .map(([by, beside]) => addDays(addMonths(day, by), beside));
  return fc.oneof({ weight: 3, arbitrary: days }, { weight: 1, arbitrary: months });
}

const hours = ['00:00:00', '00:30:00', '09:15:00', '16:30:00', '16:30:01', '16:59:59', '17:00:00', '17:00:01', '23:30:00', '23:59:59'];

/** Writes an instant of a whole second on a clock that is some hours ahead of UTC. */
export function writtenAt(instant: Instant, hours: number): Instant {
  const ms = readInstant(instant) + hours * 3_600_000;
  const day = Math.floor(ms / DAY_MS);
  return `${fromDay(day)}T${clockTime(ms - day * DAY_MS)}${hours === 0 ? 'Z' : `+0${hours}:00`}`;
}

export function instantOn(day: PlainDate): fc.Arbitrary<Instant> {
  return fc
    .record({ hour: fc.constantFrom(...hours), utc: fc.boolean() })
    .map(({ hour, utc }) => (utc ? writtenAt(londonInstant(day, hour), 0) : londonInstant(day, hour)));
}

/**
 * Draws instants, many of them at 16:30, at 17:00 or a second beside it, or at midnight in London; some are written in UTC.
 *
 * @throws `InvalidFacts` for a span that is none, ends before it begins, or begins before 1996: London's clock is not known there.
 * @example fc.sample(arbitraries.instant({ from: '2021-03-28', to: '2021-03-28' }), 1).map(londonDate) // => ['2021-03-28']
 * @since 0.1.0
 */
export function instant(span?: DateSpan): fc.Arbitrary<Instant> {
  return dateIn(readSpan(span, FIRST_INSTANT)).chain(instantOn);
}

/**
 * Draws dates and, from 1996 on, instants.
 *
 * @throws `InvalidFacts` for a span that is none, or ends before it begins.
 * @example fc.sample(arbitraries.moment(), 1).length // => 1
 * @since 0.1.0
 */
export function moment(span?: DateSpan): fc.Arbitrary<Moment> {
  return date(span).chain((day) => fc.oneof(fc.constant<Moment>(day), ...(day < FIRST_INSTANT ? [] : [instantOn(day)])));
}
