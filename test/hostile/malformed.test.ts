// Every exported function of every entry, called with what no caller should send in the place of each argument, of all of them, and of none: it answers, or throws what it documents.
import { describe, expect, it } from 'vitest';
import { everyCall, exportedFunctions, notForCalling, type Call } from './calls.js';
import { never, odd } from './values.js';
import { attempt, faultOf, type Came } from './verdict.js';

const kinds = Object.entries({ ...never, ...odd });
const callable = Object.entries(everyCall());

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
  it('is made of every exported function of every entry', () => {
    const covered = [...callable.map(([name]) => name.replace(/,.*/, '')), ...Object.keys(notForCalling)];
    expect([...new Set(covered)].sort()).toStrictEqual([...exportedFunctions()].sort());
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
    if (valid.length === 0) await tryWith('arguments that it does not take', [null, Symbol('no argument')]);
    else
      for (const [what, make] of kinds) {
        if (call.callsBack && typeof make() === 'function') continue;
        for (const index of valid.keys()) await tryWith(`${what} as argument ${index}`, put(index, make()));
        await tryWith(`${what} as each argument`, [...valid, 0].map(make));
      }
    expect(faults).toStrictEqual([]);
  });
});
