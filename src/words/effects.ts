// What an event brings about, in words.
import { idInWords, ownEntry } from '../data/text.js';
import { due as dueInWords, moment } from '../decision/words.js';
import type { ClauseId } from '../policy/ids.js';
import type { Effect } from '../support-policy/lifecycle/cells.js';
import { dutyLabels, entitlementLabels } from './labels.js';
import { roleName } from './phrases.js';
import { step, type ExplanationStep } from './standing.js';

/** Returns an effect as a sentence, under its own clause. */
export function effectStep(effect: Effect, clause: ClauseId): ExplanationStep {
  return step('effect', effectInWords(effect), 'clause' in effect ? effect.clause : 'deadline' in effect ? effect.deadline.clause : clause);
}

function effectInWords(effect: Effect): string {
  switch (effect.type) {
    case 'entitlement-gained':
      return `the participant can now have ${ownEntry(entitlementLabels, effect.entitlement)}`;
    case 'duty-met':
      return `done: ${ownEntry(dutyLabels, effect.duty)}`;
    case 'deadline-opened':
      return `new deadline for ${roleName(effect.deadline.owedBy)}: ${dueInWords(effect.deadline)}`;
    case 'deadline-closed':
      return `the deadline, ${moment(effect.deadline.due)}, no longer applies`;
    case 'case-opened':
      return `a new case was opened in cohort ${idInWords(effect.registration.cohort.id)}`;
    case 'fee-due':
      return 'an administration fee is due';
    case 'support-closed':
      return 'in-programme support is closed';
  }
}
