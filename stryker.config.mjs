// Mutation of a room at a time, by command: `npm run mutate -- code-page`.
import { availableParallelism } from 'node:os';

const places = (process.env['PLACES'] ?? 'src/support-policy/*.ts').split(',');

export default {
  plugins: ['./test/tools/mutate/runner.mjs'],
  testRunner: 'in-process',
  mutate: places,
  coverageAnalysis: 'off', // the runner knows by itself which tests pass a change
  timeoutMS: 900_000, // and it keeps to a time by itself
  concurrency: availableParallelism(),
  ignorePatterns: ['dist', 'coverage', 'examples', 'docs', 'test'],
  tempDirName: 'coverage/stryker/tmp',
  reporters: ['json'],
  jsonReporter: { fileName: 'coverage/stryker/report.json' },
  disableTypeChecks: true,
};
