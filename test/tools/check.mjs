// `npm run check`: every gate, one after the other, with a last word on what was checked. It stops at the first that fails.
import { spawnSync } from 'node:child_process';

const gates = {
  'format:check': 'every file is formatted',
  lint: 'src is pure, its imports exact, its regular expressions linear',
  typecheck: 'src with isolated declarations, the tests with their type tests, src with zod/mini',
  unused: 'no file, export or dependency is without a use',
  gates:
    'rooms, API reports, sizes and their list, tree-shaking, import without work, script build, tarball and its consumers, generated pages, ledger, own words, security',
};

const lines = [];
for (const [gate, what] of Object.entries(gates)) {
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', gate], { stdio: 'inherit' });
  const took = `${Math.round((performance.now() - start) / 1000)} s`;
  if (status !== 0) {
    console.error(`\n${[...lines, `✗ ${gate} (${took}): ${what}`].join('\n')}\n\nNot checked: what comes after it.`);
    process.exit(status ?? 1);
  }
  lines.push(`✓ ${gate} (${took}): ${what}`);
}
console.log(`\n${lines.join('\n')}`);
