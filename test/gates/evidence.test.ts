// The policy's evidence is complete: every clause has a rule with its cases or an excuse, every machine is searched to its last state, and every constant is tried.
import * as library from 'professional-status';
import * as calendar from 'professional-status/calendar';
import { describe, expect, test } from 'vitest';
import { TAKEN } from '../../docs/tools/cases.mjs';
import { type Evidence, evidenceOf, missingFrom } from '../../docs/tools/ledger.mjs';
import { words } from '../../docs/tools/words.mjs';
import { inWords, run } from '../tools/explore/report.mjs';
import { findIn } from '../tools/mutate/find.mjs';
import { excusedFor, look } from '../tools/mutate/places.mjs';
import { sources } from '../tools/policy-text.mjs';

// The ledger of clauses is complete, and says so only while it is: whatever is taken out of the evidence, it names the clause and what is missing.
describe('the ledger of clauses', () => {
  const all = sources.map((document) => ({ document, whole: evidenceOf(document) }));

  test('both sources are held to it, none excepted', () => {
    expect([...sources].sort()).toEqual(['code-page', 'support']);
  });

  describe.each(all)('$document', ({ document, whole }) => {
    /** What is missing, of the whole with a change. */
    const missing = (change: Partial<Evidence>) => missingFrom({ ...whole, ...change });

    test('every clause is encoded or excused, and every encoded one is exercised', () => {
      expect(missing({})).toEqual([]);
    });

    test.each([...new Set(whole.subjects.map(({ by }) => by))])('%s is missed when it is removed', (rule) => {
      const claims = whole.claims.filter(({ by }) => by !== rule);
      expect(missing({ claims }).filter((line) => line.endsWith(`: there are cases of ${rule}, and no such rule`))).not.toEqual([]);
    });

    const sides = whole.claims.flatMap((claim) => claim.sides.map((side) => ({ ...claim, side })));
    test.each(sides)('$clause is not exercised without a case in which "$test" of $by is $side', ({ clause, by, test: code, side }) => {
      const citations = whole.citations.filter(
        (each) => !(each.by === by && each.test === code && each.clause === clause && each.holds === side),
      );
      const named = code === TAKEN ? `${by}: ${side ? 'taken' : 'refused'}` : `${by}, ${words(code)}: ${String(side)}`;
      expect(missing({ citations })).toContain(`${clause}: ${named} in no case`);
    });

    test.each(whole.text)('%s is missed in the register', (clause) => {
      const register = Object.fromEntries(Object.entries(whole.register).filter(([id]) => id !== clause));
      expect(missing({ register })).toContain(`${clause}: the register has no line for it`);
    });

    test('a line of the register that no document has is a mistake', () => {
      const register = { ...whole.register, [`${document}/9.9`]: { kind: 'rule' } };
      expect(missing({ register })).toContain(`${document}/9.9: the document has no such clause`);
    });

    const excused = Object.entries(whole.register).filter(([, { kind }]) => kind !== 'rule');
    test.each(excused)('%s is excused, and gives its reason', (clause, { kind }) => {
      expect(missing({ register: { ...whole.register, [clause]: { kind, note: '' } } })).toContain(`${clause}: excused without a reason`);
    });
  });

  const { whole } = all.find(({ document }) => document === 'support') as (typeof all)[number];
  const missing = (change: Partial<Evidence>) => missingFrom({ ...whole, ...change });

  test.each([
    ['accessibilitySupport', 'support', ['6.3.1', '6.3.2']],
    ['applicableStandards', 'code-page', ['14', '15']],
  ])('%s, removed with its cases, leaves its clauses bare', (rule, document, bare) => {
    const of = evidenceOf(document);
    const without = { claims: of.claims.filter(({ by }) => by !== rule), subjects: of.subjects.filter(({ by }) => by !== rule) };
    expect(missingFrom({ ...of, ...without })).toEqual(
      expect.arrayContaining(bare.map((number) => `${document}/${number}: no rule and no event cites it`)),
    );
  });

  test('a parent stands and falls with its parts', () => {
    const claims = whole.claims.filter(({ clause }) => clause !== 'support/6.2.1' && clause !== 'support/6.2.1.b');
    expect(missing({ claims })).toEqual(expect.arrayContaining(['support/6.2.1: no rule and no event cites it']));
    expect(missing({ claims: whole.claims.filter(({ clause }) => clause !== 'support/6.2.1') })).toEqual([]);
  });
});

