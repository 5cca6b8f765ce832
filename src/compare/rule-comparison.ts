// A rule under two policies, over rows or over its whole space: what differs, and which change makes it so.
import { bare } from '../data/objects.js';
import { sameData } from '../data/same.js';
import type { Compiled } from '../decision/compile.js';
import { isDeadline } from '../decision/decision.js';
import { decide, type Answer, type Known } from '../decision/evaluate.js';
import { unique } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { ifTaken } from '../questions/asked.js';
import { causesOf, withChanges, type Cause } from './changes.js';
import { comparison, type Comparison, type Difference } from './comparison.js';
import { trySpace, type Reads } from './space.js';

/** A rule, the two policies by which it answers, and the changes between them. */
interface ComparedRule {
  readonly of: Compiled;
  readonly before: AnyPolicy;
  readonly after: AnyPolicy;
  readonly changes: readonly Cause[];
}

/** Answers cases of a rule under both policies, and under some of the changes. */
interface Answered {
  readonly both: (facts: Known) => readonly [Answer, Answer] | undefined;
  readonly difference: (facts: Known, shown: unknown, both?: readonly [Answer, Answer]) => Difference | undefined;
}

function answersOf({ of, before, after, changes }: ComparedRule): Answered {
  const policies = new Map<string, AnyPolicy>();
  const policyWith = (some: readonly Cause[]): AnyPolicy => {
    const key = some.map((change) => changes.indexOf(change)).join();
    const policy = policies.get(key) ?? withChanges(before, after, some);
    policies.set(key, policy);
    return policy;
  };
  const answer = (facts: Known, policy: AnyPolicy): Answer | undefined => ifTaken(() => decide(of, bare(facts), policy));
  const both: Answered['both'] = (facts) => {
    const [one, other] = [answer(facts, before), answer(facts, after)];
    return one === undefined || other === undefined ? undefined : [one, other];
  };
  return {
    both,
    difference: (facts, shown, answers = both(facts)) => {
      const [one, other] = answers ?? [];
      if (one === undefined || other === undefined || saysTheSame(one, other)) return undefined;
      const leadsToAfter = (some: readonly Cause[]): boolean => {
        const under = answer(facts, policyWith(some));
        return under !== undefined && saysTheSame(under, other);
      };
      const clauses = unique([one, other].flatMap(clausesOf));
      return { case: shown, before: one, after: other, because: causesOf(changes, leadsToAfter), clauses, cases: 1 };
    },
  };
}

export interface ReadRow {
  readonly row: unknown;
  readonly facts: Known;
}

export function comparedRows(compared: ComparedRule, cases: readonly ReadRow[]): Comparison {
  const { difference } = answersOf(compared);
  const differences = cases.flatMap(({ row, facts }) => difference(facts, row) ?? []);
  return comparison(differences, { tried: cases.length, whole: false, isSmaller: smallerIn(compared.of) });
}

export function comparedSpace(compared: ComparedRule): Comparison {
  const { of, before, after, changes } = compared;
  const answered = answersOf(compared);
  const isSmaller = smallerIn(of);
  if (changes.length === 0) return comparison([], { tried: 0, whole: true, isSmaller });
  const isTouched = ({ readings, calendar, limits }: Reads): boolean =>
    changes.some((cause) => {
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
      const smaller = known === undefined || isSmaller(found, known) ? found : known;
      kinds.set(kind, { ...smaller, cases: (known?.cases ?? 0) + 1 });
    }
    return both;
  });
  const differences = [...kinds.values()].sort((a, b) => (isSmaller(a, b) ? -1 : 1));
  return comparison(differences, { tried, whole: isWhole, isSmaller });
}

/** Tells kinds of difference apart: by both outcomes, by the details that differ, and by the causes. */
function kindOf({ before, after, because }: Difference): string {
  const [one, other] = [before as Answer, after as Answer];
  const details = unique([one, other].flatMap((answer) => (answer.settled ? Object.keys(answer.detail) : [])));
  const changed = details.filter((name) => !sameData(detailOf(one, name), detailOf(other, name), nothingElse));
  return JSON.stringify([one.outcome, other.outcome, changed, because]);
}

function detailOf(answer: Answer, name: string): unknown {
  return answer.settled ? answer.detail[name] : undefined;
}

/** Tells whether two answers say the same, whatever they rest on. */
function saysTheSame(a: Answer, b: Answer): boolean {
  return a.outcome === b.outcome && sameData(a.settled ? a.detail : a.needs, b.settled ? b.detail : b.needs, nothingElse);
}
const nothingElse = (): boolean => false;

/** Returns the clauses on which an answer rests: that of the finding that decides, and those of its deadlines. */
function clausesOf(answer: Answer): readonly ClauseId[] {
  const deadlines = answer.settled ? Object.values(answer.detail).filter(isDeadline) : [];
  return [answer.because[0].clause, ...deadlines.map(({ clause }) => clause)];
}

function withoutDefaults({ table, factNames }: Compiled, facts: Known): Known {
  return Object.fromEntries(factNames.filter((name) => facts[name] !== table.absent[name]).map((name) => [name, facts[name]]));
}

function smallerIn(of: Compiled): (a: Difference, b: Difference) => boolean {
  return (a, b) => sizeOf(of, a.case as Known) < sizeOf(of, b.case as Known);
}

/** Returns the place of a case among those of its rule: fewer facts first, then the first words, then the earliest dates and the least numbers. */
function sizeOf({ table, factNames }: Compiled, facts: Known): string {
  const given = factNames.filter((name) => facts[name] !== undefined && facts[name] !== table.absent[name]);
  return [String(given.length).padStart(3, '0'), ...factNames.map((name) => (given.includes(name) ? String(facts[name]) : ''))].join(' ');
}
