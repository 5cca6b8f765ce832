// The policy by which a rule decides: whose working days count, how the words are read, and which editions of the documents are meant.
import { issue, notOneOf, throwIfAny, type Issue, type Path } from '../data/issues.js';
import { onceForEach } from '../data/objects.js';
import { englandAndWales } from '../calendar/nations.js';
import { aCalendar } from '../calendar/working-calendar.js';
import type { WorkingCalendar } from '../calendar/content.js';
import {
  defaultReadings,
  editionIds,
  heldInPart,
  readingChoices,
  sourceEditions,
  type DocumentId,
  type EditionId,
  type HeldEditionId,
  type Readings,
} from './choices.js';
import { itemsOf, optionsOf } from '../data/reading.js';
import { limitsFrom, type LimitId, type Limits } from './limits.js';

/** The calendar, interpretations and editions by which a rule decides. `definePolicy` makes one. @since 0.1.0 */
export interface Policy<E extends EditionId = HeldEditionId> {
  /** Whose bank holidays are left out of a count of working days. */
  readonly calendar: WorkingCalendar;
  /** How each passage is read where its words leave a choice. */
  readonly readings: Readings;
  /** Which edition of each document is meant: one for each document that has any. */
  readonly editions: readonly E[];
  /** The length of time that each clause states; those of a draft where it has any. */
  readonly limits: Limits;
}

/** A policy that may name editions included only in part: what rests on a clause whose text is missing is then undetermined. @since 0.1.0 */
export type AnyPolicy = Policy<EditionId>;

/** What departs from the standard policy; what is left out stays as it is there. @since 0.1.0 */
export interface PolicyOptions<E extends EditionId = EditionId> {
  /** The calendar of working days; England and Wales unless given. */
  readonly calendar?: WorkingCalendar | undefined;
  /** The readings that differ from the defaults. */
  readonly readings?: { readonly [K in keyof Readings]?: Readings[K] | undefined } | undefined;
  /** Editions, each in the place of the standard one of its document, or beside the others where there is none; one a document. */
  readonly editions?: readonly E[] | undefined;
  /** Limits that a draft puts in the place of the policy's own, by clause, in the unit of the clause: every answer that uses one says so. */
  readonly limits?: { readonly [K in LimitId]?: Limits[K] | undefined } | undefined;
}

/** The policies made here, so that one is known again without a second check. */
const madePolicies: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/**
 * Makes a policy from what departs from the standard one, checked, copied and frozen.
 *
 * An option that is absent or `undefined` keeps its standard value. An edition takes the place of the standard edition of its document.
 * Throws `InvalidFacts`, with every problem and its path, for an unknown key, reading, choice or edition, for two editions of one
 * document, and for a calendar that no calendar function made.
 *
 * @example definePolicy({ readings: { 'notice-month': 'count-forward' } }).readings['notice-month'] // => 'count-forward'
 * @since 0.1.0
 */
export function definePolicy(options?: PolicyOptions<HeldEditionId>): Policy;
/**
 * Makes a policy that may name editions held only in part; what rests on a clause of theirs that is not held is then undetermined.
 *
 * Throws `InvalidFacts` as above.
 *
 * @example noticeDeadline({ programmeStartsOn: '2025-01-10' }, definePolicy({ editions: ['support@etf-staff'] })).outcome // => 'undetermined'
 * @since 0.1.0
 */
export function definePolicy(options: PolicyOptions): AnyPolicy;
export function definePolicy(options: PolicyOptions = {}): AnyPolicy {
  return policyFrom(options, []);
}

/**
 * The policy of every rule that is not given another: England and Wales, every reading's default, the sources' own editions.
 *
 * @example standardPolicy.readings['prior-discussion'] // => 'required'
 * @since 0.1.0
 */
export const standardPolicy: Policy = /* @__PURE__ */ policyFrom({}, []) as Policy;

/**
 * Reads the policy given to a rule: the standard one when none is, one made here as it is, and anything else through `definePolicy`.
 *
 * Throws `InvalidFacts`, each path beginning with `at`.
 *
 * @example policyOf(undefined) === standardPolicy // => true
 * @since 0.1.0
 */
export function policyOf(value: unknown, at: Path = ['policy']): AnyPolicy {
  return value === undefined ? standardPolicy : isPolicy(value) ? value : policyFrom(value, at);
}

/** Tells whether a value is a policy that was made here, and so is already validated. */
export function isPolicy(value: unknown): value is AnyPolicy {
  return madePolicies.has(value as object);
}

