// Where a challenge belongs: the document that governs it on its day, the procedure, those of its limits that are known, and what is not.
import type { PlainDate } from '../calendar/dates.js';
import { date, fact, oneOf } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import { governingOn, inForceFrom, onChallenges, onConduct, type DatedEdition, type DocumentId } from '../policy/choices.js';
import type { ClauseId } from '../policy/ids.js';
import { withEdition } from '../policy/policy.js';
import { challengers, challengeSubjects, type Challenger, type ChallengeSubject } from '../policy/vocabulary.js';
import type { Span } from '../policy/limits.js';

/** The facts of `routeChallenge`. @since 0.1.0 */
export interface ChallengeFacts {
  readonly about: ChallengeSubject;
  readonly by: Challenger;
  /** Day of the challenge: the editions that print a month go by it, not by the policy. */
  readonly on: PlainDate;
}
/** The document that governs a challenge, and its time limits. @since 0.1.0 */
export interface ChallengeRoute {
  /** The document that governs; none where no document that is known here covers the challenge. */
  readonly document?: DocumentId;
  /** The known limits of its procedure, in its order. Each runs from the receipt that it names; they are never added up. */
  readonly clocks: readonly Span[];
}

/** The tests of `routeChallenge`. @since 0.1.0 */
export type RouteChallengeTest =
  | 'is-about-an-award'
  | 'objections-policy-governs'
  | 'objection-has-three-stages'
  | 'non-members-may-object'
  | 'objection-is-on-evidence-or-procedure'
  | 'objection-limits-are-not-included'
  | 'challenger-is-a-member'
  | 'award-appeals-policy-governs'
  | 'member-asks-for-an-explanation'
  | 'head-explains-in-writing'
  | 'member-sends-the-grounds'
  | 'first-ground-is-procedural-error'
  | 'is-about-a-membership-decision'
  | 'is-a-complaint'
  | 'award-appeals-leave-it-out'
  | 'is-a-concern-about-a-member'
  | 'disciplinary-policy-governs'
  | 'actions-policy-governs'
  | 'information-is-acknowledged'
  | 'is-about-the-support-received'
  | 'challenger-is-a-participant'
  | 'team-answers-in-writing'
  | 'no-limit-binds-the-participant'
  | 'appeals-document-is-not-included'
  | 'adjustments-have-their-own-policy';

/**
 * Finds where a challenge belongs: the document that governs it on its day, its procedure, and those of its limits that are known.
 *
 * What is not held of that document is named among the findings, and left out of `clocks`. A month that an edition prints begins on its first day.
 * Undetermined: an award or a concern about a member before September 2020, and a decision on membership before November 2022.
 * What is known of the objections policy is known of decisions not to award. That decisions on membership go to it too is said by no text included here.
 * Clauses: award-appeals/3.1 to 4.4; objections/who, grounds, stages; code-page/5, 9, 10, 11; member-action/2.2; support/7.1, 9.1.
 * @throws `InvalidFacts` naming every malformed fact.
 * @example routeChallenge({ about: 'non-award', by: 'member', on: '2022-10-31' }).outcome // => 'award-appeal'
 * @since 0.1.0
 */
export const routeChallenge: OpenRule<
  ChallengeFacts,
  'support-appeal' | 'award-appeal' | 'objection' | 'complaint' | 'action-against-member' | 'adjustments-policy' | 'not-covered',
  ChallengeRoute,
  RouteChallengeTest
