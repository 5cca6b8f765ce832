// The register of readings: where the words of a clause leave a choice, what each choice means, and why the default is the default.
import type { NonEmpty } from '../data/issues.js';
import type { ReadingId } from './choices.js';
import type { ClauseId } from './ids.js';
import { deepFreeze } from '../data/objects.js';
import { joinTables, type Reading, register } from './register.js';
import { otherReadings } from './other-readings.js';
import { supportReadings } from './support-readings-2-to-6.1.js';
import { resultReadings } from './support-readings-6.2.js';

export type { Reading } from './register.js';

/**
 * The readings by id. A decision names those that it leaned on in `basis.readings`.
 *
 * @example readings['notice-month'].options[0]?.choice // => 'count-back'
 * @since 0.1.0
 */
export const readings: Readonly<Record<ReadingId, Reading>> = /* @__PURE__ */ register<ReadingId, Reading>(
  /* @__PURE__ */ joinTables(supportReadings, resultReadings, otherReadings),
);

/** A point that can look open and is not, since the words decide it. @since 0.1.0 */
export interface SettledPoint {
  readonly clauses: NonEmpty<ClauseId>;
  readonly says: string;
}

/**
 * The points that no policy can choose, since the words decide them.
 *
 * @example settledByTheWords[0]?.clauses // => ['support/6.2.3']
 * @since 0.1.0
 */
export const settledByTheWords: readonly SettledPoint[] = /* @__PURE__ */ deepFreeze<readonly SettledPoint[]>([
  {
    clauses: ['support/6.2.3'],
    says: "What is resubmitted on the deadline is in time, to the instant by London's clock: at 17:00:00 it is in time, at 17:00:01 it is late.",
  },
  { clauses: ['support/6.2.1', 'support/6.2.1.b'], says: 'A portfolio has one free resubmission.' },
  {
    clauses: ['support/9.1', 'award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3', 'member-action/2.2'],
    says: 'The first working day of a count is the next one after the day that starts it, and the last day of the count is still in time.',
  },
  {
    clauses: ['support/3.1.1', 'support/4.4', 'support/6.2.3'],
    says: 'A published date, or the end of a count of months, stays where it is when it falls on a day that is not a working day.',
  },
  {
    clauses: ['award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3'],
    says: 'Each limit of the awards appeals policy is counted from what was really received; the three are never added up.',
  },
  { clauses: ['support/9.1'], says: 'The ten working days bind the Team; the participant has no limit.' },
  {
    clauses: ['support/9.1', 'award-appeals/3.1'],
    says: 'An appeal on the sufficiency of support and an appeal against a decision not to award are two procedures.',
  },
  {
    clauses: ['support/6.1.2', 'support/6.1.3'],
    says: 'An ATS participant who has found no mentor may ask for one, and SET decides by who is available. A QTLS participant appoints a supporter.',
  },
  { clauses: ['support/6.1.7'], says: 'No number of requests is stated: a limit is a fact that the Team may set, never a default.' },
  {
    clauses: ['support/6.2.2'],
    says: 'An application for adjustments and a prior arrangement are both necessary. Where there are both, the support is what was arranged, and nothing more is owed.',
  },
  { clauses: ['support/6.2.3'], says: 'The fee belongs to the restart, and its amount to the terms.' },
  {
    clauses: ['support/2.1', 'support/4.3'],
    says: 'The policy applies from registration, and support is given from the issue of the portfolio.',
  },
]);
