// The rule mechanism itself, through small rules of no policy: tables that are refused, needs, open steps, values, details.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addWorkingDays, plainDate, type PlainDate } from '../../src/calendar/index.js';
import type { Need } from '../../src/decision/decision.js';
import {
  count,
  date,
  fact,
  factOrNone,
  listOf,
  moment,
  object,
  oneOf,
  optional,
  positive,
  text,
  yesNo,
  yesNoOrNone,
} from '../../src/decision/facts.js';
import { compare, compareTimes, steps } from '../../src/decision/steps.js';
import { open, withinCalendar, type Open } from '../../src/decision/open.js';
import { compiledOf, openRule, rule, type OpenRule, type Rule } from '../../src/decision/rule.js';
import {
  InvalidFacts,
  assessAdjustmentRequest,
  decideAll,
  definePolicy,
  questionsFor,
  receipt,
  rules,
  standardPolicy,
  underEveryReading,
  whatWouldChange,
  type Moment,
} from '../../src/index.js';
import { arbitraries } from '../../src/testing/index.js';
import { dayAfter, lastDay } from '../calendar/support.js';

interface Flags {
  readonly first: boolean;
  readonly second: boolean;
  readonly third: boolean;
}
const flags = () => ({ first: yesNo(), second: yesNo(), third: yesNo() });
const clause = 'support/4.4';
const { test, value, states } = steps<Flags>();
/** Three tests, one for each flag, under names that are in the list of codes. */
const tests = {
  'is-submitted': test({ clause, uses: ['first'], holds: ({ first }) => first }),
  'criteria-are-met': test({ clause, uses: ['second'], holds: ({ second }) => second }),
  'is-resubmitted': test({ clause, uses: ['third'], holds: ({ third }) => third }),
};
type Codes = keyof typeof tests;
type When = { readonly [K in Codes]?: boolean };
interface TableRow {
  readonly when: When;
  readonly outcome: 'yes' | 'no';
}
const all: Flags = { first: true, second: true, third: true };
const none: Flags = { first: false, second: false, third: false };

function ruleOf(...rows: [TableRow, ...TableRow[]]): Rule<Flags, 'yes' | 'no', object, string> {
  return rule('noticeDeadline', () => ({ shape: flags, absent: {}, tests, rows, detail: {} }));
}
function undecided(): never {
  throw new Error('unreachable');
}
const terms: readonly [Need] = [{ kind: 'document', document: 'qtls-terms' }];

describe('a decision table', () => {
  it('lets the first row that fits decide', () => {
    const read = ruleOf(
      { when: { 'criteria-are-met': true }, outcome: 'yes' },
      { when: { 'is-submitted': true }, outcome: 'no' },
      { when: {}, outcome: 'yes' },
    );
    expect([all, { ...all, second: false }, none].map((facts) => read(facts).outcome)).toStrictEqual(['yes', 'no', 'yes']);
    expect(read({ ...all, second: false }).because.map(({ test: code }) => code)).toStrictEqual(['is-submitted', 'criteria-are-met']);
  });

  it('that covers each case once is taken, in whatever order its rows stand', () => {
    const rows: [TableRow, TableRow, TableRow] = [
      { when: { 'is-submitted': true, 'criteria-are-met': true }, outcome: 'yes' },
      { when: { 'is-submitted': true, 'criteria-are-met': false }, outcome: 'no' },
      { when: { 'is-submitted': false }, outcome: 'no' },
    ];
    const [one, two] = [ruleOf(...rows), ruleOf(rows[2], rows[1], rows[0])];
    for (const first of [true, false]) {
      for (const second of [true, false]) {
        for (const third of [true, false]) {
          expect(one({ first, second, third }).outcome).toBe(first && second ? 'yes' : 'no');
          expect(two({ first, second, third }).outcome).toBe(first && second ? 'yes' : 'no');
        }
      }
    }
  });

  it('is built on first use, once', () => {
    let built = 0;
    const lazy: Rule<Flags, 'yes', object, string> = rule('noticeDeadline', () => {
      built++;
      return { shape: flags, absent: {}, tests, rows: [{ when: {}, cites: ['is-submitted'], outcome: 'yes' }], detail: {} };
    });
    expect([lazy.id, built]).toStrictEqual(['noticeDeadline', 0]);
    lazy(all);
    lazy.given({});
    lazy.check(none);
    expect([lazy.clauses, lazy.outcomes, lazy.facts(), compiledOf(lazy)]).toHaveLength(4);
    expect(built).toBe(1);
  });

  it('lists its outcomes and the clauses of its tests, each once, frozen', () => {
    const small = ruleOf({ when: { 'is-submitted': true }, outcome: 'yes' }, { when: { 'is-submitted': false }, outcome: 'no' });
    expect([small.outcomes, small.clauses]).toStrictEqual([['yes', 'no'], [clause]]);
    expect([Object.isFrozen(small.outcomes), Object.isFrozen(small.clauses)]).toStrictEqual([true, true]);
  });

  it('has its own name as a function, so that a stack or a log names it', () => {
    expect(Object.values(rules).map(({ name }) => name)).toStrictEqual(Object.keys(rules));
    expect(assessAdjustmentRequest.name).toBe('assessAdjustmentRequest');
  });

  it('shows to anyone who looks what it can be asked', () => {
    expect(Object.keys(ruleOf({ when: {}, outcome: 'yes' }))).toStrictEqual([
      'id',
      'clauses',
      'outcomes',
      'facts',
      'check',
      'safe',
      'given',
    ]);
  });
});

