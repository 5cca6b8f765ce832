// Where a challenge belongs: the document that governs it on its day, the procedure, the limits that are held of it, and what is not.
import type { PlainDate } from '../calendar/days.js';
import type { Span } from '../decision/decision.js';
import { date, fact, oneOf } from '../decision/facts.js';
import { openRule, type OpenRule } from '../decision/rule.js';
import { compare, steps } from '../decision/steps.js';
import type { DocumentId } from '../policy/ids.js';
import { governingOn, inForceFrom, onChallenges, onConduct, type DatedEdition } from '../policy/in-force.js';
import { withEdition } from '../policy/policy.js';
import { challengers, challengeSubjects, type Challenger, type ChallengeSubject } from '../policy/vocabulary.js';
import { acknowledgement, awardClocks, supportAppealAnswer } from '../policy/working-day-limits.js';
import { span, value, type Said, type Words } from '../decision/words.js';

/** Gives the facts of `routeChallenge`. @since 0.1.0 */
export interface ChallengeFacts {
  readonly about: ChallengeSubject;
  readonly by: Challenger;
  /** Day of the challenge: the editions that print a month go by it, not by the policy. */
  readonly on: PlainDate;
}
/** Says which document governs a challenge, and by what limits. @since 0.1.0 */
export interface ChallengeRoute {
  /** The document that governs; none where no document that is known here covers the challenge. */
  readonly document?: DocumentId;
  /** The limits that are held of its procedure, in its order; each runs from an actual receipt of its own, and they are never added up. */
  readonly clocks: readonly Span[];
}

/** The tests of `routeChallenge`. */
type RouteChallengeTest =
  | 'is-about-an-award'
  | 'objections-policy-governs'
  | 'objection-has-three-stages'
  | 'non-members-may-object'
  | 'objection-is-on-evidence-or-procedure'
  | 'objection-limits-are-not-held'
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
  | 'appeals-document-is-not-held'
  | 'adjustments-have-their-own-policy';

