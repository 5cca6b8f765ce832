// A rule: callable with whole facts, asked with some of them by `given`, checked without a throw by `check`.
import { bare } from '../data/objects.js';
import type * as z from 'zod';
import { issue, safely, throwIfAny, readAll, attempt, type Issue, type NonEmpty, type Path, type Tried } from '../data/issues.js';
import type { ClauseId } from '../policy/ids.js';
import { isPolicy, policyOf, standardPolicy, type AnyPolicy, type Policy } from '../policy/policy.js';
import type { FindingCode, RuleId } from '../rules.js';
import type { Decision, EngineTest, Finding, Settled, Undetermined } from './decision.js';
import { decide, type Answer, type Known } from './evaluate.js';
import { factsFrom, type ShapeOf } from './facts.js';
import { compile, type Compiled } from './compile.js';
import { decideGiven } from './partial.js';
import type { AnyTable, Table } from './table.js';

/** The facts that are known; a key that is absent or `undefined` is not known. @since 0.1.0 */
export type KnownFacts<F> = { readonly [K in keyof F]?: F[K] | undefined };

/** A rule that decides whole facts, unless a document, a judgement or a calendar's end leaves the answer open. Throws `InvalidFacts` with every problem at once. @since 0.1.0 */
export interface OpenRule<F extends object, O extends string, D, T extends string = FindingCode> {
  (facts: F, policy?: AnyPolicy): Decision<O, D, T | EngineTest>;
  /** The rule's exported name. */
  readonly id: RuleId;
  /** The clauses that its tests cite. */
  readonly clauses: readonly ClauseId[];
  /** Every settled outcome that it can give. */
  readonly outcomes: readonly O[];
  /** Gives the zod schema of its facts, built on first use. */
  facts(): z.ZodType<F>;
  /** Lists what is wrong with some value as facts of this rule, without throwing; an empty list means that the rule would answer. */
  check(value: unknown): readonly Issue[];
  /** Answers as far as the known facts lead; details that turn on unknown facts are left out. Throws `InvalidFacts` on a malformed fact. */
  given(known: KnownFacts<F>, policy?: AnyPolicy): Settled<O, Partial<D>, T | EngineTest> | Undetermined<T | EngineTest>;
  /** Decides a value of any kind, such as a form's or a message's, or says all that is wrong with it; it throws nothing. */
  safe(value: unknown, policy?: AnyPolicy): Tried<{ readonly decision: Decision<O, D, T | EngineTest> }>;
}
/** A rule that whole facts always settle, unless the policy names an edition that is not a `HeldEditionId`. Throws `InvalidFacts` with every problem at once. @since 0.1.0 */
export interface Rule<F extends object, O extends string, D, T extends string = FindingCode> extends OpenRule<F, O, D, T> {
  (facts: F, policy?: Policy): Settled<O, D, T | EngineTest>;
  safe(value: unknown, policy?: Policy): Tried<{ readonly decision: Settled<O, D, T | EngineTest> }>;
  safe(value: unknown, policy?: AnyPolicy): Tried<{ readonly decision: Decision<O, D, T | EngineTest> }>;
}

/** Any rule, whatever its facts. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one type that fits every rule
export type AnyRule = OpenRule<any, string, any, any>;
/** The facts that a rule takes. @since 0.1.0 */
export type FactsOf<R> = R extends OpenRule<infer F, string, unknown, string> ? F : never;
/** The settled outcomes of a rule. @since 0.1.0 */
export type OutcomeOf<R> = R extends { readonly outcomes: readonly (infer O)[] } ? O : never;
/** The detail of a rule's settled answers. @since 0.1.0 */
export type DetailOf<R> = R extends (...of: never) => infer A ? (A extends { readonly detail: infer D } ? D : never) : never;
/** The tests of a rule. @since 0.1.0 */
export type TestOf<R> = R extends { given(known: never): { readonly because: NonEmpty<Finding<infer T>> } }
  ? Exclude<T, EngineTest>
  : never;
/** The answer of a rule under a kind of policy: settled, where rule and policy both promise it. @since 0.1.0 */
export type AnswerOf<R, P extends AnyPolicy = Policy> = [P, R] extends [Policy, (facts: never, policy?: Policy) => Settled<string, unknown>]
  ? Settled<OutcomeOf<R> & string, DetailOf<R>, TestOf<R> | EngineTest>
  : Decision<OutcomeOf<R> & string, DetailOf<R>, TestOf<R> | EngineTest>;

/** Makes a rule that whole facts always settle. */
/* @__NO_SIDE_EFFECTS__ */
export function rule<F extends object, O extends string, D, T extends string, V, S extends ShapeOf<F>, Named, U extends string = never>(
  id: RuleId,
  table: () => Table<NoInfer<F>, V, NoInfer<O>, NoInfer<D>, NoInfer<T>, S, Named, U>,
): Rule<F, O, D, T> {
  return make(id, table) as unknown as Rule<F, O, D, T>;
}

