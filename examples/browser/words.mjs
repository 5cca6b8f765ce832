// Codes, dates and clauses as the page shows them: in the library's words where it has them.
import { clauses, documents, inWords as momentInWords, labels } from 'professional-status';

/** A code of the library as words: `criteria-not-met`, `submissionDeadline`. @param {string} code */
export function words(code) {
  if (code === 'set') return 'SET';
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .replace(/ [A-Z][a-z]/g, (start) => start.toLowerCase());
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} code */
export const title = (code) => capital(words(code));

/** What the library calls a code of one sort, as a heading. @param {keyof typeof labels} sort @param {string} code */
export const label = (sort, code) => capital(/** @type {Record<string, string>} */ (labels[sort])[code] ?? words(code));

/** A day, or a time of London on a day, in words; anything else as it is. @param {unknown} value */
export function inWords(value) {
  const text = String(value);
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return words(text);
  try {
    return momentInWords(/** @type {any} */ (text));
  } catch {
    return text; // it looks like a date, and is not one
  }
}

/** The name of a clause, and what it says in the register's own words where one asks for it. @param {import('professional-status').ClauseId} id */
export function clauseName(id) {
  const { document, name } = clauses[id];
  return { short: `${documents[document].title} ${id.slice(id.indexOf('/') + 1)}`, name, says: clauses[id].says };
}

/** @param {number} n @param {string} one */
export const plural = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** @type {Record<string, string>} */
const statuses = {
  overdue: '⚠ overdue',
  lapsed: 'its time is over',
  'limit-not-known': 'set by the cohort; not known here',
  'no-limit-stated': 'the document states no limit',
};

/** How a duty or an opportunity stands to its limit; what somebody only may do is never due. @param {{ status: string, kind?: string }} of */
export const statusWords = ({ status, kind }) =>
  kind === 'opportunity' && status === 'due-today' ? 'its last day' : (statuses[status] ?? words(status));
