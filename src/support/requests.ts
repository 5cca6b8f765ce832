// Clauses 2.3, 4.3, 6.1.5, 6.1.7, 6.2.1, 6.2.2 and 8.1: what is given when a participant asks, what never is, and what is limited.
import type { NoDetail } from '../decision/decision.js';
import { count, factOrNone, oneOf, optional, yesNo } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, open, steps } from '../decision/steps.js';
import { supportRunsAt } from './window.js';
import { asks, stages, type Ask, type Stage } from '../policy/vocabulary.js';

/** Gives the facts of `assessSupportRequest`. @since 0.1.0 */
export interface SupportRequestFacts {
  readonly ask: Ask;
  /** The stage of the participant's case. */
  readonly stage: Stage;
  /** Whether a special arrangement was agreed with this participant; false where left out. */
  readonly specialArrangement?: boolean;
  /** How many requests were met before this one; `'none'`, or left out, where that is not known. */
  readonly requestsSoFar?: number | 'none';
  /** The number of requests that the Team has set as its limit; `'none'`, or left out, where it has set none. No number is stated in the policy. */
  readonly limitSetByTeam?: number | 'none';
}

const beforeSubmission: readonly Stage[] = ['registered', 'in-programme'];
const underReview: readonly Stage[] = ['submitted', 'under-review'];
const afterNotMet: readonly Stage[] = ['criteria-not-met', 'resubmitted', 'under-second-review'];

/**
 * Assesses what a participant asks for: given, not given, or beyond the limit that the Team has set.
 *
 * Never given: formative assessment (2.3), feedback on parts of a portfolio before it is submitted (6.1.5), student finance (8.1). On tutorials the policy is silent; the edition that names ETF staff leaves them out.
 * Further support after a "not met" is taken to be part of the special arrangement; whether one could be made is `assessFurtherSupport`.
 * Readings: `support-during-restart`, `feedback-when-met`, `feedback-on-second-review`, `first-deadline-missed`. Clauses: support/2.3, 4.3, 6.1.4, 6.1.5, 6.1.7, 6.2.1.a, 6.2.2, 8.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessSupportRequest({ ask: 'clarification', stage: 'in-programme', requestsSoFar: 3, limitSetByTeam: 3 }).outcome // => 'limited'
 * @since 0.1.0
 */
