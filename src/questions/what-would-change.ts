// What would have made the answer another: the smallest change of one fact, one reading or the nation's calendar.
import { bare } from '../data/objects.js';
import { calendarsOfNations } from '../calendar/nations.js';
import { readWhole, type AnyRule, type FactsOf, type OutcomeOf } from '../decision/rule.js';
import { readingChoices, type SelectableReadingId } from '../policy/choices.js';
import { withCalendar, type AnyPolicy } from '../policy/policy.js';
import { answerTo, formOfFact, ifTaken, readAsked, readingsOf, stepsOf, type Asked } from './asked.js';
import type { Finding, Value } from '../decision/decision.js';
import type { Answer } from '../decision/evaluate.js';
import { outcomesBy } from './outcome.js';
import { orderIssues } from '../decision/facts.js';
import { lineOf, marksOn, nearestPlace, type Line } from './lines.js';

/** The one thing that is changed: one fact, one reading, or the nation whose working days count. @since 0.1.0 */
export type Change =
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'reading'; readonly id: SelectableReadingId }
  | { readonly kind: 'calendar' };

/** A change that makes the outcome another: the fact's value, the reading's choice or the calendar's id, and the outcome then. @since 0.1.0 */
export interface Witness<R extends AnyRule = AnyRule> {
  readonly change: Change;
  /** The value of the fact, the choice of the reading, or the id of the calendar, under which the outcome is another. */
  readonly to: Value;
  /** The outcome under that change. */
  readonly outcome: OutcomeOf<R> | 'undetermined';
  /** Present where the outcome then follows from a drafted limit, and not from the policy's. */
  readonly draft?: true;
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
 * another name is another request. A change that the rule does not take as facts is left out.
 * @throws `InvalidFacts`, each path beginning with `rule`, `facts` or `policy`.
 * @example whatWouldChange(assessAdjustmentRequest, { requestedOn: '2020-12-11', programmeStartsOn: '2021-01-10' })[0] // => { change: { kind: 'fact', name: 'requestedOn' }, to: '2020-12-10', outcome: 'timely' }
 * @since 0.1.0
 */
export function whatWouldChange<R extends AnyRule>(rule: R, facts: FactsOf<R>, policy?: AnyPolicy): readonly Witness<R>[] {
  const asked = readAsked(rule, 'facts', (of) => readWhole(of, facts), policy);
  const now = answerTo(asked);
  const tried = [...changedFacts(asked, now), ...changedReadings(asked, now), ...changedCalendar(asked, now)];
  return tried.flatMap(({ change, to, answer }) =>
    answer === undefined || answer.outcome === now.outcome
      ? []
      : [{ change, to, outcome: answer.outcome, ...(answer.basis.draft && { draft: true }) }],
  ) as readonly Witness<R>[];
}

/** One change, and the answer then; none where the rule does not take the facts then. */
interface Tried {
  readonly change: Change;
  readonly to: Value;
  readonly answer: Answer | undefined;
}

/** Changes each reading on which the answer leans: no other can change it. */
function changedReadings(asked: Asked, { basis }: Answer): readonly Tried[] {
  const leaned = readingsOf(asked.of).filter((id) => basis.readings.some((reading) => reading.id === id));
  return leaned.flatMap((id) =>
    readingChoices[id].map(
      (to) => ({ change: { kind: 'reading', id }, to, answer: ifTaken(() => answerTo(asked, { [id]: to })) }) as const,
    ),
  );
}

function changedCalendar(asked: Asked, { basis }: Answer): readonly Tried[] {
  if (!Object.hasOwn(basis, 'calendar')) return [];
  return calendarsOfNations().map((calendar) => {
    const policy = withCalendar(asked.policy, calendar);
    return { change: { kind: 'calendar' }, to: calendar.id, answer: answerTo({ ...asked, policy }) };
  });
}

function changedFacts(asked: Asked, now: Answer): readonly Tried[] {
  return turningFacts(asked).flatMap((name) =>
    valuesToTry(asked, name, now).map((to) => ({ change: { kind: 'fact', name }, to, answer: answerWith(asked, name, to) }) as const),
  );
}

function answerWith({ of, facts, policy }: Asked, name: string, value: Value): Answer | undefined {
  const changed = bare(facts, { [name]: value });
  return orderIssues(of.table.orders ?? [], changed).length > 0 ? undefined : ifTaken(() => answerTo({ of, facts: changed, policy }));
}

/** Lists the facts on which an outcome can turn: those of tests, and those without which the answer may be left open. What the question is about is none of them, since to call it something else is not a way to another answer. */
function turningFacts({ of, policy }: Asked): readonly string[] {
  const { table, factNames, tests } = of;
  const read = [...Object.values(tests).flatMap((test) => test.facts(policy)), ...stepsOf(of).flatMap((step) => step.opening(policy))];
  return factNames.filter((name) => read.includes(name) && !table.subject?.includes(name));
}

/** Lists all other values of a few; else those at the boundaries to either side; else, of what has not happened, a last one for each outcome. */
function valuesToTry(asked: Asked, name: string, now: Answer): readonly Value[] {
  const [value, form] = [asked.facts[name], formOfFact(asked.of, name)];
  if (form.kind === 'choice') return form.choices.filter((choice) => choice !== value);
  const line = lineOf(form, value);
  if (line === undefined) return [];
  if (value === 'none') return lastOfEach(asked, name, line, now);
  const outcome = outcomesBy(asked, name);
  const flips = (place: number): boolean => (outcome(line.valueAt(place)) ?? now.outcome) !== now.outcome;
  // A count that leaves the calendar is left open: so its ends are marks too.
  const marks = marksOn(line, [...Object.values(asked.facts), ...sidesOf(now), ...Object.values(asked.policy.calendar.span)]);
  const found = ([-1, 1] as const).flatMap((direction) => nearestPlace(line, direction, marks, flips) ?? []);
  return [...found.map(line.valueAt), ...(form.none ? ['none'] : [])];
}

/** Lists the last value that leads to each outcome, among those that the other facts name, those that the findings then compare with, and those beside them. */
function lastOfEach(asked: Asked, name: string, line: Line, now: Answer): readonly Value[] {
  const led = new Map<number, Answer>();
  const tryAll = (values: readonly unknown[]): void => {
    for (const place of marksOn(line, values)) {
      const answer = led.has(place) ? undefined : answerWith(asked, name, line.valueAt(place));
      if (answer !== undefined) led.set(place, answer);
    }
  };
  tryAll([...Object.values(asked.facts), ...sidesOf(now)]);
  tryAll([...led.values()].flatMap(sidesOf));
  const last = new Map<string, number>();
  for (const [place, { outcome }] of led) last.set(outcome, Math.max(place, last.get(outcome) ?? -Infinity));
  return [...last.values()].map(line.valueAt);
}

function sidesOf({ because }: Answer): readonly unknown[] {
  return (because as readonly Finding[]).flatMap(({ left, right }) => [left, right]);
}
