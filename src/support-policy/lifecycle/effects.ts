// The effects of an event: the differences between what was owed and open before it and after it.
import type { Need } from '../../decision/decision.js';
import { deadlineChanges, dutyMet, type DutyEffect, type Owed } from '../../machine/duties.js';
import type { PermittedEventOf, TransitionOf } from '../../machine/table.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Case, CaseEventType, Registration } from './case.js';
import type { CaseStanding, Entitlement } from './standing.js';

/** What an accepted event brings about, as data: the host acts on it, the library does nothing. @since 0.1.0 */
export type Effect =
  | { readonly type: 'entitlement-gained'; readonly entitlement: Entitlement; readonly clause: ClauseId }
  | DutyEffect
  | { readonly type: 'case-opened'; readonly registration: Required<Registration>; readonly clause: ClauseId }
  | { readonly type: 'fee-due'; readonly amount: Need; readonly clause: ClauseId }
  | { readonly type: 'support-closed'; readonly clause: ClauseId };

/** The result of an event: taken, or refused. @since 0.1.0 */
export type Transition = TransitionOf<Case, CaseEventType, Effect>;
/** An event that may happen to a case. @since 0.1.0 */
export type PermittedEvent = PermittedEventOf<CaseEventType>;

/** Returns the effects of an event from the standings before and after it, and the duty that it met. */
export function effectsOf(before: CaseStanding, after: CaseStanding, met: Owed | undefined): readonly Effect[] {
  const gained = after.held.filter(({ entitlement }) => !holds(before, entitlement));
  const closed = holds(before, 'in-programme-support') && !holds(after, 'in-programme-support');
  return [
    ...dutyMet(met),
    ...gained.map(({ entitlement, clause }): Effect => ({ type: 'entitlement-gained', entitlement, clause })),
    ...deadlineChanges(before.owed, after.owed),
    ...(closed ? [{ type: 'support-closed', clause: 'support/4.3' } as const] : []),
  ];
}

function holds({ held }: CaseStanding, entitlement: Entitlement): boolean {
  return held.some((each) => each.entitlement === entitlement);
}
