// Verifying a receipt: its facts decided again, on the basis that it names, and the answer compared with what it says.
import { calendarsOfNations } from '../calendar/nations.js';
import { invalid, InvalidFacts, issue, safely, throwIfAny, readAll, type Issue } from '../data/issues.js';
import { calendarInVersion } from '../calendar/working-calendar.js';
import type { WorkingCalendar } from '../calendar/content.js';
import { read } from '../decision/facts.js';
import { isPlainObject } from '../data/objects.js';
import { readOnce } from '../data/copies.js';
import { optionsOf } from '../data/reading.js';
import { compiledOf, isRule, notARule, readWhole, type AnyRule } from '../decision/rule.js';
import { sameContent } from '../machine/reading.js';
import { editionIds, readingChoices, type EditionId } from '../policy/choices.js';
import { limits } from '../policy/limits.js';
import { definePolicy, policyOf, type AnyPolicy } from '../policy/policy.js';
import { withPathFrom, type Asked } from './asked.js';
import { RECEIPT_VERSION, receiptOf, receiptSchema, VERSION, type StoredReceipt } from './receipt.js';

/** Something that a receipt rests on and is not at hand. `library`: these facts are read by the version that made the receipt, and not by this one. @since 0.1.0 */
export type MissingForReceipt =
  | { readonly kind: 'receipt'; readonly version: number }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'edition'; readonly id: string }
  | { readonly kind: 'reading'; readonly id: string; readonly choice: string }
  | { readonly kind: 'limit'; readonly id: string }
  | { readonly kind: 'calendar'; readonly id: string; readonly version: string }
  | { readonly kind: 'library'; readonly version: string };

/** One part of a receipt that comes out otherwise now. @since 0.1.0 */
export interface ReceiptDifference {
  readonly name: 'outcome' | 'detail' | 'citations' | 'editions' | 'calendar' | 'readings' | 'assumed';
  readonly receipt: unknown;
  readonly now: unknown;
}

/** The finding whether a receipt's facts, on its own basis, still come out as it says. @since 0.1.0 */
export type Verification =
  | { readonly result: 'same' }
  | { readonly result: 'different'; readonly differs: readonly ReceiptDifference[] }
  | { readonly result: 'cannot'; readonly missing: readonly MissingForReceipt[] };

/** What a receipt is verified with: rules by id, and the policy whose calendar may be one of the host's own. @since 0.1.0 */
export interface VerifyWith {
  readonly rules: Readonly<Record<string, AnyRule>>;
  /** The source of the calendar, beside the nations' own; readings and editions are the receipt's. */
  readonly policy?: AnyPolicy | undefined;
}

/**
 * Decides a receipt's facts again on the basis that it names, and says whether the answer is the same, what differs, or what is missing to say so.
 *
 * A receipt of another version of the library is verified like any other, as long as the rule, the editions, the readings and the very
 * version of the calendar are at hand. A version from before years were added to a calendar is at hand with it; one from before a day was
 * proclaimed or moved, or a projected year was published, is not.
 * @throws `InvalidFacts` on a malformed receipt, rules or policy, each path beginning with `receipt`, `rules` or `policy`.
 * @example verifyReceipt(receipt(noticeDeadline, { programmeStartsOn: '2021-01-10' }), { rules }) // => { result: 'same' }
 * @since 0.1.0
 */
export function verifyReceipt(receipt: unknown, using: VerifyWith): Verification {
  const given = readOnce(using);
  const [found, policy] = readAll<[Read, AnyPolicy]>(
    () =>
      readReceipt(
        receipt,
        safely(() => (given as VerifyWith).rules),
      ),
    () => readUsing(given),
  );
  const again = askedAgain(found, policy);
  return 'missing' in again ? { result: 'cannot', missing: again.missing } : verificationOf(again);
}

/** Reads a receipt with the rule that it names, and makes its question anew, or says what is missing; its problems have paths that begin with `receipt`. */
export function askedByReceipt(receipt: unknown, rules: Readonly<Record<string, AnyRule>>, policy: AnyPolicy): Again {
  return askedAgain(readReceipt(receipt, rules), policy);
}

/** What is missing to ask the question of a receipt again. */
interface Unasked {
  readonly missing: readonly MissingForReceipt[];
}
/** A receipt with its rule and its facts read by it, or what is missing to read it at all. */
type Read = Unasked | (Pick<Asked, 'of' | 'facts'> & { readonly stored: StoredReceipt });
/** The question of a receipt, or what is missing to ask it again. */
type Again = Unasked | { readonly stored: StoredReceipt; readonly asked: Asked };

