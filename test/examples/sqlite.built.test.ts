// The example that keeps cases in SQLite installs the packed tarball, and is put to the test by `conform`, with three wrong copies of it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installed } from './installed.js';

const app = new Installed('sqlite');
beforeAll(() => app.install());
afterAll(() => app.remove());

test('its types are right', () => app.typecheck());

test('it agrees with the policy on every history, and each wrong copy is caught', () => {
  const { status, stdout, stderr } = app.test('--reporter=verbose');
  expect(status, stdout + stderr).toBe(0);
  for (const title of [
    'agrees with the policy on every history, and everything is visited',
    'that accepts a second resubmission is caught: 6.2.1.b',
    'that awards before an outcome is caught: 4.3',
    'that treats 17:00:01 as in time, since it keeps no seconds, is caught: 6.2.3',
  ])
    expect(stdout).toContain(title);
});