describe('what is needed', () => {
  const branching = ruleOf(
    { when: { 'is-submitted': true, 'criteria-are-met': true }, outcome: 'yes' },
    { when: { 'is-submitted': true, 'criteria-are-met': false }, outcome: 'no' },
    { when: { 'is-submitted': false, 'is-resubmitted': true }, outcome: 'yes' },
    { when: { 'is-submitted': false, 'is-resubmitted': false }, outcome: 'no' },
  );
  const needs = (known: Partial<Flags>): readonly string[] => {
    const decision = branching.given(known);
    return decision.settled ? [decision.outcome] : decision.needs.map((need) => (need.kind === 'fact' ? need.name : need.kind));
  };

  it('comes from every branch that is still possible', () => {
    expect(needs({})).toStrictEqual(['first', 'second', 'third']);
    expect(needs({ first: true })).toStrictEqual(['second']);
    expect(needs({ first: false })).toStrictEqual(['third']);
    expect(needs({ second: true })).toStrictEqual(['first', 'third']);
  });

  it('is what a policy’s reading makes matter, also where one policy is asked after another', () => {
    const either = test({
      clause,
      uses: ['first', 'second'],
      readings: ['response-clock'],
      needs: (readings) => (readings['response-clock'] === 'sent' ? ['first'] : ['second']),
      holds: ({ first, second }, { readings }) => (readings['response-clock'] === 'sent' ? first : second),
    });
    const read: Rule<Flags, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      ...{ shape: flags, absent: {}, tests: { 'is-submitted': either }, detail: {} },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
    }));
    for (const [clock, name] of [
      ['sent', 'first'],
      ['receipt', 'second'],
      ['sent', 'first'],
    ] as const)
      expect(read.given({}, definePolicy({ readings: { 'response-clock': clock } }))).toMatchObject({ needs: [{ kind: 'fact', name }] });
  });

  it('is nothing where every branch that is still possible agrees', () => {
    expect(needs({ second: true, third: true })).toStrictEqual(['yes']);
    expect(needs({ second: false, third: false })).toStrictEqual(['no']);
    expect(needs({ second: true, third: false })).toStrictEqual(['first']);
  });

  it('says why an agreed answer was given by the tests that are known', () => {
    expect(branching.given({ second: true, third: true }).because).toStrictEqual([
      { clause, test: 'criteria-are-met', holds: true },
      { clause, test: 'is-resubmitted', holds: true },
    ]);
  });

  it('names a fact of two tests once', () => {
    const twice: Rule<Flags, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      tests: { ...tests, 'is-resubmitted': test({ clause, uses: ['first', 'second'], holds: ({ first, second }) => first !== second }) },
      rows: [
        { when: { 'is-submitted': true, 'is-resubmitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': true, 'is-resubmitted': false }, outcome: 'no' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(twice.given({})).toMatchObject({ needs: [{ name: 'first' }, { name: 'second' }] });
  });

  it('is what an undetermined row needs, where that is the only row left', () => {
    const bare: OpenRule<Flags, 'yes', object, string> = openRule('assessSubmission', () => ({
      shape: flags,
      absent: {},
      tests,
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'undetermined', needs: terms },
      ],
      detail: {},
    }));
    expect(bare(none)).toMatchObject({ settled: false, outcome: 'undetermined', needs: terms });
    expect(bare.given({ first: false })).toStrictEqual(bare(none));
    expect(bare.outcomes).toStrictEqual(['yes']);
  });

  it('is what two undetermined rows need alike, and no fact that tells them apart', () => {
    const twofold: OpenRule<Flags, 'yes', object, string> = openRule('assessSubmission', () => ({
      shape: flags,
      absent: {},
      tests,
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': true }, outcome: 'undetermined', needs: terms },
        { when: { 'is-submitted': false, 'criteria-are-met': false }, outcome: 'undetermined', needs: [...terms] },
      ],
      detail: {},
    }));
    expect(twofold.given({ first: false })).toMatchObject({ settled: false, needs: terms });
    expect(twofold.given({ first: false })).not.toMatchObject({ needs: [{ kind: 'fact' }] });
  });

  it('is the fact that tells two undetermined rows apart, where they need different things', () => {
    const parted: OpenRule<Flags, 'yes', object, string> = openRule('assessSubmission', () => ({
      shape: flags,
      absent: {},
      tests,
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': true }, outcome: 'undetermined', needs: terms },
        {
          when: { 'is-submitted': false, 'criteria-are-met': false },
          outcome: 'undetermined',
          needs: [{ kind: 'document', document: 'ats-terms' }],
        },
      ],
      detail: {},
    }));
    expect(parted.given({ first: false })).toMatchObject({ settled: false, needs: [{ kind: 'fact', name: 'second' }] });
  });
});

interface Spans {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly kind?: 'plain' | 'other';
}
const spans = () => ({ from: fact(date), to: fact(date), kind: optional(oneOf(['plain', 'other'])) });

