// What an event brought about, read off what was owed and claimed before it and is after it.
import { nothing } from '../decision/plain.js';
import type { Case } from './case.js';
import { deadlineOf } from './deadlines.js';
import type { Effect } from './effect.js';
import type { CaseEvent, CaseEventType } from './event.js';
import { award, claims, feedback, restart, resubmission, submission, support, supporter, type Due, type Standing } from './standing.js';

/** Which duty an event discharges, if it was owed; any other duty that ends has lapsed. */
const discharges: Partial<Readonly<Record<CaseEventType, Due>>> = {
  'supporter-appointed': supporter,
  'portfolio-submitted': submission,
  'feedback-issued': feedback,
  'portfolio-resubmitted': resubmission,
  'status-awarded': award,
  restarted: restart,
};

/** The effects of an event on a case whose standing was one and is another. */
export function effectsOf(before: Standing, after: Standing, { type }: CaseEvent, state: Case): readonly Effect[] {
  if (before === after) return nothing;
  const ended = before & ~after;
  const begun = after & ~before;
  const effects = new Array<Effect>();
  const met = discharges[type];
  if (met !== undefined && before & met.bit) effects.push({ type: 'duty-met', duty: met.what });
  for (const { entitlement, clause, bit } of claims) if (begun & bit) effects.push({ type: 'entitlement-gained', entitlement, clause });
  for (const { bit, by } of [submission, resubmission]) {
    const deadline = by && (ended | begun) & bit ? deadlineOf(state, by) : undefined;
    if (deadline !== undefined) effects.push({ type: ended & bit ? 'deadline-closed' : 'deadline-opened', deadline });
  }
  if (ended & support.bit) effects.push({ type: 'support-closed' });
  return effects;
}
