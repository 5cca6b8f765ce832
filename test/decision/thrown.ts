// The error of a call that is refused.
import { isInvalidFacts, type InvalidFacts } from '../../src/index.js';

export function thrownBy(work: () => unknown): InvalidFacts {
  try {
    work();
  } catch (error) {
    if (isInvalidFacts(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
