// A participant's case: a union by stage, each member holding only what that stage can know.
import type { PlainDate } from '../../calendar/dates.js';
import type { Instant } from '../../calendar/instants.js';
import type { Cohort } from '../../policy/cohort.js';
import { stages, type Stage } from '../../policy/vocabulary.js';
import type { CaseEvent } from './event.js';

/** Opens a case: who takes part, in which cohort, since when. @since 0.1.0 */
export interface Registration {
  /** An opaque id: no name, no address. */
  readonly participant: string;
  readonly cohort: Cohort;
  readonly registeredOn: PlainDate;
  /** Which portfolio of this person it is: 1 where left out; a restart opens the next. */
  readonly portfolio?: number;
}

interface Base extends Required<Registration> {
  /** The version of this shape, for cases that are stored. */
  readonly schemaVersion: 1;
  /** Every accepted event, in the order in which they were recorded. */
  readonly history: readonly CaseEvent[];
}
export interface Issued extends Base {
  readonly issuedOn: PlainDate;
}
interface Submitted extends Issued {
  readonly submittedAt: Instant;
  /** Present on a first submission after its deadline: what follows is not settled by the support policy. */
  readonly late?: true;
}
interface NotMet extends Submitted {
  readonly notMetOn: PlainDate;
}
interface Resubmitted extends NotMet {
  readonly resubmittedAt: Instant;
}
/** Says why a case must restart. @since 0.1.0 */
export type RestartReason =
  'resubmitted-late' | 'never-resubmitted' | 'second-review-not-met' | 'later-portfolio-not-met' | 'first-deadline-missed';

/** Is a participant's case. @since 0.1.0 */
export type Case =
  | (Base & { readonly stage: 'registered' })
  | (Issued & { readonly stage: 'in-programme' })
  | (Submitted & { readonly stage: 'submitted' })
  | (Submitted & { readonly stage: 'under-review'; readonly reviewStartedOn: PlainDate })
  | (Submitted & { readonly stage: 'criteria-met'; readonly metOn: PlainDate })
  | (NotMet & { readonly stage: 'criteria-not-met' })
  | (Resubmitted & { readonly stage: 'resubmitted' })
  | (Resubmitted & { readonly stage: 'under-second-review'; readonly secondReviewStartedOn: PlainDate })
  | (Issued & {
      readonly stage: 'restart-required';
      /** The day that triggers the restart. */ readonly restartFrom: PlainDate;
      readonly reason: RestartReason;
    })
  | (Submitted & { readonly stage: 'awarded'; readonly metOn: PlainDate; readonly awardedOn: PlainDate })
  | (Issued & {
      readonly stage: 'restarted';
      readonly restartedOn: PlainDate;
      /** The registration that the restart opened. */ readonly next: Required<Registration>;
    })
  | (Base & { readonly stage: 'withdrawn'; readonly withdrawnOn: PlainDate });

export type CaseAt<S extends Stage> = Extract<Case, { readonly stage: S }>;

/** The stages in which a case can still change. */
export type OpenStage = Exclude<Stage, 'awarded' | 'restarted' | 'withdrawn'>;
export const openStages: readonly OpenStage[] = /* @__PURE__ */ stages.slice(0, -3) as OpenStage[]; // the last three are final
