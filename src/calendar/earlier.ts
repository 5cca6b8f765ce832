// Earlier versions of a calendar: those from before its last years were added. What was counted by one of them is counted as it was then.
import { readDay } from './civil.js';
import { fingerprint } from './content.js';
import { Calendar, tableOf, type WorkingCalendar } from './working-calendar.js';

/**
 * Finds a calendar in a version that it has, or had before years were put at its end; `undefined` where leaving years out gives no such content.
 * What is given is for counting: it has the label of now, and knows days off after its span too, of which it counts none.
 */
export function inVersion(calendar: WorkingCalendar, version: string): WorkingCalendar | undefined {
  if (calendar.version === version) return calendar;
  const { content, off } = tableOf(calendar);
  const end = version.lastIndexOf('+');
  for (let lastYear = content.lastYear - 1; lastYear >= content.firstYear; lastYear--) {
    const projected = content.projected.filter((year) => year <= lastYear);
    const earlier = { ...content, lastYear, projected };
    const days = Array.from(off).filter(([day]) => day <= readDay(`${lastYear}-12-31`));
    if (fingerprint(earlier, new Map(days)) === version.slice(end + 1)) return new Calendar(calendar.id, earlier);
  }
  return undefined;
}
