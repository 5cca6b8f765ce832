// The rule mechanism itself, through small rules of no policy: rows, needs, open steps, values, details, findings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addWorkingDays, plainDate, type PlainDate } from '../../src/calendar/index.js';
import type { Finding, Need } from '../../src/decision/decision.js';
import * as f from '../../src/decision/facts.js';
import { open, withinCalendar, type Open } from '../../src/decision/open.js';
import { compiledOf, openRule, type OpenRule } from '../../src/decision/rule.js';
import { compare, compareTimes, steps } from '../../src/decision/steps.js';
import type { AnyTable } from '../../src/decision/table.js';
import * as api from '../../src/index.js';
import { arbitraries } from '../../src/testing/index.js';
import { dayAfter, lastDay } from '../calendar/support.js';

type Facts = Readonly<Record<string, unknown>>;
type SmallTable = Omit<AnyTable, 'shape'> & { readonly shape: () => f.ShapeOf<Facts> };
type SmallRule = OpenRule<Facts, string, Facts, string>;
/** Every fact and value of the small rules. */
type World = Readonly<
  Record<'first' | 'second' | 'third' | 'same', boolean> &
    Record<'from' | 'to' | 'due', PlainDate> &
    Record<'number' | 'least', number> & { word: string; kind: 'plain' | 'other'; pair: [boolean, boolean]; inside: { day: PlainDate } }
>;
const clause = 'support/4.4';
const { test, value, part, is, compares, reads, states } = steps<World>();
const flags = () => ({ first: f.yesNo(), second: f.yesNo(), third: f.yesNo() });
/** Three tests, one for each flag. */
const tests = { first: is(clause, 'first', true), second: is(clause, 'second', true), third: is(clause, 'third', true) };
const all = { first: true, second: true, third: true };
const none = { first: false, second: false, third: false };
const spans = {
  shape: () => ({ from: f.fact(f.date), to: f.fact(f.date), kind: f.optional(f.oneOf(['plain', 'other'])) }),
  absent: { kind: 'plain' },
  orders: [{ first: 'from', then: 'to' }],
};
const isPlain = is(clause, 'kind', 'plain');

/** Rows such as `'first, not second: yes'`, some with what they have beside their conditions and their outcome. */
type Rows = readonly (string | Readonly<Record<string, object>>)[];
function tableOf(rows: Rows, more: Partial<SmallTable> = {}): SmallTable {
  const read = rows
    .flatMap((said) => Object.entries(typeof said === 'string' ? { [said]: {} } : said))
    .map(([row, beside]) => {
      const [conditions = '', outcome = ''] = row.split(': ');
      const named = conditions.split(', ').filter((each) => each !== 'always');
      return { when: Object.fromEntries(named.map((each) => [each.replace('not ', ''), !each.startsWith('not ')])), outcome, ...beside };
    });
  return { shape: flags, absent: {}, tests, rows: read as unknown as AnyTable['rows'], detail: {}, ...more };
}
/** A rule of three flags, where nothing else is said of it. */
const ruleOf = (...of: Parameters<typeof tableOf>): SmallRule => openRule('assessSubmission', () => tableOf(...of));
const byFirst = ['first: yes', 'not first: no'];
const tree = ['first, second: yes', 'first, not second: no', 'not first: no'];
const terms: readonly [Need] = [{ kind: 'document', document: 'qtls-terms' }];
const otherTerms: readonly [Need] = [{ kind: 'document', document: 'ats-terms' }];
/** A test that is what its flag is, but cannot be told where that is so. */
const openWhere = (isSo: boolean, flag: 'second' | 'third', need: Need, ...readings: 'review-month'[]) => {
  const holds = (known: Pick<World, typeof flag>) => (known[flag] === isSo ? open(clause, unknown, need) : known[flag]);
  return test({ clause, uses: [flag], readings, opens: true, holds });
};
const unknown = 'enough-is-known';
const basis = { calendar: { id: 'england-and-wales' } };
const due = value({ uses: ['from'], calendar: true, of: ({ from }, { calendar }) => addWorkingDays(from, 10, calendar) });
const same = value({ uses: ['pair'], of: ({ pair: [left, right] }) => left === right });
/** What an answer is that turns on these facts. */
const asks = (...names: readonly string[]) => ({ settled: false, needs: names.map((name) => ({ kind: 'fact', name })) });
const told = (because: readonly Finding<string>[]) => because.map((each) => `${each.holds ? '' : 'not '}${each.test}`).join(', ');
function undecided(): never {
  throw new Error('unreachable');
}

