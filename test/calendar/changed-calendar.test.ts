// A calendar made from another: what is added, removed and closed, what it is called, and what it never does to a deadline.
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  addWorkingDays,
  anyPartOfUk,
  countDays,
  englandAndWales,
  isWorkingDay,
  northernIreland,
  scotland,
  workingCalendar,
  type CalendarChanges,
  type PlainDate,
} from '../../src/calendar/index.js';
import { calendars, datesOf, dayAfter, label, lastDay, paths, upTo } from './support.js';

const named = { base: englandAndWales, id: 'test', version: '1' } as const;

test('a moved holiday is one removed and one added', () => {
  const moved = workingCalendar({ ...named, remove: ['2024-05-06'], add: [{ date: '2024-05-10', name: 'Moved holiday' }] });
  expect(isWorkingDay('2024-05-06', moved)).toBe(true);
  expect(isWorkingDay('2024-05-10', moved)).toBe(false);
  expect(moved).toMatchObject({ id: 'test', span: englandAndWales.span, certainty: 'published' });
  expect(moved.holidays).toContainEqual({ date: '2024-05-10', name: 'Moved holiday' });
  expect(isWorkingDay('2024-05-06', englandAndWales)).toBe(false);
});

test('a closure counts as its weekdays, and says its name, but a holiday in it stays the holiday', () => {
  const closed = workingCalendar({
    ...named,
    closures: [
      { from: '2021-12-24', to: '2021-12-31', name: 'Winter closure' },
      { from: '2022-01-10', name: 'Move' },
    ],
  });
  expect(countDays('2021-12-23', 1, closed).days.map(({ reason, name }) => name ?? reason)).toEqual([
    ...[
      'trigger',
      'Winter closure',
      'weekend',
      'weekend',
      'Christmas Day',
      'Boxing Day',
      'Winter closure',
      'Winter closure',
      'Winter closure',
    ],
    ...['weekend', 'weekend', 'New Year’s Day', 'working-day'],
  ]);
  expect(isWorkingDay('2022-01-10', closed)).toBe(false);
  expect(closed.holidays).toEqual(englandAndWales.holidays);
});

test('changes are made one upon another', () => {
  const one = workingCalendar({ ...named, add: [{ date: '2024-05-10', name: 'One' }], closures: [{ from: '2024-05-13', name: 'Closed' }] });
  const two = workingCalendar({ ...named, base: one, remove: ['2024-05-10'], add: [{ date: '2024-05-13', name: 'Two' }] });
  expect(isWorkingDay('2024-05-10', two)).toBe(true);
  expect(countDays('2024-05-10', 1, two).days[3]).toMatchObject({ reason: 'holiday', name: 'Two' });
});

test('the first and the last day of the span can be changed', () => {
  const add = [{ date: '2011-01-01', name: 'First' } as const, { date: lastDay, name: 'Last' } as const];
  expect(workingCalendar({ ...named, add }).holidays).toEqual([add[0], ...englandAndWales.holidays, add[1]]);
  for (const date of ['2010-12-31', dayAfter] as const) {
    expect(paths(() => workingCalendar({ ...named, add: [{ date, name: 'Outside' }] }))).toEqual(['add.0.date']);
  }
});

test('a day with two names has both', () => {
  const twice = workingCalendar({ ...named, add: [{ date: '2024-12-25', name: 'Founders’ Day' }] });
  expect(twice.holidays).toContainEqual({ date: '2024-12-25', name: 'Christmas Day; Founders’ Day' });
});

test('a version is a label and a fingerprint of what is in the calendar', () => {
  const version = (changes: Partial<CalendarChanges>): string => workingCalendar({ ...named, ...changes }).version;
  const add = [{ date: '2024-05-10', name: 'One' }] as const;
  expect(version({})).toMatch(/^1\+[0-9a-z]+$/);
  expect(version({}).split('+')[1]).toBe(englandAndWales.version.split('+')[1]);
  expect(version({ id: 'other', add })).toBe(version({ add }));
  const different = [
    version({}),
    version({ version: '2' }),
    version({ add }),
    version({ add: [{ date: '2024-05-10', name: 'Two' }] }),
    version({ add: [{ date: '2024-05-13', name: 'One' }] }),
    version({ remove: ['2024-05-06'] }),
    version({ closures: [{ from: '2024-05-10', name: 'One' }] }),
    version({ base: scotland }),
    version({ base: anyPartOfUk }),
  ];
  expect(new Set(different).size).toBe(different.length);
});

