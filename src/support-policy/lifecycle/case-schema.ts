// One strict schema for each stage: what the compiler cannot see in a spread, it sees.
import * as z from 'zod';
import { cohort } from '../../decision/cohort.js';
import { date, fact, instant, object, oneOf, optional, positive, text } from '../../decision/facts.js';
import { storedShape } from '../../machine/read-state.js';
import type { Stage } from '../../policy/vocabulary.js';
import type { CaseAt, RestartReason } from './case.js';

const reasons = [
  'resubmitted-late',
  'never-resubmitted',
  'second-review-not-met',
  'later-portfolio-not-met',
  'first-deadline-missed',
] as const satisfies readonly RestartReason[];

type StageSchemas = { readonly [S in Stage]: () => z.ZodType<CaseAt<S>> };

const registration = () => ({ participant: fact(text), cohort: cohort(), registeredOn: fact(date), portfolio: fact(positive) });
const base = <S extends Stage>(stage: S) => ({
  ...storedShape(),
  stage: z.literal(stage),
  ...registration(),
});
const issued = <S extends Stage>(stage: S) => ({ ...base(stage), issuedOn: fact(date) });
const submitted = <S extends Stage>(stage: S) => ({
  ...issued(stage),
  submittedAt: fact(instant),
  late: optional(z.literal(true, 'must be true, or left out')),
});
const notMet = <S extends Stage>(stage: S) => ({ ...submitted(stage), notMetOn: fact(date) });
const resubmitted = <S extends Stage>(stage: S) => ({ ...notMet(stage), resubmittedAt: fact(instant) });

/** The schema of a case at each stage; its events are read apart, by type. */
export const caseSchemas = {
  registered: () => object(base('registered')),
  'in-programme': () => object(issued('in-programme')),
  submitted: () => object(submitted('submitted')),
  'under-review': () => object({ ...submitted('under-review'), reviewStartedOn: fact(date) }),
  'criteria-met': () => object({ ...submitted('criteria-met'), metOn: fact(date) }),
  'criteria-not-met': () => object(notMet('criteria-not-met')),
  resubmitted: () => object(resubmitted('resubmitted')),
  'under-second-review': () => object({ ...resubmitted('under-second-review'), secondReviewStartedOn: fact(date) }),
  'restart-required': () => object({ ...issued('restart-required'), restartFrom: fact(date), reason: oneOf(reasons) }),
  awarded: () => object({ ...submitted('awarded'), metOn: fact(date), awardedOn: fact(date) }),
  restarted: () => object({ ...issued('restarted'), restartedOn: fact(date), next: object(registration()) }),
  withdrawn: () => object({ ...base('withdrawn'), withdrawnOn: fact(date) }),
} as unknown as StageSchemas;
