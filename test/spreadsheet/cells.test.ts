// Cells as they really come: serial numbers of both systems, dates as typed, `Date` cells of the host's zone, blanks, ranges, and cells that are wrong.
import { describe, expect, it, test } from 'vitest';
import {
  SET_ADJUSTMENT_STATUS,
  SET_APPEAL_RESPONSE_DUE,
  SET_APPEAL_STATUS,
  SET_AWARD_APPEAL_DUE,
  SET_CLAUSE,
  SET_EXPLAIN,
  SET_IS_WORKING_DAY,
  SET_NEXT_COHORT,
  SET_NEXT_DUTIES,
  SET_POSITION,
  SET_RESUBMISSION_RESULT,
  SET_REVIEW_WINDOW,
  SET_ROUTE_QUERY,
  SET_STAGE,
  SET_WORKDAY,
  SET_WORKING_DAYS,
  cellFunctions,
  describeCellFunctions,
  type Cell,
  type CellInput,
} from '../../src/spreadsheet/index.js';
import { englandAndWales } from '../../src/calendar/index.js';
import { InvalidFacts, explain, noticeDeadline } from '../../src/index.js';
import { entry } from '../../src/spreadsheet/entry.js';
import { run } from '../../src/spreadsheet/run.js';

const hostile = (value: unknown): Cell => value as Cell;

