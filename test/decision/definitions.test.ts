// The limits against their definitions, worked out here a second time by other means: date-fns for months, a walk from day to day for working days.
import { addDays as addDaysOf, addMonths as addMonthsOf, format, getDate, lastDayOfMonth, subMonths as subMonthsOf } from 'date-fns';
import { UTCDate } from '@date-fns/utc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessAdjustmentRequest,
  assessFurtherSupport,
  assessSupportAppeal,
  assessSupportRequest,
  definePolicy,
  nextAvailableCohort,
  noticeDeadline,
  programmeLength,
  reviewWindow,
  supportWindow,
  type Cohort,
  type PlainDate,
  type Policy,
  type Readings,
} from '../../src/index.js';
import { asks, stages } from '../../src/policy/vocabulary.js';
import { policies } from './arbitraries.js';
import { calendars } from './cases.js';

/** Every day of six years, two of them leap years. */
const allDays: readonly PlainDate[] = Array.from({ length: 2192 }, (_, index) => text(addDaysOf(new UTCDate(2019, 0, 1), index)));
const day: fc.Arbitrary<PlainDate> = fc.constantFrom(...allDays);

function text(date: Date): PlainDate {
  return format(date, 'yyyy-MM-dd') as PlainDate;
}
const dateOf = (on: PlainDate): UTCDate => new UTCDate(`${on}T00:00:00Z`);
const plusDays = (on: PlainDate, n: number): PlainDate => text(addDaysOf(dateOf(on), n));
const plusMonths = (on: PlainDate, n: number): PlainDate => text(addMonthsOf(dateOf(on), n));
const minusMonth = (on: PlainDate): PlainDate => text(subMonthsOf(dateOf(on), 1));
const endsMonth = (on: PlainDate): boolean => getDate(lastDayOfMonth(dateOf(on))) === getDate(dateOf(on));
const read = (readings: Partial<Readings>): Policy => definePolicy({ readings });

describe('3.1.1: a month’s notice, for a start on any day of six years', () => {
  const latest = (start: PlainDate, readings: Partial<Readings> = {}): PlainDate =>
    noticeDeadline({ programmeStartsOn: start }, read(readings)).detail.latestTimely;

  it('counted back, is the corresponding day of the month before, else its last day; a clear month is a day more', () => {
    for (const start of allDays) {
      expect(latest(start), start).toBe(minusMonth(start));
      expect(latest(start, { 'notice-boundary': 'clear-month' }), start).toBe(plusDays(minusMonth(start), -1));
    }
  });

  it('counted forward, is the last day from which a month reaches no further than the start; a clear month stops short of it', () => {
    const reached = allDays.map((on) => plusMonths(on, 1));
    for (const [index, start] of allDays.entries()) {
      if (index < 40) continue; // the days before the first are not in the list
      const last = (reaches: (end: PlainDate) => boolean): PlainDate | undefined =>
        allDays.find((_, back) => back > index - 40 && reaches(reached[back] as PlainDate) && !reaches(reached[back + 1] as PlainDate));
      expect(latest(start, { 'notice-month': 'count-forward' }), start).toBe(last((end) => end <= start));
      expect(latest(start, { 'notice-month': 'count-forward', 'notice-boundary': 'clear-month' }), start).toBe(last((end) => end < start));
    }
  });

  it('differs between back and forward only for a start on the last day of a month shorter than the one before', () => {
    for (const start of allDays) {
      const shorter = endsMonth(start) && getDate(dateOf(start)) < getDate(lastDayOfMonth(subMonthsOf(dateOf(start), 1)));
      expect(latest(start) !== latest(start, { 'notice-month': 'count-forward' }), start).toBe(shorter);
    }
  });

  it('makes a request timely up to the last timely day, and late from the next', () => {
    const boundary = fc.constantFrom<Readings['notice-boundary']>('inclusive', 'clear-month');
    const month = fc.constantFrom<Readings['notice-month']>('count-back', 'count-forward');
    fc.assert(
      fc.property(day, fc.integer({ min: -80, max: 80 }), boundary, month, (start, offset, clear, counted) => {
        const policy = read({ 'notice-boundary': clear, 'notice-month': counted });
        const { detail } = noticeDeadline({ programmeStartsOn: start }, policy);
        const requestedOn = plusDays(detail.latestTimely, offset);
        const request = assessAdjustmentRequest({ requestedOn, programmeStartsOn: start }, policy);
        expect(request).toMatchObject({
          outcome: offset <= 0 ? 'timely' : 'late',
          detail: { ...detail, marginDays: offset === 0 ? 0 : -offset },
        });
        expect(detail.firstLate).toBe(plusDays(detail.latestTimely, 1));
        expect(detail.latestTimely < start).toBe(true);
      }),
    );
  });
});

