// The system's Chromium, driven by Playwright: nothing is downloaded, and where there is none, what to install is said.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Where the browser is: the one that CHROMIUM names, else one in the usual places. */
export const executablePath = process.env['CHROMIUM'] ?? places.find((path) => existsSync(path));

export const howToInstall = `No Chromium was found. Debian and Ubuntu: apt-get update && apt-get install -y --no-install-recommends chromium
Elsewhere: install Chromium or Chrome, and name it: CHROMIUM=/path/to/chromium npm run test:full -- browser`;

/** Starts it, headless, and does not go online by itself. */
export function launch() {
  if (executablePath === undefined) throw new Error(howToInstall);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--font-render-hinting=none',
    '--lang=en-GB',
  ];
  return chromium.launch({ executablePath, args });
}
