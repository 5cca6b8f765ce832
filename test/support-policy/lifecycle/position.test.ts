// Where a case stands on a day: what is owed, by whom and by when; what may be claimed; what is unusual; what is not settled.
import { describe, expect, test } from 'vitest';
import { scotland } from '../../../src/calendar/index.js';
import {
  InvalidFacts,
  definePolicy,
  openCase,
  position,
  replay,
  replayChain,
  standardPolicy,
  type CaseEvent,
  type CaseEventType,
  type Cohort,
  type Duty,
  type Entitlement,
  type Need,
  type PlainDate,
  type Registration,
  type Stage,
} from '../../../src/index.js';
import { frozen } from '../../calendar/support.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { reading, type SomeReadings } from './support/given.js';
import { allStages, caseAt, historyTo, stories } from './support/stages.js';

type Moment = Parameters<typeof position>[1];
const qtlsTerms: Need = { kind: 'document', document: 'qtls-terms' };
const january = c.january2021;

/** The position of a history that is taken whole, under readings, on a day. */
function at(day: Moment, events: readonly CaseEvent[], readings: SomeReadings = {}, registration: Registration = c.inJanuary2021) {
  const policy = reading(readings);
  const { case: reached, steps } = replay(registration, events, policy);
  if (!steps.every(({ accepted }) => accepted)) throw new Error(JSON.stringify(steps.find(({ accepted }) => !accepted)));
  return position(reached, day, policy);
}
const names = (answer: { readonly entitlements: readonly { readonly entitlement: Entitlement }[] }): readonly Entitlement[] =>
  answer.entitlements.map(({ entitlement }) => entitlement);

const appointSupporter: Duty = {
  what: 'appoint-supporter',
  owedBy: 'participant',
  clause: 'support/6.1.2',
  kind: 'duty',
  status: 'no-limit-stated',
};
const restart: Duty = { what: 'restart', owedBy: 'participant', clause: 'support/6.2.3', kind: 'opportunity', status: 'no-limit-stated' };
const giveFeedback: Duty = {
  what: 'give-written-feedback',
  owedBy: 'reviewers',
  clause: 'support/6.2.1.a',
  kind: 'duty',
  status: 'no-limit-stated',
};
const submit = (cohort: Cohort, rest: Pick<Duty, 'status' | 'daysLeft' | 'workingDaysLeft'>): Duty => ({
  what: 'submit-portfolio',
  owedBy: 'participant',
  clause: 'support/4.4',
  kind: 'duty',
  deadline: { due: cohort.submissionDeadline as never, owedBy: 'participant', clause: 'support/4.4', set: 'by-cohort' },
  ...rest,
});
const resubmit = (cohort: Cohort, rest: Pick<Duty, 'status' | 'daysLeft' | 'workingDaysLeft'>): Duty => ({
  what: 'resubmit-portfolio',
  owedBy: 'participant',
  clause: 'support/6.2.1.b',
  kind: 'opportunity',
  deadline: { due: cohort.resubmissionDeadline as never, owedBy: 'participant', clause: 'support/6.2.3', set: 'by-cohort' },
  ...rest,
});

describe('who owes what, stage by stage', () => {
  test('6.1.2: from registration a QTLS participant is to appoint a supporter, and is done once that has happened', () => {
    expect(at('2020-12-08', []).duties).toEqual([appointSupporter]);
    expect(at('2020-12-20', [e.supporterAppointed('2020-12-20')]).duties).toEqual([]);
    expect(at('2020-12-19', [e.supporterAppointed('2020-12-20')]).duties).toEqual([appointSupporter]);
  });
  test('4.4: in the programme, the submission by its deadline, and then what has none', () => {
    expect(at('2021-06-25', historyTo('in-programme')).duties).toEqual([
      submit(january, { status: 'upcoming', daysLeft: 5, workingDaysLeft: 3 }),
      appointSupporter,
    ]);
  });
  test.each(['submitted', 'under-review'] as const)('4.4: at %s nobody owes anything: when the review runs is an expectation', (stage) => {
    expect(at('2021-07-10', historyTo(stage)).duties).toEqual([]);
  });
  test('4.3: criteria met, SET owes the award', () => {
    expect(at('2021-08-20', historyTo('criteria-met')).duties).toEqual([
      { what: 'award-status', owedBy: 'set', clause: 'support/4.3', kind: 'duty', status: 'no-limit-stated' },
    ]);
  });
  test('6.2.1, 6.2.3: criteria not met, the participant may resubmit up to the deadline, and written feedback is owed', () => {
    expect(at('2022-03-29', historyTo('criteria-not-met')).duties).toEqual([
      resubmit(january, { status: 'upcoming', daysLeft: 2, workingDaysLeft: 2 }),
      giveFeedback,
    ]);
  });
  test('6.2.1: feedback is owed until it is issued, and not after', () => {
    const history = [...historyTo('criteria-not-met'), e.feedbackIssued('2021-08-20')];
    expect(at('2021-08-19', history).duties).toContainEqual(giveFeedback);
    expect(at('2021-08-20', history).duties).not.toContainEqual(giveFeedback);
    expect(at('2021-12-01', history).duties).not.toContainEqual(giveFeedback);
  });
  test('6.2.3: the participant may start again, with no limit stated', () => {
    expect(at('2022-05-20', historyTo('restart-required')).duties).toEqual([restart, giveFeedback]);
  });
  test.each(['awarded', 'restarted', 'withdrawn'] as const)('at %s nobody owes anything', (stage) => {
    expect(at('2023-01-01', historyTo(stage)).duties).toEqual([]);
  });
});

