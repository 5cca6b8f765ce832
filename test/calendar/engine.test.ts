// The same answers in every engine and zone: here, and in a bare context that has no Intl, no Date, no console and no eval. And no work before it is asked for.
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { digest } from './digest.js';

async function script(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'iife',
    globalName: 'Calendar',
    target: 'es2019',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

const bare = (): object => {
  const context = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  runInContext('delete globalThis.console; delete globalThis.Intl; delete globalThis.Date; delete globalThis.WebAssembly', context);
  return context;
};

test('a bare ECMAScript context gives the answers that are given here, in every zone', { timeout: 30_000 }, async () => {
  const context = bare();
  runInContext(await script(`export { digest } from './digest.js'`), context);
  expect(runInContext('Calendar.digest()', context)).toBe('fbb67d5a');
  expect(digest()).toBe('fbb67d5a');
});

test('errors are the same there', async () => {
  const context = bare();
  runInContext(await script(`export * from '../../src/calendar/index.js'`), context);
  const call = `try { Calendar.addWorkingDays('2010-12-15', 20, Calendar.scotland) } catch (error) { [error.name, error.code, error.needed].join() }`;
  expect(runInContext(call, context)).toBe('OutsideCalendar,OUTSIDE_CALENDAR,2010-12-15');
  expect(runInContext(call.replace('20,', '{},'), context)).toBe('InvalidFacts,INVALID_FACTS,');
});

test('importing it does no work: the tables are read, and the index built, on first use', async () => {
  const context = bare();
  runInContext(
    `var works = [];
     for (const name of ['Map', 'Set', 'Int32Array']) {
       globalThis[name] = new Proxy(globalThis[name], { construct: (target, args) => (works.push(name), new target(...args)) });
     }
     const split = String.prototype.split;
     String.prototype.split = function (...args) { works.push('split'); return split.apply(this, args); };`,
    context,
  );
  runInContext(await script(`export * from '../../src/calendar/index.js'`), context);
  expect(runInContext('works.join()', context)).toBe('');
  runInContext(`Calendar.isWorkingDay('2021-01-04', Calendar.scotland)`, context);
  expect(runInContext('works.join()', context)).toMatch(/split.*Map.*Int32Array/);
  runInContext(`works.length = 0; Calendar.addWorkingDays('2021-01-04', 10, Calendar.scotland)`, context);
  expect(runInContext('works.join()', context)).toBe('');
});
