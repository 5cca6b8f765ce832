// The line by which a picture says that it is drawn by drafted limits, and not by the policy's.
import { span } from '../decision/words.js';
import { draftsIn, type Limits } from '../policy/limits.js';

/** Names every limit that a policy drafts, by clause, as the pictures name clauses; nothing where it drafts none. */
export function draftLine(limits: Limits): string | undefined {
  const drafted = draftsIn(limits).map(({ clause, held, drafted: to }) => `${clause}: ${span(to)}, and not ${span(held)}`);
  return drafted.length === 0 ? undefined : `Draft, not the policy (${drafted.join('; ')})`;
}
