// Membership and challenges against their definitions, worked out here a second time; and that no input makes a verdict on a person.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  actionAgainstMember,
  applicableStandards,
  assessCodeCommitment,
  assessCodeCompliance,
  assessConditionsChange,
  assessSupportAppeal,
  awardAppeal,
  definePolicy,
  routeChallenge,
  rules,
  suitabilityFactors,
  supportAppealProcedure,
  type AnyPolicy,
  type EditionId,
  type Finding,
  type PlainDate,
  type RuleId,
} from '../../src/index.js';
import { addDays, addMonths, daysBetween } from '../../src/calendar/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { editionIds } from '../../src/policy/choices.js';
import { challengers, challengeSubjects, codeParts, sectors } from '../../src/policy/vocabulary.js';
import { policies, wholeFacts } from '../decision/arbitraries.js';
import { loose, ruleIds, type Facts } from '../decision/cases.js';
import { runs } from '../runs.js';
import { among, combined, policiesFor } from '../theorems/spaces.js';
import { theorem } from '../theorems/theorem.js';

const day: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 6500 }).map((days) => addDays('2011-01-01', days));
/** Any policy, of any edition, held or not. */
const anyPolicy: fc.Arbitrary<AnyPolicy> = fc
  .tuple(policies, fc.subarray([...editionIds]))
  .map(([{ calendar, readings }, editions]) =>
    definePolicy({ calendar, readings, editions: [...new Map(editions.map((edition) => [edition.split('@')[0], edition])).values()] }),
  );
const answer = fc.constantFrom(true, false, 'none' as const);
const factors = fc.record(
  {
    inEducationalSetting: answer,
    harmOrRiskOfHarm: answer,
    publicConfidenceAtStake: answer,
    riskOfRepetition: answer,
    insightAndRemorse: answer,
    rehabilitation: answer,
    decisionsOfThirdParties: answer,
  },
  { requiredKeys: [] },
);

describe('suitability', () => {
  it('has no outcome to give', () => {
    expect(suitabilityFactors.outcomes).toStrictEqual([]);
    expect(compiledOf(suitabilityFactors).table.rows.map(({ outcome }) => outcome)).toStrictEqual(['undetermined', 'undetermined']);
  });

  test.prop([factors, anyPolicy], runs(500))(
    'is never decided: no facts, readings, calendar or edition make a verdict',
    (facts, policy) => {
      for (const decision of [suitabilityFactors(facts, policy), suitabilityFactors.given(facts, policy)]) {
        expect(decision).toMatchObject({ settled: false, outcome: 'undetermined', needs: [{ kind: 'judgement', by: 'set' }] });
        expect(decision).not.toHaveProperty('detail');
      }
    },
  );

  test.prop([factors, anyPolicy])('lists the factors that were found, and no other as found', (facts, policy) => {
    const counts2023 = policy.editions.includes('suitability@2023-01');
    const found = Object.entries(facts).filter(([name, value]) => value === true && (name !== 'insightAndRemorse' || counts2023));
    const listed = suitabilityFactors(facts, policy).because.filter(
      ({ test: code, holds }) => holds && !['insight-and-remorse-are-a-factor', 'nature-and-seriousness-are-weighed'].includes(code),
    );
    expect(listed).toHaveLength(found.length);
  });

  test.prop([fc.constantFrom(...codeParts), fc.boolean(), anyPolicy])(
    'a failure of the Code is a bar only where a policy reads it so, and never by itself',
    (part, complied, policy) => {
      const { outcome } = assessCodeCompliance({ part, complied }, policy);
      if (outcome === 'bar') expect(policy.readings['mandatory-breach']).toBe('must');
      expect(complied ? outcome : 'failed').toBe(complied ? 'no-bar' : 'failed');
      if (!complied && part === 'encouraged') expect(outcome).toBe('not-a-bar');
    },
  );
});

