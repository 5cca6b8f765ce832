// What is shown is the answer to what is shown: after a link, a switch, and dates that cannot be.
import { describe, expect, test } from 'vitest';
import { answer, answering, driven, enter, follow, give, line, open, outcome, page, record, said, value } from './driver.js';
import { offered } from './files.js';
import { atStart, relied, type Outcome } from './reader.js';
import { look } from './seen.js';
import type { Did } from './steps.js';

driven();

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

describe('what Back shows of a cohort that was chosen', () => {
  /** Takes a step, and has the account of the walks follow it. */
  async function accounted(): Promise<(did: Did, take: () => Promise<unknown>) => Promise<Outcome['faults']>> {
    let seen = await look(page);
    let reader = atStart(seen);
    return async (did, take) => {
      const before = seen;
      await take();
      seen = await look(page);
      const outcome = relied(reader, before, did, seen, [true]);
      reader = outcome.reader;
      return outcome.faults;
    };
  }
  const file = offered['cohorts-file']?.[0];
  const back: Did = { says: 'back', kind: 'back' };
  const toTeam = () => page.getByRole('link', { name: 'The team', exact: true }).click();
  const loads = async () => {
    await give('Cohorts of your own', file?.name ?? '', file?.text ?? '');
    await expect.poll(() => page.locator('#cohorts-known').innerText()).toContain('qtls-2025-10');
  };

  test('is that cohort; none while cohorts of one’s own are offered in place of the samples', async () => {
    await open('#dates?cohort=qtls-2022-01');
    const faultsOf = await accounted();
    answering(true);
    const click = (says: string): Did => ({ says, kind: 'other' });
    const steps: [Did, () => Promise<unknown>][] = [
      [click('clicked a to-cohort'), toTeam],
      [{ says: 'chose a file', kind: 'file', to: 'cohorts-file', ...(file && { file }) }, loads],
      [back, () => page.goBack()],
    ];
    for (const [did, take] of steps) expect(await faultsOf(did, take)).toEqual([]);
    expect([await value('dates-cohort'), await line()]).toEqual(['', 'Choose your cohort']);
    const again: typeof steps = [
      [click('clicked a to-cohort'), toTeam],
      [{ says: 'clicked button load-sample', kind: 'sample' }, () => page.getByRole('button', { name: 'Load the sample cohort' }).click()],
      [back, () => page.goBack()],
    ];
    for (const [did, take] of again) expect(await faultsOf(did, take)).toEqual([]);
    expect(await value('dates-cohort')).toBe('qtls-2022-01');
  });

  test('is a fault where it is another cohort that is offered', async () => {
    await open('#dates?cohort=qtls-2022-01');
    const faultsOf = await accounted();
    await faultsOf({ says: 'clicked a to-cohort', kind: 'other' }, toTeam);
    const faults = await faultsOf(back, async () => {
      await page.goBack();
      await page.locator('#dates-cohort').selectOption('qtls-2021-01');
    });
    expect(faults).toEqual([['history', 'back leads to cohort qtls-2021-01, where it was qtls-2022-01']]);
  });
});
