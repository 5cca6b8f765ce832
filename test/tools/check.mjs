// `npm run check`: every gate, one after the other, with a last word on what was checked. It stops at the first that fails.
import { spawnSync } from 'node:child_process';

/** @type {readonly (readonly [command: string, what: string])[]} */
const gates = [
  ['npx prettier --check .', 'every file is formatted'],
  ['npx eslint --max-warnings 0', 'src is pure, its imports exact, its regular expressions linear'],
  ['npm run typecheck', 'src with isolated declarations, the tests with their type tests, src with zod/mini'],
  ['npx knip', 'no file, export or dependency is without a use'],
  ['npm run gates', 'what each file in test/gates says in its first line'],
];

const lines = [];
for (const [gate, what] of gates) {
  const start = performance.now();
  const { status } = spawnSync(gate, { stdio: 'inherit', shell: true });
  const took = `${Math.round((performance.now() - start) / 1000)} s`;
  if (status !== 0) {
    console.error(`\n${[...lines, `✗ ${gate} (${took}): ${what}`].join('\n')}\n\nNot checked: what comes after it.`);
    process.exit(status ?? 1);
  }
  lines.push(`✓ ${gate} (${took}): ${what}`);
}
console.log(`\n${lines.join('\n')}`);
