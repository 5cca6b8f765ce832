// The names of the documents and of their clauses, as types alone: nothing here is left in a bundle.

/**
 * Names a document of SET's that the library holds, holds in part, or only knows to be referred to.
 *
 * @since 0.1.0
 */
export type DocumentId =
  | 'support'
  | 'code-page'
  | 'code-of-practice'
  | 'suitability'
  | 'member-action'
  | 'complaints'
  | 'award-appeals'
  | 'objections'
  | 'conditions'
  | 'teachers-standards'
  | 'adjustments'
  | 'privacy'
  | 'qtls-terms'
  | 'ats-terms';

/**
 * Names a clause of the support policy by its printed number; a bullet is lettered in the order in which it is printed.
 *
 * @since 0.1.0
 */
export type SupportClauseId =
  | `support/${'1.1' | '1.2'}`
  | `support/${'2.1' | '2.2' | '2.3'}`
  | `support/${'3.1.1' | '3.2.1'}`
  | `support/${'4.1' | '4.2' | '4.3' | '4.4' | '4.5'}`
  | 'support/5.1'
  | `support/6.1.${'1' | '2' | '3' | '4' | '5' | '6' | '7'}`
  | `support/6.1.4.${'a' | 'b' | 'c' | 'd' | 'e' | 'f'}`
  | `support/6.2.${'1' | '2' | '3'}`
  | `support/6.2.1.${'a' | 'b'}`
  | `support/6.3.${'1' | '2'}`
  | 'support/7.1'
  | 'support/8.1'
  | 'support/9.1'
  | `support/appendix-${'1' | '2'}`;

/**
 * Names a sentence of the Code of Professional Practice page. The page prints no numbers, so its sentences are numbered in order.
 *
 * @since 0.1.0
 */
export type CodePageClauseId = `code-page/${'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15'}`;

/**
 * Names a clause of a document that is held in part: by its printed number, or by a word of our own where no number is held.
 *
 * @since 0.1.0
 */
export type OtherClauseId =
  | `award-appeals/${'3.1' | '3.2' | '4.1' | '4.2' | '4.3' | '4.4'}`
  | `member-action/${'1.3' | '2.1' | '2.2' | 'evidence'}`
  | `suitability/${'effect-of-breach' | 'factors'}`
  | 'code-of-practice/parts'
  | `objections/${'who' | 'grounds' | 'stages'}`
  | 'conditions/notice'
  | 'adjustments/3.1.2'
  | 'qtls-terms/1.2'
  | 'ats-terms/restart';

/**
 * Names any clause that the library holds, as `document/number`.
 *
 * @since 0.1.0
 */
export type ClauseId = SupportClauseId | CodePageClauseId | OtherClauseId;
