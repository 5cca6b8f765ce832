// A policy: what `definePolicy` and `policyOf` take, keep and refuse.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidFacts, type Issue } from '../../src/data/issues.js';
import { englandAndWales, scotland } from '../../src/calendar/nations.js';
import { defaultReadings, editionIds, readingChoices, sourceEditions, type EditionId, type Readings } from '../../src/policy/choices.js';
import { limits } from '../../src/policy/limits.js';
import { definePolicy, policyOf, standardPolicy, type AnyPolicy, type PolicyOptions } from '../../src/policy/policy.js';

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues;
    throw error;
  }
  return [];
}

const pathsOf = (run: () => unknown): unknown => issuesOf(run).map(({ path }) => path);
const define = (options: unknown): AnyPolicy => definePolicy(options as PolicyOptions);

describe('the standard policy', () => {
  it('is England and Wales, every default and the editions of the sources', () => {
    expect(standardPolicy).toStrictEqual({ calendar: englandAndWales, readings: defaultReadings, editions: sourceEditions, limits });
  });
  it('is what definePolicy makes of nothing', () => {
    expect(definePolicy()).toStrictEqual(standardPolicy);
    expect(definePolicy({})).toStrictEqual(standardPolicy);
    expect(definePolicy({ calendar: undefined, readings: undefined, editions: undefined })).toStrictEqual(standardPolicy);
    expect(definePolicy({ readings: {}, editions: [] })).toStrictEqual(standardPolicy);
  });
});

describe('definePolicy', () => {
  it('takes a calendar', () => {
    expect(definePolicy({ calendar: scotland }).calendar).toBe(scotland);
  });

  it('takes each choice of each reading and leaves the others as they are', () => {
    for (const [id, choices] of Object.entries(readingChoices)) {
      for (const choice of choices) {
        expect(define({ readings: { [id]: choice } }).readings).toStrictEqual({ ...defaultReadings, [id]: choice });
      }
    }
  });

  it('takes an undefined reading as one that is not given', () => {
    expect(definePolicy({ readings: { 'notice-month': undefined } }).readings).toStrictEqual(defaultReadings);
  });

  it('puts an edition in the place of the standard one of its document', () => {
    const { editions } = definePolicy({ editions: ['support@etf-staff'] });
    expect(editions).toContain('support@etf-staff');
    expect(editions).not.toContain('support@professional-status-team');
    expect(editions).toHaveLength(sourceEditions.length);
  });

  it('adds an edition of a document that has no standard one', () => {
    const { editions } = definePolicy({ editions: ['objections@2024-07', 'adjustments@etf'] });
    expect([...editions].sort()).toStrictEqual([...sourceEditions, 'adjustments@etf', 'objections@2024-07'].sort());
  });

  it('keeps editions in the order of the register, in whatever order they were given', () => {
    const given: EditionId[] = ['conditions@2025-02', 'objections@2022-11', 'support@etf-staff'];
    expect(definePolicy({ editions: given })).toStrictEqual(definePolicy({ editions: [...given].reverse() }));
  });

  it('copies and freezes, and leaves what it was given alone', () => {
    const readings: { -readonly [K in keyof Readings]?: Readings[K] } = { 'notice-month': 'count-forward' };
    const editions: EditionId[] = ['support@etf-staff'];
    const policy = definePolicy({ readings, editions });
    readings['notice-month'] = 'count-back';
    editions[0] = 'support@professional-status-team';
    expect(policy.readings['notice-month']).toBe('count-forward');
    expect(policy.editions).toContain('support@etf-staff');
    expect([policy, policy.readings, policy.editions].every((part) => Object.isFrozen(part))).toBe(true);
    expect(Object.isFrozen(readings) || Object.isFrozen(editions)).toBe(false);
  });

  it('makes plain data', () => {
    const policy = definePolicy({ calendar: scotland, readings: { 'notice-month': 'count-forward' }, editions: ['support@etf-staff'] });
    const json = JSON.parse(JSON.stringify(policy)) as AnyPolicy;
    expect(json.readings).toStrictEqual(policy.readings);
    expect(json.editions).toStrictEqual(policy.editions);
    expect(json.calendar.id).toBe('scotland');
    expect({
      calendar: policy.calendar,
      readings: { ...policy.readings },
      editions: [...policy.editions],
      limits: { ...policy.limits },
    }).toStrictEqual(policy);
  });

  it('takes options without a prototype', () => {
    const options = Object.assign(Object.create(null) as object, {
      readings: Object.assign(Object.create(null) as object, { 'notice-month': 'count-forward' }),
    });
    expect(define(options).readings['notice-month']).toBe('count-forward');
  });
});

