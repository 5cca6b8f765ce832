// Every exported function of every entry, called with what no caller should send in the place of each argument, of all of them, and of none: it answers, or throws what it documents.
import { describe, expect, it } from 'vitest';
import { entries, root } from '../tools/entries.mjs';
import { everyCall, exportedFunctions, withoutCall, type Call } from './calls.js';
import { runs } from '../runs.js';
import { never, odd } from './values.js';
import { attempt, faultOf, type Came } from './verdict.js';

/** Those that every call is tried with; the other kinds are for the full run, and for the fuzzer. */
const always = [
  ...['undefined', 'null', 'a fraction', 'a date', 'an empty list', 'an empty object', 'a symbol', 'a bigint', 'a function', 'a ring'],
  ...['a list with a hole', 'a list of nothing', 'a getter that throws', 'a proxy that traps', 'a list that traps', 'a revoked proxy'],
  ...['an empty object of another realm', 'a date object of another realm', 'a getter of another realm that throws', 'a deep nest'],
];
const all = Object.entries({ ...never, ...odd });
const kinds = runs(all.length).numRuns === all.length ? all : all.filter(([what]) => always.includes(what));
const callable = Object.entries(everyCall());
/** Every entry that package.json exports. */
const modules = await Promise.all(entries.map(({ source }) => import(new URL(source, root).href) as Promise<object>));

/** How a call came out; a promise is waited for. */
async function outcomeOf(call: Call, args: readonly unknown[]): Promise<Came> {
  if (call.isAsync === undefined) return attempt(call, args);
  const settled = await (call.run(...args) as Promise<unknown>).then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
  return attempt({ ...call, run: settled }, []);
}

describe('a malformed call', () => {
  it('is made with values of which each has a maker', () => {
    expect(all.filter(([what]) => always.includes(what))).toHaveLength(always.length);
  });

  it('is made of every exported function of every entry', () => {
    expect(withoutCall(exportedFunctions(modules))).toStrictEqual({ functions: [], calls: [] });
  });

  it.each(callable)('%s', async (name, call) => {
    const faults: string[] = [];
    const tryWith = async (what: string, args: readonly unknown[]): Promise<void> => {
      const fault = faultOf(name, await outcomeOf(call, args));
      if (fault !== undefined) faults.push(`${what}: ${fault}`);
    };
    const valid = call.args();
    const put = (index: number, value: unknown): readonly unknown[] => call.args().map((each, at) => (at === index ? value : each));
    await tryWith('no argument', []);
    for (const [what, make] of valid.length === 0 ? [] : kinds) {
      if (call.callsBack && typeof make() === 'function') continue;
      for (const index of valid.keys()) await tryWith(`${what} as argument ${index}`, put(index, make()));
      await tryWith(`${what} as each argument`, [...valid, 0].map(make));
    }
    expect(faults).toStrictEqual([]);
  });
});
