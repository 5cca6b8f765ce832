// What outcomes and facts are called that more than one rule has: the words of no family.
import type { SharedFact, SharedOutcome } from '../decision/words.js';

export const sharedLabels: Readonly<Record<SharedOutcome | 'undetermined', string>> = {
  computed: 'worked out',
  restart: 'restart with a new portfolio',
  award: 'status to be awarded',
  undetermined: 'not settled',
};

export const sharedFacts: Readonly<Record<SharedFact, string>> = {
  asOf: 'the day that is asked about',
  attempt: 'whether the review is of the submission or the resubmission',
  on: 'the day that is asked about',
  programme: 'the programme',
  programmeStartsOn: 'the start date of the programme',
  reviewOutcome: 'the outcome of the review',
  stage: 'the stage of the case',
  submissionDeadline: 'the submission deadline',
};

type AllOf<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer I) => void ? I : never;

/** Joins what each family states. */
/* @__NO_SIDE_EFFECTS__ */
export function joinParts<T extends object>(parts: readonly T[]): AllOf<T> {
  return Object.assign({}, ...parts) as AllOf<T>;
}
