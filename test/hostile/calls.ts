// One valid call of every exported function: what hostile.test.ts spoils, place by place. An export without an entry here fails its test.
import * as calendar from '../../src/calendar/index.js';
import * as diagrams from '../../src/diagrams/index.js';
import * as diary from '../../src/diary/index.js';
import * as api from '../../src/index.js';
import { compiledOf } from '../../src/decision/rule.js';
import { loose, ruleIds, vectorsOf } from '../decision/cases.js';
import { otherCalls } from './face-calls.js';

export type Path = readonly (string | number)[];
export interface Call {
  readonly run: (...args: readonly unknown[]) => unknown;
  /** Valid arguments, made afresh. */
  readonly args: () => readonly unknown[];
  /** With what the paths of each argument's problems begin. */
  readonly at: readonly Path[];
  /** What is wrong in a result that reports problems where others throw them. */
  readonly reported?: (result: unknown) => readonly api.Issue[];
  /** The argument, by its place, whose problems are reported in the result and not thrown with the others. */
  readonly apart?: number;
  /** Places, as the full path of an issue, where more is taken than is read: with the reason. */
  readonly unread?: { readonly where: (path: Path) => boolean; readonly because: string };
  /** Keys whose value says how the rest is read, so that with a wrong one nothing else can be. */
  readonly kinds?: readonly string[];
  /** Whether it gives a promise. */
  readonly isAsync?: true;
  /** Whether it calls a function that it is given: what that throws is not the library's. */
  readonly callsBack?: true;
  /** The name of a documented error that it throws for what is well formed and not as expected. */
  readonly fails?: 'AssertionError';
}

const { anyPartOfUk, englandAndWales, scotland } = calendar;
const registration = (): api.Registration => ({
  participant: 'p-1',
  cohort: {
    id: 'qtls-2021-01',
    programme: 'QTLS',
    startsOn: '2021-01-10',
    entryOpens: '2020-12-01',
    entryCloses: '2021-01-07',
    submissionDeadline: '2021-06-30T17:00:00+01:00',
    resubmissionDeadline: '2022-03-31T17:00:00+01:00',
    resultsOn: '2021-08-16',
  },
  registeredOn: '2020-12-07',
  portfolio: 1,
});
const events = (): readonly api.CaseEvent[] => [
  { type: 'portfolio-issued', on: '2021-01-10', id: 'e-1' },
  { type: 'portfolio-submitted', at: '2021-06-30T17:00:00+01:00', id: 'e-2' },
  { type: 'outcome-released', on: '2021-08-16', reviewOutcome: 'criteria-not-met', id: 'e-3' },
];
const policy = (): unknown => ({ calendar: scotland, readings: { 'notice-month': 'count-forward' }, editions: ['support@etf-staff'] });
/** A case as it comes back from a store: plain, and to be checked. */
const kept = JSON.stringify(
  api.replay(
    { participant: 'p-1', cohort: { id: 'qtls-2021-01', programme: 'QTLS', startsOn: '2021-01-10' }, registeredOn: '2020-12-07' },
    events().slice(0, 2),
  ).case,
);
const stored = (): unknown => JSON.parse(kept);

const deadlines = (): readonly calendar.CalendarDeadline[] => [
  { due: '2021-01-11', set: 'by-count', countedFrom: '2020-12-23', span: { workingDays: 10 } },
  { due: '2021-06-30T17:00:00+01:00', set: 'by-cohort' },
];
const read = ['due', 'countedFrom', 'workingDays'];
const openDeadlines = {
  where: (path: Path): boolean => path[0] === 'deadlines' && path.length > 1 && !(path[1] === 0 && read.includes(String(path.at(-1)))),
  because: 'a deadline may carry more than is read, and one that is not counted in working days is not read',
};
const feedKeys: readonly unknown[] = ['json', 'england-and-wales', 'scotland', 'northern-ireland', 'division', 'events', 'title', 'date'];
const remarks = {
  where: (path: Path): boolean => path[0] === 'json' && path.some((step) => typeof step === 'string' && !feedKeys.includes(step)),
  because: 'what GOV.UK’s feed holds beside what is known changes no day, and may grow',
};
const yearOfTwo = (): readonly unknown[] => [
  { title: 'New Year’s Day', date: '2010-01-01', notes: '', bunting: true },
  { title: 'Christmas Day', date: '2010-12-25', notes: '', bunting: true },
];
const feed = (): unknown => ({
  'england-and-wales': {
    division: 'england-and-wales',
    events: yearOfTwo(),
  },
  scotland: { division: 'scotland', events: yearOfTwo() },
  'northern-ireland': { division: 'northern-ireland', events: yearOfTwo() },
});

