// A diary is what is owed, as any calendar reads it; a later one updates the entries of the one before, and adds none for what has only moved.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import { icalendar } from '../../src/diary/index.js';
import { awardAppeal, definePolicy, position, replay, type CaseEvent, type Duty, type Instant, type PlainDate } from '../../src/index.js';
import { dayOf as someDay, life } from '../support-policy/lifecycle/support/arbitraries.js';
import { october2020 } from '../support-policy/lifecycle/support/cohorts.js';
import * as e from '../support-policy/lifecycle/support/events.js';
import { read } from './read.js';

const opening = { participant: 'p-110', cohort: october2020, registeredOn: '2020-09-18' } as const;
const notMet = [e.issued('2020-10-01'), e.submitted(e.at('2021-03-29')), e.notMet('2021-05-14')];
const owed = (asOf: PlainDate, ...events: readonly CaseEvent[]): readonly Duty[] => position(replay(opening, events).case, asOf).duties;
const uid = 'resubmit-portfolio.p-110@professional-status';
const id = { id: 'p-110' };
const due = (at: Instant | PlainDate, daysLeft: number): Duty => ({
  what: 'resubmit-portfolio',
  owedBy: 'participant',
  clause: 'support/6.2.1.b',
  kind: 'opportunity',
  deadline: { due: at, owedBy: 'participant', clause: 'support/6.2.3', set: 'by-cohort' },
  status: 'upcoming',
  daysLeft,
});

describe('an entry', () => {
  const [entry] = read(icalendar(owed('2021-06-01', ...notMet), id)).values();

  test('6.2.1.b: of a right stands at the instant up to which it lasts, with its clause, and is not called owed', () => {
    expect(entry).toEqual({
      uid,
      sequence: 0,
      stamp: '2021-06-01T00:00:00Z',
      status: 'CONFIRMED',
      summary: 'The participant may resubmit the portfolio free of charge',
      description:
        'The participant may do this up to this time, under Support policy 6.2.1.b.\nSET publishes this deadline for the cohort: 5pm on 31 October 2021.',
      start: '2021-10-31T17:00:00.000Z',
      isAllDay: false,
      transparent: true,
    });
  });

  test('4.4: of a duty says whose it is, with its clause', () => {
    const [submit] = read(icalendar(owed('2020-12-01', e.issued('2020-10-01')), id)).values();
    expect(submit).toMatchObject({
      start: '2021-03-31T16:00:00.000Z',
      summary: 'Submit the portfolio (the participant)',
      description: 'The participant owes this under Support policy 4.4.\nSET publishes this deadline for the cohort: 5pm on 31 March 2021.',
    });
  });

  test('award-appeals/4.1: is a whole day where the deadline is a day', () => {
    const appeal = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' });
    const [asked] = read(icalendar(awardAppeal.position(appeal, '2020-12-23').duties, { id: 'm-1' })).values();
    expect(asked).toMatchObject({
      start: '2021-01-11',
      isAllDay: true,
      summary: 'The member may ask for an explanation of the decision',
      description:
        'The member may do this up to this time, under QTLS and ATS awards appeals policy 4.1.\n11 January 2021 is 10 working days after Wednesday 23 December 2020, which is day 0.',
    });
  });

  test.each([
    [{ workingDays: 1 }, '1 working day'],
    [{ months: 2 }, '2 months'],
    [{ days: 14 }, '14 days'],
  ] as const)('says how its day was counted: %j', (span, said) => {
    const counted = { due: '2021-01-06', owedBy: 'set', clause: 'support/9.1', set: 'by-count', countedFrom: '2021-01-05', span } as const;
    const [entry] = read(icalendar([{ ...due('2021-01-06', 1), deadline: counted }], id)).values();
    expect(entry?.description).toContain(`6 January 2021 is ${said} after Tuesday 5 January 2021, which is day 0.`);
  });

  test('of a count by expected holidays says so', () => {
    const counted = {
      ...due('2031-01-08', 10),
      deadline: {
        due: '2031-01-08',
        owedBy: 'participant',
        clause: 'support/9.1',
        set: 'by-count',
        countedFrom: '2030-12-23',
        span: { workingDays: 10 },
        certainty: 'projected',
      },
    } as const satisfies Duty;
    const [projected] = read(icalendar([counted], id)).values();
    expect(projected?.description).toContain('expected, and not yet published');
  });

  test('is there for each duty with a deadline, and for no other', () => {
    const duties = owed('2020-12-01', e.issued('2020-10-01'));
    expect(duties.map(({ what }) => what).sort()).toEqual(['appoint-supporter', 'submit-portfolio']);
    expect([...read(icalendar(duties, id)).values()].map(({ summary }) => summary)).toEqual(['Submit the portfolio (the participant)']);
  });
});

