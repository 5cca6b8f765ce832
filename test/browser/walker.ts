/// <reference lib="dom" />
// A reader who clicks and types at random: one step in the page, chosen by numbers that a seed gives, and what the page then shows.
import type { Page } from 'playwright-core';

/** Returns numbers from 0 up to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const days = ['', '2020-09-25', '2020-10-01', '2020-12-11', '2021-01-10', '2021-03-28', '2021-03-31', '2021-07-01', '2021-10-31'];
const later = ['2022-03-31', '2025-10-01', '2026-03-31', '2029-01-02'];
/** What is typed into a field of each type; a whole day, in one of the forms that people write, goes into the first part of a day. */
const typed: Readonly<Record<string, readonly string[]>> = {
  day: [...days, ...later, '31/10/2021', '1 October 2020', '29/02/2021', '31/13/2020', '1', '31', '0', 'x'],
  month: ['', '1', '3', '10', '13', 'x'],
  year: ['', '2020', '2021', '2022', '2025', '21', '1850'],
  time: ['', '17:00:00', '17:00:01', '01:30:00', '12:00:00'],
  number: ['', '0', '1', '3'],
};
const links = [
  '#question?rule=assessSupportAppeal&nation=scotland',
  '#question?rule=routeQuery',
  '#question?example=appeal-over-christmas',
  '#question?example=a-reading-decides&notice-month=count-forward',
  '#case?cohort=ats-2021-10',
  '#case?example=one-second-late&nation=northern-ireland',
  '#case',
  '#cohort?example=a-whole-cohort',
  '#dates?cohort=qtls-2021-01',
  '#dates?cohort=qtls-2020-10&nation=scotland',
  '#dates?cohort=qtls-2021-01&notice-boundary=clear-month',
  '#dates?cohort=ats-2021-10&notice-month=count-forward',
  '#ask?about=appeal',
  '#ask?about=appeal&nation=scotland',
  '#ask?about=request&notice-boundary=clear-month',
  '#ask?about=resubmission',
  '#main',
  '#nowhere',
];

/** Takes one step and says which; it goes back only where the page has somewhere to go back to. */
export async function step(page: Page, random: () => number, canGoBack: boolean): Promise<string> {
  const kind = random();
  const back = async (name: 'goBack' | 'goForward'): Promise<string> => {
    await page[name]({ timeout: 2000 }).catch(() => undefined);
    return name;
  };
  if (kind < 0.05 && canGoBack) return back('goBack');
  if (kind < 0.07) return back('goForward');
  if (kind < 0.09) {
    await page.reload({ timeout: 1500 }).catch(() => undefined); // the reader may say no
    return 'reload';
  }
  if (kind < 0.15) {
    const link = links[Math.floor(random() * links.length)] ?? '';
    await page.evaluate((to) => void (location.href = to), link);
    return `opened ${link}`;
  }
  return page.evaluate(act, { numbers: [random(), random(), random()], typed });
}

/** Runs in the page: picks a sort of control, one of it, and uses it as a reader would. */
function act({ numbers, typed: texts }: { numbers: number[]; typed: Readonly<Record<string, readonly string[]>> }): string {
  const seen = (element: Element): boolean => element.checkVisibility() && !(element as HTMLButtonElement).disabled;
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter(seen);
  const guided = all('#ask-form form input, #ask-form form button');
  const sorts = [
    guided,
    guided,
    guided,
    guided,
    all('main input:is([type=time],[type=number],.day), main select, main .moment input'),
    all('main input:is([type=time],[type=number],.day), main select, main .moment input'),
    all('main button'),
    all('main button[type=submit], main button:not(.quiet, .link)'),
    all('#nation, input[type=radio], input[type=checkbox]'),
    all('nav a, #examples a, .skip, main a[href^="#"]'),
    all('summary').filter((each) => !each.closest('.clause')),
  ].filter((sort) => sort.length > 0);
  const pick = <T>(list: readonly T[], number = 0): T => list[Math.floor(number * list.length)] as T;
  const control = pick(pick(sorts, numbers[0]), numbers[1]) as HTMLInputElement & HTMLSelectElement;
  const name = `${control.tagName.toLowerCase()} ${control.id || control.textContent.trim().slice(0, 60) || `${control.name}=${control.value}`}`;
  if (control.tagName === 'SELECT') {
    control.value = pick([...control.options], numbers[2]).value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    return `chose ${control.value} in ${name}`;
  }
  const values = texts[control.className in texts ? control.className : control.type];
  if (control.tagName === 'INPUT' && values) {
    const text = pick(values, numbers[2]);
    const parts = [...(control.closest('.moment')?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])];
    if (text === '' && control.className === 'day') for (const part of parts) part.value = '';
    control.focus();
    control.value = text;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    control.blur();
    return `typed ${JSON.stringify(text)} into ${name}`;
  }
  control.click();
  return `clicked ${name}`;
}

