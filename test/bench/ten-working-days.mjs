// A deadline of ten working days in England and Wales, from text to text.
import { addWorkingDays, englandAndWales } from 'professional-status/calendar';
import { inMap, inObject, inTypedArray } from './by-table.mjs';
import { datesBetween } from './dates.mjs';
import { workingDaysWithLuxon, workingDaysWithTemporal } from './peers/date-libraries.mjs';
import { withHolidayList, withHolidaySet } from './with-business-days.mjs';
import { withIsHoliday } from './with-is-holiday.mjs';

// From 2013, since date-holidays lacks a holiday of 2011 and has one of 2012 on another day; to the last date whose tenth working day is published.
const checked = datesBetween('2013-01-01', '2024-12-13');

const closed = new Set(englandAndWales.holidays.map(({ date }) => date));
const [temporal, luxon] = [workingDaysWithTemporal(closed), workingDaysWithLuxon(closed)];

/** @type {import('./measure.mjs').Work} */
export const tenWorkingDays = {
  title: 'Ten working days',
  unit: 'deadline',
  note: `England and Wales, \`YYYY-MM-DD\` in and out, from every eleventh date of 2013 to 2024. The answers are the same on all ${checked.length.toLocaleString('en-GB')} dates. Ratios are to \`addWorkingDays\`. The tables by hand check nothing; the map and the object serve ten days only.`,
  checked,
  inputs: checked.filter((_, i) => i % 11 === 0),
  contenders: {
    'professional-status/calendar': (date) => addWorkingDays(date, 10, englandAndWales),
    'by hand, looked up in a map': inMap,
    'by hand, looked up in an object': inObject,
    'by hand, looked up in a typed array': inTypedArray,
    'date-fns with a holiday set': withHolidaySet,
    'date-fns with a holiday list, ten days at once': withHolidayList,
    'temporal-polyfill with a holiday set': (date) => temporal(date, 10),
    'luxon with a holiday set': (date) => luxon(date, 10),
    'date-holidays, `isHoliday` in a loop': withIsHoliday,
  },
  reference: 'professional-status/calendar',
  targets: {
    'by hand, looked up in a map': { within: 8 },
    'by hand, looked up in an object': { within: 8 },
    'by hand, looked up in a typed array': { within: 8 },
    'date-fns with a holiday set': { atLeast: 100 },
    'date-holidays, `isHoliday` in a loop': { atLeast: 10_000 },
  },
  essence: (due) => due,
};