describe('an open step', () => {
  const hour: Need = { kind: 'fact', name: 'from' };
  const opening: OpenRule<Flags, 'yes' | 'no', { word: string }, string> = openRule('assessSubmission', () => ({
    shape: flags,
    absent: {},
    tests,
    rows: [
      { when: { 'is-submitted': true }, outcome: 'yes' },
      { when: { 'is-submitted': false }, outcome: 'no', gives: [] },
    ],
    detail: {
      word: value({ uses: ['second'], opens: true, of: ({ second }) => (second ? 'word' : open(clause, 'enough-is-known', hour)) }),
    },
  }));

  it('leaves the answer open, with what it needs and the finding that says why', () => {
    expect(opening({ ...all, second: false })).toMatchObject({
      settled: false,
      needs: [hour],
      because: [
        { test: 'enough-is-known', holds: false },
        { test: 'is-submitted', holds: true },
      ],
    });
    expect(opening(all)).toMatchObject({ settled: true, detail: { word: 'word' } });
  });

  it('leaves no answer open that does not give it', () => {
    expect(opening({ ...none, second: false })).toMatchObject({ settled: true, outcome: 'no', detail: {} });
    expect(opening.given({ first: false })).toMatchObject({ settled: true, outcome: 'no' });
  });

  it('has its facts asked for before the answer settles, since they might leave it open', () => {
    expect(opening.given({ first: true })).toMatchObject({ settled: false, needs: [{ kind: 'fact', name: 'second' }] });
    expect(opening.given({ first: true, second: false })).toStrictEqual(opening({ ...all, second: false }));
  });

  it('of a count that leaves the calendar needs more years of it', () => {
    const { value: count, test: on } = steps<Required<Spans>>();
    const counting: OpenRule<Spans, 'yes', { due: PlainDate }, string> = openRule('assessSubmission', () => ({
      shape: spans,
      absent: { kind: 'plain' },
      tests: { 'is-submitted': on({ clause, uses: ['from', 'to'], holds: ({ from, to }) => compare(from, '<=', to) }) },
      rows: [{ when: {}, cites: ['is-submitted'], outcome: 'yes' }],
      detail: { due: count({ uses: ['from'], calendar: true, of: ({ from }, { calendar }) => addWorkingDays(from, 10, calendar) }) },
    }));
    expect(counting({ from: '2020-12-23', to: '2021-01-11' })).toMatchObject({
      settled: true,
      detail: { due: '2021-01-11' },
      basis: { calendar: { id: 'england-and-wales' } },
    });
    expect(counting({ from: lastDay, to: lastDay })).toMatchObject({
      settled: false,
      needs: [{ kind: 'calendar', calendar: 'england-and-wales', coveredFrom: '2011-01-01', coveredTo: lastDay, needed: dayAfter }],
      because: [
        { test: 'calendar-covers-the-count', holds: false, left: dayAfter, operator: '<=', right: lastDay },
        { test: 'is-submitted' },
      ],
    });
    expect(counting({ from: '2010-12-20', to: '2010-12-31' })).toMatchObject({
      settled: false,
      because: [{ holds: false, left: '2010-12-20', operator: '>=', right: '2011-01-01' }, {}],
    });
  });

  it('of a test leaves the answer open, and given the same whole facts says the same', () => {
    const asking: OpenRule<Flags, 'yes' | 'no', object, string> = openRule('assessSubmission', () => ({
      shape: flags,
      absent: {},
      tests: {
        ...tests,
        'criteria-are-met': test({
          clause,
          uses: ['second'],
          opens: true,
          holds: ({ second }) => (second ? open(clause, 'enough-is-known', hour) : false),
        }),
      },
      rows: [
        { when: { 'criteria-are-met': true }, outcome: 'yes' },
        { when: { 'criteria-are-met': false, 'is-submitted': true }, outcome: 'yes' },
        { when: { 'criteria-are-met': false, 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    for (const facts of [all, none, { ...all, first: false }])
      expect(asking.given(facts), JSON.stringify(facts)).toStrictEqual(asking(facts));
    // The same without the one fact that no test of the table reads on the way.
    expect(asking.given({ first: true, second: true })).toMatchObject({ settled: false, needs: [hour] });
    expect(asking.given({ first: false, second: false })).toMatchObject({ settled: true, outcome: 'no' });
    expect(asking.given({ first: true })).toMatchObject({ settled: false, needs: [{ kind: 'fact', name: 'second' }] });
  });
});

describe('what leaves an answer open', () => {
  const reading = (says: ReturnType<typeof open>) => test({ clause, uses: ['first'], opens: true, holds: () => says });
  const unknown = open('support/4.4', 'enough-is-known', ...terms);
  const elsewhere = open('support/6.2.3', 'enough-is-known', { kind: 'document', document: 'ats-terms' });
  const withheld = open('support/4.4', 'clause-is-held', { kind: 'document', document: 'support' });
  it.each<[string, [Open, Open, Open], readonly Open[]]>([
    ['three reasons', [unknown, elsewhere, withheld], [unknown, elsewhere, withheld]],
    ['one reason three times', [unknown, unknown, unknown], [unknown]],
    ['one reason twice, and another', [unknown, withheld, unknown], [unknown, withheld]],
  ])('is said, each reason once, with what it needs: %s', (_, [one, two, three], told) => {
    const opened: OpenRule<Flags, 'yes' | 'no', object, string> = openRule('assessSubmission', () => ({
      shape: flags,
      absent: {},
      tests: { 'is-submitted': reading(one), 'criteria-are-met': reading(two), 'is-resubmitted': reading(three) },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': true }, outcome: 'no' },
        { when: { 'is-submitted': false, 'criteria-are-met': false, 'is-resubmitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': false, 'is-resubmitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(opened.given({ first: true })).toMatchObject({
      settled: false,
      needs: told.flatMap(({ needs }) => needs),
      because: [...told.map(({ finding }) => finding), { test: 'enough-is-known', holds: false }],
    });
  });
});

describe('a value', () => {
  it('is worked out once for an answer, however many steps stand on it, and not at all where none does', () => {
    interface Dated extends Flags {
      readonly day: PlainDate;
    }
    const day = '2021-01-02';
    let worked = 0;
    const { value: of, test: on, part } = steps<Dated & { pair: { left: boolean; right: boolean }; same: boolean }>();
    const counted: Rule<Dated, 'yes' | 'no', { left: boolean; right: boolean; same: boolean }, string> = rule('noticeDeadline', () => ({
      shape: () => ({ ...flags(), day: fact(date) }),
      absent: {},
      values: {
        pair: of({
          uses: ['second', 'third'],
          of: ({ second, third }) => {
            worked++;
            return { left: second, right: third };
          },
        }),
        same: of({ uses: ['pair'], of: ({ pair }) => pair.left === pair.right }),
      },
      tests: {
        'is-submitted': on({ clause, uses: ['first'], holds: ({ first }) => first }),
        'criteria-are-met': on({ clause, uses: ['pair'], holds: ({ pair }) => pair.left }),
        'is-resubmitted': on({ clause, uses: ['same', 'pair'], holds: ({ same, pair }) => same && pair.right }),
      },
      rows: [
        { when: { 'is-submitted': false }, outcome: 'no', gives: [] },
        { when: { 'is-submitted': true, 'criteria-are-met': true, 'is-resubmitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': true, 'criteria-are-met': true, 'is-resubmitted': false }, outcome: 'no' },
        { when: { 'is-submitted': true, 'criteria-are-met': false }, outcome: 'no' },
      ],
      detail: { left: part('pair', 'left'), right: part('pair', 'right'), same: of({ uses: ['same'], of: ({ same }) => same }) },
    }));
    const expected = { outcome: 'yes', detail: { left: true, right: true, same: true } };
    expect(counted({ ...all, day })).toMatchObject(expected);
    expect(worked).toBe(1);
    expect(counted.given({ ...all, day })).toMatchObject(expected);
    expect(worked).toBe(2);
    counted({ ...none, day });
    counted.given({ first: false, second: true });
    expect(worked).toBe(2);
    expect(counted({ ...all, day })).toMatchObject(expected);
    expect(worked).toBe(3); // nothing is kept from one answer to the next
  });

  it('is asked about by the facts that it stands on, through other values', () => {
    const { value: of, test: on } = steps<Flags & { pair: readonly boolean[]; same: boolean }>();
    const deep: Rule<Flags, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      values: {
        pair: of({ uses: ['second', 'third'], of: ({ second, third }) => [second, third] }),
        same: of({ uses: ['pair'], of: ({ pair }) => pair[0] === pair[1] }),
      },
      tests: { 'is-submitted': on({ clause, uses: ['same'], holds: ({ same }) => same }) },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(deep.given({ third: true })).toMatchObject({ needs: [{ kind: 'fact', name: 'second' }] });
  });
});

describe('a detail', () => {
  const detailed: Rule<Flags, 'yes' | 'no', { plain: string; from?: string; never?: string; fixed: string }, string> = rule(
    'noticeDeadline',
    () => ({
      shape: flags,
      absent: {},
      tests,
      rows: [
        {
          when: { 'is-submitted': true, 'criteria-are-met': true },
          outcome: 'yes',
          gives: ['plain', 'from', 'never'],
          fixed: { fixed: 'one' },
        },
        {
          when: { 'is-submitted': true, 'criteria-are-met': false },
          outcome: 'yes',
          gives: ['plain', 'from', 'never'],
          fixed: { fixed: 'two' },
        },
        { when: { 'is-submitted': false }, outcome: 'no', gives: [], fixed: { plain: 'fixed' } },
      ],
      detail: {
        plain: value({ uses: [], of: () => 'plain' }),
        from: value({ uses: ['third'], of: ({ third }) => String(third) }),
        never: value({ uses: ['first'], of: () => undefined }),
        fixed: value({ uses: [], of: undecided }),
      },
    }),
  );

  it('whose facts are not known is left out', () => {
    expect(detailed.given({ first: true, second: true })).toMatchObject({ settled: true, detail: { plain: 'plain', fixed: 'one' } });
    expect(detailed.given({ first: true, second: true })).not.toHaveProperty('detail.from');
    expect(detailed(all).detail).toStrictEqual({ plain: 'plain', from: 'true', fixed: 'one' });
    expect(detailed.given(all)).toStrictEqual(detailed(all));
  });

  it('that has no value is left out', () => {
    expect(Object.keys(detailed(all).detail)).toStrictEqual(['plain', 'from', 'fixed']);
  });

  it('that is the same in every case of a row is that, whatever the facts', () => {
    expect(detailed(none).detail).toStrictEqual({ plain: 'fixed' });
  });

  it('on which the rows that are still possible disagree is left out, though they agree in outcome', () => {
    const given = detailed.given({ first: true, third: false });
    expect(given).toMatchObject({ settled: true, outcome: 'yes', detail: { plain: 'plain', from: 'false' } });
    expect(given).not.toHaveProperty('detail.fixed');
  });

  it('that not every row that is still possible gives, or gives alike, is left out', () => {
    const [submitted, met] = [{ 'is-submitted': true }, { 'is-submitted': false, 'criteria-are-met': true }] as const;
    const alike: Rule<Flags, 'yes', { plain: string; from?: string; word: string; fixed: string }, string> = rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      tests,
      rows: [
        { when: submitted, cites: ['is-resubmitted'], outcome: 'yes', gives: ['plain', 'from'], fixed: { word: 'same', fixed: 'one' } },
        { when: met, cites: ['is-resubmitted'], outcome: 'yes', gives: ['plain', 'from'], fixed: { word: 'same', fixed: 'one' } },
        {
          when: { 'is-submitted': false, 'criteria-are-met': false },
          cites: ['is-resubmitted'],
          outcome: 'yes',
          gives: ['plain'],
          fixed: { word: 'same', fixed: 'two' },
        },
      ],
      detail: {
        plain: value({ uses: [], of: () => 'plain' }),
        from: value({ uses: ['third'], of: ({ third }) => String(third) }),
      },
    }));
    const told = (known: Partial<Flags>) => {
      const { because, ...answer } = alike.given(known);
      return [because.map(({ test: code }) => code), answer.settled && answer.detail];
    };
    expect(told({ third: true })).toStrictEqual([['is-resubmitted'], { plain: 'plain', word: 'same' }]);
    expect(told({ first: false, third: true })).toStrictEqual([['is-submitted', 'is-resubmitted'], { plain: 'plain', word: 'same' }]);
    expect(alike.given({ first: true, third: true })).toStrictEqual(alike(all));
  });

  it('of a row that works none out is one object for all its answers, frozen', () => {
    const [one, two] = [detailed(none).detail, detailed({ ...none, third: true }).detail];
    expect(one).toBe(two);
    expect(Object.isFrozen(one)).toBe(true);
  });
});

describe('a rule asked under several policies', () => {
  it('answers by the policy that it is asked under, however they alternate', () => {
    const { test: on } = steps<{ readonly first: boolean }>();
    const asked: Rule<{ readonly first: boolean }, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      shape: () => ({ first: yesNo() }),
      absent: {},
      tests: {
        'is-submitted': on({ clause, uses: ['first'], holds: ({ first }) => first }),
        'criteria-are-met': on({
          clause,
          uses: [],
          readings: ['feedback-when-met'],
          holds: (_, { readings }) => readings['feedback-when-met'] === 'promised',
        }),
      },
      rows: [
        { when: { 'is-submitted': true, 'criteria-are-met': true }, outcome: 'yes' },
        { when: {}, outcome: 'no' },
      ],
      detail: {},
    }));
    const promised = definePolicy({ readings: { 'feedback-when-met': 'promised' } });
    const answers = [standardPolicy, promised, standardPolicy, promised, promised].map((policy) => asked({ first: true }, policy));
    expect(answers.map(({ outcome }) => outcome)).toStrictEqual(['no', 'yes', 'no', 'yes', 'yes']);
    expect(answers.map(({ basis }) => basis.readings[0]?.choice)).toStrictEqual([
      'not-promised',
      'promised',
      'not-promised',
      'promised',
      'promised',
    ]);
  });
});

describe('facts', () => {
  const { test: on } = steps<Required<Spans>>();
  const ordered: Rule<Spans, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
    shape: spans,
    absent: { kind: 'plain' },
    orders: [{ first: 'from', then: 'to' }],
    tests: { 'is-submitted': on({ clause, uses: ['kind'], holds: ({ kind }) => kind === 'plain' }) },
    rows: [
      { when: { 'is-submitted': true }, outcome: 'yes' },
      { when: { 'is-submitted': false }, outcome: 'no' },
    ],
    detail: {},
  }));
  const span = { from: '2021-01-02', to: '2021-01-02' } as const;

  it('that are left out have their default in a call, and are not known to given', () => {
    expect(ordered(span).outcome).toBe('yes');
    expect(ordered({ ...span, kind: 'other' }).outcome).toBe('no');
    expect(ordered.given(span)).toMatchObject({ settled: false, needs: [{ kind: 'fact', name: 'kind' }] });
    expect(ordered.given({ kind: 'plain' }).outcome).toBe('yes');
  });

  it('in an impossible order are a problem at the later one, in a call and in given', () => {
    const wrong = { from: '2021-01-02', to: '2021-01-01' } as const;
    for (const ask of [() => ordered(wrong), () => ordered.given(wrong)]) expect(ask).toThrow(InvalidFacts);
    expect(ordered.check(wrong)).toMatchObject([{ path: ['to'], received: '2021-01-01' }]);
    expect(ordered.check({ ...wrong, from: 'x' })).toMatchObject([{ path: ['from'] }]);
    expect(ordered.check(span)).toStrictEqual([]);
  });

  const [day, instant] = ['2021-01-02', '2021-01-02T12:00:00Z'];
  it.each<[string, object, readonly string[]]>([
    ['both are what they should be', { from: day, to: '2021-01-01' }, ['to']],
    ['a third is not what it should be', { from: day, to: '2021-01-01', kind: 'x' }, ['kind', 'to']],
    ['the first is an instant, where a date should be', { from: instant, to: '2021-01-01' }, ['from']],
    ['the later is', { from: day, to: '2021-01-01T12:00:00Z' }, ['to']],
    ['both are', { from: instant, to: '2021-01-01T12:00:00Z' }, ['from', 'to']],
  ])('the wrong way round are no problem beside that of one of them: %s', (_, facts, paths) => {
    expect(ordered.check(facts).map(({ path }) => path.join('.'))).toStrictEqual(paths);
  });

  it('one of which has not happened are in any order', () => {
    interface Maybe {
      readonly from?: PlainDate | 'none';
      readonly to: PlainDate;
      readonly kind: 'plain' | 'other';
    }
    const { test: onMaybe } = steps<Required<Maybe>>();
    const maybe: Rule<Maybe, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      shape: () => ({ from: optional(factOrNone(date)), to: fact(date), kind: oneOf(['plain', 'other']) }),
      absent: { from: 'none' },
      orders: [{ first: 'from', then: 'to' }],
      tests: { 'is-submitted': onMaybe({ clause, uses: ['kind'], holds: ({ kind }) => kind === 'plain' }) },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    const facts = { from: 'none', to: '2021-01-02', kind: 'plain' } as const;
    expect([maybe(facts).outcome, maybe({ ...facts, from: '2021-01-02' }).outcome]).toStrictEqual(['yes', 'yes']);
    expect(whatWouldChange(maybe, facts)).toStrictEqual([{ change: { kind: 'fact', name: 'kind' }, to: 'other', outcome: 'no' }]);
  });

  it('have a schema that says what it expects, and names what it does not know', () => {
    const said = (value: unknown) =>
      ordered
        .facts()
        .safeParse(value)
        .error?.issues.map(({ code, message }) => [code, message]);
    expect(said('x')).toStrictEqual([['invalid_type', 'must be an object of facts']]);
    expect(said({ ...span, other: 1 })).toStrictEqual([['unrecognized_keys', 'holds what is not known here: other']]);
  });

  it('are not the object that steps work on', () => {
    let seen: unknown;
    const nosy: Rule<Flags, 'yes', object, string> = rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      tests: {
        'is-submitted': test({
          clause,
          uses: ['first'],
          holds: (known) => {
            seen = known;
            return true;
          },
        }),
      },
      rows: [{ when: {}, cites: ['is-submitted'], outcome: 'yes' }],
      detail: {},
    }));
    nosy(all);
    expect(seen).not.toBe(all);
  });
});

