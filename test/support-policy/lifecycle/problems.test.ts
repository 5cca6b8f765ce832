// What a case, an event and a moment that cannot be so are told, word for word: by the lifecycle, and by a procedure.
import { describe, expect, it, test } from 'vitest';
import {
  InvalidFacts,
  awardAppeal,
  openCase,
  position,
  programmeLifecycle,
  readCase,
  replay,
  replayChain,
  transition,
  type Case,
  type Moment,
} from '../../../src/index.js';
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { caseAt } from './support/stages.js';

type Stored = Record<string, unknown> & { history: unknown[] };
type Problem = readonly [path: string, message: string, received: unknown];
const stored = (of: unknown): Stored => JSON.parse(JSON.stringify(of)) as Stored;
const aDate = 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31';
const aMoment = 'must be a real date written YYYY-MM-DD (1900 to 2199), or an instant such as 2021-03-31T17:00:00+01:00 (1996 to 2199)';
const anEvent = `must be one of ${programmeLifecycle.events.join(', ')}`;
const noEvent = `is missing: give one of ${programmeLifecycle.events.join(', ')}`;

const cannotBeRead = (): never => {
  throw new TypeError();
};

function problemsOf(ask: () => unknown): readonly Problem[] {
  try {
    ask();
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues.map(({ path, message, received }) => [path.join('.'), message, received]);
    throw error;
  }
  return [];
}

describe('a stored case', () => {
  const state = caseAt('criteria-not-met');
  const events = Array.from({ length: 501 }, () => e.adjustmentsRequested('2020-11-02'));
  const rows: readonly (readonly [string, (of: Stored) => unknown, ...Problem[]])[] = [
    ['that is none', () => null, ['', 'must be a case', null]],
    ['that is a list', () => [], ['', 'must be a case', 'array']],
    ['at no stage', () => ({}), ['stage', `is missing: give one of ${programmeLifecycle.stages.join(', ')}`, 'undefined']],
    [
      'at a stage that there is not',
      (of) => ({ ...of, stage: 'graduated' }),
      ['stage', `must be one of ${programmeLifecycle.stages.join(', ')}`, 'graduated'],
    ],
    [
      'of another version',
      (of) => ({ ...of, schemaVersion: 2 }),
      ['schemaVersion', 'must be 1, the version of cases that this library reads', 2],
    ],
    [
      'with a day that its history does not give',
      (of) => ({ ...of, notMetOn: '2021-08-14' }),
      ['notMetOn', 'must be as the history makes it', '2021-08-14'],
    ],
    [
      'with an event that nothing led to',
      (of) => ({ ...of, history: [of.history[0], { ...e.awarded('2021-08-13') }] }),
      ['history.1', 'must be one that some reading of the policy takes there', 'object'],
    ],
    ['whose lateness is denied', (of) => ({ ...of, late: false }), ['late', 'must be true, or left out', false]],
    [
      'with a key that is not known',
      (of) => ({ ...of, note: 1 }),
      [
        'note',
        'is not known here; it takes schemaVersion, history, stage, participant, cohort, registeredOn, portfolio, issuedOn, submittedAt, late, notMetOn',
        1,
      ],
    ],
    ['whose history is not a list', (of) => ({ ...of, history: {} }), ['history', 'must be a list of at most 500 events', 'object']],
    ['whose history is too long', (of) => ({ ...of, history: events }), ['history', 'must be a list of at most 500 events', 'array']],
    [
      'with an event of which a part cannot be read, said once',
      (of) => ({
        ...of,
        history: of.history.map((event, at): unknown =>
          at > 0 ? event : Object.defineProperty({ ...(event as object) }, 'on', { get: cannotBeRead, enumerable: true }),
        ),
      }),
      ['history.0.on', 'must be a value that can be read', 'undefined'],
    ],
    [
      'to which its history does not lead',
      (of) => ({ ...of, history: [] }),
      ['stage', 'must be as the history makes it', 'criteria-not-met'],
    ],
    [
      'with a malformed registration, and malformed events',
      (of) => ({ ...of, participant: '', history: [1, { type: 'enrolled' }, { ...e.issued('2021-01-10'), on: 'x' }] }),
      ['participant', 'must be text of 1 to 200 characters', ''],
      ['history.0', 'must be an event', 1],
      ['history.1.type', anEvent, 'enrolled'],
      ['history.2.on', aDate, 'x'],
    ],
  ];
  test.each(rows.map(([name, spoil, ...problems]) => [name, spoil, problems] as const))('%s', (_, spoil, problems) => {
    const spoilt = spoil(stored(state));
    expect(problemsOf(() => readCase(spoilt))).toStrictEqual(problems);
    const within = problems.map(([path, ...rest]) => [['case', ...(path === '' ? [] : [path])].join('.'), ...rest]);
    expect(problemsOf(() => transition(spoilt as Case, e.withdrawn('2021-09-01')))).toStrictEqual(within);
    expect(problemsOf(() => position(spoilt as Case, '2021-09-01'))).toStrictEqual(within);
    expect(problemsOf(() => programmeLifecycle.permitted(spoilt as Case))).toStrictEqual(within);
  });

  it('that has 500 events takes no other; where it is folded, the events are too many', () => {
    const full = replay(c.inJanuary2021, events.slice(0, 500)).case;
    const tooMany = 'must leave a case with at most 500 accepted events';
    expect(problemsOf(() => transition(full, e.adjustmentsRequested('2020-11-02')))).toStrictEqual([['case.history', tooMany, 501]]);
    for (const fold of [replay, replayChain])
      expect(problemsOf(() => fold(c.inJanuary2021, events))).toStrictEqual([['events', tooMany, 501]]);
    expect(problemsOf(() => replayChain(c.inJanuary2021, [...events.slice(0, 500), e.awarded('2021-01-11')]))).toStrictEqual([]);
  });
});

