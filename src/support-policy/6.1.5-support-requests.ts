// Clauses 2.3, 4.3, 6.1.5, 6.1.7, 6.2.1, 6.2.2 and 8.1: what is given when a participant asks, what never is, and what is limited.
import { judgement, factNeed, type NoDetail } from '../decision/decision.js';
import { count, factOrNone, oneOf, optional, yesNo } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import { open } from '../decision/open.js';
import { supportRunsAt } from './4.3-support-window.js';
import {
  afterFirstNotMet,
  afterLastNotMet,
  beforeSubmission,
  feedbackRequestRows,
  feedbackRequestTests,
  type FeedbackRequestTest,
} from './6.2.1-feedback-requests.js';
import {
  asks,
  furtherSupportAnswers,
  stages,
  writtenFeedbackStates,
  type Ask,
  type FurtherSupportAnswer,
  type Stage,
  type WrittenFeedbackState,
} from '../policy/vocabulary.js';

/** The facts of `assessSupportRequest`. @since 0.1.0 */
export interface SupportRequestFacts {
  readonly ask: Ask;
  /** The stage of the participant's case. */
  readonly stage: Stage;
  /** Whether a special arrangement was agreed with this participant (6.1.7); false where left out. It lifts the limit, and opens no further support under 6.2.2. */
  readonly specialArrangement?: boolean;
  /** How many requests were met before this one; `'none'`, or left out, where that is not known. */
  readonly requestsSoFar?: number | 'none';
  /** The number of requests that the Team has set as its limit; `'none'`, or left out, where it has set none. No number is stated in the policy. */
  readonly limitSetByTeam?: number | 'none';
  /** The outcome of `assessFurtherSupport` for this participant (6.2.2); `'none'`, or left out, where nobody has assessed it. */
  readonly furtherSupport?: FurtherSupportAnswer | 'none';
  /** Whether written feedback that an earlier outcome brought is still to be issued or was issued; `'none'`, or left out, where nobody has said. */
  readonly writtenFeedback?: WrittenFeedbackState | 'none';
}

/** The tests of `assessSupportRequest`. @since 0.1.0 */
export type AssessSupportRequestTest =
  | FeedbackRequestTest
  | 'asks-for-student-finance'
  | 'programme-is-for-qualified-professionals'
  | 'participants-are-not-students'
  | 'asks-for-formative-assessment'
  | 'formative-assessment-is-not-given'
  | 'asks-for-tutorial'
  | 'tutorials-are-left-out'
  | 'asks-a-general-query'
  | 'queries-are-answered-before-issue'
  | 'portfolio-is-issued-at-this-stage'
  | 'support-is-open-at-this-stage'
  | 'asks-for-further-support'
  | 'is-under-review-or-after'
  | 'whatever-else-is-further'
  | 'not-met-is-known'
  | 'further-support-is-assessed'
  | 'further-support-is-arranged'
  | 'special-arrangement-is-agreed'
  | 'team-has-set-a-limit'
  | 'requests-are-within-the-limit'
  | 'number-of-requests-is-known';

/**
 * Assesses what a participant asks for: given, not given, or beyond the limit that the Team has set.
 *
 * Never given: formative assessment (2.3), feedback on parts of a draft (6.1.5), student finance (8.1). On tutorials the policy is silent; the edition that names ETF staff leaves them out.
 * From submission on, a further request is given only as 6.2.2 has it: give the outcome of `assessFurtherSupport`, without which it is undetermined.
 * A stage has no day: on the very day of an award or withdrawal, ask `supportWindow`. Where a query goes, `routeQuery` says, a query about eligibility among them.
 * Readings: `support-during-restart`, `queries-before-issue`, `further-support-covers`, `feedback-when-met`, `feedback-on-second-review`, `feedback-after-withdrawal`, `first-deadline-missed`.
 * Clauses: support/2.3, 3.1.1, 4.3, 6.1.4, 6.1.5, 6.1.7, 6.2.1.a, 6.2.2, 8.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessSupportRequest({ ask: 'clarification', stage: 'in-programme', requestsSoFar: 3, limitSetByTeam: 3 }).outcome // => 'limited'
 * @since 0.1.0
 */
export const assessSupportRequest: OpenRule<
  SupportRequestFacts,
  'provided' | 'not-provided' | 'limited',
  NoDetail,
  AssessSupportRequestTest
