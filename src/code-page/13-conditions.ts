// Sentence 13 of the Code page: members are told of a change to the conditions of membership, and the conditions say how long beforehand.
import { addDays, type PlainDate } from '../calendar/dates.js';
import type { NoDetail } from '../decision/decision.js';
import { date, fact, oneOf } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import type { ConditionsEdition } from '../policy/choices.js';
import { withEdition } from '../policy/policy.js';
import { lastDayWords, type OutcomeLabels, type Words } from '../decision/words.js';

/** The facts of `assessConditionsChange`. @since 0.1.0 */
export interface ConditionsChangeFacts {
  /** Day on which members were told of the change by email. */
  readonly noticeOn: PlainDate;
  /** First day on which the change applies. */
  readonly effectiveOn: PlainDate;
  /** The edition of the conditions under which the notice is given; it takes the place of the policy's. All that are held ask for the same notice. */
  readonly edition: ConditionsEdition;
}

/** The editions that state the notice, all of them alike: else the rule would turn on the edition, and not on the one limit. */
const conditionsEditions = [
  'conditions@2020-10',
  'conditions@2023-09',
  'conditions@2025-02',
] as const satisfies readonly ConditionsEdition[];

/** The tests of `assessConditionsChange`. @since 0.1.0 */
export type AssessConditionsChangeTest = 'members-are-told-of-changes' | 'notice-of-change-is-long-enough';

/**
 * Assesses whether members were told of a change to the conditions of membership in time. Every edition that is included says fourteen days beforehand.
 *
 * The day of the notice is not counted, and the change may apply from the last day of the count. Clauses: code-page/13, conditions/notice.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example assessConditionsChange({ noticeOn: '2025-02-01', effectiveOn: '2025-02-14', edition: 'conditions@2023-09' }).outcome // => 'short-notice'
 * @since 0.1.0
 */
export const assessConditionsChange: Rule<ConditionsChangeFacts, 'enough-notice' | 'short-notice', NoDetail, AssessConditionsChangeTest> =
  /* @__PURE__ */ rule('assessConditionsChange', () => {
    const { value, states, compares } = steps<ConditionsChangeFacts & { lastDay: PlainDate }>();
    const cites = ['members-are-told-of-changes'] as const;
    return {
      shape: () => ({ noticeOn: fact(date), effectiveOn: fact(date), edition: oneOf(conditionsEditions) }),
      absent: {},
      governing: ({ edition }, policy) => withEdition(policy, edition),
      values: {
        lastDay: value({
          uses: ['effectiveOn'],
          limits: ['conditions/notice'],
          of: ({ effectiveOn }, { limits }) => addDays(effectiveOn, -limits['conditions/notice'].days),
        }),
      },
      tests: {
        'members-are-told-of-changes': states('code-page/13'),
        'notice-of-change-is-long-enough': compares('conditions/notice', 'noticeOn', '<=', 'lastDay'),
      },
      rows: [
        { when: { 'notice-of-change-is-long-enough': true }, cites, outcome: 'enough-notice' },
        { when: {}, cites, outcome: 'short-notice' },
      ],
    };
  });

export const conditionsLabels: OutcomeLabels<'assessConditionsChange'> = {
  'enough-notice': 'told in time',
  'short-notice': 'told too late',
};

export const conditionsWords = (): Words<'assessConditionsChange'> => ({
  facts: {
    noticeOn: 'the day on which members were told',
    effectiveOn: 'the day on which the change takes effect',
    edition: 'which edition of the conditions applies',
  },
  outcomes: {
    assessConditionsChange: {
      'enough-notice': 'SET told members of the change in time',
      'short-notice': 'SET told members of the change too late',
    },
  },
  tests: {
    'members-are-told-of-changes': 'SET tells members of changes to the conditions',
    'notice-of-change-is-long-enough': lastDayWords('SET told members', 'the last day for it'),
  },
});