describe('a decision table', () => {
  it('lets the first row that fits decide', () => {
    const read = ruleOf(['second: yes', 'first: no', 'always: yes']);
    expect([all, { ...all, second: false }, none].map((facts) => read(facts).outcome)).toStrictEqual(['yes', 'no', 'yes']);
    expect(told(read({ ...all, second: false }).because)).toBe('first, not second');
  });
  it('that covers each case once is taken, in whatever order its rows stand', () => {
    const both = [true, false];
    const cases = both.flatMap((first) => both.flatMap((second) => both.map((third) => ({ first, second, third }))));
    for (const read of [ruleOf(tree), ruleOf([...tree].reverse())])
      for (const facts of cases) expect(read(facts).outcome).toBe(facts.first && facts.second ? 'yes' : 'no');
  });
  it('is built on first use, once', () => {
    let built = 0;
    const lazy: SmallRule = openRule('noticeDeadline', () => {
      built++;
      return tableOf([{ 'always: yes': { cites: ['first'] } }]);
    });
    expect([lazy.id, built]).toStrictEqual(['noticeDeadline', 0]);
    const asked = [lazy(all), lazy.given({}), lazy.check(none), lazy.clauses, lazy.outcomes, lazy.facts(), compiledOf(lazy)];
    expect([asked.length, built]).toStrictEqual([7, 1]);
  });
  it('shows what it can be asked, and lists its outcomes and the clauses of its tests, each once, frozen', () => {
    const read = ruleOf(byFirst);
    expect(Object.keys(read)).toStrictEqual(['id', 'clauses', 'outcomes', 'facts', 'check', 'safe', 'given']);
    expect([read.outcomes, read.clauses]).toStrictEqual([['yes', 'no'], [clause]]);
    expect([read.outcomes, read.clauses].every((each) => Object.isFrozen(each))).toBe(true);
  });
  it('has its own name as a function, so that a stack or a log names it', () => {
    expect(Object.values(api.rules).map(({ name }) => name)).toStrictEqual(Object.keys(api.rules));
    expect(api.assessAdjustmentRequest.name).toBe('assessAdjustmentRequest');
  });
});

describe('what is needed', () => {
  const branching = ruleOf(['first, second: yes', 'first, not second: no', 'not first, third: yes', 'not first, not third: no']);
  const because = ['second', 'third'].map((code) => ({ clause, test: code, holds: true }));
  it.each<[string, Facts, object]>([
    ['comes from every branch that is still possible', {}, asks('first', 'second', 'third')],
    ['comes from the branch of a test that holds', { first: true }, asks('second')],
    ['comes from the branch of a test that does not', { first: false }, asks('third')],
    ['comes from the other branch, where one is known', { second: true }, asks('first', 'third')],
    ['is nothing where every branch that is still possible agrees', { second: true, third: true }, { outcome: 'yes', because }],
    ['is nothing where they agree otherwise', { second: false, third: false }, { outcome: 'no' }],
    ['is what tells them apart where they do not', { second: true, third: false }, asks('first')],
  ])('%s', (_, known, answer) => expect(branching.given(known)).toMatchObject(answer));
  it('is what a policy’s reading makes matter, also where one policy is asked after another', () => {
    const either = test({
      clause,
      uses: ['first', 'second'],
      readings: ['response-clock'],
      needs: (readings) => (readings['response-clock'] === 'sent' ? ['first'] : ['second']),
      holds: ({ first, second }, { readings }) => (readings['response-clock'] === 'sent' ? first : second),
    });
    const read = ruleOf(byFirst, { tests: { first: either } });
    const [sent, receipt] = (['sent', 'receipt'] as const).map((clock) => api.definePolicy({ readings: { 'response-clock': clock } }));
    for (const policy of [sent, receipt, sent]) expect(read.given({}, policy)).toMatchObject(asks(policy === sent ? 'first' : 'second'));
  });
  it('names a fact of two tests once', () => {
    const differ = test({ clause, uses: ['first', 'second'], holds: ({ first, second }) => first !== second });
    const twice = ruleOf(['first, third: yes', 'first, not third: no', 'not first: no'], { tests: { ...tests, third: differ } });
    expect(twice.given({})).toMatchObject(asks('first', 'second'));
  });
  it('is what an undetermined row needs, where that is the only row left', () => {
    const bare = ruleOf(['first: yes', { 'not first: undetermined': { needs: terms } }]);
    expect(bare(none)).toMatchObject({ settled: false, outcome: 'undetermined', needs: terms });
    expect(bare.given({ first: false })).toStrictEqual(bare(none));
    expect(bare.outcomes).toStrictEqual(['yes']);
  });
  it.each<[string, readonly Need[], object]>([
    ['what two undetermined rows need alike, and no fact that tells them apart', [...terms], { settled: false, needs: terms }],
    ['the fact that tells them apart, where they need different things', otherTerms, asks('second')],
  ])('is %s', (_, needs, answer) => {
    const [met, unmet] = ['not first, second: undetermined', 'not first, not second: undetermined'];
    expect(ruleOf(['first: yes', { [met]: { needs: terms }, [unmet]: { needs } }]).given({ first: false })).toMatchObject(answer);
  });
});

