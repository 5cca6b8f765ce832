// `npm run test:full -- zod`: the packed package with the lowest zod that its range admits, and with the newest. Each answers every shipped case, says what is wrong with what is malformed,
// and makes the JSON Schemas that are shipped. What both say of malformed facts has to be the same.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifest, root } from './entries.mjs';

const range = manifest.dependencies['zod'] ?? '';
const [, major, minor = '0', patch = '0'] = /^\^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/.exec(range) ?? [];
if (major === undefined) throw new TypeError(`zod is wanted by a range such as ^4.6, and not by '${range}'`);

const folder = mkdtempSync(join(tmpdir(), 'zod-range-'));
/** @param {string} command @param {readonly string[]} args */
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e8 });

/** Runs in the folder, where it finds the package as any application would. */
const probe = `
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { definePolicy, openCase, rules, transition } from '${manifest.name}';
import { jsonSchemas } from '${manifest.name}/schemas';
import { vectors } from '${manifest.name}/testing';
const require = createRequire(import.meta.url);
const installed = join('node_modules', '${manifest.name}');
const zod = createRequire(require.resolve('${manifest.name}'))('zod/package.json').version;
const json = (path) => JSON.parse(readFileSync(join(installed, 'dist', path), 'utf8'));
const wrong = [];
let [cases, steps] = [0, 0];
for (const { file, rule } of json('vectors/index.json').files) {
  if (rule === undefined) continue;
  for (const { name, facts, policy, differences } of vectors(json('vectors/' + file))) {
    cases += 1;
    wrong.push(...differences(rules[rule](facts, policy)).map((each) => rule + ', ' + name + ': ' + each));
  }
}
for (const line of readFileSync(join(installed, 'dist/vectors/traces.jsonl'), 'utf8').trimEnd().split('\\n').slice(1)) {
  const { readings, registration, steps: all } = JSON.parse(line);
  let state = openCase(registration);
  for (const { event, accepted, stage } of all) {
    steps += 1;
    const step = transition(state, event, definePolicy({ readings }));
    state = step.case.stage === 'restarted' ? openCase(step.case.next) : step.case;
    if (step.accepted !== accepted || state.stage !== stage) wrong.push(line);
  }
}
const schemas = readdirSync(join(installed, 'dist/schemas'));
for (const file of schemas) {
  const [shipped, made] = [json('schemas/' + file), jsonSchemas[file.replace('.json', '')]];
  if (JSON.stringify(made) !== JSON.stringify(shipped)) wrong.push('another schema: ' + file);
}
const malformed = [{}, null, [], { cohort: 1 }, { requestedOn: '2021-02-30', startsOn: 5, programme: 'qtls', on: 'soon', 'no such fact': true }];
const issues = Object.entries(rules).map(([id, rule]) => [id, malformed.map((facts) => rule.safe(facts))]);
console.log(JSON.stringify({ zod, cases, steps, schemas: schemas.length, wrong, issues }));
`;

try {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  writeFileSync(join(folder, 'probe.mjs'), probe);
  run('npm', 'pack', fileURLToPath(root), '--ignore-scripts');
  const said = [`${major}.${minor}.${patch}`, range].map((wanted) => {
    run('npm', 'install', '--no-audit', '--no-fund', `./${manifest.name}-${manifest.version}.tgz`, `zod@${wanted}`);
    const { zod, cases, steps, schemas, wrong, issues } = JSON.parse(run('node', 'probe.mjs'));
    console.log(`zod ${zod}: ${cases} cases, ${steps} steps of histories and ${schemas} schemas, ${wrong.length} of them wrong`);
    for (const each of wrong.slice(0, 10)) console.error(each);
    if (wrong.length > 0) process.exitCode = 1;
    return { zod, issues: JSON.stringify(issues) };
  });
  const [lowest, newest] = said;
  if (lowest?.zod !== `${major}.${minor}.${patch}`) throw new Error(`the lowest of ${range} was to be tried, and ${lowest?.zod} was`);
  if (lowest.issues !== newest?.issues) throw new Error('what is malformed is told in another way by the lowest than by the newest');
  console.log('what is malformed is told alike by both');
} finally {
  rmSync(folder, { recursive: true });
}
