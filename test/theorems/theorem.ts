// A property of the policy, named by the clause that it follows from. docs/theorems.md lists them all, with the number of cases in which each was put to the test.
import { test } from '@fast-check/vitest';
import type fc from 'fast-check';
import type { ClauseId } from '../../src/index.js';
import { runs } from '../runs.js';
import { eachCase, type Space } from './spaces.js';

/** Why a theorem is tried on cases drawn at random, and not on all. */
type WhyDrawn = 'histories' | 'instants' | 'lists' | 'two-rules' | 'two-days';

/** Cases of which there are too many to go through. */
export interface Drawn<T> {
  readonly drawn: fc.Arbitrary<T>;
  readonly why: WhyDrawn;
}

/** Whether a theorem is put to every case of its space: while the page is written, and in `npm run test:full`. */
const isWhole = process.env['THEOREMS'] === 'whole';

/** States what holds of every case; of those drawn, a case in which it asserts nothing is not counted. */
export function theorem<T>(clauses: ClauseId | readonly ClauseId[], says: string, of: Space<T> | Drawn<T>, holds: (each: T) => void): void {
  const title = `${[clauses]
    .flat()
    .map((clause) => clause.replace('support/', ''))
    .join(', ')}: ${says}`;
  const told = 'size' in of ? { whole: of.size } : { why: of.why };
  if (isWhole && 'size' in of) test.prop([Object.assign(eachCase(of), told)], { numRuns: of.size })(title, holds);
  else
    test.prop(
      [
        Object.assign(
          of.drawn.map((each) => each),
          told,
        ),
      ],
      runs(200),
    )(title, holds);
}
