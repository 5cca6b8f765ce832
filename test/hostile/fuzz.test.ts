// Some calls with input spoilt by chance, others each week, and each that was once found to break. `npm run test:full -- fuzz` makes them by the million.
import { inspect } from 'node:util';
import { expect, it, test } from 'vitest';
import { every, fuzzOnce } from './fuzz.js';
import { runs } from '../runs.js';
import found from './found.json' with { type: 'json' };

/** Calls that once broke, by their seeds: a seed is found anew when the functions that are called change. */
const broke: readonly { readonly seed: number; readonly call: string; readonly was: string }[] = found;
it.each(broke)('seed $seed, $call: $was', ({ seed, call }) => {
  const { name, fault } = fuzzOnce(seed);
  expect({ name, fault }).toEqual({ name: call, fault: undefined });
});

const { numRuns: calls } = runs(5000);

test(`${calls} calls with input spoilt by chance each answer, or refuse it as malformed`, () => {
  const faults: string[] = [];
  for (let seed = 0; seed < calls; seed++) {
    const { name, fault } = fuzzOnce(seed);
    if (fault !== undefined) faults.push(`seed ${seed}, ${name}: ${fault}`);
  }
  expect(faults).toEqual([]);
}, 60_000);

test('the same seed makes the same call', () => {
  const made = (seed: number): object => {
    const { name, args } = fuzzOnce(seed);
    return { name, args: inspect(args(), { depth: 9, maxArrayLength: 50, maxStringLength: 200 }) }; // some arguments throw when they are compared
  };
  for (let seed = 0; seed < 50; seed++) expect(made(seed)).toEqual(made(seed));
}, 60_000);

test.runIf(calls === 5000)(
  'nine of ten exported functions are called in that many',
  () => {
    expect(new Set(Array.from({ length: 5000 }, (_, seed) => fuzzOnce(seed).name)).size).toBeGreaterThan(every.length * 0.9);
  },
  60_000,
);
