// Stryker's test runner for this project: the tests in this process, under the small stand-in for vitest, a fresh copy of them and of the sources for each change.
// Stryker's own runner for vitest tries a change with the tests that pass its place; here a rule's table is built once, by whichever test comes first, so that one finds too little.
import { join, relative } from 'node:path';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { PluginKind, declareFactoryPlugin } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { root } from '../entries.mjs';
import { bundleTests, collectTests, failureOf } from '../in-process/load.mjs';
import { compiler } from './compiler.mjs';
import { testFiles as first } from './places.mjs';

/**
 * @typedef {{ readonly file: string, readonly code: string, readonly count: number, readonly load: number, readonly took: readonly number[], readonly tests: ReadonlyMap<number, readonly number[]>, readonly once: ReadonlySet<number> }} Prepared
 */

/** What these look at is not in the sources that are changed, waits for something, or takes so long that little else would be tried; each needs another process, or finds nothing that the others do not. */
const leftOut =
  /^(gates|bench|browser|hostile|explore|schemas|examples|docs)\/|\.built\.|^zones\/|^(words|questions)\/(explain|questions-for|receipt|what-would-change)\.|^calendar\/(engine|spreadsheet-oracle|verify)\.|^(support-policy\/lifecycle|machine)\/properties\.|^policy\/(policy-verify|even-handed)\.|^decision\/given\.|^spreadsheet\/(vectors|format|guide)\.|^testing\//;
/** Where the tests of a room stand: of one that is not here, among those of the rules. */
const besides = /** @type {Readonly<Record<string, readonly string[]>>} */ ({
  calendar: ['calendar'],
  policy: ['policy'],
  machine: ['machine', 'support-policy'],
  'support-policy': ['decision', 'support-policy'],
  'award-appeals': ['decision', 'machine'],
  'code-page': ['decision', 'machine'],
});
const here = fileURLToPath(root);
/** A test with a change in place has this many times as long as it takes without, and some seconds more: a busy machine is no finding. */
const [TIMES, MORE] = [20, 15_000];
/** So many milliseconds of the nearest tests find nearly every change that can be found; one that the compiler takes is then tried with all that there are, for so long. */
const [NEARLY, ENOUGH] = [1500, 8000];
/** A test as long as this is not run twice to see what it passes. */
const LONG = 300;
const cpu = () => process.cpuUsage().user / 1000;

/** Calls, and gives up after so many milliseconds: also out of a loop that never ends. @template T @param {() => T} call @param {number} timeout @returns {T} */
function within(call, timeout) {
  const name = '__called_within_a_time';
  Object.assign(globalThis, { [name]: call });
  return vm.runInThisContext(`${name}()`, { timeout: Math.ceil(timeout) });
}

/** The places that were passed since this was last emptied, by the changes that stand there. */
const passed = new Uint8Array(100_000);
function passedNow() {
  const ids = /** @type {Set<number>} */ (new Set());
  for (let id = passed.indexOf(1); id !== -1; id = passed.indexOf(1, id + 1)) ids.add(id);
  passed.fill(0);
  return ids;
}

/** What Stryker wrote into the sources, in a shorter way: its own functions take several times as long as the tests. @param {string} code */
const shortened = (code) =>
  code
    .replaceAll(/stryMutAct_9fa48\d*\("(\d+)"\)/g, '(__change === $1)')
    .replaceAll(/stryCov_9fa48\d*\(((?:"\d+"(?:, )?)+)\)/g, (_, ids) => `(${ids.replaceAll(/"(\d+)"(?:, )?/g, '__passed[$1] = ')}1)`);
/** And without counting what is passed. @param {string} code */
const uncounted = (code) => code.replaceAll(/\((?:__passed\[\d+\] = )+1\)/g, '0');

/** A file of tests, run twice as it is. What the second time is passed too is passed whenever the test is run; what only the first time is passed belongs to what is built once. @param {string} file @param {string} sandbox @returns {Promise<Prepared>} */
async function prepare(file, sandbox) {
  const fromSandbox = (/** @type {string} */ path, /** @type {string} */ text) =>
    path.startsWith('src/') ? readFileSync(join(sandbox, path), 'utf8') : text;
  const code = shortened(await bundleTests([file], fromSandbox));
  passed.fill(0);
  const began = cpu();
  const tests = collectTests(code, { values: { __change: -1, __passed: passed } });
  const load = cpu() - began;
  const once = passedNow();
  const runs = tests.map((test) => {
    const started = cpu();
    const error = failureOf(test);
    if (error !== undefined) throw new Error(`${file}: ${test.name} fails with no change at all: ${String(error)}`);
    return { took: cpu() - started, ids: passedNow() };
  });
  const took = runs.map((run) => run.took);
  const passing = /** @type {Map<number, number[]>} */ (new Map());
  for (const index of quickestFirst(tests.keys(), took)) {
    const long = (took[index] ?? 0) > LONG;
    const error = long ? undefined : failureOf(/** @type {(typeof tests)[number]} */ (tests[index]));
    if (error !== undefined) throw new Error(`${file}: ${tests[index]?.name} fails the second time: ${String(error)}`);
    const again = long ? (runs[index]?.ids ?? new Set()) : passedNow();
    for (const id of again) (passing.get(id) ?? passing.set(id, []).get(id))?.push(index);
    for (const id of runs[index]?.ids ?? []) if (!again.has(id)) once.add(id);
  }
  return { file, code: uncounted(code), count: tests.length, load, took, tests: passing, once };
}

