/// <reference lib="dom" />
// My dates and the guided questions, as a participant would use them, and the draft; at a phone's width, on paper and in the dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { read } from '../diary/read.js';
import { launch } from './chromium.mjs';

const address = pathToFileURL(resolve('examples/browser/dist/page.html')).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(() => (faults = []));
afterEach(async () => {
  await context.close();
  expect(faults).toEqual([]);
});

async function open(fragment: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, bypassCSP: true, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}${fragment}`);
}
const answer = () => page.locator('.view:not([hidden]) .answer');
const said = async (): Promise<string> => (await answer().innerText()).replace(/\s+/g, ' ');
const line = () => answer().locator('h2').innerText();
async function enter(id: string, text: string): Promise<void> {
  await page.locator(`#${id}`).fill(text);
  await page.locator(`#${id}`).blur();
}
const parts = (id: string): Promise<readonly string[]> =>
  Promise.all(['', '-month', '-year'].map((end) => page.locator(`#${id}${end}`).inputValue()));
const tell = () => page.getByRole('button', { name: 'Continue' }).click();
async function choose(text: string): Promise<void> {
  await page.locator('#ask-form').getByLabel(text).check();
  await tell();
}

describe('my dates', () => {
  test('of a cohort are counted from the day, the next one first said', async () => {
    await open('#dates?cohort=qtls-2021-01');
    await enter('dates-as-of', '2020-12-08');
    expect(await line()).toBe('Next: Last day to ask for adjustments or other support in time, 10 December 2020');
    expect(await said()).toContain('10 December 2020 in 2 days Last day to ask');
    expect(await said()).toContain('5pm on 30 June 2021 in 204 days Submit the portfolio');
    await enter('dates-as-of', '2021-07-15');
    expect(await line()).toContain('Next: Review and moderation');
    expect(await said()).toContain('1 July 2021 to 31 July 2021 now Review');
    expect(await page.locator('#dates-form').innerText()).toContain('samples');
  });

  test('that are chosen are in the address, and so in a link', async () => {
    await open('');
    expect(await line()).toBe('Choose your cohort');
    await page.locator('#dates-cohort').selectOption('qtls-2020-10');
    expect(new URL(page.url()).hash).toBe('#dates?cohort=qtls-2020-10');
    await page.reload();
    expect(await said()).toContain('5pm on 31 March 2021');
  });

  test('go into a calendar', async () => {
    await open('#dates?cohort=qtls-2021-01');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save-dates').click()]);
    const entries = [...read(readFileSync(await download.path(), 'utf8')).values()].map(({ start }) => start);
    expect(entries).toEqual([
      '2021-06-30T16:00:00.000Z',
      '2022-03-31T16:00:00.000Z',
      '2020-12-10',
      '2021-01-07',
      '2021-01-10',
      '2021-07-01',
    ]);
  });

  test('from a letter that cannot be so are told at the field, and there is no date until they can', async () => {
    await open('#dates');
    await page.locator('#dates-cohort').selectOption('I have the dates in a letter');
    expect(await line()).toBe('Enter the dates from your letter');
    await enter('letter-startsOn', '2026-10-01');
    expect(await said()).toContain('1 September 2026');
    await enter('letter-submissionDeadline', '2026-03-31');
    expect(await page.locator('#needed-letter-submissionDeadline').innerText()).toContain('Give the time in London as well');
    expect(await answer().locator('[data-date]').count()).toBe(0);
    await enter('letter-submissionDeadline-time', '17:00');
    expect(await page.locator('#needed-letter-submissionDeadline').innerText()).toContain('must not be before “Starts on”');
    expect(await answer().locator('[data-date]').count()).toBe(0);
    await enter('letter-submissionDeadline', '2027-03-31');
    expect(await said()).toContain('1 April 2027 to 30 April 2027');
    expect(page.url()).not.toMatch(/202\d-/);
  });
});

describe('a day that cannot be read', () => {
  test('stays told where it is, without an answer, until it is mended: after another choice, and on the way back', async () => {
    await open('#dates?cohort=qtls-2021-01');
    await enter('dates-as-of', '31/02/2021');
    await page.locator('#to-case').click();
    await page.goBack();
    expect(await page.locator('#needed-dates-as-of').innerText()).toContain('This day does not exist.');
    await page.locator('#dates-cohort').selectOption('qtls-2020-10');
    expect([await line(), await parts('dates-as-of')]).toEqual(['There is no answer: these dates cannot be so', ['31', '02', '2021']]);
    await enter('dates-as-of', '1/2/2021');
    expect(await line()).toContain('Next: ');
  });

  test('in a letter is told only while the letter is asked about', async () => {
    await open('#dates');
    await page.locator('#dates-cohort').selectOption('letter');
    await enter('letter-startsOn', '31/02/2021');
    await page.locator('#dates-cohort').selectOption('qtls-2020-10');
    expect(await answer().locator('[data-date]').count()).toBeGreaterThan(0);
    await page.locator('#dates-cohort').selectOption('letter');
    expect([await line(), await parts('letter-startsOn')]).toEqual(['There is no answer: these dates cannot be so', ['31', '02', '2021']]);
  });
});