/** Makes a rule that whole facts may leave open. */
/* @__NO_SIDE_EFFECTS__ */
export function openRule<F extends object, O extends string, D, T extends string, V, S extends ShapeOf<F>, Named, U extends string = never>(
  id: RuleId,
  table: () => Table<NoInfer<F>, V, NoInfer<O> | 'undetermined', NoInfer<D>, NoInfer<T>, S, Named, U>,
): OpenRule<F, O, D, T> {
  return make(id, table) as unknown as OpenRule<F, O, D, T>;
}

const compiledKey: unique symbol = /* @__PURE__ */ Symbol('compiled');

/** Under which a rule says to another copy of the package that it is one. */
const ruleKey: unique symbol = /* @__PURE__ */ Symbol.for('professional-status/rule') as never;

/** Tells whether another copy of the package made a rule: it can be called, and this copy has no table of it. */
export function isRuleOfAnotherCopy(value: unknown): boolean {
  return typeof value === 'function' && !isRule(value) && safely(() => ruleKey in value) === true;
}

/** Makes the issue of a value that is not a rule of this copy of the package. */
export function notARule(path: Path, value: unknown): Issue {
  const made = isRuleOfAnotherCopy(value)
    ? 'must be a rule of this copy of the library: another copy made it, such as the CommonJS one beside the ES modules'
    : 'must be a rule of this library';
  return issue(path, made, value);
}

export function isRule(value: unknown): value is AnyRule {
  return typeof value === 'function' && safely(() => compiledKey in value) === true;
}

/** Gives the compiled table of a rule, for what is derived from it: explanations, what-if, documentation. */
export function compiledOf(of: AnyRule): Compiled {
  return (of as unknown as { readonly [compiledKey]: () => Compiled })[compiledKey]();
}

/** Gives the outcome to which the findings of an answer lead, also where one of its details is open. */
export function reachedBy(of: AnyRule, because: readonly Finding[]): string | undefined {
  const found = (code: string, holds: boolean): boolean => because.some((finding) => finding.test === code && finding.holds === holds);
  const { rows } = compiledOf(of).table;
  return rows.find(({ when }) => Object.entries(when).every(([code, holds]) => found(code, holds as boolean)))?.outcome;
}

/** Answers as a rule does, by facts that were read before, every one: a machine asks with those of its case. */
export function answerBy<R extends AnyRule>(of: R, facts: Required<FactsOf<R>>, policy: Policy): AnswerOf<R> {
  return decide(compiledOf(of), bare(facts), policy) as AnswerOf<R>;
}

/* @__NO_SIDE_EFFECTS__ */
function make(id: RuleId, table: () => unknown): object {
  let kept: Compiled | undefined;
  const compiled = (): Compiled => (kept ??= compile(id, table() as AnyTable));
  const ask =
    (some: SomeOrWhole, answer: typeof decide) =>
    (value: unknown, policy?: AnyPolicy): Answer => {
      const of = compiled();
      if (policy === undefined || isPolicy(policy)) return answer(of, readFacts(of, some, value), policy ?? standardPolicy);
      const read = readAll<[Known, AnyPolicy]>(
        () => readFacts(of, some, value),
        () => policyOf(policy),
      );
      return answer(of, ...read);
    };
  const call = ask('facts', decide);
  return Object.defineProperties(call, {
    name: { value: id },
    id: { value: id, enumerable: true },
    clauses: { get: () => compiled().clauses, enumerable: true },
    outcomes: { get: () => compiled().outcomes, enumerable: true },
    facts: { value: () => compiled().facts, enumerable: true },
    check: { value: (value: unknown) => issuesOf(() => call(value)), enumerable: true },
    safe: { value: (value: unknown, policy?: AnyPolicy) => attempt(() => ({ decision: call(value, policy) })), enumerable: true },
    given: { value: ask('someFacts', decideGiven), enumerable: true },
    [compiledKey]: { value: compiled },
    [ruleKey]: { value: true },
  });
}

type SomeOrWhole = 'facts' | 'someFacts';

/** Reads the facts of a rule as they were given, without those that are absent: of `someFacts`, any may be. */
export function readFacts(of: Compiled, some: SomeOrWhole, value: unknown): Known {
  const { facts, issues } = factsFrom(of[some], value, of.table.orders, 'is not a fact of this rule');
  throwIfAny(issues);
  return facts as Known;
}

/** Reads the whole facts of a rule, an absent one as its default, for what is derived from its answers. */
export function readWhole(of: Compiled, value: unknown): Known {
  return bare(of.table.absent, readFacts(of, 'facts', value));
}

function issuesOf(work: () => unknown): readonly Issue[] {
  const done = attempt(() => ({ answer: work() }));
  return done.ok ? [] : done.issues;
}
