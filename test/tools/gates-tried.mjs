// `npm run gates:tried`: does to a copy of the repository what must not be done to it, one thing at a time, and holds that a gate fails for each. Nothing here is changed.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './entries.mjs';

const here = fileURLToPath(root);
const copy = mkdtempSync(join(tmpdir(), 'gates-'));
/** Every file of the repository, of which those that are new are not yet tracked. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: here, encoding: 'utf8' })
  .trim()
  .split('\n');
for (const file of files) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(join(here, file), join(copy, file), { force: true });
}
symlinkSync(join(here, 'node_modules'), join(copy, 'node_modules'));

/** @typedef {{ readonly name: string, readonly file: string, readonly change: (text: string) => string, readonly gate: readonly string[] }} Tried */

const tests = (/** @type {string[]} */ ...named) => ['npx', 'vitest', 'run', '--project=unit', ...named];
const gates = (/** @type {string[]} */ ...named) => ['npx', 'vitest', 'run', '--project=gates', ...named];
const types = ['npx', 'tsc'];
/** The cases of a rule without those of one kind. @param {string} rule @param {(vector: any) => boolean} keep @returns {(text: string) => string} */
const cases = (rule, keep) => (text) => {
  const files = JSON.parse(text).map((/** @type {any} */ file) =>
    file.rule === rule ? { ...file, vectors: file.vectors.filter(keep) } : file,
  );
  return `${JSON.stringify(files, undefined, 2)}\n`;
};
/** @param {string | RegExp} what @param {string} [by] @returns {(text: string) => string} */
const replace =
  (what, by = '') =>
  (text) =>
    text.replace(what, by);

