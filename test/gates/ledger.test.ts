// The ledger of clauses is complete, and says so only while it is: whatever is taken out of the evidence, it names the clause and what is missing.
import { expect, test } from 'vitest';
import { TAKEN } from '../../docs/tools/cases.mjs';
import { evidenceOf, ledgerOf, missingFrom, notYet, type Evidence } from '../../docs/tools/ledger.mjs';
import { words } from '../../docs/tools/words.mjs';
import { sources } from '../tools/policy-text.mjs';

const whole = evidenceOf('support');
/** What is missing, of the whole with a change. */
const missing = (change: Partial<Evidence>) => missingFrom(ledgerOf({ ...whole, ...change }));

const held = sources.filter((document) => !notYet.has(document));
test.each(held)('every clause of %s is encoded or excused, and every encoded one is exercised', (document) => {
  expect(missingFrom(ledgerOf(evidenceOf(document)))).toEqual([]);
});

test.each([...new Set(whole.subjects.map(({ by }) => by))])('%s is missed when it is removed', (rule) => {
  const claims = whole.claims.filter(({ by }) => by !== rule);
  expect(missing({ claims }).filter((line) => line.endsWith(`: there are cases of ${rule}, and no such rule`))).not.toEqual([]);
});

test('a rule that is removed with its cases leaves its clauses bare', () => {
  const claims = whole.claims.filter(({ by }) => by !== 'accessibilitySupport');
  const subjects = whole.subjects.filter(({ by }) => by !== 'accessibilitySupport');
  expect(missing({ claims, subjects })).toEqual(
    expect.arrayContaining(['support/6.3.1: no rule and no event cites it', 'support/6.3.2: no rule and no event cites it']),
  );
});

test('a parent stands and falls with its parts', () => {
  const claims = whole.claims.filter(({ clause }) => clause !== 'support/6.2.1.b');
  expect(missing({ claims })).toEqual(expect.arrayContaining(['support/6.2.1: no rule and no event cites it']));
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
  const register = { ...whole.register, 'support/9.9': { kind: 'rule' } };
  expect(missing({ register })).toContain('support/9.9: the document has no such clause');
});

test('an excuse gives its reason', () => {
  const register = { ...whole.register, 'support/1.1': { kind: 'informative', note: '' } };
  expect(missing({ register })).toContain('support/1.1: excused without a reason');
});