describe('6.2.1: written feedback under its readings', () => {
  const second = historyTo('restart-required');
  const withFirst = [...historyTo('criteria-not-met'), e.feedbackIssued('2021-08-20'), e.resubmitted(e.at('2022-03-01'))];
  const owes = (events: readonly CaseEvent[], readings: SomeReadings): boolean =>
    at('2022-06-01', events, readings).duties.some(({ what }) => what === 'give-written-feedback');

  test('6.1.5: criteria met, not promised; promised by reading', () => {
    expect(owes(historyTo('criteria-met'), {})).toBe(false);
    expect(owes(historyTo('criteria-met'), { 'feedback-when-met': 'promised' })).toBe(true);
    expect(owes([...historyTo('criteria-met'), e.feedbackIssued('2021-08-20')], { 'feedback-when-met': 'promised' })).toBe(false);
  });
  test('a second “not met”: owed again, or by reading not', () => {
    expect(owes([...withFirst, e.notMet('2022-05-13')], {})).toBe(true);
    expect(owes([...withFirst, e.notMet('2022-05-13')], { 'feedback-on-second-review': 'first-only' })).toBe(false);
    expect(owes([...withFirst, e.notMet('2022-05-13'), e.feedbackIssued('2022-05-20')], {})).toBe(false);
  });
  test('the first, never issued, is owed still after a second “not met”, under either reading', () => {
    expect(owes(second, {})).toBe(true);
    expect(owes(second, { 'feedback-on-second-review': 'first-only' })).toBe(true);
  });
  test('the first, never issued, is owed still when the resubmission meets the criteria', () => {
    expect(owes([...historyTo('resubmitted'), e.met('2022-05-13')], {})).toBe(true);
  });
  test('it is owed after a late resubmission too: the first review found “not met”', () => {
    expect(owes([...historyTo('criteria-not-met'), e.resubmitted(e.at('2022-03-31', '17:00:01'))], {})).toBe(true);
  });
});

