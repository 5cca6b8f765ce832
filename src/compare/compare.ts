// What would a change of policy change: the answers of a rule, of rows or of histories under two policies, where they differ, and which change makes it so.
import { InvalidFacts, issue, together, type NonEmpty } from '../data/issues.js';
import { isPlainObject, itemsOf } from '../data/reading.js';
import { unique } from '../decision/steps.js';
import type { Deadline, Decision, Moment } from '../decision/decision.js';
import { decide, type Answer, type Known } from '../decision/evaluate.js';
import { compiledOf, isRule, notARule, readWhole, type AnyRule, type FactsOf } from '../decision/rule.js';
import { dateOf, orderOf } from '../decision/decision.js';
import { moment } from '../decision/facts.js';
import type { ClauseId } from '../policy/ids.js';
import { policyOf, type AnyPolicy } from '../policy/policy.js';
import type { Case, CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import { position, replayChain } from '../support-policy/lifecycle/lifecycle.js';
import type { Position } from '../support-policy/lifecycle/position.js';
import { withPathFrom } from '../questions/asked.js';
import { causesOf, changesBetween, withChanges, type Cause, type PolicyChange } from './changes.js';
import { trySpace, type Reads } from './space.js';

/** A participant's history: the registration and what was recorded. @since 0.1.0 */
export interface History {
  readonly registration: Registration;
  readonly events: readonly CaseEvent[];
}
/** Where a history leads on a day: the position of the case that is current then, and the places in the list of the events that are refused. @since 0.1.0 */
export interface HistoryResult {
  readonly position: Position;
  readonly refused: readonly number[];
}
/** What is compared: a rule over its whole space, a rule over rows, or histories on a day. @since 0.1.0 */
export type ComparedOver<R extends AnyRule = AnyRule> =
  { readonly rule: R; readonly rows?: readonly FactsOf<R>[] } | { readonly histories: readonly History[]; readonly asOf: Moment };

/** A case that is answered differently: both answers, the causes, and the clauses on which they rest. @since 0.1.0 */
export interface Difference<C = unknown, A = unknown> {
  readonly case: C;
  readonly before: A;
  readonly after: A;
  /** The change that makes it differ; several where each does so alone, or where only all of them together do. */
  readonly because: readonly Cause[];
  readonly clauses: readonly ClauseId[];
  /** How many cases differ in this way. */
  readonly cases: number;
}
/** The result of comparing two policies. @since 0.1.0 */
export interface Comparison<C = unknown, A = unknown> {
  readonly same: boolean;
  /** How many cases were answered under both. */
  readonly tried: number;
  /** Whether these stand for every case of the rule's space. */
  readonly whole: boolean;
  /** Every row or history that differs, in order; of a whole space the smallest case of each kind of difference, smallest first. */
  readonly differences: readonly Difference<C, A>[];
  readonly smallest?: Difference<C, A>;
}

/**
 * Compares what two policies answer: over every case of a rule, over rows, or over participants' histories on a day.
 *
 * Two answers differ where the outcome, a detail or what is needed is another; two positions where the stage, a duty, an entitlement, a warning or a refusal is.
 * The causes are found by making the changes one at a time. Over a whole space a kind of difference has one entry, its smallest case: the fewest facts that
 * are not defaults, then the first words, then the earliest dates. `whole` is true where every combination of words was tried on every day that the calendars
 * cover, with the other dates wherever an answer can change; hours, numbers, texts and lists are tried at places, and then it is false.
 * @throws `InvalidFacts` for a malformed policy, rule, row, history or day, with every problem and its path.
 * @example compare(standardPolicy, definePolicy({ readings: { 'notice-boundary': 'clear-month' } }), { rule: assessAdjustmentRequest }).smallest?.because // => [{ kind: 'reading', id: 'notice-boundary' }]
 * @since 0.1.0
 */
export function compare<R extends AnyRule>(
  before: AnyPolicy,
  after: AnyPolicy,
  over: { readonly rule: R; readonly rows?: readonly FactsOf<R>[] },
): Comparison<FactsOf<R>, Decision<string, object>>;
/** Compares what two policies make of histories on a day. @since 0.1.0 */
export function compare(
  before: AnyPolicy,
  after: AnyPolicy,
  over: { readonly histories: readonly History[]; readonly asOf: Moment },
): Comparison<History, HistoryResult>;
export function compare(before: AnyPolicy, after: AnyPolicy, over: ComparedOver): Comparison {
  const [from, to, subject] = together<[AnyPolicy, AnyPolicy, ComparedOver]>(
    () => withPathFrom(['before'], () => policyOf(before)),
    () => withPathFrom(['after'], () => policyOf(after)),
    () => readOver(over),
  );
  const changes = changesBetween(from, to);
  if ('histories' in subject) return comparedHistories(from, to, changes, subject);
  const of = compiledOf(subject.rule);
  const answered = answersOf(of, from, to, changes);
  if (subject.rows !== undefined) {
    const cases = subject.rows.map((row, index) => withPathFrom(['over', 'rows', index], () => ({ row, facts: readWhole(of, row) })));
    const differences = cases.flatMap(({ row, facts }) => answered.difference(facts, row) ?? []);
    return comparison(differences, {
      tried: cases.length,
      whole: false,
      isSmaller: (a, b) => sizeOf(of, a.case as Known) < sizeOf(of, b.case as Known),
    });
  }
  return comparedSpace(of, answered, from, to, changes);
}

type Rule = ReturnType<typeof compiledOf>;

/** Answers cases of a rule under both policies, and under some of the changes. */
interface Answered {
  readonly both: (facts: Known) => readonly [Answer, Answer] | undefined;
  readonly difference: (facts: Known, shown: unknown, both?: readonly [Answer, Answer]) => Difference | undefined;
}

function answersOf(of: Rule, before: AnyPolicy, after: AnyPolicy, changes: readonly PolicyChange[]): Answered {
  const policies = new Map<string, AnyPolicy>();
  const policyWith = (some: readonly PolicyChange[]): AnyPolicy => {
    const key = some.map((change) => changes.indexOf(change)).join();
    const policy = policies.get(key) ?? withChanges(before, some);
    policies.set(key, policy);
    return policy;
  };
  const answer = (facts: Known, policy: AnyPolicy): Answer | undefined => ifTaken(() => decide(of, facts, policy));
  const both: Answered['both'] = (facts) => {
    const [one, other] = [answer(facts, before), answer(facts, after)];
    return one === undefined || other === undefined ? undefined : [one, other];
  };
  return {
    both,
    difference: (facts, shown, answers = both(facts)) => {
      const [one, other] = answers ?? [];
      if (one === undefined || other === undefined || toldOf(one) === toldOf(other)) return undefined;
      const leadsToAfter = (some: readonly PolicyChange[]): boolean => {
        const under = answer(facts, policyWith(some));
        return under !== undefined && toldOf(under) === toldOf(other);
      };
      const clauses = unique([one, other].flatMap(clausesOf));
      return { case: shown, before: one, after: other, because: causesOf(changes, leadsToAfter), clauses, cases: 1 };
    },
  };
}

/** Compares a rule over its whole space. */
function comparedSpace(of: Rule, answered: Answered, before: AnyPolicy, after: AnyPolicy, changes: readonly PolicyChange[]): Comparison {
  if (changes.length === 0) return comparison([], { tried: 0, whole: true, isSmaller: () => false });
  const isTouched = ({ readings, calendar, limits }: Reads): boolean =>
    changes.some(({ cause }) => {
      if (cause.kind === 'reading') return readings.includes(cause.id);
      if (cause.kind === 'limit') return limits.includes(cause.id);
      return cause.kind === 'edition' || calendar;
    });
  const kinds = new Map<string, Difference>();
  let tried = 0;
  const { isWhole } = trySpace(of, [before, after], isTouched, (facts) => {
    const both = answered.both(facts);
    if (both === undefined) return undefined;
    tried += 1;
    const shown = withoutDefaults(of, facts);
    const found = answered.difference(facts, shown, both);
    if (found !== undefined) {
      const kind = kindOf(found);
      const known = kinds.get(kind);
      const smaller = known === undefined || sizeOf(of, shown) < sizeOf(of, known.case as Known) ? found : known;
      kinds.set(kind, { ...smaller, cases: (known?.cases ?? 0) + 1 });
    }
    return both;
  });
  const isSmaller = (a: Difference, b: Difference): boolean => sizeOf(of, a.case as Known) < sizeOf(of, b.case as Known);
  const differences = [...kinds.values()].sort((a, b) => (isSmaller(a, b) ? -1 : 1));
  return comparison(differences, { tried, whole: isWhole, isSmaller });
}

/** Tells kinds of difference apart: by both outcomes, by the details that differ, and by the causes. */
function kindOf({ before, after, because }: Difference): string {
  const [one, other] = [before as Answer, after as Answer];
  const details = unique([one, other].flatMap((answer) => (answer.settled ? Object.keys(answer.detail) : [])));
  const changed = details.filter((name) => JSON.stringify(detailOf(one, name)) !== JSON.stringify(detailOf(other, name)));
  return JSON.stringify([one.outcome, other.outcome, changed, because]);
}

function detailOf(answer: Answer, name: string): unknown {
  return answer.settled ? answer.detail[name] : undefined;
}

function toldOf(answer: Answer): string {
  return JSON.stringify(answer.settled ? [answer.outcome, answer.detail] : [answer.outcome, answer.needs]);
}

/** Returns the clauses on which an answer rests: that of the finding that decides, and those of its deadlines. */
function clausesOf(answer: Answer): readonly ClauseId[] {
  const deadlines = answer.settled ? Object.values(answer.detail).filter(isDeadline) : [];
  return [answer.because[0].clause, ...deadlines.map(({ clause }) => clause)];
}

function isDeadline(value: unknown): value is Deadline {
  return typeof value === 'object' && value !== null && 'due' in value && 'clause' in value;
}

function withoutDefaults({ table, factNames }: Rule, facts: Known): Known {
  return Object.fromEntries(factNames.filter((name) => facts[name] !== table.absent[name]).map((name) => [name, facts[name]]));
}

/** Returns the place of a case among those of its rule: fewer facts first, then the first words, then the earliest dates and the least numbers. */
function sizeOf({ table, factNames }: Rule, facts: Known): string {
  const given = factNames.filter((name) => facts[name] !== undefined && facts[name] !== table.absent[name]);
  return [String(given.length).padStart(3, '0'), ...factNames.map((name) => (given.includes(name) ? String(facts[name]) : ''))].join(' ');
}

function comparison(
  differences: readonly Difference[],
  {
    tried,
    whole,
    isSmaller,
  }: { readonly tried: number; readonly whole: boolean; readonly isSmaller: (a: Difference, b: Difference) => boolean },
): Comparison {
  const [first, ...others] = differences;
  const smallest = others.reduce<Difference | undefined>(
    (least, each) => (least !== undefined && isSmaller(each, least) ? each : least),
    first,
  );
  return { same: differences.length === 0, tried, whole, differences, ...(smallest && { smallest }) };
}

function ifTaken<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof InvalidFacts) return undefined; // under another policy a date may lead beyond the years of dates
    throw error;
  }
}

