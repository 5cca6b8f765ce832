// Asking about a day or an instant, past or future: only what had happened by then is looked at.
import { InvalidFacts, issue } from '../data/issues.js';
import { moment } from '../decision/facts.js';
import { orderOf, type Moment } from '../decision/decision.js';
import { momentOf } from './read-events.js';

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
