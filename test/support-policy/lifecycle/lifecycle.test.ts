// The support policy as rows: given what has happened, when an event comes, then this follows. Each row is named after its clause.
import { describe, expect, test } from 'vitest';
import {
  InvalidFacts,
  inOrder,
  openCase,
  position,
  replay,
  replayChain,
  standardPolicy,
  transition,
  type Case,
  type CaseEvent,
  type Cohort,
  type Deadline,
  type Effect,
  type Entitlement,
  type Instant,
  type Need,
  type PlainDate,
  type Registration,
  type Stage,
} from '../../../src/index.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { given, givenAts, participant, reading, rowsAreShippedIn, type SomeReadings } from './support/given.js';
import { caseAt, historyTo, openStages, stories } from './support/stages.js';

const qtlsTerms: Need = { kind: 'document', document: 'qtls-terms' };
const atsTerms: Need = { kind: 'document', document: 'ats-terms' };
const feedbackOnTheEarlier: Need = {
  kind: 'judgement',
  by: 'reviewers',
  of: 'whether written feedback on the earlier portfolio is still to be given',
};
const needsSubmissionDeadline: Need = { kind: 'fact', name: 'submissionDeadline' };
const needsResubmissionDeadline: Need = { kind: 'fact', name: 'resubmissionDeadline' };

const submissionDeadline = (cohort: Cohort): Deadline => published(cohort.submissionDeadline, 'support/4.4');
const resubmissionDeadline = (cohort: Cohort): Deadline => published(cohort.resubmissionDeadline, 'support/6.2.3');
const published = (due: Instant | undefined, clause: Deadline['clause']): Deadline => ({
  due: due as Instant,
  owedBy: 'participant',
  clause,
  set: 'by-cohort',
});
const opened = (deadline: Deadline): Effect => ({ type: 'deadline-opened', deadline });
const closed = (deadline: Deadline): Effect => ({ type: 'deadline-closed', deadline });
const supportClosed: Effect = { type: 'support-closed', clause: 'support/4.3' };
const clauseOf: Record<Entitlement, Deadline['clause']> = {
  'in-programme-support': 'support/4.3',
  'written-feedback': 'support/6.2.1.a',
  'free-resubmission': 'support/6.2.1.b',
  'further-support-by-arrangement': 'support/6.2.2',
};
const gained = (entitlement: Entitlement): Effect => ({ type: 'entitlement-gained', entitlement, clause: clauseOf[entitlement] });

const under = (readings: SomeReadings, registration: Registration = c.inJanuary2021) => participant(registration, readings);
const inCohort = (cohort: Cohort, readings: SomeReadings = {}) => participant(c.registeredIn(cohort), readings);
const january = c.january2021;
const undated = c.without('submissionDeadline', c.without('resubmissionDeadline', january));

describe('2.1: registration opens a case', () => {
  test('at the stage registered, with an empty history and as the first portfolio', () => {
    expect(openCase(c.inJanuary2021)).toEqual({ schemaVersion: 1, stage: 'registered', ...c.inJanuary2021, portfolio: 1, history: [] });
  });
  test('as a later portfolio where the registration says so', () => {
    expect(openCase({ ...c.inJanuary2021, portfolio: 3 }).portfolio).toBe(3);
  });
  test.each<[string, object, (string | number)[]]>([
    ['a day that does not exist', { ...c.inJanuary2021, registeredOn: '2021-02-29' }, ['registeredOn']],
    ['a portfolio before the first', { ...c.inJanuary2021, portfolio: 0 }, ['portfolio']],
    ['an unknown programme', { ...c.inJanuary2021, cohort: { ...january, programme: 'PGCE' } }, ['cohort', 'programme']],
    [
      'a deadline without an hour',
      { ...c.inJanuary2021, cohort: { ...january, submissionDeadline: '2021-06-30' } },
      ['cohort', 'submissionDeadline'],
    ],
    ['an unknown key', { ...c.inJanuary2021, name: 'Ann' }, ['name']],
  ])('and %s is invalid', (_, registration, path) => {
    expect(issuesOf(() => openCase(registration as Registration))).toEqual([expect.objectContaining({ path })]);
  });
});

describe('4.3: the issue of the portfolio opens in-programme support and the submission deadline', () => {
  test('in the programme from the day of issue', () =>
    given()
      .when(e.issued('2021-01-10'))
      .then({
        stage: 'in-programme',
        holding: { issuedOn: '2021-01-10' },
        effects: [gained('in-programme-support'), opened(submissionDeadline(january))],
        dutiesMet: [],
      }));
  test('a cohort without a submission deadline leaves a need, not a guess', () =>
    inCohort(undated)
      .given()
      .when(e.issued('2021-01-10'))
      .then({ stage: 'in-programme', effects: [gained('in-programme-support')], unsettled: [needsSubmissionDeadline] }));
  test.each(['2020-12-01', '2021-01-09', '2021-01-11', '2021-07-01'] as const)(
    'an issue on %s, another day than the start, is taken',
    (on) =>
      given()
        .when(e.issued(on))
        .then({ stage: 'in-programme', holding: { issuedOn: on } }),
  );
  test('registration may follow the issue', () =>
    participant({ ...c.inOctober2020, registeredOn: '2020-10-07' })
      .given()
      .when(e.issued('2020-10-01'))
      .then({ stage: 'in-programme', holding: { issuedOn: '2020-10-01', registeredOn: '2020-10-07' } }));
  test('a portfolio is issued once', () =>
    given(e.issued('2021-01-10'))
      .when(e.issued('2021-01-10'))
      .thenRefused({ test: 'stage-takes-event', clause: 'support/4.3', instead: ['portfolio-submitted', 'withdrawn'] }));
});

describe('6.1.2 and 6.1.3: who helps', () => {
  test('6.1.2: appointing a supporter meets the QTLS participant’s duty', () =>
    given()
      .when(e.supporterAppointed('2020-12-20'))
      .then({ stage: 'registered', effects: [], dutiesMet: ['appoint-supporter'] }));
  test('6.1.2: another supporter may follow, and meets no duty, since none is left', () =>
    given(e.issued('2021-01-10'), e.supporterAppointed('2021-01-15'))
      .when(e.supporterAppointed('2021-02-15'))
      .then({ stage: 'in-programme', effects: [], dutiesMet: [] }));
  test('6.1.2: an ATS participant has no supporter to appoint', () =>
    givenAts().when(e.supporterAppointed('2021-09-01')).thenRefused({ test: 'programme-has-a-supporter', clause: 'support/6.1.2' }));
  test('6.1.3: an ATS participant may ask for a mentor, and ask again', () =>
    givenAts(e.mentorRequested('2021-09-01'))
      .when(e.mentorRequested('2021-10-01'))
      .then({ stage: 'registered', effects: [], dutiesMet: [] }));
  test('6.1.3: a mentor may be appointed without having been asked for', () =>
    givenAts(e.issued('2021-10-04')).when(e.mentorAppointed('2021-10-05')).then({ stage: 'in-programme', effects: [], dutiesMet: [] }));
  test.each([e.mentorRequested('2020-12-20'), e.mentorAppointed('2020-12-20')])('6.1.3: $type is not for a QTLS participant', (event) =>
    given()
      .when(event)
      .thenRefused({ test: 'programme-has-a-mentor', clause: 'support/6.1.3', instead: ['supporter-appointed'] }),
  );
});

describe('3.1.1: a request for adjustments is always recorded, and called timely or late', () => {
  const startOf = (startsOn: PlainDate): Cohort => ({ id: 'other', programme: 'QTLS', startsOn });
  test.each<[PlainDate, PlainDate, boolean, SomeReadings]>([
    ['2021-01-10', '2020-12-09', true, {}],
    ['2021-01-10', '2020-12-10', true, {}],
    ['2021-01-10', '2020-12-11', false, {}],
    ['2021-01-10', '2021-01-10', false, {}],
    ['2021-01-10', '2020-12-09', true, { 'notice-boundary': 'clear-month' }],
    ['2021-01-10', '2020-12-10', false, { 'notice-boundary': 'clear-month' }],
    ['2020-10-01', '2020-09-01', true, {}],
    ['2020-10-01', '2020-09-02', false, {}],
    ['2021-04-30', '2021-03-30', true, {}],
    ['2021-04-30', '2021-03-31', false, {}],
    ['2021-04-30', '2021-03-31', true, { 'notice-month': 'count-forward' }],
    ['2021-04-30', '2021-04-01', false, { 'notice-month': 'count-forward' }],
    ['2025-02-28', '2025-01-28', true, {}],
    ['2025-02-28', '2025-01-29', false, {}],
    ['2025-02-28', '2025-01-31', true, { 'notice-month': 'count-forward' }],
    ['2021-01-10', '2020-12-11', false, { 'notice-effect': 'condition' }],
  ])('for a start on %s, asked on %s: timely is %s under %j', (startsOn, on, timely, readings) =>
    inCohort(startOf(startsOn), readings)
      .given()
      .when(e.adjustmentsRequested(on))
      .then({
        stage: 'registered',
        effects: [],
        dutiesMet: [],
        because: [{ clause: 'support/3.1.1', test: 'requested-by-latest-timely-date', holds: timely }],
      }),
  );
  test('before registration it is taken too: entry may open after the month has begun', () =>
    participant({ ...c.inJanuary2021, registeredOn: '2021-01-07' })
      .given()
      .when(e.adjustmentsRequested('2020-11-02'))
      .then({ stage: 'registered', because: [{ test: 'requested-by-latest-timely-date', holds: true }] }));
  test('6.2.2: in the programme it is taken, as late', () =>
    given(...historyTo('criteria-not-met'))
      .when(e.adjustmentsRequested('2021-08-20'))
      .then({ stage: 'criteria-not-met', effects: [], because: [{ test: 'requested-by-latest-timely-date', holds: false }] }));
});

