// The example that serves the tools to agents installs the packed tarball beside the protocol's own SDK, and is asked by the SDK's own client.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installed } from './installed.js';

const app = new Installed('agents');
beforeAll(() => app.install());
afterAll(() => app.remove());

test('its types are right', () => app.typecheck());

test('the client lists the tools, and calls one that answers, one that is undetermined and one with bad input', () => {
  const { status, stdout, stderr } = app.test('--reporter=verbose', '--testTimeout=600000');
  expect(status, stdout + stderr).toBe(0);
  for (const title of [
    'it lists every tool with its schemas',
    'a late request is answered in words, with its receipt',
    'what the policy does not settle is answered with whom to ask',
    'bad input is an answer that says what is wrong and where',
  ])
    expect(stdout).toContain(title);
});
