// `npm run test:full -- mutate code-page`: any expression of a room of the policy is changed, and some test has to fail.
export default {
  testRunner: 'vitest',
  checkers: ['typescript'], // a change that does not compile is found without a test
  tsconfigFile: 'tsconfig.json',
  typescriptChecker: { prioritizePerformanceOverAccuracy: false },
  vitest: { configFile: 'test/tools/mutate/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  ignoreStatic: true, // what the tests pass while they are collected, they pass again when they are run
  mutate: ['src/{support-policy,code-page,award-appeals}/**/*.ts'],
  ignorePatterns: ['dist', 'coverage', 'examples/*/node_modules', 'examples/*/dist'],
  tempDirName: 'coverage/stryker/tmp',
  timeoutMS: 60_000, // a busy machine is not a finding
  concurrency: 2,
  thresholds: { high: 98, low: 95, break: 95 },
  reporters: ['clear-text', 'progress', 'json'],
  jsonReporter: { fileName: 'coverage/stryker/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
};
