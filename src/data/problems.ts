// What every function of the calendar says of a bad argument, in one place.
import { fromDay, inRange, type PlainDate } from '../calendar/civil.js';
import { InvalidFacts, received, type Issue } from './errors.js';

export const IS_A_DATE = 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31';
export const IS_A_COUNT = 'must be a whole number from -109572 to 109572';
export const IS_A_CALENDAR = 'must be a calendar such as englandAndWales';
export const IS_A_TEXT = 'must be a text of 1 to 200 characters';
export const IS_AN_INSTANT = 'must be an instant written YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)';
export const IS_A_TIME = 'must be a time of day written HH:MM or HH:MM:SS';
export const IS_KNOWN = 'is not a known key';
const STAYS_IN_RANGE = 'must lead to a date from 1900-01-01 to 2199-12-31';

export type Path = Issue['path'];

/** Makes one issue, with the value rendered safely. */
export function issue(path: Path, message: string, value: unknown): Issue {
  return { path, message, received: received(value) };
}

/** Makes the error of one problem. */
export function invalid(path: Path, message: string, value: unknown): InvalidFacts {
  return new InvalidFacts([issue(path, message, value)]);
}

/** The date that a count from `date` reached, if there is one. */
export function reached(day: number, date: PlainDate): PlainDate {
  if (!inRange(day)) throw invalid([], STAYS_IN_RANGE, date);
  return fromDay(day);
}