function comparedHistories(
  before: AnyPolicy,
  after: AnyPolicy,
  changes: readonly PolicyChange[],
  { histories, asOf }: { readonly histories: readonly History[]; readonly asOf: Moment },
): Comparison {
  const differences = histories.flatMap((history, index): Difference[] => {
    const resultUnder = (policy: AnyPolicy): HistoryResult =>
      withPathFrom(['over', 'histories', index], () => resultOf(history, asOf, policy));
    const [one, other] = [resultUnder(before), resultUnder(after)];
    const told = JSON.stringify(comparable(other));
    if (JSON.stringify(comparable(one)) === told) return [];
    const leadsToAfter = (some: readonly PolicyChange[]): boolean =>
      JSON.stringify(comparable(resultUnder(withChanges(before, some)))) === told;
    return [
      {
        case: history,
        before: one,
        after: other,
        because: causesOf(changes, leadsToAfter),
        clauses: clausesThatDiffer(one, other),
        cases: 1,
      },
    ];
  });
  const eventsOf = ({ case: history }: Difference): number => (history as History).events.length;
  return comparison(differences, { tried: histories.length, whole: false, isSmaller: (a, b) => eventsOf(a) < eventsOf(b) });
}

/** Returns where a history leads on a day; a case that a restart opened counts from its registration on. */
function resultOf({ registration, events }: History, asOf: Moment, policy: AnyPolicy): HistoryResult {
  const past = events.filter((event) => orderOf('at' in event ? event.at : event.on, asOf) <= 0);
  const { cases, steps } = replayChain(registration, past, policy);
  const begun = cases.filter(({ registeredOn }) => registeredOn <= dateOf(asOf));
  return {
    position: position((begun.at(-1) ?? cases[0]) as Case, asOf, policy),
    refused: steps.flatMap(({ accepted }, index) => (accepted ? [] : [index])),
  };
}

