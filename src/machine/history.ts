// A history in time: what had happened by a moment, and the order in which a procedure takes events.
import { InvalidFacts, issue } from '../data/issues.js';
import { moment } from '../decision/facts.js';
import { momentOf } from './read-events.js';
import { dateOf, orderOf, type Moment } from '../decision/decision.js';
import type { MachineCell } from './table.js';

/** Reads the moment that is asked about. */
export function readAsOf(asOf: unknown): Moment {
  if (moment.is(asOf)) return asOf;
  throw new InvalidFacts([issue(['asOf'], moment.what, asOf)]);
}

/** Refuses a moment before the one that opened the case, by the name of that fact. */
export function notBeforeOpening(asOf: Moment, fact: string, opened: Moment): void {
  if (orderOf(asOf, opened) < 0) throw new InvalidFacts([issue(['asOf'], `must not be before ${fact}, ${opened}`, asOf)]);
}

/** The events of a history that had happened by a moment; a history without later ones is given back as it is. */
export function happenedBy<E extends object>(history: readonly E[], asOf: Moment): readonly E[] {
  const past = history.filter((event) => orderOf(momentOf(event), asOf) <= 0);
  return past.length === history.length ? history : past;
}

/** An event with its time. */
interface Timed<E> {
  readonly event: E;
  readonly at: Moment;
}

/**
 * Sorts by London day, and within a day by the procedure: next comes the first, by `placeInDay` and then by instant, that some stage still
 * possible takes; what none takes comes last. Equals keep the order given. After `restart` the procedure begins anew at `opening`.
 */
export function inStageOrder<E extends { readonly type: string }>(
  events: readonly Timed<E>[],
  placeInDay: (event: E) => string,
  cells: readonly MachineCell[],
  opening: string,
  restart: string,
): readonly E[] {
  const waiting = events.map(({ event, at }) => ({ event, at, day: dateOf(at), place: placeInDay(event) }));
  waiting.sort((a, b) => compareText(a.day, b.day) || compareText(a.place, b.place) || orderOf(a.at, b.at));
  const ordered: E[] = [];
  let stages: readonly string[] = [opening];
  while (waiting.length > 0) {
    const today = waiting.filter(({ day }) => day === waiting[0]?.day);
    const next = today.findIndex(({ event }) => reached(event.type, stages, cells).length > 0);
    for (const { event } of waiting.splice(Math.max(next, 0), 1)) {
      const after = reached(event.type, stages, cells);
      if (after.length > 0) stages = after.includes(restart) ? [...after, opening] : after;
      ordered.push(event);
    }
  }
  return ordered;
}

/** The stages that an event can lead to from any of these. */
function reached(type: string, stages: readonly string[], cells: readonly MachineCell[]): readonly string[] {
  return [...new Set(cells.flatMap(({ event, from, to }) => (event === type && stages.includes(from) ? to : [])))];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
