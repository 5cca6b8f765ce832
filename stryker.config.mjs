// Mutation of one room at a time, by command: `npm run mutate -- review`. Not in each run of CI: about 2 s a change.
const room = process.env['ROOM'] ?? 'programme';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/tools/mutate/vitest.config.ts', related: true },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [`src/${room}/**/*.ts`],
  coverageAnalysis: 'off', // a rule's table is built when it is first asked, once: the test in which that was is not the only one that it decides

  incremental: true,
  incrementalFile: `coverage/stryker/${room}.json`,
  concurrency: 2,
  tempDirName: 'coverage/stryker/tmp',
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
  jsonReporter: { fileName: `coverage/stryker/${room}.report.json` },
  ignorePatterns: ['dist', 'coverage', 'examples', 'docs'],
  disableTypeChecks: true,
};
