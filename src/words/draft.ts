// What follows from a drafted limit says so first, so that nobody takes it for the policy.
import { span } from '../decision/words.js';
import { draftsIn, type DraftedLimit, type Limits } from '../policy/limits.js';
import { clauseNames } from './phrases.js';

/** Returns the words that come before an answer that rests on a draft; none before one of the policy. */
export function draftInWords(answer: object): string {
  const { basis, draft } = answer as Partial<Record<'basis' | 'draft', object>>;
  const drafted = (basis === undefined ? draft : (basis as { readonly draft?: object }).draft) as readonly DraftedLimit[] | undefined;
  if (drafted !== undefined) return `Draft, not the policy (${drafted.map(limitInWords).join('; ')}): `;
  if (basis !== undefined) return '';
  return isMarked(answer) ? 'Draft, not the policy: ' : '';
}

/** Returns the line of a picture that names each drafted limit by its clause; nothing where none is drafted. */
export function draftLine(limits: Limits): string | undefined {
  const drafted = draftsIn(limits).map(({ clause, held, drafted: to }) => `${clause}: ${span(to)}, and not ${span(held)}`);
  return drafted.length === 0 ? undefined : `Draft, not the policy (${drafted.join('; ')})`;
}

function limitInWords({ clause, held, drafted }: DraftedLimit): string {
  return `${clauseNames([clause])}: ${span(drafted)}, and not ${span(held)}`;
}

/** Tells whether any part of an answer is marked as a draft's. */
function isMarked(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  return ('draft' in part && part.draft === true) || Object.values(part).some(isMarked);
}
