// What a page says in words: its headings, paragraphs, list items and table cells, each a text without its code and its markup.
import { sentencesOf } from './readability.js';

const FENCE = /^( *)(```|~~~)[\s\S]*?^ *\2[ \t]*$/gm;
const COMMENT = /<!--[\s\S]*?-->/g;
/** A blank line, the end of a heading, or a line that opens a heading, a list item or a row. */
const BREAK = /\n\s*\n|(?<=^#.*)\n|\n(?=\s*(?:#{1,6}|[-*+]|\d+\.) )|\n(?=\s*\|)/m;
const ROW = /^\s*\|/;
/** A sentence that is a list: a colon, then three items or more between semicolons. */
const LIST = /:(?: [^;]+;){2}/;

/** The words of a piece of Markdown. Code is one word, and so is an address; a link is its text. */
const plain = (markdown: string): string =>
  markdown
    .replace(/(`+)(?!`).*?(?<!`)\1(?!`)/gs, 'code')
    .replace(/<(?:https?|mailto):[^>]*>/g, 'address')
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/^\s*(?:>\s?|#{1,6} |[-*+] |\d+\. )+/gm, '')
    .replace(/\*\*?|(?<!\w)_|_(?!\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The texts of a page in Markdown, in order. */
function textsOf(markdown: string): readonly string[] {
  return markdown
    .replace(FENCE, '\n')
    .replace(COMMENT, '')
    .split(BREAK)
    .flatMap((block) => (ROW.test(block) ? block.split(/(?<!\\)\|/) : [block]))
    .flatMap((block) => block.split(/<br ?\/?>/))
    .map(plain)
    .filter((text) => /[A-Za-z0-9]/.test(text));
}

/**
 * The sentences of a page. One that lists between semicolons, such as the tests of a rule or the facts of a case, is read item by item, as a list with bullets is.
 * A list between commas is not, nor is a sentence of two halves.
 */
export const sentencesOfPage = (markdown: string): readonly string[] =>
  textsOf(markdown)
    .flatMap(sentencesOf)
    .flatMap((sentence) => (LIST.test(sentence) ? sentence.split(/; /) : [sentence]));
