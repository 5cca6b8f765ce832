// One ordinary history to each stage, for either programme.
import {
  replay,
  type Case,
  type CaseEvent,
  type Cohort,
  type PlainDate,
  type Policy,
  type Programme,
  type Registration,
  type Stage,
} from '../../../../src/index.js';
import { ats2023, inAts2021, inJanuary2021, october2022 } from './cohorts.js';
import * as e from './events.js';

/** All stages, as the policy's matrix names them. */
export const allStages = [
  'registered',
  'in-programme',
  'submitted',
  'under-review',
  'criteria-met',
  'criteria-not-met',
  'resubmitted',
  'under-second-review',
  'restart-required',
  'awarded',
  'restarted',
  'withdrawn',
] as const satisfies readonly Stage[];
export const finalStages: readonly Stage[] = ['awarded', 'restarted', 'withdrawn'];
export const openStages: readonly Stage[] = allStages.filter((stage) => !finalStages.includes(stage));

interface Story {
  readonly registration: Registration;
  readonly issue: PlainDate;
  readonly submit: PlainDate;
  readonly review: PlainDate;
  readonly results: PlainDate;
  readonly resubmit: PlainDate;
  readonly secondReview: PlainDate;
  readonly secondResults: PlainDate;
  /** A day after everything else. */
  readonly later: PlainDate;
  readonly next: Cohort;
}
export const stories: Readonly<Record<Programme, Story>> = {
  QTLS: {
    registration: inJanuary2021,
    issue: '2021-01-10',
    submit: '2021-06-25',
    review: '2021-07-01',
    results: '2021-08-13',
    resubmit: '2022-03-01',
    secondReview: '2022-04-01',
    secondResults: '2022-05-13',
    later: '2022-06-01',
    next: october2022,
  },
  ATS: {
    registration: inAts2021,
    issue: '2021-10-04',
    submit: '2022-09-30',
    review: '2022-10-04',
    results: '2022-11-18',
    resubmit: '2023-02-01',
    secondReview: '2023-03-01',
    secondResults: '2023-04-14',
    later: '2023-05-01',
    next: ats2023,
  },
};

export function historyTo(stage: Stage, programme: Programme = 'QTLS'): readonly CaseEvent[] {
  const story = stories[programme];
  const inProgramme = [e.issued(story.issue)];
  const submitted = [...inProgramme, e.submitted(e.at(story.submit))];
  const met = [...submitted, e.met(story.results)];
  const notMet = [...submitted, e.notMet(story.results)];
  const resubmitted = [...notMet, e.resubmitted(e.at(story.resubmit))];
  const restartRequired = [...resubmitted, e.notMet(story.secondResults)];
  switch (stage) {
    case 'registered':
      return [];
    case 'in-programme':
      return inProgramme;
    case 'submitted':
      return submitted;
    case 'under-review':
      return [...submitted, e.reviewStarted(story.review)];
    case 'criteria-met':
      return met;
    case 'criteria-not-met':
      return notMet;
    case 'resubmitted':
      return resubmitted;
    case 'under-second-review':
      return [...resubmitted, e.secondReviewStarted(story.secondReview)];
    case 'restart-required':
      return restartRequired;
    case 'awarded':
      return [...met, e.awarded(story.results)];
    case 'restarted':
      return [...restartRequired, e.restarted(story.later, story.next)];
    case 'withdrawn':
      return [...inProgramme, e.withdrawn(story.submit)];
  }
}

/** A case at a stage; it fails loudly if an event on the way is refused. */
export function caseAt(stage: Stage, programme: Programme = 'QTLS', registration: Partial<Registration> = {}, policy?: Policy): Case {
  const { case: reached, steps } = replay({ ...stories[programme].registration, ...registration }, historyTo(stage, programme), policy);
  if (reached.stage !== stage || !steps.every(({ accepted }) => accepted))
    throw new Error(`no way to ${stage}: ${JSON.stringify(steps.at(-1))}`);
  return reached;
}
