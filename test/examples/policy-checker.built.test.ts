// The policy checker without a browser: its state, from event to event, its addresses, and the dates that it shows. It is bundled as the page is.
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { noticeDeadline, reviewWindow, standardPolicy, type Cohort, type PlainDate } from '../../src/index.js';
import { read } from '../diary/read.js';
import cohortsFile from '../../examples/cohort/cohorts.json' with { type: 'json' };

interface Case {
  readonly cohort: Cohort;
  readonly events: readonly object[];
}
interface State {
  readonly [name: string]: unknown;
  readonly case: number;
  readonly asked: Readonly<Record<string, number>>;
  readonly dates: { readonly programme: string; readonly cohort: string };
}
interface Dated {
  readonly code: string;
  readonly on?: string;
  readonly to?: string;
  readonly says: string;
}
interface Checker {
  readonly initial: (cohorts: readonly object[], today: PlainDate) => State;
  readonly next: (state: State, event: object) => State;
  readonly leavesEntered: (before: State, after: State) => boolean;
  readonly leavesFiles: (before: State, after: State) => boolean;
  readonly holdsUnsaved: (state: State) => boolean;
  readonly caseOf: (state: State) => Case;
  readonly factsOf: (state: State) => { readonly known: object };
  readonly addressOf: (state: State) => string;
  readonly stateAt: (state: State, fragment: string, entry?: Pick<State, 'case' | 'asked' | 'dates'>) => State;
  readonly datesOf: (given: object, cohorts: readonly Cohort[], policy: object) => readonly Dated[];
  readonly diaryOf: (dates: readonly Dated[], asOf: PlainDate, id: string) => string;
}

let checker: Checker;
let start: State;
beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: ['state', 'address', 'dates/dates', 'dates/diary']
        .map((name) => `export * from './examples/browser/${name}.mjs';`)
        .join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    loader: { '.csv': 'text', '.json': 'text' },
    alias: { 'csv-parse/sync': 'csv-parse/browser/esm/sync', zod: 'zod/mini' },
    logLevel: 'error',
  });
  const text = Buffer.from(outputFiles[0]?.text ?? '').toString('base64');
  checker = (await import(`data:text/javascript;base64,${text}`)) as Checker;
  start = checker.initial(cohortsFile.cohorts, '2021-02-01');
});

const cohortNamed = (id: string): Cohort => cohortsFile.cohorts.find(({ cohort }) => cohort.id === id)?.cohort as Cohort;
const after = (state: State, ...events: readonly object[]): State => events.reduce<State>((at, event) => checker.next(at, event), state);
const issued = { type: 'case-changed', changes: { events: [{ type: 'portfolio-issued', on: '2020-10-01' }] }, isEntered: true };
const told = (name: string, value: unknown): object => ({ type: 'fact-changed', name, value, wrong: undefined });

describe('a link that is opened in the same tab', () => {
  test('changes nation, rule and facts together: what is asked is what the address says', () => {
    const christmas = checker.stateAt(start, '#question?example=appeal-over-christmas');
    expect(checker.factsOf(christmas).known).toMatchObject({ receivedAt: '2020-12-23' });
    const scottish = checker.stateAt(christmas, '#question?rule=assessSupportAppeal&nation=scotland');
    expect(scottish).toMatchObject({ nation: 'scotland', rule: 'assessSupportAppeal' });
    expect(checker.factsOf(scottish)).toBe(checker.factsOf(christmas));
    const other = checker.stateAt(scottish, '#question?rule=routeQuery');
    expect(other).toMatchObject({ nation: 'england-and-wales', rule: 'routeQuery' });
    expect(checker.factsOf(other).known).toEqual({});
  });

  test.each(['#main', '#nowhere?nation=scotland', '', '#question-answer'])('to %j, which is not a view, changes nothing', (fragment) => {
    expect(checker.stateAt(start, fragment)).toBe(start);
  });

  test('passes over what the page does not know', () => {
    const odd = checker.stateAt(start, '#question?rule=toString&nation=france&example=constructor&notice-month=never&cohort=x');
    expect(odd).toMatchObject({
      view: 'question',
      rule: 'assessAdjustmentRequest',
      nation: 'england-and-wales',
      readings: {},
    });
  });
});

