// Clauses and roles in words, for every sentence that is written for a person.
import { isCode, own, words } from '../data/text.js';
import { documents, type DocumentId } from '../policy/documents.js';
import type { ClauseId } from '../policy/ids.js';
import { roles, type Role } from '../policy/vocabulary.js';

/** Writes clauses as `Support policy 3.1.1`: the document's title, and its number; of several clauses, each document once. */
export function clauseNames(clauses: readonly ClauseId[]): string {
  const numbers = new Map<string, string[]>();
  for (const clause of clauses) {
    const slash = clause.indexOf('/');
    const { title } = own(documents, clause.slice(0, slash) as DocumentId);
    const number = clause.slice(slash + 1);
    if (!isCode(number)) throw new RangeError('no words for a clause that is not one');
    numbers.set(title, [...(numbers.get(title) ?? []), words(number)]);
  }
  return [...numbers].map(([title, each]) => `${title} ${each.join(', ')}`).join('; ');
}

const titles: Partial<Record<Role, string>> = {
  set: 'SET',
  'professional-status-team': 'the Professional Status Team',
  'head-of-professional-status': 'the Head of Professional Status',
  'set-operations-manager': 'the SET Operations Manager',
};

/** Writes a role as a person would name it. */
export function roleName(role: Role): string {
  if (!roles.includes(role)) throw new RangeError('no words for a role that is not one');
  return titles[role] ?? `the ${words(role)}`;
}
