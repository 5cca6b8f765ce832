// What the library says of what is shown: the fields and the switches are read as a reader would, and the rules are asked anew.
import { asks } from '../../examples/browser/ask/questions.mjs';
import {
  definePolicy,
  explain,
  inOrder,
  noticeDeadline,
  reviewWindow,
  isInvalidFacts,
  londonDate,
  londonInstant,
  openCase,
  plainDate,
  position,
  questionsFor,
  replayChain,
  rules,
  type AnyPolicy,
  type AnyRule,
  type CaseEvent,
  type Cohort,
  type Instant,
  type PlainDate,
} from '../../src/index.js';
import { anyPartOfUk, englandAndWales, northernIreland, scotland } from '../../src/calendar/index.js';
import type { Seen } from './seen.js';

const calendars: Readonly<Record<string, AnyPolicy['calendar']>> = {
  'england-and-wales': englandAndWales,
  scotland,
  'northern-ireland': northernIreland,
  'any-part-of-uk': anyPartOfUk,
};
/** The policy that the switches say. */
export const policyShown = ({ nation, readings }: Seen): AnyPolicy => definePolicy({ calendar: calendars[nation], readings });

/** There is no answer to what the fields say. */
export const NONE = 'no answer';

function orNone<T>(ask: () => T): T | typeof NONE {
  try {
    return ask();
  } catch (error) {
    if (isInvalidFacts(error)) return NONE;
    throw error;
  }
}

/** Reads a date with the time beside it: a day, an instant, nothing, or what cannot be read. */
function moment(fields: Seen['fields'], id: string, takesTime: boolean): string | undefined {
  const [day = '', time] = [fields[id], fields[`${id}-time`]];
  if (day === '') return (time ?? '') === '' ? undefined : NONE;
  if (orNone(() => plainDate(day)) === NONE) return NONE;
  if (time === undefined || (time === '' && !takesTime)) return day;
  return time === '' ? NONE : orNone(() => londonInstant(day as PlainDate, time));
}

const isDay = (text = ''): text is PlainDate => orNone(() => plainDate(text)) !== NONE;

/** The answer to the question that is shown: its line, or that there is none. */
export function answerToQuestion(seen: Seen, cohorts: readonly Cohort[]): string {
  const rule = rules[seen.fields['rule'] as keyof typeof rules] as AnyRule;
  const names = rule.check({ '': 1 }).flatMap(({ path, message }) => (/fact/.test(message) && path[0] === '' ? [] : [String(path[0])]));
  const known: Record<string, unknown> = names.includes('cohorts') ? { cohorts } : {};
  for (const id of Object.keys(seen.fields)) {
    if (!id.startsWith('fact-') || id.endsWith('-time')) continue;
    const name = id.slice('fact-'.length);
    const text = seen.fields[id] ?? '';
    const hasTime = `${id}-time` in seen.fields;
    const needsTime = hasTime && rule.check({ [name]: '2021-01-10' }).some(({ path }) => path[0] === name);
    const isDate = hasTime || /^\d{4}-|\//.test(text);
    const value = isDate
      ? moment(seen.fields, id, needsTime)
      : text === ''
        ? undefined
        : /^(true|false)$/.test(text)
          ? text === 'true'
          : /^\d+$/.test(text)
            ? Number(text)
            : text;
    if (value === NONE) return NONE;
    if (value !== undefined) known[name] = value;
  }
  const policy = policyShown(seen);
  const problems = rule.check(known);
  if (problems.some(({ path }) => path.length > 0 && known[String(path[0])] !== undefined)) return NONE;
  const isWhole = problems.length === 0;
  const decision = isWhole ? rule(known, policy) : rule.given(known, policy);
  const missing = questionsFor(rule, known, policy).filter(({ name }) => problems.some(({ path }) => path[0] === name));
  return !decision.settled && missing.length > 0 ? NONE : explain(decision, policy).line;
}

