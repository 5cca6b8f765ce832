// A cohort's published calendar: its dates are given, never derived from the programme's length.
import type { PlainDate } from '../calendar/dates.js';
import type { Instant } from '../calendar/instants.js';
import type { Programme } from './vocabulary.js';

/** Holds the published dates of one cohort; a date that is not known is left out. @since 0.1.0 */
export interface Cohort {
  readonly id: string;
  readonly programme: Programme;
  /** Day on which the programme is scheduled to start. */
  readonly startsOn: PlainDate;
  /** First day of entry (registration or payment), inclusive. */
  readonly entryOpens?: PlainDate;
  /** Last day of entry, inclusive. */
  readonly entryCloses?: PlainDate;
  /** Last instant at which a portfolio is in time, inclusive. */
  readonly submissionDeadline?: Instant;
  /** Last instant at which a resubmission is in time, inclusive. */
  readonly resubmissionDeadline?: Instant;
  /** Day on which results are published. */
  readonly resultsOn?: PlainDate;
}
