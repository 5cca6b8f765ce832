// Random walks over the page: after each step the answer is the library's to what is shown, the address says what is shown, nothing fails, and nothing that was
// recorded, entered or loaded goes without a question. `WALKS=500 npm run test:full -- browser walks` takes more of them; `SEED` begins at another.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.mjs';
import { builtPage, visitors, walk } from './walk.js';

const page = builtPage(pathToFileURL(resolve('examples/browser/dist/page.html')).href);
const [WALKS, STEPS, SEED] = [Number(process.env['WALKS'] ?? 40), 30, Number(process.env['SEED'] ?? 1)];
const AT_ONCE = 3;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test(`${WALKS} walks of ${STEPS} steps from seed ${SEED} find no fault`, { timeout: 3_600_000 }, async () => {
  const start = performance.now();
  const seeds = Array.from({ length: WALKS }, (_, index) => SEED + index);
  const found: string[] = [];
  const tally: Record<string, number> = {};
  const walkOn = async (): Promise<void> => {
    const visiting = await visitors(browser);
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      for (const { step, check, what, steps } of await walk(visiting, page, { seed, steps: STEPS, tally }))
        found.push(`seed ${seed}, step ${step}, ${check}: ${what}\n  after ${steps.join('\n        ')}`);
      if (seeds.length % 50 === 0) console.log(`${seeds.length} walks to go, ${found.length} faults`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walkOn));
  console.log(`${WALKS} walks of ${STEPS} steps in ${Math.round((performance.now() - start) / 1000)} s: ${JSON.stringify(tally)}`);
  expect(found).toEqual([]);
});