describe('a finding', () => {
  it('shows both sides of a comparison, and nothing where there is none', () => {
    const { test: on } = steps<Required<Spans>>();
    const compared: Rule<Spans, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      shape: spans,
      absent: { kind: 'plain' },
      tests: {
        'is-submitted': on({ clause, uses: ['from', 'to'], holds: ({ from, to }) => compare(from, '<', to) }),
        'criteria-are-met': states('support/6.2.3'),
      },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, cites: ['criteria-are-met'], outcome: 'no' },
      ],
      detail: {},
    }));
    expect(compared({ from: '2021-01-01', to: '2021-01-01' }).because).toStrictEqual([
      { clause, test: 'is-submitted', holds: false, left: '2021-01-01', operator: '<', right: '2021-01-01' },
      { clause: 'support/6.2.3', test: 'criteria-are-met', holds: true },
    ]);
    expect(compared({ from: '2021-01-01', to: '2021-01-02' }).because).toHaveLength(1);
  });

  it.each([
    ['<', [true, false, false]],
    ['<=', [true, true, false]],
    ['=', [false, true, false]],
    ['>=', [false, true, true]],
    ['>', [false, false, true]],
  ] as const)('compares by %s', (operator, truth) => {
    expect([compare(1, operator, 2), compare(2, operator, 2), compare(3, operator, 2)].map(({ holds }) => holds)).toStrictEqual(truth);
  });
});

