// What a cell shows counts, and what it does not hold is blank: empty cells as engines hand them over, spaces of every kind, seconds, ragged ranges and holes.
import { describe, expect, it } from 'vitest';
import { cellFunctions, describeCellFunctions, type Cell, type CellInput } from '../../src/spreadsheet/index.js';

const { SET_WORKDAY, SET_RESUBMISSION_RESULT, SET_STAGE, SET_POSITION, SET_NEXT_COHORT, SET_IS_WORKING_DAY } = cellFunctions({
  zone: 'UTC',
});
const day = (text: string): number => Date.parse(text) / 86_400_000 + 25_569;

describe('support/6.2.3: a resubmission shown at the very second of the deadline is in time', () => {
  const deadline = Date.UTC(2022, 2, 31, 10);
  it.each([
    ['on it', 0, 'waiting for the outcome'],
    ['5 ms beside', 5, 'waiting for the outcome'],
    ['499 ms beside', 499, 'waiting for the outcome'],
    ['3 ms short of it', -3, 'waiting for the outcome'],
    ['500 ms beside, which shows the next second', 500, 'restart with a new portfolio'],
    ['a second later', 1000, 'restart with a new portfolio'],
  ])('%s', (_, beside, outcome) => {
    const [at, until] = [new Date(deadline + beside), new Date(deadline)];
    const asSerial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;
    const results = [
      SET_RESUBMISSION_RESULT(at, until),
      SET_RESUBMISSION_RESULT(asSerial(at), asSerial(until)),
      cellFunctions({ zone: 'Europe/London' }).SET_RESUBMISSION_RESULT(at, until),
      cellFunctions({ zone: 'host' }).SET_RESUBMISSION_RESULT(at, until),
      cellFunctions({ dateSystem: 1904 }).SET_RESUBMISSION_RESULT(asSerial(at) - 1462, asSerial(until) - 1462),
    ];
    expect(results.map((result) => [result].flat(2)[0])).toEqual(results.map(() => outcome));
  });

  it('a day with some milliseconds beside is the day', () => {
    expect(SET_WORKDAY(new Date(Date.UTC(2020, 11, 23, 0, 0, 0, 5)), 10)).toEqual(new Date(Date.UTC(2021, 0, 11)));
    expect(SET_WORKDAY(new Date(Date.UTC(2020, 11, 22, 23, 59, 59, 997)), 10)).toEqual(new Date(Date.UTC(2021, 0, 11)));
    expect(SET_WORKDAY(new Date(Date.UTC(2020, 11, 22, 23, 59, 59, 400)), 10)).toContain('type the day alone');
  });
});

describe('support/4.4: a deadline in a `Date` cell of London is given back as it is shown', () => {
  const { SET_POSITION: inLondon } = cellFunctions({ zone: 'Europe/London' });
  it.each([
    ['on an ordinary day', '2021-06-30T17:00:00+01:00'],
    ['on the day on which the clocks go forward', '2021-03-28T17:00:00+01:00'],
    ['on that day, before they do', '2021-03-28T00:30:00Z'],
    ['on the day on which the clocks go back', '2021-10-31T17:00:00Z'],
    ['on that day, before they do', '2021-10-31T00:30:00+01:00'],
  ])('%s, %s', (_, deadline) => {
    const cohort = [['qtls-2020-10', 'QTLS', new Date('2020-09-30T23:00:00Z'), new Date(deadline)]];
    const events = [
      ['registered', new Date('2020-09-13T23:00:00Z')],
      ['portfolio-issued', new Date('2020-09-30T23:00:00Z')],
    ];
    const [told = []] = inLondon(events, cohort, new Date('2020-10-01T23:00:00Z')) as Cell[][];
    expect(told.slice(1, 4)).toEqual(['submit the portfolio', 'the participant', new Date(deadline)]);
  });
});

describe('an empty cell of a range, handed over as 0', () => {
  it('is not a holiday', () => {
    expect(SET_WORKDAY(day('2020-12-23'), 10, '', [[day('2021-01-06')], [0], [0]])).toBe(day('2021-01-12'));
    expect(SET_WORKDAY(day('2020-12-23'), 10, 0, [[0, 0]])).toBe(day('2021-01-11'));
    expect(
      SET_WORKDAY('23/12/2020', 10, '', [
        ['06/01/2021', 0],
        [0, ''],
      ]),
    ).toBe('2021-01-12');
    expect(cellFunctions({ dateSystem: 1904 }).SET_WORKDAY(day('2020-12-23') - 1462, 10, '', [[0], [0]])).toBe(day('2021-01-11') - 1462);
  });

  const cohort = [['qtls-2021-01', 'QTLS', '10/01/2021', '30/06/2021 17:00', '31/03/2022 17:00', 0, 0]];
  const events = [
    ['registered', '07/12/2020', 0],
    ['portfolio-issued', '10/01/2021', 0],
  ];
  it('makes a blank row of an event or a cohort', () => {
    expect(SET_STAGE([...events, [0, 0, 0], ['', 0, null]], [...cohort, [0, 0, 0, 0, 0, 0, 0]])).toBe('in programme');
    expect(SET_STAGE([[0, 0, 0], ...events], cohort)).toBe('in programme');
    expect(SET_STAGE([[0, 0, 0]], cohort)).toBe('');
  });
  it('is a cell to fill in where a row has others', () => {
    expect(SET_STAGE([...events, [0, '11/01/2021', 0]], cohort)).toBe('events_range row 3, type: fill in this cell');
  });
});