/** What the page shows: the switches, the fields of the view and its answer. */
export interface Seen {
  readonly view: string;
  readonly address: string;
  readonly nation: string;
  readonly readings: Readonly<Record<string, string>>;
  /** By the id of a field; a day as \`2021-03-31\`, or as it is typed where it is not a whole one; the time beside it. */
  readonly fields: Readonly<Record<string, string>>;
  /** What was recorded and plays a part, as the library's events, where the page gives them. */
  readonly events: readonly string[] | undefined;
  readonly recorded: number;
  readonly outcome: string | undefined;
  readonly line: string;
  readonly dates: readonly string[];
  readonly whose: string;
  /** What was told to the guided question, as pairs of a fact and its value. */
  readonly told: readonly string[];
  /** Whether a guided question waits to be told something. */
  readonly isAsking: boolean;
}

export const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const value = (id: string): string => (document.getElementById(id) as HTMLInputElement | null)?.value ?? '';
    const shown = document.querySelector('.view:not([hidden])');
    const fields = [...(shown?.querySelectorAll<HTMLInputElement>('input[id], select[id]') ?? [])].filter(({ type }) => type !== 'file');
    const values = fields.flatMap((each) => {
      if (['month', 'year'].includes(each.className)) return [];
      if (each.className !== 'day') return [[each.id, each.value]];
      const [day, month, year] = [each.value, value(`${each.id}-month`), value(`${each.id}-year`)].map((part) => part.trim());
      const isWhole = /^\d{1,2}-\d{1,2}-\d{4}$/.test(`${day}-${month}-${year}`);
      const typedIn = `${day}/${month}/${year}`;
      return [[each.id, isWhole ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : typedIn === '//' ? '' : typedIn]];
    });
    const answer = shown?.querySelector('.answer');
    const recorded = [...(answer?.querySelectorAll('.recorded > li') ?? [])];
    const data = recorded.map((each) => each.querySelector('data')?.value);
    const later = /(\d+) recorded after/.exec(answer?.textContent ?? '')?.[1] ?? '0';
    return {
      view: shown?.id.replace('-view', '') ?? '',
      address: location.href,
      nation: value('nation'),
      readings: Object.fromEntries(
        [...document.querySelectorAll<HTMLInputElement>('#switches input[type=radio]:checked')].map((each) => [
          each.name.replace(/^all-/, ''),
          each.value,
        ]),
      ),
      fields: Object.fromEntries(values) as Readonly<Record<string, string>>,
      events: data.every((each) => each !== undefined) ? data : undefined,
      recorded: recorded.length + Number(later),
      outcome: answer?.querySelector('.outcome')?.textContent ?? undefined,
      line: answer?.querySelector('h2')?.textContent ?? '',
      dates: [...(answer?.querySelectorAll('[data-date] time') ?? [])].map((each) => each.getAttribute('datetime') ?? ''),
      told: [...document.querySelectorAll<HTMLDataElement>('#ask-form data')].map(({ value }) => value),
      isAsking: document.querySelector('#ask-form form') !== null,
      whose: shown?.querySelector('#case-form > .hint')?.textContent ?? '',
    };
  });
