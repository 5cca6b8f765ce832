// What a host, or something that it loads, has put on `Object.prototype` is not a fact: each call is answered as it is without.
import { afterEach, describe, expect, it } from 'vitest';
import * as api from '../../src/index.js';
import { englandAndWales, withGovUkFeed, workingCalendar } from '../../src/calendar/index.js';
import { SET_POSITION, SET_RESUBMISSION_RESULT, SET_WORKDAY, cellFunctions } from '../../src/spreadsheet/index.js';

const polluted: string[] = [];
function inherit(key: string, value: unknown, enumerable = true): void {
  polluted.push(key);
  Object.defineProperty(Object.prototype, key, { value, enumerable, writable: true, configurable: true });
}
const clean = (): void => {
  for (const key of polluted.splice(0)) Reflect.deleteProperty(Object.prototype, key);
};
afterEach(clean);

const cohort = { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' } as const;
const registration = { participant: 'p-1', cohort, registeredOn: '2020-12-07' } as const;
const events: readonly api.CaseEvent[] = [
  { type: 'portfolio-issued', on: '2021-01-10' },
  { type: 'portfolio-submitted', at: '2021-06-29T17:00:00+01:00' },
  { type: 'outcome-released', on: '2021-08-12', reviewOutcome: 'criteria-not-met' },
];
const late = { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' } as const;
const feed = {
  'england-and-wales': {
    division: 'england-and-wales',
    events: ['2010-01-01', '2010-12-25'].map((date) => ({ title: 'A bank holiday', date })),
  },
};
const rows = [
  ['registered', '07/12/2020'],
  ['portfolio-issued', '10/01/2021'],
];
const calls: Readonly<Record<string, () => unknown>> = {
  'a request': () => api.assessAdjustmentRequest(late),
  'a request, as far as it is known': () => api.assessAdjustmentRequest.given({ requestedOn: '2020-12-11' }),
  'a check': () => api.assessAdjustmentRequest.check(late),
  'many requests': () => api.decideAll(api.assessAdjustmentRequest, [late, {}]),
  'a receipt': () => api.receipt(api.assessAdjustmentRequest, late),
  'a receipt, verified': () => api.verifyReceipt(api.receipt(api.assessAdjustmentRequest, late), { rules: api.rules }),
  'an appeal': () => api.assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2021-05-14' }),
  'the next cohort': () => api.nextAvailableCohort({ programme: 'QTLS', trigger: '2020-12-01', cohorts: [cohort] }),
  'a registration': () => api.openCase(registration),
  'a history': () => api.replay(registration, events),
  'a stored case': () => api.readCase(JSON.parse(JSON.stringify(api.replay(registration, events).case))),
  'a position': () => api.position(api.replay(registration, events).case, '2021-09-01'),
  'an appeal, step by step': () =>
    api.supportAppealProcedure.replay({ participant: 'p-1' }, [
      { type: 'discussed', on: '2021-05-01' },
      { type: 'appeal-received', at: '2021-05-14', ground: 'sufficiency-of-support' },
    ]),
  'a policy': () => api.definePolicy({}),
  'a calendar': () => workingCalendar({ base: englandAndWales, id: 'ours', version: '1' }).version,
  'a feed': () => withGovUkFeed(englandAndWales, feed).version,
  cells: () => [
    SET_WORKDAY('23/12/2020', 10),
    SET_POSITION(rows, [['qtls-2021-01', 'QTLS', '10/01/2021']]),
    SET_RESUBMISSION_RESULT('31/10/2021 17:00', '31/10/2021 17:00', '', '01/11/2021'),
    cellFunctions({}).SET_WORKDAY('23/12/2020', 10),
  ],
};
/** What keeps objects of the ordinary kind: there what is inherited is looked for by the keys that can be listed, as an assignment makes them. */
const ofCases: readonly string[] = [
  ...['a receipt, verified', 'a registration', 'a history', 'a stored case', 'a position', 'an appeal, step by step', 'cells'],
];
const told = (call: () => unknown): string => JSON.stringify([call()]);

const inherited: readonly (readonly [string, unknown])[] = [
  ['requirement', 'described-in-section-6'],
  ['submissionDeadline', '2021-05-31T17:00:00+01:00'],
  ['resubmissionDeadline', '2021-10-31T17:00:00Z'],
  ['entryOpens', '2020-01-01'],
  ['entryCloses', '2020-02-01'],
  ['resultsOn', '2021-08-20'],
  ['portfolio', 7],
  ['id', 'e-1'],
  ['sentAt', '2021-05-01'],
  ['sentTo', 'elsewhere'],
  ['outlinesCase', false],
  ['respondedOn', '2021-05-20'],
  ['late', true],
  ['reviewOutcome', 'criteria-met'],
  ['type', 'withdrawn'],
  ['on', '2022-01-01'],
  ['at', '2022-01-01T00:00:00Z'],
  ['calendar', 'none'],
  ['readings', { 'notice-month': 'count-forward' }],
  ['editions', ['support@etf-staff']],
  ['add', [{ date: '2021-01-05', name: 'Inherited' }]],
  ['remove', ['2021-01-01']],
  ['closures', [{ from: '2021-01-05', name: 'Inherited' }]],
  ['dateSystem', 1904],
  ['zone', 'UTC'],
  ['val', 5],
  ['0', '2021-01-01'],
  ['anything', 'at all'],
];

describe.each(Object.keys(calls))('%s', (name) => {
  const call = calls[name] as () => unknown;
  it.each(inherited)('is not changed by an inherited %s', (key, value) => {
    const before = told(call);
    inherit(key, value);
    expect(told(call)).toBe(before);
    clean();
    if (!ofCases.includes(name)) {
      inherit(key, value, false);
      expect(told(call)).toBe(before);
      clean();
    }
    expect(told(call)).toBe(before); // and what was read meanwhile is not kept
  });
});

it('a missing fact is not had from elsewhere', () => {
  inherit('programmeStartsOn', '2021-01-10');
  inherit('requestedOn', '2021-01-10');
  const issues = api.assessAdjustmentRequest.check({ requestedOn: '2020-12-11' });
  expect(issues.map(({ path }) => path)).toEqual([['programmeStartsOn']]);
});

it('a key given as undefined is left out, whether it is known there or not; a fact that must be given is missing', () => {
  const event = (of: object): boolean => api.transition(api.replay(registration, events.slice(0, 2)).case, of as api.CaseEvent).accepted;
  expect(event({ type: 'review-started', on: '2021-07-01', reviewOutcome: undefined, id: undefined })).toBe(true);
  expect(() => event({ type: 'outcome-released', on: '2021-08-12', reviewOutcome: undefined })).toThrow(
    'event.reviewOutcome is missing: give one of',
  );
  expect(() => event({ type: 'outcome-released', on: '2021-08-12' })).toThrow('event.reviewOutcome is missing: give one of');
  expect(() => event({ type: 'review-started', on: '2021-07-01', reviewOutcome: null })).toThrow('event.reviewOutcome is not known here');
  expect(api.openCase({ ...registration, portfolio: undefined, cohort: { ...cohort, resultsOn: undefined } } as never)).toStrictEqual(
    api.openCase(registration),
  );
  expect(api.definePolicy({ calendar: undefined, other: undefined } as never)).toStrictEqual(api.definePolicy({}));
});
