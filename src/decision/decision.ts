// What every rule answers: an outcome with its reasons and the basis it rests on, or what is still needed to say; and the moments in it.
import { isObject } from '../data/objects.js';
import type { NonEmpty } from '../data/issues.js';
import { readDay, type PlainDate } from '../calendar/dates.js';
import type { DraftedLimit, Span } from '../policy/limits.js';
import type { ClauseId } from '../policy/ids.js';
import type { DocumentId, EditionId, ReadingId } from '../policy/choices.js';
import type { Programme, Role } from '../policy/vocabulary.js';
import type { FindingCode, RuleId } from '../rules.js';
import { compareInstants, type Instant, londonDate, londonDay } from '../calendar/instants.js';

/** The tests of the mechanism, common to all rules: a count beyond its calendar, a clause that is not included, facts that are not known. @since 0.1.0 */
export type EngineTest = 'calendar-covers-the-count' | 'clause-is-held' | 'enough-is-known' | 'hour-of-receipt-is-known';

/** One side of a comparison in a finding: a date, an instant, a number, a word or a yes/no. @since 0.1.0 */
export type Value = string | number | boolean;

/** The result of one named test: whether it is true of the facts, and the clause it rests on. @since 0.1.0 */
export interface Finding<T extends string = FindingCode> {
  readonly clause: ClauseId;
  readonly test: T;
  /** Whether the named test is true of these facts. */
  readonly holds: boolean;
  /** Present where what is compared follows from a drafted limit, and not from the policy's. */
  readonly draft?: true;
  /** Present where a fact that the test reads was absent, and its default was taken: nobody said so. */
  readonly assumed?: true;
  /** What the test looked at, where it has something to show. */
  readonly left?: Value;
  /** How it is compared with `right`: so it is where the finding holds, and not so where it does not. */
  readonly operator?: '<' | '<=' | '=' | '>=' | '>' | 'in';
  /** What it is compared with: a limit that a clause gives, or another fact. */
  readonly right?: Value;
}

/** Something that is missing: a fact of the case, a person's judgement, a document that is not included, or more years of a calendar. @since 0.1.0 */
export type Need =
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'judgement'; readonly by: Role; readonly of: string }
  | { readonly kind: 'document'; readonly document: DocumentId }
  | {
      readonly kind: 'calendar';
      readonly calendar: string;
      readonly coveredFrom: PlainDate;
      readonly coveredTo: PlainDate;
      readonly needed: PlainDate;
    };

/** The basis of an answer beside its facts: editions, the calendar if working days were counted, readings, and facts that nobody gave. @since 0.1.0 */
export interface Basis {
  readonly editions: readonly EditionId[];
  readonly calendar?: { readonly id: string; readonly version: string; readonly certainty: 'published' | 'projected' };
  readonly readings: readonly { readonly id: ReadingId; readonly choice: string }[];
  /** Names of the facts that the answer took from their defaults, in the rule's order; empty where each was given. */
  readonly assumed: readonly string[];
  /** The limits that are drafted in the place of the policy's own; left out where there are none. An answer that has any is not the policy's. */
  readonly draft?: readonly DraftedLimit[];
}

export function judgement(by: Role, of: string): Need {
  return { kind: 'judgement', by, of };
}

export function factNeed(name: string): Need {
  return { kind: 'fact', name };
}

/** An answer that the facts settle: the outcome, its detail, the findings that led to it and its basis. @since 0.1.0 */
export interface Settled<O extends string = string, D = object, T extends string = FindingCode> {
  readonly settled: true;
  readonly rule: RuleId;
  /** What the policy says of these facts: one of the rule's `outcomes`. */
  readonly outcome: O;
  /** What goes with the outcome: dates, addresses, lengths of time. */
  readonly detail: D;
  /** The findings that led to the outcome, the one that decides first. */
  readonly because: NonEmpty<Finding<T>>;
  readonly basis: Basis;
}

/** An answer that the sources or the facts do not settle, with what would settle it. @since 0.1.0 */
export interface Undetermined<T extends string = FindingCode> {
  readonly settled: false;
  readonly rule: RuleId;
  readonly outcome: 'undetermined';
  /** What would settle it, each once. */
  readonly needs: NonEmpty<Need>;
  /** The findings so far, the one that leaves it open first. */
  readonly because: NonEmpty<Finding<T>>;
  readonly basis: Basis;
}

/** The detail of a decision that has none. @since 0.1.0 */
export type NoDetail = Readonly<Record<string, never>>;

/** The answer of a rule: settled or undetermined, discriminated by `settled`. @since 0.1.0 */
export type Decision<O extends string = string, D = object, T extends string = FindingCode> = Settled<O, D, T> | Undetermined<T>;

/** The last day or instant for something (inclusive), who owes it and how the day was set. @since 0.1.0 */
export type Deadline = { readonly due: PlainDate | Instant; readonly owedBy: Role; readonly clause: ClauseId } & (
  | { readonly set: 'by-cohort' }
  | {
      readonly set: 'by-count';
      readonly countedFrom: PlainDate;
      readonly span: Span;
      readonly certainty?: 'published' | 'projected';
      /** Present where the length is a draft's, and not the policy's. */
      readonly draft?: true;
    }
);

export function isDeadline(value: unknown): value is Deadline {
  return isObject(value) && ['due', 'owedBy', 'set'].every((key) => key in value);
}

export function distinctNeeds(needs: readonly Need[]): readonly Need[] {
  return needs.filter((need, index) => index === needs.findIndex((other) => JSON.stringify(other) === JSON.stringify(need)));
}

/** Returns the terms and conditions that settle what the support policy leaves to them: of the programme, or of either where it is not known. */
export function programmeTerms(programme?: Programme): NonEmpty<Need> {
  const qtls: Need = { kind: 'document', document: 'qtls-terms' };
  const ats: Need = { kind: 'document', document: 'ats-terms' };
  return programme === undefined ? [qtls, ats] : [programme === 'QTLS' ? qtls : ats];
}

/** A whole civil day, or one instant of it. @since 0.1.0 */
export type Moment = PlainDate | Instant;

/** Tells an instant from a bare date; both are known to be well formed. */
export function isInstantForm(moment: Moment): moment is Instant {
  return moment[10] === 'T';
}

/** Gives the London day on which a moment falls. */
export function dateOf(moment: Moment): PlainDate {
  return isInstantForm(moment) ? londonDate(moment) : moment;
}

/** Orders two moments: to the instant where both have one, else by their London days. A list is sorted `byTime`, for this is not transitive within a day. */
export function orderOf(a: Moment, b: Moment): number {
  if (isInstantForm(a)) return isInstantForm(b) ? compareInstants(a, b) : londonDay(a) - readDay(b);
  if (isInstantForm(b)) return readDay(a) - londonDay(b);
  return Number(a > b) - Number(a < b); // as texts: every year has four digits
}

/** Sorts moments: by day, and a bare day after the instants of it, since it lasts to its end. */
export function byTime(a: Moment, b: Moment): number {
  return orderOf(dateOf(a), dateOf(b)) || Number(isInstantForm(b)) - Number(isInstantForm(a)) || orderOf(a, b);
}