describe('two times', () => {
  const day = '2021-03-31';
  it.each<[string, Moment, Moment, -1 | 0 | 1]>([
    ['two days', '2021-03-30', day, -1],
    ['the same day', day, day, 0],
    ['two days, the later first', '2021-04-01', day, 1],
    ['two instants of one day', '2021-03-31T16:59:59+01:00', '2021-03-31T17:00:00+01:00', -1],
    ['one instant, written twice', '2021-03-31T17:00:00+01:00', '2021-03-31T16:00:00Z', 0],
    ['an instant, and the whole of its day', '2021-03-31T23:59:59+01:00', day, 0],
    ['a whole day, and an instant of it', day, '2021-03-31T00:00:00+01:00', 0],
    ['an instant, and the day that it is in UTC but not in London', '2021-03-31T23:30:00Z', day, 1],
    ['a day, and an instant of the day before in London', day, '2021-03-30T22:59:59Z', 1],
    ['a day, and an instant of it that is the day before in UTC', day, '2021-03-30T23:00:00Z', 0],
  ])('are compared to the instant where both have one, else by their London days: %s', (_, left, right, order) => {
    const truth = { '<': order < 0, '<=': order <= 0, '=': order === 0, '>=': order >= 0, '>': order > 0 } as const;
    for (const operator of ['<', '<=', '=', '>=', '>'] as const) {
      expect(compareTimes(left, operator, right)).toStrictEqual({ holds: truth[operator], left, operator, right });
    }
  });
});

