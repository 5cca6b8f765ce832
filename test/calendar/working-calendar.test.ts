// A calendar in the version that it had before years were put at its end: found by its content alone, and counting as it did.
import { describe, expect, it } from 'vitest';
import type { Content } from '../../src/calendar/content.js';
import { Calendar, calendarInVersion } from '../../src/calendar/working-calendar.js';
import { OutsideCalendar, addWorkingDays, isWorkingDay, type PlainDate, type WorkingCalendar } from '../../src/calendar/index.js';

const days: readonly PlainDate[] = ['2011-01-03', '2012-01-02', '2012-12-31', '2013-12-31', '2014-01-01', '2014-12-31', '2015-01-01'];

/** A calendar from 2011 on, with the days off of its years. */
function until(lastYear: number, { label = 'ours', ...changes }: Partial<Content> = {}): WorkingCalendar {
  return new Calendar('office', {
    label,
    divisions: ['scotland'],
    firstYear: 2011,
    lastYear,
    projected: [],
    official: () => days.filter((date) => Number(date.slice(0, 4)) <= lastYear).map((date) => ({ date, name: `Off on ${date}` })),
    changes: [],
    ...changes,
  });
}

describe('the version of a calendar', () => {
  const now = until(2015);

  it('that it has is the calendar itself', () => {
    expect(calendarInVersion(now, now.version)).toBe(now);
  });

  it.each([2014, 2013, 2012, 2011])('that it had when it ended with %s is found', (lastYear) => {
    const then = until(lastYear);
    const found = calendarInVersion(now, then.version) as WorkingCalendar;
    expect(found).toMatchObject({ id: 'office', span: then.span, certainty: 'published' });
    for (const date of days.filter((each) => each <= then.span.to)) expect(isWorkingDay(date, found)).toBe(false);
    expect(addWorkingDays(`${lastYear}-12-20`, 3, found)).toBe(addWorkingDays(`${lastYear}-12-20`, 3, then));
    expect(() => addWorkingDays(`${lastYear}-12-20`, 20, found)).toThrow(OutsideCalendar);
  });

  it('is found under another label, and one with a plus sign in it', () => {
    for (const label of ['official-2011-2014', 'a+b', '']) {
      const then = until(2014, { label });
      expect(calendarInVersion(now, then.version)?.span.to).toBe('2014-12-31');
      expect(calendarInVersion(then, until(2014, { label: 'other' }).version)).toBeUndefined(); // of the same years, the label counts
    }
  });

  it.each<[string, Partial<Content>, Partial<Content>, string]>([
    ['of projected years then and now', { projected: [2013, 2014] }, { projected: [2013, 2014, 2015] }, 'projected'],
    ['of published years, now with projected ones behind them', {}, { projected: [2015] }, 'published'],
  ])('is found %s', (_, before, after, certainty) => {
    expect(calendarInVersion(until(2015, after), until(2014, before).version)).toMatchObject({ span: { to: '2014-12-31' }, certainty });
  });

  it.each<[string, WorkingCalendar, WorkingCalendar]>([
    ['when a day of those years is other now', now, until(2014, { official: () => [] })],
    [
      'when the last of those days is',
      now,
      until(2014, { official: () => until(2014).holidays.filter(({ date }) => date !== '2014-12-31') }),
    ],
    ['when years that were projected are published', now, until(2014, { projected: [2014] })],
    ['when its years are not all there', until(2014), now],
    ['before its first year', now, until(2010, { firstYear: 2010, official: () => [] })],
    ['of other nations', now, until(2014, { divisions: ['northern-ireland'] })],
  ])('is not found %s', (_, calendar, other) => {
    expect(calendarInVersion(calendar, other.version)).toBeUndefined();
  });

  it('is not found for a text that is none', () => {
    for (const text of ['', '+', 'ours', `ours+${until(2014).version}`.slice(0, -1)]) expect(calendarInVersion(now, text)).toBeUndefined();
  });
});
