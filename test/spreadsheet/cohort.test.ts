// SET_COHORT: a whole register in one call. What it says of each participant is compared with the API in vectors.test.ts; here are its ranges, its order and its mistakes.
import { describe, expect, it, test } from 'vitest';
import {
  SET_CODES,
  SET_COHORT,
  SET_EXPLAIN,
  SET_POSITION,
  SET_ROUTE_CHALLENGE,
  SET_WORKDAY,
  type Cell,
} from '../../src/spreadsheet/index.js';

const cohorts: Cell[][] = [
  ['id', 'programme', 'starts on', 'submission deadline', 'resubmission deadline', 'entry opens', 'entry closes'],
  ['qtls-2021-01', 'QTLS', '10/01/2021', '30/06/2021 17:00', '31/03/2022 17:00'],
  ['qtls-2022-10', 'QTLS', '01/10/2022', '31/03/2023 17:00', '31/10/2023 17:00', '', '07/10/2022'],
];
const late: Cell[][] = [
  ['p-2', 'registered', '07/12/2020', 'qtls-2021-01'],
  ['p-2', 'portfolio-issued', '10/01/2021', ''],
];
const notMet: Cell[][] = [
  ['p-1', 'outcome released', '12/08/2021', 'Criteria not met'],
  ['p-1', 'Portfolio submitted', '29/06/2021 16:00', ''],
  ['p-1', 'registered', '07/12/2020', 'qtls-2021-01'],
  ['p-1', 'Portfolio issued', '10/01/2021', ''],
];
const asOf = '24/03/2022';
const rows = (...all: readonly Cell[][]): Cell[][] => SET_COHORT(all, cohorts, asOf) as Cell[][];
const lookAt = (...all: readonly Cell[][]): unknown => rows(...all)[0]?.at(-1);

describe('a register', () => {
  const told = [
    'p-1',
    'qtls-2021-01',
    'criteria not met',
    'resubmit the portfolio free of charge',
    'the participant',
    '2022-03-31 17:00',
    'upcoming',
    5,
    'Support policy 6.2.1.b',
    '',
  ];

  it('has a row for each participant, in words, whatever the order of its events', () => {
    const head = ['participant', 'type', 'when', 'outcome'];
    expect(SET_COHORT([head, ...notMet, ['', '', '', ''], ...late], cohorts, asOf)).toEqual([told, expect.arrayContaining(['p-2'])]);
    expect(rows(...notMet, ...late)).toEqual(rows(...[...notMet, ...late].reverse()).reverse());
  });

  it('says of a participant what SET_POSITION says', () => {
    const [own] = rows(...notMet);
    const [position] = SET_POSITION(
      notMet.map((row) => row.slice(1).map((cell) => (cell === 'qtls-2021-01' ? '' : cell))),
      cohorts,
      asOf,
    ) as Cell[][];
    expect([...(own ?? []).slice(2, 7), own?.at(-1)]).toEqual(position);
  });

  it('SET_POSITION takes the cohort that the row “registered” names, wherever it stands, and else the first', () => {
    const events = notMet.map((row) => row.slice(1));
    const [head, own, other] = cohorts as [Cell[], Cell[], Cell[]];
    const [told] = SET_POSITION(events, [head, other, own], asOf) as Cell[][];
    expect(told).toEqual((SET_POSITION(events, cohorts, asOf) as Cell[][])[0]);
    const unnamed = events.map((row) => row.map((cell) => (cell === 'qtls-2021-01' ? '' : cell)));
    expect((SET_POSITION(unnamed, [head, other, own], asOf) as Cell[][])[0]).not.toEqual(told);
  });

  it('is given in codes where they are asked for', () => {
    expect(SET_CODES('SET_COHORT', notMet, cohorts, asOf)).toEqual([
      [
        'p-1',
        'qtls-2021-01',
        'criteria-not-met',
        'resubmit-portfolio',
        'participant',
        '2022-03-31T17:00:00+01:00',
        'upcoming',
        5,
        'support/6.2.1.b',
        '',
      ],
    ]);
  });

  it('is explained in a line each', () => {
    const lines = String(SET_EXPLAIN('SET_COHORT', [...notMet, ...late], cohorts, asOf)).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Participant p-1: As of 24 March 2022, the criteria are not met\. \(.*\) .*31 March 2022/);
  });

  it('without a day has no answer', () => {
    expect(SET_COHORT(notMet, cohorts, '')).toEqual([Array<string>(10).fill('')]);
  });

  it('takes one day, and not a range of days; blank cells below it, as a merged cell has them, are passed over', () => {
    const [told] = SET_COHORT(notMet, cohorts, [['24/03/2022'], ['25/03/2022']]) as Cell[][];
    expect(told).toEqual(['as_of: give one cell; this function answers with a table', ...Array<string>(9).fill('')]);
    for (const below of ['', 0, null]) {
      expect(SET_COHORT(notMet, cohorts, [['24/03/2022'], [below]])).toEqual(SET_COHORT(notMet, cohorts, '24/03/2022'));
    }
  });

  it('writes its dates as the day is written', () => {
    expect((SET_COHORT(notMet, cohorts, 44644) as Cell[][])[0]?.[5]).toBe(44651 + 17 / 24); // 24 and 31 March 2022
  });
});

