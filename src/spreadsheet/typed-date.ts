// Dates as people type them: day first, or year first. Never month first.
import { MONTH_NAMES, isPlainDate } from '../calendar/dates.js';
import { isLondonInstant } from '../calendar/london.js';
import type { Instant } from '../calendar/instants.js';
import { tidyText } from './cell.js';
import type { Wall } from './wall.js';

const TIME = String.raw`(?:[ T,]+(?<hours>\d{1,2}):(?<minutes>\d\d)(?::(?<seconds>\d\d))?)?`;
const forms = [
  new RegExp(String.raw`^(?<date>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})${TIME}$`),
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)${TIME}$`),
  new RegExp(String.raw`^(?<date>\d{1,2}) (?<month>[a-z]+) (?<year>\d{4})${TIME}$`, 'i'),
];
const SHORT_YEAR = new RegExp(String.raw`^(?:\d{1,2}([/.-])\d{1,2}\1\d\d|\d{1,2} [a-z]+ \d\d)${TIME}$`, 'i');

/** Tells whether a text is a date of which the year has two digits only. */
export function hasShortYear(text: string): boolean {
  return SHORT_YEAR.test(tidyText(text));
}

/** Reads what a text shows: a wall clock, or an instant that states its own offset; undefined where it is not a date. */
export function typedDate(text: string): Wall | Instant | undefined {
  const typed = tidyText(text);
  if (isLondonInstant(typed)) return typed;
  const found: Readonly<Record<string, string | undefined>> = forms.map((form) => form.exec(typed)?.groups).find(Boolean) ?? {};
  const { date = '', month = '', year = '', hours = 0, minutes = 0, seconds = 0 } = found;
  const day = [year, /^\d/.test(month) ? month : monthNamed(month), date].map((part) => part.padStart(2, '0')).join('-');
  if (!isPlainDate(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return { day, ms: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 };
}

/** Returns the number of a month by its name, or by its first three letters; 0 where it is not one. */
function monthNamed(name: string): string {
  const typed = name.toLowerCase();
  return String(MONTH_NAMES.map((each) => each.toLowerCase()).findIndex((each) => typed === each || typed === each.slice(0, 3)) + 1);
}
