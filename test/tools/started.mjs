// Scripts that are modules as well: what one does when it is started, and not when it is imported.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script with its arguments, if it is the one that was started. What it returns is the exit code; what it throws is told, and the exit code is 2.
 *
 * @param {string} url of the script
 * @param {(given: string[]) => unknown} main
 */
export async function whenStarted(url, main) {
  if (process.argv[1] !== fileURLToPath(url)) return;
  try {
    process.exitCode = Number((await main(process.argv.slice(2))) ?? 0);
  } catch (error) {
    console.error(`${basename(url, '.mjs')}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
