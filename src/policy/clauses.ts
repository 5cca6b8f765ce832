// The clause register: every clause of the two sources, and those clauses of other documents of which the content is held.
import { type Clause, joinTables, register } from './register.js';
import { codePageClauses } from './code-page-clauses.js';
import type { ClauseId } from './ids.js';
import { otherClauses } from './other-clauses.js';
import { supportClauses } from './support-clauses.js';

export type { Clause } from './register.js';

/**
 * The clauses by id, in the order of their documents.
 *
 * @example clauses['support/9.1'].kind // => 'rule'
 * @since 0.1.0
 */
export const clauses: Readonly<Record<ClauseId, Clause>> = /* @__PURE__ */ register<ClauseId, Clause>(
  /* @__PURE__ */ joinTables(supportClauses, codePageClauses, otherClauses),
);
