// The words of a challenge (code-page/9 to 11).
import { span, value, type Said, type Words } from '../decision/words.js';
import type { ChallengeRoute, routeChallenge } from './11-challenges.js';

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
