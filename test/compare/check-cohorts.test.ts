// Dates of cohorts before they are published: each concern on its day, and not on the day before or after.
import { describe, expect, it, test } from 'vitest';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import { checkCohorts } from '../../src/compare/check-cohorts.js';
import { calendarFrom } from '../../src/date-holidays/index.js';
import { definePolicy, labels, type Cohort } from '../../src/index.js';

const codesOf = (cohort: Partial<Cohort>, others: readonly Cohort[] = [], policy?: Parameters<typeof checkCohorts>[1]): readonly string[] =>
  checkCohorts([{ id: 'c', programme: 'QTLS', startsOn: '2021-10-01', ...cohort }, ...others], policy)
    .filter(({ cohort: id }) => id === 'c')
    .map(({ code, clause }) => (clause === undefined ? code : `${code} ${clause}`));
const closed = definePolicy({
  calendar: workingCalendar({
    base: englandAndWales,
    id: 'closed',
    version: '1',
    closures: [{ from: '2021-10-05', to: '2021-10-06', name: 'Moving' }],
  }),
});

/** The year 2025 alone, whose first and last day are Wednesdays, and of which no day is a holiday. */
const only2025 = definePolicy({ calendar: calendarFrom({ getHolidays: () => [] }, { years: [2025] }) });

describe('a published date is named, and never moved', () => {
  test.each<[string, Partial<Cohort>, readonly string[]]>([
    ['a start on a Friday', { startsOn: '2021-10-01' }, []],
    ['a start on a Saturday', { startsOn: '2021-10-02' }, ['on-a-weekend']],
    ['a start on a Sunday', { startsOn: '2021-10-03' }, ['on-a-weekend']],
    ['a start on a Monday', { startsOn: '2021-10-04' }, []],
    ['a deadline the day before a bank holiday', { submissionDeadline: '2022-04-14T17:00:00+01:00' }, []],
    ['a deadline on Good Friday', { submissionDeadline: '2022-04-15T17:00:00+01:00' }, ['on-a-bank-holiday']],
    ['a deadline on Easter Monday', { submissionDeadline: '2022-04-18T17:00:00+01:00' }, ['on-a-bank-holiday']],
    ['a deadline the day after', { submissionDeadline: '2022-04-19T17:00:00+01:00' }, []],
    ['a deadline on a Sunday when the clocks change', { resubmissionDeadline: '2021-10-31T17:00:00+00:00' }, ['on-a-weekend']],
  ])('%s', (_, dates, found) => {
    expect(codesOf(dates).filter((code) => code.startsWith('on-a'))).toStrictEqual(found);
  });

  test.each([
    ['2021-10-04', []],
    ['2021-10-05', ['in-a-closure']],
    ['2021-10-06', ['in-a-closure']],
    ['2021-10-07', []],
  ] as const)('a start on %s, where the office is closed on 5 and 6 October', (startsOn, found) => {
    expect(codesOf({ startsOn }, [], closed)).toStrictEqual(found);
  });

  test.each([
    ['2024-12-31', true],
    ['2025-01-01', false],
    ['2025-12-31', false],
    ['2026-01-01', true],
  ] as const)('a start on %s lies outside the calendar of 2025: %s', (startsOn, outside) => {
    expect(codesOf({ startsOn }, [], only2025).includes('calendar-ends')).toBe(outside);
  });

  it('a date outside the calendar is told with the days that it covers', () => {
    const cohort = { id: 'c', programme: 'QTLS', startsOn: '2025-10-01', submissionDeadline: '2026-03-31T17:00:00+01:00' } as const;
    expect(checkCohorts([cohort], only2025)).toStrictEqual([
      {
        ...{ code: 'calendar-ends', cohort: 'c', date: cohort.submissionDeadline },
        detail: { coveredFrom: '2025-01-01', coveredTo: '2025-12-31' },
      },
    ]);
  });
});

