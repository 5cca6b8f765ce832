// Dates and instants side by side: an instant is put on London's calendar; a bare date means the whole of that day.
import { readDay, type PlainDate } from '../calendar/dates.js';
import { compareInstants, type Instant } from '../calendar/instants.js';
import { londonDate, londonDay } from '../calendar/london.js';

/** Is a whole civil day, or one instant of it. @since 0.1.0 */
export type Moment = PlainDate | Instant;

/** Tells an instant from a bare date; both are known to be well formed. */
export function isInstantForm(moment: Moment): moment is Instant {
  return moment.length > 10;
}

/** Gives the London day on which a moment falls. */
export function dateOf(moment: Moment): PlainDate {
  return isInstantForm(moment) ? londonDate(moment) : moment;
}

/** Orders two moments: to the instant where both have one, else by their London days. */
export function orderOf(a: Moment, b: Moment): number {
  if (isInstantForm(a)) return isInstantForm(b) ? compareInstants(a, b) : londonDay(a) - readDay(b);
  if (isInstantForm(b)) return readDay(a) - londonDay(b);
  return Number(a > b) - Number(a < b); // as texts: every year has four digits
}
