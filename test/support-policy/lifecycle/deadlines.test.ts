// A deadline that has passed with nothing recorded: a position says of it what the rule of its clause says, on the same facts and by the same readings.
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import {
  assessResubmission,
  assessSubmission,
  definePolicy,
  explain,
  londonDate,
  position,
  replay,
  transition,
  type Case,
  type CaseEventType,
  type Duty,
  type Instant,
  type PlainDate,
  type Policy,
  type Position,
  type Readings,
} from '../../../src/index.js';
import { addDays, life, type Life } from './support/arbitraries.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { reading } from './support/given.js';
import { caseAt, historyTo } from './support/stages.js';
import { runs } from '../../runs.js';

type Moment = Parameters<typeof position>[1];

interface Asked {
  readonly due: Instant;
  readonly duty: Duty['what'];
  readonly records: CaseEventType;
  /** What the rule says where nothing was sent. */
  readonly says: (asOf: Moment, policy: Policy) => string;
}
/** The deadline that a case waits for, and the rule that is asked of it. */
function askedOf({
  stage,
  cohort: { submissionDeadline, resubmissionDeadline },
}: Pick<Case, 'cohort'> & { stage: string }): Asked | undefined {
  if (stage === 'in-programme' && submissionDeadline !== undefined)
    return {
      due: submissionDeadline,
      duty: 'submit-portfolio',
      records: 'submission-deadline-missed',
      says: (asOf, policy) => assessSubmission({ submittedAt: 'none', submissionDeadline, asOf }, policy).outcome,
    };
  if (stage === 'criteria-not-met' && resubmissionDeadline !== undefined)
    return {
      due: resubmissionDeadline,
      duty: 'resubmit-portfolio',
      records: 'resubmission-deadline-missed',
      says: (asOf, policy) => assessResubmission({ resubmittedAt: 'none', resubmissionDeadline, asOf }, policy).outcome,
    };
  return undefined;
}

const has = (duties: readonly Duty[], what: Duty['what']): boolean => duties.some((duty) => duty.what === what);
const needsTerms = ({ unsettled }: Position): boolean => unsettled.some(({ kind }) => kind === 'document');

/** Compares a position with what the rule says of the deadline that the case then waits for. */
function expectSame(state: Case, then: Case, asOf: Moment, policy: Policy): void {
  const answer = position(state, asOf, policy);
  const asked = askedOf(then);
  const { duties, warnings, permitted } = answer;
  const warned = warnings.some(({ code }) => code === 'missed-deadline-not-recorded');
  if (asked === undefined) {
    expect(warned).toBe(false);
    return;
  }
  const outcome = asked.says(asOf, policy);
  const isRecorded = then.history.some(({ type }) => type === asked.records);
  const isAwaited = outcome.startsWith('awaiting');
  const status = duties.find(({ what }) => what === asked.duty)?.status;

  expect({ outcome, warned }).toEqual({ outcome, warned: !isAwaited && !isRecorded });
  expect({ outcome, restart: has(duties, 'restart') }).toEqual({ outcome, restart: outcome === 'restart' });
  expect({ outcome, terms: needsTerms(answer) }).toEqual({ outcome, terms: outcome === 'undetermined' || outcome === 'restart' });
  expect({ outcome, isOver: status !== 'upcoming' && status !== 'due-today' }).toEqual({ outcome, isOver: !isAwaited });
  expect(answer.entitlements.some(({ entitlement }) => entitlement === 'free-resubmission')).toBe(
    isAwaited && asked.duty === 'resubmit-portfolio',
  );
  const mayBeRecorded = asOf.length === 10 && !isAwaited; // a date alone shows that the deadline's day is over
  if (mayBeRecorded && !isRecorded) expect(permitted[0]?.type).toBe(asked.records);
  if (isAwaited) expect(permitted.map(({ type }) => type)).not.toContain(asked.records);
}

/** Days and instants around both deadlines of a cohort: the day before, the day, the day after; a second before, to the second, and a second after. */
function moments({ registration: { cohort, registeredOn } }: Life): readonly Moment[] {
  return [cohort.submissionDeadline, cohort.resubmissionDeadline].flatMap((due): readonly Moment[] => {
    if (due === undefined) return [];
    const day = londonDate(due);
    const seconds = (by: number): Instant => new Date(Date.parse(due) + by * 1000).toISOString() as Instant;
    return [addDays(day, -1), day, addDays(day, 1), addDays(day, 40), seconds(-1), due, seconds(1)].filter(
      (each) => (each.length === 10 ? each : londonDate(each as Instant)) >= registeredOn,
    );
  });
}
const someReadings: fc.Arbitrary<Partial<Readings>> = fc.record({
  'first-deadline-missed': fc.constantFrom('not-settled-here', 'restart', 'withdrawn'),
  'never-resubmitted': fc.constantFrom('restart', 'not-settled-here'),
  'support-during-restart': fc.constantFrom('open', 'closed'),
});

