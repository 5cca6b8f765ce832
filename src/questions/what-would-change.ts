// What would have made the answer another: the smallest change of one fact, one reading or the nation's calendar.
import { calendarsOfNations } from '../calendar/nations.js';
import { readWhole, type AnyRule, type FactsOf, type OutcomeOf } from '../decision/rule.js';
import { readingChoices, type SelectableReadingId } from '../policy/choices.js';
import { definePolicy, type AnyPolicy } from '../policy/policy.js';
import { answerIfTaken, answerTo, readAsked, readingsOf, withReadings, type Asked } from './asked.js';
import type { Compiled } from '../decision/compile.js';
import type { Finding, Moment, Value } from '../decision/decision.js';
import type { Answer } from '../decision/evaluate.js';
import { formOf, misordered, moment, type Form } from '../decision/facts.js';
import { landmarks, lineOf, nearest, type Line } from './lines.js';

/** Names what is changed: one fact, one reading, or the nation whose working days count. @since 0.1.0 */
export type Change =
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'reading'; readonly id: SelectableReadingId }
  | { readonly kind: 'calendar' };

/** Gives one change that makes the outcome another: the fact's value, the reading's choice or the calendar's id, and the outcome then. @since 0.1.0 */
export interface Witness<R extends AnyRule = AnyRule> {
  readonly change: Change;
  readonly to: Value;
  readonly outcome: OutcomeOf<R> | 'undetermined';
}

/**
 * Lists the smallest single changes under which the outcome would be another: of each fact in the rule's order, of each reading, of the nation's calendar.
 *
 * `undetermined` is an outcome like the others, so that a change that leaves the question open is told too.
 * A date, instant or number: the nearest earlier and the nearest later one, to the day, second or unit. Days and numbers are tried one by
 * one up to 1,000 to either side; instants by the hour for two days and by the day up to 1,000, farther ones by doubling steps, and then
 * halved down to the boundary: one less never flips. A choice: each other one. What has not happened (`'none'`): for each other outcome the
 * latest of the moments, or the greatest of the numbers, that the other facts and findings name and of those beside them. Lists, such as the
 * cohorts, are not changed; neither are two things at once. What is asked, or what a matter is about, is not changed either: a request under
 * another name is another request. A change that the rule does not take as facts is none.
 * @throws `InvalidFacts`, each path beginning with `rule`, `facts` or `policy`.
 * @example whatWouldChange(assessAdjustmentRequest, { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })[0] // => { change: { kind: 'fact', name: 'requestedOn' }, to: '2020-12-10', outcome: 'timely' }
 * @since 0.1.0
 */
export function whatWouldChange<R extends AnyRule>(rule: R, facts: FactsOf<R>, policy?: AnyPolicy): readonly Witness<R>[] {
  const asked = readAsked(rule, 'facts', (of) => readWhole(of, facts), policy);
  const now = answerTo(asked).outcome;
  const witnesses = [...changedFacts(asked, now), ...changedReadings(asked), ...changedCalendar(asked)];
  return witnesses.filter(({ outcome }) => outcome !== now) as readonly Witness<R>[];
}

function changedReadings(asked: Asked): Witness[] {
  const { of, policy } = asked;
  return readingsOf(of).flatMap((id) =>
    readingChoices[id].flatMap((to) => {
      const answer = answerIfTaken({ ...asked, policy: withReadings(policy, { [id]: to }) });
      return answer === undefined ? [] : [{ change: { kind: 'reading' as const, id }, to, outcome: answer.outcome }];
    }),
  );
}

function changedCalendar(asked: Asked): Witness[] {
  const { of, policy } = asked;
  if (![...Object.values(of.tests), ...Object.values(of.details)].some(({ calendar }) => calendar)) return [];
  return calendarsOfNations().map((calendar) => {
    const { outcome } = answerTo({ ...asked, policy: definePolicy({ ...policy, calendar }) });
    return { change: { kind: 'calendar' as const }, to: calendar.id, outcome };
  });
}

/** The answer with a fact at some value; none where the rule does not take the facts then. */
type Trial = (value: Value) => Answer | undefined;

