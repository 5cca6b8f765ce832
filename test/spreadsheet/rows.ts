// Rows for every cell function, with what each must give: read from the cases of the rules and of the award appeal, from the worked example, and from whole years
// of days. Dates are days and moments here; an engine's test writes them as cells of its own kind.
import { readFileSync } from 'node:fs';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/calendar/index.js';
import {
  assessSupportAppeal,
  awardAppeal,
  definePolicy,
  inOrder,
  londonInstant,
  noticeDeadline,
  position,
  replayChain,
  reviewWindow,
  type CaseEvent,
  type Cohort,
  type PlainDate,
  type RuleId,
} from '../../src/index.js';
import { machineFiles } from '../machine/cases.js';
import { calendars, vectorsOf, type Facts, type Vector } from '../decision/cases.js';
import { datesOf } from '../calendar/support.js';

/** A day, or a moment on London's clock, that a cell shows. */
export interface Shown {
  readonly moment: string;
}
export type Content = Shown | string | number | boolean;
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

/** How the facts of a rule stand in cells, and which cell of its answer a function gives; nothing where the function does not ask all of them. */
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
    gives: ({ outcome }) => [outcome],
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
    gives: ({ detail }) => [String(detail['responded'])],
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
    gives: ({ outcome }) => [outcome],
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
    gives: ({ outcome }) => [outcome],
  },
  {
    rule: 'nextAvailableCohort',
    name: 'SET_NEXT_COHORT',
    cells: ({ programme, trigger, cohorts }) =>
      (cohorts as readonly Cohort[]).length > 0
        ? [word(programme), at(trigger), (cohorts as readonly Cohort[]).map(cohortCells)]
        : undefined,
    gives: ({ outcome, detail }) => [(detail['cohort'] as Cohort | undefined)?.id ?? outcome],
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
    gives: ({ outcome }) => [outcome],
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

const exampleFile = (name: string) => readFileSync(new URL(`../../examples/cohort/${name}`, import.meta.url), 'utf8');

/** Every participant of the worked example, on the day as of which it is decided and on an earlier one. */
function rowsOfCases(): readonly Row[] {
  const { cohorts: known } = JSON.parse(exampleFile('cohorts.json')) as { readonly cohorts: readonly { readonly cohort: Cohort }[] };
  const cohorts = known.map(({ cohort }) => cohort);
  const lines = exampleFile('events.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const participants = [...new Set(lines.map(([participant]) => participant))];
  return participants.flatMap((participant): Row[] => {
    const own = lines.filter(([id]) => id === participant);
    const [registered] = own.filter(([, type]) => type === 'registered');
    const cohort = cohorts.find(({ id }) => id === registered?.[3]);
    if (registered === undefined || cohort === undefined) return [];
    const registeredOn = registered[2] as PlainDate;
    return (['2021-09-30', '2022-03-31'] as const).flatMap((asOf): Row[] => {
      if (registeredOn > asOf) return [];
      const past = own.filter(([, , when = '']) => when.slice(0, 10) <= asOf);
      const events = past.filter(([, type]) => type !== 'registered').map((line) => eventOf(line, cohorts));
      const { cases } = replayChain({ participant: 'p', cohort, registeredOn }, inOrder(events));
      const reached = cases[cases.length - 1];
      if (reached === undefined) return [];
      const stands = position(reached, asOf);
      const range = past.map((line): Content[] => [line[1] ?? '', at(momentOf(line)), (line[4] || line[3]) ?? '']);
      const all = [cohort, ...cohorts.filter(({ id }) => id !== cohort.id)].map(cohortCells);
      const cells = [range, all, at(asOf)];
      const [next] = stands.duties;
      const of = `${participant ?? ''} on ${asOf}`;
      return [
        { of, name: 'SET_STAGE', cells, gives: [[stands.stage]] },
        {
          of,
          name: 'SET_POSITION',
          cells,
          gives: [[stands.stage, next?.what ?? '', next?.owedBy ?? '', at(next?.deadline?.due), next?.status ?? '']],
        },
        {
          of,
          name: 'SET_NEXT_DUTIES',
          cells,
          gives:
            next === undefined
              ? [['none']]
              : stands.duties.map((duty) => [
                  duty.what,
                  duty.owedBy,
                  at(duty.deadline?.due),
                  duty.status,
                  duty.workingDaysLeft ?? '',
                  duty.clause,
                  duty.kind,
                ]),
        },
      ];
    });
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
    [...rowsOfRules(), ...rowsOfAwardAppeals(), ...rowsOfCases(), ...rowsOfDays()].map((row) => [
      JSON.stringify([row.name, row.cells]),
      row,
    ]),
  ).values(),
];
