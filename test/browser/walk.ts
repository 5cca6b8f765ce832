// A walk: steps at random, and after each every check of what is shown. What is checked knows nothing of the page but what `look` reads of it.
import type { Browser, Page } from 'playwright-core';
import type { Cohort } from '../../src/index.js';
import { addressFault, elsewhereFault } from './addresses.js';
import { answerToAsk, answerToQuestion, datesShown, NONE, policyShown, standingOfCase } from './oracle.js';
import { atStart, relied, type Reader } from './reader.js';
import { look, type Seen } from './seen.js';
import { chance, step, type Did } from './steps.js';
import { teamFault } from './team.js';

/** The page that is walked over: where it is, how it is read, and what the library says of what it shows. */
export interface Walked {
  readonly address: string;
  readonly look: (page: Page) => Promise<Seen>;
  readonly answerFault: (seen: Seen, reader: Reader) => string | undefined;
}

/** A check that failed after a step. */
export interface Fault {
  readonly seed: number;
  readonly step: number;
  readonly check: string;
  readonly what: string;
  readonly steps: readonly string[];
}

/** The policy checker as it is built. */
export const builtPage = (address: string): Walked => ({ address, look, answerFault });

/** Takes a walk, up to the first step after which a check fails; or to its end, where it goes on. */
export async function walk(
  browser: Browser,
  walked: Walked,
  { seed, steps, goesOn = false }: { seed: number; steps: number; goesOn?: boolean },
): Promise<Fault[]> {
  const random = chance(seed);
  const visit = await opened(browser, walked.address, () => random() < 0.5);
  const { page, errors, answers } = visit;
  const [done, faults]: [string[], Fault[]] = [[], []];
  let seen = await walked.look(page);
  let reader = atStart(seen);
  let depth = 0; // how often a reader would say that another view was opened
  for (let count = 1; count <= steps; count += 1) {
    const before = seen;
    errors.length = answers.length = 0;
    const did = await step(page, random, depth > 0);
    await settled(page);
    done.push(did.says);
    const told = (check: string, what: string): unknown => faults.push({ seed, step: count, check, what, steps: [...done] });
    if (!page.url().startsWith(walked.address)) {
      told('left', `it left the page for ${page.url()}`);
      break;
    }
    seen = await walked.look(page);
    depth += depthOf(did, before, seen);
    for (const error of errors) told('error', error);
    const outcome = relied(reader, before, did, seen, answers);
    reader = outcome.reader;
    for (const [check, what] of outcome.faults) told(check, what);
    for (const [check, what] of Object.entries({ answer: walked.answerFault(seen, reader), address: addressFault(seen) }))
      if (what !== undefined) told(check, what);
    if (faults.length > 0 && !goesOn) break;
  }
  if (faults.length === 0)
    faults.push(...(await elsewhere(browser, walked, seen)).map((what) => ({ seed, step: steps, check: 'link', what, steps: done })));
  await visit.close();
  return faults;
}

const depthOf = ({ kind }: Did, before: Seen, seen: Seen): number =>
  kind === 'back' ? -1 : seen.view !== before.view && kind !== 'forward' && kind !== 'reload' ? 1 : 0;

async function opened(browser: Browser, address: string, saysYes: () => boolean) {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 900 }, acceptDownloads: false });
  await context.addInitScript(countReading);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const [errors, answers]: [string[], boolean[]] = [[], []];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => {
    answers.push(saysYes());
    void (answers.at(-1) === true ? dialog.accept() : dialog.dismiss());
  });
  await page.goto(address);
  return { page, errors, answers, close: () => context.close() };
}

/** What the last address shows to somebody who opens it anew. */
async function elsewhere(browser: Browser, walked: Walked, here: Seen): Promise<string[]> {
  const visit = await opened(browser, here.address, () => true);
  const fault = elsewhereFault(here, await walked.look(visit.page));
  await visit.close();
  return fault === undefined ? [] : [fault];
}

/** Runs in the page before its script: counts the files that are being read. */
function countReading(): void {
  const counted = globalThis as { reading?: number };
  for (const name of ['text', 'arrayBuffer'] as const) {
    const original: (this: Blob) => Promise<string | ArrayBuffer> = Blob.prototype[name];
    Object.defineProperty(Blob.prototype, name, {
      value(this: Blob) {
        counted.reading = (counted.reading ?? 0) + 1;
        const read = original.call(this);
        void read.finally(() => setTimeout(() => (counted.reading = (counted.reading ?? 1) - 1)));
        return read;
      },
    });
  }
}

/** Waits until every file that was chosen is read. */
async function settled(page: Page): Promise<void> {
  while ((await page.evaluate(() => (globalThis as { reading?: number }).reading ?? 0)) > 0);
}

/** What is wrong with the answer that is shown, if anything is. */
function answerFault(seen: Seen, { cohorts, register }: Reader): string | undefined {
  if (seen.view === 'cohort') return teamFault(seen, register, cohorts, policyShown(seen));
  if (seen.view === 'dates') return datesFault(seen, cohorts);
  const oracle = { question: answerToQuestion, case: standingOfCase, ask: answerToAsk }[seen.view];
  const expected = oracle?.(seen, cohorts);
  if (expected === undefined) return undefined;
  const shown = seen.outcome === undefined ? NONE : seen.line;
  return shown === expected ? undefined : `it shows ${JSON.stringify(shown)}; the library says ${JSON.stringify(expected)}`;
}

function datesFault(seen: Seen, cohorts: readonly Cohort[]): string | undefined {
  const expected = datesShown(seen, cohorts);
  const { dates } = seen;
  if (expected === undefined || expected === NONE) return dates.length === 0 ? undefined : `it shows ${String(dates)}; there is no answer`;
  const missing = expected.filter((date) => !dates.includes(date));
  return missing.length === 0 ? undefined : `it shows ${String(dates)}, without ${String(missing)}`;
}
