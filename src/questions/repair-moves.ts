// The single changes of a history that can come next: which event is inserted, removed, brought forward or given another day.
import { addDays, fromDay, type PlainDate } from '../calendar/dates.js';
import { FIRST_LONDON_DAY, londonInstant } from '../calendar/instants.js';
import { dateOf } from '../decision/decision.js';
import { unique } from '../decision/steps.js';
import { momentOf } from '../machine/reading.js';
import type { ClauseId } from '../policy/ids.js';
import type { AnyPolicy } from '../policy/policy.js';
import { reviewOutcomes } from '../policy/vocabulary.js';
import type { Case, CaseEvent } from '../support-policy/lifecycle/case.js';
import { programmeLifecycle } from '../support-policy/lifecycle/lifecycle.js';

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
/** One way to go on: the changes, the event that is then taken, if any, and what is left. */
export interface Move {
  readonly changes: readonly Omit<RepairChange, 'clause'>[];
  readonly taken?: CaseEvent;
  readonly left: readonly number[];
}

/** Lists what can be changed next for so much: the date of the first event that is left, its being there, what comes before it, and which event is first. */
export function movesAt(
  state: Case,
  rest: readonly number[],
  events: readonly CaseEvent[],
  policy: AnyPolicy | undefined,
  price: number,
): readonly Move[] {
  const [first, ...others] = rest;
  if (first === undefined) return [];
  const eventAt = (place: number): CaseEvent => events[place] as CaseEvent;
  const dated = (event: CaseEvent): readonly CaseEvent[] => onEachDay(event, state, rest, events, policy);
  const redated = (price > 1 ? broughtForward(rest, price - 1, eventAt) : [{ place: first, left: others, changes: [] }]).flatMap(
    ({ place, left, changes }) =>
      dated(eventAt(place)).map((taken): Move => ({ left, taken, changes: [...changes, { kind: 'redate', at: place, event: taken }] })),
  );
  const brought = broughtForward(rest, price, eventAt).map(({ place, ...move }): Move => ({ ...move, taken: eventAt(place) }));
  if (price > 1) return [...brought, ...redated];
  const inserted = formsOf(events)
    .flatMap(dated)
    .map((taken): Move => ({ left: rest, taken, changes: [{ kind: 'insert', at: first, event: taken }] }));
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
): readonly { readonly place: number; readonly left: readonly number[]; readonly changes: Move['changes'] }[] {
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

/** Lists an event on each day on which it may be taken, among them the earliest and the first that is late. */
function onEachDay(
  event: CaseEvent,
  state: Case,
  rest: readonly number[],
  events: readonly CaseEvent[],
  policy: AnyPolicy | undefined,
): readonly CaseEvent[] {
  const found = programmeLifecycle.permitted(state, policy).find(({ type }) => type === event.type);
  if (found === undefined) return [];
  const from = found.notBefore && dateOf(found.notBefore);
  const late = found.deadline && addDays(dateOf(found.deadline.due), 1);
  const dayOf = (event: CaseEvent): PlainDate => dateOf(momentOf(event));
  const next = rest.slice(0, 2).map((place) => dayOf(events[place] as CaseEvent));
  const earliest = [state.registeredOn, ...events.map(dayOf)].sort()[0];
  const days = [...state.history.slice(-1).map(dayOf), ...next, earliest, from, late];
  const first = 'at' in event ? fromDay(FIRST_LONDON_DAY) : undefined; // it needs an instant
  return unique(days.filter((day) => day !== undefined))
    .filter((day) => [from, first].every((least) => least === undefined || day >= least))
    .map((day) => ('at' in event ? { ...event, at: londonInstant(day, '12:00') } : { ...event, on: day }));
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