> = /* @__PURE__ */ openRule('routeChallenge', () => {
  const { test, is, states } = steps<ChallengeFacts>();
  const madeOnOrAfter = (clause: ClauseId, edition: DatedEdition) =>
    test({ clause, uses: ['on'], holds: ({ on }) => compare(on, '>=', inForceFrom(edition)) });
  const award = { 'is-about-an-award': true } as const;
  const membership = { 'is-about-a-membership-decision': true } as const;
  const concern = { 'is-a-concern-about-a-member': true } as const;
  const objection = {
    cites: ['objection-is-on-evidence-or-procedure', 'objection-limits-are-not-included'],
    outcome: 'objection',
    fixed: { document: 'objections', clocks: [] },
  } as const;
  const objectionToAward = { ...objection, cites: ['non-members-may-object', ...objection.cites] } as const;
  const notCovered = { outcome: 'not-covered', fixed: { clocks: [] } } as const;
  const undeterminedWithout = (document: DocumentId) => ({ outcome: 'undetermined', needs: [{ kind: 'document', document }] }) as const;
  return {
    shape: () => ({ about: oneOf(challengeSubjects), by: oneOf(challengers), on: fact(date) }),
    absent: {},
    subject: ['about'],
    governing: ({ about: of, on }, policy) =>
      withEdition(policy, on && governingOn(of === 'member-conduct' ? onConduct : onChallenges, on)),
    tests: {
      'is-about-an-award': is('code-page/11', 'about', 'non-award'),
      'objections-policy-governs': madeOnOrAfter('objections/who', 'objections@2022-11'),
      'objection-has-three-stages': madeOnOrAfter('objections/stages', 'objections@2024-07'),
      'non-members-may-object': states('objections/who'),
      'objection-is-on-evidence-or-procedure': states('objections/grounds'),
      'objection-limits-are-not-included': states('objections/stages'),
      'challenger-is-a-member': is('code-page/11', 'by', 'member', 'participant'),
      'award-appeals-policy-governs': madeOnOrAfter('award-appeals/3.1', 'award-appeals@2020-09'),
      'member-asks-for-an-explanation': states('award-appeals/4.1'),
      'head-explains-in-writing': states('award-appeals/4.2'),
      'member-sends-the-grounds': states('award-appeals/4.3'),
      'first-ground-is-procedural-error': states('award-appeals/4.4'),
      'is-about-a-membership-decision': is('code-page/5', 'about', 'membership-decision'),
      'is-a-complaint': is('code-page/10', 'about', 'staff-conduct', 'service'),
      'award-appeals-leave-it-out': is('award-appeals/3.2', 'about', 'staff-conduct', 'member-conduct'),
      'is-a-concern-about-a-member': is('code-page/9', 'about', 'member-conduct'),
      'disciplinary-policy-governs': madeOnOrAfter('member-action/evidence', 'member-action@2023-10'),
      'actions-policy-governs': madeOnOrAfter('code-page/9', 'member-action@2020-09'),
      'information-is-acknowledged': states('member-action/2.2'),
      'is-about-the-support-received': is('support/9.1', 'about', 'support-received'),
      'challenger-is-a-participant': is('support/9.1', 'by', 'participant'),
      'team-answers-in-writing': states('support/9.1'),
      'no-limit-binds-the-participant': states('support/9.1'),
      'appeals-document-is-not-included': states('support/9.1'),
      'adjustments-have-their-own-policy': states('support/7.1'),
    },
    rows: [
      { when: { ...award, 'objections-policy-governs': true, 'objection-has-three-stages': true }, ...objectionToAward },
      { when: { ...award, 'objections-policy-governs': true }, ...objectionToAward },
      { when: { ...award, 'challenger-is-a-member': false }, ...notCovered },
      {
        when: { ...award, 'award-appeals-policy-governs': true },
        cites: [
          'member-asks-for-an-explanation',
          'head-explains-in-writing',
          'member-sends-the-grounds',
          'first-ground-is-procedural-error',
        ],
        outcome: 'award-appeal',
        fixed: { document: 'award-appeals' },
        spans: { clocks: ['award-appeals/4.1', 'award-appeals/4.2', 'award-appeals/4.3'] },
      },
      { when: award, ...undeterminedWithout('award-appeals') },
      { when: { ...membership, 'objections-policy-governs': true, 'objection-has-three-stages': true }, ...objection },
      { when: { ...membership, 'objections-policy-governs': true }, ...objection },
      { when: membership, ...undeterminedWithout('complaints') },
      {
        when: { 'is-a-complaint': true },
        weighs: ['award-appeals-leave-it-out'],
        outcome: 'complaint',
        fixed: { document: 'complaints', clocks: [] },
      },
      {
        when: { ...concern, 'disciplinary-policy-governs': true },
        outcome: 'action-against-member',
        fixed: { document: 'member-action', clocks: [] },
      },
      {
        when: { ...concern, 'actions-policy-governs': true },
        cites: ['information-is-acknowledged'],
        weighs: ['award-appeals-leave-it-out'],
        outcome: 'action-against-member',
        fixed: { document: 'member-action' },
        spans: { clocks: ['member-action/2.2'] },
      },
      { when: concern, ...undeterminedWithout('member-action') },
      {
        when: { 'is-about-the-support-received': true, 'challenger-is-a-participant': true },
        cites: ['team-answers-in-writing', 'no-limit-binds-the-participant', 'appeals-document-is-not-included'],
        outcome: 'support-appeal',
        fixed: { document: 'support' },
        spans: { clocks: ['support/9.1'] },
      },
      { when: { 'is-about-the-support-received': true }, ...notCovered },
      {
        when: {},
        decides: 'adjustments-have-their-own-policy',
        outcome: 'adjustments-policy',
        fixed: { document: 'adjustments', clocks: [] },
      },
    ],
  };
});