describe('4.4: the review month, for a deadline on any day of six years', () => {
  it('opens the day after; from the next day, it lasts until the eve of the corresponding day, or a shorter month’s last day', () => {
    for (const deadline of allDays) {
      const opens = plusDays(deadline, 1);
      const monthOn = plusMonths(opens, 1);
      const closes = getDate(dateOf(monthOn)) === getDate(dateOf(opens)) ? plusDays(monthOn, -1) : monthOn;
      expect(reviewWindow({ submissionDeadline: deadline })).toMatchObject({ detail: { opens, closes } });
    }
  });

  it('to the corresponding date, it lasts until that date of the next month, or its last day', () => {
    const policy = read({ 'review-month': 'corresponding-date' });
    for (const deadline of allDays)
      expect(reviewWindow({ submissionDeadline: deadline }, policy)).toMatchObject({
        detail: { opens: plusDays(deadline, 1), closes: plusMonths(deadline, 1) },
      });
  });

  it('is the whole next calendar month for a deadline on a month’s last day', () => {
    for (const deadline of allDays.filter(endsMonth)) {
      const opens = plusDays(deadline, 1);
      expect(reviewWindow({ submissionDeadline: deadline })).toMatchObject({
        detail: { opens, closes: text(lastDayOfMonth(dateOf(opens))) },
      });
    }
  });
});

describe('4.1, 4.2: the described length', () => {
  it('is met by the corresponding day and by the day before, and by no other near it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('QTLS', 'ATS'), fc.integer({ min: -5, max: 5 }), (startsOn, programme, offset) => {
        const end = plusMonths(startsOn, programme === 'QTLS' ? 6 : 12);
        const { outcome } = programmeLength({ programme, startsOn, submissionDeadline: plusDays(end, offset) });
        expect(outcome).toBe(offset === 0 || offset === -1 ? 'as-described' : 'departs');
      }),
    );
  });
});

describe('4.3: the days of support', () => {
  const after = fc.integer({ min: 0, max: 60 });
  const around = fc.integer({ min: -70, max: 200 });
  const maybe = fc.option(after, { nil: undefined });

  it('are those from the issue to the end, both included; less the end, or from the restart on, as it is read', () => {
    fc.assert(
      fc.property(day, maybe, maybe, around, fc.boolean(), fc.boolean(), (issued, toRestart, toEnd, offset, exclusive, stops) => {
        const restart = toRestart === undefined ? undefined : plusDays(issued, toRestart);
        const ended = toEnd === undefined ? undefined : plusDays(restart ?? issued, toEnd);
        const on = plusDays(issued, offset);
        const isOver = (ended !== undefined && (exclusive ? on >= ended : on > ended)) || (stops && restart !== undefined && on >= restart);
        const policy = read({
          'support-window-ends': exclusive ? 'end-exclusive' : 'inclusive',
          'support-during-restart': stops ? 'closed' : 'open',
        });
        const facts = { portfolioIssuedOn: issued, restartRequiredOn: restart ?? 'none', endedOn: ended ?? 'none', on } as const;
        const { outcome, detail } = supportWindow(facts, policy);
        expect(outcome).toBe(on < issued ? 'not-yet-open' : isOver ? 'closed' : 'open');
        expect(detail.opens).toBe(issued);
        if (on >= issued && detail.closes !== undefined) expect(on > detail.closes).toBe(isOver);
      }),
    );
  });
});

describe('6.2.2: adjustments applied for before the start', () => {
  it('on any day before it; or with the notice of 3.1.1, where that is asked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -70, max: 5 }), fc.boolean(), (programmeStartsOn, offset, priorArrangement) => {
        const facts = { adjustmentsAppliedOn: plusDays(programmeStartsOn, offset), programmeStartsOn, priorArrangement };
        const granted = (readings: Partial<Readings>): boolean =>
          assessFurtherSupport(facts, read(readings)).outcome === 'by-prior-arrangement';
        expect(granted({})).toBe(priorArrangement && offset < 0);
        expect(granted({ 'further-support-applied': 'applied-timely' })).toBe(
          priorArrangement && facts.adjustmentsAppliedOn <= minusMonth(programmeStartsOn),
        );
      }),
    );
  });
});

describe('2.3, 6.1.5, 6.1.7, 8.1: what is asked for', () => {
  const stage = fc.constantFrom(...stages);
  const number = fc.oneof(fc.nat({ max: 5 }), fc.constant('none' as const));
  const furtherSupport = fc.constantFrom('by-prior-arrangement' as const, 'not-granted' as const, 'none' as const);
  const writtenFeedback = fc.constantFrom('outstanding' as const, 'issued' as const, 'none' as const);
  const request = fc.record({
    stage,
    specialArrangement: fc.boolean(),
    requestsSoFar: number,
    limitSetByTeam: number,
    furtherSupport,
    writtenFeedback,
  });

  it('is never formative assessment and never student finance: no facts and no reading bring it about', () => {
    fc.assert(
      fc.property(request, policies, fc.constantFrom('formative-assessment' as const, 'student-finance' as const), (facts, policy, ask) => {
        expect(assessSupportRequest({ ...facts, ask }, policy).outcome).toBe('not-provided');
      }),
    );
  });

  it('is never feedback before submission', () => {
    const before = fc.constantFrom('registered' as const, 'in-programme' as const);
    fc.assert(
      fc.property(
        request,
        before,
        policies,
        fc.constantFrom('specific-feedback' as const, 'written-feedback' as const),
        (facts, at, policy, ask) => {
          expect(assessSupportRequest({ ...facts, stage: at, ask }, policy).outcome).toBe('not-provided');
        },
      ),
    );
  });

  it('is limited only by a limit that the Team has set and that is used up, and never under a special arrangement', () => {
    fc.assert(
      fc.property(request, policies, fc.constantFrom(...asks), (facts, policy, ask) => {
        const { specialArrangement, requestsSoFar, limitSetByTeam } = facts;
        if (assessSupportRequest({ ...facts, ask }, policy).outcome !== 'limited') return;
        expect(specialArrangement).toBe(false);
        expect(Number(requestsSoFar)).toBeGreaterThanOrEqual(Number(limitSetByTeam));
      }),
    );
  });
});

