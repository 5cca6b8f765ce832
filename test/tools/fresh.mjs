// Generated files that are committed: one call writes the file, or fails when what is committed is no longer what the tool makes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

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