describe('a day of three parts', () => {
  const note = () => page.locator('#needed-fact-requestedOn').innerText();
  const wrong = () => page.locator('#fact-requestedOn').getAttribute('aria-invalid');
  beforeEach(() => open('#question?rule=assessAdjustmentRequest'));

  test('is typed part by part, and what is missing is told once, when the field is left', async () => {
    await page.locator('#fact-requestedOn').focus();
    await page.keyboard.type('11');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await page.keyboard.press('Tab');
    expect(await wrong()).toBeNull();
    await page.locator('#fact-programmeStartsOn').focus();
    expect([await note(), await wrong()]).toEqual(['⚠ Give the year as well.', 'true']);
    await page.locator('#fact-requestedOn-year').fill('2020');
    await enter('fact-programmeStartsOn', '10/1/2021');
    expect(await line()).toContain('late by 1 day');
    expect([await note(), await wrong()]).toEqual(['', null]);
  });

  test.each(['11/12/2020', '11.12.2020', '2020-12-11', '11 December 2020', ' 11 Dec 2020 '])(
    'takes a whole day that is pasted: %j',
    async (text) => {
      await enter('fact-requestedOn-month', text);
      expect(await parts('fact-requestedOn')).toEqual(['11', '12', '2020']);
    },
  );

  test.each([
    ['31/02/2021', 'This day does not exist.'],
    ['1/13/2021', 'This day does not exist.'],
    ['xi', 'Give the month and the year as well.'],
  ])('that is %s is told once, at the field, and there is no answer', async (text, says) => {
    await enter('fact-programmeStartsOn', '10/01/2021');
    await enter('fact-requestedOn', text);
    expect(await note()).toBe(`⚠ ${says}`);
    expect(await line()).toBe('The facts cannot be so');
    await page.locator('#to-dates').click();
    await page.locator('#to-question').click();
    expect(await note()).toBe(`⚠ ${says}`);
    expect((await parts('fact-requestedOn')).join('')).toBe(text.replaceAll('/', ''));
  });
});

describe('questions', () => {
  test('how to appeal: what to do next, with address and draft; Back leads to the question before, and keeps what was told', async () => {
    await open('#ask');
    await page.getByRole('link', { name: 'How do I appeal' }).click();
    await choose('Whether I had enough support');
    await choose('Yes');
    await enter('told', '2020-12-23');
    await tell();
    expect(await line()).toContain('must respond in writing by 11 January 2021');
    expect(await said()).not.toMatch(/overdue|not replied/);
    expect(await answer().getByRole('link', { name: 'membership.enquiries@etfoundation.co.uk' }).getAttribute('href')).toContain(
      'subject=Appeal',
    );
    await page.goBack();
    expect(await parts('told')).toEqual(['23', '12', '2020']);
    await page.goForward();
    expect(await line()).toContain('11 January 2021');
    await page.getByLabel('Bank holidays of').selectOption('scotland');
    expect(await line()).toContain('12 January 2021');
    expect(page.url()).not.toMatch(/20\d\d-/);
  });

  test('a request: a rule that needs no more asks no more', async () => {
    await open('#ask?about=request');
    await tell();
    expect(await page.locator('#needed-told').innerText()).toContain('Choose one of these.');
    await choose('Support that section 6 already describes');
    expect(await line()).toContain('This request needs no notice');
  });

  test('a resubmission one second late, and one that is not sent', async () => {
    await open('#ask?about=resubmission');
    await choose('QTLS');
    await enter('told', '2021-10-31');
    await enter('told-time', '17:00:00');
    await tell();
    await enter('told', '2021-10-31');
    await enter('told-time', '17:00:01');
    await tell();
    expect(await line()).toContain('starts again in the next available cohort, with a new portfolio');
    await page.getByRole('link', { name: 'Change: When did you send the portfolio in again?' }).click();
    await page.getByRole('button', { name: 'I have not sent it yet' }).click();
    expect(await page.locator('#ask-form').innerText()).toContain('I have not sent it yet');
  });

  test.each([
    ['not-met', ['The one that I submitted first'], 'may resubmit once for free'],
    ['where', ['QTLS', 'The portfolio'], 'technical@etfoundation.co.uk'],
    ['where', ['ATS', 'Whether I am eligible'], 'Ask SET where a query about eligibility for ATS goes'],
  ])('%s, told %j, says %s', async (about, answers, says) => {
    await open(`#ask?about=${about}`);
    for (const each of answers) await choose(each);
    expect(await said()).toContain(says);
  });
});

