// What the policy gives as a right and not as a debt, what comes after the deadline and not before it, and what a late step, a withdrawal or a restart leaves open.
import { describe, expect, test } from 'vitest';
import {
  explain,
  position,
  replay,
  transition,
  type Case,
  type CaseEvent,
  type Cohort,
  type Duty,
  type Need,
  type PlainDate,
  type Readings,
  type Registration,
} from '../../../src/index.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { given, participant, reading, rowsAreShippedIn, type SomeReadings } from './support/given.js';
import { allEvents, takes } from './model/matrix.js';
import { allStages, caseAt, historyTo, openStages, stories } from './support/stages.js';

const qtlsTerms: Need = { kind: 'document', document: 'qtls-terms' };
const feedbackOnTheEarlier: Need = {
  kind: 'judgement',
  by: 'reviewers',
  of: 'whether written feedback on the earlier portfolio is still to be given',
};
const dutyOf = (state: Case, on: PlainDate, what: Duty['what'], readings: SomeReadings = {}): Duty | undefined =>
  position(state, on, reading(readings)).duties.find((duty) => duty.what === what);

describe.each([
  ['in summer, 17:00 on 30 June 2021', c.january2021, '2021-06-30'],
  ['in winter, 17:00 on 31 January 2022', c.inWinter, '2022-01-31'],
  ['on a Sunday, 17:00 on 31 March 2024', c.onSundays, '2024-03-31'],
] as const)('4.4: the review starts after the deadline, %s; so no outcome is released before its day', (_, cohort, day) => {
  const { given: givenThere } = participant(c.registeredIn(cohort));
  const [dayBefore, dayAfter] = [-1, 1].map((days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)) as [
    PlainDate,
    PlainDate,
  ];
  const inTime = [e.issued(cohort.startsOn), e.submitted(e.at(dayBefore, '09:00'))];
  const underReview = [...inTime, e.reviewStarted(day)];

  test.each<[string, readonly CaseEvent[]]>([
    ['submitted', inTime],
    ['under-review', underReview],
  ])('from %s', (__, history) => {
    for (const outcome of [e.met, e.notMet]) {
      const refused = givenThere(...history).when(outcome(dayBefore));
      refused.thenRefused({ test: 'outcome-follows-deadline', clause: 'support/4.4', instead: ['withdrawn'] });
      expect(refused.step.accepted ? [] : refused.step.refusals).toStrictEqual([
        {
          clause: 'support/4.4',
          test: 'outcome-follows-deadline',
          holds: false,
          left: dayBefore,
          operator: '>=',
          right: cohort.submissionDeadline,
        },
      ]);
      const stage = outcome === e.met ? 'criteria-met' : 'criteria-not-met';
      for (const on of [day, dayAfter])
        givenThere(...history)
          .when(outcome(on))
          .then({ stage });
    }
  });
  test('the refusal says so in words: not before the deadline, with its hour', () => {
    const { line } = explain(givenThere(...inTime).when(e.met(dayBefore)).step);
    expect(line).toMatch(/^Refused: an outcome cannot be released before the submission deadline, 5pm on /);
  });
  test('a late portfolio has its outcome from its own day', () => {
    const lateDay = dayAfter;
    const late = [e.issued(cohort.startsOn), e.submitted(e.at(lateDay, '09:00'))];
    givenThere(...late)
      .when(e.met(day))
      .thenRefused({ test: 'outcome-follows-submission', clause: 'support/4.4' });
    givenThere(...late)
      .when(e.met(lateDay))
      .then({ stage: 'criteria-met' });
    const sameEvening = [e.issued(cohort.startsOn), e.submitted(e.at(day, '17:00:01'))];
    givenThere(...sameEvening)
      .when(e.met(dayBefore))
      .thenRefused({ test: 'outcome-follows-submission', clause: 'support/4.4' });
    givenThere(...sameEvening)
      .when(e.met(day))
      .then({ stage: 'criteria-met' });
  });
  test('without a known deadline an outcome follows the submission', () => {
    const { given: undated } = participant(c.registeredIn(c.without('resubmissionDeadline', c.without('submissionDeadline', cohort))));
    undated(...inTime)
      .when(e.met(dayBefore))
      .then({ stage: 'criteria-met' });
  });
});