function askedAgain(found: Read, using: AnyPolicy): Again {
  if ('missing' in found) return found;
  const { stored, of, facts } = found;
  const calendar = calendarOf(stored, using);
  const missing = missingFrom(stored, calendar);
  if (missing.length > 0) return { missing };
  const readings = Object.fromEntries(stored.readings.map(({ id, choice }) => [id, choice]));
  const limits = Object.fromEntries((stored.draft ?? []).map(({ clause, drafted }) => [clause, drafted]));
  const policy = withPathFrom(['receipt'], () =>
    definePolicy({ calendar: calendar ?? using.calendar, readings, editions: stored.editions as readonly EditionId[], limits }),
  );
  return { stored, asked: { of, facts, policy } };
}

function readReceipt(given: unknown, rules: unknown): Read {
  const value = readOnce(given);
  const version: unknown = isPlainObject(value) ? safely(() => value['receipt']) : undefined;
  if (Number.isSafeInteger(version) && (version as number) > RECEIPT_VERSION)
    return { missing: [{ kind: 'receipt', version: version as number }] };
  const stored = read(receiptSchema(), value, ['receipt']);
  const rule = safely(() =>
    Object.hasOwn(rules as object, stored.rule) ? (rules as Readonly<Record<string, unknown>>)[stored.rule] : undefined,
  );
  if (typeof rule === 'function' && !isRule(rule)) throw new InvalidFacts([notARule(['rules', stored.rule], rule)]);
  if (!isRule(rule) || rule.id !== stored.rule) return { missing: [{ kind: 'rule', id: stored.rule }] };
  const of = compiledOf(rule);
  if (stored.library !== VERSION && rule.check(stored.facts).length > 0) return { missing: [{ kind: 'library', version: stored.library }] };
  const facts = withPathFrom(['receipt', 'facts'], () => readWhole(of, stored.facts));
  const isGiven = ([name, value]: readonly [string, unknown]): boolean =>
    stored.assumed?.includes(name) !== true || value !== of.table.absent[name];
  return { stored, of, facts: Object.fromEntries(Object.entries(facts).filter(isGiven)) };
}

function readUsing(using: unknown): AnyPolicy {
  const issues: Issue[] = [];
  const { rules, policy } = optionsOf(using, [], 'an object with rules and perhaps a policy', ['rules', 'policy'], issues) ?? {};
  if (rules === undefined && safely(() => Object.values(using as object).some(isRule)) === true)
    throw invalid(['rules'], 'is missing: give { rules }, and not the rules alone', rules);
  if (issues.length === 0 && !isPlainObject(rules)) issues.push(issue(['rules'], 'must be an object of rules by their ids', rules));
  const [chosen] = readAll(
    () => policyOf(policy),
    () => throwIfAny(issues),
  );
  return chosen;
}

/** Returns the calendar of a receipt, in the very version that it names. */
function calendarOf({ calendar }: StoredReceipt, policy: AnyPolicy): WorkingCalendar | undefined {
  for (const each of [policy.calendar, ...calendarsOfNations()]) {
    const found = each.id === calendar?.id ? calendarInVersion(each, calendar.version) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function missingFrom(
  { editions, readings, calendar, draft = [] }: StoredReceipt,
  found: WorkingCalendar | undefined,
): readonly MissingForReceipt[] {
  const choices: Readonly<Record<string, readonly string[]>> = readingChoices;
  return [
    ...editions.filter((id) => !(editionIds as readonly string[]).includes(id)).map((id) => ({ kind: 'edition' as const, id })),
    ...readings
      .filter(({ id, choice }) => !Object.hasOwn(choices, id) || choices[id]?.includes(choice) !== true)
      .map((reading) => ({ kind: 'reading' as const, ...reading })),
    ...draft
      .filter(({ clause, held }) => !Object.hasOwn(limits, clause) || !sameContent(held, limits[clause]))
      .map(({ clause }) => ({ kind: 'limit' as const, id: clause })),
    ...(calendar !== undefined && found === undefined ? [{ kind: 'calendar' as const, ...calendar }] : []),
  ];
}

function verificationOf({ stored, asked }: Exclude<Again, Unasked>): Verification {
  const now = withPathFrom(['receipt'], () => receiptOf(asked));
  const compared = parts.map((name) => ({ name, receipt: stored[name], now: now[name] }));
  const differs = [
    ...compared.filter(({ receipt, now: then }) => !sameContent(withoutOrder(receipt), withoutOrder(then))),
    // By an earlier version of its calendar a receipt is decided alike: the version is looked up before.
    ...(stored.calendar?.id === now.calendar?.id ? [] : [{ name: 'calendar' as const, receipt: stored.calendar, now: now.calendar }]),
  ];
  return differs.length === 0 ? { result: 'same' } : { result: 'different', differs };
}

const parts = ['outcome', 'detail', 'citations', 'editions', 'readings', 'assumed'] as const;

/** Returns a list so that it is the same in any order, and one that is empty as if it were left out; anything else as it is. */
function withoutOrder(part: unknown): unknown {
  if (!Array.isArray(part)) return part;
  return part.length === 0 ? undefined : part.map((each) => JSON.stringify(each)).sort();
}
