// The arbitraries, by the names that they have for those who test.
export { date, instant, moment } from './dates.js';
export { facts } from './facts.js';
export { faultyHistory } from './faults.js';
export { event, history, registration } from './histories.js';
export { cohort, policy } from './policies.js';
export { procedureHistory } from './procedure-histories.js';
