// `npm run check`: every gate, with a last word on what was checked. Those that read the sources run beside each other and beside the build; the gates look at what was built.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** @typedef {readonly [command: string, what: string]} Gate */
/** The longest first. @type {readonly Gate[]} */
const ofTheSources = [
  ['npx eslint --max-warnings 0', 'src is pure, its imports exact, its regular expressions linear'],
  ['npm run prepack', 'the package is built'],
  ['npm run typecheck', 'src with isolated declarations, the tests with their type tests, src with zod/mini'],
  ['npx prettier --check .', 'every file is formatted'],
  ['npx knip', 'no file, export or dependency is without a use'],
];
/** @type {Gate} */
const ofThePackage = ['npx vitest run --project=gates', 'what each file in test/gates says in its first line'];

/** @type {string[]} */
const lines = [];

/** Runs a gate, shows what it prints, at once or when it has ended, and tells whether it held. @param {Gate} gate @param {'pipe' | 'inherit'} shown @returns {Promise<boolean>} */
function holds([command, what], shown) {
  const start = performance.now();
  return new Promise((done) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', shown, shown] });
    /** @type {Buffer[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => printed.push(part));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(printed));
      const took = Math.round((performance.now() - start) / 1000);
      lines.push(`${code === 0 ? '✓' : '✗'} ${command} (${took} s): ${what}`);
      done(code === 0);
    });
  });
}

const waiting = ofTheSources[Symbol.iterator]();
const lanes = Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, async () => {
  let held = true;
  for (const gate of waiting) held = (await holds(gate, 'pipe')) && held;
  return held;
});
const all = (await Promise.all(lanes)).every(Boolean) && (await holds(ofThePackage, 'inherit'));
console.log(`\n${lines.join('\n')}`);
if (!all) process.exit(1);
