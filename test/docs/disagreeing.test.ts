// The guide on disagreeing with a decision: each piece of its code is run as it stands, and what stands under it is what it prints.
import { readFileSync } from 'node:fs';
import { format } from 'node:util';
import { runInThisContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as calendar from '../../src/calendar/index.js';
import * as library from '../../src/index.js';

const page = readFileSync('docs/appeals.md', 'utf8');
const plainPage = readFileSync('docs/disagreeing-with-a-decision.md', 'utf8').replace(/\s+/g, ' ');
const modules: Readonly<Record<string, unknown>> = { 'professional-status': library, 'professional-status/calendar': calendar };

const snippets = page.split(/^## /m).flatMap((part) => {
  const [under = ''] = part.split('\n');
  return [...part.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(([, code = '', printed = '']) => ({
    under,
    code,
    printed,
  }));
});

/** What a piece of code prints. */
function run(code: string): string {
  const lines: string[] = [];
  const script = transformSync(code, { loader: 'ts', format: 'cjs' }).code;
  const runs = runInThisContext(`(function (require, console, module) { ${script} })`) as (...scope: unknown[]) => void;
  runs((name: string) => modules[name], { log: (...values: unknown[]) => lines.push(format(...values)) }, {});
  return lines.map((line) => `${line}\n`).join('');
}

describe('the guide for developers', () => {
  it.each(snippets)('$under', ({ code, printed }) => {
    expect(printed).not.toBe('');
    expect(run(code)).toBe(printed);
  });

  it('shows every piece of code with what it prints', () => {
    expect(snippets).toHaveLength(page.split('```ts\n').length - 1);
  });

  it('has an appeal in time, one a day late, one under the wrong procedure and one that is not settled', () => {
    const printed = (under: string): string => snippets.flatMap((each) => (each.under === under ? [each.printed] : [])).join('');
    expect(printed('An appeal in time')).toContain('true appeal-lodged');
    expect(printed('One a day late')).toContain(
      'Refused: this step counts on 12 January 2021, and is late: its last day was 11 January 2021',
    );
    expect(printed('One under the wrong procedure')).toContain('Use another procedure');
    expect(printed('One that the included documents cannot settle')).toContain('is not included here');
  });
});

describe('the guide for a participant', () => {
  const { addWorkingDays, englandAndWales, scotland } = calendar;
  const inWords = (date: library.PlainDate): string =>
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
      .format(Date.parse(date))
      .replace(',', '');

  it('has no code', () => {
    expect(plainPage).not.toMatch(/`/);
  });

  it.each([
    ['9.1: the answer to an appeal', addWorkingDays('2020-12-23', 10, englandAndWales)],
    ['award-appeals/4.1: the question why', addWorkingDays('2020-12-23', 10, englandAndWales)],
    ['award-appeals/4.1: the question why, by the holidays of Scotland', addWorkingDays('2020-12-23', 10, scotland)],
    ['award-appeals/4.2: the explanation', addWorkingDays('2021-01-11', 5, englandAndWales)],
    ['award-appeals/4.3: the appeal', addWorkingDays('2021-01-15', 10, englandAndWales)],
  ])('says the last day of %s', (_, day) => {
    expect(plainPage).toContain(inWords(day));
  });

  it.each([
    ['2022-10-31', 'award-appeal'],
    ['2022-11-01', 'objection'],
  ] as const)('says where a challenge to a decision not to award belongs on %s', (on, outcome) => {
    expect(library.routeChallenge({ about: 'non-award', by: 'participant', on }).outcome).toBe(outcome);
    expect(plainPage).toContain('challenged up to 31 October 2022');
    expect(plainPage).toContain('challenged from 1 November 2022');
    expect(plainPage).toContain('This library goes by the day of your challenge, and not by the day of the decision.');
  });

  it('says rightly which step a day late this library does not take, and not that SET would not: 4.1 the member’s question is, 4.2 the explanation is not, and 4.3 counts from it', () => {
    const late = (...events: readonly library.AwardAppealEvent[]) =>
      library.awardAppeal.replay({ member: 'm-1', decisionReceivedAt: '2020-12-23' }, events);
    expect(late({ type: 'explanation-requested', at: '2021-01-12' }).steps[0]?.accepted).toBe(false);
    const asked = { type: 'explanation-requested', at: '2021-01-11' } as const;
    const explained = late(asked, { type: 'explained', at: '2021-01-19' });
    expect(explained.steps.map(({ accepted }) => accepted)).toEqual([true, true]);
    expect(library.awardAppeal.position(explained.case, '2021-01-20').duties[0]?.deadline).toMatchObject({
      countedFrom: '2021-01-19',
      due: addWorkingDays('2021-01-19', 10, englandAndWales),
    });
    expect(plainPage).toContain(
      'This library does not take a step of yours that comes a day late. The text included here does not say whether SET would',
    );
  });

  it.each([
    ['9.1: that clause alone is said to set no last day', 'Clause 9.1 sets no last day for this', 'The policy sets no last day'],
    [
      'objections/who: of decisions on membership nothing is known',
      'No text included here says that it belongs there',
      'decisions on awards and on membership',
    ],
  ])('says no more than the text: %s', (_, says, saysNot) => {
    expect(plainPage).toContain(says);
    expect(plainPage).not.toContain(saysNot);
  });

  it('is reached from the README', () => {
    expect(readFileSync('README.md', 'utf8')).toContain('(docs/disagreeing-with-a-decision.md)');
  });
});