describe('an open step', () => {
  const hour: Need = { kind: 'fact', name: 'from' };
  const word = value({ uses: ['second'], opens: true, of: ({ second }) => (second ? 'word' : open(clause, unknown, hour)) });
  const opening = ruleOf(['first: yes', { 'not first: no': { gives: [] } }], { detail: { word } });
  it('leaves the answer open that gives it, with what it needs and the finding that says why', () => {
    const because = [unknown, 'first'].map((code) => ({ test: code, holds: code === 'first' }));
    expect(opening({ ...all, second: false })).toMatchObject({ settled: false, needs: [hour], because });
    expect(opening(all)).toMatchObject({ settled: true, detail: { word: 'word' } });
    for (const answer of [opening(none), opening.given({ first: false })])
      expect(answer).toMatchObject({ settled: true, outcome: 'no', detail: {} });
  });
  it('has its facts asked for before the answer settles, since they might leave it open', () => {
    expect(opening.given({ first: true })).toMatchObject(asks('second'));
    expect(opening.given({ first: true, second: false })).toStrictEqual(opening({ ...all, second: false }));
  });
  it('of a count that leaves the calendar needs more years of it', () => {
    const first = compares(clause, 'from', '<=', 'to');
    const counting = ruleOf([{ 'always: yes': { cites: ['first'] } }], { ...spans, tests: { first }, detail: { due } });
    expect(counting({ from: '2020-12-23', to: '2021-01-11' })).toMatchObject({ settled: true, detail: { due: '2021-01-11' }, basis });
    expect(counting({ from: lastDay, to: lastDay })).toMatchObject({
      settled: false,
      needs: [{ kind: 'calendar', calendar: 'england-and-wales', coveredFrom: '2011-01-01', coveredTo: lastDay, needed: dayAfter }],
      because: [{ test: 'calendar-covers-the-count', holds: false, left: dayAfter, operator: '<=', right: lastDay }, { test: 'first' }],
    });
    const before = { holds: false, left: '2010-12-20', operator: '>=', right: '2011-01-01' };
    expect(counting({ from: '2010-12-20', to: '2010-12-31' })).toMatchObject({ settled: false, because: [before, {}] });
  });
  it('of a test leaves the answer open, and given the same whole facts says the same', () => {
    const rows = ['second: yes', 'not second, first: yes', 'not second, not first: no'];
    const asking = ruleOf(rows, { tests: { ...tests, second: openWhere(true, 'second', hour) } });
    for (const facts of [all, none, { ...all, first: false }])
      expect(asking.given(facts), JSON.stringify(facts)).toStrictEqual(asking(facts));
    // The same without the one fact that no test of the table reads on the way.
    expect(asking.given({ first: true, second: true })).toMatchObject({ settled: false, needs: [hour] });
    expect(asking.given({ first: false, second: false })).toMatchObject({ settled: true, outcome: 'no' });
    expect(asking.given({ first: true })).toMatchObject(asks('second'));
  });

  const [enough, elsewhere] = [open(clause, unknown, ...terms), open('support/6.2.3', unknown, ...otherTerms)];
  const withheld = open(clause, 'clause-is-held', { kind: 'document', document: 'support' });
  it.each<[string, readonly [Open, Open, Open], readonly Open[]]>([
    ['three reasons', [enough, elsewhere, withheld], [enough, elsewhere, withheld]],
    ['one reason three times', [enough, enough, enough], [enough]],
    ['one reason twice, and another', [enough, withheld, enough], [enough, withheld]],
  ])('says each reason once, with what it needs: %s', (_, says, needed) => {
    const saying = (at: number) => test({ clause, uses: ['first'], opens: true, holds: () => says[at] as Open });
    const [yes, no, last] = ['first: yes', 'not first, second: no', 'not first, not second'];
    const said = { first: saying(0), second: saying(1), third: saying(2) };
    const opened = ruleOf([yes, no, `${last}, third: yes`, `${last}, not third: no`], { tests: said });
    expect(opened.given({ first: true })).toMatchObject({
      settled: false,
      needs: needed.flatMap(({ needs }) => needs),
      because: [...needed.map(({ finding }) => finding), { test: unknown, holds: false }],
    });
  });
});

