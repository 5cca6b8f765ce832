// What came, made safe to print and to send.
import { describe, expect, it, test } from 'vitest';
import { received } from '../../src/data/issues.js';

describe('an issue', () => {
  it('can say what it received of a value that throws when it is looked at', () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    expect(received(proxy)).toBe('object');
  });

  test.each([
    ['x'.repeat(80), 'x'.repeat(80)],
    ['x'.repeat(81), `${'x'.repeat(80)}…`],
    [1.5, 1.5],
    [-0, 0],
    [true, true],
    [null, null],
    [undefined, 'undefined'],
    [NaN, 'NaN'],
    [-Infinity, '-Infinity'],
    [[1], 'array'],
    [new Date(), 'object'],
    [(): void => undefined, 'function'],
    [Symbol('x'), 'symbol'],
    [1n, 'bigint'],
  ])('%# render what was received so that it can be sent', (value, expected) => {
    expect(received(value)).toBe(expected);
  });
});