/** Hours around a deadline at 17:00 London time, and whether they are in time. */
const aroundDeadline = (day: PlainDate, before: PlainDate, after: PlainDate, utc: Instant): [string, Instant, boolean][] => [
  ['the day before', e.at(before, '23:59:59'), true],
  ['a second before', e.at(day, '16:59:59'), true],
  ['to the second', e.at(day, '17:00:00'), true],
  ['to the second, in UTC', utc, true],
  ['a millisecond after', e.at(day, '17:00:00').replace(/(:00)([+-])/, '$1.001$2') as Instant, false],
  ['a second after', e.at(day, '17:00:01'), false],
  ['late that evening', e.at(day, '23:59:59'), false],
  ['the day after', e.at(after, '09:00'), false],
];

describe.each<[string, Cohort, [string, Instant, boolean][], PlainDate]>([
  ['in summer', january, aroundDeadline('2021-06-30', '2021-06-29', '2021-07-01', '2021-06-30T16:00:00Z'), '2021-07-01'],
  [
    'three days after the clocks go forward',
    c.october2020,
    aroundDeadline('2021-03-31', '2021-03-30', '2021-04-01', '2021-03-31T16:00Z'),
    '2021-04-01',
  ],
  ['in winter', c.inWinter, aroundDeadline('2022-01-31', '2022-01-30', '2022-02-01', '2022-01-31T17:00:00.000Z'), '2022-02-01'],
  [
    'on the Sunday the clocks go forward',
    c.onSundays,
    aroundDeadline('2024-03-31', '2024-03-30', '2024-04-01', '2024-03-31T16:00:00Z'),
    '2024-04-01',
  ],
])('4.4: a first submission against a deadline %s', (_, cohort, rows, dayAfter) => {
  const effects = [closed(submissionDeadline(cohort))];

  test.each(rows.filter(([, , inTime]) => inTime))('%s (%s) is in time', (__, at) => {
    for (const choice of ['not-settled-here', 'restart', 'withdrawn'] as const) {
      const { given: givenThere } = inCohort(cohort, { 'first-deadline-missed': choice });
      const { when } = givenThere(e.issued(cohort.startsOn));
      when(e.submitted(at)).then({
        stage: 'submitted',
        holding: { submittedAt: at },
        effects,
        dutiesMet: ['submit-portfolio'],
        because: [{ clause: 'support/4.4', test: 'submitted-by-deadline', holds: true }],
      });
      const step = transition(givenThere(e.issued(cohort.startsOn)).case, e.submitted(at));
      expect(step.case).not.toHaveProperty('late');
    }
  });
  test.each(rows.filter(([, , inTime]) => !inTime))('6.2.3 is silent: %s (%s) is late, and what follows is not settled', (__, at) =>
    inCohort(cohort)
      .given(e.issued(cohort.startsOn))
      .when(e.submitted(at))
      .then({
        stage: 'submitted',
        holding: { submittedAt: at, late: true },
        effects,
        dutiesMet: [],
        because: [{ test: 'submitted-by-deadline', holds: false }],
        unsettled: [qtlsTerms],
      }),
  );
  test.each(rows.filter(([, , inTime]) => !inTime))(
    '6.2.3 read as `restart`: %s (%s) restarts, from the day after the deadline',
    (__, at) =>
      inCohort(cohort, { 'first-deadline-missed': 'restart' })
        .given(e.issued(cohort.startsOn))
        .when(e.submitted(at))
        .then({
          stage: 'restart-required',
          holding: { restartFrom: dayAfter, reason: 'first-deadline-missed' },
          effects,
          dutiesMet: [],
          unsettled: [qtlsTerms],
        }),
  );
  test.each(rows.filter(([, , inTime]) => !inTime))('6.2.3 read as `withdrawn`: %s (%s) withdraws', (__, at) =>
    inCohort(cohort, { 'first-deadline-missed': 'withdrawn' })
      .given(e.issued(cohort.startsOn))
      .when(e.submitted(at))
      .then({
        stage: 'withdrawn',
        holding: { withdrawnOn: e.dayOf(e.submitted(at)) },
        effects: [...effects, supportClosed],
        dutiesMet: [],
      }),
  );
});

describe('4.4: submission follows the issue of 4.3, by London’s days', () => {
  test.each<[string, Instant, boolean]>([
    ['the day before', '2021-05-31T17:00:00+01:00', false],
    ['a second before the day, in UTC', '2021-05-31T22:59:59Z', false],
    ['the first second of the day, in UTC', '2021-05-31T23:00:00Z', true],
    ['the same day', '2021-06-01T09:00:00+01:00', true],
  ])('issued on 1 June, submitted %s', (_, at, inOrderNow) => {
    const { then, thenRefused } = given(e.issued('2021-06-01')).when(e.submitted(at));
    if (inOrderNow) then({ stage: 'submitted' });
    else thenRefused({ test: 'submission-follows-issue', clause: 'support/4.4', instead: ['submission-deadline-missed', 'withdrawn'] });
  });
  test('4.4: without a known deadline a submission is never late, and leaves a need, under every reading', () => {
    for (const choice of ['not-settled-here', 'restart', 'withdrawn'] as const) {
      inCohort(undated, { 'first-deadline-missed': choice })
        .given(e.issued('2021-01-10'))
        .when(e.submitted(e.at('2025-01-01')))
        .then({ stage: 'submitted', effects: [], unsettled: [needsSubmissionDeadline] });
    }
    expect(inCohort(undated).given(e.issued('2021-01-10'), e.submitted(e.at('2025-01-01'))).case).not.toHaveProperty('late');
  });
});

describe('6.2.3 is silent on a first deadline that is missed', () => {
  const inProgramme = [e.issued('2021-01-10')];
  test.each<[string, PlainDate]>([
    ['the day before it', '2021-06-29'],
    ['on its day, since a date cannot show that 17:00 has passed', '2021-06-30'],
  ])('a miss is refused %s', (_, on) =>
    given(...inProgramme)
      .when(e.submissionMissed(on))
      .thenRefused({ test: 'deadline-day-is-over', clause: 'support/6.2.3', instead: ['portfolio-submitted', 'withdrawn'] }),
  );
  test('the day after, the case stays and needs the terms', () =>
    given(...inProgramme)
      .when(e.submissionMissed('2021-07-01'))
      .then({ stage: 'in-programme', effects: [], dutiesMet: [], unsettled: [qtlsTerms] }));
  test('ATS needs its own terms', () =>
    givenAts(e.issued('2021-10-04'))
      .when(e.submissionMissed('2022-10-04'))
      .then({ stage: 'in-programme', unsettled: [atsTerms] }));
  test('read as `restart`, it restarts, from the day after the deadline whenever it is recorded', () =>
    under({ 'first-deadline-missed': 'restart' })
      .given(...inProgramme)
      .when(e.submissionMissed('2021-09-01'))
      .then({
        stage: 'restart-required',
        holding: { restartFrom: '2021-07-01', reason: 'first-deadline-missed' },
        effects: [closed(submissionDeadline(january))],
        because: [{ clause: 'support/6.2.3', test: 'missed-first-deadline-restarts', holds: true }],
        dutiesMet: [],
        unsettled: [qtlsTerms],
      }));
  test('read as `withdrawn`, it withdraws', () =>
    under({ 'first-deadline-missed': 'withdrawn' })
      .given(...inProgramme)
      .when(e.submissionMissed('2021-07-01'))
      .then({ stage: 'withdrawn', holding: { withdrawnOn: '2021-07-01' }, effects: [closed(submissionDeadline(january)), supportClosed] }));
  test('without a known deadline the case stays and needs it, under every reading', () => {
    for (const choice of ['not-settled-here', 'restart', 'withdrawn'] as const)
      inCohort(undated, { 'first-deadline-missed': choice })
        .given(...inProgramme)
        .when(e.submissionMissed('2025-01-01'))
        .then({ stage: 'in-programme', unsettled: [needsSubmissionDeadline] });
  });
  test('the deadline’s day is London’s: half past eleven on 30 June in UTC is 1 July', () => {
    const { given: givenThere } = inCohort({ ...january, submissionDeadline: '2021-06-30T23:30:00Z' });
    givenThere(...inProgramme)
      .when(e.submissionMissed('2021-07-01'))
      .thenRefused({ test: 'deadline-day-is-over', clause: 'support/6.2.3' });
    givenThere(...inProgramme)
      .when(e.submissionMissed('2021-07-02'))
      .then({ stage: 'in-programme', unsettled: [qtlsTerms] });
  });
  test('a submission may still come after a recorded miss: late, and as unsettled as the miss', () =>
    given(...inProgramme, e.submissionMissed('2021-07-01'))
      .when(e.submitted(e.at('2021-07-02')))
      .then({ stage: 'submitted', holding: { late: true }, unsettled: [qtlsTerms] }));
});