describe('what is due first', () => {
  const registered = ['p-3', 'registered', '07/12/2020', 'qtls-2021-01'];
  const order = (days: Cell): unknown[] =>
    (SET_COHORT([registered, ...notMet, ...late], cohorts, asOf, days) as Cell[][]).map(([participant]) => participant);

  it.each<[Cell, readonly string[]]>([
    ['', ['p-3', 'p-1', 'p-2']],
    [6, ['p-2', 'p-3', 'p-1']], // p-2 is overdue since 30 June 2021; p-1 is due in seven days
    [7, ['p-2', 'p-1', 'p-3']],
    [14, ['p-2', 'p-1', 'p-3']],
  ])('within %j days', (days, expected) => {
    expect(order(days)).toEqual(expected);
  });
});

describe('a mistake is told in the row of its participant alone', () => {
  it('a word, a date, an outcome', () => {
    const [bad, good] = rows(['p-9', 'issued', '10/01/2021', ''], ...notMet);
    expect(bad?.slice(0, 9)).toEqual(['p-9', '', '', '', '', '', '', '', '']);
    expect(bad?.[9]).toMatch(/^events row 1, type: type one of registered, portfolio-issued, /);
    expect(good?.[2]).toBe('criteria not met');
    expect(lookAt(['p-9', 'registered', '31/02/2021', ''])).toMatch(/^events row 1, when: type a day such as/);
    expect(lookAt(...late, ['p-2', 'outcome-released', '01/02/2021', 'good'])).toMatch(/^events row 3, outcome: type one of criteria-met/);
  });

  it('no participant, no cohort, one that is not listed', () => {
    expect(lookAt(['', 'registered', '07/12/2020', 'qtls-2021-01'])).toBe('events row 1, participant: fill in this cell');
    expect(lookAt(['p-9', 'portfolio-issued', '10/01/2021', ''])).toBe(
      'events row 1, type: add a row “registered”, with the id of the cohort in its outcome',
    );
    expect(lookAt(['p-9', 'registered', '07/12/2020', 'qtls-1'])).toBe(
      'events row 1, outcome: type the id of a cohort, and add its row to the cohorts; this is "qtls-1"',
    );
    expect(lookAt(['p-9', 'registered', '07/12/2020', ''])).toMatch(/this is blank$/);
  });

  it('no cohort is asked for where there is one only', () => {
    expect((SET_COHORT([['p-9', 'portfolio-issued', '10/01/2021', '']], cohorts.slice(0, 2), asOf) as Cell[][])[0]?.slice(0, 3)).toEqual([
      'p-9',
      'qtls-2021-01',
      'in programme',
    ]);
  });

  it('registered after the day, registered twice, and an event that the policy does not take', () => {
    expect(lookAt(['p-9', 'registered', '25/03/2022', 'qtls-2021-01'])).toBe(
      'as_of: type a day from 2022-03-25 on: the case was registered then',
    );
    expect(lookAt(...late, ['p-2', 'registered', '08/12/2020', 'qtls-2021-01'])).toMatch(
      /^events row 3, type: the case is registered already/,
    );
    expect(lookAt(...late, ['p-2', 'status-awarded', '01/02/2021', ''])).toMatch(/^events row 3, status-awarded, was not taken; /);
  });

  it('a row of a cohort spoils only those who are in it', () => {
    const table = [...cohorts.slice(0, 2), ['other', 'QTLS', '']];
    const other = ['p-8', 'registered', '07/12/2020', 'other'];
    const [first, second] = SET_COHORT([other, ...notMet], table, asOf) as Cell[][];
    expect(first?.at(-1)).toBe('cohorts row 3, starts on: fill in this cell');
    expect(second?.[2]).toBe('criteria not met');
    const misordered = [...cohorts.slice(0, 2), ['other', 'QTLS', '10/01/2021', '09/01/2021']];
    expect((SET_COHORT([other, ...notMet], misordered, asOf) as Cell[][])[0]?.at(-1)).toMatch(
      /submissionDeadline: must not be before startsOn/,
    );
  });
});

