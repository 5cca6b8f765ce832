// `npm run update`: writes everything that follows from something else. What it writes is only compared by `npm run check`. `npm run update -- receipts sizes` takes those steps alone, and the build.
import { spawnSync } from 'node:child_process';

/** Each step by its name, with what it writes: what a person has to mend first, what takes longest last. The names of what is built follow from how the source is formatted. @type {Readonly<Record<string, readonly [what: string, command: string]>>} */
const always = {
  derived: ['ids, choices and lists of src', 'node test/tools/derived.mjs'],
  format: ['format', 'npx prettier --write --log-level warn .'],
  build: ['the built package', 'npx tsup --silent'],
  snapshots: [
    'snapshots, sentences and what the demo prints',
    'npx vitest run --project=unit test/words/explain.test.ts test/words/sentences.test.ts test/examples/cohort.test.ts --update',
  ],
  api: ['API reports', 'node test/tools/api.mjs --write'],
  clauses: ['pages of clauses and readings, diagrams, and what is in other pages', 'node docs/tools/run.mjs'],
  receipts: ['receipts', 'node test/tools/receipts.mjs'],
  workbook: ['workbook', 'node examples/spreadsheet/workbook.mjs --write'],
  pages: ['wording of the pages', 'npx vitest run --project=unit test/words/pages.test.ts'],
  theorems: ['theorems', 'node docs/tools/theorems.mjs --write'],
  sizes: ['sizes', 'node docs/tools/sizes.mjs --write'],
};
/** Steps that are taken only when they are named: they need a browser, LibreOffice or another folder. @type {typeof always} */
const named = {
  page: ['the policy checker, examples/browser/dist/page.html', 'node examples/browser/build.mjs'],
  pictures: ['the picture of the lifecycle (Chromium, and `npm run test:full -- mermaid` once)', 'node docs/tools/pictures.mjs'],
  screenshots: ['pictures of the page (Chromium)', 'node docs/tools/screenshots.mjs'],
  'workbook-pictures': ['pictures of the workbook (LibreOffice with Draw, ImageMagick)', 'node docs/tools/workbook-pictures.mjs'],
  reference: ['the reference of the API, docs/api', 'npx typedoc --options docs/tools/typedoc.mjs'],
};

const asked = process.argv.slice(2);
const steps = { ...always, ...named };
const strange = asked.filter((name) => !(name in steps));
if (strange.length > 0) throw new TypeError(`no such step: ${strange.join(', ')}. There are ${Object.keys(steps).join(', ')}`);

const taken = Object.entries(asked.length > 0 ? steps : always).filter(
  ([name]) => asked.length === 0 || name === 'build' || asked.includes(name),
);
for (const [at, [name, [what, command]]] of taken.entries()) {
  console.log(`… ${what}`);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, { encoding: 'utf8', shell: true });
  if (status !== 0) {
    console.error(`${stdout}${stderr}\n✗ ${what}`);
    if (name === 'build') console.error('`npm run typecheck` names every place that the compiler asks to be mended.');
    const left = taken.slice(at).map(([step]) => step);
    console.error(`Not written: what is left. Go on with \`npm run update -- ${left.join(' ')}\`.`);
    process.exit(status ?? 1);
  }
  if (command.startsWith('node ')) process.stdout.write(stdout); // what a person should read
  console.log(`✓ ${what} (${Math.round((performance.now() - start) / 1000)} s)`);
}
