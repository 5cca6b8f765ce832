// What a question about a rule begins with: the rule, its facts and the policy, each read once, with the problems of all said together.
import type * as z from 'zod';
import { InvalidFacts, readAll, type Issue, type NonEmpty, type Path } from '../data/issues.js';
import type { Compiled } from '../decision/compile.js';
import { bare, onceForEach } from '../data/objects.js';
import { unique, type Indexed } from '../decision/steps.js';
import { decide, type Answer, type Known } from '../decision/evaluate.js';
import { formOf, type Form } from '../decision/facts.js';
import { compiledOf, isRule, notARule, type AnyRule } from '../decision/rule.js';
import type { SelectableReadingId } from '../policy/choices.js';
import { policyOf, withReadings, type AnyPolicy } from '../policy/policy.js';

/** The compiled table of a rule, some of its facts, and the policy. */
export interface Asked {
  readonly of: Compiled;
  readonly facts: Known;
  readonly policy: AnyPolicy;
}

/** Reads a question; every problem's path begins with `rule`, with the name that the facts go by, or with `policy`. */
export function readAsked(rule: AnyRule, name: string, read: (of: Compiled) => Known, policy: AnyPolicy | undefined): Asked {
  const [[of, facts], chosen] = readAll<[readonly [Compiled, Known], AnyPolicy]>(
    () => {
      if (!isRule(rule)) throw new InvalidFacts([notARule(['rule'], rule)]);
      const compiled = compiledOf(rule);
      return [compiled, withPathFrom([name], () => read(compiled))];
    },
    () => policyOf(policy),
  );
  return { of, facts, policy: chosen };
}

/** Runs some work, and throws its problems with a path that begins further up. */
export function withPathFrom<T>(path: Path, work: () => T): T {
  return withPaths((each) => [...path, ...each], work);
}

export function withPaths<T>(pathOf: (path: Path) => Path, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    const issues: readonly Issue[] = error.issues.map((each) => ({ ...each, path: pathOf(each.path) }));
    throw new InvalidFacts(issues as NonEmpty<Issue>);
  }
}

/** Answers whole facts; by the same policy with some readings changed, where these are given. */
export function answerTo({ of, facts, policy }: Asked, readings?: Readonly<Record<string, string>>): Answer {
  return withPathFrom(['facts'], () => decide(of, bare(facts), readings === undefined ? policy : withReadings(policy, readings)));
}

/** Returns what some work comes to; none where the rule does not take the facts: under another policy a date may lead beyond the years of dates. */
export function ifTaken<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvalidFacts) return undefined;
    throw error;
  }
}

export function stepsOf({ tests, details }: Compiled): readonly Indexed[] {
  return [...Object.values(tests), ...Object.values(details)];
}

/** Lists every reading on which some answer of a rule can lean. */
export function readingsOf(of: Compiled): readonly SelectableReadingId[] {
  return unique(stepsOf(of).flatMap(({ readings }) => readings));
}

const shapeOf = /* @__PURE__ */ onceForEach(
  ({ table }: Compiled) => table.shape() as Readonly<Record<string, z.ZodType>>,
  /* @__PURE__ */ new WeakMap(),
);

export function formOfFact(of: Compiled, name: string): Form {
  return formOf(shapeOf(of)[name] as z.ZodType);
}
