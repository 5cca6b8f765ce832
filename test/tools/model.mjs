// `npm run test:full -- model --runs 100000 [--seed N]`: that many random histories, taken by the library and by the naive model.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } } });
if (!/^[1-9]\d*$/.test(values.runs)) throw new RangeError(`--runs must be a number above 0, and is ${values.runs}`);
const { status } = spawnSync('npx', ['vitest', 'run', '--project=unit', 'test/support-policy/lifecycle/model.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, MODEL_RUNS: values.runs, ...(values.seed && { MODEL_SEED: values.seed }) },
});
process.exitCode = status ?? 1;
