// The effects of an event: the differences between what was owed and open before it and after it.
import { addDeadlineEffects } from '../../machine/duties.js';
import type { DutyCode } from '../../policy/vocabulary.js';
import type { Case } from './case.js';
import type { Effect } from './effect.js';
import type { CaseEvent, CaseEventType } from './event.js';
import type { Standing } from './standing.js';

/** The duty or opportunity that an event meets, where it was in time. */
const meets: Partial<Readonly<Record<CaseEventType, DutyCode>>> = {
  'supporter-appointed': 'appoint-supporter',
  'mentor-requested': 'request-mentor',
  'portfolio-submitted': 'submit-portfolio',
  'feedback-issued': 'give-written-feedback',
  'portfolio-resubmitted': 'resubmit-portfolio',
  'status-awarded': 'award-status',
  restarted: 'restart',
};

/** Returns the effects of an event on a case whose standing was one and is another. */
export function effectsOf(before: Standing, after: Standing, { type }: CaseEvent, state: Case): readonly Effect[] {
  const effects: Effect[] = [];
  const met = isLate(type, state) ? undefined : before.owed.find(({ what }) => what === meets[type]);
  if (met !== undefined) effects.push({ type: 'duty-met', duty: met.what, clause: met.clause, kind: met.kind });
  for (const { entitlement, clause } of after.held) {
    if (!holds(before, entitlement)) effects.push({ type: 'entitlement-gained', entitlement, clause });
  }
  addDeadlineEffects(effects, before.owed, after.owed);
  if (holds(before, 'in-programme-support') && !holds(after, 'in-programme-support'))
    effects.push({ type: 'support-closed', clause: 'support/4.3' });
  return effects;
}

function holds({ held }: Standing, entitlement: string): boolean {
  return held.some((each) => each.entitlement === entitlement);
}

/** Whether an event sent a portfolio after its deadline, so that it met nothing. */
function isLate(type: CaseEventType, state: Case): boolean {
  if (type === 'portfolio-submitted') return state.stage !== 'submitted' || state.late === true;
  return type === 'portfolio-resubmitted' && state.stage !== 'resubmitted';
}