/**
 * Finds where a challenge belongs: the document that governs it on its day, its procedure, and the limits that are held of it.
 *
 * What is not held of that document is named among the findings, and left out of `clocks`. A month that an edition prints begins on its first day.
 * Undetermined: an award or a concern about a member before September 2020, and a decision on membership before November 2022.
 * That the objections policy is open to people who are not members is said of challenges to a decision not to award alone.
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
  const { test, states } = steps<ChallengeFacts>();
  const about = (...subjects: readonly ChallengeSubject[]) => ({
    uses: ['about'] as const,
    holds: ({ about: of }: { readonly about: ChallengeSubject }) => subjects.includes(of),
  });
  const by = (...who: readonly Challenger[]) => ({
    uses: ['by'] as const,
    holds: ({ by: of }: { readonly by: Challenger }) => who.includes(of),
  });
  const from = (edition: DatedEdition) => ({
    uses: ['on'] as const,
    holds: ({ on }: { readonly on: PlainDate }) => compare(on, '>=', inForceFrom(edition)),
  });
  const award = { 'is-about-an-award': true } as const;
  const membership = { 'is-about-a-membership-decision': true } as const;
  const concern = { 'is-a-concern-about-a-member': true } as const;
  const objection = {
    cites: ['objection-is-on-evidence-or-procedure', 'objection-limits-are-not-held'],
    outcome: 'objection',
    fixed: { document: 'objections', clocks: [] },
  } as const;
  const objectionToAward = { ...objection, cites: ['non-members-may-object', ...objection.cites] } as const;
  const notCovered = { outcome: 'not-covered', fixed: { clocks: [] } } as const;
  return {
    shape: () => ({ about: oneOf(challengeSubjects), by: oneOf(challengers), on: fact(date) }),
    absent: {},
    subject: ['about'],
    governing: ({ about: of, on }, policy) =>
      withEdition(policy, on && governingOn(of === 'member-conduct' ? onConduct : onChallenges, on)),
    tests: {
      'is-about-an-award': test({ clause: 'code-page/11', ...about('non-award') }),
      'objections-policy-governs': test({ clause: 'objections/who', ...from('objections@2022-11') }),
      'objection-has-three-stages': test({ clause: 'objections/stages', ...from('objections@2024-07') }),
      'non-members-may-object': states('objections/who'),
      'objection-is-on-evidence-or-procedure': states('objections/grounds'),
      'objection-limits-are-not-held': states('objections/stages'),
      'challenger-is-a-member': test({ clause: 'code-page/11', ...by('member', 'participant') }),
      'award-appeals-policy-governs': test({ clause: 'award-appeals/3.1', ...from('award-appeals@2020-09') }),
      'member-asks-for-an-explanation': states('award-appeals/4.1'),
      'head-explains-in-writing': states('award-appeals/4.2'),
      'member-sends-the-grounds': states('award-appeals/4.3'),
      'first-ground-is-procedural-error': states('award-appeals/4.4'),
      'is-about-a-membership-decision': test({ clause: 'code-page/5', ...about('membership-decision') }),
      'is-a-complaint': test({ clause: 'code-page/10', ...about('staff-conduct', 'service') }),
      'award-appeals-leave-it-out': test({ clause: 'award-appeals/3.2', ...about('staff-conduct', 'member-conduct') }),
      'is-a-concern-about-a-member': test({ clause: 'code-page/9', ...about('member-conduct') }),
      'disciplinary-policy-governs': test({ clause: 'member-action/evidence', ...from('member-action@2023-10') }),
      'actions-policy-governs': test({ clause: 'code-page/9', ...from('member-action@2020-09') }),
      'information-is-acknowledged': states('member-action/2.2'),
      'is-about-the-support-received': test({ clause: 'support/9.1', ...about('support-received') }),
      'challenger-is-a-participant': test({ clause: 'support/9.1', ...by('participant') }),
      'team-answers-in-writing': states('support/9.1'),
      'no-limit-binds-the-participant': states('support/9.1'),
      'appeals-document-is-not-held': states('support/9.1'),
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
        fixed: { document: 'award-appeals', clocks: Object.values(awardClocks).map(({ span }) => span) },
      },
      { when: award, outcome: 'undetermined', needs: [{ kind: 'document', document: 'award-appeals' }] },
      { when: { ...membership, 'objections-policy-governs': true, 'objection-has-three-stages': true }, ...objection },
      { when: { ...membership, 'objections-policy-governs': true }, ...objection },
      { when: membership, outcome: 'undetermined', needs: [{ kind: 'document', document: 'complaints' }] },
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
        fixed: { document: 'member-action', clocks: [acknowledgement.span] },
      },
      { when: concern, outcome: 'undetermined', needs: [{ kind: 'document', document: 'member-action' }] },
      {
        when: { 'is-about-the-support-received': true, 'challenger-is-a-participant': true },
        cites: ['team-answers-in-writing', 'no-limit-binds-the-participant', 'appeals-document-is-not-held'],
        outcome: 'support-appeal',
        fixed: { document: 'support', clocks: [supportAppealAnswer.span] },
      },
      { when: { 'is-about-the-support-received': true }, ...notCovered },
      {
        when: {},
        cites: ['adjustments-have-their-own-policy'],
        outcome: 'adjustments-policy',
        fixed: { document: 'adjustments', clocks: [] },
      },
    ],
  };
});

/** The limits of a route, each of them from a receipt of its own. */
function limits({ clocks = [] }: Partial<ChallengeRoute>): string {
  if (clocks.length === 0) return '';
  const each = clocks.map(span).join(', ');
  return clocks.length === 1 ? `. Its limit is ${each} from receipt` : `. Its limits are ${each}, each from its own receipt`;
}

/** The words of a comparison with the first day of the oldest edition that is held. */
function inForce(what: string): Said {
  return [
    (left, right) => `${value(left)} is on or after ${value(right)}, when the oldest edition of ${what} that is held begins`,
    (left, right) => `${value(left)} is before ${value(right)}, when the oldest edition of ${what} that is held begins`,
  ];
}

