// A length of time within a sentence is that of the policy by which an answer was given: `{support/3.1.1}` stands where it is said.
import { span } from '../decision/words.js';
import type { DraftedLimit, LimitId, Limits } from '../policy/limits.js';
import type { AnyPolicy } from '../policy/policy.js';

const LIMIT = /\{([a-z-]+\/[a-z\d.]+)\}/g;

/** Returns the limits by which an answer was given: those of the policy, and what the answer says of a draft. */
export function limitsOf(answer: object, { limits }: AnyPolicy): Limits {
  const { basis } = answer as { readonly basis?: { readonly draft?: readonly DraftedLimit[] } };
  if (basis?.draft === undefined) return limits;
  return Object.assign({}, limits, ...basis.draft.map(({ clause, drafted }) => ({ [clause]: drafted }))) as Limits;
}

/** Returns a sentence with each length written out. */
export function withLengths(text: string, limits: Limits): string {
  if (!text.includes('{')) return text;
  return text.replace(LIMIT, (token, id: string) => (Object.hasOwn(limits, id) ? span(limits[id as LimitId]) : token));
}