/** @param {Iterable<number>} tests @param {readonly number[]} took */
const quickestFirst = (tests, took) => [...tests].sort((one, two) => (took[one] ?? 0) - (took[two] ?? 0));

/** @param {string} _ @param {any} value */
const asList = (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value);
/** @param {string} key @param {any} value */
const asMap = (key, value) => (key === 'tests' ? new Map(value) : key === 'once' ? new Set(value) : value);

class InProcessRunner {
  /** The sources with all changes in them. */
  #sandbox = process.cwd();
  /** What the process that Stryker tries first prepares, for the others too. */
  #store = join(this.#sandbox, 'prepared.json');
  /** @type {readonly Prepared[] | undefined} */
  #files;
  /** How many changes of a source each file of tests has found. @type {Map<string, Map<Prepared, number>>} */
  #finders = new Map();
  /** @type {ReturnType<typeof compiler> | undefined} */
  #compiler;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.chdir(here);
    fc.configureGlobal({ seed: 1 });
  }

  /** @returns {Promise<import('@stryker-mutator/api/test-runner').DryRunResult>} */
  async dryRun() {
    const all = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts') && !leftOut.test(file))
      .map((file) => `test/${file}`)
      .sort();
    const prepared = [];
    for (const file of new Set([...first.filter((file) => all.includes(file)), ...all])) prepared.push(await prepare(file, this.#sandbox));
    writeFileSync(this.#store, JSON.stringify(prepared, asList));
    return {
      status: DryRunStatus.Complete,
      tests: prepared.map(({ file }) => ({ id: file, name: file, timeSpentMs: 1, status: TestStatus.Success })),
    };
  }

  /** What the compiler refuses needs no more of the tests than those that are nearest. @param {Parameters<ReturnType<typeof compiler>>} change */
  #refuses(...change) {
    return (this.#compiler ??= compiler())(...change);
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options @returns {Promise<import('@stryker-mutator/api/test-runner').MutantRunResult>} */
  async mutantRun({ activeMutant, sandboxFileName }) {
    const id = Number(activeMutant.id);
    const beside = [...readFileSync(sandboxFileName, 'utf8').matchAll(/stryMutAct_9fa48\("(\d+)"\)/g)].map(([, other]) => Number(other));
    /** @type {readonly Prepared[]} */
    const files = (this.#files ??= JSON.parse(readFileSync(this.#store, 'utf8'), asMap));
    const [, room] = /src.([\w-]+)/.exec(relative(here, activeMutant.fileName)) ?? [];
    const isNear = (/** @type {Prepared} */ { file }) =>
      (besides[room ?? ''] ?? ['decision']).some((folder) => file.startsWith(`test/${folder}/`));
    const found = this.#finders.get(sandboxFileName) ?? new Map(files.map((each) => [each, isNear(each) ? 1 : 0.01]));
    this.#finders.set(sandboxFileName, found);
    const { start, end } = activeMutant.location;
    const location = { start: { line: start.line + 1, column: start.column + 1 }, end: { line: end.line + 1, column: end.column + 1 } };
    for (const near of [true, false]) {
      if (!near && this.#refuses(relative(here, activeMutant.fileName), { location, replacement: activeMutant.replacement })) break;
      const until = cpu() + (near ? NEARLY : ENOUGH);
      const worth = (/** @type {Prepared} */ each) => (found.get(each) ?? 0) / (each.load + 1); // what found most, and loads soonest, goes first
      for (const prepared of [...files].sort((one, two) => worth(two) - worth(one))) {
        const killer = killerIn(prepared, id, near ? beside : undefined, until);
        if (killer === undefined) continue;
        found.set(prepared, (found.get(prepared) ?? 0) + 1);
        return { status: MutantRunStatus.Killed, nrOfTests: 1, killedBy: [prepared.file], failureMessage: `${prepared.file}: ${killer}` };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests: files.length };
  }
}

/**
 * The first test of a file that fails with a change in place: of those that pass it, the quickest first, and then, if it belongs to what is built once, of those that pass any other change of its source.
 * Without `beside`, of all, if it belongs to what is built once.
 *
 * @param {Prepared} prepared
 * @param {number} id
 * @param {readonly number[] | undefined} beside the changes of the same source
 * @param {number} until
 */
function killerIn({ code, count, took, tests, once }, id, beside, until) {
  const passing = tests.get(id) ?? [];
  const near = () => new Set([...passing, ...quickestFirst(new Set(beside?.flatMap((other) => tests.get(other) ?? [])), took)]);
  const tried = !once.has(id) ? passing : beside === undefined ? quickestFirst(took.keys(), took) : [...near()];
  if (tried.length === 0 || cpu() > until) return undefined;
  try {
    const changed = within(() => collectTests(code, { values: { __change: id } }), MORE);
    // A list of tests that becomes another says nothing by itself: all of it is run.
    for (const index of changed.length === count ? tried : changed.keys()) {
      if (cpu() > until) return undefined;
      const test = /** @type {(typeof changed)[number]} */ (changed[index]);
      const error = within(() => failureOf(test), TIMES * (took[index] ?? 0) + MORE);
      if (error !== undefined) return `${test.name}: ${String(error)}`;
    }
    return undefined;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'does not end in time';
    throw error;
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', () => new InProcessRunner())];