describe('a value', () => {
  it('is worked out once for an answer, however many steps stand on it, and not at all where none does', () => {
    let worked = 0;
    const pair = value({
      uses: ['second', 'third'],
      of: ({ second, third }): World['pair'] => {
        worked++;
        return [second, third];
      },
    });
    const counted = ruleOf([{ 'not first: no': { gives: [] } }, 'second, third: yes', 'second, not third: no', 'not second: no'], {
      shape: () => ({ ...flags(), from: f.fact(f.date) }),
      values: { pair, same },
      tests: {
        ...tests,
        second: test({ clause, uses: ['pair'], holds: (known) => known.pair[0] }),
        third: test({ clause, uses: ['same', 'pair'], holds: (known) => known.same && known.pair[1] }),
      },
      detail: { left: part('pair', 0), right: part('pair', 1), same: value({ uses: ['same'], of: (known) => known.same }) },
    });
    const from = '2021-01-02';
    const expected = { outcome: 'yes', detail: { left: true, right: true, same: true } };
    expect([counted({ ...all, from }), worked]).toMatchObject([expected, 1]);
    expect([counted.given({ ...all, from }), worked]).toMatchObject([expected, 2]);
    counted({ ...none, from });
    counted.given({ first: false, second: true });
    expect(worked).toBe(2);
    expect([counted({ ...all, from }), worked]).toMatchObject([expected, 3]); // nothing is kept from one answer to the next
  });
  it('is asked about by the facts that it stands on, through other values', () => {
    const pair = value({ uses: ['second', 'third'], of: ({ second, third }): World['pair'] => [second, third] });
    const deep = ruleOf(byFirst, { values: { pair, same }, tests: { first: is(clause, 'same', true) } });
    expect(deep.given({ third: true })).toMatchObject(asks('second'));
  });
});