/** Where the case stands that is shown: its line, or that there is none; nothing where the page does not give its events. */
export function standingOfCase(seen: Seen, cohorts: readonly Cohort[]): string | undefined {
  const { fields, events } = seen;
  if (events === undefined) return undefined;
  const dates = ['startsOn', 'submissionDeadline', 'resubmissionDeadline'].map(
    (name) => [name, moment(fields, `cohort-${name}`, name !== 'startsOn')] as const,
  );
  const [registeredOn, asOf] = [fields['registered'], fields['as-of']];
  if (dates.some(([name, date]) => date === NONE || (name === 'startsOn' && date === undefined)) || !isDay(registeredOn) || !isDay(asOf))
    return NONE;
  const known = cohorts.find(({ id }) => id === fields['joined']);
  const typedIn = { id: 'own', programme: fields['programme'], ...Object.fromEntries(dates.filter(([, date]) => date !== undefined)) };
  const registration = { participant: 'p', cohort: known ?? (typedIn as Cohort), registeredOn };
  const policy = policyShown(seen);
  return orNone(() => {
    const first = openCase(registration);
    if (asOf < registeredOn) return NONE;
    const list = events.map((event) => JSON.parse(event) as CaseEvent);
    const { cases } = replayChain(registration, list.length === 0 ? [] : inOrder(list), policy);
    const now = cases.filter((each) => each.registeredOn <= asOf).at(-1) ?? first;
    return explain(position(now, asOf, policy), policy).line;
  });
}

/** The dates that the chosen cohort, or the letter, brings: those that have to be among the dates shown; nothing where there is no answer. */
export function datesShown(seen: Seen, cohorts: readonly Cohort[]): readonly string[] | typeof NONE | undefined {
  const { fields } = seen;
  const letter = ['startsOn', 'submissionDeadline', 'resubmissionDeadline'].map(
    (name) => [name, moment(fields, `letter-${name}`, name !== 'startsOn')] as const,
  );
  if (!isDay(fields['dates-as-of']) || letter.some(([, date]) => date === NONE)) return NONE;
  const own = Object.fromEntries(letter.filter(([, date]) => date !== undefined)) as Partial<Cohort>;
  const cohort = fields['dates-cohort'] === 'letter' ? own : cohorts.find(({ id }) => id === fields['dates-cohort']);
  if (cohort === undefined) return undefined;
  const { startsOn, submissionDeadline, resubmissionDeadline } = cohort;
  const policy = policyShown(seen);
  return orNone(() => {
    const first = startsOn ?? (submissionDeadline?.slice(0, 10) as PlainDate | undefined);
    if (first) openCase({ participant: 'p', cohort: { id: 'own', programme: 'QTLS', ...cohort, startsOn: first }, registeredOn: first });
    const notice = startsOn === undefined ? [] : [noticeDeadline({ programmeStartsOn: startsOn }, policy)];
    const review = submissionDeadline === undefined ? [] : [reviewWindow({ submissionDeadline }, policy)];
    return [
      ...notice.flatMap((decision) => (decision.settled ? [decision.detail.latestTimely] : [])),
      ...review.flatMap((decision) => (decision.settled ? [decision.detail.opens] : [])),
      ...[startsOn, submissionDeadline, resubmissionDeadline].filter((date) => date !== undefined),
    ];
  });
}

/** The answer to the guided question that is shown: its line, or that more is asked or the facts cannot be so. */
export function answerToAsk(seen: Seen): string {
  const ask = asks[new URLSearchParams(seen.address.split('?')[1]).get('about') ?? ''];
  if (ask === undefined || seen.isAsking) return NONE;
  const told = Object.fromEntries(seen.told.map((pair) => JSON.parse(pair) as [string, unknown]));
  const today = londonDate(new Date().toISOString() as Instant);
  const known = { ...ask.fixed, ...told, ...(ask.asOf && { asOf: today }) };
  const [rule, policy] = [rules[ask.rule] as AnyRule, policyShown(seen)];
  const problems = rule.check(known);
  if (problems.some(({ path }) => String(path[0]) in known)) return NONE;
  return explain(problems.length === 0 ? rule(known, policy) : rule.given(known, policy), policy).line;
}
