// What the register says of a clause.
import type { ClauseId } from './ids.js';
import type { DocumentId } from './documents.js';
import type { WithoutKeys } from './register.js';

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

/**
 * Describes a clause: what it says in our words, and whether the library answers by it (`rule`) or why it does not (any other kind).
 *
 * @since 0.1.0
 */
export type Clause<Id extends ClauseId = ClauseId> = EncodedClause<Id> | ExcusedClause<Id>;

/** The words for some of the clauses, each under its id. The ids are read from here. */
export type ClauseTable = Readonly<Record<string, WithoutKeys<Clause>>>;
