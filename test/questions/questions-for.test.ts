// What is still to be asked: asking in the order given always settles, and asks for nothing on which no outcome turns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../src/decision/facts.js';
import { compiledOf } from '../../src/decision/rule.js';
import {
  assessSupportAppeal,
  assessSupportRequest,
  clauses,
  questionsFor,
  routeQuery,
  rules,
  standardPolicy,
  supportWindow,
  type FactQuestion,
  type Policy,
  type RuleId,
} from '../../src/index.js';
import { lessAndMore, policies, seen, wholeFacts } from '../decision/arbitraries.js';
import { answerOf, loose, ruleIds, type Facts } from '../decision/cases.js';
import { runs } from '../runs.js';

const RUNS = runs(60);
const asked = (id: RuleId, known: Facts, policy: Policy): readonly FactQuestion[] =>
  (questionsFor as (rule: unknown, known: unknown, policy: Policy) => readonly FactQuestion[])(rules[id], known, policy);

describe.each(ruleIds)('%s', (id) => {
  const rule = loose(rules[id]);

  it('settles when the first is always answered, whatever the answers, and is then as settled as with all the facts', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less }, policy) => {
        let known = less;
        for (let [next] = asked(id, known, policy); next !== undefined; [next] = asked(id, known, policy)) {
          expect(known[next.name]).toBeUndefined();
          known = { ...known, [next.name]: whole[next.name] };
        }
        const [there, all] = [rule.given(known, policy), rule(whole, policy)];
        expect(there.outcome).toBe(all.outcome);
        if (!all.settled) expect(answerOf(there)).toStrictEqual(answerOf(all));
      }),
      RUNS,
    );
  });

  it('settles when all of them are answered in their order', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less }, policy) => {
        const names = asked(id, less, policy).map(({ name }) => name);
        const known = { ...less, ...Object.fromEntries(names.map((name) => [name, whole[name]])) };
        expect(asked(id, known, policy)).toStrictEqual([]);
      }),
      RUNS,
    );
  });

  it('tells the outcomes that are still possible, and one of those it is', () => {
    fc.assert(
      fc.property(lessAndMore(wholeFacts(id)), policies, ({ whole, less }, policy) => {
        const questions = asked(id, less, policy);
        if (questions.length === 0) return;
        expect(questions.flatMap(({ outcomes }) => outcomes)).toContain(rule(whole, policy).outcome);
        for (const { clauses: cited, choices, kind, none } of questions) {
          for (const clause of cited) expect(Object.keys(clauses)).toContain(clause);
          expect(cited.length).toBeGreaterThan(0);
          expect(choices === undefined).toBe(kind !== 'choice');
          if (choices !== undefined) expect(choices.includes('none')).toBe(none);
        }
      }),
      RUNS,
    );
  });

  it('offers as choices what the rule takes, and no other word', () => {
    for (const { name, choices } of asked(id, {}, undefined as never)) {
      if (choices === undefined) continue;
      const taken = (value: unknown): boolean => !rules[id].check({ [name]: value }).some(({ path }) => path[0] === name);
      expect([...choices].filter((choice) => !taken(choice))).toStrictEqual([]);
      for (const value of seen(id)[name] ?? []) expect(choices).toContain(value);
    }
  });
});

/** Every way of choosing one of each list. */
function* waysOf(lists: readonly (readonly [string, readonly unknown[]])[]): Generator<Facts> {
  const [first, ...others] = lists;
  if (first === undefined) yield {};
  else for (const rest of waysOf(others)) for (const value of first[1]) yield { ...rest, [first[0]]: value };
}

/** The rules whose facts are all words, or yes and no: of them every case there is can be looked at. */
const ofWords = ruleIds.flatMap((id) => {
  const shape = Object.entries(compiledOf(rules[id]).table.shape() as Readonly<Record<string, Parameters<typeof formOf>[0]>>);
  const choices = shape.flatMap(([name, schema]) => {
    const form = formOf(schema);
    return form.kind === 'choice' ? [[name, form.choices] as const] : [];
  });
  return choices.length === shape.length ? [{ id, choices }] : [];
});

