// The answers of a rule whose facts are all words: they are few, so each is worked out once under a policy, and given again.
import type * as z from 'zod';
import type { AnyPolicy } from '../policy/policy.js';
import type { Decision } from './decision.js';
import type { ShapeOf } from './facts.js';

/** Where a policy, and then a word for each fact in turn, leads; and at the last of them the answer, once it is known. */
export interface Kept {
  answer?: Decision<string, Readonly<Record<string, unknown>>>;
  readonly after: Map<unknown, Kept> | WeakMap<AnyPolicy, Kept>;
}

/** Makes room for the answers of a rule; none for one with a fact that is not a word. Those under a policy go when it goes. */
export function keptFor(shape: ShapeOf<object>): Kept | undefined {
  return Object.values(shape as Readonly<Record<string, z.ZodType>>).every(isOfWords) ? { after: new WeakMap() } : undefined;
}

function isOfWords({ def }: z.ZodType): boolean {
  if (def.type === 'optional') return isOfWords((def as z.core.$ZodOptionalDef).innerType as z.ZodType);
  return def.type === 'enum' || def.type === 'boolean';
}

/** Finds the place of an answer. */
export function placeIn(kept: Kept, names: readonly string[], known: Readonly<Record<string, unknown>>, policy: AnyPolicy): Kept {
  let at = next(kept, policy);
  for (let index = 0; index < names.length; index++) at = next(at, known[names[index] as string]);
  return at;
}

function next({ after }: Kept, step: unknown): Kept {
  let found = after.get(step as AnyPolicy);
  if (found === undefined) after.set(step as AnyPolicy, (found = { after: new Map() }));
  return found;
}