describe('a cohort', () => {
  test('is not compared with a list that stands where a date should: it might have no end', () => {
    let walked = 0;
    const list = Object.defineProperty([], 'toString', { value: () => String((walked += 1)) });
    const isNoDate = (path: string): Problem => [path, 'must be a real date written YYYY-MM-DD, from 1901-01-01 to 2198-12-31', 'array'];
    const cohort = { ...c.january2021, entryOpens: list as never };
    expect(problemsOf(() => openCase({ ...c.inJanuary2021, cohort }))).toStrictEqual([isNoDate('cohort.entryOpens')]);
    const restart = { ...e.restarted('2022-06-01', c.october2022), cohort };
    expect(problemsOf(() => transition(caseAt('restart-required'), restart as never))).toStrictEqual([isNoDate('event.cohort.entryOpens')]);
    expect(walked).toBe(0);
  });
});

describe('an event', () => {
  const state = caseAt('in-programme');
  const unreadable = {
    get type(): never {
      throw new Error('a trap');
    },
  };
  const rows: readonly (readonly [string, unknown, ...Problem[]])[] = [
    ['that is none', undefined, ['event', 'must be an event', 'undefined']],
    ['that is nothing', null, ['event', 'must be an event', null]],
    ['that is a list', [], ['event', 'must be an event', 'array']],
    ['of no type', {}, ['event.type', noEvent, 'undefined']],
    ['of a type that there is not', { type: 'enrolled' }, ['event.type', anEvent, 'enrolled']],
    ['of a type that is not a word', { type: ['withdrawn'] }, ['event.type', anEvent, 'array']],
    ['of a type that every object has', { type: 'toString' }, ['event.type', anEvent, 'toString']],
    ['whose type cannot be read', unreadable, ['event.type', noEvent, 'undefined']],
    ['without its day', { type: 'withdrawn' }, ['event.on', 'is missing: give a date such as 2020-12-11', 'undefined']],
    ['with an empty id', { ...e.withdrawn('2021-09-01'), id: '' }, ['event.id', 'must be text of 1 to 200 characters', '']],
    [
      'with a fact that is not known',
      { ...e.withdrawn('2021-09-01'), by: 'Ann' },
      ['event.by', 'is not known here; it takes type, id, on', 'Ann'],
    ],
  ];
  test.each(rows.map(([name, event, ...problems]) => [name, event, problems] as const))('%s', (_, event, problems) => {
    expect(problemsOf(() => transition(state, event as never))).toStrictEqual(problems);
    const listed = problems.map(([path, ...rest]) => [path.replace('event', 'events.1'), ...rest]);
    expect(problemsOf(() => replay(c.inJanuary2021, [e.issued('2021-01-10'), event as never]))).toStrictEqual(listed);
  });

  it('in a list that is none, too long, or cannot be read', () => {
    const trapped = [e.issued('2021-01-10'), e.issued('2021-01-10')];
    Object.defineProperty(trapped, 1, {
      get: () => {
        throw new Error('a trap');
      },
    });
    const ask = (events: unknown) => problemsOf(() => replay(c.inJanuary2021, events as never));
    expect(ask({})).toStrictEqual([['events', 'must be a list of at most 10000 events', 'object']]);
    expect(ask(new Array(10_001))).toStrictEqual([['events', 'must be a list of at most 10000 events', 'array']]);
    expect(ask(new Array(10_000).fill(e.adjustmentsRequested('2020-11-02')).fill(1, 9999))).toStrictEqual([
      ['events.9999', 'must be an event', 1],
    ]);
    expect(ask(trapped)).toStrictEqual([['events.1', 'must be a value that can be read', 'undefined']]);
  });
});