> = /* @__PURE__ */ openRule('assessSupportRequest', () => {
  const { test, states, is, reads, isNot } = steps<Required<SupportRequestFacts>>();
  const before = { 'portfolio-is-issued-at-this-stage': false } as const;
  const further = { 'asks-for-further-support': true, 'is-under-review-or-after': true } as const;
  const besideFeedback = { 'whatever-else-is-further': true, 'not-met-is-known': true } as const;
  /** The one gate of 6.2.2, whatever the request is called. */
  const gated = <W extends object>(when: W) =>
    [
      { when: { ...when, 'further-support-is-assessed': false }, outcome: 'undetermined', needs: [factNeed('furtherSupport')] },
      { when: { ...when, 'further-support-is-arranged': false }, outcome: 'not-provided' },
    ] as const;
  return {
    shape: () => ({
      ask: oneOf(asks),
      stage: oneOf(stages),
      specialArrangement: optional(yesNo()),
      requestsSoFar: optional(factOrNone(count)),
      limitSetByTeam: optional(factOrNone(count)),
      furtherSupport: optional(oneOf([...furtherSupportAnswers, 'none'])),
      writtenFeedback: optional(oneOf([...writtenFeedbackStates, 'none'])),
    }),
    absent: {
      specialArrangement: false,
      requestsSoFar: 'none',
      limitSetByTeam: 'none',
      furtherSupport: 'none',
      writtenFeedback: 'none',
    },
    subject: ['ask'],
    tests: {
      'asks-for-student-finance': is('support/8.1', 'ask', 'student-finance'),
      'programme-is-for-qualified-professionals': states('support/8.1'),
      'participants-are-not-students': states('support/8.1'),
      'asks-for-formative-assessment': is('support/2.3', 'ask', 'formative-assessment'),
      'formative-assessment-is-not-given': states('support/2.3'),
      'asks-for-tutorial': is('support/2.3', 'ask', 'tutorial'),
      'tutorials-are-left-out': test({
        clause: 'support/2.3',
        uses: [],
        editions: true,
        holds: (_, { editions }) => editions.includes('support@etf-staff'),
      }),
      ...feedbackRequestTests(),
      'asks-a-general-query': is('support/6.1.4.d', 'ask', 'general-query'),
      'queries-are-answered-before-issue': reads('support/6.1.4.d', 'queries-before-issue', 'answered', 'support/4.3'),
      'portfolio-is-issued-at-this-stage': isNot('support/4.3', 'stage', 'registered'),
      'support-is-open-at-this-stage': test({
        clause: 'support/4.3',
        uses: ['stage'],
        readings: ['support-during-restart'],
        holds: ({ stage }, { readings }) => supportRunsAt(stage, readings),
      }),
      'asks-for-further-support': { ...is('support/3.1.1', 'ask', 'further-support'), limits: ['support/3.1.1'] },
      'is-under-review-or-after': isNot('support/6.2.2', 'stage', ...beforeSubmission),
      'whatever-else-is-further': reads('support/6.2.2', 'further-support-covers', 'all-but-6.2.1', 'support/4.3'),
      'not-met-is-known': is('support/6.2.1', 'stage', ...afterFirstNotMet, ...afterLastNotMet),
      'further-support-is-assessed': isNot('support/6.2.2', 'furtherSupport', 'none'),
      'further-support-is-arranged': is('support/6.2.2', 'furtherSupport', 'by-prior-arrangement'),
      'special-arrangement-is-agreed': is('support/6.1.7', 'specialArrangement', true),
      'team-has-set-a-limit': isNot('support/6.1.7', 'limitSetByTeam', 'none'),
      'requests-are-within-the-limit': test({
        clause: 'support/6.1.7',
        uses: ['requestsSoFar', 'limitSetByTeam'],
        opens: true,
        holds: ({ requestsSoFar, limitSetByTeam }) => {
          if (requestsSoFar === 'none') return open('support/6.1.7', 'number-of-requests-is-known', factNeed('requestsSoFar'));
          return limitSetByTeam === 'none' || compare(requestsSoFar, '<', limitSetByTeam);
        },
      }),
    },
    unresolved: ['number-of-requests-is-known'],
    rows: [
      // 2.3 is asked first: it is the one clause that is held of the later edition too.
      { when: { 'asks-for-formative-assessment': true }, cites: ['formative-assessment-is-not-given'], outcome: 'not-provided' },
      { when: { 'asks-for-tutorial': true, 'tutorials-are-left-out': true }, outcome: 'not-provided' },
      {
        when: { 'asks-for-student-finance': true },
        cites: ['programme-is-for-qualified-professionals', 'participants-are-not-students'],
        outcome: 'not-provided',
      },
      ...feedbackRequestRows(),
      // Everything else: inside the days of support, as 6.2.2 has it from submission on, and within the limit.
      { when: { ...before, 'asks-a-general-query': true, 'queries-are-answered-before-issue': true }, outcome: 'provided' },
      { when: before, decides: 'portfolio-is-issued-at-this-stage', outcome: 'not-provided' },
      { when: { 'support-is-open-at-this-stage': false }, outcome: 'not-provided' },
      ...gated(further),
      { when: further, outcome: 'provided' },
      ...gated(besideFeedback),
      {
        when: { 'asks-for-tutorial': true },
        decides: 'asks-for-tutorial',
        outcome: 'undetermined',
        needs: [judgement('professional-status-team', 'whether tutorials are given, on which the policy is silent')],
      },
      { when: besideFeedback, outcome: 'provided' },
      { when: { 'asks-for-further-support': true, 'special-arrangement-is-agreed': true }, outcome: 'provided' },
      {
        when: { 'asks-for-further-support': true },
        decides: 'asks-for-further-support',
        outcome: 'undetermined',
        needs: [judgement('professional-status-team', 'whether support that section 6 does not describe is given')],
      },
      { when: { 'special-arrangement-is-agreed': true }, decides: 'support-is-open-at-this-stage', outcome: 'provided' },
      { when: { 'team-has-set-a-limit': false }, decides: 'support-is-open-at-this-stage', outcome: 'provided' },
      { when: { 'requests-are-within-the-limit': true }, decides: 'support-is-open-at-this-stage', outcome: 'provided' },
      { when: {}, outcome: 'limited' },
    ],
  };
});
