// The words of what a participant asks for (2.3, 4.3, 6.1.5, 6.1.7, 6.2.1, 6.2.2 and 8.1).
import { value, type Words } from '../decision/words.js';
import type { assessSupportRequest } from './6.1.5-support-requests.js';
import type { FeedbackRequestTest } from './6.2.1-feedback-requests.js';

/** Returns the words of these rules. */
export const supportRequestWords = (): Words<{ readonly assessSupportRequest: typeof assessSupportRequest }, FeedbackRequestTest> => ({
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
