// A rule: callable with whole facts, asked with some of them by `given`, checked without a throw by `check`.
import type * as z from 'zod';
import { InvalidFacts, type Issue } from '../calendar/errors.js';
import type { ClauseId } from '../policy/clauses.js';
import { policyOf, standardPolicy, type Policy } from '../policy/policy.js';
import type { FindingCode, RuleId } from './codes.js';
import type { Decision, Settled, Undetermined } from './decision.js';
import { decide, decideGiven, type Answer, type Known } from './evaluate.js';
import { problemsOf, throwIfAny, type ShapeOf } from './facts.js';
import type { Test } from './steps.js';
import { compile, type AnyTable, type Compiled, type Table } from './table.js';

/** Holds those facts that are known; a key that is absent or `undefined` is not known. @since 0.1.0 */
export type KnownFacts<F> = { readonly [K in keyof F]?: F[K] | undefined };

interface RuleBase<F extends object, O extends string, D> {
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
  given(known: KnownFacts<F>, policy?: Policy): Settled<O, Partial<D>> | Undetermined;
}

/** Decides whole facts; they always settle it. Throws `InvalidFacts` with every problem at once. @since 0.1.0 */
export interface Rule<F extends object, O extends string, D> extends RuleBase<F, O, D> {
  (facts: F, policy?: Policy): Settled<O, D>;
}
/** Decides whole facts, unless a document, a judgement or a calendar's end leaves the answer open. Throws `InvalidFacts` with every problem at once. @since 0.1.0 */
export interface OpenRule<F extends object, O extends string, D> extends RuleBase<F, O, D> {
  (facts: F, policy?: Policy): Decision<O, D>;
}

/** Is any rule, whatever its facts. @since 0.1.0 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the one type that fits every rule
export type AnyRule = Rule<any, string, any> | OpenRule<any, string, any>;
/** Gives the facts that a rule takes. @since 0.1.0 */
export type FactsOf<R> = R extends RuleBase<infer F, string, unknown> ? F : never;
/** Gives the settled outcomes of a rule. @since 0.1.0 */
export type OutcomeOf<R> = R extends { readonly outcomes: readonly (infer O)[] } ? O : never;
/** Gives the detail of a rule's settled answers. @since 0.1.0 */
export type DetailOf<R> = R extends (...of: never) => infer A ? (A extends { readonly detail: infer D } ? D : never) : never;

type Tests = Partial<Record<FindingCode, Test>>;

/** Makes a rule that whole facts always settle. */
/* @__NO_SIDE_EFFECTS__ */
export function rule<F extends object, O extends string, D, V, S extends ShapeOf<F>, T extends Tests>(
  id: RuleId,
  table: () => Table<NoInfer<F>, V, NoInfer<O>, NoInfer<D>, S, T>,
): Rule<F, O, D> {
  return make(id, table) as unknown as Rule<F, O, D>;
}

/** Makes a rule that whole facts may leave open. */
/* @__NO_SIDE_EFFECTS__ */
export function openRule<F extends object, O extends string, D, V, S extends ShapeOf<F>, T extends Tests>(
  id: RuleId,
  table: () => Table<NoInfer<F>, V, NoInfer<O> | 'undetermined', NoInfer<D>, S, T>,
): OpenRule<F, O, D> {
  return make(id, table) as unknown as OpenRule<F, O, D>;
}

const compiledKey: unique symbol = /* @__PURE__ */ Symbol('compiled');

/** Gives the compiled table of a rule, for what is derived from it: explanations, what-if, documentation. */
export function compiledOf(of: AnyRule): Compiled {
  return (of as unknown as { readonly [compiledKey]: () => Compiled })[compiledKey]();
}

/* @__NO_SIDE_EFFECTS__ */
function make(id: RuleId, table: () => unknown): object {
  let kept: Compiled | undefined;
  const compiled = (): Compiled => (kept ??= compile(id, table() as AnyTable));
  const call = (facts: unknown, policy?: Policy): Answer => {
    const of = compiled();
    const known = wholeFacts(of, facts);
    return placed(known, () => decide(of, known, policy === undefined ? standardPolicy : policyOf(policy)));
  };
  return Object.defineProperties(call, {
    id: { value: id, enumerable: true },
    clauses: { get: () => compiled().clauses, enumerable: true },
    outcomes: { get: () => compiled().outcomes, enumerable: true },
    facts: { value: () => compiled().facts, enumerable: true },
    check: { value: (value: unknown) => issuesOf(() => call(value)), enumerable: true },
    given: {
      value: (some: unknown, policy?: Policy) => {
        const of = compiled();
        const { output, issues } = problemsOf(of.someFacts, some, of.table.orders);
        throwIfAny(issues);
        return placed(output as Known, () => decideGiven(of, output as Known, policy === undefined ? standardPolicy : policyOf(policy)));
      },
      enumerable: true,
    },
    [compiledKey]: { value: compiled },
  });
}

/** Reads facts by the rule's schema into an object of our own, with what each absent optional fact means. */
function wholeFacts(of: Compiled, facts: unknown): Known {
  const { output, issues } = problemsOf(of.facts, facts, of.table.orders);
  throwIfAny(issues);
  const known = output as Known;
  for (const name in of.table.absent) known[name] ??= of.table.absent[name];
  return known;
}

/** Names the fact from which a count left the years that dates can have. */
function placed<T>(known: Known, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    const [first] = error.issues;
    const fact = Object.keys(known).find((name) => known[name] === first.received);
    if (first.path[0] === 'policy' || fact === undefined) throw error;
    throw new InvalidFacts([{ ...first, path: [fact] }]);
  }
}

function issuesOf(work: () => unknown): readonly Issue[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof InvalidFacts) return error.issues;
    throw error;
  }
}