describe('6.2.3: a restart is with a cohort that was available on the day that triggered it, 13 May 2022', () => {
  const restartRequired = historyTo('restart-required');
  const cohort = (startsOn: PlainDate, entryCloses?: PlainDate): Cohort => ({
    id: 'next',
    programme: 'QTLS',
    startsOn,
    ...(entryCloses && { entryCloses }),
  });
  const choices = ['entry-open', 'entry-open-not-started', 'starts-after'] as const;
  type Answer = 'taken' | 'restart-cohort-has-open-entry' | 'restart-cohort-starts-after-trigger';
  const closed = 'restart-cohort-has-open-entry';
  const started = 'restart-cohort-starts-after-trigger';

  test.each<[string, Cohort, Record<Readings['next-cohort'], Answer>]>([
    ['entry closed the day before; started', cohort('2022-05-01', '2022-05-12'), every(closed, closed, started)],
    ['entry closes on the day; started', cohort('2022-05-01', '2022-05-13'), every('taken', started, started)],
    ['entry closes the day after; started', cohort('2022-05-01', '2022-05-14'), every('taken', started, started)],
    ['starts on the day, entry open', cohort('2022-05-13', '2022-05-20'), every('taken', started, started)],
    ['starts the day after, entry open', cohort('2022-05-14', '2022-05-20'), every('taken', 'taken', 'taken')],
    ['starts the day after, entry closed the day before', cohort('2022-05-14', '2022-05-12'), every(closed, closed, 'taken')],
    ['started the day before, no closing date', cohort('2022-05-12'), every(started, started, started)],
    ['starts on the day, no closing date', cohort('2022-05-13'), every(started, started, started)],
    ['starts the day after, no closing date', cohort('2022-05-14'), every('taken', 'taken', 'taken')],
  ])('%s', (_, into, answers) => {
    for (const choice of choices) {
      const { then, thenRefused } = participant(c.inJanuary2021, { 'next-cohort': choice })
        .given(...restartRequired)
        .when(e.restarted('2022-06-01', into));
      const answer = answers[choice];
      if (answer === 'taken') then({ stage: 'restarted', unsettled: [qtlsTerms, feedbackOnTheEarlier] });
      else thenRefused({ test: answer, clause: 'support/6.2.3', instead: ['withdrawn'] });
    }
  });
  function every(open: Answer, notStarted: Answer, after: Answer): Record<Readings['next-cohort'], Answer> {
    return { 'entry-open': open, 'entry-open-not-started': notStarted, 'starts-after': after };
  }

  test('what triggers it is the day after a missed deadline, and not the day on which the miss was recorded', () => {
    const missed = given(...historyTo('criteria-not-met'), e.resubmissionMissed('2022-05-02'));
    missed.when(e.restarted('2022-06-01', cohort('2022-03-01', '2022-03-31'))).thenRefused({ test: closed });
    missed
      .when(e.restarted('2022-06-01', cohort('2022-03-01', '2022-04-01')))
      .then({ stage: 'restarted', unsettled: [qtlsTerms, feedbackOnTheEarlier] });
  });
  test('in words: when the entry closed, and when the restart was triggered', () => {
    const { step } = given(...restartRequired).when(e.restarted('2022-06-01', cohort('2022-05-01', '2022-05-12')));
    expect(explain(step).line).toMatch(
      /entry to the new cohort closes on 12 May 2022, before 13 May 2022, the day that leads to the restart/,
    );
  });
  test('the fee is a matter of the terms from restart-required on, in the step that leads there and on every day after', () => {
    const { step } = given(...historyTo('under-second-review')).when(e.notMet('2022-05-13'));
    expect(step.accepted ? step.unsettled : []).toEqual([qtlsTerms]);
    expect(explain(step).text).toMatch(/QTLS terms and conditions say how much the administration fee of a restart is/);
    for (const on of ['2022-05-13', '2022-12-01'] as const) expect(position(caseAt('restart-required'), on).unsettled).toEqual([qtlsTerms]);
  });
});

