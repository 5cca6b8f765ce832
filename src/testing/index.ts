// professional-status/testing: what an application needs to test its own use of the policies. fast-check is an optional peer: the build lets this entry load without it.
import type * as fc from 'fast-check';
import { date, instant, moment } from './dates.js';
import { facts } from './facts.js';
import { faultyHistory } from './faults.js';
import { event, history, registration } from './histories.js';
import { cohort, policy } from './policies.js';
import { procedureHistory } from './procedure-histories.js';

export { aCase, type CaseBuilder } from './case-builder.js';
export { cohorts, type CohortName } from './cohorts.js';
export { conform, type Conformance, type ConformAnswer, type Disagreement } from './conform.js';
export { coverage, type Coverage, type Covered, type CoveredReading, type CoveredTest, type RuleCoverage } from './coverage.js';
export type { ConformDriver, ConformOptions, DriverReading } from './driver.js';
export type { DateSpan } from './dates.js';
export type { Fault, FaultyHistory } from './faults.js';
export { given, type ExpectedRefusal, type ExpectedTaken, type Given, type When } from './given.js';
export type { History } from './histories.js';
export { matchers, type ExpectedDecision, type MatcherResult, type OutcomeIn, type PolicyMatchers } from './matchers.js';
export type { ProcedureHistory } from './procedure-histories.js';
export type { Scenario } from './scenario.js';
export { traces, type Trace } from './traces.js';
export { vectors, type VectorCase, type VectorInFile, type VectorsOfRule } from './vectors.js';

/** An arbitrary of fast-check. @since 0.1.0 */
export type Arbitrary<T> = fc.Arbitrary<T>;

/** The arbitraries by name. @since 0.1.0 */
export interface Arbitraries {
  readonly date: typeof date;
  readonly instant: typeof instant;
  readonly moment: typeof moment;
  readonly cohort: typeof cohort;
  readonly policy: typeof policy;
  readonly facts: typeof facts;
  readonly registration: typeof registration;
  readonly event: typeof event;
  readonly history: typeof history;
  readonly faultyHistory: typeof faultyHistory;
  readonly procedureHistory: typeof procedureHistory;
}

/**
 * The arbitraries for fast-check: dates and instants, cohorts, policies, facts of any rule, histories, and histories with one fault.
 *
 * @example fc.sample(arbitraries.date(), 1)[0]?.length // => 10
 * @since 0.1.0
 */
export const arbitraries: Arbitraries = {
  date,
  instant,
  moment,
  cohort,
  policy,
  facts,
  registration,
  event,
  history,
  faultyHistory,
  procedureHistory,
};
