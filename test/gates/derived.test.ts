// The ids, choices and lists of src are as they follow from the registers and the families.
import { expect, test } from 'vitest';
import { writeDerived } from '../tools/derived.mjs';

test('what `npm run update` writes into src is up to date', async () => {
  expect(await writeDerived({ check: true })).toEqual([]);
});
