// Clauses 2.3, 4.3, 6.1.5, 6.1.7, 6.2.1, 6.2.2 and 8.1: what is given when a participant asks, what never is, and what is limited.
import type { NoDetail } from '../decision/decision.js';
import { count, factOrNone, oneOf, optional, yesNo } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, open, steps } from '../decision/steps.js';
import { supportRunsAt } from './4.3-support-window.js';
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
import { value, type Words } from '../decision/words.js';

/** Gives the facts of `assessSupportRequest`. @since 0.1.0 */
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

const beforeSubmission: readonly Stage[] = ['registered', 'in-programme'];
const firstReview: readonly Stage[] = ['submitted', 'under-review'];
const secondReview: readonly Stage[] = ['resubmitted', 'under-second-review'];
const afterLastNotMet: readonly Stage[] = ['restart-required', 'restarted'];
/** The tests of `assessSupportRequest`. */
type AssessSupportRequestTest =
  | 'asks-for-student-finance'
  | 'programme-is-for-qualified-professionals'
  | 'participants-are-not-students'
  | 'asks-for-formative-assessment'
  | 'formative-assessment-is-not-given'
  | 'asks-for-tutorial'
  | 'tutorials-are-left-out'
  | 'asks-for-feedback'
  | 'asks-for-specific-feedback'
  | 'portfolio-is-submitted'
  | 'portfolio-is-a-draft-again'
  | 'outcome-is-awaited'
  | 'second-outcome-is-awaited'
  | 'feedback-is-issued'
  | 'feedback-is-outstanding'
  | 'first-not-met-is-known'
  | 'last-not-met-is-known'
  | 'case-has-restarted'
  | 'status-is-awarded'
  | 'restart-follows-a-review'
  | 'feedback-follows-every-not-met'
  | 'feedback-is-promised-when-met'
  | 'has-withdrawn'
  | 'withdrawal-ends-feedback'
  | 'feedback-outlasts-withdrawal'
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
  const { test, states } = steps<Required<SupportRequestFacts>>();
  const afterFirstNotMet: readonly Stage[] = ['criteria-not-met', ...secondReview];
  /** The stages of review and moderation and those after it, to which 6.2 speaks; support is over at the last ones. */
  const inReviewOrAfter: readonly Stage[] = [...firstReview, 'criteria-met', ...afterFirstNotMet, ...afterLastNotMet];
  const asksFor = (...among: readonly Ask[]) => ({
    uses: ['ask'] as const,
    holds: ({ ask }: { readonly ask: Ask }) => among.includes(ask),
  });
  const at = (...among: readonly Stage[]) => ({
    uses: ['stage'] as const,
    holds: ({ stage }: { readonly stage: Stage }) => among.includes(stage),
  });
  const feedback = { 'asks-for-feedback': true } as const;
  const withdrawn = { ...feedback, 'has-withdrawn': true } as const;
  const onDraft = { ...feedback, 'asks-for-specific-feedback': true } as const;
  const afterLast = { ...feedback, 'last-not-met-is-known': true } as const;
  const before = { 'portfolio-is-issued-at-this-stage': false } as const;
  const further = { 'asks-for-further-support': true, 'is-under-review-or-after': true } as const;
  const besideFeedback = { 'whatever-else-is-further': true, 'not-met-is-known': true } as const;
  /** The one gate of 6.2.2, whatever the request is called. */
  const gated = <W extends object>(when: W) =>
    [
      {
        when: { ...when, 'further-support-is-assessed': false },
        outcome: 'undetermined',
        needs: [{ kind: 'fact', name: 'furtherSupport' }],
      },
      { when: { ...when, 'further-support-is-arranged': false }, outcome: 'not-provided' },
    ] as const;
  const whetherMet = {
    kind: 'judgement',
    by: 'reviewers',
    of: 'whether the criteria are met, as feedback follows where they are not',
  } as const;
  const whetherStillGiven = {
    kind: 'judgement',
    by: 'reviewers',
    of: 'whether written feedback on the earlier portfolio is still to be given',
  } as const;
  const closedCase = { outcome: 'undetermined', needs: [whetherStillGiven] } as const;
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
      'asks-for-student-finance': test({ clause: 'support/8.1', ...asksFor('student-finance') }),
      'programme-is-for-qualified-professionals': states('support/8.1'),
      'participants-are-not-students': states('support/8.1'),
      'asks-for-formative-assessment': test({ clause: 'support/2.3', ...asksFor('formative-assessment') }),
      'formative-assessment-is-not-given': states('support/2.3'),
      'asks-for-tutorial': test({ clause: 'support/2.3', ...asksFor('tutorial') }),
      'tutorials-are-left-out': test({
        clause: 'support/2.3',
        uses: [],
        editions: true,
        holds: (_, { editions }) => editions.includes('support@etf-staff'),
      }),
      'asks-for-feedback': test({ clause: 'support/6.1.5', ...asksFor('specific-feedback', 'written-feedback') }),
      'asks-for-specific-feedback': test({ clause: 'support/6.1.5', otherwise: 'support/6.2.1.a', ...asksFor('specific-feedback') }),
      'portfolio-is-submitted': test({
        clause: 'support/6.1.5',
        uses: ['stage'],
        holds: ({ stage }) => !beforeSubmission.includes(stage),
      }),
      'portfolio-is-a-draft-again': test({ clause: 'support/6.1.5', ...at('criteria-not-met') }),
      'outcome-is-awaited': test({ clause: 'support/4.4', ...at(...firstReview) }),
      'second-outcome-is-awaited': test({ clause: 'support/4.4', ...at(...secondReview) }),
      'feedback-is-issued': test({
        clause: 'support/6.2.1.a',
        uses: ['writtenFeedback'],
        holds: ({ writtenFeedback }) => writtenFeedback === 'issued',
      }),
      'feedback-is-outstanding': test({
        clause: 'support/6.2.1.a',
        uses: ['writtenFeedback'],
        holds: ({ writtenFeedback }) => writtenFeedback === 'outstanding',
      }),
      'first-not-met-is-known': test({ clause: 'support/6.2.1.a', ...at(...afterFirstNotMet) }),
      'last-not-met-is-known': test({ clause: 'support/6.2.3', ...at(...afterLastNotMet) }),
      'case-has-restarted': test({ clause: 'support/6.2.3', ...at('restarted') }),
      'status-is-awarded': test({ clause: 'support/4.3', ...at('awarded') }),
      'restart-follows-a-review': test({
        clause: 'support/6.2.3',
        uses: [],
        readings: ['first-deadline-missed'],
        holds: (_, { readings }) => readings['first-deadline-missed'] !== 'restart',
      }),
      'feedback-follows-every-not-met': test({
        clause: 'support/6.2.1.a',
        uses: [],
        readings: ['feedback-on-second-review'],
        holds: (_, { readings }) => readings['feedback-on-second-review'] === 'each-not-met',
      }),
      'feedback-is-promised-when-met': test({
        clause: 'support/6.1.5',
        otherwise: 'support/6.2.1',
        uses: [],
        readings: ['feedback-when-met'],
        holds: (_, { readings }) => readings['feedback-when-met'] === 'promised',
      }),
      'has-withdrawn': test({ clause: 'support/4.3', ...at('withdrawn') }),
      'withdrawal-ends-feedback': test({
        clause: 'support/4.3',
        otherwise: 'support/6.2.1.a',
        uses: [],
        readings: ['feedback-after-withdrawal'],
        holds: (_, { readings }) => readings['feedback-after-withdrawal'] === 'ends',
      }),
      'feedback-outlasts-withdrawal': test({
        clause: 'support/6.2.1.a',
        uses: [],
        readings: ['feedback-after-withdrawal'],
        holds: (_, { readings }) => readings['feedback-after-withdrawal'] === 'stays-owed',
      }),
      'asks-a-general-query': test({ clause: 'support/6.1.4.d', ...asksFor('general-query') }),
      'queries-are-answered-before-issue': test({
        clause: 'support/6.1.4.d',
        otherwise: 'support/4.3',
        uses: [],
        readings: ['queries-before-issue'],
        holds: (_, { readings }) => readings['queries-before-issue'] === 'answered',
      }),
      'portfolio-is-issued-at-this-stage': test({ clause: 'support/4.3', uses: ['stage'], holds: ({ stage }) => stage !== 'registered' }),
      'support-is-open-at-this-stage': test({
        clause: 'support/4.3',
        uses: ['stage'],
        readings: ['support-during-restart'],
        holds: ({ stage }, { readings }) => supportRunsAt(stage, readings),
      }),
      'asks-for-further-support': test({ clause: 'support/3.1.1', ...asksFor('further-support') }),
      'is-under-review-or-after': test({ clause: 'support/6.2.2', ...at(...inReviewOrAfter) }),
      'whatever-else-is-further': test({
        clause: 'support/6.2.2',
        otherwise: 'support/4.3',
        uses: [],
        readings: ['further-support-covers'],
        holds: (_, { readings }) => readings['further-support-covers'] === 'all-but-6.2.1',
      }),
      'not-met-is-known': test({ clause: 'support/6.2.1', ...at(...afterFirstNotMet, ...afterLastNotMet) }),
      'further-support-is-assessed': test({
        clause: 'support/6.2.2',
        uses: ['furtherSupport'],
        holds: ({ furtherSupport }) => furtherSupport !== 'none',
      }),
      'further-support-is-arranged': test({
        clause: 'support/6.2.2',
        uses: ['furtherSupport'],
        holds: ({ furtherSupport }) => furtherSupport === 'by-prior-arrangement',
      }),
      'special-arrangement-is-agreed': test({
        clause: 'support/6.1.7',
        uses: ['specialArrangement'],
        holds: ({ specialArrangement }) => specialArrangement,
      }),
      'team-has-set-a-limit': test({
        clause: 'support/6.1.7',
        uses: ['limitSetByTeam'],
        holds: ({ limitSetByTeam }) => limitSetByTeam !== 'none',
      }),
      'requests-are-within-the-limit': test({
        clause: 'support/6.1.7',
        uses: ['requestsSoFar', 'limitSetByTeam'],
        opens: true,
        holds: ({ requestsSoFar, limitSetByTeam }) => {
          if (requestsSoFar === 'none')
            return open('support/6.1.7', 'number-of-requests-is-known', { kind: 'fact', name: 'requestsSoFar' });
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
      // Feedback. After a withdrawal, on a draft, while an outcome is awaited, and after each outcome.
      { when: { ...withdrawn, 'asks-for-specific-feedback': true }, decides: 'has-withdrawn', outcome: 'not-provided' },
      { when: { ...withdrawn, 'feedback-is-issued': true }, outcome: 'not-provided' },
      { when: { ...withdrawn, 'withdrawal-ends-feedback': true }, outcome: 'not-provided' },
      {
        when: { ...withdrawn, 'feedback-outlasts-withdrawal': false },
        outcome: 'undetermined',
        needs: [{ kind: 'judgement', by: 'set', of: 'whether written feedback that was owed is still owed after the withdrawal' }],
      },
      { when: { ...withdrawn, 'feedback-is-outstanding': true }, outcome: 'provided' },
      { when: withdrawn, outcome: 'undetermined', needs: [{ kind: 'fact', name: 'writtenFeedback' }] },
      { when: { ...feedback, 'portfolio-is-submitted': false }, outcome: 'not-provided' },
      { when: { ...onDraft, 'portfolio-is-a-draft-again': true }, outcome: 'not-provided' },
      { when: { ...feedback, 'outcome-is-awaited': true, 'feedback-is-promised-when-met': true }, outcome: 'provided' },
      { when: { ...feedback, 'outcome-is-awaited': true }, decides: 'outcome-is-awaited', outcome: 'undetermined', needs: [whetherMet] },
      { when: { ...onDraft, 'second-outcome-is-awaited': true, 'feedback-is-promised-when-met': true }, outcome: 'provided' },
      { when: { ...onDraft, 'second-outcome-is-awaited': true, 'feedback-follows-every-not-met': false }, outcome: 'not-provided' },
      {
        when: { ...onDraft, 'second-outcome-is-awaited': true },
        decides: 'second-outcome-is-awaited',
        outcome: 'undetermined',
        needs: [whetherMet],
      },
      { when: { ...feedback, 'feedback-is-issued': true }, outcome: 'not-provided' },
      { when: { ...feedback, 'first-not-met-is-known': true }, outcome: 'provided' },
      { when: { ...afterLast, 'feedback-is-outstanding': true, 'case-has-restarted': true }, ...closedCase },
      { when: { ...afterLast, 'feedback-is-outstanding': true }, decides: 'feedback-is-outstanding', outcome: 'provided' },
      {
        when: { ...afterLast, 'restart-follows-a-review': false },
        outcome: 'undetermined',
        needs: [{ kind: 'judgement', by: 'reviewers', of: 'whether the portfolio was reviewed and found not to meet the criteria' }],
      },
      { when: { ...afterLast, 'feedback-follows-every-not-met': false }, outcome: 'not-provided' },
      { when: { ...afterLast, 'case-has-restarted': true }, ...closedCase },
      { when: afterLast, decides: 'feedback-follows-every-not-met', outcome: 'provided' },
      {
        when: { ...feedback, 'feedback-is-outstanding': false, 'feedback-is-promised-when-met': false },
        outcome: 'not-provided',
      },
      {
        when: { ...feedback, 'status-is-awarded': true },
        outcome: 'undetermined',
        needs: [{ kind: 'judgement', by: 'reviewers', of: 'whether written feedback is still to be given after the award' }],
      },
      { when: { ...feedback, 'feedback-is-outstanding': true }, decides: 'feedback-is-outstanding', outcome: 'provided' },
      { when: feedback, decides: 'feedback-is-promised-when-met', outcome: 'provided' },
      // Everything else: inside the days of support, as 6.2.2 has it from submission on, and within the limit.
      { when: { ...before, 'asks-a-general-query': true, 'queries-are-answered-before-issue': true }, outcome: 'provided' },
      { when: before, decides: 'portfolio-is-issued-at-this-stage', outcome: 'not-provided' },
      { when: { 'support-is-open-at-this-stage': false }, outcome: 'not-provided' },
      ...gated(further),
      { when: further, decides: 'further-support-is-arranged', outcome: 'provided' },
      ...gated(besideFeedback),
      {
        when: { 'asks-for-tutorial': true },
        decides: 'asks-for-tutorial',
        outcome: 'undetermined',
        needs: [{ kind: 'judgement', by: 'professional-status-team', of: 'whether tutorials are given, on which the policy is silent' }],
      },
      { when: besideFeedback, decides: 'further-support-is-arranged', outcome: 'provided' },
      { when: { 'asks-for-further-support': true, 'special-arrangement-is-agreed': true }, outcome: 'provided' },
      {
        when: { 'asks-for-further-support': true },
        decides: 'asks-for-further-support',
        outcome: 'undetermined',
        needs: [{ kind: 'judgement', by: 'professional-status-team', of: 'whether support that section 6 does not describe is given' }],
      },
      { when: { 'special-arrangement-is-agreed': true }, decides: 'support-is-open-at-this-stage', outcome: 'provided' },
      { when: { 'team-has-set-a-limit': false }, decides: 'support-is-open-at-this-stage', outcome: 'provided' },
      { when: { 'requests-are-within-the-limit': true }, decides: 'support-is-open-at-this-stage', outcome: 'provided' },
      { when: {}, outcome: 'limited' },
    ],
  };
});

