// Deadlines moved by a changed calendar: which, from what to what, and because of which days.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  isWorkingDay,
  movedDeadlines,
  withGovUkFeed,
  workingCalendar,
  type CalendarDeadline,
  type PlainDate,
  type WorkingCalendar,
} from '../../src/calendar/index.js';
import { datesOf, frozen, paths, thrown } from './support.js';

const { englandAndWales } = frozen;

const without = (...remove: PlainDate[]): WorkingCalendar => workingCalendar({ base: englandAndWales, id: 'before', version: '1', remove });
const counted = (countedFrom: PlainDate, workingDays: number, calendar: WorkingCalendar): CalendarDeadline => ({
  ...{ set: 'by-count', countedFrom, span: { workingDays } },
  due: addWorkingDays(countedFrom, workingDays, calendar),
});

test('a holiday proclaimed at ten days’ notice moves the deadlines that count over it', () => {
  const before = without('2022-09-19');
  const deadlines = [
    counted('2022-09-02', 10, before),
    counted('2022-09-05', 10, before),
    counted('2022-09-12', 10, before),
    counted('2022-09-19', 2, before),
  ];
  const funeral = { date: '2022-09-19', name: 'Bank holiday for the State Funeral of Queen Elizabeth II', change: 'added' };
  const moved = movedDeadlines(deadlines, before, englandAndWales);
  expect(moved).toEqual([
    { deadline: deadlines[1], from: '2022-09-19', to: '2022-09-20', because: [funeral] },
    { deadline: deadlines[2], from: '2022-09-26', to: '2022-09-27', because: [funeral] },
  ]);
  expect(moved[0]?.deadline).toBe(deadlines[1]);
  const back = movedDeadlines(
    moved.map(({ deadline, to: due }) => ({ ...deadline, due })),
    englandAndWales,
    before,
  );
  expect(back.map(({ from, to, because }) => ({ from, to, because }))).toEqual([
    { from: '2022-09-20', to: '2022-09-19', because: [{ ...funeral, change: 'removed' }] },
    { from: '2022-09-27', to: '2022-09-26', because: [{ ...funeral, change: 'removed' }] },
  ]);
});

test('every day that changed is told: a holiday moved away and a closure', () => {
  const after = workingCalendar({
    base: englandAndWales,
    id: 'after',
    version: '1',
    remove: ['2022-05-02'],
    closures: [{ from: '2022-05-05', to: '2022-05-08', name: 'Closed' }],
  });
  expect(
    movedDeadlines([counted('2022-04-29', 4, englandAndWales), counted('2022-04-28', 2, englandAndWales)], englandAndWales, after),
  ).toMatchObject([
    {
      from: '2022-05-06',
      to: '2022-05-09',
      because: [
        { date: '2022-05-02', name: 'Early May bank holiday', change: 'removed' },
        { date: '2022-05-05', name: 'Closed', change: 'added' },
        { date: '2022-05-06', name: 'Closed', change: 'added' },
      ],
    },
    { from: '2022-05-03', to: '2022-05-02', because: [{ date: '2022-05-02', change: 'removed' }] },
  ]);
});

test('the first and the last day of what was counted are told', () => {
  const moved = (remove: PlainDate, date: PlainDate): WorkingCalendar =>
    workingCalendar({ base: englandAndWales, id: 'after', version: '1', remove: [remove], add: [{ date, name: 'Moved' }] });
  // 2022-05-02 is a Monday off; with the Tuesday off in its place, what led to the Tuesday leads to the Monday, forwards and backwards.
  const after = moved('2022-05-02', '2022-05-03');
  const because = [
    { date: '2022-05-02', name: 'Early May bank holiday', change: 'removed' },
    { date: '2022-05-03', name: 'Moved', change: 'added' },
  ];
  expect(movedDeadlines([counted('2022-04-29', 1, englandAndWales)], englandAndWales, after)).toMatchObject([
    { from: '2022-05-03', to: '2022-05-02', because },
  ]);
  expect(movedDeadlines([counted('2022-05-04', -1, englandAndWales)], englandAndWales, after)).toMatchObject([
    { from: '2022-05-03', to: '2022-05-02', because },
  ]);
});

