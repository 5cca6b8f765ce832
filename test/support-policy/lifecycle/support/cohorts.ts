// The kit's cohorts by name, and registrations in them.
import type { Cohort, Registration } from '../../../../src/index.js';
import { cohorts } from '../../../../src/testing/index.js';

export { withoutDate as without } from '../../../../src/testing/cohorts.js';
export const { january2021, october2020, ats2021, onSundays, inWinter, january2022, october2022, ats2023 } = cohorts;

export const inJanuary2021: Registration = { participant: 'p-1', cohort: january2021, registeredOn: '2020-12-07' };
export const inOctober2020: Registration = { participant: 'p-2', cohort: october2020, registeredOn: '2020-09-14' };
export const inAts2021: Registration = { participant: 'p-3', cohort: ats2021, registeredOn: '2021-06-01' };

/** A participant's registration for another cohort, on the day that the cohort starts. */
export function registeredIn(cohort: Cohort, others: Partial<Registration> = {}): Registration {
  return { participant: 'p-4', cohort, registeredOn: cohort.startsOn, ...others };
}