describe('a detail', () => {
  const plain = value({ uses: [], of: () => 'plain' });
  const from = value({ uses: ['third'], of: ({ third }) => String(third) });
  const never = value({ uses: ['first'], of: () => undefined });
  const gives = ['plain', 'from', 'never'];
  const detailed = ruleOf(
    [
      { 'first, second: yes': { gives, fixed: { fixed: 'one' } }, 'first, not second: yes': { gives, fixed: { fixed: 'two' } } },
      { 'not first: no': { gives: [], fixed: { plain: 'fixed' } } },
    ],
    { detail: { plain, from, never, fixed: value({ uses: [], of: undecided }) } },
  );
  it('whose facts are not known, or that has no value, is left out', () => {
    expect(detailed.given({ first: true, second: true })).toMatchObject({ settled: true, detail: { plain: 'plain', fixed: 'one' } });
    expect(detailed.given({ first: true, second: true })).not.toHaveProperty('detail.from');
    expect(detailed(all)).toHaveProperty('detail', { plain: 'plain', from: 'true', fixed: 'one' });
    expect(detailed(all)).not.toHaveProperty('detail.never');
    expect(detailed.given(all)).toStrictEqual(detailed(all));
  });
  it('that is the same in every case of a row is that, also of those that are still possible, or is left out', () => {
    expect(detailed(none)).toHaveProperty('detail', { plain: 'fixed' });
    const given = detailed.given({ first: true, third: false });
    expect(given).toMatchObject({ settled: true, outcome: 'yes', detail: { plain: 'plain', from: 'false' } });
    expect(given).not.toHaveProperty('detail.fixed');
  });
  it('that not every row that is still possible gives, or gives alike, is left out', () => {
    const both = { cites: ['third'], gives: ['plain', 'from'], fixed: { word: 'same', fixed: 'one' } };
    const last = { cites: ['third'], gives: ['plain'], fixed: { word: 'same', fixed: 'two' } };
    const met = 'not first, second: yes';
    const alike = ruleOf([{ 'first: yes': both, [met]: both, 'not first, not second: yes': last }], { detail: { plain, from } });
    for (const known of [{ third: true }, { first: false, third: true }]) {
      const { because, ...answer } = alike.given(known);
      expect(told(because)).toBe('first' in known ? 'not first, third' : 'third');
      expect(answer).toHaveProperty('detail', { plain: 'plain', word: 'same' });
    }
    expect(alike.given({ first: true, third: true })).toStrictEqual(alike(all));
  });
  it('of a row that works none out is one object for all its answers, frozen', () => {
    const [one, two] = [none, { ...none, third: true }].map((facts) => (detailed(facts) as { detail?: object }).detail);
    expect(one).toBe(two);
    expect(Object.isFrozen(one)).toBe(true);
  });
});

describe('facts', () => {
  const ordered = ruleOf(byFirst, { ...spans, tests: { first: isPlain } });
  const span = { from: '2021-01-02', to: '2021-01-02' };
  it('that are left out have their default in a call, and are not known to given', () => {
    expect([ordered(span), ordered({ ...span, kind: 'other' })].map(({ outcome }) => outcome)).toStrictEqual(['yes', 'no']);
    expect(ordered.given(span)).toMatchObject(asks('kind'));
    expect(ordered.given({ kind: 'plain' }).outcome).toBe('yes');
  });
  it('in an impossible order are a problem at the later one, in a call and in given', () => {
    const wrong = { ...span, to: '2021-01-01' };
    for (const ask of [() => ordered(wrong), () => ordered.given(wrong)]) expect(ask).toThrow(api.InvalidFacts);
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
  ])('the wrong way round are not a problem beside that of one of them: %s', (_, facts, paths) => {
    expect(ordered.check(facts).map(({ path }) => path.join('.'))).toStrictEqual(paths);
  });
  it('one of which has not happened are in any order', () => {
    const maybe = ruleOf(byFirst, {
      ...{ ...spans, tests: { first: isPlain }, absent: { from: 'none' } },
      shape: () => ({ ...spans.shape(), from: f.optional(f.factOrNone(f.date)), kind: f.oneOf(['plain', 'other']) }),
    });
    const facts = { from: 'none', to: day, kind: 'plain' };
    expect([maybe(facts).outcome, maybe({ ...facts, from: day }).outcome]).toStrictEqual(['yes', 'yes']);
    expect(api.whatWouldChange(maybe, facts)).toStrictEqual([{ change: { kind: 'fact', name: 'kind' }, to: 'other', outcome: 'no' }]);
  });
  it('have a schema that says what it expects, and names what it does not know', () => {
    const issuesOf = (of: unknown) => ordered.facts().safeParse(of).error?.issues;
    expect(issuesOf('x')).toMatchObject([{ code: 'invalid_type', message: 'must be an object of facts' }]);
    const message = 'holds what is not known here: other';
    expect(issuesOf({ ...span, other: 1 })).toMatchObject([{ code: 'unrecognized_keys', message }]);
  });
  it('are not the object that steps work on', () => {
    let seen: unknown;
    const nosy = test({ clause, uses: ['first'], holds: (known) => (seen = known) === known });
    ruleOf([{ 'always: yes': { cites: ['first'] } }], { tests: { first: nosy } })(all);
    expect(seen).toMatchObject({ first: true });
    expect(seen).not.toBe(all);
  });
});

