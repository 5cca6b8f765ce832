// The words of what the lifecycle itself finds of an event.
import { value, tooEarlyWords, type FindingWords } from '../../decision/words.js';
import { idInWords } from '../../data/text.js';

/** The tests of the lifecycle's events. */
export type LifecycleTest =
  | 'award-follows-outcome'
  | 'deadline-day-is-over'
  | 'deadline-day-is-reached'
  | 'later-portfolio-has-its-own-resubmission'
  | 'outcome-follows-deadline'
  | 'restart-cohort-has-open-entry'
  | 'restart-cohort-starts-after-trigger'
  | 'outcome-follows-submission'
  | 'programme-has-a-mentor'
  | 'programme-has-a-supporter'
  | 'restart-is-in-another-cohort'
  | 'restart-is-in-the-same-programme'
  | 'resubmission-follows-outcome'
  | 'submission-follows-issue';

export const lifecycleWords = (): FindingWords<LifecycleTest> => ({
  tests: {
    'award-follows-outcome': tooEarlyWords('the award'),
    'deadline-day-is-over': tooEarlyWords('a missed deadline'),
    'deadline-day-is-reached': [
      undefined,
      (left, right) => `a review cannot start before the submission deadline, ${value(right)}. This one is dated ${value(left)}`,
    ],
    'later-portfolio-has-its-own-resubmission': [
      undefined,
      'under the interpretation used, only the first portfolio has a free resubmission',
    ],
    'outcome-follows-deadline': [
      undefined,
      (left, right) => `an outcome cannot be released before the submission deadline, ${value(right)}. This one is dated ${value(left)}`,
    ],
    'restart-cohort-has-open-entry': [
      (left, right) => `entry to the new cohort closes on ${value(left)}, on or after ${value(right)}, the day that leads to the restart`,
      (left, right) => `entry to the new cohort closes on ${value(left)}, before ${value(right)}, the day that leads to the restart`,
    ],
    'restart-cohort-starts-after-trigger': [
      (left, right) => `the new cohort starts on ${value(left)}, after ${value(right)}, the day that leads to the restart`,
      (left, right) => `the new cohort starts on ${value(left)}, not after ${value(right)}, the day that leads to the restart`,
    ],
    'outcome-follows-submission': tooEarlyWords('an outcome', 'can be released'),
    'programme-has-a-mentor': [undefined, 'only ATS has mentors; in QTLS the participant appoints a supporter'],
    'programme-has-a-supporter': [undefined, 'only QTLS has supporters; in ATS a mentor helps'],
    'restart-is-in-another-cohort': [
      'the restart is with another cohort',
      (left) => `the restart must be in another cohort. The case is in ${idInWords(String(left))} already`,
    ],
    'restart-is-in-the-same-programme': [
      'the restart is in the same programme',
      (left, right) => `the restart must be in the same programme. The new cohort is ${value(left)}, and the case is ${value(right)}`,
    ],
    'resubmission-follows-outcome': tooEarlyWords('a resubmission', 'can be made'),
    'submission-follows-issue': tooEarlyWords('a submission', 'can be made'),
  },
});