const calendarCalls = {
  plainDate: { run: calendar.plainDate, args: () => ['2021-01-10'], at: [[]] },
  instant: { run: calendar.instant, args: () => ['2021-01-10T17:00:00Z'], at: [[]] },
  londonDate: { run: calendar.londonDate, args: () => ['2021-01-10T17:00:00Z'], at: [['instant']] },
  londonInstant: { run: calendar.londonInstant, args: () => ['2021-01-10', '17:00'], at: [['date'], ['time']] },
  addDays: { run: calendar.addDays, args: () => ['2021-01-10', 1], at: [['date'], ['n']] },
  daysBetween: { run: calendar.daysBetween, args: () => ['2021-01-10', '2021-01-11'], at: [['a'], ['b']] },
  addMonths: { run: calendar.addMonths, args: () => ['2021-01-10', 1], at: [['date'], ['n']] },
  subtractMonths: { run: calendar.subtractMonths, args: () => ['2021-01-10', 1], at: [['date'], ['n']] },
  isWorkingDay: { run: calendar.isWorkingDay, args: () => ['2021-01-10', englandAndWales], at: [['date'], ['calendar']] },
  nextWorkingDay: { run: calendar.nextWorkingDay, args: () => ['2021-01-10', englandAndWales], at: [['date'], ['calendar']] },
  previousWorkingDay: { run: calendar.previousWorkingDay, args: () => ['2021-01-10', englandAndWales], at: [['date'], ['calendar']] },
  addWorkingDays: { run: calendar.addWorkingDays, args: () => ['2021-01-10', 10, englandAndWales], at: [['date'], ['n'], ['calendar']] },
  workingDaysBetween: {
    run: calendar.workingDaysBetween,
    args: () => ['2021-01-10', '2021-01-20', englandAndWales],
    at: [['a'], ['b'], ['calendar']],
  },
  countDays: { run: calendar.countDays, args: () => ['2021-01-10', 10, englandAndWales], at: [['date'], ['n'], ['calendar']] },
  workingCalendar: {
    run: calendar.workingCalendar,
    args: () => [
      {
        base: englandAndWales,
        id: 'office',
        version: '1',
        add: [{ date: '2021-07-01', name: 'Office day' }],
        remove: ['2021-12-27'],
        closures: [{ from: '2021-12-24', to: '2022-01-03', name: 'Winter' }],
      },
    ],
    at: [[]],
  },
  withGovUkFeed: { run: calendar.withGovUkFeed, args: () => [anyPartOfUk, feed()], at: [['calendar'], ['json']], unread: remarks },
  movedDeadlines: {
    run: calendar.movedDeadlines,
    args: () => [deadlines(), englandAndWales, scotland],
    at: [['deadlines'], ['before'], ['after']],
    unread: openDeadlines,
  },
} satisfies Readonly<Record<string, unknown>>;