/** Returns the words of these rules. */
export const supportRequestWords = (): Words<
  { readonly assessSupportRequest: typeof assessSupportRequest },
  'feedback-follows-every-not-met' | 'feedback-is-promised-when-met'
> => ({
  outcomes: {
    assessSupportRequest: {
      provided: 'The policy gives what is asked for',
      'not-provided': 'The policy does not give what is asked for',
      limited: 'The limit on requests that the Team has set is reached',
    },
  },
  tests: {
    'asks-for-student-finance': ['student finance is asked for', 'no student finance is asked for'],
    'programme-is-for-qualified-professionals': 'the programmes are for fully qualified professionals',
    'participants-are-not-students': 'participants do not count as students',
    'asks-for-formative-assessment': ['formative assessment is asked for', 'no formative assessment is asked for'],
    'formative-assessment-is-not-given': 'work is not assessed along the way',
    'asks-for-tutorial': ['a tutorial is asked for', 'no tutorial is asked for'],
    'tutorials-are-left-out': ['this edition leaves tutorials out', 'this edition says nothing of tutorials'],
    'asks-for-feedback': ['feedback on the portfolio is asked for', 'no feedback on the portfolio is asked for'],
    'asks-for-specific-feedback': [
      'feedback on a part of the portfolio is asked for',
      'written feedback on the whole portfolio is asked for',
    ],
    'portfolio-is-submitted': [
      'the portfolio is submitted',
      'the portfolio is not submitted yet, and no part of it is commented on before',
    ],
    'portfolio-is-a-draft-again': [
      'the portfolio is a draft again until it is resubmitted, and no part of a draft is commented on',
      'the portfolio is not a draft that is to be resubmitted',
    ],
    'outcome-is-awaited': ['the outcome of the first review is awaited', 'the outcome of a first review is not awaited'],
    'second-outcome-is-awaited': ['the outcome of the second review is awaited', 'the outcome of a second review is not awaited'],
    'feedback-is-issued': ['the written feedback is issued already', 'the written feedback is not known to be issued already'],
    'feedback-is-outstanding': [
      'written feedback that an earlier outcome brought is still to be issued',
      'no written feedback that an earlier outcome brought is known to be still to be issued',
    ],
    'first-not-met-is-known': [
      'a first "criteria not met" brings written feedback',
      'the case is not between a first "criteria not met" and the outcome of the resubmission',
    ],
    'last-not-met-is-known': ['a restart is required or has followed', 'no restart is required'],
    'case-has-restarted': ['the case is closed by the restart', 'the case is not closed by a restart'],
    'status-is-awarded': ['the status is awarded, and the case is closed', 'the status is not awarded yet'],
    'restart-follows-a-review': [
      'a restart is only ever required after a review',
      'as the words are read here, a missed first deadline restarts too, so that there may have been no review',
    ],
    'has-withdrawn': ['the participant has withdrawn', 'the participant has not withdrawn'],
    'withdrawal-ends-feedback': [
      'as the words are read here, written feedback that was owed ends with the withdrawal',
      'as the words are read here, a withdrawal does not by itself end written feedback that was owed',
    ],
    'feedback-outlasts-withdrawal': [
      'as the clause is read here, written feedback that was owed stays owed after a withdrawal',
      'the clause does not say whether written feedback that was owed stays owed after a withdrawal',
    ],
    'asks-a-general-query': ['a general query is asked', 'no general query is asked'],
    'queries-are-answered-before-issue': [
      'as the words are read here, general queries are answered before the portfolio is issued',
      'as the words are read here, general queries are answered from the issue of the portfolio',
    ],
    'portfolio-is-issued-at-this-stage': ['the portfolio is issued', 'the portfolio is not issued yet, and support begins with it'],
    'support-is-open-at-this-stage': [
      'in-programme support is open at this stage',
      'in-programme support is over at this stage, once its last day is past',
    ],
    'asks-for-further-support': [
      'support that section 6 does not describe is asked for; it should be told to the Team at least a month before the start',
      'no support beyond section 6 is asked for',
    ],
    'is-under-review-or-after': [
      'the portfolio is in review and moderation, or has been',
      'the portfolio is not in review and moderation, and has not been',
    ],
    'whatever-else-is-further': [
      'as the clause is read here, after a "criteria not met" whatever is asked for beside feedback is a further request',
      'as the words are read here, what section 6 describes goes on after a "criteria not met"',
    ],
    'not-met-is-known': [
      'this stage comes after a "criteria not met" or a missed deadline',
      'this stage does not come after a "criteria not met" or a missed deadline',
    ],
    'further-support-is-assessed': [
      'whether this clause grants further support was assessed',
      'whether this clause grants further support was not assessed: it takes an application for reasonable adjustments before the start, and a prior arrangement',
    ],
    'further-support-is-arranged': [
      'further support was found to be due by prior arrangement',
      'further support was found not to be granted: it takes an application for reasonable adjustments before the start, and a prior arrangement',
    ],
    'special-arrangement-is-agreed': [
      'a special arrangement is agreed with the participant',
      'no special arrangement is agreed with the participant',
    ],
    'team-has-set-a-limit': [
      'the Team has set a limit on requests',
      'the Team has set no limit on requests, and the policy states no number',
    ],
    'requests-are-within-the-limit': [
      (left, right) => `there were ${value(left)} requests, below the limit of ${value(right)} that the Team has set`,
      (left, right) => `there were ${value(left)} requests, and the Team has set a limit of ${value(right)}`,
    ],
    'number-of-requests-is-known': [
      'the number of requests so far is known',
      'the Team has set a limit, and how many requests there were is not known',
    ],
  },
});
