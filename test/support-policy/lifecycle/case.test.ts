// Cases that were stored: read strictly, by their version, their stage and their own history.
import { describe, expect, test } from 'vitest';
import {
  InvalidFacts,
  openCase,
  position,
  readCase,
  replay,
  transition,
  type Case,
  type CaseEvent,
  type Registration,
  type Stage,
} from '../../../src/index.js';
import caseV1 from './fixtures/case-v1.json' with { type: 'json' };
import casesV1 from './fixtures/cases-v1.json' with { type: 'json' };
import * as c from './support/cohorts.js';
import * as e from './support/events.js';
import { reading, taken, type SomeReadings } from './support/given.js';
import { keysAt } from './support/keys.js';
import { allStages, caseAt, historyTo } from './support/stages.js';

type Stored = Record<string, unknown> & { history: Record<string, unknown>[]; cohort: Record<string, unknown> };
const stored = (of: unknown): Stored => JSON.parse(JSON.stringify(of)) as Stored;

describe('version 1, as it was first stored', () => {
  test('a whole story is read, and nothing of it is lost', () => {
    const read = readCase(caseV1);
    expect(read).toEqual(caseV1);
    expect(readCase(stored(read))).toEqual(caseV1);
  });
  test('it is the case that its registration and its history lead to', () => {
    const { participant, cohort, registeredOn, history } = caseV1;
    expect(replay({ participant, cohort, registeredOn } as Registration, history as CaseEvent[]).case).toEqual(caseV1);
  });
  test('it can be asked about, on a day in the middle', () => {
    expect(position(readCase(caseV1), '2021-06-01').stage).toBe('criteria-not-met');
    expect(position(readCase(caseV1), '2021-10-31').stage).toBe('restart-required');
  });
  test('it is not changed by being read, and shares nothing with what was read', () => {
    const mine = stored(caseV1);
    const read = readCase(mine);
    expect(mine).toEqual(caseV1);
    mine.history.length = 0;
    mine.cohort['id'] = 'changed';
    expect(read).toEqual(caseV1);
  });
  test('every stage is among those stored, by its hand-written keys', () => {
    expect([...new Set(casesV1.map(({ stage }) => stage))].sort()).toEqual([...allStages].sort());
    for (const each of casesV1) {
      expect(
        Object.keys(each)
          .filter((key) => key !== 'late')
          .sort(),
      ).toEqual([...keysAt[each.stage as Stage]].sort());
    }
  });
  test.each(casesV1.map((each, index) => [index, each.stage, each] as const))('%i, at %s, is read', (_, __, each) => {
    expect(readCase(each)).toEqual(each);
  });
});