describe('4.4: review starts after the submission deadline', () => {
  const submitted = [e.issued('2021-01-10'), e.submitted(e.at('2021-06-01'))];
  test.each<[PlainDate, boolean]>([
    ['2021-06-29', false],
    ['2021-06-30', true],
    ['2021-07-01', true],
  ])('a review on %s: taken is %s', (on, isTaken) => {
    const { then, thenRefused } = given(...submitted).when(e.reviewStarted(on));
    if (isTaken) then({ stage: 'under-review', holding: { reviewStartedOn: on }, effects: [], dutiesMet: [] });
    else thenRefused({ test: 'deadline-day-is-reached', clause: 'support/4.4', instead: ['outcome-released', 'withdrawn'] });
  });
  test('the same on a Sunday: no published date is rolled', () => {
    const onSunday = [e.issued('2023-10-01'), e.submitted(e.at('2024-03-01'))];
    inCohort(c.onSundays)
      .given(...onSunday)
      .when(e.reviewStarted('2024-03-30'))
      .thenRefused({ test: 'deadline-day-is-reached', clause: 'support/4.4' });
    inCohort(c.onSundays)
      .given(...onSunday)
      .when(e.reviewStarted('2024-03-31'))
      .then({ stage: 'under-review' });
  });
  test('without a known deadline it is taken, and needs it', () =>
    inCohort(undated)
      .given(e.issued('2021-01-10'), e.submitted(e.at('2021-06-01')))
      .when(e.reviewStarted('2021-06-01'))
      .then({ stage: 'under-review', unsettled: [needsSubmissionDeadline] }));
  test('a review does not start twice', () =>
    given(...submitted, e.reviewStarted('2021-07-01'))
      .when(e.reviewStarted('2021-07-02'))
      .thenRefused({ test: 'stage-takes-event', clause: 'support/4.4', instead: ['outcome-released'] }));
});

describe.each([
  ['from submitted', [] as CaseEvent[]],
  ['from under-review', [e.reviewStarted('2021-07-01')]],
])('4.4 and 6.2.1: the first outcome, %s', (_, review) => {
  const submitted = [e.issued('2021-01-10'), e.submitted(e.at('2021-06-25')), ...review];

  test('criteria met leads to the award alone: feedback is not promised', () =>
    given(...submitted)
      .when(e.met('2021-08-13'))
      .then({ stage: 'criteria-met', holding: { metOn: '2021-08-13' }, effects: [], dutiesMet: [] }));
  test('criteria met, `feedback-when-met` read as promised: feedback is gained', () =>
    under({ 'feedback-when-met': 'promised' })
      .given(...submitted)
      .when(e.met('2021-08-13'))
      .then({ stage: 'criteria-met', effects: [gained('written-feedback')] }));
  test('criteria not met gains written feedback, one free resubmission and its deadline', () =>
    given(...submitted)
      .when(e.notMet('2021-08-13'))
      .then({
        stage: 'criteria-not-met',
        holding: { notMetOn: '2021-08-13' },
        effects: [gained('written-feedback'), gained('free-resubmission'), opened(resubmissionDeadline(january))],
        dutiesMet: [],
      }));
  test('criteria not met, in a cohort without a resubmission deadline: a need', () =>
    inCohort(c.without('resubmissionDeadline', january))
      .given(...submitted)
      .when(e.notMet('2021-08-13'))
      .then({
        stage: 'criteria-not-met',
        effects: [gained('written-feedback'), gained('free-resubmission')],
        unsettled: [needsResubmissionDeadline],
      }));
});
describe('6.2.1: `resubmission-after-restart`, has a later portfolio its own free resubmission?', () => {
  const submitted = [e.issued('2021-01-10'), e.submitted(e.at('2021-06-25'))];
  test.each([2, 3])('read as `each-portfolio`, portfolio %i has', (portfolio) =>
    under({}, { ...c.inJanuary2021, portfolio })
      .given(...submitted)
      .when(e.notMet('2021-08-13'))
      .then({
        stage: 'criteria-not-met',
        effects: [gained('written-feedback'), gained('free-resubmission'), opened(resubmissionDeadline(january))],
        because: [{ clause: 'support/6.2.1.b', test: 'first-review-grants-resubmission', holds: true }],
        unsettled: [
          { kind: 'judgement', by: 'set', of: 'whether an application or arrangement made for an earlier portfolio serves this one' },
        ],
      }),
  );
  test.each([2, 3])('read as `once-per-person`, portfolio %i restarts, with feedback and without a resubmission', (portfolio) =>
    under({ 'resubmission-after-restart': 'once-per-person' }, { ...c.inJanuary2021, portfolio })
      .given(...submitted)
      .when(e.notMet('2021-08-13'))
      .then({
        stage: 'restart-required',
        holding: { restartFrom: '2021-08-13', reason: 'later-portfolio-not-met' },
        effects: [gained('written-feedback')],
        because: [{ clause: 'support/6.2.1.b', test: 'later-portfolio-has-its-own-resubmission', holds: false }],
        unsettled: [qtlsTerms],
      }),
  );
  test('read as `once-per-person`, the first portfolio has one', () =>
    under({ 'resubmission-after-restart': 'once-per-person' })
      .given(...submitted)
      .when(e.notMet('2021-08-13'))
      .then({ stage: 'criteria-not-met' }));
  test('read as `once-per-person`, a later portfolio that meets the criteria leads to the award', () =>
    under({ 'resubmission-after-restart': 'once-per-person' }, { ...c.inJanuary2021, portfolio: 2 })
      .given(...submitted)
      .when(e.met('2021-08-13'))
      .then({ stage: 'criteria-met' }));
});

