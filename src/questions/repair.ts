// What a history would have to be for the policy to take it: the fewest changes, each with the clause that asks for it. A proposal; nothing is changed.
import { addDays, type PlainDate } from '../calendar/dates.js';
import { londonInstant } from '../calendar/instants.js';
import { onceForEach } from '../data/objects.js';
import { unique } from '../decision/steps.js';
import { dateOf } from '../decision/decision.js';
import { momentOf } from '../machine/reading.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { reviewOutcomes } from '../policy/vocabulary.js';
import type { Case, CaseEvent, Registration } from '../support-policy/lifecycle/case.js';
import { openCase, programmeLifecycle, replayChain, transition } from '../support-policy/lifecycle/lifecycle.js';

/** One change of a history. @since 0.1.0 */
export interface RepairChange {
  /** `swap` brings the event before the one at the place; `redate` gives the event at the place another moment. */
  readonly kind: 'insert' | 'remove' | 'swap' | 'redate';
  /** The place in the list that was given: of the event that is removed, redated or passed, or of the one before which an event is inserted. Its length is the end. */
  readonly at: number;
  /** The event that is inserted, removed or brought forward; of a `redate`, as it is then. */
  readonly event: CaseEvent;
  /** The clause of the refusal that the change answers. */
  readonly clause: ClauseId;
}
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
  readonly changes: readonly Omit<RepairChange, 'clause'>[];
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
  const [goals, tried] = searched(registration, events, policy);
  if (goals.length === 0) return { result: 'gave-up', tried };
  const [ways, isWhole] = waysTo(goals, events, policy);
  const repairs = [...new Map(ways.map((way) => [shapeOf(way), way])).values()].filter((each) => isTaken(each.events));
  if (repairs.length === 0) return { result: 'gave-up', tried };
  return { result: 'repaired', repairs: repairs.slice(0, MOST_REPAIRS), isComplete: isWhole && repairs.length <= MOST_REPAIRS };
}

/** Searches by cost, and returns the ends that are reached for the least; none where too much was tried. */
function searched(
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
    if (state === undefined || (changes[0]?.kind === 'insert' && !helps(from.state, state))) return;
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
      for (const { left, changes, taken } of changesAt(from, events, policy, cost - from.cost)) follow(from, left, changes, taken);
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
function helps(before: Case, after: Case): boolean {
  return after.stage !== before.stage && after.stage !== 'withdrawn' && after.stage !== 'awarded';
}

interface Move extends Omit<Way, 'from'> {
  readonly left: readonly number[];
}

/** Lists what can be changed next for so much: the date of the first event that is left, its being there, what comes before it, and which event is first. */
function changesAt({ state, rest }: Node, events: readonly CaseEvent[], policy: AnyPolicy | undefined, price: number): readonly Move[] {
  const [first, ...others] = rest;
  if (first === undefined) return [];
  const eventAt = (place: number): CaseEvent => events[place] as CaseEvent;
  const redated = (price > 1 ? broughtForward(rest, price - 1, eventAt) : [{ place: first, left: others, changes: [] }]).flatMap(
    ({ place, left, changes }) =>
      daysFor(eventAt(place).type, state, rest, events, policy).map((day): Move => {
        const taken = dated(eventAt(place), day);
        return { left, taken, changes: [...changes, { kind: 'redate', at: place, event: taken }] };
      }),
  );
  const brought = broughtForward(rest, price, eventAt).map(({ place, ...move }): Move => ({ ...move, taken: eventAt(place) }));
  if (price > 1) return [...brought, ...redated];
  const inserted = formsOf(events).flatMap((form) =>
    daysFor(form.type, state, rest, events, policy).map((day): Move => {
      const taken = dated(form, day);
      return { left: rest, taken, changes: [{ kind: 'insert', at: first, event: taken }] };
    }),
  );
  return [...brought, ...redated, { left: others, changes: [{ kind: 'remove', at: first, event: eventAt(first) }] }, ...inserted];
}

/**
 * Brings the event that is so many places on to the front: of those before it one or two are passed, the others taken out. To pass more would cost no less than to
 * take the event out there and insert it here.
 */
function broughtForward(
  rest: readonly number[],
  by: number,
  eventAt: (place: number) => CaseEvent,
): readonly { readonly place: number; readonly left: readonly number[]; readonly changes: Way['changes'] }[] {
  const place = rest[by];
  if (place === undefined) return [];
  const before = rest.slice(0, by);
  const passed = before.flatMap((one, index) => [[one], ...before.slice(index + 1).map((other) => [one, other])]);
  return passed.map((kept) => ({
    place,
    left: [...kept, ...rest.slice(by + 1)],
    changes: before.map((at) =>
      kept.includes(at) ? { kind: 'swap', at, event: eventAt(place) } : { kind: 'remove', at, event: eventAt(at) },
    ),
  }));
}

/** Lists the days on which an event may be taken, among them the earliest and the first that is late. */
function daysFor(
  type: CaseEvent['type'],
  state: Case,
  rest: readonly number[],
  events: readonly CaseEvent[],
  policy: AnyPolicy | undefined,
): readonly PlainDate[] {
  const found = programmeLifecycle.permitted(state, policy).find((each) => each.type === type);
  if (found === undefined) return [];
  const from = found.notBefore && dateOf(found.notBefore);
  const late = found.deadline && addDays(dateOf(found.deadline.due), 1);
  const dayOf = (event: CaseEvent): PlainDate => dateOf(momentOf(event));
  const next = rest.slice(0, 2).map((place) => dayOf(events[place] as CaseEvent));
  const earliest = [state.registeredOn, ...events.map(dayOf)].sort()[0];
  const days = [...state.history.slice(-1).map(dayOf), ...next, earliest, from, late];
  return unique(days.filter((day) => day !== undefined)).filter((day) => from === undefined || day >= from);
}

/** Lists the events that may be inserted, on a day that is still to be chosen. */
function formsOf(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const on: PlainDate = '2000-01-01';
  const restarts = events.flatMap((event) => (event.type === 'restarted' ? [{ type: event.type, on, cohort: event.cohort }] : []));
  return programmeLifecycle.events.flatMap((type): readonly CaseEvent[] => {
    if (type === 'restarted') return restarts;
    if (type === 'outcome-released') return reviewOutcomes.map((reviewOutcome) => ({ type, on, reviewOutcome }));
    return [type === 'portfolio-submitted' || type === 'portfolio-resubmitted' ? { type, at: londonInstant(on, '12:00') } : { type, on }];
  });
}

function dated(event: CaseEvent, day: PlainDate): CaseEvent {
  return 'at' in event ? { ...event, at: londonInstant(day, '12:00') } : { ...event, on: day };
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