describe('support/6.2.3: a restart', () => {
  const restarting: Cell[][] = [
    ...notMet,
    ['p-1', 'portfolio-resubmitted', '01/04/2022', ''],
    ['p-1', 'restarted', '20/09/2022', 'qtls-2022-10'],
  ];
  const cohortOn = (day: string, all = restarting): unknown => (SET_COHORT(all, cohorts, day) as Cell[][])[0]?.slice(1, 3);

  it.each([
    ['19/09/2022', 'qtls-2021-01', 'restart required'],
    ['20/09/2022', 'qtls-2022-10', 'registered'],
  ])('on %s the participant is in %s', (day, cohort, stage) => {
    expect(cohortOn(day)).toEqual([cohort, stage]);
  });

  it('that is refused leaves the participant where they were', () => {
    const refused = restarting.filter(([, type]) => type !== 'portfolio-resubmitted' && type !== 'outcome released');
    expect(cohortOn('20/09/2022', refused)).toEqual(['qtls-2021-01', 'submitted']);
  });

  it('with a cohort whose dates cannot be is told as such', () => {
    const table = [...cohorts.slice(0, 2), ['qtls-2022-10', 'QTLS', '01/10/2022', '30/09/2022']];
    expect((SET_COHORT(restarting, table, '20/09/2022') as Cell[][])[0]?.at(-1)).toMatch(/submissionDeadline: must not be before startsOn/);
  });
});

test('codes are those of the other function, and so is what is wrong', () => {
  expect(SET_CODES('SET_ROUTE_CHALLENGE', 'non-award', 'member', '31/10/2022')).toBe('award-appeal');
  expect(SET_ROUTE_CHALLENGE('non-award', 'member', '31/10/2022')).toBe('appeal under the awards appeals policy');
  expect(SET_CODES('SET_WORKDAY', '23/12/2020', 'ten')).toBe('days: type a whole number such as 10; this is "ten"');
  expect(SET_CODES('SET_CODES', 'SET_WORKDAY')).toMatch(/^function_name: /);
});

describe('dates as people write them', () => {
  it.each(['23rd December 2020', '23rd Dec 2020', 'Wed 23 Dec 2020', 'Wednesday, 23rd December 2020', 'WEDNESDAY 23 DECEMBER 2020'])(
    '%s is taken',
    (text) => {
      expect(SET_WORKDAY(text, 0)).toBe('2020-12-23');
    },
  );
  it.each(['Tue 23 Dec 2020', 'Tuesday 23rd December 2020', 'Some 23 December 2020', '23rd', 'December 23rd 2020'])('%s is not', (text) => {
    expect(SET_WORKDAY(text, 0)).toContain('type a day such as 31/03/2021, day first');
  });
  it.each(['23rd December 20', 'Wed 23 Dec 20'])('%s: the advice is about the year', (text) => {
    expect(SET_WORKDAY(text, 0)).toContain('write the year in full');
  });
});
