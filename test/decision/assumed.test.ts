// What nobody said: every finding that reads an absent fact is marked, the basis names the fact, and no sentence states it as found.
import { describe, expect, it } from 'vitest';
import { compiledOf } from '../../src/decision/rule.js';
import { assessFurtherSupport, assessSupportRequest, explain, rules, suitabilityFactors } from '../../src/index.js';
import { someOf } from '../runs.js';
import { loose, policyOf, ruleIds, vectorsOf, type Facts } from './cases.js';

/** Every choice of some names. */
const subsetsOf = (names: readonly string[]): readonly (readonly string[])[] =>
  names.reduce<readonly (readonly string[])[]>((soFar, name) => [...soFar, ...soFar.map((some) => [...some, name])], [[]]);

describe.each(ruleIds)('%s, over its cases and each choice of optional facts left out', (id) => {
  const rule = loose(rules[id]);
  const { table, tests, details } = compiledOf(rules[id]);
  const optional = Object.keys(table.absent);

  it('marks what it assumes, names it in the basis and tells it apart', { timeout: 60_000 }, () => {
    const tried = new Set<string>();
    for (const vector of someOf(vectorsOf(id))) {
      const policy = policyOf(vector);
      for (const left of subsetsOf(optional)) {
        const stated: Facts = { ...table.absent, ...vector.facts };
        const facts = Object.fromEntries(Object.entries(stated).filter(([name]) => !left.includes(name)));
        const key = JSON.stringify([facts, vector.policy]);
        if (tried.has(key) || rules[id].check(facts).length > 0) continue;
        tried.add(key);
        const decision = rule(facts, policy);
        const readBy = (names: readonly string[]): readonly string[] => left.filter((name) => names.includes(name));

        for (const finding of decision.because) {
          const read = readBy(tests[finding.test]?.facts(policy) ?? []);
          expect(finding.assumed, `${vector.name}: ${finding.test} without ${left.join(', ')}`).toBe(read.length > 0 ? true : undefined);
        }
        const ofTests = decision.because.flatMap(({ test }) => tests[test]?.facts(policy) ?? []);
        const fixed = table.rows.filter(({ outcome }) => outcome === decision.outcome).flatMap((row) => Object.keys(row.fixed ?? {}));
        const given = decision.settled ? Object.keys(decision.detail).filter((name) => !fixed.includes(name)) : [];
        const needed = decision.settled ? [] : decision.needs.flatMap((need) => (need.kind === 'fact' ? [need.name] : []));
        const ofDetails = (names: readonly string[]) => names.flatMap((name) => details[name]?.facts(policy) ?? []);
        const { assumed } = decision.basis;
        expect(assumed, vector.name).toStrictEqual(expect.arrayContaining([...readBy([...ofTests, ...ofDetails(given)])]));
        expect(readBy([...ofTests, ...needed, ...ofDetails(Object.keys(details))]), vector.name).toStrictEqual(
          expect.arrayContaining([...assumed]),
        );
        expect(new Set(assumed).size).toBe(assumed.length);

        const steps = explain(decision, policy).steps.filter(({ holds }) => holds !== undefined);
        const [told, marked] = [steps.filter(({ kind }) => kind === 'finding'), steps.filter(({ kind }) => kind === 'assumed')];
        expect(told).toHaveLength(decision.because.filter((finding) => finding.assumed === undefined).length);
        expect(marked).toHaveLength(decision.because.filter((finding) => finding.assumed === true).length);
        for (const { text } of marked) expect(text).toMatch(/^Assumed, since nobody has said otherwise: [^A-Z]/);
      }
    }
  });

  it('assumes nothing where each fact is given', () => {
    for (const vector of vectorsOf(id)) {
      const decision = rule({ ...table.absent, ...vector.facts }, policyOf(vector));
      expect(decision.basis.assumed, vector.name).toStrictEqual([]);
      expect(
        decision.because.filter(({ assumed }) => assumed),
        vector.name,
      ).toStrictEqual([]);
    }
  });
});

describe('in words', () => {
  it('6.2.1: feedback that nobody called issued is given, and the reason says what is assumed', () => {
    const { text } = explain(assessSupportRequest({ ask: 'written-feedback', stage: 'criteria-not-met' }));
    expect(text).toContain('Assumed, since nobody has said otherwise: the written feedback');
  });
  it('6.2.2: that there was no application is told as assumed, not as found', () => {
    const answer = assessFurtherSupport({ programmeStartsOn: '2021-01-10', priorArrangement: true });
    expect(answer.basis.assumed).toStrictEqual(['adjustmentsAppliedOn']);
    expect(explain(answer).text).toContain(
      'Assumed, since nobody has said otherwise: the participant did not apply for reasonable adjustments.',
    );
  });
  it('of a factor of suitability that nobody gave, nothing is said', () => {
    const answer = suitabilityFactors({ inEducationalSetting: true, riskOfRepetition: false });
    expect(answer.because.map(({ test }) => test)).toStrictEqual([
      'insight-and-remorse-are-a-factor',
      'nature-and-seriousness-are-weighed',
      'took-place-in-an-educational-setting',
      'repetition-is-a-risk',
    ]);
    expect(answer.basis.assumed).toStrictEqual([]);
    expect(explain(answer).text).not.toContain('harm');
  });
});
