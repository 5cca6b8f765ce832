// What a history would have to be for the policy to take it: the fewest changes, each with the clause that asks for it. A proposal; nothing is changed.
import { onceForEach } from '../data/objects.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import type { Case, CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import { openCase, replayChain, transition } from '../support-policy/lifecycle/lifecycle.js';
import { movesAt, type Move, type RepairChange } from './repair-moves.js';

/** A history that the policy takes, and the changes that lead to it. @since 0.1.0 */
export interface Repair {
  readonly events: readonly CaseEvent[];
  readonly changes: readonly RepairChange[];
}
/** The result of `repair`. @since 0.1.0 */
export type RepairResult =
  | { readonly result: 'sound' }
  /** `isComplete` tells whether these are all the smallest ones. */
  | { readonly result: 'repaired'; readonly repairs: readonly Repair[]; readonly isComplete: boolean }
  /** `tried` is the number of events that were tried at some case before it gave up. */
  | { readonly result: 'gave-up'; readonly tried: number };

const MOST_TRIED = 20_000;
const MOST_REPAIRS = 20;
const MOST_WAYS = 5_000;

/** What is taken so far, and what is left of the history, by places in the list that was given. */
interface Node {
  readonly state: Case;
  readonly rest: readonly number[];
  readonly cost: number;
  /** Every smallest way here. */
  readonly ways: Way[];
}
/** A way from a node to the next: the event that is taken, if any, and the changes. */
interface Way {
  readonly from: Node;
  readonly taken?: CaseEvent;
  readonly changes: Move['changes'];
}

/**
 * Proposes the fewest insertions, removals, swaps of neighbours and changes of date by which the policy takes a whole history; it applies none.
 *
 * Every smallest proposal is given, at most 20. The moment of an inserted or redated event is one of those that the policy takes; proposals that differ in such
 * a moment alone are one. A restart is inserted only into a cohort that the events name. What really happened is not known: a history that is taken may be as
 * wrong as a refused one.
 * @throws `InvalidFacts` naming every malformed part of the registration and of the events.
 * @example repair(registration, [{ type: 'portfolio-issued', on: '2021-01-10' }, { type: 'portfolio-issued', on: '2021-01-11' }]).result // => 'repaired'
 * @since 0.1.0
 */
export function repair(registration: Registration, events: readonly CaseEvent[], policy?: AnyPolicy): RepairResult {
  const isTaken = (all: readonly CaseEvent[]): boolean => replayChain(registration, all, policy).steps.every(({ accepted }) => accepted);
  if (isTaken(events)) return { result: 'sound' };
  const [goals, tried] = searchByCost(registration, events, policy);
  if (goals.length === 0) return { result: 'gave-up', tried };
  const [ways, isWhole] = waysTo(goals, events, policy);
  const repairs = [...new Map(ways.map((way) => [shapeOf(way), way])).values()].filter((each) => isTaken(each.events));
  if (repairs.length === 0) return { result: 'gave-up', tried };
  return { result: 'repaired', repairs: repairs.slice(0, MOST_REPAIRS), isComplete: isWhole && repairs.length <= MOST_REPAIRS };
}

/** Searches by cost, and returns the ends that are reached for the least; none where too much was tried. */
function searchByCost(
  registration: Registration,
  events: readonly CaseEvent[],
  policy: AnyPolicy | undefined,
): readonly [goals: readonly Node[], tried: number] {
  const known = new Map<string, Node>();
  const levels: Node[][] = [];
  let tried = 0;
  const follow = (from: Node, left: readonly number[], changes: Way['changes'], taken?: CaseEvent): void => {
    if (taken !== undefined) tried++;
    const state = taken === undefined ? from.state : stateAfter(from.state, taken, policy);
    if (state === undefined || (changes[0]?.kind === 'insert' && !isHelpful(from.state, state))) return;
    reach(state, left, from.cost + changes.length, [{ from, changes, ...(taken && { taken }) }]);
  };
  const reach = (state: Case, rest: readonly number[], cost: number, ways: Way[]): void => {
    const ids = state.history.flatMap(({ id }) => id ?? []);
    const key = JSON.stringify([{ ...state, history: ids }, rest]);
    const best = known.get(key);
    if (best?.cost === cost) best.ways.push(...ways);
    if (best !== undefined) return; // costs are tried in their order
    const node = { state, rest, cost, ways };
    known.set(key, node);
    levels[cost]?.push(node);
  };
  for (let cost = 0; cost <= events.length; cost++) {
    const level: Node[] = [];
    levels[cost] = level;
    if (cost === 0) reach(openCase(registration), [...events.keys()], 0, []);
    for (const from of levels.slice(0, cost).flat()) {
      for (const { left, changes, taken } of movesAt(from.state, from.rest, events, policy, cost - from.cost))
        follow(from, left, changes, taken);
      if (tried > MOST_TRIED) return [[], tried];
    }
    for (const from of level) {
      const [first, ...left] = from.rest;
      if (first !== undefined) follow(from, left, [], events[first]); // as it is
    }
    const goals = level.filter(({ rest }) => rest.length === 0);
    if (goals.length > 0) return [goals, tried];
  }
  return [[], tried];
}

function stateAfter(state: Case, event: CaseEvent, policy: AnyPolicy | undefined): Case | undefined {
  const step = transition(state, event, policy);
  if (!step.accepted) return undefined;
  return step.case.stage === 'restarted' ? openCase(step.case.next) : step.case;
}

/** Tells whether an inserted event can help what follows: it moves the case on, and does not end it. */
function isHelpful(before: Case, after: Case): boolean {
  return after.stage !== before.stage && after.stage !== 'withdrawn' && after.stage !== 'awarded';
}

/** Returns the ways from the beginning to some ends, each change with the clause of the refusal that it answers, and whether these are all. */
function waysTo(
  goals: readonly Node[],
  events: readonly CaseEvent[],
  policy: AnyPolicy | undefined,
): readonly [ways: readonly Repair[], isWhole: boolean] {
  /** The clause of the first refusal of what is left; there is one, since a smallest way changes nothing else. */
  const clauseAt = onceForEach(({ state, rest }: Node): ClauseId => {
    let now = state;
    const refused = rest.find((place) => {
      const next = stateAfter(now, events[place] as CaseEvent, policy);
      if (next !== undefined) now = next;
      return next === undefined;
    });
    const step = transition(now, events[refused ?? 0] as CaseEvent, policy);
    return (step.accepted ? step.because : step.refusals)[0].clause;
  }, new WeakMap());
  const ends: Repair[] = [];
  const waiting = goals.map((node) => ({ node, events: [] as readonly CaseEvent[], changes: [] as readonly RepairChange[] }));
  for (let next = waiting.pop(); next !== undefined && ends.length < MOST_WAYS; next = waiting.pop()) {
    const { node, changes: later, events: after } = next;
    if (node.ways.length === 0) ends.push({ events: after, changes: later });
    for (const { from, taken, changes } of [...node.ways].reverse()) {
      const asked = changes.map((change) => ({ ...change, clause: clauseAt(from) }));
      waiting.push({ node: from, events: taken === undefined ? after : [taken, ...after], changes: [...asked, ...later] });
    }
  }
  return [ends, waiting.length === 0];
}

/** Writes a proposal without the moments that were chosen for it. */
function shapeOf({ events, changes }: Repair): string {
  const chosen = changes.filter(({ kind }) => kind === 'insert' || kind === 'redate').map(({ event }) => event);
  return JSON.stringify(events.map((event) => (chosen.includes(event) ? { ...event, on: '', at: '' } : event)));
}
