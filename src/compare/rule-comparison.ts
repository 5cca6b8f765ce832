// A rule under two policies, over rows or over its whole space: what differs, and which change makes it so.
import { readAll } from '../data/issues.js';
import { onceForEach } from '../data/objects.js';
import { sameData } from '../data/same.js';
import type { Compiled } from '../decision/compile.js';
import { isDeadline } from '../decision/decision.js';
import type { Answer, Known } from '../decision/evaluate.js';
import { unique } from '../decision/steps.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { answerTo, ifTaken, withPaths } from '../questions/asked.js';
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

type Both = readonly [before: Answer, after: Answer];

function bothAnswers({ of, before, after }: ComparedRule, facts: Known): Both {
  return [answerTo({ of, facts, policy: before }), answerTo({ of, facts, policy: after })];
}

function differencesOf({ of, before, after, changes }: ComparedRule): (facts: Known, shown: unknown, both: Both) => Difference | undefined {
  const policyAfter = onceForEach((some: string) => withChanges(before, after, JSON.parse(some) as readonly Cause[]));
  return (facts, shown, [one, other]) => {
    if (saysTheSame(one, other)) return undefined;
    const leadsToAfter = (some: readonly Cause[]): boolean => {
      const under = ifTaken(() => answerTo({ of, facts, policy: policyAfter(JSON.stringify(some)) }));
      return under !== undefined && saysTheSame(under, other);
    };
    const clauses = unique([one, other].flatMap(clausesOf));
    return { case: shown, before: one, after: other, because: causesOf(changes, leadsToAfter), clauses, cases: 1 };
  };
}

export interface ReadRow {
  readonly row: unknown;
  readonly facts: Known;
}

/** Compares a rule over rows; one that either policy does not take is a problem at its place. */
export function comparedRows(compared: ComparedRule, rows: readonly ReadRow[]): Comparison {
  const differenceOf = differencesOf(compared);
  const found = rows.map(({ row, facts }, index) => () => {
    const both = withPaths(
      ([, ...path]) => ['over', 'rows', index, ...path],
      () => bothAnswers(compared, facts),
    );
    return differenceOf(facts, row, both) ?? [];
  });
  return comparison(readAll(...found).flat(), rows.length, false, smallerIn(compared.of));
}

export function comparedSpace(compared: ComparedRule): Comparison {
  const { of, before, after, changes } = compared;
  const isSmaller = smallerIn(of);
  if (changes.length === 0) return comparison([], 0, true, isSmaller);
  const isTouched = ({ readings, calendar, limits }: Reads): boolean =>
    changes.some((cause) => {
      if (cause.kind === 'reading') return readings.includes(cause.id);
      if (cause.kind === 'limit') return limits.includes(cause.id);
      return cause.kind === 'edition' || calendar;
    });
  const differenceOf = differencesOf(compared);
  const kinds = new Map<string, Difference>();
  let tried = 0;
  const isWhole = trySpace(of, [before, after], isTouched, (facts) => {
    const both = ifTaken(() => bothAnswers(compared, facts));
    if (both === undefined) return undefined;
    tried += 1;
    const found = differenceOf(facts, withoutDefaults(of, facts), both);
    if (found !== undefined) {
      const kind = kindOf(found);
      const known = kinds.get(kind);
      const smaller = known === undefined || isSmaller(found, known) ? found : known;
      kinds.set(kind, { ...smaller, cases: (known?.cases ?? 0) + 1 });
    }
    return both;
  });
  const differences = [...kinds.values()].sort((a, b) => (isSmaller(a, b) ? -1 : 1));
  return comparison(differences, tried, isWhole, isSmaller);
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
