// The words of the tests that belong to no family: those of the mechanism.
import type { EditionId } from '../policy/choices.js';
import { editions } from '../policy/editions.js';
import { idInWords, own } from '../data/text.js';
import type { EngineTest } from '../decision/decision.js';
import type { MachineTest } from '../machine/table.js';
import { value, follows, type FindingWords } from '../decision/words.js';

/** Returns the words of these findings. */
export const mechanismWords = (): FindingWords<EngineTest | MachineTest> => ({
  tests: {
    'calendar-covers-the-count': [
      'the calendar covers every day of the count',
      (left, right) => `the count needs ${value(left)}, and the calendar of bank holidays ends at ${value(right)}`,
    ],
    'clause-is-held': [
      'the text of the clause is held',
      (left) => `the text of the clause is not held of the edition chosen, “${own(editions, left as EditionId).name}”`,
    ],
    'enough-is-known': ['enough is known to answer', 'not enough is known to answer'],
    'hour-of-receipt-is-known': ['the hour of receipt is known', 'office hours decide the day of receipt, and its hour is not known'],
    'already-recorded': ['this event is already recorded; nothing changes', 'this event is not recorded yet'],
    'id-is-free': ['the id of this event is free', (left) => `another event is recorded under the id ${idInWords(String(left))}`],
    'stage-takes-event': [
      (left, right) => `"${value(left)}" can be recorded while the case is at "${value(right)}"`,
      (left, right) => `"${value(left)}" cannot be recorded while the case is at "${value(right)}"`,
    ],
    'follows-what-it-answers': follows('a step', 'what it answers'),
    'step-is-in-time': [
      (left, right) => `this step counts on ${value(left)}, in time: its last day is ${value(right)}`,
      (left, right) => `this step counts on ${value(left)}, and is late: its last day was ${value(right)}`,
    ],
    'document-governs': [
      'the document whose steps these are governs on that day',
      (left, right) =>
        String(left) < String(right)
          ? `${value(left)} is before ${value(right)}, when the oldest edition that is held of this procedure's document begins. No limit is counted`
          : `${value(left)} is on or after ${value(right)}, from when another document or edition governs than the one whose steps these are. No limit is counted`,
    ],
  },
});
