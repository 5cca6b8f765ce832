// Receipts: stable JSON, verified by the version that made them and by later ones, and never said to be the same when something is missing.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { englandAndWales, scotland, withGovUkFeed, workingCalendar, type WorkingCalendar } from '../../src/calendar/index.js';
import {
  assessAdjustmentRequest,
  assessSupportAppeal,
  definePolicy,
  receipt,
  rules,
  verifyReceipt,
  type Policy,
  type Receipt,
  type RuleId,
  type Verification,
} from '../../src/index.js';
import { policies, wholeFacts } from '../decision/arbitraries.js';
import { loose, ruleIds, type Facts } from '../decision/cases.js';
import { runs } from '../runs.js';

const made = (id: RuleId, facts: Facts, policy?: Policy): Receipt =>
  (receipt as (rule: unknown, facts: unknown, policy?: Policy) => Receipt)(rules[id], facts, policy);
const stored = (of: unknown): Receipt => JSON.parse(JSON.stringify(of)) as Receipt;

describe.each(ruleIds)('%s', (id) => {
  const rule = loose(rules[id]);
  const file = new URL(`receipts/${id}.json`, import.meta.url);

  it('has a receipt that an earlier version made, and it is still the same', () => {
    expect(existsSync(file), `run \`npm run update -- receipts\` for ${id}`).toBe(true);
    const earlier = JSON.parse(readFileSync(file, 'utf8')) as Receipt;
    expect(earlier.rule).toBe(id);
    expect(verifyReceipt(earlier, { rules })).toStrictEqual({ result: 'same' });
  });

  it('any receipt is the same again, whatever the policy, also after a round trip through JSON and under another', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, policies, (facts, policy, other) => {
        const one = made(id, facts, policy);
        expect(stored(one)).toStrictEqual(one);
        expect(verifyReceipt(stored(one), { rules, policy: other })).toStrictEqual({ result: 'same' });
        const decision = rule(facts, policy);
        expect(one.outcome).toBe(decision.outcome);
        expect(one.citations).toStrictEqual([...new Set(decision.because.map(({ clause }) => clause))]);
      }),
      runs(40),
    );
  });

  it('has its keys in one order, and every fact in that of the rule', () => {
    fc.assert(
      fc.property(wholeFacts(id), policies, (facts, policy) => {
        const shuffled = Object.fromEntries(Object.entries(facts).reverse());
        expect(JSON.stringify(made(id, shuffled, policy))).toBe(JSON.stringify(made(id, facts, policy)));
        const order = ['receipt', 'library', 'rule', 'facts', 'editions', 'calendar', 'readings', 'outcome', 'detail', 'citations'];
        expect(Object.keys(made(id, facts, policy))).toStrictEqual(order.filter((key) => key in made(id, facts, policy)));
      }),
      runs(10),
    );
  });
});