export const assessSupportRequest: OpenRule<SupportRequestFacts, 'provided' | 'not-provided' | 'limited', NoDetail> =
  /* @__PURE__ */ openRule('assessSupportRequest', () => {
    const { test, states } = steps<Required<SupportRequestFacts>>();
    const asksFor = (ask: Ask) => ({ uses: ['ask'] as const, holds: ({ ask: asked }: { readonly ask: Ask }) => asked === ask });
    const at = (among: readonly Stage[]) => ({
      uses: ['stage'] as const,
      holds: ({ stage }: { readonly stage: Stage }) => among.includes(stage),
    });
    const feedback = { 'asks-for-feedback': true } as const;
    const further = { 'asks-for-further-support': true, 'is-under-review-or-after': true } as const;
    return {
      shape: () => ({
        ask: oneOf(asks),
        stage: oneOf(stages),
        specialArrangement: optional(yesNo()),
        requestsSoFar: optional(factOrNone(count)),
        limitSetByTeam: optional(factOrNone(count)),
      }),
      absent: { specialArrangement: false, requestsSoFar: 'none', limitSetByTeam: 'none' },
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
        'asks-for-feedback': test({
          clause: 'support/6.1.5',
          uses: ['ask'],
          holds: ({ ask }) => ask === 'specific-feedback' || ask === 'written-feedback',
        }),
        'portfolio-is-submitted': test({
          clause: 'support/6.1.5',
          uses: ['stage'],
          holds: ({ stage }) => !beforeSubmission.includes(stage),
        }),
        'outcome-is-awaited': test({ clause: 'support/4.4', ...at(underReview) }),
        'first-not-met-is-known': test({ clause: 'support/6.2.1.a', ...at(afterNotMet) }),
        'second-not-met-is-known': test({ clause: 'support/6.2.1.a', ...at(['restart-required', 'restarted']) }),
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
          uses: [],
          readings: ['feedback-when-met'],
          holds: (_, { readings }) => readings['feedback-when-met'] === 'promised',
        }),
        'has-withdrawn': test({ clause: 'support/4.3', ...at(['withdrawn']) }),
        'asks-for-further-support': test({ clause: 'support/6.2.2', ...asksFor('further-support') }),
        'is-under-review-or-after': test({ clause: 'support/6.2.2', ...at([...underReview, ...afterNotMet, 'restart-required']) }),
        'support-is-open-at-this-stage': test({
          clause: 'support/4.3',
          uses: ['stage'],
          readings: ['support-during-restart'],
          holds: ({ stage }, { readings }) => supportRunsAt(stage, readings),
        }),
        'special-arrangement-is-agreed': test({
          clause: 'support/6.1.7',
          uses: ['specialArrangement'],
          holds: ({ specialArrangement }) => specialArrangement,
        }),
        'arrangement-was-made-before': test({
          clause: 'support/6.2.2',
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
      rows: [
        // 2.3 is asked first: it is the one clause that is held of the later edition too.
        { when: { 'asks-for-formative-assessment': true }, cites: ['formative-assessment-is-not-given'], outcome: 'not-provided' },
        { when: { 'asks-for-tutorial': true, 'tutorials-are-left-out': true }, outcome: 'not-provided' },
        {
          when: { 'asks-for-tutorial': true },
          outcome: 'undetermined',
          needs: [{ kind: 'judgement', by: 'professional-status-team', of: 'whether tutorials are given, on which the policy is silent' }],
        },
        {
          when: { 'asks-for-student-finance': true },
          cites: ['programme-is-for-qualified-professionals', 'participants-are-not-students'],
          outcome: 'not-provided',
        },
        { when: { ...feedback, 'has-withdrawn': true }, outcome: 'not-provided' },
        { when: { ...feedback, 'portfolio-is-submitted': false }, outcome: 'not-provided' },
        { when: { ...feedback, 'outcome-is-awaited': true, 'feedback-is-promised-when-met': true }, outcome: 'provided' },
        {
          when: { ...feedback, 'outcome-is-awaited': true },
          outcome: 'undetermined',
          needs: [{ kind: 'judgement', by: 'reviewers', of: 'whether the criteria are met, as feedback follows where they are not' }],
        },
        { when: { ...feedback, 'first-not-met-is-known': true }, outcome: 'provided' },
        {
          when: { ...feedback, 'second-not-met-is-known': true, 'restart-follows-a-review': false },
          outcome: 'undetermined',
          needs: [{ kind: 'judgement', by: 'reviewers', of: 'whether the portfolio was reviewed and found not to meet the criteria' }],
        },
        { when: { ...feedback, 'second-not-met-is-known': true, 'feedback-follows-every-not-met': true }, outcome: 'provided' },
        { when: { ...feedback, 'second-not-met-is-known': true }, outcome: 'not-provided' },
        { when: { ...feedback, 'feedback-is-promised-when-met': true }, outcome: 'provided' },
        { when: feedback, outcome: 'not-provided' },
        { when: { ...further, 'arrangement-was-made-before': true }, outcome: 'provided' },
        { when: further, outcome: 'not-provided' },
        { when: { 'support-is-open-at-this-stage': false }, outcome: 'not-provided' },
        { when: { 'special-arrangement-is-agreed': true }, outcome: 'provided' },
        { when: { 'team-has-set-a-limit': false }, outcome: 'provided' },
        { when: { 'requests-are-within-the-limit': true }, outcome: 'provided' },
        { when: {}, outcome: 'limited' },
      ],
    };
  });