describe.each<[string, Cohort, readonly CaseEvent[], typeof submit, [Moment, Duty['status'], number, number][]]>([
  [
    '4.4: Wednesday 30 June 2021, 17:00 in summer',
    january,
    [e.issued('2021-01-10'), e.supporterAppointed('2021-01-10')],
    submit,
    [
      ['2021-05-28', 'upcoming', 33, 22],
      ['2021-06-23', 'upcoming', 7, 5],
      ['2021-06-25', 'upcoming', 5, 3],
      ['2021-06-26', 'upcoming', 4, 3],
      ['2021-06-29', 'upcoming', 1, 1],
      ['2021-06-29T23:59:59+01:00', 'upcoming', 1, 1],
      ['2021-06-29T22:59:59Z', 'upcoming', 1, 1],
      ['2021-06-29T23:00:00Z', 'due-today', 0, 0],
      ['2021-06-30', 'due-today', 0, 0],
      ['2021-06-30T00:00:00+01:00', 'due-today', 0, 0],
      ['2021-06-30T16:59:59+01:00', 'due-today', 0, 0],
      ['2021-06-30T17:00:00+01:00', 'due-today', 0, 0],
      ['2021-06-30T16:00Z', 'due-today', 0, 0],
      ['2021-06-30T17:00:00.001+01:00', 'overdue', 0, 0],
      ['2021-06-30T17:00:01+01:00', 'overdue', 0, 0],
      ['2021-06-30T23:59:59+01:00', 'overdue', 0, 0],
      ['2021-06-30T23:00:00Z', 'overdue', -1, -1],
      ['2021-07-01', 'overdue', -1, -1],
      ['2021-07-03', 'overdue', -3, -3],
      ['2021-07-05', 'overdue', -5, -3],
      ['2021-07-06', 'overdue', -6, -4],
    ],
  ],
  [
    '4.4: Monday 31 January 2022, 17:00 in winter',
    c.inWinter,
    [e.issued('2021-07-31'), e.supporterAppointed('2021-07-31')],
    submit,
    [
      ['2022-01-28', 'upcoming', 3, 1],
      ['2022-01-30', 'upcoming', 1, 1],
      ['2022-01-31', 'due-today', 0, 0],
      ['2022-01-31T17:00:00Z', 'due-today', 0, 0],
      ['2022-01-31T17:00:01Z', 'overdue', 0, 0],
      ['2022-02-01', 'overdue', -1, -1],
    ],
  ],
  [
    '6.2.3: Sunday 31 October 2021, 17:00 after the clocks have gone back',
    c.october2020,
    [e.issued('2020-10-01'), e.submitted(e.at('2021-03-31')), e.notMet('2021-05-14'), e.feedbackIssued('2021-05-14')],
    resubmit,
    [
      ['2021-10-28', 'upcoming', 3, 1],
      ['2021-10-29', 'upcoming', 2, 0],
      ['2021-10-30', 'upcoming', 1, 0],
      ['2021-10-30T23:30:00Z', 'due-today', 0, 0],
      ['2021-10-31', 'due-today', 0, 0],
      ['2021-10-31T16:00:01Z', 'due-today', 0, 0],
      ['2021-10-31T17:00:00Z', 'due-today', 0, 0],
      ['2021-10-31T17:00:01Z', 'lapsed', 0, 0],
      ['2021-11-01', 'lapsed', -1, 0],
      ['2021-11-02', 'lapsed', -2, -1],
    ],
  ],
  [
    '4.4: Sunday 31 March 2024, 17:00 after the clocks have gone forward, at Easter',
    c.onSundays,
    [e.issued('2023-10-01'), e.supporterAppointed('2023-10-01')],
    submit,
    [
      ['2024-03-28', 'upcoming', 3, 0],
      ['2024-03-31', 'due-today', 0, 0],
      ['2024-03-31T16:00:00Z', 'due-today', 0, 0],
      ['2024-03-31T16:00:01Z', 'overdue', 0, 0],
      ['2024-04-01', 'overdue', -1, 0],
      ['2024-04-02', 'overdue', -2, 0],
      ['2024-04-03', 'overdue', -3, -1],
    ],
  ],
])('%s', (_, cohort, history, duty, rows) => {
  test.each(rows)('on %s it is %s, with %i days and %i working days left', (asOf, status, daysLeft, workingDaysLeft) => {
    const dated = duty(cohort, { status, daysLeft, workingDaysLeft });
    expect(at(asOf, history, {}, c.registeredIn(cohort)).duties).toEqual(status === 'lapsed' ? [restart, dated] : [dated]);
  });
});

test('whose working days are counted is the policy’s calendar: Easter Monday is one in Scotland', () => {
  const state = replay(c.registeredIn(c.october2020), [e.issued('2020-10-01')]).case;
  const left = (policy: typeof standardPolicy): number | undefined => position(state, '2021-04-06', policy).duties[0]?.workingDaysLeft;
  expect(left(standardPolicy)).toBe(-2);
  expect(left(definePolicy({ calendar: scotland }))).toBe(-3);
});

describe('beyond the calendar’s span a position is answered, without working days', () => {
  const late: Cohort = { id: 'qtls-2024-10', programme: 'QTLS', startsOn: '2024-10-01', submissionDeadline: '2025-03-31T17:00:00+01:00' };
  const history = [e.issued('2024-10-01'), e.supporterAppointed('2024-10-01')];
  const need = expect.objectContaining({ kind: 'calendar', calendar: standardPolicy.calendar.id, coveredTo: '2024-12-31' }) as unknown;
  const policy = definePolicy({ calendar: frozen.englandAndWales });
  const positionOf = (cohort: Cohort, asOf: Moment) => position(replay(c.registeredIn(cohort), history, policy).case, asOf, policy);

  test.each<[Moment, Duty['status'], number, Need[]]>([
    ['2024-12-01', 'upcoming', 120, []],
    ['2025-03-30', 'upcoming', 1, []],
    ['2025-03-31T17:00:01+01:00', 'overdue', 0, [qtlsTerms]],
    ['2025-04-30', 'overdue', -30, [qtlsTerms]],
  ])('on %s', (asOf, status, daysLeft, leftOpen) => {
    const { duties, unsettled } = positionOf(late, asOf);
    expect(duties).toEqual([submit(late, { status, daysLeft })]);
    expect(duties[0]).not.toHaveProperty('workingDaysLeft');
    expect(unsettled).toEqual([...leftOpen, need]);
  });
  test('inside it, the last day included, working days are counted and nothing is needed', () => {
    const last: Cohort = { ...late, submissionDeadline: '2024-12-31T17:00:00Z' };
    const { duties, unsettled } = positionOf(last, '2024-12-22');
    expect(duties).toEqual([submit(last, { status: 'upcoming', daysLeft: 9, workingDaysLeft: 5 })]);
    expect(unsettled).toEqual([]);
  });
});

