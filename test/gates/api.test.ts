// The public API changes only on purpose: the reports in test/api are read in review.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiReports } from '../tools/api.mjs';

test('the API reports are up to date', () => {
  expect(() => apiReports({ write: false })).not.toThrow();
});

test('every public name says what it is', () => {
  const undocumented = readdirSync('test/api').flatMap((file) => {
    const report = readFileSync(`test/api/${file}`, 'utf8');
    return [...report.matchAll(/^\/\/ @public \(undocumented\)\n(.*)$/gm)].map(([, declaration]) => `${file}: ${declaration}`);
  });
  expect(undocumented).toEqual([]);
});