describe('6.2.2: `further-support-applied`, what must have come before the start on 10 January?', () => {
  test.each<[PlainDate, SomeReadings, boolean]>([
    ['2020-12-10', {}, true],
    ['2020-12-11', {}, true],
    ['2021-01-09', {}, true],
    ['2021-01-10', {}, false],
    ['2021-01-11', {}, false],
    ['2020-12-10', { 'further-support-applied': 'applied-timely' }, true],
    ['2020-12-11', { 'further-support-applied': 'applied-timely' }, false],
    ['2020-12-10', { 'further-support-applied': 'applied-timely', 'notice-boundary': 'clear-month' }, false],
    ['2020-12-09', { 'further-support-applied': 'applied-timely', 'notice-boundary': 'clear-month' }, true],
  ])('applied on %s under %j, arranged: further support is gained with a “not met”: %s', (on, readings, isGained) =>
    under(readings)
      .given(e.adjustmentsRequested(on), e.arrangementAgreed('2021-01-20'), e.issued('2021-01-10'), e.submitted(e.at('2021-06-25')))
      .when(e.notMet('2021-08-13'))
      .then({
        stage: 'criteria-not-met',
        effects: [
          gained('written-feedback'),
          gained('free-resubmission'),
          opened(resubmissionDeadline(january)),
          ...(isGained ? [gained('further-support-by-arrangement')] : []),
        ],
      }),
  );
  test.each([
    ['an application without an arrangement', [e.adjustmentsRequested('2020-12-01')]],
    ['an arrangement without an application', [e.arrangementAgreed('2020-12-01')]],
  ])('%s is not enough', (_, events) =>
    given(...events, e.issued('2021-01-10'), e.submitted(e.at('2021-06-25')))
      .when(e.notMet('2021-08-13'))
      .then({
        stage: 'criteria-not-met',
        effects: [gained('written-feedback'), gained('free-resubmission'), opened(resubmissionDeadline(january))],
      }),
  );
  test('of several applications the earliest counts, in whatever order they are recorded', () => {
    for (const days of [['2020-12-01', '2021-02-01'] as const, ['2021-02-01', '2020-12-01'] as const])
      given(...days.map(e.adjustmentsRequested), ...historyTo('criteria-not-met'))
        .when(e.arrangementAgreed('2021-08-13'))
        .then({ stage: 'criteria-not-met', effects: [gained('further-support-by-arrangement')] });
  });
  test.each<[string, PlainDate, boolean]>([
    ['the day before', '2021-08-12', true],
    ['on the day of', '2021-08-13', true],
    ['the day after', '2021-08-14', false],
  ])('for one who had applied before the start, an arrangement %s the “not met” (%s) is prior: %s', (_, on, isPrior) => {
    const arranged = [e.adjustmentsRequested('2020-12-01'), ...historyTo('criteria-not-met')];
    given(...arranged)
      .when(e.arrangementAgreed(on))
      .then({ stage: 'criteria-not-met', effects: isPrior ? [gained('further-support-by-arrangement')] : [] });
    const later = given(...arranged, e.arrangementAgreed(on), e.resubmitted(e.at('2022-03-01'))).case;
    const held = position(later, '2022-03-02').entitlements.map(({ entitlement }) => entitlement);
    expect(held.includes('further-support-by-arrangement')).toBe(isPrior);
  });
  test('criteria met leaves nothing to support', () =>
    given(e.adjustmentsRequested('2020-12-01'), e.arrangementAgreed('2020-12-20'), ...historyTo('submitted'))
      .when(e.met('2021-08-13'))
      .then({ stage: 'criteria-met', effects: [] }));
});

describe('6.2.1: feedback', () => {
  test.each(['criteria-not-met', 'resubmitted', 'under-second-review', 'restart-required'] as const)('at %s it meets the duty', (stage) =>
    given(...historyTo(stage))
      .when(e.feedbackIssued('2022-06-01'))
      .then({ stage, effects: [], dutiesMet: ['give-written-feedback'] }),
  );
  test('6.1.5: at criteria-met it may be given, but meets no duty, since none was promised', () =>
    given(...historyTo('criteria-met'))
      .when(e.feedbackIssued('2021-08-20'))
      .then({ stage: 'criteria-met', effects: [], dutiesMet: [] }));
  test('6.1.5: at criteria-met it meets the duty where it is promised', () =>
    under({ 'feedback-when-met': 'promised' })
      .given(...historyTo('criteria-met'))
      .when(e.feedbackIssued('2021-08-20'))
      .then({ stage: 'criteria-met', effects: [], dutiesMet: ['give-written-feedback'] }));
  test('given twice, it meets the duty once', () =>
    given(...historyTo('criteria-not-met'), e.feedbackIssued('2021-08-20'))
      .when(e.feedbackIssued('2021-08-21'))
      .then({ stage: 'criteria-not-met', effects: [], dutiesMet: [] }));
  test('before any outcome there is none to give', () =>
    given(...historyTo('under-review'))
      .when(e.feedbackIssued('2021-07-20'))
      .thenRefused({ test: 'stage-takes-event', clause: 'support/6.2.1.a', instead: ['outcome-released'] }));
});

describe.each<[string, Cohort, PlainDate, [string, Instant, boolean][], PlainDate]>([
  [
    'in winter, on the Sunday the clocks go back',
    c.october2020,
    '2021-05-14',
    aroundDeadline('2021-10-31', '2021-10-30', '2021-11-01', '2021-10-31T17:00:00Z'),
    '2021-11-01',
  ],
  ['in summer', january, '2021-08-13', aroundDeadline('2022-03-31', '2022-03-30', '2022-04-01', '2022-03-31T16:00:00Z'), '2022-04-01'],
  [
    'on a Sunday in October',
    c.onSundays,
    '2024-05-10',
    aroundDeadline('2024-10-27', '2024-10-26', '2024-10-28', '2024-10-27T17:00:00Z'),
    '2024-10-28',
  ],
  [
    'in winter, on a weekday',
    c.inWinter,
    '2022-03-11',
    aroundDeadline('2022-12-01', '2022-11-30', '2022-12-02', '2022-12-01T17:00Z'),
    '2022-12-02',
  ],
])('6.2.3: a resubmission against a deadline %s', (_, cohort, outcomeOn, rows, dayAfter) => {
  const history = [e.issued(cohort.startsOn), e.submitted(cohort.submissionDeadline as Instant), e.notMet(outcomeOn)];
  const everyReading: SomeReadings[] = [
    {},
    { 'never-resubmitted': 'not-settled-here' },
    { 'first-deadline-missed': 'withdrawn' },
    { 'resubmission-after-restart': 'once-per-person' },
  ];

  test.each(rows.filter(([, , inTime]) => inTime))('%s (%s) is in time', (__, at) => {
    for (const readings of everyReading)
      inCohort(cohort, readings)
        .given(...history)
        .when(e.resubmitted(at))
        .then({
          stage: 'resubmitted',
          holding: { resubmittedAt: at, notMetOn: outcomeOn },
          effects: [closed(resubmissionDeadline(cohort))],
          dutiesMet: ['resubmit-portfolio'],
          because: [{ clause: 'support/6.2.3', test: 'resubmitted-by-deadline', holds: true }],
        });
  });
  test.each(rows.filter(([, , inTime]) => !inTime))('%s (%s) is late: a restart, whatever the readings', (__, at) => {
    for (const readings of everyReading)
      inCohort(cohort, readings)
        .given(...history)
        .when(e.resubmitted(at))
        .then({
          stage: 'restart-required',
          holding: { restartFrom: dayAfter, reason: 'resubmitted-late' },
          effects: [closed(resubmissionDeadline(cohort))],
          dutiesMet: [],
          because: [{ clause: 'support/6.2.3', test: 'resubmitted-by-deadline', holds: false }],
          unsettled: [qtlsTerms],
        });
  });
});

describe('6.2.1: resubmission', () => {
  const notMetInAugust = historyTo('criteria-not-met');
  test.each<[string, Instant, boolean]>([
    ['the day before the outcome', '2021-08-12T17:00:00+01:00', false],
    ['a second before the day of the outcome, in UTC', '2021-08-12T22:59:59Z', false],
    ['the first second of that day, in UTC', '2021-08-12T23:00:00Z', true],
    ['the same day', '2021-08-13T09:00:00+01:00', true],
  ])('%s', (_, at, isTaken) => {
    const { then, thenRefused } = given(...notMetInAugust).when(e.resubmitted(at));
    if (isTaken) then({ stage: 'resubmitted' });
    else thenRefused({ test: 'resubmission-follows-outcome', clause: 'support/6.2.1.b', instead: ['feedback-issued', 'withdrawn'] });
  });
  test('without a known deadline it is never late, and leaves a need', () =>
    inCohort(undated)
      .given(...notMetInAugust)
      .when(e.resubmitted(e.at('2025-01-01')))
      .then({ stage: 'resubmitted', effects: [], unsettled: [needsResubmissionDeadline] }));
  test('there is one: a second is refused', () =>
    given(...historyTo('resubmitted'))
      .when(e.resubmitted(e.at('2022-03-02')))
      .thenRefused({ test: 'stage-takes-event', clause: 'support/6.2.1.b', instead: ['outcome-released'] }));
  test('4.3: support goes on after a late one; under `closed` it stops', () => {
    const late = e.resubmitted(e.at('2022-03-31', '17:00:01'));
    given(...notMetInAugust)
      .when(late)
      .then({ stage: 'restart-required', effects: [closed(resubmissionDeadline(january))], unsettled: [qtlsTerms] });
    under({ 'support-during-restart': 'closed' })
      .given(...notMetInAugust)
      .when(late)
      .then({ stage: 'restart-required', effects: [closed(resubmissionDeadline(january)), supportClosed], unsettled: [qtlsTerms] });
  });
});

