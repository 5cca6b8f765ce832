// A copy of a policy, taken apart into sentences by clause, and the fingerprints by which its words are known again. No text is kept: a fingerprint cannot be read back.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

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

/** The fingerprint of twelve running words, from a place on. @param {readonly string[]} words @param {number} at */
const runAt = (words, at) => fingerprint(words.slice(at, at + RUN).join(' '));

/** The fingerprints of every twelve running words of a text. @param {string} text */
export function runsOf(text) {
  const words = wordsOf(text);
  return new Set(words.slice(RUN - 1).map((_, at) => runAt(words, at)));
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

/** Reads copies of the two documents, in that order; their lines end in `\n`. @param {readonly string[]} files */
export function textsIn(files) {
  if (files.length !== sources.length) throw new TypeError(`name the two texts: ${sources.join(', ')}, in this order`);
  return sources.map((document, at) => ({ document, text: readFileSync(files[at] ?? '', 'utf8').replaceAll('\r\n', '\n') }));
}

/** @param {Source} document @param {string} text @returns {readonly Sentence[]} */
export const sentencesIn = (document, text) => readers[document](document, text.replaceAll('\r\n', '\n'));

/** @typedef {Sentence & { readonly start: number, readonly end: number }} PlacedSentence */
/** The sentences with the places where they are in the text, whose lines end in `\n`. @param {Source} document @param {string} text @returns {readonly PlacedSentence[]} */
export function placedSentences(document, text) {
  let from = 0;
  return sentencesIn(document, text).map((sentence) => {
    const pattern = new RegExp(sentence.text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s+`), 'g');
    pattern.lastIndex = from;
    const start = pattern.exec(text)?.index ?? from;
    from = pattern.lastIndex || from;
    return { ...sentence, start, end: from };
  });
}

/**
 * A part of a copy with the changed words in «marks», and with «…» where words are gone: what no run of twelve known words covers. Words between two changes that are near each other are marked too.
 * @param {ReadonlySet<string>} runs
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function marked(runs, text, start, end) {
  const bare = text.replace(/\]\((?:[#./]|https?:)[^)\s]*\)/gi, (link) => ' '.repeat(link.length));
  const tokens = [...bare.matchAll(/[a-z0-9£%]+(?:[’'][a-z0-9]*)*/gi)].map(({ 0: word, index: at }) => ({
    word,
    at,
    to: at + word.length,
  }));
  const words = tokens.map(({ word }) => word);
  const starts = tokens.map((_, at) => runs.has(runAt(words, at)));
  const known = (/** @type {number} */ first, /** @type {number} */ last) =>
    starts.slice(Math.max(0, last - RUN + 1), first + 1).some(Boolean);
  let out = '';
  let at = start;
  tokens.forEach((token, n) => {
    if (token.at < start || token.to > end) return;
    const isCut = n > 0 && known(n, n) && known(n - 1, n - 1) && !known(n - 1, n);
    out += `${text.slice(at, token.at)}${isCut ? '«…» ' : ''}${known(n, n) ? token.word : `«${token.word}»`}`;
    at = token.to;
  });
  return `${out}${text.slice(at, end)}`.replace(/\s+/g, ' ').replaceAll('» «', ' ');
}
