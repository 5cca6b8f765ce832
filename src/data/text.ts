// Texts and codes on their way into sentences, tables, pictures and diaries.
import { escapeUnseen, invalid } from '../data/issues.js';

/**
 * Returns a text as one line in which every character can be seen: each that breaks a line, obeys a terminal, turns the direction of the text or has
 * no shape is written as its escape, such as `\u202e`.
 *
 * The promise is kept for every string: no such character is left, and a text without them comes back as it is. It is for people, not to be read
 * back: a text that holds the letters of an escape looks the same. Markup stays as it is: a page has to escape its own.
 * @throws `InvalidFacts` if it is given anything but a text.
 * @example visibleText('qtls\n2021') // => 'qtls\\u000a2021'
 * @since 0.1.0
 */
export function visibleText(text: string): string {
  if (typeof (text as unknown) !== 'string') throw invalid([], 'must be a text', text);
  return /^[ -~]*$/.test(text) ? text : escapeUnseen(text); // a third of the time that it takes to look for what cannot be seen
}

/** Returns a caller's id within a sentence of ours: itself where it is one plain word, else in quotes that it cannot close, so that it cannot pass for a sentence. */
export function idInWords(id: string): string {
  return /^[\w.:/@+-]+$/.test(id) ? id : visibleText(`"${id.replace(/[\\"]/g, '\\$&')}"`);
}

/**
 * Returns a text as it reads in Markdown, in a cell of a table too: nothing in it is markup, a link, an entity or the end of a cell.
 * What is written of our own sentences is their text as well, so that no caller's text has to be told apart.
 */
export function inMarkdown(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_[\]<>&|~$@]|:(?=\/\/)/g, '\\$&')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`); // some readers of Markdown make links of such texts without being asked
}

/** Returns a code of ours as words: `criteria-not-met` is `criteria not met`, `submittedAt` is `submitted at`. Anything else is a caller's text, in quotes. */
export function words(code: string): string {
  if (!isCode(code)) return idInWords(code);
  return code
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .replace(/ [A-Z][a-z]/g, (start) => start.toLowerCase());
}

export const isCode = (text: string): boolean => /^[\w.-]+$/.test(text);

export function plural(n: number, one: string): string {
  if (!Number.isFinite(n)) throw new RangeError('no words for a number that is not one');
  return `${n} ${one}${Math.abs(n) === 1 ? '' : 's'}`;
}

/** Returns an entry of a record of ours under a key that may come from a store: one that the record does not hold itself has no words. */
export function ownEntry<K extends string, V>(of: Readonly<Record<K, V>>, key: K): V {
  if (!Object.hasOwn(of, key)) throw new RangeError('no words for a key that is not one');
  return of[key];
}

export function sentence(text: string): string {
  const upper = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.?!]$/.test(upper) ? upper : `${upper}.`;
}