describe('6.2.3: `never-resubmitted`, nothing comes by the deadline', () => {
  const notMetInAugust = historyTo('criteria-not-met');
  test.each<PlainDate>(['2022-03-30', '2022-03-31'])('a miss is refused on %s', (on) => {
    for (const choice of ['restart', 'not-settled-here'] as const)
      under({ 'never-resubmitted': choice })
        .given(...notMetInAugust)
        .when(e.resubmissionMissed(on))
        .thenRefused({ test: 'deadline-day-is-over', clause: 'support/6.2.3', instead: ['portfolio-resubmitted', 'withdrawn'] });
  });
  test.each<PlainDate>(['2022-04-01', '2022-05-02'])('recorded on %s, it restarts, from the day after the deadline', (on) =>
    given(...notMetInAugust)
      .when(e.resubmissionMissed(on))
      .then({
        stage: 'restart-required',
        holding: { restartFrom: '2022-04-01', reason: 'never-resubmitted' },
        effects: [closed(resubmissionDeadline(january))],
        dutiesMet: [],
        unsettled: [qtlsTerms],
      }),
  );
  test('a deadline on the Sunday the clocks go back: refused on it, taken on Monday', () => {
    const history = [e.issued('2020-10-01'), e.submitted(e.at('2021-03-31')), e.notMet('2021-05-14')];
    inCohort(c.october2020)
      .given(...history)
      .when(e.resubmissionMissed('2021-10-31'))
      .thenRefused({ test: 'deadline-day-is-over', clause: 'support/6.2.3' });
    inCohort(c.october2020)
      .given(...history)
      .when(e.resubmissionMissed('2021-11-01'))
      .then({ stage: 'restart-required', holding: { restartFrom: '2021-11-01' }, unsettled: [qtlsTerms] });
  });
  test('read as `not-settled-here`, the case stays and needs the terms', () =>
    under({ 'never-resubmitted': 'not-settled-here' })
      .given(...notMetInAugust)
      .when(e.resubmissionMissed('2022-04-01'))
      .then({ stage: 'criteria-not-met', effects: [], unsettled: [qtlsTerms] }));
  test('read as `not-settled-here`, what comes after a recorded miss is late still', () =>
    under({ 'never-resubmitted': 'not-settled-here' })
      .given(...notMetInAugust, e.resubmissionMissed('2022-04-01'))
      .when(e.resubmitted(e.at('2022-04-02')))
      .then({ stage: 'restart-required', holding: { reason: 'resubmitted-late' }, unsettled: [qtlsTerms] }));
  test('without a known deadline the case stays and needs it, under both readings', () => {
    for (const choice of ['restart', 'not-settled-here'] as const)
      inCohort(undated, { 'never-resubmitted': choice })
        .given(...notMetInAugust)
        .when(e.resubmissionMissed('2025-01-01'))
        .then({ stage: 'criteria-not-met', unsettled: [needsResubmissionDeadline] });
  });
});

describe.each([
  ['from resubmitted', [] as CaseEvent[]],
  ['from under-second-review', [e.secondReviewStarted('2022-04-01')]],
])('6.2.3: the second outcome, %s', (_, review) => {
  const resubmitted = [...historyTo('criteria-not-met'), e.feedbackIssued('2021-08-20'), e.resubmitted(e.at('2022-03-01')), ...review];

  test('criteria met leads to the award', () =>
    given(...resubmitted)
      .when(e.met('2022-05-13'))
      .then({ stage: 'criteria-met', holding: { metOn: '2022-05-13' }, effects: [] }));
  test('criteria not met restarts, from the day of the outcome, with feedback again', () =>
    given(...resubmitted)
      .when(e.notMet('2022-05-13'))
      .then({
        stage: 'restart-required',
        holding: { restartFrom: '2022-05-13', reason: 'second-review-not-met' },
        effects: [gained('written-feedback')],
        because: [{ clause: 'support/6.2.3', test: 'not-met-on-resubmission-restarts', holds: true }],
        unsettled: [qtlsTerms],
      }));
  test('`feedback-on-second-review` read as `first-only`: without feedback', () =>
    under({ 'feedback-on-second-review': 'first-only' })
      .given(...resubmitted)
      .when(e.notMet('2022-05-13'))
      .then({ stage: 'restart-required', effects: [], unsettled: [qtlsTerms] }));
  test('`support-during-restart` read as `closed`: support stops', () =>
    under({ 'support-during-restart': 'closed' })
      .given(...resubmitted)
      .when(e.notMet('2022-05-13'))
      .then({ stage: 'restart-required', effects: [gained('written-feedback'), supportClosed], unsettled: [qtlsTerms] }));
  test.each<[PlainDate, boolean]>([
    ['2022-02-28', false],
    ['2022-03-01', true],
    ['2022-03-02', true],
  ])('resubmitted on 1 March, an outcome on %s: taken is %s', (on, isTaken) => {
    const { then, thenRefused } = given(...resubmitted).when(e.met(on));
    if (isTaken) then({ stage: 'criteria-met' });
    else thenRefused({ test: 'outcome-follows-submission', clause: 'support/4.4', instead: ['feedback-issued', 'withdrawn'] });
  });
});

describe('4.3: the award follows the met outcome', () => {
  test.each<[PlainDate, boolean]>([
    ['2021-08-12', false],
    ['2021-08-13', true],
    ['2021-08-14', true],
  ])('met on 13 August, awarded on %s: taken is %s', (on, isTaken) => {
    const { then, thenRefused } = given(...historyTo('criteria-met')).when(e.awarded(on));
    if (isTaken)
      then({ stage: 'awarded', holding: { metOn: '2021-08-13', awardedOn: on }, effects: [supportClosed], dutiesMet: ['award-status'] });
    else thenRefused({ test: 'award-follows-outcome', clause: 'support/4.3', instead: ['feedback-issued', 'withdrawn'] });
  });
  test('feedback that is outstanding is for the reviewers to say, and once given leaves nothing open', () => {
    const resubmitted = [...historyTo('resubmitted'), e.met('2022-05-13')];
    given(...resubmitted)
      .when(e.awarded('2022-05-20'))
      .then({
        stage: 'awarded',
        unsettled: [{ kind: 'judgement', by: 'reviewers', of: 'whether written feedback is still to be given after the award' }],
      });
    given(...resubmitted, e.feedbackIssued('2022-05-16'))
      .when(e.awarded('2022-05-20'))
      .then({ stage: 'awarded', unsettled: [] });
  });
  test.each(openStages.filter((stage) => stage !== 'criteria-met'))('there is none at %s', (stage) =>
    given(...historyTo(stage))
      .when(e.awarded('2022-06-01'))
      .thenRefused({ test: 'stage-takes-event', clause: 'support/4.3' }),
  );
  test('a late first submission that met the criteria stays known as late', () =>
    given(e.issued('2021-01-10'), e.submitted(e.at('2021-07-01')), e.met('2021-08-13'))
      .when(e.awarded('2021-08-13'))
      .then({ stage: 'awarded', holding: { late: true } }));
});

