// The page for everybody: its marks, what axe finds, a narrow screen, the keyboard; and the policy that it is shown under.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { answer, driven, enter, expectFault, give, open, page, record } from './driver.js';

driven();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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
    expectFault('data:text/plain,x');
  });
});
