// At the boundary: whatever a host has in hand goes in without a cast, and what is wrong with it is data that a host can word for itself.
import { describe, expect, it, test } from 'vitest';
import {
  assessAdjustmentRequest,
  awardAppeal,
  decideAll,
  isInvalidFacts,
  noticeDeadline,
  openCase,
  position,
  positions,
  programmeLifecycle,
  readCase,
  receipt,
  routeQuery,
  rules,
  safeReadCase,
  safeTransition,
  transition,
  verifyReceipt,
  definePolicy,
  type Issue,
} from '../../src/index.js';
import { zodSchemas } from '../../src/schemas/index.js';
import { thrownBy } from './thrown.js';

const parsed = (text: string): unknown => JSON.parse(text);
const cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' } as const;
const opened = openCase({ participant: 'p-204', cohort, registeredOn: '2020-12-07' });
const stored = (): unknown => parsed(JSON.stringify(opened));
const short = ({ path, code, message, expected, suggestion }: Issue) => ({ path: path.join('.'), code, message, expected, suggestion });

describe('3.1.1: a request as a form or a message brings it', () => {
  it('is decided, and the result narrows', () => {
    const result = assessAdjustmentRequest.safe(parsed('{"requestedOn":"2020-12-11","programmeStartsOn":"2021-01-10"}'));
    if (!result.ok) throw new Error(result.issues[0]?.message);
    const outcome: 'timely' | 'late' | 'no-notice-asked' = result.decision.outcome;
    expect([outcome, result.decision.detail.marginDays]).toEqual(['late', -1]);
  });

  it('is told everything that is wrong with it, and nothing is thrown', () => {
    const result = assessAdjustmentRequest.safe({ requestedOn: '2021-02-30', requirment: 'reasonable-adjustment' });
    expect(result.ok ? [] : result.issues.map(short)).toEqual([
      {
        path: 'requestedOn',
        code: 'malformed',
        message: 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31',
      },
      { path: 'programmeStartsOn', code: 'missing', message: 'is missing: give a date such as 2020-12-11' },
      {
        path: 'requirment',
        code: 'unknown-key',
        message: "is not a fact of this rule; did you mean 'requirement'?",
        expected: ['requestedOn', 'programmeStartsOn', 'requirement'],
        suggestion: 'requirement',
      },
    ]);
  });

  it('and a policy that is none is told too', () => {
    // @ts-expect-error -- a nation is not a policy
    const result = noticeDeadline.safe({ programmeStartsOn: '2021-01-10' }, { calendar: 'scotland' });
    expect(result.ok ? [] : result.issues.map(({ path }) => path.join('.'))).toEqual(['policy.calendar']);
  });

  it('may be left open by an open rule, or by an edition that is held in part', () => {
    const open = routeQuery.safe({ programme: 'ATS', topic: 'eligibility' });
    expect(open.ok && !open.decision.settled && open.decision.needs[0].kind).toBe('judgement');
    const other = noticeDeadline.safe({ programmeStartsOn: '2025-01-10' }, definePolicy({ editions: ['support@etf-staff'] }));
    expect(other.ok && other.decision.settled).toBe(false);
  });

  test('every rule says of no value at all what it wants', () => {
    for (const rule of Object.values(rules))
      for (const value of [undefined, null, 1, 'x', [], () => 1]) expect(rule.safe(value).ok).toBe(false);
  });

  test('rows of a file are decided, a bad one beside the good ones', () => {
    const rows: readonly unknown[] = [{ programmeStartsOn: '2021-01-10' }, null, { programmeStartsOn: 44_206 }];
    expect(decideAll(noticeDeadline, rows).map((row) => (row.ok ? row.decision.outcome : row.issues[0]?.code))).toEqual([
      'computed',
      'malformed',
      'malformed',
    ]);
  });

  test('a receipt from a store is verified as it was parsed', () => {
    const kept = parsed(JSON.stringify(receipt(noticeDeadline, { programmeStartsOn: '2021-01-10' })));
    expect(verifyReceipt(kept, { rules })).toEqual({ result: 'same' });
  });
});

