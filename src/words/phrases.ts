// Dates, numbers and names in words, for every sentence that is written for a person.
import { MONTH_NAMES, isPlainDate, readDay, weekdayOf, type PlainDate } from '../calendar/dates.js';
import { isLondonInstant, londonDate, londonMsOfDay, londonTime } from '../calendar/london.js';
import type { Instant } from '../calendar/instants.js';
import type { Span, Value } from '../decision/decision.js';
import { documents } from '../policy/documents.js';
import type { ClauseId, DocumentId } from '../policy/ids.js';
import { roles, type Role } from '../policy/vocabulary.js';
import { idInWords } from './visible-text.js';

// Written out here: two patterns of one language are no reason to load a library of dates. docs/decisions/019.
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `10 December 2020`. An answer that comes back from a store may hold anything in its place, which has no words. */
export function day(date: PlainDate): string {
  if (!isPlainDate(date)) throw new RangeError('no words for a day that is not one');
  return `${Number(date.slice(8))} ${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** `Thursday 10 December 2020`. */
export function weekday(date: PlainDate): string {
  return `${weekdays[weekdayOf(readDay(date))] ?? ''} ${day(date)}`;
}

/** A day, or `17:00 on 31 March 2021`, London time, with seconds and their fraction only where there are any. */
export function moment(at: PlainDate | Instant): string {
  if (isPlainDate(at)) return day(at);
  const [time, ms] = [londonTime(at), londonMsOfDay(at) % 1000];
  const shown = ms > 0 ? `${time}.${String(ms).padStart(3, '0')}` : time.replace(/:00$/, '');
  return `${shown} on ${day(londonDate(at))}`;
}

export function value(of: Value | undefined): string {
  if (isPlainDate(of)) return day(of);
  if (isLondonInstant(of)) return moment(of);
  return of === undefined ? 'not known' : words(String(of));
}

/** A code of ours as words: `criteria-not-met` is `criteria not met`, `submittedAt` is `submitted at`. Anything else is a caller's text, in quotes. */
export function words(code: string): string {
  if (!isCode(code)) return idInWords(code);
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .replace(/ [A-Z][a-z]/g, (start) => start.toLowerCase());
}

const isCode = (text: string): boolean => /^[\w.-]+$/.test(text);

export function plural(n: number, one: string): string {
  if (!Number.isFinite(n)) throw new RangeError('no words for a number that is not one');
  return `${n} ${one}${Math.abs(n) === 1 ? '' : 's'}`;
}

export function span(of: Span): string {
  if ('workingDays' in of) return plural(of.workingDays, 'working day');
  return 'months' in of ? plural(of.months, 'month') : plural(of.days, 'day');
}

/** `Support policy 3.1.1`: the document's title, and its number; of several clauses, each document once. */
export function clauseNames(clauses: readonly ClauseId[]): string {
  const numbers = new Map<string, string[]>();
  for (const clause of clauses) {
    const slash = clause.indexOf('/');
    const { title } = own(documents, clause.slice(0, slash) as DocumentId);
    const number = clause.slice(slash + 1);
    if (!isCode(number)) throw new RangeError('no words for a clause that is not one');
    numbers.set(title, [...(numbers.get(title) ?? []), words(number)]);
  }
  return [...numbers].map(([title, each]) => `${title} ${each.join(', ')}`).join('; ');
}

const titles: Partial<Record<Role, string>> = {
  set: 'SET',
  'professional-status-team': 'the Professional Status Team',
  'head-of-professional-status': 'the Head of Professional Status',
  'set-operations-manager': 'the SET Operations Manager',
};

/** A role as a person would name it. */
export function roleName(role: Role): string {
  if (!roles.includes(role)) throw new RangeError('no words for a role that is not one');
  return titles[role] ?? `the ${words(role)}`;
}

/** An entry of a record of ours under a key that may come from a store: one that the record does not hold itself has no words. */
export function own<K extends string, V>(of: Readonly<Record<K, V>>, key: K): V {
  if (!Object.hasOwn(of, key)) throw new RangeError('no words for a key that is not one');
  return of[key];
}

export function sentence(text: string): string {
  const upper = text.replace(/^./, (start) => start.toUpperCase());
  return /[.?!]$/.test(upper) ? upper : `${upper}.`;
}
