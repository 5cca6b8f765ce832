// The floors of a deadline: the answers made beforehand for one calendar, and looked up without any check.
import { englandAndWales } from 'professional-status/calendar';
import { datesBetween, isWeekday } from './dates.mjs';

const closed = new Set(englandAndWales.holidays.map(({ date }) => date));
const { from, to } = englandAndWales.span;
const dates = datesBetween(from, to);
const working = dates.filter((date) => isWeekday(date) && !closed.has(date));

let count = 0;
const counts = dates.map((date) => (date === working[count] ? ++count : count)); // of working days up to each date, its own included

const tenLater = dates.map((date, i) => [date, working[counts[i] + 9]]);
const map = new Map(tenLater);
const object = Object.fromEntries(tenLater);

export const inMap = (date) => map.get(date);
export const inObject = (date) => object[date];

const pair = (text, at) => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
const firstYear = Number(from.slice(0, 4));

/** Every month has 31 places, so that the digits of a date are enough to find its own. */
const place = (date) => ((pair(date, 0) * 100 + pair(date, 2) - firstYear) * 12 + pair(date, 5) - 1) * 31 + pair(date, 8) - 1;

const countAt = new Uint16Array(place(to) + 1);
dates.forEach((date, i) => (countAt[place(date)] = counts[i]));

/** Would serve any number of days, where the tables above serve ten only. */
export const inTypedArray = (date) => working[countAt[place(date)] + 9];
