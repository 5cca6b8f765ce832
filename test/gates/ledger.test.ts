// The ledger of clauses is complete, and says so only while it is: whatever is taken out of the evidence, it names the clause and what is missing.
import { describe, expect, test } from 'vitest';
import { TAKEN } from '../../docs/tools/cases.mjs';
import { evidenceOf, ledgerOf, missingFrom, type Evidence } from '../../docs/tools/ledger.mjs';
import { words } from '../../docs/tools/words.mjs';
import { sources } from '../tools/policy-text.mjs';

const all = sources.map((document) => ({ document, whole: evidenceOf(document) }));

test('both sources are held to it, none excepted', () => {
  expect([...sources].sort()).toEqual(['code-page', 'support']);
});

describe.each(all)('$document', ({ document, whole }) => {
  /** What is missing, of the whole with a change. */
  const missing = (change: Partial<Evidence>) => missingFrom(ledgerOf({ ...whole, ...change }));

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
const missing = (change: Partial<Evidence>) => missingFrom(ledgerOf({ ...whole, ...change }));

test.each([
  ['accessibilitySupport', 'support', ['6.3.1', '6.3.2']],
  ['applicableStandards', 'code-page', ['14', '15']],
])('%s, removed with its cases, leaves its clauses bare', (rule, document, bare) => {
  const of = evidenceOf(document);
  const without = { claims: of.claims.filter(({ by }) => by !== rule), subjects: of.subjects.filter(({ by }) => by !== rule) };
  expect(missingFrom(ledgerOf({ ...of, ...without }))).toEqual(
    expect.arrayContaining(bare.map((number) => `${document}/${number}: no rule and no event cites it`)),
  );
});

test('a parent stands and falls with its parts', () => {
  const claims = whole.claims.filter(({ clause }) => clause !== 'support/6.2.1' && clause !== 'support/6.2.1.b');
  expect(missing({ claims })).toEqual(expect.arrayContaining(['support/6.2.1: no rule and no event cites it']));
  expect(missing({ claims: whole.claims.filter(({ clause }) => clause !== 'support/6.2.1') })).toEqual([]);
});
