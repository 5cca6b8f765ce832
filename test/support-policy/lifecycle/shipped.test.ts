// The rows that ship as programmeLifecycle.json are whole: every cell, every reason for a refusal, both sides of each limit, and the clauses by which they are found.
import { describe, expect, test } from 'vitest';
import { clauses, definePolicy, programmeLifecycle, replay, transition, type CaseEventType } from '../../../src/index.js';
import { shippedRows } from './support/shipped.js';

const answered = shippedRows.map((row) => {
  const policy = definePolicy(row.policy ?? {});
  const before = replay(row.opening, row.given, policy);
  return { ...row, from: before.case.stage, given: before.steps, step: transition(before.case, row.when, policy) };
});

test('each has a name that is its own and a clause that is held, and begins with events that are all taken', () => {
  expect(new Set(shippedRows.map(({ name }) => name)).size).toBe(shippedRows.length);
  expect([...new Set(shippedRows.map(({ clause }) => clause))].filter((clause) => !(clause in clauses))).toEqual([]);
  expect(answered.flatMap(({ given }) => given.filter(({ accepted }) => !accepted))).toEqual([]);
});

test('each is taken or refused as it says, for the reason that it says', () => {
  for (const { name, then, refused, step } of answered) {
    expect([name, step.accepted]).toEqual([name, then !== undefined]);
    if (step.accepted) expect([name, step.case.stage, step.unsettled]).toEqual([name, then?.stage, then?.unsettled]);
    else if (refused?.test !== undefined) expect(step.refusals.map(({ test: code }) => code)).toContain(refused.test);
  }
});

test('every cell is taken, with each stage that it leads to', () => {
  const seen = new Set(answered.flatMap(({ when, from, step }) => (step.accepted ? [`${when.type}: ${from} to ${step.case.stage}`] : [])));
  const declared = programmeLifecycle.cells.flatMap(({ event, from, to }) => to.map((stage) => `${event}: ${from} to ${stage}`));
  expect(declared.filter((each) => !seen.has(each))).toEqual([]);
});

test('every event that a day or a cohort can bar is refused for each such reason, and taken where nothing bars it', () => {
  const bars: Partial<Record<CaseEventType, readonly string[]>> = {
    'supporter-appointed': ['programme-has-a-supporter'],
    'mentor-requested': ['programme-has-a-mentor'],
    'mentor-appointed': ['programme-has-a-mentor'],
    'portfolio-submitted': ['submission-follows-issue'],
    'submission-deadline-missed': ['deadline-day-is-over'],
    'review-started': ['deadline-day-is-reached'],
    'outcome-released': ['outcome-follows-deadline', 'outcome-follows-submission'],
    'portfolio-resubmitted': ['resubmission-follows-outcome'],
    'resubmission-deadline-missed': ['deadline-day-is-over'],
    'status-awarded': ['award-follows-outcome'],
    restarted: [
      ...['restart-is-in-the-same-programme', 'restart-is-in-another-cohort'],
      ...['restart-cohort-has-open-entry', 'restart-cohort-starts-after-trigger'],
    ],
  };
  for (const [type, codes] of Object.entries(bars)) {
    const own = answered.filter(({ when }) => when.type === type);
    expect([type, own.some(({ step }) => step.accepted)]).toEqual([type, true]);
    const told = own.map(({ refused }): string | undefined => refused?.test);
    expect([type, codes.filter((code) => !told.includes(code))]).toEqual([type, []]);
  }
});

describe('both sides of each limit', () => {
  const isTold = (type: CaseEventType, moment: string, stage: string | undefined): boolean =>
    shippedRows.some(({ when, then }) => when.type === type && ('at' in when ? when.at : when.on) === moment && then?.stage === stage);
  test.each<[clause: string, type: CaseEventType, last: string, stage: string | undefined, next: string, after: string | undefined]>([
    ['4.4', 'portfolio-submitted', '2021-06-30T17:00:00+01:00', 'submitted', '2021-06-30T17:00:01+01:00', 'restart-required'],
    ['4.4', 'review-started', '2021-06-29', undefined, '2021-06-30', 'under-review'],
    ['4.4', 'outcome-released', '2021-06-29', undefined, '2021-06-30', 'criteria-not-met'],
    ['6.2.3', 'submission-deadline-missed', '2021-06-30', undefined, '2021-07-01', 'in-programme'],
    ['6.2.3', 'portfolio-resubmitted', '2022-03-31T17:00:00+01:00', 'resubmitted', '2022-03-31T17:00:01+01:00', 'restart-required'],
    ['6.2.3', 'resubmission-deadline-missed', '2022-03-31', undefined, '2022-04-01', 'restart-required'],
    ['4.3', 'status-awarded', '2021-08-12', undefined, '2021-08-13', 'awarded'],
  ])('%s: %s at %s leads to %s, and at %s to %s', (_, type, last, stage, next, after) => {
    expect([isTold(type, last, stage), isTold(type, next, after)]).toEqual([true, true]);
  });
});