const happenedBy = ({ events }: Life, asOf: Moment) =>
  events.filter((event) =>
    'at' in event && asOf.length > 10
      ? Date.parse(event.at) <= Date.parse(asOf)
      : e.dayOf(event) <= (asOf.length > 10 ? londonDate(asOf as Instant) : asOf),
  );

describe('4.4, 6.2.3: position and the rule of the clause agree', () => {
  property.prop([life, someReadings], runs(100))(
    'whatever has happened, whenever it is asked, however it is read',
    (lived, readings) => {
      for (const policy of [lived.policy, reading(readings)]) {
        const { case: whole } = replay(lived.registration, lived.events, policy);
        for (const asOf of moments(lived)) {
          const { case: then } = replay(lived.registration, happenedBy(lived, asOf), policy);
          expectSame(whole, then, asOf, policy);
        }
      }
    },
    30_000,
  );

  const readings = (['not-settled-here', 'restart', 'withdrawn'] as const).flatMap((first) =>
    (['restart', 'not-settled-here'] as const).map((never) => ({ 'first-deadline-missed': first, 'never-resubmitted': never })),
  );
  test.each(readings)('by every reading, at both stages, before and after each deadline: %j', (chosen) => {
    const policy = reading(chosen);
    for (const stage of ['in-programme', 'criteria-not-met'] as const) {
      const state = caseAt(stage, 'QTLS', {}, policy);
      const day: PlainDate = stage === 'in-programme' ? '2021-06-30' : '2022-03-31';
      for (const asOf of [addDays(day, -1), day, e.at(day, '17:00:00'), e.at(day, '17:00:01'), addDays(day, 1), addDays(day, 400)])
        expectSame(state, state, asOf, policy);
    }
  });
});

describe('6.2.3: a resubmission deadline, 17:00 on 31 March 2022, passes with nothing recorded', () => {
  const state = caseAt('criteria-not-met');
  test.each<[Moment, 'awaited' | 'restart']>([
    ['2022-03-30', 'awaited'],
    ['2022-03-31', 'awaited'],
    ['2022-03-31T16:59:59+01:00', 'awaited'],
    ['2022-03-31T17:00:00+01:00', 'awaited'],
    ['2022-03-31T17:00:01+01:00', 'restart'],
    ['2022-04-01', 'restart'],
  ])('as of %s: %s', (asOf, expected) => {
    const { duties, warnings } = position(state, asOf);
    expect(has(duties, 'restart')).toBe(expected === 'restart');
    expect(duties.find(({ what }) => what === 'resubmit-portfolio')?.status === 'lapsed').toBe(expected === 'restart');
    expect(warnings.some(({ code }) => code === 'missed-deadline-not-recorded')).toBe(expected === 'restart');
  });
  test('the warning names the deadline, the event that records it, which comes first, and what follows', () => {
    const { warnings, permitted, duties } = position(state, '2022-04-01');
    expect(warnings).toContainEqual({
      code: 'missed-deadline-not-recorded',
      clause: 'support/6.2.3',
      detail: { deadline: '2022-03-31T17:00:00+01:00', event: 'resubmission-deadline-missed', outcome: 'restart' },
    });
    expect(permitted[0]?.type).toBe('resubmission-deadline-missed');
    expect(new Set(permitted.map(({ type }) => type)).size).toBe(permitted.length);
    expect(duties.at(-1)).toMatchObject({ what: 'resubmit-portfolio', kind: 'opportunity', status: 'lapsed' });
  });
  test('on the evening of the deadline the miss cannot be recorded yet: a date alone would not show that the hour is over', () => {
    const { permitted } = position(state, '2022-03-31T17:00:01+01:00');
    expect(permitted.map(({ type }) => type)).not.toContain('resubmission-deadline-missed');
  });
  property.prop([fc.constantFrom('open' as const, 'closed' as const), fc.boolean(), fc.integer({ min: 1, max: 600 })], runs(40))(
    'what is owed, claimed and needed is what it is once the miss is recorded',
    (support, arranged, days) => {
      const policy = definePolicy({ readings: { 'support-during-restart': support } });
      const prior = arranged ? [e.adjustmentsRequested('2020-12-01'), e.arrangementAgreed('2020-12-20')] : [];
      const { case: before } = replay(c.inJanuary2021, [...prior, ...historyTo('criteria-not-met')], policy);
      const day = addDays('2022-03-31', days);
      const [missed, recorded] = [before, transition(before, e.resubmissionMissed(day), policy).case].map((each) =>
        position(each, day, policy),
      );
      expect(recorded?.stage).toBe('restart-required');
      expect(
        missed?.duties
          .filter(({ status }) => status !== 'lapsed')
          .map(({ what }) => what)
          .sort(),
      ).toEqual(recorded?.duties.map(({ what }) => what).sort());
      expect(missed?.entitlements).toEqual(recorded?.entitlements);
      expect(missed?.unsettled).toEqual(recorded?.unsettled);
    },
  );
});

