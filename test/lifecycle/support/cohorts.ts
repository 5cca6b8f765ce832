// Cohorts to test with. Those of October 2020 and January 2021 are real; of ATS October 2021 only the start and the entry are, and its deadlines
// are illustrative; those that come after a restart are illustrative altogether.
import { londonInstant, type Cohort, type Registration } from '../../../src/index.js';

/** Submission on a Wednesday in summer, resubmission on a Thursday in summer; it departs from the six months that 4.1 describes. */
export const january2021: Cohort = {
  id: 'qtls-2021-01',
  programme: 'QTLS',
  startsOn: '2021-01-10',
  entryOpens: '2020-12-01',
  entryCloses: '2021-01-07',
  submissionDeadline: londonInstant('2021-06-30', '17:00'),
  resubmissionDeadline: londonInstant('2022-03-31', '17:00'),
};

/** Resubmission in winter, on the Sunday on which the clocks go back; six months less a day, as 4.1 describes. Entry closes after the start. */
export const october2020: Cohort = {
  id: 'qtls-2020-10',
  programme: 'QTLS',
  startsOn: '2020-10-01',
  entryOpens: '2020-09-01',
  entryCloses: '2020-10-07',
  submissionDeadline: londonInstant('2021-03-31', '17:00'),
  resubmissionDeadline: londonInstant('2021-10-31', '17:00'),
};

/** Illustrative deadlines: submission twelve months less a day after the start, resubmission in winter. */
export const ats2021: Cohort = {
  id: 'ats-2021-10',
  programme: 'ATS',
  startsOn: '2021-10-04',
  entryOpens: '2021-04-01',
  entryCloses: '2021-08-31',
  submissionDeadline: londonInstant('2022-10-03', '17:00'),
  resubmissionDeadline: londonInstant('2023-02-28', '17:00'),
};

/** Illustrative: both deadlines on the Sundays on which the clocks change, forward in March and back in October. */
export const onSundays: Cohort = {
  id: 'qtls-2023-10',
  programme: 'QTLS',
  startsOn: '2023-10-01',
  submissionDeadline: londonInstant('2024-03-31', '17:00'),
  resubmissionDeadline: londonInstant('2024-10-27', '17:00'),
};

/** Illustrative: a submission in winter, on a Monday. */
export const inWinter: Cohort = {
  id: 'qtls-2021-07',
  programme: 'QTLS',
  startsOn: '2021-07-31',
  submissionDeadline: londonInstant('2022-01-31', '17:00'),
  resubmissionDeadline: londonInstant('2022-12-01', '17:00'),
};

/** Where a restart leads; illustrative. */
export const january2022: Cohort = {
  id: 'qtls-2022-01',
  programme: 'QTLS',
  startsOn: '2022-01-10',
  submissionDeadline: londonInstant('2022-06-30', '17:00'),
  resubmissionDeadline: londonInstant('2023-03-31', '17:00'),
};
export const october2022: Cohort = {
  id: 'qtls-2022-10',
  programme: 'QTLS',
  startsOn: '2022-10-01',
  submissionDeadline: londonInstant('2023-03-31', '17:00'),
  resubmissionDeadline: londonInstant('2023-10-31', '17:00'),
};
export const ats2023: Cohort = {
  id: 'ats-2023-10',
  programme: 'ATS',
  startsOn: '2023-10-02',
  submissionDeadline: londonInstant('2024-10-01', '17:00'),
  resubmissionDeadline: londonInstant('2025-02-28', '17:00'),
};

/** A cohort without one of its dates. */
export function without(date: Exclude<keyof Cohort, 'id' | 'programme' | 'startsOn'>, cohort: Cohort): Cohort {
  const { [date]: left, ...rest } = cohort;
  return left === undefined ? cohort : rest;
}

export const inJanuary2021: Registration = { participant: 'p-1', cohort: january2021, registeredOn: '2020-12-07' };
export const inOctober2020: Registration = { participant: 'p-2', cohort: october2020, registeredOn: '2020-09-14' };
export const inAts2021: Registration = { participant: 'p-3', cohort: ats2021, registeredOn: '2021-06-01' };

/** A participant's registration for another cohort, on the day that the cohort starts. */
export function registeredIn(cohort: Cohort, others: Partial<Registration> = {}): Registration {
  return { participant: 'p-4', cohort, registeredOn: cohort.startsOn, ...others };
}
