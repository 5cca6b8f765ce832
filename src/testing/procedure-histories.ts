// Histories of any procedure at random, with openings and facts by its own schemas.
import * as fc from 'fast-check';
import type * as z from 'zod';
import { addDays, type PlainDate } from '../calendar/dates.js';
import { invalid, safely } from '../data/issues.js';
import { onceForEach } from '../data/objects.js';
import { dateOf, type Moment } from '../decision/decision.js';
import { procedureOf } from '../machine/procedure-machine.js';
import type { AnyStep } from '../machine/procedure.js';
import type { AnyEvent, Machine } from '../machine/table.js';
import type { AnyPolicy } from '../policy/policy.js';
import { instantOn } from './dates.js';
import { shapeOf } from './facts.js';
import { policy } from './policies.js';

type Shape = Readonly<Record<string, z.ZodType>>;

/** A history of a procedure: each event was taken. @since 0.1.0 */
export interface ProcedureHistory<Opening, State, Event> {
  readonly opening: Opening;
  readonly policy: AnyPolicy;
  readonly events: readonly Event[];
  readonly case: State;
}

/**
 * Draws histories of a procedure, valid by construction, with openings and facts by its own schemas.
 *
 * @throws `InvalidFacts` for anything but the machine of a procedure; the lifecycle has `history`.
 * @example fc.sample(arbitraries.procedureHistory(membershipApplication), 1).every((each) => each.case.stage !== undefined) // => true
 * @since 0.1.0
 */
export function procedureHistory<Opening, State extends { readonly stage: string }, Event extends AnyEvent>(
  machine: Machine<Opening, State, Event>,
): fc.Arbitrary<ProcedureHistory<Opening, State, Event>> {
  const table = safely(() => procedureOf(machine));
  if (table === undefined) throw invalid(['machine'], 'must be the machine of a procedure of this library, such as awardAppeal', machine);
  const factsOf = onceForEach((type: string) => (table.steps[type] as AnyStep).facts() as Shape);
  const start: PlainDate = '2020-12-21';
  const someOpening = shapeOf(table.opening(), start);
  return fc.gen().map((draw): ProcedureHistory<Opening, State, Event> => {
    const opening = draw(() => someOpening);
    const chosen = draw(policy);
    const events: Event[] = [];
    let state = machine.open(opening as Opening);
    let day = table.openedAt === undefined ? start : dateOf(opening[table.openedAt] as Moment);
    for (let left = draw(fc.nat, { max: 8 }); left > 0; left--) {
      day = addDays(day, draw(jump));
      const permitted = machine.permitted(state, chosen);
      const type = permitted[draw(fc.nat, { max: 100 }) % Math.max(1, permitted.length)]?.type;
      if (type === undefined) break;
      const next = { type, ...draw(stepOn, factsOf(type), day) } as unknown as Event;
      const step = machine.transition(state, next, chosen);
      if (!step.accepted) continue;
      state = step.case;
      events.push(next);
    }
    return { opening: opening as Opening, policy: chosen, events, case: state };
  });
}

const jump = (): fc.Arbitrary<number> => fc.constantFrom(0, 0, 1, 1, 2, 3, 7, 10, 14, 15, 20);

/** Draws the facts of a step that is taken on a day; what was sent was sent the day before. */
function stepOn(facts: Shape, day: PlainDate): fc.Arbitrary<object> {
  const { at, sentAt } = facts;
  const rest = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== 'at' && name !== 'on' && name !== 'sentAt'));
  const moment = fc.oneof(fc.constant<Moment>(day), instantOn(day));
  const when = at === undefined ? fc.constant<object>({ on: day }) : moment.map((received) => ({ at: received }));
  const sent = sentAt === undefined ? fc.constant<object>({}) : fc.constantFrom<object>({}, { sentAt: addDays(day, -1) });
  return fc.tuple(when, sent, shapeOf(rest, day)).map((parts) => Object.assign({}, ...parts) as object);
}
