// One of some processes that share out the changes: it runs the tests once as they are, and then for each change until one fails. A line of JSON for each.
import { bundleTests, collectTests, failureOf } from '../in-process/load.mjs';
import { look, testFiles } from './places.mjs';

const [share, shares, after] = process.argv.slice(2).map(Number);
const say = (/** @type {object} */ line) => process.stdout.write(`${JSON.stringify(line)}\n`);

const { mutants, rewritten } = look();
const unitsFile = 'test/tools/mutate/units.ts';
const rewrite = (/** @type {string} */ path, /** @type {string} */ text) =>
  path === unitsFile ? `${text}\nObject.assign(__units, units);` : (rewritten.get(path) ?? text);

const compare = {
  '<': (/** @type {boolean} */ on, /** @type {number} */ a, /** @type {number} */ b) => (on ? a <= b : a < b),
  '<=': (/** @type {boolean} */ on, /** @type {number} */ a, /** @type {number} */ b) => (on ? a < b : a <= b),
  '>': (/** @type {boolean} */ on, /** @type {number} */ a, /** @type {number} */ b) => (on ? a >= b : a > b),
  '>=': (/** @type {boolean} */ on, /** @type {number} */ a, /** @type {number} */ b) => (on ? a > b : a >= b),
  '===': (/** @type {boolean} */ on, /** @type {unknown} */ a, /** @type {unknown} */ b) => on !== (a === b),
  '!==': (/** @type {boolean} */ on, /** @type {unknown} */ a, /** @type {unknown} */ b) => on === (a === b),
};
/** The places that were passed since this was last emptied, by the changes that stand there. */
const passed = new Uint8Array(mutants.length);
/** What the rewritten sources ask: whether the change that stands here is the one that this copy has. @param {number} change */
const asked = (change) => ({
  __units: {},
  __compare: compare,
  __on:
    change < 0
      ? (/** @type {number} */ id) => {
          passed[id] = 1;
          return false;
        }
      : (/** @type {number} */ id) => id === change,
});

/** A file of tests, run once as it is: how long each test takes, and which places it passes. @param {string} file */
async function prepare(file) {
  const code = await bundleTests([unitsFile, file], rewrite);
  passed.fill(0);
  const tests = collectTests(code, asked(-1));
  const everywhere = passed.slice();
  const known = tests.map((test, index) => {
    passed.fill(0);
    const started = performance.now();
    const error = failureOf(test);
    if (error !== undefined) throw new Error(`${file}: ${test.name} fails with no change at all: ${String(error)}`);
    const own = passed.slice();
    own.forEach((was, id) => (everywhere[id] ||= was));
    return { index, own, took: performance.now() - started };
  });
  return { file, code, known, everywhere };
}
/** Each is prepared when it is first wanted: most changes are found by the first few. @type {Map<string, Awaited<ReturnType<typeof prepare>>>} */
const files = new Map();

/** The first test that fails with a change in place: of those that pass its place, the quickest first, and then of the others, since a table is built once. @param {number} id */
async function killerOf(id) {
  for (const file of testFiles) {
    const ready = files.get(file) ?? (await prepare(file));
    files.set(file, ready);
    if (ready.everywhere[id] !== 1) continue;
    const tests = collectTests(ready.code, asked(id));
    if (tests.length !== ready.known.length) return { file, name: 'its list of tests becomes another' };
    const order = [...ready.known].sort((one, two) => (two.own[id] ?? 0) - (one.own[id] ?? 0) || one.took - two.took);
    // A place that many tests pass is looked at anew in each of them; one that few pass may belong to a table, which is built once for all.
    const passing = ready.known.filter(({ own }) => own[id] === 1).length;
    for (const { index } of passing > 3 ? order.slice(0, passing) : order) {
      const test = tests[index];
      say({ id }); // it is the single test that has a time to end in: all of them take longer than that
      if (test !== undefined && failureOf(test) !== undefined) return { file, name: test.name };
    }
  }
  return undefined;
}

for (const { id } of mutants) {
  if (id % (shares ?? 1) !== share || id <= (after ?? -1)) continue;
  say({ id });
  say({ id, killer: (await killerOf(id)) ?? null });
}
