// Dates as people type them: day first, or year first. Never month first.
import { MONTH_NAMES, isPlainDate, type PlainDate } from '../calendar/dates.js';
import { type Instant, isLondonInstant, londonDate } from '../calendar/instants.js';
import { spaced } from './cell.js';
import type { Wall } from './wall.js';

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d))?)?`;
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${TIME}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)${TIME}$`);
const IN_WORDS = new RegExp(String.raw`^(\d{1,2}) ([a-z]+) (\d{4})${TIME}$`, 'i');

const SHORT_YEAR = new RegExp(String.raw`^(?:\d{1,2}([/.-])\d{1,2}\1\d\d|\d{1,2} [a-z]+ \d\d)${TIME}$`, 'i');

/** Tells whether a text is a date of which the year has two digits only. */
export function hasShortYear(text: string): boolean {
  return SHORT_YEAR.test(spaced(text));
}

/** What a text shows: a wall clock, or an instant that states its own offset; undefined where it is no date. */
export function typedDate(text: string): Wall | Instant | undefined {
  const typed = spaced(text);
  if (isLondonInstant(typed)) return typed;
  const dayFirst = DAY_FIRST.exec(typed);
  if (dayFirst !== null) return shownBy(dayFirst[4], dayFirst[3], dayFirst[1], dayFirst.slice(5));
  const yearFirst = YEAR_FIRST.exec(typed);
  if (yearFirst !== null) return shownBy(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst.slice(4));
  const inWords = IN_WORDS.exec(typed);
  if (inWords === null) return undefined;
  const name = String(inWords[2]).toLowerCase();
  const month = MONTH_NAMES.map((each) => each.toLowerCase()).findIndex((each) => name === each || name === each.slice(0, 3)) + 1;
  return month === 0 ? undefined : shownBy(inWords[3], String(month), inWords[1], inWords.slice(4));
}

function shownBy(year = '', month = '', date = '', time: readonly (string | undefined)[]): Wall | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const [hours = 0, minutes = 0, seconds = 0] = time.map((part) => (part === undefined ? undefined : Number(part)));
  if (!isPlainDate(day) || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return { day, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
}

/** The day on which a typed date falls in London. */
export function dayTyped(typed: Wall | Instant): PlainDate {
  return typeof typed === 'string' ? londonDate(typed) : typed.day;
}