describe('6.1.3: an ATS participant may ask SET to appoint a mentor', () => {
  const pending: Need = { kind: 'judgement', by: 'set', of: 'whether a mentor is available' };
  const at = (on: PlainDate, ...events: readonly CaseEvent[]) => position(replay(c.inAts2021, events).case, on);
  const mentor = { what: 'request-mentor', owedBy: 'participant', clause: 'support/6.1.3', kind: 'opportunity', status: 'no-limit-stated' };
  const [asked, appointed] = [e.mentorRequested('2021-09-10'), e.mentorAppointed('2021-09-20')];

  test('it is an opportunity until it is asked for, at registration and in the programme', () => {
    expect(at('2021-09-01').duties).toEqual([mentor]);
    expect(at('2021-10-05', e.issued('2021-10-04')).duties).toContainEqual(mentor);
    expect(at('2021-09-01').unsettled).toEqual([]);
    expect(explain(at('2021-09-01')).text).toContain('The participant may ask SET to appoint a mentor, where none can be found.');
  });
  test('asking uses it, and whether one is available is then for SET to judge', () => {
    const { step } = participant(c.inAts2021).given().when(asked);
    expect(step.accepted ? step.effects : []).toEqual([
      { type: 'duty-met', duty: 'request-mentor', clause: 'support/6.1.3', kind: 'opportunity' },
    ]);
    expect(at('2021-09-09', asked).duties).toEqual([mentor]);
    for (const on of ['2021-09-10', '2021-09-30'] as const) {
      expect(at(on, asked).duties).toEqual([]);
      expect(at(on, asked).unsettled).toEqual([pending]);
    }
    expect(at('2021-10-05', asked, e.issued('2021-10-04')).unsettled).toEqual([pending]);
  });
  test('once one is appointed nothing is open, whether or not one was asked for', () => {
    for (const events of [[asked, appointed], [appointed]]) {
      expect(at('2021-09-20', ...events).duties).toEqual([]);
      expect(at('2021-09-20', ...events).unsettled).toEqual([]);
    }
  });
  test('asked again after an appointment, it is for SET to judge again', () => {
    expect(at('2022-01-10', asked, appointed, e.mentorRequested('2022-01-10')).unsettled).toEqual([pending]);
  });
  test('6.1.2: a QTLS participant has a supporter to appoint, and no mentor to ask for', () => {
    expect(position(caseAt('registered'), '2020-12-08').duties.map(({ what, kind }) => [what, kind])).toEqual([
      ['appoint-supporter', 'duty'],
    ]);
  });
});

