// Plain data, compared and frozen.
import { expect, test } from 'vitest';
import { deepFreeze } from '../../src/data/objects.js';
import { holdsPart, sameData } from '../../src/data/same.js';

const never = (): boolean => false;

test.each([
  ['the same keys in another order', { a: 1, b: [2] }, { b: [2], a: 1 }, true],
  ['another value further in', { a: { b: 1 } }, { a: { b: 2 } }, false],
  ['a key more', { a: 1 }, { a: 1, b: undefined }, false],
  ['as many keys, one of them another', { a: undefined }, { b: undefined }, false],
  ['a longer list', [1], [1, 2], false],
  ['nothing beside an object', null, {}, false],
])('%s', (_, a, b, same) => {
  expect(sameData(a, b, never)).toBe(same);
  expect(sameData(b, a, never)).toBe(same);
});

test('values that are written differently are taken for the same where the caller says so, key by key', () => {
  const underOn = (a: unknown, b: unknown, key?: string): boolean => key === 'on' && Number(a) === Number(b);
  expect(sameData({ on: '1' }, { on: '01' }, underOn)).toBe(true);
  expect(sameData({ at: '1' }, { at: '01' }, underOn)).toBe(false);
});

test('a whole holds a part that says less, and no list that is shorter', () => {
  expect(holdsPart({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2 }, e: undefined })).toBe(true);
  expect(holdsPart({ a: [1, 2] }, { a: [1] })).toBe(false);
});

test('what is frozen is frozen through and through', () => {
  const made = deepFreeze({ list: [{ a: 1 }], empty: null });
  expect([made, made.list, made.list[0]].every(Object.isFrozen)).toBe(true);
});
