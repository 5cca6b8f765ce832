// The page that decides, driven as its readers would: from a file, without a network, by keyboard, on a narrow screen, in the dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { rules, verifyReceipt, type Receipt } from '../../src/index.js';
import { read } from '../diary/read.js';
import { launch } from './chromium.mjs';

const address = pathToFileURL(resolve('examples/browser/dist/page.html')).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
let requests: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(fragment = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1200, height: 900 },
    bypassCSP: true,
    acceptDownloads: true,
    ...options,
  });
  await context.setOffline(true);
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => (message.type() === 'error' ? faults.push(message.text()) : undefined));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`${address}${fragment}`);
}
beforeEach(() => {
  [faults, requests] = [[], []];
});
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(address) && !url.startsWith('blob:'))).toEqual([]);
});

const answer = () => page.locator('.view:not([hidden]) .answer');
const outcome = () => answer().locator('.outcome').innerText();
const line = () => answer().locator('h2').innerText();
const said = async (): Promise<string> => (await answer().innerText()).replace(/\s+/g, ' ');
const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');
async function saved(button: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return textOf(download);
}

describe('a late adjustment request (3.1.1)', () => {
  beforeEach(async () => {
    await open('#question?rule=assessAdjustmentRequest');
    await page.getByLabel('Requested on').fill('2020-12-11');
    await page.getByLabel('Programme starts on').fill('2021-01-10');
    await page.getByLabel('Programme starts on').blur();
  });

  test('is called late, with its clause, and with what would have made it timely', async () => {
    expect(await outcome()).toBe('Late');
    expect(await line()).toBe('The request is late by 1 day; it is still considered. (Support policy 3.1.1)');
    expect(await said()).toContain(
      'The request was made on 11 December 2020, after the last timely day, 10 December 2020. Support policy 3.1.1',
    );
    expect(await said()).toContain('Timely if requested on were 10 December 2020');
    expect(await page.locator('#announced').textContent()).toContain('late by 1 day');
  });

  test('tells what the clause says, when it is opened', async () => {
    await answer().getByText('Support policy 3.1.1').nth(1).click();
    expect(await answer().locator('.clause[open] p').innerText()).toMatch(/month/);
  });

  test('has a receipt that the library verifies', async () => {
    expect(verifyReceipt(JSON.parse(await saved('Download the receipt')) as Receipt, { rules })).toEqual({ result: 'same' });
  });

  test('is timely a day before, and asks again for a fact that is taken away', async () => {
    await page.getByLabel('Requested on').fill('2020-12-10');
    await page.getByLabel('Requested on').blur();
    expect(await outcome()).toBe('Timely');
    await page.getByLabel('Requested on').fill('');
    await page.getByLabel('Requested on').blur();
    expect(await line()).toBe('Still to be told');
    expect(await page.locator('#needed-fact-requestedOn').innerText()).toBe('needed');
  });
});

describe('a resubmission on 31 October 2021 (6.2.3)', () => {
  async function record(type: string, date: string, more: { readonly time?: string; readonly outcome?: string } = {}): Promise<void> {
    await page.getByLabel('What happened').selectOption(type);
    await page.locator('#event-date').fill(date);
    if (more.time !== undefined) await page.locator('#event-time').fill(more.time);
    if (more.outcome !== undefined) await page.locator('#event-outcome').selectOption(more.outcome);
    await page.getByRole('button', { name: 'Record it' }).click();
  }
  beforeEach(async () => {
    await open('#case?cohort=qtls-2020-10');
    await record('portfolio-issued', '2020-10-01');
    await record('portfolio-submitted', '2021-03-29', { time: '18:30:00' });
    await record('outcome-released', '2021-05-14', { outcome: 'criteria-not-met' });
  });

  test('one second late is a restart, and says why', async () => {
    await record('portfolio-resubmitted', '2021-10-31', { time: '17:00:01' });
    expect(await outcome()).toBe('Restart required');
    expect(await said()).toContain('at 17:00:01 on 31 October 2021, after the resubmission deadline of 17:00 on 31 October 2021');
    expect(await answer().locator('svg').innerHTML()).toContain('met late · support/6.2.3');
  });

  test('on the second is in time', async () => {
    await record('portfolio-resubmitted', '2021-10-31', { time: '17:00:00' });
    expect(await outcome()).toBe('Resubmitted');
  });

  test('may be taken back, and an event that the policy refuses is told with its reasons', async () => {
    await record('portfolio-resubmitted', '2021-10-31', { time: '17:00:01' });
    await page.getByRole('button', { name: 'Take back: Portfolio resubmitted' }).click();
    expect(await outcome()).toBe('Criteria not met');
    await record('status-awarded', '2021-11-02');
    expect(await said()).toContain('Status awarded ✕ refused');
    expect(await said()).toContain('overdue by 2 days');
  });
});

