// A count drawn: a cell to each day that countDays gives, with its number or with why it has none.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { addDays, countDays, englandAndWales, workingCalendar, type PlainDate } from '../../src/calendar/index.js';
import { dayCount } from '../../src/diagrams/index.js';
import { named, readXml, tipOf } from './xml.js';

const cells = (svg: string) =>
  named(readXml(svg), 'g').map((cell) => ({ tip: tipOf(cell), text: named(cell, 'text').map(({ text }) => text) }));

describe('9.1, ten working days over Christmas', () => {
  const svg = dayCount('2020-12-23', 10, englandAndWales);

  test('has day 0, the numbers, the weekends and the holidays by name', () => {
    expect(cells(svg).map(({ text }) => text)).toEqual([
      ['23 Dec 2020', 'day 0'],
      ['24 Dec', '1'],
      ['25 Dec', 'Christmas Day'],
      ['26 Dec', 'weekend'],
      ['27 Dec', 'weekend'],
      ['28 Dec', 'Boxing Day'],
      ['29 Dec', '2'],
      ['30 Dec', '3'],
      ['31 Dec', '4'],
      ['1 Jan 2021', 'New Year’s Day'],
      ['2 Jan', 'weekend'],
      ['3 Jan', 'weekend'],
      ['4 Jan', '5'],
      ['5 Jan', '6'],
      ['6 Jan', '7'],
      ['7 Jan', '8'],
      ['8 Jan', '9'],
      ['9 Jan', 'weekend'],
      ['10 Jan', 'weekend'],
      ['11 Jan', '10', 'last day'],
    ]);
  });

  test('says the same to who does not see it', () => {
    const [title, desc] = readXml(svg).children;
    expect(title?.text).toBe('10 working days from Wednesday 23 December 2020: Monday 11 January 2021');
    expect(desc?.text).toBe(
      'Calendar england-and-wales. Wednesday 23 December 2020 is day 0. ' +
        "Not counted: 6 weekend days, Christmas Day (25 December 2020), the substitute day for Boxing Day (28 December 2020), New Year's Day (1 January 2021).",
    );
  });
});

test('a count back runs up to its day 0', () => {
  expect(cells(dayCount('2021-01-04', -2, englandAndWales)).map(({ text }) => text)).toEqual([
    ['30 Dec 2020', '-2', 'reached'],
    ['31 Dec', '-1'],
    ['1 Jan 2021', 'New Year’s Day'],
    ['2 Jan', 'weekend'],
    ['3 Jan', 'weekend'],
    ['4 Jan', 'day 0'],
  ]);
});

test('a count of none is its day 0', () => {
  expect(dayCount('2021-01-04', 0, englandAndWales)).toContain('is day 0. It is the day itself.');
  expect(cells(dayCount('2021-01-04', 0, englandAndWales))).toEqual([
    { tip: 'Monday 4 January 2021: day 0', text: ['4 Jan 2021', 'day 0'] },
  ]);
});

test('a long name is broken, cut where there is no room, and whole where a pointer rests', () => {
  const name = 'Closed for the removal of the archive & the <whole> of the library to the new building';
  const office = workingCalendar({ base: englandAndWales, id: 'office', version: '1', closures: [{ from: '2021-06-08', name }] });
  const [, closed] = cells(dayCount('2021-06-07', 1, office));
  expect(closed?.text).toEqual(['8 Jun', 'Closed for the', 'removal of the…']);
  expect(closed?.tip).toBe(`Tuesday 8 June 2021: ${name}`);
});

test('a word too long for its cell is cut', () => {
  const name = 'Stadtverwaltungsjubiläum in town';
  const office = workingCalendar({ base: englandAndWales, id: 'office', version: '1', closures: [{ from: '2021-06-08', name }] });
  expect(cells(dayCount('2021-06-07', 1, office))[1]?.text).toEqual(['8 Jun', 'Stadtverwaltungs…', 'in town']);
});

test('a count that the calendar does not cover is outside it', () => {
  expect(() => dayCount(englandAndWales.span.to, 10, englandAndWales)).toThrow(expect.objectContaining({ code: 'OUTSIDE_CALENDAR' }));
});

property.prop([fc.integer({ min: 0, max: 6000 }), fc.integer({ min: -60, max: 60 })])(
  'every count has the cells of countDays',
  (after, n) => {
    const date: PlainDate = addDays('2011-06-01', after % 5000);
    const { days } = countDays(date, n, englandAndWales);
    const drawn = cells(dayCount(date, n, englandAndWales));
    const inOrder = n < 0 ? [...days].reverse() : days;
    expect(drawn.map(({ text }) => text.find((each) => /^-?\d+$/.test(each)) ?? false)).toEqual(
      inOrder.map(({ counted }) => (counted === false ? false : String(counted))),
    );
    for (const [index, { reason, name }] of inOrder.entries()) {
      const said = reason === 'trigger' ? 'day 0' : (name ?? (reason === 'weekend' ? 'weekend' : 'day'));
      expect(drawn[index]?.tip).toContain(`: ${said}`);
    }
  },
);