describe('6.2.3 is silent: a first deadline, 17:00 on 30 June 2021, passes with nothing recorded', () => {
  const state = caseAt('in-programme');
  test.each(['restart', 'withdrawn'] as const)('read as `%s`, what is owed is what it is once the miss is recorded', (choice) => {
    const policy = reading({ 'first-deadline-missed': choice });
    const recorded = transition(state, { type: 'submission-deadline-missed', on: '2021-07-01' }, policy).case;
    const owed = (of: Case): readonly unknown[] => position(of, '2021-07-01', policy).duties.map(({ what }) => what);
    expect(owed(state)).toEqual(owed(recorded));
    expect(owed(state)).toEqual(choice === 'restart' ? ['restart'] : []);
  });
  test.each([
    ['restart', 'Unless the portfolio came in time, the process starts again with a new portfolio under the interpretation used.'],
    ['withdrawn', 'Unless the portfolio came in time, the participant counts as withdrawn under the interpretation used.'],
  ] as const)('read as `%s`, the warning says what follows', (choice, says) => {
    const policy = reading({ 'first-deadline-missed': choice });
    const { steps } = explain(position(state, '2021-07-01', policy), policy);
    expect(steps.find(({ kind, text }) => kind === 'warning' && text.includes('not recorded as missed'))?.text).toContain(says);
  });
  test('where the policy is silent, the portfolio is still owed and nothing is said to follow', () => {
    const { duties, warnings } = position(state, '2021-07-01');
    expect(duties.map(({ what }) => what)).toContain('submit-portfolio');
    expect(warnings.find(({ code }) => code === 'missed-deadline-not-recorded')?.detail).not.toHaveProperty('outcome');
  });
  test.each([
    ['not-settled-here', { submit: true, restart: false, terms: true }],
    ['restart', { submit: false, restart: true, terms: true }],
    ['withdrawn', { submit: false, restart: false, terms: false }],
  ] as const)('read as `%s`', (choice, expected) => {
    const policy = reading({ 'first-deadline-missed': choice });
    const found = (asOf: Moment) => {
      const answer = position(state, asOf, policy);
      return { submit: has(answer.duties, 'submit-portfolio'), restart: has(answer.duties, 'restart'), terms: needsTerms(answer) };
    };
    const before = { submit: true, restart: false, terms: false };
    expect(found('2021-06-29')).toEqual(before);
    expect(found('2021-06-30')).toEqual(before);
    expect(found('2021-06-30T17:00:00+01:00')).toEqual(before);
    expect(found('2021-06-30T17:00:01+01:00')).toEqual(expected);
    expect(found('2021-07-01')).toEqual(expected);
    expect(position(state, '2021-07-01', policy).permitted[0]?.type).toBe('submission-deadline-missed');
  });
  test.each([
    ['30 June, the day of the deadline', '2021-06-30', { 'support-during-restart': 'closed', 'first-deadline-missed': 'restart' }, 1],
    ['1 July, under the same readings', '2021-07-01', { 'support-during-restart': 'closed', 'first-deadline-missed': 'restart' }, 0],
    ['1 July, where support goes on', '2021-07-01', { 'support-during-restart': 'open', 'first-deadline-missed': 'restart' }, 1],
    ['1 July, where nothing is settled', '2021-07-01', { 'support-during-restart': 'closed' }, 1],
  ] as const)('4.3: a withdrawal does not open again the support that a restart has closed: on %s', (_, on, readings, open) => {
    const policy = reading(readings);
    const withdrawn = transition(state, e.withdrawn(on), policy).case;
    expect(position(withdrawn, on, policy).entitlements).toHaveLength(open);
    expect(position(state, on, policy).entitlements).toHaveLength(open);
  });
  property.prop(
    [
      fc.constantFrom('restart' as const, 'withdrawn' as const),
      fc.constantFrom('open' as const, 'closed' as const),
      fc.constantFrom('QTLS' as const, 'ATS' as const),
      fc.integer({ min: 1, max: 600 }),
    ],
    runs(40),
  )('read as a restart or a withdrawal, what may be claimed is the same once the miss is recorded', (choice, support, programme, days) => {
    const policy = reading({ 'first-deadline-missed': choice, 'support-during-restart': support });
    const registration = { ...c.inJanuary2021, cohort: { ...c.january2021, programme } };
    const before = replay(registration, historyTo('in-programme'), policy).case;
    const day = addDays('2021-06-30', days);
    const [missed, recorded] = [before, transition(before, e.submissionMissed(day), policy).case].map((each) =>
      position(each, day, policy),
    );
    expect(recorded?.stage).toBe(choice === 'restart' ? 'restart-required' : 'withdrawn');
    expect(missed?.entitlements).toEqual(recorded?.entitlements);
    expect(missed?.entitlements).toHaveLength(choice === 'restart' && support === 'open' ? 1 : 0);
  });
  test.each([
    ['2021-06-29', 1, 1],
    ['2021-06-30', 1, 1],
    ['2021-06-30T17:00:01+01:00', 1, 0],
    ['2021-07-01', 0, 0],
  ] as const)('4.3: read as a withdrawal, support ends with the day of the deadline, or before it: on %s', (on, inclusive, exclusive) => {
    const withdrawn = { 'first-deadline-missed': 'withdrawn' } as const;
    expect(position(state, on, reading(withdrawn)).entitlements).toHaveLength(inclusive);
    expect(position(state, on, reading({ ...withdrawn, 'support-window-ends': 'end-exclusive' })).entitlements).toHaveLength(exclusive);
  });
  test('once it is recorded, the other warning takes its place and the event is not first', () => {
    const recorded = transition(state, e.submissionMissed('2021-07-01')).case;
    const { warnings, permitted } = position(recorded, '2021-07-02');
    expect(warnings.map(({ code }) => code)).toContain('submission-deadline-recorded-as-missed');
    expect(warnings.map(({ code }) => code)).not.toContain('missed-deadline-not-recorded');
    expect(permitted[0]?.type).toBe('portfolio-submitted');
  });
});

