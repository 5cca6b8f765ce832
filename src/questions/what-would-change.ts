// What would have made the answer another: the smallest change of one fact, one reading or the nation's calendar.
import { calendarsOfNations } from '../calendar/nations.js';
import type { Value } from '../decision/decision.js';
import { readWhole, type AnyRule, type FactsOf, type OutcomeOf } from '../decision/rule.js';
import { readingChoices, type SelectableReadingId } from '../policy/choices.js';
import { definePolicy, type AnyPolicy } from '../policy/policy.js';
import { changedFacts } from './changed-facts.js';
import { answerIfTaken, answerTo, readingsOf, readAsked, withReadings, type Asked } from './asked.js';

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
