// Days as the model counts them: by the host's own calendar and its own idea of London, apart from the library's.
import type { Instant, PlainDate } from '../../../../src/index.js';

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

export const londonDay = (at: Instant): PlainDate => london.format(new Date(at)) as PlainDate;

export const nextDay = (day: PlainDate): PlainDate => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) as PlainDate;

/** The same day of the month some months later or earlier, or that month's last day. */
export function monthsOn(day: PlainDate, months: number): PlainDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10) as PlainDate;
}
