// What an event brought about, read off what was owed and claimed before it and is after it.
import type { Deadline } from '../decision/decision.js';
import type { Policy } from '../policy/policy.js';
import type { Case } from './case.js';
import type { DutyCode, Effect } from './effect.js';
import type { CaseEvent, CaseEventType } from './event.js';
import { dutiesOf, entitlementsOf, type Held } from './standing.js';
import { supportRuns } from './support.js';

/** Which duty an event discharges, if it was owed; any other duty that ends has lapsed. */
const discharges: Partial<Readonly<Record<CaseEventType, DutyCode>>> = {
  'supporter-appointed': 'appoint-supporter',
  'portfolio-submitted': 'submit-portfolio',
  'feedback-issued': 'give-written-feedback',
  'portfolio-resubmitted': 'resubmit-portfolio',
  'status-awarded': 'award-status',
  restarted: 'restart',
};

export function effectsOf(before: Case, after: Case, event: CaseEvent, policy: Policy): readonly Effect[] {
  const [owed, stillOwed] = [dutiesOf(before, policy), dutiesOf(after, policy)];
  const [held, nowHeld] = [before, after].map((state) => entitlementsOf(state, policy, supportRuns(state, policy))) as [
    readonly Held[],
    readonly Held[],
  ];
  const duty = discharges[event.type];
  const has = (list: readonly { readonly entitlement: string }[], name: string): boolean =>
    list.some(({ entitlement }) => entitlement === name);
  const deadlines = (from: typeof owed, to: typeof owed): readonly Deadline[] =>
    from.flatMap(({ what, deadline }) => (deadline === undefined || to.some((other) => other.what === what) ? [] : [deadline]));
  return [
    ...(duty !== undefined && owed.some(({ what }) => what === duty) ? [{ type: 'duty-met' as const, duty }] : []),
    ...nowHeld
      .filter(({ entitlement }) => !has(held, entitlement))
      .map(({ entitlement, clause }) => ({ type: 'entitlement-gained' as const, entitlement, clause })),
    ...deadlines(owed, stillOwed).map((deadline) => ({ type: 'deadline-closed' as const, deadline })),
    ...deadlines(stillOwed, owed).map((deadline) => ({ type: 'deadline-opened' as const, deadline })),
    ...(has(held, 'in-programme-support') && !has(nowHeld, 'in-programme-support') ? [{ type: 'support-closed' as const }] : []),
  ];
}