describe('a finding', () => {
  it('shows both sides of a comparison, and nothing where there is none', () => {
    const first = test({ clause, uses: ['from', 'to'], holds: ({ from, to }) => compare(from, '<', to) });
    const rows = ['first: yes', { 'not first: no': { cites: ['second'] } }];
    const compared = ruleOf(rows, { ...spans, tests: { first, second: states('support/6.2.3') } });
    expect(compared({ from: '2021-01-01', to: '2021-01-01' }).because).toStrictEqual([
      { clause, test: 'first', holds: false, left: '2021-01-01', operator: '<', right: '2021-01-01' },
      { clause: 'support/6.2.3', test: 'second', holds: true },
    ]);
    expect(compared({ from: '2021-01-01', to: '2021-01-02' }).because).toHaveLength(1);
  });
  const day = '2021-03-31';
  it.each<[string, api.Moment, api.Moment, -1 | 0 | 1]>([
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
  ])('compares two times to the instant where both have one, else by their London days: %s', (_, left, right, order) => {
    const truth = { '<': order < 0, '<=': order <= 0, '=': order === 0, '>=': order >= 0, '>': order > 0 };
    for (const operator of ['<', '<=', '=', '>=', '>'] as const) {
      expect(compareTimes(left, operator, right)).toStrictEqual({ holds: truth[operator], left, operator, right });
      expect(compare(order, operator, 0).holds, 'two numbers').toBe(truth[operator]);
    }
  });
});

describe('a basis', () => {
  it('names the readings of the steps that an answer stands on, and of no other, as the policy has them', () => {
    const leaning = ruleOf([{ 'not first: no': { gives: [] } }, 'first, second: yes', { 'first, not second: no': { gives: [] } }], {
      values: { word: value({ uses: ['second'], readings: ['review-month'], of: (_, { readings }) => readings['review-month'] }) },
      tests: { ...tests, second: reads(clause, 'next-cohort', 'entry-open') },
      detail: { word: value({ uses: ['word'], of: ({ word }) => word }) },
    });
    const startsAfter = api.definePolicy({ readings: { 'next-cohort': 'starts-after' } });
    const leansOn = (facts: Facts, policy = api.standardPolicy) =>
      leaning(facts, policy).basis.readings.map(({ id, choice }) => `${id}: ${choice}`);
    const readings = ['next-cohort: entry-open', 'review-month: from-next-day'];
    expect(leansOn(none)).toStrictEqual([]);
    for (const policy of [undefined, startsAfter, undefined, startsAfter])
      expect(leansOn(all, policy)).toStrictEqual(policy ? ['next-cohort: starts-after'] : readings);
    expect([leaning(all), leaning(all, startsAfter)].map(({ outcome }) => outcome)).toStrictEqual(['yes', 'no']);
  });
  const half = ruleOf(['not first: no', 'first, not second: no', 'first, second, third: yes', 'first, second, not third: no'], {
    tests: {
      first: test({ clause, uses: ['first'], readings: ['next-cohort'], holds: ({ first }) => first }),
      second: openWhere(true, 'second', ...terms, 'review-month'),
      third: test({ clause, uses: ['third'], readings: ['notice-month'], holds: ({ third }) => third }),
    },
  });
  it.each<[string, Facts, readonly string[]]>([
    ['none is known: the edition of its clauses, and no reading', {}, []],
    ['a test is true: the reading of that test', { first: true }, ['next-cohort']],
    ['another cannot be told: the reading of that one too', { first: true, second: true }, ['next-cohort', 'review-month']],
  ])('of an open answer names what the tests that were asked lean on: %s', (_, known, readings) => {
    const basis = { editions: ['support@professional-status-team'], readings: readings.map((id) => ({ id })) };
    expect(half.given(known)).toMatchObject({ settled: false, basis });
  });
  it('names the calendar where a value counts on which a test stands, though the test does not', () => {
    const first = test({ clause, uses: ['due', 'to'], holds: (known) => compare(known.due, '<=', known.to) });
    const counted = ruleOf(byFirst, { ...spans, values: { due }, tests: { first } });
    expect(counted({ from: '2020-12-23', to: '2021-01-11' })).toMatchObject({ outcome: 'yes', basis });
    expect(counted.given({ from: '2020-12-23' }).basis).not.toHaveProperty('calendar');
  });
});

