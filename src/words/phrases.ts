// Clauses and roles in words, for every sentence that is written for a person.
import { isCode, ownEntry, words } from '../data/text.js';
import type { DocumentId } from '../policy/choices.js';
import { documents, unnumberedClauses } from '../policy/documents.js';
import type { ClauseId } from '../policy/ids.js';
import type { Role } from '../policy/vocabulary.js';
import { roleLabels } from './labels.js';

/** The documents that are cited by another name than their title. */
const citedAs: Partial<Readonly<Record<DocumentId, string>>> = { 'code-page': 'SET Code page', suitability: 'Guidance on suitability' };

/**
 * Returns clauses as `Support policy 3.1.1`: the document, and the number that it prints; of several clauses, each document once. A paragraph
 * that prints no number is cited by what it is about, or by our number, which is said to be ours.
 */
export function clauseNames(clauses: readonly ClauseId[]): string {
  const numbers = new Map<DocumentId, string[]>();
  for (const clause of clauses) {
    const slash = clause.indexOf('/');
    const document = clause.slice(0, slash) as DocumentId;
    if (!Object.hasOwn(documents, document) || !isCode(clause.slice(slash + 1)))
      throw new RangeError('no words for a clause that is not one');
    numbers.set(document, [...(numbers.get(document) ?? []), clause.slice(slash + 1)]);
  }
  return [...numbers].map(([document, each]) => citation(document, each)).join('; ');
}

function citation(document: DocumentId, numbers: readonly string[]): string {
  const title = citedAs[document] ?? documents[document].title;
  if (document === 'code-page')
    return `${title}, ${numbers.length === 1 ? 'paragraph' : 'paragraphs'} ${numbers.join(', ')} in our numbering`;
  const named = numbers.flatMap((number) => unnumberedNames[`${document}/${number}`] ?? []);
  if (named.length === numbers.length) return `${title}: ${named.map(withoutCapital).join(', ')}`;
  return `${title} ${numbers.map((number) => withoutCapital(unnumberedNames[`${document}/${number}`] ?? words(number))).join(', ')}`;
}

/** The names of the clauses that print no number, by the id of any clause. */
const unnumberedNames: Readonly<Record<string, string>> = unnumberedClauses;
export const withoutCapital = (name: string): string => name.replace(/^[A-Z](?=[a-z])/, (start) => start.toLowerCase());

const calendarNames: Readonly<Record<string, string>> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
  'any-part-of-uk': 'any part of the UK',
};

/** Returns what a calendar is called: a nation by its name, and another by its id, in quotes. */
export function calendarName(id: string): string {
  return Object.hasOwn(calendarNames, id) ? ownEntry(calendarNames, id) : words(id).replace(/^[^"].*$/, '"$&"');
}

export function roleName(role: Role): string {
  return ownEntry(roleLabels, role);
}
