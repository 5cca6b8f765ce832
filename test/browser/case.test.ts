// A case: what is recorded leads to, the diary, and the file that it is kept in.
import { beforeEach, describe, expect, test } from 'vitest';
import { read } from '../diary/read.js';
import { answer, driven, enter, give, open, outcome, page, record, said, saved, value } from './driver.js';
import { storedCase } from './files.js';

driven();

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
    expect(await said()).toContain('at 5:00:01pm on 31 October 2021, after the resubmission deadline, 5pm on 31 October 2021');
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
      /What the participant may do .*Take up the restart with a new portfolio in the next available cohort The participant the document states no limit Support policy 6\.2\.3 Resubmit the portfolio free of charge The participant 5pm on 31 October 2021 its time is over Support policy 6\.2\.1\.b/,
    );
    expect(await said()).toContain(
      'say how much the administration fee of a restart is. That part is not included here. Support policy 6.2.3',
    );
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
    await give('Open a case that was downloaded', 'p-7.1.json', storedCase);
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