describe('4.3: in-programme support, from the issue to the award or withdrawal', () => {
  const isOpen = (day: Moment, events: readonly CaseEvent[], readings: SomeReadings = {}): boolean =>
    names(at(day, events, readings)).includes('in-programme-support');
  const awarded = [...historyTo('criteria-met'), e.awarded('2021-09-01')];
  const withdrawn = [...historyTo('in-programme'), e.withdrawn('2021-03-01')];

  test.each<[PlainDate, boolean]>([
    ['2021-01-09', false],
    ['2021-01-10', true],
    ['2021-01-11', true],
  ])('issued on 10 January: on %s open is %s', (day, open) => {
    expect(isOpen(day, historyTo('in-programme'))).toBe(open);
    expect(isOpen(day, historyTo('in-programme'), { 'support-window-ends': 'end-exclusive' })).toBe(open);
  });
  test('it is under its clause', () => {
    expect(at('2021-01-10', historyTo('in-programme')).entitlements).toEqual([
      { entitlement: 'in-programme-support', clause: 'support/4.3' },
    ]);
  });
  test.each<[PlainDate, boolean, boolean]>([
    ['2021-08-31', true, true],
    ['2021-09-01', true, false],
    ['2021-09-02', false, false],
  ])('awarded on 1 September: on %s open is %s, and %s with the end left out', (day, inclusive, exclusive) => {
    expect(isOpen(day, awarded)).toBe(inclusive);
    expect(isOpen(day, awarded, { 'support-window-ends': 'end-exclusive' })).toBe(exclusive);
  });
  test.each<[PlainDate, boolean, boolean]>([
    ['2021-02-28', true, true],
    ['2021-03-01', true, false],
    ['2021-03-02', false, false],
  ])('withdrawn on 1 March: on %s open is %s, and %s with the end left out', (day, inclusive, exclusive) => {
    expect(isOpen(day, withdrawn)).toBe(inclusive);
    expect(isOpen(day, withdrawn, { 'support-window-ends': 'end-exclusive' })).toBe(exclusive);
  });
  test('withdrawn before the issue, it was never open', () => expect(isOpen('2021-01-05', [e.withdrawn('2021-01-05')])).toBe(false));
  test.each(['submitted', 'under-review', 'criteria-met', 'criteria-not-met', 'resubmitted', 'under-second-review'] as const)(
    'it goes on at %s',
    (stage) => {
      const day = stage === 'criteria-not-met' ? '2022-03-31' : '2022-04-15'; // the day of the deadline, before which a resubmission can come
      expect(isOpen(day, historyTo(stage))).toBe(true);
      expect(isOpen(day, historyTo(stage), { 'support-during-restart': 'closed' })).toBe(true);
    },
  );
  test('`support-during-restart`: it goes on until the new portfolio, or by reading it stops', () => {
    expect(isOpen('2022-05-20', historyTo('restart-required'))).toBe(true);
    expect(isOpen('2022-05-20', historyTo('restart-required'), { 'support-during-restart': 'closed' })).toBe(false);
  });
  test('`support-during-restart` read as `closed`: a withdrawal does not open it again for its day', () => {
    expect(
      isOpen('2022-06-01', [...historyTo('restart-required'), e.withdrawn('2022-06-01')], { 'support-during-restart': 'closed' }),
    ).toBe(false);
  });
  test.each<[PlainDate, boolean, boolean]>([
    ['2022-05-31', true, false],
    ['2022-06-01', true, false],
    ['2022-09-30', true, false],
    ['2022-10-01', true, true],
  ])('restarted on 1 June, the new portfolio issued on 1 October: on %s open is %s, and %s under `closed`', (day, open, closed) => {
    const person = (readings: SomeReadings): boolean => {
      const { cases } = replayChain(c.inJanuary2021, [...historyTo('restarted'), e.issued('2022-10-01')], reading(readings));
      return cases.some(
        (each) => each.registeredOn <= day && names(position(each, day, reading(readings))).includes('in-programme-support'),
      );
    };
    expect(person({})).toBe(open);
    expect(person({ 'support-during-restart': 'closed' })).toBe(closed);
  });
});

