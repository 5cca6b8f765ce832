// What an import costs a process that has just begun: processor time, the least of several runs, so that other work on the machine has little part in it.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from './entries.mjs';

/** @param {string} specifier */
const script = (specifier) =>
  `const before = process.cpuUsage(); await import('${specifier}'); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000);`;

/**
 * Imports each in separate processes, by turns, and gives the milliseconds of processor time that the cheapest run of each took.
 * @template {string} S
 * @param {readonly S[]} specifiers
 * @param {number} [rounds]
 * @returns {Record<S, number>}
 */
export function coldImports(specifiers, rounds = 9) {
  const least = /** @type {Record<S, number>} */ (Object.fromEntries(specifiers.map((specifier) => [specifier, Infinity])));
  for (let round = 0; round < rounds; round++) {
    for (const specifier of specifiers) {
      const took = Number(execFileSync(process.execPath, ['--input-type=module', '-e', script(specifier)], { cwd: fileURLToPath(root) }));
      least[specifier] = Math.min(least[specifier], took);
    }
  }
  return least;
}
