// Mutation of one room at a time, by command: `npm run mutate -- review`. Not in each run of CI: some seconds a change.
const room = process.env['ROOM'] ?? 'programme';

export default {
  // Not Stryker's runner for vitest: that one tries a change with the tests that pass its place, and a rule's table is built once, in whichever test comes first.
  testRunner: 'command',
  commandRunner: { command: 'npx vitest run --config test/tools/mutate/vitest.config.ts --bail 1' },
  mutate: [`src/${room}/**/*.ts`],
  incremental: true,
  incrementalFile: `coverage/stryker/${room}.json`,
  concurrency: 2,
  tempDirName: 'coverage/stryker/tmp',
  reporters: ['json'],
  jsonReporter: { fileName: `coverage/stryker/${room}.report.json` },
  ignorePatterns: ['dist', 'coverage', 'examples', 'docs'],
  disableTypeChecks: true,
};
