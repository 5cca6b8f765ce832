// What can happen to a case. Submissions carry an instant, since deadlines are instants; all else a day.
import type { PlainDate } from '../../calendar/dates.js';
import type { Instant } from '../../calendar/instants.js';
import type { Cohort } from '../../policy/cohort.js';
import type { ReviewOutcome } from '../../policy/vocabulary.js';

interface OnDay<Type extends string> {
  readonly type: Type;
  /** London day on which it happened. */
  readonly on: PlainDate;
  /** The host's id of the event: the same event sent twice is recorded once. */
  readonly id?: string;
}
interface AtInstant<Type extends string> {
  readonly type: Type;
  readonly at: Instant;
  readonly id?: string;
}

/** Is something that happened to a case. @since 0.1.0 */
export type CaseEvent =
  | OnDay<'portfolio-issued'>
  | OnDay<'supporter-appointed'>
  | OnDay<'mentor-requested'>
  | OnDay<'mentor-appointed'>
  | OnDay<'adjustments-requested'>
  | OnDay<'special-arrangement-agreed'>
  | AtInstant<'portfolio-submitted'>
  | OnDay<'submission-deadline-missed'>
  | OnDay<'review-started'>
  | (OnDay<'outcome-released'> & { readonly reviewOutcome: ReviewOutcome })
  | OnDay<'feedback-issued'>
  | AtInstant<'portfolio-resubmitted'>
  | OnDay<'resubmission-deadline-missed'>
  | OnDay<'second-review-started'>
  | OnDay<'status-awarded'>
  | (OnDay<'restarted'> & {
      readonly cohort: Cohort;
      /** Registration for the new cohort; the day of the event where left out. */ readonly registeredOn?: PlainDate;
    })
  | OnDay<'withdrawn'>;

/** Names what happened. @since 0.1.0 */
export type CaseEventType = CaseEvent['type'];
