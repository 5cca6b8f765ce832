// The lengths of time that the documents state, each once, by its clause; and drafts of others, to see what a change would change.
import { deepFreeze } from '../data/objects.js';
import type { Issue, Path } from '../data/issues.js';
import { optionsOf, readerOf, wholeCode } from '../data/reading.js';
import type { ClauseId } from './ids.js';

/** A length of time as the policy states it, in exactly one unit. @since 0.1.0 */
export type Span = { readonly workingDays: number } | { readonly months: number } | { readonly days: number };

/** The length that each clause states, in the unit in which it states it. @since 0.1.0 */
export interface Limits {
  /** The notice of what section 6 does not describe. */
  readonly 'support/3.1.1': { readonly months: number };
  /** The month in which review and moderation is expected. */
  readonly 'support/4.4': { readonly months: number };
  /** The Team's answer to an appeal about support. */
  readonly 'support/9.1': { readonly workingDays: number };
  /** From receipt of a decision: the member asks why. */
  readonly 'award-appeals/4.1': { readonly workingDays: number };
  /** From receipt of the member's letter: the explanation. */
  readonly 'award-appeals/4.2': { readonly workingDays: number };
  /** From receipt of the explanation: the grounds for an appeal. */
  readonly 'award-appeals/4.3': { readonly workingDays: number };
  /** From receipt of information about a member: its acknowledgement. */
  readonly 'member-action/2.2': { readonly workingDays: number };
  /** The notice of a change to the conditions of membership, alike in every edition that is included. */
  readonly 'conditions/notice': { readonly days: number };
}
/** A clause that states a length of time. @since 0.1.0 */
export type LimitId = keyof Limits;

/** The length of time that each clause states: its last day is in time. Each is counted from an actual receipt or start, and they are never added up. @since 0.1.0 */
export const limits: Limits = /* @__PURE__ */ deepFreeze({
  'support/3.1.1': { months: 1 },
  'support/4.4': { months: 1 },
  'support/9.1': { workingDays: 10 },
  'award-appeals/4.1': { workingDays: 10 },
  'award-appeals/4.2': { workingDays: 5 },
  'award-appeals/4.3': { workingDays: 10 },
  'member-action/2.2': { workingDays: 2 },
  'conditions/notice': { days: 14 },
} satisfies Record<LimitId, Span> & Partial<Record<ClauseId, Span>>);

/** A length of time that a draft puts in the place of the policy's own. @since 0.1.0 */
export interface DraftedLimit {
  readonly clause: LimitId;
  readonly held: Span;
  readonly drafted: Span;
}

const LONGEST = 400;
const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= LONGEST;
const aLength = /* @__PURE__ */ readerOf<number>(isLength, `must be a whole number from 1 to ${LONGEST}`, wholeCode);

/** Reads drafted limits; each is in the unit of the clause, and one that is the policy's own is not a draft. */
export function limitsFrom(value: unknown, at: Path, issues: Issue[]): Limits {
  if (value === undefined) return limits;
  const given = optionsOf(value, at, 'an object of limits by clause', Object.keys(limits), issues) ?? {};
  const drafted = Object.entries(given).flatMap(([id, span]) => {
    const [unit, held] = Object.entries(limits[id as LimitId])[0] as [string, number];
    const path = [...at, id];
    const read = optionsOf(span, path, `an object such as { ${unit}: ${held} }`, [unit], issues);
    const length = read && aLength(issues, read[unit], [...path, unit]);
    return isLength(length) && length !== held ? [[id, { [unit]: length }]] : [];
  });
  return drafted.length === 0 ? limits : deepFreeze({ ...limits, ...Object.fromEntries(drafted) } as Limits);
}

/** Returns the mark of what follows from a drafted limit. */
export function draftMark(of: Partial<Limits>, id: LimitId): { readonly draft?: true } {
  return of[id] === limits[id] ? {} : { draft: true };
}

/** Lists what is drafted of some clauses, or of all. */
export function draftsIn(of: Limits, ids: readonly LimitId[] = Object.keys(limits) as LimitId[]): readonly DraftedLimit[] {
  if (of === limits) return [];
  return ids.filter((id) => of[id] !== limits[id]).map((clause) => ({ clause, held: limits[clause], drafted: of[clause] }));
}
