// What the kit draws: days on which something turns, facts that every rule takes, histories that are taken, and faults that are refused as they are labelled.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isWorkingDay, englandAndWales } from '../../src/calendar/index.js';
import { programmeLifecycle, rules, transition, type RuleId } from '../../src/index.js';
import { procedures } from '../../src/procedures.js';
import { arbitraries, type Fault } from '../../src/testing/index.js';
import type { LooseMachine } from '../machine/cases.js';
import { loose } from '../decision/cases.js';

const sample = <T>(of: fc.Arbitrary<T>, numRuns: number): readonly T[] => fc.sample(of, { numRuns, seed: 1 });
const weekday = (day: string): number => new Date(day).getUTCDay();
const tomorrow = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

test('the guide to testing names every one', () => {
  const [, table = ''] = /^\| arbitrary +\|([\s\S]*?)\n\n/m.exec(readFileSync('docs/testing.md', 'utf8')) ?? [];
  const named = [...table.matchAll(/`(\w+)(?:\(\w+\))?`/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(arbitraries).sort());
});

describe('dates', () => {
  const days = sample(arbitraries.date(), 2000);
  test.each<[string, (day: string) => boolean]>([
    ['month ends', (day) => tomorrow(day).endsWith('-01')],
    ['leap days', (day) => day.endsWith('-02-29')],
    ['Easter Mondays and Good Fridays of 2019', (day) => day === '2019-04-19' || day === '2019-04-22'],
    ['Christmas', (day) => day.endsWith('-12-25')],
    ['one-off holidays', (day) => ['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'].includes(day)],
    ['clock changes', (day) => weekday(day) === 0 && /-(03-(2[5-9]|3[01])|10-(2[5-9]|3[01]))$/.test(day)],
    ['bank holidays of England and Wales', (day) => weekday(day) % 6 > 0 && !isWorkingDay(day as never, englandAndWales)],
  ])('there are %s among them', (_, is) => {
    expect(days.filter(is).length).toBeGreaterThan(0);
  });
  it('keep to the span that is asked for, both ends included', () => {
    const span = { from: '2021-03-27', to: '2021-03-29' } as const;
    expect([...new Set(sample(arbitraries.date(span), 300))].sort()).toEqual(['2021-03-27', '2021-03-28', '2021-03-29']);
  });
});

describe.each(Object.keys(rules) as RuleId[])('facts of %s', (id) => {
  it('are taken by the rule, and reach more than one outcome where it has more', () => {
    const outcomes = new Set(sample(arbitraries.facts(rules[id]), 300).map((facts) => loose(rules[id])(facts).outcome));
    expect(outcomes.size).toBeGreaterThanOrEqual(Math.min(2, rules[id].outcomes.length));
  });
});

test('cohorts are such as a case can be opened in', () => {
  for (const cohort of sample(arbitraries.cohort(), 300))
    expect(programmeLifecycle.open({ participant: 'p-1', cohort, registeredOn: cohort.startsOn }).stage).toBe('registered');
});

test('histories are taken, event by event, and reach every stage', () => {
  const all = sample(arbitraries.history(), 800);
  for (const { registration, policy, events } of all)
    expect(programmeLifecycle.replay(registration, events, policy).steps.every(({ accepted }) => accepted)).toBe(true);
  expect(new Set(all.map(({ case: { stage } }) => stage)).size).toBe(programmeLifecycle.stages.length);
});

describe('a history with one fault', () => {
  const all = sample(arbitraries.faultyHistory(), 1500);
  it('is taken up to its last event, which is refused for the reason on its label', () => {
    for (const { registration, policy, events, case: before, fault } of all) {
      const { steps } = programmeLifecycle.replay(registration, events, policy);
      expect(steps.slice(0, -1).every(({ accepted }) => accepted)).toBe(true);
      const last = transition(before, fault.event, policy);
      expect(last.accepted, fault.name).toBe(false);
      if (!last.accepted)
        expect(last.refusals, fault.name).toContainEqual(expect.objectContaining({ test: fault.test, clause: fault.clause, holds: false }));
    }
  });
  it('has each kind of fault', () => {
    const seen = new Set<Fault['test']>(all.map(({ fault }) => fault.test));
    expect([...seen].sort()).toEqual([
      'award-follows-outcome',
      'deadline-day-is-over',
      'deadline-day-is-reached',
      'outcome-follows-deadline',
      'outcome-follows-submission',
      'programme-has-a-mentor',
      'programme-has-a-supporter',
      'restart-cohort-has-open-entry',
      'restart-cohort-starts-after-trigger',
      'restart-is-in-another-cohort',
      'restart-is-in-the-same-programme',
      'resubmission-follows-outcome',
      'stage-takes-event',
      'submission-follows-issue',
    ]);
  });
});

test.each((Object.values(procedures) as unknown as readonly LooseMachine[]).map((machine) => [machine.id, machine] as const))(
  'histories of %s are taken, and reach every stage',
  (_, machine) => {
    const all = sample(arbitraries.procedureHistory(machine), 300);
    for (const { opening, policy, events } of all)
      expect(machine.replay(opening, events, policy).steps.every(({ accepted }) => accepted)).toBe(true);
    expect([...new Set(all.map(({ case: { stage } }) => stage))].sort()).toEqual([...machine.stages].sort());
  },
);