describe('the address of a state', () => {
  const fragments = [
    '#dates',
    '#dates?cohort=qtls-2021-01&nation=scotland',
    '#dates?programme=ATS',
    '#ask?about=appeal',
    '#case?cohort=ats-2021-10',
    '#case?example=one-second-late&cohort=qtls-2020-10',
    '#question?rule=routeQuery&ats-eligibility-query=membership-enquiries',
    '#question?example=a-reading-decides&rule=assessAdjustmentRequest',
    '#cohort?example=a-whole-cohort',
  ];
  test.each(fragments)('%s leads to itself', (fragment) => {
    expect(checker.addressOf(checker.stateAt(start, fragment))).toBe(fragment);
  });

  test.each([
    ['a fact', '#question?example=late-request', told('requestedOn', '2020-12-10')],
    ['an event', '#case?example=one-second-late', issued],
    ['the day', '#cohort?example=a-whole-cohort', { type: 'register-changed', changes: { asOf: '2021-03-31' } }],
  ])('names an example until %s is changed, and not on the way back either', (_, fragment, change) => {
    const example = checker.stateAt(start, fragment);
    const away = after(example, { type: 'shown', where: { view: 'dates' } });
    const back = checker.stateAt(away, checker.addressOf(example), example);
    expect(checker.addressOf(back)).toBe(checker.addressOf(example));
    const changed = after(example, change, { type: 'shown', where: { view: 'dates' } });
    expect(checker.addressOf(checker.stateAt(changed, checker.addressOf(example), example))).not.toContain('example');
  });

  test('on the way back shows the dates of whoever they were: a letter’s, after those of a cohort', () => {
    const letter = after(start, { type: 'dates-changed', changes: { cohort: 'letter', letter: { startsOn: '2025-10-01' } } });
    const other = checker.stateAt(letter, '#dates?cohort=ats-2021-10');
    expect(other.dates).toMatchObject({ programme: 'ATS', cohort: 'ats-2021-10' });
    expect(checker.stateAt(other, '#dates', letter).dates).toEqual(letter.dates);
  });

  test('holds no date of a case, no fact and no id of a participant', () => {
    const mine = { ...cohortNamed('qtls-2020-10'), startsOn: '2020-10-02' };
    const own = after(start, { type: 'case-opened', case: { ...checker.caseOf(start), participant: 'ann-7', cohort: mine } }, issued);
    const letter = { type: 'dates-changed', changes: { cohort: 'letter', letter: { startsOn: '2025-10-01' } } };
    const states = [
      own,
      after(own, letter, { type: 'shown', where: { view: 'dates' } }),
      after(own, { type: 'shown', where: { view: 'question' } }, told('requestedOn', '2020-12-11')),
      after(
        own,
        { type: 'shown', where: { view: 'ask', about: 'appeal' } },
        { type: 'told', name: 'receivedAt', value: '2020-12-23', step: 1 },
      ),
    ];
    for (const state of states) expect(checker.addressOf(state)).not.toMatch(/ann|20\d\d-\d\d-\d\d/);
  });
});