describe('a moment', () => {
  const state = openCase(c.inJanuary2021);
  const appeal = awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-05-14T16:00:00+01:00' });
  const rows: readonly (readonly [string, () => unknown, ...Problem[]])[] = [
    ['that is none', () => position(state, 'x' as Moment), ['asOf', aMoment, 'x']],
    ['before the registration', () => position(state, '2020-12-06'), ['asOf', 'must not be before registeredOn, 2020-12-07', '2020-12-06']],
    ['of a procedure that is none', () => awardAppeal.position(appeal, 1 as never), ['asOf', aMoment, 1]],
    [
      'a second before the procedure was opened',
      () => awardAppeal.position(appeal, '2021-05-14T15:59:59+01:00'),
      ['asOf', 'must not be before decisionReceivedAt, 2021-05-14T16:00:00+01:00', '2021-05-14T15:59:59+01:00'],
    ],
    ['on the day of the opening', () => awardAppeal.position(appeal, '2021-05-14')],
    ['at the second of the opening', () => awardAppeal.position(appeal, '2021-05-14T15:00:00Z')],
  ];
  test.each(rows.map(([name, ask, ...problems]) => [name, ask, problems] as const))('%s', (_, ask, problems) => {
    expect(problemsOf(ask)).toStrictEqual(problems);
  });
});

describe('everything that is wrong is said at once', () => {
  const policy = { calendar: 1 } as never;
  const aPolicy = problemsOf(() => transition(caseAt('registered'), e.withdrawn('2021-09-01'), policy));
  it('of a case, an event and a policy', () => {
    expect(aPolicy).toHaveLength(1);
    expect(problemsOf(() => transition(null as never, 1 as never, policy))).toStrictEqual([
      ['case', 'must be a case', null],
      ['event', 'must be an event', 1],
      ...aPolicy,
    ]);
    expect(problemsOf(() => position(null as never, 'x' as never, policy, { cohorts: 1 } as never))).toStrictEqual([
      ['case', 'must be a case', null],
      ['asOf', aMoment, 'x'],
      ...aPolicy,
      ['known.cohorts', 'must be a list', 1],
    ]);
    expect(problemsOf(() => programmeLifecycle.permitted(null as never, policy))).toStrictEqual([
      ['case', 'must be a case', null],
      ...aPolicy,
    ]);
    expect(problemsOf(() => replay({} as never, {} as never, policy)).map(([path]) => path)).toStrictEqual([
      ...['participant', 'cohort', 'registeredOn', 'events'],
      ...aPolicy.map(([path]) => path),
    ]);
  });
  it('of a procedure', () => {
    expect(problemsOf(() => awardAppeal.transition(null as never, 1 as never, policy)).map(([path]) => path)).toStrictEqual([
      'case',
      'event',
      aPolicy[0]?.[0],
    ]);
    expect(problemsOf(() => awardAppeal.position(null as never, 1 as never, policy)).map(([path]) => path)).toStrictEqual([
      'case',
      'asOf',
      aPolicy[0]?.[0],
    ]);
    expect(problemsOf(() => awardAppeal.permitted(null as never, policy)).map(([path]) => path)).toStrictEqual(['case', aPolicy[0]?.[0]]);
    expect(problemsOf(() => awardAppeal.replay({} as never, 1 as never, policy)).map(([path]) => path)).toStrictEqual([
      ...['member', 'decisionReceivedAt', 'events'],
      aPolicy[0]?.[0],
    ]);
  });
});