describe('6.2.1 and 6.2.2: what may be claimed after a review', () => {
  const arranged = [e.adjustmentsRequested('2020-12-20'), e.arrangementAgreed('2021-01-20')];
  test('criteria not met: support, feedback and one free resubmission, each under its clause', () => {
    expect(at('2021-08-13', historyTo('criteria-not-met')).entitlements).toEqual([
      { entitlement: 'in-programme-support', clause: 'support/4.3' },
      { entitlement: 'written-feedback', clause: 'support/6.2.1.a' },
      { entitlement: 'free-resubmission', clause: 'support/6.2.1.b' },
    ]);
  });
  test('the day before the outcome, none of it', () =>
    expect(names(at('2021-08-12', historyTo('criteria-not-met')))).toEqual(['in-programme-support']));
  test('resubmitted: the free resubmission is used up', () => {
    expect(names(at('2022-03-02', [...historyTo('resubmitted')]))).toEqual(['in-programme-support', 'written-feedback']);
  });
  test('criteria met: support alone; feedback by reading', () => {
    expect(names(at('2021-08-20', historyTo('criteria-met')))).toEqual(['in-programme-support']);
    expect(names(at('2021-08-20', historyTo('criteria-met'), { 'feedback-when-met': 'promised' }))).toEqual([
      'in-programme-support',
      'written-feedback',
    ]);
  });
  test('6.2.1: a second portfolio, not met, under `once-per-person`: no free resubmission', () => {
    const second = { ...c.inJanuary2021, portfolio: 2 };
    expect(names(at('2021-08-20', historyTo('criteria-not-met'), {}, second))).toContain('free-resubmission');
    expect(
      names(at('2021-08-20', historyTo('criteria-not-met'), { 'resubmission-after-restart': 'once-per-person' }, second)),
    ).not.toContain('free-resubmission');
  });
  test('6.2.2: with both an application before the start and an arrangement, further support, under its clause', () => {
    expect(at('2021-08-20', [...arranged, ...historyTo('criteria-not-met')]).entitlements).toContainEqual({
      entitlement: 'further-support-by-arrangement',
      clause: 'support/6.2.2',
    });
  });
  test.each<[string, CaseEvent[], SomeReadings, boolean]>([
    ['applied late, but before the start', arranged, {}, true],
    ['applied late, read as `applied-timely`', arranged, { 'further-support-applied': 'applied-timely' }, false],
    ['applied on the start', [e.adjustmentsRequested('2021-01-10'), e.arrangementAgreed('2021-01-20')], {}, false],
    ['applied, not arranged', [e.adjustmentsRequested('2020-12-01')], {}, false],
    ['arranged, not applied', [e.arrangementAgreed('2020-12-01')], {}, false],
  ])('6.2.2: %s', (_, events, readings, granted) => {
    expect(
      names(at('2021-08-20', [...events, ...historyTo('criteria-not-met')], readings)).includes('further-support-by-arrangement'),
    ).toBe(granted);
  });
  test.each(['registered', 'in-programme', 'submitted', 'under-review', 'criteria-met'] as const)(
    '6.2.2: not at %s, before a “not met”',
    (stage) => {
      expect(names(at('2021-12-01', [...arranged, ...historyTo(stage)]))).not.toContain('further-support-by-arrangement');
    },
  );
  test.each(['awarded', 'restarted', 'withdrawn'] as const)('nothing long after %s', (stage) => {
    expect(at('2024-01-01', [...arranged, ...historyTo(stage)], { 'support-during-restart': 'closed' }).entitlements).toEqual([]);
  });
});

describe('what may be recorded on a day', () => {
  const types = (day: Moment, stage: Stage): readonly CaseEventType[] => position(caseAt(stage), day).permitted.map(({ type }) => type);
  test('a miss of the submission deadline from the day after it', () => {
    expect(types('2021-06-29', 'in-programme')).not.toContain('submission-deadline-missed');
    expect(types('2021-06-30', 'in-programme')).not.toContain('submission-deadline-missed');
    expect(types('2021-06-30T17:00:01+01:00', 'in-programme')).not.toContain('submission-deadline-missed');
    expect(types('2021-07-01', 'in-programme')).toContain('submission-deadline-missed');
  });
  test('a review from the deadline’s day', () => {
    expect(types('2021-06-29', 'submitted')).not.toContain('review-started');
    expect(types('2021-06-30', 'submitted')).toContain('review-started');
  });
  test('a miss of the resubmission deadline from the day after it', () => {
    expect(types('2022-03-31', 'criteria-not-met')).not.toContain('resubmission-deadline-missed');
    expect(types('2022-04-01', 'criteria-not-met')).toContain('resubmission-deadline-missed');
  });
  test.each([
    ['submission-deadline-missed', 'in-programme', '2021-07-01'],
    ['resubmission-deadline-missed', 'criteria-not-met', '2022-04-01'],
  ] as const)('6.2.3: of a deadline that has passed, %s first', (first, stage, day) => {
    expect(types(day, stage)[0]).toBe(first);
    expect(types(day, stage).length).toBeGreaterThan(1);
  });
  test('a submission whether it is late or not: lateness is judged when it is recorded', () => {
    expect(types('2021-07-01', 'in-programme')).toContain('portfolio-submitted');
    expect(types('2022-04-01', 'criteria-not-met')).toContain('portfolio-resubmitted');
  });
  test.each(['awarded', 'restarted', 'withdrawn'] as const)('nothing at %s', (stage) => expect(types('2022-12-01', stage)).toEqual([]));
  test('by deadline, and then in the order of the programme', () => {
    expect(types('2021-08-13', 'criteria-not-met')).toEqual([
      'portfolio-resubmitted',
      'adjustments-requested',
      'special-arrangement-agreed',
      'feedback-issued',
      'withdrawn',
    ]);
  });
});