/** Returns the words of these rules. */
export const challengeWords = (): Words<{ readonly routeChallenge: typeof routeChallenge }> => ({
  outcomes: {
    routeChallenge: {
      'support-appeal': (route) => `This is an appeal about support, under clause 9.1${limits(route)}`,
      'award-appeal': (route) => `This is an appeal under the awards appeals policy${limits(route)}`,
      objection: 'This is an objection, under the objections policy',
      complaint: 'This is a complaint, under the complaints and appeals policy',
      'action-against-member': (route) => `This goes to SET's procedures on the conduct of members${limits(route)}`,
      'adjustments-policy': 'This goes to the policy on reasonable adjustments',
      'not-covered': 'No document that is known here covers this challenge',
    },
  },
  tests: {
    'is-about-an-award': ['it is about not being awarded QTLS or ATS', 'it is not about an award of QTLS or ATS'],
    'objections-policy-governs': [
      (left, right) =>
        `${value(left)} is on or after ${value(right)}, from when a decision on an award or on membership goes to the objections policy`,
      (left, right) =>
        `${value(left)} is before ${value(right)}, from when a decision on an award or on membership goes to the objections policy`,
    ],
    'objection-has-three-stages': [
      (left, right) =>
        `${value(left)} is on or after ${value(right)}, from when there are three stages: an informal one, a form that is investigated, and an appeal`,
      (left, right) =>
        `${value(left)} is before ${value(right)}, from when three stages are known. The stages of that time are not held here`,
    ],
    'non-members-may-object': 'the objections policy is open to people who are not members too',
    'objection-is-on-evidence-or-procedure': 'under that policy an objection is about evidence or about procedure, and about nothing else',
    'objection-limits-are-not-held': 'the limits of an objection are not held here',
    'challenger-is-a-member': [
      'the challenge comes from a member, as anyone on a programme is',
      'the challenge does not come from a member, and these appeals are for members',
    ],
    'award-appeals-policy-governs': inForce('the awards appeals policy'),
    'member-asks-for-an-explanation':
      'by that policy a member first asks for an explanation, in a time that runs from receipt of the decision',
    'head-explains-in-writing':
      'by that policy the Head of Professional Status explains in writing, in a time that runs from receipt of the letter',
    'member-sends-the-grounds':
      'by that policy the member then sends the grounds in writing, in a time that runs from receipt of the explanation',
    'first-ground-is-procedural-error': 'that policy has a closed list of grounds. Only the first, an error of procedure, is held here',
    'is-about-a-membership-decision': ['it is about a decision on membership', 'it is not about a decision on membership'],
    'is-a-complaint': [
      'it is a complaint, for the complaints and appeals policy. None of that policy is held here, and so no limit of it',
      'it is not a complaint about staff or a service',
    ],
    'award-appeals-leave-it-out': [
      'complaints about staff and concerns about members are left out of the awards appeals policy',
      'it is about neither staff nor a member',
    ],
    'is-a-concern-about-a-member': ['it is a concern about a member', 'it is not a concern about a member'],
    'disciplinary-policy-governs': [
      (left, right) =>
        `${value(left)} is on or after ${value(right)}, from when the Investigation and Disciplinary policy governs. It asks for evidence and refuses hearsay; its limits are not held here`,
      (left, right) => `${value(left)} is before ${value(right)}, from when the Investigation and Disciplinary policy governs`,
    ],
    'actions-policy-governs': inForce('the policy on actions against members'),
    'information-is-acknowledged':
      'by that policy the SET Operations Manager acknowledges information about a member. Panels, sanctions and later limits are not held here',
    'is-about-the-support-received': ['it is about the support received', 'it is about an adjustment'],
    'challenger-is-a-participant': [
      'the challenge comes from a participant',
      'the challenge does not come from a participant, and these appeals are for participants',
    ],
    'team-answers-in-writing': 'under clause 9.1 the Professional Status Team answers an appeal in writing',
    'no-limit-binds-the-participant': 'clause 9.1 states no limit for the participant',
    'appeals-document-is-not-held': 'the clause points to a document on appeals procedures, which is not held here',
    'adjustments-have-their-own-policy':
      'reasonable adjustments have a policy of their own. Neither its limits nor its steps are held here',
  },
});
