// What can happen, by name, so that a history reads as a story.
import {
  londonDate,
  londonInstant,
  type CaseEvent,
  type Cohort,
  type Instant,
  type PlainDate,
  type ReviewOutcome,
} from '../../../../src/index.js';

/** An instant by London's clock; 17:00 is the hour of every published deadline. */
export const at = (date: PlainDate, time = '17:00'): Instant => londonInstant(date, time);

export const issued = (on: PlainDate): CaseEvent => ({ type: 'portfolio-issued', on });
export const supporterAppointed = (on: PlainDate): CaseEvent => ({ type: 'supporter-appointed', on });
export const mentorRequested = (on: PlainDate): CaseEvent => ({ type: 'mentor-requested', on });
export const mentorAppointed = (on: PlainDate): CaseEvent => ({ type: 'mentor-appointed', on });
export const adjustmentsRequested = (on: PlainDate): CaseEvent => ({ type: 'adjustments-requested', on });
export const arrangementAgreed = (on: PlainDate): CaseEvent => ({ type: 'special-arrangement-agreed', on });
export const submitted = (when: Instant): CaseEvent => ({ type: 'portfolio-submitted', at: when });
export const submissionMissed = (on: PlainDate): CaseEvent => ({ type: 'submission-deadline-missed', on });
export const reviewStarted = (on: PlainDate): CaseEvent => ({ type: 'review-started', on });
const released = (reviewOutcome: ReviewOutcome, on: PlainDate): CaseEvent => ({ type: 'outcome-released', on, reviewOutcome });
export const met = (on: PlainDate): CaseEvent => released('criteria-met', on);
export const notMet = (on: PlainDate): CaseEvent => released('criteria-not-met', on);
export const feedbackIssued = (on: PlainDate): CaseEvent => ({ type: 'feedback-issued', on });
export const resubmitted = (when: Instant): CaseEvent => ({ type: 'portfolio-resubmitted', at: when });
export const resubmissionMissed = (on: PlainDate): CaseEvent => ({ type: 'resubmission-deadline-missed', on });
export const secondReviewStarted = (on: PlainDate): CaseEvent => ({ type: 'second-review-started', on });
export const awarded = (on: PlainDate): CaseEvent => ({ type: 'status-awarded', on });
export const restarted = (on: PlainDate, cohort: Cohort, registeredOn?: PlainDate): CaseEvent => ({
  type: 'restarted',
  on,
  cohort,
  ...(registeredOn === undefined ? {} : { registeredOn }),
});
export const withdrawn = (on: PlainDate): CaseEvent => ({ type: 'withdrawn', on });

/** The London day of an event. */
export const dayOf = (event: CaseEvent): PlainDate => ('at' in event ? londonDate(event.at) : event.on);
/** The same event under an id of the host's. */
export const withId = (id: string, event: CaseEvent): CaseEvent => ({ ...event, id });
