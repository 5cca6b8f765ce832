// Generated files that are committed: one call writes the file, or fails when what is committed is no longer what the tool makes.
import { existsSync } from 'node:fs';
import { format, getFileInfo, resolveConfig } from 'prettier';
import { put, read, root } from './entries.mjs';

/** Returns a text as Prettier writes it in a file; as it is, where Prettier leaves the file alone. @param {string} path @param {string} text */
export async function formatted(path, text) {
  const { ignored, inferredParser } = await getFileInfo(path, { ignorePath: '.prettierignore' });
  return ignored || inferredParser === null ? text : format(text, { ...(await resolveConfig(path)), filepath: path });
}

const NUMBER = /\d+(?:\.\d+)?/g;
/** A text without its numbers, whatever the width of its tables. @param {string} text */
const bare = (text) => text.replace(NUMBER, '0').replace(/ +/g, ' ').replace(/-{3,}/g, '---');

/** Whether two texts differ in numbers alone, and in none by more than is tolerated. @param {string} text @param {string} other @param {(number: number) => number} tolerated */
function isNear(text, other, tolerated) {
  const others = other.match(NUMBER) ?? [];
  const numbers = text.match(NUMBER) ?? [];
  return bare(text) === bare(other) && numbers.every((each, at) => Math.abs(Number(others[at]) - Number(each)) <= tolerated(Number(each)));
}

/**
 * Writes a file, or fails where it holds something else.
 *
 * @param {string} path
 * @param {string} text what the file should hold
 * @param {boolean} write
 * @param {(number: number) => number} [tolerated] by how much a number of the file may be off, if at all
 */
export function fresh(path, text, write, tolerated) {
  const stands = existsSync(new URL(path, root)) ? read(path) : '';
  if (write) put(path, text);
  else if (text !== stands && !(tolerated && isNear(text, stands, tolerated)))
    throw new Error(`${path} is out of date. Run \`npm run update\` and read what changed.`);
}

/** Returns a page with its marked parts replaced: what stands outside of them is written by hand. @param {string} path @param {Readonly<Record<string, string>>} parts each by its mark */
export const withParts = (path, parts) =>
  Object.entries(parts).reduce((text, [part, made]) => {
    const [before, after] = text.split(new RegExp(`(?<=<!-- ${part}\\b[^>]*-->\\n)[^]*(?=<!-- /${part} -->)`));
    if (after === undefined) throw new Error(`${path} has no part that is marked ${part}`);
    return `${before}\n${made}\n\n${after}`;
  }, read(path));
