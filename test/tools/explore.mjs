// `npm run test:full -- explore`: every machine searched to its last state, and what must hold of it proved or refuted by a shortest history. `-- --quick` is what the gates run.
import * as library from 'professional-status';
import * as calendar from 'professional-status/calendar';
import { printed, run } from './explore/report.mjs';

const whole = !process.argv.includes('--quick');
let failed = false;
for (const each of run(library, calendar, { whole })) {
  console.log(printed(each));
  failed ||= each.failed;
}
process.exitCode = failed ? 1 : 0;
