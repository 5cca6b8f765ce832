// `npm test` runs every test once, in Auckland's zone: its day differs from London's half of the time. `npm run test:zones` runs in four zones what a zone could
// change, test/zones. `--mode full` runs properties at their full numbers, and what takes minutes. The gates look at the built package, once.
import { defineConfig } from 'vitest/config';

const zones = ['UTC', 'Europe/London', 'America/New_York', 'Pacific/Auckland'];
const apart = ['**/node_modules/**', 'test/gates/**', 'test/bench/**', 'test/browser/**', '**/*.built.test.ts'];
/** Long searches and samples, whose subjects shorter tests have too. */
const long = [
  'test/calendar/spreadsheet-oracle.test.ts',
  'test/compare/space.test.ts',
  'test/explore/**',
  'test/hostile/hostile.test.ts',
  'test/spreadsheet/vectors.test.ts', // the gates run the same rows through a spreadsheet engine
  'test/testing/arbitraries.test.ts',
];

export default defineConfig(({ mode }) => {
  const full = mode === 'full';
  return {
    test: {
      pool: 'forks', // threads share one time zone
      isolate: false, // src keeps no state, so test files may share a process
      maxWorkers: '100%',
      testTimeout: 120_000, // a machine that is busy is not a fault
      coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary', 'json-summary'], thresholds: { branches: 98 } },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            env: { TZ: 'Pacific/Auckland', ...(full ? { THEOREMS: 'whole' } : { PROPERTY_RUNS: '15' }) },
            include: ['test/**/*.test.ts'],
            exclude: full ? apart : [...apart, ...long],
          },
        },
        ...zones.map((TZ) => ({
          extends: true as const,
          test: { name: `zone-${TZ}`, env: { TZ }, include: ['test/zones/*.test.ts'] },
        })),
        {
          extends: true,
          test: {
            name: 'gates',
            include: ['test/gates/**/*.test.ts', 'test/**/*.built.test.ts'],
            env: full ? { EVERY_ENGINE: 'yes', GATES: 'full' } : {},
            testTimeout: 600_000,
            hookTimeout: 600_000,
          },
        },
      ],
    },
  };
});
