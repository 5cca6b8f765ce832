// Whether an answer turns on how the words are read, on which readings, and what it is under each of them.
import { combinations, unique } from '../decision/steps.js';
import type { Answer } from '../decision/evaluate.js';
import { readWhole, type AnyRule, type DetailOf, type FactsOf, type OutcomeOf } from '../decision/rule.js';
import { readingChoices, type Readings, type SelectableReadingId } from '../policy/choices.js';
import type { DraftedLimit } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';
import { answerTo, readAsked, readingsOf, type Asked } from './asked.js';

/** The answer under one choice of each reading that decides. @since 0.1.0 */
export interface AnswerUnderReadings<R extends AnyRule = AnyRule> {
  /** The choice of each deciding reading; every other is as the policy has it. */
  readonly readings: Partial<Readings>;
  readonly outcome: OutcomeOf<R> | 'undetermined';
  /** The detail, where the answer is settled. */
  readonly detail?: DetailOf<R>;
  /** The limits that are drafted in the place of the policy's own; left out where there are none. */
  readonly draft?: readonly DraftedLimit[];
}
/** An answer under all the readings that can change it, and which they are. @since 0.1.0 */
export interface UnderEveryReading<R extends AnyRule = AnyRule> {
  readonly kind: 'settled' | 'depends-on';
  /** The readings that decide: each can change the answer by itself, and no other can. None where it is settled. */
  readonly readings: readonly SelectableReadingId[];
  /** The answer under every combination of their choices. */
  readonly answers: readonly AnswerUnderReadings<R>[];
  /** The details that can turn on a reading, whether or not the answer does. */
  readonly details: readonly { readonly name: string; readonly readings: readonly SelectableReadingId[] }[];
}

interface Reached {
  readonly chosen: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

/**
 * Answers under every combination of the readings on which the rule can lean, and says which of them decide.
 *
 * What is compared is the outcome; of a rule that has only one, the whole detail, since that is its answer. Details that turn on a reading
 * beside that are listed by name. The other options of the policy stay as they are.
 * @throws `InvalidFacts`, each path beginning with `rule`, `facts` or `policy`; also where only some reading leads beyond the years of dates.
 * @example underEveryReading(assessAdjustmentRequest, { requestedOn: '2025-01-30', programmeStartsOn: '2025-02-28' }).readings // => ['notice-month', 'notice-boundary']
 * @since 0.1.0
 */
export function underEveryReading<R extends AnyRule>(rule: R, facts: FactsOf<R>, policy?: AnyPolicy): UnderEveryReading<R> {
  const asked = readAsked(rule, 'facts', (of) => readWhole(of, facts), policy);
  const { of } = asked;
  const [ids, all] = leaningReadings(asked);
  const deciding = decidingReadings(ids, all, (answer) => (of.outcomes.length > 1 ? answer.outcome : [answer.outcome, detailOf(answer)]));
  const names = unique(all.flatMap(({ answer }) => Object.keys(detailOf(answer) ?? {})));
  const answers = answersUnder(asked, deciding).map(({ chosen, answer }) => ({
    readings: chosen,
    outcome: answer.outcome,
    ...(answer.settled ? { detail: answer.detail } : {}),
    ...(answer.basis.draft && { draft: answer.basis.draft }),
  }));
  return {
    kind: deciding.length > 0 ? 'depends-on' : 'settled',
    readings: deciding,
    answers: answers as unknown as readonly AnswerUnderReadings<R>[],
    details: names
      .map((name) => ({ name, readings: decidingReadings(ids, all, (answer) => detailOf(answer)?.[name]) }))
      .filter(({ readings }) => readings.length > 0),
  };
}

/** Answers under every choice of each of some readings, with every choice of the others. */
function answersUnder(asked: Asked, ids: readonly SelectableReadingId[]): readonly Reached[] {
  return combinations(ids, (id): readonly string[] => readingChoices[id]).map((chosen) => ({ chosen, answer: answerTo(asked, chosen) }));
}

/** Returns the readings on which some answer to these facts leans, however the others are read, and the answers under all their choices: an answer names what it leans on, and so no other reading can change it. */
function leaningReadings(
  asked: Asked,
  ids: readonly SelectableReadingId[] = [],
): readonly [readonly SelectableReadingId[], readonly Reached[]] {
  const all = answersUnder(asked, ids);
  const named = new Set(all.flatMap(({ answer }) => answer.basis.readings.map(({ id }) => id)));
  const wider = readingsOf(asked.of).filter((id) => named.has(id) || ids.includes(id));
  return wider.length === ids.length ? [ids, all] : leaningReadings(asked, wider);
}

function detailOf(answer: Answer): Readonly<Record<string, unknown>> | undefined {
  return answer.settled ? answer.detail : undefined;
}

/** Lists the readings that by themselves, all others alike, make what is told of the answer another. */
function decidingReadings(
  ids: readonly SelectableReadingId[],
  all: readonly Reached[],
  told: (answer: Answer) => unknown,
): readonly SelectableReadingId[] {
  const tellings = all.map(({ chosen, answer }) => ({ chosen, told: JSON.stringify([told(answer)]) }));
  return ids.filter((id) => {
    const seen = new Map<string, string>();
    return tellings.some(({ chosen, told: text }) => {
      const others = ids.map((other) => (other === id ? '' : chosen[other])).join();
      const first = seen.get(others) ?? text;
      seen.set(others, first);
      return first !== text;
    });
  });
}