describe('a basis', () => {
  it('names the readings of the steps that an answer stands on, and of no other', () => {
    const { value: of, test: on } = steps<Flags & { word: string }>();
    const leaning: Rule<Flags, 'yes' | 'no', { word: string }, string> = rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      values: { word: of({ uses: ['second'], readings: ['review-month'], of: (_, { readings }) => readings['review-month'] }) },
      tests: {
        'is-submitted': on({ clause, uses: ['first'], holds: ({ first }) => first }),
        'criteria-are-met': on({
          clause,
          uses: [],
          readings: ['next-cohort'],
          holds: (_, { readings }) => readings['next-cohort'] === 'entry-open',
        }),
      },
      rows: [
        { when: { 'is-submitted': false }, outcome: 'no', gives: [] },
        { when: { 'is-submitted': true, 'criteria-are-met': true }, outcome: 'yes' },
        { when: { 'is-submitted': true, 'criteria-are-met': false }, outcome: 'no', gives: [] },
      ],
      detail: { word: of({ uses: ['word'], of: ({ word }) => word }) },
    }));
    const ids = (facts: Flags, policy = standardPolicy): readonly string[] =>
      leaning(facts, policy).basis.readings.map(({ id, choice }) => `${id}: ${choice}`);
    expect(ids(none)).toStrictEqual([]);
    expect(ids(all)).toStrictEqual(['next-cohort: entry-open', 'review-month: from-next-day']);
    expect(ids(all, definePolicy({ readings: { 'next-cohort': 'starts-after' } }))).toStrictEqual(['next-cohort: starts-after']);
    expect(ids(all)).toStrictEqual(['next-cohort: entry-open', 'review-month: from-next-day']);
  });
});

