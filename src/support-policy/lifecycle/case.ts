// A participant's case: what can happen to it, a union by stage that holds only what each stage can know, and one strict schema for each stage.
import * as z from 'zod';
import type { PlainDate } from '../../calendar/dates.js';
import type { Instant } from '../../calendar/instants.js';
import { onceForEach } from '../../data/objects.js';
import { cohort } from '../cohort.js';
import { date, definitionOf, fact, instant, object, oneOf, optional, positive, text } from '../../decision/facts.js';
import type { StepOn } from '../../machine/procedure.js';
import { storedShape } from '../../machine/reading.js';
import { type Cohort, type ReviewOutcome, type Stage, stages } from '../../policy/vocabulary.js';

interface AtInstant<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
  readonly id?: string;
}

/** Something that happened to a case; submissions carry an instant, since deadlines are instants, and all else a day. @since 0.1.0 */
export type CaseEvent =
  | StepOn<'portfolio-issued'>
  | StepOn<'supporter-appointed'>
  | StepOn<'mentor-requested'>
  | StepOn<'mentor-appointed'>
  | StepOn<'adjustments-requested'>
  | StepOn<'special-arrangement-agreed'>
  | AtInstant<'portfolio-submitted'>
  | StepOn<'submission-deadline-missed'>
  | StepOn<'review-started'>
  | (StepOn<'outcome-released'> & { readonly reviewOutcome: ReviewOutcome })
  | StepOn<'feedback-issued'>
  | AtInstant<'portfolio-resubmitted'>
  | StepOn<'resubmission-deadline-missed'>
  | StepOn<'second-review-started'>
  | StepOn<'status-awarded'>
  | (StepOn<'restarted'> & {
      readonly cohort: Cohort;
      /** Registration for the new cohort; the day of the event where left out. */ readonly registeredOn?: PlainDate;
    })
  | StepOn<'withdrawn'>;

/** The type of an event. @since 0.1.0 */
export type CaseEventType = CaseEvent['type'];

/** What opens a case: who takes part, in which cohort, since when. @since 0.1.0 */
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
const reasons = [
  'resubmitted-late',
  'never-resubmitted',
  'second-review-not-met',
  'later-portfolio-not-met',
  'first-deadline-missed',
] as const;
/** Why a case must restart. @since 0.1.0 */
export type RestartReason = (typeof reasons)[number];

/** A participant's case. @since 0.1.0 */
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

type StageSchemas = { readonly [S in Stage]: () => z.ZodType<CaseAt<S>> };

const registration = () => ({ participant: fact(text), cohort: cohort(), registeredOn: fact(date), portfolio: fact(positive) });
const baseShape = <S extends Stage>(stage: S) => ({
  ...storedShape(),
  stage: z.literal(stage),
  ...registration(),
});
const issuedShape = <S extends Stage>(stage: S) => ({ ...baseShape(stage), issuedOn: fact(date) });
const submittedShape = <S extends Stage>(stage: S) => ({
  ...issuedShape(stage),
  submittedAt: fact(instant),
  late: optional(z.literal(true, 'must be true, or left out')),
});
const notMetShape = <S extends Stage>(stage: S) => ({ ...submittedShape(stage), notMetOn: fact(date) });
const resubmittedShape = <S extends Stage>(stage: S) => ({ ...notMetShape(stage), resubmittedAt: fact(instant) });

/** The schema of a case at each stage; its events are read apart, by type. */
export const caseSchemas = {
  registered: () => object(baseShape('registered')),
  'in-programme': () => object(issuedShape('in-programme')),
  submitted: () => object(submittedShape('submitted')),
  'under-review': () => object({ ...submittedShape('under-review'), reviewStartedOn: fact(date) }),
  'criteria-met': () => object({ ...submittedShape('criteria-met'), metOn: fact(date) }),
  'criteria-not-met': () => object(notMetShape('criteria-not-met')),
  resubmitted: () => object(resubmittedShape('resubmitted')),
  'under-second-review': () => object({ ...resubmittedShape('under-second-review'), secondReviewStartedOn: fact(date) }),
  'restart-required': () => object({ ...issuedShape('restart-required'), restartFrom: fact(date), reason: oneOf(reasons) }),
  awarded: () => object({ ...submittedShape('awarded'), metOn: fact(date), awardedOn: fact(date) }),
  restarted: () => object({ ...issuedShape('restarted'), restartedOn: fact(date), next: object(registration()) }),
  withdrawn: () => object({ ...baseShape('withdrawn'), withdrawnOn: fact(date) }),
} as unknown as StageSchemas;

const keysOf = /* @__PURE__ */ onceForEach((stage: Stage): readonly string[] =>
  Object.keys(definitionOf(caseSchemas[stage]()).shape ?? {}),
);

/** Moves a case to a stage, with the facts that the stage has and the case had not. Which keys a stage has is said by its schema. */
export function moved<From extends Case, S extends Stage>(from: From, stage: S, facts: Omit<CaseAt<S>, keyof From>): CaseAt<S> {
  const next: Record<string, unknown> = {};
  for (const key of keysOf(stage)) {
    const known = (Object.hasOwn(facts, key) ? facts : from) as Readonly<Record<string, unknown>>;
    if (key === 'stage') next[key] = stage;
    else if (Object.hasOwn(known, key)) next[key] = known[key];
  }
  return next as unknown as CaseAt<S>;
}
