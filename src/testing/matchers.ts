// Matchers for vitest and jest. Where something is not as expected, the message is the explanation of the answer, clause by clause.
import { InvalidFacts, notOneOf, safely } from '../data/issues.js';
import { aText, optional } from '../data/reading.js';
import { holdsPart } from '../data/same.js';
import type { Finding, Need } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import { outcomeWords } from '../words/families.js';
import { anObject, decisionIn, readExpected, readOne, stepIn } from './reading.js';
import { answerInWords, inJson, isWithin } from './scenario.js';

/** What a matcher found, in the form that vitest and jest ask for. @since 0.1.0 */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}
/** What more is expected of a decision beside its outcome. @since 0.1.0 */
export interface ExpectedDecision {
  /** A clause on which the answer rests; one with bullets is met by any of them. */
  readonly clause?: ClauseId;
  /** Some of the detail, with what it says. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Findings that are among the reasons; of each, some of its keys. */
  readonly because?: readonly Partial<Finding>[];
}
/** The outcomes of a decision of this type; of a value whose type is not known, any word. @since 0.1.0 */
export type OutcomeIn<T> = T extends { readonly outcome: infer O extends string } ? O : string;
/** The names of the matchers, and what they are given; `T` is the type of the value. Extend the matchers of your framework with it. @since 0.1.0 */
export interface PolicyMatchers<R = unknown, T = unknown> {
  /** Asserts that a decision has this outcome. Throws `InvalidFacts` for an outcome that its rule does not have. */
  toBeDecided(outcome: OutcomeIn<T>, expected?: ExpectedDecision): R;
  /** Asserts that a decision is undetermined and needs, among others, this. */
  toBeUndetermined(need?: Partial<Need>): R;
  /** Asserts that an event was taken, into this stage. */
  toBeTaken(stage?: string): R;
  /** Asserts that an event was refused, for this reason among others. */
  toBeRefused(reason?: Partial<Finding>): R;
}

/** Lists the settled outcomes of the rule that a decision names; none where it is not of this library. */
function outcomesOf(rule: string): readonly string[] {
  const words: Readonly<Record<string, object>> = outcomeWords();
  return typeof (rule as unknown) === 'string' && Object.hasOwn(words, rule) ? Object.keys(words[rule] as object) : [];
}

const resultFor = (pass: boolean, expected: string, came: string, answer: unknown): MatcherResult => ({
  pass,
  message: () => {
    const inWords = safely(() => answerInWords(answer)) ?? 'It is not an answer of this library, and has no words.';
    return `expected ${pass ? `not ${expected}` : `${expected}, and ${came}`}. It says:\n\n${inWords}`;
  },
});
const noAnswer = (kind: string, received: unknown): MatcherResult => ({
  pass: false,
  message: () => `expected ${kind}, and received ${received === null ? 'null' : typeof received}`,
});

/**
 * The matchers for `expect.extend`, of vitest and of jest alike.
 *
 * Each throws `InvalidFacts` for an expectation that cannot be one.
 * @example matchers.toBeDecided(noticeDeadline({ programmeStartsOn: '2021-01-10' }), 'computed', { clause: 'support/3.1.1' }).pass // => true
 * @since 0.1.0
 */
export const matchers: {
  readonly [M in keyof PolicyMatchers]: (received: unknown, ...expected: Parameters<PolicyMatchers[M]>) => MatcherResult;
} = {
  toBeDecided: (received, outcome, expected = {}) => {
    const word = readOne('outcome', aText, outcome);
    const { clause, detail, because = [] } = readExpected('decided', expected);
    const decision = decisionIn(received);
    if (decision === undefined) return noAnswer('a decision', received);
    const outcomes = outcomesOf(decision.rule);
    if (outcomes.length > 0 && ![...outcomes, 'undetermined'].includes(word)) {
      const message = `must be one of ${outcomes.join(', ')}; here it is ${decision.outcome}`;
      throw new InvalidFacts([notOneOf(['outcome'], outcomes, word, message)]);
    }
    const pass =
      decision.outcome === word &&
      (clause === undefined || decision.because.some((finding) => isWithin(finding.clause, clause))) &&
      (detail === undefined || (decision.settled && holdsPart(decision.detail, detail))) &&
      because.every((finding) => decision.because.some((each) => holdsPart(each, finding)));
    const more = [clause && `by ${clause}`, detail && `with ${inJson(detail)}`, because.length > 0 && `because of ${inJson(because)}`];
    const others = outcomes.length > 0 ? ` (of ${outcomes.join(', ')})` : '';
    return resultFor(pass, [`the outcome '${word}'`, ...more.filter(Boolean)].join(' '), `it is '${decision.outcome}'${others}`, received);
  },
  toBeUndetermined: (received, need = {}) => {
    const part = readOne('need', anObject, need);
    const decision = decisionIn(received);
    if (decision === undefined) return noAnswer('a decision', received);
    const pass = !decision.settled && decision.needs.some((each) => holdsPart(each, part));
    const more = Object.keys(part).length === 0 ? '' : `, and a need of ${inJson(part)}`;
    const came = decision.settled ? `it is '${decision.outcome}'` : `it needs ${inJson(decision.needs)}`;
    return resultFor(pass, `no outcome${more}`, came, received);
  },
  toBeTaken: (received, stage) => {
    const into = readOne('stage', optional(aText), stage);
    const step = stepIn(received);
    if (step === undefined) return noAnswer('the result of an event', received);
    const pass = step.accepted && (into === undefined || step.case.stage === into);
    const came = step.accepted ? `the case is at '${step.case.stage}'` : `it is refused at '${step.case.stage}'`;
    return resultFor(pass, `the event to be taken${into === undefined ? '' : `, into '${into}'`}`, came, received);
  },
  toBeRefused: (received, reason = {}) => {
    const part = readOne('reason', anObject, reason);
    const step = stepIn(received);
    if (step === undefined) return noAnswer('the result of an event', received);
    const pass = !step.accepted && step.refusals.some((each) => holdsPart(each, part));
    const came = step.accepted
      ? `it is taken, into '${step.case.stage}'`
      : `it is refused for ${step.refusals.map(({ test }) => `'${test}'`).join(', ')}`;
    return resultFor(pass, `the event to be refused for ${inJson(part)}`, came, received);
  },
};