describe('the team', () => {
  test('finds a participant, one stage or what is overdue, and downloads those rows', async () => {
    await open('#cohort?example=a-whole-cohort', { acceptDownloads: true });
    const rows = async (): Promise<readonly string[]> => (await answer().locator('tbody th').allInnerTexts()).map((id) => id.trim());
    expect((await rows()).length).toBe(52);
    await page.locator('#filter-status').selectOption('overdue');
    expect(await rows()).toEqual(['p-112', 'p-113', 'p-212']);
    expect(await line()).toContain('52 participants');
    await enter('filter-text', 'P-112');
    expect(await rows()).toEqual(['p-112']);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save-table').click()]);
    expect(readFileSync(await download.path(), 'utf8').split('\r\n')).toEqual([
      '\uFEFF"Participant","Cohort","Stage","Waits for","Due","How it stands"',
      expect.stringMatching(/^"p-112","qtls-/) as string,
      '',
    ]);
    await page.locator('#filter-stage').selectOption('awarded');
    expect(await rows()).toEqual([]);
  });

  const give = (label: string, name: string, buffer: Buffer): Promise<void> =>
    page.getByLabel(label).setInputFiles({ name, mimeType: 'text/csv', buffer });
  const office = [
    'Participant;Type;When;Cohort;Review outcome;Note',
    'p-1;Registered;21/09/2020;qtls-2020-10;;Zoë',
    'p-1;Portfolio submitted;29/03/2021 18:30;;;',
    'p-1;Portfolio issued;01/10/2020;;;',
    'p-1;Outcome released;14/05/2021;;Criteria not met;',
    'p-2;registered;09/22/2020;qtls-2020-10;;',
  ].join('\r\n');

  test.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${office}`)],
    ['the letters of Windows', Buffer.from(office, 'latin1')],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${office}`, 'utf16le')],
  ])('reads a file as an office has it, in %s: days first, codes in words; what it cannot read it says', async (_, file) => {
    await open('#cohort');
    await give('Or a CSV file of your own', 'office.csv', file);
    await expect.poll(line).toBe('1 participant on 31 March 2022: 0 overdue; 1 row cannot be read');
    expect(await answer().locator('tbody tr').innerText()).toContain('Criteria not met');
    expect(await said()).toContain('Line 6, column 3 (when): received "09/22/2020"; must be a real date written YYYY-MM-DD or DD/MM/YYYY');
  });

  test('says of an Excel file to save it as CSV', async () => {
    await open('#cohort');
    await give('Or a CSV file of your own', 'register.xlsx', Buffer.from('PK\u0003\u0004'));
    await expect.poll(() => page.locator('#needed-csv').innerText()).toContain('Save its sheet as CSV');
  });

  test('says in words, with its clause or as advice, what is unexpected about cohorts of one’s own', async () => {
    await open('#cohort');
    const rows = ['ID;Programme;Starts on;Submission deadline', 'qtls-2027-01;qtls;10/01/2027;30/06/2027 17:00'];
    await give('Cohorts of your own', 'mine.csv', Buffer.from(rows.join('\n')));
    await page.getByText('2 things to check about these cohorts').click();
    const concerns = (await page.locator('#concerns li').allInnerTexts()).map((each) => each.replace(/\s+/g, ' '));
    expect(concerns).toEqual([
      'qtls-2027-01: the date is on a weekend (10 January 2027, starts on) Advice.',
      'qtls-2027-01: the length differs from what the policy describes (5pm on 30 June 2027, starts on 10 January 2027, described months 6) Support policy 4.1',
    ]);
  });
});

describe('a draft', () => {
  const record = () => page.getByRole('button', { name: 'Record it' }).click();

  test('is kept only where it is asked for, and a reload then loses nothing', async () => {
    await open('#case?cohort=qtls-2020-10');
    await page.locator('#keeps-draft').check();
    await record();
    await page.reload();
    expect(await answer().locator('.outcome').innerText()).toBe('In programme');
    await page.locator('#keeps-draft').uncheck();
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  test.each(['{', '{"form":1}', '{"form":1,"state":{}}', '[]', 'null'])('that is %s is passed over', async (text) => {
    await open('');
    await page.evaluate((draft) => localStorage.setItem('policy-checker-draft', draft), text);
    await page.reload();
    expect(await line()).toBe('Choose your cohort');
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['320 pixels', { viewport: { width: 320, height: 640 } }],
] as const)('in %s', (_, options) => {
  test.each([
    '',
    '#dates?cohort=qtls-2021-01',
    '#ask',
    '#ask?about=appeal',
    '#question?example=late-request',
    '#case?example=one-second-late',
    '#cohort?example=a-whole-cohort',
  ])('axe finds nothing in %j, on the screen and on paper', async (fragment) => {
    await open(fragment, options);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.addScriptTag({ content: axe });
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const found = await page.evaluate<string[]>(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
      );
      expect(found, media).toEqual([]);
    }
  });
});
