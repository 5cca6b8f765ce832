// What a case holds at each stage, and nothing else, written out by hand.
import type { Stage } from '../../../../src/index.js';

const base = ['schemaVersion', 'stage', 'participant', 'cohort', 'registeredOn', 'portfolio', 'history'] as const;
const issued = [...base, 'issuedOn'] as const;
const submitted = [...issued, 'submittedAt'] as const;
const resubmitted = [...submitted, 'notMetOn', 'resubmittedAt'] as const;

export const keysAt: Readonly<Record<Stage, readonly string[]>> = {
  registered: base,
  'in-programme': issued,
  submitted,
  'under-review': [...submitted, 'reviewStartedOn'],
  'criteria-met': [...submitted, 'metOn'],
  'criteria-not-met': [...submitted, 'notMetOn'],
  resubmitted,
  'under-second-review': [...resubmitted, 'secondReviewStartedOn'],
  'restart-required': [...issued, 'restartFrom', 'reason'],
  awarded: [...submitted, 'metOn', 'awardedOn'],
  restarted: [...issued, 'restartedOn', 'next'],
  withdrawn: [...base, 'withdrawnOn'],
};
/** Stages that remember a first submission; there, and only there, it may be known as late. */
export const mayBeLate: readonly Stage[] = [
  'submitted',
  'under-review',
  'criteria-met',
  'criteria-not-met',
  'resubmitted',
  'under-second-review',
  'awarded',
];