test('only the days that were counted are told: not the trigger, nor a day that one calendar does not cover', () => {
  const closed = (from: PlainDate, to: PlainDate): WorkingCalendar =>
    workingCalendar({ base: englandAndWales, id: 'after', version: '1', closures: [{ from, to, name: 'Closed' }] });
  const because = (deadline: CalendarDeadline, before: WorkingCalendar, after: WorkingCalendar): unknown =>
    movedDeadlines([deadline], before, after)[0]?.because.map(({ date }) => date);

  const around = closed('2022-05-06', '2022-05-11');
  expect(because(counted('2022-05-09', 1, englandAndWales), englandAndWales, around)).toEqual(['2022-05-10', '2022-05-11']);
  expect(because(counted('2022-05-10', -1, englandAndWales), englandAndWales, around)).toEqual(['2022-05-06', '2022-05-09']);
  expect(because(counted('2022-05-12', 0, englandAndWales), englandAndWales, around)).toBeUndefined();

  const event = (date: string): object => ({ title: 'A bank holiday', date });
  const longer = withGovUkFeed(closed('2024-12-31', '2024-12-31'), {
    'england-and-wales': { division: 'england-and-wales', events: ['2010-01-01', '2010-12-31', '2025-01-01', '2025-12-25'].map(event) },
  });
  const last = counted('2024-12-30', 1, englandAndWales);
  expect(movedDeadlines([last], englandAndWales, longer)).toMatchObject([
    { from: '2024-12-31', to: '2025-01-02', because: [{ date: '2024-12-31' }] },
  ]);

  const closedFirst = withGovUkFeed(closed('2011-01-04', '2011-01-04'), {
    'england-and-wales': { division: 'england-and-wales', events: ['2010-01-01', '2010-12-31'].map(event) },
  });
  const first = counted('2011-01-05', -1, englandAndWales);
  expect(movedDeadlines([first], englandAndWales, closedFirst)).toMatchObject([
    { from: '2011-01-04', to: '2010-12-30', because: [{ date: '2011-01-04' }] },
  ]);
});

test('what is not counted in working days never moves', () => {
  const deadlines: CalendarDeadline[] = [
    { due: '2022-09-19', set: 'by-cohort' },
    { due: '2022-09-19T17:00:00+01:00', set: 'by-cohort' },
    { due: '2022-09-19', set: 'by-count', countedFrom: '2022-08-19', span: { months: 1 } },
    { due: '2022-09-19', set: 'by-count', countedFrom: '2022-09-05', span: { days: 14 } },
  ];
  expect(movedDeadlines(deadlines, without('2022-09-19'), englandAndWales)).toEqual([]);
});

it('tells of exactly the deadlines that differ, each with a day that explains it', () => {
  const days = datesOf('2021-01-01', '2023-12-31');
  const aDay = fc.nat(days.length - 1).map((i) => days[i] as PlainDate);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(aDay, fc.integer({ min: -30, max: 30 }))),
      fc.array(fc.tuple(aDay, fc.nat(6)), { maxLength: 4 }),
      (counts, closed) => {
        const closures = closed.map(([from, length]) => ({ from, to: addDays(from, length), name: 'Closed' }));
        const after = workingCalendar({ base: englandAndWales, id: 'after', version: '1', closures });
        const deadlines = counts.map(([from, n]) => counted(from, n, englandAndWales));
        const moved = movedDeadlines(deadlines, englandAndWales, after);
        const expected = counts.flatMap(([from, n], i) => {
          const to = addWorkingDays(from, n, after);
          return to === deadlines[i]?.due ? [] : [{ deadline: deadlines[i], to }];
        });
        expect(moved.map(({ deadline, to }) => ({ deadline, to }))).toEqual(expected);
        for (const { because } of moved) {
          expect(because.length).toBeGreaterThan(0);
          for (const { date } of because) expect(isWorkingDay(date, englandAndWales) && !isWorkingDay(date, after)).toBe(true);
        }
      },
    ),
  );
});

test('a deadline must be as the first calendar counted it, and both must cover it', () => {
  const right = counted('2022-09-05', 10, englandAndWales);
  const wrong = { ...right, due: '2022-09-19' } as const;
  expect(paths(() => movedDeadlines([right, wrong, wrong], englandAndWales, englandAndWales))).toEqual([
    'deadlines.1.due',
    'deadlines.2.due',
  ]);
  expect(thrown(() => movedDeadlines([{ ...right, countedFrom: '2024-12-20' }], englandAndWales, englandAndWales))).toMatchObject({
    needed: '2025-01-01',
  });
});

test.each([
  { deadlines: undefined, at: ['deadlines'] },
  { deadlines: [null, 'x'], at: ['deadlines.0', 'deadlines.1'] },
  {
    deadlines: [{ set: 'by-count', span: { workingDays: 1.5 } }],
    at: ['span.workingDays', 'due', 'countedFrom'].map((key) => `deadlines.0.${key}`),
  },
  { deadlines: [{ set: 'by-count', span: 'ten days' }], at: ['deadlines.0.span'] },
])('%# refuses what is not a deadline', ({ deadlines, at }) => {
  expect(paths(() => movedDeadlines(deadlines as CalendarDeadline[], englandAndWales, englandAndWales))).toEqual(at);
  expect(paths(() => movedDeadlines(deadlines as CalendarDeadline[], {} as never, englandAndWales))).toEqual([...at, 'before']);
});
