// Codes, dates and clauses as the page shows them.
import { clauses, documents } from 'professional-status';

/** A code of the library as words: `criteria-not-met`, `submissionDeadline`. @param {string} code */
export function words(code) {
  if (code === 'set') return 'SET';
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .replace(/ [A-Z][a-z]/g, (start) => start.toLowerCase());
}

/** @param {string} code */
export function title(code) {
  const text = words(code);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day, or a time of London on a day, in words; anything else as it is. @param {unknown} value */
export function inWords(value) {
  const text = String(value);
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d(?::\d\d)?))?/.exec(text) ?? [];
  if (day === undefined || month === undefined) return words(text);
  const date = `${Number(day)} ${months[Number(month) - 1]} ${year}`;
  return time === undefined ? date : `${time.replace(/:00$/, (end) => (time.length > 5 ? '' : end))} on ${date}`;
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
