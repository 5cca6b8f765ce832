// Ten working days with date-fns, whose business days are Monday to Friday.
import { utc } from '@date-fns/utc';
import { addBusinessDays } from 'date-fns/addBusinessDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import { englandAndWales } from 'professional-status/calendar';

const read = (text) => parseISO(text, { in: utc });
const write = (date) => formatISO(date, { representation: 'date' });

const closed = new Set(englandAndWales.holidays.map(({ date }) => date));

/** As it is usually written: day by day, with the holidays in a set. */
export function withHolidaySet(trigger) {
  let date = read(trigger);
  let text = trigger;
  for (let left = 10; left > 0;) {
    date = addBusinessDays(date, 1);
    text = write(date);
    if (!closed.has(text)) left--;
  }
  return text;
}

const times = englandAndWales.holidays.map(({ date }) => Date.parse(date)); // in order, and none of them at a weekend

/** The quickest way we found: all ten at once, then one more for each holiday on the way. */
export function withHolidayList(trigger) {
  const date = read(trigger);
  const from = date.getTime();
  let due = addBusinessDays(date, 10);
  let to = due.getTime();
  for (const time of times) {
    if (time <= from || time > to) continue;
    due = addBusinessDays(due, 1);
    to = due.getTime();
  }
  return write(due);
}