const late = receipt(assessAdjustmentRequest, { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
const counted = receipt(assessSupportAppeal, { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' });
const verified = (changes: object, of: Receipt = late, using: object = {}): Verification =>
  verifyReceipt({ ...stored(of), ...changes }, { rules, ...using });

describe('a receipt', () => {
  it('states what was taken for granted', () => {
    expect(late).toStrictEqual({
      receipt: 1,
      library: manifest.version,
      rule: 'assessAdjustmentRequest',
      facts: { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', requirement: 'reasonable-adjustment' },
      editions: ['support@professional-status-team'],
      readings: [
        { id: 'notice-month', choice: 'count-back' },
        { id: 'notice-boundary', choice: 'inclusive' },
        { id: 'notice-effect', choice: 'advisory' },
      ],
      assumed: ['requirement'],
      outcome: 'late',
      detail: { latestTimely: '2020-12-10', firstLate: '2020-12-11', marginDays: -1, effect: 'considered' },
      citations: ['support/3.1.1'],
    });
  });
  it('of a count names the very version of the calendar', () => {
    expect(counted.calendar).toStrictEqual({ id: englandAndWales.id, version: englandAndWales.version });
  });
});

describe('verifying says what differs', () => {
  it('of an outcome, a detail or citations that were changed', () => {
    expect(verified({ outcome: 'timely' })).toStrictEqual({
      result: 'different',
      differs: [{ name: 'outcome', receipt: 'timely', now: 'late' }],
    });
    expect(verified({ detail: { ...late.detail, marginDays: 0 }, citations: ['support/9.1'] })).toMatchObject({
      result: 'different',
      differs: [{ name: 'detail' }, { name: 'citations', receipt: ['support/9.1'], now: ['support/3.1.1'] }],
    });
  });
  it('of facts and readings that were changed, by what then follows', () => {
    expect(verified({ facts: { ...late.facts, requestedOn: '2020-12-10' } })).toMatchObject({ result: 'different' });
    const forward = late.readings.map((each) => (each.id === 'notice-effect' ? { ...each, choice: 'condition' } : each));
    expect(verified({ readings: forward })).toMatchObject({ result: 'different', differs: [{ name: 'detail' }] });
  });
});

describe('verifying a receipt of a count whose basis was changed, the answer with it left as it was', () => {
  const { calendar, ...uncounted } = counted;
  const differing = (changed: object): readonly string[] => {
    const found = verifyReceipt(changed, { rules });
    return found.result === 'different' ? found.differs.map(({ name }) => name) : [];
  };
  it('tells that the calendar, the editions or the readings were left out', () => {
    expect(differing(uncounted)).toStrictEqual(['calendar']);
    expect(differing({ ...counted, editions: [] })).toStrictEqual(['editions']);
    expect(differing({ ...counted, readings: [] })).toStrictEqual(['readings']);
  });
  it('tells that a fact is called assumed that was given, or given that was assumed', () => {
    expect(differing({ ...counted, assumed: [...(counted.assumed ?? []), 'receivedAt'] })).toStrictEqual(['assumed']);
    expect(calendar).toBeDefined();
  });
  it('takes readings and editions in whatever order', () => {
    expect(differing({ ...counted, readings: [...counted.readings].reverse(), editions: [...counted.editions].reverse() })).toStrictEqual(
      [],
    );
  });
});

describe('verifying cannot say without', () => {
  it('the rule', () => {
    expect(verified({}, late, { rules: {} })).toStrictEqual({
      result: 'cannot',
      missing: [{ kind: 'rule', id: 'assessAdjustmentRequest' }],
    });
    expect(verified({ rule: 'toString' })).toStrictEqual({ result: 'cannot', missing: [{ kind: 'rule', id: 'toString' }] });
    expect(verified({}, late, { rules: { assessAdjustmentRequest: rules.noticeDeadline } })).toMatchObject({ result: 'cannot' });
  });
  it('the editions and the readings, each by its name', () => {
    const changes = {
      editions: ['support@2031'],
      readings: [
        { id: 'notice-month', choice: 'count-sideways' },
        { id: 'moon', choice: 'full' },
      ],
    };
    expect(verified(changes)).toStrictEqual({
      result: 'cannot',
      missing: [
        { kind: 'edition', id: 'support@2031' },
        { kind: 'reading', id: 'notice-month', choice: 'count-sideways' },
        { kind: 'reading', id: 'moon', choice: 'full' },
      ],
    });
  });
  it('that version of the calendar', () => {
    const calendar = { id: 'england-and-wales', version: 'official-2011-2020+0' };
    expect(verified({ calendar }, counted)).toStrictEqual({ result: 'cannot', missing: [{ kind: 'calendar', ...calendar }] });
  });
  it('the shape that a later version has', () => {
    expect(verified({ receipt: 2, colour: 'blue' })).toStrictEqual({ result: 'cannot', missing: [{ kind: 'receipt', version: 2 }] });
  });
  it('the version of the library that read these facts, if this one does not', () => {
    expect(verified({ library: '9.0.0', facts: { askedOn: '2020-12-11' } })).toStrictEqual({
      result: 'cannot',
      missing: [{ kind: 'library', version: '9.0.0' }],
    });
  });
});

describe('verifying needs nothing else', () => {
  it('no particular version of the library', () => {
    expect(verified({ library: '0.0.1' })).toStrictEqual({ result: 'same' });
  });
  it('no calendar where no day was counted, and any nation’s where one was', () => {
    expect(verified({}, late, { policy: definePolicy({ calendar: scotland }) })).toStrictEqual({ result: 'same' });
    expect(verified({}, counted, { policy: definePolicy({ calendar: scotland }) })).toStrictEqual({ result: 'same' });
  });
  it('the host’s own calendar only from the host', () => {
    const calendar = workingCalendar({
      base: englandAndWales,
      id: 'office',
      version: '1',
      closures: [{ from: '2020-12-24', to: '2021-01-03', name: 'Winter' }],
    });
    const own = made('assessSupportAppeal', counted.facts, definePolicy({ calendar }));
    expect(verified({}, own)).toMatchObject({ result: 'cannot', missing: [{ kind: 'calendar', id: 'office' }] });
    expect(verified({}, own, { policy: definePolicy({ calendar }) })).toStrictEqual({ result: 'same' });
  });
});

describe('years put at the end of a calendar since', () => {
  const last = Number(englandAndWales.span.to.slice(0, 4));
  /** England and Wales with some years more, each with one holiday, and perhaps others. */
  const longer = (years: number, ...others: readonly string[]): WorkingCalendar => {
    const dates = [...Array.from({ length: years }, (_, index) => `${last + index + 1}-12-25`), `${last + 1}-01-01`, ...others];
    const events = dates.map((date) => ({ title: 'A holiday', date }));
    return years === 0
      ? englandAndWales
      : withGovUkFeed(englandAndWales, { 'england-and-wales': { division: 'england-and-wales', events } });
  };
  const office = (base: WorkingCalendar): WorkingCalendar =>
    workingCalendar({
      base,
      id: 'office',
      version: '7',
      closures: [{ from: `${last}-12-27`, to: `${last}-12-29`, name: 'Winter' } as const],
    });
  const appeal = (day: string, calendar: WorkingCalendar): Receipt =>
    made('assessSupportAppeal', { ...counted.facts, receivedAt: day, sentAt: day, asOf: day }, definePolicy({ calendar }));
  const now = (of: Receipt, calendar: WorkingCalendar): Verification => verified({}, of, { policy: definePolicy({ calendar }) });
  const [inIt, atItsEnd] = [`${last + 1}-06-01`, `${last + 1}-12-24`];

  it.each([
    ['a count that ends before them', inIt, longer(1), longer(2)],
    ['a count that left the calendar then, and would not now', atItsEnd, longer(1), longer(2)],
    ['several years', inIt, longer(1), longer(5)],
    ['the office’s own calendar', `${last}-12-20`, office(longer(1)), office(longer(2))],
    ['the office’s own calendar, of what the library held then', `${last}-12-01`, office(longer(0)), office(longer(1))],
  ])('leave a receipt the same: %s', (_, day, then, later) => {
    const of = appeal(day, then);
    expect(of.calendar?.version).not.toBe(later.version);
    expect(now(of, later)).toStrictEqual({ result: 'same' });
  });

  it('do not settle what the calendar’s end left open', () => {
    expect([longer(1), longer(2)].map((calendar) => appeal(atItsEnd, calendar).outcome)).toStrictEqual(['undetermined', 'admissible']);
  });

  it.each([
    ['a day was proclaimed as well', longer(2, `${last + 1}-06-04`)],
    ['the years are not there yet', longer(0)],
    ['the calendar has another name', office(longer(2))],
  ])('are not all that is other: %s', (_, calendar) => {
    const of = appeal(inIt, longer(1));
    expect(now(of, calendar)).toStrictEqual({ result: 'cannot', missing: [{ kind: 'calendar', ...of.calendar }] });
  });

  it('make no other content the same, and no other answer', () => {
    const of = appeal(inIt, longer(1));
    const calendar = { id: 'england-and-wales', version: `${of.calendar?.version}0` };
    expect(verified({ calendar }, of, { policy: definePolicy({ calendar: longer(2) }) })).toMatchObject({ result: 'cannot' });
    expect(now({ ...of, outcome: 'answered' }, longer(2))).toMatchObject({ result: 'different', differs: [{ name: 'outcome' }] });
  });
});

describe('a malformed receipt', () => {
  const paths = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return (error as { readonly issues: readonly { readonly path: unknown }[] }).issues.map(({ path }) => path);
    }
  };
  it('is refused with every path', () => {
    expect(paths(() => verified({ library: 1, citations: 'support/3.1.1', colour: 'blue' }))).toStrictEqual([
      ['receipt', 'library'],
      ['receipt', 'citations'],
      ['receipt', 'colour'],
    ]);
    expect(paths(() => verifyReceipt('receipt', { rules }))).toStrictEqual([['receipt']]);
    expect(paths(() => verifyReceipt(late, {} as never))).toStrictEqual([['rules']]);
    expect(() => verifyReceipt(late, rules as never)).toThrow(
      /^Invalid facts: rules is missing: give \{ rules \}, and not the rules alone$/,
    );
  });
  it('is refused for facts that its own version would not have taken', () => {
    expect(paths(() => verified({ facts: { ...late.facts, requestedOn: '2020-02-30' } }))).toStrictEqual([
      ['receipt', 'facts', 'requestedOn'],
    ]);
  });
  it('is refused for two editions of one document', () => {
    expect(paths(() => verified({ editions: ['support@professional-status-team', 'support@etf-staff'] }))).toStrictEqual([
      ['receipt', 'editions', 1],
    ]);
  });
});
