// Generated pages are what their tools make of the code as it stands.
import { expect, test } from 'vitest';
import { clausesPage } from '../../docs/tools/clauses.mjs';

test('docs/clauses.md is up to date', () => {
  expect(() => {
    clausesPage({ write: false });
  }).not.toThrow();
});