describe('definePolicy refuses, with the path', () => {
  const cyclic: Record<string, unknown> = { calendar: englandAndWales };
  cyclic['readings'] = cyclic;
  const throwing = {
    get calendar(): never {
      throw new Error('no');
    },
  };
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  const endless = new Proxy([], { get: (target, key) => (key === 'length' ? 4_000_000_000 : (Reflect.get(target, key) as unknown)) });
  const keys = (length: number): object => Object.fromEntries(Array.from({ length }, (_, i) => [`key-${i}`, i]));
  const crowded = keys(200_000);

  it.each<[string, unknown, unknown]>([
    ['null', null, [[]]],
    ['a word', 'scotland', [[]]],
    ['a number', Number.NaN, [[]]],
    ['a list', [], [[]]],
    ['a function', () => ({}), [[]]],
    ['a date', new Date(0), [[]]],
    ['a map', new Map([['calendar', scotland]]), [[]]],
    ['an object that inherits its options', Object.create({ calendar: scotland }), [[]]],
    ['a revoked proxy', revoked.proxy, [[]]],
    ['a crowd of keys', crowded, [[]]],
    ['an unknown key', { region: 'Scotland' }, [['region']]],
    ['a symbol for a key', { [Symbol('calendar')]: scotland }, [['Symbol(calendar)']]],
    ['a key that would pollute a prototype', JSON.parse('{"__proto__": {"calendar": 1}}'), [['__proto__']]],
    ['a key of 10,000 characters', { ['k'.repeat(10_000)]: 1 }, [['k'.repeat(10_000)]]],
    ['a getter that throws', throwing, [['calendar']]],
    ['a calendar by name', { calendar: 'scotland' }, [['calendar']]],
    ['a null calendar', { calendar: null }, [['calendar']]],
    ['a copy of a calendar', { calendar: { ...scotland } }, [['calendar']]],
    ['readings as a list', { readings: ['count-forward'] }, [['readings']]],
    ['null readings', { readings: null }, [['readings']]],
    ['an unknown reading', { readings: { 'notice-year': 'count-back' } }, [['readings', 'notice-year']]],
    ['a reading that the calendar decides', { readings: { 'working-day-calendar': 'scotland' } }, [['readings', 'working-day-calendar']]],
    ['an unknown choice', { readings: { 'notice-month': 'backwards' } }, [['readings', 'notice-month']]],
    ['the choice of another reading', { readings: { 'notice-month': 'inclusive' } }, [['readings', 'notice-month']]],
    ['a choice in a wrapper', { readings: { 'notice-month': Object('count-back') as unknown } }, [['readings', 'notice-month']]],
    ['a null choice', { readings: { 'notice-month': null } }, [['readings', 'notice-month']]],
    [
      'a reading by a name of Object’s',
      { readings: { constructor: 'count-back', toString: 1 } },
      [
        ['readings', 'constructor'],
        ['readings', 'toString'],
      ],
    ],
    [
      'a cyclic object',
      cyclic,
      [
        ['readings', 'calendar'],
        ['readings', 'readings'],
      ],
    ],
    ['editions as a word', { editions: 'support@etf-staff' }, [['editions']]],
    ['editions as an object', { editions: { 0: 'support@etf-staff', length: 1 } }, [['editions']]],
    ['too many editions', { editions: Array.from({ length: editionIds.length + 1 }, () => 'support@etf-staff') }, [['editions']]],
    ['a list that claims to be endless', { editions: endless }, [['editions']]],
    ['a revoked list', { editions: revoked.proxy }, [['editions']]],
    ['an unknown edition', { editions: ['support@2031'] }, [['editions', 0]]],
    ['a document for an edition', { editions: ['support'] }, [['editions', 0]]],
    ['a gap in the editions', { editions: [, 'support@etf-staff'] }, [['editions', 0]]], // eslint-disable-line no-sparse-arrays
    ['two editions of a document', { editions: ['objections@2022-11', 'support@etf-staff', 'objections@2024-07'] }, [['editions', 2]]],
    ['an edition twice', { editions: ['support@etf-staff', 'support@etf-staff'] }, [['editions', 1]]],
    [
      'everything at once',
      { calendar: 1, readings: { 'notice-month': 2, 'prior-discussion': 3 }, editions: [4], more: 5 },
      [['more'], ['calendar'], ['readings', 'notice-month'], ['readings', 'prior-discussion'], ['editions', 0]],
    ],
  ])('%s', (_, options, paths) => {
    expect(pathsOf(() => define(options))).toStrictEqual(paths);
  });

  it('names the choices, the readings and the editions that there are', () => {
    const [choice, reading, edition] = issuesOf(() =>
      define({ readings: { 'notice-year': 1, 'next-cohort': 'soonest' }, editions: ['support@2031'] }),
    ).map(({ message }) => message);
    expect(choice).toContain('notice-month, notice-boundary');
    expect(reading).toBe('must be one of entry-open, entry-open-not-started, starts-after');
    expect(edition).toContain('support@etf-staff');
  });

  it.each<[string, unknown, readonly (readonly [path: string, message: string, received: unknown])[]]>([
    ['no object', 'x', [['policy', 'must be an object with any of calendar, readings, editions, limits', 'x']]],
    ['a hundred and one keys', keys(101), [['policy', 'must be an object with any of calendar, readings, editions, limits', 'object']]],
    [
      'a limit without its document',
      { limits: { '3.1.1': 1 } },
      [['policy.limits.3.1.1', "is not known here; did you mean 'support/3.1.1'?", 1]],
    ],
    ['an unknown key', { region: 1 }, [['policy.region', 'is not known here; it takes calendar, readings, editions, limits', 1]]],
    ['an option that cannot be read', throwing, [['policy.calendar', 'must be a value that can be read', 'undefined']]],
    ['a calendar by name', { calendar: 'scotland' }, [['policy.calendar', 'must be a calendar such as englandAndWales', 'scotland']]],
    ['readings as a list', { readings: [] }, [['policy.readings', 'must be an object of readings', 'array']]],
    [
      'a reading that the calendar decides',
      { readings: { 'working-day-calendar': 'x' } },
      [['policy.readings.working-day-calendar', 'is decided by the calendar', 'x']],
    ],
    [
      'a choice that there is not',
      { readings: { 'notice-month': 1 } },
      [['policy.readings.notice-month', 'must be one of count-back, count-forward', 1]],
    ],
    ['no list of editions', { editions: 1 }, [['policy.editions', `must be a list of at most ${editionIds.length} editions`, 1]]],
    ['an edition that there is not', { editions: ['x'] }, [['policy.editions.0', `must be one of ${editionIds.join(', ')}`, 'x']]],
    [
      'two editions of a document',
      { editions: ['objections@2022-11', 'support@etf-staff', 'objections@2024-07'] },
      [['policy.editions.2', 'must not be a second edition of objections, after item 0', 'objections@2024-07']],
    ],
  ])('says of %s what was expected, and what came', (_, options, problems) => {
    expect(issuesOf(() => policyOf(options)).map(({ path, message, received }) => [path.join('.'), message, received])).toStrictEqual(
      problems,
    );
  });

  it('takes as many keys and editions as there can be', () => {
    expect(issuesOf(() => define({ editions: Array.from({ length: editionIds.length }, () => 'x') }))).toHaveLength(editionIds.length);
    expect(issuesOf(() => define(keys(100)))).toHaveLength(100);
  });

  it('shows what came, cut short', () => {
    const [problem] = issuesOf(() => define({ readings: { 'notice-month': 'x'.repeat(10_000) } }));
    expect(String(problem?.received).length).toBeLessThan(100);
  });

  it('leaves no prototype changed', () => {
    issuesOf(() => define(JSON.parse('{"readings": {"__proto__": {"polluted": true}}}')));
    expect('polluted' in {}).toBe(false);
  });
});