describe('what is unusual', () => {
  const codes = (day: Moment, events: readonly CaseEvent[], cohort: Cohort, readings: SomeReadings = {}): readonly string[] =>
    at(day, events, readings, c.registeredIn(cohort)).warnings.map(({ code }) => code);

  test('4.1: a QTLS cohort that departs from six months', () => {
    expect(at('2021-01-10', []).warnings).toEqual([
      {
        code: 'cohort-departs-from-described-length',
        clause: 'support/4.1',
        detail: { describedMonths: 6, startsOn: '2021-01-10', submissionDeadline: january.submissionDeadline },
      },
    ]);
  });
  test('4.2: an ATS cohort that departs from twelve months', () => {
    const ats2024: Cohort = {
      id: 'ats-2024-10',
      programme: 'ATS',
      startsOn: '2024-10-01',
      submissionDeadline: '2025-12-18T17:00:00+00:00',
    };
    expect(at('2024-10-01', [], {}, c.registeredIn(ats2024)).warnings).toMatchObject([
      { clause: 'support/4.2', detail: { describedMonths: 12 } },
    ]);
  });
  test('4.1, 4.2: six months less a day, and twelve, are as described; without a deadline nothing can be said', () => {
    expect(codes('2020-10-01', [], c.october2020)).toEqual([]);
    expect(codes('2021-10-04', [], c.ats2021)).toEqual([]);
    expect(codes('2021-01-10', [], c.without('submissionDeadline', january))).toEqual([]);
  });
  test.each<[PlainDate, SomeReadings, boolean]>([
    ['2020-12-09', {}, false],
    ['2020-12-10', {}, false],
    ['2020-12-11', {}, true],
    ['2020-12-10', { 'notice-boundary': 'clear-month' }, true],
    ['2020-12-09', { 'notice-boundary': 'clear-month' }, false],
  ])('3.1.1: entry opens on %s under %j: notice could not be given in time is %s', (entryOpens, readings, warned) => {
    const cohort = { ...january, entryOpens, entryCloses: '2021-01-07' } as const;
    expect(codes('2021-01-10', [], cohort, readings).includes('notice-deadline-before-entry-opens')).toBe(warned);
  });
  test('6.2.3 is silent: a late first submission, as long as the case remembers it', () => {
    const late = [e.issued('2021-01-10'), e.submitted(e.at('2021-07-01'))];
    expect(codes('2021-06-30', late, january)).not.toContain('submitted-late');
    expect(codes('2021-07-01', late, january)).toContain('submitted-late');
    expect(codes('2021-09-01', [...late, e.met('2021-08-13'), e.awarded('2021-08-13')], january)).toContain('submitted-late');
    expect(codes('2021-07-01', historyTo('submitted'), january)).not.toContain('submitted-late');
  });
  test('6.2.3 is silent: a first deadline that was recorded as missed, until something is submitted', () => {
    const missed = [e.issued('2021-01-10'), e.submissionMissed('2021-07-01')];
    expect(codes('2021-06-30', missed, january)).not.toContain('submission-deadline-recorded-as-missed');
    expect(codes('2021-07-01', missed, january)).toContain('submission-deadline-recorded-as-missed');
    expect(codes('2021-07-02', [...missed, e.submitted(e.at('2021-07-02'))], january)).not.toContain(
      'submission-deadline-recorded-as-missed',
    );
  });
});

