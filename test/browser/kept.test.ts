// What is recorded is not lost without a question, and Back leads to it again.
import { beforeEach, describe, expect, test } from 'vitest';
import { answering, driven, enter, follow, give, line, open, outcome, page, record, saved, value } from './driver.js';
import { storedCase } from './files.js';

driven();

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
    'a case from a file': () => give('Open a case that was downloaded', 'other.json', storedCase),
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

  test('by Back to another rule: its facts are there again, and an example asks', async () => {
    await follow('#question?example=appeal-over-christmas');
    await follow('#question?example=late-request');
    await enter('fact-requestedOn', '2020-01-11');
    await page.goBack();
    expect(await value('rule')).toBe('assessSupportAppeal');
    const asked = answering(false);
    await follow('#question?example=a-reading-decides');
    await expect.poll(() => asked).toEqual(['confirm']);
    await page.locator('#rule').selectOption('assessAdjustmentRequest');
    expect([await value('fact-requestedOn'), await value('fact-programmeStartsOn')]).toEqual(['2020-01-11', '2021-01-10']);
  });

  test('by dates of one’s own, which keep it', async () => {
    await page.locator('#joined').selectOption('dates of your own');
    await enter('cohort-resubmissionDeadline', '2021-11-30');
    expect(await outcome()).toBe('In programme');
    expect(await value('joined')).toBe('');
  });
});

describe('what else was entered', () => {
  /** Reloads where the reader wants to stay. */
  async function stay(): Promise<readonly string[]> {
    const asked = answering(false);
    await page.reload({ timeout: 1000 }).catch(() => undefined);
    return asked;
  }

  test('is asked about before a reload: the dates of a letter', async () => {
    await open('#dates');
    await page.locator('#dates-cohort').selectOption('I have the dates in a letter');
    await enter('letter-startsOn', '2025-10-01');
    expect(await stay()).toEqual(['beforeunload']);
    expect(await value('letter-startsOn')).toBe('2025-10-01');
  });

  test('is asked about before a reload: a date of a letter that cannot be read, from another view too', async () => {
    await open('#dates');
    await page.locator('#dates-cohort').selectOption('I have the dates in a letter');
    await enter('letter-startsOn-month', '3');
    await page.getByRole('link', { name: 'The team', exact: true }).click();
    expect(await stay()).toEqual(['beforeunload']);
    await page.getByRole('link', { name: 'My dates', exact: true }).click();
    expect(await page.locator('#letter-startsOn-month').inputValue()).toBe('3');
  });

  test('is asked about before a reload: what was told', async () => {
    await open('#ask?about=appeal');
    await page.locator('#ask-form form input').first().check();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await stay()).toEqual(['beforeunload']);
    expect(await page.locator('#ask-form data').count()).toBe(1);
  });

  test('is shown by Back: the dates of a letter, after those of a cohort', async () => {
    await open('#dates');
    await page.locator('#dates-cohort').selectOption('I have the dates in a letter');
    await enter('letter-startsOn', '2025-10-01');
    await follow('#dates?cohort=ats-2021-10');
    expect(await value('dates-programme')).toBe('ATS');
    await page.goBack();
    expect([await value('dates-programme'), await value('dates-cohort'), await value('letter-startsOn')]).toEqual([
      'QTLS',
      'letter',
      '2025-10-01',
    ]);
  });

  test.each([
    ['no keeps it', false, '1 participant on 31 March 2022: 0 overdue'],
    ['yes shows the sample', true, '52 participants on 31 March 2022: 3 overdue'],
  ])('in a file is not replaced by the sample without a question: %s', async (_, answer, shown) => {
    await open('#cohort');
    await give('Or a CSV file of your own', 'mine.csv', 'participant,type,when,cohort\nann,registered,2020-09-21,qtls-2020-10\n');
    await expect.poll(line).toBe('1 participant on 31 March 2022: 0 overdue');
    const asked = answering(answer);
    await page.getByRole('link', { name: 'A whole cohort' }).click();
    await expect.poll(() => asked).toEqual(['confirm']);
    expect(await line()).toBe(shown);
  });
});