describe('policyOf', () => {
  it('gives the standard policy for none', () => {
    expect(policyOf(undefined)).toBe(standardPolicy);
  });
  it('gives a policy that was made as it is', () => {
    const policy = definePolicy({ calendar: scotland });
    expect(policyOf(policy)).toBe(policy);
    expect(policyOf(standardPolicy)).toBe(standardPolicy);
  });
  it('makes a policy of one spread open and changed', () => {
    const policy = policyOf({ ...standardPolicy, calendar: scotland });
    expect(policy).toStrictEqual(definePolicy({ calendar: scotland }));
    expect(policyOf(policy)).toBe(policy);
  });
  it('puts "policy" before every path', () => {
    expect(pathsOf(() => policyOf(null))).toStrictEqual([['policy']]);
    expect(pathsOf(() => policyOf({ calendar: 1, editions: [2] }))).toStrictEqual([
      ['policy', 'calendar'],
      ['policy', 'editions', 0],
    ]);
  });
  it('is not taken in by a stand-in for a policy', () => {
    const standIn = new Proxy(standardPolicy, {});
    expect(policyOf(standIn)).not.toBe(standIn);
    expect(policyOf(standIn)).toStrictEqual(standardPolicy);
  });
});

describe('properties', () => {
  const hostile = fc.oneof(
    fc.anything({
      withNullPrototype: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withBigInt: true,
      withSparseArray: true,
    }),
    fc.object({ key: fc.constantFrom('calendar', 'readings', 'editions', '__proto__', 'notice-month', 'length'), maxDepth: 3 }),
    fc.anything().map((inner) => new Proxy({ calendar: inner, readings: inner }, { ownKeys: () => ['calendar', 'readings', 'calendar'] })),
    fc.anything().map((inner) => new Proxy({ editions: inner }, { get: () => inner, getPrototypeOf: () => null })),
    fc.anything().map((inner) => ({ readings: { 'notice-month': inner }, editions: [inner] })),
  );

  it('whatever comes, the answer is a policy or InvalidFacts', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        for (const run of [define, policyOf]) {
          const paths = issuesOf(() =>
            expect(Object.keys(run(value) as object)).toStrictEqual(['calendar', 'readings', 'editions', 'limits']),
          );
          expect(() => JSON.stringify(paths)).not.toThrow();
        }
      }),
    );
  });

  it('what it makes, it makes again: of the parts of a policy comes an equal policy', () => {
    const options = fc.record(
      {
        calendar: fc.constantFrom(englandAndWales, scotland),
        readings: fc.record(
          Object.fromEntries(Object.entries(readingChoices).map(([id, choices]) => [id, fc.constantFrom<string>(...choices)])),
          { requiredKeys: [] },
        ),
        editions: fc.uniqueArray(fc.constantFrom(...editionIds), { selector: (id) => id.split('@')[0] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(options, (given) => {
        const policy = define(given);
        expect(define({ ...policy })).toStrictEqual(policy);
        expect(new Set(policy.editions.map((id) => id.split('@')[0])).size).toBe(policy.editions.length);
        for (const edition of given.editions ?? []) expect(policy.editions).toContain(edition);
      }),
    );
  });
});
