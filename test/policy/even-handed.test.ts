// 3.2.1: support is to be fair and consistent within a cohort and across cohorts. Of people that is an endeavour; of these functions it always holds:
// who someone is, what their cohort is called, and the order in which anything is written or asked never change an answer.
import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { decideAll, position, replay, rules, type AnyRule, type CaseEvent, type Registration, type RuleId } from '../../src/index.js';
import { life, tangle } from '../support-policy/lifecycle/support/arbitraries.js';
import * as e from '../support-policy/lifecycle/support/events.js';
import { policies, wholeFacts } from '../decision/arbitraries.js';
import { loose, ruleIds, type AnyDecision, type Facts } from '../decision/cases.js';
import { runs } from '../runs.js';

const asOften = runs(40);

/** The same object with its keys in another order, and so throughout. */
function rewritten<T>(value: T, turn: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => rewritten(item, turn)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, rewritten(part as unknown, turn)] as const);
  const at = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].reverse()) as T;
}

/** The same with every text that is a name of someone or of a cohort under another name; the names keep their order. */
function renamed<T>(value: T, names: ReadonlySet<string>): T {
  if (typeof value === 'string') return (names.has(value) ? `another ${value}` : value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, names)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part as unknown, names)])) as T;
}
const namesIn = ({ participant, cohort }: Registration, events: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set([participant, cohort.id, ...events.flatMap((event) => (event.type === 'restarted' ? [event.cohort.id] : []))]);

const anyAnswered = fc
  .constantFrom<RuleId>(...ruleIds)
  .chain((id) => fc.record({ id: fc.constant(id), facts: wholeFacts(id), policy: policies }));
const answer = ({ id, facts, policy }: { id: RuleId; facts: Facts; policy: Parameters<AnyRule>[1] }): AnyDecision =>
  loose(rules[id])(facts, policy);

describe.each(ruleIds)('%s', (id) => {
  test.prop([wholeFacts(id), policies, fc.nat(20)], asOften)(
    'the order in which facts are written changes nothing',
    (facts, policy, turn) => {
      expect(loose(rules[id])(rewritten(facts, turn), policy)).toStrictEqual(loose(rules[id])(facts, policy));
    },
  );

  test.prop([wholeFacts(id), policies, fc.array(anyAnswered, { maxLength: 5 })], asOften)(
    'what was asked before, of whomever, changes nothing',
    (facts, policy, others) => {
      const first = structuredClone(loose(rules[id])(facts, policy));
      others.forEach(answer);
      expect(loose(rules[id])(facts, policy)).toStrictEqual(first);
    },
  );

  test.prop([fc.array(wholeFacts(id), { maxLength: 6 }), policies], asOften)('nor does the place of a row among others', (rows, policy) => {
    const all = decideAll as (rule: unknown, rows: readonly unknown[], policy: unknown) => readonly unknown[];
    expect([...all(rules[id], [...rows].reverse(), policy)].reverse()).toStrictEqual(all(rules[id], rows, policy));
    expect(all(rules[id], rows, policy)).toStrictEqual(rows.map((facts) => ({ ok: true, decision: loose(rules[id])(facts, policy) })));
  });
});

describe('nextAvailableCohort', () => {
  const asked = wholeFacts('nextAvailableCohort').chain((facts) =>
    fc.record({ facts: fc.constant(facts), cohorts: fc.shuffledSubarray(facts['cohorts'] as Facts[], { minLength: 0 }) }),
  );
  test.prop([asked, policies], asOften)('the order in which cohorts are listed and what they are called change nothing', (of, policy) => {
    const rule = loose(rules.nextAvailableCohort);
    const facts = { ...of.facts, cohorts: of.cohorts };
    const said = rule({ ...facts, cohorts: [...of.cohorts].reverse() }, policy);
    const here = rule(facts, policy);
    expect(here.settled && here.detail['cohort']).toStrictEqual(said.settled && said.detail['cohort']);
    const names = new Set(of.cohorts.map(({ id }) => id as string));
    expect(rule({ ...facts, cohorts: renamed(of.cohorts, names) }, policy)).toStrictEqual(renamed(here, names));
  });
});

describe('a case', () => {
  test.prop([tangle], asOften)('goes as it goes for anybody, in a cohort of whatever name', ({ registration, events, policy }) => {
    const names = namesIn(registration, events);
    const other = replay(renamed(registration, names), renamed(events, names), policy);
    expect(other).toStrictEqual(renamed(replay(registration, events, policy), names));
  });

  test.prop([tangle, fc.nat(20)], asOften)('and however its events are written', ({ registration, events, policy }, turn) => {
    const other = replay(rewritten(registration, turn), rewritten(events, turn), policy);
    expect(other).toStrictEqual(replay(registration, events, policy));
  });

  test.prop([life], asOften)('stands alike on any day, whoever it is about', ({ registration, events, policy, case: reached }) => {
    const names = namesIn(registration, events);
    const other = replay(renamed(registration, names), renamed(events, names), policy).case;
    for (const day of [registration.registeredOn, ...events.map(e.dayOf)]) {
      if (day < registration.registeredOn) continue;
      expect(position(other, day, policy)).toStrictEqual(renamed(position(reached, day, policy), names));
    }
  });
});
