// The model's matrix, written out by hand: which event is taken at which stage, where it can lead, and the clauses it rests on.
import type { CaseEventType, Programme, Stage } from '../../../../src/index.js';

export interface MatrixRow {
  /** Clauses, any of which the table may name, or a limb of one. */
  readonly clauses: readonly string[];
  /** The only programme that knows the event. */
  readonly only?: Programme;
  readonly from: { readonly [S in Stage]?: readonly Stage[] };
}

const everyOpenStage = {
  registered: ['registered'],
  'in-programme': ['in-programme'],
  submitted: ['submitted'],
  'under-review': ['under-review'],
  'criteria-met': ['criteria-met'],
  'criteria-not-met': ['criteria-not-met'],
  resubmitted: ['resubmitted'],
  'under-second-review': ['under-second-review'],
  'restart-required': ['restart-required'],
} as const satisfies MatrixRow['from'];

export const matrix: Readonly<Record<CaseEventType, MatrixRow>> = {
  'portfolio-issued': { clauses: ['4.3'], from: { registered: ['in-programme'] } },
  'supporter-appointed': { clauses: ['6.1.2'], only: 'QTLS', from: { registered: ['registered'], 'in-programme': ['in-programme'] } },
  'mentor-requested': { clauses: ['6.1.3'], only: 'ATS', from: { registered: ['registered'], 'in-programme': ['in-programme'] } },
  'mentor-appointed': { clauses: ['6.1.3'], only: 'ATS', from: { registered: ['registered'], 'in-programme': ['in-programme'] } },
  'adjustments-requested': { clauses: ['3.1.1', '6.2.2'], from: everyOpenStage },
  'special-arrangement-agreed': { clauses: ['6.1.7'], from: everyOpenStage },
  'portfolio-submitted': { clauses: ['4.4', '6.2.3'], from: { 'in-programme': ['submitted', 'restart-required', 'withdrawn'] } },
  'submission-deadline-missed': { clauses: ['6.2.3'], from: { 'in-programme': ['in-programme', 'restart-required', 'withdrawn'] } },
  'review-started': { clauses: ['4.4'], from: { submitted: ['under-review'] } },
  'outcome-released': {
    clauses: ['4.4', '6.2.3'],
    from: {
      submitted: ['criteria-met', 'criteria-not-met', 'restart-required'],
      'under-review': ['criteria-met', 'criteria-not-met', 'restart-required'],
      resubmitted: ['criteria-met', 'restart-required'],
      'under-second-review': ['criteria-met', 'restart-required'],
    },
  },
  'feedback-issued': {
    clauses: ['6.2.1'],
    from: {
      'criteria-met': ['criteria-met'],
      'criteria-not-met': ['criteria-not-met'],
      resubmitted: ['resubmitted'],
      'under-second-review': ['under-second-review'],
      'restart-required': ['restart-required'],
    },
  },
  'portfolio-resubmitted': { clauses: ['6.2.1', '6.2.3'], from: { 'criteria-not-met': ['resubmitted', 'restart-required'] } },
  'resubmission-deadline-missed': { clauses: ['6.2.3'], from: { 'criteria-not-met': ['criteria-not-met', 'restart-required'] } },
  'second-review-started': { clauses: ['4.4'], from: { resubmitted: ['under-second-review'] } },
  'status-awarded': { clauses: ['4.3'], from: { 'criteria-met': ['awarded'] } },
  restarted: { clauses: ['6.2.3'], from: { 'restart-required': ['restarted'] } },
  withdrawn: {
    clauses: ['4.3'],
    from: {
      registered: ['withdrawn'],
      'in-programme': ['withdrawn'],
      submitted: ['withdrawn'],
      'under-review': ['withdrawn'],
      'criteria-met': ['withdrawn'],
      'criteria-not-met': ['withdrawn'],
      resubmitted: ['withdrawn'],
      'under-second-review': ['withdrawn'],
      'restart-required': ['withdrawn'],
    },
  },
};
export const allEvents = Object.keys(matrix) as readonly CaseEventType[];

/** Whether a clause of the support policy is one of these, or a limb of one. */
export const isUnder = (clause: string, clauses: readonly string[]): boolean =>
  clauses.some((each) => clause === `support/${each}` || clause.startsWith(`support/${each}.`));
/** Whether the matrix takes an event from a participant of a programme at a stage. */
export function takes(type: CaseEventType, stage: Stage, programme: Programme): boolean {
  const { only, from } = matrix[type];
  return from[stage] !== undefined && (only === undefined || only === programme);
}
