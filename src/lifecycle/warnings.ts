// What is unusual about a case although nothing forbids it.
import { noticeDeadline } from '../adjustments/notice.js';
import type { Finding } from '../decision/decision.js';
import type { ClauseId } from '../policy/ids.js';
import type { Policy } from '../policy/policy.js';
import { programmeLength } from '../programme/length.js';
import type { Case } from './case.js';

/** Points out something unusual: what it is, the clause it touches, and the dates or numbers that show it. @since 0.1.0 */
export interface Warning {
  readonly code:
    | 'cohort-departs-from-described-length'
    | 'notice-deadline-before-entry-opens'
    | 'submitted-late'
    | 'submission-deadline-recorded-as-missed';
  readonly clause?: ClauseId;
  readonly detail: Readonly<Record<string, string | number>>;
}

export function warningsOf(state: Case, policy: Policy): readonly Warning[] {
  return [...cohortWarnings(state, policy), ...caseWarnings(state)];
}

function cohortWarnings({ cohort }: Case, policy: Policy): readonly Warning[] {
  const { programme, startsOn, submissionDeadline, entryOpens } = cohort;
  const warnings: Warning[] = [];
  if (submissionDeadline !== undefined) {
    const length = programmeLength({ programme, startsOn, submissionDeadline }, policy);
    if (length.outcome === 'departs') {
      const detail = { describedMonths: length.detail.describedMonths, startsOn, submissionDeadline };
      const [{ clause }] = length.because.filter(({ holds }) => !holds).slice(-1) as [Finding]; // the length that the deadline does not fit
      warnings.push({ code: 'cohort-departs-from-described-length', clause, detail });
    }
  }
  const { latestTimely } = noticeDeadline({ programmeStartsOn: startsOn }, policy).detail;
  if (entryOpens !== undefined && latestTimely < entryOpens) {
    warnings.push({ code: 'notice-deadline-before-entry-opens', clause: 'support/3.1.1', detail: { latestTimely, entryOpens } });
  }
  return warnings;
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
