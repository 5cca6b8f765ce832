/// <reference lib="dom" />
// A reader who clicks, types and chooses files at random: one step in the page, chosen by numbers that a seed gives.
import type { ElementHandle, Page } from 'playwright-core';
import { offered, type Offered } from './files.js';

/** What sort of step was taken: what may follow from it depends on that. */
type Kind = 'back' | 'forward' | 'reload' | 'link' | 'file' | 'record' | 'take-back' | 'save' | 'opens' | 'person' | 'sample' | 'other';

/** A step that was taken. `to` is the link that was followed, the field that a file was chosen in, or the participant who was opened. */
export interface Did {
  readonly says: string;
  readonly kind: Kind;
  readonly to?: string;
  readonly file?: Offered;
}

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
  search: ['', 'p-1', 'qtls-2020', 'ann', 'nobody'],
};
/** What is at this share of a list. */
const pick = <T>(list: readonly T[], share: number): T => list[Math.min(Math.floor(share * list.length), list.length - 1)] as T;

const links = [
  '#question?rule=assessSupportAppeal&nation=scotland',
  '#question?rule=routeQuery',
  '#question?example=appeal-over-christmas',
  '#question?example=a-reading-decides&notice-month=count-forward',
  '#case?cohort=ats-2021-10',
  '#case?example=one-second-late&nation=northern-ireland',
  '#case',
  '#cohort?example=a-whole-cohort',
  '#cohort',
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

/** Where the reader is: whether the page has somewhere to go back to, and whether the reader has said no since the last step. */
export interface At {
  readonly canGoBack: boolean;
  readonly hasRefused: () => boolean;
}

/** Takes one step and says which; it goes back only where the page has somewhere to go back to. */
export async function step(page: Page, random: () => number, { canGoBack, hasRefused }: At): Promise<Did> {
  const kind = random();
  if (kind < 0.05 && canGoBack) return go(page, 'back');
  if (kind < 0.07) return go(page, 'forward');
  if (kind < 0.09) {
    await reload(page, hasRefused);
    return { says: 'reload', kind: 'reload' };
  }
  if (kind < 0.15) {
    const to = pick(links, random());
    await page.evaluate((address) => void (location.href = address), to);
    return { says: `opened ${to}`, kind: 'link', to };
  }
  const files = kind < 0.24 ? await visible(page, '.view:not([hidden]) input[type=file]') : [];
  if (files.length > 0) return chooseFile(files, [random(), random()]);
  if (kind < 0.32 && (await visible(page, '#event-type')).length > 0)
    return page.evaluate(record, {
      day: pick(eventDays, random()),
      time: pick(eventTimes, random()),
      numbers: [random(), random(), random()],
    });
  return page.evaluate(act, { numbers: [random(), random(), random()], typed });
}

async function go(page: Page, way: 'back' | 'forward'): Promise<Did> {
  await page[way === 'back' ? 'goBack' : 'goForward']({ timeout: 2000 }).catch(() => undefined);
  return { says: way, kind: way };
}

/** Reloads, unless the reader says no: then no reload ever ends. */
async function reload(page: Page, hasRefused: () => boolean): Promise<void> {
  const ended = page.reload({ timeout: 30_000 }).then(
    () => true,
    () => true,
  );
  while (!hasRefused() && !(await Promise.race([ended, page.waitForTimeout(25).then(() => false)])));
}

async function visible(page: Page, selector: string): Promise<ElementHandle<HTMLElement>[]> {
  const found = (await page.$$(selector)) as ElementHandle<HTMLElement>[];
  const seen = await Promise.all(found.map((each) => each.isVisible()));
  return found.filter((_, index) => seen[index]);
}

/** Chooses a file in one of the fields for them; one time in ten a file that belongs in another. */
async function chooseFile(fields: readonly ElementHandle<HTMLElement>[], [first = 0, second = 0]: readonly number[]): Promise<Did> {
  const field = pick(fields, first);
  const to = await field.evaluate(({ id }) => id);
  const file = second < 0.9 ? pick(offered[to] ?? [], second / 0.9) : pick(Object.values(offered).flat(), (second - 0.9) * 10);
  await field.setInputFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) });
  return { says: `chose the file ${file.name} in ${to || 'the field for a diary'}`, kind: 'file', to, file };
}

