// The team: a register and cohorts from files, and a participant who is opened from them.
import { describe, expect, test } from 'vitest';
import { answer, driven, enter, give, line, open, outcome, page, record, said, value } from './driver.js';

driven();

describe('a cohort', () => {
  test('from the sample shows what is overdue first, and opens a case without its id in the address', async () => {
    await open('#cohort');
    await page.getByRole('button', { name: 'Load the sample cohort' }).click();
    expect(await line()).toBe('52 participants on 31 March 2022: 3 overdue');
    const standing = await answer().locator('tbody tr td:last-child').allInnerTexts();
    expect(standing.slice(0, 5)).toEqual(['⚠ overdue', '⚠ overdue', '⚠ overdue', 'its last day', 'its last day']);
    await page.getByRole('button', { name: 'p-110' }).click();
    expect(await outcome()).toBe('Criteria not met');
    expect(await said()).toContain('The participant may take up the restart with a new portfolio in the next available cohort');
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

  test('keeps in sight what it is asked for, when nobody is left who fits', async () => {
    await open('#cohort?example=a-whole-cohort');
    await page.locator('#filter-status').selectOption('overdue');
    await enter('cohort-as-of', '2020-09-01');
    expect(await page.locator('#filter-status option:checked').innerText()).toBe('⚠ overdue (0)');
    expect(await answer().locator('tbody tr').count()).toBe(0);
    await page.locator('#filter-status').selectOption('all');
    expect(await answer().locator('tbody tr').count()).toBe(52);
  });

  test('that is another kind of file is told so', async () => {
    await open('#cohort');
    await page
      .getByLabel('Or a CSV file of your own')
      .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('name;day\n') });
    await expect.poll(said).toContain('expected a header with participant, type, when'); // a file is read in its own time
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
