// `npm run test:full -- browser`: drives the policy checker in the system's Chromium, apart from the other tests. Where there is none, it says how to install one, and nothing fails.
import { defineConfig } from 'vitest/config';
import { executablePath, howToInstall } from './chromium.mjs';

const include = executablePath === undefined ? [] : ['test/browser/**/*.test.ts'];
if (executablePath === undefined) console.log(`${howToInstall}\nThe page was not driven.`);

export default defineConfig({
  test: { name: 'browser', root: '.', include, passWithNoTests: executablePath === undefined, testTimeout: 60_000, hookTimeout: 60_000 },
});
