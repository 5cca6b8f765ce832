// All rules: an answer with its clause and its count, what would change it, and what the page asks for.
import { beforeEach, describe, expect, test } from 'vitest';
import { rules, verifyReceipt, type Receipt } from '../../src/index.js';
import { answer, clear, driven, line, open, outcome, page, said, saved } from './driver.js';

driven();

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
    expect(verifyReceipt(JSON.parse(await saved('Download the decision record')) as Receipt, { rules })).toEqual({ result: 'same' });
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

describe('a support appeal over Christmas (9.1)', () => {
  test('is counted day by day, by the nation’s holidays', async () => {
    await open('#question');
    await page.getByRole('link', { name: 'An appeal over Christmas' }).click();
    expect(await line()).toContain('must respond in writing by 11 January 2021');
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
