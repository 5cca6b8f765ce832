// The problems of what came: each by its kind, and with what came made safe to print and to send.
import { describe, expect, it, test } from 'vitest';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import { fromDate } from '../../src/date-fns/index.js';
import { calendarFrom } from '../../src/date-holidays/index.js';
import { icalendar } from '../../src/diary/index.js';
import {
  assessSupportAppeal,
  InvalidFacts,
  inWords,
  isInvalidFacts,
  noticeDeadline,
  openCase,
  replay,
  type CaseEvent,
  type IssueCode,
} from '../../src/index.js';
import { cellFunctions } from '../../src/spreadsheet/index.js';
import { thrownBy } from '../decision/thrown.js';
import { renderReceived } from '../../src/data/issues.js';

describe('an issue', () => {
  it('can say what it received of a value that throws when it is looked at', () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(renderReceived(proxy)).toBe('object');
  });

  test.each([
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(80)}…`],
    ['2021-01-10\u200b', '2021-01-10\\u200b'],
    ['a\nb\u001b[31m\u202ec', 'a\\u000ab\\u001b[31m\\u202ec'],
    ['\n'.repeat(80), `${'\\u000a'.repeat(13)}\\u…`],
    [1.5, 1.5],
    [-0, 0],
    [true, true],
    [null, null],
    [undefined, 'undefined'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [[1], 'array'],
    [new Date(), 'object'],
    [(): void => undefined, 'function'],
    [Symbol('x'), 'symbol'],
    [1n, 'bigint'],
  ])('%# render what was received so that it can be sent', (value, expected) => {
    expect(renderReceived(value)).toBe(expected);
  });
});

describe('the message of an error', () => {
  it('names an unknown key with its line breaks and controls as escapes, so that a log stays a line', () => {
    const facts = { programmeStartsOn: '2021-01-10', 'key\n\u001b[31m\u202e': 1 };
    expect(noticeDeadline.check(facts)[0]?.path).toEqual(['key\n\u001b[31m\u202e']);
    expect(() => noticeDeadline(facts as never)).toThrow('key\\u000a\\u001b[31m\\u202e is not a fact of this rule');
  });

  it.each(['2021-01-03T12:00:00Z', '2021-01-03T12:00:00+00:00', '2021-01-03'])('of an order leaves the other fact out, %s', (sentAt) => {
    const facts = { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-01-02', sentAt };
    expect(() => assessSupportAppeal(facts as never)).toThrow(/^Invalid facts: receivedAt must not be before sentAt$/);
  });
});

describe('the code of a problem is the same, whoever is asked', () => {
  const cohort = { id: 'c', programme: 'QTLS', startsOn: '2021-01-10' } as const;
  const registration = { participant: 'p', cohort, registeredOn: '2020-12-07' } as const;
  const [long, early] = ['x'.repeat(201), '1850-01-01'] as const;
  const due = { due: early, owedBy: 'participant', clause: 'support/4.4', set: 'by-cohort' };
  const duty = {
    what: 'submit-portfolio',
    owedBy: 'participant',
    clause: 'support/4.4',
    deadline: due,
    kind: 'duty',
    status: 'upcoming',
    daysLeft: 1,
  };
  const office = { base: englandAndWales, id: 'office', version: '1' };
  const source = { getHolidays: () => [] };

  test.each<[problem: string, code: IssueCode, at: string, call: () => unknown]>([
    ['a text too long', 'out-of-range', 'participant', () => openCase({ ...registration, participant: long })],
    ['a text too long', 'out-of-range', 'id', () => workingCalendar({ ...office, id: long })],
    ['a text too long', 'out-of-range', 'options.id', () => icalendar([], { id: long })],
    ['a text too long', 'out-of-range', 'options.host', () => icalendar([], { id: 'a', host: `${long}.org` })],
    ['a text too long', 'out-of-range', 'options.previous', () => icalendar([], { id: 'a', previous: 'x'.repeat(1_000_001) })],
    ['a blank text', 'malformed', 'participant', () => openCase({ ...registration, participant: '' })],
    ['a blank text', 'malformed', 'id', () => workingCalendar({ ...office, id: ' ' })],
    ['a blank text', 'malformed', 'options.id', () => icalendar([], { id: '' })],
    ['a day of another century', 'out-of-range', 'programmeStartsOn', () => noticeDeadline({ programmeStartsOn: early })],
    ['a day of another century', 'out-of-range', '', () => inWords(early)],
    ['a day of another century', 'out-of-range', 'duties.0.deadline.due', () => icalendar([duty] as never, { id: 'a' })],
    [
      'a day of another century',
      'out-of-range',
      'holidays.2029.0.date',
      () => calendarFrom({ getHolidays: () => [{ date: early, name: 'a', type: 'bank' }] }, { years: [2029] }),
    ],
    ['a day that there is not', 'malformed', '', () => inWords('2021-02-29')],
    ['an instant before 1996', 'out-of-range', '', () => inWords('1995-06-01T12:00:00Z')],
    ['a number too small', 'out-of-range', 'portfolio', () => openCase({ ...registration, portfolio: 0 })],
    ['a number too small', 'out-of-range', 'years.0', () => calendarFrom(source, { years: [1850] })],
    ['a number that is not whole', 'malformed', 'years.0', () => calendarFrom(source, { years: [2029.5] })],
    ['a last year before the first', 'out-of-order', 'years.to', () => calendarFrom(source, { years: { from: 2030, to: 2029 } })],
    ['a list too long', 'out-of-range', 'duties', () => icalendar(Array.from({ length: 101 }, () => duty) as never, { id: 'a' })],
    [
      'a word that is not taken',
      'not-one-of',
      'cohort.programme',
      () => openCase({ ...registration, cohort: { ...cohort, programme: 'X' as never } }),
    ],
    ['a word that is not taken', 'not-one-of', 'zone', () => cellFunctions({ zone: 'Mars' as never })],
    ['a word that is not taken', 'not-one-of', 'as', () => fromDate(new Date(0), 'hour' as never)],
  ])('%s: %s at %s', (_, code, at, call) => {
    const found = thrownBy(call).issues.find(({ path }) => path.join('.') === at);
    expect(found?.code).toBe(code);
    expect(found?.expected === undefined).toBe(code !== 'not-one-of');
  });
});

describe('so many problems that no call could take them as arguments', () => {
  it('are returned, each one', () => {
    const wide = { type: 'withdrawn', ...Object.fromEntries(Array.from({ length: 95 }, (_, key) => [`k${key}`, 1])) };
    const opening = {
      participant: 'p',
      cohort: { id: 'c', programme: 'QTLS', startsOn: '2021-01-10' },
      registeredOn: '2020-12-07',
    } as const;
    const { issues } = thrownBy(() => replay(opening, new Array(1500).fill(wide) as CaseEvent[]));
    expect(issues.length).toBeGreaterThan(140_000);
  });
});

describe('isInvalidFacts', () => {
  const error = new InvalidFacts([{ path: [], message: 'must be a date', code: 'malformed', received: null }]);
  it('knows an error that comes back from JSON', () => {
    expect(isInvalidFacts(JSON.parse(JSON.stringify(error)))).toBe(true);
  });
  it('knows no error without an issue, and not what a clone leaves of one', () => {
    expect(isInvalidFacts({ code: 'INVALID_FACTS', issues: [] })).toBe(false);
    expect(isInvalidFacts(structuredClone(error))).toBe(false);
  });
});
