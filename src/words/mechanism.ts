// The words of the tests that belong to no family: those of the mechanism.
import type { EditionId } from '../policy/choices.js';
import { editions } from '../policy/editions.js';
import { idInWords, ownEntry } from '../data/text.js';
import type { EngineTest, Value } from '../decision/decision.js';
import type { MachineTest } from '../machine/table.js';
import { recordOf, stageName } from './stages.js';
import { value, tooEarlyWords, type FindingWords } from '../decision/words.js';

const recordName = (event: Value | undefined): string => ownEntry(recordOf as Readonly<Record<string, string>>, String(event));

export const mechanismWords = (): FindingWords<EngineTest | MachineTest> => ({
  tests: {
    'calendar-covers-the-count': [
      undefined,
      (left, right) =>
        `the count needs ${value(left)}, and the calendar of bank holidays ${String(left) < String(right) ? 'begins on' : 'ends on'} ${value(right)}`,
    ],
    'clause-is-held': [
      undefined,
      (left) => `the text of this clause is not included for the edition “${ownEntry(editions, left as EditionId).name}”`,
    ],
    'enough-is-known': [undefined, 'not enough is known to answer'],
    'hour-of-receipt-is-known': [undefined, 'office hours decide the day of receipt, and the hour of receipt is not known'],
    'already-recorded': 'this event is already recorded; nothing changes',
    'id-is-free': [undefined, (left) => `another event is recorded under the id ${idInWords(String(left))}`],
    'stage-takes-event': [
      (left, right) => `${recordName(left)} can be recorded while the case is at “${stageName(String(right))}”`,
      (left, right) => `${recordName(left)} cannot be recorded while the case is at “${stageName(String(right))}”`,
    ],
    'follows-what-it-answers': tooEarlyWords('this step'),
    'step-is-in-time': [
      (left, right) => `this step counts on ${value(left)}, in time; its last day is ${value(right)}`,
      (left, right) => `this step counts on ${value(left)}, and is late: its last day was ${value(right)}`,
    ],
    'document-governs': [
      undefined,
      (left, right) =>
        String(left) < String(right)
          ? `${value(left)} is before ${value(right)}, when the oldest edition included begins. No time limit is counted`
          : `${value(left)} is on or after ${value(right)}, when another document took the place of this one. No time limit is counted`,
    ],
  },
});