/** @type {readonly Tried[]} */
const all = [
  {
    name: 'a holiday is deleted',
    file: 'src/calendar/bank-holidays.ts',
    change: replace('Platinum Jubilee bank holiday: 2022-06-03\n'),
    gate: tests('test/calendar/bank-holidays.test.ts'),
  },
  {
    name: 'a holiday is moved by a day',
    file: 'src/calendar/bank-holidays.ts',
    change: replace('2022-09-19', '2022-09-20'),
    gate: tests('test/calendar/bank-holidays.test.ts'),
  },
  { name: 'a reading is deleted', file: 'src/policy/choices.ts', change: replace(/^ {2}'notice-boundary': .*\n/m), gate: types },
  {
    name: 'an option of a reading is deleted',
    file: 'src/policy/choices.ts',
    change: replace("['inclusive', 'clear-month']", "['inclusive']"),
    gate: types,
  },
  {
    name: 'the default of a reading is changed',
    file: 'src/policy/choices.ts',
    change: replace("['inclusive', 'clear-month']", "['clear-month', 'inclusive']"),
    gate: tests('test/policy', 'test/decision/cases.test.ts'),
  },
  {
    name: 'the wording of a refusal is deleted',
    file: 'src/words/findings.ts',
    change: replace(/^ {2}'award-follows-outcome': .*\n/m),
    gate: types,
  },
  {
    name: 'a clause is deleted from the register',
    file: 'src/policy/support-clauses.ts',
    change: replace(/^ {2}'support\/8\.1': \{[^}]*\},\n/m),
    gate: types,
  },
  {
    name: 'all cases on one side of a test are deleted',
    file: 'test/support-policy/3.1.1-notice.cases.json',
    change: cases('assessAdjustmentRequest', ({ because }) => because['requested-by-latest-timely-date'] !== false),
    gate: tests('test/decision/cases.test.ts'),
  },
  {
    name: 'all cases on the other side of it are deleted',
    file: 'test/support-policy/3.1.1-notice.cases.json',
    change: cases('assessAdjustmentRequest', ({ because }) => because['requested-by-latest-timely-date'] !== true),
    gate: tests('test/decision/cases.test.ts'),
  },
  {
    name: 'all cases of a rule are deleted',
    file: 'test/support-policy/3.1.1-notice.cases.json',
    change: cases('noticeDeadline', () => false),
    gate: tests('test/decision/cases.test.ts'),
  },
  {
    name: 'all refusals of a step are deleted',
    file: 'test/award-appeals/4.1-appeal.cases.json',
    change: (text) =>
      JSON.stringify(
        JSON.parse(text).map((/** @type {any} */ file) => ({
          ...file,
          vectors: file.vectors.map((/** @type {any} */ vector) => ({
            ...vector,
            tries: vector.tries.filter((/** @type {any} */ each) => !('refused' in each)),
          })),
        })),
      ),
    gate: tests('test/machine/cases.test.ts'),
  },
  {
    name: 'a limit of ten working days becomes eleven',
    file: 'src/policy/working-day-limits.ts',
    change: replace('workingDays: 10', 'workingDays: 11'),
    gate: tests('test/machine/cases.test.ts'),
  },
  {
    name: 'a deadline’s own second is late',
    file: 'src/support-policy/4.4-submission.ts',
    change: replace("compareTimes(submittedAt, '<=', submissionDeadline)", "compareTimes(submittedAt, '<', submissionDeadline)"),
    gate: tests('test/decision/cases.test.ts'),
  },
  {
    name: 'a row of a rule is deleted',
    file: 'src/support-policy/6.2.1-entitlements.ts',
    change: replace(/ {6}\{\n {8}when: \{ \.\.\.again, 'feedback-follows-every-not-met': false \},[\s\S]*?\n {6}\},\n/),
    gate: tests('test/decision/cases.test.ts'),
  },
  {
    name: 'a policy’s number stands in a new room',
    file: 'src/fees/index.ts',
    change: () =>
      "import { addDays, type PlainDate } from '../calendar/dates.js';\nexport const due = (day: PlainDate): PlainDate => addDays(day, 14);\n",
    gate: gates('test/gates/policy-constants.test.ts'),
  },
  {
    name: 'a number stands where nobody knows how to change it',
    file: 'src/review/fees.ts',
    change: () => "export const fee = 'within 14 days of the outcome';\n",
    gate: gates('test/gates/policy-constants.test.ts'),
  },
  {
    name: 'an earlier room imports a later one',
    file: 'src/policy/vocabulary.ts',
    change: (text) => `import '../lifecycle/case.js';\n${text}`,
    gate: gates('test/gates/rooms.test.ts'),
  },
  {
    name: 'src reads the clock',
    file: 'src/support-policy/2.1-scope.ts',
    change: (text) => `${text}\nexport const today = Date.now();\n`,
    gate: ['npx', 'eslint', 'src/support-policy/2.1-scope.ts'],
  },
];

const status = (/** @type {readonly string[]} */ [command = '', ...args]) =>
  spawnSync(command, args, { cwd: copy, encoding: 'utf8' }).status;
const failed = [];
const started = performance.now();
try {
  for (const gate of new Set(all.map(({ gate }) => gate.join(' ')))) {
    if (status(gate.split(' ')) !== 0) failed.push(`${gate}: fails although nothing is wrong`);
  }
  for (const { name, file, change, gate } of all) {
    const path = join(copy, file);
    const isNew = !files.includes(file);
    const before = isNew ? '' : readFileSync(path, 'utf8');
    const after = change(before);
    if (after === before) failed.push(`${name}: there is nothing to do it to in ${file}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, after);
    const caught = status(gate) !== 0;
    console.log(`${caught ? '✓' : '✗'} ${name}: ${caught ? 'caught by' : 'not caught by'} ${gate.join(' ').replace('npx ', '')}`);
    if (!caught) failed.push(`${name}: nothing fails`);
    if (isNew) rmSync(path);
    else writeFileSync(path, before);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`\n${all.length} things were tried in ${Math.round((performance.now() - started) / 1000)} s.`);
for (const line of failed) console.error(line);
if (failed.length > 0) process.exitCode = 1;
