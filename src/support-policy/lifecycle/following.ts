// Many histories, followed up to a day: each is put in order and folded once, and what their registrations share is read once.
import type { PlainDate } from '../../calendar/dates.js';
import { onceForEach } from '../../data/objects.js';
import type { Moment } from '../../decision/decision.js';
import type { Policy } from '../../policy/policy.js';
import type { Cohort } from '../../policy/vocabulary.js';
import type { Case, CaseEvent } from './case.js';
import type { Transition } from './cells.js';
import { chainFrom } from './chain.js';
import { engine } from './lifecycle.js';
import { inStageOrder } from './order.js';
import { dueOf, type Due } from './position.js';
import { standingOf } from './standing.js';

/** The case that a history led to, its events in the order in which they were taken, and what is due. */
interface FollowedHistory {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  /** The answer to each event. */
  readonly steps: readonly Transition[];
  readonly due: Due;
}

/** Follows the events of one registration, none later than the moment asked about. */
export type Follow = (cohort: Cohort, registeredOn: PlainDate, events: readonly CaseEvent[], asOf: Moment) => FollowedHistory;

/**
 * Makes what follows histories under a policy.
 *
 * @throws `InvalidFacts`, when a history is followed, on a malformed cohort or day. What else the events hold is taken as its type says.
 */
export function follower(policy: Policy): Follow {
  const openedIn = onceForEach((cohort: Cohort) =>
    onceForEach((registeredOn: PlainDate) => engine().readHistory({ participant: 'participant', cohort, registeredOn }, [], policy)),
  );
  return (cohort, registeredOn, events, asOf) => {
    const [opened, , followed] = openedIn(cohort)(registeredOn);
    const hasCohorts = events.some(({ type }) => type === 'restarted');
    const ordered = inStageOrder(hasCohorts ? engine().readEvents(events) : events, engine());
    const { cases, steps } = chainFrom(engine(), opened, ordered, followed);
    const reached = cases[cases.length - 1] as Case;
    return { case: reached, events: ordered, steps, due: dueOf(reached, asOf, standingOf(reached, followed.policy), followed) };
  };
}
