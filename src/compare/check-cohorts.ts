// What someone who sets dates would want to know before they are published. Nothing is moved: each line says what is so, under which clause, or as advice.
import { readDay, type PlainDate } from '../calendar/dates.js';
import { assertCovered, isWeekend, OutsideCalendar } from '../calendar/day-table.js';
import { dayTableOf } from '../calendar/working-calendar.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { readAll } from '../data/issues.js';
import { once } from '../data/objects.js';
import { cohort as cohortSchema, nextCohortBegun } from '../support-policy/cohort.js';
import { dateOf, type Moment } from '../decision/decision.js';
import { listOf, object, read } from '../decision/facts.js';
import type { ClauseId } from '../policy/ids.js';
import type { Cohort } from '../policy/vocabulary.js';
import { draftMark } from '../policy/limits.js';
import { governingOn, onChallenges } from '../policy/choices.js';
import { followedPolicy, policyOf, type AnyPolicy, type Policy } from '../policy/policy.js';
import type { WorkingCalendar } from '../calendar/content.js';
import { noticeDeadline } from '../support-policy/3.1.1-notice.js';
import { programmeLength } from '../support-policy/4.1-length.js';
import { reviewWindow } from '../support-policy/4.4-review-window.js';

/** What may be unexpected about the dates of a cohort. @since 0.1.0 */
export type CohortConcernCode =
  | 'on-a-weekend'
  | 'on-a-bank-holiday'
  | 'in-a-closure'
  | 'notice-before-entry-opens'
  | 'resubmission-after-next-cohort-starts'
  | 'length-departs'
  | 'results-before-review-ends'
  | 'answer-crosses-christmas'
  | 'repeats-last-year'
  | 'id-twice'
  | 'calendar-ends';

/** One thing about the dates of a cohort: what it is, which date shows it, and its clause; without a clause it is advice. @since 0.1.0 */
export interface CohortConcern {
  readonly code: CohortConcernCode;
  /** The id of the cohort. */
  readonly cohort: string;
  readonly clause?: ClauseId;
  readonly date?: Moment;
  readonly detail: Readonly<Record<string, string | number>>;
  /** Present where it follows from a drafted limit, and not from the policy's. */
  readonly draft?: true;
}

const publishedDates = ['startsOn', 'submissionDeadline', 'resubmissionDeadline'] as const;
/** The clause that says until when a member asks why, from the receipt of a result. */
const AFTER_RESULTS = 'award-appeals/4.1';

const schema = /* @__PURE__ */ once(() => object<{ readonly cohorts: readonly Cohort[] }>({ cohorts: listOf(cohortSchema()) }));

/**
 * Lists what someone who sets the dates of cohorts would want to know before they are published, by cohort in the order given.
 *
 * A date on a weekend, a bank holiday or in a closure of the policy's calendar is named and never moved. A day is a London day. Two cohorts with the same id
 * are a concern here and not an error. Clauses: support/3.1.1, 4.1, 4.2, 4.4, 6.2.3; a concern without a clause is advice.
 * @throws `InvalidFacts` naming every malformed part of the cohorts or the policy.
 * @example checkCohorts([{ id: 'qtls-2027-01', programme: 'QTLS', startsOn: '2027-01-10' }]).map(({ code }) => code) // => ['on-a-weekend']
 * @since 0.1.0
 */
export function checkCohorts(cohorts: readonly Cohort[], policy?: AnyPolicy): readonly CohortConcern[] {
  const [{ cohorts: all }, chosen] = readAll(
    () => read(schema(), { cohorts }),
    () => followedPolicy(policyOf(policy)),
  );
  return all.flatMap((cohort, index) =>
    [
      ...sameId(cohort, all, index),
      ...publishedDates.flatMap((name) => daysOff(cohort[name], name, chosen.calendar)),
      ...notice(cohort, chosen),
      ...length(cohort, chosen),
      ...results(cohort, chosen),
      ...nextCohort(cohort, all),
      ...lastYear(cohort, all),
    ].map(({ code, ...said }) => ({ code, cohort: cohort.id, ...said })),
  );
}

/** What is found of a cohort, whose id is not said yet. */
type Found = readonly Omit<CohortConcern, 'cohort'>[];

function sameId({ id }: Cohort, all: readonly Cohort[], index: number): Found {
  const first = all.findIndex((other) => other.id === id);
  return first === index ? [] : [{ code: 'id-twice', detail: { first, second: index } }];
}