describe('a later diary', () => {
  const first = icalendar(owed('2021-06-01', ...notMet), id);

  test('of the same duties is the same, byte for byte, though days have passed', () => {
    expect(icalendar(owed('2021-10-30', ...notMet), { ...id, previous: first })).toBe(first);
  });

  test('moves the entry of a deadline that moved: the same UID, the next SEQUENCE, and no entry more', () => {
    const moved = { ...opening, cohort: { ...october2020, resubmissionDeadline: e.at('2021-11-08') } };
    const duties = position(replay(moved, notMet).case, '2021-10-01').duties;
    const entries = read(icalendar(duties, { ...id, previous: first }));
    expect([...entries.keys()]).toEqual([uid]);
    expect(entries.get(uid)).toMatchObject({
      sequence: 1,
      stamp: '2021-10-01T00:00:00Z',
      status: 'CONFIRMED',
      start: '2021-11-08T17:00:00.000Z',
    });
  });

  test('9.1: moves the entry of a count when a holiday is added', () => {
    const appeal = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23' });
    const office = workingCalendar({
      base: englandAndWales,
      id: 'office',
      version: '1',
      add: [{ date: '2021-01-05', name: 'Office day' }],
    });
    const [before, after] = [definePolicy({}), definePolicy({ calendar: office })].map(
      (policy) => awardAppeal.position(appeal, '2020-12-24', policy).duties,
    );
    const entries = read(icalendar(after ?? [], { id: 'm-1', previous: icalendar(before ?? [], { id: 'm-1' }) }));
    expect([...entries.values()].map(({ start, sequence }) => [start, sequence])).toEqual([['2021-01-12', 1]]);
  });

  test('cancels what is no longer owed, once, and confirms it when it is owed again', () => {
    const met = owed('2021-10-31', ...notMet, e.resubmitted(e.at('2021-10-30')));
    const second = icalendar(met, { ...id, previous: first });
    expect(read(second).get(uid)).toMatchObject({ status: 'CANCELLED', sequence: 1, start: '2021-10-31T17:00:00.000Z' });
    expect(icalendar(met, { ...id, previous: second })).toBe(second);
    const again = read(icalendar(owed('2021-10-31', ...notMet), { ...id, previous: second })).get(uid);
    expect(again).toMatchObject({
      status: 'CONFIRMED',
      sequence: 2,
      stamp: '2021-10-31T00:00:00Z',
      summary: 'The participant may resubmit the portfolio free of charge',
    });
  });

  test('4.4, 6.2.1.b: says of a duty that it is no longer due, and of a right that it is no longer open: nobody owed its use', () => {
    const submit = owed('2020-12-01', e.issued('2020-10-01'));
    const summaries = [submit, owed('2021-06-01', ...notMet)].map((duties) =>
      [...read(icalendar([], { ...id, previous: icalendar(duties, id) })).values()].map(({ summary }) => summary),
    );
    expect(summaries).toStrictEqual([
      ['No longer due: submit the portfolio (the participant)'],
      ['No longer open: the participant may resubmit the portfolio free of charge'],
    ]);
  });

  test('says of what is over that it is, in its words too: some readers show no status', () => {
    const met = owed('2021-10-31', ...notMet, e.resubmitted(e.at('2021-10-30')));
    expect(read(icalendar(met, { ...id, previous: first })).get(uid)).toMatchObject({
      summary: 'No longer open: the participant may resubmit the portfolio free of charge',
      description: 'This is no longer one of the deadlines of the case.',
    });
  });

  test.each([
    ['in London', e.at('2021-06-30'), '2021-06-30T16:00:00Z', 'DTSTART;TZID=Europe/London:20210630T170000', 'DTSTART:20210630T160000Z'],
    [
      'in winter',
      e.at('2021-12-01'),
      '2021-12-01T12:00:00-05:00',
      'DTSTART;TZID=Europe/London:20211201T170000',
      'DTSTART:20211201T170000Z',
    ],
    [
      'in the hour that comes twice',
      '2021-10-31T01:30:00Z',
      '2021-10-31T02:30:00+01:00',
      'DTSTART:20211031T013000Z',
      'DTSTART:20211031T013000Z',
    ],
  ] as const)('does not revise a moment that is written in another way: %s', (_, at, otherwise, line, rewritten) => {
    const text = icalendar([due(at, 5)], id);
    expect(text).toContain(`\r\n${line}\r\n`);
    expect(icalendar([due(otherwise, 5)], { ...id, previous: text })).toBe(text);
    const kept = text.replace(line, rewritten);
    expect(icalendar([due(at, 5)], { ...id, previous: kept })).toBe(kept);
    expect(read(icalendar([due('2021-11-08T17:00:00Z', 5)], { ...id, previous: kept })).get(uid)?.sequence).toBe(1);
  });

  test.each([
    ['another time', 'DTSTART:20210630T160100Z'],
    ['another form', 'DTSTART;TZID=Europe/London:20210630T160000Z'],
    ['a day', 'DTSTART;VALUE=DATE:20210630'],
    ['no day at all', 'DTSTART:20210230T160000Z'],
    ['an hour that London’s clock skips', 'DTSTART;TZID=Europe/London:20210328T013000'],
  ])('revises an entry whose start is %s', (_, line) => {
    const previous = icalendar([due(e.at('2021-06-30'), 5)], id).replace('DTSTART;TZID=Europe/London:20210630T170000', line);
    expect(read(icalendar([due(e.at('2021-06-30'), 5)], { ...id, previous })).get(uid)).toMatchObject({
      sequence: 1,
      start: '2021-06-30T16:00:00.000Z',
    });
  });

  test('is never stamped before the one that it follows', () => {
    const later = icalendar([due('2021-10-31T17:00:00Z', 10)], id);
    expect(read(icalendar([due('2021-11-01T17:00:00Z', 200)], { ...id, previous: later })).get(uid)?.stamp).toBe('2021-10-21T00:00:00Z');
  });

  const unfolded = first.replaceAll('\r\n ', '');
  test.each([
    ['whose line ends were changed', first.replaceAll('\r\n', '\n')],
    ['whose line ends are those of old Macs', first.replaceAll('\r\n', '\r')],
    ['with a byte order mark', `\uFEFF${first}`],
    ['with a byte order mark and other line ends', `\uFEFF${first.replaceAll('\r\n', '\n')}`],
    ['folded with tabs', first.replaceAll('\r\n ', '\r\n\t')],
    ['folded elsewhere, with tabs', unfolded.replace(/(.{30})(?=.)/g, '$1\r\n\t')],
    ['not folded at all', unfolded],
    ['without a line end at its end', first.trimEnd()],
    ['with blank lines at its end', `${first}\r\n\r\n`],
  ])('follows one %s by a store', (_, previous) => {
    expect(previous).not.toBe(first);
    expect(icalendar(owed('2021-06-02', ...notMet), { ...id, previous })).toBe(first);
  });

  const numbered = (sequence: number): string => first.replace('SEQUENCE:0', `SEQUENCE:${sequence}`);
  const moved = [due('2021-11-08T17:00:00Z', 5)];
  test('is read whenever it was written: SEQUENCE has one bound, the last integer of the format', () => {
    const last = icalendar(moved, { ...id, previous: numbered(2_147_483_646) });
    expect(read(last).get(uid)?.sequence).toBe(2_147_483_647);
    expect(icalendar(moved, { ...id, previous: last })).toBe(last);
    expect(read(icalendar(moved, { ...id, previous: numbered(999_999_999) })).get(uid)?.sequence).toBe(1_000_000_000);
  });
  test.each([
    ['beyond it', 2_147_483_648, owed('2021-06-02', ...notMet)],
    ['at it, where the entry has changed', 2_147_483_647, moved],
    ['at it, where the entry is no longer due', 2_147_483_647, []],
  ])('does not follow a SEQUENCE %s', (_, sequence, duties) => {
    expect(() => icalendar(duties, { ...id, previous: numbered(sequence) })).toThrow(
      expect.objectContaining({ code: 'INVALID_FACTS', issues: [expect.objectContaining({ path: ['options', 'previous'] })] }),
    );
  });

  test.each([
    ['another case’s', icalendar([], { id: 'p-1' }).replace('END:VCALENDAR', first.slice(first.indexOf('BEGIN:VEVENT'))), 'p-1'],
    ['another program’s', 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n', 'p-110'],
    ['half of one', first.slice(0, -60), 'p-110'],
    ['one without its numbers', first.replace('SEQUENCE:0', 'SEQUENCE:x'), 'p-110'],
    ['one whose entries have names of another kind', first.replace('UID:resubmit', 'UID:1-resubmit'), 'p-110'],
    ['nothing', '', 'p-110'],
  ])('does not follow %s', (_, previous, of) => {
    expect(() => icalendar([], { id: of, previous })).toThrow(
      expect.objectContaining({ code: 'INVALID_FACTS', issues: [expect.objectContaining({ path: ['options', 'previous'] })] }),
    );
  });
});

describe('two hosts with a case of one id', () => {
  const duties = owed('2021-06-01', ...notMet);
  const [one, two] = ['a.example.org', 'b.example.org'].map((host) => icalendar(duties, { id: '0', host })) as [string, string];

  test('name their entries apart', () => {
    expect([...read(one).keys()]).toEqual(['resubmit-portfolio.0@a.example.org']);
    expect([...read(two).keys()]).toEqual(['resubmit-portfolio.0@b.example.org']);
  });

  test('follow each their own diary, and not the other’s, nor one that names no host', () => {
    expect(icalendar(duties, { id: '0', host: 'a.example.org', previous: one })).toBe(one);
    for (const previous of [two, icalendar(duties, { id: '0' })]) {
      expect(() => icalendar(duties, { id: '0', host: 'a.example.org', previous })).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ path: ['options', 'previous'] })] }),
      );
    }
  });

  test.each([
    'professional-status',
    'A.example.org',
    'a@b.org',
    'a.example.org\r\nX:y',
    '.',
    'a..b',
    'ä.example.org',
    `${'a'.repeat(97)}.org`,
    '',
  ])('%j is not a host', (host) => {
    expect(() => icalendar([], { id: '0', host })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: ['options', 'host'] })] }),
    );
  });

  property.prop([
    fc.array(fc.tuple(fc.stringMatching(/^[\w.:/@+-]{1,8}$/), fc.option(fc.constantFrom('a.b', 'b.a', 'a.a.b'), { nil: undefined })), {
      minLength: 2,
      maxLength: 2,
    }),
  ])('no two cases have an entry of one name', (owners) => {
    const [a, b] = owners.map(([of, host]) => [...read(icalendar(duties, { id: of, ...(host !== undefined && { host }) })).keys()][0]);
    expect(a === b).toBe(JSON.stringify(owners[0]) === JSON.stringify(owners[1]));
  });
});

