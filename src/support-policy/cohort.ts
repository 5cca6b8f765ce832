// The schema of a cohort, shared by the rules and the lifecycle.
import * as z from 'zod';
import { dateOf } from '../decision/decision.js';
import { type Cohort, programmes } from '../policy/vocabulary.js';
import { cohortDate, cohortInstant, fact, listOf, orderIssues, object, oneOf, optional, text } from '../decision/facts.js';

export function cohort(): z.ZodType<Cohort, Cohort> {
  const fields = object<Cohort>({
    id: fact(text),
    programme: oneOf(programmes),
    startsOn: fact(cohortDate),
    entryOpens: optional(fact(cohortDate)),
    entryCloses: optional(fact(cohortDate)),
    submissionDeadline: optional(fact(cohortInstant)),
    resubmissionDeadline: optional(fact(cohortInstant)),
    resultsOn: optional(fact(cohortDate)),
  });
  return fields.check(z.superRefine(datesInOrder, { when: () => true }));
}

/** What a cohort cannot publish the other way round; entry may close after the start. */
const orders = [
  { first: 'entryOpens', then: 'entryCloses' },
  { first: 'startsOn', then: 'submissionDeadline' },
  { first: 'submissionDeadline', then: 'resubmissionDeadline' },
  { first: 'submissionDeadline', then: 'resultsOn' },
] as const;

function datesInOrder(of: Cohort, { issues }: z.core.$RefinementCtx<Cohort>): void {
  for (const { path, message, code } of orderIssues(orders, of)) {
    issues.push({ code: 'custom', input: of, path: [...path], message, params: { code } });
  }
}

/** Makes the schema of a list of cohorts in which each id occurs once. It is checked even where a cohort is malformed, so that every problem is reported at once. */
export const cohorts = (): z.ZodType<readonly Cohort[], readonly Cohort[]> =>
  listOf(cohort()).check(z.superRefine(eachIdOnce, { when: () => true }));

/** Returns the cohort that starts first; of those that start on one day, the first by id. */
export function earliestCohort(cohorts: readonly Cohort[]): Cohort | undefined {
  const isBefore = (a: Cohort, b: Cohort): boolean => a.startsOn < b.startsOn || (a.startsOn === b.startsOn && a.id < b.id);
  return cohorts.reduce<Cohort | undefined>((first, each) => (first === undefined || isBefore(each, first) ? each : first), undefined);
}

/** Returns the next cohort of the programme, of some in any order, where it has begun by the resubmission deadline (6.2.3). A cohort has begun on its first day. */
export function nextCohortBegun({ id, programme, startsOn, resubmissionDeadline }: Cohort, known: readonly Cohort[]): Cohort | undefined {
  if (resubmissionDeadline === undefined) return undefined;
  const next = earliestCohort(known.filter((each) => each.programme === programme && each.id !== id && each.startsOn > startsOn));
  return next === undefined || next.startsOn > dateOf(resubmissionDeadline) ? undefined : next;
}

function eachIdOnce(value: readonly Cohort[], { issues }: z.core.$RefinementCtx<readonly Cohort[]>): void {
  if (!Array.isArray(value)) return;
  const seen = new Map<unknown, number>();
  value.forEach((each: Partial<Cohort> | undefined, index) => {
    const id = each?.id;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else if (typeof id === 'string') {
      const message = `must be an id that no other cohort has; item ${first} has it`;
      issues.push({ code: 'custom', input: id, path: [index, 'id'], message });
    }
  });
}
