// A property of the policy, named by the clause that it follows from. docs/theorems.md lists them all, with the number of cases in which each was put to the test.
import { test } from '@fast-check/vitest';
import type fc from 'fast-check';
import type { ClauseId } from '../../src/index.js';
import { runs } from '../runs.js';

/** States what holds of every case; a case in which it asserts nothing is not counted. */
export function theorem<T>(clause: ClauseId, says: string, of: fc.Arbitrary<T>, holds: (drawn: T) => void): void {
  test.prop([of], runs(200))(`${clause.replace('support/', '')}: ${says}`, holds);
}
