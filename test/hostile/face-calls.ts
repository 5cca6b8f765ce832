// A call of each function of the faces for tests, for sheets, for agents and for what hosts have in hand, and of the projection: spoilt whole and by chance, not place by place as those of calls.ts.
import * as fc from 'fast-check';
import * as dateFns from '../../src/date-fns/index.js';
import * as dateHolidays from '../../src/date-holidays/index.js';
import * as forms from '../../src/forms/index.js';
import * as api from '../../src/index.js';
import { zodSchemas } from '../../src/schemas/index.js';
import * as spreadsheet from '../../src/spreadsheet/index.js';
import * as testing from '../../src/testing/index.js';
import { tools, type ToolResult } from '../../src/tools/index.js';
import { vectorsOf } from '../decision/cases.js';
import { machineFiles } from '../machine/cases.js';
import type { Call } from './calls.js';

type Run = Call['run'];
const { aCase, arbitraries, cohorts, given, matchers } = testing;

const holidays = {
  getHolidays: (year: number) => [{ date: `${year}-01-01 00:00:00`, type: 'public', name: 'New Year’s Day' }],
};

/** The functions for sheets with the cells of their examples. */
const cellCalls = Object.fromEntries(
  spreadsheet.describeCellFunctions().map(({ name, arguments: all, rest }): [string, Call] => {
    const cells = all.map(({ takes }) => (takes.startsWith('range') ? [['registered', '07/12/2020', '']] : '23/12/2020'));
    return [name, { run: spreadsheet[name] as Run, args: () => structuredClone(rest ? [...cells, '23/12/2020'] : cells), at: [] }];
  }),
);

const notMet = () => aCase().issued().submitted().notMet();
const step = (name: string, ...args: readonly unknown[]): Call => ({
  run: (...of) => (aCase() as unknown as Readonly<Record<string, Run>>)[name]?.(...of),
  args: () => structuredClone(args),
  at: [],
});
const days = ['issued', 'supporterAppointed', 'mentorRequested', 'mentorAppointed', 'adjustmentsRequested', 'arrangementAgreed'];
const more = ['submitted', 'submissionMissed', 'reviewStarted', 'met', 'notMet', 'feedbackIssued', 'resubmitted', 'resubmissionMissed'];
const storyCalls: Readonly<Record<string, Call>> = {
  ...Object.fromEntries(
    [...days, ...more, 'secondReviewStarted', 'awarded', 'withdrawn'].map((name) => [`aCase, ${name}`, step(name, '2021-01-10')]),
  ),
  'aCase, participant': step('participant', 'p-7'),
  'aCase, cohort': step('cohort', cohorts.october2020),
  'aCase, registered': step('registered', '2021-01-05'),
  'aCase, portfolio': step('portfolio', 2),
  'aCase, reading': step('reading', { 'notice-month': 'count-forward' }),
  'aCase, under': step('under', { readings: { 'notice-month': 'count-forward' } }),
  'aCase, event': step('event', { type: 'portfolio-issued', on: '2021-01-10' }),
  'aCase, restarted': step('restarted', cohorts.october2022, '2022-06-01', '2022-06-02'),
};

