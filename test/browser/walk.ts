// A walk: steps at random, and after each every check of what is shown. What is checked knows nothing of the page but what `look` reads of it.
import type { Browser, BrowserContext, Page } from 'playwright-core';
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

/** The reader's browser, which holds nothing but a draft, and a colleague's, who opens links. */
export interface Visitors {
  readonly reader: BrowserContext;
  readonly colleague: Page;
}

/** Browsers for one walk after another. */
export async function visitors(browser: Browser): Promise<Visitors> {
  const options = { locale: 'en-GB', viewport: { width: 1200, height: 900 }, acceptDownloads: false };
  const [reader, other] = await Promise.all([browser.newContext(options), browser.newContext(options)]);
  await reader.addInitScript(countReading);
  return { reader, colleague: await other.newPage() };
}

/** How a walk is taken; `tally` counts the steps, and what was compared. */
export interface Taken {
  readonly seed: number;
  readonly steps: number;
  readonly tally?: Record<string, number>;
  readonly goesOn?: boolean;
}

/** Takes a walk, up to the first step after which a check fails; or to its end, where it goes on. */
export async function walk(
  { reader: context, colleague }: Visitors,
  walked: Walked,
  { seed, steps, tally = {}, goesOn = false }: Taken,
): Promise<Fault[]> {
  const random = chance(seed);
  const { page, errors, answers } = await opened(context, walked.address, () => random() < 0.5);
  const [done, faults]: [string[], Fault[]] = [[], []];
  let seen = await walked.look(page);
  let reader = atStart(seen);
  let depth = 0; // how often a reader would say that another view was opened
  for (let at = 1; at <= steps; at += 1) {
    const before = seen;
    errors.length = answers.length = 0;
    const did = await step(page, random, { canGoBack: depth > 0, hasRefused: () => answers.includes(false) });
    await settled(page);
    done.push(did.says);
    const told = (check: string, what: string): unknown => faults.push({ seed, step: at, check, what, steps: [...done] });
    if (!page.url().startsWith(walked.address)) {
      told('left', `it left the page for ${page.url()}`);
      break;
    }
    seen = await walked.look(page);
    depth += depthOf(did, before, seen);
    count(tally, did, seen);
    for (const error of errors) told('error', error);
    const outcome = relied(reader, before, did, seen, answers);
    reader = outcome.reader;
    for (const [check, what] of outcome.faults) told(check, what);
    for (const [check, what] of Object.entries({ answer: walked.answerFault(seen, reader), address: addressFault(seen) }))
      if (what !== undefined) told(check, what);
    if (/example=/.test(seen.address) && ['back', 'forward'].includes(did.kind))
      for (const what of await elsewhere(colleague, walked, seen)) told('link', what);
    if (faults.length > 0 && !goesOn) break;
  }
  if (faults.length === 0)
    faults.push(...(await elsewhere(colleague, walked, seen)).map((what) => ({ seed, step: steps, check: 'link', what, steps: done })));
  await page.evaluate(() => localStorage.clear()).catch(() => undefined); // where it left the page there is no draft to clear
  await page.close();
  return faults;
}

function count(tally: Record<string, number>, { kind }: Did, { view, outcome, rows, dates }: Seen): void {
  const isAnswered = outcome !== undefined || dates.length > 0 || rows.length > 0;
  for (const name of [`step ${kind}`, ...(isAnswered ? [`answer in ${view}`] : [])]) tally[name] = (tally[name] ?? 0) + 1;
  tally['rows of the team'] = (tally['rows of the team'] ?? 0) + rows.length;
}

const depthOf = ({ kind }: Did, before: Seen, seen: Seen): number =>
  kind === 'back' ? -1 : seen.view !== before.view && kind !== 'forward' && kind !== 'reload' ? 1 : 0;

async function opened(context: BrowserContext, address: string, saysYes: () => boolean) {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const [errors, answers]: [string[], boolean[]] = [[], []];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('dialog', (dialog) => {
    answers.push(saysYes());
    void (answers.at(-1) === true ? dialog.accept() : dialog.dismiss());
  });
  await page.goto(address);
  return { page, errors, answers };
}

/** What an address shows to a colleague who opens it, whose browser holds nothing of this visit. */
async function elsewhere(colleague: Page, walked: Walked, here: Seen): Promise<string[]> {
  await colleague.goto('about:blank');
  await colleague.goto(here.address);
  const fault = elsewhereFault(here, await walked.look(colleague));
  return fault === undefined ? [] : [fault];
}

/** Runs in the page before its script: counts the files that are being read. */
function countReading(): void {
  const counted = globalThis as { reading?: number };
  for (const name of ['text', 'arrayBuffer'] as const) {
    const original = Reflect.get(Blob.prototype, name) as (this: Blob) => Promise<string | ArrayBuffer>;
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
