// The cases that the package ships, made ready to run: against the rule of this library, or against any other implementation of it.
import { calendarsOfNations } from '../calendar/nations.js';
import { invalid } from '../data/issues.js';
import type { Decision, Need } from '../decision/decision.js';
import type { EditionId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { definePolicy, type AnyPolicy } from '../policy/policy.js';
import { isSame } from './scenario.js';

/** A case as its file has it; its types are as wide as those that TypeScript reads off a JSON file. @since 0.1.0 */
export interface VectorInFile {
  readonly name: string;
  readonly clause: string;
  readonly policy?:
    | {
        readonly readings?: Readonly<Record<string, string | undefined>> | undefined;
        readonly calendar?: string | undefined;
        readonly editions?: readonly string[] | undefined;
      }
    | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  readonly needs?: readonly object[] | undefined;
  readonly because: Readonly<Record<string, boolean | undefined>>;
}
/** A file of cases of a rule, as `professional-status/vectors/<rule>.json` gives it. @since 0.1.0 */
export interface VectorsOfRule {
  readonly rule: string;
  readonly version: number;
  readonly vectors: readonly VectorInFile[];
}
/** A case that is ready to run. @since 0.1.0 */
export interface VectorCase {
  /** Its clause and its name. */
  readonly name: string;
  readonly clause: ClauseId;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly policy: AnyPolicy;
  readonly expected: VectorInFile;
  /** Lists in what a decision departs from the case: the outcome, the detail or the needs, and what each test found. */
  readonly differences: (decision: Decision<string, unknown>) => readonly string[];
}

/** Makes the policy of a case. Throws `InvalidFacts` where its calendar is not one of ours. */
export function policyOfVector({ policy = {} }: { readonly policy?: VectorInFile['policy'] }): AnyPolicy {
  const known = Object.fromEntries(calendarsOfNations().map((each) => [each.id, each]));
  const { readings, calendar, editions } = policy;
  if (calendar !== undefined && !Object.hasOwn(known, calendar))
    throw invalid(['policy', 'calendar'], `must be one of ${Object.keys(known).join(', ')}`, calendar);
  return definePolicy({
    editions: editions as readonly EditionId[],
    readings,
    calendar: calendar === undefined ? undefined : known[calendar],
  });
}

function differencesOf(expected: VectorInFile, decision: Decision<string, unknown>): readonly string[] {
  const found = Object.fromEntries(decision.because.map(({ test, holds }) => [test, holds]));
  const rest = decision.settled ? decision.detail : decision.needs;
  const pairs = [
    ['outcome', decision.outcome, expected.outcome],
    [
      decision.settled ? 'detail' : 'needs',
      rest,
      (decision.settled ? expected.detail : (expected.needs as readonly Need[] | undefined)) ?? {},
    ],
    ['because', found, expected.because],
  ] as const;
  return pairs
    .filter(([, is, should]) => !isSame(is, should))
    .map(([what, is, should]) => `${what}: ${JSON.stringify(is)}, and not ${JSON.stringify(should)}`);
}

/**
 * Makes the cases of a file ready to run.
 *
 * @throws `InvalidFacts` where a reading, a calendar or an edition is not known here.
 * @example vectors({ rule: 'noticeDeadline', version: 1, vectors: [] }).length // => 0
 * @since 0.1.0
 */
export function vectors({ vectors: all }: VectorsOfRule): readonly VectorCase[] {
  return all.map((expected) => ({
    name: `${expected.clause}: ${expected.name}`,
    clause: expected.clause as ClauseId,
    facts: expected.facts,
    policy: policyOfVector(expected),
    expected,
    differences: (decision) => differencesOf(expected, decision),
  }));
}
