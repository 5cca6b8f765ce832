// Rows for every cell function, with what each must give: read from the cases of the rules and of the award appeal, from the worked example, and from whole years
// of days. Dates are days and moments here; an engine's test writes them as its own kind of cells.
import { readFileSync } from 'node:fs';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/calendar/index.js';
import {
  assessSupportAppeal,
  awardAppeal,
  definePolicy,
  inOrder,
  labels,
  londonInstant,
  noticeDeadline,
  position,
  replayChain,
  reviewWindow,
  type CaseEvent,
  type Cohort,
  type Duty,
  type Labels,
  type PlainDate,
  type Position,
  type RuleId,
} from '../../src/index.js';
import { machineFiles } from '../machine/cases.js';
import { calendars, vectorsOf, type Facts, type Vector } from '../decision/cases.js';
import { datesOf } from '../calendar/support.js';

/** A day, or a moment on London's clock, that a cell shows. */
export interface Shown {
  readonly moment: string;
}
/** A code of an answer, and the words in which it is given. */
export interface Coded {
  readonly code: string;
  readonly inWords: string;
}
export type Content = Shown | Coded | string | number | boolean;
/** A cell, or a range by rows. */
export type Given = Content | readonly (readonly Content[])[];
export interface Row {
  readonly of: string;
  readonly name: string;
  readonly cells: readonly Given[];
  /** The cells of the answer, by rows. */
  readonly gives: readonly (readonly Content[])[];
}

const at = (moment: unknown): Content => (moment === undefined || moment === 'none' ? '' : { moment: moment as string });
const word = (fact: unknown): string => (fact === undefined || fact === 'none' ? '' : (fact as string));
const undetermined = [['undetermined']];
/** A code by its label. */
const coded = (of: keyof Labels, code: string): Coded => ({
  code,
  inWords: (labels[of] as Readonly<Record<string, string>>)[code] as string,
});
const outcomeCode = ({ outcome }: Vector): Coded => coded('outcome', outcome);
/** `support/6.2.1.b` as `Support policy 6.2.1.b`, in the few documents whose clauses a case's duties have. */
const clauseCode = (code: string): Coded => ({ code, inWords: code.replace('support/', 'Support policy ') });
const dutyCells = (duty: Duty | undefined): Content[] =>
  duty === undefined
    ? ['', '', '', '']
    : [coded('duty', duty.what), coded('role', duty.owedBy), at(duty.deadline?.due), coded('status', duty.status)];

/** How the facts of a rule are written in cells, and which cell of its answer a function gives; nothing where the function does not ask all of them. */
interface Written {
  readonly rule: RuleId;
  readonly name: string;
  readonly cells: (facts: Facts, nation: string) => readonly Given[] | undefined;
  readonly gives: (vector: Vector & { readonly detail: Facts }) => readonly Content[];
}
const appealIsTaken = ({ discussedWithTeam, ground, sentTo, sentBy, outlinesCase, sentAt }: Facts): boolean =>
  discussedWithTeam === true &&
  ground === 'sufficiency-of-support' &&
  (sentTo ?? 'membership-enquiries') === 'membership-enquiries' &&
  (sentBy ?? 'email') === 'email' &&
  (outlinesCase ?? true) === true &&
  (sentAt ?? 'none') === 'none';
const cohortCells = (cohort: Cohort): readonly Content[] => [
  cohort.id,
  cohort.programme,
  at(cohort.startsOn),
  at(cohort.submissionDeadline),
  at(cohort.resubmissionDeadline),
  at(cohort.entryOpens),
  at(cohort.entryCloses),
];

