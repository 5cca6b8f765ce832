// Clause 2.1: to whom the policy applies, and from when to when. Support itself begins later, with the portfolio (4.3).
import { judgement, type NoDetail } from '../decision/decision.js';
import { oneOf, yesNo } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { stages, type Stage } from '../policy/vocabulary.js';
import type { OutcomeLabels, Words } from '../decision/words.js';

/** The facts of `policyScope`. @since 0.1.0 */
export interface PolicyScopeFacts {
  /** Whether the person is a member of SET. */
  readonly isMember: boolean;
  /** The stage of the person's case. */
  readonly stage: Stage;
}

/** The tests of `policyScope`. @since 0.1.0 */
export type PolicyScopeTest = 'is-a-member' | 'is-between-registration-and-award' | 'withdrawal-ends-scope';

/**
 * Says whether the support policy applies to a person: to members, from registration to the award, that stage and a restart included.
 *
 * Of a withdrawal the clause says nothing. Reading: `scope-after-withdrawal`. Clause: support/2.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example policyScope({ isMember: true, stage: 'registered' }).outcome // => 'in-scope'
 * @since 0.1.0
 */
export const policyScope: OpenRule<PolicyScopeFacts, 'in-scope' | 'out-of-scope', NoDetail, PolicyScopeTest> = /* @__PURE__ */ openRule(
  'policyScope',
  () => {
    const { is, reads, isNot } = steps<PolicyScopeFacts>();
    return {
      shape: () => ({ isMember: yesNo(), stage: oneOf(stages) }),
      absent: {},
      tests: {
        'is-a-member': is('support/2.1', 'isMember', true),
        'is-between-registration-and-award': isNot('support/2.1', 'stage', 'withdrawn'),
        'withdrawal-ends-scope': reads('support/2.1', 'scope-after-withdrawal', 'out-of-scope'),
      },
      rows: [
        { when: { 'is-a-member': false }, outcome: 'out-of-scope' },
        { when: { 'is-between-registration-and-award': true }, outcome: 'in-scope' },
        { when: { 'withdrawal-ends-scope': true }, outcome: 'out-of-scope' },
        { when: {}, outcome: 'undetermined', needs: [judgement('set', 'whether the policy still applies to a member who has withdrawn')] },
      ],
    };
  },
);

export const scopeLabels: OutcomeLabels<'policyScope'> = {
  'out-of-scope': 'not covered by the support policy',
  'in-scope': 'covered by the support policy',
};

export const scopeWords = (): Words<'policyScope'> => ({
  facts: { isMember: 'whether the person is a member' },
  outcomes: {
    policyScope: {
      'in-scope': 'The support policy applies to this person now',
      'out-of-scope': 'The support policy does not apply to this person',
    },
  },
  tests: {
    'is-a-member': ['the person is a member', 'the person is not a member'],
    'is-between-registration-and-award': ['the case is at a stage from registration to award', 'the case ended in a withdrawal'],
    'withdrawal-ends-scope': [
      'under the interpretation used, the policy no longer applies after a withdrawal',
      'the clause does not say whether the policy still applies after a withdrawal',
    ],
  },
});