describe('spaces of every kind, and marks that show nothing', () => {
  it.each(['\u00a0', '\u202f', '\u2009', '\u3000', '  ', '\t', '\u00a0 ', ', '])('%j between day and time', (space) => {
    const stage = SET_STAGE(
      [
        ['registered', '07/12/2020', ''],
        [`portfolio\u00a0issued`, `10${space === ', ' ? ' ' : space}January${space === ', ' ? ' ' : space}2021`, ''],
        ['portfolio-submitted', `29/06/2021${space}16:00`, ''],
      ],
      [['qtls-2021-01', 'QTLS', '10/01/2021', `30/06/2021${space}17:00`]],
    );
    expect(stage).toBe('submitted');
  });
  it.each(['\u200e23/12/2020', '23/12/2020\u200b', '\ufeff23/12/2020', '\u00a023/12/2020\u00a0', '23/12/2020\u2060'])('%j', (text) => {
    expect(SET_WORKDAY(text, '\u00a010\u00a0')).toBe('2021-01-11');
  });
  it('alone they are a blank cell', () => {
    expect(SET_WORKDAY('\u200b', 10)).toBe('');
    expect(SET_WORKDAY('23/12/2020', 10, '\u00a0\u200e')).toBe('2021-01-11');
  });
});

describe('a number of days', () => {
  it.each(['0x0A', '1e1', '0b1010', '0o12', '10.5', 'Infinity', '1_0', '10 days', '1,0', '--10', '٣'])('%j is not one', (days) => {
    expect(SET_WORKDAY('23/12/2020', days)).toBe(`days: type a whole number such as 10; this is "${days}"`);
  });
  it.each(['10', '+10', '010', '10.0', ' 10 '])('%j is ten', (days) => {
    expect(SET_WORKDAY('23/12/2020', days)).toBe('2021-01-11');
  });
});

describe('a year of two digits', () => {
  it.each(['23/12/20', '23-12-20', '23.12.20', '1/2/20', '23 Dec 20', '23 December 20', '23/12/20 17:00'])(
    '%s: the advice is about the year',
    (text) => {
      expect(SET_WORKDAY(text, 10)).toBe(`date: write the year in full, with four digits; this is "${text}"`);
    },
  );
  it.each(['23/12', 'tomorrow', '12/23/2020'])('%s: the advice is about the day', (text) => {
    expect(SET_WORKDAY(text, 10)).toContain('type a day such as 31/03/2021, day first');
  });
});

describe('a ragged range', () => {
  it('has blanks where it has no cell', () => {
    expect(SET_IS_WORKING_DAY([['23/12/2020', '24/12/2020'], ['25/12/2020']])).toEqual([
      [true, true],
      [false, ''],
    ]);
    expect(SET_WORKDAY([['23/12/2020'], []], 10)).toEqual([['2021-01-11'], ['']]);
    expect(SET_WORKDAY([[], ['23/12/2020', '24/12/2020']], 1)).toEqual([
      ['', ''],
      ['2020-12-24', '2020-12-29'],
    ]);
  });
  it('beside one that is narrower says so', () => {
    const wide = [['23/12/2020', '24/12/2020', '29/12/2020']];
    expect(SET_WORKDAY(wide, [[1, 2]])).toEqual([
      ['2020-12-24', '2020-12-30', 'days: give ranges of the same width; this one has 2 columns'],
    ]);
    expect(SET_WORKDAY(wide, [[1]])).toEqual([['2020-12-24', '2020-12-29', '2020-12-30']]);
  });
});

describe('a hole in a range', () => {
  const hole = (...filled: readonly (readonly [number, unknown])[]): CellInput => {
    const range: unknown[] = new Array(3);
    for (const [index, row] of filled) range[index] = row;
    return range as unknown as CellInput;
  };
  it('is a blank cell', () => {
    expect(SET_WORKDAY(hole([1, ['23/12/2020']]), 10)).toEqual([[''], ['2021-01-11'], ['']]);
    expect(SET_WORKDAY(hole([0, '23/12/2020']), 10)).toEqual([['2021-01-11'], [''], ['']]);
    expect(SET_WORKDAY('23/12/2020', 10, '', hole([2, ['06/01/2021']]))).toBe('2021-01-12');
    expect(SET_NEXT_COHORT('QTLS', '01/11/2021', hole([1, ['c-1', 'QTLS', '10/01/2022']]))).toBe('c-1');
    expect(SET_POSITION(hole([0, hole([1, '07/12/2020'])]), [['c-1', 'QTLS', '10/01/2021']])).toEqual([
      ['events_range row 1, type: fill in this cell', '', '', '', '', ''],
    ]);
  });
  it.each(describeCellFunctions().map(({ name }) => name))('%s: is never an error of the program', (name) => {
    const run = cellFunctions()[name];
    for (const range of [hole(), hole([1, ['23/12/2020']]), hole([1, hole([1, 1])]), [hole()] as unknown as CellInput]) {
      for (let at = 0; at < 5; at++) {
        const cells: CellInput[] = ['23/12/2020', '24/12/2020', '', '', ''];
        cells[at] = range;
        expect(() => run(...cells)).not.toThrow();
        expect(() => run('SET_WORKDAY', ...cells)).not.toThrow();
      }
    }
  });
  it('a range of more rows than most has an answer for each', () => {
    const rows = Array.from({ length: 200_000 }, () => ['']);
    expect(SET_WORKDAY(rows, 10)).toHaveLength(200_000);
  });
});
