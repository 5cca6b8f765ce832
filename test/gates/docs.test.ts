// Generated pages are what their tools make of the code as it stands, and every reading on which something leans has a case that turns on it.
import { readings, rules, type RuleId } from 'professional-status';
import { expect, test } from 'vitest';
import { bytesPage } from '../../docs/tools/bytes.mjs';
import { statement, theoremsPage } from '../../docs/tools/theorems.mjs';
import { bareClauses, clausesPage } from '../../docs/tools/clauses.mjs';
import { lifecycleTables } from '../../docs/tools/lifecycle.mjs';
import { decidingCase, readingsPage, takenForAnother, undecided } from '../../docs/tools/readings.mjs';
import { fileOf, readingsUnsaid } from '../../docs/tools/rules.mjs';
import { spreadsheetPages } from '../../docs/tools/spreadsheet.mjs';

test('docs/clauses.md is up to date', () => {
  expect(() => {
    clausesPage({ write: false });
  }).not.toThrow();
});

test('docs/readings.md is up to date', async () => {
  await expect(readingsPage({ write: false })).resolves.toBeUndefined();
});

test('the tables of docs/lifecycle.md are up to date', async () => {
  await expect(lifecycleTables({ write: false })).resolves.toBeUndefined();
});

test('the functions by name and docs/spreadsheet-functions.md are up to date', async () => {
  await expect(spreadsheetPages({ write: false })).resolves.toBeUndefined();
});

test('docs/spreadsheets.md says where the bytes go', async () => {
  await expect(bytesPage({ write: false })).resolves.toBeUndefined();
});

test('docs/theorems.md is up to date, and every theorem is put to the test', async () => {
  await expect(theoremsPage({ write: false })).resolves.toBeUndefined();
}, 60_000);

test('a theorem is of the clauses that its name begins with, in whatever document', () => {
  expect(statement('4.4: the review opens')).toEqual({ clauses: ['support/4.4'], says: 'the review opens' });
  expect(statement('code-page/1, code-page/15: both bind: always')).toEqual({
    clauses: ['code-page/1', 'code-page/15'],
    says: 'both bind: always',
  });
  expect(statement('objections/who: anybody')).toMatchObject({ clauses: ['objections/who'] });
  expect(statement('read as made once, it never falls due')).toBeUndefined();
  expect(statement('fourteen days, in whatever edition: its clause is said')).toBeUndefined();
});

test.each([
  ['1: the Code binds every member', 'support/1'],
  ['4.4, 15: the review opens', 'support/15'],
  ['code-page/99: the Code binds every member', 'code-page/99'],
  ['code/1, 4.4: the Code binds every member', 'code/1'],
])('a theorem of a clause that the register lacks is refused: %s', (title, lacking) => {
  expect(() => statement(title)).toThrow(`the register has no clause ${lacking}`);
});

test('every clause that the register calls a rule has one, in whatever document', () => {
  expect(bareClauses().map((clause) => `${clause}: write a rule for it, or give its kind and the reason`)).toEqual([]);
});

test.each(Object.keys(rules) as RuleId[])('the comment over %s names every reading on which it leans', (id) => {
  expect(readingsUnsaid(id).map((reading) => `name \`${reading}\` in the comment over ${id}, ${fileOf(id)}`)).toEqual([]);
});

test('a reading that a comment leaves out is named', () => {
  expect(readingsUnsaid('noticeDeadline', '/** Readings: `notice-month`. */\nexport const noticeDeadline:')).toEqual(['notice-boundary']);
});

test('every reading on which something leans has a case that its options decide differently', () => {
  expect(undecided()).toEqual([]);
  const { 'notice-month': reading } = readings;
  expect(decidingCase(reading)?.answers.map(({ choice, outcome }) => `${choice}: ${outcome}`)).toEqual([
    'count-back: late',
    'count-forward: timely',
  ]);
});

test('every two choices of a reading are told apart by some case', () => {
  expect(takenForAnother()).toEqual([]);
});

test('two choices that no case tells apart are named', () => {
  const never = [['a', 'b']] as const;
  const alike = takenForAnother(({ id }) => (id === 'notice-month' ? { asked: '', answers: [], never } : undefined));
  expect(alike).toEqual(["the reading 'notice-month': 'a' and 'b' are told apart by no case"]);
});

test('a reading without such a case is named', () => {
  expect(undecided(() => undefined)).toEqual(Object.keys(readings));
});
