// `npm run demo`: decides a cohort from CSV files and prints where every participant stands, what is owed, and why.
import { run } from './run.mjs';

// A reader that closes early, such as `head`, is no fault of ours.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
});

const { output, errors, status } = run(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(errors);
process.exitCode = status;
