// What tells two policies apart: each single change, and which of them make an answer another.
import type { EditionId, SelectableReadingId } from '../policy/choices.js';
import type { LimitId, Limits } from '../policy/limits.js';
import { definePolicy, documentOf, type AnyPolicy } from '../policy/policy.js';

/** The cause of a difference: one interpretation, limit, edition or calendar that was changed. @since 0.1.0 */
export type Cause =
  | { readonly kind: 'reading'; readonly id: SelectableReadingId }
  | { readonly kind: 'limit'; readonly id: LimitId }
  | { readonly kind: 'edition'; readonly id: EditionId }
  | { readonly kind: 'calendar'; readonly id: string };

/** Lists the single changes that lead from one policy to another, in the order of their registers. */
export function changesBetween(before: AnyPolicy, after: AnyPolicy): readonly Cause[] {
  const changed = <T extends object>(one: T, other: T): (keyof T)[] =>
    (Object.keys(one) as (keyof T)[]).filter((id) => JSON.stringify(one[id]) !== JSON.stringify(other[id]));
  const { id, version } = after.calendar;
  return [
    ...changed(before.readings, after.readings).map((id): Cause => ({ kind: 'reading', id })),
    ...changed(before.limits, after.limits).map((id): Cause => ({ kind: 'limit', id })),
    ...after.editions.filter((each) => !before.editions.includes(each)).map((id): Cause => ({ kind: 'edition', id })),
    ...(before.calendar.id === id && before.calendar.version === version ? [] : [{ kind: 'calendar', id } as const]),
  ];
}

/** Returns the policy before with some of the changes that lead to the policy after. */
export function withChanges(before: AnyPolicy, after: AnyPolicy, some: readonly Cause[]): AnyPolicy {
  const changed = <T extends object>(kind: Cause['kind'], one: T, other: T): T =>
    Object.assign({}, one, ...some.map((each) => (each.kind === kind ? { [each.id]: other[each.id as keyof T] } : {}))) as T;
  const editions = some.flatMap((each) => (each.kind === 'edition' ? [each.id] : []));
  const kept = before.editions.filter((edition) => !editions.some((other) => documentOf(other) === documentOf(edition)));
  return definePolicy({
    calendar: (some.some(({ kind }) => kind === 'calendar') ? after : before).calendar,
    readings: changed('reading', before.readings, after.readings),
    editions: [...kept, ...editions],
    limits: changed<Limits>('limit', before.limits, after.limits),
  });
}

/**
 * Returns the causes of a difference: those changes of which each alone leads to the answer afterwards; where none does, a set of changes that leads to it
 * together and of which none can be left out.
 */
export function causesOf(changes: readonly Cause[], leadsToAfter: (some: readonly Cause[]) => boolean): readonly Cause[] {
  if (changes.length === 1) return changes;
  const alone = changes.filter((change) => leadsToAfter([change]));
  if (alone.length > 0) return alone;
  return changes.reduce((left, change) => {
    const without = left.filter((each) => each !== change);
    return leadsToAfter(without) ? without : left;
  }, changes);
}
