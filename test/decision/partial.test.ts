// Every case with one fact not known: the answer is the one that all of them give, or it asks for that fact. And with two facts the wrong way round: it is refused, at the later.
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../src/calendar/index.js';
import { rules } from '../../src/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { asIfGiven, loose, policyOf, ruleIds, vectorsOf, type AnyDecision, type Facts } from './cases.js';

const asked = (decision: AnyDecision): readonly string[] =>
  decision.settled ? [] : decision.needs.flatMap((need) => (need.kind === 'fact' ? [need.name] : []));
const moment = /^\d{4}-\d\d-\d\d/;

describe.each(ruleIds)('%s', (id) => {
  const rule = loose(rules[id]);
  const { table } = compiledOf(rules[id]);
  const whole = ({ facts }: { readonly facts: Facts }): Facts => ({ ...table.absent, ...facts });

  it('says the same of facts that are all known as the plain call, which marks what it assumes', () => {
    for (const vector of vectorsOf(id)) {
      const policy = policyOf(vector);
      expect(rule.given(whole(vector), policy), vector.name).toStrictEqual(asIfGiven(rule(vector.facts, policy)));
    }
  });

  it('asks for a fact that is not known, or answers as if it were', () => {
    for (const vector of vectorsOf(id)) {
      const policy = policyOf(vector);
      const { outcome } = rule(vector.facts, policy);
      for (const name of Object.keys(whole(vector))) {
        const decision = rule.given({ ...whole(vector), [name]: undefined }, policy);
        if (!asked(decision).includes(name)) expect({ name, outcome: decision.outcome }, vector.name).toStrictEqual({ name, outcome });
      }
    }
  });

  it.each((table.orders ?? []).map(({ first, then }) => [first, then] as const))('refuses %s after %s', (first, then) => {
    const told = vectorsOf(id)
      .map(whole)
      .find((facts) => moment.test(String(facts[first])) && moment.test(String(facts[then])));
    expect(told).toBeDefined();
    const after = addDays(String(told?.[then]).slice(0, 10) as PlainDate, 2);
    const late = String(told?.[first]).length > 10 ? `${after}T12:00:00Z` : after;
    const paths = rules[id].check({ ...told, [first]: late }).map(({ path }) => path.join('.'));
    expect(paths).toContain(then);
  });
});