describe('9.1: ten working days', () => {
  it.each(Object.entries(calendars))('end on the tenth day that is neither at a weekend nor a holiday: %s', (_, calendar) => {
    const off = new Set(calendar.holidays.map(({ date }) => date));
    const isWorking = (on: PlainDate): boolean => ![0, 6].includes(dateOf(on).getUTCDay()) && !off.has(on);
    const policy = definePolicy({ calendar });
    fc.assert(
      fc.property(day, fc.integer({ min: -3, max: 3 }), (receivedAt, offset) => {
        let due = receivedAt;
        for (let counted = 0; counted < 10;) if (isWorking((due = plusDays(due, 1)))) counted++;
        const respondedOn = plusDays(due, offset);
        const appeal = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt, respondedOn }, policy);
        expect(appeal).toMatchObject({
          detail: { responseDue: { due, countedFrom: receivedAt }, responded: offset <= 0 ? 'in-time' : 'late' },
        });
        const asked = assessSupportAppeal(
          { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt, asOf: respondedOn },
          policy,
        );
        expect(asked).toMatchObject({ detail: { responded: offset <= 0 ? 'pending' : 'overdue' } });
      }),
    );
  });
});

describe('6.2.3: the next available cohort', () => {
  const near = fc.integer({ min: 0, max: 60 }).map((days) => plusDays('2020-12-15', days));
  const cohorts = fc.uniqueArray(
    fc.record(
      { id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), programme: fc.constantFrom('QTLS', 'ATS'), startsOn: near, entryCloses: near },
      { requiredKeys: ['id', 'programme', 'startsOn'] },
    ),
    { maxLength: 6, selector: ({ id }) => id },
  ) as fc.Arbitrary<readonly Cohort[]>;
  const programme = fc.constantFrom('QTLS' as const, 'ATS' as const);
  const available: { readonly [K in Readings['next-cohort']]: (cohort: Cohort, trigger: PlainDate) => boolean } = {
    'entry-open': ({ startsOn, entryCloses }, trigger) => (entryCloses === undefined ? startsOn > trigger : entryCloses >= trigger),
    'entry-open-not-started': ({ startsOn, entryCloses }, trigger) =>
      startsOn > trigger && (entryCloses === undefined || entryCloses >= trigger),
    'starts-after': ({ startsOn }, trigger) => startsOn > trigger,
  };

  it.each(Object.entries(available))(
    'by %s, is of the same programme and available, none available starts before it, and the order of the list does not matter',
    (reading, isAvailable) => {
      const policy = read({ 'next-cohort': reading as Readings['next-cohort'] });
      fc.assert(
        fc.property(cohorts, programme, near, (known, of, trigger) => {
          const open = known.filter((cohort) => cohort.programme === of && isAvailable(cohort, trigger));
          const { outcome, detail } = nextAvailableCohort({ programme: of, trigger, cohorts: known }, policy);
          expect(outcome).toBe(open.length > 0 ? 'found' : 'none-known');
          const { cohort } = detail;
          if (cohort === undefined) return;
          expect(open).toContainEqual(cohort);
          for (const other of open) expect(`${cohort.startsOn} ${cohort.id}` <= `${other.startsOn} ${other.id}`).toBe(true);
          expect(nextAvailableCohort({ programme: of, trigger, cohorts: [...known].reverse() }, policy).detail.cohort).toStrictEqual(
            cohort,
          );
        }),
      );
    },
  );

  it('gives every cohort a reason, in the order given: one is the next exactly where one is found', () => {
    fc.assert(
      fc.property(
        cohorts,
        programme,
        near,
        fc.constantFrom<Readings['next-cohort']>('entry-open', 'entry-open-not-started', 'starts-after'),
        (known, of, trigger, reading) => {
          const { detail } = nextAvailableCohort({ programme: of, trigger, cohorts: known }, read({ 'next-cohort': reading }));
          expect(detail.considered.map(({ id }) => id)).toStrictEqual(known.map(({ id }) => id));
          expect(detail.considered.filter(({ reason }) => reason === 'next-available').map(({ id }) => id)).toStrictEqual(
            detail.cohort === undefined ? [] : [detail.cohort.id],
          );
          for (const [index, { reason }] of detail.considered.entries())
            expect(reason === 'other-programme').toBe(known[index]?.programme !== of);
        },
      ),
    );
  });
});
