// The policy checker, driven as its readers would: from a file, without a network, by keyboard, on a narrow screen, in the dark.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { replay, rules, verifyReceipt, type Cohort, type Receipt } from '../../src/index.js';
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
  page.setDefaultTimeout(5000);
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

/** Records an event as a reader would. */
async function record(type: string, date: string, more: { readonly time?: string; readonly outcome?: string } = {}): Promise<void> {
  await page.getByLabel('What happened').selectOption(type);
  await page.locator('#event-date').fill(date);
  if (more.time !== undefined) await page.locator('#event-time').fill(more.time);
  if (more.outcome !== undefined) await page.locator('#event-outcome').selectOption(more.outcome);
  await page.getByRole('button', { name: 'Record it' }).click();
}
/** Answers the page's questions from now on, and keeps them. */
function answering(yes: boolean): string[] {
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void (yes ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}
/** Opens a link to the page in the same tab. */
const follow = (fragment: string): Promise<void> => page.evaluate(`location.href = ${JSON.stringify(fragment)}`);
/** What a field shows; a day of three parts as \`2021-03-31\`. */
async function value(id: string): Promise<string> {
  const part = (end = ''): Promise<string> => page.locator(`#${id}${end}`).inputValue();
  if ((await page.locator(`#${id}-year`).count()) === 0) return part();
  const [day, month, year] = [await part(), await part('-month'), await part('-year')];
  return day === '' ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
async function clear(id: string): Promise<void> {
  for (const end of ['', '-month', '-year']) await page.locator(`#${id}${end}`).fill('');
  await page.locator(`#${id}-year`).blur();
}
async function enter(id: string, text: string): Promise<void> {
  if (text === '') return clear(id);
  await page.locator(`#${id}`).fill(text);
  await page.locator(`#${id}`).blur();
}
async function give(label: string, name: string, text: string): Promise<void> {
  await page.getByLabel(label).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

describe('a late adjustment request (3.1.1)', () => {
  beforeEach(async () => {
    await open('#question?rule=assessAdjustmentRequest');
    await page.locator('#fact-requestedOn').fill('2020-12-11');
    await page.locator('#fact-programmeStartsOn').fill('2021-01-10');
    await page.locator('#fact-programmeStartsOn').blur();
  });

  test('is called late, with its clause, and with what would have made it timely', async () => {
    expect(await outcome()).toBe('Late');
    expect(await line()).toBe('The request is late by 1 day. It is still considered. (Support policy 3.1.1)');
    expect(await said()).toContain(
      'The request was made on 11 December 2020, after the last day in time, 10 December 2020. Support policy 3.1.1',
    );
    expect(await said()).toContain('In time if requested on were 10 December 2020');
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
    await page.locator('#fact-requestedOn').fill('2020-12-10');
    await page.locator('#fact-requestedOn').blur();
    expect(await outcome()).toBe('In time');
    await clear('fact-requestedOn');
    expect(await line()).toBe('Enter these to get an answer');
    expect(await page.locator('#needed-fact-requestedOn').innerText()).toBe('needed');
  });
});

describe('a resubmission on 31 October 2021 (6.2.3)', () => {
  beforeEach(async () => {
    await open('#case?cohort=qtls-2020-10');
    await record('portfolio-issued', '2020-10-01');
    await record('portfolio-submitted', '2021-03-29', { time: '18:30:00' });
    await record('outcome-released', '2021-05-14', { outcome: 'criteria-not-met' });
  });

  test('one second late is a restart, and says why', async () => {
    await record('portfolio-resubmitted', '2021-10-31', { time: '17:00:01' });
    expect(await outcome()).toBe('Restart required');
    expect(await said()).toContain('at 5:00:01pm on 31 October 2021, after the resubmission deadline of 5pm on 31 October 2021');
    expect(await answer().locator('svg').innerHTML()).toContain('recorded late · support/6.2.3');
  });

  test('on the second is in time', async () => {
    await record('portfolio-resubmitted', '2021-10-31', { time: '17:00:00' });
    expect(await outcome()).toBe('Resubmitted');
  });

  test('may be taken back, and an event that the policy refuses is told with its reasons', async () => {
    await record('portfolio-resubmitted', '2021-10-31', { time: '17:00:01' });
    await page.getByRole('button', { name: 'Take back: The portfolio was resubmitted' }).click();
    expect(await outcome()).toBe('Criteria not met');
    await record('status-awarded', '2021-11-02');
    expect(await said()).toContain('The status was awarded ✕ refused');
    expect(await outcome()).toBe('Criteria not met');
    expect(await said()).toContain('lapsed 2 days ago · support/6.2.3'); // nobody owes a resubmission
    expect(await said()).not.toContain('overdue');
    expect(await said()).toMatch(
      /What the participant may do .*Start again with a new portfolio in the next available cohort The participant the document states no limit Support policy 6\.2\.3 Resubmit the portfolio free of charge The participant 5pm on 31 October 2021 its time is over Support policy 6\.2\.1\.b/,
    );
    expect(await said()).toContain('say how much the administration fee of a restart is. They are not included here. Support policy 6.2.3');
  });
});

describe('a support appeal over Christmas (9.1)', () => {
  test('is counted day by day, by the nation’s holidays', async () => {
    await open('#question');
    await page.getByRole('link', { name: 'An appeal over Christmas' }).click();
    expect(await line()).toContain('must reply in writing by 11 January 2021');
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
      const facts = rule.check({ '': 1 }).flatMap(({ path }) => (path[0] === '' ? [] : [String(path[0])]));
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
    expect(await outcome()).toBe('In time');
    expect(await page.locator('input:focus').getAttribute('value')).toBe('count-forward');
    const fragment = new URL(page.url()).hash;
    expect(fragment).toContain('notice-month=count-forward');
    expect(fragment).not.toMatch(/20\d\d-\d\d-\d\d/);
    await page.reload();
    expect(await outcome()).toBe('In time');
    await page.getByText('How the words are read: 1 not the default').click();
    await page.getByRole('button', { name: 'Back to the defaults' }).click();
    expect(await outcome()).toBe('Late');
  });
});

describe('a cohort', () => {
  test('from the sample shows what is overdue first, and opens a case without its id in the address', async () => {
    await open('#cohort');
    await page.getByRole('button', { name: 'Load the sample cohort' }).click();
    expect(await line()).toBe('52 participants on 31 March 2022: 3 overdue');
    const standing = await answer().locator('tbody tr td:last-child').allInnerTexts();
    expect(standing.slice(0, 5)).toEqual(['⚠ overdue', '⚠ overdue', '⚠ overdue', 'its last day', 'its last day']);
    await page.getByRole('button', { name: 'p-110' }).click();
    expect(await outcome()).toBe('Criteria not met');
    expect(await said()).toContain('The participant may start again with a new portfolio in the next available cohort');
    expect(await said()).toMatch(/Resubmit the portfolio free of charge The participant 5pm on 31 October 2021 its time is over/);
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

describe('what is shown is the answer to what is shown', () => {
  const christmas = '#question?example=appeal-over-christmas';

  test('after a link that is opened in the same tab: the nation, the question and the facts are the answer’s, and Back leads back', async () => {
    await open(christmas);
    expect(await line()).toContain('by 11 January 2021');
    await follow('#question?rule=assessSupportAppeal&nation=scotland');
    expect(await value('nation')).toBe('scotland');
    expect(await line()).toContain('by 12 January 2021');
    await follow('#question?rule=routeQuery');
    expect(await value('rule')).toBe('routeQuery');
    expect(await line()).toBe('Enter these to get an answer');
    await page.goBack();
    expect([await value('rule'), await value('nation'), await value('fact-receivedAt')]).toEqual([
      'assessSupportAppeal',
      'scotland',
      '2020-12-23',
    ]);
    expect(await line()).toContain('by 12 January 2021');
    await page.goBack();
    expect(await value('nation')).toBe('england-and-wales');
    expect(await line()).toContain('by 11 January 2021');
  });

  test('after a link to another case, by readings as well', async () => {
    await open('#case?example=one-second-late');
    await follow('#case?cohort=ats-2021-10&never-resubmitted=not-settled-here');
    expect([await value('programme'), await value('joined'), await outcome()]).toEqual(['ATS', 'ats-2021-10', 'Registered']);
    await page.goBack();
    expect([await value('programme'), await value('joined'), await outcome()]).toEqual(['QTLS', 'qtls-2020-10', 'Restart required']);
  });

  test('after the skip link, which leads to the answer and changes nothing', async () => {
    await open(`${christmas}&nation=scotland`);
    const before = page.url();
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(`document.activeElement.closest('.answer')?.id`)).toBe('question-answer');
    expect([await value('nation'), page.url()]).toEqual(['scotland', before]);
    expect(await line()).toContain('by 12 January 2021');
  });

  test('after a link to nothing on this page, which changes nothing', async () => {
    await open(`${christmas}&nation=scotland`);
    const before = page.url();
    await follow('#nowhere');
    await expect.poll(() => page.url()).toBe(before);
    expect(await value('nation')).toBe('scotland');
    expect(await line()).toContain('by 12 January 2021');
  });

  test('after a change of nation, in every view', async () => {
    await open('#case?example=one-second-late');
    await page.getByLabel('Bank holidays of').selectOption('scotland');
    expect(await said()).toContain('Bank holidays of Scotland');
    await page.getByRole('link', { name: 'The team', exact: true }).click();
    expect(await value('nation')).toBe('scotland');
    await page.goBack();
    expect(await said()).toContain('Bank holidays of Scotland');
  });

  test('where the dates of a cohort cannot be so: it is said at the field, there is no answer, and what was recorded is kept', async () => {
    await open('#case?cohort=qtls-2020-10');
    await record('supporter-appointed', '2020-10-05');
    await page.getByText('Dates of the cohort').click();
    await enter('cohort-startsOn', '2025-10-01');
    expect(await page.locator('#needed-cohort-submissionDeadline').innerText()).toContain('must not be before “Starts on”, 1 October 2025');
    expect(await page.locator('#cohort-submissionDeadline').getAttribute('aria-invalid')).toBe('true');
    expect(await line()).toBe('There is no answer: these dates cannot be so');
    expect(await answer().locator('.outcome').count()).toBe(0);
    expect(await page.locator('#joined option:checked').innerText()).toBe('dates of your own');
    await enter('cohort-submissionDeadline', '2026-03-31');
    expect(await page.locator('#needed-cohort-resubmissionDeadline').innerText()).toContain('must not be before “Submission deadline”');
    await enter('cohort-resubmissionDeadline', '2026-10-31');
    expect(await outcome()).toBe('Registered');
    expect(await page.locator('#cohort-submissionDeadline').getAttribute('aria-invalid')).toBeNull();
    expect(await said()).toContain('5 October 2020 The participant appointed a supporter');
  });

  test('where a deadline lies in the hour that London skipped, or its day is taken away', async () => {
    await open('#case?cohort=qtls-2020-10');
    await page.getByText('Dates of the cohort').click();
    await enter('cohort-submissionDeadline', '2021-03-28');
    await enter('cohort-submissionDeadline-time', '01:30:00');
    expect(await page.locator('#needed-cohort-submissionDeadline').innerText()).toContain(
      'London’s clock did not show 01:30 on 28 March 2021',
    );
    expect(await line()).toBe('There is no answer: these dates cannot be so');
    await enter('cohort-submissionDeadline-time', '02:30:00');
    expect(await outcome()).toBe('Registered');
    await enter('cohort-startsOn', '');
    expect(await page.locator('#needed-cohort-startsOn').innerText()).toContain('A day is needed.');
    expect(await line()).toBe('There is no answer: these dates cannot be so');
  });

  test('where the day of a case or of a cohort is taken away', async () => {
    await open('#case?example=one-second-late');
    await enter('as-of', '');
    expect(await page.locator('#needed-as-of').innerText()).toContain('A day is needed.');
    expect(await line()).toBe('There is no answer: these dates cannot be so');
    await follow('#cohort?example=a-whole-cohort');
    await enter('cohort-as-of', '');
    expect(await line()).toBe('There is no answer: this date cannot be so');
    await enter('cohort-as-of', '2022-03-31');
    expect(await line()).toContain('52 participants on 31 March 2022');
  });

  test('where a submission is recorded in the hour that London skipped: it is said, and nothing is recorded', async () => {
    await open('#case?cohort=qtls-2020-10');
    await record('portfolio-issued', '2020-10-01');
    await record('portfolio-submitted', '2021-03-28', { time: '01:30:00' });
    expect(await page.locator('#needed-event-date').innerText()).toContain('London’s clock did not show 01:30 on 28 March 2021');
    expect(await page.locator('#announced').textContent()).toContain('Not recorded');
    expect(await outcome()).toBe('In programme');
    await record('portfolio-submitted', '2021-03-28', { time: '02:30:00' });
    expect(await outcome()).toBe('Submitted');
    expect(await page.locator('#needed-event-date').innerText()).toBe('');
  });

  test('where half of a time is given to a question', async () => {
    await open('#question?rule=assessSubmission');
    await enter('fact-submittedAt', '2021-03-31');
    expect(await page.locator('#needed-fact-submittedAt').innerText()).toContain('Give the time in London as well');
    expect(await line()).toBe('The facts cannot be so');
    await enter('fact-submittedAt-time', '17:00:00');
    expect(await line()).toBe('Enter these to get an answer');
    await enter('fact-submittedAt', '2021-03-28');
    await enter('fact-submittedAt-time', '01:30:00');
    expect(await page.locator('#needed-fact-submittedAt').innerText()).toContain('London’s clock did not show 01:30 on 28 March 2021');
    expect(await line()).toBe('The facts cannot be so');
  });
});

describe('what is recorded is not lost without a question', () => {
  beforeEach(async () => {
    await open('#case?cohort=qtls-2020-10');
    await record('portfolio-issued', '2020-10-01');
  });
  const leave = {
    'another programme': () => page.locator('#programme').selectOption('ATS'),
    'another cohort': () => page.locator('#joined').selectOption('qtls-2021-01'),
    'an example': () => page.getByRole('link', { name: 'One second late' }).click(),
    'a link to another cohort': () => follow('#case?cohort=qtls-2021-01'),
    'a participant of a cohort': async () => {
      await page.getByRole('link', { name: 'The team', exact: true }).click();
      await page.getByRole('button', { name: 'Load the sample cohort' }).click();
      await page.getByRole('button', { name: 'p-110' }).click();
    },
    'a case from a file': () => give('Open a case that was downloaded', 'other.json', stored),
  };

  test.each(Object.keys(leave) as (keyof typeof leave)[])('by %s: no keeps it', async (by) => {
    const asked = answering(false);
    await leave[by]();
    await expect.poll(() => asked).toEqual(['confirm']);
    await page.getByRole('link', { name: 'A case', exact: true }).click();
    expect([await value('programme'), await value('joined'), await outcome()]).toEqual(['QTLS', 'qtls-2020-10', 'In programme']);
    expect(page.url()).toContain('cohort=qtls-2020-10');
  });

  test.each(Object.keys(leave) as (keyof typeof leave)[])('by %s: yes shows that, and Back leads to it again', async (by) => {
    const asked = answering(true);
    await leave[by]();
    await expect.poll(() => asked).toEqual(['confirm']);
    await expect.poll(outcome).not.toBe('In programme');
    for (let back = by === 'a participant of a cohort' ? 2 : 1; back > 0; back -= 1) await page.goBack();
    expect([await value('programme'), await value('joined'), await outcome()]).toEqual(['QTLS', 'qtls-2020-10', 'In programme']);
    expect(asked).toEqual(['confirm']);
  });

  test('by Back to another case: it asks too', async () => {
    await page.getByRole('button', { name: 'Take back: The portfolio was issued' }).click();
    const asked = answering(true);
    await page.locator('#joined').selectOption('qtls-2021-01');
    await record('portfolio-issued', '2021-01-10');
    await page.goBack();
    await expect.poll(() => asked).toEqual(['confirm', 'confirm']);
    expect(await value('joined')).toBe('qtls-2020-10');
  });

  test('by a reload or by leaving: the browser asks, unless it was downloaded', async () => {
    const asked = answering(true);
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await record('portfolio-issued', '2020-10-01');
    await saved('Download the case (.json)');
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

  test('by looking at another view, nor are the facts of a question by asking another', async () => {
    await page.getByRole('link', { name: 'All rules', exact: true }).click();
    await enter('fact-requestedOn', '2020-12-11');
    await page.locator('#rule').selectOption('routeQuery');
    await page.locator('#rule').selectOption('assessAdjustmentRequest');
    expect(await value('fact-requestedOn')).toBe('2020-12-11');
    const asked = answering(false);
    await page.getByRole('link', { name: 'A late request' }).click();
    await expect.poll(() => asked).toEqual(['confirm']);
    expect([await value('fact-requestedOn'), await value('fact-programmeStartsOn')]).toEqual(['2020-12-11', '']);
    await page.getByRole('link', { name: 'A case', exact: true }).click();
    expect(await outcome()).toBe('In programme');
  });

  test('by dates of one’s own, which keep it', async () => {
    await page.locator('#joined').selectOption('dates of your own');
    await enter('cohort-resubmissionDeadline', '2021-11-30');
    expect(await outcome()).toBe('In programme');
    expect(await value('joined')).toBe('');
  });
});

const stored = JSON.stringify(
  replay({ participant: 'p-7', cohort: stampedCohort(), registeredOn: '2025-09-20' }, [
    { type: 'portfolio-issued', on: '2025-10-01' },
    { type: 'portfolio-submitted', at: '2026-03-30T12:00:00+01:00' },
  ]).case,
);
function stampedCohort(): Cohort {
  return { id: 'qtls-2025-10', programme: 'QTLS', startsOn: '2025-10-01', submissionDeadline: '2026-03-31T17:00:00+01:00' };
}

describe('a case that was downloaded', () => {
  test('opens again with all that was recorded, refused events and later ones too', async () => {
    await open('#case?example=one-second-late');
    await record('status-awarded', '2021-11-02');
    await enter('as-of', '2021-11-01');
    const before = await said();
    const file = await saved('Download the case (.json)');
    expect(before).toContain('1 recorded after that day');
    await open('#case');
    await give('Open a case that was downloaded', 'p-1.1.json', file);
    await expect.poll(said).toBe(before);
    expect([await value('registered'), await value('as-of')]).toEqual(['2020-09-25', '2021-11-01']);
    expect(await saved('Download the case (.json)')).toBe(file);
  });

  test('by another program, as the library stores it, opens too', async () => {
    await open('#case');
    await give('Open a case that was downloaded', 'p-7.1.json', stored);
    await expect.poll(outcome).toBe('Submitted');
    expect(await page.locator('#joined option:checked').innerText()).toBe('qtls-2025-10, with its own dates');
    expect(page.url()).not.toMatch(/p-7|20\d\d/);
  });

  test.each([
    ['no JSON', 'PK', 'it is not JSON'],
    ['no case', '{"a":1}', 'stage is missing'],
    ['no case at all', 'null', 'must be a case'],
    [
      'a case that cannot be',
      '{"registration":{"participant":"p","registeredOn":"2020-02-30"},"events":[],"asOf":"2020-10-01"}',
      'must be a real date',
    ],
  ])('and is %s says so, and keeps what is shown', async (_, text, message) => {
    await open('#case?example=one-second-late');
    await give('Open a case that was downloaded', 'x.json', text);
    await expect.poll(() => page.locator('#needed-case-file').innerText()).toContain(message);
    expect(await outcome()).toBe('Restart required');
  });
});

describe('cohorts of one’s own', () => {
  const csv = [
    'id,programme,startsOn,submissionDeadline,resubmissionDeadline',
    'oct-2025,QTLS,2025-10-01,2026-03-31 17:00,2026-10-31 17:00',
    'jan-2026,QTLS,2026-01-10,2026-06-30T17:00:00+01:00,',
  ].join('\n');
  const json = JSON.stringify({
    cohorts: [{ cohort: { id: 'oct-2025', programme: 'QTLS', startsOn: '2025-10-01', submissionDeadline: '2026-03-31T17:00:00+01:00' } }],
  });
  const events = ['participant,type,when,cohort', 'ann,registered,2025-09-20,oct-2025', 'ann,portfolio-issued,2025-10-01,'].join('\n');

  test.each([
    ['a table', 'mine.csv', csv],
    ['JSON', 'mine.json', json],
  ])('from %s decide a register of 2025, and are offered for a case', async (_, name, text) => {
    await open('#cohort');
    await give('Or a CSV file of your own', 'events.csv', events);
    await expect.poll(said).toContain('must be one of qtls-2020-10');
    expect(await page.locator('#cohorts-known').innerText()).toContain('samples');
    await give('Cohorts of your own', name, text);
    await enter('cohort-as-of', '2025-12-01');
    await expect.poll(line).toBe('1 participant on 1 December 2025: 0 overdue');
    expect(await answer().locator('tbody tr').innerText()).toContain('5pm on 31 March 2026');
    expect(await page.locator('#cohorts-known').innerText()).toContain(name);
    await page.getByRole('button', { name: 'ann' }).click();
    expect([await value('joined'), await outcome()]).toEqual(['oct-2025', 'In programme']);
  });

  test('that cannot be read are told by line and column, and all is as before', async () => {
    await open('#cohort?example=a-whole-cohort');
    const wrong = csv.replace('2026-03-31 17:00', '2025-03-31 17:00').replace('2026-01-10', '2026-02-30');
    await give('Cohorts of your own', 'mine.csv', wrong);
    await expect.poll(() => page.locator('#needed-cohorts-file').innerText()).toContain('Line 2, column 4 (submissionDeadline)');
    expect(await page.locator('#needed-cohorts-file').innerText()).toContain('Line 3, column 3 (startsOn): received "2026-02-30"');
    expect(await line()).toContain('52 participants');
  });

  test('may also be typed for one case', async () => {
    await open('#case');
    expect(await page.locator('#case-form').innerText()).toContain('samples');
    await page.locator('#joined').selectOption('dates of your own');
    await enter('cohort-startsOn', '2025-10-01');
    await enter('cohort-submissionDeadline', '2026-03-31');
    await enter('cohort-resubmissionDeadline', '2026-10-31');
    await enter('registered', '2025-09-20');
    await record('portfolio-issued', '2025-10-01');
    expect(await said()).toContain('The participant has to submit the portfolio by 5pm on 31 March 2026');
  });
});

describe('a participant who is opened from a cohort', () => {
  test('leads back to the cohort, with its file', async () => {
    await open('#cohort');
    await give('Or a CSV file of your own', 'mine.csv', 'participant,type,when,cohort\nann,registered,2020-09-21,qtls-2020-10\n');
    await page.getByRole('button', { name: 'ann' }).click();
    expect(await outcome()).toBe('Registered');
    expect(await page.locator('#case-form').innerText()).toContain('Participant ann');
    await page.goBack();
    expect(await line()).toBe('1 participant on 31 March 2022: 0 overdue');
    await page.goForward();
    expect(await outcome()).toBe('Registered');
    expect(await page.locator('#case-form').innerText()).toContain('Participant ann');
  });
});

describe('what carries a mark', () => {
  /** Draws with the page's own functions what the library may answer. */
  async function drawn(call: string): Promise<void> {
    await open('#case');
    const { outputFiles } = await build({
      entryPoints: ['examples/browser/marks.mjs'],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'marks',
      platform: 'browser',
      alias: { zod: 'zod/mini' },
      logLevel: 'error',
    });
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    await page.evaluate(`document.getElementById('case-answer').replaceChildren(...marks.${call})`);
  }

  test('an assumed step is neither yes nor no, has a mark in words, and comes apart and last', async () => {
    const steps = [
      { text: 'It was sent to membership enquiries.', clause: 'support/9.1', holds: true, kind: 'assumed' },
      { text: 'The support was discussed.', clause: 'support/9.1', holds: true, kind: 'finding' },
      { text: 'An answer was given.', clause: 'support/9.1', holds: false, kind: 'finding' },
    ];
    await drawn(`stepsOf(${JSON.stringify(steps)})`);
    expect(await answer().locator('.steps .mark').allInnerTexts()).toEqual(['yes', 'no', '? assumed']);
    expect(await answer().locator('h3, .steps li > span:nth-child(2)').allInnerTexts()).toEqual([
      'The support was discussed.',
      'An answer was given.',
      'Assumed',
      'It was sent to membership enquiries.',
    ]);
    const colours = await page.evaluate<string[]>(
      `[...document.querySelectorAll('#case-answer .mark')].map((mark) => getComputedStyle(mark).color)`,
    );
    expect(new Set(colours).size).toBe(3);
  });

  test('an opportunity is never called owed, and each status has its words', async () => {
    const of = { owedBy: 'participant', clause: 'support/6.2.3' };
    const dues = [
      { ...of, what: 'resubmit-portfolio', kind: 'opportunity', status: 'lapsed', daysLeft: -2, workingDaysLeft: -1 },
      { ...of, what: 'request-explanation', kind: 'opportunity', status: 'due-today' },
      { ...of, what: 'submit-portfolio', kind: 'duty', status: 'limit-not-known' },
      { ...of, what: 'appoint-supporter', kind: 'duty', status: 'no-limit-stated' },
    ];
    await drawn(`duesOf(${JSON.stringify(dues)})`);
    const [owed, may] = await answer().locator('table').allInnerTexts();
    expect(owed?.replace(/\s+/g, ' ')).toMatch(
      /^What is owed .*Submit the portfolio .*set by the cohort; not known here .*Appoint a supporter .*the document states no limit/,
    );
    expect(owed).not.toContain('Resubmit');
    expect(may?.replace(/\s+/g, ' ')).toMatch(
      /^What the participant may do .*Resubmit the portfolio free of charge .*its time is over .*Ask for an explanation of the decision .*its last day/,
    );
    expect(may).not.toMatch(/owed|due|-2|-1/);
  });
});

const views = [
  '#case?example=one-second-late',
  '#question?example=appeal-over-christmas',
  '#question?rule=assessSubmission',
  '#dates?cohort=qtls-2021-01',
  '#ask',
  '#ask?about=appeal',
  '#cohort?example=a-whole-cohort',
];

/** What axe finds on the page. */
async function violations(counts = (impact: string): boolean => impact === 'serious' || impact === 'critical'): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const { violations: found } = await page.evaluate(() =>
    (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } }
    ).axe.run(),
  );
  return found
    .filter(({ impact }) => counts(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(views)('axe finds nothing serious in %s', async (fragment) => {
    await open(fragment, { colorScheme });
    for (const details of await page.locator('details:not([open]) > summary').all()) if (await details.isVisible()) await details.click();
    expect(await violations()).toEqual([]);
  });

  test('axe finds nothing at all where something is said at a field', async () => {
    await open('#case?cohort=qtls-2020-10', { colorScheme });
    await record('portfolio-submitted', '2021-03-28', { time: '01:30:00' });
    await page.getByText('Dates of the cohort').click();
    await enter('cohort-startsOn', '2025-10-01');
    await give('Open a case that was downloaded', 'x.json', 'PK');
    await expect.poll(() => page.locator('small.wrong').count()).toBe(3);
    expect(await violations(() => true)).toEqual([]);
    await page.getByRole('link', { name: 'The team', exact: true }).click();
    await give('Cohorts of your own', 'x.csv', 'id\n');
    await expect.poll(() => page.locator('#needed-cohorts-file').innerText()).toContain('expected a header');
    expect(await violations(() => true)).toEqual([]);
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
    for (const view of ['My dates', 'Questions', 'A case', 'All rules', 'The team']) {
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe(view);
    }
    await page.keyboard.press('Enter');
    expect(await page.locator('#cohort-view').isVisible()).toBe(true);
    expect(await page.locator('#to-cohort').getAttribute('aria-current')).toBe('page');
    await page.goBack();
    expect(await page.locator('#dates-view').isVisible()).toBe(true);
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