interface ChangedFact {
  readonly change: { readonly kind: 'fact'; readonly name: string };
  readonly to: Value;
  readonly outcome: string;
}

/** Lists changes of single facts that lead to another outcome than this one, in the rule's order of facts. */
function changedFacts(asked: Asked, now: string): readonly ChangedFact[] {
  const shape = asked.of.table.shape() as Readonly<Record<string, Parameters<typeof formOf>[0]>>;
  return turning(asked.of, asked.policy).flatMap((name) => {
    const schema = shape[name] as Parameters<typeof formOf>[0];
    const trial: Trial = (value) => answerWith(asked, name, value);
    return valuesToTry(asked, asked.facts[name], formOf(schema), trial, now).flatMap((to) => {
      const outcome = trial(to)?.outcome;
      return outcome === undefined || outcome === now ? [] : [{ change: { kind: 'fact' as const, name }, to, outcome }];
    });
  });
}

/** The facts on which an outcome can turn: those of tests, and those without which the answer may be left open. What the question is about is none of them, since to call it something else is no way to another answer. */
function turning({ table, factNames, tests, details }: Compiled, policy: AnyPolicy): readonly string[] {
  const read = [
    ...Object.values(tests).flatMap((test) => test.facts(policy)),
    ...[...Object.values(tests), ...Object.values(details)].flatMap((step) => step.opening(policy)),
  ];
  return factNames.filter((name) => read.includes(name) && !table.subject?.includes(name));
}

function answerWith({ of, facts, policy }: Asked, name: string, value: Value): Answer | undefined {
  const changed = { ...facts, [name]: value };
  if (misordered(of.table.orders ?? [], changed).length > 0) return undefined;
  return answerIfTaken({ of, facts: changed, policy });
}

/** All other values of a few; else those at the boundaries to either side; else, of what has not happened, a last one for each outcome. */
function valuesToTry(asked: Asked, value: unknown, form: Form, trial: Trial, now: string): readonly Value[] {
  if (form.kind === 'choice') return form.choices.filter((choice) => choice !== value);
  const line = lineOf(form, value);
  if (line === undefined) return [];
  if (value === 'none') return lastOfEach(asked, line, trial);
  const flips = (place: number): boolean => (trial(line.valueAt(place))?.outcome ?? now) !== now;
  const marks = marksOn(line, [...Object.values(asked.facts), ...sidesOf(answerTo(asked))]);
  const found = ([-1, 1] as const).flatMap((direction) => nearest(line, direction, marks, flips) ?? []);
  return [...found.map(line.valueAt), ...(form.none ? ['none'] : [])];
}

/** The last value that leads to each outcome, among those that the other facts name, those that the findings then compare with, and those beside them. */
function lastOfEach({ facts, ...asked }: Asked, line: Line, trial: Trial): readonly Value[] {
  const led = new Map<number, Answer>();
  const tryAll = (values: readonly unknown[]): void => {
    for (const place of marksOn(line, values)) {
      const answer = led.has(place) ? undefined : trial(line.valueAt(place));
      if (answer !== undefined) led.set(place, answer);
    }
  };
  tryAll([...Object.values(facts), ...sidesOf(answerTo({ ...asked, facts }))]);
  tryAll([...led.values()].flatMap(sidesOf));
  const last = new Map<string, number>();
  for (const [place, { outcome }] of led) last.set(outcome, Math.max(place, last.get(outcome) ?? -Infinity));
  return [...last.values()].map(line.valueAt);
}

function sidesOf({ because }: Answer): readonly unknown[] {
  return (because as readonly Finding[]).flatMap(({ left, right }) => [left, right]);
}

/** The places on a line that some values mark, and those beside them. */
function marksOn({ unit, first, last }: Line, values: readonly unknown[]): readonly number[] {
  const marks =
    unit === 'one'
      ? values.filter((value) => typeof value === 'number').flatMap((value) => [value - 1, value, value + 1])
      : values.filter((value): value is Moment => moment.is(value)).flatMap((value) => landmarks(unit, value));
  return [...new Set(marks)].filter((place) => place >= first && place <= last);
}