const written: readonly Written[] = [
  {
    rule: 'noticeDeadline',
    name: 'SET_ADJUSTMENT_DEADLINE',
    cells: ({ programmeStartsOn }) => [at(programmeStartsOn)],
    gives: ({ detail }) => [at(detail['latestTimely'])],
  },
  {
    rule: 'assessAdjustmentRequest',
    name: 'SET_ADJUSTMENT_STATUS',
    cells: ({ requestedOn, programmeStartsOn, requirement }) =>
      requirement === undefined || requirement === 'reasonable-adjustment' ? [at(requestedOn), at(programmeStartsOn)] : undefined,
    gives: (vector) => [outcomeCode(vector)],
  },
  {
    rule: 'assessSupportAppeal',
    name: 'SET_APPEAL_RESPONSE_DUE',
    cells: (facts, nation) => (appealIsTaken(facts) ? [at(facts['receivedAt']), nation] : undefined),
    gives: ({ detail }) => [at((detail['responseDue'] as { readonly due: string }).due)],
  },
  {
    rule: 'assessSupportAppeal',
    name: 'SET_APPEAL_STATUS',
    cells: (facts, nation) =>
      appealIsTaken(facts) ? [at(facts['receivedAt']), at(facts['respondedOn']), at(facts['asOf']), nation] : undefined,
    gives: ({ detail }) => [{ code: String(detail['responded']), inWords: String(detail['responded']).replace('-', ' ') }],
  },
  {
    rule: 'reviewWindow',
    name: 'SET_REVIEW_WINDOW',
    cells: ({ submissionDeadline, attempt = 'submission' }) => (attempt === 'submission' ? [at(submissionDeadline)] : undefined),
    gives: ({ detail }) => [at(detail['opens']), at(detail['closes'])],
  },
  {
    rule: 'entitlementsAfterReview',
    name: 'SET_AFTER_REVIEW',
    cells: ({ reviewOutcome, attempt }) => [word(reviewOutcome), word(attempt)],
    gives: (vector) => [outcomeCode(vector)],
  },
  {
    rule: 'assessResubmission',
    name: 'SET_RESUBMISSION_RESULT',
    cells: ({ resubmittedAt, resubmissionDeadline, reviewOutcome, asOf }) => [
      at(resubmittedAt),
      at(resubmissionDeadline),
      word(reviewOutcome),
      at(asOf),
    ],
    gives: (vector) => [outcomeCode(vector)],
  },
  {
    rule: 'nextAvailableCohort',
    name: 'SET_NEXT_COHORT',
    cells: ({ programme, trigger, cohorts }) =>
      (cohorts as readonly Cohort[]).length > 0
        ? [word(programme), at(trigger), (cohorts as readonly Cohort[]).map(cohortCells)]
        : undefined,
    gives: ({ outcome, detail }) => [(detail['cohort'] as Cohort | undefined)?.id ?? coded('outcome', outcome)],
  },
  {
    rule: 'routeQuery',
    name: 'SET_ROUTE_QUERY',
    cells: ({ programme, topic }) => [word(programme), word(topic)],
    gives: ({ detail }) => [word(detail['address'])],
  },
  {
    rule: 'routeChallenge',
    name: 'SET_ROUTE_CHALLENGE',
    cells: ({ about, by, on }) => [word(about), word(by), at(on)],
    gives: (vector) => [outcomeCode(vector)],
  },
];

/** Cases under the standard policy: a cell function has a nation, and no other choice. */
function rowsOfRules(): readonly Row[] {
  return written.flatMap(({ rule, name, cells, gives }) =>
    vectorsOf(rule)
      .filter(({ policy = {} }) => policy.readings === undefined && policy.editions === undefined)
      .flatMap((vector): Row[] => {
        const asked = cells(vector.facts, vector.policy?.calendar ?? '');
        if (asked === undefined) return [];
        const given = vector.outcome === 'undetermined' ? undetermined : [gives(vector as Vector & { detail: Facts })];
        return [{ of: vector.name, name, cells: asked, gives: given }];
      }),
  );
}

/** The last day of each step that a case refuses for being late, as its author reasoned it; or that it finds owed. */
function rowsOfAwardAppeals(): readonly Row[] {
  const steps: Readonly<Record<string, string>> = {
    'request-explanation': 'explanation-requested',
    'give-explanation': 'explained',
    'lodge-appeal': 'appeal-lodged',
  };
  return (machineFiles.get(awardAppeal.id)?.vectors ?? [])
    .filter(({ policy = {} }) => policy.readings === undefined && policy.editions === undefined)
    .flatMap(({ name, opening, given, tries, policy }) => {
      const receivedBy = (day: string): unknown =>
        [(opening as { readonly decisionReceivedAt: string }).decisionReceivedAt, ...given.map((event) => event['at'])]
          .filter((when) => when !== undefined && (when as string).slice(0, 10) <= day)
          .pop();
      const row = (step: string, received: unknown, last: string): Row => ({
        of: name,
        name: 'SET_AWARD_APPEAL_DUE',
        cells: [step, at(received), policy?.calendar ?? ''],
        gives: [[at(last)]],
      });
      return tries.flatMap((tried): Row[] => {
        if ('refused' in tried) {
          const { because, last } = tried.refused;
          const isLate = last !== undefined && Object.keys(because).join() === 'step-is-in-time';
          return isLate ? [row(tried.when.type, receivedBy('9999'), last)] : [];
        }
        if (!('stands' in tried)) return [];
        return tried.stands.duties.flatMap(({ what, due }) => {
          const step = steps[String(what)];
          return due !== undefined && step !== undefined ? [row(step, receivedBy(tried.asOf.slice(0, 10)), due)] : [];
        });
      });
    });
}