describe('3.1.1: the last day of notice in time, 1 September 2021, and the day on which entry opens', () => {
  test.each([
    ['2021-08-31', []],
    ['2021-09-01', []],
    ['2021-09-02', ['notice-before-entry-opens support/3.1.1']],
  ] as const)('entry opens on %s', (entryOpens, found) => {
    expect(codesOf({ entryOpens })).toStrictEqual(found);
  });
});

describe('4.1, 4.2: the length that is described', () => {
  test.each<[string, Partial<Cohort>, readonly string[]]>([
    ['six months less a day', { startsOn: '2020-10-01', submissionDeadline: '2021-03-31T17:00:00+01:00' }, []],
    [
      'ten days short of six months',
      { startsOn: '2021-01-11', submissionDeadline: '2021-06-30T17:00:00+01:00' },
      ['length-departs support/4.1'],
    ],
    [
      'fourteen months of ATS',
      { programme: 'ATS', startsOn: '2024-10-01', submissionDeadline: '2025-12-18T17:00:00+00:00' },
      ['length-departs support/4.2'],
    ],
  ])('%s', (_, dates, found) => {
    expect(codesOf(dates)).toStrictEqual(found);
  });
});

describe('4.4: results and the month of review, which ends on 30 April 2021', () => {
  test.each([
    ['2021-04-29', true],
    ['2021-04-30', true],
    ['2021-05-01', false],
  ] as const)('results on %s are before the month is over: %s', (resultsOn, early) => {
    const codes = codesOf({ startsOn: '2020-10-01', submissionDeadline: '2021-03-31T17:00:00+01:00', resultsOn });
    expect(codes.includes('results-before-review-ends support/4.4')).toBe(early);
  });
});

describe('award-appeals/4.1, as advice: the member’s ten working days from the results run over Christmas', () => {
  test.each([
    ['2021-12-09', false],
    ['2021-12-10', false],
    ['2021-12-13', true],
    ['2021-12-24', true],
    ['2021-12-25', false],
  ] as const)('results on %s: %s', (resultsOn, crosses) => {
    expect(codesOf({ resultsOn }).includes('answer-crosses-christmas')).toBe(crosses);
  });

  test.each([
    ['2020-12-10', []],
    ['2020-12-11', []],
    ['2020-12-14', ['answer-crosses-christmas']],
    ['2020-12-17', ['answer-crosses-christmas']],
    ['2020-12-18', ['calendar-ends']],
  ] as const)('results on %s, where Christmas Day is a working day: %s', (resultsOn, found) => {
    const only2020 = definePolicy({ calendar: calendarFrom({ getHolidays: () => [] }, { years: [2020] }) });
    const codes = codesOf({ startsOn: '2020-10-01', resultsOn }, [], only2020);
    expect(codes).toStrictEqual(found);
  });

  test.each(['2019-12-18', '2022-12-14', '2024-12-18'] as const)(
    'results on %s, when another policy governs or one that is not known: no working days are counted',
    (resultsOn) => {
      expect(codesOf({ startsOn: resultsOn, resultsOn })).not.toContain('answer-crosses-christmas');
    },
  );

  it('says whose working days they are', () => {
    expect(labels.concern['answer-crosses-christmas']).toBe("the member's working days to ask why run over Christmas");
  });

  it('are said with their number and the last of them', () => {
    expect(checkCohorts([{ id: 'c', programme: 'QTLS', startsOn: '2021-06-01', resultsOn: '2021-12-13' }])).toStrictEqual([
      { code: 'answer-crosses-christmas', cohort: 'c', date: '2021-12-13', detail: { workingDays: 10, due: '2021-12-29' } },
    ]);
  });
});

