// Some calls with input spoilt by chance, others each week, and each that was once found to break. `npm run fuzz` makes them by the million.
import { expect, it, test } from 'vitest';
import { every, fuzzOnce } from './fuzz.js';
import found from './found.json' with { type: 'json' };

it.each(found)('seed $seed, $call: $was', ({ seed, call }) => {
  const { name, fault } = fuzzOnce(seed);
  expect({ name, fault }).toEqual({ name: call, fault: undefined });
});

test('nothing breaks on 5,000 calls', () => {
  const faults: string[] = [];
  for (let seed = 0; seed < 5000; seed++) {
    const { name, fault } = fuzzOnce(seed);
    if (fault !== undefined) faults.push(`seed ${seed}, ${name}: ${fault}`);
  }
  expect(faults).toEqual([]);
}, 60_000);

test('the same seed makes the same call', () => {
  for (let seed = 0; seed < 50; seed++) expect(fuzzOnce(seed).name).toBe(fuzzOnce(seed).name);
  expect(new Set(Array.from({ length: 5000 }, (_, seed) => fuzzOnce(seed).name)).size).toBeGreaterThan(every.length * 0.9);
}, 60_000);