/** The most rows that an engine's test has room for in an answer. */
export const MOST_ROWS = 60;

const exampleFile = (name: string) => readFileSync(new URL(`../../examples/cohort/${name}`, import.meta.url), 'utf8');

/** A participant of the worked example up to a day: the position as the API gives it, and the cells of the events and of the cohorts, the own one first. */
interface Example {
  readonly participant: string;
  readonly asOf: PlainDate;
  readonly stands: Position;
  readonly cohort: Cohort;
  readonly registeredIn: string;
  readonly events: readonly (readonly Content[])[];
  readonly cohorts: readonly Cohort[];
}
function examplesOn(asOf: PlainDate): readonly Example[] {
  const { cohorts: known } = JSON.parse(exampleFile('cohorts.json')) as { readonly cohorts: readonly { readonly cohort: Cohort }[] };
  const cohorts = known.map(({ cohort }) => cohort);
  const lines = exampleFile('events.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const participants = [...new Set(lines.map(([participant = '']) => participant))];
  return participants.flatMap((participant): Example[] => {
    const own = lines.filter(([id]) => id === participant);
    const [registered] = own.filter(([, type]) => type === 'registered');
    const cohort = cohorts.find(({ id }) => id === registered?.[3]);
    if (registered === undefined || cohort === undefined) return [];
    const registeredOn = registered[2] as PlainDate;
    if (registeredOn > asOf) return [];
    const past = own.filter(([, , when = '']) => when.slice(0, 10) <= asOf);
    const events = past.filter(([, type]) => type !== 'registered').map((line) => eventOf(line, cohorts));
    const { cases } = replayChain({ participant: 'p', cohort, registeredOn }, inOrder(events));
    const reached = cases[cases.length - 1];
    if (reached === undefined) return [];
    return [
      {
        participant,
        asOf,
        stands: position(reached, asOf),
        cohort: reached.cohort,
        registeredIn: cohort.id,
        events: past.map((line): Content[] => [line[1] ?? '', at(momentOf(line)), (line[4] || line[3]) ?? '']),
        cohorts: [cohort, ...cohorts.filter(({ id }) => id !== cohort.id)],
      },
    ];
  });
}

const exampleDays = ['2021-09-30', '2022-03-31'] as const;

/** Every participant of the worked example, on the day as of which it is decided and on an earlier one. */
function rowsOfCases(): readonly Row[] {
  return exampleDays.flatMap(examplesOn).flatMap(({ participant, asOf, stands, events, cohorts }): Row[] => {
    const cells = [events, cohorts.map(cohortCells), at(asOf)];
    const of = `${participant} on ${asOf}`;
    const [next] = stands.duties;
    return [
      { of, name: 'SET_STAGE', cells, gives: [[coded('stage', stands.stage)]] },
      { of, name: 'SET_POSITION', cells, gives: [[coded('stage', stands.stage), ...dutyCells(next)]] },
      {
        of,
        name: 'SET_NEXT_DUTIES',
        cells,
        gives:
          next === undefined
            ? [['none']]
            : stands.duties.map((duty) => [...dutyCells(duty), duty.workingDaysLeft ?? '', clauseCode(duty.clause), duty.kind]),
      },
    ];
  });
}

/** The whole worked example in one call, in the order of its file and by what is due; and no more than an engine's test takes of it. */
function rowsOfRegisters(): readonly Row[] {
  return exampleDays.flatMap((asOf): Row[] => {
    const all = examplesOn(asOf).slice(0, MOST_ROWS);
    const gives = all.map(({ participant, stands: { stage, duties }, cohort }): readonly Content[] => {
      const next = duties.find(({ status }) => status !== 'lapsed');
      const under = next === undefined ? '' : clauseCode(next.clause);
      return [participant, cohort.id, coded('stage', stage), ...dutyCells(next), next?.workingDaysLeft ?? '', under];
    });
    const dueIn = (days: number, row: readonly Content[]): boolean => {
      const due = row[5] as Shown | '';
      return due !== '' && Date.parse(due.moment.slice(0, 10)) - Date.parse(asOf) <= days * 86_400_000;
    };
    const moment = (row: readonly Content[]): string => (row[5] as Shown).moment;
    const soon = gives.filter((row) => dueIn(14, row)).sort((a, b) => Number(moment(a) > moment(b)) - Number(moment(a) < moment(b)));
    const later = gives.filter((row) => !dueIn(14, row));
    const [first] = all;
    const events = all.flatMap(({ participant, registeredIn, events: own }) =>
      own.map(([type = '', when = '', outcome = '']): Content[] => [
        participant,
        type,
        when,
        type === 'registered' ? registeredIn : outcome,
      ]),
    );
    const cells = [events, (first?.cohorts ?? []).map(cohortCells), at(asOf)];
    return [
      { of: `the example on ${asOf}`, name: 'SET_COHORT', cells, gives },
      { of: `the example on ${asOf}, what is due first`, name: 'SET_COHORT', cells: [...cells, 14], gives: [...soon, ...later] },
    ];
  });
}

function momentOf([, type = '', when = '']: readonly string[]): string {
  const [day = '', time] = when.split(/[ T]/);
  if (!type.endsWith('submitted')) return day;
  return when.includes('+') || when.endsWith('Z') ? when : londonInstant(day as PlainDate, time ?? '');
}

function eventOf(line: readonly string[], cohorts: readonly Cohort[]): CaseEvent {
  const [, type = '', , cohort, reviewOutcome] = line;
  const when = type.endsWith('submitted') ? { at: momentOf(line) } : { on: momentOf(line) };
  const more =
    type === 'outcome-released' ? { reviewOutcome } : type === 'restarted' ? { cohort: cohorts.find(({ id }) => id === cohort) } : {};
  return { type, ...when, ...more } as CaseEvent;
}

/** Every day of fourteen months, Christmas twice among them, against the functions of the API. */
function rowsOfDays(): readonly Row[] {
  const nations = Object.keys(calendars) as (keyof typeof calendars)[];
  return datesOf('2020-12-01', '2022-01-31').flatMap((day, index): Row[] => {
    const nation = nations[index % nations.length] ?? 'scotland';
    const calendar = calendars[nation];
    const n = (index % 31) - 10;
    const due = addWorkingDays(day, n, calendar);
    const row = (name: string, cells: readonly Given[], gives: readonly Content[]): Row => ({ of: day, name, cells, gives: [gives] });
    const appeal = assessSupportAppeal(
      { discussedWithTeam: true, ground: 'sufficiency-of-support', receivedAt: day },
      definePolicy({ calendar }),
    );
    const window = reviewWindow({ submissionDeadline: day });
    return [
      row('SET_WORKDAY', [at(day), n, nation], [at(due)]),
      row('SET_WORKING_DAYS', [at(day), at(due), nation], [workingDaysBetween(day, due, calendar)]),
      row('SET_IS_WORKING_DAY', [at(day), nation], [isWorkingDay(day, calendar)]),
      row('SET_ADJUSTMENT_DEADLINE', [at(day)], [at(noticeDeadline({ programmeStartsOn: day }).detail.latestTimely)]),
      row('SET_APPEAL_RESPONSE_DUE', [at(day), nation], [appeal.settled ? at(appeal.detail.responseDue?.due) : 'undetermined']),
      row('SET_REVIEW_WINDOW', [at(day)], window.settled ? [at(window.detail.opens), at(window.detail.closes)] : ['undetermined']),
    ];
  });
}

/** Every row once: two cases may ask the same of a function. */
export const rows: readonly Row[] = [
  ...new Map(
    [...rowsOfRules(), ...rowsOfAwardAppeals(), ...rowsOfCases(), ...rowsOfRegisters(), ...rowsOfDays()].map((row) => [
      JSON.stringify([row.name, row.cells]),
      row,
    ]),
  ).values(),
];