describe('the membership year', () => {
  /** The year in which the membership year of a day began. */
  const yearOf = (on: PlainDate): string => addMonths(on, -3).slice(0, 4);

  test.prop([day, day])('a commitment stands to the end of its membership year, and falls due on the next 1 April', (committedOn, on) => {
    const { outcome } = assessCodeCommitment({ committedOn, on });
    expect(outcome).toBe(committedOn > on ? 'not-committed' : yearOf(committedOn) === yearOf(on) ? 'committed' : 'renewal-due');
  });

  test.prop([day, day])('read as made once, it never falls due', (committedOn, on) => {
    const policy = definePolicy({ readings: { 'code-commitment': 'standing' } });
    expect(assessCodeCommitment({ committedOn, on }, policy).outcome).toBe(committedOn > on ? 'not-committed' : 'committed');
  });

  it('is asked about from its first day that dates reach', () => {
    expect(assessCodeCommitment({ on: '1900-01-01' }).outcome).toBe('not-committed');
    expect(assessCodeCommitment({ committedOn: '1900-04-01', on: '1900-04-01' }).outcome).toBe('committed');
    expect(assessCodeCommitment.check({ committedOn: '1900-01-01', on: '1900-03-31' })).toMatchObject([{ path: ['on'] }]);
  });
});

describe('a change of the conditions', () => {
  const edition = fc.constantFrom('conditions@2020-10' as const, 'conditions@2023-09' as const, 'conditions@2025-02' as const);
  test.prop([day, fc.integer({ min: -30, max: 60 }), edition, policies])(
    'fourteen days, in whatever edition: it takes the place of the policy’s, and its clause is said',
    (noticeOn, days, named, policy) => {
      const effectiveOn = addDays(noticeOn, days);
      const decision = assessConditionsChange({ noticeOn, effectiveOn, edition: named }, policy);
      expect(decision.outcome).toBe(daysBetween(noticeOn, effectiveOn) >= 14 ? 'enough-notice' : 'short-notice');
      expect(decision.basis.editions).toContain(named);
      expect(decision.basis.editions.filter((id) => id.startsWith('conditions@'))).toStrictEqual([named]);
      expect(decision.because).toContainEqual({ clause: 'code-page/13', test: 'members-are-told-of-changes', holds: true });
    },
  );
});

describe('sentences that hold whatever the facts are', () => {
  theorem(
    ['code-page/1', 'code-page/15'],
    'the Code binds every member, and where both bind neither breaches the other',
    combined(among(...sectors), policiesFor(applicableStandards)),
    ([sector, policy]) => {
      const { because } = applicableStandards({ sector }, policy);
      expect(because).toContainEqual({ clause: 'code-page/1', test: 'code-binds-members', holds: true });
      const assured = because.filter(({ clause }) => clause === 'code-page/15');
      expect(assured.map(({ holds }) => holds)).toStrictEqual(sector === 'schools' ? [true] : []);
    },
  );

  const stated = ruleIds.flatMap((id) => {
    const { table } = compiledOf(rules[id]);
    const turning = new Set(table.rows.flatMap(({ when, weighs = [] }) => [...Object.keys(when), ...weighs]));
    const codes = Object.keys(table.tests).filter((code) => !turning.has(code));
    return codes.length > 0 ? [{ id, codes }] : [];
  });
  it.each(stated)('$id never finds false what it only states', ({ id, codes }) => {
    fc.assert(
      fc.property(wholeFacts(id), policies, (facts, policy) => {
        const denied = (because: readonly Finding[]) => because.filter(({ test: code, holds }) => codes.includes(code) && !holds);
        expect(denied(loose(rules[id])(facts, policy).because)).toStrictEqual([]);
      }),
      runs(50),
    );
  });
});