test('6.2.1: an entry of a right says who may use it, and never that it is owed', () => {
  const right = { ...due('2021-10-31T17:00:00Z', 5), kind: 'opportunity' } as Duty;
  const entry = read(icalendar([right], id)).get(uid);
  expect(entry?.summary).toBe('The participant may resubmit the portfolio free of charge');
  expect(entry?.description).toBe(
    'The participant may do this up to this time, under Support policy 6.2.1.b.\nSET publishes this deadline for the cohort: 5pm on 31 October 2021.',
  );
});

describe('two duties of one kind', () => {
  test('are those of two cases, and have two diaries', () => {
    expect(() => icalendar([due('2021-10-31', 1), due('2021-11-30', 31)], id)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: ['duties', 1, 'what'] })] }),
    );
  });
});

describe('as RFC 5545 has it', () => {
  test('lines end with CRLF and have at most 75 octets', () => {
    const text = icalendar(owed('2021-06-01', ...notMet), { id: 'x'.repeat(100) });
    const lines = text.split('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.pop()).toBe('');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBe(75);
    expect([...read(text).keys()]).toEqual([`resubmit-portfolio.${'x'.repeat(100)}@professional-status`]);
  });

  test('octets are counted and not characters, and none is broken', () => {
    const before = icalendar([due('2021-10-31', 1)], { id: 'p-110' });
    for (const padding of ['', 'x', 'xx']) {
      const summary = `${padding}${'’'.repeat(60)}`;
      const text = icalendar([], { id: 'p-110', previous: before.replace(/SUMMARY:.*/, `SUMMARY:${summary}`) });
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(read(text).get(uid)?.summary).toContain(summary);
    }
  });

  test('a diary without duties is one', () => {
    expect(read(icalendar([], id)).size).toBe(0);
  });

  test.each<[string, Instant, string]>([
    ['summer', '2021-06-30T17:00:00+01:00', '2021-06-30T16:00:00.000Z'],
    ['winter', '2021-10-31T17:00:00Z', '2021-10-31T17:00:00.000Z'],
    ['the repeated hour, first', '2021-10-31T01:30:00+01:00', '2021-10-31T00:30:00.000Z'],
    ['the repeated hour, again', '2021-10-31T01:30:00Z', '2021-10-31T01:30:00.000Z'],
    ['a fraction of a second, which the format does not have', '2021-10-31T17:00:00.500Z', '2021-10-31T17:00:00.000Z'],
    ['the first of the rule', '1996-01-01T00:00:00Z', '1996-01-01T00:00:00.000Z'],
  ])('%s', (_, at, expected) => {
    expect(read(icalendar([due(at, 0)], id)).get(uid)?.start).toBe(expected);
  });

  property.prop([fc.date({ min: new Date('1997-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })])(
    'an instant is that instant by the clock that the diary carries',
    (date) => {
      const at = `${date.toISOString().slice(0, 19)}Z` as Instant;
      expect(read(icalendar([due(at, 0)], id)).get(uid)?.start).toBe(new Date(at).toISOString());
    },
  );

  property.prop([
    life.chain((lived) => fc.tuple(fc.constant(lived), fc.array(someDay(lived.registration.cohort), { minLength: 1, maxLength: 6 }))),
  ])('over the days of a life, entries are never lost, and SEQUENCE never falls', ([{ case: state, policy }, days]) => {
    let previous: string | undefined;
    for (const day of days.filter((each) => each >= state.registeredOn).sort()) {
      const { duties } = position(state, day, policy);
      const text: string = icalendar(duties, previous === undefined ? id : { ...id, previous });
      const [before, now] = [previous === undefined ? new Map<string, never>() : read(previous), read(text)];
      for (const [known, entry] of before) {
        const { sequence, ...says } = now.get(known) ?? { sequence: -1 };
        expect(sequence).toBeGreaterThanOrEqual((entry as { sequence: number }).sequence);
        if (sequence === (entry as { sequence: number }).sequence) expect({ sequence, ...says }).toEqual(entry);
      }
      const confirmed = [...now.values()].filter(({ status }) => status === 'CONFIRMED').map(({ uid: each }) => each.split('.')[0]);
      expect(confirmed).toEqual(duties.filter(({ deadline }) => deadline !== undefined).map(({ what }) => what));
      previous = text;
    }
  });
});
