// What would change if the policy changed: over rows, over the whole space of a rule, and over histories; and which change makes it so.
import { describe, expect, it, test } from 'vitest';
import { scotland, type PlainDate } from '../../src/calendar/index.js';
import { compare } from '../../src/compare/compare.js';
import { attempt } from '../../src/data/issues.js';
import {
  assessAdjustmentRequest,
  assessCodeCompliance,
  assessResubmission,
  assessSupportAppeal,
  definePolicy,
  explain,
  nextAvailableCohort,
  noticeDeadline,
  policyScope,
  reviewWindow,
  routeChallenge,
  rules,
  standardPolicy,
  type AnyPolicy,
  type AnyRule,
  type CaseEvent,
  type Readings,
  type Registration,
} from '../../src/index.js';
import { readingChoices } from '../../src/policy/choices.js';
import { ruleIds, vectorsOf } from '../decision/cases.js';

const clearMonth = definePolicy({ readings: { 'notice-boundary': 'clear-month' } });
const inScotland = definePolicy({ calendar: scotland });

describe('3.1.1: a clear month in the place of a month to the day', () => {
  it('moves the last timely day by one, for every start in the calendar, and nothing else is the cause', () => {
    const { same, whole, tried, differences, smallest } = compare(standardPolicy, clearMonth, { rule: noticeDeadline });
    expect({ same, whole }).toStrictEqual({ same: false, whole: true });
    expect(differences.map(({ because, clauses, cases }) => ({ because, clauses, cases }))).toStrictEqual([
      { because: [{ kind: 'reading', id: 'notice-boundary' }], clauses: ['support/3.1.1'], cases: tried },
    ]);
    expect(smallest?.case).toStrictEqual({ programmeStartsOn: '2011-01-01' });
  });

  it('makes late what came on the last timely day, and no other request', () => {
    const rows = ['2020-12-08', '2020-12-09', '2020-12-10', '2020-12-11', '2020-12-12'].map((requestedOn) => ({
      requestedOn: requestedOn as PlainDate,
      programmeStartsOn: '2021-01-10' as const,
    }));
    const { differences } = compare(standardPolicy, clearMonth, { rule: assessAdjustmentRequest, rows });
    const outcomes = differences.map(({ case: { requestedOn }, before, after }) => [requestedOn, before.outcome, after.outcome]);
    expect(outcomes.filter(([, before, after]) => before !== after)).toStrictEqual([['2020-12-10', 'timely', 'late']]);
    expect(differences).toHaveLength(5); // the days to spare differ in every row
  });
});