describe('6.2.3: the resubmission deadline and the next cohort of the programme', () => {
  const next = (startsOn: Cohort['startsOn'], programme: Cohort['programme'] = 'QTLS'): Cohort => ({ id: 'next', programme, startsOn });
  test.each([
    ['the day before it', next('2022-09-29'), true],
    ['on the day', next('2022-09-30'), true],
    ['the day after it', next('2022-10-03'), false],
    ['in the other programme', next('2022-09-29', 'ATS'), false],
  ] as const)('a cohort starts %s', (_, other, found) => {
    const codes = codesOf({ resubmissionDeadline: '2022-09-30T17:00:00+01:00' }, [other]);
    expect(codes.includes('resubmission-after-next-cohort-starts support/6.2.3')).toBe(found);
  });
});

describe('6.2.3: the next cohort is the first to start after this one, in whatever order they are given', () => {
  const cohort: Cohort = { id: 'c', programme: 'QTLS', startsOn: '2021-10-01', resubmissionDeadline: '2022-09-30T17:00:00+01:00' };
  const other = (id: string, startsOn: Cohort['startsOn']): Cohort => ({ id, programme: 'QTLS', startsOn });
  const named = (...others: readonly Cohort[]) =>
    checkCohorts([cohort, ...others]).flatMap(({ code, detail }) =>
      code === 'resubmission-after-next-cohort-starts' ? [detail['next']] : [],
    );
  const [first, then] = [other('first', '2022-01-10'), other('then', '2022-04-01')];

  test('the earlier of two', () => {
    expect(named(first, then)).toStrictEqual(['first']);
    expect(named(then, first)).toStrictEqual(['first']);
  });

  test('of two that start on one day, the first by its id, as the warning of a position has it', () => {
    expect(named(first, other('alike', first.startsOn))).toStrictEqual(['alike']);
    expect(named(other('alike', first.startsOn), first)).toStrictEqual(['alike']);
  });

  test.each([
    ['2021-09-30', []],
    ['2021-10-01', []],
    ['2021-10-04', ['other']],
  ] as const)('one that starts on %s', (startsOn, found) => {
    expect(named(other('other', startsOn))).toStrictEqual(found);
  });
});

describe('advice: dates that repeat those of the year before', () => {
  const before: Cohort = { id: 'before', programme: 'QTLS', startsOn: '2020-10-01', submissionDeadline: '2021-03-31T17:00:00+01:00' };
  test.each([
    ['2022-03-30T17:00:00+01:00', false],
    ['2022-03-31T17:00:00+01:00', true],
    ['2022-04-01T17:00:00+01:00', false],
  ] as const)('a deadline on %s: %s', (submissionDeadline, found) => {
    expect(codesOf({ submissionDeadline }, [before]).includes('repeats-last-year')).toBe(found);
  });

  test('a start alone may be that of the year before', () => {
    expect(codesOf({}, [{ id: 'before', programme: 'QTLS', startsOn: '2020-10-01' }])).toStrictEqual([]);
  });

  test('the same day of another month is another date', () => {
    const dates = { startsOn: '2021-01-11', submissionDeadline: '2021-06-30T17:00:00+01:00' } as const;
    const november: Cohort = { ...before, startsOn: '2020-11-11', submissionDeadline: '2021-06-30T17:00:00+01:00' };
    expect(codesOf(dates, [november])).not.toContain('repeats-last-year');
    expect(codesOf(dates, [{ ...november, startsOn: '2020-01-11' }])).toContain('repeats-last-year');
  });
});

it('names the same id twice, and goes on', () => {
  const cohort = { id: 'c', programme: 'QTLS', startsOn: '2021-10-01' } as const;
  expect(checkCohorts([cohort, cohort])).toStrictEqual([{ code: 'id-twice', cohort: 'c', detail: { first: 0, second: 1 } }]);
});

it('refuses what is not a list of cohorts, with every problem', () => {
  expect(() => checkCohorts([{ id: '', programme: 'X', startsOn: '2021-02-30' }] as never)).toThrow(
    /cohorts\.0\.id.*cohorts\.0\.programme.*cohorts\.0\.startsOn/s,
  );
});
