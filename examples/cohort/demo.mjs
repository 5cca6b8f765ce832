// `npm run demo`: decides a cohort from CSV files and prints where every participant stands, what is owed, and why.
import { writeFileSync } from 'node:fs';
import { run } from './run.mjs';

// A reader that closes early, such as `head`, is not a fault.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
});

const { output, errors, status, page } = run(process.argv.slice(2));
try {
  if (page) writeFileSync(page.file, page.text);
  process.stdout.write(output);
  process.stderr.write(errors);
  process.exitCode = status;
} catch (error) {
  process.stderr.write(`${page?.file} cannot be written: ${/** @type {NodeJS.ErrnoException} */ (error).code}\n`);
  process.exitCode = 2;
}
