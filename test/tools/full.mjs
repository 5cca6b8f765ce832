// `npm run test:full`: what is tried before a release and each night. It stops at the first that fails. LibreOffice, the browser and the other engines are left out, and say so, where they are not installed.
// `npm run test:full -- model --runs 100000 --seed N` runs one of them alone, with what follows its name handed on.
import { spawnSync } from 'node:child_process';

const [one, ...handed] = process.argv.slice(2);
const built = 'npx tsup --no-dts --silent';
const gate = (/** @type {string} */ file) => `npx vitest run --project=gates --mode full --reporter=verbose ${file}`;
/** Each by its name: its commands, the last of which is given the rest. @type {Readonly<Record<string, readonly string[]>>} */
const all = {
  tests: ['npx vitest run --project=unit --mode full --coverage --testTimeout=120000'],
  explore: [built, 'node test/tools/explore.mjs'],
  model: ['node test/tools/model.mjs'],
  'mutate:policy': ['node test/tools/mutate/policy.mjs'],
  'compare:tried': [built, 'node test/tools/compare-tried.mjs'],
  calendar: [gate('test/gates/calendar.test.ts')],
  traces: [built, 'node test/tools/traces.mjs'],
  'named-functions': [built, gate('test/spreadsheet/named-functions.built.test.ts')],
  fuzz: [built, `node --max-old-space-size=768 --stack-size=900 test/tools/fuzz.mjs ${handed.length === 0 ? '--minutes 5' : ''}`],
  hosts: ['npx tsup --silent', gate('test/examples/hosts.built.test.ts')],
  zod: [built, 'node test/tools/zod-range.mjs'],
  libreoffice: [built, gate('test/examples/workbook.built.test.ts')],
  mermaid: ['npm ci --prefix test/diagrams/mermaid', built, gate('test/gates/pages.test.ts -t mermaid')],
  browser: [built, 'node examples/browser/build.mjs', 'npx vitest run --config=test/browser/vitest.config.ts'],
};
/** Rooms and files of src by the paths that Stryker takes. */
const places = handed.map((place) => (/\.ts(:|$)/.test(place) ? `src/${place}` : `src/${place}/**/*.ts`)).join();
/** What is tried only when it is named. */
const named = { mutate: [`npx stryker run${places === '' ? '' : ` --mutate '${places}'`}`] };

const known = Object.entries({ ...all, ...named });
const tried = one === undefined ? Object.entries(all) : known.filter(([name]) => name === one);
if (tried.length === 0) throw new TypeError(`there is no '${one}': ${known.map(([name]) => name).join(', ')}`);
for (const [name, commands] of tried) {
  console.log(`\n== ${name}`);
  for (const [index, command] of commands.entries()) {
    const { status } = spawnSync(index === commands.length - 1 ? [command, ...(one === 'mutate' ? [] : handed)].join(' ') : command, {
      stdio: 'inherit',
      shell: true,
    });
    if (status !== 0) {
      console.error(`\n✗ ${name}: ${command}${one === undefined ? '\n\nNot run: what comes after it.' : ''}`);
      process.exit(status ?? 1);
    }
  }
}