describe('what was entered', () => {
  test('is left by another case, not by another view, and is there again on the way back', () => {
    const mine = after(start, { type: 'shown', where: { view: 'case' } }, issued);
    expect(checker.leavesEntered(mine, checker.stateAt(mine, '#question?rule=routeQuery'))).toBe(false);
    const other = checker.stateAt(mine, '#case?cohort=qtls-2021-01');
    expect(checker.leavesEntered(mine, other)).toBe(true);
    expect(checker.caseOf(other)).toMatchObject({ cohort: { id: 'qtls-2021-01' }, events: [] });
    const back = checker.stateAt(other, '#case?cohort=qtls-2020-10', mine);
    expect(checker.caseOf(back)).toBe(checker.caseOf(mine));
  });

  test('is left without a question once it is saved', () => {
    const saved = after(start, issued, { type: 'case-saved' });
    expect(checker.leavesEntered(saved, checker.stateAt(saved, '#case?cohort=qtls-2021-01'))).toBe(false);
    expect(checker.holdsUnsaved(saved)).toBe(false);
  });

  test('of one rule stays while another is asked, and is left by an example of the same rule', () => {
    const asked = after(start, { type: 'shown', where: { view: 'question' } }, told('requestedOn', '2020-12-11'));
    const away = checker.stateAt(asked, '#question?rule=routeQuery');
    expect(checker.leavesEntered(asked, away)).toBe(false);
    expect(checker.factsOf(checker.stateAt(away, '#question?rule=assessAdjustmentRequest')).known).toEqual({ requestedOn: '2020-12-11' });
    expect(checker.leavesEntered(asked, checker.stateAt(asked, '#question?example=late-request'))).toBe(true);
  });

  test('of one rule stays on the way back to another rule, and is left by an example then too', () => {
    const appeal = checker.stateAt(start, '#question?example=appeal-over-christmas');
    const typed = after(checker.stateAt(appeal, '#question?example=late-request'), told('requestedOn', '2020-01-11'));
    const back = checker.stateAt(typed, checker.addressOf(appeal), appeal);
    expect(back).toMatchObject({ rule: 'assessSupportAppeal' });
    expect(checker.factsOf(back)).toBe(checker.factsOf(appeal));
    expect(checker.factsOf(checker.stateAt(back, '#question?rule=assessAdjustmentRequest'))).toBe(checker.factsOf(typed));
    expect(checker.leavesEntered(back, checker.stateAt(back, '#question?example=a-reading-decides'))).toBe(true);
  });

  test('of one rule is there on the way back to where nothing was typed yet, without a question; an example is not', () => {
    const blank = checker.stateAt(start, '#question?rule=assessAdjustmentRequest');
    const away = checker.stateAt(blank, '#question?rule=routeQuery');
    const typed = after(checker.stateAt(away, '#question?rule=assessAdjustmentRequest'), told('requestedOn', '2020-12-11'));
    const back = checker.stateAt(typed, checker.addressOf(blank), blank);
    expect(checker.leavesEntered(typed, back)).toBe(false);
    expect(checker.factsOf(back).known).toEqual({ requestedOn: '2020-12-11' });
    const example = checker.stateAt(blank, '#question?example=late-request');
    expect(checker.factsOf(checker.stateAt(example, checker.addressOf(blank), blank)).known).toEqual({});
  });

  test('in a letter is lost by a reload even if it cannot be read; a day to count from is not', () => {
    const wrong = { says: 'Give the day and the year as well.', day: '/3/', time: '' };
    const unread = (id: string): State => after(start, { type: 'dates-changed', changes: { cohort: 'letter', wrong: { [id]: wrong } } });
    for (const name of ['startsOn', 'submissionDeadline', 'resubmissionDeadline'])
      expect(checker.holdsUnsaved(unread(`letter-${name}`))).toBe(true);
    expect(checker.holdsUnsaved(after(unread('letter-startsOn'), { type: 'draft-chosen', keepsDraft: true }))).toBe(false);
    expect(checker.holdsUnsaved(unread('dates-as-of'))).toBe(false);
  });

  test('is lost by a reload unless a draft is kept', () => {
    expect(checker.holdsUnsaved(start)).toBe(false);
    expect(checker.holdsUnsaved(after(start, issued))).toBe(true);
    expect(checker.holdsUnsaved(after(start, { type: 'dates-changed', changes: { letter: { startsOn: '2025-10-01' } } }))).toBe(true);
    expect(checker.holdsUnsaved(after(start, { type: 'told', name: 'ground', value: 'other', step: 1 }))).toBe(true);
    expect(checker.holdsUnsaved(after(start, issued, { type: 'draft-chosen', keepsDraft: true }))).toBe(false);
  });

  test('in files of the reader’s own is left by the sample, and by nothing else', () => {
    const own = after(start, { type: 'register-changed', changes: { file: { name: 'mine.csv', text: '' }, isOwn: true } });
    expect(checker.leavesFiles(own, checker.stateAt(own, '#cohort?example=a-whole-cohort'))).toBe(true);
    expect(checker.leavesFiles(own, checker.stateAt(own, '#case?example=one-second-late'))).toBe(false);
    expect(checker.leavesFiles(start, checker.stateAt(start, '#cohort?example=a-whole-cohort'))).toBe(false);
  });

  test('no state is changed by an event: the one before is as it was', () => {
    const before = JSON.stringify(start);
    after(
      start,
      issued,
      told('topic', 'general'),
      { type: 'policy-chosen', nation: 'scotland' },
      { type: 'register-changed', changes: {} },
    );
    expect(JSON.stringify(start)).toBe(before);
  });
});

