// Part of `npm run update -- pictures`: the screenshots of the policy checker, as its readers see it.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { launch } from '../../test/browser/chromium.mjs';

const address = pathToFileURL(resolve('examples/browser/dist/page.html')).href;
/** @type {readonly { name: string, fragment: string, width: number, height: number, colorScheme?: 'dark' }[]} */
const shots = [
  { name: 'page-question', fragment: '#question?example=appeal-over-christmas', width: 1100, height: 1000 },
  { name: 'page-case', fragment: '#case?example=one-second-late', width: 1100, height: 1000 },
  { name: 'page-cohort-dark', fragment: '#cohort?example=a-whole-cohort', width: 1100, height: 1100, colorScheme: 'dark' },
  { name: 'page-narrow', fragment: '#question?example=a-reading-decides', width: 360, height: 900 },
];

const browser = await launch();
try {
  for (const { name, fragment, width, height, colorScheme = 'light' } of shots) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
    await page.goto(address + fragment);
    if (name === 'page-narrow')
      await page
        .locator('.answer .outcome')
        .first()
        .evaluate(() => document.querySelector('#question-answer')?.scrollIntoView());
    await page.screenshot({ path: `docs/pictures/${name}.png` });
    console.log(`docs/pictures/${name}.png`);
    await page.close();
  }
} finally {
  await browser.close();
}
