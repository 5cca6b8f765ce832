// iCalendar text as RFC 5545 has it: escaped values, lines of at most 75 octets, CRLF; and the way back, for a diary that was written here.

/** Writes a value of type TEXT (3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

const MOST_OCTETS = 75;

/** Joins content lines to a stream: each broken before it grows too long, never within a character (3.1), and ended by CRLF. */
export function stream(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function foldLine(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) [text, octets] = [`${text}\r\n `, 1]; // the space counts
    text += character;
    octets += size;
  }
  return text;
}

/** Counts the octets of a character in UTF-8: of one that is escaped, each is written as `%XX`. */
function octetsOf(character: string): number {
  return encodeURIComponent(character).replace(/%../g, '%').length;
}

/** Returns the content lines of a stream, put together again; also of one that a store gave a byte order mark, other line ends, or other folds (a tab folds too). */
export function unfoldLines(text: string): readonly string[] {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/(?:\r\n?|\n)[ \t]/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line !== '');
}
