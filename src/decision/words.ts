// How a rule's tests and outcomes are put into words: what a family writes beside its rules, and the values within a sentence.
import { isPlainDate, MONTH_NAMES, readDay, weekdayOf, type PlainDate } from '../calendar/dates.js';
import {
  clockOfRepeatedHour,
  type Instant,
  isLondonInstant,
  londonDate,
  londonMsOfDay,
  londonTime,
  momentCode,
} from '../calendar/instants.js';
import { invalid } from '../data/issues.js';
import { plural, words } from '../data/text.js';
import type { Span } from '../policy/limits.js';
import type { RuleId, RulesById } from '../rules.js';
import type { Deadline, Finding, Moment, Value } from './decision.js';
import type { DetailOf, FactsOf, OutcomeOf, TestOf } from './rule.js';

/** A sentence, or one made from the two sides of the comparison. */
type Phrase = string | ((left: Value | undefined, right: Value | undefined) => string);
/** The sentences of a test: where it holds, and where it does not. One that cannot fail is a sentence alone; one that is told only when it fails has no first. */
export type Said = string | readonly [holds: Phrase | undefined, fails: Phrase];
/** The sentence of an outcome, or one made from those of its details that are known, and from the findings that it rests on. */
type OutcomePhrase<D> = string | ((detail: Partial<D>, because: readonly Finding[]) => string);
/** The words of some rules: their outcomes, and those of their tests and facts that are not worded `Elsewhere`. */
export interface Words<R extends RuleId, Elsewhere extends string = never> {
  readonly facts: Readonly<Record<Exclude<Facts[R], SharedFact | Elsewhere>, string>>;
  readonly outcomes: OutcomeWords<R>;
  readonly tests: { readonly [T in Exclude<TestOf<RulesById[R]>, Elsewhere>]: Said };
}
export type OutcomeWords<R extends RuleId> = {
  readonly [K in R]: { readonly [O in Outcomes[K]]: OutcomePhrase<DetailOf<RulesById[K]>> };
};
/** What the outcomes of some rules are called that are not named `Elsewhere`; apart from the sentences, since who shows a label shows no sentence. */
export type OutcomeLabels<R extends RuleId, Elsewhere extends string = never> = Readonly<
  Record<Exclude<Outcomes[R], SharedOutcome | Elsewhere>, string>
>;
export interface FindingWords<T extends string> {
  readonly tests: { readonly [K in T]: Said };
}
/** What the facts of a procedure are called that its answers ask for, and that no rule takes. */
export interface EventFacts<F extends string> {
  readonly facts: Readonly<Record<Exclude<F, Facts[RuleId]>, string>>;
}

type Outcomes = { readonly [R in RuleId]: OutcomeOf<RulesById[R]> & string };
type Facts = { readonly [R in RuleId]: keyof FactsOf<RulesById[R]> & string };
/** The outcomes of no one family: their labels are in `src/words/shared.ts`. */
export type SharedOutcome = 'computed' | 'restart' | 'award';
/** The facts of no one family: their names are in `src/words/shared.ts`. */
export type SharedFact = 'asOf' | 'attempt' | 'on' | 'programme' | 'programmeStartsOn' | 'reviewOutcome' | 'stage' | 'submissionDeadline';
export type OutcomeCode = Outcomes[RuleId] | 'undetermined';
export type FactName = Facts[RuleId];