describe('6.2.3: a resubmission deadline after the next known cohort has begun', () => {
  const [state, day] = [openCase(c.inJanuary2021), '2021-01-10'] as const; // its resubmission is due on 31 March 2022
  const nextCohort = (startsOn: PlainDate, id = 'next', programme: 'QTLS' | 'ATS' = 'QTLS'): Cohort => ({ id, programme, startsOn });
  const warned = (...cohorts: readonly Cohort[]): readonly unknown[] =>
    position(state, day, undefined, { cohorts }).warnings.filter(({ code }) => code === 'resubmission-deadline-after-next-cohort-starts');

  test.each<[PlainDate, boolean]>([
    ['2022-03-30', true],
    ['2022-03-31', true],
    ['2022-04-01', false],
  ])('the next starts on %s, the deadline is 31 March: warned is %s', (startsOn, isWarned) => {
    expect(warned(nextCohort(startsOn))).toHaveLength(isWarned ? 1 : 0);
  });
  test('it names the cohort and both dates', () => {
    expect(warned(nextCohort('2022-01-10'))).toEqual([
      {
        code: 'resubmission-deadline-after-next-cohort-starts',
        clause: 'support/6.2.3',
        detail: { resubmissionDeadline: january.resubmissionDeadline, nextCohort: 'next', nextStartsOn: '2022-01-10' },
      },
    ]);
  });
  test('the next is the earliest start, also where a later one has the lower id', () => {
    const [early, late] = [nextCohort('2022-01-10', 'b'), nextCohort('2022-02-01', 'a')];
    for (const cohorts of [
      [early, late],
      [late, early],
    ])
      expect(warned(...cohorts)).toMatchObject([{ detail: { nextCohort: 'b' } }]);
  });
  test('the next is the earliest later start of the programme, then by id, whatever the order given', () => {
    const cohorts = [
      nextCohort('2022-01-10', 'c'),
      nextCohort('2021-10-01', 'b'),
      nextCohort('2021-10-01', 'a'),
      nextCohort('2021-04-01', 'ats', 'ATS'),
    ];
    expect(warned(...cohorts)).toMatchObject([{ detail: { nextCohort: 'a' } }]);
    expect(warned(...[...cohorts].reverse())).toMatchObject([{ detail: { nextCohort: 'a' } }]);
  });
  test('its own cohort, earlier ones and none at all say nothing', () => {
    expect(warned(january, nextCohort('2020-10-01', 'a'), nextCohort('2021-01-10', 'b'))).toEqual([]);
    expect(warned()).toEqual([]);
    expect(position(state, day).warnings).toEqual(position(state, day, undefined, { cohorts: [] }).warnings);
  });
  test('without a resubmission deadline nothing can be said', () => {
    const undated = openCase({ ...c.inJanuary2021, cohort: c.without('resubmissionDeadline', january) });
    const { warnings } = position(undated, day, undefined, { cohorts: [nextCohort('2022-01-10')] });
    expect(warnings.map(({ code }) => code)).toEqual(['cohort-departs-from-described-length']);
  });
  test('malformed cohorts are named, with every other problem', () => {
    const bad = { cohorts: [{ id: 'x', programme: 'QTLS', startsOn: '2021-02-30' }] } as never;
    expect(() => position(state, 'never' as never, undefined, bad)).toThrow(
      expect.objectContaining({
        issues: [expect.objectContaining({ path: ['asOf'] }), expect.objectContaining({ path: ['known', 'cohorts', 0, 'startsOn'] })],
      }),
    );
  });
});

describe('what is not settled', () => {
  const unsettled = (day: Moment, events: readonly CaseEvent[], readings: SomeReadings = {}, cohort = january): readonly Need[] =>
    at(day, events, readings, { ...c.inJanuary2021, cohort }).unsettled;
  const inProgramme = historyTo('in-programme');
  const notMet = historyTo('criteria-not-met');
  /** A history whose written feedback was all issued. */
  const issuedTo = (stage: Stage): readonly CaseEvent[] =>
    historyTo(stage).flatMap((event) => (event.type === 'outcome-released' ? [event, e.feedbackIssued(event.on)] : [event]));

  test.each<[Moment, boolean]>([
    ['2021-06-29', false],
    ['2021-06-30', false],
    ['2021-06-30T17:00:00+01:00', false],
    ['2021-06-30T17:00:01+01:00', true],
    ['2021-07-01', true],
  ])('6.2.3 is silent: nothing submitted, on %s the terms are needed is %s', (day, needed) => {
    expect(unsettled(day, inProgramme)).toEqual(needed ? [qtlsTerms] : []);
    expect(unsettled(day, inProgramme, { 'first-deadline-missed': 'restart' })).toEqual(needed ? [qtlsTerms] : []); // the fee
    expect(unsettled(day, inProgramme, { 'first-deadline-missed': 'withdrawn' })).toEqual([]);
  });
  test.each(['submitted', 'under-review'] as const)('6.2.3 is silent: a late submission at %s needs the terms', (stage) => {
    const late = [
      e.issued('2021-01-10'),
      e.submitted(e.at('2021-07-01')),
      ...(stage === 'under-review' ? [e.reviewStarted('2021-07-02')] : []),
    ];
    expect(unsettled('2021-07-10', late)).toEqual([qtlsTerms]);
    expect(unsettled('2021-07-10', historyTo(stage))).toEqual([]);
  });
  test.each<[Moment, boolean]>([
    ['2022-03-31', false],
    ['2022-03-31T17:00:00+01:00', false],
    ['2022-03-31T17:00:01+01:00', true],
    ['2022-04-01', true],
  ])('6.2.3: nothing resubmitted, on %s the terms are needed, for what follows or for the fee of a restart, is %s', (day, needed) => {
    expect(unsettled(day, notMet, { 'never-resubmitted': 'not-settled-here' })).toEqual(needed ? [qtlsTerms] : []);
    expect(unsettled(day, notMet)).toEqual(needed ? [qtlsTerms] : []);
  });
  test('6.2.3: the fee of a restart is a matter of the terms', () => {
    expect(unsettled('2022-06-01', historyTo('restart-required'))).toEqual([qtlsTerms]);
    expect(unsettled('2022-06-01', issuedTo('restarted'))).toEqual([qtlsTerms]);
    const story = stories.ATS;
    expect(at(story.later, historyTo('restart-required', 'ATS'), {}, story.registration).unsettled).toEqual([
      { kind: 'document', document: 'ats-terms' },
    ]);
  });
  test.each<[Stage, string[]]>([
    ['registered', []],
    ['in-programme', ['submissionDeadline']],
    ['submitted', ['submissionDeadline']],
    ['under-review', ['submissionDeadline']],
    ['criteria-not-met', ['resubmissionDeadline']],
    ['resubmitted', ['resubmissionDeadline']],
    ['under-second-review', ['resubmissionDeadline']],
    ['criteria-met', []],
    ['awarded', []],
    ['withdrawn', []],
  ])('without known deadlines, %s needs %j', (stage, needed) => {
    const undated = c.without('submissionDeadline', c.without('resubmissionDeadline', january));
    expect(unsettled('2022-12-01', historyTo(stage), {}, undated)).toEqual(needed.map((name) => ({ kind: 'fact', name })));
  });
});

