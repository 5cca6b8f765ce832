// Clause 3.1.1 as it is usually written with date-fns: no checks, no reasons.
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { subMonths } from 'date-fns/subMonths';

const text = (date) => formatISO(date, { representation: 'date' });

export function withDateFns({ requestedOn, programmeStartsOn }) {
  const latest = subMonths(parseISO(programmeStartsOn), 1);
  const marginDays = differenceInCalendarDays(latest, parseISO(requestedOn));
  return {
    outcome: marginDays >= 0 ? 'timely' : 'late',
    detail: { latestTimely: text(latest), firstLate: text(addDays(latest, 1)), marginDays, effect: 'considered' },
  };
}
