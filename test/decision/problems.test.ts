// What bad facts are told, word for word: where each problem is, what was expected there, and what came. Every kind of fact, every order. And what could be wrong with a table.
import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { cohorts } from '../../src/support-policy/cohort.js';
import {
  cohortDate,
  cohortInstant,
  count,
  date,
  definitionOf,
  fact,
  factOrNone,
  factsFrom,
  instant,
  listOf,
  listOfSome,
  moment,
  object,
  oneOf,
  positive,
  read,
  text,
  yesNo,
  yesNoOrNone,
} from '../../src/decision/facts.js';
import { compiledOf } from '../../src/decision/rule.js';
import { faultsOf } from './tables.js';
import { InvalidFacts, decideAll, nextAvailableCohort, noticeDeadline, rules } from '../../src/index.js';

const form = 'YYYY-MM-DDTHH:MM[:SS[.fff]](Z|±HH:MM)';
const aDate = 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31';
const aMoment = 'must be a real date written YYYY-MM-DD (1900 to 2199), or an instant such as 2021-03-31T17:00:00+01:00 (1996 to 2199)';
const ofCohort = 'must be a real date written YYYY-MM-DD, from 1901-01-01 to 2198-12-31';
const trap = (): never => {
  throw new Error('a trap');
};
const thousand = Array.from({ length: 1000 }, () => true);

test.each<readonly [string, z.ZodType, good: readonly unknown[], message: string, bad: readonly unknown[]]>([
  ['a date', fact(date), ['1900-01-01', '2199-12-31'], aDate, ['1899-12-31', '2200-01-01', '2021-02-29', 1, null]],
  [
    'an instant',
    fact(instant),
    ['1996-01-01T00:00Z', '2199-12-31T23:59:59.999Z'],
    `must be an instant written ${form}, from 1996 on`,
    ['1995-12-31T23:59:59.999Z', '2200-01-01T00:00Z', '2021-01-01'],
  ],
  ['a date or an instant', fact(moment), ['1900-01-01', '1996-01-01T00:00Z'], aMoment, ['1899-12-31', '1995-12-31T23:59Z', 'none', true]],
  ['a date of a cohort', fact(cohortDate), ['1901-01-01', '2198-12-31'], ofCohort, ['1900-12-31', '2199-01-01', '2021-02-29']],
  [
    'an instant of a cohort',
    fact(cohortInstant),
    ['1996-01-01T00:00Z', '2198-12-31T23:59:59.999Z'],
    `must be an instant written ${form}, from 1996 to 2198`,
    ['1995-12-31T23:59:59.999Z', '2199-01-01T00:00Z'],
  ],
  ['a text', fact(text), ['x', 'x'.repeat(200)], 'must be text of 1 to 200 characters', ['', 'x'.repeat(201), 1]],
  ['a count', fact(count), [0, 1, Number.MAX_SAFE_INTEGER], 'must be a whole number, 0 or more', [-1, 0.5, 2 ** 53, '1']],
  ['a count of some', fact(positive), [1, Number.MAX_SAFE_INTEGER], 'must be a whole number, 1 or more', [0, 1.5, 2 ** 53, '1']],
  ['a date or none', factOrNone(date), ['none', '2021-01-01'], `${aDate}, or 'none'`, ['', 'None', '2021-02-29']],
  ['yes or no', yesNo(), [true, false], 'must be true or false', ['none', 0, 'true']],
  ['yes, no or none', yesNoOrNone(), [true, false, 'none'], "must be true, false or 'none'", ['', 0, null]],
  ['a word', oneOf(['QTLS', 'ATS']), ['QTLS', 'ATS'], 'must be one of QTLS, ATS', ['qtls', '', null]],
  ['a list', listOf(yesNo()), [[], thousand], 'must be a list', ['', {}, null]],
  ['a list of some', listOfSome(yesNo()), [[true]], 'must be a list of at least one', [[]]],
  ['an object', object({ on: yesNo() }), [{ on: true }], 'must be an object', ['', [], null]],
])('%s', (_, schema, good, message, bad) => {
  const of = object({ it: schema });
  for (const value of good) expect(factsFrom(of, { it: value })).toEqual({ facts: { it: value }, output: { it: value }, issues: [] });
  for (const value of bad) {
    const [only, ...others] = factsFrom(of, { it: value }).issues;
    expect([only?.path, only?.message, others], String(value)).toStrictEqual([['it'], message, []]);
  }
});

