// Facts of any rule for our own properties: those that the kit draws, and those of the cases; every one of them stated.
import fc from 'fast-check';
import { rules, type RuleId } from '../../src/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { arbitraries } from '../../src/testing/index.js';
import { vectorsOf, type Facts } from './cases.js';

/** Every value of a fact in the cases of a rule, and what it means when it is left out. */
export function seen(rule: RuleId): Readonly<Record<string, readonly unknown[]>> {
  const { absent } = compiledOf(rules[rule]).table;
  const found: Record<string, Map<string, unknown>> = {};
  for (const facts of [absent, ...vectorsOf(rule).map((vector) => vector.facts)]) {
    for (const [name, value] of Object.entries(facts)) (found[name] ??= new Map()).set(JSON.stringify(value), value);
  }
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...values.values()]]));
}

/** Whole facts that the rule takes, under any policy. */
export function wholeFacts(rule: RuleId): fc.Arbitrary<Facts> {
  const stated = (facts: Facts): Facts => ({ ...compiledOf(rules[rule]).table.absent, ...facts });
  return fc.oneof(
    { weight: 3, arbitrary: arbitraries.facts(rules[rule]).map((facts) => stated(facts as unknown as Facts)) },
    { weight: 1, arbitrary: fc.constantFrom(...vectorsOf(rule)).map(({ facts }) => stated(facts)) },
  );
}

/** Facts of which some were drawn for another case: most are well formed, and many are out of order. */
export function facts(rule: RuleId): fc.Arbitrary<Facts> {
  return fc
    .tuple(wholeFacts(rule), wholeFacts(rule), fc.nat())
    .map(([one, other, mask]) =>
      Object.fromEntries(Object.keys({ ...one, ...other }).map((name, index) => [name, ((mask >> index) & 1 ? one : other)[name]])),
    );
}

export const policies = arbitraries.policy();

/** Some of these facts, and the same with some more of them. */
export function lessAndMore(
  whole: fc.Arbitrary<Facts>,
): fc.Arbitrary<{ readonly whole: Facts; readonly less: Facts; readonly more: Facts }> {
  return whole.chain((all) => {
    const names = Object.keys(all);
    const keep = fc.array(fc.constantFrom(0, 1, 2), { minLength: names.length, maxLength: names.length });
    return keep.map((levels) => {
      const upTo = (level: number): Facts =>
        Object.fromEntries(names.filter((_, index) => (levels[index] ?? 0) <= level).map((name) => [name, all[name]]));
      return { whole: all, less: upTo(0), more: upTo(1) };
    });
  });
}