describe('6.2.3: the restart, with a new portfolio and another cohort', () => {
  const restartRequired = historyTo('restart-required'); // the feedback on both outcomes is outstanding
  const next: Registration = { participant: 'p-1', cohort: c.october2022, registeredOn: '2022-06-01', portfolio: 2 };

  test('opens the next case and makes the fee due, in an amount that the terms state', () =>
    given(...restartRequired)
      .when(e.restarted('2022-06-01', c.october2022))
      .then({
        stage: 'restarted',
        holding: { restartedOn: '2022-06-01', next },
        effects: [
          { type: 'case-opened', registration: next as Required<Registration>, clause: 'support/6.2.3' },
          { type: 'fee-due', amount: qtlsTerms, clause: 'support/6.2.3' },
        ],
        dutiesMet: ['restart'],
        unsettled: [qtlsTerms, feedbackOnTheEarlier],
        because: [
          { clause: 'support/6.2.3', test: 'restart-is-in-the-same-programme', holds: true },
          { clause: 'support/6.2.3', test: 'restart-is-in-another-cohort', holds: true },
          { clause: 'support/6.2.3', test: 'restart-cohort-starts-after-trigger', holds: true },
        ],
      }));
  test('once the feedback is given, the restart leaves only the fee open', () =>
    given(...restartRequired, e.feedbackIssued('2022-05-20'))
      .when(e.restarted('2022-06-01', c.october2022))
      .then({ stage: 'restarted', unsettled: [qtlsTerms] }));
  test('ATS: the fee is a matter of the ATS terms', () => {
    const story = stories.ATS;
    givenAts(...historyTo('restart-required', 'ATS'))
      .when(e.restarted(story.later, story.next))
      .then({
        stage: 'restarted',
        effects: [
          {
            type: 'case-opened',
            registration: { participant: 'p-3', cohort: story.next, registeredOn: story.later, portfolio: 2 },
            clause: 'support/6.2.3',
          },
          { type: 'fee-due', amount: atsTerms, clause: 'support/6.2.3' },
        ],
        unsettled: [atsTerms, feedbackOnTheEarlier],
      });
  });
  test('registration may be on another day than the restart', () =>
    given(...restartRequired)
      .when(e.restarted('2022-06-01', c.october2022, '2022-09-05'))
      .then({
        stage: 'restarted',
        holding: { next: { ...next, registeredOn: '2022-09-05' } },
        unsettled: [qtlsTerms, feedbackOnTheEarlier],
      }));
  test('a third portfolio follows the second', () =>
    under({}, { ...c.inJanuary2021, portfolio: 2 })
      .given(...restartRequired)
      .when(e.restarted('2022-06-01', c.october2022))
      .then({
        stage: 'restarted',
        holding: { portfolio: 2, next: { ...next, portfolio: 3 } },
        unsettled: [qtlsTerms, feedbackOnTheEarlier],
      }));
  test('not into another programme', () =>
    given(...restartRequired)
      .when(e.restarted('2022-06-01', c.ats2023))
      .thenRefused({ test: 'restart-is-in-the-same-programme', clause: 'support/6.2.3', instead: ['feedback-issued', 'withdrawn'] }));
  test('not into the same cohort', () =>
    given(...restartRequired)
      .when(e.restarted('2022-06-01', january))
      .thenRefused({ test: 'restart-is-in-another-cohort', clause: 'support/6.2.3', instead: ['feedback-issued', 'withdrawn'] }));
  test('a cohort that fails in every way is refused for every reason', () => {
    const step = transition(caseAt('restart-required'), e.restarted('2022-06-01', { ...january, programme: 'ATS' }));
    expect(step.accepted ? [] : step.refusals.map(({ test: code }) => code)).toEqual([
      'restart-is-in-the-same-programme',
      'restart-is-in-another-cohort',
      'restart-cohort-has-open-entry',
    ]);
  });
  test.each(openStages.filter((stage) => stage !== 'restart-required'))('not from %s', (stage) =>
    given(...historyTo(stage))
      .when(e.restarted('2022-06-01', c.october2022))
      .thenRefused({ test: 'stage-takes-event', clause: 'support/6.2.3' }),
  );
});

describe('4.3: a recorded withdrawal closes a case', () => {
  const isOpen: Need = { kind: 'judgement', by: 'set', of: 'whether written feedback that was owed is still owed after the withdrawal' };
  /** The stages at which feedback on a first “not met” is outstanding. */
  const afterNotMet: readonly Stage[] = ['criteria-not-met', 'resubmitted', 'under-second-review', 'restart-required'];

  test.each(openStages)('from %s, on any day', (stage) =>
    given(...historyTo(stage))
      .when(e.withdrawn('2021-01-01'))
      .then({
        stage: 'withdrawn',
        holding: { withdrawnOn: '2021-01-01' },
        dutiesMet: [],
        unsettled: afterNotMet.includes(stage) ? [isOpen] : [],
      }),
  );
  test.each(afterNotMet)('from %s: nothing is open of feedback that was given, nor where a reading says', (stage) => {
    given(...historyTo(stage), e.feedbackIssued('2022-05-20'))
      .when(e.withdrawn('2022-06-01'))
      .then({ stage: 'withdrawn', unsettled: [] });
    for (const choice of ['stays-owed', 'ends'] as const)
      under({ 'feedback-after-withdrawal': choice })
        .given(...historyTo(stage))
        .when(e.withdrawn('2022-06-01'))
        .then({ stage: 'withdrawn', unsettled: [] });
  });
  test('before the issue there is no support to close', () =>
    given().when(e.withdrawn('2021-01-01')).then({ stage: 'withdrawn', effects: [] }));
  test('after it, support closes, and with it the deadline that was open', () => {
    given(...historyTo('in-programme'))
      .when(e.withdrawn('2021-02-01'))
      .then({ stage: 'withdrawn', effects: [supportClosed, closed(submissionDeadline(january))] });
    given(...historyTo('submitted'))
      .when(e.withdrawn('2021-07-01'))
      .then({ stage: 'withdrawn', effects: [supportClosed] });
    given(...historyTo('criteria-not-met'))
      .when(e.withdrawn('2021-09-01'))
      .then({ stage: 'withdrawn', effects: [supportClosed, closed(resubmissionDeadline(january))], unsettled: [isOpen] });
    given(...historyTo('restart-required'))
      .when(e.withdrawn('2022-06-01'))
      .then({ stage: 'withdrawn', effects: [supportClosed], unsettled: [isOpen] });
  });
  test('`support-during-restart` read as `closed`: at restart-required nothing is left to close', () =>
    under({ 'support-during-restart': 'closed' })
      .given(...historyTo('restart-required'))
      .when(e.withdrawn('2022-06-01'))
      .then({ stage: 'withdrawn', effects: [], unsettled: [isOpen] }));
});

describe('what is recorded where a case stays, or a review begins', () => {
  test.each(openStages)('6.2.2: a request for adjustments at %s', (stage) =>
    given(...historyTo(stage))
      .when(e.adjustmentsRequested('2022-06-01'))
      .then({ stage, effects: [], because: [{ test: 'requested-by-latest-timely-date', holds: false }] }),
  );
  test.each(openStages)('6.1.7: a special arrangement at %s', (stage) =>
    given(...historyTo(stage))
      .when(e.arrangementAgreed('2022-06-01'))
      .then({ stage, effects: [], dutiesMet: [] }),
  );
  test('6.1.3: a mentor is asked for in the programme, or appointed at registration', () => {
    givenAts(...historyTo('in-programme', 'ATS'))
      .when(e.mentorRequested('2021-11-01'))
      .then({ stage: 'in-programme', dutiesMet: ['request-mentor'] });
    givenAts().when(e.mentorAppointed('2021-09-01')).then({ stage: 'registered', effects: [] });
  });
  test('4.4: a second review starts after a resubmission, on any day', () => {
    for (const on of ['2022-02-01', '2022-04-01'] as const)
      given(...historyTo('resubmitted'))
        .when(e.secondReviewStarted(on))
        .then({ stage: 'under-second-review', holding: { secondReviewStartedOn: on }, effects: [], dutiesMet: [] });
  });
  test('6.2.1: read as `once-per-person`, a later portfolio under review that does not meet the criteria restarts', () =>
    under({ 'resubmission-after-restart': 'once-per-person' }, { ...c.inJanuary2021, portfolio: 2 })
      .given(...historyTo('under-review'))
      .when(e.notMet('2021-08-13'))
      .then({ stage: 'restart-required', holding: { restartFrom: '2021-08-13' }, unsettled: [qtlsTerms] }));
});

describe('design §6: no other order of dates is checked', () => {
  test.each<[string, Stage, CaseEvent]>([
    ['a supporter, before registration', 'registered', e.supporterAppointed('2019-01-01')],
    ['an arrangement, before registration', 'registered', e.arrangementAgreed('2019-01-01')],
    ['the issue, before registration', 'registered', e.issued('2019-01-01')],
    ['a supporter, before the issue', 'in-programme', e.supporterAppointed('2019-01-01')],
    ['an outcome, before the review started', 'under-review', e.met('2021-06-30')],
    ['feedback, before the outcome', 'criteria-not-met', e.feedbackIssued('2019-01-01')],
    ['a second review, before the resubmission', 'resubmitted', e.secondReviewStarted('2019-01-01')],
    ['a restart, before what caused it', 'restart-required', e.restarted('2019-01-01', c.october2022)],
    ['a withdrawal, before everything', 'under-second-review', e.withdrawn('2019-01-01')],
  ])('%s is taken', (_, stage, event) => {
    expect(transition(caseAt(stage), event).accepted).toBe(true);
  });
  test('a review that starts before a late submission is taken', () =>
    given(e.issued('2021-01-10'), e.submitted(e.at('2021-08-01')))
      .when(e.reviewStarted('2021-06-30'))
      .then({ stage: 'under-review' }));
  test('a whole programme may happen in a day', () => {
    const day = '2022-03-31';
    const all = [
      e.issued(day),
      e.submitted(e.at(day)),
      e.reviewStarted(day),
      e.notMet(day),
      e.resubmitted(e.at(day)),
      e.secondReviewStarted(day),
      e.met(day),
      e.awarded(day),
    ];
    const { case: reached, steps } = replay({ ...c.inJanuary2021, registeredOn: day }, all);
    expect(steps.map(({ accepted }) => accepted)).toEqual(all.map(() => true));
    expect(reached.stage).toBe('awarded');
  });
});

