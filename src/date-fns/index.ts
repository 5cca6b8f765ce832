// professional-status/date-fns: what a host holds as a `Date` (one of date-fns' own classes is one), as London's day or as an instant, and back.
// docs/decisions/029-dates-of-hosts-need-no-date-library.md
import { readDay, type PlainDate } from '../calendar/dates.js';
import {
  FIRST_LONDON_DAY,
  isLondonInstant,
  londonDate,
  londonInstant,
  momentCode,
  readInstant,
  type Instant,
} from '../calendar/instants.js';
import { safely } from '../data/issues.js';
import { check, oneOf, readArguments, readerOf, type Reader } from '../data/reading.js';

export type { PlainDate } from '../calendar/dates.js';
export type { Instant } from '../calendar/instants.js';

const aKind = /* @__PURE__ */ oneOf(['day', 'instant']);

/** Reads the moment that a `Date` of any realm holds. What it says of itself is not asked: `TZDate` writes itself in a zone. */
const aHostDate: Reader<Instant> = (issues, value, path) => {
  const time = safely(() => Date.prototype.getTime.call(value)); // throws where it is not a Date, whatever it calls itself
  const known = time !== undefined && !Number.isNaN(time);
  const came = known ? new Date(time).toISOString() : time === undefined ? value : 'Invalid Date';
  const holds = known && isLondonInstant(came);
  check(issues, holds, path, 'must be a valid Date, from 1996 to 2199 in London', came, known ? 'out-of-range' : undefined);
  return came as Instant;
};

const aMoment: Reader<PlainDate | Instant> = /* @__PURE__ */ readerOf(
  (value) => readDay(value) >= FIRST_LONDON_DAY || isLondonInstant(value),
  'must be a real date written YYYY-MM-DD, or an instant such as 2021-03-31T17:00:00+01:00, from 1996 to 2199 in London',
  momentCode,
);

/**
 * Reads the moment of a `Date`, such as a `UTCDate` or a `TZDate`: as the day that it falls on in London (`'day'`), or as the instant, in UTC and to the
 * millisecond (`'instant'`). Neither the host's zone nor that of a `TZDate` changes the answer.
 *
 * A picker's midnight in a zone east of London falls on the day before in London. Where a day is meant, and no moment, take the text of the picker, or
 * make the `Date` in UTC or in London's zone.
 *
 * @throws InvalidFacts if `date` is not a `Date`, is invalid, or is not in 1996-01-01 to 2199-12-31 inclusive in London; or `as` is another word.
 * @since 0.1.0
 * @example
 * ```ts
 * fromDate(new Date('2021-06-30T23:30:00Z'), 'day') // => '2021-07-01'
 * fromDate(new Date('2021-06-30T23:30:00Z'), 'instant') // => '2021-06-30T23:30:00.000Z'
 * ```
 */
export function fromDate(date: Date, as: 'day'): PlainDate;
/**
 * Reads the moment of a `Date` as an instant, as above.
 *
 * @throws InvalidFacts as above.
 * @since 0.1.0
 * @example fromDate(new Date('2021-06-30T23:30:00Z'), 'instant') // => '2021-06-30T23:30:00.000Z'
 */
export function fromDate(date: Date, as: 'instant'): Instant;
export function fromDate(date: Date, as: 'day' | 'instant'): PlainDate | Instant {
  const { date: at } = readArguments({ date: aHostDate, as: aKind }, { date, as });
  return as === 'day' ? londonDate(at) : at;
}

/**
 * Makes the `Date` of a moment: of an instant, that instant; of a day, the instant at which it begins in London, an hour before UTC's midnight in summer.
 *
 * Show a day in London's zone: in UTC, a day of summer would be shown as the day before. Do not compare the present with the begin of the day on which
 * something is due: that day counts to its end. `position` and the rules compare days as days.
 *
 * @throws InvalidFacts if `moment` is neither a date nor an instant, or is not in 1996-01-01 to 2199-12-31 inclusive in London.
 * @since 0.1.0
 * @example
 * ```ts
 * toDate('2021-06-30').toISOString() // => '2021-06-29T23:00:00.000Z'
 * toDate('2021-12-31').toISOString() // => '2021-12-31T00:00:00.000Z'
 * toDate('2021-06-30T17:00:00+01:00').toISOString() // => '2021-06-30T16:00:00.000Z'
 * ```
 */
export function toDate(moment: PlainDate | Instant): Date {
  const read = readArguments({ moment: aMoment }, { moment }).moment;
  return new Date(readInstant(isLondonInstant(read) ? read : londonInstant(read, '00:00')));
}
