// `npm run test:full -- browser`: drives the policy checker in the system's Chromium. Where there is none, it says how to install one, and nothing fails.
import { spawnSync } from 'node:child_process';
import { executablePath, howToInstall } from './chromium.mjs';

if (executablePath === undefined) console.log(`${howToInstall}\nThe page was not driven.`);
else {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config=test/browser/vitest.config.ts', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
}