function daysOff(date: Moment | undefined, fact: keyof Cohort, calendar: WorkingCalendar): Found {
  if (date === undefined) return [];
  const day = readDay(dateOf(date));
  if (isWeekend(day)) return [{ code: 'on-a-weekend', date, detail: { fact } }];
  return asCovered(date, () => {
    const table = dayTableOf(calendar);
    assertCovered(table, day);
    const off = table.off.get(day);
    if (off === undefined) return [];
    return [{ code: off.reason === 'holiday' ? 'on-a-bank-holiday' : 'in-a-closure', date, detail: { fact, name: off.name } }];
  });
}

/** Returns what is found of a date, or that the calendar ends before a day that this needs. */
function asCovered(date: Moment, find: () => Found): Found {
  try {
    return find();
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    const { coveredFrom, coveredTo } = error;
    return [{ code: 'calendar-ends', date, detail: { coveredFrom, coveredTo } }];
  }
}

/** 3.1.1: the last day of notice in time is before anyone can register. */
function notice({ startsOn, entryOpens }: Cohort, policy: Policy): Found {
  const clause = 'support/3.1.1';
  const { latestTimely: date } = noticeDeadline({ programmeStartsOn: startsOn }, policy).detail;
  if (entryOpens === undefined || date >= entryOpens) return [];
  return [{ code: 'notice-before-entry-opens', clause, date, detail: { entryOpens }, ...draftMark(policy.limits, clause) }];
}

/** 4.1, 4.2: the time up to the submission deadline is not the length that is described. */
function length({ programme, startsOn, submissionDeadline }: Cohort, policy: Policy): Found {
  if (submissionDeadline === undefined) return [];
  const { outcome, detail, because } = programmeLength({ programme, startsOn, submissionDeadline }, policy);
  if (outcome === 'as-described') return [];
  const { describedMonths } = detail;
  return [{ code: 'length-departs', clause: because[0].clause, date: submissionDeadline, detail: { startsOn, describedMonths } }];
}

/** 4.4: results before the month of review ends; and, as advice, a time to ask why that runs over Christmas. */
function results({ submissionDeadline, resultsOn: date }: Cohort, policy: Policy): Found {
  if (date === undefined) return [];
  const clause = 'support/4.4';
  const window = submissionDeadline && reviewWindow({ submissionDeadline }, policy);
  const late = overChristmas(date, policy);
  if (!window?.settled || date > window.detail.closes) return late;
  const detail = { reviewCloses: window.detail.closes };
  return [{ code: 'results-before-review-ends', clause, date, detail, ...draftMark(policy.limits, clause) }, ...late];
}

/** Advice, for results under the policy whose clause it is: the member's time to ask why, counted from the results, runs over Christmas. */
function overChristmas(date: PlainDate, { calendar, limits }: Policy): Found {
  if (governingOn(onChallenges, date) !== 'award-appeals@2020-09') return [];
  return asCovered(date, () => {
    const { workingDays } = limits[AFTER_RESULTS];
    const due = addWorkingDays(date, workingDays, calendar);
    const christmas = `${date.slice(0, 4)}-12-25` as PlainDate;
    if (date >= christmas || due <= christmas) return [];
    return [{ code: 'answer-crosses-christmas', date, detail: { workingDays, due }, ...draftMark(limits, AFTER_RESULTS) }];
  });
}

/** 6.2.3: the next cohort of the programme has begun by the resubmission deadline, so that a restart waits for the one after it. */
function nextCohort(cohort: Cohort, all: readonly Cohort[]): Found {
  const next = nextCohortBegun(cohort, all);
  if (next === undefined) return [];
  const [date, detail] = [cohort.resubmissionDeadline as Moment, { next: next.id, startsOn: next.startsOn }];
  return [{ code: 'resubmission-after-next-cohort-starts', clause: 'support/6.2.3', date, detail }];
}

/** Advice: every day and month of the year before, which may have been copied. */
function lastYear(cohort: Cohort, all: readonly Cohort[]): Found {
  const dates = publishedDates.flatMap((name) => cohort[name] ?? []);
  const yearBefore = String(Number(cohort.startsOn.slice(0, 4)) - 1);
  const copied = all.find(
    (other) =>
      other.programme === cohort.programme &&
      other.startsOn.startsWith(yearBefore) &&
      publishedDates.every((name) => monthAndDay(other[name]) === monthAndDay(cohort[name])),
  );
  if (copied === undefined || dates.length < 2) return [];
  return [{ code: 'repeats-last-year', date: cohort.startsOn, detail: { other: copied.id } }];
}

function monthAndDay(at: Moment | undefined): string | undefined {
  return at && dateOf(at).slice(5);
}
