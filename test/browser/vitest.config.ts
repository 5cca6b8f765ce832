// `npm run test:full -- browser`: the policy checker in a browser, apart from the other tests since it wants one.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'browser', root: '.', include: ['test/browser/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
