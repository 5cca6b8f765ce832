// Cohorts to test with. Those of October 2020 and January 2021 are real; of ATS October 2021 only the start and the entry are; the others are illustrative.
import { once, withoutGaps } from '../data/objects.js';
import { cohort } from '../support-policy/cohort.js';
import { object, read } from '../decision/facts.js';
import type { Cohort } from '../policy/vocabulary.js';

/** The name of a cohort to test with. @since 0.1.0 */
export type CohortName = 'january2021' | 'october2020' | 'ats2021' | 'onSundays' | 'inWinter' | 'january2022' | 'october2022' | 'ats2023';

/**
 * Cohorts to test with: `october2020` and `january2021` with the dates that were published, the others made up in their likeness.
 *
 * @example cohorts.october2020.submissionDeadline // => '2021-03-31T17:00:00+01:00'
 * @since 0.1.0
 */
export const cohorts: Readonly<Record<CohortName, Cohort>> = {
  /** Submission on a Wednesday in summer, resubmission on a Thursday in summer; it departs from the six months that 4.1 describes. */
  january2021: {
    id: 'qtls-2021-01',
    programme: 'QTLS',
    startsOn: '2021-01-10',
    entryOpens: '2020-12-01',
    entryCloses: '2021-01-07',
    submissionDeadline: '2021-06-30T17:00:00+01:00',
    resubmissionDeadline: '2022-03-31T17:00:00+01:00',
  },
  /** Resubmission in winter, on the Sunday on which the clocks go back; six months less a day, as 4.1 describes. Entry closes after the start. */
  october2020: {
    id: 'qtls-2020-10',
    programme: 'QTLS',
    startsOn: '2020-10-01',
    entryOpens: '2020-09-01',
    entryCloses: '2020-10-07',
    submissionDeadline: '2021-03-31T17:00:00+01:00',
    resubmissionDeadline: '2021-10-31T17:00:00+00:00',
  },
  /** Illustrative deadlines: submission twelve months less a day after the start, resubmission in winter. */
  ats2021: {
    id: 'ats-2021-10',
    programme: 'ATS',
    startsOn: '2021-10-04',
    entryOpens: '2021-04-01',
    entryCloses: '2021-08-31',
    submissionDeadline: '2022-10-03T17:00:00+01:00',
    resubmissionDeadline: '2023-02-28T17:00:00+00:00',
  },
  /** Illustrative: both deadlines on the Sundays on which the clocks change, forward in March and back in October. */
  onSundays: {
    id: 'qtls-2023-10',
    programme: 'QTLS',
    startsOn: '2023-10-01',
    submissionDeadline: '2024-03-31T17:00:00+01:00',
    resubmissionDeadline: '2024-10-27T17:00:00+00:00',
  },
  /** Illustrative: a submission in winter, on a Monday. */
  inWinter: {
    id: 'qtls-2021-07',
    programme: 'QTLS',
    startsOn: '2021-07-31',
    submissionDeadline: '2022-01-31T17:00:00+00:00',
    resubmissionDeadline: '2022-12-01T17:00:00+00:00',
  },
  /** Where a restart leads; illustrative, as are the two that follow. */
  january2022: {
    id: 'qtls-2022-01',
    programme: 'QTLS',
    startsOn: '2022-01-10',
    submissionDeadline: '2022-06-30T17:00:00+01:00',
    resubmissionDeadline: '2023-03-31T17:00:00+01:00',
  },
  october2022: {
    id: 'qtls-2022-10',
    programme: 'QTLS',
    startsOn: '2022-10-01',
    submissionDeadline: '2023-03-31T17:00:00+01:00',
    resubmissionDeadline: '2023-10-31T17:00:00+00:00',
  },
  ats2023: {
    id: 'ats-2023-10',
    programme: 'ATS',
    startsOn: '2023-10-02',
    submissionDeadline: '2024-10-01T17:00:00+01:00',
    resubmissionDeadline: '2025-02-28T17:00:00+00:00',
  },
};

export function withoutDate(date: Exclude<keyof Cohort, 'id' | 'programme' | 'startsOn'>, cohort: Cohort): Cohort {
  return withoutGaps<Cohort>({ ...cohort, [date]: undefined });
}

const cohortArgument = /* @__PURE__ */ once(() => object<{ readonly cohort: Cohort }>({ cohort: cohort() }));

/** Reads a cohort that a test names, and returns the object that was given. */
export function readCohort(given: Cohort): Cohort {
  read(cohortArgument(), { cohort: given });
  return given;
}
