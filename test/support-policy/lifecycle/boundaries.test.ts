// The ends of the lifecycle's own conditions, each from both sides: when a free resubmission lapses, what a restart may lead into, on what day support ends.
import { describe, expect, test } from 'vitest';
import { awardAppeal, openCase, position, replay, replayChain, transition, type Case, type Moment } from '../../../src/index.js';
import { ats2023, january2021, october2022, inJanuary2021, inAts2021 } from './support/cohorts.js';
import * as e from './support/events.js';
import { participant, reading } from './support/given.js';
import { caseAt, historyTo, stories } from './support/stages.js';

describe('6.2.1: the free resubmission can be claimed up to its deadline, 17:00 on 31 March 2022', () => {
  const notMet = caseAt('criteria-not-met');
  test.each<[Moment, boolean]>([
    ['2022-03-30', true],
    ['2022-03-31', true],
    ['2022-03-31T16:59:59+01:00', true],
    ['2022-03-31T17:00:00+01:00', true],
    ['2022-03-31T17:00:01+01:00', false],
    ['2022-04-01', false],
  ])('as of %s: %s', (asOf, held) => {
    expect(position(notMet, asOf).entitlements.some(({ entitlement }) => entitlement === 'free-resubmission')).toBe(held);
  });
});

describe('6.2.3: a restart is in the same programme', () => {
  test.each([
    ['QTLS', october2022, true],
    ['QTLS', ats2023, false],
    ['ATS', ats2023, true],
    ['ATS', october2022, false],
  ] as const)('%s, into %j: %s', (programme, into, taken) => {
    const step = transition(caseAt('restart-required', programme), e.restarted(stories[programme].later, into));
    expect(step.accepted).toBe(taken);
    const refused = step.accepted ? [] : step.refusals.map(({ test: code }) => code);
    expect(refused.includes('restart-is-in-the-same-programme')).toBe(!taken);
  });
});

describe('4.4: an outcome follows the submission and the deadline, 17:00 on 30 June 2021, whichever is later', () => {
  test.each([
    ['before the deadline', '2021-06-25T12:00:00+01:00', '2021-06-29', 'outcome-follows-deadline'],
    ['at the deadline', '2021-06-30T17:00:00+01:00', '2021-06-29', 'outcome-follows-deadline'],
    ['a millisecond late', '2021-06-30T17:00:00.001+01:00', '2021-06-29', 'outcome-follows-submission'],
    ['a day late', '2021-07-01T09:00:00+01:00', '2021-06-30', 'outcome-follows-submission'],
    ['a day late', '2021-07-01T09:00:00+01:00', '2021-07-01', undefined],
    ['a week late', '2021-07-07T09:00:00+01:00', '2021-07-06', 'outcome-follows-submission'],
  ] as const)('submitted %s (%s), released on %s: %s', (_, submittedAt, on, refusedBy) => {
    const submitted = replay(inJanuary2021, [e.issued('2021-01-10'), e.submitted(submittedAt)]).case;
    expect(submitted.stage).toBe('submitted');
    const step = transition(submitted, e.met(on));
    expect(step.accepted ? undefined : step.refusals[0].test).toBe(refusedBy);
  });
});

describe('4.4: an outcome is permitted from the day of the deadline on, 30 June 2021', () => {
  const submitted = replay(inJanuary2021, [e.issued('2021-01-10'), e.submitted('2021-06-25T12:00:00+01:00')]).case;
  test.each<[Moment, boolean]>([
    ['2021-06-29', false],
    ['2021-06-29T23:59:59+01:00', false],
    ['2021-06-30T00:00:00+01:00', true],
    ['2021-06-30', true],
    ['2021-07-01', true],
  ])('as of %s: %s', (asOf, found) => {
    expect(position(submitted, asOf).permitted.some(({ type }) => type === 'outcome-released')).toBe(found);
  });
});

