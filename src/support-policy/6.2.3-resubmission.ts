// Clause 6.2.3: evidence re-submitted late, or found not to meet the criteria, restarts the process for a fee.
import { addDays, type PlainDate } from '../calendar/dates.js';
import type { Instant } from '../calendar/instants.js';
import { dateOf, programmeTerms, type Moment, type Need } from '../decision/decision.js';
import { fact, factOrNone, instant, moment, oneOf, optional } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compareTimes, steps } from '../decision/steps.js';
import { programmes, reviewOutcomes, type Programme, type ReviewOutcome } from '../policy/vocabulary.js';
import { startsAgain } from './6.2.1-entitlements.js';
import {
  day,
  passedDeadlineWords,
  inTimeWords,
  unlessItCame,
  value as valueInWords,
  type OutcomeLabels,
  type Words,
} from '../decision/words.js';

/** The facts of `assessResubmission`. @since 0.1.0 */
export interface ResubmissionFacts {
  /** When the evidence was re-submitted; `'none'`, or left out, where it was not. */
  readonly resubmittedAt?: Instant | 'none';
  /** Last instant at which the resubmission is in time, inclusive, as the cohort publishes it. */
  readonly resubmissionDeadline: Instant;
  /** What the second review found; `'none'`, or left out, while it has found nothing. It matters only once the evidence is re-submitted. */
  readonly reviewOutcome?: ReviewOutcome | 'none';
  /** The day or instant for which the answer is asked; it matters only while nothing is re-submitted, and is compared with the deadline alone. */
  readonly asOf: Moment;
  /** The participant's programme, whose terms set the restart's fee; `'none'`, or left out, where it is not known. No outcome turns on it. */
  readonly programme?: Programme | 'none';
}
/** The day from which a restart counts. Its fee is set elsewhere. @since 0.1.0 */
export interface ResubmissionDetail {
  /** The day that a restart is triggered, for `nextAvailableCohort`: the day after the deadline where that was missed; for a second "not met" it is the day of that outcome, which these facts do not hold. */
  readonly restartFrom?: PlainDate;
  /** What is needed to say how much the restart's administration fee is: the terms of the programme, or first which programme it is. */
  readonly fee?: Need;
}

/** The tests of `assessResubmission`. @since 0.1.0 */
export type AssessResubmissionTest =
  | 'is-resubmitted'
  | 'resubmitted-by-deadline'
  | 'resubmission-deadline-has-passed'
  | 'never-resubmitted-is-late'
  | 'second-outcome-is-released'
  | 'criteria-are-met'
  | 'not-met-on-resubmission-restarts';

/**
 * Assesses a resubmission: in time up to and including its deadline's instant, then by the second review's outcome; late is a restart whatever the outcome.
 *
 * Reading: `never-resubmitted`. Clauses: support/4.4, support/6.2.1, support/6.2.3.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example
 * ```ts
 * const decision = assessResubmission({ resubmittedAt: '2021-10-31T17:00:01+00:00', resubmissionDeadline: '2021-10-31T17:00:00+00:00', asOf: '2021-11-01' });
 * decision.settled ? decision.detail.restartFrom : decision.needs // => '2021-11-01'
 * ```
 * @since 0.1.0
 */
export const assessResubmission: OpenRule<
  ResubmissionFacts,
  'award' | 'restart' | 'awaiting-resubmission' | 'awaiting-outcome',
  ResubmissionDetail,
  AssessResubmissionTest
