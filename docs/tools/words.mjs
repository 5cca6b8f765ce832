// The names of the code in plain words, for pages that are written for people.

/** A code as words: `requested-by-latest-timely-date`, `portfolioIssuedOn`. @param {string} code */
export const words = (code) =>
  code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .replace(/ [A-Z][a-z]/g, (start) => start.toLowerCase());

/** A clause without its document: `support/6.2.1.a` is `6.2.1.a`. @param {string} clause */
export const numberOf = (clause) => clause.slice(clause.indexOf('/') + 1);

/** The anchor of a clause in docs/clauses.md. @param {string} clause */
export const anchorOf = (clause) => clause.replace('/', '-');

/** @param {number} n @param {string} one */
export const plural = (n, one) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** A text as a sentence. @param {string} text */
export const sentence = (text) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** A text as the cell of a table. @param {string} text */
export const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Europe/London' });

/** A value of a fact: dates and hours as London reads them, codes as words. @param {unknown} value @returns {string} */
export function valueInWords(value) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(valueInWords).join('; ') || 'none';
  if (typeof value === 'object' && value !== null) return `(${factsInWords(value)})`;
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day.format(new Date(`${text}T12:00:00Z`));
  if (/^\d{4}-\d\d-\d\dT/.test(text)) return `${time.format(new Date(text)).replace(/:00$/, '')} on ${day.format(new Date(text))}`;
  return /^[a-z]+(-[a-z]+)+$/.test(text) ? words(text) : text;
}

/** @param {object} facts */
export const factsInWords = (facts) =>
  Object.entries(facts)
    .map(([name, value]) => `${words(name)}: ${valueInWords(value)}`)
    .join(', ');
