// The words of what a participant asks for (2.3, 4.3, 6.1.5, 6.1.7, 6.2.1, 6.2.2 and 8.1).
import { value, type OutcomeLabels, type Words } from '../decision/words.js';
import { feedbackTestsSaid, type SharedTest } from './6.2.1-feedback-requests.js';

export const supportRequestLabels: OutcomeLabels<'assessSupportRequest'> = {
  'not-provided': 'not given',
  provided: 'given',
  limited: 'limit on requests reached',
};

export const supportRequestWords = (): Words<'assessSupportRequest', SharedTest> => ({
  facts: {
    ask: 'what the participant asks for',
    specialArrangement: 'whether a special arrangement was agreed',
    requestsSoFar: 'the number of requests so far',
    limitSetByTeam: 'the limit on requests that the Team has set, if any',
    furtherSupport: 'whether further support was arranged',
    writtenFeedback: 'whether the written feedback was issued',
  },
  outcomes: {
    assessSupportRequest: {
      provided: 'Yes: the participant can have this support',
      'not-provided': 'No: this support is not given in this case',
      limited: 'Not now: the participant has reached the limit on requests that the Team has set',
    },
  },
  tests: {
    ...feedbackTestsSaid,
    'asks-for-student-finance': ['the request is for student finance', 'the request is not for student finance'],
    'programme-is-for-qualified-professionals': 'the programmes are for fully qualified professionals',
    'participants-are-not-students': 'participants do not count as students',
    'asks-for-formative-assessment': ['the request is for formative assessment', 'the request is not for formative assessment'],
    'formative-assessment-is-not-given': 'the Team does not assess work along the way',
    'asks-for-tutorial': ['the request is for a tutorial', 'the request is not for a tutorial'],
    'tutorials-are-left-out': ['this edition leaves tutorials out', 'this edition does not mention tutorials'],
    'asks-a-general-query': ['the request is a general query', 'the request is not a general query'],
    'queries-are-answered-before-issue': [
      'under the interpretation used, general queries are answered before the portfolio is issued',
      'under the interpretation used, general queries are answered from the issue of the portfolio',
    ],
    'portfolio-is-issued-at-this-stage': [
      'the portfolio has been issued',
      'the portfolio has not been issued yet. Support begins when it is issued',
    ],
    'support-is-open-at-this-stage': [
      'the participant can get in-programme support at this stage',
      'after its last day, in-programme support has ended, or stops until a new portfolio is issued',
    ],
    'asks-for-further-support': [
      'section 6 does not describe this support. Participants should tell the Team of it at least {support/3.1.1} before the start',
      'the request is not for support beyond section 6',
    ],
    'is-under-review-or-after': [
      'the time before the review and moderation is over',
      'the portfolio is not in review and moderation, and has not been',
    ],
    'whatever-else-is-further': [
      'under the interpretation used, after a “criteria not met” any request other than feedback is a further request',
      'under the interpretation used, the support in section 6 continues after a “criteria not met”',
    ],
    'not-met-is-known': [
      'this stage comes after a “criteria not met” or a missed deadline',
      'this stage does not come after a “criteria not met” or a missed deadline',
    ],
    'further-support-is-assessed': [
      'somebody has checked whether this clause gives further support',
      'nobody has checked whether this clause gives further support. It needs a request for reasonable adjustments before the start, and a prior arrangement',
    ],
    'further-support-is-arranged': [
      'further support can be given as arranged',
      'further support is not granted. It needs a request for reasonable adjustments before the start, and a prior arrangement',
    ],
    'special-arrangement-is-agreed': ['the participant has a special arrangement', 'the participant does not have a special arrangement'],
    'team-has-set-a-limit': [
      'the Team has set a limit on requests',
      'the Team has not set a limit on requests. The policy states no number',
    ],
    'requests-are-within-the-limit': [
      (left, right) => `the number of requests so far is ${value(left)}, below the limit of ${value(right)} set by the Team`,
      (left, right) => `the number of requests so far is ${value(left)}, and the limit set by the Team is ${value(right)}`,
    ],
    'number-of-requests-is-known': [undefined, 'the Team has set a limit, and how many requests there were is not known'],
  },
});
