// Clause 2.1: to whom the policy applies, and from when to when. Support itself begins later, with the portfolio (4.3).
import type { NoDetail } from '../decision/decision.js';
import { oneOf, yesNo } from '../decision/facts.js';
import { rule, type Rule } from '../decision/rule.js';
import { steps } from '../decision/steps.js';
import { stages, type Stage } from '../policy/vocabulary.js';

/** Gives the facts of `policyScope`. @since 0.1.0 */
export interface PolicyScopeFacts {
  /** Whether the person is a member of SET. */
  readonly isMember: boolean;
  /** The stage of the person's case. */
  readonly stage: Stage;
}

/**
 * Says whether the support policy applies to a person: to members, from registration to the award, a restart included; a withdrawal ends it.
 *
 * Clause: support/2.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example policyScope({ isMember: true, stage: 'registered' }).outcome // => 'in-scope'
 * @since 0.1.0
 */
export const policyScope: Rule<PolicyScopeFacts, 'in-scope' | 'out-of-scope', NoDetail> = /* @__PURE__ */ rule('policyScope', () => {
  const { test } = steps<PolicyScopeFacts>();
  return {
    shape: () => ({ isMember: yesNo(), stage: oneOf(stages) }),
    absent: {},
    tests: {
      'is-a-member': test({ clause: 'support/2.1', uses: ['isMember'], holds: ({ isMember }) => isMember }),
      'is-between-registration-and-award': test({ clause: 'support/2.1', uses: ['stage'], holds: ({ stage }) => stage !== 'withdrawn' }),
    },
    rows: [
      { when: { 'is-a-member': true, 'is-between-registration-and-award': true }, outcome: 'in-scope' },
      { when: { 'is-a-member': true, 'is-between-registration-and-award': false }, outcome: 'out-of-scope' },
      { when: { 'is-a-member': false }, outcome: 'out-of-scope' },
    ],
  };
});
