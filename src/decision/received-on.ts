// When something counts as received: the reading `receipt-hour`, common to clause 9.1 and to the clocks of the awards appeals policy.
import type { PlainDate } from '../calendar/dates.js';
import { compareInstants } from '../calendar/instants.js';
import { londonDate, londonInstant } from '../calendar/london.js';
import type { WorkingCalendar } from '../calendar/content.js';
import { isWorkingDay, nextWorkingDay } from '../calendar/working-days.js';
import { isInstantForm, type Moment } from './moments.js';
import type { Readings } from '../policy/choices.js';

/** The last minute of an office day, London time, inclusive. */
const officeDayEnds = '16:30';

/** Gives the day of receipt; under office hours a bare working day does not tell it, since its hour is not known. */
export function receiptDay(at: Moment, reading: Readings['receipt-hour'], calendar: () => WorkingCalendar): PlainDate | 'hour-not-known' {
  const day = isInstantForm(at) ? londonDate(at) : at;
  if (reading === 'calendar-day') return day;
  if (!isWorkingDay(day, calendar())) return nextWorkingDay(day, calendar());
  if (!isInstantForm(at)) return 'hour-not-known';
  return compareInstants(at, londonInstant(day, officeDayEnds)) > 0 ? nextWorkingDay(day, calendar()) : day;
}