describe('an object of facts', () => {
  const of = object<{ first: boolean; list?: readonly boolean[] }>({ first: yesNo(), list: listOf(yesNo()) });
  const tooMany = [...thousand, true];
  it.each<readonly [string, unknown, readonly unknown[]]>([
    ['that is none', 'x', [{ path: [], message: 'must be an object', code: 'malformed', received: 'x' }]],
    ['that is a list', [], [{ path: [], message: 'must be an object', code: 'malformed', received: 'array' }]],
    ['that is nothing', null, [{ path: [], message: 'must be an object', code: 'malformed', received: null }]],
    ['that is a date', new Date(0), [{ path: [], message: 'must be an object', code: 'malformed', received: 'object' }]],
    [
      'with facts that are not known, each of them named',
      { first: true, list: [], second: 2, third: null, fourth: undefined }, // what is given as undefined is left out
      [
        {
          path: ['second'],
          message: 'is not known here; it takes first, list',
          code: 'unknown-key',
          received: 2,
          expected: ['first', 'list'],
        },
        {
          path: ['third'],
          message: 'is not known here; it takes first, list',
          code: 'unknown-key',
          received: null,
          expected: ['first', 'list'],
        },
      ],
    ],
    [
      'with other problems and in a list',
      { first: 1, list: [true, 'x'] },
      [
        { path: ['first'], message: 'must be true or false', code: 'malformed', received: 1 },
        { path: ['list', 1], message: 'must be true or false', code: 'malformed', received: 'x' },
      ],
    ],
    [
      'with a list that is too long',
      { first: true, list: tooMany },
      [{ path: ['list'], message: 'must hold at most 1000', code: 'out-of-range', received: 'array' }],
    ],
    [
      'with a fact that cannot be read',
      {
        first: true,
        get list(): never {
          return trap();
        },
      },
      [{ path: ['list'], message: 'must be a value that can be read', code: 'malformed', received: 'undefined' }],
    ],
    [
      'with a fact whose keys cannot be read',
      { first: true, list: new Proxy({}, { ownKeys: trap }) },
      [{ path: ['list'], message: 'must be a value that can be read', code: 'malformed', received: 'object' }],
    ],
    [
      'with a function, which is not looked into',
      { first: true, list: new Proxy(() => [], { get: trap, has: trap, getPrototypeOf: trap }) },
      [{ path: ['list'], message: 'must be a list', code: 'malformed', received: 'function' }],
    ],
    [
      'of which nobody can tell whether it is plain',
      new Proxy({ first: true, list: [] }, { getPrototypeOf: trap }),
      [{ path: [], message: 'must be an object', code: 'malformed', received: 'object' }],
    ],
  ])('%s', (_, value, issues) => {
    expect(factsFrom(of, value).issues).toStrictEqual(issues);
  });

  const deep = (depth: number): unknown => (depth === 0 ? {} : { of: deep(depth - 1) });
  const wide = (keys: number): object => Object.fromEntries(Array.from({ length: keys }, (__, key) => [`k${key}`, 1]));
  it.each<readonly [string, unknown, string | undefined]>([
    ['nested eight deep', deep(7), undefined],
    ['nested nine deep', deep(8), 'must not be nested so deeply'],
    ['of a hundred keys', wide(100), undefined],
    ['of a hundred and one', wide(101), 'must hold at most 100'],
  ])('with a value %s', (_, value, message) => {
    const { issues } = factsFrom(object({ it: z.array(z.any()), also: z.unknown() }), { it: [], also: value });
    expect(issues.map((each) => each.message)).toStrictEqual(message === undefined ? [] : [message]);
  });

  it('is told where it stands', () => {
    expect(() => read(of, { first: 1, list: [] }, ['rows', 3])).toThrow(
      new InvalidFacts([{ path: ['rows', 3, 'first'], message: 'must be true or false', code: 'malformed', received: 1 }]),
    );
  });
});