function comparable({ position: { stage, duties, entitlements, warnings, unsettled }, refused }: HistoryResult): object {
  return { stage, duties, entitlements, warnings, unsettled, refused };
}

/** Returns the clauses of the duties and entitlements that are in one result and not in the other. */
function clausesThatDiffer(one: HistoryResult, other: HistoryResult): readonly ClauseId[] {
  const itemsIn = ({ position: { duties, entitlements, warnings } }: HistoryResult): readonly { readonly clause?: ClauseId }[] => [
    ...duties,
    ...entitlements,
    ...warnings,
  ];
  const isIn = (items: readonly object[], item: object): boolean => items.some((each) => JSON.stringify(each) === JSON.stringify(item));
  const [ones, others] = [itemsIn(one), itemsIn(other)];
  const changed = [...ones.filter((item) => !isIn(others, item)), ...others.filter((item) => !isIn(ones, item))];
  return unique(changed.flatMap(({ clause }) => clause ?? []));
}

/** The most histories, or rows, that are compared at once. */
const MOST_COMPARED = 100_000;

function readOver(over: unknown): ComparedOver {
  const fail = (path: readonly string[], message: string, value: unknown): never => {
    throw new InvalidFacts([issue(['over', ...path], message, value)] as NonEmpty<ReturnType<typeof issue>>);
  };
  if (!isPlainObject(over)) return fail([], 'must be an object with a rule, or with histories and asOf', over);
  const { rule, rows, histories, asOf } = over;
  if ('histories' in over) {
    const listed = itemsOf(histories, MOST_COMPARED);
    if (listed === undefined) return fail(['histories'], `must be a list of at most ${MOST_COMPARED} histories`, histories);
    if (!moment.is(asOf)) return fail(['asOf'], moment.what, asOf);
    return { histories: listed as readonly History[], asOf };
  }
  if (!isRule(rule)) throw new InvalidFacts([notARule(['over', 'rule'], rule)]);
  if (rows === undefined) return { rule };
  const listed = itemsOf(rows, MOST_COMPARED);
  if (listed === undefined) return fail(['rows'], `must be a list of at most ${MOST_COMPARED} rows`, rows);
  return { rule, rows: listed as readonly never[] };
}