const decision = (): unknown =>
  JSON.parse(
    JSON.stringify(api.assessSupportAppeal({ discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' })),
  );
const open = (): unknown =>
  JSON.parse(JSON.stringify(api.assessSubmission({ submissionDeadline: '2021-06-30T17:00:00+01:00', asOf: '2021-07-01' })));
const refused = (): unknown =>
  JSON.parse(JSON.stringify(api.transition(api.openCase(registration()), { type: 'status-awarded', on: '2021-05-14' })));
const taken = (): unknown =>
  JSON.parse(JSON.stringify(api.transition(api.openCase(registration()), { type: 'portfolio-issued', on: '2021-01-10' })));
const stands = (): unknown => JSON.parse(JSON.stringify(api.position(api.openCase(registration()), '2021-01-10')));
const anAnswer = {
  where: (path: Path): boolean => path[0] === 'answer' && path.length > 1,
  because: 'an answer is data of the library’s own, of which it says what it can',
};

/** A receipt as it comes back from a store. */
const aReceipt = (): unknown =>
  JSON.parse(
    JSON.stringify(
      api.receipt(api.assessSupportAppeal, { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: '2020-12-23' }),
    ),
  );
const aBasis = {
  where: ([first, second]: Path): boolean => first === 'rules' || (first === 'receipt' && second !== undefined && second !== 'facts'),
  because: 'what a receipt names and is not at hand is said in the answer, as is what comes out otherwise',
};
const request = (): unknown => ({ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', requirement: 'reasonable-adjustment' });

const rowIssues = (results: unknown): readonly api.Issue[] =>
  (results as readonly api.RowResult<api.AnyRule>[]).flatMap((result, row) =>
    result.ok ? [] : result.issues.map((issue) => ({ ...issue, path: ['rows', row, ...issue.path] })),
  );

/** The problems that a function tells which throws none. */
const issuesIn = (result: unknown): readonly api.Issue[] => (result as { readonly issues?: readonly api.Issue[] }).issues ?? [];

/** Each procedure with an opening and a history; a stored case is plain, and to be checked. */
function procedureCalls(): Record<string, Call> {
  const histories: Readonly<Record<string, readonly [object, ...object[]]>> = {
    supportAppealProcedure: [
      { participant: 'p-1' },
      { type: 'discussed', on: '2021-05-12', id: 'e-1' },
      {
        type: 'appeal-received',
        at: '2021-05-14T09:00:00+01:00',
        sentAt: '2021-05-13',
        ground: 'sufficiency-of-support',
        sentTo: 'membership-enquiries',
        outlinesCase: true,
      },
      { type: 'answered', on: '2021-05-20' },
    ],
    awardAppeal: [
      { member: 'm-1', decisionReceivedAt: '2021-05-14T09:00:00+01:00' },
      { type: 'explanation-requested', at: '2021-05-17', id: 'e-1' },
      { type: 'explained', at: '2021-05-18' },
      { type: 'appeal-lodged', at: '2021-05-19', grounds: ['procedural-error', 'other'] },
      { type: 'appeal-decided', on: '2021-06-01', upheld: true },
    ],
    actionAgainstMember: [
      { member: 'm-1', source: 'third-party', receivedAt: '2021-05-14T09:00:00+01:00' },
      { type: 'acknowledged', on: '2021-05-17', id: 'e-1' },
      { type: 'considered', on: '2021-05-18' },
      { type: 'decided', on: '2021-05-19', against: true },
      { type: 'review-requested', on: '2021-05-20' },
      { type: 'review-decided', on: '2021-05-21' },
    ],
    membershipApplication: [
      { applicant: 'a-1', appliedOn: '2021-03-01' },
      { type: 'code-committed', on: '2021-03-02', id: 'e-1' },
      { type: 'reviewed', on: '2021-03-03', accepted: false },
      { type: 'review-requested', on: '2021-03-04' },
      { type: 'review-decided', on: '2021-03-05', accepted: true },
    ],
  };
  const made: Record<string, Call> = {};
  for (const [id, [opening, ...steps]] of Object.entries(histories)) {
    const machine = (api as unknown as Readonly<Record<string, api.Machine<unknown, { readonly stage: string }, never>>>)[id];
    if (machine === undefined) continue;
    const text = JSON.stringify(machine.replay(opening, steps.slice(0, -1) as never[]).case);
    const kinds = ['type', 'stage'];
    const functions = machine as unknown as Readonly<Record<string, Call['run']>>;
    const run = (name: string): Call['run'] => functions[name] as Call['run'];
    const again = <T>(value: T): T => structuredClone(value);
    made[`${id}.open`] = { run: run('open'), args: () => [again(opening)], at: [[]] };
    made[`${id}.transition`] = {
      run: run('transition'),
      args: () => [JSON.parse(text) as unknown, again(steps.at(-1)), policy()],
      at: [['case'], ['event'], ['policy']],
      kinds,
    };
    made[`${id}.safe`] = {
      run: run('safe'),
      args: () => [JSON.parse(text) as unknown, again(steps.at(-1)), policy()],
      at: [['case'], ['event'], ['policy']],
      reported: issuesIn,
      kinds,
    };
    made[`${id}.replay`] = {
      run: run('replay'),
      args: () => [again(opening), again(steps), policy()],
      at: [[], ['events'], ['policy']],
      kinds,
    };
    made[`${id}.position`] = {
      run: run('position'),
      args: () => [JSON.parse(text) as unknown, '2021-06-30', policy()],
      at: [['case'], ['asOf'], ['policy']],
      kinds,
    };
    made[`${id}.permitted`] = {
      run: run('permitted'),
      args: () => [JSON.parse(text) as unknown, policy()],
      at: [['case'], ['policy']],
      kinds,
    };
  }
  return made;
}

const apiCalls = {
  definePolicy: { run: api.definePolicy, args: () => [policy()], at: [[]] },
  decideAll: {
    run: api.decideAll,
    args: () => [
      api.assessAdjustmentRequest,
      [{ requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10', requirement: 'reasonable-adjustment' }],
      policy(),
    ],
    at: [['rule'], ['rows'], ['policy']],
    reported: rowIssues,
    apart: 1,
  },
  openCase: { run: api.openCase, args: () => [registration()], at: [[]] },
  transition: {
    run: api.transition,
    args: () => [stored(), { type: 'outcome-released', on: '2021-08-16', reviewOutcome: 'criteria-met', id: 'e-4' }, policy()],
    at: [['case'], ['event'], ['policy']],
    kinds: ['type', 'stage'],
  },
  replay: { run: api.replay, args: () => [registration(), events(), policy()], at: [[], ['events'], ['policy']], kinds: ['type'] },
  replayChain: {
    run: api.replayChain,
    args: () => [registration(), events(), policy()],
    at: [[], ['events'], ['policy']],
    kinds: ['type'],
  },
  inOrder: { run: api.inOrder, args: () => [events()], at: [['events']], kinds: ['type'] },
  position: {
    run: api.position,
    args: () => [stored(), '2021-09-01', policy(), { cohorts: [{ id: 'qtls-2022-01', programme: 'QTLS', startsOn: '2022-01-10' }] }],
    at: [['case'], ['asOf'], ['policy'], ['known']],
    kinds: ['type', 'stage'],
  },
  safeTransition: {
    run: api.safeTransition as Call['run'],
    args: () => [stored(), { type: 'withdrawn', on: '2021-09-01', id: 'e-4' }, policy()],
    at: [['case'], ['event'], ['policy']],
    reported: issuesIn,
    kinds: ['type', 'stage'],
  },
  safeReadCase: {
    run: api.safeReadCase,
    args: () => [stored()],
    at: [[]],
    reported: issuesIn,
    kinds: ['type', 'stage'],
  },
  positions: {
    run: api.positions as Call['run'],
    args: () => [[stored()], '2021-09-01', policy()],
    at: [['cases'], ['asOf'], ['policy']],
    reported: (result: unknown) =>
      (result as readonly { readonly issues?: readonly api.Issue[] }[]).flatMap(({ issues = [] }, row) =>
        issues.map((each) => ({ ...each, path: ['cases', row, ...each.path.slice(1)] })),
      ),
    apart: 0,
    kinds: ['type', 'stage'],
  },
  isInvalidFacts: {
    run: api.isInvalidFacts,
    args: () => [new Error()],
    at: [[]],
    unread: { where: () => true, because: 'anything may be asked about' },
  },
  readCase: { run: api.readCase, args: () => [stored()], at: [[]], kinds: ['type', 'stage'] },
  explain: { run: api.explain, args: () => [decision(), { calendar: englandAndWales }], at: [['answer'], ['policy']], unread: anAnswer },
  'explain, of what is open': { run: api.explain, args: () => [open(), undefined], at: [['answer'], ['policy']], unread: anAnswer },
  'explain, of an event taken': { run: api.explain, args: () => [taken(), undefined], at: [['answer'], ['policy']], unread: anAnswer },
  'explain, of a refusal': { run: api.explain, args: () => [refused(), undefined], at: [['answer'], ['policy']], unread: anAnswer },
  'explain, of where a case stands': {
    run: api.explain,
    args: () => [stands(), undefined],
    at: [['answer'], ['policy']],
    unread: anAnswer,
  },
  whatWouldChange: {
    run: api.whatWouldChange as Call['run'],
    args: () => [api.assessAdjustmentRequest, request(), policy()],
    at: [['rule'], ['facts'], ['policy']],
    kinds: ['rule'],
  },
  underEveryReading: {
    run: api.underEveryReading as Call['run'],
    args: () => [api.assessAdjustmentRequest, request(), policy()],
    at: [['rule'], ['facts'], ['policy']],
    kinds: ['rule'],
  },
  questionsFor: {
    run: api.questionsFor as Call['run'],
    args: () => [api.assessAdjustmentRequest, request(), policy()],
    at: [['rule'], ['known'], ['policy']],
    kinds: ['rule'],
  },
  receipt: {
    run: api.receipt as Call['run'],
    args: () => [api.assessAdjustmentRequest, request(), policy()],
    at: [['rule'], ['facts'], ['policy']],
    kinds: ['rule'],
  },
  verifyReceipt: {
    run: api.verifyReceipt as Call['run'],
    args: () => [aReceipt(), { rules: { assessSupportAppeal: api.assessSupportAppeal }, policy: policy() }],
    at: [['receipt'], []],
    unread: aBasis,
  },
  'programmeLifecycle.permitted': {
    run: (state: api.Case, chosen?: api.AnyPolicy) => api.programmeLifecycle.permitted(state, chosen),
    args: () => [stored(), policy()],
    at: [['case'], ['policy']],
    kinds: ['type', 'stage'],
  },
  inWords: { run: api.inWords as Call['run'], args: () => ['2022-03-31T17:00:00+01:00'], at: [[]] },
  visibleText: {
    run: api.visibleText as Call['run'],
    args: () => ['qtls-2021-01'],
    at: [[]],
    unread: { where: () => true, because: 'any text is one' },
  },
  compare: {
    run: api.compare as Call['run'],
    args: () => [policy(), { calendar: englandAndWales }, { rule: api.assessAdjustmentRequest, rows: [request()] }],
    at: [['before'], ['after'], ['over']],
    kinds: ['rule'],
  },
  'compare, of histories': {
    run: api.compare as Call['run'],
    args: () => [
      policy(),
      { calendar: englandAndWales },
      { histories: [{ registration: registration(), events: events() }], asOf: '2021-09-01' },
    ],
    at: [['before'], ['after'], ['over']],
    kinds: ['type'],
  },
  checkCohorts: {
    run: api.checkCohorts as Call['run'],
    args: () => [[registration().cohort], policy()],
    at: [['cohorts'], ['policy']],
  },
  repair: {
    run: api.repair as Call['run'],
    args: () => [registration(), events().slice(0, 2), policy()],
    at: [[], ['events'], ['policy']],
    kinds: ['type'],
  },
  ...procedureCalls(),
} satisfies Readonly<Record<string, unknown>>;

const aMachine = {
  where: (path: Path): boolean => path[0] === 'machine' && path.length > 1,
  because: 'a machine is data of the library’s own, of which it draws what it can',
};
const owed = (): api.Duty[] => [
  {
    what: 'resubmit-portfolio',
    kind: 'opportunity',
    owedBy: 'participant',
    clause: 'support/6.2.3',
    deadline: { due: '2022-03-31T17:00:00+01:00', owedBy: 'participant', clause: 'support/6.2.3', set: 'by-cohort' },
    status: 'upcoming',
    workingDaysLeft: 60,
    daysLeft: 91,
  },
  {
    what: 'answer-appeal',
    kind: 'duty',
    owedBy: 'professional-status-team',
    clause: 'support/9.1',
    deadline: {
      due: '2022-01-12',
      owedBy: 'professional-status-team',
      clause: 'support/9.1',
      set: 'by-count',
      countedFrom: '2021-12-24',
      span: { workingDays: 10 },
      certainty: 'published',
    },
    status: 'upcoming',
    workingDaysLeft: 8,
    daysLeft: 13,
  },
  { what: 'give-written-feedback', kind: 'duty', owedBy: 'reviewers', clause: 'support/6.2.1.a', status: 'no-limit-stated' },
];
const aNumber = {
  where: (path: Path): boolean => path.includes('clause') && path.at(-1) !== 'clause',
  because: 'a clause is read as one word',
};

const drawn = (): object => {
  const { stages, events, cells } = api.awardAppeal;
  return JSON.parse(JSON.stringify({ stages, events, cells })) as object;
};
const lodged = api.awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2021-05-14' }, [
  { type: 'explanation-requested', at: '2021-05-17', id: 'e-1' },
  { type: 'explained', at: '2021-05-18' },
]).case;

/** The faces: pictures and the diary. */
const faceCalls = {
  mermaid: {
    run: diagrams.mermaid as Call['run'],
    args: () => [
      { ...api.awardAppeal, ...drawn() },
      { highlight: structuredClone(lodged), policy: policy() },
    ],
    at: [['machine'], ['options']],
    kinds: ['type', 'stage'],
    unread: aMachine,
  },
  timeline: {
    run: diagrams.timeline as Call['run'],
    args: () => [stored(), '2021-09-01', policy()],
    at: [['case'], ['asOf'], ['policy']],
    kinds: ['type', 'stage'],
  },
  dayCount: {
    run: diagrams.dayCount as Call['run'],
    args: () => ['2021-01-10', 10, englandAndWales],
    at: [['date'], ['n'], ['calendar']],
  },
  icalendar: {
    run: diary.icalendar as Call['run'],
    args: () => [owed(), { id: 'p-1', previous: diary.icalendar(owed().slice(0, 1), { id: 'p-1' }) }],
    at: [['duties'], ['options']],
    kinds: ['set'],
    unread: aNumber,
  },
} satisfies Readonly<Record<string, unknown>>;

function keysIn(value: unknown): ReadonlySet<string> {
  return new Set(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => [key, ...keysIn(part)]) : []);
}

/** Each rule with its fullest case, as it is called and as it is asked; a rule without a case is one without a call. */
function ruleCalls(): Record<string, Call> {
  const calls: Record<string, Call> = {};
  for (const id of ruleIds) {
    const rule = api.rules[id];
    const [vector] = [...vectorsOf(id)].sort(
      (one, two) => keysIn(two.facts).size - keysIn(one.facts).size || JSON.stringify(one.facts).length - JSON.stringify(two.facts).length,
    );
    const facts = (): unknown => structuredClone({ ...compiledOf(rule).table.absent, ...vector?.facts });
    calls[id] = { run: rule as Call['run'], args: () => [facts(), policy()], at: [[], ['policy']] };
    calls[`${id}.given`] = {
      run: (known, policy) => loose(rule).given(known, policy as api.Policy | undefined),
      args: () => [facts(), policy()],
      at: [[], ['policy']],
    };
    calls[`${id}.safe`] = {
      run: (value, policy) => rule.safe(value, policy as api.Policy | undefined),
      args: () => [facts(), policy()],
      at: [[], ['policy']],
      reported: issuesIn,
    };
    calls[`${id}.check`] = {
      run: (value) => rule.check(value),
      args: () => [facts()],
      at: [[]],
      reported: (issues) => issues as readonly api.Issue[],
    };
    calls[`${id}.facts`] = { run: () => rule.facts(), args: () => [], at: [] };
  }
  return calls;
}

/** Every call, also of what is spoilt whole alone. */
export const everyCall = (): Readonly<Record<string, Call>> => ({ ...calls, ...otherCalls });

export const calls: Readonly<Record<string, Call>> = {
  ...(calendarCalls as unknown as Record<string, Call>),
  ...ruleCalls(),
  ...(apiCalls as unknown as Record<string, Call>),
  ...(faceCalls as unknown as Record<string, Call>),
};

/** Exported, callable, and with no call here: with the reason. */
const notForCalling: Readonly<Record<string, string>> = {
  InvalidFacts: 'an error that the library makes',
  OutsideCalendar: 'an error that the library makes',
};

/** Every exported function of these entries by its name, and those that an exported object holds: rules and machines are objects with functions, and `tools` is a list of them. */
export function exportedFunctions(modules: readonly object[]): ReadonlyMap<string, Call['run']> {
  const isFunction = (value: unknown): value is Call['run'] => typeof value === 'function';
  const isTool = (item: object): item is { readonly name: string; readonly call: Call['run'] } =>
    typeof item === 'object' && 'call' in item && isFunction(item.call);
  // What an object shares with an export is not the object's.
  const shared = new Set<unknown>(modules.flatMap((module) => Object.values(module) as unknown[]));
  const heldBy = (name: string, of: object): readonly (readonly [string, Call['run']])[] =>
    Object.entries(of).flatMap(([key, value]: [string, unknown]) =>
      isFunction(value) && !shared.has(value) ? [[`${name}.${key}`, value.bind(of)] as const] : [],
    );
  const named = ([name, value]: readonly [string, unknown]): readonly (readonly [string, Call['run']])[] => {
    if (isFunction(value)) return [[name, value] as const, ...heldBy(name, value)];
    if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? heldBy(name, value) : [];
    return value.filter(isTool).map((tool) => [`${name}.${tool.name}`, tool.call] as const);
  };
  return new Map(modules.flatMap((module) => Object.entries<unknown>(module as Readonly<Record<string, unknown>>).flatMap(named)));
}

/** Which of these functions have neither a call here nor a reason for having none, and which calls are of none of them. */
export function withoutCall(functions: ReadonlyMap<string, unknown>): {
  readonly functions: readonly string[];
  readonly calls: readonly string[];
} {
  const covered = new Set([...Object.keys(everyCall()).map((name) => name.replace(/,.*/, '')), ...Object.keys(notForCalling)]);
  return {
    functions: [...functions.keys()].filter((name) => !covered.has(name)),
    calls: [...covered].filter((name) => !functions.has(name)),
  };
}
