// `Date` cells, the one thing that the host's time zone can change: src/spreadsheet/date-cell.ts alone may read it.
import { describe, expect, it, test } from 'vitest';
import {
  SET_APPEAL_RESPONSE_DUE,
  SET_RESUBMISSION_RESULT,
  SET_WORKDAY,
  SET_WORKING_DAYS,
  cellFunctions,
  type Cell,
} from '../../src/spreadsheet/index.js';

const hostile = (value: unknown): Cell => value as Cell;

describe('a Date cell', () => {
  const days: readonly (readonly [number, number, number])[] = [
    [2021, 2, 28], // London's clocks go forward
    [2021, 9, 31], // and back
    [2021, 2, 14], // New York's
    [2021, 10, 7],
    [2021, 8, 26], // Auckland's
    [2021, 3, 4],
    [2020, 11, 31],
    [2024, 1, 29],
  ];
  test.each(days)('is the day that the host’s zone shows at its midnight: year %d, month %d from 0, day %d', (year, month, date) => {
    const day = `${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const cell = new Date(year, month, date);
    expect(SET_WORKDAY(cell, 0)).toEqual(cell);
    expect(SET_WORKING_DAYS(cell, day)).toBe(0);
    const [due] = [SET_APPEAL_RESPONSE_DUE(day) as string];
    const [y = 0, m = 0, d = 0] = due.split('-').map(Number);
    expect(SET_APPEAL_RESPONSE_DUE(cell)).toEqual(new Date(y, m - 1, d));
  });

  it('with a time is that time in London, whatever the zone of the sheet', () => {
    const result = (h: number, s: number) =>
      SET_RESUBMISSION_RESULT(new Date(2021, 9, 31, h, 0, s), new Date(2021, 9, 31, 17, 0, 0), '', new Date(2021, 10, 1));
    expect([result(17, 0), result(17, 1)]).toEqual(['waiting for the outcome', 'restart with a new portfolio']);
  });

  it('that is not midnight is refused where a day is meant', () => {
    const says =
      'date: type the day alone, or take it with INT(); this cell has a time of day, or the script is in another time zone than the sheet';
    expect(SET_WORKDAY(new Date(2021, 2, 31, 19), 10)).toBe(says);
    expect(SET_WORKDAY([[new Date(2021, 2, 31, 0, 0, 1)], [new Date(2021, 2, 31)]], 0)).toEqual([[says], [new Date(2021, 2, 31)]]);
  });

  it('is read in UTC where the functions are made for UTC, as for a library that reads workbook files', () => {
    const { SET_APPEAL_RESPONSE_DUE: due, SET_WORKDAY: workday } = cellFunctions({ zone: 'UTC' });
    expect(due(new Date('2020-12-23T00:00:00Z'))).toEqual(new Date('2021-01-11T00:00:00Z'));
    expect(workday(new Date('2021-06-30T00:00:00Z'), 0)).toEqual(new Date('2021-06-30T00:00:00Z'));
    expect(workday(new Date('1899-12-31T23:59:59Z'), 0)).toBe('date: type a day from 01/01/1900 to 31/12/2199');
    expect(workday(new Date('2200-01-01T00:00:00Z'), 0)).toBe('date: type a day from 01/01/1900 to 31/12/2199');
  });

  it('is read in London’s time where the functions are made for London', () => {
    const { SET_WORKDAY: workday } = cellFunctions({ zone: 'Europe/London' });
    expect(workday(new Date('2021-06-29T23:00:00Z'), 1)).toEqual(new Date('2021-06-30T23:00:00Z'));
    expect(workday(new Date('2021-12-23T00:00:00Z'), 1)).toEqual(new Date('2021-12-24T00:00:00Z'));
  });

  it('of London is read from 1996 on, though an answer may be a month before', () => {
    const { SET_ADJUSTMENT_DEADLINE: deadline } = cellFunctions({ zone: 'Europe/London' });
    expect(deadline(new Date('1996-01-31T00:00:00Z'))).toEqual(new Date('1995-12-31T00:00:00Z'));
    expect(deadline(new Date('1995-12-31T00:00:00Z'))).toBe('programme_start: type a day from 01/01/1996 to 31/12/2199');
  });

  it('that holds no date, or one outside 1900 to 2199, is refused with what to type', () => {
    expect(SET_WORKDAY(new Date(NaN), 1)).toBe('date: type a day such as 31/03/2021, day first; this is something else');
    expect(SET_WORKDAY(new Date(1899, 11, 31), 1)).toBe('date: type a day from 01/01/1900 to 31/12/2199');
    expect(SET_WORKDAY(new Date(2200, 0, 1), 1)).toBe('date: type a day from 01/01/1900 to 31/12/2199');
    expect(SET_WORKDAY(hostile({ [Symbol.toStringTag]: 'Date', getTime: () => 0 }), 1)).toMatch(/something else/);
  });
});
