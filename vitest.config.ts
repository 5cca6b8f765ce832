// Every test runs under four host time zones: no answer may depend on where the host stands. The gates look at the built package, once.
import { defineConfig } from 'vitest/config';

const zones = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland'];
/** Long, and nothing in it can turn on the host's zone: run under the first zone alone. */
const once = [
  'test/hostile/**',
  'test/explore/**',
  'test/calendar/spreadsheet-oracle.test.ts',
  'test/questions/what-would-change.test.ts',
  'test/schemas/**',
  'test/spreadsheet/vectors.test.ts', // zones: the engines' test has them
  'test/testing/arbitraries.test.ts',
];

export default defineConfig({
  test: {
    pool: 'forks', // threads share one time zone
    isolate: false, // src keeps no state, so test files may share a process
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'json-summary'], thresholds: { branches: 98 } },
    projects: [
      ...zones.map((TZ, index) => ({
        extends: true as const,
        test: {
          name: TZ,
          env: { TZ },
          include: ['test/**/*.test.ts'],
          exclude: [
            '**/node_modules/**',
            'test/gates/**',
            'test/bench/**',
            'test/browser/**',
            '**/*.built.test.ts',
            ...(index > 0 ? once : []),
          ],
        },
      })),
      {
        extends: true,
        test: {
          name: 'gates',
          include: ['test/gates/**/*.test.ts', 'test/**/*.built.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
