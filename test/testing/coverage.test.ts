// What receipts have touched of each rule and what they never have; malformed records are refused with their places.
import { describe, expect, it } from 'vitest';
import { englandAndWales, workingCalendar } from '../../src/calendar/index.js';
import {
  assessAdjustmentRequest,
  assessSupportAppeal,
  definePolicy,
  isInvalidFacts,
  policyScope,
  receipt,
  rules,
  type AnyRule,
} from '../../src/index.js';
import { coverage } from '../../src/testing/index.js';
import { policyOf, ruleIds, vectorsOf } from '../decision/cases.js';

const onTime = receipt(assessAdjustmentRequest, { requestedOn: '2020-12-10', programmeStartsOn: '2021-01-10' });
const late = receipt(assessAdjustmentRequest, { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });

describe('3.1.1: receipts of requests for adjustments', () => {
  it('given one in time, then late is never touched, nor that it came after the last day', () => {
    const { records, outcomes, tests } = coverage([onTime]).rules.assessAdjustmentRequest;
    expect(records).toBe(1);
    expect(outcomes).toStrictEqual({ touched: ['timely'], never: ['late', 'no-notice-asked'] });
    expect(tests.touched).toContainEqual({ test: 'requested-by-latest-timely-date', holds: true });
    expect(tests.never).toContainEqual({ test: 'requested-by-latest-timely-date', holds: false });
  });
  it('given one a day late too, then both sides of the limit are touched', () => {
    const { outcomes, tests } = coverage([onTime, late]).rules.assessAdjustmentRequest;
    expect(outcomes.touched).toStrictEqual(['timely', 'late']);
    expect(tests.never).not.toContainEqual({ test: 'requested-by-latest-timely-date', holds: false });
  });
  it('each under the default, then the other choices of its interpretations are never touched', () => {
    const { readings } = coverage([onTime]).rules.assessAdjustmentRequest;
    expect(readings.touched).toContainEqual({ id: 'notice-boundary', choice: 'inclusive' });
    expect(readings.never).toContainEqual({ id: 'notice-boundary', choice: 'clear-month' });
    const clear = receipt(
      assessAdjustmentRequest,
      { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' },
      definePolicy({ readings: { 'notice-boundary': 'clear-month' } }),
    );
    expect(coverage([onTime, clear]).rules.assessAdjustmentRequest.readings.never).not.toContainEqual({
      id: 'notice-boundary',
      choice: 'clear-month',
    });
  });
  it('then nothing of another rule is touched', () => {
    const { records, clauses, outcomes, tests, readings } = coverage([onTime]).rules.policyScope;
    expect([records, clauses.touched, outcomes.touched, tests.touched, readings.touched]).toStrictEqual([0, [], [], [], []]);
    expect(clauses.never).toStrictEqual(policyScope.clauses);
  });
});

it('of no receipts nothing is touched, and of each rule every clause, outcome and test is listed', () => {
  const none = coverage([]);
  for (const id of ruleIds) {
    const rule: AnyRule = rules[id];
    const { clauses, outcomes, tests } = none.rules[id];
    expect(clauses.never).toStrictEqual(rule.clauses);
    expect(outcomes.never.filter((outcome) => outcome !== 'undetermined')).toStrictEqual(rule.outcomes);
    expect(tests.never.length).toBeGreaterThan(0);
  }
});

it('the cases of the library leave no clause, outcome or test and no interpretation untouched', () => {
  const records = ruleIds.flatMap((rule) =>
    vectorsOf(rule).map((vector) => receipt(rules[rule] as AnyRule, vector.facts, policyOf(vector))),
  );
  const untouched = Object.entries(coverage(records).rules).flatMap(([rule, { clauses, outcomes, tests, readings }]) =>
    [clauses.never, outcomes.never, tests.never, readings.never].flat().map((never) => [rule, never]),
  );
  expect(untouched).toStrictEqual([]);
});

describe('a record that cannot be decided again', () => {
  const own = workingCalendar({ base: englandAndWales, id: 'ours', version: 'a closure', add: [{ date: '2020-06-02', name: 'Closure' }] });
  const appeal = receipt(
    assessSupportAppeal,
    { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-06-01' },
    definePolicy({ calendar: own }),
  );
  it('is named with what is missing, and counts nowhere', () => {
    const { rules: of, notDecided } = coverage([onTime, appeal]);
    expect(notDecided).toStrictEqual([{ index: 1, missing: [{ kind: 'calendar', id: 'ours', version: own.version }] }]);
    expect(of.assessSupportAppeal.records).toBe(0);
  });
  it('is decided with its calendar at hand', () => {
    const { rules: of, notDecided } = coverage([appeal], definePolicy({ calendar: own }));
    expect([notDecided, of.assessSupportAppeal.records]).toStrictEqual([[], 1]);
  });
});

describe('malformed records', () => {
  const issuesOf = (work: () => unknown): readonly (readonly [string, string])[] => {
    try {
      work();
    } catch (error) {
      if (isInvalidFacts(error)) return error.issues.map(({ path, message }) => [path.join('.'), message]);
    }
    return [];
  };
  it('are refused, every problem at once with its place', () => {
    const without = { ...late, outcome: undefined };
    expect(issuesOf(() => coverage([onTime, without, 7, { ...late, facts: { requestedOn: 'soon' } }])).map(([path]) => path)).toStrictEqual(
      ['records.1.outcome', 'records.2', 'records.3.facts.requestedOn', 'records.3.facts.programmeStartsOn'],
    );
  });
  it('and what is not a list, beside a malformed policy', () => {
    expect(issuesOf(() => coverage('receipts' as never, { readings: 1 } as never)).map(([path]) => path)).toStrictEqual([
      'policy.readings',
      'records',
    ]);
  });
});