describe('cohorts', () => {
  const known = { id: '2020-10', programme: 'QTLS', startsOn: '2020-10-01' } as const;
  const whole = {
    ...known,
    entryOpens: '2020-08-01',
    entryCloses: '2020-09-15',
    submissionDeadline: '2021-03-31T17:00:00+01:00',
    resubmissionDeadline: '2021-06-30T17:00:00+01:00',
    resultsOn: '2021-05-28',
  } as const;
  it.each<readonly [string, readonly unknown[], readonly (readonly [string, string])[]]>([
    ['with all their dates', [whole, { ...known, id: '2021-01' }], []],
    [
      'of one day throughout',
      [{ ...whole, entryCloses: '2020-08-01', resultsOn: '2021-03-31', resubmissionDeadline: whole.submissionDeadline }],
      [],
    ],
    ['that start after entry closes, or before it opens', [{ ...whole, startsOn: '2020-07-01' }], []],
    [
      'that close before they open',
      [{ ...whole, entryCloses: '2020-07-31' }],
      [['0.entryCloses', 'must not be before entryOpens, 2020-08-01']],
    ],
    [
      'of a programme that there is not, and that close before they open',
      [{ ...whole, programme: 'DTLLS', entryCloses: '2020-07-31' }],
      [
        ['0.programme', 'must be one of QTLS, ATS'],
        ['0.entryCloses', 'must not be before entryOpens, 2020-08-01'],
      ],
    ],
    [
      'whose deadline is before the start',
      [{ ...known, submissionDeadline: '2020-09-30T23:59:59+01:00' }],
      [['0.submissionDeadline', 'must not be before startsOn, 2020-10-01']],
    ],
    [
      'whose resubmission is due first',
      [{ ...whole, resubmissionDeadline: '2021-03-31T16:59:59+01:00' }],
      [['0.resubmissionDeadline', 'must not be before submissionDeadline, 2021-03-31T17:00:00+01:00']],
    ],
    [
      'whose results come first',
      [{ ...whole, resultsOn: '2021-03-30' }],
      [['0.resultsOn', 'must not be before submissionDeadline, 2021-03-31T17:00:00+01:00']],
    ],
    [
      'one of which has another’s id',
      [known, { ...known, id: 'other' }, known],
      [['2.id', 'must be an id that no other cohort has; item 0 has it']],
    ],
    [
      'two of which have no id',
      [
        { ...known, id: undefined },
        { ...known, id: 1 },
        { ...known, id: 1 },
        { ...known, id: undefined },
      ],
      [0, 1, 2, 3].map(
        (index) => [`${index}.id`, index % 3 === 0 ? 'is missing: give a text' : 'must be text of 1 to 200 characters'] as const,
      ),
    ],
    [
      'with faults of every kind',
      [{ ...whole, id: '', entryCloses: '2020-07-31', resultsOn: '2021-02-30' }, { ...known, id: '' }, null],
      [
        ['0.id', 'must be text of 1 to 200 characters'],
        ['0.resultsOn', ofCohort],
        ['0.entryCloses', 'must not be before entryOpens, 2020-08-01'],
        ['1.id', 'must be text of 1 to 200 characters'],
        ['2', 'must be an object'],
        ['1.id', 'must be an id that no other cohort has; item 0 has it'],
      ],
    ],
  ])('%s', (_, value, problems) => {
    const { issues } = factsFrom(object({ cohorts: cohorts() }), { cohorts: value });
    expect(issues.map(({ path, message }) => [path.slice(1).join('.'), message])).toStrictEqual(problems);
  });

  it('must be a list of at most a thousand, also to the schema by itself', () => {
    const list = [...thousand, true].map((_, index) => ({ ...known, id: `c-${index}` }));
    const { error } = nextAvailableCohort.facts().safeParse({ programme: 'QTLS', trigger: '2020-11-01', cohorts: list });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toStrictEqual([
      ['cohorts', 'must be a list of at most 1000'],
    ]);
  });

  it('must be a list', () => {
    const { issues } = factsFrom(object({ cohorts: cohorts() }), { cohorts: known });
    expect(issues.map(({ message }) => message)).toStrictEqual(['must be a list']);
  });
});