describe('the cause', () => {
  const over = {
    rule: assessSupportAppeal,
    rows: [{ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' }],
  } as const;

  it('9.1: is the calendar, where Scotland has another holiday between', () => {
    const { differences } = compare(standardPolicy, inScotland, over);
    expect(differences.map(({ because, clauses }) => ({ because, clauses }))).toStrictEqual([
      { because: [{ kind: 'calendar', id: 'scotland' }], clauses: ['support/9.1'] },
    ]);
  });

  it('is that one of several changes which does it alone', () => {
    const several = definePolicy({
      calendar: scotland,
      readings: { 'notice-boundary': 'clear-month', 'never-resubmitted': 'not-settled-here' },
    });
    expect(compare(standardPolicy, several, over).differences[0]?.because).toStrictEqual([{ kind: 'calendar', id: 'scotland' }]);
  });

  it('9.1: is several changes, where none does it alone', () => {
    const elevenInScotland = definePolicy({ calendar: scotland, limits: { 'support/9.1': { workingDays: 11 } } });
    const { differences } = compare(standardPolicy, elevenInScotland, over);
    expect(differences.map(({ because }) => because)).toStrictEqual([
      [
        { kind: 'limit', id: 'support/9.1' },
        { kind: 'calendar', id: 'scotland' },
      ],
    ]);
  });

  it('is nothing, and nothing differs, between a policy and itself', () => {
    expect(compare(standardPolicy, definePolicy(), { rule: assessResubmission })).toStrictEqual({
      same: true,
      tried: 0,
      whole: true,
      differences: [],
    });
  });
});

test('2.1: a rule that reads nothing of what was changed is the same for every case', () => {
  const compared = compare(standardPolicy, clearMonth, { rule: policyScope });
  expect(compared).toMatchObject({ same: true, whole: true });
  expect(explain(compared).line).toBe('No case can differ.');
});

test('in words: rows of which none differs; of a whole rule only the cases that the change can touch', () => {
  const rows = [{ programmeStartsOn: '2021-01-10' }] as const;
  const advisory = definePolicy({ readings: { 'notice-effect': 'condition' } });
  expect(explain(compare(standardPolicy, advisory, { rule: noticeDeadline, rows })).line).toBe('Of 1 case, none differs.');
  expect(explain(compare(standardPolicy, advisory, { rule: noticeDeadline, rows: [] })).line).toBe('Of 0 cases, none differs.');
  const must = definePolicy({ readings: { 'mandatory-breach': 'must' } });
  const { line } = explain(compare(standardPolicy, must, { rule: assessCodeCompliance }));
  expect(line).toMatch(/^Of the 1 case that the change can touch, 1 would get another answer, because of/);
});

test('9.1: a day on which no answer turns is the first of the calendar in the smallest case', () => {
  const eleven = definePolicy({ limits: { 'support/9.1': { workingDays: 11 } } });
  const { differences, smallest } = compare(standardPolicy, eleven, { rule: routeChallenge });
  expect(smallest?.case).toStrictEqual({ about: 'support-received', by: 'participant', on: '2011-01-01' });
  expect(differences).toHaveLength(1);
});

test('4.4: hours are tried at places, and so a comparison over them is not called whole', () => {
  const corresponding = definePolicy({ readings: { 'review-month': 'corresponding-date' } });
  expect(compare(standardPolicy, corresponding, { rule: reviewWindow })).toMatchObject({ same: false, whole: false });
});

describe('histories on a day', () => {
  it('says of each that begins later that it does, at its own place', () => {
    const late = { registration: { ...registration, registeredOn: '2022-01-01' as const }, events: [] };
    const thrown = (): unknown => compare(standardPolicy, restarts, { histories: [...histories, late, late], asOf: '2021-10-31' });
    expect(thrown).toThrow(/over.histories.2.registration.registeredOn must not be after the day.*\n.*histories.3/s);
  });

  const cohort = {
    id: 'qtls-2020-10',
    programme: 'QTLS',
    startsOn: '2020-10-01',
    submissionDeadline: '2021-03-31T17:00:00+01:00',
    resubmissionDeadline: '2021-10-31T17:00:00+00:00',
  } as const;
  const registration: Registration = { participant: 'p-1', cohort, registeredOn: '2020-09-14' };
  const notMet: readonly CaseEvent[] = [
    { type: 'portfolio-issued', on: '2020-10-01' },
    { type: 'portfolio-submitted', at: '2021-03-30T12:00:00+01:00' },
    { type: 'outcome-released', on: '2021-05-14', reviewOutcome: 'criteria-not-met' },
  ];
  const restarts = definePolicy({ readings: { 'never-resubmitted': 'not-settled-here' } });
  const histories = [
    { registration, events: notMet },
    { registration: { ...registration, participant: 'p-2' }, events: notMet.slice(0, 2) },
  ];

  it.each([
    ['the day of the deadline', '2021-10-31', 0],
    ['the day after it', '2021-11-01', 1],
  ] as const)('6.2.3: who never resubmits differs from %s (%s) on: %i', (_, asOf, count) => {
    const { tried, differences } = compare(standardPolicy, restarts, { histories, asOf });
    expect(tried).toBe(2);
    expect(differences.map(({ case: { registration: of }, because }) => [of.participant, because])).toStrictEqual(
      Array.from({ length: count }, () => ['p-1', [{ kind: 'reading', id: 'never-resubmitted' }]]),
    );
  });
});

describe('histories in words: both sides, and the cause', () => {
  const october: Registration = {
    participant: 'p-1',
    cohort: {
      id: 'qtls-2020-10',
      programme: 'QTLS',
      startsOn: '2020-10-01',
      submissionDeadline: '2021-03-31T17:00:00+01:00',
      resubmissionDeadline: '2021-10-31T17:00:00+00:00',
    },
    registeredOn: '2020-09-14',
  };
  const issued: readonly CaseEvent[] = [{ type: 'portfolio-issued', on: '2020-10-01' }];
  const notMet: readonly CaseEvent[] = [
    ...issued,
    { type: 'portfolio-submitted', at: '2021-03-30T12:00:00+01:00' },
    { type: 'outcome-released', on: '2021-05-14', reviewOutcome: 'criteria-not-met' },
  ];
  const told = (before: AnyPolicy, after: AnyPolicy, events: readonly CaseEvent[], asOf: PlainDate) =>
    explain(compare(before, after, { histories: [{ registration: october, events }], asOf })).steps.map(({ text }) => text);
  const missed = 'Note: a deadline has passed and is not recorded as missed. The deadline was 5pm on 31 March 2021.';
  const owed = `The participant had to submit the portfolio by 5pm on 31 March 2021; it is 5 days (2 working days) overdue. The participant has to appoint a supporter. The policy states no time limit. The participant can have in-programme support. ${missed} Ask SET what follows a missed first deadline, or see the QTLS terms and conditions. That part is not included here.`;
  const counts = `${missed} Unless the portfolio came in time, the participant counts as withdrawn under the interpretation used.`;

  it('6.2.3: a missed first deadline, where a withdrawal leaves nothing owed', () => {
    const withdrawn = definePolicy({ readings: { 'first-deadline-missed': 'withdrawn' } });
    const cause = 'The cause is the interpretation "first deadline missed".';
    expect(told(standardPolicy, withdrawn, issued, '2021-04-05')).toStrictEqual([`Participant p-1. Now: ${owed} Then: ${counts} ${cause}`]);
    expect(told(withdrawn, standardPolicy, issued, '2021-04-05')).toStrictEqual([`Participant p-1. Now: ${counts} Then: ${owed} ${cause}`]);
  });
  it('4.3: an entitlement is named', () => {
    const closed = definePolicy({ readings: { 'support-during-restart': 'closed' } });
    const missed = [...notMet, { type: 'resubmission-deadline-missed', on: '2021-11-01' }] as const;
    expect(told(standardPolicy, closed, missed, '2021-11-02')).toStrictEqual([
      'Participant p-1. Now: The participant can have in-programme support. Then: none of this. The cause is the interpretation "support during restart".',
    ]);
  });
  it('6.2.3: a stage, and an event that is refused, are named', () => {
    const restart = definePolicy({ readings: { 'first-deadline-missed': 'restart' } });
    const late = [...issued, { type: 'portfolio-submitted', at: '2021-04-01T12:00:00+01:00' }, ...notMet.slice(2)] as const;
    expect(told(standardPolicy, restart, late, '2021-05-15')[0]).toMatch(
      /^Participant p-1\. Now: The stage is “criteria not met”\. .* Then: The stage is “restart required”\. .*The outcome of the review \(event 3\) is refused\. The cause is /,
    );
  });
});

describe('answers that read alike', () => {
  it('3.1.1: a support that needs no notice has another last day: the sentence says which', () => {
    const forward = definePolicy({ readings: { 'notice-month': 'count-forward' } });
    const rows = [{ requestedOn: '2025-01-30', programmeStartsOn: '2025-02-28', requirement: 'described-in-section-6' }] as const;
    const [told] = explain(compare(standardPolicy, forward, { rule: assessAdjustmentRequest, rows })).steps;
    expect(told?.text).toContain(
      'This request needs no notice. "latest timely" would be 31 January 2025, and not 28 January 2025; "first late" would be 1 February 2025, and not 29 January 2025; "margin days" would be 1, and not -2. The cause is the interpretation "notice month".',
    );
  });
  it('9.1: an appeal that came after office hours has the same last day, counted otherwise', () => {
    const nine = definePolicy({ readings: { 'receipt-hour': 'office-hours' }, limits: { 'support/9.1': { workingDays: 9 } } });
    const rows = [{ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-05-14T18:00:00+01:00' }] as const;
    const [told] = explain(compare(standardPolicy, nine, { rule: assessSupportAppeal, rows })).steps;
    expect(told?.text).toMatch(
      /"counted from" would be 17 May 2021, and not 14 May 2021; "limit" would be 9 working days, and not 10 working days. The causes are the interpretation "receipt hour" and the limit of /,
    );
  });
});

test('6.2.3: a rule that is given cohorts is told by their ids', () => {
  const startsAfter = definePolicy({ readings: { 'next-cohort': 'starts-after' } });
  const cohorts = [
    { id: 'jan', programme: 'QTLS', startsOn: '2022-01-10', entryCloses: '2021-10-01' },
    { id: 'mar', programme: 'QTLS', startsOn: '2022-03-10', entryCloses: '2022-01-01' },
  ] as const;
  const rows = [{ programme: 'QTLS', trigger: '2021-11-01', cohorts }] as const;
  const [told] = explain(compare(standardPolicy, startsAfter, { rule: nextAvailableCohort, rows })).steps;
  expect(told?.text).toMatch(
    /^The case: the programme: QTLS; the day that leads to the restart: 1 November 2021; the cohorts: jan and mar\. Now: The next available cohort is mar\..* Then: The next available cohort is jan\./,
  );
});

test.each(ruleIds)('what changes for the cases of %s is told in words', (name) => {
  const rule = rules[name] as AnyRule;
  const others = (Object.keys(readingChoices) as (keyof Readings)[]).map((id) => [id, readingChoices[id].at(-1)]);
  const changed = definePolicy({ calendar: scotland, readings: Object.fromEntries(others) as Partial<Readings> });
  const rows = vectorsOf(name).flatMap(({ facts }) =>
    rule.safe(facts as never, changed).ok && rule.safe(facts as never).ok ? [facts] : [],
  );
  for (const { text } of explain(compare(standardPolicy, changed, { rule, rows: rows as never })).steps)
    expect(text).not.toMatch(/[{}]|object|undefined/);
});

test('a malformed question is refused with every problem at once', () => {
  expect(() => compare({ readings: {} } as never, standardPolicy, { rule: 'x' } as never)).toThrow(/over.rule must be a rule/);
  expect(() =>
    compare(standardPolicy, standardPolicy, { rule: noticeDeadline, rows: [{ programmeStartsOn: '2021-02-30' }] } as never),
  ).toThrow(/over.rows.0.programmeStartsOn/);
});

test('3.1.1: a row that leads beyond the years of dates is refused at its place', () => {
  const rows = [{ programmeStartsOn: '1900-01-15' }, { programmeStartsOn: '2021-01-10' }, { programmeStartsOn: '1900-01-31' }] as const;
  expect(() => compare(standardPolicy, clearMonth, { rule: noticeDeadline, rows })).toThrow(
    /over.rows.0.programmeStartsOn must lead to a date.*\nover.rows.2.programmeStartsOn/,
  );
});

test.each([
  ['a rule with histories', { rule: noticeDeadline, histories: [] }, ['over', 'histories']],
  ['a rule with a day', { rule: noticeDeadline, asOf: '2021-01-10' }, ['over', 'asOf']],
  ['histories with rows', { histories: [], asOf: '2021-01-10', rows: [] }, ['over', 'rows']],
])('%s is a question that is not known', (_, over, path) => {
  const asked = attempt(() => ({ compared: compare(standardPolicy, clearMonth, over as never) }));
  expect(asked).toMatchObject({ ok: false, issues: [{ path, code: 'unknown-key' }] });
});
