// What tells two policies apart: each single change, and which of them make an answer another.
import type { SelectableReadingId } from '../policy/choices.js';
import type { EditionId } from '../policy/editions.js';
import type { LimitId, Limits } from '../policy/limits.js';
import { definePolicy, documentOf, type AnyPolicy, type PolicyOptions } from '../policy/policy.js';

/** The cause of a difference: one interpretation, limit, edition or calendar that was changed. @since 0.1.0 */
export type Cause =
  | { readonly kind: 'reading'; readonly id: SelectableReadingId }
  | { readonly kind: 'limit'; readonly id: LimitId }
  | { readonly kind: 'edition'; readonly id: EditionId }
  | { readonly kind: 'calendar'; readonly id: string };

/** One change from a policy to another. */
export interface PolicyChange {
  readonly cause: Cause;
  readonly options: PolicyOptions;
}

/** Lists the single changes that lead from one policy to another, in the order of their registers. */
export function changesBetween(before: AnyPolicy, after: AnyPolicy): readonly PolicyChange[] {
  const ids = Object.keys(before.readings) as SelectableReadingId[];
  const readings = ids
    .filter((id) => before.readings[id] !== after.readings[id])
    .map((id): PolicyChange => ({ cause: { kind: 'reading', id }, options: { readings: { [id]: after.readings[id] } } }));
  const limits = (Object.keys(before.limits) as LimitId[])
    .filter((id) => JSON.stringify(before.limits[id]) !== JSON.stringify(after.limits[id]))
    .map((id): PolicyChange => ({ cause: { kind: 'limit', id }, options: { limits: { [id]: after.limits[id] } } }));
  const editions = after.editions
    .filter((edition) => !before.editions.includes(edition))
    .map((id): PolicyChange => ({ cause: { kind: 'edition', id }, options: { editions: [id] } }));
  const isMoved = before.calendar.id !== after.calendar.id || before.calendar.version !== after.calendar.version;
  const { calendar } = after;
  return [
    ...readings,
    ...limits,
    ...editions,
    ...(isMoved ? [{ cause: { kind: 'calendar', id: calendar.id }, options: { calendar } } as const] : []),
  ];
}

export function withChanges({ calendar, readings, editions, limits }: AnyPolicy, changes: readonly PolicyChange[]): AnyPolicy {
  const changed = changes.flatMap(({ options }) => options.editions ?? []);
  const kept = editions.filter((edition) => !changed.some((other) => documentOf(other) === documentOf(edition)));
  return definePolicy({
    calendar: changes.find(({ options }) => options.calendar !== undefined)?.options.calendar ?? calendar,
    readings: Object.assign({}, readings, ...changes.map(({ options }) => options.readings)) as PolicyOptions['readings'],
    editions: [...kept, ...changed],
    limits: Object.assign({}, limits, ...changes.map(({ options }) => options.limits)) as Limits,
  });
}

/**
 * Returns the causes of a difference: those changes of which each alone leads to the answer afterwards; where none does, a set of changes that leads to it
 * together and of which none can be left out.
 */
export function causesOf(changes: readonly PolicyChange[], leadsToAfter: (some: readonly PolicyChange[]) => boolean): readonly Cause[] {
  const [only, ...others] = changes;
  if (only !== undefined && others.length === 0) return [only.cause];
  const alone = changes.filter((change) => leadsToAfter([change]));
  if (alone.length > 0) return alone.map(({ cause }) => cause);
  const needed = changes.reduce((left, change) => {
    const without = left.filter((each) => each !== change);
    return leadsToAfter(without) ? without : left;
  }, changes);
  return needed.map(({ cause }) => cause);
}
