// A copy of a policy, taken apart into sentences by clause, and the fingerprints by which its words are known again. No text is kept: a fingerprint cannot be read back.
import { createHash } from 'node:crypto';

/**
 * @typedef {{ readonly clause: string, readonly text: string }} Sentence
 */

/** How many running words are a copy, and not a coincidence. */
const RUN = 12;

/** Words as they are read: without case, punctuation or the addresses of links. @param {string} text @returns {readonly string[]} */
function wordsOf(text) {
  const bare = text.replace(/\]\((?:[#./]|https?:)[^)\s]*\)|<\/?a\b[^>]*>|\\n/gi, ' ').replace(/[’']/g, '');
  return bare.toLowerCase().match(/[a-z0-9£%]+/g) ?? [];
}

/** @param {string} text */
export const fingerprint = (text) => createHash('sha256').update(wordsOf(text).join(' ')).digest('hex').slice(0, 12);

/** The fingerprints of every twelve running words of a text. @param {string} text */
export function runsOf(text) {
  const words = wordsOf(text);
  return new Set(words.slice(RUN - 1).map((_, at) => fingerprint(words.slice(at, at + RUN).join(' '))));
}

/**
 * The sentences of a document whose clauses are numbered, with its headings. Bullets are lettered in order, under the clause that they follow.
 * @param {string} document
 * @param {string} text
 * @returns {readonly Sentence[]}
 */
function numbered(document, text) {
  /** @type {{ clause: string, text: string }[]} */
  const parts = [];
  let number = '';
  let letter = 0;
  let afterGap = true;
  for (const line of text.split('\n').map((each) => each.trim())) {
    const [, digits, own = ''] = /^(\d+(?:\.\d+)*)\.?\s+(.*)$/.exec(line) ?? [];
    const [, appendix, title = ''] = /^appendix\s+(\d+)\W*(.*)$/i.exec(line) ?? [];
    const [, item] = /^(?:[-–*•·▪◦]|\(?[a-z][.)])\s+(.*)$/i.exec(line) ?? [];
    const last = parts.at(-1);
    if (appendix !== undefined) parts.push({ clause: `appendix-${appendix}`, text: title });
    else if (digits !== undefined && (afterGap || follows(number, digits))) {
      [number, letter] = [digits, 0];
      parts.push({ clause: digits, text: own });
    } else if (item !== undefined) parts.push({ clause: `${number}.${'abcdefghijklmnopqrstuvwxyz'.charAt(letter++)}`, text: item });
    else if (last !== undefined && !/^appendices$/i.test(line)) last.text += ` ${line}`;
    afterGap = line === '';
  }
  return parts.flatMap(({ clause, text: whole }) => sentencesOf(whole).map((each) => ({ clause: `${document}/${clause}`, text: each })));
}

/** Whether one number comes next after another: 4 or 3.1.2 or 3.1.1.1 after 3.1.1. Within a paragraph, no other number begins a clause. @param {string} from @param {string} to */
function follows(from, to) {
  const parts = from.split('.').map(Number);
  const next = parts.map((part, at) => [...parts.slice(0, at), part + 1].join('.'));
  return [...next, `${from}.1`].includes(to);
}

/**
 * The sentences of a page without numbers, numbered in order. Titles and the labels of links end in no stop and are left out, as is the notice about cookies.
 * @param {string} document
 * @param {string} text
 * @returns {readonly Sentence[]}
 */
function unnumbered(document, text) {
  const paragraphs = text.split(/\n\s*\n/).map((each) => each.trim());
  const notice = paragraphs.findIndex((each) => /^we use cookies/i.test(each));
  const own = paragraphs.slice(0, notice < 0 ? undefined : notice).filter((each) => /[.:]$/.test(each));
  return own.flatMap(sentencesOf).map((each, at) => ({ clause: `${document}/${at + 1}`, text: each }));
}

/** @param {string} text */
const sentencesOf = (text) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?])\s+(?=[\p{Lu}“‘"'([])/u)
    .filter((each) => wordsOf(each).length > 0);

const readers = { support: numbered, 'code-page': unnumbered };

/** The two documents of which the register has every clause. */
export const sources = /** @type {const} */ (['support', 'code-page']);
/** @typedef {typeof sources[number]} Source */

/** @param {Source} document @param {string} text @returns {readonly Sentence[]} */
export const sentencesIn = (document, text) => readers[document](document, text.replaceAll('\r\n', '\n'));
