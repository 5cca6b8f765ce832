// `npm run test:full`: what is tried before a release and each night. It stops at the first that fails. LibreOffice, the browser and the other engines are left out, and say so, where they are not installed.
// `npm run test:full -- model --runs 100000 --seed N` runs one of them alone, with what follows its name handed on.
import { spawnSync } from 'node:child_process';

const node = process.execPath;
const built = ['npx', 'tsup', '--no-dts', '--silent'];
const vitest = (/** @type {readonly string[]} */ ...more) => ['npx', 'vitest', 'run', '--project=unit', ...more];
const gate = (/** @type {string} */ file) => ['npx', 'vitest', 'run', '--project=gates', '--mode', 'full', '--reporter=verbose', file];
/** Each by its name: its commands, the last of which is given the rest. @type {Readonly<Record<string, readonly (readonly string[])[]>>} */
const all = {
  tests: [vitest('--mode', 'full', '--coverage', '--testTimeout=120000')],
  explore: [built, [node, 'test/tools/explore.mjs']],
  model: [[node, 'test/tools/model.mjs']],
  'mutate:policy': [[node, 'test/tools/mutate/policy.mjs']],
  'compare:tried': [built, [node, 'test/tools/compare-tried.mjs']],
  calendar: [gate('test/gates/calendar.test.ts')],
  traces: [built, [node, 'test/tools/traces.mjs']],
  'named-functions': [
    built,
    ['npx', 'vitest', 'run', '--project=gates', '--mode', 'full', 'test/spreadsheet/named-functions.built.test.ts'],
  ],
  fuzz: [built, [node, 'test/tools/fuzz.mjs']],
  hosts: [['npx', 'tsup', '--silent'], gate('test/examples/hosts.built.test.ts')],
  zod: [built, [node, 'test/tools/zod-range.mjs']],
  libreoffice: [built, gate('test/examples/workbook.built.test.ts')],
  mermaid: [
    ['npm', 'ci', '--prefix', 'test/diagrams/mermaid'],
    [node, 'test/diagrams/mermaid/parse.mjs'],
  ],
  browser: [built, [node, 'examples/browser/build.mjs'], [node, 'test/browser/run.mjs']],
};
const [one, ...handed] = process.argv.slice(2);
/** Rooms and files of src by the paths that Stryker takes. */
const places = handed.map((place) => (/\.ts(:|$)/.test(place) ? `src/${place}` : `src/${place}/**/*.ts`)).join();
/** What is tried only when it is named. @type {typeof all} */
const named = { mutate: [['npx', 'stryker', 'run', ...(places === '' ? [] : ['--mutate', places])]] };
const tried = one !== undefined && one in named ? named : all;
if (one !== undefined && !(one in tried)) throw new TypeError(`there is no '${one}': ${Object.keys({ ...all, ...named }).join(', ')}`);
for (const [name, commands] of Object.entries(tried)) {
  if (one !== undefined && one !== name) continue;
  console.log(`\n== ${name}`);
  const more = tried === named ? [] : handed.length > 0 ? handed : name === 'fuzz' ? ['--minutes', '5'] : [];
  for (const [index, [command = '', ...args]] of commands.entries()) {
    const { status } = spawnSync(command, index === commands.length - 1 ? [...args, ...more] : args, { stdio: 'inherit' });
    if (status !== 0) {
      console.error(`\n✗ ${name}: ${[command, ...args].join(' ')}${one === undefined ? '\n\nNot run: what comes after it.' : ''}`);
      process.exit(status ?? 1);
    }
  }
}
