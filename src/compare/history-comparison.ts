// Participants' histories under two policies on a day: stages, duties, entitlements, warnings and refusals that differ.
import { invalid, readAll } from '../data/issues.js';
import { dateOf, type Moment } from '../decision/decision.js';
import { unique } from '../decision/steps.js';
import { eventsUpTo } from '../machine/engine.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { withPathFrom } from '../questions/asked.js';
import { position, replayChain } from '../support-policy/lifecycle/lifecycle.js';
import { causesOf, withChanges, type Cause } from './changes.js';
import { comparison, type Comparison, type Difference, type History, type HistoryResult } from './comparison.js';

export function comparedHistories(
  before: AnyPolicy,
  after: AnyPolicy,
  changes: readonly Cause[],
  { histories, asOf }: { readonly histories: readonly History[]; readonly asOf: Moment },
): Comparison {
  const now = readAll(
    ...histories.map((history, index) => () => withPathFrom(['over', 'histories', index], () => resultOf(history, asOf, before))),
  );
  const differences = histories.flatMap((history, index): Difference[] => {
    const resultUnder = (policy: AnyPolicy): HistoryResult => resultOf(history, asOf, policy);
    const [one, other] = [now[index] as HistoryResult, resultUnder(after)];
    const told = comparedPartsInJson(other);
    if (comparedPartsInJson(one) === told) return [];
    const leadsToAfter = (some: readonly Cause[]): boolean => comparedPartsInJson(resultUnder(withChanges(before, after, some))) === told;
    const clauses = clausesThatDiffer(one, other);
    return [{ case: history, before: one, after: other, because: causesOf(changes, leadsToAfter), clauses, cases: 1 }];
  });
  const eventsOf = ({ case: history }: Difference): number => (history as History).events.length;
  return comparison(differences, histories.length, false, (a, b) => eventsOf(a) < eventsOf(b));
}

/** Returns where a history leads on a day; a case that a restart opened counts from its registration on. */
function resultOf({ registration, events }: History, asOf: Moment, policy: AnyPolicy): HistoryResult {
  const { cases, steps } = replayChain(registration, eventsUpTo(events, asOf), policy);
  const current = cases.filter(({ registeredOn }) => registeredOn <= dateOf(asOf)).at(-1);
  if (current === undefined) {
    const { registeredOn } = registration;
    throw invalid(['registration', 'registeredOn'], `must not be after the day that is asked about, ${asOf}`, registeredOn, 'out-of-order');
  }
  return {
    position: position(current, asOf, policy),
    refused: steps.flatMap(({ accepted }, index) => (accepted ? [] : [index])),
  };
}

function comparedPartsInJson({ position: { stage, duties, entitlements, warnings, unsettled }, refused }: HistoryResult): string {
  return JSON.stringify([stage, duties, entitlements, warnings, unsettled, refused]);
}

/** Returns the clauses of the duties, entitlements and warnings that are in one result and not in the other. */
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
