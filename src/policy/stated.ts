// A policy as JSON can state it: what `definePolicy` takes, with a nation's calendar by its id.
import { calendarsOfNations } from '../calendar/nations.js';
import { notOneOf, throwIfAny, readAll } from '../data/issues.js';
import { isPlainObject } from '../data/objects.js';
import { policyOf, type AnyPolicy } from './policy.js';

/** Lists the ids of the nations' calendars, default first. */
export function nationIds(): readonly [string, ...string[]] {
  return calendarsOfNations().map(({ id }) => id) as unknown as readonly [string, ...string[]];
}

/** Makes the policy that plain data states; the standard one where there is none. Throws `InvalidFacts`, each path beginning with `policy`. */
export function policyStated(stated: unknown): AnyPolicy {
  if (!isPlainObject(stated) || stated['calendar'] === undefined) return policyOf(stated);
  const { calendar, ...rest } = stated;
  const nation = calendarsOfNations().find(({ id }) => id === calendar);
  const [chosen] = readAll(
    () => policyOf({ ...rest, ...(nation && { calendar: nation }) }),
    () => throwIfAny(nation === undefined ? [notOneOf(['policy', 'calendar'], nationIds(), calendar)] : []),
  );
  return chosen;
}