describe('design §6: an event with an id', () => {
  const first = e.withId('e-1', e.adjustmentsRequested('2020-11-02'));
  test('is recorded once: repeated, it changes nothing and says so', () => {
    const state = given(first).case;
    const step = transition(state, { ...first });
    expect(step).toEqual({
      accepted: true,
      case: state,
      effects: [],
      because: [expect.objectContaining({ test: 'already-recorded', holds: true })],
      unsettled: [],
    });
    expect(step.case).toBe(state);
  });
  test('may be repeated with its keys in another order', () => {
    const state = given(...historyTo('restart-required'), e.withId('e-2', e.restarted('2022-06-01', c.october2022))).case;
    const backwards = (value: object): object =>
      Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, each]: [string, unknown]) => [key, typeof each === 'object' && each !== null ? backwards(each) : each]),
      );
    const again = backwards(e.withId('e-2', e.restarted('2022-06-01', c.october2022))) as CaseEvent;
    expect(Object.keys(again)).not.toEqual(Object.keys(state.history.at(-1) ?? {}));
    expect(transition(state, again)).toMatchObject({ accepted: true, effects: [] });
    expect(transition(state, { ...again, registeredOn: undefined } as never).case).toBe(state);
  });
  test('is refused with a fact more, or a fact less, under the same id', () => {
    const [without, withDay] = [undefined, '2022-05-30' as const].map((day) =>
      e.withId('e-2', e.restarted('2022-06-01', c.october2022, day)),
    ) as [CaseEvent, CaseEvent];
    given(...historyTo('restart-required'), without)
      .when(withDay)
      .thenRefused({ test: 'id-is-free', clause: 'support/6.2.3' });
    given(...historyTo('restart-required'), withDay)
      .when(without)
      .thenRefused({ test: 'id-is-free', clause: 'support/6.2.3' });
  });
  test.each<[string, CaseEvent]>([
    ['on another day', e.withId('e-1', e.adjustmentsRequested('2020-11-03'))],
    ['as another event', e.withId('e-1', e.arrangementAgreed('2020-11-02'))],
  ])('is refused %s under the same id', (_, event) =>
    given(first)
      .when(event)
      .thenRefused({
        test: 'id-is-free',
        clause: event.type === 'adjustments-requested' ? 'support/3.1.1' : 'support/6.1.7',
        instead: ['portfolio-issued'],
      }),
  );
  test('is refused with other content inside it', () => {
    const history = [...historyTo('restart-required'), e.withId('e-2', e.restarted('2022-06-01', c.october2022))];
    given(...history)
      .when(e.withId('e-2', e.restarted('2022-06-01', { ...c.october2022, startsOn: '2022-10-02' })))
      .thenRefused({ test: 'id-is-free', clause: 'support/6.2.3' });
  });
  test('is still known when the case is closed', () => {
    const state = given(first, e.withdrawn('2020-12-01')).case;
    expect(transition(state, first)).toMatchObject({ accepted: true, case: { stage: 'withdrawn' } });
    expect(transition(state, first).case).toBe(state);
  });
  test('is recorded as it was read: a copy, frozen whole, without what was given as undefined', () => {
    const event = { ...e.restarted('2022-06-01', { ...c.october2022 }), id: undefined };
    const recorded = given(...historyTo('restart-required'), event as never).case.history.at(-1) as Extract<
      CaseEvent,
      { type: 'restarted' }
    >;
    expect(recorded).toStrictEqual(e.restarted('2022-06-01', c.october2022));
    expect([recorded, recorded.cohort].map((each) => Object.isFrozen(each))).toEqual([true, true]);
  });
  test('was not recorded if it was refused: the id stays free', () => {
    const refused = transition(openCase(c.inJanuary2021), e.withId('e-3', e.awarded('2021-08-13')));
    expect(refused.accepted).toBe(false);
    expect(transition(refused.case, e.withId('e-3', e.issued('2021-01-10'))).accepted).toBe(true);
  });
  test('without one, the same event is another event', () => {
    expect(given(e.adjustmentsRequested('2020-11-02'), e.adjustmentsRequested('2020-11-02')).case.history).toHaveLength(2);
  });
});

describe('design §6: replay', () => {
  test('folds in the order given; a refused event changes nothing and the fold goes on', () => {
    const events = [e.awarded('2021-01-09'), e.issued('2021-01-10'), e.issued('2021-01-11'), e.submitted(e.at('2021-06-25'))];
    const { case: reached, steps } = replay(c.inJanuary2021, events);
    expect(steps.map(({ accepted }) => accepted)).toEqual([false, true, false, true]);
    expect(reached.history).toEqual([events[1], events[3]]);
  });
  test('never sorts: what comes too early is refused', () => {
    const events = [e.submitted(e.at('2021-06-25')), e.issued('2021-01-10')];
    expect(replay(c.inJanuary2021, events).case.stage).toBe('in-programme');
    expect(replay(c.inJanuary2021, inOrder(events)).case.stage).toBe('submitted');
  });
  test('gives one step an event, and the case of the last', () => {
    const { case: reached, steps } = replay(c.inJanuary2021, historyTo('awarded'));
    expect(steps).toHaveLength(historyTo('awarded').length);
    expect(steps.at(-1)?.case).toBe(reached);
  });
  test('names every malformed event at once', () => {
    const events = [{ type: 'portfolio-issued' }, e.withdrawn('2021-01-10'), { type: 'graduated', on: '2021-01-10' }] as never;
    expect(issuesOf(() => replay(c.inJanuary2021, events)).map(({ path }) => path)).toEqual([
      ['events', 0, 'on'],
      ['events', 2, 'type'],
    ]);
  });
});

describe('design §6: replayChain goes on into the case that a restart opened', () => {
  const firstPortfolio = [...historyTo('restart-required'), e.restarted('2022-06-01', c.october2022)];
  const secondPortfolio = [e.issued('2022-10-01'), e.submitted(e.at('2023-03-31')), e.met('2023-05-12'), e.awarded('2023-05-12')];

  test('to the award of the second portfolio', () => {
    const { cases, steps } = replayChain(c.inJanuary2021, [...firstPortfolio, ...secondPortfolio]);
    expect(cases.map(({ stage, portfolio }) => [stage, portfolio])).toEqual([
      ['restarted', 1],
      ['awarded', 2],
    ]);
    expect(steps).toHaveLength(firstPortfolio.length + secondPortfolio.length);
    expect(steps.every(({ accepted }) => accepted)).toBe(true);
    expect(cases[1]).toMatchObject({ participant: 'p-1', cohort: c.october2022, registeredOn: '2022-06-01', history: secondPortfolio });
  });
  test('each case is the one that its own replay gives', () => {
    const { cases } = replayChain(c.inJanuary2021, [...firstPortfolio, ...secondPortfolio]);
    expect(cases[0]).toEqual(replay(c.inJanuary2021, firstPortfolio).case);
    expect(cases[1]).toEqual(
      replay({ participant: 'p-1', cohort: c.october2022, registeredOn: '2022-06-01', portfolio: 2 }, secondPortfolio).case,
    );
  });
  test('without events, and without a restart, there is one case', () => {
    expect(replayChain(c.inJanuary2021, []).cases).toEqual([openCase(c.inJanuary2021)]);
    expect(replayChain(c.inJanuary2021, historyTo('awarded')).cases).toHaveLength(1);
  });
  test('6.2.1: under `each-portfolio` the second portfolio may be resubmitted, under `once-per-person` it restarts again', () => {
    const notMet = [...firstPortfolio, ...secondPortfolio.slice(0, 2), e.notMet('2023-05-12')];
    expect(replayChain(c.inJanuary2021, notMet).cases[1]?.stage).toBe('criteria-not-met');
    expect(replayChain(c.inJanuary2021, notMet, reading({ 'resubmission-after-restart': 'once-per-person' })).cases[1]?.stage).toBe(
      'restart-required',
    );
    const again = [...notMet, e.restarted('2023-06-01', c.onSundays), e.issued('2023-10-01')];
    const { cases } = replayChain(c.inJanuary2021, again, reading({ 'resubmission-after-restart': 'once-per-person' }));
    expect(cases.map(({ stage, portfolio }) => [stage, portfolio])).toEqual([
      ['restarted', 1],
      ['restarted', 2],
      ['in-programme', 3],
    ]);
  });
  test('an id of the first portfolio is still known in the second', () => {
    const issue = e.withId('e-1', e.issued('2021-01-10'));
    const { cases, steps } = replayChain(c.inJanuary2021, [issue, ...firstPortfolio.slice(1), issue]);
    expect(steps.at(-1)).toMatchObject({ accepted: true, effects: [], because: [{ test: 'already-recorded' }] });
    expect(cases[1]?.stage).toBe('registered');
  });
  test('a refused restart opens nothing', () => {
    expect(replayChain(c.inJanuary2021, [...historyTo('restart-required'), e.restarted('2022-06-01', january)]).cases).toHaveLength(1);
  });
});