function policyFrom(value: unknown, at: Path): AnyPolicy {
  const issues: Issue[] = [];
  const keys = ['calendar', 'readings', 'editions', 'limits'];
  const given = optionsOf(value, at, 'an object with any of calendar, readings, editions and limits', keys, issues, whyUnknown) ?? {};
  const policy: AnyPolicy = Object.freeze({
    calendar: given['calendar'] === undefined ? englandAndWales : aCalendar(issues, given['calendar'], [...at, 'calendar']),
    readings: readingsFrom(given['readings'], [...at, 'readings'], issues),
    editions: editionsFrom(given['editions'], [...at, 'editions'], issues),
    limits: limitsFrom(given['limits'], [...at, 'limits'], issues),
  });
  throwIfAny(issues);
  madePolicies.add(policy);
  return policy;
}

const othersOf = /* @__PURE__ */ onceForEach<AnyPolicy, Map<unknown, AnyPolicy>>(() => new Map(), /* @__PURE__ */ new WeakMap());

/** Returns the policy with other parts, all of them made here; made once for each policy and key. */
function policyWith(policy: AnyPolicy, key: unknown, changed: () => Partial<AnyPolicy>): AnyPolicy {
  const others = othersOf(policy);
  const known = others.get(key);
  if (known !== undefined) return known;
  const other: AnyPolicy = Object.freeze({ ...policy, ...changed() });
  madePolicies.add(other);
  others.set(key, other);
  return other;
}

/** Returns the policy with other choices of some readings; the choices are of the register. */
export function withReadings(policy: AnyPolicy, changed: Readonly<Record<string, string>>): AnyPolicy {
  return policyWith(policy, JSON.stringify(changed), () => ({ readings: Object.freeze({ ...policy.readings, ...changed }) }));
}

/** Returns the policy with another calendar that was made here. */
export function withCalendar(policy: AnyPolicy, calendar: WorkingCalendar): AnyPolicy {
  return policyWith(policy, calendar, () => ({ calendar }));
}

/** Returns the policy with an edition, if there is one, in the place of that of its document. */
export function withEdition(policy: AnyPolicy, edition: EditionId | undefined): AnyPolicy {
  if (edition === undefined || policy.editions.includes(edition)) return policy;
  return policyWith(policy, edition, () => ({
    editions: editionsFrom([...policy.editions.filter((each) => documentOf(each) !== documentOf(edition)), edition], [], []),
  }));
}

function whyUnknown(key: unknown): string | undefined {
  return key === 'working-day-calendar' ? 'has no choices: the calendar of the policy decides it' : undefined;
}

function readingsFrom(value: unknown, at: Path, issues: Issue[]): Readings {
  if (value === undefined) return defaultReadings;
  const given = optionsOf(value, at, 'an object of readings', Object.keys(readingChoices), issues, whyUnknown) ?? {};
  const chosen = Object.entries(readingChoices).map(([id, choices]: [string, readonly string[]]) => {
    const choice = given[id];
    if (choice === undefined) return [id, choices[0]];
    if (!choices.includes(choice as string)) issues.push(notOneOf([...at, id], choices, choice));
    return [id, choice];
  });
  return Object.freeze(Object.fromEntries(chosen) as Readings);
}

/** Puts each edition given in the place of the standard one, in the order of the register, so that equal policies are equal data. */
function editionsFrom(value: unknown, at: Path, issues: Issue[]): readonly EditionId[] {
  if (value === undefined) return sourceEditions;
  const listed = itemsOf(value, editionIds.length);
  if (listed === undefined) {
    issues.push(issue(at, `must be a list of at most ${editionIds.length} editions`, value));
    return sourceEditions;
  }
  const documents = listed.map((edition) => (editionIds.includes(edition as EditionId) ? documentOf(edition as EditionId) : undefined));
  for (const [index, document] of documents.entries()) {
    const [edition, earlier, path] = [listed[index], documents.indexOf(document), [...at, index]];
    if (document === undefined) issues.push(notOneOf(path, editionIds, edition));
    else if (earlier < index) issues.push(issue(path, `must not be a second edition of ${document}, after item ${earlier}`, edition));
  }
  const stays = (edition: HeldEditionId): boolean => !documents.includes(documentOf(edition));
  const chosen: readonly unknown[] = [...listed, ...sourceEditions.filter(stays)];
  return Object.freeze(editionIds.filter((edition) => chosen.includes(edition)));
}

export function documentOf(edition: EditionId): DocumentId {
  return edition.split('@')[0] as DocumentId;
}

/** Returns the policy with the standard edition of each document in place of one that is included in part. A procedure that has begun follows it. */
export function followedPolicy(policy: AnyPolicy): Policy {
  if (policy.editions === sourceEditions) return policy as Policy;
  const editions = policy.editions.filter((edition): edition is HeldEditionId => heldInPart[edition] === undefined);
  return editions.length === policy.editions.length
    ? (policy as Policy)
    : (policyWith(policy, followedPolicy, () => ({ editions: editionsFrom(editions, [], []) })) as Policy);
}
