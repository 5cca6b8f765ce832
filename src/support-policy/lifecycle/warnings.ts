// What is unusual about a case although nothing forbids it.
import type { Instant } from '../../calendar/instants.js';
import { noticeDeadline } from '../3.1.1-notice.js';
import type { Cohort } from '../../policy/vocabulary.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Policy } from '../../policy/policy.js';
import { programmeLength } from '../4.1-length.js';
import { nextCohortBegun } from '../cohort.js';
import type { Case } from './case.js';
import type { MissedDeadline } from './cells.js';

/** Something unusual about a case: its code, the clause it touches, and the dates or numbers that show it. @since 0.1.0 */
export interface Warning {
  /** What is unusual; `labels` has its words. */
  readonly code:
    | 'cohort-departs-from-described-length'
    | 'notice-deadline-before-entry-opens'
    | 'resubmission-deadline-after-next-cohort-starts'
    | 'submitted-late'
    | 'submission-deadline-recorded-as-missed'
    | 'missed-deadline-not-recorded';
  /** The clause that it touches; left out where it touches none. */
  readonly clause?: ClauseId;
  /** The dates and numbers that show it, by name. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** `known` are the cohorts that the caller knows, in any order. */
export function warningsOf(state: Case, policy: Policy, known: readonly Cohort[], missed: MissedDeadline | undefined): readonly Warning[] {
  return [...cohortWarnings(state, policy), ...nextCohortWarnings(state, known), ...caseWarnings(state), ...missedWarnings(missed)];
}

function missedWarnings(missed: MissedDeadline | undefined): readonly Warning[] {
  if (missed === undefined || missed.isRecorded) return [];
  const { clause, deadline, event, outcome } = missed;
  const detail = { deadline, event, ...(outcome !== 'undetermined' && { outcome }) };
  return [{ code: 'missed-deadline-not-recorded', clause, detail }];
}

function cohortWarnings({ cohort }: Case, policy: Policy): readonly Warning[] {
  const { programme, startsOn, submissionDeadline, entryOpens } = cohort;
  const warnings: Warning[] = [];
  if (submissionDeadline !== undefined) {
    const length = programmeLength({ programme, startsOn, submissionDeadline }, policy);
    if (length.outcome === 'departs') {
      const detail = { describedMonths: length.detail.describedMonths, startsOn, submissionDeadline };
      const [{ clause }] = length.because; // the length that the deadline does not fit decides
      warnings.push({ code: 'cohort-departs-from-described-length', clause, detail });
    }
  }
  const { latestTimely } = noticeDeadline({ programmeStartsOn: startsOn }, policy).detail;
  if (entryOpens !== undefined && latestTimely < entryOpens) {
    warnings.push({ code: 'notice-deadline-before-entry-opens', clause: 'support/3.1.1', detail: { latestTimely, entryOpens } });
  }
  return warnings;
}

/** Who fails a resubmission at its deadline finds the next cohort begun: a restart may then have to wait for the one after it. */
function nextCohortWarnings({ cohort }: Case, known: readonly Cohort[]): readonly Warning[] {
  const next = nextCohortBegun(cohort, known);
  if (next === undefined) return [];
  const detail = { resubmissionDeadline: cohort.resubmissionDeadline as Instant, nextCohort: next.id, nextStartsOn: next.startsOn };
  return [{ code: 'resubmission-deadline-after-next-cohort-starts', clause: 'support/6.2.3', detail }];
}

function caseWarnings(state: Case): readonly Warning[] {
  const missed = state.history.find((event) => event.type === 'submission-deadline-missed');
  const late = 'late' in state && state.late;
  return [
    ...(missed && state.stage === 'in-programme'
      ? [{ code: 'submission-deadline-recorded-as-missed', clause: 'support/6.2.3', detail: { on: missed.on } } as const]
      : []),
    ...(late ? [{ code: 'submitted-late', clause: 'support/6.2.3', detail: { submittedAt: state.submittedAt } } as const] : []),
  ];
}
