// Which readings decide an answer: compared with every combination of all readings, decided one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingChoices, type Readings, type SelectableReadingId } from '../../src/policy/choices.js';
import { readingsOf } from '../../src/questions/asked.js';
import { compiledOf } from '../../src/decision/rule.js';
import {
  assessAdjustmentRequest,
  assessSubmission,
  definePolicy,
  noticeDeadline,
  rules,
  underEveryReading,
  type Policy,
  type RuleId,
  type UnderEveryReading,
} from '../../src/index.js';
import { policies, wholeFacts } from '../decision/arbitraries.js';
import { loose, policyOf, ruleIds, vectorsOf, type AnyDecision, type Facts } from '../decision/cases.js';
import { runs } from '../runs.js';

const RUNS = runs(30);
/** More combinations than this are too many to be decided at each call. */
const MOST_COMBINATIONS = 256;

const every = (id: RuleId, facts: Facts, policy: Policy): UnderEveryReading =>
  (underEveryReading as (rule: unknown, facts: unknown, policy: Policy) => UnderEveryReading)(rules[id], facts, policy);
const under = (policy: Policy, readings: Partial<Readings>): Policy =>
  definePolicy({ ...policy, readings: { ...policy.readings, ...readings } });
const anyReadings = fc.record(
  Object.fromEntries(Object.entries(readingChoices).map(([id, choices]: [string, readonly string[]]) => [id, fc.constantFrom(...choices)])),
) as fc.Arbitrary<Partial<Readings>>;

/** The readings that some answer to the same facts names, one found after another by trying each choice of those that are found. */
function leaning(
  declared: readonly SelectableReadingId[],
  answer: (chosen: Partial<Readings>) => AnyDecision,
): readonly SelectableReadingId[] {
  const found = new Set<SelectableReadingId>();
  const walk = (chosen: Partial<Readings>): void => {
    for (const { id } of answer(chosen).basis.readings) {
      const reading = declared.find((each) => each === id);
      if (reading === undefined || chosen[reading] !== undefined) continue;
      found.add(reading);
      for (const choice of readingChoices[reading]) walk({ ...chosen, [reading]: choice });
      return;
    }
  };
  walk({});
  return [...found];
}

describe.each(ruleIds)('%s', (id) => {
  const rule = loose(rules[id]);
  const answer = (decision: AnyDecision): unknown =>
    rules[id].outcomes.length > 1 ? decision.outcome : [decision.outcome, decision.settled && decision.detail];

  it('leans in any one case on few enough readings for all their combinations', () => {
    const declared = readingsOf(compiledOf(rules[id]));
    for (const vector of vectorsOf(id)) {
      const sizes = leaning(declared, (chosen) => rule(vector.facts, under(policyOf(vector) as Policy, chosen))).map(
        (reading) => readingChoices[reading].length,
      );
      expect(
        sizes.reduce((all, size) => all * size, 1),
        vector.name,
      ).toBeLessThanOrEqual(MOST_COMBINATIONS);
    }
  });

  it('any policy at all gives the answer of its choices of the deciding readings', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, anyReadings, (facts, policy, readings) => {
        const { readings: deciding, answers } = every(id, facts, policy);
        const chosen = under(policy, readings);
        const told = answers.find((one) => deciding.every((reading) => one.readings[reading] === chosen.readings[reading]));
        const decision = rule(facts, chosen);
        expect(told?.outcome).toBe(decision.outcome);
        if (rules[id].outcomes.length === 1 && decision.settled) expect(told?.detail).toStrictEqual(decision.detail);
      }),
      RUNS,
    );
  });

  it('each deciding reading makes the answer another by itself, and each answer is the rule’s own', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, (facts, policy) => {
        const { kind, readings, answers } = every(id, facts, policy);
        expect(kind).toBe(readings.length > 0 ? 'depends-on' : 'settled');
        expect(answers).toHaveLength(readings.reduce((all, reading) => all * readingChoices[reading].length, 1));
        for (const one of answers) {
          const decision = rule(facts, under(policy, one.readings));
          expect({ ...one }).toStrictEqual({
            readings: one.readings,
            outcome: decision.outcome,
            ...(decision.settled ? { detail: decision.detail } : {}),
          });
        }
        for (const reading of readings) {
          const alone = answers.some((one) =>
            readingChoices[reading].some((choice) => {
              const other = under(policy, { ...one.readings, [reading]: choice });
              return JSON.stringify(answer(rule(facts, other))) !== JSON.stringify(answer(rule(facts, under(policy, one.readings))));
            }),
          );
          expect(alone, reading).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a detail turns only on the readings that are named for it', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, anyReadings, (facts, policy, readings) => {
        const { details } = every(id, facts, policy);
        const one = rule(facts, under(policy, readings));
        for (const name of Object.keys(one.settled ? one.detail : {})) {
          const named: readonly SelectableReadingId[] = details.find((detail) => detail.name === name)?.readings ?? [];
          const same = under(policy, Object.fromEntries(named.map((reading) => [reading, readings[reading]])));
          const other = rule(facts, same);
          expect(other.settled && other.detail[name], name).toStrictEqual(one.settled && one.detail[name]);
        }
      }),
      RUNS,
    );
  });
});

describe('3.1.1', () => {
  it('a start on 10 January is read alike in every way, except for what lateness means', () => {
    const answer = underEveryReading(assessAdjustmentRequest, { requestedOn: '2021-01-04', programmeStartsOn: '2021-01-10' });
    expect(answer).toMatchObject({ kind: 'settled', readings: [], answers: [{ readings: {}, outcome: 'late' }] });
    expect(answer.details).toContainEqual({ name: 'effect', readings: ['notice-effect'] });
  });
  it('a request on 30 January for a start on 28 February turns on how the month is counted', () => {
    const { kind, answers } = underEveryReading(assessAdjustmentRequest, { requestedOn: '2025-01-30', programmeStartsOn: '2025-02-28' });
    expect(kind).toBe('depends-on');
    expect(answers.map(({ readings, outcome }) => [...Object.values(readings), outcome])).toStrictEqual([
      ['count-back', 'inclusive', 'late'],
      ['count-back', 'clear-month', 'late'],
      ['count-forward', 'inclusive', 'timely'],
      ['count-forward', 'clear-month', 'late'],
    ]);
  });
  it('a rule of one outcome answers by its detail', () => {
    const { readings, answers } = underEveryReading(noticeDeadline, { programmeStartsOn: '2025-02-28' });
    expect(readings).toStrictEqual(['notice-month', 'notice-boundary']);
    expect(answers.map(({ detail }) => detail?.latestTimely)).toStrictEqual(['2025-01-28', '2025-01-27', '2025-01-31', '2025-01-27']);
  });
});

describe('6.2.3', () => {
  it('a missed first deadline: undetermined, a restart or a withdrawal', () => {
    const { readings, answers } = underEveryReading(assessSubmission, {
      submissionDeadline: '2021-03-31T17:00:00+01:00',
      asOf: '2021-04-01',
    });
    expect(readings).toStrictEqual(['first-deadline-missed']);
    expect(answers.map(({ outcome }) => outcome)).toStrictEqual(['undetermined', 'restart', 'withdrawn']);
  });
});