> = /* @__PURE__ */ openRule('assessResubmission', () => {
  const { value, test, states, reads, is, isNot, compares } = steps<Required<ResubmissionFacts>>();
  return {
    shape: () => ({
      resubmittedAt: optional(factOrNone(instant)),
      resubmissionDeadline: fact(instant),
      reviewOutcome: optional(oneOf([...reviewOutcomes, 'none'])),
      asOf: fact(moment),
      programme: optional(oneOf([...programmes, 'none'])),
    }),
    absent: { resubmittedAt: 'none', reviewOutcome: 'none', programme: 'none' },
    tests: {
      'is-resubmitted': isNot('support/6.2.1.b', 'resubmittedAt', 'none'),
      'resubmitted-by-deadline': test({
        clause: 'support/6.2.3',
        uses: ['resubmittedAt', 'resubmissionDeadline'],
        holds: ({ resubmittedAt, resubmissionDeadline }) =>
          resubmittedAt !== 'none' && compareTimes(resubmittedAt, '<=', resubmissionDeadline),
      }),
      'resubmission-deadline-has-passed': compares('support/6.2.3', 'asOf', '>', 'resubmissionDeadline'),
      'never-resubmitted-is-late': reads('support/6.2.3', 'never-resubmitted', 'restart'),
      'second-outcome-is-released': isNot('support/4.4', 'reviewOutcome', 'none'),
      'criteria-are-met': is('support/4.4', 'reviewOutcome', 'criteria-met'),
      'not-met-on-resubmission-restarts': states('support/6.2.3'),
    },
    rows: [
      { when: { 'is-resubmitted': true, 'resubmitted-by-deadline': false }, outcome: 'restart' },
      { when: { 'is-resubmitted': true, 'second-outcome-is-released': false }, outcome: 'awaiting-outcome', gives: [] },
      { when: { 'is-resubmitted': true, 'criteria-are-met': true }, outcome: 'award', gives: [] },
      { when: { 'is-resubmitted': true }, decides: 'not-met-on-resubmission-restarts', outcome: 'restart', gives: ['fee'] },
      { when: { 'resubmission-deadline-has-passed': false }, outcome: 'awaiting-resubmission', gives: [] },
      { when: { 'never-resubmitted-is-late': true }, outcome: 'restart' },
      { when: {}, outcome: 'undetermined', needs: programmeTerms() },
    ],
    detail: {
      restartFrom: value({ uses: ['resubmissionDeadline'], of: ({ resubmissionDeadline }) => addDays(dateOf(resubmissionDeadline), 1) }),
      fee: value({
        uses: ['programme'],
        of: ({ programme }): Need => (programme === 'none' ? { kind: 'fact', name: 'programme' } : programmeTerms(programme)[0]),
      }),
    },
  };
});

export const resubmissionLabels: OutcomeLabels<'assessResubmission'> = {
  'awaiting-outcome': 'waiting for the outcome',
  'awaiting-resubmission': 'waiting for the resubmission',
};

export const resubmissionWords = (): Words<'assessResubmission', 'criteria-are-met' | 'not-met-on-resubmission-restarts'> => ({
  facts: { resubmittedAt: 'when the portfolio was resubmitted', resubmissionDeadline: 'the resubmission deadline' },
  outcomes: {
    assessResubmission: {
      award: 'The resubmission was in time and met the criteria. SET awards the status',
      restart: ({ restartFrom }, because) =>
        `${unlessItCame(because, 'is-resubmitted', 'resubmitted')}${startsAgain}${restartFrom ? `. The day that leads to the restart is ${day(restartFrom)}` : ''}`,
      'awaiting-resubmission': (_, because) => {
        const deadline = because.find(({ test }) => test === 'resubmission-deadline-has-passed')?.right;
        return `The participant can still resubmit, up to ${deadline === undefined ? 'the deadline' : valueInWords(deadline)}`;
      },
      'awaiting-outcome': 'The resubmission was in time. Its outcome is still to come',
    },
  },
  tests: {
    'is-resubmitted': ['the participant resubmitted the portfolio', 'the participant did not resubmit the portfolio'],
    'resubmitted-by-deadline': inTimeWords('portfolio was resubmitted', 'resubmission'),
    'resubmission-deadline-has-passed': passedDeadlineWords('resubmission'),
    'never-resubmitted-is-late': [
      'under the interpretation used, sending nothing by the deadline counts as late',
      'the clause does not say what follows when nothing is resubmitted',
    ],
    'second-outcome-is-released': ['the outcome of the second review is released', 'the outcome of the second review is not released yet'],
  },
});
