// The two deadlines of a cohort, as deadlines: published dates, never counted and never rolled off a weekend.
import { addDays, type PlainDate } from '../../calendar/dates.js';
import { londonDate } from '../../calendar/london.js';
import type { Deadline, Need } from '../../decision/decision.js';
import { nothing } from '../../data/freeze.js';
import type { ClauseId } from '../../policy/ids.js';
import type { Case } from './case.js';

export type Which = 'submissionDeadline' | 'resubmissionDeadline';
const clauseOf: Readonly<Record<Which, ClauseId>> = { submissionDeadline: 'support/4.4', resubmissionDeadline: 'support/6.2.3' };

export function deadlineOf({ cohort }: Case, which: Which): Deadline | undefined {
  const due = cohort[which];
  return due === undefined ? undefined : { due, owedBy: 'participant', clause: clauseOf[which], set: 'by-cohort' };
}

/** What is missing when the cohort's calendar does not give the deadline. */
export function missing({ cohort }: Case, which: Which): readonly Need[] {
  return cohort[which] === undefined ? [{ kind: 'fact', name: which }] : nothing;
}

/** The London day after a deadline: nothing can be said of the day itself by a date alone. */
export function dayAfter({ cohort }: Case, which: Which): PlainDate | undefined {
  const due = cohort[which];
  return due === undefined ? undefined : addDays(londonDate(due), 1);
}
