// Random walks over the page: after each step the answer is the library's to what is shown, nothing fails, and nothing that was recorded goes without a question.
// `WALKS=500 npm run test:full -- browser walks` takes more of them; `SEED` begins at another.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.mjs';
import { answerToAsk, answerToQuestion, datesShown, NONE, standingOfCase } from './oracle.js';
import { chance, look, step, type Seen } from './walker.js';

const address = pathToFileURL(resolve('examples/browser/dist/page.html')).href;
const [WALKS, STEPS, SEED] = [Number(process.env['WALKS'] ?? 40), 30, Number(process.env['SEED'] ?? 1)];
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** What is wrong with what is shown, if anything is. */
function faultIn(seen: Seen): string | undefined {
  if (!seen.address.startsWith(address)) return `it left the page for ${seen.address}`;
  if (seen.view === 'dates') return faultInDates(seen, datesShown(seen));
  const oracle = { question: answerToQuestion, case: standingOfCase, ask: answerToAsk }[seen.view];
  const expected = oracle?.(seen);
  if (expected === undefined) return undefined;
  const shown = seen.outcome === undefined ? NONE : seen.line;
  return shown === expected ? undefined : `it shows ${JSON.stringify(shown)}; the library says ${JSON.stringify(expected)}`;
}

function faultInDates({ dates }: Seen, expected: ReturnType<typeof datesShown>): string | undefined {
  if (expected === undefined || expected === NONE) return dates.length === 0 ? undefined : `it shows ${String(dates)}; there is no answer`;
  const missing = expected.filter((date) => !dates.includes(date));
  return missing.length === 0 ? undefined : `it shows ${String(dates)}, without ${String(missing)}`;
}

/** What a reader recorded in the case that is shown, and how much of it there was. */
interface Held {
  readonly whose: string;
  readonly recorded: number;
  readonly isEntered: boolean;
}

async function walk(page: Page, seed: number): Promise<string | undefined> {
  const random = chance(seed);
  const errors: string[] = [];
  let asked = 0;
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => {
    asked += 1;
    void (random() < 0.5 ? dialog.accept() : dialog.dismiss());
  });
  await page.goto(address);
  const done: string[] = [];
  let held: Held | undefined;
  let [depth, { view }] = [0, await look(page)];
  for (let count = 0; count < STEPS; count += 1) {
    const before = asked;
    const did = await step(page, random, depth > 0);
    done.push(did);
    const seen = await look(page);
    if (did === 'goBack') depth -= 1;
    else if (seen.view !== view && did !== 'goForward' && did !== 'reload') depth += 1;
    view = seen.view;
    const isAsked = asked > before || did === 'reload';
    const lost = lossIn(held, seen, did, isAsked);
    const fault = errors.length > 0 ? `an uncaught error: ${errors[0] ?? ''}` : (lost ?? faultIn(seen));
    if (fault !== undefined) return `seed ${seed}, in ${seen.view}: ${fault}\n  after ${done.join('\n        ')}`;
    held = heldAfter(held, seen, did, isAsked);
  }
  return undefined;
}

/** Whether events that were recorded by hand are gone, though nobody took them back and nothing was asked. */
function lossIn(held: Held | undefined, seen: Seen, did: string, isAsked: boolean): string | undefined {
  if (seen.view !== 'case' || !held?.isEntered || isAsked || did.includes('Take back')) return undefined;
  if (seen.outcome === undefined) return undefined; // what is recorded is not listed while there is no answer
  return seen.recorded < held.recorded || seen.whose !== held.whose
    ? `${held.recorded} events were recorded, ${seen.recorded} are left`
    : undefined;
}

function heldAfter(held: Held | undefined, seen: Seen, did: string, isAsked: boolean): Held | undefined {
  if (isAsked) return undefined;
  if (seen.view !== 'case' || seen.outcome === undefined) return held;
  const isRecord = /Record it/.test(did) && seen.recorded > (held?.recorded ?? 0);
  const isSaved = did.includes('Download the case') || did.includes('save-case');
  return { whose: seen.whose, recorded: seen.recorded, isEntered: !isSaved && ((held?.isEntered ?? false) || isRecord) };
}

test(`${WALKS} walks of ${STEPS} steps from seed ${SEED} find no fault`, { timeout: 3_600_000 }, async () => {
  const faults: string[] = [];
  const start = performance.now();
  for (let seed = SEED; seed < SEED + WALKS; seed += 1) {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 900 }, acceptDownloads: false });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const fault = await walk(page, seed);
    if (fault !== undefined) faults.push(fault);
    await context.close();
  }
  console.log(`${WALKS} walks of ${STEPS} steps in ${Math.round((performance.now() - start) / 1000)} s`);
  expect(faults).toEqual([]);
});
