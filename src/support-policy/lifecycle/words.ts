// The words of what the lifecycle itself finds of an event.
import { value, follows, type FindingWords } from '../../decision/words.js';
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

/** Returns the words of these findings. */
export const lifecycleWords = (): FindingWords<LifecycleTest> => ({
  tests: {
    'award-follows-outcome': follows('the award', 'the outcome'),
    'deadline-day-is-over': follows('a missed deadline', 'the end of its day', 'can be recorded'),
    'deadline-day-is-reached': [
      'the review starts after the submission deadline',
      (left, right) => `a review cannot start before the submission deadline, ${value(right)}. This one is dated ${value(left)}`,
    ],
    'later-portfolio-has-its-own-resubmission': [
      'as the clause is read here, each portfolio has a free resubmission of its own',
      'as the clause is read here, the one free resubmission of this person is spent',
    ],
    'outcome-follows-deadline': [
      'the outcome is released after the submission deadline',
      (left, right) => `an outcome cannot be released before the submission deadline, ${value(right)}. This one is dated ${value(left)}`,
    ],
    'restart-cohort-has-open-entry': [
      (left, right) => `the entry of the new cohort closes on ${value(left)}, not before ${value(right)}, when the restart was triggered`,
      (left, right) => `the entry of the new cohort closed on ${value(left)}, before ${value(right)}, when the restart was triggered`,
    ],
    'restart-cohort-starts-after-trigger': [
      (left, right) => `the new cohort starts on ${value(left)}, after ${value(right)}, when the restart was triggered`,
      (left, right) => `the new cohort started on ${value(left)}, not after ${value(right)}, when the restart was triggered`,
    ],
    'outcome-follows-submission': follows('an outcome', 'what it answers was submitted', 'can be released'),
    'programme-has-a-mentor': ['the programme has a mentor', 'a mentor belongs to ATS; in QTLS the participant appoints a supporter'],
    'programme-has-a-supporter': ['the programme has a supporter', 'a supporter belongs to QTLS; in ATS a mentor helps'],
    'restart-is-in-another-cohort': [
      'the restart is with another cohort',
      (left) => `the case is in cohort ${idInWords(String(left))} already`,
    ],
    'restart-is-in-the-same-programme': [
      'the restart is in the same programme',
      (left, right) => `the restart names a cohort of ${value(left)}, and the case is in ${value(right)}`,
    ],
    'resubmission-follows-outcome': follows('a resubmission', 'the outcome that it answers', 'can be made'),
    'submission-follows-issue': follows('a submission', 'the portfolio was issued', 'can be made'),
  },
});
