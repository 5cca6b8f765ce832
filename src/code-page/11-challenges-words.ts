// The words of a challenge (code-page/9 to 11).
import type { Finding } from '../decision/decision.js';
import { span, value, type Said, type OutcomeLabels, type Words } from '../decision/words.js';
import type { ChallengeRoute } from './11-challenges.js';

/** Returns the limits of a route, each with the one whom it binds: a sentence to a limit, in the order of the procedure. */
function limits({ clocks = [] }: Partial<ChallengeRoute>, ...bound: readonly ((limit: string) => string)[]): string {
  return clocks.map((clock, index) => `. ${bound[index]?.(span(clock)) ?? ''}`).join('');
}

/** Returns the words of a comparison with the first day of an edition: what began then, and what is said of it before that day. */
function firstDayWords(what: string, before = what): Said {
  return [
    (left, right) => `${value(left)} is on or after ${value(right)}, when ${what}`,
    (left, right) => `${value(left)} is before ${value(right)}, when ${before}`,
  ];
}

/** What is known of the objections policy is known of decisions not to award. */
const isOnMembership = ({ test, holds }: Finding): boolean => test === 'is-about-a-membership-decision' && holds;

export const challengeLabels: OutcomeLabels<'routeChallenge'> = {
  objection: 'objection',
  'not-covered': 'not covered by a known document',
  'award-appeal': 'appeal under the awards appeals policy',
  complaint: 'complaint',
  'action-against-member': 'procedures on the conduct of members',
  'support-appeal': 'appeal about support',
  'adjustments-policy': 'reasonable adjustments policy',
};

export const challengeWords = (): Words<'routeChallenge'> => ({
  facts: { about: 'what the challenge is about', by: 'who makes the challenge' },
  outcomes: {
    routeChallenge: {
      'support-appeal': (route) =>
        `Appeal about the support under clause 9.1${limits(route, (limit) => `Clause 9.1 states no time limit for the participant. The Team responds in writing within ${limit}`)}`,
      'award-appeal': (route) =>
        `Appeal under the awards appeals policy${limits(
          route,
          (limit) => `The member asks for an explanation within ${limit} of getting the decision`,
          (limit) => `The Head of Professional Status explains within ${limit} of getting the letter`,
          (limit) => `The member sends the grounds within ${limit} of getting the explanation`,
        )}`,
      objection: (_, because) =>
        `Object under the objections policy${because.some(isOnMembership) ? '. No text included here says that it takes decisions on membership: ask SET' : ''}`,
      complaint: 'Complain under the complaints and appeals policy',
      'action-against-member': (route) =>
        `Tell SET about it. SET follows its procedures on the conduct of members${limits(route, (limit) => `The SET Operations Manager acknowledges this within ${limit} of receipt`)}`,
      'adjustments-policy': 'Use the policy on reasonable adjustments',
      'not-covered': 'No appeal included here covers this challenge. A complaint goes to the complaints and appeals policy',
    },
  },
  tests: {
    'is-about-an-award': ['the challenge is about not being awarded QTLS or ATS', 'the challenge is not about an award of QTLS or ATS'],
    'objections-policy-governs': firstDayWords('the objections policy took the place of the awards appeals policy'),
    'objection-has-three-stages': firstDayWords(
      'three stages began. They are an informal one, a form that is investigated, and an appeal',
      'three stages began. The earlier stages are not included here',
    ),
    'non-members-may-object': 'people who are not members may also object',
    'objection-is-on-evidence-or-procedure': 'under that policy an objection can be only about evidence or procedure',
    'objection-limits-are-not-included': 'the time limits of an objection are not included here',
    'challenger-is-a-member': [
      'the challenge comes from a member. Everyone covered by Support policy 2.1 is one',
      'the challenge does not come from a member. These appeals are for members',
    ],
    'award-appeals-policy-governs': firstDayWords('the oldest edition of the awards appeals policy included here begins'),
    'member-asks-for-an-explanation': 'first the member asks for an explanation. The time limit for that runs from receipt of the decision',
    'head-explains-in-writing':
      'the Head of Professional Status then explains in writing. The time limit for that runs from receipt of the letter',
    'member-sends-the-grounds':
      'the member then sends the grounds in writing. The time limit for that runs from receipt of the explanation',
    'first-ground-is-procedural-error': 'the policy has a closed list of grounds. Only the first, an error of procedure, is included here',
    'is-about-a-membership-decision': [
      'the challenge is about a decision on membership',
      'the challenge is not about a decision on membership',
    ],
    'is-a-complaint': [
      'this is a complaint, for the complaints and appeals policy. Its time limits are not included here',
      'this is not a complaint about staff or a service',
    ],
    'award-appeals-leave-it-out': [
      'the awards appeals policy leaves out complaints about staff and concerns about members',
      'the challenge is about neither staff nor a member',
    ],
    'is-a-concern-about-a-member': ['this is a concern about a member', 'this is not a concern about a member'],
    'disciplinary-policy-governs': firstDayWords(
      'the Investigation and Disciplinary policy took over. It requires evidence and refuses hearsay. Its time limits are not included here',
      'the Investigation and Disciplinary policy took over',
    ),
    'actions-policy-governs': firstDayWords('the oldest edition of the policy on actions against members included here begins'),
    'information-is-acknowledged':
      'the SET Operations Manager acknowledges information about a member. Panels, sanctions and later time limits are not included here',
    'is-about-the-support-received': ['the challenge is about the support received', 'the challenge is about an adjustment'],
    'challenger-is-a-participant': [
      'the challenge comes from a participant',
      'the challenge does not come from a participant. Clause 9.1 is for participants',
    ],
    'team-answers-in-writing': 'the Professional Status Team responds to an appeal in writing',
    'no-limit-binds-the-participant': 'clause 9.1 does not set a time limit for the participant',
    'appeals-document-is-not-included':
      'the clause points to a document on appeals procedures, which may set a time limit and is not included here',
    'adjustments-have-their-own-policy': 'reasonable adjustments have their own policy. Its time limits and steps are not included here',
  },
});