describe('a support appeal over Christmas (9.1)', () => {
  test('is counted day by day, by the nation’s holidays', async () => {
    await open();
    await page.getByRole('link', { name: 'An appeal over Christmas' }).click();
    expect(await line()).toContain('answers in writing by 11 January 2021');
    const count = answer().getByRole('region', { name: 'The count of 10 working days, day by day' });
    expect(await count.locator('svg g title').allTextContents()).toEqual(
      expect.arrayContaining(['Monday 28 December 2020: Boxing Day', 'Monday 11 January 2021: day 10, the day reached']),
    );
    await page.getByLabel('Bank holidays of').selectOption('scotland');
    expect(await line()).toContain('by 12 January 2021');
    expect(await count.locator('svg g title').allTextContents()).toContain('Monday 4 January 2021: 2nd January');
  });
});

describe('every question', () => {
  test('has a field for each of its facts', async () => {
    await open('#question');
    const select = page.locator('#rule');
    for (const [id, rule] of Object.entries(rules)) {
      await select.selectOption(id);
      const facts = rule
        .check({ '': 1 })
        .flatMap(({ path, message }) => (message === 'is not a fact that is known here' ? [] : [String(path[0])]));
      for (const name of facts)
        expect(await page.locator(`#fact-${name}, .field:has-text("cohorts of the example")`).count(), `${id}.${name}`).toBeGreaterThan(0);
      expect(await said()).not.toBe('');
    }
  });
});

describe('a reading that decides', () => {
  test('flips the answer, keeps the focus, and stays in the address without a date of the case', async () => {
    await open('#question?example=a-reading-decides');
    expect(await outcome()).toBe('Late');
    expect(await said()).toContain('The answer turns on how these are read: notice month, notice boundary.');
    await answer().getByRole('radio', { name: 'Count back' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await outcome()).toBe('Timely');
    expect(await page.locator('input:focus').getAttribute('value')).toBe('count-forward');
    const fragment = new URL(page.url()).hash;
    expect(fragment).toContain('notice-month=count-forward');
    expect(fragment).not.toMatch(/20\d\d-\d\d-\d\d/);
    await page.reload();
    expect(await outcome()).toBe('Timely');
    await page.getByText('How the words are read: 1 not the default').click();
    await page.getByRole('button', { name: 'Back to the defaults' }).click();
    expect(await outcome()).toBe('Late');
  });
});

describe('a cohort', () => {
  test('from the sample shows what is overdue first, and opens a case without its id in the address', async () => {
    await open('#cohort');
    await page.getByRole('button', { name: 'Load the sample cohort' }).click();
    expect(await line()).toBe('52 participants on 31 March 2022: 4 overdue');
    const standing = await answer().locator('tbody tr td:last-child').allInnerTexts();
    expect(standing.slice(0, 5)).toEqual(['⚠ overdue', '⚠ overdue', '⚠ overdue', '⚠ overdue', 'due today']);
    await page.getByRole('button', { name: 'p-110' }).click();
    expect(await outcome()).toBe('Criteria not met');
    expect(await said()).toContain('Resubmit portfolio');
    expect(page.url()).not.toMatch(/p-110|20\d\d-\d\d-\d\d/);
  });

  test('with a row that cannot be read is told it by line and column, and has all others decided', async () => {
    await open('#cohort');
    const rows = [
      'participant,type,when,cohort',
      'joe,registered,2020-09-21,qtls-2020-10',
      'joe,portfolio-issued,2020-10-01,',
      'ann,registered,2020-02-30,qtls-2020-10',
    ];
    await page
      .getByLabel('Or a CSV file of your own')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    expect(await line()).toBe('1 participant on 31 March 2022: 1 overdue; 1 row cannot be read');
    expect(await said()).toContain('Line 4, column 3 (when): received "2020-02-30"; must be a real date written YYYY-MM-DD');
    expect(await answer().locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('In programme')]);
  });

  test('that is no such file is told so', async () => {
    await open('#cohort');
    await page
      .getByLabel('Or a CSV file of your own')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('name;day\n') });
    await expect.poll(said).toContain('expected a header with participant, type, when'); // a file is read in its own time
  });
});

