// What the register of readings says of a choice that the words leave open.
import type { NonEmpty } from '../data/issues.js';
import type { ReadingId } from './choices.js';
import type { ClauseId } from './ids.js';

/**
 * Describes one way in which a clause can be read.
 *
 * @since 0.1.0
 */
interface ReadingOption {
  readonly choice: string;
  /** What follows from reading the clause in this way. */
  readonly means: string;
}

/**
 * Describes a choice that the words of a clause leave open, and the ways of making it.
 *
 * @since 0.1.0
 */
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
export type ReadingTable = Readonly<Record<string, Omit<Reading, 'id'>>>;