describe('the reasons of an answer', () => {
  it.each([
    [all, 'second, first'],
    [{ ...all, second: false }, 'not second, first'],
    [{ ...all, first: false }, 'not first'],
  ])('give the test that decides first, then the others as they were asked, each once: %j', (facts, because) => {
    expect(told(ruleOf(['first, second: yes', 'not second, first: no', 'not first: no'])(facts).because)).toBe(because);
  });
  it('leave it open where one of them, though no row turns on it, cannot be told', () => {
    const third = openWhere(false, 'third', ...terms);
    const doubted = ruleOf([{ 'first: yes': { cites: ['third'] } }, 'not first: no'], { tests: { ...tests, third } });
    const because = [unknown, 'first'].map((code) => ({ test: code, holds: code === 'first' }));
    expect(doubted({ ...all, third: false })).toMatchObject({ settled: false, needs: terms, because });
    expect(doubted(all)).toMatchObject({ outcome: 'yes', because: [{ test: 'first' }, { test: 'third' }] });
    expect(doubted(none)).toMatchObject({ outcome: 'no' });
  });
  it('need the facts of the tests, though the outcome is one whatever the facts are, where no test is known', () => {
    const answer = { ...asks('first'), because: [{ clause, test: unknown, holds: false }] };
    expect(ruleOf(['first: yes', 'not first: yes']).given({ second: true })).toMatchObject(answer);
  });
  it('are the test that is known, though the one that would tell its rows apart is not', () => {
    const one = ruleOf(['second, first: yes', 'second, not first: yes', 'not second: no']).given({ second: true });
    expect(one).toMatchObject({ settled: true, outcome: 'yes' });
    expect(one.because).toStrictEqual([{ clause, test: 'second', holds: true }]);
  });
  const says = { cites: ['third'] };
  it.each<[string, readonly [object, object, object], string]>([
    ['every row says: it is given for that', [says, says, says], 'third'],
    ['the last row does not say', [says, says, {}], `not ${unknown}`],
    ['only the last row says', [{}, {}, says], `not ${unknown}`],
  ])('may be something that the policy says whatever the facts are: %s', (_, [one, two, three], because) => {
    const [met, unmet] = ['not first, second: yes', 'not first, not second: yes'];
    const stated = { tests: { ...tests, third: states('support/6.2.3') } };
    expect(told(ruleOf([{ 'first: yes': one, [met]: two, [unmet]: three }], stated).given({}).because)).toBe(because);
  });
});

describe('a fault of the library’s own', () => {
  /** Fails as soon as the second flag is not set: in the facts themselves, or in those that a question tries. */
  const failing = (fail: () => Open): SmallRule =>
    ruleOf(byFirst, { tests: { first: test({ clause, uses: ['first', 'second'], holds: (of) => (of.second ? of.first : fail()) }) } });
  const fault = new RangeError('a fault of ours');
  const failed = failing(() => {
    throw fault;
  });
  const miscounted = failing(() => withinCalendar(clause, undecided));
  it.each<[string, (of: SmallRule, facts: Facts) => unknown]>([
    ['the call', (of, facts) => of(facts)],
    ['given', (of, facts) => of.given(facts)],
    ['check', (of, facts) => of.check(facts)],
    ['decideAll', (of, facts) => api.decideAll(of, [facts])],
    ...[api.underEveryReading, api.questionsFor, api.receipt, api.whatWouldChange].map((ask) => [ask.name, ask] as [string, typeof ask]),
  ])('is thrown as it is by %s, and never told as a problem of the facts', (_, ask) => {
    expect(() => ask(failed, none)).toThrow(fault);
    expect(() => ask(miscounted, none)).toThrow(new Error('unreachable'));
  });
  it('is thrown also where only a change that is tried runs into it', () => {
    expect(failed(all).outcome).toBe('yes');
    expect(() => api.whatWouldChange(failed, all)).toThrow(fault);
  });
});

