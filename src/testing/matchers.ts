// Matchers for vitest and jest. Where something is not as expected, the message is the explanation of the answer, clause by clause.
import type { Decision, Finding, Need } from '../decision/decision.js';
import type { TransitionOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import { holdsPart } from '../data/same.js';
import { answerInWords } from './scenario.js';

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
/** The names of the matchers, and what they are given. Extend the matchers of your framework with it. @since 0.1.0 */
export interface PolicyMatchers<R = unknown> {
  /** Whether a decision has this outcome. */
  toBeDecided(outcome: string, expected?: ExpectedDecision): R;
  /** Whether a decision is undetermined and needs, among others, this. */
  toBeUndetermined(need?: Partial<Need>): R;
  /** Whether an event was taken, into this stage. */
  toBeTaken(stage?: string): R;
  /** Whether an event was refused, for this reason among others. */
  toBeRefused(reason?: Partial<Finding>): R;
}

type Step = TransitionOf<{ readonly stage: string }, string, unknown>;
const isDecision = (answer: unknown): answer is Decision<string, Readonly<Record<string, unknown>>> =>
  typeof answer === 'object' && answer !== null && 'settled' in answer;
const isStep = (answer: unknown): answer is Step => typeof answer === 'object' && answer !== null && 'accepted' in answer;
const isWithin = (cited: ClauseId, clause: ClauseId): boolean => cited === clause || cited.startsWith(`${clause}.`);

const resultFor = (pass: boolean, expected: string, answer: unknown): MatcherResult => ({
  pass,
  message: () => `expected ${pass ? 'not ' : ''}${expected}. It says:\n\n${answerInWords(answer)}`,
});
const noAnswer = (kind: string, received: unknown): MatcherResult => ({
  pass: false,
  message: () => `expected ${kind}, and received ${received === null ? 'null' : typeof received}`,
});

/**
 * The matchers for `expect.extend`, of vitest and of jest alike.
 *
 * @example matchers.toBeDecided(noticeDeadline({ programmeStartsOn: '2021-01-10' }), 'computed', { clause: 'support/3.1.1' }).pass // => true
 * @since 0.1.0
 */
export const matchers: {
  readonly [M in keyof PolicyMatchers]: (received: unknown, ...expected: Parameters<PolicyMatchers[M]>) => MatcherResult;
} = {
  toBeDecided: (received, outcome, { clause, detail, because = [] } = {}) => {
    if (!isDecision(received)) return noAnswer('a decision', received);
    const pass =
      received.outcome === outcome &&
      (clause === undefined || received.because.some((finding) => isWithin(finding.clause, clause))) &&
      (detail === undefined || (received.settled && holdsPart(received.detail, detail))) &&
      because.every((finding) => received.because.some((each) => holdsPart(each, finding)));
    const more = [
      clause && `by ${clause}`,
      detail && `with ${JSON.stringify(detail)}`,
      because.length > 0 && `because of ${JSON.stringify(because)}`,
    ];
    return resultFor(pass, [`the outcome '${outcome}'`, ...more.filter(Boolean)].join(' '), received);
  },
  toBeUndetermined: (received, need = {}) => {
    if (!isDecision(received)) return noAnswer('a decision', received);
    const pass = !received.settled && received.needs.some((each) => holdsPart(each, need));
    const more = Object.keys(need).length === 0 ? '' : `, and a need of ${JSON.stringify(need)}`;
    return resultFor(pass, `no outcome${more}`, received);
  },
  toBeTaken: (received, stage) => {
    if (!isStep(received)) return noAnswer('what became of an event', received);
    const pass = received.accepted && (stage === undefined || received.case.stage === stage);
    return resultFor(pass, `the event to be taken${stage === undefined ? '' : `, into '${stage}'`}`, received);
  },
  toBeRefused: (received, reason = {}) => {
    if (!isStep(received)) return noAnswer('what became of an event', received);
    const pass = !received.accepted && received.refusals.some((each) => holdsPart(each, reason));
    return resultFor(pass, `the event to be refused for ${JSON.stringify(reason)}`, received);
  },
};