describe.each(ofWords)('$id, over every case', ({ id, choices }) => {
  it('asks for a fact exactly where some answers to it and to the others make the outcome another', () => {
    const outcomes = new Map([...waysOf(choices)].map((whole) => [JSON.stringify(whole), loose(rules[id])(whole).outcome]));
    const outcomeOf = (whole: Facts): string | undefined =>
      outcomes.get(JSON.stringify(Object.fromEntries([...choices].reverse().map(([name]) => [name, whole[name]]))));
    const never = new Set(outcomes.values()).size === 1; // then no fact turns anything, and there is no need to try each
    for (const known of waysOf(choices.map(([name, values]) => [name, [...values, undefined]] as const))) {
      const unknown = never ? [] : choices.filter(([name]) => known[name] === undefined);
      const turns = unknown.filter(([name, values]) =>
        [...waysOf(unknown)].some((others) => new Set(values.map((value) => outcomeOf({ ...known, ...others, [name]: value }))).size > 1),
      );
      expect(new Set(asked(id, known, standardPolicy).map(({ name }) => name)), JSON.stringify(known)).toStrictEqual(
        new Set(turns.map(([name]) => name)),
      );
    }
  });
});

describe('whatever is asked can turn the outcome', () => {
  const cases: readonly [string, RuleId, Facts, readonly string[]][] = [
    ['a general query needs no programme', 'routeQuery', { topic: 'general' }, []],
    ['any other query needs it', 'routeQuery', { topic: 'portfolio' }, ['programme']],
    ['an appeal on another ground is of another procedure', 'assessSupportAppeal', { ground: 'other' }, []],
    ['no adjustments, no further support', 'assessFurtherSupport', { adjustmentsAppliedOn: 'none' }, []],
    [
      'late is a restart whatever the review finds',
      'assessResubmission',
      { resubmittedAt: '2021-11-01T09:00Z', resubmissionDeadline: '2021-10-31T17:00Z' },
      [],
    ],
    [
      'in time, it turns on the review',
      'assessResubmission',
      { resubmittedAt: '2021-10-30T09:00Z', resubmissionDeadline: '2021-10-31T17:00Z' },
      ['reviewOutcome'],
    ],
    [
      'without a limit nobody counts requests',
      'assessSupportRequest',
      { ask: 'guidance', stage: 'in-programme', specialArrangement: false, limitSetByTeam: 'none' },
      [],
    ],
    ['support that is always there asks for nothing', 'accessibilitySupport', {}, []],
  ];
  it.each(cases)('%s', (_, id, known, names) => {
    expect(asked(id, known, undefined as never).map(({ name }) => name)).toStrictEqual(names);
  });
});

describe('the order', () => {
  it('begins with what may settle at once', () => {
    expect(questionsFor(routeQuery, {}).map(({ name }) => name)).toStrictEqual(['topic', 'programme']);
    expect(questionsFor(assessSupportAppeal, {})[0]).toStrictEqual({
      name: 'ground',
      kind: 'choice',
      choices: ['sufficiency-of-support', 'other'],
      none: false,
      outcomes: ['admissible', 'discuss-first', 'incomplete', 'wrong-procedure', 'undetermined'], // the calendar may end within the count
      clauses: ['support/9.1'],
    });
    expect(questionsFor(assessSupportRequest, {})[0]?.name).toBe('ask');
  });
  it('tells the kind of what is asked for', () => {
    expect(questionsFor(supportWindow, { portfolioIssuedOn: '2020-10-01', on: '2021-05-14' })).toStrictEqual([
      { name: 'endedOn', kind: 'date', none: true, outcomes: ['open', 'closed'], clauses: ['support/4.3'] },
    ]);
  });
});
