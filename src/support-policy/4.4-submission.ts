// A first submission against its deadline. Clause 6.2.3 speaks of evidence re-submitted only, so what follows a late first one is a reading.
import type { Instant } from '../calendar/instants.js';
import { fact, factOrNone, instant, moment, optional } from '../decision/facts.js';
import { programmeTerms, type Deadline, type Finding, type Moment } from '../decision/decision.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compareTimes, steps } from '../decision/steps.js';
import { due as dueInWords, passedDeadlineWords, inTimeWords, unlessItCame, type OutcomeLabels, type Words } from '../decision/words.js';

/** The facts of `assessSubmission`. @since 0.1.0 */
export interface SubmissionFacts {
  /** When the portfolio was submitted; `'none'`, or left out, where it was not. */
  readonly submittedAt?: Instant | 'none';
  /** Last instant at which the submission is in time, inclusive, as the cohort publishes it. */
  readonly submissionDeadline: Instant;
  /** The day or instant for which the answer is asked; it matters only while nothing is submitted, and is compared with the deadline alone. */
  readonly asOf: Moment;
}
/** The deadline by which a submission was judged. @since 0.1.0 */
export interface SubmissionDetail {
  readonly deadline: Deadline;
}

/** The tests of `assessSubmission`. @since 0.1.0 */
export type AssessSubmissionTest =
  | 'is-submitted'
  | 'submitted-by-deadline'
  | 'submission-deadline-has-passed'
  | 'missed-first-deadline-restarts'
  | 'missed-first-deadline-withdraws';

/**
 * Assesses a first submission against its cohort's deadline, in time up to and including that instant.
 *
 * A late or missing one is undetermined, needing the programme's terms, unless the reading `first-deadline-missed` settles it.
 * Readings: `first-deadline-missed`. Clauses: support/4.4, support/6.2.3.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessSubmission({ submittedAt: '2021-03-31T17:00:00+01:00', submissionDeadline: '2021-03-31T17:00:00+01:00', asOf: '2021-04-01' }).outcome // => 'in-time'
 * @since 0.1.0
 */
export const assessSubmission: OpenRule<
  SubmissionFacts,
  'in-time' | 'awaiting-submission' | 'restart' | 'withdrawn',
  SubmissionDetail,
  AssessSubmissionTest
> = /* @__PURE__ */ openRule('assessSubmission', () => {
  const { value, test, reads, isNot, compares } = steps<Required<SubmissionFacts>>();
  return {
    shape: () => ({ submittedAt: optional(factOrNone(instant)), submissionDeadline: fact(instant), asOf: fact(moment) }),
    absent: { submittedAt: 'none' },
    tests: {
      'is-submitted': isNot('support/4.4', 'submittedAt', 'none'),
      'submitted-by-deadline': test({
        clause: 'support/4.4',
        uses: ['submittedAt', 'submissionDeadline'],
        holds: ({ submittedAt, submissionDeadline }) => submittedAt !== 'none' && compareTimes(submittedAt, '<=', submissionDeadline),
      }),
      'submission-deadline-has-passed': compares('support/4.4', 'asOf', '>', 'submissionDeadline'),
      'missed-first-deadline-restarts': reads('support/6.2.3', 'first-deadline-missed', 'restart'),
      'missed-first-deadline-withdraws': reads('support/6.2.3', 'first-deadline-missed', 'withdrawn'),
    },
    rows: [
      { when: { 'is-submitted': true, 'submitted-by-deadline': true }, outcome: 'in-time' },
      { when: { 'is-submitted': false, 'submission-deadline-has-passed': false }, outcome: 'awaiting-submission' },
      { when: { 'missed-first-deadline-restarts': true }, outcome: 'restart' },
      { when: { 'missed-first-deadline-withdraws': true }, outcome: 'withdrawn' },
      { when: {}, outcome: 'undetermined', needs: programmeTerms() },
    ],
    detail: {
      deadline: value({
        uses: ['submissionDeadline'],
        of: ({ submissionDeadline: due }): Deadline => ({ due, owedBy: 'participant', clause: 'support/4.4', set: 'by-cohort' }),
      }),
    },
  };
});

export const submissionLabels: OutcomeLabels<'assessSubmission'> = {
  'in-time': 'submitted in time',
  'awaiting-submission': 'waiting for the submission',
  withdrawn: 'withdrawn',
};

const missedInWords = (because: readonly Finding[]): string =>
  unlessItCame(because, 'is-submitted', 'submitted') || 'The first deadline was missed. ';

export const submissionWords = (): Words<'assessSubmission'> => ({
  facts: { submittedAt: 'when the portfolio was submitted' },
  outcomes: {
    assessSubmission: {
      'in-time': 'The portfolio came in time',
      'awaiting-submission': ({ deadline }) =>
        `The participant has to submit the portfolio${deadline ? ` by ${dueInWords(deadline)}` : ''}`,
      restart: (_, because) => `${missedInWords(because)}Under the interpretation used, the process starts again with a new portfolio`,
      withdrawn: (_, because) => `${missedInWords(because)}Under the interpretation used, the participant counts as withdrawn`,
    },
  },
  tests: {
    'is-submitted': ['the portfolio was submitted', 'the portfolio was not submitted'],
    'submitted-by-deadline': inTimeWords('portfolio was submitted', 'submission'),
    'submission-deadline-has-passed': passedDeadlineWords('submission'),
    'missed-first-deadline-restarts': [
      'under the interpretation used, a missed first deadline means a restart',
      'the policy does not say that a missed first deadline means a restart',
    ],
    'missed-first-deadline-withdraws': [
      'under the interpretation used, a missed first deadline means a withdrawal',
      'the policy does not say that a missed first deadline means a withdrawal',
    ],
  },
});