const eventDays = ['2020-10-01', '2020-10-19', '2021-03-28', '2021-03-31', '2021-05-14', '2021-10-31', '2025-10-01', '2026-03-31'];
const eventTimes = ['01:30:00', '12:00:00', '17:00:00', '17:00:01'];

/** Runs in the page: fills the form of an event as a reader would, and records it. */
function record({ day, time, numbers }: { day: string; time: string; numbers: number[] }): Did {
  const set = (id: string, value: (of: HTMLInputElement & HTMLSelectElement) => string): string => {
    const field = document.getElementById(id) as (HTMLInputElement & HTMLSelectElement) | null;
    if (!field?.checkVisibility()) return '';
    field.value = value(field);
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    return ` ${field.value}`;
  };
  const one = ({ options }: HTMLSelectElement, number = 0): string => options[Math.floor(number * options.length)]?.value ?? '';
  const chosen = set('event-type', (of) => one(of, numbers[0]));
  set('event-date', () => day);
  const rest = [
    set('event-time', () => time),
    set('event-outcome', (of) => one(of, numbers[1])),
    set('event-cohort', (of) => one(of, numbers[2])),
  ];
  document.querySelector<HTMLButtonElement>('form.record button[type=submit]')?.click();
  return { says: `recorded${chosen} ${day}${rest.join('')}`, kind: 'record' };
}

/** Runs in the page: picks a sort of control, one of it, and uses it as a reader would. */
function act({ numbers, typed: texts }: { numbers: number[]; typed: Readonly<Record<string, readonly string[]>> }): Did {
  const seen = (element: Element): boolean => element.checkVisibility() && !(element as HTMLButtonElement).disabled;
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)].filter(seen);
  const typing = 'main input:is([type=time],[type=number],[type=search],[type=date],.day), main select, main .moment input';
  const guided = all('#ask-form form input, #ask-form form button');
  const sorts = [
    guided,
    guided,
    guided,
    guided,
    all(typing),
    all(typing),
    all('main button'),
    all('main button[type=submit], main button:not(.quiet, .link)'),
    all('#nation, input[type=radio], input[type=checkbox]'),
    all('nav a, #examples a, .skip, main a[href^="#"]'),
    all('summary').filter((each) => !each.closest('.clause')),
  ].filter((sort) => sort.length > 0);
  const one = <T>(list: readonly T[], number = 0): T => list[Math.floor(number * list.length)] as T;
  const control = one(one(sorts, numbers[0]), numbers[1]) as HTMLInputElement & HTMLSelectElement;
  const name = `${control.tagName.toLowerCase()} ${control.id || control.textContent.trim().slice(0, 60) || `${control.name}=${control.value}`}`;
  if (control.tagName === 'SELECT') {
    control.value = one([...control.options], numbers[2]).value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    const isCase = control.id === 'programme' || (control.id === 'joined' && !['', 'own'].includes(control.value));
    return { says: `chose ${control.value} in ${name}`, kind: isCase ? 'opens' : 'other' };
  }
  const sort = control.className in texts ? control.className : control.type;
  const values = texts[sort === 'date' ? 'day' : sort];
  if (control.tagName === 'INPUT' && values) {
    const text = one(values, numbers[2]);
    const parts = [...(control.closest('.moment')?.querySelectorAll<HTMLInputElement>('input[type=text]') ?? [])];
    if (text === '' && control.className === 'day') for (const part of parts) part.value = '';
    control.focus();
    control.value = text;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    control.blur();
    return { says: `typed ${JSON.stringify(text)} into ${name}`, kind: 'other' };
  }
  const says = `clicked ${name}`;
  control.click();
  const link = control.closest('nav, .skip') ? null : control.getAttribute('href');
  if (link !== null) return { says, kind: 'link', to: link };
  if (control.closest('tbody')) return { says, kind: 'person', to: control.textContent };
  if (control.id === 'load-sample') return { says, kind: 'sample' };
  if (control.textContent.startsWith('Take back')) return { says, kind: 'take-back' };
  if (control.textContent.startsWith('Download the case')) return { says, kind: 'save' };
  return { says, kind: control.closest('form.record') && control.tagName === 'BUTTON' ? 'record' : 'other' };
}