describe('my dates', () => {
  const datesOf = (given: object): readonly Dated[] =>
    checker.datesOf(
      given,
      cohortsFile.cohorts.map(({ cohort }) => cohort as Cohort),
      standardPolicy,
    );

  test.each(['qtls-2020-10', 'qtls-2021-01', 'ats-2021-10'])('of %s are those of the cohort, of 3.1.1 and of 4.4, earliest first', (id) => {
    const cohort = cohortNamed(id);
    const dates = datesOf(cohort);
    const on = Object.fromEntries(dates.map((each) => [each.code, each.on]));
    const review = reviewWindow({ submissionDeadline: cohort.submissionDeadline as never });
    expect(on).toMatchObject({
      notice: noticeDeadline({ programmeStartsOn: cohort.startsOn }).detail.latestTimely,
      start: cohort.startsOn,
      submission: cohort.submissionDeadline,
      review: review.settled ? review.detail.opens : undefined,
      resubmission: cohort.resubmissionDeadline,
    });
    const known = dates.flatMap((each) => (each.on === undefined ? [] : [each.on.slice(0, 10)]));
    expect(known).toEqual([...known].sort());
  });

  test('from a letter that gives one date are those that follow from it, and no other', () => {
    expect(datesOf({ programme: 'QTLS', startsOn: '2026-03-31' }).map(({ code, on }) => [code, on])).toEqual([
      ['notice', '2026-02-28'],
      ['start', '2026-03-31'],
    ]);
    expect(datesOf({ programme: 'ATS' })).toEqual([]);
  });

  test('a restart is told with the next known cohort, or that none is known (6.2.3)', () => {
    const restartOf = (id: string): Dated | undefined => datesOf(cohortNamed(id)).find(({ code }) => code === 'restart');
    expect(restartOf('qtls-2020-10')).toMatchObject({ on: '2022-01-10', says: expect.stringContaining('qtls-2022-01') as string });
    expect(restartOf('ats-2021-10')).toMatchObject({ says: expect.stringContaining('None of the known cohorts') as string });
  });

  test('go into a diary: the deadlines, the last day for notice, what the cohort publishes, and the month of review to its last day', () => {
    const diary = checker.diaryOf(datesOf(cohortNamed('qtls-2020-10')), '2021-02-01', 'QTLS.qtls-2020-10');
    const entries = [...read(diary)].map(([uid, { start, isAllDay, summary }]) => [uid.split('.')[0], start, isAllDay, summary]);
    expect(entries).toEqual([
      ['submit-portfolio', '2021-03-31T16:00:00.000Z', false, 'Submit the portfolio (the participant)'],
      ['resubmit-portfolio', '2021-10-31T17:00:00.000Z', false, 'The participant may resubmit the portfolio free of charge'],
      ['notice', '2020-09-01', true, 'Last day to ask for adjustments or other support in time'],
      ['start', '2020-10-01', true, 'The programme starts'],
      ['entry', '2020-10-07', true, 'Entry to the cohort closes'],
      ['review', '2021-04-01', true, 'Review and moderation'],
    ]);
    expect(diary).toContain('DTEND;VALUE=DATE:20210501');
    expect(diary.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect([...read(diary).values()].find(({ summary }) => summary.startsWith('Last day'))?.description).toMatch(
      /^Make the request by 1 September 2020.*3\.1\.1\)$/,
    );
  });
});
