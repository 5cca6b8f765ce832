// Reading what a diary is made of: duties as `position` gives them, and the diary that came before.
import { STAYS_IN_RANGE, aCount, aDate, isInRange, readDay } from '../calendar/dates.js';
import { safely, type Issue } from '../data/issues.js';
import { readOnce } from '../data/copies.js';
import { check, checkedReader, listOf, objectOf, oneOf, optional, readerOf, type Reader } from '../data/reading.js';
import { withoutGaps } from '../data/objects.js';
import { dateOf, type Deadline, type Moment } from '../decision/decision.js';
import { dutyCodes, roles } from '../policy/vocabulary.js';
import { moment } from '../decision/facts.js';
import type { Duty } from '../machine/duties.js';
import { documents } from '../policy/documents.js';
import type { ClauseId } from '../policy/ids.js';

const aClause: Reader<ClauseId> = (issues, value, path) => {
  const [document = '', number = '', ...rest] = typeof value === 'string' ? value.split('/') : [];
  const ok = Object.hasOwn(documents, document) && /^[\w.-]{1,20}$/.test(number) && rest.length === 0;
  check(issues, ok, path, 'must be the id of a clause, such as support/4.4', value);
  return value as ClauseId;
};

const aSpan: Reader<object> = (issues, value, path) => {
  const length = optional(aCount);
  const units = objectOf({ workingDays: length, months: length, days: length });
  const isOne = (read: object): boolean => Object.keys(withoutGaps(read)).length === 1;
  const span = checkedReader<object>(units, isOne, 'must be one of workingDays, months, days')(issues, value, path);
  return withoutGaps(span); // the unit that is given is the only one there is
};

const aDeadline: Reader<Deadline> = (issues, given, path) => {
  const value = readOnce(given);
  const common = { due: readerOf<Moment>(moment.is, moment.what, moment.codeOf), owedBy: oneOf(roles), clause: aClause };
  const set = safely(() => (value as { readonly set?: unknown } | undefined)?.set);
  if (set !== 'by-count') return objectOf({ ...common, set: oneOf(['by-cohort', 'by-count']) })(issues, value, path) as Deadline;
  const counted = { ...common, set: oneOf(['by-count']), countedFrom: aDate, span: aSpan };
  return objectOf({
    ...counted,
    certainty: optional(oneOf(['published', 'projected'])),
    draft: optional(readerOf((draft) => draft === true, 'must be true, or left out')),
  })(issues, value, path) as unknown as Deadline;
};

/** Reads a duty; beside a deadline it has the days left, of which the day follows as of which it was told. */
const aDuty: Reader<Duty> = (issues, value, path) => {
  const before = issues.length;
  const duty = objectOf({
    what: oneOf(dutyCodes),
    owedBy: oneOf(roles),
    clause: aClause,
    deadline: optional(aDeadline),
    kind: optional(oneOf(['duty', 'opportunity'])),
    status: oneOf(['upcoming', 'due-today', 'overdue', 'lapsed', 'no-limit-stated', 'limit-not-known']),
    workingDaysLeft: optional(aCount),
    daysLeft: optional(aCount),
  })(issues, value, path) as Duty;
  if (issues.length > before || duty.deadline === undefined) return duty;
  check(issues, duty.daysLeft !== undefined, [...path, 'daysLeft'], 'must be given beside a deadline', duty.daysLeft);
  const day = readDay(dateOf(duty.deadline.due)) - (duty.daysLeft ?? 0);
  check(issues, isInRange(day), [...path, 'daysLeft'], STAYS_IN_RANGE, duty.daysLeft);
  return duty;
};

/** Reads the duties of one case: each of them once, since an entry is known again by what is owed. */
export const someDuties: Reader<readonly Duty[]> = (issues: Issue[], value, path) => {
  const before = issues.length;
  const read = listOf(aDuty, 100)(issues, value, path);
  if (issues.length > before) return read;
  for (const [index, { what }] of read.entries()) {
    const isFirst = read.findIndex((other) => other.what === what) === index;
    check(issues, isFirst, [...path, index, 'what'], 'must be owed once: another case has its own diary and id', what);
  }
  return read;
};

/* @__NO_SIDE_EFFECTS__ */
function textLike(form: RegExp, what: string): Reader<string> {
  const fits = (value: unknown): value is string => typeof value === 'string' && form.test(value);
  return readerOf(
    (value) => fits(value) && value.length <= 100,
    what,
    (value) => (fits(value) ? 'out-of-range' : undefined),
  );
}

/** Reads an id that needs no escaping, and that a UID can hold. */
export const anId: Reader<string> = /* @__PURE__ */ textLike(
  /^[\w.:/@+-]+$/,
  'must be an opaque id of 1 to 100 letters, digits and . _ : / @ + -',
);

/** Reads a domain name as it is written in small letters, of two labels or more. */
export const aHost: Reader<string> = /* @__PURE__ */ textLike(
  /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/,
  'must be a domain name of at most 100 small letters, digits, hyphens and full stops, such as cases.example.org',
);