describe('a challenge', () => {
  const challenge = fc.record({ about: fc.constantFrom(...challengeSubjects), by: fc.constantFrom(...challengers), on: day });

  test.prop([challenge, anyPolicy])(
    'goes by its day and not by the edition that a policy names, the support policy apart',
    (facts, policy) => {
      const support: readonly EditionId[] = policy.editions.filter((edition) => edition.startsWith('support@'));
      const [named, standard] = [routeChallenge(facts, policy), routeChallenge(facts, definePolicy({ editions: support }))];
      expect({ ...named, basis: undefined }).toStrictEqual({ ...standard, basis: undefined });
    },
  );

  test.prop([challenge])('goes to the objections policy from November 2022, whoever makes it, and never before', (facts) => {
    const { outcome } = routeChallenge(facts);
    const decided = facts.about === 'non-award' || facts.about === 'membership-decision';
    expect(outcome === 'objection').toBe(decided && facts.on >= '2022-11-01');
    if (outcome === 'award-appeal') {
      expect(facts).toMatchObject({ about: 'non-award' });
      expect(facts.by).not.toBe('non-member');
      expect(facts.on >= '2020-09-01' && facts.on <= '2022-10-31').toBe(true);
    }
  });

  it('has the very limits by which the procedures count, each with its clause', () => {
    const spans = (about: 'support-received' | 'non-award' | 'member-conduct') => {
      const decision = routeChallenge({ about, by: 'participant', on: '2021-05-14' });
      return decision.settled ? decision.detail.clocks : [];
    };
    const appeal = assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-05-14' });
    const due = appeal.settled && appeal.detail.responseDue;
    expect(spans('support-received')).toStrictEqual([due && 'span' in due && due.span]);
    const owed = (of: { readonly deadline?: object }): unknown => of.deadline && 'span' in of.deadline && of.deadline.span;
    const steps = [
      { type: 'explanation-requested', at: '2021-05-17' },
      { type: 'explained', at: '2021-05-18' },
    ] as const;
    const clocks = [0, 1, 2].map((taken) => {
      const { case: state } = awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2021-05-14' }, steps.slice(0, taken));
      return awardAppeal.position(state, '2021-05-18').duties.map(owed)[0];
    });
    expect(spans('non-award')).toStrictEqual(clocks);
    const opened = actionAgainstMember.open({ member: 'm-1', source: 'public', receivedAt: '2021-05-14' });
    expect(spans('member-conduct')).toStrictEqual(actionAgainstMember.position(opened, '2021-05-14').duties.map(owed));
    expect(supportAppealProcedure.cells.some(({ clause }) => clause === 'support/9.1')).toBe(true);
  });
});

describe('given some of the facts', () => {
  const needs = (id: RuleId, known: Facts): readonly string[] => {
    const decision = loose(rules[id]).given(known);
    return decision.settled ? [] : decision.needs.flatMap((need) => (need.kind === 'fact' ? [need.name] : []));
  };
  it('a complaint needs no challenger and no day; an award needs both where a member alone could appeal', () => {
    expect(routeChallenge.given({ about: 'service' })).toMatchObject({
      outcome: 'complaint',
      detail: { document: 'complaints', clocks: [] },
    });
    expect(routeChallenge.given({ about: 'non-award', on: '2022-11-01' }).outcome).toBe('objection');
    expect(needs('routeChallenge', { about: 'non-award', on: '2022-10-31' })).toStrictEqual(['by']);
    expect(needs('routeChallenge', { about: 'support-received' })).toStrictEqual(['by']);
  });
  it('of the factors of suitability, those are listed that somebody found to be so or not: “none” is not a finding', () => {
    expect(
      suitabilityFactors.given({ riskOfRepetition: true, rehabilitation: 'none' }).because.map(({ test: code, holds }) => [code, holds]),
    ).toStrictEqual([
      ['insight-and-remorse-are-a-factor', false],
      ['nature-and-seriousness-are-weighed', true],
      ['repetition-is-a-risk', true],
    ]);
  });
  it('whoever complies is not barred, whatever the part; no factor of suitability is asked for', () => {
    expect(assessCodeCompliance.given({ complied: true }).outcome).toBe('no-bar');
    expect(needs('suitabilityFactors', {})).toStrictEqual([]);
    expect(assessCodeCommitment.given({ committedOn: 'none' }).outcome).toBe('not-committed');
    expect(needs('assessConditionsChange', { noticeOn: '2025-03-18', effectiveOn: '2025-04-01' })).toStrictEqual([]);
  });
});
