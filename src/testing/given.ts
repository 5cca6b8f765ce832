// Given what has happened, when an event comes, then this follows, or the event is refused.
import type { FindingCode } from '../rules.js';
import type { Finding, Need } from '../decision/decision.js';
import type { AnyEvent, TransitionOf } from '../machine/table.js';
import type { ClauseId } from '../policy/ids.js';
import { InvalidFacts, notOneOf, safely } from '../data/issues.js';
import { holdsPart } from '../data/same.js';
import { readExpected } from './reading.js';
import { answerInWords, failure, inJson, isSame, readScenario, typeOf, type Scenario } from './scenario.js';

/** What is expected of an event that is taken. What is left out is not looked at; only nothing may be left open unless it is said. @since 0.1.0 */
export interface ExpectedTaken<Stage extends string = string> {
  /** The stage that the case is then in. */
  readonly stage: Stage;
  /** Other keys of the case, with what they hold. */
  readonly holding?: Readonly<Record<string, unknown>>;
  /** Everything that is brought about, in any order, except the duties that are met. */
  readonly effects?: readonly object[];
  /** The duties that are met, in order. */
  readonly dutiesMet?: readonly string[];
  /** Findings that are among the reasons; of each, some of its keys. */
  readonly because?: readonly Partial<Finding>[];
  /** Everything that is left open, in order; nothing unless it is said. */
  readonly unsettled?: readonly Need[];
}
/** What is expected of an event that is refused. @since 0.1.0 */
export interface ExpectedRefusal {
  /** The test that is not met. */
  readonly test?: FindingCode;
  readonly clause?: ClauseId;
  /** Events that are offered instead, among others. */
  readonly instead?: readonly string[];
}
/** The way on from an event to what follows. @since 0.1.0 */
export interface When<State extends { readonly stage: string }, X> {
  /** The answer to the event. */
  readonly step: TransitionOf<State, string, X>;
  /** Throws, with the explanation, unless the event is taken and this follows. */
  readonly then: (expected: ExpectedTaken<State['stage']>) => void;
  /** Throws, with the explanation, unless the event is refused for this reason. */
  readonly thenRefused: (expected?: ExpectedRefusal) => void;
}
/** The way on from what has happened to the event that comes. @since 0.1.0 */
export interface Given<So, State extends { readonly stage: string }, Event, X> {
  /** The case that what has happened leads to. */
  readonly case: State;
  /** Records an event, or the step that is told next: `when((so) => so.resubmitted())`. */
  readonly when: (event: Event | ((so: So) => { readonly events?: readonly Event[] })) => When<State, X>;
}

/**
 * Begins a test of a machine with what has happened: a case as `aCase` tells it, or any machine with its opening, events and policy.
 *
 * It needs no test framework: what is not as expected throws, and the message explains the answer clause by clause.
 * @throws `InvalidFacts` for what is not a story, an event or an expectation at all; an error that explains the answer where an event that is taken for
 * granted is refused. What a function throws that tells the next step is thrown on.
 * @example given(aCase().issued().submitted().notMet()).when((so) => so.resubmitted()).step.accepted // => true
 * @since 0.1.0
 */
export function given<Opening, State extends { readonly stage: string }, Event extends AnyEvent, Position, X, So>(
  so: So & Scenario<Opening, State, Event, Position, X>,
): Given<So, State, Event, X> {
  const { machine, policy, case: before } = readScenario(so);
  return {
    case: before,
    when: (next) => {
      const event = typeof next === 'function' ? lastEventOf(next(so)) : next;
      const step = machine.transition(before, event, policy);
      const check: Check = (isSo, expected) => {
        if (!isSo) throw failure(`expected ${expected} on '${typeOf(event)}', at '${before.stage}'.\n\n${answerInWords(step, policy)}`);
      };
      return {
        step,
        then: (expected) => {
          // An object with `then` is taken for a promise where it is awaited or returned from an asynchronous function.
          if (typeof expected === 'function')
            throw failure('given(…).when(…) is not a promise: do not await it; say what follows, in then(…) or thenRefused(…)');
          const read = readExpected('taken', expected);
          const { stages } = machine;
          if (!stages.includes(read.stage)) throw new InvalidFacts([notOneOf(['expected', 'stage'], stages, read.stage)]);
          checkTaken(step, read, check);
        },
        thenRefused: (expected = {}) => {
          checkRefused(step, readExpected('refused', expected), before, check);
        },
      };
    },
  };
}

type Check = (isSo: boolean, expected: string) => asserts isSo;

function lastEventOf<Event>(told: { readonly events?: readonly Event[] }): Event {
  const event = safely(() => told.events?.at(-1));
  if (event === undefined) throw failure('no event is told: name one, or the step that comes next');
  return event;
}

function checkTaken<X>(step: TransitionOf<{ readonly stage: string }, string, X>, expected: ExpectedTaken, check: Check): void {
  const { stage, holding = {}, effects, dutiesMet, because = [], unsettled = [] } = expected;
  check(step.accepted, `to be taken, into '${stage}'`);
  check(step.case.stage === stage, `the case to be at '${stage}', and it is at '${step.case.stage}',`);
  check(holdsPart(step.case, holding), `the case to hold ${inJson(holding)}`);
  check(isSame(step.unsettled, unsettled), `${inJson(unsettled)} to be left open, and not ${inJson(step.unsettled)},`);
  for (const finding of because) {
    check(
      step.because.some((each) => holdsPart(each, finding)),
      `${inJson(finding)} among the reasons`,
    );
  }
  const brought = step.effects.map((effect) => effect as { readonly type?: string; readonly duty?: string });
  const others = brought.filter(({ type }) => type !== 'duty-met');
  if (effects !== undefined) {
    const isSo = others.length === effects.length && effects.every((effect) => others.some((each) => isSame(each, effect)));
    check(isSo, `the effects ${inJson(effects)}, and not ${inJson(others)},`);
  }
  const met = brought.flatMap(({ type, duty }) => (type === 'duty-met' && duty !== undefined ? [duty] : []));
  if (dutiesMet !== undefined) check(isSame(met, dutiesMet), `the duties ${inJson(dutiesMet)} to be met, and not ${inJson(met)},`);
}

function checkRefused(step: TransitionOf<unknown, string, unknown>, expected: ExpectedRefusal, before: unknown, check: Check): void {
  const { instead = [], ...refusal } = expected;
  check(!step.accepted, `a refusal${refusal.test === undefined ? '' : ` for '${refusal.test}'`}`);
  check(step.case === before, 'the same case to be given back');
  check(
    step.refusals.some((each) => !each.holds && holdsPart(each, refusal)),
    `a refusal for ${inJson(refusal)}`,
  );
  const offered = step.instead.map(({ type }) => type);
  check(
    instead.every((type) => offered.includes(type)),
    `${instead.join(', ')} to be offered instead, and not ${offered.join(', ')},`,
  );
}