describe('design §6: inOrder puts a history in the order of the programme', () => {
  test('by day, then by the programme on one day', () => {
    const history = historyTo('awarded');
    expect(inOrder([...history].reverse())).toEqual(history);
  });
  test('by instant within a day', () => {
    const [early, late] = [e.submitted(e.at('2021-06-30', '09:00')), e.submitted('2021-06-30T09:00:00Z')];
    expect(inOrder([late, early])).toEqual([early, late]);
  });
  test('by day also where no stage takes what came first', () => {
    const [untaken, issue] = [e.feedbackIssued('2021-01-09'), e.issued('2021-01-10')];
    expect(inOrder([issue, untaken])).toEqual([untaken, issue]);
    expect(replay(c.inJanuary2021, inOrder([...[...historyTo('awarded')].reverse(), e.awarded('2020-12-31')])).case.stage).toBe('awarded');
  });
  const day = '2022-04-01';
  const twoReviews = (on: PlainDate) => [e.notMet(on), e.feedbackIssued(on), e.resubmitted(e.at(on)), e.met(on), e.awarded(on)];
  test('by the programme also after an event that no stage takes', () => {
    const events = [e.feedbackIssued('2020-12-31'), ...historyTo('submitted'), ...twoReviews(day)];
    expect(inOrder([...events].reverse())).toEqual(events);
  });
  test('by the programme also in the portfolio after a restart', () => {
    const events = [...historyTo('restart-required'), e.restarted('2022-10-01', c.october2022)];
    const next = [e.issued('2022-10-01'), e.submitted(e.at('2022-12-01')), ...twoReviews('2022-12-02')];
    expect(inOrder([...events, ...next].reverse())).toEqual([...events, ...next]);
  });
  const rows: [string, CaseEvent[]][] = [
    ['an issue and a supporter', [e.issued(day), e.supporterAppointed(day)]],
    ['a submission and a withdrawal', [...historyTo('in-programme'), e.submitted(e.at(day)), e.withdrawn(day)]],
    ['a recorded miss and a late submission', [...historyTo('in-programme'), e.submissionMissed(day), e.submitted(e.at(day))]],
    ['a review and its outcome', [...historyTo('submitted'), e.reviewStarted(day), e.met(day)]],
    ['an outcome and its feedback', [...historyTo('submitted'), e.notMet(day), e.feedbackIssued(day)]],
    ['an outcome and the award', [...historyTo('submitted'), e.met(day), e.awarded(day)]],
    ['a request and the award', [...historyTo('criteria-met'), e.adjustmentsRequested(day), e.awarded(day)]],
    [
      'an outcome, a resubmission and its outcome',
      [...historyTo('submitted'), e.notMet('2022-03-01'), e.resubmitted(e.at('2022-03-01')), e.met('2022-03-01')],
    ],
    [
      'a resubmission, its review and its outcome',
      [...historyTo('criteria-not-met'), e.resubmitted(e.at('2022-03-01')), e.secondReviewStarted(day), e.notMet(day)],
    ],
    [
      'a second outcome, its feedback and the restart',
      [...historyTo('under-second-review'), e.notMet(day), e.feedbackIssued(day), e.restarted(day, c.october2022)],
    ],
    ['a second outcome and a withdrawal', [...historyTo('under-second-review'), e.notMet(day), e.withdrawn(day)]],
  ];
  test.each(rows)('%s on one day, in whatever order they are given', (_, history) => {
    const whole = replay(c.inJanuary2021, history);
    expect(whole.steps.every(({ accepted }) => accepted)).toBe(true);
    for (const events of [history, [...history].reverse(), [...history.slice(1), ...history.slice(0, 1)]]) {
      const { case: reached, steps } = replay(c.inJanuary2021, inOrder(events));
      expect(steps.filter(({ accepted }) => !accepted)).toEqual([]);
      expect(reached.stage).toBe(whole.case.stage);
    }
  });
  test('a restart and the issue of the next portfolio on one day, in whatever order they are given', () => {
    const history = [...historyTo('restart-required'), e.restarted('2022-10-01', c.october2022), e.issued('2022-10-01')];
    for (const events of [history, [...history].reverse()]) {
      const { cases, steps } = replayChain(c.inJanuary2021, inOrder(events));
      expect(steps.filter(({ accepted }) => !accepted)).toEqual([]);
      expect(cases.map(({ stage }) => stage)).toEqual(['restarted', 'in-programme']);
    }
  });
});

describe('design §6: a case carries at most 500 events', () => {
  const full = replay(
    c.inJanuary2021,
    Array.from({ length: 500 }, (_, index) => e.withId(`e-${index}`, e.adjustmentsRequested('2020-11-02'))),
  ).case;

  test('500 are carried', () => expect(full.history).toHaveLength(500));
  test('the next is InvalidFacts', () => {
    expect(issuesOf(() => transition(full, e.adjustmentsRequested('2020-11-02'))).map(({ path }) => path)).toEqual([['case', 'history']]);
    expect(issuesOf(() => replay(c.inJanuary2021, [...full.history, e.withdrawn('2021-01-01')])).map(({ path }) => path)).toEqual([
      ['events'],
    ]);
  });
  test('an event that is already recorded, or that is refused, is not a next one', () => {
    expect(transition(full, e.withId('e-7', e.adjustmentsRequested('2020-11-02'))).case).toBe(full);
    expect(transition(full, e.awarded('2021-08-13')).accepted).toBe(false);
  });
});

describe('design §6: what may happen instead comes by deadline, and then in the order of the programme', () => {
  test('in the programme, the submission first', () => {
    const step = transition(caseAt('in-programme'), e.awarded('2021-02-01'));
    expect(step.accepted ? [] : step.instead.map(({ type }) => type)).toEqual([
      'portfolio-submitted',
      'supporter-appointed',
      'adjustments-requested',
      'special-arrangement-agreed',
      'submission-deadline-missed',
      'withdrawn',
    ]);
  });
  test('each with its clause, the facts that it needs, its first day and its last', () => {
    const step = transition(caseAt('in-programme'), e.awarded('2021-02-01'));
    const instead = step.accepted ? [] : step.instead;
    expect(instead[0]).toMatchObject({
      type: 'portfolio-submitted',
      clause: 'support/4.4',
      needs: ['at'],
      notBefore: '2021-01-10',
      deadline: submissionDeadline(january),
    });
    expect(instead.find(({ type }) => type === 'submission-deadline-missed')).toMatchObject({ needs: ['on'], notBefore: '2021-07-01' });
  });
  test('a restart needs a cohort; the day of registration may be left out', () => {
    const step = transition(caseAt('restart-required'), e.awarded('2022-06-01'));
    expect(step.accepted ? [] : [...(step.instead.find(({ type }) => type === 'restarted')?.needs ?? [])].sort()).toEqual(['cohort', 'on']);
  });
});

describe('a cohort at the ends of the calendar is refused when the case opens, or answered throughout', () => {
  test.each<[string, Cohort]>([
    ['a start in January 1900, whose month of notice begins before it', { id: 'first', programme: 'QTLS', startsOn: '1900-01-15' }],
    ['a deadline on the last day', { ...january, startsOn: '2199-08-01', submissionDeadline: '2199-12-31T17:00:00Z' }],
  ])('%s', (_, cohort) => {
    let state: Case;
    try {
      state = openCase(c.registeredIn(cohort));
    } catch (error) {
      expect(error).toBeInstanceOf(InvalidFacts);
      return;
    }
    expect(transition(state, e.adjustmentsRequested(cohort.startsOn)).accepted).toBe(true);
    const issued = transition(state, e.issued(cohort.startsOn));
    expect(issued.accepted).toBe(true);
    expect(transition(issued.case, e.awarded(cohort.startsOn)).accepted).toBe(false);
    expect(position(issued.case, cohort.startsOn).stage).toBe('in-programme');
  });
});

function issuesOf(call: () => unknown): readonly { readonly path: readonly (string | number)[] }[] {
  try {
    call();
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues;
    throw error;
  }
  throw new Error('expected InvalidFacts');
}

test('the standard policy is what answers when none is given', () => {
  const events = [...historyTo('criteria-not-met'), e.resubmissionMissed('2022-04-01')];
  expect(replay(c.inJanuary2021, events)).toEqual(replay(c.inJanuary2021, events, standardPolicy));
});

rowsAreShippedIn('lifecycle.cases.json');
