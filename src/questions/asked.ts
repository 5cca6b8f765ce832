// What a question about a rule begins with: the rule, its facts and the policy, each read once, with the problems of all said together.
import { InvalidFacts, issue, together, type Issue, type NonEmpty, type Path } from '../data/issues.js';
import { type Compiled } from '../decision/compile.js';
import { unique } from '../decision/steps.js';
import { decide, type Answer, type Known } from '../decision/evaluate.js';
import { compiledOf, isRule, type AnyRule } from '../decision/rule.js';
import type { SelectableReadingId } from '../policy/choices.js';
import { definePolicy, policyOf, type AnyPolicy } from '../policy/policy.js';

/** A rule's compiled table, some of its facts, and the policy. */
export interface Asked {
  readonly of: Compiled;
  readonly facts: Known;
  readonly policy: AnyPolicy;
}

/** Reads a question; every problem's path begins with `rule`, with the name that the facts go by, or with `policy`. */
export function readAsked(rule: AnyRule, name: string, read: (of: Compiled) => Known, policy: AnyPolicy | undefined): Asked {
  const [[of, facts], chosen] = together<[readonly [Compiled, Known], AnyPolicy]>(
    () => {
      if (!isRule(rule)) throw new InvalidFacts([issue(['rule'], 'must be a rule of this library', rule)]);
      const compiled = compiledOf(rule);
      return [compiled, under([name], () => read(compiled))];
    },
    () => policyOf(policy),
  );
  return { of, facts, policy: chosen };
}

/** Does some work whose problems are found further down than it knows. */
export function under<T>(path: Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    const issues: readonly Issue[] = error.issues.map((each) => ({ ...each, path: [...path, ...each.path] }));
    throw new InvalidFacts(issues as NonEmpty<Issue>);
  }
}

/** Answers whole facts. */
export function answerTo({ of, facts, policy }: Asked): Answer {
  return under(['facts'], () => decide(of, facts, policy));
}

/** The same, or none where the rule does not take the facts: under another policy a date may lead beyond the years of dates. */
export function answerIfTaken(asked: Asked): Answer | undefined {
  try {
    return answerTo(asked);
  } catch (error) {
    if (error instanceof InvalidFacts) return undefined;
    throw error;
  }
}

/** Every reading on which some answer of a rule can lean. */
export function readingsOf({ tests, details }: Compiled): readonly SelectableReadingId[] {
  return unique([...Object.values(tests), ...Object.values(details)].flatMap(({ readings }) => readings));
}

/** The same policy with some readings changed. */
export function withReadings({ calendar, editions, readings }: AnyPolicy, changed: Readonly<Record<string, string>>): AnyPolicy {
  return definePolicy({ calendar, editions, readings: { ...readings, ...changed } });
}