describe('a fact of any kind', () => {
  /** A rule with a fact of each kind, also of those that no rule of the policy has yet. */
  const eachKind = ruleOf(tree, {
    shape: () => ({
      word: f.fact(f.text),
      number: f.fact(f.count),
      least: f.fact(f.positive),
      moment: f.fact(f.moment),
      inside: f.object<World['inside']>({ day: f.fact(f.date) }),
    }),
    tests: {
      first: test({ clause, uses: ['word', 'inside'], holds: ({ word, inside: { day } }) => word === 'a' || day > '2021' }),
      second: test({ clause, uses: ['number', 'least'], holds: ({ number, least }) => compare(number, '<', least - 1) }),
    },
  });
  it.each<[Facts, Readonly<Record<string, number>>]>([
    [{}, { number: 1, least: 1 }],
    [{ number: 1 }, { number: 0, least: 3 }],
    [{ least: 1 }, { least: 2 }],
  ])('can be what would change the outcome, within what it takes: 0 for a number, 1 for one that begins there: %j', (changed, to) => {
    const kinds = { word: 'a', number: 0, least: 2, moment: '2021-03-31', inside: { day: '2021-03-31' }, ...changed };
    const changes = Object.entries(to).map(([name, number]) => ({ change: { kind: 'fact', name }, to: number }));
    expect(api.whatWouldChange(eachKind, kinds)).toMatchObject(changes);
  });
  it('is drawn by the kit as the rule takes it', () => {
    const drawn = fc.sample(arbitraries.facts(eachKind), { numRuns: 200, seed: 1 }) as unknown as readonly World[];
    expect(new Set(drawn.map(({ least }) => least))).toStrictEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(drawn.map((facts) => eachKind(facts).outcome))).toStrictEqual(new Set(['yes', 'no']));
    for (const { inside, number, word } of drawn)
      expect([plainDate(inside.day), number >= 0, word.length]).toStrictEqual([inside.day, true, 1]);
  });
  it.each<[string, z.ZodType, object]>([
    ['a date', f.fact(f.date), { kind: 'date', none: false }],
    ['a date that may not have happened', f.factOrNone(f.date), { kind: 'date', none: true }],
    ['a date that may be left out', f.optional(f.factOrNone(f.date)), { kind: 'date', none: true }],
    ['a count', f.fact(f.count), { kind: 'count', none: false }],
    ['yes or no', f.yesNo(), { kind: 'choice', choices: [true, false], none: false }],
    ['yes, no or not known', f.yesNoOrNone(), { kind: 'choice', choices: [true, false, 'none'], none: true }],
    ['a word', f.oneOf(['one', 'other']), { kind: 'choice', choices: ['one', 'other'], none: false }],
    ['a word or none', f.oneOf(['one', 'none']), { kind: 'choice', choices: ['one', 'none'], none: true }],
    ['a list', f.listOf(f.yesNo()), { kind: 'list', none: false }],
  ])('is asked for by what it takes: %s', (_, schema, form) => {
    const asking = ruleOf(byFirst, { shape: () => ({ word: schema }), tests: { first: is(clause, 'word', 'one') } });
    expect(api.questionsFor(asking, {})).toStrictEqual([{ name: 'word', ...form, outcomes: ['yes', 'no'], clauses: [clause] }]);
  });
  it('is asked for first where as many are left to ask after it as after another, though nobody can try each day of it', () => {
    const first = test({ clause, uses: ['from'], holds: ({ from }) => compare(from, '<', '2021-01-01') });
    const rows = ['first: yes', 'not first, second: yes', 'not first, not second: no'];
    const dated = ruleOf(rows, { ...spans, tests: { first, second: isPlain } });
    expect(api.questionsFor(dated, {}).map(({ name }) => name)).toStrictEqual(['from', 'kind']);
  });
  it('is read alike where the host allows no code from strings', () => {
    const answers = () => [ruleOf(byFirst)(all), ruleOf(byFirst).check({ ...all, first: 1, fourth: true })];
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