describe('a case reached under any reading is read', () => {
  const late = e.submitted(e.at('2021-07-01'));
  const second: Partial<Registration> = { portfolio: 2 };
  test.each<[string, SomeReadings, CaseEvent[], Partial<Registration>, Stage]>([
    ['a late submission that restarts', { 'first-deadline-missed': 'restart' }, [e.issued('2021-01-10'), late], {}, 'restart-required'],
    ['a late submission that withdraws', { 'first-deadline-missed': 'withdrawn' }, [e.issued('2021-01-10'), late], {}, 'withdrawn'],
    ['a late submission that is not settled', {}, [e.issued('2021-01-10'), late], {}, 'submitted'],
    [
      'a miss that restarts',
      { 'first-deadline-missed': 'restart' },
      [e.issued('2021-01-10'), e.submissionMissed('2021-07-01')],
      {},
      'restart-required',
    ],
    ['a miss that is not settled', {}, [e.issued('2021-01-10'), e.submissionMissed('2021-07-01')], {}, 'in-programme'],
    [
      'a missed resubmission that is not settled',
      { 'never-resubmitted': 'not-settled-here' },
      [...historyTo('criteria-not-met'), e.resubmissionMissed('2022-04-01')],
      {},
      'criteria-not-met',
    ],
    [
      'a second portfolio that restarts',
      { 'resubmission-after-restart': 'once-per-person' },
      [...historyTo('criteria-not-met')],
      second,
      'restart-required',
    ],
    [
      'a second portfolio whose late first submission is not settled, and that restarts',
      { 'resubmission-after-restart': 'once-per-person' },
      [e.issued('2021-01-10'), late, e.notMet('2021-08-13')],
      second,
      'restart-required',
    ],
  ])('%s', (_, readings, events, others, stage) => {
    const { case: reached, steps } = replay({ ...c.inJanuary2021, ...others }, events, reading(readings));
    expect(steps.every(({ accepted }) => accepted)).toBe(true);
    expect(reached.stage).toBe(stage);
    expect(readCase(stored(reached))).toEqual(reached);
  });

  /** What was left open is settled when the programme's terms have been looked up: the host goes on under another reading. */
  const settledLater: [string, Case, CaseEvent, SomeReadings, Stage][] = [
    [
      'a missed submission, recorded as unsettled, and again under `restart`',
      taken(caseAt('in-programme'), e.submissionMissed('2021-07-01'), reading({})),
      e.submissionMissed('2021-07-20'),
      { 'first-deadline-missed': 'restart' },
      'restart-required',
    ],
    [
      'a missed submission, recorded as unsettled, and again under `withdrawn`',
      taken(caseAt('in-programme'), e.submissionMissed('2021-07-01'), reading({})),
      e.submissionMissed('2021-07-20'),
      { 'first-deadline-missed': 'withdrawn' },
      'withdrawn',
    ],
    [
      'a missed resubmission, recorded as unsettled, and again under `restart`',
      taken(caseAt('criteria-not-met'), e.resubmissionMissed('2022-04-01'), reading({ 'never-resubmitted': 'not-settled-here' })),
      e.resubmissionMissed('2022-04-20'),
      { 'never-resubmitted': 'restart' },
      'restart-required',
    ],
  ];
  test.each(settledLater)('%s', (_, unsettled, event, readings, stage) => {
    const settled = taken(unsettled, event, reading(readings));
    expect(settled.stage).toBe(stage);
    expect(readCase(stored(settled))).toEqual(settled);
    expect(transition(stored(settled) as unknown as Case, e.adjustmentsRequested('2022-05-01')).accepted).toBe(stage !== 'withdrawn');
  });
});