describe('decideAll', () => {
  const aPolicy = 'must be an object with any of calendar, readings, editions, limits';
  it.each<readonly [string, readonly unknown[], readonly (readonly [string, string])[]]>([
    ['by what is not a rule', [() => 1, []], [['rule', 'must be a rule of this library']]],
    ['of what is not a list', [noticeDeadline, {}], [['rows', 'must be a list of at most 1000000 rows']]],
    ['of too many', [noticeDeadline, new Array(1_000_001)], [['rows', 'must be a list of at most 1000000 rows']]],
    ['of as many as may be, by no policy', [noticeDeadline, new Array(1_000_000), 1], [['policy', aPolicy]]],
    [
      'of too many, by no policy',
      [noticeDeadline, new Array(1_000_001), 1],
      [
        ['rows', 'must be a list of at most 1000000 rows'],
        ['policy', aPolicy],
      ],
    ],
    [
      'by no rule, of no list',
      [null, null],
      [
        ['rule', 'must be a rule of this library'],
        ['rows', 'must be a list of at most 1000000 rows'],
      ],
    ],
  ])('%s', (_, args, problems) => {
    try {
      (decideAll as (...of: readonly unknown[]) => unknown)(...args);
      expect.unreachable();
    } catch (error) {
      expect((error as InvalidFacts).issues.map(({ path, message }) => [path.join('.'), message])).toStrictEqual(problems);
    }
  });

  it('says of a row that cannot be read that it cannot', () => {
    const rows = [{ programmeStartsOn: '2021-01-10' }, {}];
    Object.defineProperty(rows, 1, { get: trap });
    const [good, bad] = decideAll(noticeDeadline, rows as never);
    expect(good?.ok).toBe(true);
    expect(bad).toStrictEqual({
      ok: false,
      issues: [{ path: [], message: 'must be a value that can be read', code: 'malformed', received: 'undefined' }],
    });
  });
});

describe('a table of rows', () => {
  const of = (...rows: readonly Readonly<Record<string, boolean>>[]) => faultsOf(rows.map((when) => ({ when })));
  it.each<readonly [string, readonly string[], string]>([
    ['has no row at all', of(), 'no row for any facts'],
    ['leaves one case out', of({ a: true }), 'no row for not a'],
    ['leaves out one of four', of({ a: true }, { a: false, b: false }), 'no row for not a, b'],
    ['has a row twice', of({ a: true }, { a: true }, { a: false }), 'row 2 is never reached'],
    ['has a row for anything, twice', of({}, {}), 'row 2 is never reached'],
    ['has a row that earlier ones leave nothing to', of({ a: true }, { a: false }, { b: true }), 'row 3 is never reached'],
    [
      'is open without saying what is needed',
      faultsOf([{ when: {}, outcome: 'undetermined' }]),
      'row 1 is undetermined without needs, or the reverse',
    ],
    [
      'is settled and says what is needed',
      faultsOf([{ when: {}, outcome: 'met', needs: [] }]),
      'row 1 is undetermined without needs, or the reverse',
    ],
  ])('is at fault where it %s', (_, faults, fault) => {
    expect(faults).toEqual([fault]);
  });

  it.each(Object.values(rules))('of $id has none of these faults', (rule) => {
    expect(faultsOf(compiledOf(rule).table.rows)).toEqual([]);
  });
});

test('every rule says what it is not given', () => {
  for (const rule of Object.values(rules)) {
    expect(rule.check(undefined)).toStrictEqual([{ path: [], message: 'must be an object', code: 'missing', received: 'undefined' }]);
    const { issues } = factsFrom(rule.facts(), {});
    const expected = Object.keys(definitionOf(rule.facts()).shape ?? {});
    const message = `is not a fact of this rule; it takes ${expected.join(', ')}`;
    expect(rule.check({ nonsense: 1 })).toContainEqual({ path: ['nonsense'], message, code: 'unknown-key', received: 1, expected });
    for (const issue of issues) expect([issue.code, issue.message]).toEqual(['missing', expect.stringMatching(/^is missing: give /)]);
  }
});