test.each([
  [englandAndWales, '1cp3lgo1yikorf'],
  [scotland, 'r2m7qq1ajwawb'],
  [northernIreland, '1xmol3o199wrzd'],
  [anyPartOfUk, 'vbbdpz1a6vfmw'],
])('%# the version up to 2024 stays as it was published while its days do: receipts name it', (calendar, fingerprint) => {
  expect(upTo(calendar).version).toBe(`official-2011-2024+${fingerprint}`);
});

test('the four calendars are told apart, are frozen, and say in JSON what they are', () => {
  expect(new Set(calendars.map(({ version }) => version)).size).toBe(4);
  for (const calendar of calendars) {
    expect(calendar.version).toMatch(new RegExp(`^${label}\\+[0-9a-z]+$`));
    expect(Object.isFrozen(calendar) && Object.isFrozen(calendar.span)).toBe(true);
    const { id, version, span, certainty } = calendar;
    expect(JSON.parse(JSON.stringify(calendar))).toEqual({ id, version, span, certainty });
  }
});

it('never makes a deadline later by removing a holiday, nor earlier by adding one', () => {
  const days = datesOf('2012-01-01', '2027-12-31');
  const aDay = fc.nat(days.length - 1).map((i) => days[i] as PlainDate);
  fc.assert(
    fc.property(fc.constantFrom(...calendars), aDay, fc.nat(60), fc.nat(), fc.nat(90), (base, date, n, which, after) => {
      const dropped = base.holidays[which % base.holidays.length]?.date as PlainDate;
      const fewer = workingCalendar({ ...named, base, remove: [dropped] });
      expect(addWorkingDays(date, n, fewer) <= addWorkingDays(date, n, base)).toBe(true);
      expect(addWorkingDays(date, -n, fewer) >= addWorkingDays(date, -n, base)).toBe(true);
      const added = days[Math.min(days.indexOf(date) + after, days.length - 1)] as PlainDate;
      const more = workingCalendar({ ...named, base, add: [{ date: added, name: 'Added' }] });
      expect(addWorkingDays(date, n, more) >= addWorkingDays(date, n, base)).toBe(true);
      expect(addWorkingDays(date, -n, more) <= addWorkingDays(date, -n, base)).toBe(true);
    }),
  );
});

test.each([
  { changes: undefined, at: [''] },
  { changes: {}, at: ['base'] },
  { changes: { base: englandAndWales }, at: ['id', 'version'] },
  { changes: { ...named, base: { ...englandAndWales } }, at: ['base'] },
  { changes: { ...named, id: ' ', version: 'x'.repeat(201) }, at: ['id', 'version'] },
  { changes: { ...named, holidays: [] }, at: ['holidays'] },
  { changes: { ...named, add: {} }, at: ['add'] },
  {
    changes: { ...named, add: [{ date: '2021-02-30', name: '' }, { date: dayAfter, name: 'A' }, { day: 1 }] },
    at: ['add.0.date', 'add.0.name', 'add.1.date', 'add.2.day', 'add.2.date', 'add.2.name'],
  },
  { changes: { ...named, remove: ['2021-12-25', '2021-12-27', 'x'] }, at: ['remove.0', 'remove.2'] },
  {
    changes: {
      ...named,
      closures: [{ from: '2021-12-24', to: '2021-12-23', name: 'A' }, { from: '2010-12-31', to: Symbol('x'), name: 'B' }, null],
    },
    at: ['closures.0.to', 'closures.1.from', 'closures.1.to', 'closures.2'],
  },
])('%# refuses what cannot be, all of it at once', ({ changes, at }) => {
  expect(paths(() => workingCalendar(changes as CalendarChanges))).toEqual(at);
});
