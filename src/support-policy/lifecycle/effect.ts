// What an accepted event brings about, as data: the host acts on it, the library does nothing.
import type { Need } from '../../decision/decision.js';
import type { ClauseId } from '../../policy/ids.js';
import type { DutyEffect } from '../../machine/duties.js';
import type { PermittedEventOf, TransitionOf } from '../../machine/table.js';
import type { Case, Registration } from './case.js';
import type { CaseEventType } from './event.js';

/** Names what a participant may claim. @since 0.1.0 */
export type Entitlement = 'in-programme-support' | 'written-feedback' | 'free-resubmission' | 'further-support-by-arrangement';

/** States what an accepted event brings about. @since 0.1.0 */
export type Effect =
  | { readonly type: 'entitlement-gained'; readonly entitlement: Entitlement; readonly clause: ClauseId }
  | DutyEffect
  | { readonly type: 'case-opened'; readonly registration: Required<Registration>; readonly clause: ClauseId }
  | { readonly type: 'fee-due'; readonly amount: Need; readonly clause: ClauseId }
  | { readonly type: 'support-closed'; readonly clause: ClauseId };

/** Tells what became of an event. @since 0.1.0 */
export type Transition = TransitionOf<Case, CaseEventType, Effect>;
/** Names an event that may happen to a case. @since 0.1.0 */
export type PermittedEvent = PermittedEventOf<CaseEventType>;