describe('the basis of an answer that some facts leave open', () => {
  const { test: on } = steps<Flags>();
  const half: OpenRule<Flags, 'yes' | 'no', object, string> = openRule('assessSubmission', () => ({
    shape: flags,
    absent: {},
    tests: {
      'is-submitted': on({ clause, uses: ['first'], readings: ['next-cohort'], holds: ({ first }) => first }),
      'criteria-are-met': on({
        clause,
        uses: ['second'],
        readings: ['review-month'],
        opens: true,
        holds: ({ second }) => (second ? open(clause, 'enough-is-known', ...terms) : false),
      }),
      'is-resubmitted': on({ clause, uses: ['third'], readings: ['notice-month'], holds: ({ third }) => third }),
    },
    rows: [
      { when: { 'is-submitted': false }, outcome: 'no' },
      { when: { 'is-submitted': true, 'criteria-are-met': false }, outcome: 'no' },
      { when: { 'is-submitted': true, 'criteria-are-met': true, 'is-resubmitted': true }, outcome: 'yes' },
      { when: { 'is-submitted': true, 'criteria-are-met': true, 'is-resubmitted': false }, outcome: 'no' },
    ],
    detail: {},
  }));
  it.each<[string, Partial<Flags>, readonly string[]]>([
    ['none is known: the edition of its clauses, and no reading', {}, []],
    ['a test is true: the reading of that test', { first: true }, ['next-cohort']],
    ['another cannot be told: the reading of that one too', { first: true, second: true }, ['next-cohort', 'review-month']],
  ])('names what the tests that were asked lean on: %s', (_, known, readings) => {
    const { settled, basis } = half.given(known);
    expect([settled, basis.editions, basis.readings.map(({ id }) => id)]).toStrictEqual([
      false,
      ['support@professional-status-team'],
      readings,
    ]);
  });

  it('names the calendar where a value counts on which a test stands, though the test does not', () => {
    const { value: of, test: onDue } = steps<Required<Spans> & { due: PlainDate }>();
    const counted: OpenRule<Spans, 'yes' | 'no', object, string> = openRule('assessSubmission', () => ({
      shape: spans,
      absent: { kind: 'plain' },
      values: { due: of({ uses: ['from'], calendar: true, of: ({ from }, { calendar }) => addWorkingDays(from, 10, calendar) }) },
      tests: { 'is-submitted': onDue({ clause, uses: ['due', 'to'], holds: ({ due, to }) => compare(due, '<=', to) }) },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(counted({ from: '2020-12-23', to: '2021-01-11' })).toMatchObject({
      outcome: 'yes',
      basis: { calendar: { id: 'england-and-wales' } },
    });
    expect(counted.given({ from: '2020-12-23' }).basis).not.toHaveProperty('calendar');
  });
});

describe('the reasons of an answer', () => {
  const rows: [TableRow, TableRow, TableRow] = [
    { when: { 'is-submitted': true, 'criteria-are-met': true }, outcome: 'yes' },
    { when: { 'criteria-are-met': false, 'is-submitted': true }, outcome: 'no' },
    { when: { 'is-submitted': false }, outcome: 'no' },
  ];
  it('give the test that decides first, then the others as they were asked, each once', () => {
    const told = (facts: Flags) => ruleOf(...rows)(facts).because.map(({ test: code, holds }) => [code, holds]);
    expect(told(all)).toStrictEqual([
      ['criteria-are-met', true],
      ['is-submitted', true],
    ]);
    expect(told({ ...all, second: false })).toStrictEqual([
      ['criteria-are-met', false],
      ['is-submitted', true],
    ]);
    expect(told({ ...all, first: false })).toStrictEqual([['is-submitted', false]]);
  });
  it('leave it open where one of them, though no row turns on it, cannot be told', () => {
    const doubted: OpenRule<Flags, 'yes' | 'no', object, string> = openRule('assessSubmission', () => ({
      shape: flags,
      absent: {},
      tests: {
        ...tests,
        'is-resubmitted': test({
          clause,
          uses: ['third'],
          opens: true,
          holds: ({ third }) => (third ? true : open(clause, 'enough-is-known', ...terms)),
        }),
      },
      rows: [
        { when: { 'is-submitted': true }, cites: ['is-resubmitted'], outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(doubted({ ...all, third: false })).toMatchObject({
      settled: false,
      needs: terms,
      because: [
        { test: 'enough-is-known', holds: false },
        { test: 'is-submitted', holds: true },
      ],
    });
    expect(doubted(all)).toMatchObject({ outcome: 'yes', because: [{ test: 'is-submitted' }, { test: 'is-resubmitted' }] });
    expect(doubted(none)).toMatchObject({ outcome: 'no' });
  });
});

describe('one outcome whatever the facts are', () => {
  const rows: [TableRow, TableRow] = [
    { when: { 'is-submitted': true }, outcome: 'yes' },
    { when: { 'is-submitted': false }, outcome: 'yes' },
  ];
  it('of which no test is known needs the facts of its tests, since an answer says why', () => {
    expect(ruleOf(...rows).given({ second: true })).toMatchObject({
      settled: false,
      needs: [{ kind: 'fact', name: 'first' }],
      because: [{ clause, test: 'enough-is-known', holds: false }],
    });
  });
  it('is given for the test that is known, though the one that would tell its rows apart is not', () => {
    const [yes, no] = [true, false].map(
      (submitted) => ({ when: { 'criteria-are-met': true, 'is-submitted': submitted }, outcome: 'yes' }) as const,
    );
    const other = { when: { 'criteria-are-met': false }, outcome: 'no' } as const;
    expect(ruleOf(yes as TableRow, no as TableRow, other).given({ second: true })).toMatchObject({
      settled: true,
      outcome: 'yes',
      because: [{ clause, test: 'criteria-are-met', holds: true }],
    });
  });
});

describe('one outcome, of which no test is known', () => {
  const says = ['is-resubmitted'] as const;
  it.each<[string, readonly (readonly Codes[])[], readonly string[]]>([
    ['every row says: it is given for that', [says, says, says], ['is-resubmitted']],
    ['the last row does not say', [says, says, []], ['enough-is-known']],
    ['only the last row says', [[], [], says], ['enough-is-known']],
  ])('and something that the policy says whatever the facts are: %s', (_, [one = [], two = [], three = []], because) => {
    const told: Rule<Flags, 'yes', object, string> = rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      tests: { ...tests, 'is-resubmitted': states('support/6.2.3') },
      rows: [
        { when: { 'is-submitted': true }, cites: one, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': true }, cites: two, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': false }, cites: three, outcome: 'yes' },
      ],
      detail: {},
    }));
    expect(told.given({}).because.map(({ test: code }) => code)).toStrictEqual(because);
  });
});

describe('a fault of the library’s own', () => {
  /** Fails as soon as the second flag is not set: in the facts themselves, or in those that a question tries. */
  const failing = (fault: () => Open): Rule<Flags, 'yes' | 'no', object, string> =>
    rule('noticeDeadline', () => ({
      shape: flags,
      absent: {},
      tests: {
        'is-submitted': test({ clause, uses: ['first', 'second'], holds: ({ first, second }) => (second ? first : fault()) }),
      },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
  const failed = failing(() => {
    throw new RangeError('a fault of ours');
  });
  const miscounted = failing(() => withinCalendar(clause, undecided));

  it.each<[string, (of: typeof failed, facts: Flags) => unknown]>([
    ['the call', (of, facts) => of(facts)],
    ['given', (of, facts) => of.given(facts)],
    ['check', (of, facts) => of.check(facts)],
    ['decideAll', (of, facts) => decideAll(of, [facts])],
    ['underEveryReading', (of, facts) => underEveryReading(of, facts)],
    ['questionsFor', (of, facts) => questionsFor(of, facts)],
    ['receipt', (of, facts) => receipt(of, facts)],
    ['whatWouldChange', (of, facts) => whatWouldChange(of, facts)],
  ])('is thrown as it is by %s, and never told as a problem of the facts', (_, ask) => {
    expect(() => ask(failed, none)).toThrow(new RangeError('a fault of ours'));
    expect(() => ask(miscounted, none)).toThrow(new Error('unreachable'));
  });
  it('is thrown also where only a change that is tried runs into it', () => {
    expect(failed(all).outcome).toBe('yes');
    expect(() => whatWouldChange(failed, all)).toThrow(new RangeError('a fault of ours'));
  });
});

interface EachKind {
  readonly word: string;
  readonly number: number;
  readonly from: number;
  readonly moment: Moment;
  readonly inside: { readonly day: PlainDate };
}
const { test: onKinds } = steps<EachKind>();
/** A rule with a fact of each kind, also of those that no rule of the policy has yet. */
const eachKind: Rule<EachKind, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
  shape: () => ({
    word: fact(text),
    number: fact(count),
    from: fact(positive),
    moment: fact(moment),
    inside: object<EachKind['inside']>({ day: fact(date) }),
  }),
  absent: {},
  tests: {
    'is-submitted': onKinds({ clause, uses: ['word', 'inside'], holds: ({ word, inside: { day } }) => word === 'a' || day > '2021' }),
    'criteria-are-met': onKinds({ clause, uses: ['number', 'from'], holds: ({ number, from }) => compare(number, '<', from - 1) }),
  },
  rows: [
    { when: { 'is-submitted': true, 'criteria-are-met': true }, outcome: 'yes' },
    { when: { 'is-submitted': true, 'criteria-are-met': false }, outcome: 'no' },
    { when: { 'is-submitted': false }, outcome: 'no' },
  ],
  detail: {},
}));
const kinds: EachKind = { word: 'a', number: 0, from: 2, moment: '2021-03-31', inside: { day: '2021-03-31' } };

describe('a fact of any kind', () => {
  it('can be what would change the outcome, within what it takes: 0 for a number, 1 for one that begins there', () => {
    const told = (facts: EachKind): readonly unknown[] => whatWouldChange(eachKind, facts).map(({ change, to }) => [change, to]);
    expect(told(kinds)).toStrictEqual([
      [{ kind: 'fact', name: 'number' }, 1],
      [{ kind: 'fact', name: 'from' }, 1],
    ]);
    expect(told({ ...kinds, number: 1 })).toStrictEqual([
      [{ kind: 'fact', name: 'number' }, 0],
      [{ kind: 'fact', name: 'from' }, 3],
    ]);
    expect(told({ ...kinds, from: 1 })).toStrictEqual([[{ kind: 'fact', name: 'from' }, 2]]);
  });
  it('is drawn by the kit as the rule takes it', () => {
    const drawn = fc.sample(arbitraries.facts(eachKind), { numRuns: 200, seed: 1 });
    expect(new Set(drawn.map(({ from }) => from))).toStrictEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(drawn.map((facts) => eachKind(facts).outcome))).toStrictEqual(new Set(['yes', 'no']));
    for (const { inside, number, word } of drawn)
      expect([plainDate(inside.day), number >= 0, word.length]).toStrictEqual([inside.day, true, 1]);
  });
  it.each<[string, z.ZodType, object]>([
    ['a date', fact(date), { kind: 'date', none: false }],
    ['a date that may not have happened', factOrNone(date), { kind: 'date', none: true }],
    ['a date that may be left out', optional(factOrNone(date)), { kind: 'date', none: true }],
    ['a count', fact(count), { kind: 'count', none: false }],
    ['yes or no', yesNo(), { kind: 'choice', choices: [true, false], none: false }],
    ['yes, no or not known', yesNoOrNone(), { kind: 'choice', choices: [true, false, 'none'], none: true }],
    ['a word', oneOf(['one', 'other']), { kind: 'choice', choices: ['one', 'other'], none: false }],
    ['a word or none', oneOf(['one', 'none']), { kind: 'choice', choices: ['one', 'none'], none: true }],
    ['a list', listOf(yesNo()), { kind: 'list', none: false }],
  ])('is asked for by what it takes: %s', (_, schema, form) => {
    const { test: onIt } = steps<{ it: unknown }>();
    const asking = rule('noticeDeadline', () => ({
      shape: () => ({ it: schema }) as never,
      absent: {},
      tests: { 'is-submitted': onIt({ clause, uses: ['it'], holds: ({ it: of }) => of === 'one' }) },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(questionsFor(asking, {})).toStrictEqual([{ name: 'it', ...form, outcomes: ['yes', 'no'], clauses: [clause] }]);
  });
  it('is asked for first where as many are left to ask after it as after another, though nobody can try each day of it', () => {
    const { test: on } = steps<Spans & { kind: string }>();
    const dated: Rule<Spans, 'yes' | 'no', object, string> = rule('noticeDeadline', () => ({
      shape: spans,
      absent: { kind: 'plain' },
      tests: {
        'is-submitted': on({ clause, uses: ['from'], holds: ({ from }) => compare(from, '<', '2021-01-01') }),
        'criteria-are-met': on({ clause, uses: ['kind'], holds: ({ kind }) => kind === 'plain' }),
      },
      rows: [
        { when: { 'is-submitted': true }, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': true }, outcome: 'yes' },
        { when: { 'is-submitted': false, 'criteria-are-met': false }, outcome: 'no' },
      ],
      detail: {},
    }));
    expect(questionsFor(dated, {}).map(({ name }) => name)).toStrictEqual(['from', 'kind']);
  });
  it('is read alike where the host allows no code from strings', () => {
    const answers = (): readonly unknown[] => {
      const fresh = ruleOf({ when: { 'is-submitted': true }, outcome: 'yes' }, { when: { 'is-submitted': false }, outcome: 'no' });
      return [fresh(all), fresh.check({ ...all, first: 1, fourth: true })];
    };
    const usual = answers();
    z.config({ jitless: true });
    try {
      expect(answers()).toStrictEqual(usual);
    } finally {
      z.config({ jitless: false });
    }
    expect(usual[1]).toHaveLength(2);
  });
});
