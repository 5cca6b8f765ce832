// The tests by which Stryker tries a change of a room of the policy: its cases, its machines and its sentences, without long searches.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    isolate: false,
    env: { TZ: 'Pacific/Auckland', PROPERTY_RUNS: '5' },
    setupFiles: ['test/tools/mutate/each-test-anew.ts'],
    include: [
      'test/decision/{cases,comparisons,problems}.test.ts',
      'test/{machine,support-policy,code-page}/**/*.test.ts',
      'test/policy/{editions,questions}.test.ts',
      'test/words/{explain*,sentences,subject}.test.ts',
    ],
    exclude: ['**/*.built.test.ts', '**/{guide,histories,model,properties,shipped}.test.ts'],
  },
  plugins: [
    {
      // What is built on first use is built anew in each test. Stryker tries a change with the tests that pass it: of a table, that would be the first test alone.
      name: 'each-test-anew',
      enforce: 'pre',
      transform: (code, id) =>
        id.includes('/src/')
          ? code.replaceAll('(kept ??=', '(kept === undefined && globalThis.__forget.push(() => (kept = undefined)), kept ??=')
          : undefined,
    },
  ],
});