describe('award-appeals/4.1: a permitted step has its deadline, ten working days from receipt of the decision, where the documents of its day are held', () => {
  const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14' });
  test.each<Moment>(['2021-05-14', '2021-05-28'])('as of %s', (asOf) => {
    expect(awardAppeal.position(opened, asOf).permitted).toMatchObject([
      { type: 'explanation-requested', deadline: { due: '2021-05-28' } },
    ]);
  });
});

test('6.2.1: where a person has one free resubmission, a second portfolio is not said to bring another', () => {
  const { given } = participant({ ...inJanuary2021, portfolio: 2 }, { 'resubmission-after-restart': 'once-per-person' });
  const before = given(e.issued('2021-01-10'), e.submitted(e.at('2021-06-25'))).case;
  const step = transition(before, e.notMet('2021-08-13'), reading({ 'resubmission-after-restart': 'once-per-person' }));
  const tests = step.accepted ? step.because.map(({ test: code }) => code) : [];
  expect(tests).toContain('criteria-are-met');
  expect(tests).toContain('later-portfolio-has-its-own-resubmission');
  expect(tests).not.toContain('first-review-grants-resubmission');
});

test.each([
  ['2021-01-09', '2021-01-10', false],
  ['2021-01-10', '2021-01-10', true],
  ['2021-01-11', '2021-01-10', true],
] as const)('4.3: issued on 10 January and withdrawn on %s, support was open on %s: %s', (withdrawnOn, asOf, open) => {
  const { case: closed } = replay(inJanuary2021, [e.issued('2021-01-10'), e.withdrawn(withdrawnOn)]);
  expect(position(closed, asOf).entitlements.some(({ entitlement }) => entitlement === 'in-programme-support')).toBe(open);
});

describe('an event that is recorded again', () => {
  const chain = [
    ...historyTo('restarted').map((event, index) => e.withId(`e-${index}`, event)),
    { ...e.issued('2022-10-01'), id: 'later' },
  ];
  test('is found in the case that took it, after a restart too', () => {
    const { cases, steps } = replayChain(inJanuary2021, [...chain, chain[0] as (typeof chain)[0]]);
    expect(cases.map(({ stage }) => stage)).toEqual(['restarted', 'in-programme']);
    expect(steps.at(-1)).toMatchObject({ accepted: true, because: [{ test: 'already-recorded', holds: true }] });
    expect(steps.at(-1)?.case).toBe(cases[0]);
  });
  test('and one without an id goes to the case that is open', () => {
    const { cases } = replayChain(inJanuary2021, [...historyTo('restarted'), e.issued('2022-10-01')]);
    expect(cases.map(({ stage }) => stage)).toEqual(['restarted', 'in-programme']);
  });
});

test('a stored case is given back as the same object by a refusal and by a repetition, and not by what moves it', () => {
  const kept = JSON.parse(JSON.stringify(replay(inAts2021, [e.withId('e-1', e.issued('2021-10-04'))]).case)) as Case;
  expect(transition(kept, e.awarded('2022-01-01')).case).toBe(kept);
  expect(transition(kept, e.withId('e-1', e.issued('2021-10-04'))).case).toBe(kept);
  expect(transition(kept, e.submitted(e.at('2022-09-30'))).case).not.toBe(kept);
  const made = openCase({ participant: 'p-1', cohort: january2021, registeredOn: '2020-12-07' });
  expect(transition(made, e.awarded('2021-01-01')).case).toBe(made);
});

describe('award-appeals/4.1: an hour decides what came before what, where both have one', () => {
  const opened = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2020-12-23T10:00:00Z' });
  test.each<[Moment, boolean]>([
    ['2020-12-22', false],
    ['2020-12-23T09:59:59Z', false],
    ['2020-12-23T10:00:00Z', true],
    ['2020-12-23', true],
  ])('an explanation asked for at %s, of a decision received at 10:00 on 23 December: %s', (at, taken) => {
    expect(awardAppeal.transition(opened, { type: 'explanation-requested', at }).accepted).toBe(taken);
    const asked = (): unknown => awardAppeal.position(opened, at);
    if (taken) expect(asked).not.toThrow();
    else expect(asked).toThrow(expect.objectContaining({ code: 'INVALID_FACTS' }));
  });
});