describe('4.3, 6.2.1: `feedback-after-withdrawal`, written feedback is owed and the participant withdraws', () => {
  const open: Need = { kind: 'judgement', by: 'set', of: 'whether written feedback that was owed is still owed after the withdrawal' };
  const outstanding = [...historyTo('criteria-not-met'), e.withdrawn('2021-09-01')];
  const issued = [...historyTo('criteria-not-met'), e.feedbackIssued('2021-08-20'), e.withdrawn('2021-09-01')];
  const on = (events: readonly CaseEvent[], choice: Readings['feedback-after-withdrawal']) => {
    const { duties, entitlements, unsettled } = position(
      replay(c.inJanuary2021, events).case,
      '2021-10-01',
      reading({ 'feedback-after-withdrawal': choice }),
    );
    return { owed: duties.map(({ what }) => what), held: entitlements.map(({ entitlement }) => entitlement), unsettled };
  };
  test.each([
    ['not-settled-here', { owed: [], held: [], unsettled: [open] }],
    ['ends', { owed: [], held: [], unsettled: [] }],
    ['stays-owed', { owed: ['give-written-feedback'], held: ['written-feedback'], unsettled: [] }],
  ] as const)('read as `%s`', (choice, expected) => {
    expect(on(outstanding, choice)).toEqual(expected);
    expect(on(issued, choice)).toEqual({ owed: [], held: [], unsettled: [] });
    expect(on(historyTo('withdrawn'), choice)).toEqual({ owed: [], held: [], unsettled: [] });
  });
  test('6.2.1: after a restart with feedback outstanding, whether it is still to be given is for the reviewers to judge', () => {
    const judgement: Need = {
      kind: 'judgement',
      by: 'reviewers',
      of: 'whether written feedback on the earlier portfolio is still to be given',
    };
    expect(position(caseAt('restarted'), '2022-07-01').unsettled).toEqual([qtlsTerms, judgement]);
    const all = [...historyTo('restart-required'), e.feedbackIssued('2022-05-20'), e.restarted('2022-06-01', c.october2022)];
    expect(position(replay(c.inJanuary2021, all).case, '2022-07-01').unsettled).toEqual([qtlsTerms]);
  });
});

describe('6.2.2, 6.2.3: `adjustments-after-restart`, of a second portfolio that was not met', () => {
  const second: Registration = { ...c.inJanuary2021, portfolio: 2 };
  const needs: Record<Readings['adjustments-after-restart'], readonly Need[]> = {
    'not-settled-here': [
      { kind: 'judgement', by: 'set', of: 'whether an application or arrangement made for an earlier portfolio serves this one' },
    ],
    serves: [{ kind: 'fact', name: 'adjustmentsAppliedOn' }],
    lapses: [],
  };
  const own = [e.adjustmentsRequested('2020-12-01'), e.arrangementAgreed('2020-12-20')];
  test.each(['not-settled-here', 'serves', 'lapses'] as const)('read as `%s`', (choice) => {
    const unsettled = (registration: Registration, ...before: readonly CaseEvent[]) =>
      position(
        replay(registration, [...before, ...historyTo('criteria-not-met')]).case,
        '2021-08-20',
        reading({ 'adjustments-after-restart': choice }),
      ).unsettled;
    expect(unsettled(second)).toEqual(needs[choice]);
    expect(unsettled(second, ...own)).toEqual([]); // its own application and arrangement settle it
    expect(unsettled(c.inJanuary2021)).toEqual([]); // a first portfolio has none before it
  });
  test.each(['resubmitted', 'under-second-review'] as const)('it is open at %s too, and not before an outcome', (stage) => {
    const at = (which: typeof stage | 'submitted') => position(caseAt(which, 'QTLS', { portfolio: 2 }), '2022-04-15').unsettled;
    expect(at(stage)).toEqual(needs['not-settled-here']);
    expect(at('submitted')).toEqual([]);
  });
});

describe('what may happen instead of a refused event', () => {
  test.each(openStages)('is never that event, and always another that the policy takes: at %s', (stage) => {
    for (const programme of ['QTLS', 'ATS'] as const) {
      const state = caseAt(stage, programme);
      for (const type of allEvents) {
        const step = transition(state, refusable(type, stories[programme].next, state));
        if (step.accepted) continue;
        const offered = step.instead.map((each) => each.type);
        expect(offered).not.toContain(type);
        expect([...offered].sort()).toEqual(allEvents.filter((each) => each !== type && takes(each, stage, programme)).sort());
      }
    }
  });
  test.each(allStages.filter((stage) => !openStages.includes(stage)))('is nothing at %s', (stage) => {
    for (const type of allEvents)
      expect(transition(caseAt(stage), refusable(type, c.october2022, caseAt(stage)))).toMatchObject({ accepted: false, instead: [] });
  });
  /** An event as early as it can be dated, so that each order of dates refuses it, and a restart into the case's own cohort. */
  function refusable(type: CaseEvent['type'], next: Cohort, { cohort }: Case): CaseEvent {
    const on = '2019-01-01';
    if (type === 'portfolio-submitted' || type === 'portfolio-resubmitted') return { type, at: e.at(on) };
    if (type === 'outcome-released') return { type, on, reviewOutcome: 'criteria-met' };
    if (type === 'restarted') return { type, on, cohort: { ...next, id: cohort.id } };
    return { type, on };
  }
});

