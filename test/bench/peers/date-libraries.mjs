// Clause 3.1.1, and ten working days from a set of holidays, with two more libraries of dates: no checks, no reasons.
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';

const decided = (marginDays, latest, after) => ({
  outcome: marginDays >= 0 ? 'timely' : 'late',
  detail: { latestTimely: latest, firstLate: after, marginDays, effect: 'considered' },
});

export function noticeWithTemporal({ requestedOn, programmeStartsOn }) {
  const latest = Temporal.PlainDate.from(programmeStartsOn).subtract({ months: 1 });
  const marginDays = Temporal.PlainDate.from(requestedOn).until(latest, { largestUnit: 'day' }).days;
  return decided(marginDays, latest.toString(), latest.add({ days: 1 }).toString());
}

const utc = { zone: 'utc' };

export function noticeWithLuxon({ requestedOn, programmeStartsOn }) {
  const latest = DateTime.fromISO(programmeStartsOn, utc).minus({ months: 1 });
  const marginDays = latest.diff(DateTime.fromISO(requestedOn, utc), 'days').days;
  return decided(marginDays, latest.toISODate(), latest.plus({ days: 1 }).toISODate());
}

/** @param {ReadonlySet<string>} closed */
export const workingDaysWithTemporal = (closed) => (date, days) => {
  let day = Temporal.PlainDate.from(date);
  for (let left = days; left > 0;) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek < 6 && !closed.has(day.toString())) left--;
  }
  return day.toString();
};

/** @param {ReadonlySet<string>} closed */
export const workingDaysWithLuxon = (closed) => (date, days) => {
  let day = DateTime.fromISO(date, utc);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (day.weekday < 6 && !closed.has(day.toISODate())) left--;
  }
  return day.toISODate();
};