const opening = { member: 'm-1', decisionReceivedAt: '2020-12-23' };
const asked = { type: 'explanation-requested', at: '2021-01-11' };
const resubmitted = { type: 'portfolio-resubmitted', at: '2022-03-30T12:00:00+01:00' };
const late = api.assessAdjustmentRequest({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' });
const plain = <T>(value: T): unknown => JSON.parse(JSON.stringify(value));
const issued = api.transition(aCase().case, { type: 'portfolio-issued', on: '2021-01-10' });
const refused = api.transition(aCase().case, { type: 'status-awarded', on: '2021-05-14' });
/** A matcher is told in full: its message too. */
const match =
  (name: keyof typeof matchers): Run =>
  (...args) => {
    const { pass, message } = (matchers[name] as unknown as (...of: readonly unknown[]) => testing.MatcherResult)(...args);
    return { pass, says: message() };
  };
const sample =
  (name: keyof typeof arbitraries): Run =>
  (...args) =>
    fc.sample((arbitraries[name] as unknown as (...of: readonly unknown[]) => fc.Arbitrary<unknown>)(...args), { numRuns: 1, seed: 1 });
const span = { from: '2021-01-01', to: '2021-12-31' };
/** A machine with its own lists, so that what is spoilt is not the library's. */
function copyOf<M extends { readonly stages: readonly string[]; readonly events: readonly string[]; readonly cells: readonly object[] }>(
  machine: M,
): M {
  const { stages, events, cells } = machine;
  return { ...machine, ...structuredClone({ stages, events, cells }) };
}
const file = {
  rule: 'noticeDeadline',
  version: 1,
  vectors: [
    {
      name: 'counted back',
      clause: 'support/3.1.1',
      policy: { readings: { 'notice-month': 'count-back' }, calendar: 'scotland', editions: ['support@etf-staff'] },
      facts: { programmeStartsOn: '2021-01-10' },
      outcome: 'computed',
      detail: { latestTimely: '2020-12-10' },
      needs: [],
      because: { 'is-a-member': true },
    },
  ],
};

const kitCalls: Readonly<Record<string, Call>> = {
  aCase: { run: aCase, args: () => [], at: [] },
  ...storyCalls,
  given: {
    run: given as unknown as Run,
    args: () => [{ machine: copyOf(api.awardAppeal), opening: { ...opening }, events: [{ ...asked }], policy: { readings: {} } }],
    at: [],
    callsBack: true,
    fails: 'AssertionError',
  },
  'given, when': { run: ((event: never) => given(notMet()).when(event)) as Run, args: () => [{ ...resubmitted }], at: [], callsBack: true },
  'given, when, then': {
    run: ((expected: never) => {
      given(notMet())
        .when(resubmitted as never)
        .then(expected);
    }) as Run,
    args: () => [
      {
        stage: 'resubmitted',
        holding: { portfolio: 1 },
        dutiesMet: ['resubmit-portfolio'],
        because: [{ test: 'resubmitted-by-deadline', holds: true }],
        unsettled: [],
      },
    ],
    at: [],
    fails: 'AssertionError',
  },
  'given, when, thenRefused': {
    run: ((expected: never) => {
      given(notMet()).when({ type: 'status-awarded', on: '2022-01-01' }).thenRefused(expected);
    }) as Run,
    args: () => [{ test: 'stage-takes-event', clause: 'support/4.3', instead: ['portfolio-resubmitted'] }],
    at: [],
    fails: 'AssertionError',
  },
  'matchers.toBeDecided': {
    run: match('toBeDecided'),
    args: () => [plain(late), 'late', { clause: 'support/3.1.1', detail: { marginDays: -1 }, because: [{ holds: false }] }],
    at: [],
  },
  'matchers.toBeUndetermined': { run: match('toBeUndetermined'), args: () => [plain(late), { kind: 'document' }], at: [] },
  'matchers.toBeTaken': { run: match('toBeTaken'), args: () => [plain(issued), 'in-programme'], at: [] },
  'matchers.toBeRefused': { run: match('toBeRefused'), args: () => [plain(refused), { test: 'stage-takes-event' }], at: [] },
  'arbitraries.date': { run: sample('date'), args: () => [{ ...span }], at: [] },
  'arbitraries.instant': { run: sample('instant'), args: () => [{ ...span }], at: [] },
  'arbitraries.moment': { run: sample('moment'), args: () => [{ ...span }], at: [] },
  'arbitraries.cohort': { run: sample('cohort'), args: () => [{ ...span }], at: [] },
  'arbitraries.policy': { run: sample('policy'), args: () => [], at: [] },
  'arbitraries.facts': { run: sample('facts'), args: () => [api.assessAdjustmentRequest, { ...span }], at: [] },
  'arbitraries.registration': { run: sample('registration'), args: () => [], at: [] },
  'arbitraries.event': { run: sample('event'), args: () => [{ ...cohorts.october2020 }], at: [] },
  'arbitraries.history': { run: sample('history'), args: () => [], at: [] },
  'arbitraries.faultyHistory': { run: sample('faultyHistory'), args: () => [], at: [] },
  'arbitraries.procedureHistory': { run: sample('procedureHistory'), args: () => [copyOf(api.membershipApplication)], at: [] },
  traces: { run: testing.traces, args: () => [], at: [] },
  coverage: {
    run: testing.coverage as Run,
    args: () => [[plain(api.receipt(api.noticeDeadline, { programmeStartsOn: '2021-01-10' }))], { readings: {} }],
    at: [],
  },
  vectors: { run: testing.vectors as Run, args: () => [structuredClone(file)], at: [] },
  'vectors, differences': {
    run: (decision) => testing.vectors(file as never).map(({ differences }) => differences(decision as never)),
    args: () => [plain(late)],
    at: [],
  },
  conform: {
    run: testing.conform as unknown as Run,
    args: () => [
      { open: () => undefined, send: () => true, read: () => ({ stage: 'registered' }) },
      { seed: 1, runs: 1, budget: 1, policy: { readings: {} } },
    ],
    at: [],
    isAsync: true,
  },
  'conform, read': {
    run: (stage, duties) =>
      testing.conform({ open: () => undefined, send: () => true, read: () => ({ stage, duties }) as never }, { budget: 1, runs: 0 }),
    args: () => ['registered', []],
    at: [],
    isAsync: true,
  },
};

/** What hosts have in hand: a form is not refused for what its fields hold, which the rule says. */
const hostCalls: Readonly<Record<string, Call>> = {
  fromDate: { run: dateFns.fromDate as unknown as Run, args: () => [new Date('2021-06-30T23:30:00Z'), 'day'], at: [] },
  toDate: { run: dateFns.toDate as Run, args: () => ['2021-06-30T17:00:00+01:00'], at: [] },
  factsOfForm: {
    run: forms.factsOfForm as Run,
    args: () => [api.assessSubmission.facts(), { submissionDeadline: '2021-06-30T17:00', asOf: '2021-06-30', submittedAt: ['', ''] }],
    at: [],
  },
  'factsOfForm, of an event': {
    run: forms.factsOfForm as Run,
    args: () => [zodSchemas.event, new URLSearchParams({ type: 'outcome-released', on: '2021-08-16', reviewOutcome: 'criteria-met' })],
    at: [],
  },
};

/** The input of a tool: a case of its rule, or of its machine. */
const toolInputs = (name: string): object => {
  const [id = '', question] = name.split('_');
  if (question === undefined) return { ...vectorsOf(id as api.RuleId)[0]?.facts, policy: { calendar: 'scotland' } };
  const [vector] = machineFiles.get(id)?.vectors ?? [];
  const { participant, cohort, registeredOn, history: events } = notMet().case;
  const history = vector
    ? { opening: vector.opening, events: vector.given }
    : { registration: { participant, cohort, registeredOn }, events };
  return { ...history, ...(question === 'position' ? { asOf: '2022-01-01' } : { event: { ...asked } }), policy: { readings: {} } };
};
/** The call of each tool. What is wrong is reported, and nothing is thrown. */
const toolCalls = Object.fromEntries(
  tools.map(({ name, call }): [string, Call] => [
    `tools.${name}`,
    {
      run: call,
      args: () => [structuredClone(toolInputs(name))],
      at: [[]],
      reported: (result) => ((result as ToolResult).ok ? [] : (result as ToolResult & { readonly ok: false }).issues),
    },
  ]),
);

export const otherCalls: Readonly<Record<string, Call>> = {
  ...cellCalls,
  ...toolCalls,
  cellFunctions: { run: spreadsheet.cellFunctions as Run, args: () => [{ dateSystem: 1904, zone: 'UTC' }], at: [] },
  describeCellFunctions: { run: spreadsheet.describeCellFunctions, args: () => [], at: [] },
  calendarFrom: {
    run: dateHolidays.calendarFrom as Run,
    args: () => [holidays, { years: { from: 2019, to: 2020 } }],
    at: [['holidays'], []],
  },
  ...hostCalls,
  ...kitCalls,
};
