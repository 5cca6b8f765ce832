// Everything that the calendar answers up to 2024, as one short text: two engines that agree on it agree on all of it.
import {
  addDays,
  addMonths,
  addWorkingDays,
  isWorkingDay,
  londonDate,
  londonInstant,
  workingDaysBetween,
  type PlainDate,
} from '../../src/calendar/index.js';
import { frozen } from './support.js';

export function digest(): string {
  const { imul } = Math; // a bare context is slow to find its globals
  let sum = 0;
  const add = (value: string | number | boolean): void => {
    const text = `${value}`;
    for (let i = 0; i < text.length; i++) sum = imul(sum, 31) + text.charCodeAt(i);
  };
  const calendars = Object.values(frozen);
  const end = addDays(frozen.englandAndWales.span.to, -46); // so that no count leaves the span
  for (let date: PlainDate = '2011-02-15'; date < end; date = addDays(date, 1)) {
    add(addMonths(date, 1));
    add(londonDate(londonInstant(date, '23:30')));
    for (const calendar of calendars) {
      add(isWorkingDay(date, calendar));
      for (const n of [-10, 2, 5, 10]) add(addWorkingDays(date, n, calendar));
      add(workingDaysBetween(date, addDays(date, 14), calendar));
    }
  }
  for (const { version, holidays } of calendars) add(JSON.stringify([version, holidays]));
  return (sum >>> 0).toString(16);
}
