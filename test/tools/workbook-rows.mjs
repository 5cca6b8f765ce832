// Made-up cells for the workbook: days and moments on which a plain formula may go wrong, with what the cell functions answer for each.
import { addDays, englandAndWales } from 'professional-status/calendar';
import {
  SET_ADJUSTMENT_DEADLINE,
  SET_APPEAL_RESPONSE_DUE,
  SET_APPEAL_STATUS,
  SET_REVIEW_WINDOW,
  SET_WORKING_DAYS,
} from 'professional-status/spreadsheet';
import { eventCells } from '../../examples/spreadsheet/data.mjs';

/** @typedef {import('../../examples/spreadsheet/data.mjs').Cell} Cell */

/** The serial number of a day. @param {string} date */
export const serial = (date) => Date.parse(date) / 86_400_000 + 25_569;

/** The days from one to another, every so many. @param {string} from @param {string} to @param {number} step */
const days = (from, to, step) =>
  Array.from({ length: Math.floor((serial(to) - serial(from)) / step) + 1 }, (_, n) => serial(from) + n * step);

/** Parts of a day: midnight, working hours, the last minute and the last second. */
const TIMES = ['00:00:00', '09:30:00', '17:00:00', '23:59:00', '23:59:59'].map(
  (time) => serial(`1970-01-01T${time}Z`) - serial('1970-01-01'),
);
/** The functions take a time from this day on. */
const TIMES_FROM = serial('1996-01-01');
/** A time for each day, by turns. @param {number} day @param {number} index */
const timed = (day, index) => day + (TIMES[index % TIMES.length] ?? 0);

const end = englandAndWales.span.to;
/** Every day about both ends of the calendar, and days all over it. */
const counted = [
  ...days('2010-12-01', '2011-02-01', 1),
  ...days('2011-02-02', addDays(end, -31), 11),
  ...days(addDays(end, -30), addDays(end, 32), 1),
];
/** Every day of a leap year and of one that is none, month ends about the centuries, and the ends of what the functions take. */
const monthly = [
  ...days('2023-01-01', '2024-12-31', 1),
  ...days('1900-12-25', '1901-03-05', 1),
  ...days('2100-01-20', '2100-03-05', 1),
  ...days('2029-01-25', '2032-03-05', 3),
];

/** @param {import('professional-status/spreadsheet').CellOutput} output @returns {Cell} */
const one = (output) => /** @type {Cell} */ (output);

/** Days on which an answer may be given, around the one on which it is due. @param {number} due @param {number} index @returns {number | ''} */
function answered(due, index) {
  const day = [undefined, due, due, due + 1, due - 1, due + 1, due][index % 7];
  return day === undefined ? '' : timed(day, index);
}

/** The cells of the workbook as of a day; the received day of an appeal is never after its answer. @param {string} day */
export function madeUpCells(day) {
  const asOf = serial(day);
  return {
    asOf,
    eventCells,
    participantCells: ['', ...counted.map(timed)].map((due) => {
      const left = due === '' ? '' : one(SET_WORKING_DAYS(asOf, Math.floor(Number(due))));
      return ['p', 'made-up', '', '', '', due, '', left === 'undetermined' ? '' : left];
    }),
    cohortCells: ['', ...monthly].map((start, index) => {
      const deadline = start === '' ? '' : Number(start) < TIMES_FROM ? start : timed(Number(start), index);
      const [opens = '', closes = ''] = /** @type {Cell[][]} */ (SET_REVIEW_WINDOW(deadline))[0] ?? [];
      return ['made-up', 'QTLS', start, deadline, '', '', '', one(SET_ADJUSTMENT_DEADLINE(start)), opens, closes];
    }),
    appealCells: ['', ...counted].map((at, index) => {
      if (at === '') return ['p', '', '', 'inadmissible', '', ''];
      const received = timed(Number(at), index + 1);
      const due = one(SET_APPEAL_RESPONSE_DUE(received));
      const response = answered(typeof due === 'number' ? due : Math.floor(received) + 14, index);
      return ['p', received, response, 'admissible', due, one(SET_APPEAL_STATUS(received, response, asOf))];
    }),
  };
}

/** As of days before the calendar, in it, on its last day, and after it. */
export const madeUpDays = ['2010-12-31', '2011-01-01', '2022-03-31', '2024-02-29', end, addDays(end, 2)];
