// What the tests of the page share: it is opened from a file, without a network, and driven as its readers would.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch } from './chromium.mjs';

const address = pathToFileURL(resolve('examples/browser/dist/page.html')).href;

let browser: Browser;
let context: BrowserContext;
/** The page that was opened last. */
export let page: Page;
let faults: string[];
let requests: string[];

/** Starts a browser for the tests of a file. After each test nothing has failed, and nothing was sent. */
export function driven(): void {
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(() => {
    [faults, requests] = [[], []];
  });
  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
  });
}

/** Passes over a fault that a test brings about. */
export function expectFault(text: string): void {
  faults = faults.filter((fault) => !fault.includes(text));
}

export async function open(fragment = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1200, height: 900 },
    bypassCSP: true,
    acceptDownloads: true,
    ...options,
  });
  await context.setOffline(true);
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => (message.type() === 'error' ? faults.push(message.text()) : undefined));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${address}${fragment}`);
}
export const answer = (): Locator => page.locator('.view:not([hidden]) .answer');
export const outcome = (): Promise<string> => answer().locator('.outcome').innerText();
export const line = (): Promise<string> => answer().locator('h2').innerText();
export const said = async (): Promise<string> => (await answer().innerText()).replace(/\s+/g, ' ');
const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
export async function saved(button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return textOf(download);
}

/** Records an event as a reader would. */
export async function record(type: string, date: string, more: { readonly time?: string; readonly outcome?: string } = {}): Promise<void> {
  await page.getByLabel('What happened').selectOption(type);
  await page.locator('#event-date').fill(date);
  if (more.time !== undefined) await page.locator('#event-time').fill(more.time);
  if (more.outcome !== undefined) await page.locator('#event-outcome').selectOption(more.outcome);
  await page.getByRole('button', { name: 'Record it' }).click();
}
/** Answers the page's questions from now on, and keeps them. */
export function answering(yes: boolean): string[] {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void (yes ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}
/** Opens a link to the page in the same tab. */
export const follow = (fragment: string): Promise<void> => page.evaluate(`location.href = ${JSON.stringify(fragment)}`);
/** What a field shows; a day of three parts as `2021-03-31`. */
export async function value(id: string): Promise<string> {
  const part = (end = ''): Promise<string> => page.locator(`#${id}${end}`).inputValue();
  if ((await page.locator(`#${id}-year`).count()) === 0) return part();
  const [day, month, year] = [await part(), await part('-month'), await part('-year')];
  return day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
export async function clear(id: string): Promise<void> {
  for (const end of ['', '-month', '-year']) await page.locator(`#${id}${end}`).fill('');
  await page.locator(`#${id}-year`).blur();
}
export async function enter(id: string, text: string): Promise<void> {
  if (text === '') return clear(id);
  await page.locator(`#${id}`).fill(text);
  await page.locator(`#${id}`).blur();
}
export async function give(label: string, name: string, text: string): Promise<void> {
  await page.getByLabel(label).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}
