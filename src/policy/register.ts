// What the registers say of a clause and of a reading, and how their tables are made: each entry is written once under its id, and the tables are frozen through and through.
import { deepFreeze } from '../data/objects.js';
import type { ClauseId } from './ids.js';
import type { NonEmpty } from '../data/issues.js';
import type { DocumentId, ReadingId } from './choices.js';

/** Entries as they are written: without what their keys already say, the id, and the document that an id such as `support/9.1` begins with. */
type Entries<K extends string, E> = Readonly<Record<K, E extends unknown ? Omit<E, 'id' | 'document'> : never>>;

/* @__NO_SIDE_EFFECTS__ */
export function register<K extends string, E>(entries: Entries<K, E>): Readonly<Record<K, E>> {
  const whole = Object.entries<object>(entries).map(([id, entry]) => {
    const [document] = id.split(/[/@]/);
    return [id, { id, ...(document !== id && { document }), ...entry }] as const;
  });
  return deepFreeze(Object.fromEntries(whole)) as Record<K, E>;
}

/** Joins the tables of a register, from which its ids are read. */
/* @__NO_SIDE_EFFECTS__ */
export function joinTables<K extends string, T>(...tables: readonly Readonly<Record<string, T>>[]): Readonly<Record<K, T>> {
  return Object.assign({}, ...tables) as Record<K, T>;
}

/** What every clause of the register says of itself. */
interface ClauseWords<Id extends ClauseId> {
  readonly id: Id;
  readonly document: DocumentId;
  /** What it is about, in a few words of our own. */
  readonly name: string;
  /** What it says, restated in plain English. The policy's own text is not part of the library. */
  readonly says: string;
}

/** A clause by which the library answers. */
interface EncodedClause<Id extends ClauseId> extends ClauseWords<Id> {
  readonly kind: 'rule';
  /** What the clause leaves open, or what else to know about it. */
  readonly note?: string;
}

/** A clause by which nothing can be answered, with the reason. */
interface ExcusedClause<Id extends ClauseId> extends ClauseWords<Id> {
  /** Whether it defines, informs, points to another document, or leaves the matter to a person's judgement. */
  readonly kind: 'definition' | 'informative' | 'reference' | 'judgement';
  /** Why no rule answers by it. */
  readonly note: string;
}

/** A clause: what it says in our words, and whether the library answers by it (`rule`) or why it does not (any other kind). @since 0.1.0 */
export type Clause<Id extends ClauseId = ClauseId> = EncodedClause<Id> | ExcusedClause<Id>;

/** The words for some of the clauses, each under its id. The ids are read from here. */
export type ClauseTable = Entries<string, Clause>;

/** One way in which a clause can be read. @since 0.1.0 */
interface ReadingOption {
  readonly choice: string;
  /** What follows from reading the clause in this way. */
  readonly means: string;
}

/** A choice that the words of a clause leave open, and the ways of making it. @since 0.1.0 */
export interface Reading {
  readonly id: ReadingId;
  /** The clauses that leave the choice open, or that bear on it. */
  readonly clauses: NonEmpty<ClauseId>;
  readonly question: string;
  /** The choices, default first; none for `working-day-calendar`, which the policy's calendar decides. */
  readonly options: readonly ReadingOption[];
  /** On what authority the default is the default. */
  readonly why: string;
}

/** Some readings as they are written: each under its id, its choices with the default first. Their ids and choices are read from here. */
export type ReadingTable = Entries<string, Reading>;
