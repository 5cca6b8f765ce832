// Generated files that are committed: one call writes the file, or fails when what is committed is no longer what the tool makes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { format, getFileInfo, resolveConfig } from 'prettier';

/**
 * @param {string} path
 * @param {string} text what the file should hold
 * @param {{ write: boolean, command: string }} options `command` is what a reader runs to bring the file up to date
 */
export function fresh(path, text, { write, command }) {
  if (write) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    throw new Error(`${path} is out of date. Run \`${command}\` and read what changed.`);
  }
}

/** The same of the marked parts of a page: what stands outside of them is written by hand. @param {string} path @param {Readonly<Record<string, string>>} parts each by its mark @param {{ write: boolean }} options */
export async function freshParts(path, parts, { write }) {
  const page = Object.entries(parts).reduce(
    (text, [part, made]) => {
      const [before, after] = text.split(new RegExp(`(?<=<!-- ${part}\\b[^>]*-->\\n)[^]*(?=<!-- /${part} -->)`));
      if (after === undefined) throw new Error(`${path} has no part that is marked ${part}`);
      return `${before}\n${made}\n\n${after}`;
    },
    readFileSync(path, 'utf8'),
  );
  const { ignored } = await getFileInfo(path, { ignorePath: '.prettierignore' });
  const text = ignored ? page : await format(page, { ...(await resolveConfig(path)), parser: 'markdown' });
  fresh(path, text, { write, command: 'npm run update' });
}