describe('the moment asked about', () => {
  const state = openCase(c.inJanuary2021);
  const issues = (asOf: unknown): unknown => {
    try {
      position(state, asOf as Moment);
    } catch (error) {
      if (error instanceof InvalidFacts) return error.issues.map(({ path }) => path);
      throw error;
    }
    return 'answered';
  };
  test.each<[string, unknown, boolean]>([
    ['the day before registration', '2020-12-06', false],
    ['the last second of that day', '2020-12-06T23:59:59Z', false],
    ['the day of registration', '2020-12-07', true],
    ['the first second of it', '2020-12-07T00:00:00Z', true],
    ['a day far ahead', '2199-12-31', true],
    ['a day that does not exist', '2021-02-29', false],
    ['an instant without an offset', '2021-01-10T09:00', false],
    ['nothing', undefined, false],
    ['a number', 20210110, false],
  ])('%s', (_, asOf, answered) => {
    expect(issues(asOf)).toEqual(answered ? 'answered' : [['asOf']]);
  });
  test('registered after the issue: no answer before registration, although the issue was earlier', () => {
    const late = replay({ ...c.inOctober2020, registeredOn: '2020-10-07' }, [e.issued('2020-10-01')]).case;
    expect(() => position(late, '2020-10-06')).toThrow(InvalidFacts);
    expect(position(late, '2020-10-07')).toMatchObject({ stage: 'in-programme', asOf: '2020-10-07' });
  });
  test('a request from before registration is part of the first day’s answer', () => {
    const early = replay(c.inJanuary2021, [e.adjustmentsRequested('2020-11-02')]).case;
    expect(() => position(early, '2020-11-02')).toThrow(InvalidFacts);
    expect(position(early, '2020-12-07').stage).toBe('registered');
  });
  test('an answer names the moment as it was given', () => {
    expect(position(state, '2020-12-07T12:00:00Z').asOf).toBe('2020-12-07T12:00:00Z');
  });
  test('every earlier day of a whole life is answered from what had happened by then', () => {
    const state_ = caseAt('restarted');
    const seen: [PlainDate, Stage][] = [
      ['2020-12-07', 'registered'],
      ['2021-01-09', 'registered'],
      ['2021-01-10', 'in-programme'],
      ['2021-06-24', 'in-programme'],
      ['2021-06-25', 'submitted'],
      ['2021-08-12', 'submitted'],
      ['2021-08-13', 'criteria-not-met'],
      ['2022-02-28', 'criteria-not-met'],
      ['2022-03-01', 'resubmitted'],
      ['2022-05-13', 'restart-required'],
      ['2022-05-31', 'restart-required'],
      ['2022-06-01', 'restarted'],
    ];
    expect(seen.map(([day]) => [day, position(state_, day).stage])).toEqual(seen);
  });
  test('within a day, an instant tells what was submitted before it from what was after', () => {
    const submitted = caseAt('submitted');
    expect(position(submitted, '2021-06-25T16:59:59+01:00').stage).toBe('in-programme');
    expect(position(submitted, '2021-06-25T17:00:00+01:00').stage).toBe('submitted');
  });
});

test.each(allStages)('at %s, a position is plain data that names its stage', (stage) => {
  const answer = position(caseAt(stage), '2024-01-01');
  expect(answer.stage).toBe(stage);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
