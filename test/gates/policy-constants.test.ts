// The gate of the policy's constants sees every number, unit and comparator: what it finds, and what it does not know, in sources made for that.
import { expect, test } from 'vitest';
import { excusedFor, look } from '../tools/mutate/places.mjs';
import { findIn } from '../tools/mutate/find.mjs';

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