describe('the kind of a problem', () => {
  const submission = { submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-06-30' };
  it.each<readonly [string, readonly Issue[], Partial<Issue>]>([
    ['a day of another century', noticeDeadline.check({ programmeStartsOn: '1850-02-28' }), { code: 'out-of-range' }],
    ['a day that no year has', noticeDeadline.check({ programmeStartsOn: '1850-02-30' }), { code: 'malformed' }],
    ['an instant of 1995', rules.assessSubmission.check({ ...submission, submittedAt: '1995-06-30T17:00:00Z' }), { code: 'out-of-range' }],
    [
      'an instant without an offset',
      rules.assessSubmission.check({ ...submission, submittedAt: '2021-06-30T17:00' }),
      { code: 'malformed' },
    ],
    [
      'an instant that is missing',
      rules.assessSubmission.check({ asOf: '2021-06-30' }),
      { code: 'missing', message: 'is missing: give an instant such as 2021-03-31T17:00:00+01:00' },
    ],
    ['a word that is misspelt', rules.academicSupport.check({ programme: 'QTSL' }), { code: 'not-one-of', expected: ['QTLS', 'ATS'] }],
    ['a word in other letters', rules.academicSupport.check({ programme: 'qtls' }), { code: 'not-one-of', suggestion: 'QTLS' }],
    [
      'a word that is missing',
      rules.academicSupport.check({}),
      { code: 'missing', message: 'is missing: give one of QTLS, ATS', expected: ['QTLS', 'ATS'] },
    ],
    [
      'a key like no other',
      rules.academicSupport.check({ programme: 'QTLS', csrf: 'x' }),
      { code: 'unknown-key', message: 'is not a fact of this rule; it takes programme', expected: ['programme'] },
    ],
    [
      'an answer before its question',
      rules.programmeLength.check({ programme: 'QTLS', startsOn: '2021-01-10', submissionDeadline: '2020-01-10T17:00:00Z' }),
      { code: 'out-of-order' },
    ],
  ])('%s', (_, issues, expected) => {
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject(expected);
  });

  it('is told of an event, a cohort and a case', () => {
    const event = safeTransition(stored(), { type: 'portfolio-isued', on: '2021-01-10' });
    expect(event.ok ? [] : event.issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([['not-one-of', 'portfolio-issued']]);
    const at = safeTransition(stored(), { type: 'portfolio-issued', at: '2021-01-10', onn: '2021-01-10' });
    expect(at.ok ? [] : at.issues.map(({ path, code, suggestion }) => [path.join('.'), code, suggestion])).toEqual([
      ['event.on', 'missing', undefined],
      ['event.at', 'unknown-key', undefined],
      ['event.onn', 'unknown-key', undefined], // a word so short has none that is near
    ]);
    const without: Partial<typeof cohort> = { ...cohort };
    Reflect.deleteProperty(without, 'startsOn');
    const error = thrownBy(() =>
      openCase({ participant: 'p', cohort: { ...without, startOn: '2021-01-10' } as never, registeredOn: '2020-12-07' }),
    );
    expect(error.issues.map(({ path, code, suggestion }) => [path.join('.'), code, suggestion])).toEqual([
      ['cohort.startsOn', 'missing', undefined],
      ['cohort.startOn', 'unknown-key', 'startsOn'],
    ]);
    const twice = rules.nextAvailableCohort.check({
      programme: 'QTLS',
      trigger: '2021-01-01',
      cohorts: [{ ...cohort, submissionDeadline: '2020-01-10T17:00:00Z' }],
    });
    expect(twice.map(({ code }) => code)).toEqual(['out-of-order']);
  });
});

describe('an error, which may be logged', () => {
  it('says where and what was expected, and nothing that was given', () => {
    const participant = 'p-204-jane-doe';
    const error = thrownBy(() => readCase(JSON.stringify({ participant })));
    const events = thrownBy(() => transition(opened, { type: participant } as never));
    const order = thrownBy(() => position(opened, '1999-12-31'));
    expect([error.message, events.message].join()).not.toContain('jane');
    expect(order.message).toBe('Invalid facts: asOf must not be before registeredOn');
    expect(order.issues[0]).toMatchObject({
      received: '1999-12-31',
      message: 'must not be before registeredOn, 2020-12-07',
      code: 'out-of-order',
    });
    expect(error.issues[0].received).toContain('jane');
  });

  it('is known by its code, also when another copy made it or it was cloned', () => {
    const error = thrownBy(() => noticeDeadline.given({ programmeStartsOn: '2021-13-01' }));
    const foreign: unknown = { code: 'INVALID_FACTS', issues: error.issues };
    const nothing: readonly unknown[] = [
      undefined,
      null,
      new TypeError(),
      { code: 'INVALID_FACTS' },
      'INVALID_FACTS',
      Proxy.revocable({}, {}),
    ];
    expect([isInvalidFacts(error), isInvalidFacts(foreign), nothing.some(isInvalidFacts)]).toEqual([true, true, false]);
  });
});

describe('a stored case', () => {
  it('takes an event as a form brings it, or refuses it with what may happen instead', () => {
    const taken = safeTransition(stored(), parsed('{"type":"portfolio-issued","on":"2021-01-10"}'));
    expect(taken.ok && taken.transition.accepted && taken.transition.case.stage).toBe('in-programme');
    const refused = programmeLifecycle.safe(stored(), { type: 'status-awarded', on: '2021-05-14' });
    expect(refused.ok && !refused.transition.accepted && refused.transition.instead.length > 0).toBe(true);
    const neither = safeTransition({}, null);
    expect(neither.ok ? [] : neither.issues.map(({ path }) => path.join('.'))).toEqual(['case.stage', 'event']);
  });

  it('of a procedure does too', () => {
    const state: unknown = parsed(JSON.stringify(awardAppeal.open({ member: 'm-1', decisionReceivedAt: '2021-03-01' })));
    const taken = awardAppeal.safe(state, { type: 'explanation-requested', at: '2021-03-02' });
    expect(taken.ok && taken.transition.accepted && taken.transition.case.stage).toBe('explanation-requested');
    expect(awardAppeal.safe(state, { type: 'explanation-requested' }).ok).toBe(false);
  });

  it('is read, or says what is wrong with it', () => {
    const read = safeReadCase(stored());
    expect(read.ok && read.case.stage).toBe('registered');
    const not = safeReadCase({ ...opened, stage: 'registred' });
    expect(not.ok ? [] : not.issues.map(({ code, suggestion }) => [code, suggestion])).toEqual([['not-one-of', 'registered']]);
  });
});

describe('where many cases stand', () => {
  const later = openCase({ participant: 'p-205', cohort, registeredOn: '2021-01-05' });
  it('one that was registered after the day says so, and stops no other', () => {
    const rows = positions([stored(), later, null, { ...opened, note: 1 }], '2021-01-04');
    expect(rows.map((row) => (row.ok ? row.position.stage : row.issues.map(short)[0]))).toMatchObject([
      'registered',
      { path: 'asOf', code: 'out-of-order', message: 'must not be before registeredOn, 2021-01-05' },
      { path: 'case', code: 'malformed', message: 'must be a case' },
      { path: 'case.note', code: 'unknown-key' },
    ]);
    expect(positions([later], '2021-01-05')[0]?.ok).toBe(true);
    expect(positions([], '2021-01-04')).toEqual([]);
  });
  it('one that cannot be read says so, and stops no other', () => {
    const rows = Object.defineProperty([stored(), stored()], 0, {
      get: () => {
        throw new Error('a host’s own');
      },
    });
    expect(positions(rows, '2021-01-04').map(({ ok }) => ok)).toEqual([false, true]);
  });
  it('no list, no day and no policy are errors of the call', () => {
    // @ts-expect-error -- neither a list, nor a day, nor a policy
    expect(thrownBy(() => positions({}, 'today', 1)).issues.map(({ path }) => path[0])).toEqual(['cases', 'asOf', 'policy']);
    expect(positions(new Array(2), '2021-01-04').map(({ ok }) => ok)).toEqual([false, false]);
  });
  it('are a hundred thousand at most', () => {
    const problems = (count: number) => thrownBy(() => positions(new Array(count), 'today' as never)).issues.map(({ message }) => message);
    expect(thrownBy(() => positions(new Array(100_001), '2021-01-04')).issues[0].code).toBe('out-of-range');
    expect(problems(100_000)).toEqual([expect.stringContaining('must be a real date')]);
    expect(problems(100_001)).toEqual(['must be a list of at most 100000 cases', expect.stringContaining('must be a real date')]);
  });
});

describe('facts that are not literals', () => {
  class Row {
    readonly programmeStartsOn: string;
    reads = 0;
    constructor(starts: string) {
      this.programmeStartsOn = starts;
      Object.defineProperty(this, 'reads', { enumerable: false });
    }
    get month(): string {
      return this.programmeStartsOn.slice(0, 7);
    }
  }
  it('a row of an ORM is read by what it holds itself, each part once', () => {
    let reads = 0;
    const row = new Row('2021-01-10');
    Object.defineProperty(row, 'programmeStartsOn', { enumerable: true, get: () => (reads++ === 0 ? '2021-01-10' : 'changed') });
    expect(noticeDeadline.safe(row).ok).toBe(true);
    expect(reads).toBe(1);
  });
  it('a getter that only the class has is not the row’s own: such facts are named', () => {
    class Entity {
      readonly #columns = { starts_on: '2021-01-10' };
      get programmeStartsOn(): string {
        return this.#columns.starts_on;
      }
    }
    expect(noticeDeadline.check(new Entity()).map(({ path, message }) => [path, message])).toEqual([[[], 'must be an object']]);
    const { programmeStartsOn } = new Entity();
    expect(noticeDeadline.safe({ programmeStartsOn }).ok).toBe(true);
  });
  it('a column that is not a fact is refused by its name', () => {
    const row = Object.assign(new Row('2021-01-10'), { id: 7 });
    expect(noticeDeadline.check(row)).toMatchObject([{ path: ['id'], code: 'unknown-key', received: 7 }]);
  });
  it('what hides all that it holds is not taken for an empty one', () => {
    for (const value of [new Date(), new Map(), new URLSearchParams('a=b'), new FormData()])
      expect(noticeDeadline.check(value).map(({ path, code }) => [path, code])).toEqual([[[], 'malformed']]);
  });
  it('a case and an event may be instances too', () => {
    const state: unknown = Object.assign(Object.create({ save: () => 1 }) as object, opened);
    const event: unknown = Object.assign(Object.create({ save: () => 1 }) as object, { type: 'portfolio-issued', on: '2021-01-10' });
    const result = safeTransition(state, event);
    expect(result.ok && result.transition.accepted).toBe(true);
  });
});

describe('schemas of one of several things', () => {
  it('say which words tell them apart', () => {
    const says = (value: unknown) => zodSchemas.event.safeParse(value).error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(says({ type: 'enrolled' })).toEqual([['type', `must be one of ${programmeLifecycle.events.join(', ')}`]]);
    expect(says({})).toEqual([['type', `is missing: give one of ${programmeLifecycle.events.join(', ')}`]]);
    expect(says(null)).toEqual([['', 'must be an object']]);
    expect(says({ type: 'outcome-released', on: '2021-08-16' })).toEqual([
      ['reviewOutcome', 'is missing: give one of criteria-met, criteria-not-met'],
    ]);
    expect(says({ type: 'portfolio-issued', on: 'x', at: 1 })).toEqual([
      ['on', 'must be a real date written YYYY-MM-DD, from 1900-01-01 to 2199-12-31'],
      ['', 'holds what is not known here: at'],
    ]);
  });
  it('of a case, by its stage', () => {
    const says = zodSchemas.case
      .safeParse({ ...opened, stage: 'lost' })
      .error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(says).toEqual([['stage', `must be one of ${programmeLifecycle.stages.join(', ')}`]]);
    expect(zodSchemas.case.safeParse(stored()).success).toBe(true);
  });
  it('of a decision, by whether it is settled', () => {
    const says = zodSchemas.noticeDeadlineDecision.safeParse({ settled: 'yes' }).error?.issues.map(({ message }) => message);
    expect(says).toEqual(['must be one of true, false']);
    expect(zodSchemas.noticeDeadlineDecision.safeParse(noticeDeadline({ programmeStartsOn: '2021-01-10' })).success).toBe(true);
  });
});

test('a misspelt reading is told by the nearest one, in a sentence that stays short however many readings there are', () => {
  const answer = assessAdjustmentRequest.safe({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' }, {
    readings: { 'notice-mont': 'count-back' },
  } as never);
  expect(answer).toMatchObject({
    ok: false,
    issues: [{ message: "is not known here; did you mean 'notice-month'?", suggestion: 'notice-month' }],
  });
});
