// Every exported function reads each part of what it is given once: a getter that answers twice could answer otherwise the second time.
import { describe, expect, it } from 'vitest';
import * as testing from '../../src/testing/index.js';
import { everyCall, type Call } from './calls.js';
import { attempt } from './verdict.js';

/** A value of which each part of each plain object counts how often it is read. */
function counting(value: unknown, reads: Map<string, number>, path = ''): unknown {
  if (Array.isArray(value)) return value.map((item, at) => counting(item, reads, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const counted = {};
  for (const [key, part] of Object.entries(value)) {
    const place = `${path}.${key}`;
    const made = counting(part, reads, place);
    Object.defineProperty(counted, key, {
      enumerable: true,
      get: () => {
        reads.set(place, (reads.get(place) ?? 0) + 1);
        return made;
      },
    });
  }
  return counted;
}

function readMoreThanOnce(call: Call): readonly string[] {
  const reads = new Map<string, number>();
  attempt(
    call,
    call.args().map((arg, at) => counting(arg, reads, String(at))),
  );
  return [...reads].filter(([, times]) => times > 1).map(([place, times]) => `${place} ×${times}`);
}

/** What is left out: the kit for tests, which trusts those who write them, and a source of holidays, whose method is called for each year. */
const isLeftOut = (name: string): boolean => name in testing || /^(matchers|arbitraries)\.|^aCase, |^vectors, |^calendarFrom$/.test(name);

describe('each part of what is given is read once', () => {
  it.each(Object.entries(everyCall()).filter(([name]) => !isLeftOut(name)))('by %s', (_, call) => {
    expect(readMoreThanOnce(call)).toStrictEqual([]);
  });
});