describe('the diary', () => {
  test('downloads, reads in another program, and updates its entry when it is given back', async () => {
    await open('#case?cohort=qtls-2020-10');
    await page.getByLabel('What happened').selectOption('portfolio-issued');
    await page.getByRole('button', { name: 'Record it' }).click();
    const first = await saved('Download the diary (.ics)');
    expect([...read(first).values()]).toEqual([
      expect.objectContaining({ uid: 'submit-portfolio.p-1.1@professional-status', start: '2021-03-31T16:00:00.000Z', sequence: 0 }),
    ]);
    await page.getByText('Dates of the cohort').click();
    await page.locator('#cohort-submissionDeadline').fill('2021-04-14');
    await page.locator('#cohort-submissionDeadline').blur();
    await page
      .getByLabel('The diary that you had before')
      .setInputFiles({ name: 'p-1.1.ics', mimeType: 'text/calendar', buffer: Buffer.from(first) });
    expect([...read(await saved('Download the diary (.ics)')).values()]).toEqual([
      expect.objectContaining({ uid: 'submit-portfolio.p-1.1@professional-status', start: '2021-04-14T16:00:00.000Z', sequence: 1 }),
    ]);
  });
});

const views = [
  '#case?example=one-second-late',
  '#question?example=appeal-over-christmas',
  '#question?rule=assessSubmission',
  '#cohort?example=a-whole-cohort',
];

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(views)('axe finds nothing serious in %s', async (fragment) => {
    await open(fragment, { colorScheme });
    for (const details of await page.locator('details:not([open]) > summary').all()) if (await details.isVisible()) await details.click();
    await page.addScriptTag({ content: axe });
    const { violations } = await page.evaluate(() =>
      (
        globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
      ).axe.run(),
    );
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)).toEqual([]);
  });
});

describe('on a screen of 320 pixels', () => {
  test.each(views)('%s needs no sideways scrolling', async (fragment) => {
    await open(fragment, { viewport: { width: 320, height: 640 } });
    await page.getByText('How the words are read', { exact: false }).first().click();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(320);
  });
});

describe('by keyboard', () => {
  test('the first stop leads to the answer, then come the views, each of which opens', async () => {
    await open();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('To the answer');
    for (const view of ['A case', 'A question', 'A cohort']) {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe(view);
    }
    await page.keyboard.press('Enter');
    expect(await page.locator('#cohort').isVisible()).toBe(true);
    expect(await page.locator('#to-cohort').getAttribute('aria-current')).toBe('page');
    await page.goBack();
    expect(await page.locator('#case').isVisible()).toBe(true);
  });
});

describe('the policy that the page is shown under', () => {
  test('forbids any connection and any code but its own', async () => {
    await open('', { bypassCSP: false });
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+';/);
    expect(
      await page.evaluate(() =>
        fetch('data:text/plain,x').then(
          () => 'sent',
          () => 'forbidden',
        ),
      ),
    ).toBe('forbidden');
    faults = faults.filter((fault) => !fault.includes('data:text/plain,x'));
  });
});