describe('4.4, 6.2.3: a late step is recorded as late, and meets nothing', () => {
  test.each<[string, Case, CaseEvent, SomeReadings]>([
    ['a late submission', caseAt('in-programme'), e.submitted(e.at('2021-06-30', '17:00:01')), {}],
    [
      'a late submission, read as a restart',
      caseAt('in-programme'),
      e.submitted(e.at('2021-07-01')),
      { 'first-deadline-missed': 'restart' },
    ],
    [
      'a late submission, read as a withdrawal',
      caseAt('in-programme'),
      e.submitted(e.at('2021-07-01')),
      { 'first-deadline-missed': 'withdrawn' },
    ],
    ['a late resubmission', caseAt('criteria-not-met'), e.resubmitted(e.at('2022-03-31', '17:00:01')), {}],
  ])('%s', (_, state, event, readings) => {
    const step = transition(state, event, reading(readings));
    expect(step.accepted && step.effects.filter(({ type }) => type === 'duty-met')).toEqual([]);
    const { line, text } = explain(step);
    expect(text).toMatch(/, after the (re)?submission deadline, 5pm on /);
    expect(line + text.replace('criteria not met', '')).not.toMatch(/\bmet\b/i);
  });
  test.each<[string, Case, CaseEvent, string]>([
    ['4.4: a submission to the second', caseAt('in-programme'), e.submitted(e.at('2021-06-30', '17:00:00')), 'submit-portfolio'],
    [
      '6.2.1: a resubmission to the second',
      caseAt('criteria-not-met'),
      e.resubmitted(e.at('2022-03-31', '17:00:00')),
      'resubmit-portfolio',
    ],
  ])('%s meets it', (_, state, event, duty) => {
    const step = transition(state, event);
    expect(step.accepted && step.effects).toContainEqual(expect.objectContaining({ type: 'duty-met', duty }));
  });
});

describe('a right is not put as a debt', () => {
  const rights: readonly [string, Case, PlainDate, Duty['what']][] = [
    ['6.1.3: to ask for a mentor', caseAt('registered', 'ATS'), '2021-09-01', 'request-mentor'],
    ['6.2.1: to resubmit, before the deadline', caseAt('criteria-not-met'), '2022-03-01', 'resubmit-portfolio'],
    ['6.2.1: to resubmit, on its day', caseAt('criteria-not-met'), '2022-03-31', 'resubmit-portfolio'],
    ['6.2.1: to resubmit, the day after', caseAt('criteria-not-met'), '2022-04-01', 'resubmit-portfolio'],
    [
      '6.2.1: to resubmit, with no known deadline',
      caseAt('criteria-not-met', 'QTLS', { cohort: c.without('resubmissionDeadline', c.january2021) }),
      '2022-04-01',
      'resubmit-portfolio',
    ],
    ['6.2.3: to start again', caseAt('restart-required'), '2022-06-01', 'restart'],
  ];
  test.each(rights)('%s', (_, state, on, what) => {
    expect(dutyOf(state, on, what)).toMatchObject({ what, kind: 'opportunity' });
    expect(dutyOf(state, on, what)?.status).not.toBe('overdue');
    const { duties, ...rest } = position(state, on);
    const { text } = explain({ ...rest, duties: duties.filter(({ kind }) => kind === 'opportunity') });
    expect(text).toMatch(/The participant (may|could) /);
    expect(text).not.toMatch(/\bowe[ds]?\b|\b(has|have|had) to\b|overdue|breach/i);
  });
});

rowsAreShippedIn('rights.cases.json');
