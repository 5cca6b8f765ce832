// What an event brought about, read off what was owed and claimed before it and is after it.
import type { DutyCode } from '../decision/codes.js';
import { addDeadlineEffects, owes } from '../machine/duties.js';
import type { Effect, Entitlement } from './effect.js';
import type { CaseEvent, CaseEventType } from './event.js';
import type { Standing } from './standing.js';

/** Which duty an event discharges, if it was owed; any other duty that ends has lapsed. */
const discharges: Partial<Readonly<Record<CaseEventType, DutyCode>>> = {
  'supporter-appointed': 'appoint-supporter',
  'portfolio-submitted': 'submit-portfolio',
  'feedback-issued': 'give-written-feedback',
  'portfolio-resubmitted': 'resubmit-portfolio',
  'status-awarded': 'award-status',
  restarted: 'restart',
};

export function effectsOf(before: Standing, after: Standing, event: CaseEvent): readonly Effect[] {
  const effects: Effect[] = [];
  const duty = discharges[event.type];
  if (duty !== undefined && owes(before.duties, duty)) effects.push({ type: 'duty-met', duty });
  for (const { entitlement, clause } of after.entitlements) {
    if (!holds(before, entitlement)) effects.push({ type: 'entitlement-gained', entitlement, clause });
  }
  addDeadlineEffects(effects, before.duties, after.duties);
  if (holds(before, 'in-programme-support') && !holds(after, 'in-programme-support')) effects.push({ type: 'support-closed' });
  return effects;
}

function holds({ entitlements }: Standing, name: Entitlement): boolean {
  return entitlements.some(({ entitlement }) => entitlement === name);
}
