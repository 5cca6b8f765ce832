// A small stand-in for vitest: what `describe`, `it` and their tables collect, as a list of tests that can be run one by one, and again from afresh.
import { format } from 'node:util';
import { ASYMMETRIC_MATCHERS_OBJECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai, setState } from '@vitest/expect';
import fc from 'fast-check';

/**
 * @typedef {{ readonly file: string, readonly name: string, readonly title: string, readonly run: () => unknown, readonly saw?: () => number, readonly of?: readonly unknown[] }} Collected
 *
 * Of a property, `saw` counts the cases in which it asserted something, and `of` are its arbitraries
 */

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

/** How often `expect` was called: a property that asserts nothing in a case saw nothing in it. */
const asserted = { count: 0 };

/** @type {any} */
const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => {
    asserted.count += 1;
    return chai.expect(value, message);
  },
  chai.expect,
  /** @type {any} */ (globalThis)[ASYMMETRIC_MATCHERS_OBJECT],
);
setState({ assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null, expectedAssertionsNumber: null }, expect);

/** @param {string} name @param {readonly unknown[]} args */
function titled(name, args) {
  const [first] = args;
  const named =
    typeof first === 'object' && first !== null ? name.replaceAll(/\$(\w+)/g, (_, key) => String(/** @type {any} */ (first)[key])) : name;
  const slots = (named.match(/%[sdifjoO]/g) ?? []).length;
  return slots > 0 ? format(named, ...args.slice(0, slots)) : named;
}

/** With this seed the same cases are drawn each time; the tests draw others. */
const seed = 1;

/** The functions that a test file imports from vitest, and the list that they fill. */
export function collector() {
  /** @type {Collected[]} */
  const tests = [];
  /** @type {string[]} */
  let path = [];
  let file = '';

  /** @param {string} title @param {() => unknown} run @param {Pick<Collected, 'saw' | 'of'>} [property] */
  const add = (title, run, property) => tests.push({ file, name: [...path, title].join(' > '), title, run, ...property });
  /** Groups are looked into when their file has been read to its end. @type {(() => void)[]} */
  const waiting = [];
  let reading = true;
  /** @param {string} title @param {() => unknown} body */
  const group = (title, body) => {
    if (reading) return void waiting.push(() => group(title, body));
    const before = path;
    path = [...path, title];
    attempt(title, body);
    path = before;
  };
  /** What breaks while it is collected is a test that fails. @param {string} title @param {() => unknown} body */
  const attempt = (title, body) => {
    try {
      body();
    } catch (error) {
      add(title, () => {
        throw error;
      });
    }
  };
  const close = () => {
    reading = false;
    for (const look of waiting.splice(0)) look();
    reading = true;
  };
  /** @param {(title: string, body: () => unknown) => unknown} make */
  const table = (make) => (/** @type {readonly unknown[]} */ rows) => (/** @type {string} */ name, /** @type {any} */ body) =>
    rows.forEach((row) => {
      const args = rows.every((each) => Array.isArray(each)) ? /** @type {readonly unknown[]} */ (row) : [row];
      make(titled(name, args), () => body(...args));
    });
  const describe = Object.assign(group, { each: table(group) });
  /** @param {string} title @param {any} a @param {any} b */
  const one = (title, a, b) => add(title, typeof a === 'function' ? a : b);
  const it = Object.assign(one, {
    each: table(add),
    prop:
      (/** @type {readonly any[]} */ arbitraries, /** @type {any} */ parameters) =>
      (/** @type {string} */ title, /** @type {any} */ holds) => {
        let saw = 0;
        const counted = (/** @type {readonly unknown[]} */ ...drawn) => {
          const before = asserted.count;
          const result = holds(...drawn);
          if (asserted.count > before) saw += 1;
          return result;
        };
        const property = () => fc.property(.../** @type {[any]} */ (arbitraries), counted);
        add(title, () => fc.assert(property(), { seed, endOnFailure: true, ...parameters }), { saw: () => saw, of: arbitraries });
      },
  });
  /** @type {any} */
  const typed = new Proxy(() => undefined, { get: () => typed, apply: () => typed });
  return {
    tests,
    enter: (/** @type {string} */ name, /** @type {() => unknown} */ read) => {
      file = name;
      attempt(`${name} is read`, read);
      close();
    },
    modules: {
      vitest: { describe, it, test: it, expect, expectTypeOf: () => typed },
      '@fast-check/vitest': { fc, test: it, it },
    },
  };
}
