// Two deadlines with date-fns: no checks, no reasons. Its business days are Monday to Friday, in the time of one zone.
import { utc } from '@date-fns/utc';
import { addBusinessDays } from 'date-fns/addBusinessDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { subMonths } from 'date-fns/subMonths';
import { englandAndWales } from 'professional-status/calendar';

const read = (text) => parseISO(text, { in: utc });
const write = (date) => formatISO(date, { representation: 'date' });

export const latestInTime = (start) => write(subMonths(read(start), 1));

export function noticeWithDateFns({ requestedOn, programmeStartsOn }) {
  const latest = latestInTime(programmeStartsOn);
  return { outcome: requestedOn <= latest ? 'timely' : 'late', due: latest };
}

const times = englandAndWales.holidays.map(({ date }) => Date.parse(date)); // in order, and none of them at a weekend

/** The quickest way that was found: all ten days at once, then one more for each holiday on the way. */
function tenWorkingDaysAfter(trigger) {
  const start = read(trigger);
  let due = addBusinessDays(start, 10);
  let to = due.getTime();
  for (const time of times) {
    if (time <= start.getTime() || time > to) continue;
    due = addBusinessDays(due, 1);
    to = due.getTime();
  }
  return write(due);
}

export function appealWithDateFns({ discussedWithTeam, ground, receivedAt }) {
  if (ground !== 'sufficiency-of-support') return { outcome: 'wrong-procedure', due: undefined };
  if (!discussedWithTeam) return { outcome: 'discuss-first', due: undefined };
  return { outcome: 'admissible', due: tenWorkingDaysAfter(receivedAt) };
}