describe('a deadline that the cohort sets and that is not known here', () => {
  test.each([
    ['in-programme', 'submissionDeadline', 'submit-portfolio', 'support/4.4', 'duty'],
    ['criteria-not-met', 'resubmissionDeadline', 'resubmit-portfolio', 'support/6.2.1.b', 'opportunity'],
  ] as const)('at %s, without the %s', (stage, date, what, clause, kind) => {
    const state = caseAt(stage, 'QTLS', { cohort: c.without(date, c.january2021) });
    for (const asOf of ['2021-08-13', '2025-01-01'] as const) {
      const answer = position(state, asOf);
      expect(answer.duties).toContainEqual({ what, owedBy: 'participant', clause, kind, status: 'limit-not-known' });
      expect(answer.unsettled).toContainEqual({ kind: 'fact', name: date });
      expect(answer.warnings.map(({ code }) => code)).not.toContain('missed-deadline-not-recorded');
      const { text } = explain(answer);
      const line = text
        .split('\n')
        .find((each) => each.includes(what === 'submit-portfolio' ? 'submit the portfolio' : 'resubmit the portfolio'));
      expect(line).toMatch(/cohort sets the time limit; it is not known here/);
      expect(line).not.toMatch(/no (time )?limit/);
      expect(text).toMatch(/The cohort sets the (re)?submission deadline, which is not known here/);
    }
  });
  test('a limit that the document does not state is another matter', () => {
    const { duties } = position(caseAt('criteria-met'), '2021-08-20');
    expect(duties).toEqual([{ what: 'award-status', owedBy: 'set', clause: 'support/4.3', kind: 'duty', status: 'no-limit-stated' }]);
  });
});