// Every machine is searched to its last state: every stage and every cell is visited, and every theorem holds. `npm run test:full -- explore` searches further, for longer.
describe('the machines, searched', () => {
  const explored = [...run(library, calendar, { whole: false })];

  test('every machine is searched', () => {
    expect([...new Set(explored.map(({ machine: { id } }) => id))]).toEqual([
      'programmeLifecycle',
      'supportAppealProcedure',
      'awardAppeal',
      'actionAgainstMember',
      'membershipApplication',
    ]);
  });

  test.each(explored)('$title: 100% of stages and cells, and no counterexample', ({ stages, cells, proofs, states }) => {
    expect(states).toBeGreaterThan(5);
    expect([...stages.missed, ...cells.missed]).toEqual([]);
    expect(proofs.flatMap(({ theorem, counterexample }) => (counterexample ? [theorem.says, ...inWords(counterexample)] : []))).toEqual([]);
    for (const { asked } of proofs) expect(asked).toBeGreaterThan(0);
  });
});

// The gate of the policy's constants sees every number, unit and comparator: what it finds, and what it does not know, in sources made for that.
describe('the constants of the policy', () => {
  const changes = (source: string) => findIn('a.ts', source, 0).mutants.map(({ kind, change }) => `${kind}: ${change}`);

  test.each([
    ['const limit = 10;', ['number: 10 → 9', 'number: 10 → 11']],
    ['const before = -1;', ['number: 1 → 0', 'number: 1 → 2']],
    ["const end = '16:30';", ["hour: '16:30' → '16:29'", "hour: '16:30' → '16:31'"]],
    ["const from = '2022-11-01';", ["day: '2022-11-01' → '2022-10-31'", "day: '2022-11-01' → '2022-11-02'"]],
    ["const first = '-01';", ["digits: '-01' → '-00'", "digits: '-01' → '-02'"]],
    ['const is = a <= b;', ['comparator: <= → <']],
    ['const is = a > b;', ['comparator: > → >=']],
    ["const is = a === 'none';", ['comparator: === → !==']],
    ["compare(a, '<=', b);", ["comparator: '<=' → '<'"]],
    ["compareTimes(a, '>', b);", ['unit: compareTimes in whole days', "comparator: '>' → '>='"]],
    ['addWorkingDays(day, n, calendar);', ['unit: addWorkingDays in days']],
    ['subtractMonths(day, n);', ['unit: subtractMonths in thirties of days']],
    ['const span = { workingDays: limit };', ['unit: workingDays → days']],
    ['const text = `${year}-01-31`;', ['digits: "-01-31" → "-00-31"', 'digits: "-01-31" → "-02-31"']],
    ["type Month = 1 | 2; interface A { readonly b: '<=' } import { c } from './d2.js';", []],
    ["const clause = 'support/3.1.1'; const edition = 'objections@2022-11'; const word = 'described-in-section-6';", []],
  ])('%s', (source, expected) => {
    expect(changes(source)).toEqual(expected);
  });

  test('the rewritten source says the same while no change is on, and another thing while one is', () => {
    const { rewritten, mutants } = findIn('a.ts', 'return day <= last - 1 ? `${year}-01` : 14;', 0);
    const run = (on: number): unknown => {
      const compare = { '<=': (is: boolean, a: number, b: number) => (is ? a < b : a <= b) };
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the source that was made above
      return new Function('__on', '__compare', 'day', 'last', 'year', rewritten)((id: number) => id === on, compare, 9, 10, '2021');
    };
    expect(run(-1)).toBe('2021-01');
    expect(new Set(mutants.map(({ id }) => run(id)))).toEqual(new Set([14, '2021-01', '2021-00', '2021-02']));
  });

  test('what it does not know how to change is named', () => {
    expect(findIn('a.ts', "const wording = 'within 14 days'; const form = /^14 days$/; const big = 14n;", 0).unknown).toHaveLength(3);
  });

  test('every room of src is looked at, or says what its numbers are; what is not known is excused with a reason', () => {
    const { mutants, unknown, problems } = look();
    expect(problems).toEqual([]);
    expect(unknown.filter((each) => excusedFor(each) === undefined)).toEqual([]);
    expect(new Set(mutants.map(({ kind }) => kind))).toEqual(
      new Set(['number', 'unit', 'comparator', 'hour', 'digits', ...(mutants.some(({ kind }) => kind === 'day') ? ['day'] : [])]),
    );
  });
});