describe('the examples of the reference', () => {
  it.each(describeCellFunctions().map((each) => [each.name, each] as const))('%s', (name, { example: { cells, result } }) => {
    expect(cellFunctions()[name](...cells)).toEqual(result);
  });

  it.each(describeCellFunctions().map((each) => [each.name, each] as const))('%s is explained', (name, { example: { cells } }) => {
    expect(SET_EXPLAIN(name, ...cells)).toMatch(/^[A-Z"].{20,}/s);
  });

  it('have no sentence that lacks its full stop, and name each argument once', () => {
    for (const { says, arguments: all, gives } of describeCellFunctions()) {
      for (const sentence of [says, ...all.map((each) => each.says)]) expect(sentence).toMatch(/^[A-Z].*\.$/);
      expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
      expect(gives.length).toBeGreaterThan(0);
    }
  });
});

describe('serial numbers', () => {
  const of1900 = cellFunctions();
  const of1904 = cellFunctions({ dateSystem: 1904 });

  // 0 working days from a day is that day, so this gives back what was read, where the calendar has it.
  test.each<[string, number, string]>([
    ['the first day of the calendar', 40544, '2011-01-01'],
    ['a leap day', 43890, '2020-02-29'],
    ['31 March 2021', 44286, '2021-03-31'],
    ['a time of day is passed over where a day is meant', 44286.999, '2021-03-31'],
    ['a fraction so near to midnight that it is that midnight', 44286.9999999999, '2021-04-01'],
  ])('1900: %s', (_, serial, day) => {
    expect(of1900.SET_WORKDAY(serial, 0)).toBe(Math.round(serial - 0.4999));
    expect(of1900.SET_WORKING_DAYS(serial, day)).toBe(0);
  });

  test.each<[number, string | number]>([
    [1, 'programme_start: must lead to a date from 1900-01-01 to 2199-12-31'], // a month before 1 January 1900
    [32, 1], // 1 February 1900
    [59, 28], // 28 February 1900
    [60, 'programme_start: there was no 29 February 1900; type a day such as 31/03/2021, day first'],
    [61, 32], // 1 March 1900, a day later than the false one
    [62, 33],
    [109_574, 109_543], // 31 December 2199
    [109_575, 'programme_start: type a day such as 31/03/2021, day first; this is 109575'],
    [-1, 'programme_start: type a day such as 31/03/2021, day first; this is -1'],
    [NaN, 'programme_start: type a day such as 31/03/2021, day first; this is NaN'],
    [Infinity, 'programme_start: type a day such as 31/03/2021, day first; this is Infinity'],
    [0, ''], // an empty cell, as some engines hand it over
  ])('1900: %d', (serial, result) => {
    const given = of1900.SET_ADJUSTMENT_DEADLINE(serial);
    if (typeof result === 'string') expect(given).toMatch(new RegExp(`^${result.replace(/^.*?: must/, '.*must')}$`));
    else expect(given).toBe(result);
  });

  test.each<[number, string | number]>([
    [0, "1903-12-01 lies before the first day of this workbook's dates, 01/01/1904"],
    [31, 0], // 1 February 1904: a month before it is the first day of the system
    [42824, 42793], // 31 March 2021: 28 February
    [42824.7083333333, 42793],
    [108_112, 108_081], // 31 December 2199
    [108_113, 'programme_start: type a day such as 31/03/2021, day first; this is 108113'],
  ])('1904: %d', (serial, result) => {
    expect(of1904.SET_ADJUSTMENT_DEADLINE(serial)).toBe(result);
  });

  it('1904: the two systems lie 1462 days apart', () => {
    for (const serial of [44_000, 44_286, 44_562]) {
      expect(of1904.SET_APPEAL_RESPONSE_DUE(serial - 1462)).toBe(Number(of1900.SET_APPEAL_RESPONSE_DUE(serial)) - 1462);
    }
  });

  it('a fraction is taken to the second that is shown', () => {
    const result = (resubmitted: number) => of1900.SET_RESUBMISSION_RESULT(resubmitted, '31/10/2021 17:00', '', 44501);
    const beside = (seconds: number) => 44500 + (17 * 3600 + seconds) / 86_400;
    expect([44500.7083333333, 44500.70833333334, beside(0.001), beside(1)].map(result)).toEqual([
      'waiting for the outcome',
      'waiting for the outcome',
      'waiting for the outcome',
      'restart with a new portfolio',
    ]);
  });

  it('a fraction is a time of day in London where an instant is meant, to the second and in time on it', () => {
    const deadline = 44500 + 17 / 24; // 17:00 on 31 October 2021, the day on which the clocks go back
    const onIt = of1900.SET_RESUBMISSION_RESULT(44500 + 17 / 24, deadline, '', 44501);
    const after = of1900.SET_RESUBMISSION_RESULT(44500 + (17 * 3600 + 1) / 86_400, deadline, '', 44501);
    expect([onIt, after]).toEqual(['waiting for the outcome', 'restart with a new portfolio']);
  });
});

describe('dates as people type them', () => {
  const refused = (text: string) => `date: type a day such as 31/03/2021, day first; this is "${text}"`;
  test.each([
    ['31/03/2021', '2021-03-31'],
    ['31/3/2021', '2021-03-31'],
    [' 01/02/2021 ', '2021-02-01'],
    ['31-03-2021', '2021-03-31'],
    ['31.03.2021', '2021-03-31'],
    ['31 March 2021', '2021-03-31'],
    ['31 mar 2021', '2021-03-31'],
    ['1 May 2021', '2021-05-01'],
    ['2021-03-31', '2021-03-31'],
    ['2021-03-31 17:00', '2021-03-31'],
    ['31/03/2021 17:00:30', '2021-03-31'],
    ['2021-06-30T23:30:00Z', '2021-07-01'], // past midnight in London
    ['44286', '2021-03-31'], // a number that was stored as text
    ['03/31/2021', refused('03/31/2021')], // month first is never read
    ['31/02/2021', refused('31/02/2021')],
    ['29/02/2021', refused('29/02/2021')],
    ['31/03/21', 'date: write the year in full, with four digits; this is "31/03/21"'], // the century would be a guess
    ['31/03-2021', refused('31/03-2021')],
    ['2021-3-31', refused('2021-3-31')],
    ['31/03/2021 24:00', refused('31/03/2021 24:00')],
    ['31 Mars 2021', refused('31 Mars 2021')],
    ['tomorrow', refused('tomorrow')],
    ['0', refused('0')],
    ['x'.repeat(40), refused(`${'x'.repeat(30)}…`)],
  ])('%s', (typed, day) => {
    expect(SET_WORKDAY(typed, 0)).toBe(day);
  });

  it('a day and time is the time that London’s clock shows', () => {
    expect(SET_RESUBMISSION_RESULT('31/10/2021 17:00', '31/10/2021 17:00', '', '01/11/2021')).toBe('waiting for the outcome');
    expect(SET_RESUBMISSION_RESULT('2021-10-31T17:00:00Z', '31/10/2021 17:00', '', '01/11/2021')).toBe('waiting for the outcome');
    expect(SET_RESUBMISSION_RESULT('2021-03-31T16:00:00Z', '31/03/2021 17:00', '', '01/04/2021')).toBe('waiting for the outcome'); // summer time
    expect(SET_RESUBMISSION_RESULT('2021-03-31T16:00:01Z', '31/03/2021 17:00', '', '01/04/2021')).toBe('restart with a new portfolio');
  });

  it('a time that the clocks skipped, or one before the clock is known, is not read', () => {
    const says = "deadline: type a time that London's clock showed on that day, from 1996 on; this is ";
    expect(SET_REVIEW_WINDOW('28/03/2021 01:30')).toEqual([[`${says}"28/03/2021 01:30"`, '']]);
    expect(SET_REVIEW_WINDOW('31/12/1995 17:00')).toEqual([[`${says}"31/12/1995 17:00"`, '']]);
    expect(SET_REVIEW_WINDOW('28/03/2021 02:00')).toEqual([['2021-03-29', '2021-04-28']]);
  });
});

describe('blank cells', () => {
  it.each<[string, Cell]>([
    ['text', ''],
    ['spaces', '  '],
    ['null', null],
    ['nothing', undefined],
    ['0 of an empty cell', 0],
    ['an engine’s own empty cell', hostile(Symbol('Empty value'))],
  ])('%s stays blank', (_, blank) => {
    expect(SET_WORKDAY(blank, 10)).toBe('');
    expect(SET_REVIEW_WINDOW(blank)).toEqual([['', '']]);
    expect(SET_WORKDAY([['23/12/2020'], [blank], ['']], 10)).toEqual([['2021-01-11'], [''], ['']]);
  });

  it('that mean something not happened are so read', () => {
    expect(SET_APPEAL_STATUS('23/12/2020', '', '11/01/2021')).toBe('pending');
    expect(SET_APPEAL_STATUS('23/12/2020', null, '12/01/2021')).toBe('overdue');
    expect(SET_APPEAL_STATUS('23/12/2020', '11/01/2021', '')).toBe('in time');
    expect(SET_APPEAL_STATUS('23/12/2020', '', '')).toBe('not asked');
    expect(SET_RESUBMISSION_RESULT('', '31/10/2021 17:00', '', '31/10/2021')).toBe('waiting for the resubmission');
    expect(SET_RESUBMISSION_RESULT('', '31/10/2021 17:00', '', '')).toBe('as_of: type the day to judge on, such as TODAY()');
    expect(SET_RESUBMISSION_RESULT('', '31/10/2021 17:00', 'criteria-met', '01/11/2021')).toBe(
      'resubmitted: type when it was, since there is an outcome',
    );
  });

  it('leave out what may be left out', () => {
    expect(SET_WORKDAY('23/12/2020', 10, '', [['']])).toBe('2021-01-11');
    expect(SET_WORKDAY('23/12/2020', 10, 'Scotland')).toBe('2021-01-12');
  });
});

describe('ranges', () => {
  it('have an answer a row, and a bad cell spoils none but its own', () => {
    expect(SET_ADJUSTMENT_STATUS([['10/12/2020'], ['soon'], [''], ['11/12/2020']], '10/01/2021')).toEqual([
      ['in time'],
      ['requested: type a day such as 31/03/2021, day first; this is "soon"'],
      [''],
      ['late'],
    ]);
    expect(SET_REVIEW_WINDOW([['31/03/2021'], ['nonsense'], ['30/06/2021']])).toEqual([
      ['2021-04-01', '2021-04-30'],
      ['deadline: type a day such as 31/03/2021, day first, or a day and time such as 31/03/2021 17:00; this is "nonsense"', ''],
      ['2021-07-01', '2021-07-31'],
    ]);
  });

  it('go row by row with each other, and one cell or one row goes with all', () => {
    expect(SET_WORKDAY([['23/12/2020'], ['24/12/2020']], [[1], [2]])).toEqual([['2020-12-24'], ['2020-12-30']]);
    expect(SET_WORKDAY([['23/12/2020'], ['24/12/2020']], [[1]])).toEqual([['2020-12-24'], ['2020-12-29']]);
    expect(SET_WORKDAY('23/12/2020', [[1], [2]])).toEqual([['2020-12-24'], ['2020-12-29']]);
    expect(SET_WORKDAY([['23/12/2020']], 1)).toEqual([['2020-12-24']]);
  });

  it('across are answered across', () => {
    expect(
      SET_IS_WORKING_DAY([
        ['24/12/2020', '25/12/2020'],
        ['28/12/2020', '29/12/2020'],
      ]),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(SET_REVIEW_WINDOW([['31/03/2021', '30/06/2021']])).toEqual([
      ['Give ranges of one column: this function answers with several cells a row', ''],
    ]);
  });

  it('of different lengths are not made to fit', () => {
    expect(SET_WORKDAY([['23/12/2020'], ['24/12/2020'], ['29/12/2020']], [[1], [1]])).toEqual([
      ['2020-12-24'],
      ['2020-12-29'],
      ['days: give ranges of the same length; this one has 2 rows, and another 3'],
    ]);
  });

  it('have dates wrapped as an engine wraps them', () => {
    expect(SET_WORKDAY([[hostile({ val: 44188 })], [hostile({ val: '' })]], 10)).toEqual([[44207], ['']]);
  });

  it('mix kinds of dates, each row answered in its own', () => {
    expect(SET_WORKDAY([['23/12/2020'], [44188], [new Date(2020, 11, 23)]], 10)).toEqual([
      ['2021-01-11'],
      [44207],
      [new Date(2021, 0, 11)],
    ]);
  });

  it('of one column may be a plain list', () => {
    expect(SET_WORKDAY(hostile(['23/12/2020', '24/12/2020']), 1)).toEqual([['2020-12-24'], ['2020-12-29']]);
  });

  it('of a thousand and one rows too', () => {
    const answers = SET_APPEAL_RESPONSE_DUE(Array.from({ length: 1001 }, (_, index) => [44188 + (index % 7)])) as number[][];
    expect(answers).toHaveLength(1001);
    expect(answers[1000]).toEqual([SET_APPEAL_RESPONSE_DUE(44188 + (1000 % 7))]);
  });
});

describe('extra holidays', () => {
  it('are days off besides those of the nation', () => {
    expect(SET_WORKDAY('23/12/2020', 1, '', [['24/12/2020']])).toBe('2020-12-29');
    expect(SET_WORKDAY('23/12/2020', 1, '', '24/12/2020')).toBe('2020-12-29');
    expect(SET_IS_WORKING_DAY([['24/12/2020'], ['29/12/2020']], 'scotland', [['Holidays'], [44189], [''], [44194]])).toEqual([
      [false],
      [false],
    ]);
    expect(
      SET_WORKING_DAYS('23/12/2020', '11/01/2021', '', [
        ['24/12/2020', '25/12/2020'],
        ['26/12/2020', ''],
      ]),
    ).toBe(9);
    expect(SET_EXPLAIN('SET_IS_WORKING_DAY', '24/12/2020', '', [['24/12/2020']])).toBe(
      'Thursday 24 December 2020 is a holiday: Extra holiday.',
    );
  });

  it('keep the kind of the date that is counted from', () => {
    expect(SET_WORKDAY('23/12/2020', 1, '', [[44189]])).toBe('2020-12-29');
  });

  it('are why a day does not count, as its weekend is; any other day counts', () => {
    const why = (date: string) => SET_EXPLAIN('SET_IS_WORKING_DAY', date, '', [['24/12/2020']]);
    expect(why('26/12/2020')).toBe('Saturday 26 December 2020 is a day of the weekend.');
    expect(why('29/12/2020')).toBe('Tuesday 29 December 2020 is a working day.');
  });

  it('that are wrong are named in every row, since they bear on every row', () => {
    const says = 'extra_holidays row 2, date: type a day such as 31/03/2021, day first; this is "12/25/2020"';
    expect(SET_WORKDAY([['23/12/2020'], [''], ['24/12/2020']], 1, '', [['24/12/2020'], ['12/25/2020']])).toEqual([[says], [''], [says]]);
  });

  it('outside the years that are held have no bearing', () => {
    expect(SET_WORKDAY('23/12/2020', 1, '', [['24/12/1999']])).toBe('2020-12-24');
  });
});

describe('a count backwards', () => {
  it('is told as before, and never as a negative number', () => {
    expect(SET_EXPLAIN('SET_WORKDAY', '11/01/2021', -10)).toMatch(
      /^Wednesday 23 December 2020 is 10 working days before Monday 11 January 2021, which is day 0\.\n/,
    );
    expect(SET_EXPLAIN('SET_WORKING_DAYS', '11/01/2021', '23/12/2020')).toMatch(
      /^There are 10 working days before Monday 11 January 2021, which is day 0, back to Wednesday 23 December 2020\.\n/,
    );
    expect(SET_EXPLAIN('SET_WORKING_DAYS', '11/01/2021', '08/01/2021')).toMatch(/^There is 1 working day before /);
  });
  it('leaves a count forwards as it is', () => {
    expect(SET_EXPLAIN('SET_WORKDAY', '23/12/2020', 10)).toMatch(/^Monday 11 January 2021 is 10 working days from /);
    expect(SET_EXPLAIN('SET_WORKING_DAYS', '23/12/2020', '29/12/2020')).toMatch(/^There are 2 working days from .*, to Tuesday 29 /);
  });
});

it.each([
  ['explanation-requested', 'The member has until 28 May 2021 to ask for an explanation of the decision. '],
  ['explained', 'The Head of Professional Status has until 21 May 2021 to explain the decision in writing. '],
  ['appeal-lodged', 'The member has until 28 May 2021 to send the grounds for an appeal. '],
])('award-appeals/4.1 to 4.3: why the step %s has its last day is told in the words of its label', (step, line) => {
  expect(String(SET_EXPLAIN('SET_AWARD_APPEAL_DUE', step, '14/05/2021')).startsWith(line)).toBe(true);
});

describe('an appeal against a decision not to award, outside the time of the awards appeals policy', () => {
  const steps = ['explanation-requested', 'explained', 'appeal-lodged'];
  it.each([
    ['31/08/2020', 'QTLS and ATS awards appeals policy'],
    ['01/11/2022', 'Objections policy'],
    ['02/11/2022', 'Objections policy'],
    ['06/08/2025', 'Objections policy'],
    ['28/12/2025', 'Objections policy'],
  ])('received %s, has no date: the %s says', (day, document) => {
    for (const step of steps) {
      expect(SET_AWARD_APPEAL_DUE(step, day)).toBe('undetermined');
      expect(SET_EXPLAIN('SET_AWARD_APPEAL_DUE', step, day)).toContain(document);
      expect(SET_EXPLAIN('SET_AWARD_APPEAL_DUE', step, day)).not.toMatch(/\d{4}/);
    }
  });

  it('received on the first or the last day of the policy, has one', () => {
    expect(SET_AWARD_APPEAL_DUE('explained', '01/09/2020')).toBe('2020-09-08');
    expect(SET_AWARD_APPEAL_DUE('explained', '31/10/2022')).toBe('2022-11-07');
  });
});

describe('9.1: the reasons of an answer about an appeal say what the cells say, and no more', () => {
  const nobodySaid = /discussed|sufficien|outline|membership enquiries|can be taken|by email/;
  it.each<[string, readonly string[], string]>([
    [
      'SET_APPEAL_RESPONSE_DUE',
      ['23/12/2020'],
      'If clause 9.1 takes the appeal, the Professional Status Team must respond in writing by 11 January 2021. (Support policy 9.1)',
    ],
    [
      'SET_APPEAL_STATUS',
      ['23/12/2020', '', '12/01/2021'],
      'If clause 9.1 takes the appeal, the Professional Status Team must respond in writing by 11 January 2021. It has not responded, and is overdue. (Support policy 9.1)',
    ],
    [
      'SET_APPEAL_STATUS',
      ['23/12/2020', '08/01/2021', ''],
      'If clause 9.1 takes the appeal, the Professional Status Team must respond in writing by 11 January 2021. It responded in time. (Support policy 9.1)',
    ],
  ])('%s, %j', (name, cells, line) => {
    const why = String(SET_EXPLAIN(name, ...cells));
    expect(why.split('\n')[0]).toBe(line);
    expect(why).not.toMatch(nobodySaid);
    expect(why).toContain('11 January 2021 is 10 working days after Wednesday 23 December 2020, which is day 0.');
  });

  it('so do those of one that the calendar does not reach', () => {
    expect(SET_EXPLAIN('SET_APPEAL_RESPONSE_DUE', '20/12/2010')).not.toMatch(nobodySaid);
  });
});

describe('what is not settled', () => {
  it('is the one word, and the explanation says what is missing', () => {
    expect(SET_ROUTE_QUERY('ATS', 'eligibility')).toBe('undetermined'); // support/6.1.4.f gives no address for it
    expect(SET_EXPLAIN('SET_ROUTE_QUERY', 'ATS', 'eligibility')).toContain(
      'This is for SET to decide. Ask SET where a query about eligibility for ATS goes. (Support policy 6.1.4.f; also checked: Support policy 6.1.4.d)',
    );
    expect(SET_APPEAL_RESPONSE_DUE('20/12/2010')).toBe('undetermined');
    expect(SET_EXPLAIN('SET_APPEAL_RESPONSE_DUE', '20/12/2010')).toContain('are known from 1 January 2011 to 31 December ');
    expect(SET_WORKDAY('20/12/2010', 10)).toBe('undetermined');
    expect(SET_EXPLAIN('SET_WORKDAY', '20/12/2010', 10)).toBe(
      `Bank holidays are held for 1 January 2011 to 31 December ${englandAndWales.span.to.slice(0, 4)} only, and 20 December 2010 is needed.`,
    );
  });
});

describe('words', () => {
  it('are taken as people type them', () => {
    expect(SET_ROUTE_QUERY(' qtls', 'Portfolio')).toBe('technical@etfoundation.co.uk');
    expect(SET_WORKDAY('23/12/2020', 10, 'Northern_Ireland')).toBe('2021-01-11');
    expect(SET_WORKDAY('23/12/2020', ' 10 ')).toBe('2021-01-11');
  });

  it.each(['England', 'wales', ' WALES ', 'England and Wales'])('name a nation that shares its holidays: %s', (nation) => {
    expect(SET_WORKDAY('01/01/2021', 1, nation)).toBe('2021-01-04'); // a holiday in Scotland only
    expect(SET_WORKDAY('16/03/2021', 1, nation)).toBe('2021-03-17'); // a holiday in Northern Ireland only
  });

  it('that are not known are answered with those that are', () => {
    expect(SET_ROUTE_QUERY('PGCE', 'portfolio')).toBe('programme: type one of QTLS, ATS; this is "PGCE"');
    expect(SET_WORKDAY('23/12/2020', 10, 'Britain')).toBe(
      'nation: type one of england-and-wales, scotland, northern-ireland, any-part-of-uk; this is "Britain"',
    );
    expect(SET_WORKDAY('23/12/2020', 'ten')).toBe('days: type a whole number such as 10; this is "ten"');
    expect(SET_WORKDAY('23/12/2020', 1.5)).toBe('days: type a whole number such as 10; this is 1.5');
    expect(SET_WORKDAY(true, 1)).toBe('date: type a day such as 31/03/2021, day first; this is TRUE');
    expect(SET_WORKDAY(false, 1)).toBe('date: type a day such as 31/03/2021, day first; this is FALSE');
  });

  it('of the rule’s own are told under the names of the arguments', () => {
    expect(SET_APPEAL_STATUS('23/12/2020', '22/12/2020', '')).toBe('responded: must not be before received, 2020-12-23');
  });

  it('too many are too many', () => {
    expect(cellFunctions().SET_CLAUSE('9.1', '9.2')).toBe('This function takes 1 arguments, no more');
  });
});

describe('submissions without an hour', () => {
  it('are taken where every hour of the day has the same answer, and asked for on the day of the deadline', () => {
    const says = 'resubmitted: type the time too, such as 31/03/2021 16:45: this is the day of the deadline';
    expect(SET_RESUBMISSION_RESULT('30/10/2021', '31/10/2021 17:00', '', '01/11/2021')).toBe('waiting for the outcome');
    expect(SET_RESUBMISSION_RESULT('31/10/2021', '31/10/2021 17:00', '', '01/11/2021')).toBe(says);
    expect(SET_RESUBMISSION_RESULT('01/11/2021', '31/10/2021 17:00', '', '01/11/2021')).toBe('restart with a new portfolio');
  });

  it('are in time on the day of a deadline that has no hour either', () => {
    expect(SET_RESUBMISSION_RESULT('31/10/2021', '31/10/2021', '', '01/11/2021')).toBe('waiting for the outcome');
    expect(SET_RESUBMISSION_RESULT('31/10/2021 23:59', '31/10/2021', '', '01/11/2021')).toBe('waiting for the outcome');
    expect(SET_RESUBMISSION_RESULT('01/11/2021 00:01', '31/10/2021', '', '01/11/2021')).toBe('restart with a new portfolio');
  });

  it('have no last hour before 1996, when London’s clock begins to be known', () => {
    expect(SET_RESUBMISSION_RESULT('31/12/1995', '31/03/1996 17:00', '', '01/04/1996')).toBe('resubmitted: type a day from 1996 on');
    expect(SET_RESUBMISSION_RESULT('01/01/1996', '31/03/1996 17:00', '', '01/04/1996')).toBe('waiting for the outcome');
  });
});

describe('a case', () => {
  const cohort: Cell[][] = [
    ['id', 'programme', 'starts on', 'submission deadline', 'resubmission deadline', 'entry opens', 'entry closes'],
    ['qtls-2021-01', 'QTLS', '10/01/2021', '30/06/2021 17:00', '31/03/2022 17:00'],
    ['qtls-2022-10', 'QTLS', '01/10/2022', '31/03/2023 17:00', '31/10/2023 17:00', '', '07/10/2022'],
  ];
  const events: Cell[][] = [
    ['type', 'when', 'outcome'],
    ['registered', '07/12/2020'],
    ['portfolio-issued', '10/01/2021'],
    ['portfolio-submitted', '30/06/2021 17:00'],
    ['outcome-released', '12/08/2021', 'criteria not met'],
    ['', '', ''],
    ['portfolio-resubmitted', '01/04/2022'],
    ['restarted', '20/09/2022', 'qtls-2022-10'],
    ['portfolio-issued', '01/10/2022'],
  ];

  test.each([
    ['07/12/2020', 'registered'],
    ['09/01/2021', 'registered'],
    ['10/01/2021', 'in programme'],
    ['29/06/2021', 'in programme'],
    ['30/06/2021', 'submitted'],
    ['30/06/2021 16:59', 'in programme'],
    ['30/06/2021 17:00', 'submitted'],
    ['12/08/2021', 'criteria not met'],
    ['31/03/2022', 'criteria not met'],
    ['01/04/2022', 'restart required'],
    ['20/09/2022', 'registered'], // of the portfolio that the restart opened
    ['01/10/2022', 'in programme'],
    ['', 'in programme'],
    ['06/12/2020', 'as_of: type a day from 2020-12-07 on: the case was registered then'],
  ])('on %s is %s', (asOf, stage) => {
    expect(SET_STAGE(events, cohort, asOf)).toBe(stage);
    expect(SET_STAGE(events.slice(1).reverse(), cohort, asOf)).toBe(stage);
  });

  it('that was handed in on a day, the hour left out, is looked at with that day', () => {
    const handedIn: Cell[][] = [...events.slice(0, 3), ['portfolio-submitted', '29/06/2021']];
    expect(SET_STAGE(handedIn, cohort, '29/06/2021 10:00')).toBe('submitted');
    expect(SET_STAGE(handedIn, cohort, '28/06/2021 10:00')).toBe('in programme');
  });

  it('support/4.4: without a day to ask about is looked at to the end of its last day, in whatever order its rows are', () => {
    const lastDay: Cell[][] = [
      ['portfolio-submitted', '29/06/2021 16:00'],
      ['special-arrangement-agreed', '29/06/2021'],
      ['adjustments-requested', '29/06/2021 09:00'],
    ];
    const [a = [], b = [], c = []] = lastDay;
    for (const rows of [lastDay, [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]) {
      const all = [...events.slice(0, 3), ...rows];
      expect(SET_STAGE(all, cohort)).toBe('submitted');
      expect(SET_POSITION(all, cohort)).toEqual(SET_POSITION(all, cohort, '29/06/2021'));
      expect(SET_NEXT_DUTIES(all, cohort)).toEqual(SET_NEXT_DUTIES(all, cohort, '29/06/2021'));
    }
  });

  it('of which nothing is recorded is that of its cohort, from the start of it', () => {
    expect(SET_STAGE([['type', 'when', 'outcome']], cohort, '')).toBe('registered');
    expect(SET_STAGE([['type', 'when', 'outcome']], cohort)).toBe('registered');
    expect(SET_STAGE([['type', 'when', 'outcome']], cohort, '09/01/2021')).toBe('registered');
  });

  it('is asked about on many days at once', () => {
    expect(SET_STAGE(events, cohort, [['09/01/2021'], [''], ['01/04/2022']])).toEqual([
      ['registered'],
      ['in programme'],
      ['restart required'],
    ]);
  });

  it('tells the event that was not taken by its row', () => {
    const wrong: Cell[][] = [...events.slice(0, 3), ['status-awarded', '01/02/2021']];
    expect(SET_POSITION(wrong, cohort, '01/03/2021')).toEqual([
      [
        'in programme',
        'submit the portfolio',
        'the participant',
        '2021-06-30 17:00',
        'upcoming',
        'events_range row 4, status-awarded, was not taken',
      ],
    ]);
    expect(SET_EXPLAIN('SET_STAGE', wrong, cohort)).toContain('events_range row 4, status-awarded, was not taken: Refused');
  });

  describe('support/6.2.3: a resubmission deadline that passed with nothing recorded', () => {
    const notMet: Cell[][] = [
      ...events.slice(0, 3),
      ['portfolio-submitted', '29/06/2021 16:00'],
      ['outcome-released', '12/08/2021', 'criteria not met'],
    ];
    const [on, after] = ['31/03/2022', '01/04/2022'].map((day) => SET_NEXT_DUTIES(notMet, cohort, day) as Cell[][]) as [Cell[][], Cell[][]];

    it('on its day: the participant may resubmit, and nothing else is open to them', () => {
      expect(on.map(([what, , , status, , , kind]) => [what, status, kind])).toEqual([
        ['resubmit the portfolio free of charge', 'due today', 'opportunity'],
        ['give detailed written feedback', 'no time limit stated', 'duty'],
      ]);
      expect((SET_POSITION(notMet, cohort, '31/03/2022') as Cell[][])[0]?.slice(1, 5)).toEqual([
        'resubmit the portfolio free of charge',
        'the participant',
        '2022-03-31 17:00',
        'due today',
      ]);
    });

    it('the day after: a restart may follow, and the resubmission has lapsed and comes last', () => {
      expect(after[0]?.slice(0, 2)).toEqual(['take up the restart with a new portfolio in the next available cohort', 'the participant']);
      expect(after.at(-1)).toEqual([
        'resubmit the portfolio free of charge',
        'the participant',
        '2022-03-31 17:00',
        'lapsed',
        expect.any(Number),
        'Support policy 6.2.1.b',
        'opportunity',
      ]);
      expect(after.filter(([, , , status]) => status === 'overdue')).toEqual([]);
    });

    it('what it leaves open reads as in the explanation', () => {
      const [row = []] = SET_POSITION(notMet, cohort, '01/04/2022') as Cell[][];
      expect(row.at(-1)).toContain('how much the administration fee of a restart is');
      expect(SET_EXPLAIN('SET_POSITION', notMet, cohort, '01/04/2022')).toContain(String(row.at(-1)));
    });
  });

  it('writes its dates in the kind of the day asked about, else of its events', () => {
    expect((SET_NEXT_DUTIES(events.slice(0, 3), cohort, 44377) as Cell[][])[0]).toContain(44377 + 17 / 24); // 30 June 2021, 17:00
    expect((SET_NEXT_DUTIES([['portfolio-issued', 44206]], cohort) as Cell[][])[0]).toContain(44377 + 17 / 24);
  });

  it('says which cell of a range to fill in or to mend', () => {
    expect(SET_STAGE([['portfolio-issued', '']], cohort)).toBe('events_range row 1, when: fill in this cell');
    expect(SET_STAGE([['issued', '10/01/2021']], cohort)).toMatch(/^events_range row 1, type: type one of registered, portfolio-issued, /);
    expect(SET_STAGE([['outcome-released', '10/01/2021', 'good']], cohort)).toBe(
      'events_range row 1, outcome: type one of criteria-met, criteria-not-met; this is "good"',
    );
    expect(
      SET_STAGE(
        [
          ['registered', '10/01/2021'],
          ['registered', '11/01/2021'],
        ],
        cohort,
      ),
    ).toBe('events_range row 2, type: the case is registered already; take one of the rows out');
    expect(SET_STAGE([...events.slice(0, 7), ['restarted', '20/09/2022', 'x']], cohort)).toBe(
      'events_range row 8, outcome: type the id of the new cohort, and add its row to the cohorts; this is "x"',
    );
    expect(SET_STAGE([...events.slice(0, 7), ['restarted', '20/09/2022']], cohort)).toBe(
      'events_range row 8, outcome: type the id of the new cohort, and add its row to the cohorts; this is blank',
    );
    expect(SET_STAGE(events.slice(0, 3), cohort.slice(0, 1))).toBe('cohort_range: fill in the row of the cohort');
    expect(SET_STAGE(events.slice(0, 3), [['a', 'QTLS', '']])).toBe('cohort_range row 1, starts on: fill in this cell');
    expect(SET_STAGE(events.slice(0, 3), [['a', 'QTLS', '10/01/2021', '09/01/2021']])).toMatch(
      /^cohort submissionDeadline: must not be before startsOn/,
    );
    expect(
      SET_NEXT_COHORT('QTLS', '01/11/2021', [
        ['a', 'QTLS', '10/01/2022'],
        ['a', 'QTLS', '10/01/2023'],
      ]),
    ).toMatch(/another|other/);
  });
});

describe('explanations', () => {
  it('are those of the decision itself', () => {
    const decision = noticeDeadline({ programmeStartsOn: '2021-01-10' });
    expect(SET_EXPLAIN('SET_ADJUSTMENT_DEADLINE', '10/01/2021')).toBe(explain(decision).text);
    expect(SET_EXPLAIN('=set_adjustment_deadline', [['10/01/2021'], [''], ['x']])).toEqual([
      [explain(decision).text],
      [''],
      [expect.stringMatching(/^programme_start: type a day/)],
    ]);
  });

  it('of what is not a function say so', () => {
    expect(SET_EXPLAIN('WORKDAY', 1, 2)).toBe('function_name: type the name of a function such as "SET_WORKDAY"; this is "WORKDAY"');
    expect(SET_EXPLAIN('')).toBe('');
    expect(SET_EXPLAIN('SET_EXPLAIN', 'SET_WORKDAY')).toMatch(/^function_name/);
    expect(SET_EXPLAIN('toString')).toMatch(/^function_name/);
  });

  it('of clauses are in our own words', () => {
    expect(SET_CLAUSE('support/9.1')).toBe(SET_CLAUSE('9.1'));
    expect(SET_CLAUSE([['Award appeals/4.1'], ['7.7']])).toEqual([
      [expect.stringContaining('ten working days')],
      ['id: type a clause such as support/9.1; this is "7.7"'],
    ]);
  });
});

describe('sets', () => {
  it('are refused where an option is not known', () => {
    expect(() => cellFunctions({ dateSystem: 1901 as never })).toThrow(InvalidFacts);
    expect(() => cellFunctions({ zone: 'Mars' as never })).toThrow(InvalidFacts);
  });

  it.each<[string, unknown, object]>([
    ['a system', { dateSystem: 1901 }, { path: ['dateSystem'], message: 'must be one of 1900, 1904', code: 'not-one-of', received: 1901 }],
    [
      'a zone',
      { zone: 'utc' },
      {
        path: ['zone'],
        message: 'must be one of host, UTC, Europe/London',
        code: 'not-one-of',
        expected: ['host', 'UTC', 'Europe/London'],
        suggestion: 'UTC',
        received: 'utc',
      },
    ],
    ['an option', { datesystem: 1904 }, { path: ['datesystem'], message: "is not known here; did you mean 'dateSystem'?", received: 1904 }],
    ['no options', 1904, { path: [], message: 'must be an object with dateSystem, zone', received: 1904 }],
  ])('say which: %s', (_, options, issue) => {
    expect(() => cellFunctions(options as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_FACTS', issues: [expect.objectContaining(issue)] }),
    );
  });

  it('tell no fault of the library’s own as if a cell were wrong', () => {
    const broken = entry({
      says: '',
      gives: ['nothing'],
      arguments: {},
      example: { cells: [], result: '' },
      answer: () => {
        throw new RangeError('a fault of ours');
      },
    });
    expect(() => run(broken, [], { dateSystem: 1900, zone: 'host' }, 'words')).toThrow(new RangeError('a fault of ours'));
  });

  it('never throw, whatever the cells are', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const traps: unknown[] = [
      {},
      [],
      [[]],
      [[[]]],
      () => 1,
      1n,
      Symbol('x'),
      new Proxy({}, { get: () => 1 / 0, has: () => true }),
      revoked.proxy,
      [[revoked.proxy]],
      {
        get val(): never {
          throw new Error('trap');
        },
      },
      'x'.repeat(100_000),
    ];
    for (const [name, call] of Object.entries(cellFunctions())) {
      for (const one of traps) {
        for (const other of ['23/12/2020', one]) {
          expect(() => call(one as CellInput, other as CellInput, one as CellInput), name).not.toThrow();
        }
      }
    }
  });
});
