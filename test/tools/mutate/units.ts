// The same questions, counted in another unit: what a change of unit puts in the place of the calendar's own functions.
import * as days from '../../../src/calendar/dates.js';
import * as working from '../../../src/calendar/working-days.js';
import { englandAndWales } from '../../../src/calendar/nations.js';
import { compare } from '../../../src/decision/steps.js';
import { dateOf, type Moment } from '../../../src/decision/decision.js';

type Date = days.PlainDate;
type Calendar = Parameters<typeof working.isWorkingDay>[1];
const inDays = (a: Moment, b: Moment): number => days.daysBetween(dateOf(b), dateOf(a));

export const units = {
  addDays: (date: Date, n: number): Date => days.addMonths(date, n),
  addMonths: (date: Date, n: number): Date => days.addDays(date, 30 * n),
  subtractMonths: (date: Date, n: number): Date => days.addDays(date, -30 * n),
  addWorkingDays: (date: Date, n: number): Date => days.addDays(date, n),
  nextWorkingDay: (date: Date): Date => days.addDays(date, 1),
  previousWorkingDay: (date: Date): Date => days.addDays(date, -1),
  daysBetween: (a: Date, b: Date): number => working.workingDaysBetween(a, b, englandAndWales),
  workingDaysBetween: (a: Date, b: Date): number => days.daysBetween(a, b),
  compareTimes: (left: Moment, operator: Parameters<typeof compare>[1], right: Moment) => compare(dateOf(left), operator, dateOf(right)),
  orderOf: inDays,
  compareInstants: inDays,
} satisfies Record<string, (...args: never[]) => unknown>;

export type { Calendar };