describe('a case that is not one is InvalidFacts, with the place of each problem', () => {
  const notMet = (): Stored => stored(caseAt('criteria-not-met'));
  const changed = (change: (of: Stored) => void): Stored => {
    const of = notMet();
    change(of);
    return of;
  };
  const cyclic: Record<string, unknown> = { ...notMet() };
  cyclic['next'] = cyclic;

  test.each<[string, unknown, (string | number)[]]>([
    ['nothing', undefined, []],
    ['null', null, []],
    ['a list', [notMet()], []],
    ['a text', JSON.stringify(notMet()), []],
    ['an empty object', {}, ['stage']],
    ['an unknown stage', changed((of) => (of['stage'] = 'graduated')), ['stage']],
    ['version 2', changed((of) => (of['schemaVersion'] = 2)), ['schemaVersion']],
    ['version 0', changed((of) => (of['schemaVersion'] = 0)), ['schemaVersion']],
    ['a version in words', changed((of) => (of['schemaVersion'] = '1')), ['schemaVersion']],
    ['no version', changed((of) => delete of['schemaVersion']), ['schemaVersion']],
    ['an unknown key', changed((of) => (of['note'] = 'call back')), ['note']],
    ['an unknown key of the cohort', changed((of) => (of.cohort['tutor'] = 'Ann')), ['cohort', 'tutor']],
    ['an unknown key of an event', changed((of) => ((of.history[0] as Stored)['by'] = 'Ann')), ['history', 0, 'by']],
    ['an unknown event', changed((of) => ((of.history[0] as Stored)['type'] = 'enrolled')), ['history', 0, 'type']],
    ['an impossible date in an event', changed((of) => ((of.history[0] as Stored)['on'] = '2021-02-30')), ['history', 0, 'on']],
    ['a key of another stage', changed((of) => (of['metOn'] = '2021-08-13')), ['metOn']],
    ['a key too few', changed((of) => delete of['notMetOn']), ['notMetOn']],
    ['a lateness that is denied rather than left out', changed((of) => (of['late'] = false)), ['late']],
    ['a history that is not a list', changed((of) => ((of as Record<string, unknown>)['history'] = {})), ['history']],
    ['portfolio 0', changed((of) => (of['portfolio'] = 0)), ['portfolio']],
    [
      'a text of a key that is a prototype',
      JSON.parse(JSON.stringify(notMet()).replace('{', '{"__proto__":{"stage":"awarded"},')),
      ['__proto__'],
    ],
    ['itself inside', cyclic, ['next']],
  ])('%s', (_, value, path) => {
    expect(issuesOf(value).map((issue) => issue.path)).toContainEqual(path);
  });

  test.each<[string, Stored]>([
    ['a later outcome', changed((of) => (of['notMetOn'] = '2021-08-14'))],
    ['a later submission', changed((of) => (of['submittedAt'] = '2021-06-25T17:00:01+01:00'))],
    ['an earlier issue', changed((of) => (of['issuedOn'] = '2021-01-09'))],
    ['a lateness that its history does not show', changed((of) => (of['late'] = true))],
    ['an event that was refused', changed((of) => of.history.push({ type: 'status-awarded', on: '2021-08-13' }))],
    ['an event that is missing', changed((of) => of.history.splice(1, 1))],
    ['events in another order', changed((of) => of.history.reverse())],
    [
      'one id twice',
      changed((of) => of.history.push(...['x', 'x'].map((id) => ({ type: 'adjustments-requested', on: '2021-09-01', id })))),
    ],
    [
      'an award without a met outcome',
      stored({
        ...keep(caseAt('criteria-not-met')),
        stage: 'awarded',
        metOn: '2021-08-13',
        awardedOn: '2021-08-13',
        history: historyTo('criteria-not-met'),
      }),
    ],
    ['another reason', stored({ ...caseAt('restart-required'), reason: 'resubmitted-late' })],
    ['another restart day', stored({ ...caseAt('restart-required'), restartFrom: '2022-05-14' })],
    [
      'another next portfolio',
      stored({ ...caseAt('restarted'), next: { ...(caseAt('restarted') as Extract<Case, { stage: 'restarted' }>).next, portfolio: 7 } }),
    ],
  ])('its history does not lead to %s', (_, value) => {
    const issues = issuesOf(value);
    expect(issues.length).toBeGreaterThan(0);
  });

  test('every problem is named at once', () => {
    const paths = issuesOf(
      changed((of) => ((of['schemaVersion'] = 9), (of['registeredOn'] = 'soon'), (of.cohort['programme'] = 'PGCE'))),
    ).map(({ path }) => path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['schemaVersion', 'registeredOn', 'cohort.programme']));
  });
});

function keep({ participant, cohort, registeredOn, portfolio, schemaVersion, ...rest }: Case): object {
  const { issuedOn, submittedAt } = rest as { issuedOn?: string; submittedAt?: string };
  return { schemaVersion, participant, cohort, registeredOn, portfolio, issuedOn, submittedAt };
}

describe('a history has at most 500 events', () => {
  const withEvents = (count: number): Stored => ({
    ...stored(openCase(c.inJanuary2021)),
    history: Array.from({ length: count }, () => ({ type: 'adjustments-requested', on: '2020-11-02' })),
  });
  test('500 are read', () => expect(readCase(withEvents(500)).history).toHaveLength(500));
  test('501 are not', () => expect(issuesOf(withEvents(501)).map(({ path }) => path)).toEqual([['history']]));
});

test('a transition and a position check a case that was not made here, and say where it is wrong', () => {
  const tampered = { ...stored(caseAt('submitted')), note: 'call back' } as unknown as Case;
  for (const ask of [() => transition(tampered, e.reviewStarted('2021-07-01')), () => position(tampered, '2021-07-01')]) {
    expect(ask).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path: ['case', 'note'] })] }));
  }
});

function issuesOf(value: unknown): InvalidFacts['issues'] | [] {
  try {
    readCase(value);
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues;
    throw error;
  }
  return [];
}