// Written out here: two patterns of one language do not need a library of dates. docs/decisions/019.
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Returns a day as `10 December 2020`. An answer that comes back from a store may hold anything in its place, which has no words. */
export function day(date: PlainDate): string {
  if (!isPlainDate(date)) throw new RangeError('no words for a day that is not one');
  return `${Number(date.slice(8))} ${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

export function weekdayName(date: PlainDate): string {
  return weekdays[weekdayOf(readDay(date))] ?? '';
}

/** Returns a day as `Thursday 10 December 2020`. */
export function weekday(date: PlainDate): string {
  return `${weekdayName(date)} ${day(date)}`;
}

/** Returns a day, or `5pm on 31 March 2021` by London's clock, with minutes, seconds and their fraction only where there are any. The last second and the last millisecond of a day are its end. */
export function moment(at: PlainDate | Instant): string {
  if (isPlainDate(at)) return day(at);
  const on = day(londonDate(at));
  const ms = londonMsOfDay(at);
  if (ms === 0) return `midnight at the start of ${on}`;
  if (ms === LAST_SECOND_MS || ms === LAST_MS) return `the end of ${on}`;
  const clock = clockOfRepeatedHour(at);
  return `${ms === NOON_MS ? 'noon' : clockInWords(londonTime(at), ms % 1000)}${clock === undefined ? '' : ` ${clock}`} on ${on}`;
}

const NOON_MS = 43_200_000;
const LAST_SECOND_MS = 86_399_000;
const LAST_MS = 86_399_999;

/** Returns a time of day, written HH:MM:SS, by the clock of twelve hours. */
function clockInWords(time: string, ms: number): string {
  const hour = Number(time.slice(0, 2));
  const fraction = ms > 0 ? `.${String(ms).padStart(3, '0')}` : '';
  const past = `${time.slice(2)}${fraction}`.replace(/:00$/, '').replace(/^:00$/, '');
  return `${hour % 12 || 12}${past}${hour < 12 ? 'am' : 'pm'}`;
}

export function value(of: Value | undefined): string {
  if (isPlainDate(of)) return day(of);
  if (isLondonInstant(of)) return moment(of);
  return of === undefined ? 'not known' : words(String(of));
}

export function span(of: Span): string {
  if ('workingDays' in of) return plural(of.workingDays, 'working day');
  return 'months' in of ? plural(of.months, 'month') : plural(of.days, 'day');
}

/** Returns the last day or instant of a deadline, and whether it rests on projected bank holidays. */
export function due(deadline: Deadline): string {
  return moment(deadline.due) + ('certainty' in deadline && deadline.certainty === 'projected' ? ' (by projected bank holidays)' : '');
}

export function lastDayWords(what: string, by: string): Said {
  return [
    (left, right) => `${what} on ${value(left)}, no later than ${by}, ${value(right)}`,
    (left, right) => `${what} on ${value(left)}, after ${by}, ${value(right)}`,
  ];
}

/** Returns the words of an order of two events that is not kept. */
export function tooEarlyWords(what: string, does = 'can be recorded'): Said {
  return [undefined, (left, right) => `${what} ${does} only from ${value(right)}. This one is dated ${value(left)}`];
}

export function passedDeadlineWords(which: string): Said {
  return [
    (left, right) => `${value(left)} is after the ${which} deadline, ${value(right)}`,
    (left, right) => `${value(left)} is not after the ${which} deadline, ${value(right)}`,
  ];
}

/** Returns how an answer begins that assumes that a portfolio did not come. */
export function unlessItCame(because: readonly Finding[], test: string, came: string): string {
  const isAssumed = because.some((finding) => finding.test === test && finding.assumed);
  return isAssumed ? `Nobody has said that the portfolio was ${came}. If it was not, this follows. ` : '';
}

export function inTimeWords(what: string, which: string): Said {
  return [
    (left, right) => `the ${what} at ${value(left)}, in time for the ${which} deadline, ${value(right)}`,
    (left, right) => `the ${what} at ${value(left)}, after the ${which} deadline, ${value(right)}`,
  ];
}

/**
 * Returns a day, or an instant by London's clock, as people write it. Seconds are shown where there are any; midnight is that at which the day starts.
 * The last second and the last millisecond of a day are its end. In the hour that October repeats, BST or GMT is told.
 *
 * @throws `InvalidFacts` for anything but a real date (1900 to 2199) or an instant (1996 to 2199).
 * @example inWords('2022-03-31') // => '31 March 2022'
 * @example inWords('2022-03-31T17:00:00+01:00') // => '5pm on 31 March 2022'
 * @example inWords('2021-12-24T12:00:00Z') // => 'noon on 24 December 2021'
 * @example inWords('2021-12-24T00:00:00Z') // => 'midnight at the start of 24 December 2021'
 * @example inWords('2021-10-31T01:30:00Z') // => '1:30am GMT on 31 October 2021'
 * @since 0.1.0
 */
export function inWords(at: Moment): string {
  const what = 'must be a real date such as 2022-03-31, or an instant such as 2022-03-31T17:00:00+01:00 (1996 to 2199)';
  if (!isPlainDate(at) && !isLondonInstant(at)) throw invalid([], what, at, momentCode(at));
  return moment(at);
}
